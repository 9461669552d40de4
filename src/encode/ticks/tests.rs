use super::*;

#[test]
fn what_is_rounded_off_one_image_is_given_to_the_next() {
    let mut ticks = Ticks::new(30.into(), 1000);
    assert_eq!([(); 4].map(|()| ticks.pass(1, 0.0)), [33, 33, 34, 33]);
    assert_eq!(ticks.pass(2, 0.0004), 67);
    assert_eq!(ticks.pass(0, 0.0004), 1);
    let mut long = Ticks::new(Fps::new(1, u32::MAX), u32::MAX);
    assert_eq!(long.pass(u64::MAX, 0.0), u64::MAX);
}
