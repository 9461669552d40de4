//! Which axes lie over one another.

use crate::layout::{AxesLayout, overlap};

/// So much, in pixels, two boxes share by rounding that only touch.
const TOUCH: f32 = 0.5;

/// Gives axes whose boxes share pixels, also by way of others, one number: they are drawn whole, one after the other, as an
/// inset over its parent. All others have numbers of their own, and are drawn layer by layer, so that the words of one are
/// never hidden by its neighbour.
pub(super) fn group(axes: &mut [AxesLayout]) {
    for i in 0..axes.len() {
        axes[i].panel = i;
        for k in 0..i {
            if overlap(axes[k].area.expanded(-TOUCH), axes[i].area) {
                let (from, to) = (axes[i].panel.max(axes[k].panel), axes[i].panel.min(axes[k].panel));
                axes[..=i].iter_mut().filter(|a| a.panel == from).for_each(|a| a.panel = to);
            }
        }
    }
}
