use super::*;
use crate::figure::Figure;

/// Made by `make_histograms.py`, which stands beside it and says what is in it.
const TABLE: &str = include_str!("../../../tests/data/histograms.tsv");

fn lcg(n: usize, seed: u32) -> Vec<f64> {
    let mut x = seed;
    let mut next = || {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(x) / 2_f64.powi(32)
    };
    (0..n).map(|_| next()).collect()
}

fn numbers(text: &str) -> Vec<f64> {
    text.split(',').filter(|v| !v.is_empty()).map(|v| v.parse().expect(text)).collect()
}

/// The first and the last of many.
fn kept<T: Copy>(all: &[T], n: usize) -> Vec<T> {
    if all.len() <= 2 * n { all.to_vec() } else { [&all[..n], &all[all.len() - n..]].concat() }
}

#[track_caller]
fn same(name: &str, got: &[f64], want: &[f64]) {
    let size = want.iter().fold(0.0_f64, |size, v| size.max(v.abs()));
    // numpy divides by the number of values, and there may be none
    let near = |(a, b): (&f64, &f64)| (*a == 0.0 && b.is_nan()) || (a - b).abs() <= 1e-11 * size;
    assert!(got.len() == want.len() && got.iter().zip(want).all(near), "{name}: {got:?}, not {want:?}");
}

#[test]
fn several_samples_are_matplotlibs() {
    let mut rows = 0;
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let [said, samples, edges, heights, bars] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (mut data, mut weights) = (Vec::new(), Vec::new());
        for sample in samples.split(';') {
            let (n, seed) = sample.split_once(':').expect(sample);
            let (n, seed): (usize, u32) = (n.parse().expect(n), seed.parse().expect(seed));
            let (wide, left) = (f64::from(1 + seed % 3), f64::from(seed % 4));
            data.push(lcg(n, seed).iter().map(|v| v * wide - left).collect::<Vec<_>>());
            weights.extend(lcg(n, seed + 100));
        }
        let mut hist = Histogram::several(&data);
        for option in said.split(' ') {
            let (key, value) = option.split_once('=').unwrap_or((option, ""));
            match key {
                "n" => _ = hist.set_bins(value.parse().expect(value)),
                "rule" => _ = hist.set_bin_rule(value),
                "edges" => _ = hist.set_edges(numbers(value)),
                "range" => _ = hist.set_range(numbers(value)[0], numbers(value)[1]),
                "weights" => _ = hist.set_weights(&weights),
                "rwidth" => _ = hist.set_rwidth(numbers(value)[0]),
                "stacked" => _ = hist.set_stacked(true),
                "density" => _ = hist.set_density(true),
                "cumulative" => _ = hist.set_cumulative(true),
                _ => panic!("{option}"),
            }
        }
        let name = format!("{said} of {samples}");
        let (count, edges) = edges.split_once(';').expect(edges);
        assert_eq!(hist.edges().len().to_string(), count, "{name}");
        same(&name, &kept(hist.edges(), 5), &numbers(edges));
        for (i, (heights, bars)) in heights.split(';').zip(bars.split(';')).enumerate() {
            same(&name, &kept(hist.counted.tops(i), 5), &numbers(heights));
            let mut rects = Vec::new();
            for k in 0..hist.counted.bins() {
                let ((from, to), foot) = (hist.sides(i, k), hist.counted.foot(i, k));
                rects.push([from, to - from, foot, hist.counted.tops(i)[k] - foot]);
                assert!((hist.counts_of(i)[k] - rects[k][3]).abs() < 1e-9, "{name}");
            }
            same(&name, kept(&rects, 2).as_flattened(), &numbers(bars));
        }
        rows += 1;
    }
    assert!(rows > 300, "{rows}");
}

#[test]
fn samples_go_on_in_the_cycle() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].plot([0, 1], [0, 1]);
    let hist = fig[ax].add(Histogram::several([[1.0], [2.0]]));
    let after = fig[ax].plot([0, 1], [0, 1]);
    let colors = |hist: &Histogram, n: usize| (0..n).map(|i| hist.color_of(i)).collect::<Vec<_>>();
    assert_eq!(colors(&fig[hist], 2), [Color::turn(1), Color::turn(2)]);
    assert_eq!(fig[after].get_color(), Color::turn(3));
    fig[hist].set_several([[1.0], [2.0], [3.0]]);
    assert_eq!(colors(&fig[hist], 3), [1, 2, 3].map(Color::turn));
    // one colour is that of all, also that of the first turn; and what was said last counts
    for one in ["r", "C1", "tab:orange"] {
        fig[hist].set_color(one);
        assert_eq!(colors(&fig[hist], 3), [Color::parse(one).expect(one); 3]);
        fig[hist].set_colors(["r", "b"]);
        assert_eq!(colors(&fig[hist], 3), [Color::RED, Color::BLUE, Color::RED]);
    }
    fig[hist].set_color("g");
    assert_eq!((fig[hist].get_color(), colors(&fig[hist], 2)), (Color::GREEN, vec![Color::GREEN; 2]));
    let one = Histogram::new([1.0]).color("b");
    assert_eq!(one.color_of(0), Color::BLUE);
}

#[test]
fn heights_are_what_was_asked_for() {
    let data = [0.0, 0.5, 1.0, 1.5, 3.0];
    let counts = |histogram: Histogram| histogram.counts().to_vec();
    assert_eq!(counts(Histogram::new(data).bins(3)), [2.0, 2.0, 1.0]);
    assert_eq!(counts(Histogram::new(data).bins(3).density(true)), [0.4, 0.4, 0.2]);
    assert_eq!(counts(Histogram::new(data).bins(3).cumulative(true)), [2.0, 4.0, 5.0]);
    let whole = counts(Histogram::new(data).bins(3).cumulative(true).density(true));
    assert!((whole[2] - 1.0).abs() < 1e-12);
    assert_eq!(counts(Histogram::new(data).with_edges([0.0, 1.0, 5.0])), [2.0, 3.0]);
    assert_eq!(counts(Histogram::new(data).bins(2).range(0.0, 2.0)), [2.0, 2.0]);
    assert_eq!(counts(Histogram::new(data).bins(1).weights([1.0, 1.0, 1.0, 1.0, 0.5])), [4.5]);
    assert_eq!(counts(Histogram::new([] as [f64; 0]).bins(2)), [0.0, 0.0]);
    assert_eq!(counts(Histogram::several([[0.0; 0]; 0])), [0.0; 0]);
}
