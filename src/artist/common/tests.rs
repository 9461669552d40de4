use super::*;

#[test]
fn of_very_many_values_some_are_asked() {
    let few: Vec<f64> = (0..2000).map(f64::from).collect();
    assert_eq!(places(&few), few);
    let many: Vec<f64> = (0..1_000_000).map(f64::from).collect();
    let some = places(&many);
    assert_eq!((some.len(), some[0], some[1999]), (2000, 0.0, 999_999.0));
    assert!(some.windows(2).all(|w| (500.0..=501.0).contains(&(w[1] - w[0]))));
}
