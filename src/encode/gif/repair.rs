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
mod tests {
    use super::*;

    #[test]
    fn the_worst_off_get_places_and_every_class_the_nearest_of_all() {
        let class = |level: u8, count| Class { color: [level, 0, 0], count };
        // one place for all; the last two are far away, one of them a single pixel
        let classes = [class(10, 1000), class(12, 500), class(60, 3), class(200, 1), class(203, 1)];
        let mut palette = vec![[10, 0, 0]];
        let start = classes.map(|c| Match { index: 0, distance: distance(c.color, palette[0]) });
        let mut matches = start;
        repair(&classes, &mut matches, &mut palette, 2);
        assert_eq!(palette, [[10, 0, 0], [203, 0, 0], [60, 0, 0]]);
        assert_eq!(matches.map(|found| (found.index, found.distance)), [(0, 0), (0, 4), (2, 0), (1, 9), (1, 0)]);

        // no place is taken once nothing is off
        let (mut matches, mut palette) = (start, vec![[10, 0, 0]]);
        repair(&classes, &mut matches, &mut palette, 100);
        assert_eq!(palette.len(), 5);
        assert!(matches.iter().all(|found| found.distance == 0));
    }
}
