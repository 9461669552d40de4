//! Draws the table of `run.py` as a chart: milliseconds of a frame, one line a scene, one kind of point a library.
//!
//!     chart FILE.svg < TABLE
//!
//! The table has a line for each value: scene, library, whether it is antialiased (`yes` or `no`), milliseconds, apart by tabulators.

use std::io::Read;

use grabframe::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: chart FILE < TABLE")?;
    let mut table = String::new();
    std::io::stdin().read_to_string(&mut table)?;
    let (mut scenes, mut libraries): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut points = Vec::new();
    for row in table.lines() {
        let [scene, library, smooth, ms] = row.split('\t').collect::<Vec<_>>()[..] else { return Err(row.into()) };
        let place = |all: &mut Vec<_>, name| {
            all.iter().position(|other| *other == name).unwrap_or_else(|| {
                all.push(name);
                all.len() - 1
            })
        };
        points.push((place(&mut scenes, scene), place(&mut libraries, library), smooth == "yes", ms.parse::<f64>()?));
    }
    let mut fig = Figure::inches(8.0, 1.4 + 0.29 * scenes.len() as f64).constrained();
    let ax = fig.add_axes();
    let least = points.iter().map(|p| p.3).fold(f64::INFINITY, f64::min);
    let most = points.iter().map(|p| p.3).fold(0.0, f64::max);
    for y in 0..scenes.len() {
        let of = |library: usize| points.iter().find(|p| (p.0, p.1) == (y, library)).map(|p| p.3);
        if let (Some(ours), Some(theirs)) = (of(0), of(1)) {
            let path = Line::new([ours, theirs], [y, y]).color("0.8").linewidth(1).zorder(0.9);
            fig[ax].add(path);
            let words = format!("{:.0}x", theirs / ours);
            fig[ax].add(Text::new(most * 1.8, y as f64, words).fontsize(8).va("center").color("0.35"));
        }
    }
    for (library, marker) in ["o", "s", "^", "D", "v", "P"].iter().enumerate().take(libraries.len()) {
        for smooth in [true, false] {
            let of: Vec<_> = points.iter().filter(|p| p.1 == library && p.2 == smooth).collect();
            if of.is_empty() {
                continue;
            }
            let (x, y): (Vec<f64>, Vec<usize>) = of.iter().map(|p| (p.3, p.0)).unzip();
            let color = format!("C{}", [0, 1, 2, 4, 5, 7][library]);
            let label = libraries[library].to_owned() + if smooth { "" } else { ", not antialiased" };
            let dots = Scatter::new(x, y).marker(*marker).sizes(if library == 0 { 52 } else { 30 }).label(label);
            let dots = if smooth { dots.color(color.as_str()) } else { dots.color("w").edgecolor(color.as_str()) };
            fig[ax].add(dots);
        }
    }
    fig[ax].set_xscale("log").set_xlim(least / 1.6, most * 8.0).set_ylim(scenes.len() as f64 - 0.4, -0.6);
    fig[ax].set_yticklabels(0..scenes.len(), scenes).set_xlabel("a frame, ms (less is better)").grid(true);
    fig.legend(Legend::new().outside("top").ncols(3));
    fig.save(&path)?;
    Ok(())
}
