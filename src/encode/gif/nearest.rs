//! The nearest colour of a palette.

use crate::order::order;

/// Finds nearest colours, exactly, by walking outward from a colour along the channel in which the palette spreads most.
#[derive(Debug)]
pub(super) struct Nearest {
    axis: usize,
    /// Colours and their palette index, ascending in the channel.
    sorted: Vec<([i32; 3], u8)>,
    /// For each level of the channel, the first of `sorted` that is not below it.
    start: [u16; 256],
}

impl Nearest {
    pub(super) fn new(palette: &[[u8; 3]]) -> Self {
        let (mut axis, mut widest) = (0, 0);
        for channel in 0..3 {
            let (mut least, mut most) = (u8::MAX, 0);
            for color in palette {
                (least, most) = (least.min(color[channel]), most.max(color[channel]));
            }
            // with equal spreads green, which is the finest to the eye and in most colormaps
            let spread = u32::from(most.saturating_sub(least)) * 4 + u32::from(channel == 1);
            if spread >= widest {
                (axis, widest) = (channel, spread);
            }
        }
        let order = order(palette.len(), &|a, b| palette[a][axis].cmp(&palette[b][axis]));
        let mut sorted = Vec::with_capacity(palette.len());
        for i in order {
            sorted.push((wide(palette[i]), i as u8));
        }
        let mut start = [0; 256];
        for (level, start) in start.iter_mut().enumerate() {
            *start = sorted.partition_point(|(color, _)| color[axis] < level as i32) as u16;
        }
        Self { axis, sorted, start }
    }

    /// The index of the nearest colour, the lowest of equals, and its squared distance. The palette must not be empty.
    pub(super) fn find(&self, color: [u8; 3]) -> (u8, u32) {
        let (below, above) = self.sorted.split_at(usize::from(self.start[usize::from(color[self.axis])]));
        let color = wide(color);
        let mut best = u32::MAX;
        // the two sides in turn, so that a near colour on either soon ends the walk on both
        let (mut below, mut above) = (below.iter().rev(), above.iter());
        let (mut down, mut up) = (true, true);
        while down || up {
            up = up && above.next().is_some_and(|candidate| self.closer(candidate, color, &mut best));
            down = down && below.next().is_some_and(|candidate| self.closer(candidate, color, &mut best));
        }
        ((best & 0xFF) as u8, best >> 8)
    }

    /// Takes a candidate if it is better. False if it is so far along the channel that none behind it can be.
    #[inline(always)]
    fn closer(&self, &(candidate, index): &([i32; 3], u8), color: [i32; 3], best: &mut u32) -> bool {
        let d = [candidate[0] - color[0], candidate[1] - color[1], candidate[2] - color[2]];
        let along = d[self.axis];
        // distance and index in one number: at most 3 * 255^2 * 256 + 255, which fits
        let all = ((d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) as u32) << 8 | u32::from(index);
        *best = (*best).min(all);
        ((along * along) as u32) << 8 <= *best
    }
}

#[inline(always)]
fn wide([r, g, b]: [u8; 3]) -> [i32; 3] {
    [i32::from(r), i32::from(g), i32::from(b)]
}

#[cfg(test)]
mod tests;
