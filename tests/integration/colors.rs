//! Values as colours: limits, norms, colorbars, and what fills the markers of scatters.

use grabframe::prelude::*;
use grabframe::{AxesLayout, ColorScale, Layout, percentile};

use crate::tools::panic_at;

const NAN: f64 = f64::NAN;

/// 100, 101, .. 115.
fn grid() -> [[f64; 4]; 4] {
    std::array::from_fn(|r| std::array::from_fn(|c| (100 + 4 * r + c) as f64))
}

fn bar_of(fig: &Figure) -> AxesLayout {
    Layout::of(fig).axes.into_iter().find(|axes| axes.colors.is_some()).expect("there is a colorbar")
}

fn scale_of(fig: &Figure) -> ColorScale {
    bar_of(fig).colors.expect("it has colours")
}

/// What image and scatter have in common, so that both can be asked the same.
trait Colored: Artist + grabframe::Mappable + Clone {
    fn with(values: &[f64]) -> Self;
    fn show(&mut self, values: &[f64]);
    fn limits(&self) -> Limits;
    fn norm_of(self, norm: Norm) -> Self;
    fn set_norm_of(&mut self, norm: Norm);
    fn clim_of(self, lo: f64, hi: f64) -> Self;
    fn set_clim_of(&mut self, lo: f64, hi: f64);
    fn percentiles_of(self, lo: f64, hi: f64) -> Self;
    fn autoscale_now(&mut self);
}

macro_rules! colored {
    ($kind:ident, $with:expr, $show:expr) => {
        impl Colored for $kind {
            fn with(values: &[f64]) -> Self {
                $with(values)
            }
            fn show(&mut self, values: &[f64]) {
                $show(self, values);
            }
            fn limits(&self) -> Limits {
                self.get_clim()
            }
            fn norm_of(self, norm: Norm) -> Self {
                self.norm(norm)
            }
            fn set_norm_of(&mut self, norm: Norm) {
                self.set_norm(norm);
            }
            #[track_caller]
            fn clim_of(self, lo: f64, hi: f64) -> Self {
                self.clim(lo, hi)
            }
            #[track_caller]
            fn set_clim_of(&mut self, lo: f64, hi: f64) {
                self.set_clim(lo, hi);
            }
            fn percentiles_of(self, lo: f64, hi: f64) -> Self {
                self.clim_percentile(lo, hi)
            }
            fn autoscale_now(&mut self) {
                self.autoscale();
            }
        }
    };
}
colored!(Image, |v: &[f64]| Image::new((1, v.len(), v)), |i: &mut Image, v: &[f64]| {
    i.set_data((1, v.len(), v));
});
colored!(Scatter, |v: &[f64]| Scatter::new(0..v.len(), vec![0.0; v.len()]).values(v), |s: &mut Scatter, v: &[f64]| {
    s.set_data(0..v.len(), vec![0.0; v.len()]).set_values(v);
});

fn first_finite_data_decides<A: Colored>() {
    for nothing in [&[NAN, NAN][..], &[f64::INFINITY, f64::NEG_INFINITY], &[]] {
        let mut artist = A::with(nothing);
        assert!(artist.limits().is_empty());
        artist.show(nothing);
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let key = fig[ax].add(artist);
        fig.colorbar(key);
        assert_eq!(scale_of(&fig).limits, Limits::new(0.0, 1.0));
        let _ = fig.render();
        fig[key].show(&[100.0, NAN, 400.0]);
        assert_eq!(fig[key].limits(), Limits::new(100.0, 400.0));
        assert_eq!(scale_of(&fig).limits, Limits::new(100.0, 400.0));
        fig[key].show(&[-1.0, 9000.0]);
        assert_eq!(fig[key].limits(), Limits::new(100.0, 400.0));
        fig[key].autoscale_now();
        assert_eq!(fig[key].limits(), Limits::new(-1.0, 9000.0));

        let mut shares = A::with(nothing).percentiles_of(0.0, 100.0);
        assert!(shares.limits().is_empty());
        shares.show(&[100.0, 400.0]);
        assert_eq!(shares.limits(), Limits::new(100.0, 400.0));
    }
}

#[test]
fn colour_limits_wait_for_the_first_finite_data() {
    first_finite_data_decides::<Image>();
    first_finite_data_decides::<Scatter>();
}

