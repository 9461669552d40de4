//! What is changed, and drawn, in a loop.

use grabframe::prelude::*;

use crate::counted;

type Step = Box<dyn FnMut(&mut Figure, usize)>;

fn wave(n: usize, k: usize) -> Vec<f64> {
    (0..n).map(|i| ((i * 7919 + k * 104_729) % 1000) as f64 / 1000.0).collect()
}

fn scene(name: &str, n: usize) -> (Figure, Step) {
    let mut fig = Figure::pixels(320, 240);
    let ax = fig.add_axes();
    let data: Vec<Vec<f64>> = (0..8).map(|k| wave(n, k)).collect();
    let first = data[0].clone();
    fig[ax].set_xlim(0, 1).set_ylim(0, 1);
    let step: Step = match name {
        "nothing" => Box::new(|_, _| {}),
        "line" => {
            let x: Vec<f64> = (0..n).map(|i| i as f64 / n as f64).collect();
            let key = fig[ax].plot(&x, &first);
            Box::new(move |fig, k| _ = fig[key].set_data(&x, &data[k % 4]))
        }
        "walk" => {
            let key = fig[ax].plot(&data[5], &first);
            Box::new(move |fig, k| _ = fig[key].set_data(&data[k % 4 + 4], &data[k % 4]))
        }
        "markers" => {
            let key = fig[ax].add(Line::new(&data[5], &first).fmt("o"));
            Box::new(move |fig, k| _ = fig[key].set_data(&data[k % 4 + 4], &data[k % 4]))
        }
        "scatter" => {
            let key = fig[ax].add(Scatter::new(&data[5], &first).values(&first));
            Box::new(move |fig, k| _ = fig[key].set_data(&data[k % 4 + 4], &data[k % 4]).set_values(&data[k % 4 + 1]))
        }
        "image" => {
            let side = n.isqrt();
            let n = side * side;
            let key = fig[ax].add(Image::new((side, side, &first[..n])).extent(0, 1, 0, 1));
            Box::new(move |fig, k| _ = fig[key].set_data((side, side, &data[k % 4][..n])))
        }
        "bars" => {
            let x: Vec<f64> = (0..20).map(|i| f64::from(i) / 20.0).collect();
            let key = fig[ax].bar(&x, &first[..20]);
            Box::new(move |fig, k| _ = fig[key].set_heights(&data[k % 4][..20]))
        }
        "text" => {
            let key = fig[ax].text(0.5, 0.5, "0");
            Box::new(move |fig, k| {
                fig[key].set_text(["one", "two", "three", "four"][k % 4]);
                fig[ax].set_title(["a", "bc", "def", "ghij"][k % 4]);
            })
        }
        _ => unreachable!("{name}"),
    };
    (fig, step)
}

/// Of a warm frame: what changing it asks for, and what drawing it does, each as calls and bytes.
fn warm(name: &str, n: usize) -> [(usize, usize); 2] {
    let (mut fig, mut step) = scene(name, n);
    let (mut renderer, mut out) = (Renderer::new(), Frame::default());
    for k in 0..12 {
        step(&mut fig, k);
        renderer.render_into(&fig, &mut out);
    }
    // the data come again after four frames
    let mut most = [(0, 0); 2];
    for k in 12..16 {
        let changed = counted(|| step(&mut fig, k));
        let drawn = counted(|| renderer.render_into(&fig, &mut out));
        most = [most[0].max(changed), most[1].max(drawn)];
    }
    most
}

#[test]
fn data_and_pixels_are_not_allocated_again() {
    // the layout is made anew for each frame, as a value: what it takes is little, and has nothing to do with data
    let [_, nothing] = warm("nothing", 100);
    assert!(nothing.0 < 300 && nothing.1 < 24_000, "{nothing:?}");
    for name in ["line", "walk", "markers", "scatter", "image", "bars", "text"] {
        let [changed, drawn] = warm(name, 100);
        let [_, more] = warm(name, 5_000);
        match name {
            "text" => assert!(changed.0 <= 2 && changed.1 < 16, "{name}: {changed:?}"),
            _ => assert_eq!(changed, (0, 0), "{name}"),
        }
        // looks that are each marker's own are laid out for a thousand at once
        let batch = if name == "scatter" { 100_000 } else { 0 };
        assert!(more.0 <= drawn.0 + 16 && more.1 <= drawn.1 + batch, "{name}: {drawn:?}, and of more data {more:?}");
        assert!(
            drawn.0 <= nothing.0 + 70 && drawn.1 <= nothing.1 + 12_000,
            "{name}: {drawn:?}, and of nothing {nothing:?}"
        );
    }
}
