//! What cannot be drawn is refused where it is said, in words that help.

use grabframe::prelude::*;
use grabframe::{ErrorKind, Layout};

use crate::tools::panic_at;

/// The file in which `mistake` panics, and what is said.
fn refusal<R>(mistake: impl FnOnce() -> R) -> (String, String) {
    let (said, file, _) = panic_at(|| drop(mistake()));
    (file, said)
}

#[track_caller]
fn refused<R>(wanted: &str, mistake: impl FnOnce() -> R) {
    let (file, said) = refusal(mistake);
    assert!(said.contains(wanted), "`{wanted}` is not in `{said}`");
    assert!(file.ends_with("refused.rs"), "`{said}` is said in {file}, not at the caller's line");
}

#[test]
fn pictures_that_no_memory_takes() {
    refused("Figure::pixels(640, 480)", || Figure::inches(640.0, 480.0));
    refused("64000x48000", || Figure::inches(640, 480));
    refused("at most 268435456", || Figure::pixels(100_000, 100_000));
    refused("whole and positive", || Figure::pixels(0, 480));
    refused("whole and positive", || Figure::pixels(640.5, 480));
    refused("whole and positive", || Figure::pixels(-640, 480));
    refused("6400000x4800000", || Figure::new().dpi(1e6));
    // where inches were meant, pixels are no advice
    assert!(!refusal(|| Figure::new().dpi(1e6)).1.contains("Figure::pixels"));
    refused("at most", || Frame::new(u32::MAX, u32::MAX));
    refused("bytes, got 3", || Frame::from_rgb(u32::MAX, u32::MAX, vec![0; 3]));
    refused("at most", || _ = Renderer::new().dpi(1e6).render(&Figure::new()));
    refused("at most", || Layout::at(&Figure::new(), 1e9));
    // a poster is no mistake
    assert_eq!(Figure::inches(36, 24).dpi(300).size(), Size::new(10_800, 7_200));
    // and a recording says it as an error
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("huge.gif");
    let mut fig = Figure::new();
    for error in [
        GifWriter::new().dpi(1e6).saving(&mut fig, &path).unwrap_err(),
        ApngWriter::new().open(path.with_extension("apng"), (1 << 20, 1 << 20)).unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::BadSize, "{error}");
    }
    assert_eq!(dir.path().read_dir().unwrap().count(), 0, "something was left");
}

#[test]
fn data_and_names_that_do_not_fit() {
    refused("`x` has 2 values but `y` has 1", || Line::new([1.0, 2.0], [1.0]));
    refused("the line has 2 points but x has 1", || _ = Line::new([1, 2], [1, 2]).set_xdata([1]));
    refused("fractions from 0 to 1", || Line::empty().color((255.0, 0.0, 0.0)));
    refused("tab:blu", || Line::empty().color("tab:blu"));
    refused("is not a marker", || Line::empty().marker("no marker"));
    refused("is not a line style", || Line::empty().linestyle("no style"));
    refused("row 1 has 2 values", || Image::new(vec![vec![1.0], vec![1.0, 2.0]]));
}

#[test]
fn resolutions_that_are_none() {
    for dpi in [f64::NAN, f64::INFINITY, 0.0, -5.0] {
        refused("dpi cannot be used", || Figure::new().dpi(dpi));
        refused("dpi cannot be used", || Renderer::new().dpi(dpi));
        refused("dpi cannot be used", || Layout::at(&Figure::new(), dpi));
    }
}

#[test]
fn axes_that_are_nowhere() {
    let mut fig = Figure::new();
    for bad in [f64::NAN, f64::INFINITY] {
        for place in 0..4 {
            let mut at = [0.1, 0.1, 0.5, 0.5];
            at[place] = bad;
            refused("must be finite", || fig.add_axes_at(at[0], at[1], at[2], at[3]));
        }
    }
    refused("have no inside", || fig.add_axes_at(0.1, 0.1, -0.5, 0.5));
    refused("have no inside", || fig.add_axes_at(0.1, 0.1, 0.5, 0));
    refused("shares of its width", || fig.add_axes_at(80, 60, 500, 370));
    refused("shares of its width", || fig.add_axes_at(0, 0, 640, 480));
    refused("shares of its width", || fig.add_axes_at(0.1, -0.6, 0.5, 0.5));
    assert!(Layout::of(&fig).axes.is_empty(), "a refused box is no axes");
    // a part may be outside
    fig.add_axes_at(-0.2, 0.5, 0.5, 0.7);
}

