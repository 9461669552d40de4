//! The limits, directions and shapes that axes choose from what is in them; the numbers are matplotlib's.

use grabframe::prelude::*;
use grabframe::{AxesLayout, Bounds, Common, Extent, Layout, Painter};

fn layout(fig: &Figure) -> AxesLayout {
    Layout::of(fig).axes[0].clone()
}

/// The limits of x and of y.
fn limits(fig: &Figure) -> [f64; 4] {
    let axes = layout(fig);
    let (x, y) = (axes.x.limits, axes.y.limits);
    [x.lo, x.hi, y.lo, y.hi]
}

/// Equal to the digits that are given.
#[track_caller]
fn near<const N: usize>(seen: [f64; N], expected: [f64; N]) {
    let close = |(a, b): (&f64, &f64)| (a - b).abs() <= 2e-3 * b.abs();
    assert!(seen.iter().zip(&expected).all(close), "{seen:?}, not {expected:?}");
}

fn figure() -> (Figure, Key<Axes>) {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    (fig, ax)
}

/// An artist from outside: it reaches as far as it is told, and draws nothing.
#[derive(Clone, Debug)]
struct Reaching(Common, Bounds);

impl Reaching {
    fn over(x: impl Into<Extent>, y: impl Into<Extent>) -> Self {
        Self(Common::new(), Bounds::new(x, y))
    }
}

