//! What is left of a recording when the program is killed, and when its encoder is killed with it.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use grabframe::prelude::*;

use super::formats::{self, Format};
use super::programs::{ask, pillow};
use super::scene::{FPS, HEIGHT, Scene, WIDTH};
use crate::tools::{probe, value};

/// Where the child process records to.
const CHILD: &str = "GRABFRAME_TEST_TABLE_CHILD";
/// How many frames it records.
const STEPS: &str = "GRABFRAME_TEST_TABLE_STEPS";
/// Whether only what other programs encode is recorded.
const THEIRS: &str = "GRABFRAME_TEST_TABLE_THEIRS";
/// Twenty encoders at once take their time.
const PATIENCE: Duration = Duration::from_secs(300);

/// What is lost, for the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lost {
    /// Frames that were grabbed and are not in the file.
    frames: usize,
}

impl std::fmt::Display for Lost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.frames {
            // those on their way to the encoder, and the one whose time is not over
            0..=4 => "all there",
            // and a second
            frames if frames <= 4 + FPS as usize => "last second lost",
            // how much more is a matter of buffers
            _ => "more or all lost",
        })
    }
}

/// No test by itself: records to every format at once, says when it has handed over all frames, and waits to be killed.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    let folder = Path::new(&folder);
    let (steps, theirs) = (std::env::var(STEPS).unwrap().parse().unwrap(), std::env::var_os(THEIRS).is_some());
    let mut movies: Vec<MovieFile> = formats::all()
        .iter()
        .filter(|format| !theirs || format.by_ffmpeg())
        .map(|format| format.writer.open(folder.join(format.file), (WIDTH, HEIGHT)).unwrap())
        .collect();
    let mut scene = Scene::new();
    let keys = scene.keys();
    for k in 0..steps {
        Scene::show(&mut scene.figure, keys, k);
        let frame = scene.figure.render();
        movies.iter_mut().for_each(|movie| movie.write_frame(&frame).unwrap());
        std::thread::sleep(Duration::from_millis(5));
    }
    // an encoder keeps up with a simulation; what it is busy with is not what is measured
    std::thread::sleep(Duration::from_secs(1));
    std::fs::write(folder.join("ready"), "").unwrap();
    std::thread::sleep(PATIENCE);
}

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "waited too long: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The programs that a process has started.
fn children(parent: &Child) -> Vec<u32> {
    let of = |pid: u32| {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // the name, in parentheses, may hold anything
        stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse::<u32>().ok()
    };
    let pids = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = pids.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter(|pid| of(*pid) == Some(parent.id())).collect()
}

/// Kills a recording to every format after two seconds of movie. Nothing may be lost.
pub fn program() -> Vec<Lost> {
    let lost = kill(2 * FPS as usize, false);
    for (format, lost) in formats::all().iter().zip(&lost) {
        assert_eq!(lost.to_string(), "all there", "{}, the program killed: {lost:?}", format.written_by);
    }
    lost
}

/// The same with the programs that encode, after four seconds, since they keep back up to some. What is encoded in
/// process is as above.
pub fn program_and_encoders(program: &[Lost]) -> Vec<Lost> {
    let mut theirs = kill(4 * FPS as usize, true).into_iter();
    let of = |(format, own): (Format, &Lost)| if format.by_ffmpeg() { theirs.next().unwrap() } else { *own };
    formats::all().into_iter().zip(program).map(of).collect()
}

fn kill(steps: usize, theirs: bool) -> Vec<Lost> {
    let folder = temp_dir::TempDir::new().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "format_table::killed::child"]);
    child.env(CHILD, folder.path()).env(STEPS, steps.to_string()).env_remove("BLESS");
    if theirs {
        child.env(THEIRS, "yes");
    }
    let mut process = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    until("the child to record", || {
        assert!(process.try_wait().unwrap().is_none(), "the child ended");
        folder.path().join("ready").exists()
    });
    let encoders = children(&process);
    let formats: Vec<Format> = formats::all().into_iter().filter(|format| !theirs || format.by_ffmpeg()).collect();
    assert_eq!(encoders.len(), formats.iter().filter(|format| format.by_ffmpeg()).count(), "programs that encode");
    if theirs {
        let pids: Vec<String> = encoders.iter().map(u32::to_string).collect();
        assert!(Command::new("kill").arg("-9").args(pids).status().unwrap().success());
    }
    process.kill().unwrap();
    process.wait().unwrap();
    until("the encoders to end", || encoders.iter().all(|pid| !Path::new(&format!("/proc/{pid}/fd/0")).exists()));
    let lost = |format: &Format| Lost { frames: steps - left(format, folder.path(), steps).min(steps) };
    formats.iter().map(lost).collect()
}

/// How many frames can be seen in what is left.
fn left(format: &Format, folder: &Path, steps: usize) -> usize {
    if format.is_sequence() {
        let good = |k: &usize| ask("pngcheck", &["-q"], &folder.join(format.file.replace("%05d", &format!("{k:05}"))));
        return (0..steps).take_while(|k| good(k).is_some()).count();
    }
    let part = folder.join(format.file.replace('.', ".part."));
    assert!(part.exists() && !folder.join(format.file).exists(), "{}", format.file);
    if format.file.ends_with(".webp") {
        return pillow(&part).images.len();
    }
    value(&probe(&part), "nb_read_frames").parse().unwrap_or(0)
}
