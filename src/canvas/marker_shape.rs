//! The shapes of markers: matplotlib's, for a marker size of one pixel, `y` downward.

use crate::geom::Point;
use crate::style::{Half, Join, Marker};

/// What a marker is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    Nothing,
    /// One pixel, whatever the size.
    Pixel,
    /// A disc of this radius.
    Disc(f32),
    /// A closed polygon with an inside, and how its edge turns.
    Polygon(&'static [[f32; 2]], Join),
    /// Lines without an inside.
    Lines(&'static [[[f32; 2]; 2]]),
}

/// Half of a square's diagonal.
const H: f32 = std::f32::consts::FRAC_1_SQRT_2;
const SQUARE: &[[f32; 2]] = &[[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]];
const UP: &[[f32; 2]] = &[[0.0, -0.5], [0.5, 0.5], [-0.5, 0.5]];
const DOWN: &[[f32; 2]] = &[[0.0, 0.5], [-0.5, -0.5], [0.5, -0.5]];
const LEFT: &[[f32; 2]] = &[[-0.5, 0.0], [0.5, -0.5], [0.5, 0.5]];
const RIGHT: &[[f32; 2]] = &[[0.5, 0.0], [-0.5, 0.5], [-0.5, -0.5]];
const DIAMOND: &[[f32; 2]] = &[[0.0, -H], [H, 0.0], [0.0, H], [-H, 0.0]];
const THIN_DIAMOND: &[[f32; 2]] = &[[0.0, -H], [0.6 * H, 0.0], [0.0, H], [-0.6 * H, 0.0]];
const PENTAGON: &[[f32; 2]] = &[
    [0.0, -0.5],
    [-0.475_528_3, -0.154_508_5],
    [-0.293_892_6, 0.404_508_5],
    [0.293_892_6, 0.404_508_5],
    [0.475_528_3, -0.154_508_5],
];
const HEXAGON1: &[[f32; 2]] =
    &[[0.0, -0.5], [-0.433_012_7, -0.25], [-0.433_012_7, 0.25], [0.0, 0.5], [0.433_012_7, 0.25], [0.433_012_7, -0.25]];
const HEXAGON2: &[[f32; 2]] =
    &[[-0.25, -0.433_012_7], [-0.5, 0.0], [-0.25, 0.433_012_7], [0.25, 0.433_012_7], [0.5, 0.0], [0.25, -0.433_012_7]];
const OCTAGON: &[[f32; 2]] = &[
    [-0.191_341_7, -0.461_939_8],
    [-0.461_939_8, -0.191_341_7],
    [-0.461_939_8, 0.191_341_7],
    [-0.191_341_7, 0.461_939_8],
    [0.191_341_7, 0.461_939_8],
    [0.461_939_8, 0.191_341_7],
    [0.461_939_8, -0.191_341_7],
    [0.191_341_7, -0.461_939_8],
];
const STAR: &[[f32; 2]] = &[
    [0.0, -0.5],
    [-0.112_257, -0.154_508_5],
    [-0.475_528_3, -0.154_508_5],
    [-0.181_635_6, 0.059_017],
    [-0.293_892_6, 0.404_508_5],
    [0.0, 0.190_983],
    [0.293_892_6, 0.404_508_5],
    [0.181_635_6, 0.059_017],
    [0.475_528_3, -0.154_508_5],
    [0.112_257, -0.154_508_5],
];
const T: f32 = 1.0 / 6.0;
const PLUS_FILLED: &[[f32; 2]] = &[
    [-T, -0.5],
    [T, -0.5],
    [T, -T],
    [0.5, -T],
    [0.5, T],
    [T, T],
    [T, 0.5],
    [-T, 0.5],
    [-T, T],
    [-0.5, T],
    [-0.5, -T],
    [-T, -T],
];
const X_FILLED: &[[f32; 2]] = &[
    [-0.25, -0.5],
    [0.0, -0.25],
    [0.25, -0.5],
    [0.5, -0.25],
    [0.25, 0.0],
    [0.5, 0.25],
    [0.25, 0.5],
    [0.0, 0.25],
    [-0.25, 0.5],
    [-0.5, 0.25],
    [-0.25, 0.0],
    [-0.5, -0.25],
];
const VLINE: &[[[f32; 2]; 2]] = &[[[0.0, -0.5], [0.0, 0.5]]];
const HLINE: &[[[f32; 2]; 2]] = &[[[-0.5, 0.0], [0.5, 0.0]]];
const PLUS: &[[[f32; 2]; 2]] = &[[[-0.5, 0.0], [0.5, 0.0]], [[0.0, -0.5], [0.0, 0.5]]];
const X: &[[[f32; 2]; 2]] = &[[[-0.5, -0.5], [0.5, 0.5]], [[-0.5, 0.5], [0.5, -0.5]]];
const O: [f32; 2] = [0.0, 0.0];
const TRI_DOWN: &[[[f32; 2]; 2]] = &[[O, [0.0, 0.5]], [O, [0.4, -0.25]], [O, [-0.4, -0.25]]];
const TRI_UP: &[[[f32; 2]; 2]] = &[[O, [0.0, -0.5]], [O, [0.4, 0.25]], [O, [-0.4, 0.25]]];
const TRI_LEFT: &[[[f32; 2]; 2]] = &[[O, [-0.5, 0.0]], [O, [0.25, 0.4]], [O, [0.25, -0.4]]];
const TRI_RIGHT: &[[[f32; 2]; 2]] = &[[O, [0.5, 0.0]], [O, [-0.25, 0.4]], [O, [-0.25, -0.4]]];

pub(crate) fn shape(marker: &Marker) -> Shape {
    match marker {
        Marker::None => Shape::Nothing,
        Marker::Point => Shape::Disc(0.25),
        Marker::Pixel => Shape::Pixel,
        Marker::Circle => Shape::Disc(0.5),
        Marker::TriangleDown => Shape::Polygon(DOWN, Join::Miter),
        Marker::TriangleUp => Shape::Polygon(UP, Join::Miter),
        Marker::TriangleLeft => Shape::Polygon(LEFT, Join::Miter),
        Marker::TriangleRight => Shape::Polygon(RIGHT, Join::Miter),
        Marker::TriDown => Shape::Lines(TRI_DOWN),
        Marker::TriUp => Shape::Lines(TRI_UP),
        Marker::TriLeft => Shape::Lines(TRI_LEFT),
        Marker::TriRight => Shape::Lines(TRI_RIGHT),
        Marker::Octagon => Shape::Polygon(OCTAGON, Join::Miter),
        Marker::Square => Shape::Polygon(SQUARE, Join::Miter),
        Marker::Pentagon => Shape::Polygon(PENTAGON, Join::Miter),
        Marker::PlusFilled => Shape::Polygon(PLUS_FILLED, Join::Miter),
        Marker::Star => Shape::Polygon(STAR, Join::Bevel),
        Marker::Hexagon1 => Shape::Polygon(HEXAGON1, Join::Miter),
        Marker::Hexagon2 => Shape::Polygon(HEXAGON2, Join::Miter),
        Marker::Plus => Shape::Lines(PLUS),
        Marker::X => Shape::Lines(X),
        Marker::XFilled => Shape::Polygon(X_FILLED, Join::Miter),
        Marker::Diamond => Shape::Polygon(DIAMOND, Join::Miter),
        Marker::ThinDiamond => Shape::Polygon(THIN_DIAMOND, Join::Miter),
        Marker::VLine => Shape::Lines(VLINE),
        Marker::HLine => Shape::Lines(HLINE),
    }
}

/// The straight line that cuts a marker into halves, and the half that is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    half: Half,
    /// Where the line is, from the marker's middle.
    at: f32,
}

