//! Colours: a value of four bytes, and everything that may be written for one.

use super::color_names::{CSS, TABLEAU};

/// An sRGB colour with opacity, 8 bits each; `a` is 255 when opaque.
///
/// Setters named `color` take anything that is [`IntoColor`]: a `Color`, a name, a hex string, channels.
///
/// ```
/// use grabframe::Color;
/// assert_eq!(Color::parse("tab:blue"), Some(Color::rgb(31, 119, 180)));
/// assert_eq!(Color::parse("#0f08"), Some(Color::rgba(0, 255, 0, 136)));
/// assert_eq!(Color::parse("blurple"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity: 0 is invisible, 255 hides what is below.
    pub a: u8,
}

impl Color {
    /// Black, matplotlib's `k`.
    pub const BLACK: Self = Self::rgb(0, 0, 0);
    /// White, matplotlib's `w`.
    pub const WHITE: Self = Self::rgb(255, 255, 255);
    /// Invisible: what the name `none` means.
    pub const TRANSPARENT: Self = Self::rgba(0, 0, 0, 0);
    /// Pure red, matplotlib's `r`.
    pub const RED: Self = Self::rgb(255, 0, 0);
    /// Half-bright green, CSS `green` and matplotlib's `g`.
    pub const GREEN: Self = Self::rgb(0, 128, 0);
    /// Pure blue, matplotlib's `b`.
    pub const BLUE: Self = Self::rgb(0, 0, 255);
    /// Pure cyan, CSS `cyan`. (matplotlib's letter `c` is darker.)
    pub const CYAN: Self = Self::rgb(0, 255, 255);
    /// Pure magenta, CSS `magenta`. (matplotlib's letter `m` is darker.)
    pub const MAGENTA: Self = Self::rgb(255, 0, 255);
    /// Pure yellow, CSS `yellow`. (matplotlib's letter `y` is darker.)
    pub const YELLOW: Self = Self::rgb(255, 255, 0);
    /// Medium gray, CSS `gray`.
    pub const GRAY: Self = Self::rgb(128, 128, 128);
    /// CSS `orange`.
    pub const ORANGE: Self = Self::rgb(255, 165, 0);
    /// CSS `purple`.
    pub const PURPLE: Self = Self::rgb(128, 0, 128);
    /// `tab:blue`, the first of the default cycle (`C0`).
    pub const TAB_BLUE: Self = Self::cycle(0);
    /// `tab:orange` (`C1`).
    pub const TAB_ORANGE: Self = Self::cycle(1);
    /// `tab:green` (`C2`).
    pub const TAB_GREEN: Self = Self::cycle(2);
    /// `tab:red` (`C3`).
    pub const TAB_RED: Self = Self::cycle(3);
    /// `tab:purple` (`C4`).
    pub const TAB_PURPLE: Self = Self::cycle(4);
    /// `tab:brown` (`C5`).
    pub const TAB_BROWN: Self = Self::cycle(5);
    /// `tab:pink` (`C6`).
    pub const TAB_PINK: Self = Self::cycle(6);
    /// `tab:gray` (`C7`).
    pub const TAB_GRAY: Self = Self::cycle(7);
    /// `tab:olive` (`C8`).
    pub const TAB_OLIVE: Self = Self::cycle(8);
    /// `tab:cyan` (`C9`).
    pub const TAB_CYAN: Self = Self::cycle(9);

    /// An opaque colour.
    #[must_use]
    pub const fn rgb(r: u8, g: u8, b: u8) -> Self {
        Self { r, g, b, a: 255 }
    }

    /// A colour with opacity.
    #[must_use]
    pub const fn rgba(r: u8, g: u8, b: u8, a: u8) -> Self {
        Self { r, g, b, a }
    }

    /// The three colour channels.
    #[must_use]
    pub const fn channels(self) -> [u8; 3] {
        [self.r, self.g, self.b]
    }

    /// This colour with its opacity multiplied by `alpha` (0 to 1; values outside are clamped).
    #[must_use]
    pub fn with_alpha(self, alpha: f32) -> Self {
        Self { a: (f32::from(self.a) * alpha.clamp(0.0, 1.0)).round() as u8, ..self }
    }

    /// Colour number `i` of matplotlib's default cycle of ten; it begins anew after the tenth.
    ///
    /// ```
    /// use grabframe::Color;
    /// assert_eq!(Color::cycle(0), Color::TAB_BLUE);
    /// assert_eq!(Color::cycle(13), Color::TAB_RED);
    /// ```
    #[must_use]
    pub const fn cycle(i: usize) -> Self {
        Self::hex(TABLEAU[i % TABLEAU.len()].1)
    }

