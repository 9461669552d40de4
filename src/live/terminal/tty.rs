//! What the terminal is: how large, and which pictures it shows. It is asked itself, which over ssh, too, is the one that
//! somebody looks at.
//!
//! To hear its answer lines must not be waited for, and nothing shown: `stty` sees to that, which every Unix has, and puts it
//! back; the calls of the system that it makes would be unsafe code, or a crate.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

use super::TerminalGraphics;

/// Whether a picture of kitty's protocol would do (one pixel, not kept), how large a letter is, and who it is: every terminal
/// answers the last, so that no answer to the others is one.
const QUESTION: &str = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[16t\x1b[c";

/// What a terminal has said of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) graphics: TerminalGraphics,
    /// Width and height of a letter in pixels.
    pub(super) cell: Option<(u32, u32)>,
}

/// Asks the terminal of this process. `None` if it has none, runs in its background, or gets no answer within a second.
pub(super) fn ask() -> Option<Answer> {
    let mut tty = open()?;
    // a process in the background would be stopped
    if !is_in_foreground() {
        return None;
    }
    let saved = stty(&tty, &["-g"])?;
    let _restored = Restored { tty: tty.try_clone().ok()?, saved: saved.trim().into() };
    // no lines, nothing shown, and a read ends after a second without a letter
    stty(&tty, &["-icanon", "-echo", "-isig", "min", "0", "time", "10"])?;
    tty.write_all(QUESTION.as_bytes()).ok()?;
    let (mut said, mut some) = (Vec::new(), [0; 256]);
    // an answer is short; keys that were pressed meanwhile are among it
    while said.len() < 4096 && identity(&said).is_none() {
        match tty.read(&mut some) {
            Ok(0) | Err(_) => return None,
            Ok(n) => said.extend_from_slice(&some[..n]),
        }
    }
    Some(understand(&said))
}

/// Puts the terminal back as it was, also when something panics.
struct Restored {
    tty: File,
    saved: String,
}

impl Drop for Restored {
    fn drop(&mut self) {
        let _ = stty(&self.tty, &[&self.saved]);
    }
}

/// Lines and columns of the terminal.
pub(super) fn size() -> Option<(u32, u32)> {
    let said = stty(&open()?, &["size"])?;
    let (lines, columns) = said.trim().split_once(' ')?;
    let number = |text: &str| text.parse().ok().filter(|&n: &u32| n > 0);
    Some((number(lines)?, number(columns)?))
}

fn open() -> Option<File> {
    if !cfg!(unix) {
        return None;
    }
    File::options().read(true).write(true).open("/dev/tty").ok()
}

/// Runs stty on the terminal, and gives what it prints.
fn stty(tty: &File, words: &[&str]) -> Option<String> {
    let mut command = Command::new("stty");
    command.args(words).stdin(tty.try_clone().ok()?).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let mut said = String::new();
    let read = child.stdout.take()?.read_to_string(&mut said);
    // where children are not waited for (SIGCHLD is ignored) nobody knows how it ended
    let failed = child.wait().is_ok_and(|status| !status.success());
    (read.is_ok() && !failed).then_some(said)
}

fn is_in_foreground() -> bool {
    let pid = std::process::id().to_string();
    let groups = |said: &str, own: usize, front: usize| {
        let words: Vec<&str> = said.split_whitespace().collect();
        words.len() > own.max(front) && words[own] == words[front]
    };
    // behind the name, which may have anything in it: state, parent, group, session, terminal, group in the foreground
    if let Ok(stat) = std::fs::read_to_string("/proc/self/stat") {
        return stat.rsplit_once(')').is_some_and(|(_, rest)| groups(rest, 2, 5));
    }
    let said = Command::new("ps").args(["-o", "pgid=,tpgid=", "-p", &pid]).stdin(Stdio::null()).output();
    said.is_ok_and(|said| groups(&String::from_utf8_lossy(&said.stdout), 0, 1))
}

/// What the terminal says it can: `ESC [ ? numbers c`.
fn identity(said: &[u8]) -> Option<Vec<u32>> {
    after(said, b"\x1b[?", b'c')
}

/// The numbers between `begin` and the letter `end`, wherever that is among other things.
fn after(said: &[u8], begin: &[u8], end: u8) -> Option<Vec<u32>> {
    for at in 0..said.len() {
        let Some(rest) = said[at..].strip_prefix(begin) else { continue };
        let many = rest.iter().take_while(|c| c.is_ascii_digit() || **c == b';').count();
        if rest.get(many) == Some(&end) {
            let numbers = String::from_utf8_lossy(&rest[..many]).into_owned();
            return Some(numbers.split(';').filter_map(|number| number.parse().ok()).collect());
        }
    }
    None
}

fn understand(said: &[u8]) -> Answer {
    let kitty = said.windows(9).any(|some| some == b"\x1b_Gi=31;O");
    let sixel = identity(said).is_some_and(|numbers| numbers.contains(&4));
    let graphics = match (kitty, sixel) {
        (true, _) => TerminalGraphics::Kitty,
        (_, true) => TerminalGraphics::Sixel,
        _ => TerminalGraphics::HalfBlocks,
    };
    let cell =
        after(said, b"\x1b[6;", b't').filter(|sides| sides.len() == 2 && sides.iter().all(|n| (1..500).contains(n)));
    Answer { graphics, cell: cell.map(|sides| (sides[1], sides[0])) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_understood() {
        use TerminalGraphics::{HalfBlocks, Kitty, Sixel};
        let said = |said: &str| {
            let Answer { graphics, cell } = understand(said.as_bytes());
            (identity(said.as_bytes()).is_some(), graphics, cell)
        };
        // kitty, xterm as a vt340, xterm, tmux, foot
        assert_eq!(said("\x1b_Gi=31;OK\x1b\\\x1b[6;18;9t\x1b[?62;c"), (true, Kitty, Some((9, 18))));
        assert_eq!(said("\x1b[6;13;6t\x1b[?63;1;2;4;6;9;15;16;22;28c"), (true, Sixel, Some((6, 13))));
        assert_eq!(said("\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"), (true, HalfBlocks, None));
        assert_eq!(said("\x1b[?1;2c"), (true, HalfBlocks, None));
        assert_eq!(
            said("\x1b_Gi=31;ENOTSUPPORTED\x1b\\\x1b[6;20;10t\x1b[?62;4;22;28;29c"),
            (true, Sixel, Some((10, 20)))
        );
        // keys among it, a part of it, nothing
        assert_eq!(said("q\x1b[A\x1b[6;20;10tc\x1b[?62;4cx"), (true, Sixel, Some((10, 20))));
        assert_eq!(said("\x1b[?62;4"), (false, HalfBlocks, None));
        assert_eq!(said("\x1b[6;0;10t\x1b[?1;99999999999;4c"), (true, Sixel, None));
        assert_eq!(said(""), (false, HalfBlocks, None));
    }
}
