//! Constrained figures in recordings: room that was given is not taken back.

use grabframe::prelude::*;
use grabframe::{Layout, Rect};

use crate::tools::Counted;

/// A window that slides to the right over a curve whose values grow from one digit to six, beside axes with a colorbar.
fn dashboard() -> (Figure, [Key<Axes>; 2], Key<Line>) {
    let mut fig = Figure::pixels(640, 300).constrained();
    let (axs, line) = furnish(&mut fig);
    (fig, axs, line)
}

fn furnish(fig: &mut Figure) -> ([Key<Axes>; 2], Key<Line>) {
    let axs = fig.subplots(1, 2);
    let (left, right) = (axs[(0, 0)], axs[(0, 1)]);
    let line = fig[left].add(Line::empty());
    fig[left].set_xlabel("time (s)").set_ylabel("count");
    let image = fig[right].imshow([[0.0, 1.0], [2.0, 3.0]]);
    fig.colorbar(image);
    ([left, right], line)
}

fn slide(fig: &mut Figure, [left, _]: [Key<Axes>; 2], line: Key<Line>, step: u32) {
    let at = f64::from(step);
    let x: Vec<f64> = (0..40).map(|i| at + f64::from(i)).collect();
    let y: Vec<f64> = x.iter().map(|x| (1.0 + (x * 0.7).sin()) * 10.0_f64.powf(x / 45.0)).collect();
    fig[line].set_data(&x, &y);
    // a title that has two lines now and then
    fig[left].set_title(if step % 31 == 5 { "two\nlines" } else { "one" });
}

fn boxes(fig: &Figure) -> Vec<Rect> {
    Layout::of(fig).axes.iter().map(|axes| axes.area).collect()
}

#[test]
fn axes_give_way_to_labels_and_do_not_come_back() {
    let (mut fig, axs, line) = dashboard();
    let (mut before, mut moves, mut wanted) = (Vec::<Rect>::new(), 0, 0);
    let mut alone = fig.clone();
    let mut alone_before = Vec::new();
    let mut movie = MemoryWriter::new().fps(10).saving(&mut fig, "").unwrap();
    for step in 0..199 {
        slide(movie.figure_mut(), axs, line, step);
        slide(&mut alone, axs, line, step);
        movie.grab_frame().unwrap();
        let now = boxes(movie.figure());
        if !before.is_empty() {
            moves += u32::from(before != now);
            // columns stay equally wide, so that what one gives up is taken from both
            for (b, n) in before.iter().zip(&now) {
                assert!(n.width() <= b.width() + 0.01 && n.height() <= b.height() + 0.01, "step {step}: {b:?} {n:?}");
            }
        }
        before = now;
        let now = boxes(&alone);
        wanted += u32::from(!alone_before.is_empty() && alone_before != now);
        alone_before = now;
    }
    movie.finish().unwrap();
    assert!(wanted > 60 && moves < 16, "{moves} moves, {wanted} without memory");
}

#[test]
fn a_frozen_layout_does_not_move() {
    let (mut fig, axs, line) = dashboard();
    let memory = MemoryWriter::new().fps(10);
    let (mut stills, mut there) = (Vec::new(), Vec::new());
    let mut movie = memory.saving(&mut fig, "").unwrap();
    for step in 0..40 {
        slide(movie.figure_mut(), axs, line, 5 * step);
        if step == 10 {
            movie.freeze_layout();
            there = boxes(movie.figure());
        }
        if step == 20 {
            movie.figure_mut().suptitle("over all");
        }
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
        assert!(step < 10 || boxes(movie.figure()) == there, "step {step}");
    }
    movie.finish().unwrap();
    assert!(memory.take() == stills);
    // another recording begins without
    let movie = memory.saving(&mut fig, "").unwrap();
    assert_ne!(boxes(movie.figure()), there);
    movie.abort();
}

#[test]
fn axes_that_come_after_the_freeze_are_held_as_their_first_frame_has_them() {
    let memory = MemoryWriter::new().fps(10);
    let mut fig = Figure::pixels(640, 300).constrained();
    let (mut stills, mut there) = (Vec::new(), Vec::new());
    let mut movie = memory.saving(&mut fig, "").unwrap();
    movie.freeze_layout();
    movie.grab_frame().unwrap();
    stills.push(movie.figure().render());
    let (axs, line) = furnish(movie.figure_mut());
    for step in 0..20 {
        slide(movie.figure_mut(), axs, line, 10 * step);
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
        let now = boxes(movie.figure());
        if there.is_empty() {
            there = now.clone();
        }
        assert_eq!(now, there, "step {step}");
    }
    movie.finish().unwrap();
    assert!(memory.take() == stills);
}

