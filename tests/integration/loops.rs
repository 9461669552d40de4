//! Loops that are written already, and what their closures return.

use std::path::Path;

use grabframe::prelude::*;
use grabframe::{Animation, ErrorKind};

use crate::tools::decode_gif;

fn figure() -> (Figure, Key<Axes>, Key<Line>) {
    let mut fig = Figure::pixels(200, 150);
    let ax = fig.add_axes();
    let line = fig[ax].plot([0.0, 1.0], [0.0, 1.0]);
    (fig, ax, line)
}

fn frames(path: &Path) -> usize {
    decode_gif(path).len()
}

#[test]
fn a_closure_may_return_what_it_likes() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.gif");
    let (mut fig, ax, line) = figure();
    let saved = |animation: Animation<'_>| {
        assert_eq!(animation.save(&path).unwrap().frames, 3);
    };
    saved(animate(&mut fig, 0..3, |fig, i| {
        fig[line].set_data([0.0, 1.0], [0.0, f64::from(i)]);
    }));
    saved(animate(&mut fig, 0..3, |fig, i| _ = fig[line].set_data([0.0, 1.0], [0.0, f64::from(i)])));
    saved(animate(&mut fig, 0..3, |fig, i| fig[ax].plot([0.0, 1.0], [f64::from(i), 0.0])));
    saved(animate(&mut fig, 0..3, |_, i| i));
    saved(animate(&mut fig, 0..3, |_, i| Some(i)));
    saved(animate(&mut fig, 0..3, |fig, i: i32| -> Result<(), String> {
        fig[ax].set_title(i.to_string());
        Ok(())
    }));
    fn step(fig: &mut Figure, _: i32) {
        fig.suptitle("a function");
    }
    saved(animate(&mut fig, 0..3, step));
}

#[test]
fn an_error_ends_the_loop_and_the_frames_before_it_are_kept() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("a.gif");
    let (mut fig, ax, _) = figure();
    let mut told = 0;
    let error = animate(&mut fig, ["1", "2", "3", "four", "5"], |fig, step| {
        let n: u32 = step.parse()?;
        fig[ax].set_title(n.to_string());
        Ok::<_, std::num::ParseIntError>(n)
    })
    .repeat_delay(500.0)
    .progress(|done, _| told = done)
    .save(&path)
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "the update for frame 3 failed: invalid digit found in string; the frames before it are in `{}`",
            path.display()
        )
    );
    assert_eq!((error.kind(), error.frames()), (ErrorKind::Update, Some(3)), "{error}");
    assert_eq!(error.kept(), Some(path.as_path()), "{error}");
    assert_eq!((told, frames(&path)), (3, 3));
    // with nothing to keep, no file
    let other = dir.path().join("b.gif");
    let error = animate(&mut fig, 0..3, |_, _| Err::<(), _>("not today")).save(&other).unwrap_err();
    assert_eq!(error.to_string(), "the update for frame 0 failed: not today");
    assert!(error.kind() == ErrorKind::Update && error.kept().is_none() && !other.exists());
    // in memory they are in no file
    let stop = |_: &mut Figure, i: i32| if i == 2 { Err("enough") } else { Ok(()) };
    let error = animate(&mut fig, 0..3, stop).save_with(&MemoryWriter::new(), &other).unwrap_err();
    assert_eq!(error.to_string(), "the update for frame 2 failed: enough");
    let files = dir.path().join("f-%d.png");
    let error = animate(&mut fig, 0..3, stop).save_with(&PngSequenceWriter::new(), &files).unwrap_err();
    assert_eq!((error.kind(), error.kept()), (ErrorKind::Update, Some(files.as_path())), "{error}");
}

#[test]
fn an_error_can_be_asked_what_it_is() {
    let (mut fig, ..) = figure();
    let missing = |_: &mut Figure, _: i32| std::fs::read("/nowhere/at/all");
    let error = animate(&mut fig, 0..3, missing).save_with(&MemoryWriter::new(), "memory").unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    let kind = source.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    assert_eq!(kind, Some(std::io::ErrorKind::NotFound));
}

#[test]
fn an_error_ends_the_frames_of_a_loop() {
    let (mut fig, ax, _) = figure();
    let update = |fig: &mut Figure, i: i32| {
        fig[ax].set_title(i.to_string());
        if i == 2 { Err("enough") } else { Ok(()) }
    };
    let mut given = animate(&mut fig, 0..5, update).try_frames();
    assert!(given.next().unwrap().is_ok() && given.next().unwrap().is_ok());
    assert_eq!(given.next().unwrap().unwrap_err().frames(), Some(2));
    assert!(given.next().is_none());
    drop(given);
    assert_eq!(animate(&mut fig, 0..5, update).frames().count(), 2);
}

#[test]
fn a_key_alone_is_a_set() {
    let (mut fig, ax, _) = figure();
    let grids = [[[1, 2], [3, 4]], [[4, 3], [2, 1]]];
    let images = grids.map(|grid| fig[ax].imshow(grid));
    let given: Vec<Frame> = animate_artists(&mut fig, images).frames().collect();
    let sets = images.map(|image| ArtistSet::new([image.into()]));
    assert!(given == animate_artists(&mut fig, sets).frames().collect::<Vec<_>>());
    assert!(given[0] != given[1]);
}

#[test]
fn positions_along_one_axis_are_replaced_alone() {
    let mut moved = Line::new([0, 1], [2, 3]);
    moved.set_xdata([4_u8, 8]);
    assert_eq!((moved.xdata(), moved.ydata()), (&[4.0, 8.0][..], &[2.0, 3.0][..]));
    let (mut fig, mut other) = (Figure::new(), Figure::new());
    let (ax, far) = (fig.add_axes(), other.add_axes());
    fig[ax].add(moved);
    other[far].plot([4, 8], [2, 3]);
    assert_eq!(fig[ax].xlim(), other[far].xlim(), "the limits follow");
}
