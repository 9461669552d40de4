//! Fonts that programs bring along.

use std::path::Path;
use std::thread;

use grabframe::ErrorKind;
use grabframe::prelude::*;

/// Fonts of Debian's packages that tests are made with; `.ci/run` installs them.
pub const DEJAVU: &str = "truetype/dejavu/DejaVuSans.ttf";
/// A collection of two.
pub const CHINESE: &str = "truetype/wqy/wqy-microhei.ttc";
pub const ARABIC: &str = "opentype/fonts-hosny-amiri/Amiri-Regular.ttf";
/// With cubic curves.
pub const CFF: &str = "opentype/cantarell/Cantarell-Regular.otf";

/// The bytes of one of these; if it is not there, says which test is skipped. In CI nothing may be skipped.
pub fn read(font: &str, test: &str) -> Option<Vec<u8>> {
    let bytes = std::fs::read(Path::new("/usr/share/fonts").join(font)).ok();
    if bytes.is_none() {
        assert!(std::env::var_os("GRABFRAME_CI").is_none(), "{font} is missing in CI");
        eprintln!("skipped {test}: the font {font} was not found");
    }
    bytes
}

fn font(name: &str, test: &str) -> Option<Font> {
    Some(Font::new(read(name, test)?).unwrap())
}

/// A figure with that title.
fn titled(title: &str, fonts: &[&Font]) -> Figure {
    let mut fig = Figure::pixels(320, 240);
    for font in fonts {
        fig.add_font(font);
    }
    let ax = fig.add_axes();
    fig[ax].set_title(title);
    fig
}

#[test]
fn what_is_no_font_is_refused() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.ttf");
    std::fs::write(&path, b"<html>").unwrap();
    let error = Font::open(&path).unwrap_err();
    assert_eq!((error.kind(), error.path()), (ErrorKind::BadFont, Some(path.as_path())));
    assert_eq!(
        error.to_string(),
        format!(
            "cannot use `{}` as a font: it is no TrueType or OpenType font (.ttf, .otf, .ttc), or it is damaged",
            path.display()
        )
    );
    assert_eq!(Font::open(dir.path().join("b.ttf")).unwrap_err().kind(), ErrorKind::Io);
    let error = Font::new(b"wOF2.....").unwrap_err();
    assert!(
        error.to_string().starts_with("these bytes cannot be used as a font: it is packed for web pages"),
        "{error}"
    );
    assert!(error.reason().is_some_and(|r| r.ends_with(".otf")) && error.path().is_none());
    for cut in [0, 4, 11, 12] {
        assert_eq!(Font::new(&b"\0\x01\0\0\0\x09\0\0\0\0\0\0"[..cut]).unwrap_err().kind(), ErrorKind::BadFont);
    }
}

#[test]
fn collections_have_fonts_by_number() {
    let Some(first) = font(CHINESE, "collections") else { return };
    assert_eq!(first.name(), "WenQuanYi Micro Hei");
    let second = first.index(1).unwrap();
    assert_eq!((second.name(), first.index(0).unwrap().name()), ("WenQuanYi Micro Hei Mono", first.name()));
    let error = second.index(2).unwrap_err();
    assert!(error.to_string().ends_with("it has fonts 0 to 1, and no 2"), "{error}");
    assert!(first == first.clone() && first != second);
    assert_eq!(format!("{second:?}"), "Font(\"WenQuanYi Micro Hei Mono\")");
}

#[test]
fn fonts_are_asked_in_their_order_and_for_what_is_missing_only() {
    let test = "the order of fonts";
    let (Some(chinese), Some(arabic)) = (font(CHINESE, test), font(ARABIC, test)) else { return };
    let pixels = |title: &str, fonts: &[&Font]| titled(title, fonts).render();
    // letters that the embedded font has are its own
    assert_eq!(pixels("Velocity ± 3 µm", &[&chinese]), pixels("Velocity ± 3 µm", &[]));
    let boxes = pixels("速度", &[]);
    assert_ne!(pixels("速度", &[&chinese]), boxes);
    assert_eq!(pixels("速度", &[&arabic]), boxes, "it has none of them");
    assert_eq!(pixels("速度", &[&arabic, &chinese]), pixels("速度", &[&chinese]));
    let mono = chinese.index(1).unwrap();
    // both have it, with other widths: the first is asked
    let quoted = "ｆ〒ﾊﾟ";
    assert_eq!(pixels(quoted, &[&mono, &chinese]), pixels(quoted, &[&mono]));
    let mut fig = titled("速度", &[&chinese]);
    fig.add_font(&arabic).add_font(&chinese);
    assert_eq!(fig.get_fonts(), [chinese.clone(), arabic.clone()]);
    fig.set_fonts(&[]);
    assert_eq!(fig.render(), boxes);
    assert_eq!(fig.fonts(&[arabic, chinese.clone()]).render(), pixels("速度", &[&chinese]));
}

#[test]
fn a_renderer_that_is_used_again_does_not_mix_fonts_up() {
    let test = "one renderer for two fonts";
    let (Some(chinese), Some(arabic)) = (font(CHINESE, test), font(ARABIC, test)) else { return };
    let mut renderer = Renderer::new();
    // glyphs of the same numbers
    for fonts in [[&chinese, &arabic], [&arabic, &chinese]] {
        let fig = titled("سرعة 速度", &fonts);
        assert_eq!(*renderer.render(&fig), fig.render());
    }
}

/// What was kept of axes was written without the font.
#[test]
fn a_font_that_comes_later_is_seen_in_words_that_stand_still() {
    let Some(chinese) = font(CHINESE, "a font that comes later") else { return };
    let mut fig = Figure::pixels(320, 240);
    let ax = fig.add_axes();
    fig[ax].text(0.5, 0.5, "速度");
    let mut renderer = Renderer::new();
    for _ in 0..3 {
        assert!(*renderer.render(&fig) == fig.render());
    }
    let boxes = fig.render();
    fig.add_font(&chinese);
    assert!(*renderer.render(&fig) == fig.render() && fig.render() != boxes);
    fig.set_fonts(&[]);
    assert!(*renderer.render(&fig) == boxes);
    // and in axes over others
    let mut fig = Figure::pixels(320, 240);
    let ax = fig.add_axes();
    let twin = fig.twin_x(ax);
    fig[twin].set_ylabel("速度");
    for _ in 0..3 {
        renderer.render(&fig);
    }
    fig.add_font(&chinese);
    assert!(*renderer.render(&fig) == fig.render());
}

#[test]
fn any_number_of_threads_draws_the_same() {
    let Some(font) = font(ARABIC, "fonts and threads") else { return };
    let fig = titled("سرعة الجسم 12.5 (m/s)", &[&font]);
    let drawn: Vec<(Frame, String)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| (fig.render(), fig.to_svg()))).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    for other in &drawn[1..] {
        assert!(*other == drawn[0]);
    }
}

/// The sign of the manat, which DejaVu Sans has not: an arc of cubic curves, which a vector file has as they were drawn.
#[test]
fn cubic_outlines() {
    let Some(font) = font(CFF, "cubic outlines") else { return };
    let fig = titled("\u{20bc}", &[&font]);
    let (svg, plain) = (fig.to_svg(), titled("\u{20bc}", &[]).to_svg());
    let curves = |svg: &str| svg.lines().filter(|l| l.starts_with("<path id=") && l.contains('c')).count();
    assert_eq!(curves(&svg), curves(&plain) + 1, "{svg}");
    assert_ne!(fig.render(), titled("\u{20bc}", &[]).render());
}
