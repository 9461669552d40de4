use super::*;
use crate::style::{Color, ColorScale, Colormap};

const VALUES: [f64; 8] = [-2.0, 0.0, 0.1, 1.0, 2.5, 7.0, 10.0, 11.0];

fn check(norm: Norm, limits: Limits, expected: [f64; 8]) {
    for (v, e) in VALUES.into_iter().zip(expected) {
        let t = norm.normalize(v, limits);
        let same = t == e || (t - e).abs() <= 1e-15 || (t.is_nan() && e.is_nan());
        assert!(same, "{norm:?}({v}) = {t}, not {e}");
    }
    assert!(norm.normalize(f64::NAN, limits).is_nan());
}

#[test]
fn fractions_are_matplotlibs() {
    const BAD: f64 = f64::NAN;
    let (a, b) = (-0.304_347_826_086_956_54, -0.014_492_753_623_188_406);
    check(
        Norm::Linear,
        Limits::new(0.1, 7.0),
        [
            a,
            b,
            0.0,
            0.130_434_782_608_695_65,
            0.347_826_086_956_521_73,
            1.0,
            1.434_782_608_695_652,
            1.579_710_144_927_536_1,
        ],
    );
    check(
        Norm::Log,
        Limits::new(0.1, 7.0),
        [
            BAD,
            BAD,
            0.0,
            0.541_976_620_381_794_5,
            0.757_650_801_396_567_4,
            1.0,
            1.083_953_240_763_589,
            1.106_387_108_374_171_6,
        ],
    );
    check(
        Norm::Centered { center: 1.0 },
        Limits::new(-3.0, 5.0),
        [0.125, 0.375, 0.3875, 0.5, 0.6875, 1.25, 1.625, 1.75],
    );
    check(
        Norm::TwoSlope { center: 1.0 },
        Limits::new(-2.0, 10.0),
        [0.0, 0.333_333_333_333_333_3, 0.35, 0.5, 0.583_333_333_333_333_3, 0.833_333_333_333_333_3, 1.0, f64::INFINITY],
    );
    check(
        Norm::Power { gamma: 0.5 },
        Limits::new(0.1, 7.0),
        [
            a,
            b,
            0.0,
            0.361_157_559_257_307_6,
            0.589_767_824_619_588_5,
            1.0,
            1.197_824_114_257_036_6,
            1.256_865_205_552_105_5,
        ],
    );
    check(Norm::Linear, Limits::new(1.0, 1.0), [0.0; 8]);
}

#[test]
fn the_inverse_undoes() {
    let limits = Limits::new(0.5, 8.0);
    let norms = [Norm::Linear, Norm::Log, Norm::TwoSlope { center: 2.0 }, Norm::Power { gamma: 2.2 }];
    for norm in norms {
        for v in [0.5, 0.7, 2.0, 3.0, 7.9, 8.0] {
            let back = norm.inverse(norm.normalize(v, limits), limits);
            assert!((back - v).abs() < 1e-13, "{norm:?}: {v} came back as {back}");
        }
    }
}

#[test]
fn limits_of_data() {
    // Normalize/LogNorm/CenteredNorm/TwoSlopeNorm(..).autoscale_None(..)
    let values = [f64::NAN, -3.0, 1.5, f64::INFINITY, 9.0, 0.0];
    assert_eq!(Norm::Linear.limits_of(&values), Limits::new(-3.0, 9.0));
    assert_eq!(Norm::Log.limits_of(&values), Limits::new(1.5, 9.0));
    assert_eq!(Norm::Centered { center: 1.0 }.limits_of(&values), Limits::new(-7.0, 9.0));
    assert_eq!(Norm::TwoSlope { center: 1.0 }.limits_of(&values), Limits::new(-3.0, 9.0));
    assert_eq!(Norm::TwoSlope { center: 1.0 }.limits_of(&[2.0, 5.0]), Limits::new(-3.0, 5.0));
    assert_eq!(Norm::TwoSlope { center: 1.0 }.limits_of(&[-5.0, -2.0]), Limits::new(-5.0, 7.0));
    assert_eq!(Norm::Linear.limits_of(&[f64::NAN]), Limits::new(0.0, 1.0));
    assert_eq!(Norm::Log.limits_of(&[-3.0]), Limits::new(1.0, 10.0));
    assert_eq!(Norm::TwoSlope { center: 5.0 }.limits_of(&[]), Limits::new(0.0, 10.0));
}

