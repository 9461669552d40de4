use std::sync::Arc;

use super::*;
use crate::axis::{AxisMap, Scale};
use crate::geom::{Limits, Size};
use crate::style::Theme;
use crate::text::{Fonts, HAlign, VAlign};

#[test]
fn wedges_and_their_words_are_matplotlibs() {
    // matplotlib 3.11: pie([35, 25, 30, 10], explode=[0, 0.1, 0, 0.2], startangle=40, counterclock=False)
    let pie = Pie::new([35, 25, 30, 10]).labels(["a", "b", "c", "d"]).explode([0.0, 0.1, 0.0, 0.2]).startangle(40);
    let pie = pie.counterclock(false).autopct("{:.1}%");
    let (wedges, want) = (
        pie.wedges(),
        [
            (-86.0, 40.0, (0.0, 0.0), (1.0126, -0.4298), (0.5523, -0.2344), HAlign::Left, "35.0%"),
            (-176.0, -86.0, (-0.0656, -0.0755), (-0.7873, -0.9057), (-0.4592, -0.5283), HAlign::Right, "25.0%"),
            (-284.0, -176.0, (0.0, 0.0), (-0.70707, 0.8426), (-0.3857, 0.4596), HAlign::Right, "30.0%"),
            (-320.0, -284.0, (0.106, 0.1696), (0.6889, 1.1025), (0.4239, 0.6784), HAlign::Left, "10.0%"),
        ],
    );
    let words = pie.words(&wedges);
    let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs() < 1e-4 && (a.1 - b.1).abs() < 1e-4;
    for (i, (from, to, center, label, share, ha, text)) in want.into_iter().enumerate() {
        assert!(near((wedges[i].from, wedges[i].from + wedges[i].turn), (from, to)), "{i}");
        assert!(near(wedges[i].center, center) && near(words[i].at, label) && near(words[4 + i].at, share), "{i}");
        assert_eq!((words[i].ha, words[4 + i].text.as_str()), (ha, text));
    }
    // pie([3, 0, 1], rotatelabels=True)
    let turned = Pie::new([3, 0, 1]).labels(["a", "b", "c"]).rotatelabels(true);
    let words = turned.words(&turned.wedges());
    let stand = |i: usize| (words[i].angle, words[i].ha, words[i].va);
    assert_eq!(stand(0), (315.0, HAlign::Right, VAlign::Bottom));
    assert_eq!(stand(2), (315.0, HAlign::Left, VAlign::Top));
}

/// matplotlib 3.11, `pie([1, 1], explode=[0.1, 0], shadow=True)` with 100 dots per inch: `Shadow` moves a wedge by 0.02 * 100 / 72.
#[test]
fn shadows_are_matplotlibs() {
    let pie = Pie::new([1, 1]).explode([0.1, 0.0]);
    let shadow = pie.wedges()[0].shadow();
    assert!((shadow.center.0 - -0.027_777_778).abs() < 1e-8 && (shadow.center.1 - 0.072_222_222).abs() < 1e-8);
}

#[test]
fn shares_of_any_size_are_shares() {
    let turns = |pie: Pie| pie.wedges().iter().map(|wedge| wedge.turn).collect::<Vec<_>>();
    assert_eq!(turns(Pie::new([f64::MAX, f64::MAX])), [180.0, 180.0]);
    assert_eq!(turns(Pie::new([1e-300, 3e-300])), [90.0, 270.0]);
    assert_eq!(turns(Pie::new([f64::NAN, -1.0, f64::INFINITY, 2.0])), [0.0, 0.0, 0.0, 360.0]);
    assert_eq!(turns(Pie::new([0.0, 0.0])), [0.0, 0.0]);
    assert_eq!(turns(Pie::new([0.25, 0.5]).normalize(false)), [90.0, 180.0]);
    assert!(turns(Pie::new([0.0; 0])).is_empty());
    // turned very far
    let far = Pie::new([1, 3]).startangle(1e17).wedges();
    assert!((far[1].from - far[0].from - 90.0).abs() < 1e-9 && far[0].from.abs() < 360.0, "{}", far[1].from);
}

#[test]
fn colours_are_the_next_ones_of_the_cycle() {
    let mut cycle = ColorCycle::default();
    cycle.next_fill();
    let mut pie = Pie::new([1, 2, 3]);
    pie.take_color(&mut cycle);
    assert_eq!(
        (pie.color_of(0), pie.color_of(2), cycle.next_fill()),
        (Color::cycle(1), Color::cycle(3), Color::cycle(4))
    );
}

#[test]
fn a_pie_reaches_as_far_as_the_border_that_the_theme_gives_it() {
    let map = |from, to| AxisMap::new(Scale::Linear, Limits::new(-1.25, 1.25), from, to);
    let (area, theme) = (Rect::new(0.0, 0.0, 300.0, 300.0), Arc::new(Theme::slides()));
    let ruler = Obstacles::new(area, Size::new(300, 300), 2.0, (&Fonts::default(), Some(&theme)));
    let pie = || Pie::new([1, 2]).edgecolor("k");
    let reach = |pie: Pie| pie.reach(&Projection::of_maps(map(0.0, 300.0), map(300.0, 0.0)), &ruler);
    assert_eq!(reach(pie()), reach(pie().linewidth(theme.patch_edge_width)));
    assert_ne!(reach(pie()), reach(pie().linewidth(1)));
}