impl Artist for Reaching {
    fn common(&self) -> &Common {
        &self.0
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.0
    }
    fn bounds(&self) -> Bounds {
        self.1
    }
    fn paint(&self, _: &mut Painter<'_>) {}
}

#[test]
fn a_log_axis_begins_at_the_least_positive_value() {
    let (mut fig, ax) = figure();
    let line = fig[ax].plot(0..5, [0.0, 0.001, 0.1, 10.0, 100.0]);
    fig[ax].set_yscale(Scale::Log);
    near(limits(&fig), [-0.2, 4.2, 5.623e-4, 177.8]);
    // whatever the value came by
    fig[line].set_data(0..2, [-1.0, 100.0]).set_ydata([0.0, 100.0]);
    near(limits(&fig), [-0.05, 1.05, 7.943, 1258.9]);
    fig[line].push(2.0, 0.001);
    near(limits(&fig), [-0.1, 2.1, 5.623e-4, 177.8]);

    let (mut fig, ax) = figure();
    let t: Vec<f64> = (0..1000).map(|i| f64::from(i) / 10.0).collect();
    fig[ax].plot(&t, &t);
    fig[ax].set_xscale(Scale::Log);
    near(limits(&fig), [0.0708, 141.1, -4.995, 104.895]);

    let (mut fig, ax) = figure();
    fig[ax].scatter([0.0, 0.01, 1.0], [0.0, 1e-6, 1.0]);
    fig[ax].set_xscale(Scale::Log).set_yscale(Scale::Log);
    near(limits(&fig), [7.943e-3, 1.259, 5.012e-7, 1.995]);
}

#[test]
fn of_several_artists_the_least_positive_value_counts() {
    let (mut fig, ax) = figure();
    fig[ax].set_yscale(Scale::Log);
    fig[ax].plot([0.0, 1.0, 2.0], [0.0, 10.0, 100.0]);
    let other = fig[ax].scatter([0.0, 1.0, 2.0], [-5.0, 0.001, 1.0]);
    near(limits(&fig), [-0.1, 2.1, 5.623e-4, 177.8]);
    fig.set_visible(other, false);
    near(limits(&fig), [-0.1, 2.1, 5.623e-4, 177.8]);
    // an artist from outside says it
    let outside = fig[ax].add(Reaching::over(Limits::EMPTY, Extent { least_positive: 1e-5, ..Extent::EMPTY }));
    near(limits(&fig), [-0.1, 2.1, 4.467e-6, 223.9]);
    // or has it found
    fig[outside].1.y = Extent::of([-1.0, 1e-6, 100.0]);
    near(limits(&fig), [-0.1, 2.1, 3.981e-7, 251.2]);
    // what cannot be is passed over
    for nonsense in [f64::NAN, 0.0, -1.0] {
        fig[outside].1.y = Extent { lo: f64::NAN, hi: f64::INFINITY, least_positive: nonsense, ..Extent::EMPTY };
        near(limits(&fig), [-0.1, 2.1, 5.623e-4, 177.8]);
    }
}

#[test]
fn an_image_on_a_log_axis_begins_at_its_first_border_that_has_a_place() {
    let (mut fig, ax) = figure();
    fig[ax].set_aspect(Aspect::Auto).set_xscale(Scale::Log);
    let image = fig[ax].add(Image::new([[0, 1, 2, 3]]).extent(0.0, 1000.0, 0.0, 1.0));
    near(limits(&fig)[..2].try_into().unwrap(), [233.3, 1000.0]);
    fig[image].set_extent(1.0, 1000.0, 0.0, 1.0);
    assert_eq!(limits(&fig), [1.0, 1000.0, 0.0, 1.0]);
    fig[image].set_extent(-500.0, 1500.0, 0.0, 1.0);
    near(limits(&fig)[..2].try_into().unwrap(), [473.0, 1500.0]);
}

#[test]
fn a_point_that_is_not_drawn_widens_neither_axis() {
    for odd in [f64::NAN, f64::INFINITY] {
        let (mut fig, ax) = figure();
        let line = fig[ax].plot([0.0, 1.0, 2.0], [0.0, 1.0, odd]);
        let small = [-0.05, 1.05, -0.05, 1.05];
        near(limits(&fig), small);
        fig[line].set_data([0.0, 1.0, odd], [0.0, 1.0, 2.0]);
        near(limits(&fig), small);
        fig[line].set_data([0.0, 1.0], [0.0, 1.0]).push(odd, 7.0).push(7.0, odd);
        near(limits(&fig), small);
        // a height that is there again brings its place back
        fig[line].set_data([0.0, 1.0, 2.0], [0.0, 1.0, odd]).set_ydata([0.0, 1.0, 2.0]);
        near(limits(&fig), [-0.1, 2.1, -0.1, 2.1]);

        let (mut fig, ax) = figure();
        let dots = fig[ax].scatter([0.0, 1.0, 2.0], [0.0, 1.0, odd]);
        near(limits(&fig), small);
        fig[dots].set_data([0.0, 1.0, 2.0], [0.0, 1.0, 2.0]);
        near(limits(&fig), [-0.1, 2.1, -0.1, 2.1]);
        fig[dots].set_sizes([10.0, 20.0, odd]);
        near(limits(&fig), small);
    }
    let (mut fig, ax) = figure();
    let dots = fig[ax].add(Scatter::new(0..3, 0..3).values([1.0, 2.0, f64::NAN]));
    near(limits(&fig), [-0.05, 1.05, -0.05, 1.05]);
    fig[dots].set_values([1.0, 2.0, 3.0]);
    near(limits(&fig), [-0.1, 2.1, -0.1, 2.1]);
    // an image without cells is drawn nowhere
    fig[ax].add(Image::new(Vec::<Vec<f64>>::new()).extent(0, 50, 0, 1));
    near(limits(&fig), [-0.1, 2.1, -0.1, 2.1]);
    // on a log axis, what has no place there counts along the other axis
    let (mut fig, ax) = figure();
    fig[ax].plot([0.01, 1.0, 2.0], [-5.0, 1.0, 10.0]);
    fig[ax].set_xscale(Scale::Log).set_yscale(Scale::Log);
    near(limits(&fig), [0.0076727, 2.60664, 0.891251, 11.2202]);
}

#[test]
fn edges_are_sticky_one_by_one() {
    let (mut fig, ax) = figure();
    let bars = fig[ax].add(Reaching::over(Limits::new(0.6, 3.4), Extent::of([0.0, 3.0]).sticky_lo()));
    near(limits(&fig), [0.46, 3.54, 0.0, 3.15]);
    fig[bars].1.y = Extent::of([0.0, -3.0]).sticky_hi();
    near(limits(&fig), [0.46, 3.54, -3.15, 0.0]);
    fig[bars].1.y = Extent::of([-3.0, 2.0]);
    near(limits(&fig), [0.46, 3.54, -3.25, 2.25]);
    // another artist that reaches farther pulls the axis with it
    fig[bars].1.y = Extent::of([0.0, 3.0]).sticky_lo();
    fig[ax].plot([1.0, 2.0], [-1.0, 1.0]);
    near(limits(&fig), [0.46, 3.54, -1.2, 3.2]);
}

#[test]
fn a_reversed_extent_reverses_its_axis() {
    let (mut fig, ax) = figure();
    let image = fig[ax].add(Image::new([[1, 2], [3, 4]]).extent(10.0, -10.0, 5.0, -5.0));
    assert_eq!(limits(&fig), [10.0, -10.0, 5.0, -5.0]);
    // row 0 is on top, and column 0 at the left, at x = 10
    let frame = fig.render();
    let area = layout(&fig).area;
    let at = |right: f32, down: f32| {
        frame.pixel((area.x0 + area.width() * right) as u32, (area.y0 + area.height() * down) as u32)
    };
    let color = |value: f64| {
        let c = Colormap::VIRIDIS.at((value - 1.0) / 3.0);
        [c.r, c.g, c.b]
    };
    assert_eq!([at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)], [1.0, 2.0, 3.0, 4.0].map(color));
    fig[image].set_extent(10.0, -10.0, -5.0, 5.0);
    fig[ax].plot([0.0, 20.0], [0.0, 1.0]);
    near(limits(&fig), [21.5, -10.0, -5.0, 5.0]);
    fig[ax].invert_x();
    near(limits(&fig), [-10.0, 21.5, -5.0, 5.0]);
}

