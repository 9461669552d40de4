//! Words in boxes, with arrows, in tables and around pies; patches.

use grabframe::prelude::*;
use grabframe::{
    Annotation, Arrow, ArrowStyle, BoxStyle, ConnectionStyle, Coords, Layout, Outline, Patch, Pie, Point, Table,
    TextBox,
};

use crate::tools::panic_at;

/// Whether a pixel is nearly of this colour.
fn is(frame: &Frame, x: u32, y: u32, color: [u8; 3]) -> bool {
    frame.pixel(x, y).iter().zip(color).all(|(a, b)| a.abs_diff(b) < 8)
}

fn plain() -> (Figure, Key<Axes>) {
    let mut fig = Figure::pixels(200, 100);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    fig[ax].set_xlim(0, 200).set_ylim(0, 100).set_frame(false);
    (fig, ax)
}

#[test]
fn a_box_lies_behind_its_words_and_turns_with_them() {
    let (mut fig, ax) = plain();
    let red = TextBox::new("square,pad=1").facecolor("red").edgecolor("none");
    let words = fig[ax].add(Text::new(100, 50, "wide words").ha("center").va("center").bbox(red));
    let frame = fig.render();
    assert!(
        is(&frame, 58, 50, [255, 0, 0]) && is(&frame, 100, 35, [255, 0, 0]) && is(&frame, 100, 20, [255, 255, 255])
    );
    fig[words].set_rotation(90);
    let frame = fig.render();
    assert!(is(&frame, 100, 10, [255, 0, 0]) && is(&frame, 58, 50, [255, 255, 255]));
    fig[words].set_bbox(None);
    assert!(is(&fig.render(), 100, 10, [255, 255, 255]) && fig[words].get_bbox().is_none());
    fig[words].set_bbox(BoxStyle::Round).set_text("");
    assert!(is(&fig.render(), 100, 50, [255, 255, 255]), "no words have no box");
}

#[test]
fn boxes_and_arrows_have_hatches() {
    let inside = |hatch: &str, edge: &str, alpha: f64| {
        let (mut fig, ax) = plain();
        let sheet =
            TextBox::new("square,pad=1").facecolor("w").edgecolor(edge).hatch(hatch).hatchcolor("red").alpha(alpha);
        fig[ax].add(Text::new(100, 50, "words").ha("center").va("center").color("none").bbox(sheet));
        let frame = fig.render();
        let reds = frame.as_rgb().chunks(3).filter(|p| p[1] < 250 && p[0] > 250).count();
        (reds, frame)
    };
    for edge in ["k", "none"] {
        let (reds, _) = inside("xx", edge, 1.0);
        assert!(reds > 200, "{reds} with a border that is {edge}");
        assert_eq!(inside("", edge, 1.0).0, 0);
        assert!(inside("xx", edge, 0.0).1 == inside("", edge, 0.0).1, "what is not seen has no hatch");
    }

    let arrow = |style: &str, hatch: &str| {
        let (mut fig, ax) = plain();
        let arrow = Patch::fancy_arrow((20, 50), (180, 50), style).mutation_scale(60).facecolor("w").hatch(hatch);
        fig[ax].add(arrow);
        fig.render()
    };
    for style in ["fancy", "simple", "wedge", "-|>"] {
        assert_ne!(arrow(style, "xx"), arrow(style, ""), "{style}");
    }
}

#[test]
fn a_renderer_that_kept_what_is_behind_draws_boxes_anew() {
    let (mut fig, ax) = plain();
    fig.subplots(1, 2);
    let words = fig[ax].add(Text::new(20, 50, "moves").bbox(TextBox::new("rarrow,pad=2,head_width=3").linewidth(5)));
    let note = fig[ax].add(Annotation::new("note", (100, 50)).offset(-60, 30).arrow("fancy").bbox("circle,pad=2"));
    let pie = fig[ax].add(Pie::new([1, 2]).radius(40).center(150, 50).labels(["one", "two"]).edgecolor("k"));
    let table = fig[ax].add(Table::new([["a", "b"]]).row_labels(["row"]).loc("left"));
    let mut renderer = Renderer::new();
    for k in 0..12 {
        fig[words].set_position(20 + 10 * k, 50).set_rotation(30 * k);
        fig[note].set_xy(100 + 5 * k, 50 - 3 * k);
        fig[pie].set_data([1, k]);
        fig[table].set_cell(0, 0, k);
        assert_eq!(*renderer.render(&fig), fig.render(), "frame {k}");
    }
}

