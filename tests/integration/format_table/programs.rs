//! What programs that are not ours say of a file.

use std::path::Path;
use std::process::{Command, Output};

use grabframe::prelude::*;

use super::formats::Format;
use super::scene::{HEIGHT, WIDTH, WORDS};

/// Runs a program on the file; its words, or nothing if it did not like it.
pub fn ask(program: &str, args: &[&str], path: &Path) -> Option<String> {
    let Output { status, stdout, stderr } = Command::new(program).args(args).arg(path).output().unwrap();
    let said = [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    status.success().then_some(said)
}

/// Whether Python has Pillow; if not, says which test is skipped. In CI nothing may be skipped.
pub fn have_pillow(test: &str) -> bool {
    let found = Command::new("python3").args(["-c", "import PIL.Image"]).output().is_ok_and(|out| out.status.success());
    if !found {
        assert!(std::env::var_os("GRABFRAME_CI").is_none(), "Pillow is missing in CI");
        eprintln!("skipped {test}: python3 with Pillow was not found");
    }
    found
}

/// When each image is shown and for how long, in milliseconds.
pub type Times = Vec<(f64, f64)>;

/// The times of packets, by ffprobe.
pub fn packet_times(path: &Path) -> Times {
    let entries = ["-v", "error", "-select_streams", "v:0", "-show_entries", "packet=pts_time,duration_time"];
    let said = ask("ffprobe", &[&entries[..], &["-of", "csv=p=0"]].concat(), path).unwrap();
    let numbers = |line: &str| line.split(',').filter_map(|n| n.parse().ok()).collect::<Vec<f64>>();
    let mut times: Times = said.lines().map(numbers).map(|n| (1e3 * n[0], 1e3 * n.get(1).unwrap_or(&0.0))).collect();
    // packets come in the order of decoding
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    times
}

/// The times of images that say how long each stays.
pub fn from_delays(delays: impl IntoIterator<Item = f64>) -> Times {
    let mut at = 0.0;
    let next = |delay| {
        let start = at;
        at += delay;
        (start, delay)
    };
    delays.into_iter().map(next).collect()
}

/// The delays of a GIF, by gifsicle.
pub fn gifsicle_times(path: &Path) -> Times {
    let said = ask("gifsicle", &["--info"], path).unwrap();
    assert!(!said.contains("warning") && !said.contains("error"), "{said}");
    let delay = |line: &str| line.split_once(" delay ")?.1.strip_suffix('s')?.parse::<f64>().ok();
    from_delays(said.lines().filter_map(delay).map(|seconds| 1e3 * seconds))
}

/// Every picture that ffmpeg finds in the file, each once.
pub fn decoded(path: &Path, (width, height): (u32, u32)) -> Vec<Frame> {
    let out = Command::new("ffmpeg")
        .args(["-v", "error", "-i"])
        .arg(path)
        .args(["-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24"])
        .args(["-sws_flags", "accurate_rnd+full_chroma_int", "-"])
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    pictures(&out.stdout, width, height)
}

/// RGB pictures one after the other.
fn pictures(bytes: &[u8], width: u32, height: u32) -> Vec<Frame> {
    let size = (width * height * 3) as usize;
    assert_eq!(bytes.len() % size, 0, "not of pictures of {width}x{height}");
    bytes.chunks(size).map(|rgb| Frame::from_rgb(width, height, rgb.to_vec())).collect()
}

/// What Pillow says: every image, how long it stays in milliseconds, and the words in the file.
pub struct Pillow {
    pub images: Vec<Frame>,
    pub delays: Vec<f64>,
    pub words: String,
}

/// Asks Pillow about a file of whole pictures of the scene's size, or of what is left of one.
pub fn pillow(path: &Path) -> Pillow {
    const SCRIPT: &str = "
import sys
from PIL import Image
im, delays = Image.open(sys.argv[1]), []
for i in range(getattr(im, 'n_frames', 1)):
    try:
        im.seek(i)
        rgb = im.convert('RGB').tobytes()
    except (EOFError, OSError):
        break
    delays.append(str(im.info.get('duration', 0)))
    sys.stdout.buffer.write(rgb)
words = dict(im.info, **getattr(im, 'text', {}))
words = [v.decode('utf-8', 'replace') if isinstance(v, bytes) else str(v) for v in words.values()]
sys.stderr.buffer.write((' '.join(delays) + '\\n' + '\\n'.join(words)).encode())
";
    let out = Command::new("python3").args(["-W", "ignore", "-c", SCRIPT]).arg(path).output().unwrap();
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{said}");
    let (delays, words) = said.split_once('\n').unwrap();
    Pillow {
        images: pictures(&out.stdout, WIDTH, HEIGHT),
        delays: delays.split_whitespace().filter_map(|delay| delay.parse().ok()).collect(),
        words: words.into(),
    }
}

/// Which of the words each program finds in the file, by the names of the keys.
pub fn words_seen(format: &Format, path: &Path) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut said = vec![
        ("ffprobe", ask("ffprobe", &["-v", "error", "-show_format", "-show_streams"], path)),
        ("exiftool", ask("exiftool", &["-a", "-s", "-charset", "UTF8"], path)),
        ("mediainfo", ask("mediainfo", &["--Full"], path)),
    ];
    if format.is_image() {
        said.push(("Pillow", Some(pillow(path).words)));
    }
    if format.file.ends_with(".gif") {
        said.push(("gifsicle", ask("gifsicle", &["--info"], path)));
    }
    let found = |text: &str| WORDS.iter().filter(|(_, value)| text.contains(value)).map(|(key, _)| *key).collect();
    let mut seen: Vec<_> =
        said.iter().map(|(program, text)| (*program, found(text.as_deref().unwrap_or("")))).collect();
    let video = Video::open(path).unwrap();
    let keys = WORDS.iter().filter(|(key, value)| video.metadata_value(key) == Some(*value));
    seen.push(("`Video`", keys.map(|(key, _)| *key).collect()));
    seen
}
