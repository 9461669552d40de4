//! A reaction and diffusion of two substances (Gray and Scott's model), recorded while it is computed.
//!
//! On the left the concentration of the second substance, on the right its total over time, in axes whose limits follow.
//!
//!     cargo run --release --example gray_scott
//!
//! writes `gray_scott.mp4` where ffmpeg is found, and otherwise `gray_scott.gif`.

use grabframe::prelude::*;
use ndarray::{Array2, Zip, s};

const N: usize = 256;
const FRAMES: u32 = 300;
const STEPS_PER_FRAME: u32 = 24;
const FEED: f64 = 0.037;
const KILL: f64 = 0.06;

fn main() -> grabframe::Result<()> {
    let mut reaction = GrayScott::new();
    let mut fig = Figure::inches(9.0, 4.2).constrained();
    let axs = fig.subplots(1, 2);
    let (field, curve) = (axs[(0, 0)], axs[(0, 1)]);
    let image = fig[field]
        .add(Image::new(&reaction.v).clim(0.0, 0.4).cmap(Colormap::INFERNO).interpolation(Interpolation::Bilinear));
    fig.colorbar(image);
    fig[field].set_title("second substance").set_xticks([0, 64, 128, 192]).set_yticks([0, 64, 128, 192]);
    let mass = fig[curve].add(Line::empty().color("tab:red"));
    fig[curve].set_xlabel("step").set_ylabel("total mass").grid(true);

    let path = if FfmpegWriter::available() { "gray_scott.mp4" } else { "gray_scott.gif" };
    let mut movie = AutoWriter::new().fps(30).saving(&mut fig, path)?;
    for frame in 0..FRAMES {
        for _ in 0..STEPS_PER_FRAME {
            reaction.step();
        }
        movie[image].set_data(&reaction.v);
        movie[mass].push(f64::from((frame + 1) * STEPS_PER_FRAME), reaction.v.sum());
        movie[curve].set_title(format!("step {}", (frame + 1) * STEPS_PER_FRAME));
        movie.grab_frame()?;
        eprint!("\rframe {} of {FRAMES}", frame + 1);
    }
    eprintln!();
    println!("{}", movie.finish()?);
    fig.save("gray_scott.png")
}

/// Two concentrations on a torus of N x N cells.
struct GrayScott {
    u: Array2<f64>,
    v: Array2<f64>,
    padded: [Array2<f64>; 2],
}

impl GrayScott {
    fn new() -> Self {
        let mut u = Array2::ones((N, N));
        let mut v = Array2::zeros((N, N));
        // a few square seeds, off the symmetry axes
        for (row, col) in [(120, 118), (60, 170), (190, 70), (70, 60), (180, 190)] {
            let seed = s![row..row + 12, col..col + 12];
            u.slice_mut(seed).fill(0.5);
            v.slice_mut(seed).fill(0.25);
        }
        Self { u, v, padded: [Array2::zeros((N + 2, N + 2)), Array2::zeros((N + 2, N + 2))] }
    }

    fn step(&mut self) {
        let [pu, pv] = &mut self.padded;
        wrap(&self.u, pu);
        wrap(&self.v, pv);
        let (u, v) = (&mut self.u, &mut self.v);
        Zip::from(u).and(v).and(pu.windows((3, 3))).and(pv.windows((3, 3))).for_each(|u, v, wu, wv| {
            let laplace = |w: ndarray::ArrayView2<'_, f64>| {
                0.2 * (w[[0, 1]] + w[[1, 0]] + w[[1, 2]] + w[[2, 1]])
                    + 0.05 * (w[[0, 0]] + w[[0, 2]] + w[[2, 0]] + w[[2, 2]])
                    - w[[1, 1]]
            };
            let reaction = *u * *v * *v;
            *u += laplace(wu) - reaction + FEED * (1.0 - *u);
            *v += 0.5 * laplace(wv) + reaction - (FEED + KILL) * *v;
        });
    }
}

/// Copies a grid into the middle of a larger one, whose border takes what is on the opposite side.
fn wrap(from: &Array2<f64>, to: &mut Array2<f64>) {
    to.slice_mut(s![1..=N, 1..=N]).assign(from);
    to.slice_mut(s![0, 1..=N]).assign(&from.row(N - 1));
    to.slice_mut(s![N + 1, 1..=N]).assign(&from.row(0));
    for row in 0..N + 2 {
        to[[row, 0]] = to[[row, N]];
        to[[row, N + 1]] = to[[row, 1]];
    }
}
