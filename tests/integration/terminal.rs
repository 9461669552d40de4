//! Terminals, as others see what is drawn in them.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use grabframe::prelude::*;
use grabframe::{TerminalGraphics, TerminalView};

use crate::tools::have;

/// What [`child`] does, and where it says what it found.
const CHILD: &str = "GRABFRAME_TEST_TERMINAL";
const NOTES: &str = "GRABFRAME_TEST_TERMINAL_NOTES";

/// A picture in which no two pixels are alike.
fn picture(width: u32, height: u32) -> Frame {
    let mut frame = Frame::new(width, height);
    for (i, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
        pixel.copy_from_slice(&[(i % 256) as u8, (i / 256) as u8, 100]);
    }
    frame
}

/// A picture of few colours.
fn plot(width: u32, height: u32) -> Frame {
    let mut fig = Figure::pixels(width, height);
    let ax = fig.add_axes();
    fig[ax].plot([0.0, 1.0, 2.0], [0.0, 2.0, 1.0]);
    fig.render()
}

fn child_command(what: &str, notes: &Path) -> Vec<(String, String)> {
    vec![(CHILD.into(), what.into()), (NOTES.into(), notes.display().to_string())]
}

/// No test by itself: shows a picture in the terminal that it runs in.
#[test]
fn child() {
    let Ok(what) = std::env::var(CHILD) else { return };
    let notes = std::env::var(NOTES).unwrap();
    let said = match TerminalView::new() {
        Ok(mut view) => {
            let frame = if what == "plot" { plot(320, 240) } else { picture(60, 40) };
            view.show(&frame).unwrap();
            format!("{:?}", view.get_graphics())
        }
        Err(error) => error.to_string(),
    };
    std::fs::write(&notes, said).unwrap();
    if what == "stay" {
        std::thread::sleep(Duration::from_secs(60));
    }
}

fn program() -> String {
    std::env::current_exe().unwrap().display().to_string()
}

#[test]
fn nothing_is_printed_where_there_is_no_terminal() {
    let dir = temp_dir::TempDir::new().unwrap();
    let notes = dir.path().join("notes");
    let run = |terminal: bool| {
        let mut command = Command::new(program());
        command.args(["--exact", "terminal::child", "--nocapture", "--quiet"]);
        if terminal {
            command.envs(child_command("plot", &notes));
        }
        let out = command.stdin(Stdio::null()).stderr(Stdio::null()).output().unwrap();
        let said = String::from_utf8(out.stdout).unwrap();
        // how long the test took
        said.split("finished in").next().unwrap().to_owned()
    };
    assert_eq!(run(true), run(false));
    let said = std::fs::read_to_string(&notes).unwrap();
    assert!(said.contains("standard output is no terminal"), "{said}");
}

/// The colours of the letters that `tmux capture-pane -e` gives: of each place, those of the letter and behind it.
fn captured(said: &str) -> Vec<Vec<[[u8; 3]; 2]>> {
    let mut lines = Vec::new();
    let mut colors = [None; 2];
    for line in said.lines() {
        let mut places = Vec::new();
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            if let Some(after) = rest.strip_prefix("\x1b[") {
                let (codes, behind) = after.split_once('m').unwrap();
                let codes: Vec<u32> = codes.split([';', ':']).map(|code| code.parse().unwrap_or(0)).collect();
                let mut i = 0;
                while i < codes.len() {
                    match codes[i] {
                        0 => colors = [None; 2],
                        39 => colors[0] = None,
                        49 => colors[1] = None,
                        which @ (38 | 48) => {
                            assert_eq!(codes[i + 1], 2, "{codes:?}");
                            colors[usize::from(which == 48)] =
                                Some([codes[i + 2] as u8, codes[i + 3] as u8, codes[i + 4] as u8]);
                            i += 4;
                        }
                        other => panic!("{other} in {codes:?}"),
                    }
                    i += 1;
                }
                rest = behind;
                continue;
            }
            if c == '▀' {
                places.push(colors.map(|color| color.unwrap()));
            }
            rest = &rest[c.len_utf8()..];
        }
        lines.push(places);
    }
    lines
}

