//! The columns of a grid, or its rows: how a length is divided among them.

/// One column or row, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Track {
    /// With the room around it.
    pub(super) outer: (f64, f64),
    /// Where the boxes of its axes are.
    pub(super) inner: (f64, f64),
}

/// `n` parts of a length, with gaps of `space` times their mean size.
pub(super) fn default_tracks(n: usize, (from, to): (f64, f64), space: f64, ratios: &[f64]) -> Vec<Track> {
    let n_f = n as f64;
    let each = (to - from) / (n_f + space * (n_f - 1.0));
    let (whole, mut before) = (sum(ratios), 0.0);
    let mut tracks = Vec::with_capacity(n);
    for i in 0..n {
        let inner = match ratios.get(i) {
            None => {
                let start = from + i as f64 * each * (1.0 + space);
                (start, start + each)
            }
            Some(ratio) => {
                let start = from + before + i as f64 * each * space;
                let size = each * n_f * (ratio / whole);
                before += size;
                (start, start + size)
            }
        };
        tracks.push(Track { outer: inner, inner });
    }
    tracks
}

/// Divides a length into parts, each with the room before and after it that it asks for; `None` if less than a pixel would be
/// left of one.
pub(super) fn divide((from, to): (f64, f64), margins: &[(f64, f64)], ratios: &[f64]) -> Option<Vec<Track>> {
    let n = margins.len() as f64;
    let mut taken = 0.0;
    for (before, after) in margins {
        taken += before + after;
    }
    let (left, whole) = (to - from - taken, sum(ratios));
    let mut at = from;
    let mut tracks = Vec::with_capacity(margins.len());
    for (i, (before, after)) in margins.iter().enumerate() {
        let size = ratios.get(i).map_or(left / n, |ratio| left * (ratio / whole));
        if size < 1.0 {
            return None;
        }
        let start = at + before;
        let end = start + size + after;
        tracks.push(Track { outer: (at, end), inner: (start, start + size) });
        at = end;
    }
    Some(tracks)
}

fn sum(ratios: &[f64]) -> f64 {
    let mut sum = 0.0;
    for ratio in ratios {
        sum += ratio;
    }
    sum
}

/// Gives the room that is within axes over several columns the same size wherever it is, so that axes that are offset from
/// one another have the same size: matplotlib's rule. `members` are the first and the last but one column of all axes.
pub(super) fn match_submerged(margins: &mut [(f64, f64)], members: &[(usize, usize)]) {
    let (mut before, mut after) = (0.0_f64, 0.0_f64);
    for &(from, to) in members {
        for margin in &margins[from + 1..to] {
            before = before.max(margin.0);
        }
        for margin in &margins[from..to - 1] {
            after = after.max(margin.1);
        }
    }
    for &(from, to) in members {
        for margin in &mut margins[from + 1..to] {
            margin.0 = margin.0.max(before);
        }
        for margin in &mut margins[from..to - 1] {
            margin.1 = margin.1.max(after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_as_large_as_their_ratios_say() {
        // matplotlib's: GridSpec(1, 3, left=0, right=1, wspace=0.5, width_ratios=[1, 2, 3]).get_grid_positions(fig)
        let starts = [0.0, 0.25, 0.625];
        let ends = [0.125, 0.5, 1.0];
        for (k, track) in default_tracks(3, (0.0, 1.0), 0.5, &[1.0, 2.0, 3.0]).into_iter().enumerate() {
            assert!((track.inner.0 - starts[k]).abs() < 1e-12 && (track.inner.1 - ends[k]).abs() < 1e-12, "{track:?}");
        }
        let tracks = divide((0.0, 100.0), &[(5.0, 5.0), (20.0, 10.0)], &[1.0, 2.0]).unwrap();
        assert_eq!(tracks[0], Track { outer: (0.0, 30.0), inner: (5.0, 25.0) });
        assert_eq!(tracks[1], Track { outer: (30.0, 100.0), inner: (50.0, 90.0) });
        assert!(divide((0.0, 41.0), &[(20.0, 20.0); 1], &[]).is_some());
        assert!(divide((0.0, 41.0), &[(20.0, 20.5); 1], &[]).is_none());
    }

    #[test]
    fn room_within_axes_is_alike_wherever_it_is() {
        // `AAAB;CCDD`: within A, C and D, which is before all columns but the first, and after all but the last
        let mut margins = vec![(1.0, 0.0), (0.0, 3.0), (4.0, 5.0), (6.0, 1.0)];
        match_submerged(&mut margins, &[(0, 3), (3, 4), (0, 2), (2, 4)]);
        assert_eq!(margins, [(1.0, 5.0), (6.0, 5.0), (6.0, 5.0), (6.0, 1.0)]);
        // `A` alone over two columns: those beside it keep what they have
        let mut margins = vec![(1.0, 0.0), (2.0, 3.0), (4.0, 5.0)];
        match_submerged(&mut margins, &[(0, 2), (2, 3)]);
        assert_eq!(margins, [(1.0, 0.0), (2.0, 3.0), (4.0, 5.0)]);
    }
}
