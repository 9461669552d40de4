mod rug;

use crate::artist::{Artist, ArtistExt, Obstacles};
use crate::artists::{Line, Scatter};
use crate::axis::{AxisMap, Scale};
use crate::figure::Figure;
use crate::geom::{Extent, Limits, Rect, Size};
use crate::project::Projection;
use crate::style::Color;
use crate::text::Fonts;

#[test]
fn a_legend_asks_lines_and_scatters_for_no_more() {
    let many: Vec<f64> = (0..100_000).map(f64::from).collect();
    let axis = AxisMap::new(Scale::Linear, Limits::new(0.0, 99_999.0), 0.0, 500.0);
    let both = Projection::of_maps(axis.clone(), axis);
    let asked = |artist: &dyn Artist| {
        let area = Rect::new(0.0, 0.0, 500.0, 500.0);
        let mut obstacles = Obstacles::new(area, Size::new(500, 500), 1.0, (Fonts::NONE, None));
        artist.obstacles(&both, &mut obstacles);
        let points = [obstacles.lines.concat(), obstacles.points].concat();
        // from one end to the other
        let last = points[points.len() - 1];
        assert_eq!((points[0].x, points[0].y, last.x, last.y), (0.0, 0.0, 500.0, 500.0));
        points.len()
    };
    assert_eq!(asked(&Line::new(&many, &many)), 2000);
    assert_eq!(asked(&Scatter::new(&many, &many)), 2000);
}

/// The artist that CONTRIBUTING.md shows has all that one needs.
#[test]
fn the_artist_of_the_guide_is_one() {
    let guide = include_str!("../../../CONTRIBUTING.md");
    assert!(guide.contains(include_str!("rug.rs")), "CONTRIBUTING.md has another text than src/artists/tests/rug.rs");
    let mut fig = Figure::pixels(100, 100);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    let rug = fig[ax].rug([0.25, 0.75]);
    fig[ax].set_xlim(0, 1).set_ylim(0, 1).set_frame(false);
    assert_eq!(fig[rug].get_color(), Color::cycle(0));
    fig[rug].set_color("red").set_label("values").set_data([0.5, f64::NAN]);
    assert_eq!(fig[rug].bounds().x, Extent::of([0.5]));
    let frame = fig.render();
    let red = |x, y| frame.pixel(x, y)[1] < 200;
    assert!(red(50, 95) && !red(25, 95) && !red(75, 95) && !red(50, 80));
    fig[ax].legend();
    assert_ne!(fig.render(), frame);
}