#[test]
fn half_blocks_in_tmux() {
    if !have("tmux", "half blocks in tmux") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let notes = dir.path().join("notes");
    let socket = dir.path().join("tmux");
    let tmux = |args: &[&str]| {
        let out =
            Command::new("tmux").arg("-S").arg(&socket).args(["-f", "/dev/null", "-u"]).args(args).output().unwrap();
        String::from_utf8_lossy(&out.stdout).into_owned()
    };
    let vars: Vec<String> =
        child_command("stay", &notes).iter().map(|(name, value)| format!("{name}='{value}'")).collect();
    let (vars, program) = (vars.join(" "), program());
    let (before, after) = (dir.path().join("before"), dir.path().join("after"));
    let (before_name, after_name) = (before.display(), after.display());
    // the terminal is as it was, as soon as it was asked
    let script = format!(
        "stty -g >'{before_name}'; (sleep 0; while ! [ -s '{}' ]; do sleep 0.1; done; stty -g >'{after_name}.new' </dev/tty; mv \
         '{after_name}.new' '{after_name}') & {vars} '{program}' --exact terminal::child --nocapture --quiet",
        notes.display()
    );
    tmux(&["new-session", "-d", "-x", "80", "-y", "24", &script]);
    let start = Instant::now();
    while !after.exists() && start.elapsed() < Duration::from_secs(30) {
        std::thread::sleep(Duration::from_millis(50));
    }
    let said = tmux(&["capture-pane", "-e", "-p"]);
    tmux(&["kill-server"]);
    assert_eq!(std::fs::read_to_string(&notes).unwrap(), "HalfBlocks");
    assert_eq!(std::fs::read_to_string(before).unwrap(), std::fs::read_to_string(after).unwrap());
    let lines = captured(&said);
    let frame = picture(60, 40);
    for y in 0..20 {
        let wanted: Vec<_> = (0..60).map(|x| [frame.pixel(x, 2 * y), frame.pixel(x, 2 * y + 1)]).collect();
        assert_eq!(lines[y as usize], wanted, "line {y}");
    }
    assert!(lines[20..].iter().all(Vec::is_empty));
}

/// A terminal that answers what it is told to, and gives what was written to it. Its second line says whether it was left as it was.
const PTY: &str = r#"
import os, pty, select, sys, termios, time
answer, out = sys.argv[1].encode().decode("unicode_escape").encode("latin1"), sys.argv[2]
pid, fd = pty.fork()
if pid == 0:
    os.execv(sys.argv[3], sys.argv[3:])
import fcntl, struct
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
before, said, answered, end = termios.tcgetattr(fd), b"", False, time.time() + 30
while time.time() < end:
    if not select.select([fd], [], [], 0.1)[0]:
        continue
    try:
        some = os.read(fd, 65536)
    except OSError:
        break
    if not some:
        break
    said += some
    if not answered and b"\x1b[c" in said:
        answered = True
        os.write(fd, answer)
    after = termios.tcgetattr(fd)
open(out, "wb").write(said)
print(answered, before == after)
"#;

/// What the program writes to a terminal that answers so, and which graphics it chose.
fn in_terminal(answer: &str, dir: &Path) -> (String, String) {
    let (notes, out, script) = (dir.join("notes"), dir.join("out"), dir.join("ask.py"));
    std::fs::write(&script, PTY).unwrap();
    let said = Command::new("python3")
        .arg(&script)
        .arg(answer)
        .arg(&out)
        .args([&program(), "--exact", "terminal::child", "--nocapture", "--quiet"])
        .envs(child_command("plot", &notes))
        .env("TERM", "xterm-256color")
        .env_remove("TERM_PROGRAM")
        .env_remove("STY")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&said.stdout).trim(), "True True", "{}", String::from_utf8_lossy(&said.stderr));
    let bytes = std::fs::read(out).unwrap();
    (String::from_utf8(bytes).unwrap(), std::fs::read_to_string(notes).unwrap())
}

#[cfg(unix)]
#[test]
fn terminals_are_asked_what_they_show() {
    if !have("python3", "terminals that answer") {
        return;
    }
    for (answer, graphics, begins) in [
        (r"\x1b[?64;1;2;6;9;15;22c", "HalfBlocks", "\x1b[38;2;"),
        (r"\x1b[6;16;8t\x1b[?62;4;22c", "Sixel", "\x1bP0;1;0q\"1;1;320;240#0;2;"),
        (r"\x1b_Gi=31;OK\x1b\\\x1b[6;16;8t\x1b[?62;4c", "Kitty", "\x1b_Ga=T,f=100"),
        // keys that were pressed meanwhile
        (r"ls\x1b[A\x1b[6;16;8t\x1b[?62;4c", "Sixel", "\x1bP0;1;0q\"1;1;320;240#0;2;"),
    ] {
        let dir = temp_dir::TempDir::new().unwrap();
        let (said, chosen) = in_terminal(answer, dir.path());
        assert_eq!(chosen, graphics, "{answer}");
        let picture = said.split("\x1b[H").nth(1).unwrap_or_else(|| panic!("{said}"));
        assert!(picture.starts_with(begins), "{answer}: {}", &picture[..60.min(picture.len())]);
    }
}