#[test]
fn percentiles_count_finite_values_only() {
    let mut values = grid();
    values[0][0] = f64::INFINITY;
    let near = |l: Limits| (l.lo - 101.28).abs() < 1e-9 && (l.hi - 114.72).abs() < 1e-9;
    let image = Image::new(values).clim_percentile(2.0, 98.0);
    assert!(near(image.get_clim()), "{:?}", image.get_clim());
    let flat = values.concat();
    let dots = Scatter::new(0..16, 0..16).values(&flat).clim_percentile(2.0, 98.0);
    assert!(near(dots.get_clim()), "{:?}", dots.get_clim());
    assert!(near(Limits::new(percentile(&flat, 2.0), percentile(&flat, 98.0))));
}

fn norms_in_any_order<A: Colored>() {
    let values = [0.0, 1.0, 10.0, 100.0];
    let limits = |a: &A| (a.limits().lo, a.limits().hi);
    // found in data
    assert_eq!(limits(&A::with(&values).norm_of(Norm::Log)), (1.0, 100.0));
    let mut artist = A::with(&values);
    artist.set_norm_of(Norm::Log);
    assert_eq!(limits(&artist), (1.0, 100.0));
    // set before or after, with the builder or the setter
    assert_eq!(limits(&A::with(&values).clim_of(1.0, 50.0).norm_of(Norm::Log)), (1.0, 50.0));
    assert_eq!(limits(&A::with(&values).norm_of(Norm::Log).clim_of(1.0, 50.0)), (1.0, 50.0));
    let mut artist = A::with(&values);
    artist.set_clim_of(1.0, 50.0);
    artist.set_norm_of(Norm::Log);
    assert_eq!(limits(&artist), (1.0, 50.0));
    let mut artist = A::with(&values);
    artist.set_norm_of(Norm::Log);
    artist.set_clim_of(1.0, 50.0);
    assert_eq!(limits(&artist), (1.0, 50.0));
    // a centre is in the middle
    let centered = Norm::Centered { center: 0.0 };
    for artist in [
        A::with(&values).clim_of(-1.0, 5.0).norm_of(centered.clone()),
        A::with(&values).norm_of(centered.clone()).clim_of(-1.0, 5.0),
        A::with(&[-1.0, 5.0]).norm_of(centered.clone()),
    ] {
        assert_eq!(limits(&artist), (-5.0, 5.0));
        let scale = artist.color_scale().expect("it has values");
        assert_eq!(scale.norm.normalize(0.0, scale.limits), 0.5);
    }
    // data that a norm cannot show is no reason to panic, whenever it comes
    let mut artist = A::with(&[]).norm_of(Norm::Log);
    for data in [&[-1.0, 0.0][..], &[NAN], &[], &[0.0, 3.0, 30.0], &[-1e308, 1.7e308]] {
        artist.show(data);
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let key = fig[ax].add(artist.clone());
        fig.colorbar(key);
        let _ = fig.render();
    }
    assert_eq!(limits(&artist), (3.0, 30.0));
}

#[test]
fn norms_and_limits_come_in_any_order() {
    norms_in_any_order::<Image>();
    norms_in_any_order::<Scatter>();
}

#[test]
fn limits_and_norms_that_show_nothing_are_refused_where_they_are_written() {
    let dots = || Scatter::new([1, 2], [1, 2]).values([1, 2]);
    let image = || Image::new(grid());
    let cases: [(&str, u32, &dyn Fn()); 12] = [
        ("log norm", line!(), &|| drop(image().norm(Norm::Log).clim(0.0, 100.0))),
        ("log norm", line!(), &|| drop(image().clim(0.0, 100.0).norm(Norm::Log))),
        ("log norm", line!(), &|| _ = image().set_norm(Norm::Log).set_clim(-2.0, -1.0)),
        ("log norm", line!(), &|| _ = image().set_clim(-1.0, 1.0).set_norm(Norm::Log)),
        ("log norm", line!(), &|| drop(dots().norm(Norm::Log).clim(0.0, 100.0))),
        ("log norm", line!(), &|| drop(dots().clim(0.0, 100.0).norm(Norm::Log))),
        ("low to high", line!(), &|| drop(dots().clim(5.0, 1.0))),
        ("low to high", line!(), &|| drop(image().clim_percentile(98.0, 2.0))),
        ("from 0 to 100", line!(), &|| drop(dots().clim_percentile(2.0, 101.0))),
        ("finite", line!(), &|| drop(dots().clim(NAN, 1.0))),
        ("finite", line!(), &|| drop(image().norm(Norm::Centered { center: NAN }))),
        ("positive", line!(), &|| drop(image().norm(Norm::Power { gamma: 0.0 }))),
    ];
    for (words, line, work) in cases {
        let (said, file, at) = panic_at(work);
        assert!(said.contains(words) && file.ends_with("colors.rs") && at == line, "{said} at {file}:{at}");
    }
}

