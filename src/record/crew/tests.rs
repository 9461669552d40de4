use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::EACH;
use crate::artist::{Artist, ArtistExt as _, Common};
use crate::canvas::Frame;
use crate::error::{Error, ErrorKind};
use crate::figure::{Figure, Key};
use crate::geom::Extent;
use crate::record::{Animation, animate};

/// A figure whose labels grow, so that axes move, with an artist that comes, stays and goes.
fn loops(fig: &mut Figure) -> Animation<'_> {
    *fig = Figure::pixels(120, 90).constrained();
    let ax = fig.add_axes();
    let (still, line) = (fig[ax].scatter([0.0, 1.0, 2.0], [0.5, 0.1, 0.7]), fig[ax].plot([0.0], [0.0]));
    let mut guest = None;
    let mut sum = 0.0;
    animate(fig, 0..17, move |fig, step| {
        // what adds to the frame before
        sum += f64::from(step * 7 % 5) * 10_f64.powi(step / 5);
        fig[line].push(f64::from(step), sum);
        match step % 6 {
            1 => guest = Some(fig[ax].text(1.0, sum, "guest")),
            4 => drop(guest.take().map(|key| fig.remove(key))),
            5 => _ = fig[still].set_visible(step % 4 == 1),
            _ => _ = fig[ax].set_title(format!("step {step}")),
        }
    })
}

fn gif(animation: Animation<'_>) -> Vec<u8> {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.gif");
    assert_eq!(animation.repeat_delay(100.0).save(&path).unwrap().frames, 17);
    std::fs::read(&path).unwrap()
}

#[test]
fn a_movie_is_the_same_for_any_number_of_threads() {
    let mut fig = Figure::new();
    let want = gif(loops(&mut fig));
    let stills: Vec<Frame> = loops(&mut fig).frames().collect();
    for threads in [1, 2, 3, 5, 8, 40] {
        assert!(gif(loops(&mut fig).on_threads(threads)) == want, "{threads}");
        let frames: Vec<Frame> = loops(&mut fig).on_threads(threads).frames().collect();
        assert!(frames == stills, "{threads}");
    }
    assert!(gif(loops(&mut fig).parallel()) == want);
}

/// An artist of a program, which takes its time, is counted, and may panic.
#[derive(Clone, Debug)]
struct Slow {
    common: Common,
    /// Held by each that there is.
    count: Arc<()>,
    /// How many are being painted now, and how many were at most.
    at_once: Arc<(AtomicUsize, AtomicUsize)>,
    millis: u64,
    panics: bool,
}

impl Artist for Slow {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> crate::artist::Bounds {
        crate::artist::Bounds::new(Extent::EMPTY, Extent::EMPTY)
    }

    fn paint(&self, _: &mut crate::artist::Painter<'_>) {
        let (now, most) = &*self.at_once;
        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(self.millis));
        now.fetch_sub(1, Ordering::SeqCst);
        assert!(!self.panics, "out of ink");
    }
}

fn slow() -> (Figure, Key<Slow>) {
    let mut fig = Figure::pixels(40, 30);
    let ax = fig.add_axes();
    let (common, count) = (Common::new(), Arc::new(()));
    let key = fig[ax].add(Slow { common, count, at_once: Arc::default(), millis: 0, panics: false });
    (fig, key)
}

#[test]
fn frames_are_drawn_at_once_and_no_more_than_are_allowed() {
    let (mut fig, key) = slow();
    let (count, at_once) = (Arc::clone(&fig[key].count), Arc::clone(&fig[key].at_once));
    let mut most = 0;
    let threads = 3;
    let animation = animate(&mut fig, 0..30, |fig, step: u64| {
        // the first of each round takes longest, so that the others are done before it
        fig[key].millis = if step.is_multiple_of(3) { 20 } else { 2 };
        most = most.max(Arc::strong_count(&count));
    });
    let mut told = Vec::new();
    animation.on_threads(threads).progress(|done, all| told.push((done, all))).frames().for_each(drop);
    assert_eq!(told, (1..=30).map(|k| (k, Some(30))).collect::<Vec<_>>());
    assert!(at_once.1.load(Ordering::SeqCst) > 1, "one after the other");
    // the figure's own, this test's, and of each frame that is ahead
    assert!(most <= 2 + EACH * threads, "{most}");
}

#[test]
fn who_panics_is_named_and_all_frames_before_are_in_the_movie() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.gif");
    for frame in [0_u64, 1, 7, 19] {
        let (mut fig, key) = slow();
        let update = |fig: &mut Figure, step: u64| {
            fig[key].millis = 3;
            assert!(step != frame, "no step {step}");
        };
        let error = animate(&mut fig, 0..20_u64, update).on_threads(3).save(&path).unwrap_err();
        assert_eq!((error.kind(), error.frames()), (ErrorKind::Update, Some(frame)), "{error}");
        assert!(error.to_string().contains(&format!("it panicked: no step {frame}")), "{error}");
        kept(&error, &path, frame);

        let (mut fig, key) = slow();
        let update = |fig: &mut Figure, step: u64| fig[key].panics = step == frame;
        let error = animate(&mut fig, 0..20_u64, update).on_threads(3).save(&path).unwrap_err();
        assert_eq!((error.kind(), error.frames()), (ErrorKind::Drawing, Some(frame)), "{error}");
        assert!(error.to_string().contains("out of ink") && error.to_string().contains("Slow"), "{error}");
        kept(&error, &path, frame);

        let (mut fig, _) = slow();
        let update = |fig: &mut Figure, step: u64| {
            if step == frame {
                *fig = Figure::pixels(41, 30);
            }
        };
        let error = animate(&mut fig, 0..20_u64, update).on_threads(3).save(&path).unwrap_err();
        assert_eq!((error.kind(), error.frames()), (ErrorKind::FrameSize, Some(frame)), "{error}");
    }
    // and among frames that are asked for one by one it is the last
    let (mut fig, key) = slow();
    let all: Vec<_> =
        animate(&mut fig, 0..9, |fig, step| fig[key].panics = step == 4).on_threads(2).try_frames().collect();
    assert!(all.len() == 5 && all[4].is_err() && all[..4].iter().all(Result::is_ok));
    let stop = |_: &mut Figure, step: i32| if step == 4 { Err("enough") } else { Ok(()) };
    let all: Vec<_> = animate(&mut fig, 0..9, stop).on_threads(2).try_frames().collect();
    assert!(all.len() == 5 && all[4].is_err() && all[..4].iter().all(Result::is_ok));
}

fn kept(error: &Error, path: &std::path::Path, frames: u64) {
    if frames == 0 {
        assert!(error.kept().is_none() && !path.exists(), "{error}");
        return;
    }
    assert_eq!(error.kept(), Some(path), "{error}");
    let bytes = std::fs::read(path).unwrap();
    let mut reader = gif::DecodeOptions::new().read_info(&bytes[..]).unwrap();
    // frames that are alike are one that is shown longer: 30 a second
    let mut hundredths = 0;
    while let Some(frame) = reader.next_frame_info().unwrap() {
        hundredths += u64::from(frame.delay);
    }
    assert!((frames * 100 / 30).abs_diff(hundredths) <= 1, "{hundredths} for {frames}");
    std::fs::remove_file(path).unwrap();
}
