//! Windows, as a screen without anybody before it shows them.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use grabframe::prelude::*;
use grabframe::{ErrorKind, Window};

use crate::tools::{Counted, have};

/// What [`child`] does, and where it says what it found.
const CHILD: &str = "GRABFRAME_TEST_WINDOW";
const NOTES: &str = "GRABFRAME_TEST_WINDOW_NOTES";

/// What opens windows.
const KINDS: &[&str] = if cfg!(feature = "window") { &["native", "ffplay"] } else { &["ffplay"] };

/// How many pictures a recording has that are not alike.
const STEPS: u32 = 40;

fn figure(step: u32) -> Figure {
    with_axes(step).0
}

fn with_axes(step: u32) -> (Figure, Key<Axes>) {
    let mut fig = Figure::pixels(320, 240);
    let ax = fig.add_axes();
    fig[ax].add(Line::new([0.0, 1.0, 2.0], [0.0, 2.0, 1.0]).color("red"));
    fig[ax].set_title(format!("step {step}"));
    (fig, ax)
}

/// No test by itself: opens windows.
#[test]
fn child() {
    let Ok(what) = std::env::var(CHILD) else { return };
    let notes = PathBuf::from(std::env::var_os(NOTES).unwrap());
    let said = match &*what {
        "show" => figure(7).show().map(|()| "closed".into()),
        "loop" => looping(&notes),
        "fast" => fast(),
        "twice" => Window::new().and_then(|mut window| {
            // what cannot be opened may be told late
            let start = Instant::now();
            while start.elapsed() < Duration::from_secs(20) {
                window.pause(&figure(0), 0.1)?;
            }
            Ok("opened".into())
        }),
        other => panic!("{other}"),
    };
    let said = said.unwrap_or_else(|error| {
        assert_eq!(error.kind(), ErrorKind::NoDisplay);
        error.to_string()
    });
    std::fs::write(notes, said).unwrap();
}

/// A quick loop: how often it was drawn in a second.
fn fast() -> grabframe::Result<String> {
    let (mut fig, ax) = with_axes(0);
    let counted = Counted::default();
    let count = counted.drawn.clone();
    let key = fig[ax].add(counted);
    let mut window = Window::new()?;
    window.pause(&fig, 0.1)?;
    let (start, before, mut loops) = (Instant::now(), count.get(), 0);
    while start.elapsed() < Duration::from_secs(1) {
        let _ = fig[key].common_mut(); // it may be another picture
        window.drawnow(&fig)?;
        loops += 1;
    }
    Ok(format!("{loops} {}", count.get() - before))
}

/// A recording that is looked at, whose window is closed while it runs.
fn looping(notes: &Path) -> grabframe::Result<String> {
    let record = |name: &str, seen: bool| {
        let path = notes.with_file_name(name);
        let (fig, ax) = with_axes(0);
        let mut movie = GifWriter::new().fps(5).saving(fig, &path)?;
        let (mut open, mut latest) = (true, Duration::ZERO);
        let mut steps = 0;
        let start = Instant::now();
        // the window is closed by then
        while steps < 3 || seen && open && start.elapsed() < Duration::from_secs(100) {
            steps += 1;
            movie[ax].set_title(format!("step {}", steps % STEPS));
            if steps <= 3 {
                movie.grab_frame()?;
            }
            if seen {
                let begun = Instant::now();
                open = movie.pause(0.2)?;
                let over = begun.elapsed().saturating_sub(Duration::from_millis(200));
                assert!(begun.elapsed() >= Duration::from_millis(200), "{:?}", begun.elapsed());
                // opening is not counted
                latest = latest.max(if steps > 1 { over } else { Duration::ZERO });
            }
        }
        if seen {
            // it stays closed, and a pause is a pause
            let begun = Instant::now();
            assert!(!movie.pause(0.1)? && !movie.drawnow()?);
            assert!(begun.elapsed() >= Duration::from_millis(100));
        }
        movie.finish()?;
        Ok((std::fs::read(path).unwrap(), latest, open))
    };
    let ((with, latest, open), (without, ..)) = (record("with.gif", true)?, record("without.gif", false)?);
    assert!(with == without, "the window changed the movie");
    Ok(format!("{} late {}", if open { "open" } else { "closed" }, latest.as_millis()))
}

