//! Our side of the comparison that `run.py` makes.
//!
//!     scenes time SCENE:N SECONDS       the milliseconds of warm frames, one after the other for so long
//!     scenes picture SCENE:N FILE.png   a frame
//!     scenes grow SCENE:N               the milliseconds of the quickest frame, and the peak of the memory in MB
//!     scenes grab SCENE:N               the microseconds of a call of `grab_frame`: in the loop, and in the background
//!
//! What a frame is made of lies ready before the clock starts, as it does on the other sides.

#[allow(dead_code)]
mod data;

use std::hint::black_box;
use std::time::{Duration, Instant};

use data::{STEPS, even, noise, sine, walk, waves};
use grabframe::prelude::*;

type Step = Box<dyn FnMut(&mut Figure, usize)>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["time", scene, seconds] => {
            let (mut fig, mut step) = named(scene)?;
            let times = timed(&mut fig, &mut step, Duration::from_secs_f64(seconds.parse()?));
            print!("ms");
            for time in &times[2..] {
                print!(" {:.4}", time.as_secs_f64() * 1e3);
            }
            println!();
        }
        ["picture", scene, path] => {
            let (mut fig, mut step) = named(scene)?;
            step(&mut fig, 1);
            fig.save(path)?;
        }
        ["grow", scene] => {
            let (mut fig, mut step) = named(scene)?;
            let times = timed(&mut fig, &mut step, Duration::from_secs(1));
            let least = times[2..].iter().min().map_or(0.0, Duration::as_secs_f64);
            println!("{:.4} ms {:.2} MB", least * 1e3, peak_memory().unwrap_or(f64::NAN));
        }
        ["grab", scene] => {
            let (in_loop, _) = grabs(scene, false, Duration::ZERO)?;
            // longer than drawing takes, or the queue is what is measured
            let (beside, _) = grabs(scene, true, in_loop * 3 / 2)?;
            println!("{:.2} us {:.2} us", in_loop.as_secs_f64() * 1e6, beside.as_secs_f64() * 1e6);
        }
        _ => return Err("usage: see the first lines of scenes.rs".into()),
    }
    Ok(())
}

fn timed(fig: &mut Figure, step: &mut Step, long: Duration) -> Vec<Duration> {
    let (mut renderer, mut times) = (Renderer::new(), Vec::new());
    let begin = Instant::now();
    for k in 0.. {
        if k >= 5 && (begin.elapsed() > long || k >= 2000) {
            break;
        }
        let start = Instant::now();
        step(fig, k % STEPS);
        black_box(renderer.render(fig));
        times.push(start.elapsed());
    }
    times
}

/// The median of how long a call took in a loop that works as long between two, and the frames.
fn grabs(scene: &str, background: bool, work: Duration) -> Result<(Duration, u64), Box<dyn std::error::Error>> {
    let (fig, mut step) = named(scene)?;
    let mut movie = CallbackWriter::new(|_| Ok(())).saving(fig, "nowhere")?;
    movie.render_in_background(background);
    let mut calls = Vec::new();
    for k in 0..100 {
        let start = Instant::now();
        while start.elapsed() < work {
            std::hint::spin_loop();
        }
        step(movie.figure_mut(), k % STEPS);
        let start = Instant::now();
        movie.grab_frame()?;
        calls.push(start.elapsed());
    }
    let frames = movie.finish()?.frames;
    calls.sort();
    Ok((calls[calls.len() / 2], frames))
}

/// The most memory that this process has had, where the system says it.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

fn named(scene: &str) -> Result<(Figure, Step), Box<dyn std::error::Error>> {
    let (name, n) = scene.split_once(':').ok_or("no size")?;
    let n = n.parse()?;
    let mut fig = if name == "subplots" { Figure::pixels(900, 900) } else { Figure::new() };
    let step = match name {
        "line" => line(&mut fig, n),
        "walk" => walking(&mut fig, n),
        "scatter" => scatter(&mut fig, n),
        "markers" => markers(&mut fig, n),
        "image" => image(&mut fig, n),
        "mesh" => mesh(&mut fig, n),
        "quiver" => quiver(&mut fig, n),
        "subplots" => subplots(&mut fig, n),
        "bars" => bars(&mut fig, n),
        "contourf" => contourf(&mut fig, n),
        "static" => still(&mut fig, n),
        _ => return Err("no such scene".into()),
    };
    Ok((fig, step))
}

fn axes(fig: &mut Figure, x: (f64, f64), y: (f64, f64)) -> Key<Axes> {
    let ax = fig.add_axes();
    fig[ax].set_xlim(x.0, x.1).set_ylim(y.0, y.1);
    ax
}

fn line(fig: &mut Figure, n: usize) -> Step {
    let ax = axes(fig, (0.0, 1.0), (-1.5, 1.5));
    let (x, y) = (even(n), sine(n));
    let key = fig[ax].plot(&x, &y[..n]);
    Box::new(move |fig, k| _ = fig[key].set_data(&x, &y[k..k + n]))
}

fn walking(fig: &mut Figure, n: usize) -> Step {
    let ax = axes(fig, (-1.0, 1.0), (-1.0, 1.0));
    let (x, y) = (walk(2, n), walk(3, n));
    let key = fig[ax].add(Line::new(&x[..n], &y[..n]).linewidth(1));
    Box::new(move |fig, k| _ = fig[key].set_data(&x[k..k + n], &y[k..k + n]))
}

