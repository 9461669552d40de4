//! Everything that may be written for a colour.

use super::color::{Color, byte};
use super::color_names::{CSS, TABLEAU, xkcd_names};

/// Anything that can be written for a colour.
///
/// | written | means |
/// |---|---|
/// | `Color::TAB_RED` | itself |
/// | `"red"`, `"tab:red"`, `"C3"`, `"#d62728"`, `"0.5"` | see [`Color::parse`] |
/// | `[214, 39, 40]`, `(214, 39, 40)` | red, green, blue from 0 to 255 |
/// | `[214, 39, 40, 128]` | the same with opacity |
/// | `[0.84, 0.15, 0.16]`, `[0.84, 0.15, 0.16, 0.5]` | the same from 0 to 1 |
/// | `("red", 0.5)` | any of these with an opacity from 0 to 1 in place of its own |
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
/// assert_eq!(("red", 0.2).into_color(), Color::rgba(255, 0, 0, 51));
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
    impl<C: super::IntoColor> Sealed for (C, f32) {}
    impl<C: super::IntoColor> Sealed for (C, f64) {}
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

macro_rules! with_opacity {
    ($($alpha:ty)*) => {$(
        impl<C: IntoColor> IntoColor for (C, $alpha) {
            #[track_caller]
            fn into_color(self) -> Color {
                opacity(self.0.into_color(), f64::from(self.1))
            }
        }
    )*};
}
with_opacity!(f32 f64);

/// A colour with another opacity; nothing stays nothing, as in matplotlib.
///
/// # Panics
/// If it is not a share.
#[track_caller]
fn opacity(color: Color, alpha: f64) -> Color {
    assert!((0.0..=1.0).contains(&alpha), "the opacity of a colour is a fraction from 0 to 1, not {alpha}");
    Color { a: if color == Color::TRANSPARENT { 0 } else { byte(alpha) }, ..color }
}

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

/// Each of these as a colour. A setter that may refuse one changes nothing before it has them all.
#[track_caller]
pub(crate) fn each_color(colors: impl IntoIterator<Item = impl IntoColor>) -> Vec<Color> {
    let mut all = Vec::new();
    for color in colors {
        all.push(color.into_color());
    }
    all
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
    let mut names: Vec<String> = Vec::new();
    if lower.starts_with("xkcd:") {
        for name in xkcd_names() {
            names.push(format!("xkcd:{name}"));
        }
    }
    for (name, _) in &CSS {
        names.push((*name).into());
    }
    for (name, _) in &TABLEAU {
        names.push(format!("tab:{name}"));
    }
    match super::nearest::nearest(&lower, &names) {
        Some(name) => format!("`{text}` is not a known colour; did you mean `{name}`?"),
        None => format!(
            "`{text}` is not a known colour; known are the names of CSS, `tab:blue` .., `xkcd:sky blue` .., `C0` .., \
             b g r c m y k w, `#rrggbb`, and gray levels such as `0.5`"
        ),
    }
}
