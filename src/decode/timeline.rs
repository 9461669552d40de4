//! When the pictures of a movie are shown, and at which rate. The first one that is shown is at 0.

use std::time::Duration;

use super::facts::Facts;
use super::rate::Delays;
use super::shown::{ANYWHERE, Shown};
use crate::fps::Fps;

/// Containers that store when each picture is shown, or an index of them, so that a place in them can be found by a time.
const TIMED: [&str; 11] = ["mov", "matroska", "avi", "mpegts", "mpeg", "flv", "asf", "ogg", "ivf", "nut", "mxf"];
/// Of these, the ones that are entered at key frames only.
const INDEXED: [&str; 2] = ["mov", "matroska"];
/// What is known of a movie's time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Timeline {
    pub(super) fps: Fps,
    /// Whether every picture is shown for one frame of the rate, but for rounding.
    pub(super) steady: bool,
    /// How many pictures decoding gives, where that is certain.
    pub(super) frames: Option<u64>,
    pub(super) duration: Duration,
    /// Whether the file says when pictures are shown. A stream of bare pictures does not, and an AVI with B-frames says only
    /// when they are decoded.
    pub(super) stamped: bool,
    /// Whether decoding may begin elsewhere than at the beginning.
    pub(super) seekable: bool,
    /// Whether besides the container's clock is known to run on to the end.
    pub(super) one_clock: bool,
    /// When key frames are shown, in microseconds of the container's clock, in order; empty if that is not known.
    pub(super) keys: Vec<i64>,
}

impl Timeline {
    pub(super) fn of(facts: &Facts) -> Self {
        let shown = Shown::of(facts);
        let (num, den) = facts.packets.tick;
        let tick = f64::from(num) / f64::from(den.max(1));
        let declared = facts.average.or(facts.base).unwrap_or(Fps::new(25, 1));
        let rate = match shown.times.as_slice() {
            [] => Some(declared),
            // pictures that are kept for later delay the second one
            [_, later @ ..] if shown.guessed => rate(facts, &shown.times).or_else(|| rate(facts, later)),
            times => rate(facts, times),
        };
        let (mut fps, steady) = (rate.unwrap_or(declared), rate.is_some());
        let start = shown.times.first().map_or(0.0, |&first| first as f64 * tick);
        let (frames, mut duration);
        if facts.packets.complete && shown.count > 0 {
            // a picture of VP8 that is not shown has a time of its own in some files: then the times are uneven
            frames = Some(shown.count).filter(|_| shown.sure && shown.continuous && (steady || facts.codec != "vp8"));
            duration = length(shown.count, fps);
            if !steady && let (Some(first), Some(last)) = (shown.times.first(), shown.times.last()) {
                let span = last.saturating_sub(*first);
                let each = span as f64 / (shown.count - 1).max(1) as f64;
                let last = if shown.last > 0 { shown.last as f64 } else { each };
                duration = Duration::try_from_secs_f64((span as f64 + last) * tick).unwrap_or_default();
                fps = Fps::from(shown.count as f64 / duration.as_secs_f64()).checked().unwrap_or(fps);
            }
        } else {
            let whole = facts.pictures.or(facts.file).unwrap_or_default();
            // Matroska says when it ends, not how long it is
            let late = if facts.is_format("matroska") { start.max(0.0) } else { 0.0 };
            duration = whole.saturating_sub(Duration::try_from_secs_f64(late).unwrap_or_default());
            // an MP4 whose number of frames fits its length has none cut off
            frames = facts.frames.filter(|&n| {
                let fits = length(n, fps).abs_diff(duration).as_secs_f64() < 0.5 * fps.frame_seconds();
                steady && fits && facts.is_format("mov") && facts.packets.list.iter().all(|p| !p.hidden)
            });
            duration = frames.map_or(duration, |n| length(n, fps));
            if !steady
                && let Some(n) = facts.frames
                && !duration.is_zero()
            {
                fps = Fps::from(n as f64 / duration.as_secs_f64()).checked().unwrap_or(fps);
            }
        }
        let is_any = |names: &[&str]| names.iter().any(|name| facts.is_format(name));
        let known = !shown.keys.is_empty() || ANYWHERE.contains(&facts.codec.as_str()) || is_any(&INDEXED);
        // without packets it is not known, and ffmpeg will tell
        let stamped = facts.packets.list.is_empty() || !(shown.times.is_empty() || shown.guessed && steady);
        // a palette that stands in the container comes with the first packet that is read, and with no later one
        let palette = ["pal8", "monow", "monob"].contains(&facts.look.pixels.as_str());
        let sought = shown.count > 0 && !shown.guessed && shown.continuous && known && is_any(&TIMED);
        let seekable = stamped && sought && !palette;
        let mut keys = Vec::with_capacity(shown.keys.len());
        for key in &shown.keys {
            keys.push((*key as f64 * tick * 1e6).round() as i64);
        }
        Self { fps, steady, frames, duration, stamped, seekable, one_clock: seekable && facts.packets.complete, keys }
    }
}