    /// The colour that matplotlib understands by `text`, or `None` if it would refuse it.
    ///
    /// Understood are the letters `b g r c m y k w`; `C0`, `C1`, .. (the default cycle); `tab:blue`, ..; the 148 names
    /// of CSS; `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`; a gray level from `"0"` (black) to `"1"` (white); and `none`.
    /// Case matters only for the letters and for `C0`. The names of the xkcd survey are not known.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(color) = Self::letter(text) {
            return Some(color);
        }
        if let Some(hex) = text.strip_prefix('#') {
            return Self::parse_hex(hex);
        }
        if let Some(digits) = text.strip_prefix('C').filter(|d| is_digits(d)) {
            // The cycle has ten colours, so the last digit decides, however long the number is.
            return digits.bytes().last().map(|d| Self::cycle(usize::from(d - b'0')));
        }
        if let Ok(level) = text.trim().parse::<f64>() {
            return (0.0..=1.0).contains(&level).then(|| Self::gray(level));
        }
        let name = text.to_ascii_lowercase();
        if name == "none" {
            return Some(Self::TRANSPARENT);
        }
        if let Some(short) = name.strip_prefix("tab:") {
            let short = if short == "grey" { "gray" } else { short };
            return TABLEAU.iter().find(|(n, _)| *n == short).map(|(_, v)| Self::hex(*v));
        }
        CSS.binary_search_by(|(n, _)| (*n).cmp(&name)).ok().map(|i| Self::hex(CSS[i].1))
    }

    /// The one-letter colours. Cyan, magenta, yellow and green are darker than the CSS colours of those names, as in
    /// MATLAB's and matplotlib's plots on white.
    fn letter(text: &str) -> Option<Self> {
        Some(match text {
            "b" => Self::BLUE,
            "g" => Self::GREEN,
            "r" => Self::RED,
            "c" => Self::rgb(0, 191, 191),
            "m" => Self::rgb(191, 0, 191),
            "y" => Self::rgb(191, 191, 0),
            "k" => Self::BLACK,
            "w" => Self::WHITE,
            _ => return None,
        })
    }

    /// The digits after `#`: 3, 4, 6 or 8 of them.
    fn parse_hex(digits: &str) -> Option<Self> {
        let mut nibbles = Vec::new();
        for digit in digits.chars() {
            nibbles.push(digit.to_digit(16)? as u8);
        }
        match *nibbles.as_slice() {
            [r, g, b] => Some(Self::rgb(r * 17, g * 17, b * 17)),
            [r, g, b, a] => Some(Self::rgba(r * 17, g * 17, b * 17, a * 17)),
            [r, s, g, h, b, c] => Some(Self::rgb(r * 16 + s, g * 16 + h, b * 16 + c)),
            [r, s, g, h, b, c, a, d] => Some(Self::rgba(r * 16 + s, g * 16 + h, b * 16 + c, a * 16 + d)),
            _ => None,
        }
    }

    const fn hex(rgb: u32) -> Self {
        Self::rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    fn gray(level: f64) -> Self {
        let v = byte(level);
        Self::rgb(v, v, v)
    }
}

/// 0 to 1 as 0 to 255, halves upward (Agg's rounding: `0.5` is 128).
fn byte(level: f64) -> u8 {
    (level * 255.0 + 0.5) as u8
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Anything that can be written for a colour.
///
/// | written | means |
/// |---|---|
/// | `Color::TAB_RED` | itself |
/// | `"red"`, `"tab:red"`, `"C3"`, `"#d62728"`, `"0.5"` | see [`Color::parse`] |
/// | `[214, 39, 40]`, `(214, 39, 40)` | red, green, blue from 0 to 255 |
/// | `[214, 39, 40, 128]` | the same with opacity |
/// | `[0.84, 0.15, 0.16]`, `[0.84, 0.15, 0.16, 0.5]` | the same from 0 to 1 |
///
/// Tuples are taken as arrays are. Integers are 0 to 255: matplotlib's `(1, 0, 0)` is `(1.0, 0.0, 0.0)`.
///
/// This trait is sealed: the list is complete.
///
/// ```
/// use grabframe::{Color, IntoColor};
/// assert_eq!("red".into_color(), Color::RED);
/// assert_eq!([255, 0, 0].into_color(), Color::RED);
/// assert_eq!([1.0, 0.0, 0.0].into_color(), Color::RED);
/// assert_eq!((1.0, 0.0, 0.0).into_color(), Color::RED);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a colour",
    label = "not a colour",
    note = "colours are a `Color`, a text (\"tab:red\", \"#ff8800\", \"C3\", \"0.5\") or three or four channels",
    note = "channels are all integers from 0 to 255, or all floats from 0 to 1: `[1.0, 0.5, 0.0]`",
    note = "values of points become colours by `Scatter::values`"
)]
pub trait IntoColor: sealed::Sealed {
    /// The colour.
    ///
    /// # Panics
    /// At the caller's line: for a text that is no colour (the message names the nearest known name), and for a number
    /// outside 0 to 1.
    #[track_caller]
    fn into_color(self) -> Color;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Color {}
    impl Sealed for &str {}
    impl Sealed for &String {}
    impl Sealed for String {}
    impl Sealed for [u8; 3] {}
    impl Sealed for [u8; 4] {}
    impl<T> Sealed for (T, T, T) where [T; 3]: Sealed {}
    impl<T> Sealed for (T, T, T, T) where [T; 4]: Sealed {}
    impl Sealed for [f32; 3] {}
    impl Sealed for [f32; 4] {}
    impl Sealed for [f64; 3] {}
    impl Sealed for [f64; 4] {}
}

