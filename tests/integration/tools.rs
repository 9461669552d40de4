//! What several tests need.

use std::cell::{Cell, RefCell};
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, Once, OnceLock, PoisonError};

use grabframe::prelude::*;
use grabframe::{AxesLayout, Bounds, ColorScale, Common, Mappable, Obstacles, Painter, Projection, Rect};

/// Whether everything is tried, as in CI. Else tests with very many cases try some of them: `cargo test` is to be over soon.
pub fn thorough() -> bool {
    ["GRABFRAME_CI", "GRABFRAME_THOROUGH"].iter().any(|name| std::env::var_os(name).is_some())
}

/// Whether there is time for a test that takes long; if not, says which is skipped.
pub fn have_time(test: &str) -> bool {
    if !thorough() {
        eprintln!("skipped {test}: it takes long (GRABFRAME_THOROUGH=1 runs it)");
    }
    thorough()
}

/// Whether the program can be run; if not, says which test is skipped. In CI nothing may be skipped.
pub fn have(program: &str, test: &str) -> bool {
    static ASKED: Mutex<Vec<(String, bool)>> = Mutex::new(Vec::new());
    let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    let found = asked.iter().find(|(name, _)| name == program).map(|(_, found)| *found).unwrap_or_else(|| {
        let found = Command::new(program).arg("-version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
        asked.push((program.to_owned(), found));
        found
    });
    if !found {
        assert!(std::env::var_os("GRABFRAME_CI").is_none(), "{program} is missing in CI");
        eprintln!("skipped {test}: {program} was not found");
    }
    found
}

/// What ffprobe says of the first stream and the container: `key=value` lines.
pub fn probe(path: &Path) -> String {
    let out = Command::new("ffprobe")
        .args(["-v", "error", "-count_frames", "-show_streams", "-show_format"])
        .arg(path)
        .output()
        .unwrap();
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// The value of a key in what [`probe`] says.
pub fn value<'a>(probed: &'a str, key: &str) -> &'a str {
    probed
        .lines()
        .find_map(|line| line.split_once('=').filter(|(k, _)| k.eq_ignore_ascii_case(key)))
        .map_or("", |(_, v)| v)
}

/// Every frame as ffmpeg decodes it, in RGB.
pub fn decode(path: &Path, width: u32, height: u32) -> Vec<Frame> {
    let out = Command::new("ffmpeg")
        .args(["-v", "error", "-i"])
        .arg(path)
        .args(["-f", "rawvideo", "-pix_fmt", "rgb24", "-sws_flags", "accurate_rnd+full_chroma_int", "-"])
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let size = (width * height * 3) as usize;
    assert_eq!(out.stdout.len() % size, 0, "{} is not of frames of {width}x{height}", path.display());
    out.stdout.chunks(size).map(|rgb| Frame::from_rgb(width, height, rgb.to_vec())).collect()
}

/// Which ffmpeg it is: 5 for 5.1.
pub fn ffmpeg_major() -> u32 {
    static MAJOR: OnceLock<u32> = OnceLock::new();
    *MAJOR.get_or_init(|| {
        let said = Command::new("ffmpeg").arg("-version").output().unwrap();
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let word = said.trim_start_matches("ffmpeg version ").trim_start_matches('n');
        word.split('.').next().and_then(|major| major.parse().ok()).unwrap_or(u32::MAX)
    })
}

/// ffmpeg's option that pictures are neither left out nor doubled. No name for it is known to all versions.
pub fn each_picture() -> [&'static str; 2] {
    if ffmpeg_major() < 6 { ["-vsync", "0"] } else { ["-fps_mode", "passthrough"] }
}

/// Peak signal to noise ratio over all channels, in decibels.
pub fn psnr(a: &Frame, b: &Frame) -> f64 {
    assert_eq!(a.size(), b.size());
    let square: f64 = a.as_rgb().iter().zip(b.as_rgb()).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum();
    let mean = square / a.as_rgb().len() as f64;
    if mean == 0.0 { f64::INFINITY } else { 10.0 * (255.0 * 255.0 / mean).log10() }
}

/// Mean structural similarity (Wang et al. 2004) of the grey pictures: 11 x 11 Gaussian window, sigma 1.5.
pub fn ssim(a: &Frame, b: &Frame) -> f64 {
    assert_eq!(a.size(), b.size());
    let (w, h) = (a.width() as usize, a.height() as usize);
    let grey = |f: &Frame| -> Vec<f64> {
        f.as_rgb()
            .chunks(3)
            .map(|p| 0.299 * f64::from(p[0]) + 0.587 * f64::from(p[1]) + 0.114 * f64::from(p[2]))
            .collect()
    };
    let blur = |z: &[f64]| blur(z, w, h);
    let times = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).collect::<Vec<f64>>();
    let (x, y) = (grey(a), grey(b));
    let (mx, my) = (blur(&x), blur(&y));
    let (xx, yy, xy) = (blur(&times(&x, &x)), blur(&times(&y, &y)), blur(&times(&x, &y)));
    let (c1, c2) = ((0.01_f64 * 255.0).powi(2), (0.03_f64 * 255.0).powi(2));
    let sum: f64 = (0..w * h)
        .map(|i| {
            let (va, vb, cov) = (xx[i] - mx[i] * mx[i], yy[i] - my[i] * my[i], xy[i] - mx[i] * my[i]);
            ((2.0 * mx[i] * my[i] + c1) * (2.0 * cov + c2)) / ((mx[i] * mx[i] + my[i] * my[i] + c1) * (va + vb + c2))
        })
        .sum();
    sum / (w * h) as f64
}