#[test]
fn colorbars_of_colours_are_refused() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let red = fig[ax].add(Scatter::new([1], [1]).color("red"));
    let many = fig[ax].add(Scatter::new([1, 2], [1, 2]).colors(["red", "lime"]));
    let fig = std::cell::RefCell::new(fig);
    let cases: [(u32, &dyn Fn()); 2] =
        [(line!(), &|| _ = fig.borrow_mut().colorbar(red)), (line!(), &|| _ = fig.borrow_mut().colorbar(many))];
    for (line, work) in cases {
        let (said, file, at) = panic_at(work);
        assert!(said.contains("no values") && file.ends_with("colors.rs") && at == line, "{said} at {file}:{at}");
    }
    // one that is filled later may have it before
    let later = fig.borrow_mut()[ax].add(Scatter::empty());
    fig.borrow_mut().colorbar(later);
}

#[cfg(feature = "ndarray")]
#[test]
fn the_colorbar_of_an_image_that_becomes_a_picture_goes_and_comes_again() {
    use ndarray::Array3;
    let picture = || Array3::<u8>::from_elem((4, 4, 3), 200);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let image = fig[ax].add(Image::new(grid()));
    fig.colorbar(image);
    let with = fig.render();
    let before = Layout::of(&fig);
    fig[image].set_data(picture());
    let during = Layout::of(&fig);
    assert_eq!((before.axes.len(), during.axes.len()), (2, 1));
    assert_eq!(before.axes[0].area, during.axes[0].area);
    let right = before.axes[1].area;
    assert_ne!(with.pixel(right.center().x as u32, right.center().y as u32), [255; 3]);
    assert_eq!(fig.render().pixel(right.center().x as u32, right.center().y as u32), [255; 3]);
    fig[image].set_data(grid());
    assert_eq!(Layout::of(&fig), before);

    let fig = std::cell::RefCell::new(Figure::new());
    let ax = fig.borrow_mut().add_axes();
    let key = fig.borrow_mut()[ax].add(Image::new(picture()));
    let line = line!() + 1;
    let (said, file, at) = panic_at(|| _ = fig.borrow_mut().colorbar(key));
    assert!(said.contains("no values") && file.ends_with("colors.rs") && at == line, "{said} at {file}:{at}");
}

#[test]
fn colorbars_follow_their_norms() {
    // Colorbar.ax.transData of matplotlib: rows of the ticks, in a bar from 57.6 to 427.2
    type Case = (Norm, (f64, f64), &'static [(f64, f64)]);
    let cases: [Case; 4] = [
        (Norm::TwoSlope { center: 0.0 }, (-1.0, 5.0), &[(-1.0, 427.2), (0.0, 242.4), (1.0, 205.44), (5.0, 57.6)]),
        (Norm::TwoSlope { center: 1.0 }, (-2.0, 10.0), &[(-2.0, 427.2), (0.0, 304.0), (2.0, 221.87), (8.0, 98.67)]),
        (Norm::Power { gamma: 0.5 }, (0.0, 10.0), &[(0.0, 427.2), (2.0, 261.91), (4.0, 193.44), (8.0, 96.62)]),
        (Norm::Power { gamma: 2.0 }, (0.0, 10.0), &[(2.0, 412.42), (4.0, 368.06), (6.0, 294.14), (10.0, 57.6)]),
    ];
    let mut pictures = Vec::new();
    for (norm, (lo, hi), ticks) in cases {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let image = fig[ax].add(Image::new([[lo, hi]]).norm(norm.clone()));
        fig.colorbar(image);
        let bar = bar_of(&fig);
        assert_eq!(bar.y.limits, Limits::new(lo, hi));
        let (_, map) = bar.projection.flat().unwrap();
        for (value, row) in ticks {
            let at = map.pixel(*value);
            assert!((f64::from(at) - row).abs() < 0.01, "{norm:?}: {value} at {at}, not {row}");
            assert!((map.value(at) - value).abs() < 1e-4);
            assert!(bar.y.ticks.iter().any(|t| (f64::from(t.at) - row).abs() < 0.01), "{norm:?}: {value}");
        }
        let words: Vec<_> = bar.texts.iter().map(|t| t.text.as_str()).collect();
        assert!(words.contains(&"8") || words.contains(&"5"), "{words:?}");
        let area = bar.area;
        let column = area.center().x as u32;
        let frame = fig.render();
        pictures.push((area.y0 as u32 + 2..area.y1 as u32 - 2).map(|y| frame.pixel(column, y)).collect::<Vec<_>>());
    }
    // the colours are those of the map, evenly
    assert!(pictures.iter().all(|p| *p == pictures[0]));
}

#[test]
fn colorbars_have_the_opacity_of_their_artists() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let image = fig[ax].add(Image::new([[0.0, 1.0]]).cmap(Colormap::listed("reds", &["red"])));
    fig.colorbar(image);
    let middle = |fig: &Figure| {
        let p = bar_of(fig).area.center();
        fig.render().pixel(p.x as u32, p.y as u32)
    };
    assert_eq!(middle(&fig), [255, 0, 0]);
    fig[image].set_alpha(0.5);
    let [r, g, b] = middle(&fig);
    assert!(r == 255 && g == b && g.abs_diff(128) <= 1, "{r} {g} {b}");
}

