//! The colours that a palette serves worst.

use super::histogram::Class;

/// Which colour of a palette a class has, and how far from it that is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) index: u8,
    /// Squared.
    pub(super) distance: u32,
}

/// A colour of more pixels than this is no worse than one of as many.
const SPECK: u64 = 4;

/// Adds up to `room` colours to the palette, each time the one that is farthest from what stands for it, and gives it and
/// its neighbours the new place.
///
/// Cutting where the sum of squares falls most leaves single pixels 60 levels off: the edge of a line over a heatmap. A
/// few places halve that.
pub(super) fn repair(classes: &[Class], matches: &mut [Match], palette: &mut Vec<[u8; 3]>, room: usize) {
    for _ in 0..room {
        let badness = |&(class, found): &(&Class, &Match)| u64::from(found.distance) * class.count.min(SPECK);
        let worst = classes.iter().zip(&*matches).max_by_key(badness);
        let Some((&Class { color, .. }, &Match { distance: 1.., .. })) = worst else { return };
        let index = palette.len() as u8;
        palette.push(color);
        for (class, found) in classes.iter().zip(&mut *matches) {
            let distance = distance(class.color, color);
            if distance < found.distance {
                *found = Match { index, distance };
            }
        }
    }
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    (0..3).map(|i| u32::from(a[i].abs_diff(b[i])).pow(2)).sum()
}

#[cfg(test)]
mod tests;
