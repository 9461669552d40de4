//! What the artists of samples and counts draw and ask for, and what they refuse.

// as most programs write it, whatever they have
#![allow(clippy::needless_borrows_for_generic_args)]

use grabframe::prelude::*;
use grabframe::{Baseline, Layout, Reduction, Values};

use crate::tools::{lcg, refusal};

/// The layout of a figure with one artist.
fn laid_out<A: Artist>(artist: A) -> Layout {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(artist);
    Layout::of(&fig)
}

/// Where the axes of a figure with one artist end.
fn limits<A: Artist>(artist: A) -> [f64; 4] {
    let layout = laid_out(artist);
    let (x, y) = (layout.axes[0].x.limits, layout.axes[0].y.limits);
    [x.lo, x.hi, y.lo, y.hi]
}

fn near(found: [f64; 4], wanted: [f64; 4]) {
    for (a, b) in found.iter().zip(wanted) {
        assert!((a - b).abs() < 1e-9 * b.abs().max(1.0), "{found:?} and not {wanted:?}");
    }
}

/// The words of the ticks of the first axes.
fn words(layout: &Layout) -> Vec<String> {
    layout.axes[0].texts.iter().map(|text| text.text.clone()).collect()
}

#[test]
fn boxes_stand_at_their_ticks() {
    // matplotlib 3.11: half a unit beside the outer ones, and no margin more
    let samples = [vec![1.0, 2.0, 3.0, 4.0, 9.0], vec![0.0, 2.0, 4.0]];
    near(limits(BoxPlot::new(&samples)), [0.5, 2.5, -0.45, 9.45]);
    near(limits(BoxPlot::new(&samples).showfliers(false)), [0.5, 2.5, -0.2, 4.2]);
    near(limits(BoxPlot::new(&samples).horizontal().positions([3, 5])), [-0.45, 9.45, 2.5, 5.5]);
    near(limits(BoxPlot::new(&samples).manage_ticks(false)), [0.8675, 2.1325, -0.45, 9.45]);
    near(limits(BoxPlot::new([[1.0, 2.0, 4.0]]).notch(true)), [0.5, 1.5, 0.472_357_121_861, 4.167_982_994_197]);
    assert_eq!(words(&laid_out(BoxPlot::new(&samples)))[..2], ["1", "2"]);
    assert_eq!(words(&laid_out(BoxPlot::new(&samples).positions([0.5, 7.0])))[..2], ["0.5", "7"]);
    assert_eq!(words(&laid_out(BoxPlot::new(&samples).tick_labels(["a", "b"])))[..2], ["a", "b"]);
    assert_ne!(words(&laid_out(BoxPlot::new(&samples).manage_ticks(false)))[..2], ["1", "2"]);
}

#[test]
fn boxes_are_drawn_where_the_quartiles_are() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let boxes = fig[ax].add(BoxPlot::new([[0.0, 1.0, 2.0, 3.0, 4.0]]).facecolors(["red"]).mediancolor("lime"));
    fig[ax].set_ylim(0, 4);
    let frame = fig.render();
    let area = Layout::of(&fig).axes[0].area;
    let at = |frame: &Frame, x: f32, y: f32| {
        frame.pixel((area.x0 + area.width() * x) as u32, (area.y1 - area.height() * y) as u32)
    };
    let red = [255, 0, 0];
    assert_eq!([at(&frame, 0.5, 0.4), at(&frame, 0.44, 0.7), at(&frame, 0.5, 0.26)], [red; 3]);
    assert_eq!([at(&frame, 0.3, 0.5), at(&frame, 0.45, 0.2), at(&frame, 0.45, 0.8)], [[255; 3]; 3]);
    let bright = at(&frame, 0.46, 0.5);
    assert!(bright[1] > 200 && bright[0] < 120, "{bright:?}");
    // in place: the box moves
    fig[boxes].set_data([[1.0, 2.0, 3.0, 4.0]]);
    assert_eq!(at(&fig.render(), 0.45, 0.4), [255; 3]);
    assert_eq!(fig[boxes].stats()[0].q1, 1.75);
}

