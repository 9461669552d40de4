//! Sixty double pendulums, let go a hair apart: an artist of one's own, a twin, an inset, and a recording that draws in the
//! background while the simulation goes on.
//!
//!     cargo run --release --example pendulums [-- OUT.gif]

use grabframe::artist_prelude::*;
use grabframe::prelude::*;

const COUNT: usize = 60;
const FRAMES: usize = 180;

/// Two angles, and how fast they change.
type State = [f64; 4];

/// The equations of motion of two equal masses on two rods of length 1, under gravity 9.81.
fn slope([a, b, va, vb]: State) -> State {
    let (g, d) = (9.81, a - b);
    let down = 3.0 - (2.0 * d).cos();
    let first = -3.0 * g * a.sin() - g * (a - 2.0 * b).sin() - 2.0 * d.sin() * (vb * vb + va * va * d.cos());
    let second = 2.0 * d.sin() * (2.0 * va * va + 2.0 * g * a.cos() + vb * vb * d.cos());
    [va, vb, first / down, second / down]
}

/// One step of Runge and Kutta.
fn step(s: State, dt: f64) -> State {
    let add = |k: State, h: f64| [s[0] + h * k[0], s[1] + h * k[1], s[2] + h * k[2], s[3] + h * k[3]];
    let k1 = slope(s);
    let k2 = slope(add(k1, dt / 2.0));
    let k3 = slope(add(k2, dt / 2.0));
    let k4 = slope(add(k3, dt));
    std::array::from_fn(|i| s[i] + dt / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]))
}

/// All rods of all pendulums, each with its colour: one call for all of them.
#[derive(Clone, Debug)]
struct Pendulums {
    common: Common,
    states: Vec<State>,
}

impl Artist for Pendulums {
    fn common(&self) -> &Common {
        &self.common
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::new(-2.1, 2.1), Limits::new(-2.1, 2.1))
    }
    fn paint(&self, painter: &mut Painter<'_>) {
        let (mut points, mut ends, mut colors) = (Vec::new(), Vec::new(), Vec::new());
        for (i, [a, b, ..]) in self.states.iter().enumerate() {
            let (x, y) = (a.sin(), -a.cos());
            points.extend([painter.point(0.0, 0.0), painter.point(x, y), painter.point(x + b.sin(), y - b.cos())]);
            ends.push(points.len() as u32);
            colors.push(Colormap::PLASMA.at(i as f64 / COUNT as f64));
        }
        painter.strokes(&points, &ends, &colors, &[1.2], &Pen::new(Color::BLACK, 1.2));
    }
}

fn main() -> grabframe::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "pendulums.gif".into());
    let start = |i: usize| [2.0 + 1e-4 * i as f64, 2.6, 0.0, 0.0];
    let mut states: Vec<State> = (0..COUNT).map(start).collect();

    let mut fig = Figure::pixels(640, 320).constrained();
    let axs = fig.subplots(1, 2);
    let (left, right) = (axs[(0, 0)], axs[(0, 1)]);
    let swarm = fig[left].add(Pendulums { common: Common::new(), states: states.clone() });
    fig[left].set_aspect("equal").set_frame(false);

    // how far apart they are, and at the right how fast the first one turns
    let spread = fig[right].add(Line::empty().color("tab:red").label("apart (rad)"));
    fig[right].set_xlim(0.0, 0.04 * FRAMES as f64).set_yscale("log").set_ylim(1e-4, 1e2);
    fig[right].set_xlabel("time (s)").legend_at("upper left");
    let twin = fig.twin_x(right);
    let speed = fig[twin].add(Line::empty().color("tab:blue").alpha(0.4));
    fig[twin].set_ylim(-25.0, 25.0).set_ylabel("rad/s");
    // where the lower masses are, in a corner of its own
    let inset = fig.inset(right, [0.6, 0.07, 0.36, 0.36]);
    let ends = fig[inset].add(Scatter::empty().sizes(3.0).cmap("plasma"));
    fig[inset].set_xlim(-2.1, 2.1).set_ylim(-2.1, 2.1).set_xticks([0.0; 0]).set_yticks([0.0; 0]);

    // the recording owns the figure, and draws it while the next steps are computed
    let mut movie = AutoWriter::new().fps(25).saving(fig, &path)?.expect_frames(FRAMES as u64);
    movie.render_in_background(true);
    for frame in 0..FRAMES {
        let angles = || states.iter().map(|s| s[1]);
        let (lo, hi) = angles().fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), v| (lo.min(v), hi.max(v)));
        let time = 0.04 * frame as f64;
        movie[spread].push(time, hi - lo);
        movie[speed].push(time, states[0][3]);
        let place = |s: &State| (s[0].sin() + s[1].sin(), -s[0].cos() - s[1].cos());
        let (x, y): (Vec<f64>, Vec<f64>) = states.iter().map(place).unzip();
        movie[ends].set_data(&x, &y).set_values((0..COUNT).collect::<Vec<_>>());
        movie[swarm].states.clone_from(&states);
        movie[left].set_title(format!("t = {time:.2} s"));
        movie.grab_frame()?;
        for _ in 0..40 {
            states.iter_mut().for_each(|s| *s = step(*s, 0.001));
        }
    }
    println!("{}", movie.finish()?);
    Ok(())
}
