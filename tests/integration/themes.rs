//! Themes: what was not told how to look follows them, whenever it was added; what was told stays; nothing else changes.

use grabframe::prelude::*;
use grabframe::{BoxPlot, Cycle, Layout};

use crate::artists_edges::every_artist;
use crate::tools::lcg;

const NAMES: [&str; 4] = ["matplotlib", "dark", "paper", "slides"];

/// A theme in which all that it decides is green on white, and long.
fn green() -> Theme {
    let green = Color::rgb(0, 255, 0);
    let mut theme = Theme::matplotlib();
    for color in [
        &mut theme.text_color,
        &mut theme.label_color,
        &mut theme.tick_label_color,
        &mut theme.tick_color,
        &mut theme.spine_color,
        &mut theme.edge_color,
        &mut theme.grid_color,
        &mut theme.legend_edge,
    ] {
        *color = green;
    }
    theme.cycle = vec![green];
    theme.cmap = Colormap::from_colors("green", &[green]);
    theme
}

#[test]
fn what_was_added_before_looks_as_what_is_added_after() {
    let data = lcg(25, 4);
    for theme in [Theme::matplotlib(), Theme::dark(), Theme::paper(), Theme::slides(), green()] {
        every_artist(&data, &mut |name, add| {
            let figure = || Figure::pixels(200, 150);
            let mut before = figure();
            let ax = before.add_axes();
            add(&mut before[ax]);
            before[ax].legend().set_title("title").set_xlabel("x");
            let mut renderer = Renderer::new();
            let plain = renderer.render(&before).clone();
            before.set_theme(theme.clone());
            let mut after = figure().theme(theme.clone());
            let ax = after.add_axes();
            add(&mut after[ax]);
            after[ax].legend().set_title("title").set_xlabel("x");
            let themed = after.render();
            assert_eq!(before.render(), themed, "{name}");
            assert_eq!(*renderer.render(&before), themed, "{name}: something was kept of another theme");
            assert_eq!(before.to_svg(), after.to_svg(), "{name}");
            before.set_theme("matplotlib");
            assert_eq!(*renderer.render(&before), plain, "{name}");
        });
    }
}

#[test]
fn whatever_an_artist_was_not_told_is_the_themes() {
    let data = lcg(25, 4);
    every_artist(&data, &mut |name, add| {
        let mut fig = Figure::pixels(400, 300).theme(green());
        let ax = fig.add_axes();
        add(&mut fig[ax]);
        fig[ax].legend().grid(true).set_title("title").set_xlabel("x").set_ylabel("y");
        for ink in inks(&fig.to_svg()) {
            let color = Color::parse(&ink).unwrap();
            let gray = color.r == color.g && color.g == color.b && color.r > 200; // faces
            // some are told that their borders, or they themselves, are black or red
            let told = [Color::BLACK, Color::RED].contains(&color);
            assert!(color == Color::rgb(0, 255, 0) || gray || told, "{name}: {ink} is not the theme's");
        }
    });
}

/// The colours that are named in a file.
fn inks(svg: &str) -> Vec<String> {
    let mut inks: Vec<String> = Vec::new();
    for (at, _) in svg.match_indices("=\"#") {
        let ink: String = svg[at + 2..].chars().take_while(|c| *c != '"').collect();
        if ink.len() <= 7 && ink[1..].chars().all(|c| c.is_ascii_hexdigit()) && ink.len() > 3 {
            inks.push(ink);
        }
    }
    inks
}

#[test]
fn what_was_set_by_hand_stays() {
    let mut fig = Figure::pixels(200, 150);
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::new([0.0, 1.0], [0.0, 1.0]).color("tab:blue").linewidth(1.5).marker("o"));
    fig[line].set_markersize(6).set_markeredgewidth(1);
    fig[ax].add(Text::new(0.5, 0.5, "words").color("k").fontsize(10));
    fig[ax].set_facecolor("white").set_frame(false);
    fig.set_facecolor("white");
    let plain = fig.render();
    for name in NAMES {
        fig.set_theme(name);
        assert_eq!(fig.render(), plain, "{name}");
        assert_eq!(fig[line].get_color(), Color::TAB_BLUE);
    }
    // a colour that is read is handed on as what it is
    let follows = fig[ax].plot([0.0, 1.0], [1.0, 0.0]);
    let color = fig[follows].get_color();
    fig[line].set_color(color);
    fig.set_theme("dark");
    assert_eq!(fig[line].get_color(), Color::TAB_BLUE);
    assert_eq!(fig.get_theme().color(fig[line].get_color()), Theme::dark().cycle[0]);
}

