use super::*;

#[test]
fn finds_what_a_full_search_finds() {
    let mut state = 1_u32;
    let mut level = |range: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((state >> 16) % range) as u8
    };
    for (colors, ranges) in [(1, [256; 3]), (2, [256; 3]), (255, [256; 3]), (256, [256, 9, 2]), (100, [1, 1, 256])] {
        let mut color = || [level(ranges[0]), level(ranges[1]), level(ranges[2])];
        let palette: Vec<[u8; 3]> = (0..colors).map(|_| color()).collect();
        let nearest = Nearest::new(&palette);
        for _ in 0..2000 {
            let c = color();
            let distance = |p: &[u8; 3]| (0..3).map(|i| u32::from(p[i].abs_diff(c[i])).pow(2)).sum::<u32>();
            let want = palette.iter().enumerate().map(|(i, p)| (distance(p), i as u8)).min().expect("not empty");
            assert_eq!(nearest.find(c), (want.1, want.0));
        }
    }
}
