//! No frames, one frame, a thousand; and figures that are taken apart while they are recorded.

use grabframe::prelude::*;

use super::kinds::{Kind, all, names, picture, promptly};

const SIZE: (u32, u32) = (16, 16);

#[test]
fn no_frames_are_an_error_and_leave_yesterdays_file() {
    for kind in all("no frames") {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("movie"));
        let file = kind.first_file(&path);
        std::fs::write(&file, "yesterday").unwrap();
        let movie = kind.open(&path, SIZE).unwrap();
        let error = promptly("finishing nothing", || movie.finish()).unwrap_err().to_string();
        assert!(error.contains("no frame was grabbed") && error.contains("call grab_frame"), "{kind:?}: {error}");
        promptly("dropping nothing", || drop(kind.open(&path, SIZE).unwrap()));
        let mut movie = kind.open(&path, SIZE).unwrap();
        let error = movie.hold(1.0).unwrap_err().to_string();
        assert!(error.contains("no frame"), "{kind:?}: {error}");
        promptly("giving nothing up", || movie.abort());
        assert_eq!(std::fs::read(&file).unwrap(), b"yesterday", "{kind:?}");
        assert_eq!(names(dir.path()).len(), 1, "{kind:?}: {:?}", names(dir.path()));
    }
}

#[test]
fn one_frame_and_a_thousand() {
    let dir = temp_dir::TempDir::new().unwrap();
    for kind in all("one frame and a thousand") {
        for frames in [1, 2, 1000] {
            let path = dir.path().join(kind.name(&format!("{kind:?}{frames}")));
            let receipt = kind.record(&path, frames, SIZE).unwrap();
            assert_eq!(receipt.frames, u64::from(frames));
            assert_eq!(receipt.duration.as_millis(), u128::from(frames) * 40);
            kind.assert_shows(&path, frames, SIZE);
        }
    }
}

/// Frames that are all the same are all there, too.
#[test]
fn a_figure_that_stands_still_has_its_time() {
    let dir = temp_dir::TempDir::new().unwrap();
    for kind in all("a figure that stands still") {
        let path = dir.path().join(kind.name(&format!("{kind:?}")));
        let mut movie = kind.open(&path, SIZE).unwrap();
        (0..50).for_each(|_| movie.write_frame(&picture(0, SIZE)).unwrap());
        let receipt = movie.finish().unwrap();
        assert_eq!((receipt.frames, receipt.duration.as_millis()), (50, 2000), "{kind:?}");
        let Some(shown) = kind.shown(&path, SIZE) else { continue };
        let differences_only = matches!(kind, Kind::Gif | Kind::Apng | Kind::Webp);
        assert_eq!(shown.len(), if differences_only { 1 } else { 50 }, "{kind:?}");
    }
}

#[test]
fn a_figure_of_another_size_is_refused_and_the_recording_goes_on() {
    for kind in all("another size") {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("movie"));
        let mut fig = Figure::pixels(64, 48);
        let mut movie = kind.writer(25).saving(&mut fig, &path).unwrap();
        movie.grab_frame().unwrap();
        for size in [(65, 48), (64, 47), (48, 64), (1, 1)] {
            *movie.figure_mut() = Figure::pixels(size.0, size.1);
            let error = promptly("refusing", || movie.grab_frame()).unwrap_err().to_string();
            assert!(error.contains(&format!("{}x{}", size.0, size.1)) && error.contains("64x48"), "{kind:?}: {error}");
        }
        *movie.figure_mut() = Figure::pixels(64, 48);
        movie.figure_mut().add_axes();
        movie.grab_frame().unwrap();
        assert_eq!(movie.finish().unwrap().frames, 2, "{kind:?}");
        let shown = kind.shown(&path, (64, 48));
        assert_eq!(shown.map_or(2, |shown| shown.len()), 2, "{kind:?}");
    }
}

#[test]
fn axes_and_artists_may_go_while_they_are_recorded() {
    for kind in all("axes that go") {
        let dir = temp_dir::TempDir::new().unwrap();
        let path = dir.path().join(kind.name("movie"));
        let mut fig = Figure::pixels(64, 48);
        let (left, right) = (fig.add_axes(), fig.add_axes());
        let line = fig[left].plot([0.0, 1.0], [0.0, 1.0]);
        let map = fig[right].imshow(vec![vec![0.0, 1.0], vec![2.0, 3.0]]);
        fig.colorbar(map);
        let mut movie = kind.writer(25).saving(&mut fig, &path).unwrap();
        movie.grab_frame().unwrap();
        assert!(movie.figure_mut().remove(line).is_some());
        movie.grab_frame().unwrap();
        assert!(movie.figure_mut().remove_axes(right).is_some());
        movie.grab_frame().unwrap();
        assert!(movie.figure_mut().get(map).is_none() && movie.figure_mut().remove_axes(right).is_none());
        assert!(movie.figure_mut().remove_axes(left).is_some());
        movie.grab_frame().unwrap();
        assert_eq!(movie.finish().unwrap().frames, 4, "{kind:?}");
        let shown = kind.shown(&path, (64, 48));
        assert_eq!(shown.map_or(4, |shown| shown.len()), 4, "{kind:?}");
    }
}