impl Cut {
    /// Of a marker of this size; `by` so many pixels over the line.
    pub(crate) fn new(marker: &Marker, half: Half, size: f32, by: f32) -> Self {
        // matplotlib's: through the middle, but for what is broader on one side
        let along_x = matches!(half, Half::Left | Half::Right);
        let share = match marker {
            Marker::TriangleLeft if along_x => 0.1,
            Marker::TriangleRight if along_x => -0.1,
            Marker::TriangleUp if !along_x => 0.1,
            Marker::TriangleDown if !along_x => -0.1,
            Marker::Pentagon if !along_x => -0.154_508_5,
            Marker::Star if !along_x => 0.059_017,
            _ => 0.0,
        };
        let over = if matches!(half, Half::Left | Half::Top) { by } else { -by };
        Self { half, at: share * size + over }
    }

    /// How far a point lies within.
    fn depth(&self, p: Point) -> f32 {
        match self.half {
            Half::Left => self.at - p.x,
            Half::Right => p.x - self.at,
            Half::Top => self.at - p.y,
            Half::Bottom => p.y - self.at,
        }
    }

    /// Leaves of a polygon, the points from `from` on, what lies within.
    pub(crate) fn cut(&self, points: &mut Vec<Point>, from: usize) {
        let corners = points.split_off(from);
        let Some(mut a) = corners.last().copied() else { return };
        for b in corners {
            let (before, here) = (self.depth(a), self.depth(b));
            if before * here < 0.0 {
                let t = before / (before - here);
                points.push(Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t));
            }
            if here >= 0.0 {
                points.push(b);
            }
            a = b;
        }
    }
}

/// The corners of half a marker, for a marker size of one pixel; none if it has no inside.
pub(crate) fn half_corners(marker: &Marker, half: Half) -> Vec<Point> {
    let mut corners = Vec::new();
    match shape(marker) {
        Shape::Disc(radius) => {
            // as many corners as a large one has
            circle(&mut corners, 32.0, false);
            for p in &mut corners {
                *p = Point::new(p.x * radius / 32.0, p.y * radius / 32.0);
            }
        }
        Shape::Polygon(all, _) => {
            for [x, y] in all {
                corners.push(Point::new(*x, *y));
            }
        }
        _ => {}
    }
    Cut::new(marker, half, 1.0, 0.0).cut(&mut corners, 0);
    corners
}

