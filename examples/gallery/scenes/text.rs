//! Words in boxes: the citric acid cycle, and where in it a molecule is.

use std::f64::consts::TAU;

use grabframe::TextBox;
use grabframe::prelude::*;

use super::Scene;

const STEPS: [(&str, &str); 8] = [
    ("citrate", "round"),
    ("isocitrate", "square"),
    (r"$\alpha$-ketoglutarate", "round4"),
    ("succinyl-CoA", "sawtooth"),
    ("succinate", "roundtooth"),
    ("fumarate", "ellipse"),
    ("malate", "round,rounding_size=1"),
    ("oxaloacetate", "square,pad=0.6"),
];

pub fn text() -> Scene {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(-1.6, 1.6).set_ylim(-1.2, 1.2).set_frame(false);
    let mut names = Vec::new();
    for (i, (name, _)) in STEPS.iter().enumerate() {
        let angle = TAU * (0.25 - i as f64 / 8.0);
        names.push(fig[ax].add(Text::new(1.2 * angle.cos(), angle.sin(), *name).ha("center").va("center")));
    }
    let hand = TextBox::new("rarrow").facecolor("tab:blue").edgecolor("none").alpha(0.3);
    let hand = fig[ax].add(Text::new(0, 0, "acetyl-CoA").ha("center").va("center").bbox(hand));
    let clock = fig[ax].add(Text::new(0.02, 0.98, "").axes_fraction().va("top").bbox("larrow,pad=0.2"));
    Scene::new(fig, 48, move |fig, k| {
        let now = k as f64 / 6.0;
        for (i, (name, (_, style))) in names.iter().zip(STEPS).enumerate() {
            let far = (now - i as f64).abs();
            let near = (1.0 - far.min(8.0 - far)).max(0.0);
            let color = (1.0, 1.0 - 0.5 * near, 1.0 - near);
            fig[*name].set_bbox(TextBox::new(style).facecolor(color));
        }
        fig[hand].set_rotation(90.0 - 45.0 * now);
        fig[clock].set_text(format!("step {:.1}", now + 1.0));
    })
}
