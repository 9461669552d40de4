use super::super::font;
use super::super::{Face, Placed, TextLayout, Words};
use super::trouble;

fn glyphs(text: &str, px: f32) -> Vec<Placed> {
    TextLayout::new(&Words::new(text, px)).lines().flatten().copied().collect()
}

#[test]
fn glyphs_are_where_mathtext_has_them() {
    let reference = include_str!("../../../tests/data/mathtext.tsv");
    for row in reference.lines() {
        let mut fields = row.split('\t');
        let mut field = || fields.next().expect("four fields");
        let (text, points, width, wanted) = (field(), field(), field(), field());
        let px = points.parse::<f32>().unwrap() * 100.0 / 72.0;
        let layout = TextLayout::new(&Words::new(text, px));
        let width = width.parse::<f32>().unwrap();
        assert!((layout.width - width).abs() < 0.6, "{text} at {points}: {} wide, not {width}", layout.width);
        // of one formula as drawn, and of the same as designed
        let design = TextLayout::design(&Words::new(text, px));
        let scale = px / font::EM;
        for (layout, scale, rounded) in [(&layout, 1.0, 0.5), (&design, scale, 0.0)] {
            // blanks are not in the list
            let blank = |p: &&Placed| font::y_range(p.face, p.glyph).is_some();
            let glyphs: Vec<&Placed> = layout.lines().flatten().filter(blank).collect();
            assert_eq!(glyphs.len(), wanted.split(' ').count(), "{text}");
            for (placed, wanted) in glyphs.iter().zip(wanted.split(' ')) {
                let c = wanted.chars().next().unwrap();
                let numbers: Vec<f32> = wanted[c.len_utf8()..].split(',').map(|n| n.parse().unwrap()).collect();
                assert_eq!(font::glyph(placed.face, c), (placed.face, placed.glyph), "{text}: {c}");
                let x = placed.x as f32 / 64.0 * scale;
                assert!((x - numbers[0]).abs() < 0.6, "{text} at {points}: {c} at {x}, not {}", numbers[0]);
                let y = placed.raised as f32 * scale;
                assert!((y - numbers[1]).abs() < 0.6, "{text} at {points}: {c} raised by {y}, not {}", numbers[1]);
                let size = f32::from(placed.ppem) * scale;
                assert!(
                    (size - numbers[2]).abs() <= rounded + 0.01,
                    "{text} at {points}: {c} of {size}, not {}",
                    numbers[2]
                );
            }
        }
    }
}