/// Also a colour that looks as the one that was taken from the cycle.
#[test]
fn a_colour_that_is_set_after_adding_is_the_artists_own() {
    let drawn = |after: bool| {
        let mut fig = Figure::pixels(200, 150).theme("dark");
        let ax = fig.add_axes();
        let mut add = |hist: Histogram, color: &str| {
            let hist = if after { hist } else { hist.clone().color(color) };
            let key = fig[ax].add(hist);
            fig[key].set_color(color);
        };
        add(Histogram::new([0.0, 1.0]), "tab:blue");
        add(Histogram::several([[2.0, 3.0], [2.0, 4.0]]), "tab:orange");
        fig.render()
    };
    let (before, after) = (drawn(false), drawn(true));
    assert_eq!(before, after);
    for color in [Color::TAB_BLUE, Color::TAB_ORANGE] {
        assert!(after.as_rgb().chunks(3).filter(|pixel| *pixel == [color.r, color.g, color.b]).count() > 100);
    }
}

#[test]
fn markers_with_looks_of_their_own_are_of_the_themes_size() {
    let drawn = |dots: Scatter| {
        let mut fig = Figure::pixels(200, 150).theme("slides");
        let ax = fig.add_axes();
        fig[ax].add(dots);
        fig.render()
    };
    // of a single one, of few, and of one more than are handed on at once
    for n in [1, 3, 4097] {
        let dots = || Scatter::new(lcg(n, 1), lcg(n, 2));
        let colors = || (0..n).map(Color::cycle).collect::<Vec<_>>();
        let kinds: [(&str, &dyn Fn() -> Scatter); 4] = [
            ("values", &|| dots().values(lcg(n, 3))),
            ("colours", &|| dots().colors(colors())),
            ("edges", &|| dots().edgecolors(colors())),
            ("widths", &|| dots().color("r").edgecolor("k").linewidths(vec![1.5; n])),
        ];
        for (kind, dots) in kinds {
            let (plain, told) = (drawn(dots()), drawn(dots().sizes(81).linewidths(vec![1.5; n])));
            // many are drawn from the topmost down where they can be, which rounds in another way
            let most = if n > 2000 { 3 } else { 0 };
            let alike = plain.as_rgb().iter().zip(told.as_rgb()).all(|(a, b)| a.abs_diff(*b) <= most);
            assert!(alike, "{n} points with {kind} of their own");
        }
    }
}

/// The lengths of what artists draw, three times as long.
fn long() -> Theme {
    let mut theme = Theme::matplotlib();
    for points in [
        &mut theme.font_size,
        &mut theme.line_width,
        &mut theme.marker_size,
        &mut theme.marker_edge_width,
        &mut theme.patch_edge_width,
    ] {
        *points *= 3.0;
    }
    theme
}

#[test]
fn lengths_that_an_artist_was_not_told_are_the_themes() {
    let (data, mut same) = (lcg(25, 4), Vec::new());
    every_artist(&data, &mut |name, add| {
        let drawn = |theme: Theme| {
            let mut fig = Figure::pixels(400, 300).theme(theme);
            let ax = fig.add_axes();
            add(&mut fig[ax]);
            fig[ax].set_frame(false);
            fig.to_svg()
        };
        if drawn(Theme::matplotlib()) == drawn(long()) {
            same.push(name.to_owned());
        }
    });
    // these have no borders, and arrows are as wide as the axes have them
    assert_eq!(same, ["image", "mesh", "quiver", "stackplot", "hist2d"]);
}

