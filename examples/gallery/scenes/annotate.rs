//! Annotations: what is to be seen of a resonance, as its damping grows.

use grabframe::prelude::*;
use grabframe::{Arrow, TextBox};

use super::{Scene, linspace};

pub fn annotate() -> Scene {
    let w = linspace(0.0, 2.0, 201);
    let height = |w: f64, g: f64| 1.0 / f64::hypot(1.0 - w * w, g * w);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let curve = fig[ax].plot(&w, &w);
    fig[ax].set_xlim(0, 2).set_ylim(0, 6).set_xlabel(r"$\omega / \omega_0$").set_ylabel("amplitude");
    let bent = Arrow::new("-|>").connectionstyle("arc3,rad=0.3").color("tab:red");
    let sheet = TextBox::new("round").facecolor("wheat");
    let peak = fig[ax].add(Annotation::new("", (0, 0)).at((1.35, 5.0)).arrow(bent).bbox(sheet));
    let width = fig[ax].add(Annotation::new("", (0, 0)).arrow(Arrow::new("<->").shrink(0, 0)));
    let words = fig[ax].add(Annotation::new("", (0, 0)).offset(45, 0).va("center").arrow("-"));
    let fancy = Arrow::new("fancy").connectionstyle("angle3,angleA=0,angleB=90").facecolor("tab:green");
    fig[ax].add(Annotation::new("at rest", (0.02, 1.03)).at((0.25, 3.0)).arrow(fancy));
    let tail = Annotation::new(r"falls as $\omega^{-2}$", (1.8, 0.45)).at((0.98, 0.2)).textcoords("axes fraction");
    fig[ax].add(tail.ha("right").arrow(Arrow::new("->").connectionstyle("arc3,rad=-0.2")));
    let bracket = Annotation::new("driven slowly", (0.25, 0.9)).at((0.25, 0.3)).ha("center").fontsize(8);
    fig[ax].add(bracket.arrow("-[,widthB=3.5"));
    Scene::new(fig, 36, move |fig, k| {
        let g = 0.3 - 0.1 * (std::f64::consts::TAU * k as f64 / 36.0).cos();
        let top = f64::sqrt(1.0 - g * g / 2.0);
        let high = height(top, g);
        // where the square is half of that of the peak
        let (middle, half) = (top * top, g * f64::sqrt(1.0 - g * g / 4.0));
        let (from, to) = (f64::sqrt(middle - half), f64::sqrt(middle + half));
        let level = high / f64::sqrt(2.0);
        fig[curve].set_ydata(w.iter().map(|w| height(*w, g)).collect::<Vec<_>>());
        fig[peak].set_xy(top, high).set_text(format!("peak {high:.2}\nat {top:.3}"));
        fig[width].set_xy(to, level).set_position(from, level);
        fig[words].set_xy(to, level).set_text(format!("$\\Delta\\omega$ = {:.2}", to - from));
    })
}
