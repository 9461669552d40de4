//! What stands lower and higher after something, or over and under it.

use super::boxes::{Boxes, Extent, Last, RULE, SHRINK, Size, X_HEIGHT};
use super::tree::Node;

/// How far scripts are raised and lowered: a superscript, a subscript, a subscript under a superscript.
pub(super) const RAISED: f32 = 845.824;
const LOWERED: f32 = 307.199;
const LOWERED_UNDER: f32 = 632.832;
/// How far below its top, or above its bottom, scripts stand beside what has scripts itself, and beside an integral.
const BELOW_TOP: f32 = 790.527;
const BELOW_BOTTOM: f32 = 102.4;
/// The space before a script, what a slant adds to it, and that after a script, as shares of the height of an x.
const BEFORE: f32 = 0.025;
const SLANT: f32 = 0.2;
const AFTER: f32 = 0.05;
const INTEGRAL: f32 = 0.1;

impl Boxes<'_> {
    /// What stands lower and higher after `all`, which begins at `x`.
    pub(super) fn scripts(
        &mut self,
        all: &mut Extent,
        sub: Option<&Node<'_>>,
        sup: Option<&[Node<'_>]>,
        x: f32,
        size: Size,
    ) {
        let Size { scale, .. } = size;
        let Extent { last, .. } = *all;
        let x_height = X_HEIGHT * scale;
        let mut before_sub = BEFORE * x_height;
        let mut before_sup = before_sub;
        if last.slanted && last.integral {
            before_sub = (3.0 * BEFORE - INTEGRAL) * last.up;
            before_sup = (3.0 * BEFORE + INTEGRAL) * last.up;
        } else if last.slanted {
            before_sub = 0.0;
            before_sup += BEFORE * x_height + SLANT * (last.up - x_height * 2.0 / 3.0);
        }
        let (mut up, mut down) = if all.built {
            (all.up - BELOW_TOP * SHRINK * scale, all.down + BELOW_BOTTOM * SHRINK * scale)
        } else {
            (0.0, 0.0)
        };
        let end = x + all.width;
        let mut width = 0.0_f32;
        let mut above = None;
        if let Some(sup) = sup {
            let from = self.pieces.len();
            let before = before_sup * SHRINK;
            let extent = self.list(sup, end + before, size.smaller());
            up = if last.integral {
                last.up - BELOW_BOTTOM * scale
            } else {
                up.max(RAISED * scale).max(extent.down + x_height / 4.0)
            };
            width = extent.width + before;
            above = Some((from, extent));
        }
        let from_sub = self.pieces.len();
        if let Some(sub) = sub {
            let before = before_sub * SHRINK;
            let extent = self.node(sub, end + before, size.smaller());
            down = match (last.integral, above) {
                (true, _) => last.down + BELOW_BOTTOM * scale,
                (false, Some(_)) => down.max(LOWERED_UNDER * scale),
                (false, None) => down.max(LOWERED * scale).max(extent.up - x_height * 0.8),
            };
            if let Some((_, sup)) = above {
                // not too near to one another
                let missing = 4.0 * RULE * scale - ((up - sup.down) - (extent.up - down));
                if missing > 0.0 {
                    down += missing;
                    let low = (x_height * 0.8 - up + sup.down).max(0.0);
                    up += low;
                    down -= low;
                }
            }
            width = width.max(extent.width + before);
            all.cover(extent, -down);
            self.raise(from_sub..self.pieces.len(), -down);
        }
        if let Some((from, extent)) = above {
            all.cover(extent, up);
            self.raise(from..from_sub, up);
        }
        all.width += width + if last.integral { 0.0 } else { AFTER * x_height };
        all.built |= sub.is_some() && sup.is_some();
        all.last = Last::default();
    }

    /// What stands over and under a sum.
    pub(super) fn limits(
        &mut self,
        base: &Node<'_>,
        sub: Option<&Node<'_>>,
        sup: Option<&[Node<'_>]>,
        x: f32,
        size: Size,
    ) -> Extent {
        let gap = 3.0 * RULE * size.scale;
        let mut parts = [(self.pieces.len(), Extent::default(), 0.0); 3];
        let mut all = self.node(base, x, size);
        parts[0].1 = all;
        parts[1].0 = self.pieces.len();
        if let Some(sup) = sup {
            let extent = self.list(sup, x, size.smaller());
            let raised = all.up + gap + extent.down;
            parts[1] = (parts[1].0, extent, raised);
        }
        parts[2].0 = self.pieces.len();
        if let Some(sub) = sub {
            let extent = self.node(sub, x, size.smaller());
            parts[2] = (parts[2].0, extent, -(all.down + gap + extent.up));
        }
        let width = parts[0].1.width.max(parts[1].1.width).max(parts[2].1.width);
        for (at, (from, extent, raised)) in parts.into_iter().enumerate() {
            let to = parts.get(at + 1).map_or(self.pieces.len(), |next| next.0);
            for piece in &mut self.pieces[from..to] {
                piece.x += (width - extent.width) / 2.0;
                piece.y += raised;
            }
            if extent.width > 0.0 {
                all.cover(extent, raised);
            }
        }
        Extent { width, built: true, last: Last::default(), ..all }
    }
}
