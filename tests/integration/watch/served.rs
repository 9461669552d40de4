//! What viewers are sent, over sockets.

use std::time::{Duration, Instant};

use grabframe::prelude::*;

use super::client::{Reply, TOKEN, Viewer};

fn view() -> WatchView {
    WatchView::new().token(TOKEN)
}

/// A frame whose colour is its number.
fn numbered(k: u32) -> Frame {
    let mut frame = Frame::new(40, 30);
    frame.as_rgb_mut().as_chunks_mut::<3>().0.fill([k as u8, (k >> 8) as u8, 77]);
    frame
}

fn color(k: u64) -> [u8; 3] {
    [k as u8, (k >> 8) as u8, 77]
}

/// That the picture is the one of its number.
#[track_caller]
fn check(reply: &Reply) -> u64 {
    let frames = reply.number("frames");
    assert_eq!((reply.status, reply.header("Content-Type")), (200, Some("application/octet-stream")));
    let picture = reply.picture();
    assert!(picture.as_rgb().as_chunks::<3>().0.iter().all(|pixel| *pixel == color(frames)), "frame {frames}");
    frames
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(20), "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn all_viewers_see_the_newest_and_the_last() {
    let writer = MemoryWriter::new().fps(10);
    let mut movie = writer.open("", (40, 30)).unwrap().expect_frames(300);
    let page = view().per_second(100).open("127.0.0.1:0").unwrap();
    movie.add_view(page.clone());
    let watch = |slow: bool| {
        let mut viewer = Viewer::new(&page);
        std::thread::spawn(move || {
            let (mut last, mut seen) = (viewer.next(None), Vec::new());
            loop {
                seen.push(check(&last));
                assert_eq!(last.number("total"), 300);
                if !last.about().ends_with("\"ended\":\"\"}") {
                    return seen;
                }
                std::thread::sleep(Duration::from_millis(if slow { 300 } else { 0 }));
                last = viewer.next(Some(&last));
            }
        })
    };
    // one that asks and asks, and reads nothing
    let mut deaf = Viewer::new(&page);
    for _ in 0..100 {
        deaf.send("/at");
    }
    let viewers = [watch(false), watch(false), watch(true)];
    for k in 1..=300 {
        movie.write_frame(&numbered(k)).unwrap();
        std::thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(movie.finish().unwrap().frames, 300);
    let seen = viewers.map(|viewer| viewer.join().unwrap());
    for seen in &seen {
        assert_eq!(seen.last(), Some(&300));
        assert!(seen.windows(2).all(|pair| pair[0] <= pair[1]), "{seen:?}");
    }
    assert!(seen[0].len() > 10 && seen[2].len() < seen[0].len(), "{} and {}", seen[0].len(), seen[2].len());
}

#[test]
fn nothing_is_compressed_while_nobody_looks() {
    let mut movie = MemoryWriter::new().open("", (40, 30)).unwrap();
    let page = view().per_second(1000).open("127.0.0.1:0").unwrap();
    movie.add_view(page.clone());
    for k in 1..=50 {
        movie.write_frame(&numbered(k)).unwrap();
        std::thread::sleep(Duration::from_millis(2));
    }
    // the loop is at rest: whoever comes sees the last frame, which may have been passed over
    std::thread::sleep(Duration::from_millis(200));
    let mut viewer = Viewer::new(&page);
    let first = viewer.next(None);
    assert_eq!((check(&first), first.number("number"), first.number("oldest")), (50, 1, 1));
    assert_eq!(page.viewers(), 1);
    drop(viewer);
    until("the viewer to have gone", || page.viewers() == 0);
    for k in 51..=60 {
        movie.write_frame(&numbered(k)).unwrap();
    }
    std::thread::sleep(Duration::from_millis(200));
    // not the one that was compressed for another
    let second = Viewer::new(&page).next(None);
    assert_eq!((check(&second), second.number("number")), (60, 2));
}

#[test]
fn no_more_pictures_than_asked_for() {
    let mut movie = MemoryWriter::new().open("", (40, 30)).unwrap();
    let page = view().per_second(10).open("127.0.0.1:0").unwrap();
    movie.add_view(page.clone());
    movie.write_frame(&numbered(1)).unwrap();
    let mut viewer = Viewer::new(&page);
    let start = Instant::now();
    let writing = std::thread::spawn(move || {
        for k in 2..=300 {
            movie.write_frame(&numbered(k % 200)).unwrap();
            std::thread::sleep(Duration::from_millis(3));
        }
        movie
    });
    // who asks for the next as soon as there is one
    let (mut last, mut count) = (viewer.next(None), 1);
    while start.elapsed() < Duration::from_millis(800) {
        last = viewer.next(Some(&last));
        count += 1;
    }
    assert!(count > 2, "nothing moved");
    let most = (start.elapsed().as_secs_f64() * 10.0) as u64 + 2;
    assert!(count <= most, "{count} pictures, {most} at most");
    writing.join().unwrap().finish().unwrap();
}

#[test]
fn the_last_pictures_are_there_to_step_through() {
    let page = view().memory(600).open("127.0.0.1:0").unwrap();
    let mut viewer = Viewer::new(&page);
    let mut last: Option<Reply> = None;
    for k in 1..=40 {
        page.show_frame(&numbered(k));
        last = Some(viewer.next(last.as_ref()));
    }
    let last = last.unwrap();
    let (oldest, newest) = (last.number("oldest"), last.number("newest"));
    assert!(newest == 40 && (2..40).contains(&oldest), "{oldest} to {newest}");
    for number in oldest..=newest {
        let reply = viewer.ask(&format!("/at?number={number}&run={}", last.run()));
        assert_eq!((reply.number("number"), reply.picture().pixel(0, 0)), (number, color(number)));
    }
    // of what is not there any more the nearest; of another run the newest
    let number = |target: String| Viewer::new(&page).ask(&target).number("number");
    assert_eq!(number(format!("/at?number=1&run={}", last.run())), oldest);
    assert_eq!(number(format!("/at?number=9999&run={}", last.run())), newest);
    assert_eq!(number("/at?number=1&run=another".into()), newest);
}

#[test]
fn figures_are_seen_without_a_movie() {
    let page = view().open("127.0.0.1:0").unwrap();
    let mut fig = Figure::pixels(160, 120);
    let ax = fig.add_axes();
    let line = fig[ax].add(Line::empty().fmt("r-o"));
    let mut viewer = Viewer::new(&page);
    // before there is anything, a request waits
    viewer.send("/next");
    let mut last = None;
    for k in 0..5 {
        fig[line].push(f64::from(k), f64::from(k * k));
        page.show(&fig);
        let reply = if let Some(last) = &last { viewer.next(Some(last)) } else { viewer.receive() };
        assert!(reply.picture() == fig.render(), "picture {k}");
        last = Some(reply);
    }
    // what was shown while nobody looked
    fig[ax].set_title("later");
    page.show(&fig);
    assert!(Viewer::new(&page).next(None).picture() == fig.render());
}

#[test]
fn a_run_that_begins_again_is_another() {
    let first = view().open("127.0.0.1:0").unwrap();
    let address = first.address();
    first.show_frame(&numbered(1));
    let mut viewer = Viewer::new(&first);
    let mut before = viewer.next(None);
    for k in 2..5 {
        first.show_frame(&numbered(k));
        before = viewer.next(Some(&before));
    }
    drop(first);
    // at the same port, at once
    let second = view().open(address).unwrap();
    second.show_frame(&numbered(9));
    let after = Viewer::new(&second).next(Some(&before));
    assert_eq!((after.number("version"), after.picture().pixel(0, 0)), (1, color(9)));
    assert_ne!(before.run(), after.run());
}

/// Who waits for the next frame when the movie ends has the last, and the page is gone then.
#[test]
fn at_the_end_those_who_look_have_the_last_frame() {
    for held in [false, true] {
        let mut movie = MemoryWriter::new().open("end", (40, 30)).unwrap();
        let page = view().open("127.0.0.1:0").unwrap();
        movie.add_view(page.clone());
        movie.write_frame(&numbered(1)).unwrap();
        let address = page.address();
        let page = Some(page).filter(|_| held);
        let mut viewer = Viewer::at(address);
        let first = viewer.next(None);
        assert_eq!(check(&first), 1);
        viewer.send(&format!("/next?after={}&run={}", first.number("version"), first.run()));
        // one that is not due
        movie.write_frame(&numbered(2)).unwrap();
        let start = Instant::now();
        let receipt = movie.finish().unwrap();
        assert!(start.elapsed() < Duration::from_secs(3));
        let mut last = viewer.receive();
        while last.about().ends_with("\"ended\":\"\"}") {
            assert!(held, "it was not waited for");
            last = viewer.next(Some(&last));
        }
        assert_eq!(check(&last), 2);
        assert!(last.about().contains(&receipt.to_string()), "{}", last.about());
        assert_eq!(std::net::TcpStream::connect(address).is_ok(), held, "it is there as long as somebody holds it");
        if let Some(page) = page {
            assert_eq!(check(&Viewer::new(&page).next(None)), 2);
        }
    }
}

#[test]
fn an_artist_that_panics_is_not_seen() {
    let page = view().open("127.0.0.1:0").unwrap();
    let mut fig = Figure::pixels(40, 30);
    let ax = fig.add_axes();
    fig[ax].set_xticks(Ticks::every(1).format(Format::with(|_: f64| panic!("no words"))));
    let mut viewer = Viewer::new(&page);
    viewer.send("/next");
    page.show(&fig);
    std::thread::sleep(Duration::from_millis(100));
    page.show_frame(&numbered(0));
    assert_eq!(viewer.receive().picture(), numbered(0));
}

/// The movie with viewers is the movie without.
#[test]
fn the_movie_is_the_same() {
    for background in [false, true] {
        let record = |watched: bool| {
            let dir = temp_dir::TempDir::new().unwrap();
            let paths = ["a.gif", "a.apng", "a.webp", "a.avi"].map(|name| dir.path().join(name));
            let mut fig = Figure::pixels(96, 64);
            let ax = fig.add_axes();
            let line = fig[ax].add(Line::empty().fmt("k-o"));
            let mut movie = AutoWriter::new().fps(10).saving_all(&mut fig, &paths).unwrap();
            movie.render_in_background(background);
            let looking = watched.then(|| {
                let page = view().per_second(1000).open("127.0.0.1:0").unwrap();
                movie.add_view(page.clone());
                let mut viewer = Viewer::new(&page);
                std::thread::spawn(move || {
                    let mut last = viewer.next(None);
                    while last.about().ends_with("\"ended\":\"\"}") {
                        last = viewer.next(Some(&last));
                    }
                    last.picture()
                })
            });
            for step in 0..20 {
                movie[line].push(f64::from(step), f64::from(step * step % 7));
                movie.grab_frame().unwrap();
            }
            movie.finish().unwrap();
            if let Some(looking) = looking {
                assert!(looking.join().unwrap() == fig.render(), "and what is seen is the still");
            }
            paths.map(|path| std::fs::read(path).unwrap())
        };
        assert!(record(true) == record(false));
    }
}

/// Who asks for the next frame of a run at rest, and goes away, leaves its place.
#[test]
fn who_has_gone_is_not_waited_for() {
    let page = view().open("127.0.0.1:0").unwrap();
    page.show_frame(&numbered(1));
    for _ in 0..64 {
        let mut viewer = Viewer::new(&page);
        let first = viewer.next(None);
        viewer.send(&format!("/next?after={}&run={}", first.number("version"), first.run()));
    }
    let start = Instant::now();
    until("all to have gone", || page.viewers() == 0);
    assert!(start.elapsed() < Duration::from_secs(10), "their requests were waited for to the end");
    assert_eq!(Viewer::new(&page).next(None).status, 200);
}

#[cfg(target_os = "linux")]
mod counted {
    use std::io::Write;
    use std::net::TcpStream;

    use super::*;
    use crate::faults::process::{Child, say, told};

    fn counts() -> (usize, usize) {
        let count = |folder: &str| std::fs::read_dir(folder).unwrap().count();
        (count("/proc/self/task"), count("/proc/self/fd"))
    }

    #[test]
    #[ignore = "a child of the one below"]
    fn child() {
        if told("COUNT").is_none() {
            return;
        }
        let before_all = counts();
        let page = view().open("127.0.0.1:0").unwrap();
        page.show_frame(&numbered(1));
        Viewer::new(&page).next(None);
        until("the viewer to have gone", || counts().0 == before_all.0 + 2);
        let before = counts();
        for k in 0..1000 {
            // some look, some say nothing, some begin, some are refused, some ask for the next and go
            let mut stream = TcpStream::connect(page.address()).unwrap();
            match k % 5 {
                0 => assert_eq!(Viewer::new(&page).next(None).status, 200),
                1 => {}
                2 => stream.write_all(b"GET / HT").unwrap(),
                3 => stream.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap(),
                _ => Viewer::new(&page).send("/next?after=0"),
            }
            drop(stream);
        }
        until("all to have gone", || counts() == before);
        say("after");
        drop(page);
        until("nothing to be left", || counts() == before_all);
        say("nothing");
    }

    #[test]
    fn a_thousand_viewers_leave_nothing() {
        let child = Child::start("watch::served::counted::child", &[("COUNT", "yes".as_ref())]);
        assert_eq!(child.succeed(), ["after", "nothing"]);
    }
}
