//! What was set can be read again, and a builder does what its setter does.

use grabframe::prelude::*;
use grabframe::{Grid, GridData};

const RED: Color = Color::rgb(255, 0, 0);
const BLUE: Color = Color::rgb(0, 0, 255);

#[test]
fn of_lines() {
    let told = |l: &Line| {
        let lengths = [l.get_linewidth(), l.get_markersize(), l.get_markeredgewidth()];
        let colors = [l.get_color(), l.get_markerfacecolor(), l.get_markeredgecolor()];
        (lengths, colors, l.get_linestyle().clone(), l.get_marker().clone())
    };
    let mut line = Line::empty();
    assert_eq!(told(&line), ([1.5, 6.0, 1.0], [Color::cycle(0); 3], LineStyle::Solid, Marker::None));
    line.set_fmt("rs:");
    assert_eq!(told(&line), ([1.5, 6.0, 1.0], [RED; 3], LineStyle::Dotted, Marker::Square));
    line.set_linewidth(2).set_markersize(3).set_markeredgewidth(0.25).set_linestyle("--").set_marker('o');
    line.set_color("blue").set_markerfacecolor("red").set_markeredgecolor("k");
    let all = ([2.0, 3.0, 0.25], [BLUE, RED, Color::BLACK], LineStyle::Dashed, Marker::Circle);
    assert_eq!(told(&line), all);
    let built = Line::empty().fmt("b").linewidth(2).markersize(3).markeredgewidth(0.25).linestyle("--").marker('o');
    assert_eq!(told(&built.color("blue").markerfacecolor("red").markeredgecolor("k")), all);
    // the colour that the axes gave it
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let keys = [(); 2].map(|()| fig[ax].plot([0, 1], [0, 1]));
    assert_eq!(keys.map(|key| fig[key].get_color()), [Color::cycle(0), Color::cycle(1)]);
}

#[test]
fn of_scatters() {
    let mut dots = Scatter::new([1.0, 2.0], [3.0, 4.0]);
    assert_eq!((dots.xdata(), dots.ydata()), (&[1.0, 2.0][..], &[3.0, 4.0][..]));
    assert_eq!((dots.get_sizes(), dots.get_values(), dots.get_colors()), (&[36.0][..], &[][..], &[][..]));
    assert_eq!((dots.get_marker(), dots.get_edgecolor(), dots.get_linewidth()), (&Marker::Circle, None, 1.0));
    dots.set_marker('x').set_edgecolor("red").set_color("blue").set_sizes([9, 16]).set_values([5, 6]);
    assert_eq!((dots.get_marker(), dots.get_edgecolor(), dots.get_linewidth()), (&Marker::X, Some(RED), 1.5));
    assert_eq!((dots.get_sizes(), dots.get_values(), dots.get_color()), (&[9.0, 16.0][..], &[5.0, 6.0][..], BLUE));
    assert_eq!(dots.get_clim(), Limits::new(5.0, 6.0));
    let built = Scatter::new([1, 2], [3, 4]).marker('s').edgecolor("red").linewidth(3).colors(["blue", "red"]);
    assert_eq!((built.get_marker(), built.get_edgecolor(), built.get_linewidth()), (&Marker::Square, Some(RED), 3.0));
    assert_eq!(built.get_colors(), [BLUE, RED]);
}

#[test]
fn of_images() {
    let mut image = Image::new([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]);
    let mut grid = GridData::default();
    [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]].read_into(&mut grid);
    assert_eq!(*image.data(), grid);
    let told = |i: &Image| (i.get_extent(), i.get_origin(), i.get_interpolation());
    let mapped = |i: &Image| (i.get_cmap().clone(), i.get_norm().clone(), i.get_clim());
    assert_eq!(told(&image), ([-0.5, 2.5, 1.5, -0.5], Origin::Upper, Interpolation::Auto));
    assert_eq!(mapped(&image), (Colormap::VIRIDIS, Norm::Linear, Limits::new(0.0, 5.0)));
    image.set_extent(0, 1, 2, 3).set_origin("lower").set_interpolation("nearest");
    image.set_cmap("magma").set_norm("log").set_clim(1, 4);
    let all = ([0.0, 1.0, 2.0, 3.0], Origin::Lower, Interpolation::Nearest);
    let colors = (Colormap::MAGMA, Norm::Log, Limits::new(1.0, 4.0));
    assert_eq!((told(&image), mapped(&image)), (all, colors.clone()));
    let built = Image::new([[1.0]]).extent(0, 1, 2, 3).origin("lower").interpolation("nearest");
    let built = built.cmap("magma").norm("log").clim(1, 4);
    assert_eq!((told(&built), mapped(&built)), (all, colors));
}

