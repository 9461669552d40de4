//! What viewers in the browser cost a loop: frames a second without a page, with one that nobody looks at, with a viewer, and with two more,
//! one of which reads nothing. In turn; medians, and the
//! median of what each is to the loop without a page in the same round.
//!
//!     cargo bench --manifest-path benches/Cargo.toml --bench watch

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use grabframe::prelude::*;
use grabframe::{MovieFile, Watch};

const ROUNDS: usize = 200;
const SLICE: Duration = Duration::from_millis(100);
const WAYS: [&str; 4] = ["no page", "a page that nobody looks at", "a viewer", "two more, one stalled"];

/// Looks until the page closes, or reads nothing.
fn look(page: &Watch, stalled: bool) {
    let (address, url) = (page.address(), page.url());
    let token = url.rsplit('=').next().expect("a token").to_owned();
    std::thread::spawn(move || {
        let mut stream = TcpStream::connect(address)?;
        let (mut version, mut run) = (0, String::new());
        loop {
            let target = format!("/next?after={version}&run={run}&token={token}");
            stream.write_all(format!("GET {target} HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes())?;
            if stalled {
                std::thread::sleep(Duration::from_millis(20));
                continue;
            }
            let (mut all, mut chunk) = (Vec::new(), vec![0; 1 << 16]);
            let body = loop {
                let count = stream.read(&mut chunk)?;
                if count == 0 {
                    return std::io::Result::Ok(());
                }
                all.extend_from_slice(&chunk[..count]);
                let Some(end) = all.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
                let head = String::from_utf8_lossy(&all[..end]);
                let length = head.split("Content-Length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
                if all.len() >= end + 4 + length.unwrap_or(0) {
                    break &all[end + 4..];
                }
            };
            let text = String::from_utf8_lossy(body);
            run = text.split('"').nth(3).unwrap_or("").to_owned();
            let number = text.split("\"version\":").nth(1).and_then(|rest| rest.split(',').next()?.parse().ok());
            version = number.unwrap_or(0);
        }
    });
}

/// A loop that draws a plot and records it.
struct Run {
    fig: Figure,
    ax: Key<Axes>,
    line: Key<Line>,
    renderer: Renderer,
    movie: MovieFile,
    frames: u32,
    _folder: temp_dir::TempDir,
}

impl Run {
    fn new(way: usize) -> Self {
        let folder = temp_dir::TempDir::new().expect("a folder");
        let mut fig = Figure::pixels(640, 480);
        let ax = fig.add_axes();
        let line = fig[ax].add(Line::empty().fmt("k-o"));
        fig[ax].set_xlim(-5, 5).set_ylim(-5, 5);
        let mut movie = GifWriter::new().open(folder.path().join("walk.gif"), (640, 480)).expect("a movie");
        if way > 0 {
            let page = movie.watch("127.0.0.1:0").expect("a page");
            for viewer in 1..[0, 1, 2, 4][way] {
                look(&page, viewer == 3);
            }
        }
        Self { fig, ax, line, renderer: Renderer::new(), movie, frames: 0, _folder: folder }
    }

    /// Frames a second for a while, and the processor's milliseconds a frame.
    fn run(&mut self) -> [f64; 2] {
        let (start, before, used) = (Instant::now(), self.frames, cpu());
        while start.elapsed() < SLICE {
            let past = (0..200).map(|back| 0.02 * (f64::from(self.frames) - f64::from(back)));
            let (x, y): (Vec<f64>, Vec<f64>) = past.map(|t| (4.5 * (1.3 * t).cos(), 4.5 * t.sin())).unzip();
            self.fig[self.line].set_data(&x, &y);
            self.fig[self.ax].set_title(format!("frame {}", self.frames));
            self.movie.write_frame(self.renderer.render(&self.fig)).expect("a frame");
            self.frames += 1;
        }
        let frames = f64::from(self.frames - before);
        [frames / start.elapsed().as_secs_f64(), (cpu() - used) / frames]
    }
}

/// Milliseconds that the threads of this program have run, which does not depend on what else does; 0 where that is not told.
fn cpu() -> f64 {
    let mut nanoseconds = 0.0;
    for task in std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten() {
        let told = std::fs::read_to_string(task.path().join("schedstat")).unwrap_or_default();
        nanoseconds += told.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or(0.0);
    }
    nanoseconds / 1e6
}

fn main() {
    let mut runs = [0, 1, 2, 3].map(Run::new);
    let mut all = [(); WAYS.len()].map(|()| Vec::new());
    for round in 0..ROUNDS {
        // each is the first as often as the others
        for turn in 0..WAYS.len() {
            let way = (round + turn) % WAYS.len();
            all[way].push(runs[way].run());
        }
    }
    let median = |mut all: Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    for (way, name) in WAYS.iter().enumerate() {
        let [fps, cpu] = [0, 1].map(|what| median(all[way].iter().map(|each| each[what]).collect()));
        let [more_fps, more_cpu] = [0, 1].map(|what| {
            let ratios = all[way].iter().zip(&all[0]).map(|(with, without)| with[what] / without[what]);
            100.0 * (median(ratios.collect()) - 1.0)
        });
        println!(
            "{name:>30}: {fps:7.1} frames a second, {more_fps:+.1} %; {cpu:.3} ms of processors a frame, {more_cpu:+.1} %"
        );
    }
}
