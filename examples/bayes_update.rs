//! What is known of a coin after more and more throws, after matplotlib's example of this name.
//!
//!     cargo run --release --example bayes_update [-- OUT.gif]

use grabframe::prelude::*;
use ndarray::Array1;

fn main() -> grabframe::Result<()> {
    let out = std::env::args().nth(1).unwrap_or("bayes_update.gif".into());
    let mut x = 5_u32;
    let mut random = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(x) / 4_294_967_296.0
    };
    let p = Array1::linspace(0.0, 1.0, 301);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::new(&p, &p).label("posterior"));
    let area = fig[ax].add(FillBetween::new(&p, 0, &p).color("tab:blue").alpha(0.3));
    fig[ax].add(Rule::vertical(0.7).color("k").linestyle("--").label("true"));
    let count = fig[ax].add(Text::new(0.03, 0.93, "").axes_fraction());
    fig[ax].set_xlim(0, 1).set_ylim(0, None).legend_at("center left");
    fig[ax].set_xlabel("chance of heads").set_ylabel("density");

    let (mut heads, mut tails) = (0, 0);
    let mut movie = AutoWriter::new().fps(15).saving(&mut fig, &out)?;
    for _ in 0..150 {
        let density = p.mapv(|p: f64| p.powi(heads) * (1.0 - p).powi(tails));
        let density = &density / (density.sum() / 300.0);
        movie[line].set_ydata(&density);
        movie[area].set_data(&p, 0, &density);
        movie[count].set_text(format!("{heads} heads, {tails} tails"));
        movie.grab_frame()?;
        if random() < 0.7 { heads += 1 } else { tails += 1 }
    }
    println!("{}", movie.finish()?);
    Ok(())
}