fn length(frames: u64, fps: Fps) -> Duration {
    Duration::try_from_secs_f64(frames as f64 * fps.frame_seconds()).unwrap_or_default()
}

/// How far from its frame's beginning a picture may be, in seconds: times that were rounded to milliseconds twice, as when a
/// Matroska file was made an MP4.
const ROUNDED: f64 = 2e-3;
/// The same in frames, where the file declares a rate and it fits all through.
const LOOSE: f64 = 0.25;

/// The rate that explains all times, if there is one: what the container declares before what is only possible.
fn rate(facts: &Facts, times: &[i64]) -> Option<Fps> {
    let (num, den) = facts.packets.tick;
    let second = f64::from(den) / f64::from(num);
    let explains = |fps: &Fps, loose: f64| {
        let each = second * fps.frame_seconds();
        // if a frame is a tick, nothing is rounded
        let slack = if each < 2.0 { 0.1 } else { loose.min(LOOSE * each).max(1.0) + 1e-6 };
        is_on_grid(times, each, slack)
    };
    let mut apart = times.windows(2).map(|two| two[1] - two[0]);
    let equal = apart.next().filter(|&first| first > 0 && apart.all(|other| other == first));
    let equal = equal.and_then(|ticks| Fps::new(den, num.checked_mul(u32::try_from(ticks).ok()?)?).checked().ok());
    let fine = equal.filter(|fps| second * fps.frame_seconds() >= 200.0);
    let simplest = || {
        let mut delays = Delays::new(den);
        times.windows(2).for_each(|two| delays.push((two[1] - two[0]).max(0).unsigned_abs()));
        delays.explained().filter(|_| num == 1 && times.len() > 1)
    };
    let (average, base) = (facts.average.map(television), facts.base);
    // the base rate is a round one, and the average was measured: they may mean the same
    let same = |a: &Fps| average.is_some_and(|b| (a.as_f64() / b.as_f64() - 1.0).abs() < 1e-4);
    let told = |fps: Option<Fps>| fps.filter(|fps| explains(fps, ROUNDED * second));
    let nearly = |fps: Option<Fps>| fps.filter(|fps| explains(fps, f64::INFINITY));
    let found = [base.filter(same), average, fine, base, equal].into_iter().find_map(told);
    let found = found.or_else(|| told(simplest())).or_else(|| nearly(base)).or_else(|| nearly(average));
    found.map(television)
}

/// Whether each picture is within `slack` of its place, if they are `each` apart.
fn is_on_grid(times: &[i64], each: f64, slack: f64) -> bool {
    times.iter().enumerate().all(|(n, time)| ((time - times[0]) as f64 - n as f64 * each).abs() <= slack)
}

/// A rate of television that a container could only hold nearly: 29011/242 for 120000/1001. Only those closer than two in
/// a million are meant: 29.95 is a rate of its own.
fn television(fps: Fps) -> Fps {
    let whole = (fps.as_f64() * 1.001).round();
    let exact = Fps::new((whole * 1000.0) as u32, 1001);
    let near = (exact.as_f64() / fps.as_f64() - 1.0).abs() < 2e-6;
    if near && fps.den() > 1 && (1.0..4e6).contains(&whole) { exact } else { fps }
}

#[cfg(test)]
mod tests;
