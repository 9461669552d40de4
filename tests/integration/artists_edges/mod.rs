//! Every artist with data at the edge of what there is: nothing, one point, no number, numbers too large and too small, very many, on
//! axes without room and of any scale; and what does not fit, which is refused at the caller's line.

mod areas;
mod fields;
mod lines;
mod samples;
mod shapes;
mod tables;
mod triangles;
mod words;

use std::time::{Duration, Instant};

use grabframe::Layout;
use grabframe::prelude::*;

use crate::figures_fuzz::figures::check_svg;
use crate::tools::{lcg, panic_at, thorough};

/// Columns that are equally long.
struct Data {
    x: Vec<f64>,
    y: Vec<f64>,
    u: Vec<f64>,
}

impl Data {
    fn of(values: &[f64]) -> Self {
        let turned = |by: usize| values.iter().cycle().skip(by).take(values.len()).copied().collect();
        Self { x: values.to_vec(), y: turned(1), u: turned(2) }
    }

    fn len(&self) -> usize {
        self.x.len()
    }

    /// The values as the rows of a square, as far as they reach, and places along its sides.
    fn square(&self) -> (Vec<f64>, Vec<f64>, Vec<Vec<f64>>) {
        let side = (self.len() as f64).sqrt() as usize;
        let rows = self.u.chunks(side.max(1)).take(side).map(<[f64]>::to_vec).collect();
        (self.x[..side].to_vec(), self.y[..side].to_vec(), rows)
    }

    /// One more than `x`.
    fn edges(&self) -> Vec<f64> {
        if self.x.is_empty() { Vec::new() } else { [&self.x[..], &self.y[..1]].concat() }
    }

    /// How far values may be off.
    fn errors(&self) -> Vec<f64> {
        self.u.iter().map(|v| v.abs()).collect()
    }

    /// A few of the points, for what has one only.
    fn few(&self) -> impl Iterator<Item = [f64; 3]> + '_ {
        (0..self.len().min(6)).map(|i| [self.x[i], self.y[i], self.u[i]])
    }
}

/// What is refused, where that stands, and what must be said.
struct Refused {
    line: u32,
    says: &'static [&'static str],
    mistake: fn(),
}

/// `refused!(["`x` has 2", "`y` has 1"], Line::new([1, 2], [1]))`
macro_rules! refused {
    ($([$($says:literal),*], $mistake:expr;)*) => {
        &[$(Refused { line: line!(), says: &[$($says),*], mistake: || _ = $mistake }),*]
    };
}
use refused;

/// An artist: how it is made of data, and what does not fit.
struct Row {
    name: &'static str,
    add: fn(&mut Axes, &Data),
    refuses: &'static [Refused],
}

/// All artists, a family after the other.
const FAMILIES: &[&[Row]] =
    &[lines::ROWS, areas::ROWS, fields::ROWS, words::ROWS, tables::ROWS, samples::ROWS, shapes::ROWS, triangles::ROWS];

fn all() -> impl Iterator<Item = &'static Row> {
    FAMILIES.iter().copied().flatten()
}

/// What adds an artist to axes.
pub type Add<'a> = &'a dyn Fn(&mut Axes);

