//! How a line is interrupted, ends and turns, and which of its points have which markers.

use super::Line;
use crate::artist::{MarkerLook, Painter, properties};
use crate::data::Number;
use crate::style::{Cap, Color, FillStyle, IntoColor, IntoMarkEvery, Join, LineStyle, MarkEvery, NameOr, Pen, Theme};

/// What few lines have: behind a pointer, so that a line without is not larger.
#[derive(Clone, Debug, Default)]
pub(super) struct Rare {
    markevery: Option<MarkEvery>,
    fillstyle: FillStyle,
    face_alt: Option<Color>,
    /// Of solid lines and of dashes.
    caps: [Option<Cap>; 2],
    joins: [Join; 2],
    dash_offset: f32,
    dash_anchor: Option<f64>,
    snap: bool,
}

impl Line {
    properties! {
        /// Sets which points have a marker: `5` (every fifth), `(2, 5)` (from the third on), `[0, 7, 9]`, or a share of the diagonal of
        /// the axes, `0.1`, so that markers are equally far apart; see [`MarkEvery`]. Default: all.
        ///
        /// # Panics
        /// If a step is not positive.
        pub set_markevery, markevery(self, every: impl IntoMarkEvery) {
            self.rare_mut().markevery = Some(every.into_markevery());
        } -> get_markevery: Option<&MarkEvery> { self.rare.as_ref()?.markevery.as_ref() }

        /// Sets which half of the markers is filled: a [`FillStyle`], or `"full"`, `"left"`, `"right"`, `"bottom"`, `"top"` or `"none"`.
        /// Default: all of them. The other half has [`markerfacecoloralt`](Line::markerfacecoloralt).
        ///
        /// # Panics
        /// If a name is that of no such part.
        pub set_fillstyle, fillstyle(self, style: impl NameOr<FillStyle>) { self.rare_mut().fillstyle = style.value(); }
            -> get_fillstyle: FillStyle { self.rare.as_ref().map_or(FillStyle::Full, |rare| rare.fillstyle) }

        /// Sets the filling of the other half of markers of which [`fillstyle`](Line::fillstyle) fills one. Default: none.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_markerfacecoloralt, markerfacecoloralt(self, color: impl IntoColor) {
            self.rare_mut().face_alt = Some(color.into_color());
        } -> get_markerfacecoloralt: Color { self.rare.as_ref().and_then(|rare| rare.face_alt).unwrap_or(Color::TRANSPARENT) }

        /// Sets how the line ends where it is not dashed: a [`Cap`], or `"butt"`, `"round"` or `"projecting"`. Default: projecting.
        ///
        /// # Panics
        /// If a name is that of no end.
        pub set_solid_capstyle, solid_capstyle(self, cap: impl NameOr<Cap>) { self.rare_mut().caps[0] = Some(cap.value()); }
            -> get_solid_capstyle: Cap { self.rare.as_ref().and_then(|rare| rare.caps[0]).unwrap_or(Cap::Projecting) }

        /// Sets how each dash ends: a [`Cap`], or `"butt"`, `"round"` or `"projecting"`. Default: butt.
        ///
        /// # Panics
        /// If a name is that of no end.
        pub set_dash_capstyle, dash_capstyle(self, cap: impl NameOr<Cap>) { self.rare_mut().caps[1] = Some(cap.value()); }
            -> get_dash_capstyle: Cap { self.rare.as_ref().and_then(|rare| rare.caps[1]).unwrap_or(Cap::Butt) }

        /// Sets how the line turns corners where it is not dashed: a [`Join`], or `"round"`, `"miter"` or `"bevel"`. Default: round.
        ///
        /// # Panics
        /// If a name is that of no turn.
        pub set_solid_joinstyle, solid_joinstyle(self, join: impl NameOr<Join>) { self.rare_mut().joins[0] = join.value(); }
            -> get_solid_joinstyle: Join { self.rare.as_ref().map_or(Join::Round, |rare| rare.joins[0]) }

        /// Sets how dashes turn corners: a [`Join`], or `"round"`, `"miter"` or `"bevel"`. Default: round.
        ///
        /// # Panics
        /// If a name is that of no turn.
        pub set_dash_joinstyle, dash_joinstyle(self, join: impl NameOr<Join>) { self.rare_mut().joins[1] = join.value(); }
            -> get_dash_joinstyle: Join { self.rare.as_ref().map_or(Join::Round, |rare| rare.joins[1]) }