#[test]
fn lengths_angles_and_opacities_that_are_none() {
    for bad in [f64::NAN, f64::INFINITY, -1.0] {
        refused("points cannot be drawn", || Text::new(0, 0, "a").fontsize(bad));
        refused("points cannot be drawn", || Line::empty().linewidth(bad));
        refused("points cannot be drawn", || Line::empty().markersize(bad));
        refused("points cannot be drawn", || Line::empty().markeredgewidth(bad));
        refused("points cannot be drawn", || Scatter::empty().linewidth(bad));
    }
    for bad in [f64::NAN, f64::INFINITY] {
        refused("degrees", || Text::new(0, 0, "a").rotation(bad));
    }
    refused("alpha of NaN", || Line::empty().alpha(f64::NAN));
    refused("z-order of NaN", || Line::empty().zorder(f64::NAN));
    let mut text = Text::new(0, 0, "a");
    refused("points cannot be drawn", || _ = text.set_fontsize(-3));
    refused("alpha of NaN", || _ = text.set_alpha(f64::NAN));
}

#[test]
fn names_that_are_none() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    refused("`logarithmic` is not a scale; known are linear, log", || _ = fig[ax].set_yscale("logarithmic"));
    refused("not a scale", || _ = fig[ax].set_xscale(""));
    refused("`square` is not an aspect", || _ = fig[ax].set_aspect("square"));
    refused("aspect ratio of 0", || _ = fig[ax].set_aspect(0));
    refused("upper right", || _ = fig[ax].legend_at("top right"));
    refused("center_baseline", || Text::new(0, 0, "a").va("middle"));
    refused("left, center, right", || Text::new(0, 0, "a").ha("start"));
    refused("`bottom` is not a corner of an image; known are upper, lower", || Image::new([[1]]).origin("bottom"));
    refused("auto, nearest, bilinear", || Image::new([[1]]).interpolation("bicubic"));
    refused("known are linear, log", || Image::new([[1]]).norm("symlog"));
    refused("known are linear, log", || Scatter::empty().norm("symlog"));
}

#[test]
fn names_and_values_say_the_same() {
    let picture = |change: &dyn Fn(&mut Axes)| {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        fig[ax].add(Line::new([1, 10], [1, 10]).label("line"));
        change(&mut fig[ax]);
        Layout::of(&fig)
    };
    type Change<'a> = &'a dyn Fn(&mut Axes);
    let same: [(Change<'_>, Change<'_>); 5] = [
        (&|ax| _ = ax.set_yscale("log"), &|ax| _ = ax.set_yscale(Scale::Log)),
        (&|ax| _ = ax.set_aspect("equal"), &|ax| _ = ax.set_aspect(Aspect::Equal)),
        (&|ax| _ = ax.set_aspect(2), &|ax| _ = ax.set_aspect(Aspect::Ratio(2.0))),
        (&|ax| _ = ax.legend_at("lower center"), &|ax| _ = ax.legend_at(LegendLoc::LowerCenter)),
        (&|ax| _ = ax.legend_at("best"), &|ax| _ = ax.legend()),
    ];
    for (i, (name, value)) in same.into_iter().enumerate() {
        assert_eq!(picture(name), picture(value), "pair {i}");
        assert_ne!(picture(name), picture(&|_| ()), "pair {i} changes nothing");
    }
    let picture = |change: &dyn Fn(Image) -> Image| {
        let mut fig = Figure::pixels(160, 120);
        let ax = fig.add_axes();
        fig[ax].add(change(Image::new([[1, 2, 30], [4, 5, 6]])));
        fig.render()
    };
    type ImageChange<'a> = &'a dyn Fn(Image) -> Image;
    let same: [(ImageChange<'_>, ImageChange<'_>); 4] = [
        (&|image| image.origin("lower"), &|image| image.origin(Origin::Lower)),
        (&|image| image.interpolation("bilinear"), &|image| image.interpolation(Interpolation::Bilinear)),
        (&|image| image.norm("log"), &|image| image.norm(Norm::Log)),
        (&|image| image.extent(0, 6_u8, -1_i64, 2.5_f32), &|image| image.extent(0.0, 6.0, -1.0, 2.5)),
    ];
    for (i, (name, value)) in same.into_iter().enumerate() {
        assert!(picture(name) == picture(value), "pair {i} of images");
        assert!(picture(name) != picture(&|image| image), "pair {i} of images changes nothing");
    }
    let plain = picture(&|image| image);
    assert!(picture(&|i| i.origin("upper").norm("linear").interpolation("antialiased")) == plain);
    assert!(picture(&|i| i.interpolation("none")) == picture(&|i| i.interpolation(Interpolation::Nearest)));
}

#[test]
fn sets_of_artists_of_another_figure() {
    let (mut fig, mut other) = (Figure::new(), Figure::new());
    let (ax, far) = (fig.add_axes(), other.add_axes());
    let (line, stranger) = (fig[ax].plot([0, 1], [0, 1]), other[far].plot([0, 1], [0, 1]));
    refused("not in this figure", || _ = animate_artists(&mut fig, [stranger]));
    refused("not in this figure", || {
        _ = animate_artists(&mut fig, [ArtistSet::from(line).title(far, "elsewhere")]);
    });
    fig.remove(line);
    refused("it was removed", || _ = animate_artists(&mut fig, [line]));
}