/// Does something with every artist with these data, by name.
pub fn every_artist(values: &[f64], act: &mut dyn FnMut(&str, Add<'_>)) {
    let data = Data::of(values);
    for row in all() {
        act(row.name, &|ax| (row.add)(ax, &data));
    }
}

const HUGE: f64 = 1e300;

/// What there is at the edge, by name.
fn edges() -> Vec<(&'static str, Data)> {
    let ordinary: Vec<f64> = lcg(25, 4).iter().map(|v| v * 8.0 - 3.0).collect();
    vec![
        ("ordinary data", Data::of(&ordinary)),
        ("no data", Data::of(&[])),
        ("one point", Data::of(&[2.5])),
        ("NaN alone", Data::of(&[f64::NAN; 9])),
        (
            "infinities",
            Data::of(&[f64::INFINITY, 1.0, f64::NEG_INFINITY, f64::NAN, 2.0, 0.5, f64::INFINITY, -3.0, 0.1]),
        ),
        ("huge and tiny numbers", Data::of(&[HUGE, 1e-300, -HUGE, 0.0, 5e-324, f64::MAX, f64::MIN, 1.0, -1e-300])),
        ("huge numbers nearly alike", Data::of(&[1e300, 1.000_000_1e300, 1e300, 1.000_000_2e300])),
        ("equal numbers", Data::of(&[0.7; 9])),
        ("nothing positive", Data::of(&[0.0, -1.0, -2.0, -0.5])),
    ]
}

/// Axes at the edge.
struct Place {
    name: &'static str,
    /// Of the figure, in pixels.
    size: (u32, u32),
    set: fn(&mut Axes),
}

const AXES: &[Place] = &[
    Place { name: "ordinary axes", size: (120, 90), set: |_| () },
    Place { name: "a pixel", size: (1, 1), set: |_| () },
    Place { name: "no room", size: (30, 20), set: |_| () },
    Place { name: "equal limits", size: (100, 60), set: |ax| _ = ax.set_xlim(2, 2).set_ylim(0.5, 0.5) },
    Place {
        name: "limits far away",
        size: (100, 60),
        set: |ax| _ = ax.set_xlim(HUGE, 1.5e300).set_ylim(-1e-300, 2e-300),
    },
    Place {
        name: "limits that run backward, over all numbers",
        size: (100, 60),
        set: |ax| {
            ax.set_xlim(f64::MAX, f64::MIN).set_ylim(3, -3);
        },
    },
    Place { name: "a log x axis", size: (100, 60), set: |ax| _ = ax.set_xscale("log") },
    Place { name: "a log y axis", size: (100, 60), set: |ax| _ = ax.set_yscale("log").legend() },
    Place {
        name: "log axes over all numbers",
        size: (100, 60),
        set: |ax| {
            ax.set_xscale("log").set_yscale("log").set_xlim(5e-324, f64::MAX).set_ylim(f64::MAX, 5e-324);
        },
    },
    Place { name: "equal units", size: (100, 60), set: |ax| _ = ax.set_aspect("equal").grid(true) },
];

fn is_sound(fig: &Figure, files: bool) {
    for axes in &Layout::of(fig).axes {
        assert!([axes.area.x0, axes.area.y0, axes.area.x1, axes.area.y1].iter().all(|v| v.is_finite()));
        let limits = [axes.x.limits, axes.y.limits];
        assert!(limits.iter().all(|l| l.lo.is_finite() && l.hi.is_finite() && l.lo != l.hi), "{limits:?}");
    }
    let frame = fig.render();
    assert_eq!(fig.render(), frame);
    if files {
        check_svg(&fig.to_svg());
        assert!(fig.to_pdf().starts_with(b"%PDF"));
    }
}

#[test]
fn every_artist_draws_whatever_it_is_given() {
    let mut wrong = Vec::new();
    for (k, row) in all().enumerate() {
        for (i, (data, columns)) in edges().iter().enumerate() {
            for (j, Place { name, size: (width, height), set }) in AXES.iter().enumerate() {
                if !thorough() && (i + j + k) % 2 == 1 {
                    continue;
                }
                let begun = Instant::now();
                let drawn = std::panic::catch_unwind(|| {
                    let mut fig = Figure::pixels(*width, *height);
                    let ax = if *width == 1 { fig.add_axes_at(0.0, 0.0, 1.0, 1.0) } else { fig.add_axes() };
                    (row.add)(&mut fig[ax], columns);
                    set(&mut fig[ax]);
                    is_sound(&fig, thorough() || (i + j + k) % 6 == 0);
                });
                let took = begun.elapsed();
                if drawn.is_err() || took > Duration::from_secs(10) {
                    wrong.push(format!("{} with {data} on {name}: {took:?}", row.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_does_not_fit_is_refused_where_it_is_given() {
    let mut rows = 0;
    for row in all() {
        for refused in row.refuses {
            let (said, file, line) = panic_at(refused.mistake);
            assert!(file.contains("artists_edges"), "{}: {said:?} is said in {file}:{line}", row.name);
            // the lines of one list are counted from its beginning
            assert!((refused.line..refused.line + 12).contains(&line), "{}: {said:?} in line {line}", row.name);
            for words in refused.says {
                assert!(said.contains(words), "{}: {said:?} does not say {words:?}", row.name);
            }
            rows += 1;
        }
    }
    assert!(rows > 30, "{rows}");
}

#[test]
fn very_many_points_of_each_are_drawn() {
    // a million where the crate is optimised as for users (`cargo test --release`); else some artists take minutes
    let n = match (cfg!(debug_assertions), thorough()) {
        (false, _) => 1_000_000,
        (true, true) => 100_000,
        (true, false) => 10_000,
    };
    let (x, y, u) = (lcg(n, 1), lcg(n, 2), lcg(n, 3));
    let data = Data { x, y, u };
    let mut bare = Figure::pixels(320, 240);
    bare.add_axes();
    let bare = bare.render();
    for row in all() {
        let begun = Instant::now();
        let mut fig = Figure::pixels(320, 240);
        let ax = fig.add_axes();
        (row.add)(&mut fig[ax], &data);
        let made = begun.elapsed();
        let picture = fig.render();
        let drawn = begun.elapsed();
        println!("{:<12} made in {made:.2?}, drawn in {:.2?}", row.name, drawn - made);
        assert_ne!(picture, bare, "{}: nothing was drawn", row.name);
    }
}
