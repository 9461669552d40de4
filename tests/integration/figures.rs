//! Figures as values: limits, ticks and places before any pixel, and what programming errors say.

use grabframe::prelude::*;
use grabframe::{Layout, PlacedText};

fn words(texts: &[PlacedText]) -> Vec<&str> {
    texts.iter().map(|t| t.text.as_str()).collect()
}

#[test]
fn limits_have_matplotlibs_margins() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].plot([0.0, 10.0], [-1.0, 3.0]);
    let limits = |fig: &Figure| {
        let layout = Layout::of(fig);
        (layout.axes[0].x.limits, layout.axes[0].y.limits)
    };
    assert_eq!(limits(&fig), (Limits::new(-0.5, 10.5), Limits::new(-1.2, 3.2)));
    // the limits follow the data
    fig[line].set_data([0.0, 20.0], [0.0, 1.0]);
    assert_eq!(limits(&fig).0, Limits::new(-1.0, 21.0));
    // and stay when they are set
    fig[ax].set_xlim(5.0, 1.0);
    assert_eq!(limits(&fig).0, Limits::new(5.0, 1.0));
    fig[ax].autoscale();
    assert_eq!(limits(&fig).0, Limits::new(-1.0, 21.0));
    // nothing at all is 0 to 1
    let mut empty = Figure::new();
    empty.add_axes();
    assert_eq!(limits(&empty), (Limits::new(0.0, 1.0), Limits::new(0.0, 1.0)));
}

#[test]
fn images_fill_their_axes() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].imshow(vec![vec![0.0; 64]; 48]);
    let axes = &Layout::of(&fig).axes[0];
    assert_eq!((axes.x.limits, axes.y.limits), (Limits::new(-0.5, 63.5), Limits::new(47.5, -0.5)));
    let (w, h) = (axes.area.width(), axes.area.height());
    assert!((w / h - 64.0 / 48.0).abs() < 1e-4, "{w} x {h}");
}

#[test]
fn ticks_and_labels_are_matplotlibs() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(-5.0, 5.0).set_ylim(0.0, 1e-3);
    let axes = &Layout::of(&fig).axes[0];
    let want = ["−4", "−2", "0", "2", "4", "0.0000", "0.0002", "0.0004", "0.0006", "0.0008", "0.0010"];
    assert_eq!(words(&axes.texts), want);
    fig[ax].set_xticklabels([0.0, 2.5, 99.0], ["start", "half", "outside"]);
    let axes = &Layout::of(&fig).axes[0];
    assert_eq!(words(&axes.texts)[..2], ["start", "half"]);
}

#[test]
fn constrained_figures_cut_nothing_off() {
    let mut fig = Figure::inches(5.0, 3.5).constrained();
    let axs = fig.subplots(2, 2);
    for ax in axs {
        fig[ax].set_title("a title").set_xlabel("below").set_ylabel("beside").set_ylim(0.0, 12_345.0);
    }
    let layout = Layout::of(&fig);
    let extents: Vec<_> = layout.axes.iter().map(|a| a.extent()).collect();
    for (i, a) in extents.iter().enumerate() {
        assert!(a.x0 >= 0.0 && a.y0 >= 0.0 && a.x1 <= 500.0 && a.y1 <= 350.0, "axes {i} are cut off: {a:?}");
        for b in &extents[i + 1..] {
            let apart = a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;
            assert!(apart, "axes overlap: {a:?} and {b:?}");
        }
    }
}

fn message(work: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let panic = std::panic::catch_unwind(work).expect_err("it did not panic");
    panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap()
}

#[test]
fn programming_errors_say_what_is_wrong() {
    let said = message(|| drop(Line::new([1.0, 2.0], [1.0])));
    assert!(said.contains('2') && said.contains('1'), "{said}");
    let said = message(|| drop(Line::empty().color("tab:blu")));
    assert!(said.contains("tab:blu"), "{said}");
    let said = message(|| drop(Line::empty().fmt("k-o-")));
    assert!(said.contains("k-o-"), "{said}");
    let said = message(|| drop(Scatter::new([1.0], [1.0]).values([1.0, 2.0])));
    assert!(said.contains("2 values for 1 points"), "{said}");
    let said = message(|| {
        let (mut a, mut b) = (Figure::new(), Figure::new());
        let ax = a.add_axes();
        b.add_axes();
        b[ax].set_title("another's");
    });
    assert!(said.contains("another figure"), "{said}");
}