#[test]
fn of_texts() {
    let told = |t: &Text| (t.get_color(), t.get_fontsize(), t.get_ha(), t.get_va(), t.get_rotation());
    let mut words = Text::new(1, 2, "words");
    assert_eq!((words.text(), words.position(), words.get_clip()), ("words", (1.0, 2.0), false));
    assert_eq!(told(&words), (Color::BLACK, 10.0, HAlign::Left, VAlign::Baseline, 0.0));
    words.set_color("red").set_fontsize(7.5).set_ha("center").set_va("top").set_rotation(-90);
    let all = (RED, 7.5, HAlign::Center, VAlign::Top, -90.0);
    assert_eq!(told(&words), all);
    assert!(!words.get_axes_fraction() && words.set_axes_fraction(true).get_axes_fraction());
    let built = Text::new(0, 0, "").axes_fraction().color("red").fontsize(7.5).ha("center").va("top").rotation(-90);
    assert_eq!((told(&built), built.get_axes_fraction()), (all, true));
}

#[test]
fn of_axes_and_colorbars() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    assert_eq!((fig[ax].xticks(), fig[ax].yticklabels(), fig[ax].aspect()), (None, None, None));
    assert_eq!((fig[ax].get_grid(), fig[ax].get_legend(), fig[ax].frame()), (false, None, true));
    fig[ax].set_title("t").set_xlabel("x").set_ylabel("y").set_xscale("log").grid(true).legend().set_frame(false);
    fig[ax].set_facecolor("red").set_aspect(2).set_xticks([1, 10]).set_yticklabels([0.5], ["half"]);
    let axes = &fig[ax];
    assert_eq!((axes.title(), axes.xlabel(), axes.ylabel()), ("t", "x", "y"));
    assert_eq!((axes.xscale(), axes.yscale(), axes.aspect()), (&Scale::Log, &Scale::Linear, Some(Aspect::Ratio(2.0))));
    assert_eq!((axes.get_grid(), axes.get_legend(), axes.frame()), (true, Some(LegendLoc::Best), false));
    assert_eq!((axes.xticks(), axes.yticks()), (Some(&[1.0, 10.0][..]), Some(&[0.5][..])));
    assert_eq!((axes.xticklabels(), axes.yticklabels()), (None, Some(&["half".to_owned()][..])));
    assert_eq!(axes.facecolor(), RED);
    let image = fig[ax].imshow([[0.0, 1.0]]);
    let bar = fig.colorbar(image);
    assert_eq!(fig[bar].set_label("Hz").label(), "Hz");
}

#[test]
fn of_figures_also_while_they_are_recorded() {
    let mut fig = Figure::inches(1, 1).facecolor("red").dpi(50);
    assert_eq!((fig.get_facecolor(), fig.get_dpi(), fig.get_constrained(), fig.get_suptitle()), (RED, 50.0, false, ""));
    fig.suptitle("all").set_dpi(60).set_constrained(true).set_facecolor("blue");
    assert_eq!((fig.get_suptitle(), fig.get_constrained(), fig.size()), ("all", true, Size::new(60, 60)));
    let refused = std::panic::catch_unwind(move || _ = fig.set_dpi(1e6));
    assert!(refused.is_err());

    let mut fig = Figure::pixels(64, 48);
    let mut movie = MemoryWriter::new().saving(&mut fig, "frames").unwrap();
    movie.grab_frame().unwrap();
    movie.figure_mut().set_facecolor("red").set_dpi(50); // of a figure in pixels, letters change and not the size
    movie.grab_frame().unwrap();
    movie.finish().unwrap();
    assert_eq!(fig.render().pixel(0, 0), [255, 0, 0]);

    let mut fig = Figure::inches(1, 1);
    let mut movie = MemoryWriter::new().saving(&mut fig, "frames").unwrap();
    movie.figure_mut().set_dpi(50);
    let error = movie.grab_frame().unwrap_err().to_string();
    assert!(error.contains("100x100") || error.contains("100 x 100"), "{error}");
    movie.figure_mut().set_dpi(100);
    movie.grab_frame().unwrap();
    movie.finish().unwrap();
}
