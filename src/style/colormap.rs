//! Colormaps: from a number between 0 and 1 to a colour.

use std::borrow::Cow;
use std::sync::Arc;

use super::color::{Color, Role};
use super::into_color::IntoColor;
use super::lookup;

/// A table of colours for numbers from 0 to 1, as images and scatter plots use it.
///
/// Colours of a map are what they are in every [`Theme`](crate::Theme): `"C0"` in one is matplotlib's first.
///
/// All of matplotlib's maps are here by name, and hold its 8-bit tables exactly: 256 entries ([`TWILIGHT`](Self::TWILIGHT) has 510,
/// the qualitative maps one for each class). A name ending in `_r`, or [`reversed`](Self::reversed), is the map backward.
///
/// ```
/// use grabframe::{Color, Colormap};
/// assert_eq!(Colormap::VIRIDIS.at(0.0), Color::rgb(68, 1, 84));
/// assert_eq!(Colormap::from_name("gray_r"), Some(Colormap::GRAY.reversed()));
/// assert_eq!(Colormap::from_name("tab10").unwrap().at(0.15), Color::TAB_ORANGE);
/// let own = Colormap::from_colors("ice", &["navy", "white"]);
/// assert_eq!(own.at(1.0), Color::WHITE);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Colormap {
    name: Cow<'static, str>,
    lut: Lut,
    under: Option<Color>,
    over: Option<Color>,
    bad: Color,
    of_theme: OfTheme,
}

/// Whether a map stands for that of the theme. What is read of it is viridis, as which it is compared.
#[derive(Clone, Copy, Debug)]
struct OfTheme(bool);

impl PartialEq for OfTheme {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A table, compiled in or made at run time.
#[derive(Clone)]
enum Lut {
    /// Also what [`lookup::correct`] makes its reverse of.
    Fixed(&'static [[u8; 3]], &'static [u8]),
    /// The reverse of such a one, and this.
    Backward(Arc<[[u8; 3]]>, (&'static [[u8; 3]], &'static [u8])),
    Made(Arc<[[u8; 3]]>),
    /// A list of colours with nothing between them.
    Listed(Arc<[[u8; 3]]>),
}

impl Lut {
    fn as_slice(&self) -> &[[u8; 3]] {
        match self {
            Self::Fixed(s, _) => s,
            Self::Backward(s, _) | Self::Made(s) | Self::Listed(s) => s,
        }
    }
}

impl PartialEq for Lut {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl std::fmt::Debug for Lut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[{} entries]", self.as_slice().len())
    }
}

impl Colormap {
    pub(super) const fn fixed(name: &'static str, table: &'static [[u8; 3]], backward: &'static [u8]) -> Self {
        let lut = Lut::Fixed(table, backward);
        Self {
            name: Cow::Borrowed(name),
            lut,
            under: None,
            over: None,
            bad: Color::TRANSPARENT,
            of_theme: OfTheme(false),
        }
    }

    /// The map of the theme.
    pub(crate) const OF_THEME: Self = Self::VIRIDIS.for_theme();

    const fn for_theme(mut self) -> Self {
        self.of_theme = OfTheme(true);
        self
    }

    pub(crate) const fn is_of_theme(&self) -> bool {
        self.of_theme.0
    }

    fn made(name: String, lut: Lut) -> Self {
        Self { name: Cow::Owned(name), lut, under: None, over: None, bad: Color::TRANSPARENT, of_theme: OfTheme(false) }
    }

    /// A map of 256 entries that runs linearly from colour to colour, which stand at equal distances. Opacity is
    /// ignored.
    ///
    /// # Panics
    /// If there is no colour, or one that [`IntoColor`] refuses.
    #[must_use]
    #[track_caller]
    pub fn from_colors<C: IntoColor + Clone>(name: impl Into<String>, colors: &[C]) -> Self {
        let rgb = channels(colors);
        let nodes = |k: usize| -> Vec<(f64, f64)> {
            rgb.iter().enumerate().map(|(i, c)| (lookup::place(i, rgb.len()), f64::from(c[k]) / 255.0)).collect()
        };
        let table = if let [only] = rgb.as_slice() {
            vec![*only; 256]
        } else {
            lookup::segments(&nodes(0), &nodes(1), &nodes(2)).to_vec()
        };
        Self::made(name.into(), Lut::Made(table.into()))
    }

    /// A map that has these colours and none between them. Opacity is ignored.
    ///
    /// # Panics
    /// If there is no colour, or one that [`IntoColor`] refuses.
    #[must_use]
    #[track_caller]
    pub fn listed<C: IntoColor + Clone>(name: impl Into<String>, colors: &[C]) -> Self {
        Self::made(name.into(), Lut::Listed(channels(colors).into()))
    }

