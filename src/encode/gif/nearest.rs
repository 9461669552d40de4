//! The nearest colour of a palette.

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
        let spread = |axis: usize| {
            let levels = || palette.iter().map(|color| color[axis]);
            u32::from(levels().max().unwrap_or(0) - levels().min().unwrap_or(0)) * 4
                // with equal spreads green, which is the finest to the eye and in most colormaps
                + u32::from(axis == 1)
        };
        let axis = (0..3).max_by_key(|&axis| spread(axis)).unwrap_or(0);
        let mut sorted: Vec<_> = palette.iter().enumerate().map(|(i, color)| (color.map(i32::from), i as u8)).collect();
        sorted.sort_by_key(|&(color, index)| (color[axis], index));
        let mut start = [0; 256];
        for (level, start) in start.iter_mut().enumerate() {
            *start = sorted.partition_point(|(color, _)| color[axis] < level as i32) as u16;
        }
        Self { axis, sorted, start }
    }

    /// The index of the nearest colour, the lowest of equals, and its squared distance. The palette must not be empty.
    pub(super) fn find(&self, color: [u8; 3]) -> (u8, u32) {
        let at = usize::from(self.start[usize::from(color[self.axis])]);
        let color = color.map(i32::from);
        let mut best = (i32::MAX, u8::MAX);
        let (below, above) = self.sorted.split_at(at);
        let (mut below, mut above) = (below.iter().rev(), above.iter());
        let (mut lower, mut upper) = (below.next(), above.next());
        while lower.is_some() || upper.is_some() {
            for (side, next) in [(&mut upper, &mut above as &mut dyn Iterator<Item = _>), (&mut lower, &mut below)] {
                if let Some((candidate, index)) = side {
                    let d = |i: usize| (candidate[i] - color[i]) * (candidate[i] - color[i]);
                    // nothing farther along the channel can be nearer
                    if d(self.axis) > best.0 {
                        *side = None;
                    } else {
                        best = best.min((d(0) + d(1) + d(2), *index));
                        *side = next.next();
                    }
                }
            }
        }
        (best.1, best.0 as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_full_search_finds() {
        let mut state = 1_u32;
        let mut level = |range: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ((state >> 16) % range) as u8
        };
        for (colors, ranges) in [(1, [256; 3]), (2, [256; 3]), (255, [256; 3]), (256, [256, 9, 2]), (100, [1, 1, 256])]
        {
            let mut color = || [level(ranges[0]), level(ranges[1]), level(ranges[2])];
            let palette: Vec<[u8; 3]> = (0..colors).map(|_| color()).collect();
            let nearest = Nearest::new(&palette);
            for _ in 0..2000 {
                let c = color();
                let distance = |p: &[u8; 3]| (0..3).map(|i| u32::from(p[i].abs_diff(c[i])).pow(2)).sum::<u32>();
                let want = palette.iter().enumerate().map(|(i, p)| (distance(p), i as u8)).min().expect("not empty");
                assert_eq!(nearest.find(c), (want.1, want.0));
            }
        }
    }
}