        /// Lets the line begin so much further in the pattern of its dashes, in points of a line one point wide, as the pattern itself
        /// is measured. Growing from frame to frame it lets dashes run backward along the line. Default: 0.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_dash_offset, dash_offset(self, points: impl Number) {
            let points = points.to_f64();
            assert!(points.is_finite(), "dashes cannot begin {points} points into their pattern");
            self.rare_mut().dash_offset = points as f32;
        } -> get_dash_offset: f32 { self.rare.as_ref().map_or(0.0, |rare| rare.dash_offset) }

        /// Lets dashes belong to places along x, in place of being counted from the first point: a dash begins at `x`, and the pattern
        /// is laid along the x axis from there to both sides. Default: it follows the line from its first point on.
        ///
        /// Where data scroll through the axes and points are left out at their beginning, as in a strip chart, the pattern would begin
        /// anew with each of them, and dashes crawl along the line. Those that belong to a place stand still in the data, whichever part
        /// of it is there. Any `x` will do, `0` for instance, if it stays the same. Lengths are points, as ever, so that zooming moves
        /// dashes; and since they are measured along x, they are longer where the line is steep.
        ///
        /// ```
        /// use grabframe::prelude::*;
        /// let mut fig = Figure::new();
        /// let ax = fig.add_axes();
        /// let line = fig[ax].add(Line::empty().linestyle("--").dash_anchor(0));
        /// for i in 0..3 {
        ///     let t: Vec<f64> = (i..i + 200).map(|k| 0.01 * f64::from(k)).collect(); // the last two seconds
        ///     let y: Vec<f64> = t.iter().map(|t| t.sin()).collect();
        ///     fig[line].set_data(&t, &y);
        ///     fig[ax].set_xlim(t[0], t[0] + 2.0);
        /// }
        /// ```
        pub set_dash_anchor, dash_anchor(self, x: impl Number) { self.rare_mut().dash_anchor = Some(x.to_f64()); }
            -> get_dash_anchor: Option<f64> { self.rare.as_ref()?.dash_anchor }

        /// Sets whether a line that is level or upright from each point to the next lies on whole pixels, so that its sides are sharp,
        /// as matplotlib draws all such lines. It is for what stands still: a line that moves jumps from pixel to pixel then. Default:
        /// no, the line is where its data is. Where there are no pixels, in SVG and PDF, nothing changes, nor where dashes belong to places
        /// ([`dash_anchor`](Line::dash_anchor)).
        pub set_snap, snap(self, snap: bool) { self.rare_mut().snap = snap; }
            -> get_snap: bool { self.rare.as_ref().is_some_and(|rare| rare.snap) }
    }

    fn rare_mut(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    /// What the line is drawn with, as a theme has it if nothing else was said.
    pub(super) fn pen(&self, theme: Option<&Theme>) -> Pen {
        let of_theme = || theme?.linestyle_in_turn(self.turn?);
        let style = self.linestyle.as_ref().or_else(of_theme).unwrap_or(&LineStyle::Solid);
        let pen = Pen::new(self.get_color(), self.linewidth).dashes(style.clone());
        let Some(rare) = &self.rare else { return pen };
        let dashed = usize::from(style.dashes(self.linewidth).is_some());
        Pen { style: style.shifted(rare.dash_offset), cap: rare.caps[dashed], join: rare.joins[dashed], ..pen }
    }

    pub(super) fn stroke(&self, painter: &mut Painter<'_>, x: &[f64], y: &[f64]) {
        let pen = self.pen(Some(painter.theme()));
        if self.get_snap() && self.get_dash_anchor().is_none() && is_square(x, y) {
            let mut points = Vec::with_capacity(x.len());
            for (&x, &y) in x.iter().zip(y) {
                points.push(painter.crisp(painter.point(x, y), self.linewidth));
            }
            return painter.stroke_polyline(&points, &pen);
        }
        match self.get_dash_anchor() {
            Some(anchor) => painter.stroke_line_from(x, y, &pen, anchor),
            None => painter.stroke_line(x, y, &pen),
        }
    }

    pub(super) fn fill_markers(&self, look: &mut MarkerLook) {
        if let Some(rare) = &self.rare {
            (look.fillstyle, look.face_alt) = (rare.fillstyle, rare.face_alt);
        }
    }

    pub(super) fn paint_markers(&self, painter: &mut Painter<'_>, look: &MarkerLook) {
        let Some(every) = self.get_markevery() else { return painter.markers(&self.x, &self.y, look) };
        let (mut x, mut y) = (Vec::new(), Vec::new());
        for i in every.places(self.x.len()).unwrap_or_else(|| painter.among(every, &self.x, &self.y)) {
            x.push(self.x[i]);
            y.push(self.y[i]);
        }
        painter.markers(&x, &y, look);
    }
}

/// Whether a line is level or upright between all its points.
fn is_square(x: &[f64], y: &[f64]) -> bool {
    let apart = |pair: &[f64]| pair[0] != pair[1] && !pair[0].is_nan() && !pair[1].is_nan();
    !x.windows(2).zip(y.windows(2)).any(|(x, y)| apart(x) && apart(y))
}
