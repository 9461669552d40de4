//! kill -9 at random moments: what is left plays.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use grabframe::Writer;

use super::kinds::{Kind, all, picture};
use super::process::{Child, await_end, children, say, signal, told, told_path};

/// Pictures a second of the movie; they come twice as fast.
const FPS: u32 = 50;
const PACE: Duration = Duration::from_millis(10);
/// ffmpeg's pictures are large, so that few of them fit into the pipe.
const SMALL: (u32, u32) = (64, 48);
const LARGE: (u32, u32) = (320, 240);

pub fn size(kind: Kind) -> (u32, u32) {
    if kind.ffmpeg() { LARGE } else { SMALL }
}

/// So many of the pictures that were handed over may be missing: in process, those that wait for the encoder and the one
/// that it has at hand; through ffmpeg a second.
pub fn may_lack(kind: Kind) -> usize {
    if kind.ffmpeg() { FPS as usize } else { 5 }
}

#[test]
#[ignore = "a child of other tests"]
fn child() {
    let Some(kind) = told("KIND").map(|name| Kind::named(&name)) else { return };
    let size = size(kind);
    let mut movie = kind.safe_writer(FPS).open(told_path("PATH"), size).unwrap();
    let start = Instant::now();
    for k in 0..10_000 {
        movie.write_frame(&picture(k, size)).unwrap();
        say(k + 1);
        std::thread::sleep((start + PACE * (k + 1)).saturating_duration_since(Instant::now()));
    }
}

/// Numbers between 0 and 1.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// One kill. Every other time ffmpeg is killed too, as when the power fails.
fn kill_once(kind: Kind, after: Duration, everything: bool) {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join(kind.name("movie"));
    let told = [("KIND", format!("{kind:?}").into()), ("PATH", path.clone().into_os_string())];
    let mut child = Child::start("faults::killed::child", &told.each_ref().map(|(k, v)| (*k, v.as_os_str())));
    assert_eq!(child.hear().as_deref(), Some("1"), "{kind:?}");
    let ffmpeg = children(child.id());
    assert_eq!(ffmpeg.len(), usize::from(kind.ffmpeg()), "{kind:?}");
    std::thread::sleep(after);
    let handed: usize = child.said().last().map_or(1, |k| k.parse().unwrap());
    if everything {
        ffmpeg.iter().for_each(|id| signal("KILL", i64::from(*id)));
    }
    child.kill();
    drop(child);
    // with its input closed ffmpeg completes the file
    await_end(&ffmpeg);
    assert!(kind == Kind::Png || !path.exists(), "{kind:?}");
    let part = dir.path().join(kind.part("movie"));
    let Some(shown) = kind.shown(&part, size(kind)) else { return };
    let lack = handed.saturating_sub(shown.len());
    assert!(
        lack <= may_lack(kind),
        "{kind:?}, killed after {after:?}{}: {} of {handed} pictures play",
        if everything { " together with ffmpeg" } else { "" },
        shown.len()
    );
    let wrong = (0..).zip(&shown).find(|(k, got)| u32::from(**got) != k % super::kinds::PERIOD);
    assert_eq!(wrong, None, "{kind:?}: another picture than was written");
}

/// `GRABFRAME_KILLS` says how many kills there are of each format, `GRABFRAME_SEED` where the random moments begin.
#[test]
fn what_a_killed_program_leaves_plays() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let kills = number("GRABFRAME_KILLS").unwrap_or(3);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let seed = number("GRABFRAME_SEED").unwrap_or(now.as_millis() as u64);
    eprintln!("killing at random moments: GRABFRAME_SEED={seed} GRABFRAME_KILLS={kills}");
    let kinds = all("killing");
    // they sleep most of the time: all formats side by side
    std::thread::scope(|scope| {
        for kind in kinds {
            scope.spawn(move || {
                let mut dice = Dice(seed ^ (kind as u64) << 32);
                dice.next();
                for round in 0..kills {
                    let after = Duration::from_secs_f64(0.05 + 1.2 * dice.next());
                    kill_once(kind, after, kind.ffmpeg() && round % 2 == 1);
                }
            });
        }
    });
}

/// The same recording can be begun again whatever stands at the part's name, which stays if it is not ours.
#[test]
fn a_killed_recording_can_be_begun_again() {
    let dir = temp_dir::TempDir::new().unwrap();
    for kind in all("beginning again") {
        let path: PathBuf = dir.path().join(kind.name("again"));
        let part = dir.path().join(kind.part("again"));
        std::fs::write(&part, vec![7; 100_000]).unwrap();
        kind.record(&path, 3, SMALL).unwrap();
        kind.assert_shows(&path, 3, SMALL);
        assert!(kind == Kind::Png || std::fs::read(&part).unwrap() == [7; 100_000], "{kind:?}");
        std::fs::remove_file(kind.first_file(&path)).unwrap();
    }
}
