//! How much a colour counts when the palette is chosen.

use super::histogram::Class;

/// So many pixels of one colour are an area, such as a band of a colorbar; fewer are specks, such as the edge of a line.
const AREA: u64 = 10;
/// No colour counts for more than so many times the mean.
const MOST: u64 = 10;

/// Replaces how often a colour is there by how much it matters.
///
/// By number of pixels alone, the colours of a busy picture get nearly all of the palette, and a colorbar beside it, whose
/// every level is a few pixels, is left in bands of up to 12 levels, which the eye sees at once. So an area counts for half
/// of the mean area at least. What is large has its colour anyway, and need not count in full. It costs at most two tenths
/// of a decibel, and files are smaller.
pub(super) fn weigh(classes: &mut [Class]) {
    let (mean, area) = (mean_above(classes, 0), mean_above(classes, AREA));
    for class in classes {
        let speck = class.count < AREA;
        class.count = class.count.min(mean * MOST);
        if !speck {
            class.count = class.count.max(area / 2);
        }
    }
}

/// How many pixels a colour has, of those that have so many, at least 1.
fn mean_above(classes: &[Class], least: u64) -> u64 {
    let (mut n, mut total) = (0, 0);
    for class in classes {
        if class.count >= least {
            n += 1;
            total += class.count;
        }
    }
    (total / u64::max(n, 1)).max(1)
}