/// A screen that nobody sees.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    fn new() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self { server, display: format!(":{}", number.trim()) }
    }

    fn run(&self, program: &str, args: &[&str]) -> Vec<u8> {
        Command::new(program).args(args).env("DISPLAY", &self.display).stderr(Stdio::null()).output().unwrap().stdout
    }

    /// What is on it: the smallest picture around all that is not black.
    fn shot(&self) -> Option<Frame> {
        let args =
            "-v error -f x11grab -draw_mouse 0 -video_size 800x600 -i DISPLAY -frames:v 1 -f rawvideo -pix_fmt rgb24 -";
        let args: Vec<&str> = args.split(' ').map(|arg| if arg == "DISPLAY" { &*self.display } else { arg }).collect();
        let rgb = self.run("ffmpeg", &args);
        let all = (rgb.len() == 800 * 600 * 3).then(|| Frame::from_rgb(800, 600, rgb))?;
        let lit: Vec<(u32, u32)> =
            (0..600).flat_map(|y| (0..800).map(move |x| (x, y))).filter(|&(x, y)| all.pixel(x, y) != [0; 3]).collect();
        let (x0, x1) = (lit.iter().map(|p| p.0).min()?, lit.iter().map(|p| p.0).max()?);
        let (y0, y1) = (lit.iter().map(|p| p.1).min()?, lit.iter().map(|p| p.1).max()?);
        let mut shot = Frame::new(x1 + 1 - x0, y1 + 1 - y0);
        let pixels = (y0..=y1).flat_map(|y| (x0..=x1).map(move |x| (x, y))).flat_map(|(x, y)| all.pixel(x, y));
        shot.as_rgb_mut().iter_mut().zip(pixels).for_each(|(to, from)| *to = from);
        Some(shot)
    }

    /// Waits until a window shows this.
    fn until(&self, wanted: &Frame) {
        let start = Instant::now();
        let mut last = None;
        while start.elapsed() < Duration::from_secs(30) {
            last = self.shot();
            if last.as_ref() == Some(wanted) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("{last:?} is not what was wanted, {wanted:?}");
    }

    /// Does something with the window, in xdotool's words.
    fn tell(&self, words: &str) {
        let args: Vec<&str> =
            ["search", "--onlyvisible", "--name", "^(Figure|with.gif)"].into_iter().chain(words.split(' ')).collect();
        self.run("xdotool", &args);
    }

    fn press(&self, key: &str) {
        self.tell(&format!("windowfocus key {key}"));
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// [`child`], in another process.
fn begin(what: &str, kind: &str, display: Option<&str>, notes: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "windows::child", "--nocapture"])
        .env(CHILD, what)
        .env(NOTES, notes)
        .env("GRABFRAME_WINDOW", kind)
        .env_remove("WAYLAND_DISPLAY")
        .current_dir(notes.parent().unwrap())
        .stdout(Stdio::null());
    match display {
        Some(display) => command.env("DISPLAY", display),
        None => command.env_remove("DISPLAY"),
    };
    command.spawn().unwrap()
}