#[test]
fn of_artists_that_ask_for_a_direction_the_last_one_has_it() {
    let (upper, lower) = (Image::new([[1, 2], [3, 4]]), Image::new([[1, 2], [3, 4]]).origin(Origin::Lower));
    let (mut fig, ax) = figure();
    fig[ax].add(upper.clone());
    fig[ax].plot([0.0, 1.0], [0.0, 1.0]);
    assert_eq!(limits(&fig), [-0.5, 1.5, 1.5, -0.5]);
    fig[ax].add(lower.clone());
    assert_eq!(limits(&fig), [-0.5, 1.5, -0.5, 1.5]);
    fig[ax].invert_y();
    assert_eq!(limits(&fig), [-0.5, 1.5, 1.5, -0.5]);
    // what an axis was told before an image came is over
    for (image, expected) in [(upper, [1.5, -0.5]), (lower, [-0.5, 1.5])] {
        let (mut fig, ax) = figure();
        fig[ax].invert_y().add(image);
        assert_eq!(limits(&fig)[2..], expected);
    }
}

#[test]
fn limits_say_anew_which_way_an_axis_runs() {
    let (mut fig, ax) = figure();
    fig[ax].plot([0.0, 1.0], [0.0, 1.0]);
    let x = |fig: &Figure| <[f64; 2]>::try_from(&limits(fig)[..2]).unwrap();
    fig[ax].invert_x();
    near(x(&fig), [1.05, -0.05]);
    fig[ax].set_xlim(0.0, 5.0);
    near(x(&fig), [0.0, 5.0]);
    fig[ax].invert_x();
    near(x(&fig), [5.0, 0.0]);
    fig[ax].autoscale();
    near(x(&fig), [1.05, -0.05]);
    fig[ax].set_xlim(5.0, 0.0);
    near(x(&fig), [5.0, 0.0]);
    fig[ax].invert_x();
    near(x(&fig), [0.0, 5.0]);
    fig[ax].invert_x().set_xlim(0.0, 5.0).autoscale();
    near(x(&fig), [-0.05, 1.05]);
    fig[ax].invert_x().invert_x();
    near(x(&fig), [-0.05, 1.05]);
    // one limit alone does not, nor does none
    fig[ax].invert_x().set_xlim(None, 0.25);
    near(x(&fig), [1.05, 0.25]);
    fig[ax].set_xlim(2, None);
    near(x(&fig), [2.0, -0.05]);
    fig[ax].set_xlim(None, None);
    near(x(&fig), [1.05, -0.05]);
    fig[ax].set_xlim(0, 5).set_xlim(None, 5);
    near(x(&fig), [-0.05, 5.0]);
}