/// The same stream, into a file.
fn stream(frame: &Frame, graphics: TerminalGraphics, path: &Path, lines: u32, columns: u32) -> String {
    let file = std::fs::File::create(path).unwrap();
    TerminalView::on(file, graphics, lines, columns).show(frame).unwrap();
    std::fs::read_to_string(path).unwrap()
}

/// The mean of the pixels that each covers, where they are whole.
fn halved(frame: &Frame) -> Frame {
    let (width, height) = (frame.width() / 2, frame.height() / 2);
    let mut small = Frame::new(width, height);
    for (i, pixel) in small.as_rgb_mut().chunks_exact_mut(3).enumerate() {
        let (x, y) = (2 * (i as u32 % width), 2 * (i as u32 / width));
        for (channel, level) in pixel.iter_mut().enumerate() {
            let sum: u32 = [(0, 0), (1, 0), (0, 1), (1, 1)]
                .map(|(i, k)| u32::from(frame.pixel(x + i, y + k)[channel]))
                .iter()
                .sum();
            *level = ((sum + 2) / 4) as u8;
        }
    }
    small
}

#[test]
fn another_program_sees_the_picture_in_sixels() {
    if !have("sixel2png", "sixels as libsixel sees them") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let (sixels, png) = (dir.path().join("sixels"), dir.path().join("out.png"));
    let decoded = |frame: &Frame, lines: u32, columns: u32| {
        let all = stream(frame, TerminalGraphics::Sixel, &sixels, lines, columns);
        let picture = &all[all.find("\x1bP").unwrap()..];
        let mut child = Command::new("sixel2png").arg("-o").arg(&png).stdin(Stdio::piped()).spawn().unwrap();
        let picture = &picture.as_bytes()[..picture.find("\x1b\\").unwrap() + 2];
        child.stdin.take().unwrap().write_all(picture).unwrap();
        assert!(child.wait().unwrap().success());
        Frame::open(&png).unwrap()
    };
    // a picture of few colours is exact but for the hundredths that sixel has; letters are 10 x 20 pixels
    let frame = plot(320, 240);
    let distance = |a: &Frame, b: &Frame| {
        assert_eq!(a.size(), b.size());
        a.as_rgb().iter().zip(b.as_rgb()).map(|(a, b)| a.abs_diff(*b)).max().unwrap()
    };
    assert!(distance(&decoded(&frame, 24, 80), &frame) <= 2);
    // half as large
    assert!(distance(&decoded(&frame, 8, 16), &halved(&frame)) <= 2);
    // very many colours
    let many = picture(200, 200);
    let seen = decoded(&many, 24, 80);
    let off = many.as_rgb().iter().zip(seen.as_rgb()).map(|(a, b)| f64::from(a.abs_diff(*b))).sum::<f64>() / 120_000.0;
    assert!(off < 6.0, "{off}");
}

#[test]
fn another_program_sees_the_picture_for_kitty() {
    if !have("ffmpeg", "kitty's pictures as ffmpeg sees them") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let frame = plot(320, 240);
    let all = stream(&frame, TerminalGraphics::Kitty, &dir.path().join("stream"), 8, 16);
    let pieces = all.split("\x1b_G").skip(1).map(|piece| piece.split_once(';').unwrap().1);
    let letters: String = pieces.map(|piece| piece.split("\x1b\\").next().unwrap()).collect();
    let (letters_at, png) = (dir.path().join("letters"), dir.path().join("picture.png"));
    std::fs::write(&letters_at, letters).unwrap();
    let bytes = Command::new("base64").arg("-d").arg(&letters_at).output().unwrap();
    assert!(bytes.status.success());
    std::fs::write(&png, bytes.stdout).unwrap();
    assert_eq!(crate::tools::decode(&png, 160, 120), [halved(&frame)]);
}
