//! Log axes: how the errors of three rules of integration fall, with ticks at powers of ten and lines at all of their multiples.

use grabframe::prelude::*;

use super::Scene;

pub fn loglog() -> Scene {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let steps: Vec<f64> = (0..=36).map(|i| 10_f64.powf(i as f64 / 9.0)).collect();
    let rules = [("rectangle", 1.0, "o-"), ("trapezoid", 2.0, "s-"), ("Simpson", 4.0, "^-")];
    let lines = rules.map(|(name, _, look)| fig[ax].add(Line::empty().fmt(look).markersize(4).label(name)));
    fig[ax].set_xscale("log").set_yscale("log").set_xlim(1, 1e4).set_ylim(1e-12, 10);
    fig[ax].set_grid(GridLines::new().which("both").alpha(0.4)).legend_at("lower left");
    fig[ax].set_xlabel("steps").set_ylabel("error");
    Scene::new(fig, 37, move |fig, k| {
        for (line, (_, order, _)) in lines.iter().zip(rules) {
            let error = steps[..=k].iter().map(|n| (0.8 * n.powf(-order)).max(1e-12)).collect::<Vec<_>>();
            fig[*line].set_data(&steps[..=k], error);
        }
        fig[ax].set_title(format!("{:.0} steps", steps[k]));
    })
}