impl IntoColor for Color {
    fn into_color(self) -> Color {
        self
    }
}

impl IntoColor for &str {
    #[track_caller]
    fn into_color(self) -> Color {
        match Color::parse(self) {
            Some(color) => color,
            None => panic!("{}", unknown(self)),
        }
    }
}

impl IntoColor for &String {
    #[track_caller]
    fn into_color(self) -> Color {
        self.as_str().into_color()
    }
}

impl IntoColor for String {
    #[track_caller]
    fn into_color(self) -> Color {
        self.as_str().into_color()
    }
}

impl IntoColor for [u8; 3] {
    fn into_color(self) -> Color {
        Color::rgb(self[0], self[1], self[2])
    }
}

impl IntoColor for [u8; 4] {
    fn into_color(self) -> Color {
        Color::rgba(self[0], self[1], self[2], self[3])
    }
}

macro_rules! tuples {
    ($($channel:ty)*) => {$(
        impl IntoColor for ($channel, $channel, $channel) {
            #[track_caller]
            fn into_color(self) -> Color {
                <[$channel; 3]>::from(self).into_color()
            }
        }

        impl IntoColor for ($channel, $channel, $channel, $channel) {
            #[track_caller]
            fn into_color(self) -> Color {
                <[$channel; 4]>::from(self).into_color()
            }
        }
    )*};
}
tuples!(u8 f32 f64);

impl IntoColor for [f64; 4] {
    #[track_caller]
    fn into_color(self) -> Color {
        // NaN is in no range, so it is refused too.
        assert!(
            self.iter().all(|v| (0.0..=1.0).contains(v)),
            "the channels of a colour are fractions from 0 to 1, not {self:?}; for 0 to 255 write integers"
        );
        Color::rgba(byte(self[0]), byte(self[1]), byte(self[2]), byte(self[3]))
    }
}

impl IntoColor for [f64; 3] {
    #[track_caller]
    fn into_color(self) -> Color {
        [self[0], self[1], self[2], 1.0].into_color()
    }
}

impl IntoColor for [f32; 4] {
    #[track_caller]
    fn into_color(self) -> Color {
        let [r, g, b, a] = self;
        [f64::from(r), f64::from(g), f64::from(b), f64::from(a)].into_color()
    }
}

impl IntoColor for [f32; 3] {
    #[track_caller]
    fn into_color(self) -> Color {
        [self[0], self[1], self[2], 1.0].into_color()
    }
}

/// What to say of a text that is no colour.
pub(crate) fn unknown(text: &str) -> String {
    if text.starts_with('#') {
        return format!("`{text}` is not a colour: after `#` go 3, 4, 6 or 8 hexadecimal digits");
    }
    if text.trim().parse::<f64>().is_ok() {
        return format!("`{text}` is not a colour: a gray level lies between 0 (black) and 1 (white)");
    }
    let lower = text.to_ascii_lowercase();
    let mut names: Vec<String> = Vec::with_capacity(CSS.len() + TABLEAU.len());
    for (name, _) in &CSS {
        names.push((*name).into());
    }
    for (name, _) in &TABLEAU {
        names.push(format!("tab:{name}"));
    }
    match super::nearest::nearest(&lower, &names) {
        Some(name) => format!("`{text}` is not a known colour; did you mean `{name}`?"),
        None => format!(
            "`{text}` is not a known colour; known are the names of CSS, `tab:blue` .., `C0` .., b g r c m y k w, \
             `#rrggbb`, and gray levels such as `0.5`"
        ),
    }
}

#[cfg(test)]
mod tests;