#[test]
fn legends_keep_off_boxes() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Line::new([0.0, 1.0], [0.0, 0.0]).label("flat"));
    fig[ax].set_ylim(0, 1).legend();
    let words = fig[ax].add(Text::new(0.85, 0.6, "x").axes_fraction());
    let corner = |fig: &Figure| Layout::of(fig)[ax].legend.as_ref().unwrap().frame.x0;
    let free = corner(&fig);
    fig[words].set_bbox("square,pad=8");
    assert!(corner(&fig) < free, "the legend lies over the box");
}

#[test]
fn words_are_in_any_coordinates() {
    let (mut fig, ax) = plain();
    let words = fig[ax].add(Text::new(50, 0.5, "x").coords(("data", "axes fraction")).bbox("square,pad=0"));
    let at = |fig: &Figure| {
        let frame = fig.render();
        let blue = |x: u32, y: u32| is(&frame, x, y, [31, 119, 180]);
        (0..200_u32).flat_map(|x| (0..100).map(move |y| (x, y))).find(|(x, y)| blue(*x, *y)).map(|(x, _)| x)
    };
    let near = |a: Option<u32>, b: u32| a.is_some_and(|a| a.abs_diff(b) <= 2);
    assert!(near(at(&fig), 50), "{:?}", at(&fig));
    // 72 points are 100 pixels
    fig[words].set_offset(36, 0);
    assert!(near(at(&fig), 100), "{:?}", at(&fig));
    fig[words].set_coords("figure points").set_position(72, 20).set_offset(0, 0);
    assert!(near(at(&fig), 100), "{:?}", at(&fig));
    fig[words].set_coords(Coords::AxesPixels).set_position(120, 20);
    assert!(near(at(&fig), 120), "{:?}", at(&fig));
    fig[words].set_coords("figure fraction").set_position(0.25, 0.2);
    assert!(near(at(&fig), 50), "{:?}", at(&fig));
}

#[test]
fn an_arrow_keeps_what_another_was_told() {
    let mut note = Annotation::new("words", (0, 0)).linewidth(3).arrowcolor("red").arrow("->");
    assert_eq!((note.get_linewidth(), note.get_arrow()), (3.0, Some(ArrowStyle::Head)));
    note.set_arrow(Arrow::new("fancy").linewidth(2).connectionstyle("bar"));
    assert_eq!((note.get_linewidth(), note.get_arrowcolor(), note.get_bend()), (2.0, Color::RED, 0.0));
    note.set_bend(0.3).set_arrow(ArrowStyle::Wedge);
    assert!((note.get_bend() - 0.3).abs() < 1e-6);
    note.set_arrow(None);
    assert_eq!(note.get_arrow(), None);
    assert_eq!(
        Arrow::new("->").connectionstyle("arc3,rad=0.5").get_connectionstyle(),
        ConnectionStyle::Arc3 { rad: 0.5 }
    );
}

#[test]
fn an_arrow_begins_at_the_border_of_the_box() {
    let (mut fig, ax) = plain();
    let sheet = TextBox::new("square,pad=1").facecolor("none").edgecolor("none");
    let arrow = Arrow::new("-").color("red").linewidth(4).shrink(0, 0);
    let note = Annotation::new("x", (190, 50)).at((30, 50)).ha("center").va("center").arrow(arrow);
    let note = fig[ax].add(note.bbox(sheet).annotation_clip(false));
    let first = |fig: &Figure| (0..200).find(|x| is(&fig.render(), *x, 50, [255, 0, 0])).unwrap();
    let far = first(&fig);
    // a pad of a letter, 14 pixels, and half of a letter
    assert!(far.abs_diff(48) <= 2, "{far}");
    fig[note].set_bbox(None);
    assert!(first(&fig) < far - 8, "{}", first(&fig));
}

#[test]
fn pies_are_round_and_fill_their_axes() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let pie = fig[ax].pie([1, 1]);
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), (Limits::new(-1.25, 1.25), Limits::new(-1.25, 1.25)));
    let area = Layout::of(&fig)[ax].area;
    assert!((area.width() - area.height()).abs() < 0.01 && !fig[ax].frame());
    let frame = fig.render();
    let Point { x, y } = area.center();
    assert!(is(&frame, x as u32, y as u32 - 50, [31, 119, 180]) && is(&frame, x as u32, y as u32 + 50, [255, 127, 14]));
    fig[pie].set_labels(["a", "b"]).set_show_labels(false);
    fig[ax].legend();
    let legend = Layout::of(&fig)[ax].legend.clone().unwrap();
    assert_eq!(legend.entries.len(), 2, "an entry for each wedge");
    fig[pie].set_width(0.2);
    assert!(is(&fig.render(), x as u32, y as u32 - 50, [255, 255, 255]));
    // a million shares, one of which is half of the disc
    let mut shares = vec![1.0; 1_000_000];
    shares[999_999] = 999_999.0;
    fig[pie].set_data(shares);
    let frame = fig.render();
    assert!(!is(&frame, x as u32, y as u32 - 130, [255, 255, 255]));
}