#[test]
fn centres_are_in_the_middle_whatever_the_limits() {
    let centered = Norm::Centered { center: 0.0 };
    let slopes = Norm::TwoSlope { center: 0.0 };
    for (limits, low) in [((-1.0, 5.0), -5.0), ((-5.0, 1.0), -5.0), ((2.0, 4.0), -4.0), ((-4.0, -2.0), -4.0)] {
        let limits = Limits::new(limits.0, limits.1);
        assert_eq!([low, 0.0, -low].map(|v| centered.normalize(v, limits)), [0.0, 0.5, 1.0], "{limits:?}");
        assert_eq!(slopes.normalize(0.0, limits), 0.5, "{limits:?}");
        assert_eq!(centered.inverse(0.5, limits), 0.0);
    }
    // backward limits are the map backward
    for norm in [centered, slopes.clone(), Norm::Linear, Norm::Log, Norm::Power { gamma: 1.0 }] {
        let (limits, back) = (Limits::new(1.0, 8.0), Limits::new(8.0, 1.0));
        for v in [1.0, 2.0, 4.0, 8.0] {
            assert!((norm.normalize(v, limits) + norm.normalize(v, back) - 1.0).abs() < 1e-15, "{norm:?} {v}");
        }
        assert!((norm.inverse(norm.normalize(8.0, back), back) - 8.0).abs() < 1e-13, "{norm:?}");
    }
    assert_eq!(slopes.normalize(9.0, Limits::new(8.0, -1.0)), f64::NEG_INFINITY);
}

#[test]
fn the_largest_numbers_have_fractions() {
    let limits = Limits::new(-1.7e308, 1.7e308);
    for norm in [Norm::Linear, Norm::Centered { center: 0.0 }, Norm::TwoSlope { center: 0.0 }] {
        assert_eq!([-1.7e308, 0.0, 1.7e308].map(|v| norm.normalize(v, limits)), [0.0, 0.5, 1.0], "{norm:?}");
        assert_eq!([0.0, 0.5, 1.0].map(|t| norm.inverse(t, limits)), [-1.7e308, 0.0, 1.7e308], "{norm:?}");
    }
    let far = Norm::Centered { center: 1e308 };
    assert!(far.normalize(1e308, limits).is_finite());
}

#[test]
fn equal_limits_give_the_first_colour_to_all_but_nan() {
    let limits = Limits::new(2.0, 2.0);
    for norm in [Norm::Linear, Norm::Log, Norm::Centered { center: 2.0 }, Norm::Power { gamma: 0.5 }] {
        assert_eq!([f64::NEG_INFINITY, -1.0, 2.0, f64::INFINITY].map(|v| norm.normalize(v, limits)), [0.0; 4]);
        assert!(norm.normalize(f64::NAN, limits).is_nan());
        assert_eq!(norm.inverse(0.0, limits), 2.0);
    }
}

/// What matplotlib's norms make of values; `tests/data/make_norms.py` writes it.
const NORMS: &str = include_str!("../../../tests/data/norms.tsv");

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().map(|number| number.parse().unwrap()).collect()
}