#[test]
fn violins_reach_from_the_least_to_the_largest() {
    let samples = [vec![1.0, 2.0, 3.0, 4.0, 9.0], vec![0.0, 2.0, 4.0]];
    // matplotlib 3.11
    near(limits(Violin::new(&samples)), [0.675, 2.325, -0.45, 9.45]);
    near(limits(Violin::new(&samples).widths([1.0, 0.2]).horizontal()), [-0.45, 9.45, 0.42, 2.18]);
    near(limits(Violin::new(&samples).side("high")), [0.9375, 2.3125, -0.45, 9.45]);
    near(limits(Violin::new(&samples).positions([4, 2])), [1.625, 4.375, -0.45, 9.45]);
}

#[test]
fn violins_have_the_sides_and_lines_that_were_asked_for() {
    let of = |violin: Violin| {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        fig[ax].add(violin.color("k").facecolors(["red"]));
        fig[ax].set_xlim(0.5, 1.5).set_ylim(-2, 2);
        let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
        move |x: f32, y: f32| frame.pixel((area.x0 + area.width() * x) as u32, (area.y1 - area.height() * y) as u32)
    };
    let sample = [[-1.0, -0.5, 0.0, 0.0, 0.5, 1.0]];
    let (red, white) = ([255, 0, 0], [255; 3]);
    let both = of(Violin::new(&sample).showextrema(false));
    assert_eq!([both(0.4, 0.49), both(0.6, 0.49), both(0.5, 0.49), both(0.2, 0.49)], [red, red, red, white]);
    let low = of(Violin::new(&sample).showextrema(false).side("low"));
    assert_eq!([low(0.4, 0.49), low(0.6, 0.49)], [red, white]);
    let high = of(Violin::new(&sample).showextrema(false).side("high"));
    assert_eq!([high(0.4, 0.49), high(0.6, 0.49)], [white, red]);
    assert!(of(Violin::new(&sample))(0.5, 0.4)[0] < 60); // the line between the extremes
    assert!(of(Violin::new(&sample).showextrema(false).showmedians(true))(0.45, 0.5)[0] < 60);
    assert!(of(Violin::new(&sample).showextrema(false).quantiles([0.5]))(0.45, 0.5)[0] < 60);
}

#[test]
fn layers_stand_on_their_baseline() {
    // matplotlib 3.11
    let rows = [[1.0, 2.0, 3.0, 1.0], [2.0, 0.0, 1.0, 4.0], [0.5, 1.0, 2.0, 0.5]];
    let stack = || Stackplot::new(0..4, rows);
    near(limits(stack()), [-0.15, 3.15, 0.0, 6.3]);
    near(limits(stack().baseline("sym")), [-0.15, 3.15, -3.3, 3.3]);
    near(limits(stack().baseline("wiggle")), [-0.15, 3.15, -109.0 / 30.0, 89.0 / 30.0]);
    near(limits(stack().baseline(Baseline::WeightedWiggle)), [-0.15, 3.15, -3.157_196_969_7, 3.467_803_030_3]);
}

#[test]
fn layers_have_an_entry_each_in_the_legend() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let stack = fig[ax].add(Stackplot::new([0, 1], [[1, 1], [2, 2], [3, 3]]).labels(["a", "_hidden", "c"]).alpha(0.5));
    fig[ax].add(Line::new([0, 1], [0, 1]).label("line"));
    fig[ax].legend();
    let layout = Layout::of(&fig);
    let entries = &layout.axes[0].legend.as_ref().unwrap().entries;
    let names: Vec<&str> = entries.iter().map(|entry| &entry.text.text[..]).collect();
    assert_eq!(names, ["a", "c", "line"]);
    assert_eq!(entries[1].handle.face, Some(Color::cycle(2).with_alpha(0.5)));
    // green, and half of it shows through
    let (frame, room) = (fig.render(), entries[1].room);
    let [r, g, b] = frame.pixel((room.x0 + room.x1) as u32 / 2, (room.y0 + room.y1) as u32 / 2);
    assert!(g > r + 20 && g > b + 20 && r > 100, "{r} {g} {b}");
    fig[stack].set_data([0, 1], [[1, 1]]);
    assert_eq!(Layout::of(&fig).axes[0].legend.as_ref().unwrap().entries.len(), 2);
}