/// What stands over something: every letter and every line of these formulas, wherever mathtext has it.
#[test]
fn what_is_built_is_where_mathtext_has_it() {
    let reference = include_str!("../../../tests/data/mathtext_built.tsv");
    let mut missing = Vec::new();
    for row in reference.lines() {
        let mut fields = row.split('\t');
        let mut field = || fields.next().expect("five fields");
        let (text, points, width, letters, lines) = (field(), field(), field(), field(), field());
        let px = points.parse::<f32>().unwrap() * 100.0 / 72.0;
        let scale = px / font::EM;
        let layout = TextLayout::design(&Words::new(text, px));
        let numbers = |list: &str| list.split(',').map(|n| n.parse().unwrap()).collect::<Vec<f32>>();
        let wide = width.parse::<f32>().unwrap();
        assert!(
            (layout.width * scale - wide).abs() < 1.6,
            "{text} at {points}: {} wide, not {wide}",
            layout.width * scale
        );
        let placed: Vec<&Placed> = layout.lines().flatten().collect();
        for wanted in letters.split(' ').filter(|wanted| !wanted.trim().is_empty()) {
            let c = wanted.chars().next().unwrap();
            let at = numbers(&wanted[c.len_utf8()..]);
            // advances are whole pixels there, and none in a design
            let near = |p: &&Placed| {
                let x = p.x as f32 / 64.0 * scale - at[0];
                let y = p.raised as f32 * scale - at[1];
                font::character(p.face, p.glyph) == Some(c)
                    && x.abs() < 1.0 + 0.015 * at[0]
                    && y.abs() < 1.1
                    && (f32::from(p.ppem) * scale - at[2]).abs() < 0.02
            };
            if !placed.iter().any(near) {
                missing.push(format!("{text} at {points}: no {wanted}"));
            }
        }
        let rules: Vec<_> = layout.rules().flatten().collect();
        assert_eq!(rules.len(), lines.split(' ').filter(|line| !line.is_empty()).count(), "{text}");
        for wanted in lines.split(' ').filter(|line| !line.is_empty()) {
            let [x, y, width, height] = numbers(wanted)[..] else { panic!("{wanted}") };
            let near = |rule: &&super::super::layout::Rule| {
                let off = |ours: f32, wanted: f32| (ours * scale - wanted).abs();
                off(rule.x as f32 / 64.0, x) < 1.0
                    && off(rule.raised as f32, y) < 1.1
                    && off(rule.width as f32 / 64.0, width) < 1.0
                    && off(rule.height as f32, height) < 0.02
            };
            if !rules.iter().any(near) {
                missing.push(format!("{text} at {points}: no line {wanted}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// A prime is 1.3 times as large as the text, which is more than an em of the design.
#[test]
fn primes_are_as_large_in_the_design_as_on_the_screen() {
    let size = |layout: TextLayout<'_>| {
        let largest = layout.lines().flatten().map(|placed| placed.ppem).max();
        f32::from(largest.unwrap()) / f32::from(layout.ppem())
    };
    for text in ["$f'$", "$f''_0$", "$x_{f'}$"] {
        let words = Words::new(text, 100.0);
        let (screen, design) = (size(TextLayout::new(&words)), size(TextLayout::design(&words)));
        assert!((screen - design).abs() < 0.02, "{text}: {screen} {design}");
    }
    assert!((size(TextLayout::design(&Words::new("$f'$", 100.0))) - 1.3).abs() < 0.01);
}

#[test]
fn what_is_mathematics_is_known() {
    for text in [
        "no dollar at all",
        "$5",
        "one $ sign",
        r"\$5 to \$10",
        r"$\mathrm{a b}_{c}^{d}$ and $\text{any {braces} $",
        r"$\alpha_i^2$",
        r"$f''_0$, $'$, $^2$, ${}^{14}$C",
        r"$\rm a \bf b \it c \mathit{12} \mathnormal{x} \mathdefault{10^2} \mathregular{m}$",
        r"$\sum_{i=1}^n x_i \int_0^1 \lim_{x\to0} \sin^2 x$",
        r"$a\,b\;c\ d\quad e\!f~g$",
        r"$\frac12 \dfrac{a}{b} \binom nk \genfrac{(}{]}{0}{2}{a}{b} \sqrt x \sqrt[3]{x} \sqrt[\frac12]{[x]}$",
        r"$\hat x \widehat{xy} \vec{v} \overline{ab}\underline c \overrightarrow{AB} \mathring A \underbrace{a+b}_n \overbrace{x}^2$",
        r"$\left( \frac ab \middle| c \right. \left\langle x \right\rangle \left\{ \left[ y \right] \right\} \bigl( \Bigg| x \bigr)$",
        r"$\begin{pmatrix} a & b \\ c & d \\ \end{pmatrix} \begin{cases} 1 & x > 0 \\ 0 \end{cases} \begin{array}{lr} 1 & 2 \end{array}$",
        r"$\overset{!}{=} \underset{x}{\max} \stackrel{d}{\to} \operatorname{tr} A \operatorname*{argmin}_x \substack{a \\ b} \not= \not\in$",
        r"$\mathcal{L}\mathscr{L}\mathbb{R1}\mathfrak{g}\mathtt{x_1}\mathsf{T}\mathbfit{x}\boldsymbol{\alpha x 1}$",
        r"$\color{red} x + \textcolor{C0}{y} {\color{#00ff00} z} w \phantom{abc} \llap{/} \rlap x \hspace{1.5}$",
        r"$\int\limits_0^1 \sum\nolimits_i \displaystyle x$",
        r"$\$ \% \# \& \_ \{ \} \[ \]$",
        "$x$\n$5\n$y$",
        "$中文$ 中文",
    ] {
        if text.contains("any {") {
            // its braces are not closed within the dollar signs
            assert_eq!(trouble(text).as_deref(), Some("a } is missing, at letter 34"));
        } else {
            assert_eq!(trouble(text), None, "{text}");
        }
    }
}

#[test]
fn what_is_not_known_is_shown_as_it_was_written() {
    for (text, why) in [
        (r"$\fraction{1}{2}$", r"\fraction is not known in mathematics here, at letter 2"),
        (r"a $\frac{1}$", r"there is nothing after \frac, at letter 12"),
        (r"a $\frac$", r"there is nothing after \frac, at letter 9"),
        (r"$\sqrt[3{x}$", r"there is nothing after [, at letter 12"),
        (r"$\left( x$", r"a \right is missing, at letter 10"),
        (r"$x \right)$", r"there is a \right without what begins it, at letter 4"),
        (r"$\left x\right)$", r"there is no bracket after \left, at letter 8"),
        (r"$\begin{matrix} 1 & 2$", r"\end{matrix} is missing, at letter 22"),
        (r"$\begin{tabular} 1 \end{tabular}$", r"\begin{tabular} is not known in mathematics here, at letter 8"),
        (r"$a & b$", "& is not known in mathematics, at letter 4"),
        (r"$\color{none of these} x$", "there is no colour where one should be, at letter 8"),
        (r"$\hspace{wide} x$", "there is no number where one should be, at letter 9"),
        (r"$\not\alpha$", r"what comes after \not cannot be struck through, at letter 6"),
        ("$x^$", "there is nothing after ^, at letter 4"),
        ("$x_a_b$", "there are two _ in one place, at letter 5"),
        ("$x^2^3$", "there are two ^ in one place, at letter 5"),
        ("${x$", "a } is missing, at letter 4"),
        ("$x}$", "there is a } without its {, at letter 3"),
        (r"$\mathrm x$", "there is nothing after the name of a font, at letter 10"),
        (r"$\text x$", r"there is nothing after \text, at letter 8"),
        ("5% of $5 and 6% of $6", "% is not known in mathematics, at letter 15"),
        ("one\n$\\x$\nthree $y$", r"\x is not known in mathematics here, at letter 6"),
        (r"$\\ $", r"\\ is not known in mathematics here, at letter 2"),
        (r"$a\\$ $", r"\\ is not known in mathematics here, at letter 3"),
    ] {
        assert_eq!(trouble(text).as_deref(), Some(why), "{text}");
        // every letter, as in a text without mathematics
        let as_written: Vec<u16> = glyphs(text, 14.0).iter().map(|placed| placed.glyph).collect();
        let plain = text.replace('\n', "").chars().map(|c| font::glyph(Face::Sans, c).1).collect::<Vec<_>>();
        assert_eq!(as_written, plain, "{text}");
    }
}

#[test]
fn dollar_signs_without_mathematics() {
    let width = |text| TextLayout::new(&Words::new(text, 14.0)).width;
    assert_eq!(width(r"\$5 to \$10"), width("S5 to S10") + 2.0 * (width("$") - width("S")));
    assert_eq!(glyphs("$5", 14.0).len(), 2);
    // each line for itself
    assert_eq!(glyphs("$5\n$x$", 14.0).len(), 3);
    assert_eq!(glyphs(r"$\$5$", 14.0).len(), 2);
}

#[test]
fn space_is_between_and_not_at_the_ends() {
    let width = |text| TextLayout::design(&Words::new(text, 14.0)).width;
    let space = 0.2 * 1995.0;
    let near = |a: f32, b: f32| assert!((a - b).abs() < 1.0, "{a}, {b}");
    near(width("$a+b$"), width("$ab$") + width("$+$") + 2.0 * space);
    near(width("$a=b$"), width("$ab$") + width("$=$") + 2.0 * space);
    near(width("$-b$"), width("$b$") + width("$-$"));
    near(width("$a=-b$"), width("$a=b$") + width("$-$"));
    near(width("$(-b)$"), width("$(b)$") + width("$-$"));
    near(width("$a,b$"), width("$ab$") + width("$,$") + space);
    // a number
    near(width("$1.5$"), width("1.5"));
    near(width("$a ± b$"), width(r"$a \pm b$"));
    near(width(r"$\sin(x)$"), width("sin") + width("$(x)$"));
    near(width(r"$\sin x$"), width("sin") + width("$x$") + 0.16667 * 1995.0);
}

#[test]
fn a_line_with_high_scripts_is_higher() {
    let layout = |text| TextLayout::new(&Words::new(text, 14.0));
    let plain = layout("x");
    let high = layout(r"$\sum_{i=1}^n x$");
    assert!(high.height > plain.height + 10.0 && high.descent > plain.descent + 5.0, "{high:?}");
    assert_eq!(layout("$x$").height, plain.height);
}

#[test]
fn names_are_sorted() {
    assert!(super::symbols::all().map(|row| row.0).is_sorted());
    assert!(super::symbols::FUNCTIONS.is_sorted());
}

#[test]
fn every_sign_has_a_glyph() {
    for (name, c) in super::symbols::all() {
        let (_, glyph) = super::glyphs::glyph_of(c, super::tree::Font::Normal);
        assert_ne!(glyph, 0, "{name}");
    }
}

/// Numbers by chance.
fn chance(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

#[test]
fn any_text_is_laid_out() {
    const PARTS: &[&str] = &[
        "$",
        "\\",
        "{",
        "}",
        "^",
        "_",
        " ",
        "a",
        "α",
        "1",
        "\\frac",
        "\\alpha",
        "'",
        "\n",
        "\\mathrm",
        "\\text",
        ".",
        ",",
        "+",
        "\\sum",
        "\\int",
        "\\sin",
        "=",
        "(",
        "|",
        "\u{301}",
        "中",
        "\\sqrt",
        "[",
        "]",
        "\\left",
        "\\right",
        "\\middle",
        "\\hat",
        "\\widehat",
        "\\overline",
        "\\underbrace",
        "\\begin{matrix}",
        "\\end{matrix}",
        "&",
        "\\\\",
        "\\binom",
        "\\mathcal{",
        "\\color{red}",
        "\\not",
        "\\Bigl",
        "\\genfrac",
        "\\substack{",
        "\\limits",
        "\\operatorname{",
        "\\phantom{",
        "\\overset{",
        "\\boldsymbol{",
        "\\hspace{1}",
    ];
    let rounds = std::env::var("GRABFRAME_FUZZ_STRINGS").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let (mut state, mut known) = (1, 0);
    for _ in 0..rounds {
        let mut text = String::from("$");
        for _ in 0..chance(&mut state) % 24 {
            text.push_str(PARTS[chance(&mut state) % PARTS.len()]);
        }
        text.push('$');
        known += usize::from(trouble(&text).is_none());
        for layout in [TextLayout::new(&Words::new(&text, 13.3)), TextLayout::design(&Words::new(&text, 13.3))] {
            assert!(layout.width.is_finite() && layout.height.is_finite(), "{text}");
        }
    }
    assert!(known > rounds / 50, "{known}");
}

#[test]
fn depth_and_length_are_bounded() {
    for open in [
        "{",
        "x^{",
        "x_",
        "^",
        r"\mathrm{",
        r"\text{",
        r"\sum_{",
        "'",
        r"\frac{",
        r"\sqrt",
        r"\sqrt[",
        r"\left(",
        r"\hat",
        r"\begin{matrix}",
        r"\not",
        r"\overset{a}",
        r"\boldsymbol",
        r"\color{red}",
        r"\substack{",
        r"\underbrace",
    ] {
        let text = format!("${}$", open.repeat(10_000));
        assert!(open == "'" || trouble(&text).is_some(), "{open}");
        assert!(TextLayout::new(&Words::new(&text, 13.3)).width > 0.0);
    }
    let nested = |depth| format!("${}x{}$", "{".repeat(depth), "}".repeat(depth));
    assert_eq!(trouble(&nested(20)), None);
    assert!(trouble(&nested(30)).is_some());
    // twice as long takes twice as much, and nothing takes seconds
    let long = format!("${}$", r"\alpha_i^{2} + \, ".repeat(10_000));
    assert_eq!(trouble(&long), None);
    assert!(TextLayout::new(&Words::new(&long, 13.3)).width > 0.0);
}

/// The page has every name, and the picture in it is made from these.
#[test]
fn the_page_has_every_sign() {
    let page = include_str!("../../../docs/mathematics.md");
    let listed = page.split("```text").nth(1).unwrap().split("```").next().unwrap().split_whitespace();
    let listed: Vec<&str> = listed.map(|name| &name[1..]).collect();
    assert_eq!(listed, super::symbols::all().map(|row| row.0).collect::<Vec<_>>());
}

/// Files say what a sign of the private area stands for.
#[test]
fn private_signs_are_read_as_what_they_are() {
    for (c, font, shown) in [
        ('L', super::tree::Font::Calligraphic, 'L'),
        ('q', super::tree::Font::Mono, 'q'),
        ('x', super::tree::Font::BoldSlanted, 'x'),
        ('α', super::tree::Font::BoldSlanted, 'α'),
        ('g', super::tree::Font::Fraktur, '𝔤'),
    ] {
        let (face, glyph) = super::glyphs::glyph_of(c, font);
        assert!(matches!(face, Face::Math | Face::Frame), "{c}");
        assert_eq!(font::character(face, glyph).map(super::plain), Some(shown));
    }
    for c in "()[]{}⟨⟩⌊⌋⌈⌉√".chars() {
        let sizes: Vec<_> = super::glyphs::sizes(c).collect();
        assert!(sizes.len() >= 3, "{c}");
        for (face, glyph) in sizes {
            assert_eq!(font::character(face, glyph).map(super::plain), Some(c));
        }
    }
}