#[test]
fn fractions_of_many_values_are_matplotlibs() {
    let mut tried = 0;
    for line in NORMS.lines().filter(|line| !line.starts_with("boundary")) {
        let parts: Vec<&str> = line.split('\t').collect();
        let p = numbers(parts[1]);
        let norm = match parts[0] {
            "linear" => Norm::Linear,
            "log" => Norm::Log,
            "centered" => Norm::Centered { center: p[0] },
            "twoslope" => Norm::TwoSlope { center: p[0] },
            "power" => Norm::Power { gamma: p[0] },
            _ => Norm::SymLog { linthresh: p[0], linscale: p[1] },
        };
        let limits = Limits::new(numbers(parts[2])[0], numbers(parts[2])[1]);
        for (v, expected) in numbers(parts[3]).into_iter().zip(numbers(parts[4])) {
            let t = norm.normalize(v, limits);
            let near = (t - expected).abs() <= 1e-9 * expected.abs().max(1.0);
            assert!(
                near || t == expected || (t.is_nan() && expected.is_nan()),
                "{line}: {v} is at {t}, not {expected}"
            );
            if (0.0..=1.0).contains(&t) {
                let back = norm.inverse(t, limits);
                let size = limits.lo.abs().max(limits.hi.abs());
                assert!((back - v).abs() <= 1e-9 * size, "{line}: {v} came back as {back}");
            }
            tried += 1;
        }
    }
    assert!(tried > 2500, "{tried}");
}

#[test]
fn colours_of_bins_are_matplotlibs() {
    let mut tried = 0;
    for line in NORMS.lines().filter(|line| line.starts_with("boundary")) {
        let parts: Vec<&str> = line.split('\t').collect();
        let count: usize = parts[1].parse().unwrap();
        let color = |k: usize| Color::rgb((k >> 8) as u8, k as u8, 0);
        let all: Vec<Color> = (0..count).map(color).collect();
        let cmap = Colormap::listed("all", &all).with_under(Color::WHITE).with_over(Color::rgb(0, 0, 255));
        let norm = Norm::boundary(numbers(parts[3])).extend(parts[2]);
        let scale = ColorScale::new(cmap, norm, Limits::new(0.0, 1.0));
        for (v, expected) in numbers(parts[4]).into_iter().zip(numbers(parts[5])) {
            let expected = match expected {
                -1.0 => Color::WHITE,
                k if k == count as f64 => Color::rgb(0, 0, 255),
                k => color(k as usize),
            };
            assert_eq!(scale.color(v), expected, "{line}: {v}");
            tried += 1;
        }
    }
    assert!(tried > 3000, "{tried}");
}

#[test]
fn bins_have_equal_room() {
    let norm = Norm::boundary([0.0, 1.0, 10.0, 100.0]);
    let ramp = norm.over(Limits::new(5.0, 6.0));
    for (v, t) in [(0.0, 0.0), (0.5, 1.0 / 6.0), (1.0, 1.0 / 3.0), (10.0, 2.0 / 3.0), (100.0, 1.0), (190.0, 4.0 / 3.0)]
    {
        assert!((ramp.place(v) - t).abs() < 1e-15 && (ramp.value(t) - v).abs() < 1e-12, "{v}");
    }
    assert!(ramp.place(f64::NAN).is_nan());
    assert_eq!(norm.limits_of(&[3.0]), Limits::new(0.0, 100.0));
}

#[test]
fn many_bands_have_the_colours_of_each() {
    let borders = [0.5, 1.0, 2.0, 5.0, 9.0];
    for norm in [Norm::Linear, Norm::Log, Norm::symlog(1), Norm::TwoSlope { center: 2.0 }, Norm::boundary(borders)] {
        let scale = ColorScale::new("viridis", norm, Limits::new(0.5, 9.0));
        let all = scale.of_bands();
        for pair in borders.windows(2) {
            let middle = match scale.norm {
                Norm::Boundary { .. } => scale.color(0.5 * (pair[0] + pair[1])),
                _ => {
                    let at = |v| scale.norm.normalize(v, scale.limits);
                    scale.cmap.at(at(pair[0]) / 2.0 + at(pair[1]) / 2.0)
                }
            };
            assert_eq!(
                [all(pair[0], pair[1]), scale.between(pair[0], pair[1])],
                [middle; 2],
                "{pair:?} {:?}",
                scale.norm
            );
        }
    }
}
