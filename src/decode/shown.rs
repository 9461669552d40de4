//! Which pictures of a movie will be seen, and when: what its packets tell of that without decoding them.

use super::facts::Facts;
use super::packets::Packet;
use crate::order::order;

/// Codecs that put one picture into every packet. VP8 is here although it has packets without one, since their times
/// tell.
const ONE_EACH: [&str; 31] = [
    "h264",
    "hevc",
    "av1",
    "vp8",
    "vp9",
    "mpeg1video",
    "mpeg2video",
    "mpeg4",
    "msmpeg4v2",
    "msmpeg4v3",
    "wmv1",
    "wmv2",
    "h263",
    "flv1",
    "theora",
    "mjpeg",
    "jpeg2000",
    "png",
    "rawvideo",
    "v210",
    "ffv1",
    "huffyuv",
    "ffvhuff",
    "utvideo",
    "magicyuv",
    "prores",
    "dnxhd",
    "dvvideo",
    "qtrle",
    "cinepak",
    "vvc",
];
/// Codecs that show nothing before the first key frame, wherever decoding begins, or that have key frames only. Others
/// show pictures that lean on what is not there.
pub(super) const ANYWHERE: [&str; 14] = [
    "h264",
    "mpeg1video",
    "mpeg2video",
    "mjpeg",
    "png",
    "rawvideo",
    "v210",
    "huffyuv",
    "ffvhuff",
    "utvideo",
    "magicyuv",
    "prores",
    "dnxhd",
    "dvvideo",
];

/// What a picture of MPEG-4 has at least, in bytes. Below are headers that say "nothing here".
const LEAST_MPEG4: u64 = 9;
/// Streams of pictures and nothing else: copying them, ffmpeg makes times up.
const BARE: [&str; 12] =
    ["h264", "hevc", "vvc", "obu", "mjpeg", "mpegvideo", "m4v", "h261", "h263", "vc1", "cavsvideo", "dirac"];
/// Of a beginning, those are left out at its end whose order is not known, as others may be shown before them.
const UNSETTLED: usize = 32;

/// The pictures that will be seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shown {
    pub(super) count: u64,
    /// In ticks, in the order in which they are shown; none if the file has none. Where it says only when pictures are
    /// decoded, that stands in, and is right but for a shift.
    pub(super) times: Vec<i64>,
    /// How long the last one is shown, in ticks; 0 if that is not known.
    pub(super) last: i64,
    /// Whether decoding gives just these.
    pub(super) sure: bool,
    /// Whether the times are only those of decoding, from which ffmpeg guesses the others, not always well.
    pub(super) guessed: bool,
    /// Whether time goes on all through the file, so that a time means one place in it.
    pub(super) continuous: bool,
    /// When the key frames are shown, in ticks, in order; none if not all are known.
    pub(super) keys: Vec<i64>,
}

