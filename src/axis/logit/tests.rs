use super::*;
use crate::axis::choose::tests::{cells, number, same_places, written};

#[test]
fn probabilities_have_the_ticks_of_matplotlib() {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-12 * b.min(1.0 - b);
    let (mut count, mut alike) = (0, 0);
    for row in cells(include_str!("../../../tests/data/ticks_logit.tsv")) {
        let (limits, room) = (Limits::new(number(row[0]), number(row[1])), number(row[2]) as usize);
        let (major, minor) = Logit.choices(limits, room).next().unwrap_or_default();
        assert!(same_places(&major.positions, &row[3..], &near), "{row:?}: {:?}", major.positions);
        assert!(same_places(&minor.positions, &row[8..], &near), "{row:?}: {:?}", minor.positions);
        let theirs = |labels: &str| {
            let all: Vec<String> = labels.split('|').map(as_ours).collect();
            all.join("|")
        };
        let (ours, theirs) =
            ([written(&major.labels, 99), written(&minor.labels, 99)], [theirs(row[7]), theirs(row[12])]);
        alike += usize::from(ours == theirs);
        assert_eq!(ours, theirs, "{row:?}");
        count += 1;
    }
    assert!(count >= 600, "{count} {alike}");
}

/// A plain number is no mathematics, and one half is a letter.
fn as_ours(label: &str) -> String {
    let label = label.replace("$\\frac{1}{2}$", "½");
    match label.strip_prefix('$').and_then(|label| label.strip_suffix('$')) {
        Some(inside) if !inside.contains('\\') && !inside.contains('^') => inside.to_owned(),
        _ => label,
    }
}

#[test]
fn limits_stay_between_zero_and_one() {
    let valid = |lo, hi, least| Logit.nonsingular(Limits::new(lo, hi), least);
    assert_eq!(valid(0.2, 0.7, 0.1), Limits::new(0.2, 0.7));
    assert_eq!(valid(-1.0, 2.0, 1e-3), Limits::new(1e-3, 1.0 - 1e-3));
    assert_eq!(valid(0.0, 1.0, f64::INFINITY), Limits::new(1e-7, 1.0 - 1e-7));
    assert_eq!(valid(2.0, 3.0, 2.0), Limits::new(1e-7, 1.0 - 1e-7));
    assert_eq!(valid(0.1, 0.1, 0.1), Limits::new(0.1 * 0.1, 1.0 - 0.1 * 0.1));
    assert_eq!(valid(f64::NAN, f64::INFINITY, 0.1), Limits::new(1e-7, 1.0 - 1e-7));
    let next = valid(1e-300, 1.0, 1e-300);
    assert!(next.lo == 1e-300 && next.hi < 1.0 && Logit.transform(next.hi).is_finite(), "{next:?}");
}