#[test]
fn boxes_and_their_means_are_the_themes() {
    let drawn = |theme: Theme, told: &dyn Fn(BoxPlot) -> BoxPlot| {
        let mut fig = Figure::pixels(200, 150).theme(theme);
        let ax = fig.add_axes();
        fig[ax].add(told(BoxPlot::new([lcg(9, 1), lcg(9, 2)]).showmeans(true)));
        fig.render()
    };
    let (mut wide, mut edged) = (Theme::matplotlib(), Theme::matplotlib());
    wide.patch_edge_width = 3.0;
    edged.marker_edge_width = 3.0;
    assert_eq!(drawn(wide, &|boxes| boxes), drawn(Theme::matplotlib(), &|boxes| boxes.linewidth(3)));
    let means = |theme: Theme| drawn(theme, &|boxes| boxes.showfliers(false));
    assert_ne!(means(edged), means(Theme::matplotlib()));
}

#[test]
fn themes_of_the_same_sizes_differ_in_nothing_but_colours() {
    let mut fig = Figure::new().constrained();
    let axs = fig.subplots(1, 2);
    fig[axs[(0, 0)]].add(Line::new(lcg(50, 1), lcg(50, 2)).label("a"));
    let image = fig[axs[(0, 1)]].imshow(vec![vec![0.0, 1.0], vec![2.0, 3.0]]);
    fig.colorbar(image);
    fig[axs[(0, 0)]].legend().set_title("title");
    let light = Layout::of(&fig);
    fig.set_theme("dark");
    let dark = Layout::of(&fig);
    for (a, b) in light.axes.iter().zip(&dark.axes) {
        assert_eq!((a.area, &a.projection, &a.x, &a.y), (b.area, &b.projection, &b.x, &b.y));
        let places =
            |axes: &grabframe::AxesLayout| axes.texts.iter().map(|t| (t.text.clone(), t.bounds())).collect::<Vec<_>>();
        assert_eq!(places(a), places(b));
        assert_eq!(a.legend.as_ref().map(|l| l.frame), b.legend.as_ref().map(|l| l.frame));
    }
    assert_eq!(dark.face, Theme::dark().figure_face);
    for name in NAMES {
        fig.set_theme(name);
        let layout = Layout::of(&fig);
        for (a, b) in light.axes.iter().zip(&layout.axes) {
            assert_eq!((a.x.limits, a.y.limits), (b.x.limits, b.y.limits));
        }
    }
}

#[test]
fn a_movie_changes_its_theme_and_each_frame_is_a_still() {
    let mut fig = Figure::pixels(160, 120);
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::new(lcg(30, 1), lcg(30, 2)).label("line"));
    fig[ax].add(Scatter::new(lcg(30, 3), lcg(30, 4)).label("dots"));
    fig[ax].legend();
    let writer = MemoryWriter::new();
    let mut stills = Vec::new();
    let mut movie = writer.saving(&mut fig, "").unwrap();
    for k in 0..12 {
        if k % 3 == 0 {
            movie.figure_mut().set_theme(NAMES[(k / 3) % 4]);
        }
        movie[line].set_ydata(lcg(30, k as u32));
        stills.push(movie.figure().render());
        movie.grab_frame().unwrap();
    }
    movie.finish().unwrap();
    assert_eq!(writer.take(), stills);
    assert_ne!(stills[0], stills[3]);
}

#[test]
fn axes_have_cycles_of_their_own() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_cycle(Cycle::colors(["k", "r"]) + Cycle::linestyles(["-", "--"]) + Cycle::markers(["o", "s"]));
    let add = |fig: &mut Figure, line: Line| {
        let key = fig[ax].add(line);
        (fig[key].get_color(), fig[key].get_linestyle().clone(), fig[key].get_marker().clone())
    };
    let line = || Line::new([0, 1], [0, 1]);
    assert_eq!(add(&mut fig, line()), (Color::BLACK, LineStyle::Solid, Marker::Circle));
    assert_eq!(add(&mut fig, line().color("b")), (Color::BLUE, LineStyle::Dashed, Marker::Square));
    assert_eq!(add(&mut fig, line().linestyle(":")), (Color::BLACK, LineStyle::Dotted, Marker::Circle));
    // all was said: no turn is taken
    assert_eq!(add(&mut fig, line().color("b").linestyle("-").marker("x")).2, Marker::X);
    assert_eq!(add(&mut fig, line()).0, Color::RED);
    // fillings count for themselves
    let bars = fig[ax].bar([0, 1], [1, 2]);
    assert_eq!(fig[bars].get_color(), Color::BLACK);
    fig[ax].set_cycle("okabe_ito");
    assert_eq!(add(&mut fig, line()).0, Theme::okabe_ito()[0]);
    // and stay whatever the theme is
    fig.set_theme("dark");
    let key = fig[ax].plot([0, 1], [0, 1]);
    assert_eq!(fig.get_theme().color(fig[key].get_color()), Theme::okabe_ito()[1]);
}

