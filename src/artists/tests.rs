use crate::artist::{Artist, Obstacles};
use crate::artists::{Line, Scatter};
use crate::axis::{AxisMap, Scale};
use crate::geom::{Limits, Rect};
use crate::project::Projection;

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
