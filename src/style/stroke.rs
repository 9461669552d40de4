//! Line styles and their dashes.

use super::marker::Marker;

/// How a line is interrupted. Lengths are in points and grow with the line's width.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum LineStyle {
    /// `-`, `"solid"`: not interrupted. The default.
    #[default]
    Solid,
    /// `--`, `"dashed"`
    Dashed,
    /// `-.`, `"dashdot"`
    DashDot,
    /// `:`, `"dotted"`
    Dotted,
    /// `"None"`, `"none"`, `" "`, `""`: no line.
    None,
    /// Dashes and gaps by turns, for a line one point wide.
    Custom {
        /// How far into the pattern the line begins, in points.
        offset: f32,
        /// Lengths of dash, gap, dash, gap, .. in points; finite and not negative, not all zero. With an odd number of
        /// them dashes and gaps change roles at every repetition.
        pattern: Vec<f32>,
    },
}

/// Dashes of a line of known width, in points.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dashes {
    /// Where in the pattern the line begins: at least 0, less than the sum of the pattern.
    pub(crate) offset: f32,
    /// Dash, gap, dash, gap, ..: an even number of lengths, with a positive sum.
    pub(crate) pattern: Vec<f32>,
}

impl LineStyle {
    /// The style that matplotlib understands by `text`: `-`, `--`, `-.`, `:`, `solid`, `dashed`, `dashdot`, `dotted`,
    /// and for no line `None`, `none`, a space or nothing.
    ///
    /// ```
    /// use grabframe::LineStyle;
    /// assert_eq!(LineStyle::parse("--"), Some(LineStyle::Dashed));
    /// assert_eq!(LineStyle::parse("---"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "-" | "solid" => Self::Solid,
            "--" | "dashed" => Self::Dashed,
            "-." | "dashdot" => Self::DashDot,
            ":" | "dotted" => Self::Dotted,
            "None" | "none" | " " | "" => Self::None,
            _ => return None,
        })
    }

    /// The dashes of a line `linewidth` points wide: the pattern times the width. `None` if the line is not
    /// interrupted, also for patterns that cannot be drawn (all zero, negative, not finite).
    ///
    /// [`LineStyle::None`] gives `None` as well: who draws asks for it first.
    pub(crate) fn dashes(&self, linewidth: f32) -> Option<Dashes> {
        let (offset, pattern): (f32, &[f32]) = match self {
            Self::Solid | Self::None => return None,
            Self::Dashed => (0.0, &[3.7, 1.6]),
            Self::DashDot => (0.0, &[6.4, 1.6, 1.0, 1.6]),
            Self::Dotted => (0.0, &[1.0, 1.65]),
            Self::Custom { offset, pattern } => (*offset, pattern),
        };
        let mut pattern: Vec<f32> = pattern.iter().map(|v| v * linewidth).collect();
        if pattern.len() % 2 == 1 {
            pattern.extend_from_within(..);
        }
        let sum: f32 = pattern.iter().sum();
        let drawable = sum > 0.0 && sum.is_finite() && pattern.iter().all(|v| *v >= 0.0);
        let offset = (offset * linewidth).rem_euclid(sum);
        if !drawable || !offset.is_finite() {
            return None;
        }
        // The remainder may round up to the sum itself.
        Some(Dashes { offset: if offset < sum { offset } else { 0.0 }, pattern })
    }
}

/// Anything that can be written for a line style: a [`LineStyle`], or its text.
///
/// This trait is sealed: the list is complete.
pub trait IntoLineStyle: sealed::Sealed {
    /// The style.
    ///
    /// # Panics
    /// At the caller's line, for a text that [`LineStyle::parse`] does not know.
    #[track_caller]
    fn into_linestyle(self) -> LineStyle;
}

impl IntoLineStyle for LineStyle {
    fn into_linestyle(self) -> LineStyle {
        self
    }
}

impl IntoLineStyle for &str {
    #[track_caller]
    fn into_linestyle(self) -> LineStyle {
        match LineStyle::parse(self) {
            Some(style) => style,
            None => panic!(
                "`{self}` is not a line style; known are `-` `--` `-.` `:` solid dashed dashdot dotted and None, and \
                 LineStyle::Custom for a pattern of your own"
            ),
        }
    }
}

/// Anything that can be written for a marker: a [`Marker`], its letter (`'o'` or `"o"`), or `"None"`.
///
/// This trait is sealed: the list is complete.
pub trait IntoMarker: sealed::Sealed {
    /// The marker.
    ///
    /// # Panics
    /// At the caller's line, for a text that is no marker.
    #[track_caller]
    fn into_marker(self) -> Marker;
}

