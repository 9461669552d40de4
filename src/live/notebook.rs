//! Notebooks: what the kernel of evcxr shows of a value.
//!
//! It asks a value that ends a cell for an inherent method of this name, and takes from standard output what is to be seen, between two
//! lines. This is the one place where the library prints.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base64::base64;
use crate::canvas::Frame;
use crate::encode::is_pattern;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::geom::Size;
use crate::record::{MemoryWriter, Receipt, Recording, WebpWriter, Writer};

/// The largest movie that goes into a notebook, which is read and saved whole: 20 MB of letters, matplotlib's `animation.embed_limit`.
const MOST: u64 = 15_000_000;

impl Figure {
    /// Shows the figure below the cell of a notebook that ends with it (`fig` on the last line), as a PNG: what the kernel
    /// `evcxr_jupyter` calls. It prints; a program has no use for it.
    ///
    /// A kernel hands on what a cell shows when the cell ends, and one picture of each kind, the last. It asks variables: where the last line is
    /// `movie.finish()?`, the words of the receipt are shown; write `let receipt = movie.finish()?;` and `receipt` below it.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// let fig = Figure::pixels(64, 48);
    /// fig.evcxr_display();
    /// ```
    pub fn evcxr_display(&self) {
        self.render().evcxr_display();
    }
}

impl Frame {
    /// Shows the picture in a notebook: see [`Figure::evcxr_display`].
    pub fn evcxr_display(&self) {
        print(&picture(self));
    }
}

impl Recording<'_> {
    /// Shows the figure as it stands in a notebook: see [`Figure::evcxr_display`].
    pub fn evcxr_display(&self) {
        self.figure().evcxr_display();
    }
}

impl MemoryWriter {
    /// Shows the frames that it has as a movie in a notebook, and keeps them: see [`Figure::evcxr_display`]. It is an animated WebP at
    /// the writer's rate.
    pub fn evcxr_display(&self) {
        print(&self.with_frames(|frames| animation(self, frames)).unwrap_or_else(|e| words(&e.to_string())));
    }
}

impl Receipt {
    /// Shows the movie that was recorded in a notebook, the file as it is: see [`Figure::evcxr_display`]. GIF, animated PNG and WebP, MP4 and WebM are
    /// played there, muted and over and over, up to 15 MB. Of others, and of what is larger, it shows the receipt.
    pub fn evcxr_display(&self) {
        print(&receipt(self));
    }
}

#[cfg(feature = "read")]
impl crate::decode::Video {
    /// Shows the movie in a notebook, the file as it is: see [`Receipt::evcxr_display`](crate::Receipt::evcxr_display).
    pub fn evcxr_display(&self) {
        print(&movie_file(self.path(), self.size()).unwrap_or_else(|e| words(&e.to_string())));
    }
}

/// The kernel reads what is printed; if nobody does, nobody can be told.
fn print(content: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(content.as_bytes()).and_then(|()| out.flush());
}

fn content(kind: &str, body: &str) -> String {
    format!("EVCXR_BEGIN_CONTENT {kind}\n{body}\nEVCXR_END_CONTENT\n")
}

fn words(said: &str) -> String {
    content("text/plain", said)
}

fn picture(frame: &Frame) -> String {
    match frame.to_png() {
        Ok(png) => {
            let mut letters = String::new();
            base64(&mut letters, &png);
            content("image/png", &letters)
        }
        Err(error) => words(&error.to_string()),
    }
}

/// What is recorded into memory: a movie is made of it.
fn animation(writer: &MemoryWriter, frames: &[Frame]) -> Result<String> {
    let Some(size) = frames.first().map(Frame::size) else {
        return Ok(words("no frames were recorded, or they were taken"));
    };
    let bytes = Bytes::default();
    let mut movie = WebpWriter::new().fps(writer.frame_rate()).open_to("memory.webp", size, bytes.clone())?;
    for frame in frames {
        movie.write_frame(frame)?;
    }
    movie.finish()?;
    let bytes = bytes.0.lock().unwrap_or_else(PoisonError::into_inner);
    movie_bytes(&bytes, size, Path::new("the movie"))
}

/// What a movie is written to.
#[derive(Clone, Default)]
struct Bytes(Arc<Mutex<Vec<u8>>>);

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn receipt(receipt: &Receipt) -> String {
    let said = receipt.to_string();
    // frames in memory have no file, and of many files none is the movie
    if receipt.encoder == "memory" || is_pattern(&receipt.path) || receipt.path.is_dir() {
        return words(&said);
    }
    match movie_file(&receipt.path, Size::new(receipt.width, receipt.height)) {
        Ok(movie) => movie + &words(&said),
        Err(error) => words(&format!("{said}\n{error}")),
    }
}

fn movie_file(path: &Path, size: Size) -> Result<String> {
    let bytes = std::fs::metadata(path).map_err(|e| Error::io("read", path, e))?.len();
    // of what is too large nothing is read
    check(bytes, path)?;
    movie_bytes(&std::fs::read(path).map_err(|e| Error::io("read", path, e))?, size, path)
}

fn check(bytes: u64, path: &Path) -> Result<()> {
    if bytes <= MOST {
        return Ok(());
    }
    let (name, megabytes) = (path.display(), bytes as f64 / 1e6);
    let reason = format!(
        "{name} has {megabytes:.1} MB, and a notebook holds movies of up to {} MB; open the file itself, or record fewer or \
         smaller frames",
        MOST / 1_000_000
    );
    Err(Error::bad_option(reason))
}

/// A movie as a part of a page.
fn movie_bytes(bytes: &[u8], size: Size, path: &Path) -> Result<String> {
    check(bytes.len() as u64, path)?;
    let Some((before, kind, after)) = element(bytes) else {
        let name = path.display();
        let reason =
            format!("browsers do not play {name}; record a .mp4, .webm, .webp, .png or .gif to see it in a notebook");
        return Err(Error::bad_option(reason));
    };
    let Size { width, height } = size;
    let mut html = format!("<{before} width=\"{width}\" height=\"{height}\" src=\"data:{kind};base64,");
    base64(&mut html, bytes);
    html.push_str("\">");
    html.push_str(after);
    Ok(content("text/html", &html))
}

/// The element that shows a file which begins so, the kind of its contents, and what closes it.
fn element(bytes: &[u8]) -> Option<(&'static str, &'static str, &'static str)> {
    let head = bytes.get(..64).unwrap_or(bytes);
    let has = |at: usize, word: &[u8]| head.get(at..).is_some_and(|rest| rest.starts_with(word));
    // browsers start by themselves what has no sound
    let video = |kind| Some(("video autoplay loop muted playsinline controls", kind, "</video>"));
    if has(0, b"GIF8") {
        Some(("img", "image/gif", ""))
    } else if has(0, b"\x89PNG") {
        Some(("img", "image/png", ""))
    } else if has(0, b"RIFF") && has(8, b"WEBP") {
        Some(("img", "image/webp", ""))
    } else if has(4, b"ftyp") && !has(8, b"qt  ") {
        video("video/mp4")
    } else if has(0, b"\x1a\x45\xdf\xa3") && head.windows(4).any(|word| word == b"webm") {
        video("video/webm")
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