#[test]
fn ticks_beyond_the_data_widen_the_axis() {
    let (mut fig, ax) = figure();
    fig[ax].set_xticks([0, 1, 2, 3]);
    near(limits(&fig), [0.0, 3.0, 0.0, 1.0]);
    fig[ax].plot([0.0, 1.0], [0.0, 1.0]);
    near(limits(&fig), [-0.05, 3.0, -0.05, 1.05]);
    assert_eq!(layout(&fig).x.ticks.len(), 4);
    fig[ax].invert_x();
    near(limits(&fig), [3.0, -0.05, -0.05, 1.05]);
    fig[ax].set_yticklabels([-1.0, 0.5, f64::NAN], ["below", "half", "nowhere"]);
    near(limits(&fig), [3.0, -0.05, -1.0, 1.05]);
    // limits that were set hold
    fig[ax].set_xlim(0.0, 1.0);
    near(limits(&fig), [0.0, 1.0, -1.0, 1.05]);

    let (mut fig, ax) = figure();
    fig[ax].plot([1.0, 10.0], [0.0, 1.0]);
    fig[ax].set_xscale(Scale::Log).set_xticks([0.0, 0.01, 1.0, 200.0]);
    near(limits(&fig), [0.01, 200.0, -0.05, 1.05]);
}

#[test]
fn a_hidden_image_keeps_the_shape_and_the_direction_of_its_axes() {
    let (mut fig, ax) = figure();
    let image = fig[ax].imshow(vec![vec![0.0; 64]; 32]);
    let line = fig[ax].plot([0.0, 63.0], [0.0, 31.0]);
    let shown = layout(&fig);
    assert!((shown.area.y0 - 118.4).abs() < 0.1 && (shown.area.y1 - 366.4).abs() < 0.1, "{:?}", shown.area);
    fig.set_visible(image, false);
    assert_eq!(layout(&fig), shown);
    fig.set_visible(image, true);
    // and in a movie of sets, for the sets without it
    let sets: [ArtistSet; 3] =
        [vec![image.into()].into(), vec![line.into()].into(), vec![image.into(), line.into()].into()];
    let frames: Vec<_> = animate_artists(&mut fig, sets).frames().collect();
    let spine = |frame: &Frame| (0..480).map(|y| frame.pixel(80, y)[0] < 20).collect::<Vec<_>>();
    assert_eq!(spine(&frames[0]), spine(&frames[1]));
    assert_eq!(spine(&frames[0]), spine(&frames[2]));
}

#[test]
fn on_log_axes_decades_are_as_long_as_units() {
    let (mut fig, ax) = figure();
    fig[ax].set_xscale(Scale::Log).set_yscale(Scale::Log).set_xlim(1.0, 10.0).set_ylim(1.0, 1000.0);
    let size = |fig: &Figure| {
        let area = layout(fig).area;
        [f64::from(area.width()), f64::from(area.height())]
    };
    fig[ax].set_aspect(Aspect::Equal);
    near(size(&fig), [123.2, 369.6]);
    fig[ax].set_aspect(Aspect::Ratio(0.5));
    near(size(&fig), [246.4, 369.6]);
    // a decade is as long as a unit of a linear axis
    fig[ax].set_yscale(Scale::Linear).set_ylim(0.0, 1.0);
    near(size(&fig), [496.0, 248.0]);
    fig[ax].set_xlim(10.0, 1.0);
    near(size(&fig), [496.0, 248.0]);
}

