use super::places;
use crate::artists::{Contour, Image, Line};
use crate::figure::{Axes, Figure, Key};
use crate::geom::Clip;
use crate::layout::Layout;
use crate::render::Renderer;
use crate::scene::Scene;

/// Nine axes with a title each, and the places in which the background differs after this change of the one in the middle.
fn changed(change: impl Fn(&mut Figure, Key<Axes>)) -> Option<Vec<Clip>> {
    let mut fig = Figure::pixels(900, 900);
    let all = fig.subplots(3, 3);
    for ax in all.iter() {
        fig[ax].set_xlim(0, 1).set_ylim(0, 1).set_title("a title").set_xlabel("x");
        fig[ax].add(Line::new([0.0, 1.0], [0.0, 1.0]));
    }
    mended(&mut fig, |fig| change(fig, all[(1, 1)]))
}

/// The places in which the background of a figure differs after a change; what is drawn then is what a new renderer draws.
fn mended(fig: &mut Figure, change: impl FnOnce(&mut Figure)) -> Option<Vec<Clip>> {
    let old = Layout::of(fig);
    let before = Scene::new(fig, &old);
    let mut renderer = Renderer::new();
    for _ in 0..3 {
        renderer.render(fig);
    }
    change(fig);
    let size = fig.size();
    for _ in 0..2 {
        assert!(*renderer.render(fig) == fig.render(), "{size:?}");
    }
    let new = Layout::of(fig);
    places((&old, &before), (&new, &Scene::new(fig, &new)))
}

fn share(places: &[Clip]) -> f64 {
    places.iter().map(|p| super::area(*p) as f64).sum::<f64>() / (900.0 * 900.0)
}

#[test]
fn a_title_costs_a_title() {
    let places = changed(|fig, ax| _ = fig[ax].set_title("another")).unwrap();
    assert!(places.len() == 1 && share(&places) < 0.015, "{places:?}");
    let places = changed(|fig, _| _ = fig.suptitle("all of it")).unwrap();
    assert!(places.len() == 1 && share(&places) < 0.02, "{places:?}");
    let places = changed(|fig, ax| _ = fig[ax].set_title("").set_xlabel("")).unwrap();
    assert!(places.len() == 2 && share(&places) < 0.02, "{places:?}");
}

#[cfg(feature = "fonts")]
#[test]
fn a_title_costs_a_title_in_fonts_of_a_program_too() {
    let mut fig = Figure::pixels(900, 900);
    fig.add_font(&crate::text::Font::new(include_bytes!("../../text/DejaVuSans-Oblique.ttf")).unwrap());
    let ax = fig.add_axes();
    fig[ax].set_title("a title");
    let places = mended(&mut fig, |fig| _ = fig[ax].set_title("another")).unwrap();
    assert!(places.len() == 1 && share(&places) < 0.02, "{places:?}");
}

#[test]
fn equal_words_and_ticks_at_one_place_are_counted() {
    let mut fig = Figure::pixels(300, 200);
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 1).set_xticks([0, 1]);
    for ticks in [vec![0, 1, 1], vec![0, 0, 1], vec![0, 1]] {
        let places = mended(&mut fig, |fig| _ = fig[ax].set_xticks(ticks)).unwrap();
        assert_eq!(places.len(), 1, "{places:?}");
    }
    // and so is which of two lies over the other
    fig[ax].set_xticklabels([0.5, 0.51], ["one", "two"]);
    let places = mended(&mut fig, |fig| _ = fig[ax].set_xticklabels([0.51, 0.5], ["two", "one"])).unwrap();
    assert_eq!(places.len(), 1, "{places:?}");
}

/// How much of a pixel a path covers is reckoned from where it is cut off, in pictures of any size.
#[test]
fn tips_and_hatches_of_colorbars_are_not_cut_through() {
    for (size, side) in (0..40).flat_map(|size| [(size, "right"), (size, "bottom")]) {
        let mut fig = Figure::pixels(240 + 7 * size, 180 + 5 * size);
        let axs = fig.subplots(1, 2);
        let (left, right) = (axs[(0, 0)], axs[(0, 1)]);
        let image = fig[left].add(Image::new([[0.0, 1.0], [2.0, 3.0]]).clim(0, 3));
        let tips = fig.colorbar(image);
        fig[tips].set_extend("both").set_location(side);
        let bands = Contour::new([[0.0, 1.0], [2.0, 3.0]]).at([0.0, 1.0, 2.0, 3.0]).filled().hatches(["xx", "/", "o"]);
        let bands = fig[right].add(bands);
        let hatched = fig.colorbar(bands);
        fig[hatched].set_location(side);
        for step in 1..3 {
            let places = mended(&mut fig, |fig| {
                fig[image].set_clim(-7 * step, 30 + step);
                fig[hatched].set_label(format!("{step}"));
            });
            // the bars are mended as a whole, and nothing else
            assert!(places.is_some_and(|places| places.len() <= 4), "{side}");
        }
    }
}

#[test]
fn ticks_cost_ticks() {
    // one strip for both ticks and labels, or one each, along an axis
    let places = changed(|fig, ax| _ = fig[ax].set_xlim(0, 7)).unwrap();
    assert!(!places.is_empty() && places.len() <= 4 && share(&places) < 0.04, "{places:?}");
    let places = changed(|fig, ax| _ = fig[ax].set_xlim(0, 7).set_ylim(-300, 2)).unwrap();
    assert!(places.len() <= 6 && share(&places) < 0.09, "{places:?}");
}

#[test]
fn nothing_costs_nothing_and_another_page_all_of_it() {
    assert_eq!(changed(|_, _| {}), Some(Vec::new()));
    assert_eq!(changed(|fig, ax| _ = fig[ax].set_title_weight("bold")).map(|places| places.len()), Some(1));
    assert_eq!(changed(|fig, _| _ = fig.set_facecolor("0.9")), None);
    assert_eq!(changed(|fig, ax| _ = fig[ax].set_facecolor("0.9")), None);
}
