//! Mathematics between dollar signs: formulas as they stand in papers, and every sign that has a name.
//!
//!     cargo run --release --example mathematics
//!
//! writes `mathematics_formulas.png` and `mathematics_signs.png`. The names of the signs are those of `docs/mathematics.md`.

use grabframe::prelude::*;

const FORMULAS: [&str; 20] = [
    r"$i\hbar\,\frac{\partial}{\partial t}\Psi = \left[-\frac{\hbar^2}{2m}\nabla^2 + V\right]\Psi$",
    r"$\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}$",
    r"$x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}$",
    r"$\zeta(s) = \sum_{n=1}^\infty \frac{1}{n^s} = \prod_p \frac{1}{1-p^{-s}}$",
    r"$\oint_C \vec{B}\cdot d\vec{l} = \mu_0 I + \mu_0\epsilon_0 \frac{d\Phi_E}{dt}$",
    r"$\dfrac{\partial u}{\partial t} + u\,\dfrac{\partial u}{\partial x} = \nu\,\dfrac{\partial^2 u}{\partial x^2}$",
    r"$\lim_{n\to\infty}\left(1+\frac{1}{n}\right)^n = e$",
    r"$\binom{n}{k} = \frac{n!}{k!\,(n-k)!}$",
    r"$\sqrt[3]{\frac{x}{y}} + \overline{z} + \widehat{abc} + \underline{m}$",
    r"$\left\langle \psi \,\middle|\, \hat{H} \,\middle|\, \psi \right\rangle = E_0$",
    r"$\chi^2_\nu = \frac{1}{\nu}\sum_i \frac{(O_i-E_i)^2}{\sigma_i^2}$",
    r"$\boldsymbol{\theta} = \operatorname*{argmin}_{\theta\in\mathbb{R}^n} \mathcal{L}(\theta)$",
    r"$\begin{pmatrix} \cos\phi & -\sin\phi \\ \sin\phi & \cos\phi \end{pmatrix}\begin{bmatrix} x \\ y \end{bmatrix}$",
    r"$|x| = \begin{cases} x & \text{if } x \geq 0 \\ -x & \text{otherwise} \end{cases}$",
    r"$\underbrace{a + b + \cdots + z}_{26} \leq \overbrace{x + y}^{2}$",
    r"$\left.\frac{df}{dx}\right|_{x=0} \neq \mathscr{F}^{-1}\{\mathfrak{g}\}$",
    r"$\sum_{\substack{i<j \\ j<k}} a_{ijk} \stackrel{!}{=} \overrightarrow{AB}$",
    r"$\textcolor{C0}{\sin^2 x} + \textcolor{C1}{\cos^2 x} = 1$",
    r"$\iint_D f\,dA = \iiint_V \nabla\cdot\mathbf{F}\,dV$",
    r"${}^{14}_{\ 6}\mathrm{C} \to {}^{14}_{\ 7}\mathrm{N} + \mathrm{e}^- + \bar{\nu}_\mathrm{e}$",
];

fn main() -> grabframe::Result<()> {
    formulas().save("mathematics_formulas.png")?;
    signs().save("mathematics_signs.png")?;
    println!("mathematics_formulas.png and mathematics_signs.png");
    Ok(())
}

/// Two columns of formulas.
fn formulas() -> Figure {
    let mut fig = Figure::pixels(900, 900);
    for (k, formula) in FORMULAS.into_iter().enumerate() {
        let (column, row) = (k / 10, k % 10);
        let at = (0.03 + 0.5 * column as f64, 0.935 - 0.096 * row as f64);
        let words = fig.text(at.0, at.1, formula);
        fig[words].set_fontsize(14).set_va("center");
    }
    fig
}

/// Every name and its sign.
fn signs() -> Figure {
    const COLUMNS: usize = 6;
    let page = include_str!("../docs/mathematics.md");
    let names: Vec<&str> = page
        .split("```text")
        .nth(1)
        .map_or_else(Vec::new, |rest| rest.split("```").next().unwrap_or_default().split_whitespace().collect());
    let rows = names.len().div_ceil(COLUMNS);
    let mut fig = Figure::pixels(1320, 18 * (rows as u32 + 1));
    for (k, name) in names.into_iter().enumerate() {
        let (column, row) = (k / rows, k % rows);
        let (x, y) = (0.01 + column as f64 / COLUMNS as f64, 1.0 - (row as f64 + 1.0) / (rows as f64 + 1.0));
        fig.text(x, y, format!("${name}$"));
        let words = fig.text(x + 0.022, y, name);
        fig[words].set_fontsize(8).set_color("0.4");
    }
    fig
}
