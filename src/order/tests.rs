use super::*;

#[test]
fn the_least_is_first_and_equal_ones_stay() {
    let things: Vec<u32> = (0..500).map(|k| k * 7919 % 31).collect();
    let mut want: Vec<(u32, usize)> = things.iter().copied().zip(0..).collect();
    want.sort_unstable();
    let order = order(things.len(), &|a, b| things[a].cmp(&things[b]));
    assert!(order.iter().map(|&k| (things[k], k)).eq(want));
}