#[test]
fn edges_of_images_that_are_nowhere() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for place in 0..4 {
            let mut at = [0.0, 1.0, 0.0, 1.0];
            at[place] = bad;
            refused("must be finite", || Image::new([[1]]).extent(at[0], at[1], at[2], at[3]));
        }
    }
    let mut image = Image::new([[1, 2]]);
    refused("not 0, 1, NaN, 2", || _ = image.set_extent(0, 1, f64::NAN, 2));
}

/// Whoever catches a refusal has what was there before.
#[test]
fn what_is_refused_changes_nothing() {
    #[track_caller]
    fn unchanged<A: Artist + Clone>(artist: &A, changes: &[&dyn Fn(&mut A)]) {
        let drawn = |artist: &A| {
            let mut fig = Figure::pixels(200, 150);
            let ax = fig.add_axes();
            fig[ax].add(artist.clone());
            fig.render()
        };
        let before = drawn(artist);
        for (i, change) in changes.iter().enumerate() {
            let mut changed = artist.clone();
            panic_at(|| change(&mut changed));
            assert!(drawn(&changed) == before, "{i} of {artist:?}");
        }
    }
    let (none, bad) = ([""; 0], ["g", "no colour"]);
    let samples = [[1.0, 2.0, 4.0], [3.0, 4.0, 9.0]];
    let layers = Stackplot::new([0, 1], samples.map(|row| [row[0], row[1]])).colors(["r", "b"]).hatches(["/", "x"]);
    unchanged(
        &layers,
        &[
            &|a| _ = a.set_colors(none),
            &|a| _ = a.set_colors(bad),
            &|a| _ = a.set_hatches(["o", "?"]),
            &|a| _ = a.set_data([0, 1], [vec![9], vec![9]]),
            &|a| _ = a.set_data([0, 1, 5], [[4, 7], [2, 3]]),
            &|a| _ = a.set_data([5, 9], [vec![4, 7], vec![9]]),
        ],
    );
    unchanged(
        &BoxPlot::new(samples).facecolors(["r", "b"]).tick_labels(["a", "b"]),
        &[&|a| _ = a.set_facecolors(["g"; 3]), &|a| _ = a.set_facecolors(bad), &|a| _ = a.set_tick_labels(["c"])],
    );
    unchanged(
        &Violin::new(samples).facecolors(["r", "b"]).quantiles([0.5]),
        &[
            &|a| _ = a.set_facecolors(["g"; 3]),
            &|a| _ = a.set_facecolors(bad),
            &|a| _ = a.set_quantiles([0.1, 2.0]),
            &|a| {
                let said = crate::tools::refusal(|| _ = a.set_bw_method(grabframe::Bandwidth::Factor(-1.0)));
                a.set_points(a.get_points()); // for which it is estimated anew
                panic!("{said}");
            },
        ],
    );
    unchanged(
        &Events::new([[1, 2], [3, 4]]).colors(["r", "b"]).linewidths([1, 2]),
        &[&|a| _ = a.set_colors(["g"; 3]), &|a| _ = a.set_colors(bad), &|a| _ = a.set_linewidths([3, -1]), &|a| {
            _ = a.set_color("no colour")
        }],
    );
    unchanged(
        &Bars::new([0, 1], [1, 2]).colors(["r", "b"]).hatches(["/", "x"]).yerr(0.5),
        &[
            &|a| _ = a.set_colors(["g"; 3]),
            &|a| _ = a.set_colors(bad),
            &|a| _ = a.set_color("no colour"),
            &|a| _ = a.set_hatches(["o", "?"]),
            &|a| _ = a.set_yerr([0.2, -1.0]),
            &|a| _ = a.set_yerr_between(0.1, -1.0),
        ],
    );
    unchanged(
        &Scatter::new([0, 1], [0, 1]).sizes(200).colors(["r", "b"]).edgecolors(["k", "g"]),
        &[&|a| _ = a.set_colors(["g"; 3]), &|a| _ = a.set_colors(bad), &|a| _ = a.set_edgecolors(bad)],
    );
    unchanged(&Histogram::several(samples).colors(["r", "b"]), &[&|a| _ = a.set_colors(bad)]);
    unchanged(&Pie::new([1, 2]).colors(["r", "b"]), &[&|a| _ = a.set_colors(bad)]);
    unchanged(&Segments::new([[0, 0, 1, 1], [1, 0, 0, 1]]).colors(["r", "b"]), &[&|a| _ = a.set_colors(bad)]);
    let grid = [[0.0, 1.0], [2.0, 3.0]];
    unchanged(
        &Contour::new(grid).colors(["r", "b"]),
        &[&|a| _ = a.set_colors(none), &|a| _ = a.set_colors(bad), &|a| _ = a.set_data([[1.0]])],
    );
    unchanged(&Mesh::new(grid), &[&|a| _ = a.set_values([[1.0]])]);
    let placed = Image::new(grid).extent(0, 1, 0, 1);
    unchanged(&placed, &[&|a| _ = a.set_extent(grabframe::date(2026, 3, 29), f64::NAN, 0, 1)]);
}
