//! What a pie can be told.

use super::Pie;
use crate::artist::common::{finite, length, not_negative};
use crate::artist::properties;
use crate::data::{Number, PerPoint, one_or_each};
use crate::style::{Color, IntoColor, NumberFormat, each_color};

impl Pie {
    /// Sets the names of the wedges, written beside them and in a legend.
    ///
    /// # Panics
    /// If there are not as many as shares.
    #[track_caller]
    pub fn set_labels<S: Into<String>>(&mut self, labels: impl IntoIterator<Item = S>) -> &mut Self {
        let mut names = Vec::new();
        for label in labels {
            names.push(label.into());
        }
        self.take_labels(names);
        self
    }

    /// [`set_labels`](Pie::set_labels) of a value that is being built.
    ///
    /// # Panics
    /// If there are not as many as shares.
    #[must_use]
    #[track_caller]
    pub fn labels<S: Into<String>>(mut self, labels: impl IntoIterator<Item = S>) -> Self {
        self.set_labels(labels);
        self
    }

    #[track_caller]
    fn take_labels(&mut self, names: Vec<String>) {
        let (n, shares) = (names.len(), self.shares.len());
        assert!(n == shares, "got {n} labels for {shares} shares; give one for each");
        self.labels = names;
    }

    /// Sets the colours of the wedges; they begin anew where there are more wedges. Default: those of the cycle.
    ///
    /// # Panics
    /// If one is no colour.
    #[track_caller]
    pub fn set_colors<C: IntoColor>(&mut self, colors: impl IntoIterator<Item = C>) -> &mut Self {
        self.colors = each_color(colors);
        self
    }

    /// [`set_colors`](Pie::set_colors) of a value that is being built.
    ///
    /// # Panics
    /// If one is no colour.
    #[must_use]
    #[track_caller]
    pub fn colors<C: IntoColor>(mut self, colors: impl IntoIterator<Item = C>) -> Self {
        self.set_colors(colors);
        self
    }

    properties! {
        /// Sets how far wedges stand out of the disc, in data units (which are radii where the radius is 1): one number for all, or one for each. Default: 0.
        ///
        /// # Panics
        /// If there are neither one nor as many as shares.
        pub set_explode, explode(self, by: impl PerPoint) {
            one_or_each("numbers of `explode`", by.numbers(), self.shares.len());
            by.copy_numbers_to(&mut self.explode);
        } -> get_explode: &[f64] { &self.explode }

        /// Sets where the first wedge begins, in degrees, counter-clockwise from the right. Default: 0.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_startangle, startangle(self, degrees: impl Number) {
            self.startangle = finite(degrees.to_f64(), "start angle");
        } -> get_startangle: f64 { self.startangle }

        /// Sets whether wedges go counter-clockwise, one after the other. Default: they do.
        pub set_counterclock, counterclock(self, counterclock: bool) { self.counterclock = counterclock; }
            -> get_counterclock: bool { self.counterclock }

        /// Sets whether the shares are all of the disc, whatever they sum up to. If not, they are shares of 1, and what is missing stays empty.
        /// Default: they are.
        pub set_normalize, normalize(self, normalize: bool) { self.normalize = normalize; }
            -> get_normalize: bool { self.normalize }

        /// Sets the radius. Default: 1.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_radius, radius(self, radius: impl Number) { self.radius = not_negative(radius.to_f64(), "radius"); }
            -> get_radius: f64 { self.radius }

        /// Sets the middle of the disc, in data units. Default: (0, 0).
        ///
        /// # Panics
        /// If it is not finite.
        pub set_center, center(self, x: impl Number, y: impl Number) {
            self.center = (finite(x.to_f64(), "middle"), finite(y.to_f64(), "middle"));
        } -> get_center: (f64, f64) { self.center }

        /// Sets how wide the ring is that the disc becomes, inward from the radius. Default: there is no hole.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_width, width(self, width: impl Number) { self.width = Some(not_negative(width.to_f64(), "width")); }
            -> get_width: Option<f64> { self.width }

        /// Writes on each wedge how many hundredths of the disc it has: `"{:.1}%"`. Default: nothing is written.
        ///
        /// # Panics
        /// If there is no number in the text.
        pub set_autopct, autopct(self, format: &str) { self.autopct = Some(NumberFormat::parse(format)); }

        /// Sets how far from the middle that is written, in radii. Default: 0.6.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_pctdistance, pctdistance(self, radii: impl Number) { self.pctdistance = finite(radii.to_f64(), "distance"); }
            -> get_pctdistance: f64 { self.pctdistance }

        /// Sets how far from the middle the labels are, in radii. Default: 1.1.
        ///
        /// # Panics
        /// If it is not finite.
        pub set_labeldistance, labeldistance(self, radii: impl Number) { self.labeldistance = finite(radii.to_f64(), "distance"); }
            -> get_labeldistance: f64 { self.labeldistance }

        /// Sets whether labels are turned as their wedges are. Default: they are upright.
        pub set_rotatelabels, rotatelabels(self, rotate: bool) { self.rotatelabels = rotate; }
            -> get_rotatelabels: bool { self.rotatelabels }

        /// Sets whether labels are written beside their wedges; in a legend they are anyway. `false` is matplotlib's `labeldistance=None`.
        /// Default: they are.
        pub set_show_labels, show_labels(self, show: bool) { self.show_labels = show; }
            -> get_show_labels: bool { self.show_labels }

        /// Sets the size of the letters, in points. Default: 10.
        ///
        /// # Panics
        /// If it is negative or not finite.
        pub set_fontsize, fontsize(self, points: impl Number) { self.fontsize = length(points.to_f64(), "font size"); }
            -> get_fontsize: f32 { crate::style::theme::plain(self.fontsize) }

        /// Sets the colour of the words. Default: black.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_textcolor, textcolor(self, color: impl IntoColor) { self.textcolor = color.into_color(); }
            -> get_textcolor: Color { self.textcolor }

        /// Sets a hatch for each wedge, as [`hatch`](Pie::hatch) does for all: `["/", "", "x"]`, of which `""` is none. Where there are
        /// fewer than wedges, they come again. More than 500 wedges have none.
        ///
        /// # Panics
        /// If another letter is among them.
        pub set_hatches, hatches(self, patterns: impl IntoIterator<Item = impl AsRef<str>>) {
            self.look.hatching.set_each(patterns);
        } -> get_hatches: Vec<&str> { self.look.hatching.each() }

        /// Sets whether wedges cast a shadow to the lower left, 0.028 wide in data units, as matplotlib's of 100 dots per inch. More than
        /// 500 wedges cast none. Default: they do not.
        pub set_shadow, shadow(self, shadow: bool) { self.shadow = shadow; } -> get_shadow: bool { self.shadow }
    }
}
