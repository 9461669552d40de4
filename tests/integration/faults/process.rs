//! This program again, as a child that can be killed and counted.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The variable that says what a child is to do; in others is what it needs for it.
const TASK: &str = "GRABFRAME_FAULT";

/// What a child is told under this name; `None` in a process that is no child.
pub fn told(name: &str) -> Option<String> {
    let task = std::env::var_os(TASK)?;
    assert!(!task.is_empty());
    std::env::var(format!("{TASK}_{name}")).ok()
}

/// A path that a child is told.
pub fn told_path(name: &str) -> std::path::PathBuf {
    std::env::var_os(format!("{TASK}_{name}")).expect("a path").into()
}

/// Says something to the parent.
pub fn say(words: impl std::fmt::Display) {
    eprintln!("\n@ {words}");
}

pub struct Child {
    process: std::process::Child,
    heard: Receiver<String>,
    /// Everything else that it printed, for messages.
    other: Vec<String>,
}

impl Child {
    /// Starts this program with only the ignored test of that name, in a process group of its own.
    pub fn start(test: &str, told: &[(&str, &OsStr)]) -> Self {
        Self::start_in(&[], test, told, &[])
    }

    /// The same through other programs, with the environment changed (`None` removes a variable).
    pub fn start_in(
        through: &[&str],
        test: &str,
        told: &[(&str, &OsStr)],
        environment: &[(&str, Option<&OsStr>)],
    ) -> Self {
        let program = std::env::current_exe().unwrap();
        let mut command = match through {
            [] => Command::new(&program),
            [first, rest @ ..] => {
                let mut command = Command::new(first);
                command.args(rest).arg(&program);
                command
            }
        };
        command.args(["--exact", test, "--ignored", "--nocapture", "--test-threads=1"]).env(TASK, "1");
        for (name, value) in told {
            command.env(format!("{TASK}_{name}"), value);
        }
        for (name, value) in environment {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).process_group(0);
        let mut process = command.spawn().unwrap();
        let stderr = BufReader::new(process.stderr.take().unwrap());
        let (send, heard) = channel();
        std::thread::spawn(move || stderr.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        Self { process, heard, other: Vec::new() }
    }

    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// What it says next; `None` if it has ended.
    #[track_caller]
    pub fn hear(&mut self) -> Option<String> {
        // a hundred thousand files take their time
        let long = std::env::var_os("GRABFRAME_LONG").is_some();
        let end = Instant::now() + Duration::from_secs(if long { 1800 } else { 120 });
        loop {
            match self.heard.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => match line.strip_prefix("@ ") {
                    Some(words) => return Some(words.to_owned()),
                    None => self.other.push(line),
                },
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => panic!("the child hangs; it printed {:#?}", self.other),
            }
        }
    }

    /// What it has said by now beyond what was heard, without waiting.
    pub fn said(&self) -> impl Iterator<Item = String> {
        self.heard.try_iter().filter_map(|line| line.strip_prefix("@ ").map(str::to_owned))
    }

    /// Says a line to it.
    pub fn tell(&mut self, line: &str) {
        use std::io::Write;
        writeln!(self.process.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    pub fn kill(&mut self) {
        self.process.kill().unwrap();
    }

    /// Waits for its end, and returns that with what it has said since the last time.
    #[track_caller]
    pub fn end(mut self) -> (ExitStatus, Vec<String>) {
        let said = std::iter::from_fn(|| self.hear()).collect();
        (self.process.wait().unwrap(), said)
    }

    /// Waits for its end, which must be a good one.
    #[track_caller]
    pub fn succeed(mut self) -> Vec<String> {
        let said: Vec<String> = std::iter::from_fn(|| self.hear()).collect();
        let status = self.process.wait().unwrap();
        assert!(status.success(), "{status}; it said {said:#?} and printed {:#?}", self.other);
        said
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // of a test that failed; otherwise it has ended
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Sends a signal to a process, or with a negative number to a group.
pub fn signal(name: &str, id: i64) {
    let sent = Command::new("kill").args(["-s", name, "--", &id.to_string()]).stderr(Stdio::null()).status().unwrap();
    // one that has just ended is no fault
    assert!(sent.success() || u32::try_from(id).is_ok_and(|id| !runs(id)), "{name} to {id}: {sent}");
}

/// The processes that a process has started and not reaped.
pub fn children(id: u32) -> Vec<u32> {
    let mut all = Vec::new();
    for process in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(number) = process.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let stat = std::fs::read_to_string(process.path().join("stat")).unwrap_or_default();
        // behind the name, which may hold anything: the state and the parent
        let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse().ok());
        if parent == Some(id) {
            all.push(number);
        }
    }
    all
}

/// Whether a process runs; one that has ended and was not reaped does not.
pub fn runs(id: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    stat.rsplit_once(')').is_some_and(|(_, rest)| !rest.trim_start().starts_with('Z'))
}

/// Waits until processes have ended by themselves.
#[track_caller]
pub fn await_end(ids: &[u32]) {
    let end = Instant::now() + Duration::from_secs(20);
    while ids.iter().any(|id| runs(*id)) {
        assert!(Instant::now() < end, "of the processes {ids:?} one is left behind");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// A field of `/proc/self/status` in kilobytes; 0 where there is none.
pub fn kilobytes(field: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(field)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// A program made of shell lines, in that folder. It answers the question for its encoders with silence.
pub fn fake_ffmpeg(folder: &Path, name: &str, lines: &str) -> std::path::PathBuf {
    let (text, program) = (folder.join(format!("{name}.txt")), folder.join(name));
    std::fs::write(&text, format!("#!/bin/sh\ncase \"$*\" in *-encoders*) exit 0;; esac\n{lines}\n")).unwrap();
    // copied by another process: a file that this one has open for writing, even through a fork, cannot be run
    let copied = Command::new("install").args(["-m", "755"]).args([&text, &program]).status();
    assert!(copied.unwrap().success());
    program
}
