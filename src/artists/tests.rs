use crate::artist::common::places;
use crate::artist::{Artist, Obstacles};
use crate::artists::{Line, Scatter};
use crate::axis::{AxisMap, Scale};
use crate::geom::{Limits, Rect};
use crate::project::Projection;

#[test]
fn of_very_many_values_some_are_asked() {
    let few: Vec<f64> = (0..2000).map(f64::from).collect();
    assert_eq!(places(&few), few);
    let many: Vec<f64> = (0..1_000_000).map(f64::from).collect();
    let some = places(&many);
    assert_eq!((some.len(), some[0], some[1999]), (2000, 0.0, 999_999.0));
    assert!(some.windows(2).all(|w| (500.0..=501.0).contains(&(w[1] - w[0]))));
}

#[test]
fn a_legend_asks_lines_and_scatters_for_no_more() {
    let many: Vec<f64> = (0..100_000).map(f64::from).collect();
    let axis = AxisMap::new(Scale::Linear, Limits::new(0.0, 99_999.0), 0.0, 500.0);
    let both = Projection::of_maps(axis.clone(), axis);
    let asked = |artist: &dyn Artist| {
        let mut obstacles = Obstacles::new(Rect::new(0.0, 0.0, 500.0, 500.0), 1.0);
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