#[test]
fn events_stand_in_rows() {
    // matplotlib 3.11, which leaves room for twice the length of the lines
    let rows = [vec![1.0, 2.0], vec![5.0]];
    near(limits(Events::new(&rows)), [0.8, 5.2, -1.15, 2.15]);
    near(limits(Events::new([[1.0, 2.0]]).linelengths(0.5)), [0.95, 2.05, 0.45, 1.55]);
    let three = [vec![1.0, 2.0], vec![5.0], vec![]];
    near(limits(Events::new(&three).vertical().lineoffsets([4, 2, 9])), [0.55, 10.45, 0.8, 5.2]);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let events = fig[ax].add(Events::new(&rows).colors(["red", "blue"]).linelengths(0.5).linewidths(8));
    fig[ax].set_xlim(0, 6).set_ylim(-0.5, 1.5);
    let area = Layout::of(&fig).axes[0].area;
    let at = |frame: &Frame, x: f32, y: f32| {
        frame.pixel((area.x0 + area.width() * x / 6.0) as u32, (area.y1 - area.height() * (y + 0.5) / 2.0) as u32)
    };
    let (frame, white) = (fig.render(), [255; 3]);
    assert_eq!([at(&frame, 1.0, 0.2), at(&frame, 5.0, 1.2)], [[255, 0, 0], [0, 0, 255]]);
    assert_eq!([at(&frame, 1.0, 0.3), at(&frame, 1.5, 0.0), at(&frame, 5.0, 0.0)], [white; 3]);
    // they glide
    fig[events].set_data([vec![1.0 + 0.25 * 6.0 / f64::from(area.width()), 2.0], vec![5.0]]);
    assert_ne!(fig.render(), frame);
}

#[test]
fn cells_have_the_counts_of_numpy() {
    let (x, y, c): (Vec<f64>, Vec<f64>, Vec<f64>) = three_columns();
    let of = |h: &Histogram2d| match &h.counts().values {
        Values::Scalar(counts) => counts.clone(),
        _ => Vec::new(),
    };
    // numpy 2's histogram2d, whose rows are along x
    let plain = Histogram2d::new(&x, &y).bins_xy(3, 4);
    assert_eq!(of(&plain), [26.0, 35.0, 28.0, 14.0, 17.0, 15.0, 13.0, 10.0, 16.0, 10.0, 10.0, 6.0]);
    let edges = [0.006_404_506_042_599_678, 1.334_278_386_086_225_5, 2.662_152_266_129_851_3, 3.990_026_146_173_477];
    for (found, wanted) in plain.xedges().iter().zip(edges) {
        assert!((found - wanted).abs() < 1e-14);
    }
    near(limits(plain.clone()), [edges[0], edges[3], -2.999_986_246_444_425, 5.977_940_408_036_758]);
    let weighed = Histogram2d::new(&x, &y).with_edges([0, 1, 4], [-3, 0, 1, 6]).weights(&c).density(true);
    let wanted = [
        0.037_611_388_351_191_79,
        0.047_542_343_687_253_03,
        0.003_042_632_346_741_196,
        0.026_446_081_450_474_03,
        0.023_400_832_512_176_17,
        0.017_326_646_833_473_555,
    ];
    for (found, wanted) in of(&weighed).iter().zip(wanted) {
        assert!((found - wanted).abs() < 1e-15, "{found} and not {wanted}");
    }
    let few = Histogram2d::new(&x, &y).bins(2).xrange(1, 3).yrange(-2, 2);
    let few = of(&few.cmin(8));
    assert!(few[..3] == [10.0, 16.0, 10.0] && few[3].is_nan(), "{few:?}");
    let most = of(&plain.clone().cmax(16));
    let kept: Vec<f64> = most.iter().copied().filter(|count| !count.is_nan()).collect();
    assert_eq!(kept, [14.0, 15.0, 13.0, 10.0, 16.0, 10.0, 10.0, 6.0]);
    assert!(most[..3].iter().all(|count| count.is_nan()) && most[4].is_nan(), "{most:?}");
    let between = of(&plain.cmin(14).cmax(16)).iter().filter(|count| !count.is_nan()).count();
    assert_eq!(between, 3);
}