#[test]
fn the_largest_numbers_have_an_axis() {
    let (mut fig, ax) = figure();
    fig[ax].plot([-1.7e308, 1.7e308], [-1.7e308, 1.7e308]);
    let whole = [-1.7e308, 1.7e308];
    assert_eq!(limits(&fig), [whole, whole].concat()[..]);
    let axes = layout(&fig);
    let columns: Vec<f32> = axes.x.ticks.iter().map(|t| (t.at + 0.5).floor()).collect();
    assert_eq!(columns, [109.0, 182.0, 255.0, 328.0, 401.0, 474.0, 547.0]);
    assert!(axes.texts.iter().any(|t| t.text == "1e308"), "{:?}", axes.texts);
    // the diagonal goes through the middle of the box
    let frame = fig.render();
    assert_eq!(frame.pixel(328, 242), [31, 119, 180]);

    // ticks stand within the limits
    fig[ax].set_xlim(-1.2e308, 1.2e308);
    let axes = layout(&fig);
    assert!(axes.x.ticks.iter().all(|t| (80.0..=576.0).contains(&t.at)), "{:?}", axes.x.ticks);

    // one end that is left to the data
    fig[ax].set_xlim(-1e308, None).set_ylim(None, -1.75e308);
    assert_eq!(limits(&fig), [-1e308, 1.7e308, f64::MIN, -1.75e308]);
    fig[ax].set_xlim(None, 0).set_ylim(1.0, None);
    assert_eq!(limits(&fig), [-1.7e308, 0.0, 1.0, 1.7e308]);

    // an image, its shape and its colorbar
    let (mut fig, ax) = figure();
    let image =
        fig[ax].add(Image::new([[-1.7e308, 0.0], [1e308, 1.7e308]]).extent(whole[0], whole[1], whole[0], whole[1]));
    fig.colorbar(image);
    let axes = layout(&fig);
    assert_eq!(limits(&fig), [whole, whole].concat()[..]);
    assert!((axes.area.width() - axes.area.height()).abs() < 0.01, "{:?}", axes.area);
    let frame = fig.render();
    let color = |x: f32, y: f32| {
        let (x, y) = (axes.area.x0 + axes.area.width() * x, axes.area.y0 + axes.area.height() * y);
        frame.pixel(x as u32, y as u32)
    };
    let ends = [Colormap::VIRIDIS.at(0.0), Colormap::VIRIDIS.at(1.0)].map(|c| [c.r, c.g, c.b]);
    assert_eq!([color(0.25, 0.25), color(0.75, 0.75)], ends);
    let middle = Colormap::VIRIDIS.at(0.5);
    let middle = [middle.r, middle.g, middle.b];
    assert_eq!(color(0.75, 0.25), middle);
    let bar = &Layout::of(&fig).axes[1];
    assert_eq!(bar.y.limits, Limits::new(whole[0], whole[1]));
    // the colours of the bar run from end to end, past the spines
    for (share, color) in [(0.01, ends[0]), (0.5, middle), (0.99, ends[1])] {
        let shade = frame.pixel(bar.area.center().x as u32, (bar.area.y1 - bar.area.height() * share) as u32);
        assert!(shade.iter().zip(color).all(|(a, b)| a.abs_diff(b) <= 20), "{share}: {shade:?}, not {color:?}");
    }
    assert!(bar.y.ticks.len() >= 5, "{:?}", bar.y.ticks);
}

#[test]
fn a_hundred_microseconds_fill_their_axis() {
    let (mut fig, ax) = figure();
    let start = 1_732_781_234_566_500.0;
    let t: Vec<f64> = (0..=100).map(|us| start + f64::from(us)).collect();
    fig[ax].plot(&t, 0..=100);
    assert_eq!(limits(&fig)[..2], [start - 5.0, start + 105.0]);
    assert_eq!(layout(&fig).x.ticks.len(), 6);
    fig[ax].set_xlim(start, start + 8.0);
    assert!(layout(&fig).x.ticks.len() >= 4, "{:?}", layout(&fig).x.ticks);
}

#[test]
fn the_lowest_numbers_have_ticks_as_the_largest_have() {
    for (near, far) in [(0.0, f64::MAX), (1e308, f64::MAX), (1.5e308, f64::MAX), (1.7e308, 1.75e308)] {
        let labels = |lo: f64, hi: f64| {
            let mut fig = Figure::new();
            let ax = fig.add_axes();
            fig[ax].set_xlim(lo, hi).set_yticks([0.0; 0]);
            let texts = &Layout::of(&fig).axes[0].texts;
            texts.iter().map(|t| t.text.trim_start_matches(['−', '+']).to_owned()).collect::<Vec<_>>()
        };
        let mut low = labels(-far, -near);
        low.sort();
        let mut high = labels(near, far);
        high.sort();
        assert!(low.len() > 3, "{near}..{far}: {low:?}");
        assert_eq!(low, high);
    }
}

#[test]
fn a_limit_that_was_set_stays_where_the_other_finds_no_place() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xscale(Scale::function(f64::tanh, f64::atanh)).set_xlim(0.5, None);
    fig[ax].plot([-5.0, 0.4], [0.0, 1.0]); // as far beyond 0.5 there is nothing
    assert_eq!(limits(&fig)[..2], [0.5, 1.5]);
}
