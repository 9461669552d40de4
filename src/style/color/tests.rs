use super::*;
use crate::style::color_names::xkcd_names;
use crate::style::into_color::{IntoColor, unknown};

#[test]
fn the_table_of_names_is_sorted() {
    assert!(CSS.windows(2).all(|w| w[0].0 < w[1].0));
}

#[test]
fn texts_mean_what_matplotlib_means_by_them() {
    // round(255 * matplotlib.colors.to_rgba(text)), halves upward, as Agg does.
    let table = [
        ("b", 0x0000ffff),
        ("g", 0x008000ff),
        ("r", 0xff0000ff),
        ("c", 0x00bfbfff),
        ("m", 0xbf00bfff),
        ("y", 0xbfbf00ff),
        ("k", 0x000000ff),
        ("w", 0xffffffff),
        ("C0", 0x1f77b4ff),
        ("C9", 0x17becfff),
        ("C10", 0x1f77b4ff),
        ("C99999999999999999999993", 0xd62728ff),
        ("tab:blue", 0x1f77b4ff),
        ("tab:grey", 0x7f7f7fff),
        ("TAB:Olive", 0xbcbd22ff),
        ("rebeccapurple", 0x663399ff),
        ("RebeccaPurple", 0x663399ff),
        ("aliceblue", 0xf0f8ffff),
        ("yellowgreen", 0x9acd32ff),
        ("grey", 0x808080ff),
        ("cyan", 0x00ffffff),
        ("#fA0", 0xffaa00ff),
        ("#fa08", 0xffaa0088),
        ("#102030", 0x102030ff),
        ("#10203040", 0x10203040),
        ("0", 0x000000ff),
        ("0.5", 0x808080ff),
        (".75", 0xbfbfbfff),
        ("1.0", 0xffffffff),
        ("1e-1", 0x1a1a1aff),
        ("none", 0),
        ("None", 0),
    ];
    for (text, rgba) in table {
        let c = Color::parse(text).unwrap_or_else(|| panic!("{text} was refused"));
        assert_eq!(u32::from_be_bytes([c.r, c.g, c.b, c.a]), rgba, "{text}");
    }
}

#[test]
fn texts_that_matplotlib_refuses_are_refused() {
    let refused = [
        "",
        "B",
        "K",
        "c0",
        "C",
        "C-1",
        "C1x",
        "tab:teal",
        "tab:",
        "xkcd:",
        "xkcd:skyblurb",
        "sky blue",
        "blurple",
        "#",
        "#12",
        "#12345",
    ];
    for text in refused.into_iter().chain(["#ggg", "#1234567", "1.1", "-0.1", "nan", "inf", "#é23", " red"]) {
        assert_eq!(Color::parse(text), None, "{text}");
    }
}

#[test]
fn every_name_has_its_value() {
    // A weighted sum over matplotlib.colors.CSS4_COLORS: sum of (row + 1) * value, rows sorted by name.
    let sum: u64 = CSS.iter().zip(1..).map(|((_, v), row)| row * u64::from(*v)).sum();
    assert_eq!(sum, 121_980_546_958);
    for (name, value) in CSS {
        assert_eq!(Color::parse(name), Some(Color::hex(value)));
    }
}

#[test]
fn every_color_that_matplotlib_names_is_known() {
    let table = include_str!("../../../tests/data/colors.tsv");
    let mut rows = 0;
    for line in table.lines().filter(|line| !line.starts_with("# ")) {
        let (text, rgba) = line.split_once('\t').expect("two columns");
        let color = Color::parse(text).unwrap_or_else(|| panic!("{text} was refused"));
        let bytes = [color.r, color.g, color.b, color.a];
        assert_eq!(u32::from_be_bytes(bytes), u32::from_str_radix(rgba, 16).expect("hexadecimal"), "{text}");
        rows += 1;
    }
    assert!(rows > 1160, "{rows}");
    assert_eq!(xkcd_names().count(), 949);
}

#[test]
fn any_color_with_an_opacity() {
    // matplotlib.colors.to_rgba(("#ff000080", 0.25)): the opacity of the pair counts
    assert_eq!(("#ff000080", 0.25).into_color(), Color::rgba(255, 0, 0, 64));
    assert_eq!(([255, 0, 0], 0.5_f32).into_color(), Color::rgba(255, 0, 0, 128));
    assert_eq!(("none", 0.5).into_color(), Color::TRANSPARENT);
    assert_eq!((("red", 0.1), 1.0).into_color(), Color::RED);
}

#[test]
#[should_panic(expected = "the opacity of a colour is a fraction from 0 to 1, not 1.5")]
fn an_opacity_over_one_panics() {
    let _ = ("red", 1.5).into_color();
}

#[test]
fn a_typo_is_answered_with_the_nearest_name() {
    assert!(unknown("steelbleu").contains("`steelblue`"), "{}", unknown("steelbleu"));
    assert!(unknown("xkcd:sky bleu").contains("`xkcd:sky blue`"));
    assert!(unknown("tab:bule").contains("`tab:blue`"));
    assert!(!unknown("zzzzzzzzz").contains("did you mean"));
    assert!(unknown("#12345").contains("digits"));
    assert!(unknown("1.5").contains("gray level"));
}

#[test]
#[should_panic(expected = "did you mean `red`")]
fn an_unknown_name_panics() {
    let _ = "redd".into_color();
}

#[test]
#[should_panic(expected = "fractions from 0 to 1")]
fn channels_out_of_range_panic() {
    let _ = [255.0, 0.0, 0.0].into_color();
}

#[test]
fn the_panic_points_at_the_caller() {
    // Other tests run meanwhile; their panics go to the hook that was there.
    let before = std::panic::take_hook();
    let seen = std::sync::Arc::new(std::sync::Mutex::new(None));
    let sink = std::sync::Arc::clone(&seen);
    let thread = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == thread {
            *sink.lock().expect("no panic holds it") = info.location().map(std::panic::Location::line);
        } else {
            before(info);
        }
    }));
    let line = line!() + 1;
    let result = std::panic::catch_unwind(|| String::from("redd").into_color());
    drop(std::panic::take_hook());
    assert!(result.is_err());
    assert_eq!(*seen.lock().expect("no panic holds it"), Some(line));
}
