//! The fonts that a figure is written in, beside the embedded ones.

use super::Figure;
use crate::artist::properties;
use crate::text::{Font, Fonts};

impl Figure {
    /// Adds a font for the characters that the embedded one does not have; fonts are asked in the order in which they were added. One that
    /// is there already is not added again. What no font has is shown as an empty box. With the feature `fonts`.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let path = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";
    /// # if !std::path::Path::new(path).exists() { return Ok(()) }
    /// let font = Font::open(path)?; // such as "NotoSansSC-Regular.otf"
    /// let mut fig = Figure::new();
    /// fig.add_font(&font).suptitle("实验结果");
    /// assert_eq!(fig.get_fonts(), [font]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_font(&mut self, font: &Font) -> &mut Self {
        self.fonts.add(font);
        self
    }

    properties! {
        /// Sets the fonts for the characters that the embedded one does not have, in the order in which they are asked; see
        /// [`add_font`](Figure::add_font). Default: none. With the feature `fonts`.
        pub set_fonts, fonts(self, fonts: &[Font]) { self.fonts = Fonts::new(fonts); }
            -> get_fonts: &[Font] { self.fonts.own() }
    }
}
