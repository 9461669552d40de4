//! The outlines of patches, around (0, 0).

use crate::artist::Arrow;
use crate::artist::fancy::BoxForm;
use crate::geom::{Outline, sin_cos};

/// What a patch is, around (0, 0).
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Ellipse {
        width: f64,
        height: f64,
    },
    /// A part of an ellipse's line, in degrees.
    Arc {
        width: f64,
        height: f64,
        from: f64,
        to: f64,
    },
    Rectangle {
        width: f64,
        height: f64,
    },
    /// Points from the first one, and curves.
    Path(Outline),
    /// A corner at the top.
    Regular {
        corners: u32,
        radius: f64,
    },
    /// From an angle to another one, in degrees; as wide as a ring is.
    Wedge {
        radius: f64,
        from: f64,
        to: f64,
        width: Option<f64>,
    },
    /// To there; widths of shaft and head, and the head's length.
    Arrow {
        dx: f64,
        dy: f64,
        width: f64,
        head_width: f64,
        head_length: f64,
    },
    /// A box around a rectangle.
    Box {
        width: f64,
        height: f64,
        form: BoxForm,
        scale: f64,
    },
    /// An arrow as annotations have them, so far along x and y.
    Fancy {
        dx: f64,
        dy: f64,
        arrow: Box<Arrow>,
    },
}

impl Kind {
    /// The outline in data units, before it is turned and moved.
    pub(super) fn outline(&self) -> Outline {
        let mut out = Outline::new();
        match self {
            Self::Ellipse { width, height } => {
                // from the bottom on, where dashes begin
                out.arc((0.0, 0.0), (width / 2.0, height / 2.0), (-90.0, 270.0), true).close();
            }
            Self::Arc { width, height, from, to } => {
                let ends = if to - from >= 360.0 {
                    (0.0, 360.0)
                } else {
                    let whole = from != to;
                    let (from, to) = (stretched(*from, width / height), stretched(*to, width / height));
                    // ends that are one are no arc, and not a whole turn
                    (from, if to < from || (to == from && whole) { to + 360.0 } else { to })
                };
                out.arc((0.0, 0.0), (width / 2.0, height / 2.0), ends, true);
            }
            Self::Rectangle { width, height } => {
                out.polygon(&[(0.0, 0.0), (*width, 0.0), (*width, *height), (0.0, *height)]);
            }
            Self::Path(outline) => return outline.clone(),
            Self::Regular { corners, radius } => {
                for k in 0..*corners {
                    let (sin, cos) = sin_cos(90.0 + 360.0 * f64::from(k) / f64::from(*corners));
                    out.line_to(radius * cos, radius * sin);
                }
                out.close();
            }
            Self::Wedge { radius, from, to, width } => {
                // counter-clockwise, also where the second angle is the smaller one
                let turn = match to - from {
                    turn if turn < 0.0 => 360.0 - (-turn).rem_euclid(360.0),
                    turn => turn,
                };
                let inner = width.map_or(0.0, |width| (radius - width).max(0.0));
                out.wedge((0.0, 0.0), *radius, inner, (*from, turn));
            }
            Self::Arrow { dx, dy, width, head_width, head_length } => {
                let length = (dx * dx + dy * dy).sqrt();
                if length > 0.0 && length.is_finite() {
                    let (cos, sin, neck) = (dx / length, dy / length, (length - head_length).max(0.0));
                    let (half, head) = (width / 2.0, head_width / 2.0);
                    let around = [
                        (0.0, half),
                        (neck, half),
                        (neck, head),
                        (length, 0.0),
                        (neck, -head),
                        (neck, -half),
                        (0.0, -half),
                    ];
                    for (along, over) in around {
                        out.line_to(along * cos - over * sin, along * sin + over * cos);
                    }
                    out.close();
                }
            }
            Self::Box { width, height, form, scale } => return form.around((0.0, 0.0), (*width, *height), *scale),
            // what it reaches in data units is its ends
            Self::Fancy { dx, dy, .. } => _ = out.move_to(0.0, 0.0).line_to(*dx, *dy),
        }
        out
    }
}

/// The angle on a circle of what lies at an angle on an ellipse, from 0 to 360 degrees: matplotlib's arcs are cut where rays cut them.
fn stretched(degrees: f64, by: f64) -> f64 {
    let (sin, cos) = sin_cos(degrees);
    libm::atan2(by * sin, cos).to_degrees().rem_euclid(360.0)
}
