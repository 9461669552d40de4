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

    /// The same, beginning so much further in the pattern, in points of a line one point wide.
    pub(crate) fn shifted(&self, by: f32) -> Self {
        let (offset, pattern) = match self.pattern() {
            Some(known) if by != 0.0 => known,
            _ => return self.clone(),
        };
        Self::Custom { offset: offset + by, pattern: pattern.to_vec() }
    }

    /// Where in its pattern a line begins, and the pattern; none if it is not interrupted.
    fn pattern(&self) -> Option<(f32, &[f32])> {
        Some(match self {
            Self::Solid | Self::None => return None,
            Self::Dashed => (0.0, &[3.7, 1.6]),
            Self::DashDot => (0.0, &[6.4, 1.6, 1.0, 1.6]),
            Self::Dotted => (0.0, &[1.0, 1.65]),
            Self::Custom { offset, pattern } => (*offset, pattern),
        })
    }

    /// The dashes of a line `linewidth` points wide: the pattern times the width. `None` if the line is not
    /// interrupted, also for patterns that cannot be drawn (all zero, negative, not finite).
    ///
    /// [`LineStyle::None`] gives `None` as well: who draws asks for it first.
    pub(crate) fn dashes(&self, linewidth: f32) -> Option<Dashes> {
        let (offset, pattern) = self.pattern()?;
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
    let text = text.to_string();
    let meant = match &text.to_ascii_lowercase()[..] {
        "star" => "*",
        "circle" | "dot" | "disk" => "o",
        "point" => ".",
        "pixel" => ",",
        "square" => "s",
        "diamond" => "D",
        "triangle" => "^",
        "pentagon" => "p",
        "hexagon" => "h",
        "octagon" => "8",
        "plus" => "+",
        "cross" | "x-mark" => "x",
        _ => "",
    };
    let hint = if meant.is_empty() { String::new() } else { format!("; a {text} is `{meant}`") };
    format!("`{text}` is not a marker; known are . , o v ^ < > 1 2 3 4 8 s p P * h H + x X D d | _ and None{hint}")
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::LineStyle {}
    impl Sealed for super::Marker {}
    impl Sealed for char {}
    impl Sealed for &str {}
}

#[cfg(test)]
mod tests;
