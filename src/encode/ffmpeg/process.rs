//! The running ffmpeg: fed, watched, and reaped on every path.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::ffmpeg::{End, Input, Log, describe, kill, own_group, try_wait};
use crate::threads::{Receiver, Sender, queue, spawn};

/// Bytes handed over at a time: each is a sign of life.
const CHUNK: usize = 128 * 1024;
/// How often one time-out is divided: a halt of the whole machine costs one part, not all.
const PARTS: u32 = 8;

/// An ffmpeg that reads what it is handed.
///
/// Two threads serve it: one drains its standard error, one kills it when a wait for it sees no sign of life (bytes
/// taken, frames counted, a file that changes) for the time-out.
#[derive(Debug)]
pub(super) struct Process {
    child: Arc<Mutex<Child>>,
    input: Option<Input>,
    log: Arc<Log>,
    watch: Arc<Watch>,
    /// Closed when the drain thread has read everything.
    drained: Receiver<()>,
    /// Dropped to end the watchdog.
    stop: Option<Sender<()>>,
    ended: Option<Ended>,
}

/// What the watchdog looks at.
#[derive(Debug, Default)]
struct Watch {
    /// Whether someone waits for ffmpeg.
    busy: AtomicBool,
    /// Grows with every sign of life.
    life: AtomicU64,
    timed_out: AtomicBool,
}

impl Watch {
    fn alive(&self) {
        self.life.fetch_add(1, Ordering::Relaxed);
    }
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ended {
    /// Whether the exit status was 0.
    pub(super) success: bool,
    /// Whether the watchdog killed it.
    pub(super) timed_out: bool,
    /// The status in words.
    pub(super) status: String,
}

impl Process {
    /// Starts it in a process group of its own, so that Ctrl-C ends the simulation and lets ffmpeg finish the file.
    ///
    /// `output` is watched for changes while the file is completed; `file` is that file where ffmpeg gets it as its
    /// standard output.
    pub(super) fn spawn(
        mut command: Command,
        file: Option<File>,
        output: &Path,
        timeout: Duration,
    ) -> std::io::Result<Self> {
        command.stdout(file.map_or_else(Stdio::null, Stdio::from)).stderr(Stdio::piped());
        // no colour codes among the messages
        command.env("AV_LOG_FORCE_NOCOLOR", "1").env("SVT_LOG", "1");
        own_group(&mut command);
        let (mut child, input) = Input::spawn(command)?;
        let stderr = child.stderr.take();
        let (send_drained, drained) = queue(1);
        let (stop, stopped) = queue(1);
        let process = Self {
            child: Arc::new(Mutex::new(child)),
            input: Some(input),
            log: Arc::default(),
            watch: Arc::default(),
            drained,
            stop: Some(stop),
            ended: None,
        };
        let (log, watch) = (Arc::clone(&process.log), Arc::clone(&process.watch));
        let drain = move || {
            let _end = send_drained;
            if let Some(stderr) = stderr {
                log.drain(stderr, || watch.alive());
            }
        };
        spawn("ffmpeg stderr", Box::new(drain))?;
        let dog = Watchdog {
            child: Arc::clone(&process.child),
            watch: Arc::clone(&process.watch),
            output: output.into(),
            part: (timeout / PARTS).max(Duration::from_millis(1)),
        };
        spawn("ffmpeg watchdog", Box::new(move || dog.run(&stopped)))?;
        Ok(process)
    }

    /// What it printed.
    pub(super) fn log(&self) -> &Log {
        &self.log
    }

    /// Hands over bytes, waiting while ffmpeg is busy.
    pub(super) fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        let Some(input) = &mut self.input else { return Err(std::io::ErrorKind::BrokenPipe.into()) };
        self.watch.busy.store(true, Ordering::Relaxed);
        let written = bytes.chunks(CHUNK).try_for_each(|chunk| {
            self.watch.alive();
            input.write_all(chunk)
        });
        self.watch.busy.store(false, Ordering::Relaxed);
        written
    }

    /// Whether it has ended although its input is still open.
    pub(super) fn ended_early(&self) -> bool {
        matches!(try_wait(&mut lock(&self.child)), Ok(Some(_)))
    }

    /// Closes its input, waits for its end, and reaps it. Later calls repeat the answer.
    pub(super) fn close(&mut self) -> Ended {
        if let Some(ended) = &self.ended {
            return ended.clone();
        }
        self.watch.alive();
        self.watch.busy.store(true, Ordering::Relaxed);
        if let Some(input) = self.input.take() {
            input.end();
        }
        let end = loop {
            match try_wait(&mut lock(&self.child)) {
                Ok(Some(end)) => break Ok(end),
                Ok(None) => {}
                Err(e) => break Err(e),
            }
            // the end of its messages is nearly always its end; a child of its own may keep them open, though
            if self.drained.recv_timeout(Duration::from_millis(5)) == Err(RecvTimeoutError::Disconnected) {
                thread::sleep(Duration::from_millis(1));
            }
        };
        self.stop = None;
        let _ = self.drained.recv_timeout(Duration::from_secs(1));
        let timed_out = self.watch.timed_out.load(Ordering::Relaxed);
        let ended = match end {
            Ok(End::Seen(status)) => {
                Ended { success: status.success() && !timed_out, timed_out, status: describe(status) }
            }
            // its own words are all there is
            Ok(End::Unseen) => Ended {
                success: self.log.has_ended_well() && !timed_out,
                timed_out,
                status: "an exit status that nobody is told, since this program ignores SIGCHLD".into(),
            },
            Err(e) => Ended { success: false, timed_out, status: format!("its end cannot be seen: {e}") },
        };
        self.ended = Some(ended.clone());
        ended
    }

    /// Kills and reaps it.
    pub(super) fn kill(&mut self) {
        if self.ended.is_none() {
            kill(&mut lock(&self.child));
            self.close();
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

struct Watchdog {
    child: Arc<Mutex<Child>>,
    watch: Arc<Watch>,
    output: PathBuf,
    part: Duration,
}

impl Watchdog {
    fn run(&self, stopped: &Receiver<()>) {
        let mut last = self.signs();
        let mut quiet = 0;
        // counted in parts, not by the clock: after a suspended program resumes, ffmpeg has its chance again
        while stopped.recv_timeout(self.part) == Err(RecvTimeoutError::Timeout) {
            let now = self.signs();
            if now != last || !self.watch.busy.load(Ordering::Relaxed) {
                (last, quiet) = (now, 0);
                continue;
            }
            quiet += 1;
            if quiet >= PARTS {
                self.watch.timed_out.store(true, Ordering::Relaxed);
                kill(&mut lock(&self.child));
                return;
            }
        }
    }

    /// What changes while ffmpeg lives: bytes taken, frames counted, and the file, which is all that moves while an
    /// index is put in front of it.
    fn signs(&self) -> (u64, Option<(u64, Option<SystemTime>)>) {
        let file = std::fs::metadata(&self.output).ok().map(|m| (m.len(), m.modified().ok()));
        (self.watch.life.load(Ordering::Relaxed), file)
    }
}

fn lock(child: &Mutex<Child>) -> MutexGuard<'_, Child> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}
