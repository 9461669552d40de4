use super::*;

/// `n` numbers in [0, 1).
fn lcg(n: usize, seed: u32) -> Vec<f64> {
    let mut x = seed;
    let mut out = Vec::new();
    for _ in 0..n {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        out.push(f64::from(x) / 4_294_967_296.0);
    }
    out
}

fn normal() -> Vec<f64> {
    let (u, v) = (lcg(2000, 9), lcg(2000, 10));
    let one = |(u, v): (&f64, &f64)| (-2.0 * (1.0 - u).ln()).sqrt() * (2.0 * std::f64::consts::PI * v).cos();
    u.iter().zip(&v).map(one).collect()
}

const RULES: [BinRule; 5] = [BinRule::Auto, BinRule::FreedmanDiaconis, BinRule::Scott, BinRule::Sturges, BinRule::Sqrt];

#[test]
fn rules_want_as_many_bins_as_numpys() {
    // numpy 2: len(histogram_bin_edges(values, rule)) - 1, for auto, fd, scott, sturges, sqrt; and histogram(values, 6)[0]
    let cases: [(Vec<f64>, [usize; 5], [f64; 6]); 5] = [
        (normal(), [35, 35, 28, 12, 45], [13.0, 236.0, 812.0, 762.0, 171.0, 6.0]),
        (lcg(500, 3), [10, 8, 8, 10, 23], [79.0, 89.0, 90.0, 70.0, 93.0, 79.0]),
        (vec![1.0, 2.0, 2.0, 3.0, 10.0], [5, 8, 2, 4, 3], [3.0, 1.0, 0.0, 0.0, 0.0, 1.0]),
        (vec![3.0; 7], [1, 1, 1, 1, 1], [0.0, 0.0, 0.0, 7.0, 0.0, 0.0]),
        (
            normal().iter().map(|z| (z * 4.0).round_ties_even()).collect(),
            [31, 31, 27, 12, 45],
            [11.0, 236.0, 820.0, 769.0, 158.0, 6.0],
        ),
    ];
    for (values, counts, six) in cases {
        let got = RULES.map(|rule| bin_edges(&values, false, None, rule).len() - 1);
        assert_eq!(got, counts);
        let edges = bin_edges(&values, false, None, BinRule::Count(6));
        assert_eq!(binned(&values, &[], &edges), six, "{edges:?}");
    }
}

#[test]
fn edges_are_numpys() {
    let edges = bin_edges(&[3.0; 7], false, None, BinRule::Count(6));
    assert_eq!((edges.len(), edges[0], edges[6]), (7, 2.5, 3.5));
    assert!((edges[1] - 2.666_666_666_666_666_5).abs() < 1e-15);
    assert_eq!(bin_edges(&[], false, None, BinRule::Auto), [0.0, 1.0]);
    assert_eq!(bin_edges(&[f64::NAN, f64::INFINITY], false, None, BinRule::Count(2)), [0.0, 0.5, 1.0]);
    assert_eq!(bin_edges(&[5.0, 9.0], false, Some((0.0, 4.0)), BinRule::Count(2)), [0.0, 2.0, 4.0]);
}

#[test]
fn what_lies_on_an_edge_is_above_it_but_for_the_last() {
    assert_eq!(binned(&[0.0, 1.0, 2.0, 3.0, -0.1, 3.1, f64::NAN], &[], &[0.0, 1.0, 2.0, 3.0]), [1.0, 1.0, 2.0]);
    // bins of any width
    assert_eq!(binned(&[0.0, 1.0, 1.5, 99.0, 100.0], &[], &[0.0, 1.0, 100.0]), [1.0, 4.0]);
    assert_eq!(binned(&[0.5, 1.5], &[2.0, 0.25], &[0.0, 1.0, 2.0]), [2.0, 0.25]);
    assert!(binned(&[1.0], &[], &[]).is_empty() && binned(&[1.0], &[], &[0.0]).is_empty());
    // of tenths none falls a bin too low
    let tenths: Vec<f64> = (0..=10).map(|i| f64::from(i) / 10.0).collect();
    assert_eq!(binned(&tenths, &[], &tenths), [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0]);
}

#[test]
fn any_numbers_have_bins() {
    for values in [&[1e300, -1e300][..], &[f64::MAX, f64::MIN], &[5e-324, 0.0], &[f64::NAN], &[1.0, 1.0 + f64::EPSILON]]
    {
        for rule in RULES {
            let edges = bin_edges(values, false, None, rule);
            assert!(edges.len() >= 2 && edges.is_sorted(), "{values:?} {rule:?}: {edges:?}");
            let counts = binned(values, &[], &edges);
            assert!(counts.iter().all(|c| c.is_finite()));
        }
    }
}
