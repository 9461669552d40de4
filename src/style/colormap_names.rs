//! The named colormaps as constants, and the list of them.

use super::colormap::Colormap;
use super::lookup;

macro_rules! named {
    ($($(#[$doc:meta])* $constant:ident $name:literal $entries:literal $(= $($alias:literal)+)?,)*) => {
        /// The rows of `colormaps.bin`, in their order.
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Row {
            $($constant),*
        }

        /// How many entries each row has.
        const ENTRIES: &[usize] = &[$($entries),*];

        mod tables {
            use super::{ENTRIES, Row, lookup};
            $(pub(super) static $constant: [[u8; 3]; $entries] = lookup::table(ENTRIES, Row::$constant as usize);)*
        }

        impl Colormap {
            $($(#[$doc])* pub const $constant: Self =
                Self::fixed($name, &tables::$constant, lookup::backward(ENTRIES, Row::$constant as usize));)*
        }

        /// Every map that has a name, under each of its names.
        static ALL: &[Colormap] = &[$(
            Colormap::$constant,
            $($(Colormap::fixed($alias, &tables::$constant, lookup::backward(ENTRIES, Row::$constant as usize)),)+)?
        )*];
    };
}

impl Colormap {
    /// The map that matplotlib calls `name`, also with `_r` at its end for the map backward; `None` if there is none.
    /// Case does not matter.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let find = |name: &str| ALL.iter().find(|map| map.name().eq_ignore_ascii_case(name)).cloned();
        find(name).or_else(|| find(name.strip_suffix("_r")?).map(|m| m.reversed()))
    }

    /// The names of all maps that are compiled in, without those ending in `_r`: all of matplotlib 3.11.
    pub fn names() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(Self::name)
    }
}

named! {
    /// Dark violet to yellow; even steps look even, also in print and to the colour-blind. The default.
    VIRIDIS "viridis" 256,
    /// Dark blue over magenta to yellow, perceptually uniform.
    PLASMA "plasma" 256,
    /// Black over red to pale yellow, perceptually uniform.
    INFERNO "inferno" 256,
    /// Black over violet to cream, perceptually uniform.
    MAGMA "magma" 256,
    /// Blue to yellow, nearly the same to all eyes.
    CIVIDIS "cividis" 256,
    /// A rainbow without the bands of jet.
    TURBO "turbo" 256,
    /// Cyclic: both ends are the same near-white (510 entries).
    TWILIGHT "twilight" 510,
    /// Diverging: blue over light gray to red.
    COOLWARM "coolwarm" 256,
    /// Violet over green to red.
    RAINBOW "rainbow" 256,
    /// Black to white with rotating hue, of steadily rising lightness.
    CUBEHELIX "cubehelix" 256,
    /// White to blue.
    BLUES "Blues" 256,
    /// White to green.
    GREENS "Greens" 256,
    /// White to red.
    REDS "Reds" 256,
    /// White to orange.
    ORANGES "Oranges" 256,
    /// White to purple.
    PURPLES "Purples" 256,
    /// White to black.
    GREYS "Greys" 256 = "Grays",
    /// Yellow over orange to red.
    YLORRD "YlOrRd" 256,
    /// Yellow over orange to brown.
    YLORBR "YlOrBr" 256,
    /// Yellow over green to blue.
    YLGNBU "YlGnBu" 256,
    /// Yellow to green.
    YLGN "YlGn" 256,
    /// Cream over orange to red.
    ORRD "OrRd" 256,
    /// Pale purple to red.
    PURD "PuRd" 256,
    /// Pale red to purple.
    RDPU "RdPu" 256,
    /// Pale blue to purple.
    BUPU "BuPu" 256,
    /// Pale green to blue.
    GNBU "GnBu" 256,
    /// Pale purple to blue.
    PUBU "PuBu" 256,
    /// Pale purple over blue to green.
    PUBUGN "PuBuGn" 256,
    /// Pale blue to green.
    BUGN "BuGn" 256,
    /// Diverging: red over white to blue.
    RDBU "RdBu" 256,
    /// Diverging: red over yellow to blue.
    RDYLBU "RdYlBu" 256,
    /// Diverging: red over yellow to green.
    RDYLGN "RdYlGn" 256,
    /// Diverging: red over yellow to violet.
    SPECTRAL "Spectral" 256,
    /// Diverging: brown over white to blue-green.
    BRBG "BrBG" 256,
    /// Diverging: pink over white to green.
    PIYG "PiYG" 256,
    /// Diverging: purple over white to green.
    PRGN "PRGn" 256,
    /// Diverging: brown-orange over white to purple.
    PUOR "PuOr" 256,
    /// Diverging: red over white to gray.
    RDGY "RdGy" 256,
    /// Black to white.
    GRAY "gray" 256 = "grey" "gist_gray" "gist_grey",
    /// White to black.
    BINARY "binary" 256,
    /// Black to white with a bluish tint.
    BONE "bone" 256,
    /// Black to copper.
    COPPER "copper" 256,
    /// Cyan to magenta.
    COOL "cool" 256,
    /// Magenta to yellow.
    SPRING "spring" 256,
    /// Green to yellow.
    SUMMER "summer" 256,
    /// Red to yellow.
    AUTUMN "autumn" 256,
    /// Blue to green.
    WINTER "winter" 256,
    /// Black over red and yellow to white.
    HOT "hot" 256,
    /// MATLAB's old rainbow; its bands show edges that are not in the data.
    JET "jet" 256,
    /// Cyclic: once around the hues.
    HSV "hsv" 256,
    /// Diverging: pure blue over white to pure red.
    BWR "bwr" 256,
    /// Diverging: dark blue over white to dark red.
    SEISMIC "seismic" 256,
    /// Water, grass, mountains, snow.
    TERRAIN "terrain" 256,
    /// Qualitative: the ten colours of the default cycle.
    TAB10 "tab10" 10,
    /// Qualitative: ten pairs, dark and light.
    TAB20 "tab20" 20,
    /// Qualitative: five hues in four steps.
    TAB20B "tab20b" 20,
    /// Qualitative: four hues and gray in four steps.
    TAB20C "tab20c" 20,
    /// Qualitative: nine strong colours.
    SET1 "Set1" 9,
    /// Qualitative: eight muted colours.
    SET2 "Set2" 8,
    /// Qualitative: twelve light colours.
    SET3 "Set3" 12,
    /// Qualitative: six pairs, light and dark.
    PAIRED "Paired" 12,
    /// Qualitative: eight colours, three of them strong.
    ACCENT "Accent" 8,
    /// Qualitative: eight dark colours.
    DARK2 "Dark2" 8,
    /// Qualitative: nine pale colours.
    PASTEL1 "Pastel1" 9,
    /// Qualitative: eight pale colours.
    PASTEL2 "Pastel2" 8,
    /// Cyclic: both ends are the same near-black (510 entries).
    TWILIGHT_SHIFTED "twilight_shifted" 510,
    /// Diverging with a dark middle: blue over black to red.
    BERLIN "berlin" 256,
    /// Diverging with a dark middle: orange over dark violet to blue.
    MANAGUA "managua" 256,
    /// Diverging with a dark middle: magenta over black to green.
    VANIMO "vanimo" 256,
    /// Black over violet, red and yellow to white; readable in print without colours.
    CMRMAP "CMRmap" 256,
    /// Yellow to orange, for all eyes.
    WISTIA "Wistia" 256,
    /// Black over orange to white.
    AFMHOT "afmhot" 256,
    /// Blue over red to green.
    BRG "brg" 256,
    /// Red, white, blue, black, over and over.
    FLAG "flag" 256,
    /// Deep water, land, snow.
    GIST_EARTH "gist_earth" 256,
    /// Black over red and orange to white.
    GIST_HEAT "gist_heat" 256,
    /// Many hues, from dark blue to white.
    GIST_NCAR "gist_ncar" 256,
    /// Once along the rainbow, from pink-red to magenta.
    GIST_RAINBOW "gist_rainbow" 256,
    /// Black to white, with a red peak near black.
    GIST_STERN "gist_stern" 256,
    /// White to black.
    GIST_YARG "gist_yarg" 256 = "gist_yerg",
    /// Black over violet and red to yellow: gnuplot's default.
    GNUPLOT "gnuplot" 256,
    /// Black over blue, violet and yellow to white.
    GNUPLOT2 "gnuplot2" 256,
    /// Black over the spectrum to gray.
    NIPY_SPECTRAL "nipy_spectral" 256,
    /// Green over blue to white.
    OCEAN "ocean" 256,
    /// Black over pink to white: sepia for photographs.
    PINK "pink" 256,
    /// Red, yellow, green, blue, over and over.
    PRISM "prism" 256,
    /// Qualitative: eight colours that all eyes tell apart.
    OKABE_ITO "okabe_ito" 8,
}