/// Two hundred points and a value for each.
fn three_columns() -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let x = lcg(200, 1).iter().map(|u| 4.0 * u).collect();
    let y = lcg(200, 2).iter().map(|u| 9.0 * u * u - 3.0).collect();
    (x, y, lcg(200, 3))
}

/// How many hexagons there are, what the first eight show and all together, and where the first is.
fn hexagons(h: &Hexbin, n: usize, first: [f64; 8], sum: f64, middle: (f64, f64)) {
    let counts = h.counts();
    assert_eq!(counts.len(), n);
    for (found, wanted) in counts.iter().zip(first) {
        assert!((found - wanted).abs() < 1e-12, "{:?} and not {first:?}", &counts[..8]);
    }
    assert!((counts.iter().sum::<f64>() - sum).abs() < 1e-10);
    let (x, y) = h.middles();
    assert!((x[0] - middle.0).abs() < 1e-12 && (y[0] - middle.1).abs() < 1e-12, "{} {}", x[0], y[0]);
}

#[test]
fn hexagons_have_the_counts_of_matplotlib() {
    let (x, y, c) = three_columns();
    let of = || Hexbin::new(&x, &y).gridsize(5);
    // matplotlib 3.11's hexbin(..).get_array() and get_offsets()
    let corner = (0.006_404_502_058_978_038, -2.999_986_246_444_425);
    hexagons(&of(), 28, [1.0, 10.0, 3.0, 12.0, 5.0, 3.0, 16.0, 8.0], 200.0, corner);
    let next = (0.006_404_502_058_978_038, 1.488_977_080_796_166_9);
    hexagons(&of().mincnt(4), 21, [10.0, 12.0, 5.0, 16.0, 8.0, 13.0, 6.0, 15.0], 185.0, next);
    let within = Hexbin::new(&x, &y).gridsize_xy(4, 3).extent(1, 3, -2, 2);
    hexagons(&within, 32, [2.0, 1.0, 1.0, 0.0, 5.0, 2.0, 2.0, 0.0], 61.0, (0.999_999_998, -2.0));
    let made = [
        (Reduction::Mean, [0.489_361_414_453, 0.379_290_319_862_8, 0.859_964_636_387_3], 14.223_873_936_279_686),
        (Reduction::Sum, [0.489_361_414_453, 3.792_903_198_627_8, 2.579_893_909_161_9], 103.434_283_872_134_98),
        (Reduction::Min, [0.489_361_414_453, 0.175_817_557_843_4, 0.829_600_829_863_9], 7.208_099_032_053_724),
        (Reduction::Max, [0.489_361_414_453, 0.519_422_022_625_8, 0.913_883_351_488], 21.154_284_197_837_114),
        (Reduction::Median, [0.489_361_414_453, 0.395_389_969_809_9, 0.836_409_727_81], 14.446_952_494_326_979),
        (Reduction::Std, [0.0, 0.096_842_907_903_4, 0.038_227_487_068_8], 5.009_803_735_897_068),
    ];
    for (reduction, first, sum) in made {
        let made = of().values(&c).reduce(reduction);
        for (found, wanted) in made.counts().iter().zip(first) {
            assert!((found - wanted).abs() < 1e-12, "{reduction:?}: {found} and not {wanted}");
        }
        assert!(made.counts().len() == 28 && (made.counts().iter().sum::<f64>() - sum).abs() < 1e-10, "{reduction:?}");
    }
    assert_eq!(of().values(&c).mincnt(6).counts().len(), 17);
    let (x, y): (Vec<f64>, Vec<f64>) = x.iter().zip(&y).map(|(x, y)| (x + 0.1, y.exp())).unzip();
    let log = Hexbin::new(&x, &y).gridsize(5).log_x(true).log_y(true);
    let corner = (-0.973_039_981_633_264_9, -1.302_877_472_616_462_7);
    hexagons(&log, 28, [0.0, 2.0, 0.0, 1.0, 3.0, 1.0, 2.0, 5.0], 200.0, corner);
    near(limits(Hexbin::new([2, 2], [0, 0]).gridsize(4).mincnt(1)), [1.78, 2.22, -0.11, 0.11]);
    assert_eq!(Hexbin::new([2, 2], [0, 0]).gridsize(4).mincnt(1).counts(), [2.0]);
}

