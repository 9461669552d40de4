//! The named colormaps as constants, and the list of them.

use super::colormap::Colormap;
use super::colormap_tables as tables;

macro_rules! named {
    ($($(#[$doc:meta])* $constant:ident $name:literal,)*) => {
        impl Colormap {
            $($(#[$doc])* pub const $constant: Self = Self::fixed($name, &tables::$constant);)*
        }

        /// Every map that has a name.
        static ALL: &[Colormap] = &[$(Colormap::$constant),*];
    };
}

impl Colormap {
    /// The map that matplotlib calls `name`, also with `_r` at its end for the map backward; `None` if it is not here.
    /// Case does not matter.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let find = |name: &str| ALL.iter().find(|m| m.name().eq_ignore_ascii_case(name)).cloned();
        find(name).or_else(|| find(name.strip_suffix("_r")?).map(|m| m.reversed()))
    }

    /// The names of all maps that are compiled in, without those ending in `_r`.
    pub fn names() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(Self::name)
    }
}

named! {
    /// Dark violet to yellow; even steps look even, also in print and to the colour-blind. The default.
    VIRIDIS "viridis",
    /// Dark blue over magenta to yellow, perceptually uniform.
    PLASMA "plasma",
    /// Black over red to pale yellow, perceptually uniform.
    INFERNO "inferno",
    /// Black over violet to cream, perceptually uniform.
    MAGMA "magma",
    /// Blue to yellow, nearly the same to all eyes.
    CIVIDIS "cividis",
    /// A rainbow without the bands of jet.
    TURBO "turbo",
    /// Cyclic: both ends are the same near-white (510 entries).
    TWILIGHT "twilight",
    /// Diverging: blue over light gray to red.
    COOLWARM "coolwarm",
    /// Violet over green to red.
    RAINBOW "rainbow",
    /// Black to white with rotating hue, of steadily rising lightness.
    CUBEHELIX "cubehelix",
    /// White to blue.
    BLUES "Blues",
    /// White to green.
    GREENS "Greens",
    /// White to red.
    REDS "Reds",
    /// White to orange.
    ORANGES "Oranges",
    /// White to purple.
    PURPLES "Purples",
    /// White to black.
    GREYS "Greys",
    /// Yellow over orange to red.
    YLORRD "YlOrRd",
    /// Yellow over orange to brown.
    YLORBR "YlOrBr",
    /// Yellow over green to blue.
    YLGNBU "YlGnBu",
    /// Yellow to green.
    YLGN "YlGn",
    /// Cream over orange to red.
    ORRD "OrRd",
    /// Pale purple to red.
    PURD "PuRd",
    /// Pale red to purple.
    RDPU "RdPu",
    /// Pale blue to purple.
    BUPU "BuPu",
    /// Pale green to blue.
    GNBU "GnBu",
    /// Pale purple to blue.
    PUBU "PuBu",
    /// Pale purple over blue to green.
    PUBUGN "PuBuGn",
    /// Pale blue to green.
    BUGN "BuGn",
    /// Diverging: red over white to blue.
    RDBU "RdBu",
    /// Diverging: red over yellow to blue.
    RDYLBU "RdYlBu",
    /// Diverging: red over yellow to green.
    RDYLGN "RdYlGn",
    /// Diverging: red over yellow to violet.
    SPECTRAL "Spectral",
    /// Diverging: brown over white to blue-green.
    BRBG "BrBG",
    /// Diverging: pink over white to green.
    PIYG "PiYG",
    /// Diverging: purple over white to green.
    PRGN "PRGn",
    /// Diverging: brown-orange over white to purple.
    PUOR "PuOr",
    /// Diverging: red over white to gray.
    RDGY "RdGy",
    /// Black to white.
    GRAY "gray",
    /// White to black.
    BINARY "binary",
    /// Black to white with a bluish tint.
    BONE "bone",
    /// Black to copper.
    COPPER "copper",
    /// Cyan to magenta.
    COOL "cool",
    /// Magenta to yellow.
    SPRING "spring",
    /// Green to yellow.
    SUMMER "summer",
    /// Red to yellow.
    AUTUMN "autumn",
    /// Blue to green.
    WINTER "winter",
    /// Black over red and yellow to white.
    HOT "hot",
    /// MATLAB's old rainbow; its bands show edges that are not in the data.
    JET "jet",
    /// Cyclic: once around the hues.
    HSV "hsv",
    /// Diverging: pure blue over white to pure red.
    BWR "bwr",
    /// Diverging: dark blue over white to dark red.
    SEISMIC "seismic",
    /// Water, grass, mountains, snow.
    TERRAIN "terrain",
    /// Qualitative: the ten colours of the default cycle.
    TAB10 "tab10",
    /// Qualitative: ten pairs, dark and light.
    TAB20 "tab20",
    /// Qualitative: five hues in four steps.
    TAB20B "tab20b",
    /// Qualitative: four hues and gray in four steps.
    TAB20C "tab20c",
    /// Qualitative: nine strong colours.
    SET1 "Set1",
    /// Qualitative: eight muted colours.
    SET2 "Set2",
    /// Qualitative: twelve light colours.
    SET3 "Set3",
    /// Qualitative: six pairs, light and dark.
    PAIRED "Paired",
    /// Qualitative: eight colours, three of them strong.
    ACCENT "Accent",
    /// Qualitative: eight dark colours.
    DARK2 "Dark2",
    /// Qualitative: nine pale colours.
    PASTEL1 "Pastel1",
    /// Qualitative: eight pale colours.
    PASTEL2 "Pastel2",
}