#[test]
fn long_titles_take_no_room_from_constrained_axes() {
    let area = |title: &str, label: &str| {
        let mut fig = Figure::pixels(480, 360).constrained();
        let ax = fig.add_axes();
        // without a tick label at the upper end, which a long title would have to clear
        fig[ax].set_title(title).set_xlabel(label).set_ylabel(label).set_ylim(0.0, 1.1);
        Layout::of(&fig).axes[0].area
    };
    let short = area("short", "short");
    let long = area(&"residual 1.2e-3 ".repeat(8), &"a label far too long ".repeat(6));
    assert_eq!((short.width(), short.height()), (long.width(), long.height()));
}

#[test]
fn limits_that_a_log_scale_cannot_show_are_the_datas() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].plot([1.0, 2.0], [1.0, 100.0]);
    fig[ax].set_yscale(Scale::Log).set_ylim(-1.0, 1000.0);
    let limits = Layout::of(&fig).axes[0].y.limits;
    assert!(limits.lo > 0.5 && limits.lo < 1.0, "{limits:?}");
    assert_eq!(limits.hi, 1000.0);
}

#[test]
fn an_image_of_one_value_has_a_colorbar_around_it() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let image = fig[ax].imshow(vec![vec![7.0; 4]; 4]);
    fig.colorbar(image);
    let bar = Layout::of(&fig).axes[1].y.limits;
    assert!((bar.lo - 6.3).abs() < 1e-12 && (bar.hi - 7.7).abs() < 1e-12, "{bar:?}");
    // and the image is in the middle of the colormap
    let middle = Colormap::VIRIDIS.at(0.5).channels();
    assert_eq!(fig.render().pixel(280, 240), middle);
}

#[test]
fn bad_lengths_and_colour_limits_are_refused() {
    let said = message(|| drop(Line::empty().linewidth(-3.0)));
    assert!(said.contains("-3 points"), "{said}");
    let said = message(|| drop(Image::new(vec![vec![1.0]]).clim(f64::NAN, 2.0)));
    assert!(said.contains("finite"), "{said}");
}

/// What `main() -> grabframe::Result<()>` prints is `Debug`.
#[test]
fn errors_print_as_words() {
    let error = GifWriter::new().open("/no/such/folder/a.gif", (8, 8)).unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
    assert!(error.to_string().contains("create it first"), "{error}");
}

#[test]
fn points_without_a_value_of_their_own_are_not_drawn() {
    let mut fig = Figure::pixels(120, 120);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).set_frame(false);
    let dots = fig[ax].add(Scatter::new([0.25, 0.75], [0.5, 0.5]).values([0.0, 1.0]).sizes([400.0]));
    let dark = |fig: &Figure, x: u32| fig.render().pixel(x, 60) != [255; 3];
    assert!(dark(&fig, 30) && dark(&fig, 90));
    fig[dots].set_data([0.25, 0.5, 0.75], [0.5, 0.5, 0.5]);
    assert!(dark(&fig, 30) && dark(&fig, 60) && !dark(&fig, 90));
}

#[test]
fn one_end_of_an_axis_can_be_left_to_the_data() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let line = fig[ax].plot([0, 10], [2, 7]);
    fig[ax].set_ylim(0, None).set_xlim(None, 20);
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), (Limits::new(-0.5, 20.0), Limits::new(0.0, 7.25)));
    // data on the other side turn no axis around
    fig[line].set_data([30, 40], [-7, -2]);
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), (Limits::new(9.0, 20.0), Limits::new(0.0, 5.5)));
    fig[ax].set_yscale("log").set_ylim(None, 1e3);
    fig[line].set_data([0, 1], [1e4, 1e6]);
    let limits = fig[ax].ylim();
    assert!(limits.hi == 1e3 && limits.lo > 1.0 && limits.lo < 10.0, "{limits:?}");
    fig[line].set_data([0, 1], [0, 0]);
    assert!(fig[ax].ylim().lo > 0.0 && fig[ax].ylim().hi == 1e3);
    // what is not said stays where it was said to be
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].imshow(vec![vec![0.0; 4]; 8]);
    fig[ax].set_ylim(None, 2);
    assert_eq!(fig[ax].ylim(), Limits::new(7.5, 2.0), "rows still grow downward");
    fig[ax].invert_y();
    assert_eq!(fig[ax].ylim(), Limits::new(2.0, 7.5));
    fig[ax].autoscale().set_ylim(Some(1.0), None::<f64>);
    assert_eq!(fig[ax].ylim().lo, 1.0);
}

#[test]
fn a_size_that_is_refused_is_not_taken() {
    let mut fig = Figure::inches(3, 2);
    let refused = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        fig.set_size_inches(1e6, 1e6);
    }));
    assert!(refused.is_err());
    assert_eq!(fig.size(), Size::new(300, 200));
}