/// Hexagons of logarithms, on axes of logarithms, are where those of the exponents are.
#[test]
fn hexagons_stand_on_log_axes() {
    let (x, y, _) = three_columns();
    let drawn = |log: (bool, bool)| {
        let power = |column: &[f64], log: bool| column.iter().map(|v| if log { 10_f64.powf(*v) } else { *v }).collect();
        let (x, y): (Vec<f64>, Vec<f64>) = (power(&x, log.0), power(&y, log.1));
        let mut fig = Figure::pixels(120, 90);
        let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
        fig[ax].add(Hexbin::new(&x, &y).gridsize(5).log_x(log.0).log_y(log.1));
        fig[ax].set_frame(false);
        if log.0 {
            fig[ax].set_xscale("log");
        }
        if log.1 {
            fig[ax].set_yscale("log");
        }
        fig.render()
    };
    let plain = drawn((false, false));
    for log in [(true, false), (false, true), (true, true)] {
        let other = drawn(log);
        let far = plain.as_rgb().iter().zip(other.as_rgb()).filter(|(a, b)| a.abs_diff(**b) > 2).count();
        assert!(far < 60, "{log:?}: {far}");
    }
}

#[test]
fn colours_keep_their_meaning_while_data_comes() {
    let (x, y, c) = three_columns();
    let mut cells = Histogram2d::new(&x, &y).bins_xy(3, 4);
    assert_eq!(cells.get_clim(), Limits::new(6.0, 35.0));
    cells.set_data([0.0, 1.0], [0.0, 1.0]);
    assert_eq!(cells.get_clim(), Limits::new(6.0, 35.0));
    cells.set_bins(1);
    assert_eq!(cells.get_clim(), Limits::new(2.0, 2.0));
    cells.set_data(&x, &y).set_weights(&c);
    let weighed = cells.get_clim();
    assert!(weighed.lo > 90.0);
    cells.set_data(&x, &y).set_weights(&x); // other data, as those before
    assert_eq!(cells.get_clim(), weighed);
    // what begins with nothing has no limits yet, and so has what lies elsewhere
    let none = [0.0; 0];
    let mut later = Histogram2d::new(none, none).bins_xy(3, 4);
    assert_eq!(later.get_clim(), Limits::EMPTY);
    assert_eq!(later.set_data(&x, &y).get_clim(), Limits::new(6.0, 35.0));
    let mut later = Hexbin::new(none, none).gridsize(5);
    assert_eq!(later.get_clim(), Limits::EMPTY);
    assert_eq!(later.set_data(&x, &y).get_clim(), Limits::new(1.0, 16.0));
    let mut elsewhere = Hexbin::new([50.0], [50.0]).gridsize(2).extent(0, 1, 0, 1);
    assert_eq!(elsewhere.get_clim(), Limits::EMPTY);
    assert_eq!(elsewhere.set_data([0.5; 7], [0.5; 7]).get_clim(), Limits::new(0.0, 7.0));
    let mut hexagons = Hexbin::new(&x, &y).gridsize(5);
    assert_eq!(hexagons.get_clim(), Limits::new(1.0, 16.0));
    hexagons.set_data([0.0, 1.0], [0.0, 1.0]);
    assert_eq!(hexagons.get_clim(), Limits::new(1.0, 16.0));
    assert_eq!(hexagons.clim(1, 5).gridsize(9).get_clim(), Limits::new(1.0, 5.0));
}

#[test]
fn nothing_shows_between_hexagons() {
    let (x, y, _) = three_columns();
    for alpha in [1.0, 0.5] {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        fig[ax].add(Hexbin::new(&x, &y).gridsize(12).cmap("gray").clim(1e6, 2e6).alpha(alpha)); // all black
        fig[ax].set_xlim(0.2, 3.8).set_ylim(-2.5, 5.5);
        let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
        let wanted = frame.pixel(320, 240);
        assert!(wanted[0] < 129);
        for y in area.y0 as u32 + 5..area.y1 as u32 - 5 {
            for x in area.x0 as u32 + 5..area.x1 as u32 - 5 {
                assert_eq!(frame.pixel(x, y), wanted, "at {x}, {y}, opacity {alpha}");
            }
        }
    }
}