impl Shown {
    pub(super) fn of(facts: &Facts) -> Self {
        let (list, complete) = (&facts.packets.list, &facts.packets.complete);
        let first = list.iter().position(|p| p.key && p.size > 0);
        let sure = *complete && first == Some(0);
        let first = if ANYWHERE.contains(&facts.codec.as_str()) { first } else { Some(0).filter(|_| !list.is_empty()) };
        let begin = first.and_then(|at| list[at].pts);
        let (mut pictures, mut all) = (Vec::new(), 0);
        // shown before the first key frame, they lean on what is not there; a clock that starts anew says nothing of that
        let (mut last, mut anew) = (None, false);
        let (mut small, mut known) = (false, true);
        for p in &list[first.unwrap_or(0)..] {
            if p.size == 0 || p.hidden {
                continue;
            }
            all += 1;
            anew |= p.dts.zip(last).is_some_and(|(dts, last)| dts < last);
            last = p.dts.or(last);
            if anew || p.pts.zip(begin).is_none_or(|(pts, begin)| pts >= begin) {
                small |= p.size < LEAST_MPEG4;
                known &= p.pts.is_some();
                pictures.push(*p);
            }
        }
        let empty = facts.codec == "mpeg4" && small;
        let mut sized = true;
        for p in list {
            sized &= p.size > 0;
        }
        let sure = sure
            && all == pictures.len()
            && sized
            && ONE_EACH.contains(&facts.codec.as_str())
            // a packet may be half a picture
            && !(facts.codec == "h264" && facts.interlaced)
            && !(facts.codec == "mpeg4" && (empty || !known));
        let (mut keys, mut all_known) = (Vec::new(), true);
        let (mut continuous, mut before) = (true, i64::MIN);
        for p in list {
            if p.key {
                match p.pts {
                    Some(pts) => keys.push(pts),
                    None => all_known = false,
                }
            }
            if let Some(dts) = p.dts {
                continuous &= before <= dts;
                before = dts;
            }
        }
        let mut times = if known { in_order(&pictures, |p| p.pts) } else { in_order(&pictures, |p| p.dts) };
        if !complete && times.len() > 2 * UNSETTLED {
            times.truncate(times.len() - UNSETTLED);
        }
        if BARE.iter().any(|name| facts.is_format(name)) {
            times.clear();
        }
        if facts.codec == "vp8" {
            visible(&mut times, facts);
        }
        let mut in_order = Vec::new();
        if *complete && all_known {
            for k in order(keys.len(), &|a, b| keys[a].cmp(&keys[b])) {
                in_order.push(keys[k]);
            }
        }
        let mut begins = Vec::with_capacity(times.len());
        for (time, _) in &times {
            begins.push(*time);
        }
        let count = if times.is_empty() { pictures.len() } else { times.len() };
        Self {
            count: count as u64,
            last: times.last().map_or(0, |(_, duration)| *duration),
            times: begins,
            sure,
            // an AVI stores only the order of decoding; two pictures in one packet and none in the next have wrong times
            guessed: !known && facts.is_format("avi") || empty,
            continuous,
            keys: in_order,
        }
    }
}

/// Times and durations in the order of being shown; none if not every picture has a time. Where the clock starts anew, as in
/// streams that were put behind each other, what follows is taken to go on, as ffmpeg does.
fn in_order(pictures: &[Packet], stamp: fn(&Packet) -> Option<i64>) -> Vec<(i64, i64)> {
    let mut all: Vec<(i64, i64)> = Vec::with_capacity(pictures.len());
    for packets in pictures.chunk_by(|a, b| a.dts.zip(b.dts).is_none_or(|(a, b)| a <= b)) {
        let mut piece: Vec<(i64, i64)> = Vec::with_capacity(packets.len());
        for p in packets {
            let Some(time) = stamp(p) else { return Vec::new() };
            piece.push((time, p.duration));
        }
        let order = order(piece.len(), &|a, b| piece[a].cmp(&piece[b]));
        let end = all.last().map(|(time, duration)| time.saturating_add(*duration));
        let on = end.map_or(0, |end| end.saturating_sub(piece[order[0]].0));
        for k in order {
            all.push((piece[k].0.saturating_add(on), piece[k].1));
        }
    }
    all
}

/// Leaves out the packets of VP8 that hold a picture only for others to lean on. They have the time of the next one, or one
/// between, where the rate has no place for it.
fn visible(times: &mut Vec<(i64, i64)>, facts: &Facts) {
    times.dedup_by_key(|(time, _)| *time);
    let (num, den) = facts.packets.tick;
    let second = f64::from(den) / f64::from(num);
    let (Some(&(first, _)), Some(&(last, _))) = (times.first(), times.last()) else { return };
    for fps in facts.average.into_iter().chain(facts.base) {
        let each = second * fps.frame_seconds();
        let near = |time: i64, n: usize| ((time - first) as f64 - n as f64 * each).abs() <= (2e-3 * second).max(1.0);
        let mut kept = Vec::with_capacity(times.len());
        for &(time, duration) in &*times {
            if near(time, kept.len()) {
                kept.push((time, duration));
            }
        }
        if each > 4.0 && near(last, kept.len() - 1) && kept.len() * 5 > times.len() * 4 {
            *times = kept;
            return;
        }
    }
}

#[cfg(test)]
mod tests;
