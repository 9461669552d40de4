//! Child processes: alone in their group, ended for certain, waited for, and described.

use std::ffi::{OsStr, OsString};
use std::path::Path;
#[cfg(unix)]
use std::process::Stdio;
use std::process::{Child, Command, ExitStatus};

/// Puts the child into a process group of its own, so that Ctrl-C ends the program and not its child.
pub(crate) fn own_group(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(not(unix))]
    let _ = command;
}

/// Kills a child that was not reaped yet, and what it started.
pub(crate) fn kill(child: &mut Child) {
    if !matches!(child.try_wait(), Ok(None)) {
        return;
    }
    // a wrapper script is the leader of the group, and the true ffmpeg a member
    #[cfg(unix)]
    let _ = Command::new("kill")
        .args(&["-KILL", "--", &format!("-{}", child.id())] as &[&str])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let _ = child.kill();
}

/// How a child ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Seen(ExitStatus),
    /// The system reaped it and told nobody. So it is where SIGCHLD is ignored, which a program inherits: some job
    /// schedulers start everything so. What the child has done must tell then.
    Unseen,
}

/// Waits for the end of a child.
pub(crate) fn wait(child: &mut Child) -> std::io::Result<End> {
    seen(child.wait().map(End::Seen), End::Unseen)
}

/// Whether a child has ended, and how.
pub(crate) fn try_wait(child: &mut Child) -> std::io::Result<Option<End>> {
    seen(child.try_wait().map(|status| status.map(End::Seen)), Some(End::Unseen))
}

fn seen<T>(answer: std::io::Result<T>, unseen: T) -> std::io::Result<T> {
    /// "There is no such child": the same number on every Unix.
    const ECHILD: i32 = 10;
    match answer {
        Err(e) if cfg!(unix) && e.raw_os_error() == Some(ECHILD) => Ok(unseen),
        answer => answer,
    }
}

/// How it ended, in words.
pub(crate) fn describe(status: ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return match signal {
            9 => "killed by signal 9, perhaps because memory ran out".into(),
            25 => "killed by signal 25: the file grew beyond the limit that `ulimit -f` shows".into(),
            _ => format!("killed by signal {signal}"),
        };
    }
    status.code().map_or_else(|| status.to_string(), |code| format!("exit status {code}"))
}

/// A command as one could paste it into a shell.
pub(crate) fn shell(program: &Path, args: &[OsString]) -> String {
    let mut words = quote(program.as_os_str());
    for arg in args {
        words.push(' ');
        words.push_str(&quote(arg));
    }
    words
}

/// Adds words to the arguments of a command.
pub(crate) fn push(args: &mut Vec<OsString>, words: &[&str]) {
    for word in words {
        args.push(word.into());
    }
}

fn quote(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | '=' | '+' | ',' | '@' | '%');
    if !word.is_empty() && word.chars().all(plain) {
        return word.into_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_can_be_pasted() {
        let args: Vec<OsString> = ["-metadata", "title=it's $x", "", "/a b/c.mp4"].map(OsString::from).to_vec();
        assert_eq!(shell(Path::new("ffmpeg"), &args), r"ffmpeg -metadata 'title=it'\''s $x' '' '/a b/c.mp4'");
    }
}