/// Gaussian blur, sigma 1.5, radius 5, mirrored at the borders.
fn blur(z: &[f64], w: usize, h: usize) -> Vec<f64> {
    let weights: Vec<f64> = (-5..=5).map(|i| (-0.5 * (f64::from(i) / 1.5_f64).powi(2)).exp()).collect();
    let total: f64 = weights.iter().sum();
    let mirror = |i: isize, n: usize| -> usize {
        let n = n as isize;
        let i = if i < 0 { -1 - i } else { i };
        (if i >= n { 2 * n - 1 - i } else { i }) as usize
    };
    let along = |z: &[f64], step: (isize, isize)| -> Vec<f64> {
        let mut out = vec![0.0; z.len()];
        for y in 0..h {
            for x in 0..w {
                let mut sum = 0.0;
                for (k, weight) in weights.iter().enumerate() {
                    let d = k as isize - 5;
                    let (sx, sy) = (mirror(x as isize + d * step.0, w), mirror(y as isize + d * step.1, h));
                    sum += weight * z[sy * w + sx];
                }
                out[y * w + x] = sum / total;
            }
        }
        out
    };
    along(&along(z, (1, 0)), (0, 1))
}

/// Every frame of a GIF as the `gif` crate decodes it, composed, with its delay in hundredths of a second.
pub fn decode_gif(path: &Path) -> Vec<(Frame, u16)> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(std::fs::File::open(path).unwrap()).unwrap();
    let (width, height) = (u32::from(decoder.width()), u32::from(decoder.height()));
    let mut canvas = Frame::new(width, height);
    let mut frames = Vec::new();
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        for (i, pixel) in frame.buffer.chunks(4).enumerate() {
            if pixel[3] > 0 {
                let (x, y) = (i % usize::from(frame.width), i / usize::from(frame.width));
                let at = ((y + usize::from(frame.top)) * width as usize + x + usize::from(frame.left)) * 3;
                canvas.as_rgb_mut()[at..at + 3].copy_from_slice(&pixel[..3]);
            }
        }
        frames.push((canvas.clone(), frame.delay));
    }
    frames
}

/// How much of a picture is dark, in pixels.
pub fn darkness(fig: &Figure) -> f64 {
    let frame = fig.render();
    let mut dark = 0.0;
    for pixel in frame.as_rgb().chunks(3) {
        dark += f64::from(255 - pixel[0]) / 255.0;
    }
    dark
}

/// `n` numbers in [0, 1), the same every time.
pub fn lcg(n: usize, seed: u32) -> Vec<f64> {
    let mut x = seed;
    (0..n)
        .map(|_| {
            x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(x) / 4_294_967_296.0
        })
        .collect()
}

thread_local! {
    /// Where this thread panicked, while it is watched.
    static PANICKED: RefCell<Option<(String, u32)>> = const { RefCell::new(None) };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// What is said to a program that gives something wrong; nothing, if it is taken.
pub fn refusal<T>(what: impl FnOnce() -> T) -> String {
    let Err(said) = std::panic::catch_unwind(AssertUnwindSafe(what)) else { return String::new() };
    said.downcast_ref::<String>().cloned().or(said.downcast_ref::<&str>().map(|s| (*s).into())).unwrap_or_default()
}

/// What a panic says, and the file and the line that it blames.
pub fn panic_at(work: impl FnOnce()) -> (String, String, u32) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if WATCHED.get() {
                PANICKED.set(info.location().map(|l| (l.file().to_string(), l.line())));
            } else {
                others(info);
            }
        }));
    });
    WATCHED.set(true);
    let outcome = std::panic::catch_unwind(AssertUnwindSafe(work));
    WATCHED.set(false);
    let panic = outcome.expect_err("it did not panic");
    let said = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    let (file, line) = PANICKED.take().expect("the hook saw it");
    (said.unwrap_or_default().to_string(), file, line)
}

/// A line of the axes that counts how often it is asked where its data are, how often for its colours, how often by a legend, and how often it
/// is drawn.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    common: Common,
    scale: Option<ColorScale>,
    pub bounded: Count,
    pub colored: Count,
    pub avoided: Count,
    pub drawn: Count,
}

impl Counted {
    /// One that can have a colorbar.
    pub fn with_colors() -> Self {
        Self { scale: Some(ColorScale::new("gray", "linear", Limits::new(0.0, 1000.0))), ..Self::default() }
    }
}

/// A number that all clones share.
#[derive(Clone, Debug, Default)]
pub struct Count(Arc<AtomicU32>);

impl Count {
    fn add(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    pub fn get(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }

    pub fn set(&self, n: u32) {
        self.0.store(n, Ordering::Relaxed);
    }
}

impl Artist for Counted {
    fn common(&self) -> &Common {
        &self.common
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
    fn bounds(&self) -> Bounds {
        self.bounded.add();
        Bounds::new(Limits::new(0.0, 1.0), Limits::new(0.0, 1.0))
    }
    fn paint(&self, painter: &mut Painter<'_>) {
        self.drawn.add();
        painter.line(&[0.0, 1.0], &[0.0, 1.0], Color::BLACK, 1.0, &LineStyle::Solid);
    }
    fn obstacles(&self, projection: &Projection, out: &mut Obstacles) {
        self.avoided.add();
        out.line(projection, &[0.0, 1.0], &[0.0, 1.0]);
    }
    fn color_scale(&self) -> Option<ColorScale> {
        self.colored.add();
        self.scale.clone()
    }
}

impl Mappable for Counted {}

/// The words around axes.
pub fn words_of(axes: &AxesLayout) -> Vec<&str> {
    axes.texts.iter().map(|t| t.text.as_str()).collect()
}

/// Whether two boxes have more in common than a border.
pub fn overlap(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}