    /// Whether its colours stand for classes and not for a range: a map made by [`listed`](Self::listed), or a
    /// qualitative one such as [`TAB10`](Self::TAB10). Images then mix colours, never values.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        match &self.lut {
            Lut::Fixed(table, _) | Lut::Backward(_, (table, _)) => table.len() < 256,
            Lut::Made(_) => false,
            Lut::Listed(_) => true,
        }
    }

    /// How many colours its table has.
    pub(crate) fn entries(&self) -> usize {
        self.lut().len()
    }

    /// The map backward; its name gains `_r`, or loses it.
    ///
    /// It is this table read from its end. matplotlib makes those of some named maps anew, and cuts off fractions in doing so:
    /// they are as it has them, at most a level from the others.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let name = match self.name.strip_suffix("_r") {
            Some(forward) => forward.to_owned(),
            None => format!("{}_r", self.name),
        };
        let mut table = self.lut().to_vec();
        table.reverse();
        let lut = match self.lut {
            Lut::Fixed(forward, backward) => {
                lookup::correct(&mut table, backward);
                Lut::Backward(table.into(), (forward, backward))
            }
            Lut::Backward(_, (forward, backward)) => Lut::Fixed(forward, backward),
            Lut::Made(_) => Lut::Made(table.into()),
            Lut::Listed(_) => Lut::Listed(table.into()),
        };
        Self { under: self.over, over: self.under, bad: self.bad, ..Self::made(name, lut) }
    }

    /// This map with a colour for values below 0. By default that of 0.
    #[must_use]
    #[track_caller]
    pub fn with_under(self, color: impl IntoColor) -> Self {
        Self { under: Some(color.into_color().playing(Role::OWN)), of_theme: OfTheme(false), ..self }
    }

    /// This map with a colour for values above 1. By default that of 1.
    #[must_use]
    #[track_caller]
    pub fn with_over(self, color: impl IntoColor) -> Self {
        Self { over: Some(color.into_color().playing(Role::OWN)), of_theme: OfTheme(false), ..self }
    }

    /// This map with a colour for NaN. By default [`Color::TRANSPARENT`].
    #[must_use]
    #[track_caller]
    pub fn with_bad(self, color: impl IntoColor) -> Self {
        Self { bad: color.into_color().playing(Role::OWN), of_theme: OfTheme(false), ..self }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The colour at `t`: entry `floor(t * n)` of the `n` entries. Below 0 and above 1 the end colours (or what
    /// [`with_under`](Self::with_under), [`with_over`](Self::with_over) say), for NaN the bad colour.
    #[must_use]
    pub fn at(&self, t: f64) -> Color {
        let n = self.lut().len();
        let scaled = t * n as f64;
        if scaled.is_nan() {
            self.bad
        } else if scaled < 0.0 {
            self.under()
        } else if scaled > n as f64 {
            self.over()
        } else {
            self.entry((scaled as usize).min(n - 1))
        }
    }

    /// The colour of values below 0.
    #[must_use]
    pub fn under(&self) -> Color {
        self.under.unwrap_or_else(|| self.entry(0))
    }

    /// The colour of values above 1.
    #[must_use]
    pub fn over(&self) -> Color {
        self.over.unwrap_or_else(|| self.entry(self.lut().len() - 1))
    }

    /// The colour of NaN.
    #[must_use]
    pub fn bad(&self) -> Color {
        self.bad
    }

    /// The entries, red, green and blue, from 0 to 1; never empty.
    #[must_use]
    pub fn lut(&self) -> &[[u8; 3]] {
        self.lut.as_slice()
    }

    fn entry(&self, i: usize) -> Color {
        let [r, g, b] = self.lut()[i];
        Color::rgb(r, g, b)
    }
}

impl Default for Colormap {
    /// [`Colormap::VIRIDIS`].
    fn default() -> Self {
        Self::VIRIDIS
    }
}

#[track_caller]
fn channels<C: IntoColor + Clone>(colors: &[C]) -> Vec<[u8; 3]> {
    assert!(!colors.is_empty(), "a colormap needs at least one colour");
    let mut rgb = Vec::with_capacity(colors.len());
    for color in colors {
        rgb.push(color.clone().into_color().channels());
    }
    rgb
}

/// Anything that can be written for a colormap: a [`Colormap`], or its name.
///
/// This trait is sealed: the list is complete.
pub trait IntoColormap: sealed::Sealed {
    /// The map.
    ///
    /// # Panics
    /// At the caller's line, for a name that [`Colormap::from_name`] does not know.
    #[track_caller]
    fn into_colormap(self) -> Colormap;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Colormap {}
    impl Sealed for &super::Colormap {}
    impl Sealed for &str {}
    impl Sealed for String {}
}

impl IntoColormap for Colormap {
    fn into_colormap(self) -> Colormap {
        self
    }
}

impl IntoColormap for &Colormap {
    fn into_colormap(self) -> Colormap {
        self.clone()
    }
}

impl IntoColormap for &str {
    #[track_caller]
    fn into_colormap(self) -> Colormap {
        match Colormap::from_name(self) {
            Some(map) => map,
            None => panic!("{}", unknown(self)),
        }
    }
}

impl IntoColormap for String {
    #[track_caller]
    fn into_colormap(self) -> Colormap {
        self.as_str().into_colormap()
    }
}

fn unknown(name: &str) -> String {
    let forward = name.strip_suffix("_r").unwrap_or(name).to_ascii_lowercase();
    let names: Vec<String> = Colormap::names().map(str::to_ascii_lowercase).collect();
    let near = super::nearest::nearest(&forward, &names).and_then(|name| Colormap::from_name(&name));
    match near {
        Some(map) => format!("`{name}` is not a known colormap; did you mean `{}`?", map.name),
        None => format!("`{name}` is not a known colormap; Colormap::names() lists them"),
    }
}

#[cfg(test)]
mod tests;