/// What it said in the end.
fn end(mut child: Child, notes: &Path) -> String {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(60) {
        if child.try_wait().unwrap().is_some() {
            return std::fs::read_to_string(notes).unwrap();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    panic!("it does not end");
}

fn until(what: &str, is: impl Fn() -> bool) {
    let start = Instant::now();
    while !is() {
        assert!(start.elapsed() < Duration::from_secs(20), "not within 20 seconds: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn all_there(test: &str) -> bool {
    ["Xvfb", "ffmpeg", "ffplay", "xdotool"].iter().all(|program| have(program, test))
}

#[test]
fn a_figure_is_shown_until_its_window_is_closed() {
    if !all_there("a window on a screen") {
        return;
    }
    for kind in KINDS {
        let (dir, screen) = (temp_dir::TempDir::new().unwrap(), Screen::new());
        let notes = dir.path().join("notes");
        let child = begin("show", kind, Some(&screen.display), &notes);
        screen.until(&figure(7).render());
        assert!(!notes.exists());
        if *kind == "native" {
            screen.press("s");
            let saved = dir.path().join("Figure_1.png");
            until("it is saved", || Frame::open(&saved).is_ok_and(|frame| frame == figure(7).render()));
        }
        screen.tell("windowsize 480 360");
        until("it is larger", || {
            screen.shot().is_some_and(|shot| {
                let dark = shot.as_rgb().iter().filter(|level| **level < 64).count();
                shot.size() == Size::new(480, 360) && dark > 2000
            })
        });
        screen.press("q");
        assert_eq!(end(child, &notes), "closed", "{kind}");
    }
}

#[test]
fn a_quick_loop_is_not_drawn_more_often_than_it_is_seen() {
    if !all_there("a quick loop on a screen") {
        return;
    }
    for kind in KINDS {
        let (dir, screen) = (temp_dir::TempDir::new().unwrap(), Screen::new());
        let notes = dir.path().join("notes");
        let said = end(begin("fast", kind, Some(&screen.display), &notes), &notes);
        let (loops, drawn) = said.split_once(' ').unwrap_or_else(|| panic!("{said}"));
        let (loops, drawn): (u32, u32) = (loops.parse().unwrap(), drawn.parse().unwrap());
        assert!((2..=31).contains(&drawn) && loops > 3 * drawn, "{kind}: {loops} loops, {drawn} drawn");
    }
}

#[test]
fn a_recording_is_shown_and_closing_is_a_value() {
    if !all_there("a recording on a screen") {
        return;
    }
    let known: Vec<Frame> = (0..STEPS).map(|step| figure(step).render()).collect();
    for kind in KINDS {
        let (dir, screen) = (temp_dir::TempDir::new().unwrap(), Screen::new());
        let notes = dir.path().join("notes");
        let child = begin("loop", kind, Some(&screen.display), &notes);
        let start = Instant::now();
        // the window is there, and goes on
        let mut seen: Vec<Frame> = Vec::new();
        while seen.len() < 3 && start.elapsed() < Duration::from_secs(20) {
            let shot = screen.shot().filter(|shot| shot.size() == Size::new(320, 240));
            if let Some(shot) = shot.filter(|shot| seen.last() != Some(shot)) {
                seen.push(shot);
            }
        }
        assert_eq!(seen.len(), 3, "{kind}");
        assert!(seen.iter().all(|shot| known.contains(shot)), "{kind}");
        if *kind == "native" {
            // it waits, goes on by one, and goes on
            let step = || {
                let shot = screen.shot();
                known.iter().position(|frame| shot.as_ref() == Some(frame))
            };
            screen.press("p");
            std::thread::sleep(Duration::from_millis(700));
            let at = step().unwrap();
            std::thread::sleep(Duration::from_millis(700));
            assert_eq!(step(), Some(at));
            screen.press("period");
            let next = Some((at + 1) % known.len());
            until("it went on by one", || step() == next);
            std::thread::sleep(Duration::from_millis(700));
            assert_eq!(step(), next);
            screen.press("space");
            until("it goes on", || step().is_some() && step() != next);
        }
        screen.press("q");
        let said = end(child, &notes);
        let late: u32 = said.strip_prefix("closed late ").unwrap_or_else(|| panic!("{said}")).parse().unwrap();
        // what it was told to wait is no lateness
        assert!(late < if *kind == "native" { 5000 } else { 150 }, "{kind}: {late} ms");
    }
}

#[test]
fn without_a_display_there_is_an_error_that_says_what_to_do() {
    if cfg!(not(target_os = "linux")) || !have("ffplay", "windows without a display") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let notes = dir.path().join("notes");
    for kind in KINDS {
        for (what, display) in [("show", None), ("loop", None), ("twice", Some(":4711"))] {
            let said = end(begin(what, kind, display, &notes), &notes);
            assert!(said.contains("movie.watch("), "{kind}, {what}: {said}");
            assert!(display.is_some() || said.contains("DISPLAY is not set"), "{kind}, {what}: {said}");
        }
    }
}
