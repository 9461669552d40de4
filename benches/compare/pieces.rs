//! One side of the comparison that `gif.py pieces` makes: 100,000 pieces in one picture of 640 x 480 pixels.
//!
//!     pieces SCENE ROUNDS [FILE.png]    print the milliseconds that the pieces take to draw, the least of all rounds
//!
//! Scenes: short, long (lines of two points), quads, cells (quadrilaterals), mesh (triangles), one, fifty, all (sizes of markers).

use std::sync::OnceLock;
use std::time::Instant;

use grabframe::prelude::*;
use grabframe::{Bounds, Cap, Common, Painter, Pen, Point};

const PIECES: u32 = 100_000;
const COLUMNS: u32 = 366;
const ROWS: u32 = 274;
/// What markers 3 to 12 points wide cover in the mean, in points squared.
const SAME_AREA: f64 = 63.0;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (scene, rounds, path) = match args.as_slice() {
        [scene, rounds] => (scene, rounds.parse::<u32>()?, None),
        [scene, rounds, path] => (scene, rounds.parse()?, Some(path)),
        _ => return Err("usage: pieces SCENE ROUNDS [FILE.png]".into()),
    };
    let mut fig = Figure::pixels(640, 480);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    fig[ax].set_xlim(0.0, 640.0).set_ylim(480.0, 0.0).set_frame(false);
    let empty = least(&fig, rounds);
    match scene.as_str() {
        "one" | "fifty" | "all" => {
            let kinds = match scene.as_str() {
                "one" => 1,
                "fifty" => 50,
                _ => PIECES,
            };
            let at = |step: f64, over: f64| (0..PIECES).map(move |i| over * part(i, step)).collect::<Vec<f64>>();
            // 3 to 12 points wide; of one size they cover as much in all
            let size = |i: u32| (3.0 + 9.0 * f64::from(i % kinds) / f64::from(kinds)).powi(2);
            let sizes: Vec<f64> = if kinds == 1 { vec![SAME_AREA] } else { (0..PIECES).map(size).collect() };
            fig[ax].add(Scatter::new(at(X, 640.0), at(Y, 480.0)).sizes(sizes));
        }
        _ => {
            fig[ax].add(Pieces::new(scene).ok_or("there is no such scene")?);
        }
    }
    println!("{:.3} ms", (least(&fig, rounds) - empty) * 1e3);
    if let Some(path) = path {
        fig.save(path)?;
    }
    Ok(())
}

/// How often a picture is drawn in a row: the system says what time a process had every few milliseconds only.
const TIMES: u32 = 10;

/// The seconds that a drawing takes, in the fastest of some rounds.
fn least(fig: &Figure, rounds: u32) -> f64 {
    (0..rounds).fold(f64::INFINITY, |least, _| {
        let start = now();
        for _ in 0..TIMES {
            let mut renderer = Renderer::new();
            std::hint::black_box(renderer.render(fig));
        }
        least.min((now() - start) / f64::from(TIMES))
    })
}

/// Seconds that this process has had, where the system says it; else those that have gone by.
fn now() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    let said = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = said.and_then(|s| s.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| START.get_or_init(Instant::now).elapsed().as_secs_f64(), |ns| ns / 1e9)
}

// steps of sequences that fill an interval evenly
const X: f64 = 0.754_877_666_246_692_8;
const Y: f64 = 0.569_840_290_998_053_3;
const TURN: f64 = 0.618_033_988_749_894_9;
const LENGTH: f64 = 0.414_213_562_373_095_1;

fn part(i: u32, step: f64) -> f64 {
    (f64::from(i) * step).fract()
}

fn color(i: u32) -> Color {
    let level = |step: f64| (part(i, step) * 255.0) as u8;
    Color::rgb(level(0.324_717_957_2), level(0.236_067_977_5), level(0.732_050_807_6))
}

#[derive(Clone, Debug)]
struct Pieces {
    common: Common,
    mesh: bool,
    points: Vec<Point>,
    ends: Vec<u32>,
    colors: Vec<Color>,
    triangles: Vec<[u32; 3]>,
}

impl Pieces {
    fn new(scene: &str) -> Option<Self> {
        let mut new = Self {
            common: Common::new(),
            mesh: scene == "mesh",
            points: Vec::new(),
            ends: Vec::new(),
            colors: Vec::new(),
            triangles: Vec::new(),
        };
        match scene {
            "short" => new.lines(3.0, 30.0),
            "long" => new.lines(200.0, 500.0),
            "quads" => {
                for i in 0..PIECES {
                    let (x, y) = (640.0 * part(i, X), 480.0 * part(i, Y));
                    new.piece(&[(x, y), (x + 4.3, y + 0.5), (x + 4.9, y + 4.0), (x - 0.3, y + 4.5)], color(i));
                }
            }
            "cells" => {
                for i in 0..COLUMNS * ROWS {
                    let corner = |right: u32, down: u32| node(i % COLUMNS + right, i / COLUMNS + down);
                    new.piece(&[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)], color(i));
                }
            }
            "mesh" => {
                for i in 0..COLUMNS * ROWS {
                    let (x, y) = node(i % COLUMNS, i / COLUMNS);
                    new.points.push(Point::new(x as f32, y as f32));
                    new.colors.push(color(i));
                    if i % COLUMNS > 0 && i >= COLUMNS {
                        let (a, b, c) = (i - COLUMNS - 1, i - COLUMNS, i - 1);
                        new.triangles.extend([[a, b, c], [b, i, c]]);
                    }
                }
            }
            _ => return None,
        }
        Some(new)
    }

    fn piece(&mut self, points: &[(f64, f64)], color: Color) {
        self.points.extend(points.iter().map(|&(x, y)| Point::new(x as f32, y as f32)));
        self.ends.push(self.points.len() as u32);
        self.colors.push(color);
    }

    fn lines(&mut self, least: f64, most: f64) {
        for i in 0..PIECES {
            let (x, y) = (640.0 * part(i, X), 480.0 * part(i, Y));
            let (half, turn) =
                ((least + (most - least) * part(i, LENGTH)) / 2.0, part(i, TURN) * std::f64::consts::TAU);
            let (dx, dy) = (half * turn.cos(), half * turn.sin());
            self.piece(&[(x - dx, y - dy), (x + dx, y + dy)], color(i));
        }
    }
}

/// A corner of cells that are no rectangles.
fn node(column: u32, row: u32) -> (f64, f64) {
    let (u, v) = (f64::from(column) / f64::from(COLUMNS), f64::from(row) / f64::from(ROWS));
    (640.0 * u + 20.0 * (9.0 * v).sin(), 480.0 * v + 20.0 * (7.0 * u).sin())
}

impl Artist for Pieces {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::EMPTY, Limits::EMPTY)
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        if self.mesh {
            painter.mesh(&self.points, &self.colors, &self.triangles);
        } else if self.ends.first() == Some(&2) {
            let mut pen = Pen::new(Color::BLACK, 1.5);
            pen.cap = Some(Cap::Butt);
            painter.strokes(&self.points, &self.ends, &self.colors, &[1.5], &pen);
        } else {
            painter.fills(&self.points, &self.ends, &self.colors);
        }
    }
}
