use super::*;
use crate::encode::diff::Region;
use std::collections::BTreeMap;

/// Counts the changes between two pictures of `colors` colours, with runs, and checks them against a plain count.
fn check(colors: u32, exact: bool) {
    let mut state = 3_u32;
    let mut next = |range: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % range
    };
    let pixel = |n: u32| unpack(n.wrapping_mul(0x0001_0F35) & 0x00FF_FFFF);
    let mut new = Vec::new();
    while new.len() < 200 * 200 * 3 {
        let color = pixel(next(colors));
        for _ in 0..1 + next(3) {
            new.extend(color);
        }
    }
    new.truncate(200 * 200 * 3);
    let old: Vec<u8> =
        new.chunks_exact(3).flat_map(|p| if next(4) == 0 { [p[0], p[1], p[2]] } else { [1; 3] }).collect();
    let region = Region { x: 0, y: 0, width: 200, height: 200 };
    let mut histogram = Histogram::new();
    histogram.count(&Change { new: &new, old: Some(&old), width: 200, region, exact: true });
    assert_eq!(histogram.exact == histogram.classes.len(), exact);

    let mut counts = BTreeMap::<u16, Vec<[u8; 3]>>::new();
    for ((new, old), &class) in new.chunks_exact(3).zip(old.chunks_exact(3)).zip(&histogram.pixels) {
        assert_eq!(new == old, class == UNCHANGED);
        counts.entry(class).or_default().push([new[0], new[1], new[2]]);
    }
    counts.remove(&UNCHANGED);
    for (class, members) in counts {
        let Class { color, count } = histogram.classes[usize::from(class)];
        assert_eq!(count, members.len() as u64);
        let single = usize::from(class) < histogram.exact;
        let side = if single { [0; 3] } else { [7, 7, 15] };
        assert!(members.iter().all(|m| (0..3).all(|i| m[i].abs_diff(color[i]) <= side[i])), "{color:?}");
    }
}

#[test]
fn every_pixel_is_in_the_class_of_its_colour_and_counted_once() {
    check(1, true);
    check(300, true);
    check(9000, true);
    check(1 << 24, false);
}
