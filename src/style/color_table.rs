//! The colours of many values at once.

use crate::geom::Limits;
use crate::style::{Color, Colormap, Norm, Ramp};

/// A colormap over a norm and its limits. Its colours have places: that of what lies below comes first, then the map's own, that of
/// what lies above, and that of what is no number. A value's place is found without a branch, so that the compiler does
/// several at a time.
#[derive(Clone, Debug)]
pub(crate) struct ColorTable {
    ramp: Ramp,
    entries: f64,
    /// Red, green, blue, opacity.
    colors: Vec<[u8; 4]>,
}

impl ColorTable {
    pub(crate) fn new(cmap: &Colormap, norm: &Norm, limits: Limits) -> Self {
        let bytes = |Color { r, g, b, a, .. }: Color| [r, g, b, a];
        let mut colors = Vec::with_capacity(cmap.entries() + 3);
        colors.push(bytes(cmap.under()));
        for &[r, g, b] in cmap.lut() {
            colors.push([r, g, b, 255]);
        }
        colors.push(bytes(cmap.over()));
        colors.push(bytes(cmap.bad()));
        Self { ramp: norm.over_map(limits, cmap.entries()), entries: cmap.entries() as f64, colors }
    }

    /// The colour at a place.
    #[inline(always)]
    pub(crate) fn at(&self, place: u32) -> [u8; 4] {
        self.colors[place as usize]
    }

    /// The places of values: the same colours as those of [`Colormap::at`].
    pub(crate) fn places(&self, values: &[f64], out: &mut Vec<u32>) {
        out.clear();
        out.resize(values.len(), 0);
        self.find(values, out);
    }

    /// The places of as many values as there is room for.
    fn find(&self, values: &[f64], out: &mut [u32]) {
        let entries = self.entries;
        if let Some([unit, lo, span]) = self.ramp.even() {
            for (place, value) in out.iter_mut().zip(values) {
                *place = place_of((value * unit - lo) / span, entries);
            }
            return;
        }
        for (place, value) in out.iter_mut().zip(values) {
            *place = place_of(self.ramp.at(*value), entries);
        }
    }

    /// Adds the colours of values to `out`.
    pub(crate) fn colors(&self, values: &[f64], out: &mut Vec<Color>) {
        let mut places = [0; 256];
        out.reserve(values.len());
        for some in values.chunks(places.len()) {
            let places = &mut places[..some.len()];
            self.find(some, places);
            for place in places {
                let [r, g, b, a] = self.at(*place);
                out.push(Color::rgba(r, g, b, a));
            }
        }
    }
}

/// The place of a fraction in a table with so many entries of the map.
#[inline(always)]
fn place_of(fraction: f64, entries: f64) -> u32 {
    /// Where double precision counts in ones: added, a number's last bits are the nearest whole number.
    const ONES: f64 = 6_755_399_441_055_744.0;
    let at = fraction * entries;
    let entry = if at < 0.0 { -1.0 } else { at };
    let entry = if at >= entries { entries - 1.0 } else { entry };
    let entry = if at > entries { entries } else { entry };
    let entry = if at.is_nan() { entries + 1.0 } else { entry };
    let near = entry + ONES;
    let above = u32::from(near - ONES > entry);
    (near.to_bits() as u32).wrapping_sub(above).wrapping_add(1)
}

#[cfg(test)]
mod tests;