#[test]
fn a_million_points_are_counted() {
    let many: Vec<f64> = (0..1_000_000).map(|i| f64::from(i % 1009).sqrt()).collect();
    let other: Vec<f64> = (0..1_000_000).map(|i| f64::from(i % 1013).sqrt()).collect();
    assert_eq!(Hexbin::new(&many, &other).gridsize(20).counts().iter().sum::<f64>(), 1e6);
    let cells = Histogram2d::new(&many, &other).bins(30);
    let Values::Scalar(counts) = &cells.counts().values else { panic!("they are numbers") };
    assert_eq!(counts.iter().sum::<f64>(), 1e6);
    let stats = BoxPlot::new([&many]).stats()[0].clone();
    assert!((stats.med - 504.0_f64.sqrt()).abs() < 0.1 && stats.fliers.is_empty());
}

/// Values that come with other points are counted once, and none are none.
#[test]
fn points_may_be_replaced_with_their_values() {
    let (x, y, c) = ([0.0, 0.02, 1.0], [0.0, 0.02, 1.0], [4.0, 6.0, 1.0]);
    let mut found = Hexbin::new([3.0], [1.0]).values([2.0]).gridsize(4);
    let mut wanted = found.clone();
    found.set_valued(x, y, c);
    wanted.set_data(x, y).set_values(c);
    assert_eq!((found.counts(), found.get_clim()), (wanted.counts(), wanted.get_clim()));
    assert_eq!(found.counts(), [5.0, 1.0]);
    let mut found = Histogram2d::new([3.0], [1.0]).bins(2);
    let mut wanted = found.clone();
    found.set_weighted(x, y, c);
    wanted.set_data(x, y).set_weights(c);
    assert_eq!(found.counts(), wanted.counts());
    assert_eq!(found.counts().values, Values::Scalar(vec![10.0, 0.0, 0.0, 1.0]));
    // the first values find the colour limits anew, and no values are not the first
    let none: [f64; 0] = [];
    let mut hexagons = Hexbin::new(none, none).values(none).mincnt(1);
    hexagons.set_data([0.0, 1.0], [0.0, 1.0]);
    assert_eq!(hexagons.get_clim(), Limits::new(1.0, 1.0));
    hexagons.set_values([10.0, 20.0]);
    assert_eq!(hexagons.get_clim(), Limits::new(10.0, 20.0));
}

/// How many there are can change, too, where positions are set.
#[test]
fn samples_may_be_replaced_with_their_places() {
    let more = [vec![1.0, 2.0], vec![2.0, 4.0], vec![3.0]];
    let mut boxes = BoxPlot::new([[1.0, 2.0]]).positions([5]);
    boxes.set_data_at([10, 20, 30], &more);
    assert_eq!((boxes.get_positions(), boxes.stats().len()), (&[10.0, 20.0, 30.0][..], 3));
    let mut violins = Violin::new([[1.0, 2.0]]).positions([5]);
    violins.set_data_at([10, 20, 30], &more);
    assert_eq!(violins.get_positions(), [10.0, 20.0, 30.0]);
    near(limits(violins.clone()), limits(Violin::new(&more).positions([10, 20, 30])));
    assert!(refusal(|| violins.clone().set_data_at([1], &more).clone()).contains("3 samples but 1 positions"));
    violins.set_data([[1.0], [2.0], [3.0]]);
    assert!(refusal(|| violins.clone().set_data([[1.0]]).clone()).contains("1 samples but 3 positions"));
}