fn scatter(fig: &mut Figure, n: usize) -> Step {
    let ax = axes(fig, (0.0, 1.0), (0.0, 1.0));
    let (x, y, v) = (noise(2, n + STEPS), noise(3, n + STEPS), noise(4, n + STEPS));
    let key = fig[ax].add(Scatter::new(&x[..n], &y[..n]).values(&v[..n]).sizes(9).clim(0, 1));
    Box::new(move |fig, k| _ = fig[key].set_data(&x[k..k + n], &y[k..k + n]).set_values(&v[k..k + n]))
}

fn markers(fig: &mut Figure, n: usize) -> Step {
    let ax = axes(fig, (0.0, 1.0), (0.0, 1.0));
    let (x, y) = (noise(2, n + STEPS), noise(3, n + STEPS));
    let key = fig[ax].add(Line::new(&x[..n], &y[..n]).fmt("o").markersize(3));
    Box::new(move |fig, k| _ = fig[key].set_data(&x[k..k + n], &y[k..k + n]))
}

fn image(fig: &mut Figure, n: usize) -> Step {
    let ax = fig.add_axes();
    let z = waves(n);
    let key = fig[ax].add(Image::new((n, n, &z[..n * n])).clim(-1, 1));
    fig.colorbar(key);
    Box::new(move |fig, k| {
        fig[key].set_data((n, n, &z[k * n..(k + n) * n]));
        fig[ax].set_title(format!("frame {k}"));
    })
}

fn mesh(fig: &mut Figure, n: usize) -> Step {
    let ax = fig.add_axes();
    let z = waves(n);
    let edges: Vec<f64> = (0..=n).map(|i| i as f64 / n as f64).collect();
    let key = fig[ax].add(Mesh::on(&edges, &edges, (n, n, &z[..n * n])).clim(-1, 1));
    Box::new(move |fig, k| _ = fig[key].set_values((n, n, &z[k * n..(k + n) * n])))
}

fn quiver(fig: &mut Figure, n: usize) -> Step {
    let ax = axes(fig, (-0.05, 1.05), (-0.05, 1.05));
    let side = even(n);
    let x: Vec<f64> = (0..n * n).map(|i| side[i % n]).collect();
    let y: Vec<f64> = (0..n * n).map(|i| side[i / n]).collect();
    let flows: Vec<(Vec<f64>, Vec<f64>)> = (0..STEPS)
        .map(|k| {
            let t = k as f64;
            (
                y.iter().map(|y| (6.0 * y + 0.3 * t).cos()).collect(),
                x.iter().map(|x| (5.0 * x + 0.2 * t).sin()).collect(),
            )
        })
        .collect();
    let key = fig[ax].add(Quiver::new(&x, &y, &flows[0].0, &flows[0].1).scale(30));
    Box::new(move |fig, k| _ = fig[key].set_uv(&flows[k].0, &flows[k].1))
}

fn subplots(fig: &mut Figure, n: usize) -> Step {
    let (x, y) = (even(n), sine(n));
    let all = fig.subplots(3, 3);
    let mut keys = Vec::new();
    for (row, column) in (0..9).map(|i| (i / 3, i % 3)) {
        let ax = all[(row, column)];
        fig[ax].set_xlim(0, 1).set_ylim(-1.5, 1.5).set_title("a line");
        keys.push(fig[ax].plot(&x, &y[..n]));
    }
    Box::new(move |fig, k| {
        for key in &keys {
            fig[*key].set_data(&x, &y[k..k + n]);
        }
    })
}

fn bars(fig: &mut Figure, n: usize) -> Step {
    let ax = axes(fig, (-1.0, n as f64), (0.0, 1.0));
    let heights = noise(6, n + STEPS);
    let key = fig[ax].bar(0..n, &heights[..n]);
    Box::new(move |fig, k| _ = fig[key].set_heights(&heights[k..k + n]))
}

fn contourf(fig: &mut Figure, n: usize) -> Step {
    let ax = fig.add_axes();
    let side = even(n);
    let field = |k: usize| -> Vec<f64> {
        let value = |i: usize| (9.0 * side[i / n] + 0.2 * k as f64).sin() * (7.0 * side[i % n]).cos();
        (0..n * n).map(value).collect()
    };
    let fields: Vec<Vec<f64>> = (0..STEPS).map(field).collect();
    let levels: Vec<f64> = (0..13).map(|i| -1.2 + 0.2 * f64::from(i)).collect();
    let key = fig[ax].add(Contour::on(&side, &side, (n, n, &fields[0])).at(levels).filled());
    Box::new(move |fig, k| _ = fig[key].set_data((n, n, &fields[k])))
}

/// Points that stay, and one over them that moves.
fn still(fig: &mut Figure, n: usize) -> Step {
    let ax = axes(fig, (0.0, 1.0), (0.0, 1.0));
    fig[ax].add(Line::new(noise(2, n), noise(3, n)).fmt("o").markersize(1));
    let key = fig[ax].add(Line::new([0.5], [0.5]).fmt("o").markersize(9));
    Box::new(move |fig, k| _ = fig[key].set_data([0.2 + 0.2 * k as f64], [0.5]))
}
