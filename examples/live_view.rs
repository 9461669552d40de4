//! A magnet that cools down, seen in the browser while it is computed: open the address that it prints.
//!
//!     cargo run --release --features watch --example live_view [-- ADDRESS [OUT.gif]]
//!
//! With an address such as `127.0.0.1:9000`, and a word in `GRABFRAME_WATCH_TOKEN`, the page goes on by itself when the program is started
//! again. Space pauses the page (never the program), the arrows step through the last pictures.

use grabframe::prelude::*;

const SIDE: usize = 240;
const FRAMES: usize = 600;
/// Where the magnet of infinite size loses its order (Onsager 1944).
const CRITICAL: f64 = 2.269_185;

/// Spins on a square lattice whose borders meet.
struct Ising {
    spins: Vec<i8>,
    random: u64,
}

impl Ising {
    fn new() -> Self {
        let mut ising = Self { spins: vec![1; SIDE * SIDE], random: 0x9e37_79b9_7f4a_7c15 };
        for i in 0..SIDE * SIDE {
            ising.spins[i] = if ising.next() & 1 == 0 { 1 } else { -1 };
        }
        ising
    }

    fn next(&mut self) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random >> 16
    }

    /// As many trials as there are spins, after Metropolis.
    fn sweep(&mut self, temperature: f64) {
        // a flip that costs 4 or 8 is taken so often
        let odds = [4.0, 8.0].map(|cost: f64| ((-cost / temperature).exp() * (1_u64 << 32) as f64) as u64);
        for _ in 0..SIDE * SIDE {
            let dice = self.next();
            let (x, y) = (dice as usize % SIDE, (dice >> 8) as usize / 7 % SIDE);
            let at = |x: usize, y: usize| self.spins[y % SIDE * SIDE + x % SIDE];
            let around = at(x + 1, y) + at(x + SIDE - 1, y) + at(x, y + 1) + at(x, y + SIDE - 1);
            let cost = 2 * self.spins[y * SIDE + x] * around;
            if cost <= 0 || self.next() & 0xffff_ffff < odds[(cost > 4) as usize] {
                self.spins[y * SIDE + x] *= -1;
            }
        }
    }

    fn magnetisation(&self) -> f64 {
        self.spins.iter().map(|spin| f64::from(*spin)).sum::<f64>() / (SIDE * SIDE) as f64
    }
}

fn main() -> grabframe::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:0".into());
    let path = arguments.next().unwrap_or_else(|| "live_view.gif".into());

    let mut fig = Figure::inches(9.0, 4.6).constrained();
    let axs = fig.subplots(1, 2);
    let (lattice, course) = (axs[0], axs[1]);
    let mut ising = Ising::new();
    let grid = |ising: &Ising| -> Vec<Vec<f64>> {
        ising.spins.chunks(SIDE).map(|row| row.iter().map(|spin| f64::from(*spin)).collect()).collect()
    };
    let image = fig[lattice].add(Image::new(grid(&ising)).cmap(Colormap::CIVIDIS).clim(-1, 1));
    fig[lattice].set_frame(false);
    let line = fig[course].add(Line::empty().color("C0").label("$|m|$"));
    let now = fig[course].add(Line::empty().fmt("o").color("C3"));
    fig[course].add(Rule::vertical(CRITICAL).color("0.6").linestyle("--").label("$T_c$"));
    fig[course].set_xlim(3.2, 1.4).set_ylim(-0.02, 1.02).set_xlabel("temperature").set_ylabel("magnetisation").legend();

    let mut movie = AutoWriter::new().fps(30).saving(&mut fig, &path)?.expect_frames(FRAMES as f64);
    println!("{}", movie.watch(address.as_str())?);
    for k in 0..FRAMES {
        let temperature = 3.2 - 1.8 * k as f64 / FRAMES as f64;
        for _ in 0..8 {
            ising.sweep(temperature);
        }
        let m = ising.magnetisation().abs();
        movie[image].set_data(grid(&ising));
        movie[line].push(temperature, m);
        movie[now].set_data([temperature], [m]);
        movie[lattice].set_title(format!("$T = {temperature:.3}$"));
        movie.grab_frame()?;
    }
    println!("{}", movie.finish()?);
    Ok(())
}
