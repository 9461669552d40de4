//! One side of the comparison that `run.py` makes: the loop of a growing random walk.
//!
//!     walk draw STEPS           print the milliseconds that a frame takes to draw, warm
//!     walk record STEPS FILE    record the loop to FILE (.mp4, .gif)
//!     walk ffmpeg STEPS FILE    record the loop to FILE through ffmpeg, also where AutoWriter would not
//!     walk raw STEPS FILE       write the frames' bytes (rgb24) to FILE
//!
//! Each takes WIDTHxHEIGHT at the end, in pixels; default 640x480.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::time::Instant;

use grabframe::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut args: Vec<&str> = args.iter().map(String::as_str).collect();
    let sides =
        |word: &&str| word.split_once('x').and_then(|(w, h)| Some((w.parse::<u32>().ok()?, h.parse::<u32>().ok()?)));
    let size = args.last().and_then(sides);
    args.truncate(args.len() - usize::from(size.is_some()));
    let (width, height) = size.unwrap_or((640, 480));
    let fig = Figure::pixels(width, height);
    match args.as_slice() {
        ["draw", steps] => draw(fig, steps.parse()?),
        ["record", steps, path] => record(fig, &AutoWriter::new(), steps.parse()?, path)?,
        ["ffmpeg", steps, path] => record(fig, &FfmpegWriter::new(), steps.parse()?, path)?,
        ["raw", steps, path] => raw(fig, steps.parse()?, path)?,
        _ => return Err("usage: walk draw STEPS | record STEPS FILE | ffmpeg STEPS FILE | raw STEPS FILE".into()),
    }
    if let Some(megabytes) = peak_memory() {
        println!("peak {megabytes:.1} MB");
    }
    Ok(())
}

/// The most memory that this process has had, where the system says it; ffmpeg's own is not in it.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

struct Walk {
    line: Key<Line>,
    seed: u32,
    x: Vec<f64>,
    y: Vec<f64>,
}

impl Walk {
    fn new(fig: &mut Figure) -> Self {
        let axes = fig.add_axes();
        let line = fig[axes].add(Line::empty().fmt("k-o"));
        fig[axes].set_xlim(-5.0, 5.0).set_ylim(-5.0, 5.0);
        Self { line, seed: 1, x: vec![0.0], y: vec![0.0] }
    }

    fn roll(&mut self) -> f64 {
        self.seed = self.seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        0.4 * (f64::from(self.seed) / 4_294_967_296.0 - 0.5)
    }

    fn step(&mut self, fig: &mut Figure) {
        let (x, y) = (self.x[self.x.len() - 1] + self.roll(), self.y[self.y.len() - 1] + self.roll());
        self.x.push(x);
        self.y.push(y);
        fig[self.line].set_data(&self.x, &self.y);
    }
}

fn draw(mut fig: Figure, steps: usize) {
    let mut walk = Walk::new(&mut fig);
    let mut renderer = Renderer::new();
    let mut check = 0_u64;
    for _ in 0..3 {
        check += u64::from(renderer.render(&fig).pixel(0, 0)[0]);
    }
    let start = Instant::now();
    for _ in 0..steps {
        walk.step(&mut fig);
        check += u64::from(renderer.render(&fig).pixel(0, 0)[0]);
    }
    println!("{:.4} ms a frame ({check})", start.elapsed().as_secs_f64() * 1e3 / steps as f64);
}

fn record(mut fig: Figure, writer: &impl Writer, steps: usize, path: &str) -> grabframe::Result<()> {
    let mut walk = Walk::new(&mut fig);
    let mut movie = writer.saving(&mut fig, path)?;
    for _ in 0..steps {
        walk.step(movie.figure_mut());
        movie.grab_frame()?;
    }
    println!("{}", movie.finish()?);
    Ok(())
}

fn raw(mut fig: Figure, steps: usize, path: &str) -> std::io::Result<()> {
    let mut walk = Walk::new(&mut fig);
    let mut renderer = Renderer::new();
    let mut out = BufWriter::new(File::create(path)?);
    for _ in 0..steps {
        walk.step(&mut fig);
        out.write_all(renderer.render(&fig).as_rgb())?;
    }
    out.flush()
}