/// One marker, large, in the middle of the picture: what is in its centre, and on its edge 20 points to the right.
fn ring(dots: Scatter) -> ([u8; 3], [u8; 3]) {
    let mut fig = Figure::pixels(200, 200).dpi(72.0);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    fig[ax].set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0).set_frame(false);
    fig[ax].add(dots);
    let frame = fig.render();
    (frame.pixel(100, 100), frame.pixel(119, 100))
}

#[test]
fn a_transparent_face_never_hides_its_edge() {
    const RED: [u8; 3] = [255, 0, 0];
    const WHITE: [u8; 3] = [255; 3];
    let edged = || Scatter::new([0.0, 5.0, 6.0], [0.0; 3]).edgecolor("red").linewidth(6.0);
    let hollow = (WHITE, RED);
    assert_eq!(ring(edged().sizes(1600).color("none")), hollow);
    assert_eq!(ring(edged().color("none").sizes([1600, 900, 400])), hollow);
    assert_eq!(ring(edged().colors(["#ff000000"; 3]).sizes(1600)), hollow);
    assert_eq!(ring(edged().colors(["#ff000000"; 3]).sizes([1600, 900, 400])), hollow);
    assert_eq!(ring(edged().colors([Color::TRANSPARENT]).sizes(1600)), hollow);
    let under = Colormap::GRAY.with_under("none");
    assert_eq!(ring(edged().values([-1.0, 0.0, 1.0]).clim(0.0, 1.0).cmap(&under).sizes(1600)), hollow);
    // the face of an edge that is not there
    let filled = edged().sizes(1600).color("red").edgecolor("none");
    assert_eq!(ring(filled).0, RED);
    // nothing where there is no value, unless the map has a colour for it
    assert_eq!(ring(edged().values([NAN, 0.0, 1.0]).sizes(1600)), (WHITE, WHITE));
    let bad = Colormap::GRAY.with_bad("blue");
    assert_eq!(ring(edged().values([NAN, 0.0, 1.0]).cmap(bad).sizes(1600)), ([0, 0, 255], RED));

    let mut fig = Figure::pixels(200, 200).dpi(72.0);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    fig[ax].set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0).set_frame(false);
    let line = Line::new([0.0], [0.0]).marker("o").markersize(40.0).markeredgecolor("red").markeredgewidth(6.0);
    let line = fig[ax].add(line.markerfacecolor("none"));
    assert_eq!((fig.render().pixel(100, 100), fig.render().pixel(119, 100)), hollow);
    fig[line].set_color("none").set_markerfacecolor("#0000");
    assert_eq!((fig.render().pixel(100, 100), fig.render().pixel(119, 100)), hollow);
}

