//! What the programs of all libraries have in common.
//!
//!     PROGRAM time SCENE:N SECONDS       the milliseconds of warm frames, one after the other for so long
//!     PROGRAM picture SCENE:N FILE.ppm   a frame (`.png` where the library makes one itself)

use std::time::Instant;

/// Draws frame k: width, height and pixels, three or four bytes each; or a width of 0 and a PNG.
pub struct Side(pub Box<dyn FnMut(usize) -> (u32, u32, Vec<u8>)>);

pub fn main(side: impl FnOnce(&str, usize) -> Option<Side>) {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [what, scene, more] = &args[..] else { panic!("usage: time SCENE:N SECONDS | picture SCENE:N FILE") };
    let (name, n) = scene.split_once(':').expect("no size");
    let Some(Side(mut frame)) = side(name, n.parse().expect("a size")) else {
        println!("cannot");
        return;
    };
    if what == "picture" {
        let (width, height, pixels) = frame(1);
        if width == 0 {
            std::fs::write(more, pixels).expect("a file");
            return;
        }
        let bytes = pixels.len() / (width * height) as usize;
        let mut out = format!("P6 {width} {height} 255\n").into_bytes();
        pixels.chunks(bytes).for_each(|pixel| out.extend(&pixel[..3]));
        std::fs::write(more, out).expect("a file");
        return;
    }
    let (begin, mut times) = (Instant::now(), Vec::new());
    let long: f64 = more.parse().expect("seconds");
    while times.len() < 3 || (begin.elapsed().as_secs_f64() < long && times.len() < 200) {
        let start = Instant::now();
        std::hint::black_box(frame(times.len() % 4));
        times.push(start.elapsed().as_secs_f64() * 1e3);
        // of what takes minutes, one will do
        if begin.elapsed().as_secs_f64() > 20.0 {
            break;
        }
    }
    let warm = if times.len() > 2 { &times[1..] } else { &times[..] };
    print!("ms");
    warm.iter().for_each(|ms| print!(" {ms:.4}"));
    println!();
}

/// About matplotlib's viridis.
#[allow(dead_code)]
pub fn viridis(t: f64) -> [u8; 3] {
    const KNOTS: [[f64; 3]; 5] =
        [[68.0, 1.0, 84.0], [59.0, 82.0, 139.0], [33.0, 145.0, 140.0], [94.0, 201.0, 98.0], [253.0, 231.0, 37.0]];
    let at = t.clamp(0.0, 1.0) * 4.0;
    let (i, f) = ((at as usize).min(3), at - (at as usize).min(3) as f64);
    std::array::from_fn(|c| (KNOTS[i][c] + f * (KNOTS[i + 1][c] - KNOTS[i][c])).round() as u8)
}