#[test]
fn a_frame_that_leaves_no_room_does_not_end_a_freeze() {
    let (mut fig, axs, line) = dashboard();
    let memory = MemoryWriter::new().fps(10);
    let mut movie = memory.saving(&mut fig, "").unwrap();
    slide(movie.figure_mut(), axs, line, 0);
    movie.freeze_layout();
    let there = boxes(movie.figure());
    let many: Vec<_> = movie.figure_mut().subplots(1, 100).into_iter().collect();
    movie.grab_frame().unwrap();
    let crowded = movie.figure().render();
    assert_ne!(boxes(movie.figure())[..2], there[..2]);
    for key in many {
        movie.figure_mut().remove_axes(key);
    }
    slide(movie.figure_mut(), axs, line, 150);
    movie.grab_frame().unwrap();
    assert_eq!(boxes(movie.figure()), there);
    let stills = [crowded, movie.figure().render()];
    movie.finish().unwrap();
    assert!(memory.take() == stills);
}

#[test]
fn boxes_stay_where_labels_grow_beyond_all_room() {
    let memory = MemoryWriter::new().fps(10);
    let mut fig = Figure::pixels(200, 150).constrained();
    let ax = fig.add_axes();
    let (mut stills, mut there) = (Vec::new(), Vec::<Rect>::new());
    let mut movie = memory.saving(&mut fig, "").unwrap();
    for step in (0..30).chain([3, 0]) {
        movie[ax].set_yticklabels([0.5], ["m".repeat(step)]);
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
        let now = boxes(movie.figure());
        for (before, now) in there.iter().zip(&now) {
            assert!(now.x0 >= before.x0 && now.width() <= before.width(), "step {step}: {before:?} {now:?}");
        }
        there = now;
    }
    movie.finish().unwrap();
    assert!(there[0].width() > 0.0 && there[0].width() < 60.0, "{there:?}");
    assert!(memory.take() == stills);
}

/// Room is found and used in one go; in a first frame a colorbar may come to rest later.
#[test]
fn a_frame_is_laid_out_once() {
    for beside in [false, true] {
        let counted = Counted::with_colors();
        let mut fig = Figure::pixels(320, 240).constrained();
        let ax = fig.add_axes();
        fig[ax].set_ylabel("y");
        let artist = fig[ax].add(counted.clone());
        fig.colorbar(artist);
        let memory = MemoryWriter::new().fps(10);
        let (mut stills, mut times) = (Vec::new(), Vec::new());
        let mut movie = memory.saving(&mut fig, "").unwrap();
        movie.render_in_background(beside);
        for step in 0..12 {
            movie[ax].set_title(format!("step {step}")).set_ylim(0, 10f64.powi(step / 3));
            counted.colored.set(0);
            movie.grab_frame().unwrap();
            if !beside {
                times.push(counted.colored.get());
            }
            stills.push(movie.figure().render());
        }
        movie.finish().unwrap();
        assert!(memory.take() == stills);
        assert!(times.iter().skip(1).all(|times| *times == 1), "{times:?}");
    }
}

#[test]
fn a_frame_is_the_still_of_its_figure() {
    let (mut fig, axs, line) = dashboard();
    let memory = MemoryWriter::new().fps(10);
    let mut stills = Vec::new();
    let mut movie = memory.saving(&mut fig, "").unwrap();
    for step in 0..60 {
        slide(movie.figure_mut(), axs, line, step * 3);
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
    }
    movie.finish().unwrap();
    for (k, (frame, still)) in memory.take().iter().zip(&stills).enumerate() {
        assert!(frame == still, "frame {k}");
    }
    // what was recorded last is what stands there
    assert!(fig.render() == stills[59]);
}

#[test]
fn another_recording_begins_anew() {
    let (mut fig, axs, line) = dashboard();
    slide(&mut fig, axs, line, 0);
    let first = boxes(&fig);
    for _ in 0..2 {
        let mut movie = MemoryWriter::new().saving(&mut fig, "").unwrap();
        for step in [0, 150, 0] {
            slide(movie.figure_mut(), axs, line, step);
            movie.grab_frame().unwrap();
            assert_eq!(step == 0 && movie.frames() == 1, boxes(movie.figure()) == first);
        }
        movie.finish().unwrap();
    }
    // and so do the frames of a loop
    let frames = |fig: &mut Figure| -> Vec<Frame> {
        animate(fig, [0, 150, 0], |fig, step| slide(fig, axs, line, step)).frames().collect()
    };
    let (one, two) = (frames(&mut fig), frames(&mut fig));
    assert!(one == two && one[0] != one[2]);
}
