//! Ways between two places: matplotlib's connection styles.

use super::curve::{Part, Track, direction, distance, meeting, middle, toward};
use super::parameters;
use crate::geom::{Spot, sin_cos};
use crate::style::named::sealed;
use crate::style::{NameOr, named};

/// The way that an arrow takes from one place to another. Matplotlib's texts may be written for it: `"arc3,rad=0.2"`, `"angle,angleA=0,angleB=90,rad=10"`.
///
/// Angles are in degrees, counter-clockwise on the screen from the right; lengths are in pixels, as matplotlib has them.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum ConnectionStyle {
    /// `"arc3"`: a curve that bends to its right by `rad` (0) times the distance. The default, a straight line.
    Arc3 {
        /// How far it bends, as a share of the distance.
        rad: f64,
    },
    /// `"angle3"`: a curve that begins and ends at these angles (90 and 0).
    Angle3 {
        /// The angle at the beginning.
        angle_a: f64,
        /// The angle at the end.
        angle_b: f64,
    },
    /// `"angle"`: two lines at these angles (90 and 0), their corner rounded with this radius (0).
    Angle {
        /// The angle of the first line.
        angle_a: f64,
        /// The angle of the second line.
        angle_b: f64,
        /// The radius of the corner.
        rad: f64,
    },
    /// `"arc"`: with an arm at either end, or at one (`None`: there is none), and a line between the arms.
    Arc {
        /// The angle of the arm at the beginning (0).
        angle_a: f64,
        /// The angle of the arm at the end (0).
        angle_b: f64,
        /// The length of the arm at the beginning.
        arm_a: Option<f64>,
        /// The length of the arm at the end.
        arm_b: Option<f64>,
        /// The radius of corners (0).
        rad: f64,
    },
    /// `"bar"`: out, along, and back, at right angles.
    Bar {
        /// The least length of the arm at the beginning (0).
        arm_a: f64,
        /// The least length of the arm at the end (0).
        arm_b: f64,
        /// What of the distance is added to the arms (0.3).
        fraction: f64,
        /// The angle of the line between the arms; `None`: that of the line between the places.
        angle: Option<f64>,
    },
}

impl Default for ConnectionStyle {
    fn default() -> Self {
        Self::Arc3 { rad: 0.0 }
    }
}

/// The numbers of all of them.
const NAMES: [&str; 7] = ["rad", "angleA", "angleB", "armA", "armB", "fraction", "angle"];

/// The styles by their names.
#[derive(Clone, Copy)]
enum Word {
    Arc3,
    Angle3,
    Angle,
    Arc,
    Bar,
}

named!(Word, "a connection", [
    "arc3" => Word::Arc3,
    "angle3" => Word::Angle3,
    "angle" => Word::Angle,
    "arc" => Word::Arc,
    "bar" => Word::Bar,
]);

impl sealed::Sealed<ConnectionStyle> for ConnectionStyle {}
impl NameOr<ConnectionStyle> for ConnectionStyle {
    fn value(self) -> ConnectionStyle {
        self
    }
}

impl sealed::Sealed<ConnectionStyle> for &str {}
impl NameOr<ConnectionStyle> for &str {
    #[track_caller]
    fn value(self) -> ConnectionStyle {
        let mut numbers = [None; 7];
        let word: Word = parameters::read(self, &NAMES, &mut numbers).value();
        let [rad, angle_a, angle_b, arm_a, arm_b, fraction, angle] = numbers;
        let rad = rad.unwrap_or(0.0);
        let (across, along) = (angle_a.unwrap_or(90.0), angle_b.unwrap_or(0.0));
        match word {
            Word::Arc3 => ConnectionStyle::Arc3 { rad },
            Word::Angle3 => ConnectionStyle::Angle3 { angle_a: across, angle_b: along },
            Word::Angle => ConnectionStyle::Angle { angle_a: across, angle_b: along, rad },
            Word::Arc => ConnectionStyle::Arc { angle_a: angle_a.unwrap_or(0.0), angle_b: along, arm_a, arm_b, rad },
            Word::Bar => ConnectionStyle::Bar {
                arm_a: arm_a.unwrap_or(0.0),
                arm_b: arm_b.unwrap_or(0.0),
                fraction: fraction.unwrap_or(0.3),
                angle,
            },
        }
    }
}

impl ConnectionStyle {
    /// The way from one place to another.
    pub(super) fn connect(&self, a: Spot, b: Spot) -> Track {
        let mut parts = Vec::new();
        match *self {
            Self::Arc3 { rad } => {
                let at = middle(a, b);
                let (dx, dy) = (b.0 - a.0, b.1 - a.1);
                parts.push(Part::Quad((at.0 + rad * dy, at.1 - rad * dx), b));
            }
            Self::Angle3 { angle_a, angle_b } => parts.push(Part::Quad(corner(a, angle_a, b, angle_b), b)),
            Self::Angle { angle_a, angle_b, rad } => {
                let at = corner(a, angle_a, b, angle_b);
                bend(&mut parts, a, at, b, rad);
                parts.push(Part::Line(b));
            }
            Self::Arc { angle_a, angle_b, arm_a, arm_b, rad } => {
                let arm = |from: Spot, long: f64, angle: f64| {
                    let (sin, cos) = sin_cos(angle);
                    (from.0 + long * cos, from.1 + long * sin)
                };
                let set = |arm: Option<f64>| arm.filter(|long| *long != 0.0);
                let mut corners = Vec::new();
                corners.extend(set(arm_a).map(|long| arm(a, long, angle_a)));
                corners.extend(set(arm_b).map(|long| arm(b, long, angle_b)));
                for (i, at) in corners.iter().enumerate() {
                    let before = if i == 0 { a } else { corners[i - 1] };
                    bend(&mut parts, before, *at, corners.get(i + 1).copied().unwrap_or(b), rad);
                }
                parts.push(Part::Line(b));
            }
            Self::Bar { arm_a, arm_b, fraction, angle } => {
                let (dx, dy) = (b.0 - a.0, b.1 - a.1);
                let long = distance(a, b);
                let (mut along, mut end, mut arm_b) = (direction(a, b), b, arm_b);
                if let Some(angle) = angle {
                    let (sin, cos) = sin_cos(angle);
                    let (over, forward) = (dy * cos - dx * sin, dx * cos + dy * sin);
                    end = (a.0 + forward * cos, a.1 + forward * sin);
                    arm_b -= over;
                    along = direction(a, end);
                }
                let arm = fraction * long + arm_a.max(arm_b);
                let out = |p: Spot| (p.0 + arm * along.1, p.1 - arm * along.0);
                for to in [out(a), out(end), b] {
                    parts.push(Part::Line(to));
                }
            }
        }
        Track { start: a, parts }
    }
}

/// Where lines through two places at these angles meet; half-way, if they do not.
fn corner(a: Spot, angle_a: f64, b: Spot, angle_b: f64) -> Spot {
    let at = |angle: f64| {
        let (sin, cos) = sin_cos(angle);
        (cos, sin)
    };
    meeting(a, at(angle_a), b, at(angle_b)).unwrap_or(middle(a, b))
}

/// A line from `from` to near the corner `at`, and a curve around it, on the way to `to`; the line up to the corner, if it is not rounded.
fn bend(parts: &mut Vec<Part>, from: Spot, at: Spot, to: Spot, radius: f64) {
    if radius == 0.0 {
        return parts.push(Part::Line(at));
    }
    parts.push(Part::Line(toward(at, from, radius)));
    parts.push(Part::Quad(at, toward(at, to, radius)));
}