impl IntoMarker for Marker {
    fn into_marker(self) -> Marker {
        self
    }
}

impl IntoMarker for char {
    #[track_caller]
    fn into_marker(self) -> Marker {
        match marker_of(self) {
            Some(marker) => marker,
            None => panic!("{}", unknown_marker(self)),
        }
    }
}

impl IntoMarker for &str {
    #[track_caller]
    fn into_marker(self) -> Marker {
        let mut chars = self.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Marker::None,
            (Some(c), None) => c.into_marker(),
            _ if self.eq_ignore_ascii_case("none") => Marker::None,
            _ => panic!("{}", unknown_marker(self)),
        }
    }
}

/// The marker of a letter; a space is no marker.
fn marker_of(c: char) -> Option<Marker> {
    if c == ' ' { Some(Marker::None) } else { Marker::from_char(c) }
}

fn unknown_marker(text: impl std::fmt::Display) -> String {
    format!("`{text}` is not a marker; known are . , o v ^ < > 1 2 3 4 8 s p P * h H + x X D d | _ and None")
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::LineStyle {}
    impl Sealed for super::Marker {}
    impl Sealed for char {}
    impl Sealed for &str {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn custom(offset: f32, pattern: &[f32]) -> LineStyle {
        LineStyle::Custom { offset, pattern: pattern.to_vec() }
    }

    #[test]
    fn patterns_are_matplotlibs_times_the_width() {
        // matplotlib.lines._scale_dashes(*_get_dash_pattern(style), lw)
        let table: [(&str, f32, &[f32]); 4] = [
            ("--", 1.5, &[5.55, 2.4]),
            ("-.", 1.5, &[9.6, 2.4, 1.5, 2.4]),
            (":", 1.5, &[1.5, 2.475]),
            ("dashed", 2.0, &[7.4, 3.2]),
        ];
        for (text, width, expected) in table {
            let dashes = LineStyle::parse(text).and_then(|s| s.dashes(width)).expect(text);
            assert_eq!(dashes.offset, 0.0);
            assert_eq!(dashes.pattern.len(), expected.len());
            for (a, b) in dashes.pattern.iter().zip(expected) {
                assert!((a - b).abs() < 1e-6, "{text}: {a} {b}");
            }
        }
        assert_eq!(LineStyle::Solid.dashes(1.0), None);
        assert_eq!(LineStyle::None.dashes(1.0), None);
    }

    #[test]
    fn own_patterns() {
        let d = custom(7.0, &[2.0, 1.0]).dashes(2.0);
        assert_eq!(d, Some(Dashes { offset: 2.0, pattern: vec![4.0, 2.0] }));
        let d = custom(-1.0, &[2.0, 1.0]).dashes(1.0);
        assert_eq!(d, Some(Dashes { offset: 2.0, pattern: vec![2.0, 1.0] }));
        let d = custom(4.0, &[2.0, 1.0, 3.0]).dashes(1.0);
        assert_eq!(d, Some(Dashes { offset: 4.0, pattern: vec![2.0, 1.0, 3.0, 2.0, 1.0, 3.0] }));
    }

    #[test]
    fn patterns_that_cannot_be_drawn_are_solid() {
        let bad: [&[f32]; 5] = [&[], &[0.0, 0.0], &[1.0, -1.0], &[-1.0, 3.0], &[f32::NAN, 1.0]];
        for pattern in bad {
            assert_eq!(custom(0.0, pattern).dashes(1.0), None, "{pattern:?}");
        }
        assert_eq!(custom(f32::NAN, &[1.0, 1.0]).dashes(1.0), None);
        assert_eq!(LineStyle::Dashed.dashes(0.0), None);
    }

    #[test]
    fn an_offset_is_always_less_than_the_pattern() {
        for offset in [-1e-9, -1e-30, 1e9, -1e9, 5.3] {
            let d = custom(offset, &[3.7, 1.6]).dashes(1.0).expect("drawable");
            assert!(d.offset >= 0.0 && d.offset < d.pattern.iter().sum(), "{offset}: {}", d.offset);
        }
    }

    #[test]
    fn markers_by_letter() {
        assert_eq!("o".into_marker(), Marker::Circle);
        assert_eq!('D'.into_marker(), Marker::Diamond);
        for none in ["", " ", "none", "None"] {
            assert_eq!(none.into_marker(), Marker::None);
        }
    }

    #[test]
    #[should_panic(expected = "`oo` is not a marker")]
    fn unknown_markers_panic() {
        let _ = "oo".into_marker();
    }

    #[test]
    #[should_panic(expected = "`---` is not a line style")]
    fn unknown_styles_panic() {
        let _ = "---".into_linestyle();
    }
}
