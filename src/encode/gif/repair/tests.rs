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
