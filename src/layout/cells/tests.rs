use super::*;

fn close(a: Rect, b: [f32; 4]) {
    let near = |p: f32, q: f32| (p - q).abs() < 0.01;
    assert!(near(a.x0, b[0]) && near(a.y0, b[1]) && near(a.x1, b[2]) && near(a.y1, b[3]), "{a:?} {b:?}");
}

// the numbers are matplotlib's: `fig.axes[k].bbox` of 640 x 480 figures, turned upside down

#[test]
fn a_single_box() {
    let mut fig = Figure::new();
    fig.add_axes();
    let cells = Cells::default_for(&fig, Size::new(640, 480));
    let place = Place::Grid { grid: 0, row: (0, 1), col: (0, 1) };
    close(cells.area(place, &|_| unreachable!()), [80.0, 57.6, 576.0, 427.2]);
}

#[test]
fn a_grid() {
    let mut fig = Figure::new();
    fig.subplots(2, 2);
    let cells = Cells::default_for(&fig, Size::new(640, 480));
    let place = Place::Grid { grid: 0, row: (1, 2), col: (0, 1) };
    close(cells.area(place, &|_| unreachable!()), [80.0, 259.2, 305.4545, 427.2]);
}

#[test]
fn an_image_keeps_its_shape() {
    close(shrink_to(Rect::new(80.0, 57.6, 476.8, 427.2), 48.0 / 64.0, [1.0, 0.5]), [80.0, 93.6, 476.8, 391.2]);
    close(shrink_to(Rect::new(0.0, 0.0, 100.0, 50.0), 1.0, [0.5; 2]), [25.0, 0.0, 75.0, 50.0]);
    close(shrink_to(Rect::new(0.0, 0.0, 100.0, 50.0), 1.0, [1.0, 0.5]), [50.0, 0.0, 100.0, 50.0]);
}
