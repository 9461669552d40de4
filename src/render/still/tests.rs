use super::same_background;
use crate::artist::ArtistExt as _;
use crate::artists::{Image, Line};
use crate::axis::Ticks;
use crate::figure::{Axes, Colorbar, Figure, Key, Legend};
use crate::layout::Layout;
use crate::scene::Scene;

/// Whether the background is kept when this changes in axes with an image, its colorbar, and a line.
fn kept(change: impl Fn(&mut Figure, (Key<Axes>, Key<Image>, Key<Colorbar>))) -> bool {
    let mut fig = Figure::pixels(320, 240);
    let ax = fig.add_axes();
    let image = fig[ax].add(Image::new([[0.0, 1.0], [2.0, 3.0]]).clim(0, 3));
    fig[ax].add(Line::new([0, 1], [0, 1]).label("line"));
    fig[ax]
        .set_title("title")
        .set_aspect("auto")
        .set_xlim(0, 1)
        .set_ylim(0, 1)
        .set_xticks(Ticks::none())
        .set_yticks(Ticks::none());
    let bar = fig.colorbar(image);
    let old = Layout::of(&fig);
    let before = Scene::new(&fig, &old);
    change(&mut fig, (ax, image, bar));
    let new = Layout::of(&fig);
    assert_ne!(old, new, "this changes nothing");
    same_background((&old, &before), (&new, &Scene::new(&fig, &new)))
}

#[test]
fn what_is_over_the_background_leaves_it() {
    assert!(
        kept(|fig, (ax, ..)| {
            fig[ax].set_xlim(0, 2);
        }),
        "limits"
    );
    assert!(
        kept(|fig, (ax, ..)| {
            fig[ax].set_xscale("log").set_xlim(1, 2);
        }),
        "a scale"
    );
    assert!(
        kept(|fig, (ax, ..)| {
            fig[ax].legend();
        }),
        "a legend"
    );
    assert!(
        kept(|fig, (ax, ..)| {
            fig[ax].set_spine("top", false);
        }),
        "a line of the frame"
    );
    assert!(
        kept(|fig, _| {
            fig.legend(Legend::new());
        }),
        "a legend of the figure"
    );
}

#[test]
fn what_is_in_the_background_paints_it_anew() {
    assert!(
        !kept(|fig, (ax, ..)| {
            fig[ax].set_title("other");
        }),
        "words"
    );
    assert!(
        !kept(|fig, _| {
            fig.suptitle("over all");
        }),
        "words of the figure"
    );
    assert!(
        !kept(|fig, (ax, ..)| {
            fig[ax].set_xticks([0, 1]);
        }),
        "ticks"
    );
    assert!(
        !kept(|fig, (ax, ..)| {
            fig[ax].set_facecolor("gray");
        }),
        "a face"
    );
    assert!(
        !kept(|fig, _| {
            fig.set_facecolor("gray");
        }),
        "the face of the figure"
    );
    assert!(
        !kept(|fig, (_, image, _)| {
            fig[image].set_cmap("gray");
        }),
        "a colormap"
    );
    assert!(
        !kept(|fig, (_, image, _)| {
            fig[image].set_alpha(0.5);
        }),
        "an opacity"
    );
    assert!(
        !kept(|fig, (.., bar)| {
            fig[bar].set_location("left");
        }),
        "a side"
    );
    assert!(
        !kept(|fig, _| {
            fig.add_axes_at(0.7, 0.1, 0.1, 0.1);
        }),
        "axes"
    );
    assert!(
        !kept(|fig, _| {
            fig.set_theme("dark");
        }),
        "a theme"
    );
}