/// Appends a circle as a polygon of the same area, fine enough that no pixel is off by more than a few levels.
pub(super) fn circle(out: &mut Vec<Point>, radius: f32, reversed: bool) {
    // Corners, cosine and sine of the angle between two, and how much larger the polygon of equal area is. Written
    // out because the functions of the platform may differ in the last bit.
    let (mut corners, mut cos, mut sin, mut grow): (u32, f64, f64, f64) = match radius {
        r if r < 1.0 => (16, 0.923_879_532_511_286_7, 0.382_683_432_365_089_8, 1.013_001_556_255_976_9),
        r if r < 4.0 => (32, 0.980_785_280_403_230_4, 0.195_090_322_016_128_2, 1.003_222_080_498_412_9),
        r if r < 16.0 => (64, 0.995_184_726_672_196_9, 0.098_017_140_329_560_6, 1.000_803_771_517_661),
        r if r < 64.0 => (128, 0.998_795_456_205_172_4, 0.049_067_674_327_418, 1.000_200_833_910_352_7),
        r if r < 256.0 => (256, 0.999_698_818_696_204_2, 0.024_541_228_522_912_3, 1.000_050_201_671_987_9),
        _ => (1024, 0.999_981_175_282_601_1, 0.006_135_884_649_154_5, 1.000_003_137_471_602_7),
    };
    // Half the angle for four times the radius: the sides stay as near to the circle.
    let mut fine = 1024.0;
    while radius > fine && corners < 1 << 20 {
        (corners, sin, cos) = (corners * 2, sin / (2.0 * (1.0 + cos)).sqrt(), ((1.0 + cos) / 2.0).sqrt());
        grow = 1.0 + (grow - 1.0) / 4.0;
        fine *= 4.0;
    }
    let radius = f64::from(radius) * grow;
    let from = out.len();
    let mut at: (f64, f64) = (radius, 0.0);
    out.reserve(corners as usize);
    for _ in 0..corners / 4 {
        out.push(Point::new(at.0 as f32, at.1 as f32));
        at = (at.0 * cos - at.1 * sin, at.0 * sin + at.1 * cos);
    }
    // the other quarters are the first one, turned
    for i in from..from + corners as usize / 4 * 3 {
        out.push(Point::new(-out[i].y, out[i].x));
    }
    if reversed {
        out[from..].reverse();
    }
}

/// Appends the polygon whose sides lie `by` pixels outside (inside if negative) of a polygon's. Says whether every side
/// still runs the way it did; if not, there is no inside left.
pub(super) fn offset(corners: &[Point], by: f32, join: Join, out: &mut Vec<Point>) -> bool {
    let count = corners.len();
    let side = |i: usize| {
        let (a, b) = (corners[i % count], corners[(i + 1) % count]);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let length = (dx * dx + dy * dy).sqrt();
        (dx / length, dy / length)
    };
    let turns = |i: usize| {
        let (a, b) = (side(i + count - 1), side(i));
        a.0 * b.1 - a.1 * b.0
    };
    // Which way round the polygon goes, from the sum of what its corners turn: all the way in that direction.
    let area: f32 = (0..count)
        .map(|i| {
            let (a, b) = (corners[i], corners[(i + 1) % count]);
            a.x * b.y - a.y * b.x
        })
        .sum();
    let way = area.signum();
    let from = out.len();
    // Where the moved side `i` begins, for the check below.
    let mut begins = Vec::with_capacity(count);
    let mut ends = vec![0; count];
    for i in 0..count {
        let (a, b) = (side(i + count - 1), side(i));
        let (na, nb) = ((a.1 * way, -a.0 * way), (b.1 * way, -b.0 * way));
        let p = corners[i];
        let cos = na.0 * nb.0 + na.1 * nb.1;
        let outer = turns(i) * way * by > 0.0;
        ends[(i + count - 1) % count] = out.len();
        if outer && (join == Join::Bevel || cos < MITRE_LIMIT) {
            out.push(Point::new(p.x + na.0 * by, p.y + na.1 * by));
            begins.push(out.len());
            out.push(Point::new(p.x + nb.0 * by, p.y + nb.1 * by));
        } else {
            let k = by / (1.0 + cos);
            begins.push(out.len());
            out.push(Point::new(p.x + (na.0 + nb.0) * k, p.y + (na.1 + nb.1) * k));
        }
    }
    debug_assert!(out.len() > from);
    (0..count).all(|i| {
        let (a, b, d) = (out[begins[i]], out[ends[i]], side(i));
        (b.x - a.x) * d.0 + (b.y - a.y) * d.1 > 0.0
    })
}

/// The largest cosine of a turn whose mitre is too long: up to four half widths, as in Agg.
const MITRE_LIMIT: f32 = -0.875;
