//! Colours: four channels, what of a theme they are, and the texts that name one.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::num::NonZero;

use super::color_names::{CSS, TABLEAU, xkcd};

/// An sRGB colour with opacity, 8 bits each; `a` is 255 when opaque.
///
/// Setters named `color` take anything that is [`IntoColor`](crate::IntoColor): a `Color`, a name, a hex string, channels.
///
/// ```
/// use grabframe::Color;
/// assert_eq!(Color::parse("tab:blue"), Some(Color::rgb(31, 119, 180)));
/// assert_eq!(Color::parse("#0f08"), Some(Color::rgba(0, 255, 0, 136)));
/// assert_eq!(Color::parse("blurple"), None);
/// ```
///
/// What was given no colour has one of the [`Theme`](crate::Theme) of its figure. Read, it is that of matplotlib's default; and
/// wherever it is given to, it goes on being the theme's. So does `"C0"`, the first of the cycle.
#[derive(Clone, Copy)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity: 0 is invisible, 255 hides what is below.
    pub a: u8,
    /// What of a theme it is; that of another colour, where one is made of it: `Color { a: 128, ..color }`.
    #[doc(hidden)]
    pub role: Role,
}

/// Which colour of a theme a colour is: the channels are those of matplotlib's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Role(NonZero<u8>);

impl Role {
    /// None: the channels are the colour.
    pub(crate) const OWN: Self = Self::new(1);
    /// So many roles are before those of the cycle, ..
    const CYCLE: usize = 16;
    /// .. of which there are so many: after these it begins anew, which nobody sees where a cycle has a length that divides it.
    const TURNS: usize = 240;

    /// A role that is not 0.
    pub(crate) const fn new(role: u8) -> Self {
        match NonZero::new(role) {
            Some(role) => Self(role),
            None => Self(NonZero::<u8>::MIN),
        }
    }

    const fn turn(i: usize) -> Self {
        Self::new((Self::CYCLE + i % Self::TURNS) as u8)
    }

    /// Which colour of the cycle it is, if it is one.
    pub(crate) const fn in_cycle(self) -> Option<usize> {
        (self.0.get() as usize).checked_sub(Self::CYCLE)
    }
}

// Which role a colour plays is not seen of it: what it looks like is asked of the theme.
impl PartialEq for Color {
    fn eq(&self, other: &Self) -> bool {
        (self.r, self.g, self.b, self.a) == (other.r, other.g, other.b, other.a)
    }
}

impl Eq for Color {}

impl Hash for Color {
    fn hash<H: Hasher>(&self, state: &mut H) {
        [self.r, self.g, self.b, self.a].hash(state);
    }
}

impl fmt::Debug for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { r, g, b, a, .. } = self;
        f.debug_struct("Color").field("r", r).field("g", g).field("b", b).field("a", a).finish()
    }
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
        Self::rgba(r, g, b, 255)
    }

    /// A colour with opacity.
    #[must_use]
    pub const fn rgba(r: u8, g: u8, b: u8, a: u8) -> Self {
        Self { r, g, b, a, role: Role::OWN }
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

    /// This colour, as that of a role in the theme.
    pub(crate) const fn playing(self, role: Role) -> Self {
        Self { role, ..self }
    }

    pub(crate) const fn role(self) -> Role {
        self.role
    }

    /// Colour number `i` of the theme's cycle.
    pub(crate) const fn turn(i: usize) -> Self {
        Self::cycle(i).playing(Role::turn(i))
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
    /// Understood are the letters `b g r c m y k w`; `C0`, `C1`, .. (the cycle of the figure's theme); `tab:blue`, ..; the 148 names
    /// of CSS; `xkcd:sky blue`, .., the 949 names of the [xkcd survey](https://xkcd.com/color/rgb); `#rgb`, `#rgba`, `#rrggbb`,
    /// `#rrggbbaa`; a gray level from `"0"` (black) to `"1"` (white); and `none`. Case matters only for the letters and for `C0`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(color) = Self::letter(text) {
            return Some(color);
        }
        if let Some(hex) = text.strip_prefix('#') {
            return Self::parse_hex(hex);
        }
        if let Some(digits) = text.strip_prefix('C').filter(|d| is_digits(d)) {
            // A cycle's length divides the number of turns, so the rest decides, however long the number is.
            let rest = |n: usize, d: u8| (10 * n + usize::from(d - b'0')) % Role::TURNS;
            return Some(Self::turn(digits.bytes().fold(0, rest)));
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
        if let Some(survey) = name.strip_prefix("xkcd:") {
            return xkcd(survey).map(|[r, g, b]| Self::rgb(r, g, b));
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

    pub(super) const fn hex(rgb: u32) -> Self {
        Self::rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    fn gray(level: f64) -> Self {
        let v = byte(level);
        Self::rgb(v, v, v)
    }
}

/// 0 to 1 as 0 to 255, halves upward (Agg's rounding: `0.5` is 128).
pub(super) fn byte(level: f64) -> u8 {
    (level * 255.0 + 0.5) as u8
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests;
