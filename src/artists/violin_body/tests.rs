use super::*;

/// Thirty numbers from 0 to 10, most of them small.
fn skewed() -> Vec<f64> {
    let mut x = 1_u32;
    let mut next = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let u = f64::from(x) / 4_294_967_296.0;
        u * u * u * 10.0
    };
    (0..30).map(|_| next()).collect()
}

/// matplotlib 3.11's `cbook.violin_stats`, whose densities are those of scipy 1.17's `gaussian_kde` to the last digits, over their largest.
#[test]
fn densities_are_scipys() {
    let scott = [
        0.932517740210509,
        0.954961148987164,
        0.707827597256155,
        0.26398320624183913,
        0.08109681411188553,
        0.0561354260534496,
    ];
    let silverman = [
        0.9314786030105869,
        0.9528243088599447,
        0.740252778648105,
        0.27643582383462706,
        0.0877589430608889,
        0.05628433733430822,
    ];
    let third = [
        0.9335928893494164,
        0.9693182483427221,
        0.41292893792515317,
        0.16332157408864342,
        0.032272638499074316,
        0.06266109264990122,
    ];
    for (bandwidth, wanted) in
        [(Bandwidth::Scott, scott), (Bandwidth::Silverman, silverman), (Bandwidth::Factor(0.3), third)]
    {
        let body = Body::of(&skewed(), bandwidth, 100, &[0.25, 0.9]);
        for (at, wanted) in [0, 1, 20, 50, 77, 99].into_iter().zip(wanted) {
            assert!(
                (body.shape[at] - wanted).abs() < 1e-12,
                "{bandwidth:?} at {at}: {} and not {wanted}",
                body.shape[at]
            );
        }
        let facts = [
            body.mean,
            body.median,
            body.coords[0],
            body.coords[1],
            body.coords[50],
            body.coords[99],
            body.quantiles[0],
            body.quantiles[1],
        ];
        let wanted = [
            1.8554034650201108,
            0.6496406827766379,
            4.4866025345991446e-05,
            0.09536072497448102,
            4.765837813482097,
            9.436314901989714,
            0.13842822302582775,
            4.77175337777893,
        ];
        for (found, wanted) in facts.iter().zip(wanted) {
            assert!((found - wanted).abs() <= 1e-13 * wanted, "{found} and not {wanted}");
        }
    }
}

#[test]
fn odd_samples_have_a_shape_or_none() {
    let of = |sample: &[f64]| Body::of(sample, Bandwidth::Scott, 5, &[]);
    // one value, or several that are one: as wide as can be, as matplotlib has it
    assert_eq!(of(&[3.0]).shape, [1.0; 5]);
    assert_eq!(of(&[3.0, 3.0]).coords, [3.0; 5]);
    assert!(of(&[]).coords.is_empty() && of(&[f64::NAN, f64::INFINITY]).shape.is_empty());
    let far = of(&[-1.7e308, 1e-300, 1.7e308]);
    assert!(far.shape.iter().chain(&far.coords).all(|v| v.is_finite()), "{far:?}");
    assert!((far.shape[2] - 1.0).abs() < 1e-12);
}