#[test]
fn the_last_word_about_the_filling_counts() {
    const RED: [u8; 3] = [255, 0, 0];
    const LIME: [u8; 3] = [0, 255, 0];
    let black_and_white = Colormap::listed("two", &["black", "white"]);
    let face = |dots: &Scatter| ring(dots.clone()).0;
    let mut dots = Scatter::new([0.0, 5.0], [0.0, 5.0]).sizes(1600).cmap(black_and_white);
    dots.set_values([1.0, 2.0]);
    assert_eq!(face(&dots), [0; 3]);
    dots.set_color("red");
    assert_eq!(face(&dots), RED);
    dots.set_colors(["lime", "red"]);
    assert_eq!(face(&dots), LIME);
    dots.set_values([2.0, 1.0]);
    assert_eq!(face(&dots), [255; 3]);
    dots.set_colors(["red", "lime"]);
    assert_eq!(face(&dots), RED);
    dots.set_color("lime");
    assert_eq!(face(&dots), LIME);
    dots.set_values(1);
    assert_eq!(face(&dots), [0; 3]);
}

#[test]
fn one_value_stands_for_all() {
    let drawn = |dots: Scatter| {
        let mut fig = Figure::pixels(120, 90);
        let ax = fig.add_axes();
        fig[ax].add(dots);
        fig.render()
    };
    let three = || Scatter::new([1, 2, 3], [3, 1, 2]);
    let wanted = drawn(three().sizes([9.0; 3]));
    assert_eq!(drawn(three().sizes(9.0)), wanted);
    assert_eq!(drawn(three().sizes(9)), wanted);
    assert_eq!(drawn(three().sizes(9_u8)), wanted);
    assert_eq!(drawn(three().sizes(vec![9.0_f32])), wanted);
    assert_ne!(drawn(three()), wanted);
    let wanted = drawn(three().values([0.5; 3]).clim(0.0, 1.0));
    assert_eq!(drawn(three().values(0.5).clim(0.0, 1.0)), wanted);
    let wanted = drawn(three().color("tab:red"));
    assert_eq!(drawn(three().colors(["tab:red"])), wanted);
    assert_eq!(drawn(three().colors(["tab:red"; 3])), wanted);
    // however many there are later
    let mut dots = Scatter::empty().sizes(9.0).values(0.5).clim(0.0, 1.0);
    dots.set_data([1, 2, 3], [3, 1, 2]);
    assert_eq!(drawn(dots), drawn(three().sizes([9.0; 3]).values([0.5; 3]).clim(0.0, 1.0)));
    let (said, ..) = panic_at(|| drop(three().sizes([1.0, 2.0])));
    assert!(said.contains("2 sizes for 3 points"), "{said}");
}

#[test]
fn discs_are_as_wide_as_matplotlibs() {
    let wide = |dots: Scatter| {
        let mut fig = Figure::pixels(60, 60);
        let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
        fig[ax].set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0).set_frame(false);
        fig[ax].add(dots);
        let frame = fig.render();
        let row: f64 = (0..60).map(|x| 1.0 - f64::from(frame.pixel(x, 30)[0]) / 255.0).sum();
        row
    };
    // (sqrt(50) + 1) / 72 * 100
    let disc = wide(Scatter::new([0], [0]).sizes(50).color("black"));
    assert!((disc - 11.2).abs() < 0.1, "{disc} pixels");
    // a stroke of 1.5 points
    let stroke = wide(Scatter::new([0], [0]).sizes(900).color("black").marker("|"));
    assert!((stroke - 1.5 / 0.72).abs() < 0.05, "{stroke} pixels");
}

#[test]
fn legends_show_the_colours_of_the_first_point() {
    let face = |dots: Scatter| dots.legend_handle().unwrap().marker.unwrap().face;
    let three = || Scatter::new([1, 2, 3], [1, 2, 3]);
    assert_eq!(face(three().values([0.0, 0.5, 1.0])), Some(Colormap::VIRIDIS.at(0.0)));
    assert_eq!(face(three().values([0.9, 0.5, 1.0]).clim(0.0, 1.0)), Some(Colormap::VIRIDIS.at(0.9)));
    assert_eq!(face(three().values([NAN, 0.5, 1.0])), Some(Colormap::VIRIDIS.at(0.0)));
    assert_eq!(face(three().colors(["lime", "red", "blue"])), Some(Color::rgb(0, 255, 0)));
    let hollow = three().color("none").edgecolor("red").legend_handle().unwrap().marker.unwrap();
    assert_eq!((hollow.face, hollow.edge), (Some(Color::TRANSPARENT), Some(Color::RED)));
}