#[test]
fn counts_that_do_not_fit_are_refused() {
    let said = refusal(|| Stackplot::new([0, 1, 2], [vec![1, 2, 3], vec![1, 2]]));
    assert_eq!(said, "row 1 has 2 heights but there are 3 places; they must be equally many");
    assert!(refusal(|| Stackplot::new([0], [[1]]).baseline("one")).contains("weighted_wiggle"));
    let rows = [[1.0], [2.0]];
    let said = refusal(|| Events::new(&rows).linelengths([1, 2, 3]));
    assert_eq!(said, "got 3 lengths for 2 points; give one, or one for each");
    assert!(refusal(|| Events::new(&rows).linewidths(-1)).contains("-1"));
    let said = refusal(|| Histogram2d::new([1, 2], [1]));
    assert_eq!(said, "`x` has 2 values but `y` has 1; they must be equally many");
    assert!(refusal(|| Histogram2d::new([1], [1]).bins(0)).contains("0 bins"));
    assert!(refusal(|| Histogram2d::new([1], [1]).with_edges([1, 0], [0, 1])).contains("edges"));
    assert!(refusal(|| Histogram2d::new([1], [1]).xrange(2, 2)).contains("2 to 2"));
    assert!(refusal(|| Histogram2d::new([1], [1]).weights([1, 2])).contains("`weights` has 2"));
    assert!(refusal(|| Hexbin::new([1, 2], [1])).contains("`y` has 1"));
    assert!(refusal(|| Hexbin::new([1], [1]).gridsize(0)).contains("0 x 0"));
    assert!(refusal(|| Hexbin::new([1], [1]).extent(0, 1, 2, 1)).contains("from 2 to 1"));
    assert!(refusal(|| Hexbin::new([1], [1]).values([1, 2])).contains("`values` has 2"));
}

#[test]
fn samples_that_do_not_fit_are_refused() {
    let samples = [[1.0, 2.0], [3.0, 4.0]];
    let said = refusal(|| BoxPlot::new(&samples).positions([1, 2, 3]));
    assert_eq!(said, "there are 2 samples but 3 positions; they must be equally many");
    let said = refusal(|| BoxPlot::new(&samples).tick_labels(["a"]));
    assert_eq!(said, "there are 2 samples but 1 tick labels; they must be equally many");
    let said = refusal(|| Violin::new(&samples).positions([1, 2]).set_data([[1.0]]).clone());
    assert_eq!(said, "there are 1 samples but 2 positions; they must be equally many");
    assert!(refusal(|| BoxPlot::new(&samples).whis(-1)).contains("-1"));
    assert!(refusal(|| BoxPlot::new(&samples).whis_percentiles(60, 40)).contains("60 to 40"));
    assert!(refusal(|| Violin::new(&samples).quantiles([1.5])).contains("1.5"));
    assert!(refusal(|| Violin::new(&samples).bw_method("wide")).contains("silverman"));
    assert!(refusal(|| Violin::new(&samples).points(1)).contains("1 places"));
    assert_eq!(Color::cycle(1), BoxPlot::new(&samples).get_mediancolor());
}

#[test]
fn a_gap_in_a_stack_is_one_place() {
    let rows = [[1.0, 2.0, f64::NAN, 2.0, 1.0], [2.0, 1.0, 1.0, 2.0, 3.0]];
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Stackplot::new([0, 1, 2, 3, 4], rows).baseline("weighted_wiggle").colors(["k"]));
    fig[ax].set_xlim(0, 4).set_ylim(-10, 10);
    let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
    let seen = |share: f32| {
        let x = (area.x0 + area.width() * share) as u32;
        (area.y0 as u32 + 2..area.y1 as u32 - 2).any(|y| frame.pixel(x, y) == [0, 0, 0])
    };
    assert!(seen(0.1) && seen(0.9) && !seen(0.5));
}

#[test]
fn layers_that_come_later_go_on_in_the_cycle() {
    let own: [Color; 4] = [Color::BLACK, Color::RED, Color::rgb(0, 128, 0), Color::BLUE];
    for of_axes in [false, true] {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        if of_axes {
            fig[ax].set_cycle(own);
        }
        fig[ax].plot([0, 1], [0, 1]);
        let stack = fig[ax].add(Stackplot::new([0, 1], [[1.0, 1.0], [1.0, 1.0]]));
        fig[stack].set_data([0, 1], [[1.0, 1.0]; 3]);
        fig[ax].set_xlim(0, 1).set_ylim(0, 3);
        let (frame, area) = (fig.render(), Layout::of(&fig).axes[0].area);
        let at = |height: f32| frame.pixel(area.center().x as u32, (area.y1 - area.height() * height / 3.0) as u32);
        let wanted = [1, 2, 3].map(|k| {
            let color = if of_axes { own[k] } else { Color::cycle(k) };
            [color.r, color.g, color.b]
        });
        assert_eq!([at(0.7), at(1.7), at(2.7)], wanted);
    }
}
