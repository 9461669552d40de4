use super::*;

fn close(a: Rect, b: [f32; 4]) {
    let near = |p: f32, q: f32| (p - q).abs() < 0.01;
    assert!(near(a.x0, b[0]) && near(a.y0, b[1]) && near(a.x1, b[2]) && near(a.y1, b[3]), "{a:?} {b:?}");
}

#[test]
fn a_colorbar_takes_its_share() {
    // as matplotlib's `fig.axes[k].bbox` of a 640 x 480 figure, turned upside down
    let bar = Colorbar::default();
    let (main, room) = split(Rect::new(80.0, 57.6, 576.0, 427.2), &bar, false);
    close(main, [80.0, 57.6, 476.8, 427.2]);
    close(fitted(room, &bar, Ends { low: 0.0, high: 0.0 }), [501.6, 57.6, 520.08, 427.2]);
}

#[test]
fn parts_move_with_the_whole() {
    let (from, to) = (Rect::new(0.0, 0.0, 100.0, 50.0), Rect::new(10.0, 0.0, 60.0, 50.0));
    assert_eq!(moved(Rect::new(0.0, 10.0, 40.0, 50.0), from, to), Rect::new(10.0, 10.0, 30.0, 50.0));
    assert_eq!(moved(from, from, to), to);
}
