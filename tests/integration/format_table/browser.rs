//! What Chromium shows: a page of our own plays every movie and sends back what it sees.
//!
//! The page comes from a server on this machine, because a page from a file may not look at the pixels of a movie.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use grabframe::Frame;

const PAGE: &str = include_str!("page.html");
/// A hang is a failure, not a wait.
const PATIENCE: Duration = Duration::from_secs(120);

/// A movie for the page.
pub struct Movie {
    pub path: PathBuf,
    pub images: bool,
    pub fps: u32,
    /// The frames whose pixels are wanted; of images, the images.
    pub frames: Vec<usize>,
}

/// What the page saw of a movie.
#[derive(Clone, Default)]
pub struct Seen {
    /// Width, height, milliseconds and, of images, their number; or `refused: ` and why.
    pub said: String,
    pub frames: BTreeMap<usize, Frame>,
}

impl Seen {
    /// Width, height, milliseconds and, of images, their number; nothing if it was refused.
    pub fn numbers(&self) -> Option<Vec<f64>> {
        self.said.split(' ').map(|word| word.parse().ok()).collect()
    }
}

/// Shows all movies to one Chromium.
pub fn watch(movies: Vec<Movie>) -> Vec<Seen> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (movies, seen) = (Arc::new(movies), Arc::new(Mutex::new(BTreeMap::<usize, Seen>::new())));
    let (done, finished) = channel();
    {
        let (movies, seen) = (Arc::clone(&movies), Arc::clone(&seen));
        // it waits for visitors until the test program ends
        std::thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                let (movies, seen, done) = (Arc::clone(&movies), Arc::clone(&seen), done.clone());
                // a thread each, since browsers open connections on which they say nothing
                std::thread::spawn(move || _ = answer(visitor, &movies, &seen, &done));
            }
        });
    }
    let profile = temp_dir::TempDir::new().unwrap();
    let mut chromium = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"])
        .arg("--remote-debugging-port=0")
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(format!("http://{address}/"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let ended = finished.recv_timeout(PATIENCE);
    chromium.kill().unwrap();
    chromium.wait().unwrap();
    let seen = seen.lock().unwrap();
    assert!(ended.is_ok(), "after {:?} Chromium had shown {} of {} movies", begun.elapsed(), seen.len(), movies.len());
    (0..movies.len()).map(|id| seen[&id].clone()).collect()
}

/// Answers one request.
fn answer(
    mut visitor: TcpStream,
    movies: &[Movie],
    seen: &Mutex<BTreeMap<usize, Seen>>,
    done: &Sender<()>,
) -> Option<()> {
    let mut reader = BufReader::new(visitor.try_clone().ok()?);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut length = 0;
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        match line.trim().split_once(':') {
            Some((key, value)) if key.eq_ignore_ascii_case("content-length") => length = value.trim().parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;

    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<usize>().ok());
    let (kind, bytes) = match parts[0] {
        "" => ("text/html", PAGE.as_bytes().to_vec()),
        "list" => ("text/plain", list(movies).into_bytes()),
        "movie" => {
            let path = &movies.get(number(1)?)?.path;
            (mime(path.extension()?.to_str()?), std::fs::read(path).ok()?)
        }
        "said" => {
            seen.lock().ok()?.entry(number(1)?).or_default().said = String::from_utf8(body).ok()?;
            ("text/plain", Vec::new())
        }
        "frame" => {
            let frame = from_rgba(&body)?;
            seen.lock().ok()?.entry(number(1)?).or_default().frames.insert(number(2)?, frame);
            ("text/plain", Vec::new())
        }
        "done" => {
            done.send(()).ok()?;
            ("text/plain", Vec::new())
        }
        _ => ("text/plain", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    visitor.write_all(head.as_bytes()).ok()?;
    visitor.write_all(&bytes).ok()
}

fn list(movies: &[Movie]) -> String {
    let line = |(id, movie): (usize, &Movie)| {
        let frames: Vec<String> = movie.frames.iter().map(usize::to_string).collect();
        let kind = if movie.images { "images" } else { "film" };
        format!("{id} {kind} {} {}\n", movie.fps, frames.join(" "))
    };
    movies.iter().enumerate().map(line).collect()
}

fn mime(extension: &str) -> &'static str {
    match extension {
        "gif" => "image/gif",
        "apng" | "png" => "image/png",
        "webp" => "image/webp",
        "webm" => "video/webm",
        "mkv" => "video/x-matroska",
        "mov" => "video/quicktime",
        "avi" => "video/x-msvideo",
        _ => "video/mp4",
    }
}

/// A picture of the scene's size from what a canvas holds; its alpha is full.
fn from_rgba(rgba: &[u8]) -> Option<Frame> {
    use super::scene::{HEIGHT, WIDTH};
    let rgb: Vec<u8> = rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    (rgb.len() == (WIDTH * HEIGHT * 3) as usize).then(|| Frame::from_rgb(WIDTH, HEIGHT, rgb))
}
