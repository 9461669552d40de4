//! What the scenes of the comparison show: numbers that each side makes for itself, the same everywhere.

/// After so many frames the data come again.
pub const STEPS: usize = 4;

/// Numbers in 0..1 that look random (splitmix64).
pub fn noise(seed: u64, n: usize) -> Vec<f64> {
    let mix = |i: usize| {
        let mut z = (i as u64 + (seed << 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    };
    (0..n).map(mix).collect()
}

/// The y of a noisy sine over x = 0..1; frame k shows `n` of them from number k on.
pub fn sine(n: usize) -> Vec<f64> {
    let turn = |i: usize| std::f64::consts::TAU * 3.0 * i as f64 / n as f64;
    noise(1, n + STEPS).iter().enumerate().map(|(i, u)| turn(i).sin() + 0.6 * (u - 0.5)).collect()
}

/// The same on each side of a place: 0, 1/n, ..
pub fn even(n: usize) -> Vec<f64> {
    (0..n).map(|i| i as f64 / n as f64).collect()
}

/// A random walk along one axis, as long as the picture is large for any `n`.
pub fn walk(seed: u64, n: usize) -> Vec<f64> {
    let (mut at, scale) = (0.0, (n as f64).sqrt());
    let step = |u: f64| {
        at += (u - 0.5) / scale;
        at
    };
    noise(seed, n + STEPS).into_iter().map(step).collect()
}

/// The rows of a picture of waves with some noise, from -1 to 1; frame k shows `n` of them from row k on.
pub fn waves(n: usize) -> Vec<f64> {
    let along = |turns: f64| move |i: usize| (std::f64::consts::TAU * turns * i as f64 / n as f64).sin();
    let (row, column) = (along(6.0), along(5.0));
    let value = |(i, u): (usize, f64)| 0.8 * row(i / n) * column(i % n) + 0.4 * (u - 0.5);
    noise(5, n * (n + STEPS)).into_iter().enumerate().map(value).collect()
}
