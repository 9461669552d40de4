use super::*;

#[test]
fn the_rectangle_is_the_smallest() {
    let (width, height) = (301, 7);
    let old = vec![7_u8; width * height * 3];
    assert!(Region::changed(Some(&old), &old, width).is_none());
    for (x0, y0, x1, y1) in
        [(0, 0, 300, 6), (5, 2, 5, 2), (300, 0, 300, 0), (0, 6, 0, 6), (84, 1, 86, 5), (10, 3, 290, 3)]
    {
        for channel in 0..3 {
            let mut new = old.clone();
            // opposite corners, in both directions
            for (a, b) in [((x0, y0), (x1, y1)), ((x1, y0), (x0, y1))] {
                let mut new = new.clone();
                for (x, y) in [a, b] {
                    new[(y * width + x) * 3 + channel] = 8;
                }
                let region = Region::changed(Some(&old), &new, width);
                let want = Region { x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 };
                assert_eq!(region, Some(want), "channel {channel}");
            }
            new.fill(9);
            let all = Region { x: 0, y: 0, width, height };
            assert_eq!(Region::changed(Some(&old), &new, width), Some(all));
        }
    }
}

#[test]
fn the_first_picture_is_all_new() {
    let new = [1, 2, 3, 4, 5, 6];
    let region = Region::changed(None, &new, 1);
    assert_eq!(region, Some(Region { x: 0, y: 0, width: 1, height: 2 }));
}

#[test]
fn what_is_kept_becomes_the_new_picture() {
    let (width, old) = (5, vec![0_u8; 5 * 4 * 3]);
    let mut new = old.clone();
    new[(5 + 2) * 3] = 7;
    new[(2 * 5 + 4) * 3 + 2] = 8;
    let region = Region::changed(Some(&old), &new, width).expect("a change");
    assert_eq!(region.rows(width).collect::<Vec<_>>(), [21..30, 36..45]);
    for mut kept in [old, Vec::new()] {
        region.keep(&mut kept, &new, width);
        assert_eq!(kept, new);
    }
}
