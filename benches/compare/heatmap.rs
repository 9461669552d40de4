//! One side of the comparison that `gif.py heatmap` makes: a heatmap that changes everywhere in each frame, with a colorbar.
//!
//!     heatmap record SCENE STEPS FILE   record the loop to FILE (.gif)
//!     heatmap raw SCENE STEPS FILE      write the frames' bytes (rgb24) to FILE
//!
//! The scenes: `waves` (viridis), `jet` (with a black line and a legend over it), `dots` (a scatter of 2,000 points in a
//! thousand values) and `noise` (every pixel any colour; no figure).

use std::fs::File;
use std::io::{BufWriter, Write};

use grabframe::prelude::*;

const SIDE: usize = 128;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["record", "noise", steps, path] => {
            let mut movie = GifWriter::new().open(path, (640, 480))?;
            let mut noise = Noise(1);
            for _ in 0..steps.parse()? {
                movie.write_frame(&noise.frame())?;
            }
            tell(&movie.finish()?);
        }
        ["raw", "noise", steps, path] => {
            let mut out = BufWriter::new(File::create(path)?);
            let mut noise = Noise(1);
            for _ in 0..steps.parse()? {
                out.write_all(noise.frame().as_rgb())?;
            }
            out.flush()?;
        }
        ["record", scene, steps, path] => {
            let mut fig = Figure::new();
            let scene = Scene::new(scene, &mut fig);
            let mut movie = GifWriter::new().saving(&mut fig, path)?;
            for step in 0..steps.parse()? {
                scene.set(movie.figure_mut(), step);
                movie.grab_frame()?;
            }
            tell(&movie.finish()?);
        }
        ["raw", scene, steps, path] => {
            let mut fig = Figure::new();
            let scene = Scene::new(scene, &mut fig);
            let mut renderer = Renderer::new();
            let mut out = BufWriter::new(File::create(path)?);
            for step in 0..steps.parse()? {
                scene.set(&mut fig, step);
                out.write_all(renderer.render(&fig).as_rgb())?;
            }
            out.flush()?;
        }
        _ => return Err("usage: heatmap record|raw waves|jet|dots|noise STEPS FILE".into()),
    }
    Ok(())
}

fn tell(receipt: &Receipt) {
    println!("{receipt}");
    let a_frame = receipt.times.encoding.as_secs_f64() * 1e3 / receipt.frames as f64;
    println!("encoding {a_frame:.3} ms a frame");
}

enum Scene {
    Waves(Key<Image>),
    Dots(Key<Scatter>),
}

impl Scene {
    fn new(name: &str, fig: &mut Figure) -> Self {
        let axes = fig.add_axes();
        if name == "dots" {
            let angles = (0..2000).map(|i| f64::from(i) * 2.399_963).collect::<Vec<_>>();
            let radii = (0..2000).map(|i| (f64::from(i) / 2000.0).sqrt()).collect::<Vec<_>>();
            let x: Vec<f64> = angles.iter().zip(&radii).map(|(a, r)| r * a.cos()).collect();
            let y: Vec<f64> = angles.iter().zip(&radii).map(|(a, r)| r * a.sin()).collect();
            let dots = fig[axes].add(Scatter::new(&x, &y).values(radii).clim(-1.0, 1.0).cmap(Colormap::TURBO));
            fig.colorbar(dots);
            return Self::Dots(dots);
        }
        let map = if name == "jet" { Colormap::JET } else { Colormap::VIRIDIS };
        let image = Image::new(waves(0)).clim(-2.0, 2.0).cmap(map).interpolation(Interpolation::Bilinear);
        let image = fig[axes].add(image);
        fig.colorbar(image);
        if name == "jet" {
            let x: Vec<f64> = (0..SIDE).map(|i| i as f64).collect();
            let y: Vec<f64> = x.iter().map(|x| 64.0 + 40.0 * (x / 9.0).sin()).collect();
            fig[axes].add(Line::new(&x, &y).color("k").label("path"));
            fig[axes].set_xlim(-0.5, 127.5).set_ylim(127.5, -0.5).legend();
        }
        Self::Waves(image)
    }

    fn set(&self, fig: &mut Figure, step: u32) {
        match *self {
            Self::Waves(image) => drop(fig[image].set_data(waves(step))),
            Self::Dots(dots) => {
                let t = 0.1 * f64::from(step);
                fig[dots].set_values((0..2000).map(|i| (f64::from(i % 1000) / 159.0 + t).sin()).collect::<Vec<_>>());
            }
        }
    }
}

/// Two waves that cross, and a third that runs through them.
fn waves(step: u32) -> Vec<Vec<f64>> {
    let t = f64::from(step);
    let along = |speed: f64, length: f64| (0..SIDE).map(|i| (i as f64 / length + speed * t).sin()).collect::<Vec<_>>();
    let (a, b, c, d) = (along(0.11, 9.0), along(-0.07, 14.0), along(0.05, 31.0), along(0.09, 23.0));
    (0..SIDE).map(|row| (0..SIDE).map(|col| a[col] * b[row] + c[row] * d[col]).collect()).collect()
}

struct Noise(u64);

impl Noise {
    fn frame(&mut self) -> Frame {
        let mut frame = Frame::new(640, 480);
        for pixel in frame.as_rgb_mut().chunks_exact_mut(3) {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            pixel.copy_from_slice(&self.0.to_be_bytes()[..3]);
        }
        frame
    }
}
