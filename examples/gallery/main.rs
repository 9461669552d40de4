//! A movie of every kind of artist, in which it changes every frame: docs/gallery.md shows them.
//!
//!     cargo run --release --example gallery -- OUTDIR [NAME ..]
//!
//! writes `OUTDIR/NAME.gif` for the scenes named, or for all. Each scene is a short file in `scenes/`.
//!
//! With `--still` before it: the first, the middle and the last frame, as `NAME.FRAME.png`. With `--time` instead of OUTDIR:
//! how many milliseconds a frame takes, once it is warm.

#[allow(unreachable_pub)] // they are tested, too, as a module of the tests
mod scenes;

use std::path::Path;
use std::time::Instant;

use grabframe::prelude::*;
use scenes::SCENES;

fn main() -> grabframe::Result<()> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let how = if args.first().is_some_and(|arg| arg.starts_with("--")) { args.remove(0) } else { String::new() };
    let out = if how == "--time" || args.is_empty() { String::new() } else { args.remove(0) };
    if out.is_empty() && how != "--time" {
        let names: Vec<_> = SCENES.iter().map(|(name, _)| *name).collect();
        println!(
            "usage: gallery [--still] OUTDIR [NAME ..], or gallery --time [NAME ..]; scenes are {}",
            names.join(", ")
        );
        return Ok(());
    }
    for name in &args {
        if !SCENES.iter().any(|(known, _)| known == name) {
            println!("there is no scene `{name}`");
        }
    }
    for (name, scene) in SCENES {
        if args.is_empty() || args.iter().any(|arg| arg == name) {
            let path = Path::new(&out).join(name);
            match how.as_str() {
                "--time" => println!("{name} {:.4}", milliseconds(scene())),
                "--still" => stills(scene(), &path)?,
                _ => println!("{}", movie(scene(), &path)?),
            }
        }
    }
    Ok(())
}

fn movie(scene: scenes::Scene, path: &Path) -> grabframe::Result<Receipt> {
    // three quarters of the figure's 100 dots per inch: 480 x 360 pixels
    let writer = GifWriter::new().fps(15).dpi(75);
    animate(scene.fig, 0..scene.frames, scene.step).save_with(&writer, path.with_extension("gif"))
}

fn stills(mut scene: scenes::Scene, path: &Path) -> grabframe::Result<()> {
    for k in 0..scene.frames {
        (scene.step)(&mut scene.fig, k);
        if [0, scene.frames / 2, scene.frames - 1].contains(&k) {
            scene.fig.save(path.with_extension(format!("{k}.png")))?;
        }
    }
    Ok(())
}

/// The least of several rounds through all frames.
fn milliseconds(mut scene: scenes::Scene) -> f64 {
    let mut renderer = Renderer::new();
    let mut round = || {
        let begin = Instant::now();
        for k in 0..scene.frames {
            (scene.step)(&mut scene.fig, k);
            std::hint::black_box(renderer.render(&scene.fig));
        }
        begin.elapsed().as_secs_f64() * 1000.0 / scene.frames as f64
    };
    round();
    (0..7).map(|_| round()).fold(f64::INFINITY, f64::min)
}
