use super::*;

#[test]
fn a_mark_belongs_to_one_length_and_is_not_seen() {
    let (theme, mut own) = (Theme::matplotlib(), Theme::matplotlib());
    for (at, marked) in MARKED.iter().enumerate() {
        assert_eq!(MARKED.iter().filter(|other| other.to_bits() == marked.to_bits()).count(), 1);
        let known = theme.lengths()[at];
        assert_eq!(theme.length(*marked), known);
        assert_eq!(plain(*marked), known);
        assert!((marked - known).abs() < 5e-5);
        // that which a program set is not the theme's
        assert_eq!(mark(known), None, "{known}");
    }
    own.line_width = 7.0;
    assert_eq!((own.length(theme::LINE_WIDTH), own.length(1.5)), (7.0, 1.5));
    assert_eq!(plain_all(&[theme::LINE_WIDTH]), [1.5]);
    assert_eq!(plain_all(&[1.0, 2.0]), [1.0, 2.0]);
}

#[test]
fn matplotlibs_theme_is_what_colors_say_without_one() {
    let theme = Theme::matplotlib();
    let roles = [theme::TEXT, theme::LABEL, theme::TICK_LABEL, theme::TICK, theme::SPINE, theme::EDGE];
    for color in roles.into_iter().chain([theme::FIGURE_FACE, theme::AXES_FACE, theme::GRID_COLOR]) {
        assert_eq!(theme.color(color), color);
        assert_eq!(theme.color(color.with_alpha(0.3)), color.with_alpha(0.3));
    }
    for turn in 0..500 {
        assert_eq!(theme.color(Color::turn(turn)), Color::cycle(turn));
    }
}

#[test]
fn colours_of_a_theme_are_its_own_and_others_stay() {
    let mut theme = Theme::dark();
    assert_eq!(theme.color(theme::TEXT), theme.text_color);
    assert_eq!(theme.color(Color::BLACK), Color::BLACK);
    assert_eq!(theme.color(Color::turn(11)), theme.cycle[1]);
    assert_eq!(theme.color(Color::TAB_ORANGE), Color::TAB_ORANGE);
    let third = Color::parse("C2").expect("a colour");
    assert_eq!((third, theme.color(third)), (Color::TAB_GREEN, theme.cycle[2]));
    assert_eq!(theme.color(third.with_alpha(0.5)), theme.cycle[2].with_alpha(0.5));
    theme.cycle = vec![third];
    assert_eq!(theme.color(theme.color(third)), Color::TAB_GREEN);
    theme.cycle.clear();
    assert_eq!(theme.color(third), theme.edge_color);
}

#[test]
fn the_colours_that_all_eyes_tell_apart() {
    // those of matplotlib's sequences, in another order
    let known = ["#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"];
    let known = known.map(|text| Color::parse(text).expect("a colour"));
    let ours = Theme::okabe_ito();
    assert!(ours.len() == 8 && known.iter().all(|color| ours.contains(color)));
    for (i, color) in known.iter().enumerate() {
        assert_eq!(Colormap::OKABE_ITO.lut()[i], color.channels());
    }
    assert_eq!(Theme::petroff10().len(), 10);
    assert_eq!(Theme::petroff10()[9], Color::rgb(0x92, 0xda, 0xdd));
}

#[test]
#[should_panic(expected = "a theme has lengths from 0 to 1000 points, not NaN")]
fn a_theme_that_cannot_be_drawn() {
    let _ = Theme { font_size: f32::NAN, ..Theme::paper() }.checked();
}