#[test]
fn patches_reach_as_far_as_they_are_drawn() {
    let reach = |patch: Patch| {
        let bounds = patch.bounds();
        [bounds.x.lo, bounds.x.hi, bounds.y.lo, bounds.y.hi].map(|v| (v * 1000.0).round() / 1000.0)
    };
    // matplotlib 3.11: get_path().transformed(get_patch_transform()).get_extents()
    assert_eq!(reach(Patch::regular_polygon(0, 0, 5, 1)), [-0.951, 0.951, -0.809, 1.0]);
    assert_eq!(reach(Patch::arc(0, 0, 4, 2, 0, 90)), [0.0, 2.0, 0.0, 1.0]);
    assert_eq!(reach(Patch::fancy_box(0, 0, 4, 2, "round,pad=0.5")), [-0.5, 4.5, -0.5, 2.5]);
    assert_eq!(reach(Patch::fancy_box(0, 0, 4, 2, "round,pad=0.5").mutation_scale(2)), [-1.0, 5.0, -1.0, 3.0]);
    assert_eq!(reach(Patch::wedge(0, 0, 1, 0, 90).width(0.25)), [0.0, 1.0, 0.0, 1.0]);
    let path = Patch::path(Outline::new().move_to(1.0, 1.0).line_to(2.0, f64::NAN).line_to(3.0, 5.0));
    assert_eq!((reach(path.clone()), path.xy()), ([1.0, 3.0, 1.0, 5.0], (1.0, 1.0)));
    assert_eq!(reach(Patch::fancy_arrow((1, 2), (3, 5), "->")), [1.0, 3.0, 2.0, 5.0]);
    let mut arrow = Patch::fancy_arrow((1, 2), (3, 5), "->");
    arrow.set_positions((0, 0), (1, 1));
    assert_eq!((reach(arrow.clone()), arrow.get_edgecolor()), ([0.0, 1.0, 0.0, 1.0], Some(Color::BLACK)));
}

#[track_caller]
fn refused<R>(wanted: &str, mistake: impl FnOnce() -> R) {
    let (said, file, _) = panic_at(|| drop(mistake()));
    assert!(said.contains(wanted), "`{wanted}` is not in `{said}`");
    assert!(file.ends_with("boxes.rs"), "`{said}` is said in {file}, not at the caller's line");
}

#[test]
fn what_is_wrong_is_said() {
    refused("`rounded` is not a box", || TextBox::new("rounded"));
    refused("`padding` in `round,padding=1` is no parameter", || TextBox::new("round,padding=1"));
    refused("360 degrees", || TextBox::new("rarrow,head_angle=360"));
    refused("`=>` is not an arrow", || Arrow::new("=>"));
    refused("`x` in `arc3,rad=x` is no number", || Arrow::new("->").connectionstyle("arc3,rad=x"));
    refused("-1", || Arrow::new("->").shrink(0, -1));
    refused("offset", || Text::new(0, 0, "").coords("offset points"));
    refused("`axis fraction` is not a kind of coordinates", || Text::new(0, 0, "").coords("axis fraction"));
    refused("`axes` is not", || Text::new(0, 0, "").coords(("data", "axes")));
    refused("offset", || Annotation::new("", (0, 0)).xycoords("offset points"));
    refused("got 1 labels for 2 shares", || Pie::new([1, 2]).labels(["a"]));
    refused("got 3 numbers of `explode` for 2", || Pie::new([1, 2]).explode([0.1, 0.2, 0.3]));
    refused("-1", || Pie::new([1, 2]).radius(-1));
    refused("row 1 has 1 cells, but the first has 2", || Table::new(vec![vec![1, 2], vec![3]]));
    refused("got 1 column labels for 2 columns", || Table::new([[1, 2]]).col_labels(["a"]));
    refused("got 2 rows, but there are 1 row labels", || {
        Table::new([[1, 2]]).row_labels(["a"]).set_data([[1, 2], [3, 4]]).get_loc()
    });
    refused("1 x 2 cells, and none at (1, 0)", || Table::new([[1, 2]]).set_cell(1, 0, "a").get_loc());
    refused("`X` are no edges", || Table::new([[1, 2]]).edges("X"));
    refused("`round` is not", || Table::new([[1, 2]]).loc("round"));
}
