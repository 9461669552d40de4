//! What a page or a form consists of: operators, and what they have set so far.

use crate::export::number::number;
use crate::export::trace::Trace;
use crate::geom::Point;
use crate::style::{Cap, Color, Join};

/// Decimals of places on lines and borders: a hundredth of a pixel. They are as exact as what raster pictures show of them.
const DECIMALS: u32 = 2;

/// What is in force; `None` where that is not known.
#[derive(Clone, Debug)]
struct State {
    fill: Option<[u8; 3]>,
    stroke: Option<[u8; 3]>,
    fill_alpha: Option<u8>,
    stroke_alpha: Option<u8>,
    width: Option<f32>,
    cap: Option<Cap>,
    join: Option<Join>,
    /// The operands of the dashes, without the operator.
    dashes: Option<String>,
}

impl State {
    const UNKNOWN: Self = Self {
        fill: None,
        stroke: None,
        fill_alpha: None,
        stroke_alpha: None,
        width: None,
        cap: None,
        join: None,
        dashes: None,
    };
}

/// Which opacities are defined, of what is filled and of what is stroked.
#[derive(Debug)]
pub(super) struct Alphas {
    pub(super) fill: [bool; 256],
    pub(super) stroke: [bool; 256],
}

/// Operators in the making.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) out: String,
    pub(super) alphas: Alphas,
    state: State,
    /// What was in force when it was kept.
    kept: Vec<State>,
}

/// Operators that wait until those of a form are written.
pub(super) struct Waiting {
    out: String,
    state: State,
    kept: Vec<State>,
}

impl Content {
    pub(super) fn new() -> Self {
        let alphas = Alphas { fill: [false; 256], stroke: [false; 256] };
        Self { out: String::new(), alphas, state: State::UNKNOWN, kept: Vec::new() }
    }

    /// Begins a form, which is not told what is in force where it is used.
    pub(super) fn begin_form(&mut self) -> Waiting {
        Waiting {
            out: std::mem::take(&mut self.out),
            state: std::mem::replace(&mut self.state, State::UNKNOWN),
            kept: std::mem::take(&mut self.kept),
        }
    }

    /// Goes on with what waited: what the form consists of.
    pub(super) fn end_form(&mut self, waiting: Waiting) -> String {
        (self.state, self.kept) = (waiting.state, waiting.kept);
        std::mem::replace(&mut self.out, waiting.out)
    }

    /// Keeps what is in force, until it is restored.
    pub(super) fn keep(&mut self) {
        self.out.push_str("q\n");
        self.kept.push(self.state.clone());
    }

    pub(super) fn restore(&mut self) {
        self.out.push_str("Q\n");
        self.forget();
    }

    /// Back to what was kept, without a word.
    pub(super) fn forget(&mut self) {
        self.state = self.kept.pop().unwrap_or(State::UNKNOWN);
    }

    /// Numbers with a space after each.
    pub(super) fn numbers(&mut self, values: &[f64], decimals: u32) {
        for value in values {
            number(&mut self.out, *value, decimals);
            self.out.push(' ');
        }
    }

    /// An operator without operands, or after them.
    pub(super) fn operator(&mut self, operator: &str) {
        self.out.push_str(operator);
        self.out.push('\n');
    }

    pub(super) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64) {
        self.numbers(&[x, y, width, height], DECIMALS);
        self.operator("re");
    }

    /// Another place and size for what follows: the matrix that takes it there.
    pub(super) fn transform(&mut self, matrix: [f64; 6], decimals: u32) {
        self.numbers(&matrix, decimals);
        self.operator("cm");
    }

    /// Shows a form or an image.
    pub(super) fn show(&mut self, kind: char, index: usize) {
        self.resource(kind, index);
        self.operator(" Do");
    }

    /// The name of something that the file has.
    pub(super) fn resource(&mut self, kind: char, index: usize) {
        self.out.push('/');
        self.out.push(kind);
        number(&mut self.out, index as f64, 0);
    }

    fn solid(&mut self, color: Color, operator: &str) {
        for channel in color.channels() {
            number(&mut self.out, f64::from(channel) / 255.0, 3);
            self.out.push(' ');
        }
        self.operator(operator);
    }

    /// The colour of what is filled, and its opacity.
    pub(super) fn fill_color(&mut self, color: Color) {
        if self.state.fill != Some(color.channels()) {
            self.state.fill = Some(color.channels());
            self.solid(color, "rg");
        }
        self.fill_alpha(color.a);
    }

    pub(super) fn fill_alpha(&mut self, alpha: u8) {
        if self.state.fill_alpha != Some(alpha) {
            self.state.fill_alpha = Some(alpha);
            self.alphas.fill[usize::from(alpha)] = true;
            self.resource('f', alpha.into());
            self.operator(" gs");
        }
    }

    /// The colour of lines, and its opacity.
    pub(super) fn stroke_color(&mut self, color: Color) {
        if self.state.stroke != Some(color.channels()) {
            self.state.stroke = Some(color.channels());
            self.solid(color, "RG");
        }
        if self.state.stroke_alpha != Some(color.a) {
            self.state.stroke_alpha = Some(color.a);
            self.alphas.stroke[usize::from(color.a)] = true;
            self.resource('s', color.a.into());
            self.operator(" gs");
        }
    }

    /// How lines are drawn, in pixels. Lengths on and off by turns, none for a solid line, and where in them it begins.
    pub(super) fn pen(&mut self, width: f32, cap: Cap, join: Join, dashes: &[f64], offset: f32) {
        if self.state.width != Some(width) {
            self.state.width = Some(width);
            self.numbers(&[width.into()], 3);
            self.operator("w");
        }
        if self.state.cap != Some(cap) {
            self.state.cap = Some(cap);
            self.operator(match cap {
                Cap::Butt => "0 J",
                Cap::Round => "1 J",
                Cap::Projecting => "2 J",
            });
        }
        if self.state.join != Some(join) {
            self.state.join = Some(join);
            self.operator(match join {
                Join::Miter => "0 j",
                Join::Round => "1 j",
                Join::Bevel => "2 j",
            });
        }
        let mut pattern = String::from("[");
        for (i, dash) in dashes.iter().enumerate() {
            if i > 0 {
                pattern.push(' ');
            }
            number(&mut pattern, *dash, 3);
        }
        pattern.push(']');
        number(&mut pattern, if dashes.is_empty() { 0.0 } else { offset.into() }, 3);
        if self.state.dashes.as_ref() != Some(&pattern) {
            self.out.push_str(&pattern);
            self.operator(" d");
            self.state.dashes = Some(pattern);
        }
    }

    fn step(&mut self, points: &[Point], operator: &str) {
        for p in points {
            self.numbers(&[p.x.into(), p.y.into()], DECIMALS);
        }
        self.operator(operator);
    }
}

impl Trace for Content {
    fn move_to(&mut self, x: f64, y: f64) {
        self.step(&[Point::new(x as f32, y as f32)], "m");
    }

    fn line_to(&mut self, x: f64, y: f64) {
        self.step(&[Point::new(x as f32, y as f32)], "l");
    }

    fn cubic_to(&mut self, controls: [Point; 2], to: Point) {
        self.step(&[controls[0], controls[1], to], "c");
    }

    fn close(&mut self) {
        self.operator("h");
    }
}