#[test]
fn a_theme_may_have_styles_and_markers() {
    let mut theme = Theme::paper();
    theme.cycle = vec![Color::BLACK];
    theme.linestyles = vec![LineStyle::Solid, LineStyle::Dashed];
    theme.markers = vec![Marker::Circle, Marker::Square, Marker::None];
    let mut fig = Figure::pixels(200, 150);
    let ax = fig.add_axes();
    let keys = [0, 1].map(|k| fig[ax].plot([0, 1], [k, 1]));
    fig[ax].legend();
    let mut told = fig.clone().theme(Theme::paper());
    fig.set_theme(theme);
    for (key, style, marker) in [(keys[0], "-", "o"), (keys[1], "--", "s")] {
        told[key].set_color("k").set_linestyle(style).set_marker(marker);
    }
    assert_eq!(fig.render(), told.render());
}

#[test]
fn wedges_take_their_turns_in_a_cycle_of_any_length() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_cycle(["r", "g", "b"]);
    fig[ax].pie([1; 11]);
    let after = fig[ax].bar([0, 1], [1, 2]);
    assert_eq!(fig[after].get_color(), Color::BLUE); // 11 % 3 is 2
    fig[ax].set_cycle(Cycle::default());
    fig[ax].pie([1; 13]);
    let after = fig[ax].bar([0, 1], [1, 2]);
    let theme = Theme::paper();
    assert_eq!(theme.color(fig[after].get_color()), theme.cycle[13 % 8]);
}

#[test]
fn a_colorbar_has_the_colours_of_its_bands_in_every_theme() {
    let mut fig = Figure::pixels(300, 200);
    let ax = fig.add_axes();
    let z = vec![vec![0.0, 1.0], vec![2.0, 3.0]];
    let bands = Contour::new(z).at([0.0, 1.0, 2.0, 3.0]).filled().colors(["C0", "C1", "C2"]);
    let key = fig[ax].add(bands);
    fig.colorbar(key);
    let bar = |fig: &Figure| Layout::of(fig).axes.into_iter().find_map(|axes| axes.colors).expect("a colorbar");
    let plain = (bar(&fig), fig.render());
    fig.set_theme("dark");
    assert_eq!(bar(&fig), plain.0);
    let area = Layout::of(&fig).axes[0].area;
    let (x, y) = (area.center().x as u32, area.center().y as u32);
    assert_eq!(fig.render().pixel(x, y), plain.1.pixel(x, y));
    // that of the theme is shown by both
    let mut theme = Theme::dark();
    theme.cmap = Colormap::MAGMA;
    let image = fig[ax].imshow(vec![vec![0.0, 1.0]]);
    fig.colorbar(image);
    fig.set_theme(theme);
    let maps: Vec<_> = Layout::of(&fig).axes.into_iter().filter_map(|axes| axes.colors).collect();
    assert_eq!(maps[1].cmap, Colormap::MAGMA);
}

#[test]
#[should_panic(expected = "a theme has lengths from 0 to 1000 points, not inf")]
fn a_theme_that_cannot_be_drawn_is_refused() {
    let mut theme = Theme::paper();
    theme.line_width = f32::INFINITY;
    Figure::new().set_theme(theme);
}

#[test]
fn ticks_inside_are_drawn_without_a_grid() {
    let mut fig = Figure::pixels(300, 200).theme("paper");
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 2).set_xticks([1]).set_yticks([0; 0]);
    let layout = Layout::of(&fig);
    let tick = &layout.axes[0].frame.ticks[0];
    assert!(tick.inward > 1.0 && tick.length == 0.0);
    let dark = |y: f32| fig.render().pixel(tick.at.x.round() as u32, y as u32)[0] < 200;
    assert!(dark(tick.at.y - tick.inward / 2.0));
}
