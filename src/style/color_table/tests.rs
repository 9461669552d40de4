use super::*;
use crate::style::Extend;

#[test]
fn a_table_has_the_colours_of_the_map() {
    let marked = Colormap::VIRIDIS.with_under("red").with_over("blue").with_bad("lime");
    let maps = [Colormap::VIRIDIS, marked, Colormap::TAB10, Colormap::TWILIGHT, Colormap::listed("one", &["red"])];
    let boundary = Norm::boundary([0.0, 1.0, 5.0, 7.0]).extend(Extend::Max);
    let norms = [
        Norm::Linear,
        Norm::Log,
        Norm::Centered { center: 3.0 },
        Norm::TwoSlope { center: 3.0 },
        Norm::symlog(1),
        boundary,
    ];
    let all = [Limits::new(0.1, 7.3), Limits::new(7.3, 0.1), Limits::new(2.0, 2.0), Limits::new(-f64::MAX, f64::MAX)];
    let mut values = vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, 1e300, -1e300, f64::MIN_POSITIVE];
    for i in 0..=2000 {
        let value = 0.1 + 7.2 * f64::from(i - 500) / 1000.0;
        values.extend([value, value.next_up(), value.next_down()]);
    }
    // borders of entries, and their neighbours
    for i in 0..=256 {
        let value = 0.1 + 7.2 * f64::from(i) / 256.0;
        values.extend([value, value.next_up(), value.next_down()]);
    }
    for map in &maps {
        for norm in &norms {
            for limits in all {
                let ramp = norm.over_map(limits, map.entries());
                let mut colors = Vec::new();
                ColorTable::new(map, norm, limits).colors(&values, &mut colors);
                for (value, color) in values.iter().zip(colors) {
                    assert_eq!(color, map.at(ramp.at(*value)), "{value} {} {norm:?} {limits:?}", map.name());
                }
            }
        }
    }
}
