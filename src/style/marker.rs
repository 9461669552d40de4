//! Marker shapes.

/// The shape drawn at a point. Letters are matplotlib's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Marker {
    /// Nothing.
    #[default]
    None,
    /// `.`: a disc of half the marker size.
    Point,
    /// `,`: one pixel.
    Pixel,
    /// `o`: a disc.
    Circle,
    /// `v`
    TriangleDown,
    /// `^`
    TriangleUp,
    /// `<`
    TriangleLeft,
    /// `>`
    TriangleRight,
    /// `1`: three arms, one pointing down.
    TriDown,
    /// `2`: three arms, one pointing up.
    TriUp,
    /// `3`: three arms, one pointing left.
    TriLeft,
    /// `4`: three arms, one pointing right.
    TriRight,
    /// `8`
    Octagon,
    /// `s`
    Square,
    /// `p`
    Pentagon,
    /// `P`: a plus sign with an inside.
    PlusFilled,
    /// `*`
    Star,
    /// `h`: a hexagon standing on a corner.
    Hexagon1,
    /// `H`: a hexagon lying on a side.
    Hexagon2,
    /// `+`
    Plus,
    /// `x`
    X,
    /// `X`: a cross with an inside.
    XFilled,
    /// `D`
    Diamond,
    /// `d`
    ThinDiamond,
    /// `|`
    VLine,
    /// `_`
    HLine,
}

impl Marker {
    /// The marker that matplotlib writes as this letter.
    #[must_use]
    pub const fn from_char(c: char) -> Option<Self> {
        Some(match c {
            '.' => Self::Point,
            ',' => Self::Pixel,
            'o' => Self::Circle,
            'v' => Self::TriangleDown,
            '^' => Self::TriangleUp,
            '<' => Self::TriangleLeft,
            '>' => Self::TriangleRight,
            '1' => Self::TriDown,
            '2' => Self::TriUp,
            '3' => Self::TriLeft,
            '4' => Self::TriRight,
            '8' => Self::Octagon,
            's' => Self::Square,
            'p' => Self::Pentagon,
            'P' => Self::PlusFilled,
            '*' => Self::Star,
            'h' => Self::Hexagon1,
            'H' => Self::Hexagon2,
            '+' => Self::Plus,
            'x' => Self::X,
            'X' => Self::XFilled,
            'D' => Self::Diamond,
            'd' => Self::ThinDiamond,
            '|' => Self::VLine,
            '_' => Self::HLine,
            _ => return None,
        })
    }

    /// Whether there is an inside that has a colour of its own; the others are nothing but lines.
    pub(crate) const fn is_filled(&self) -> bool {
        !matches!(
            self,
            Self::None
                | Self::TriDown
                | Self::TriUp
                | Self::TriLeft
                | Self::TriRight
                | Self::Plus
                | Self::X
                | Self::VLine
                | Self::HLine
        )
    }
}
