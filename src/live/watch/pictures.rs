//! The last pictures, compressed once for all who look.

use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::Arc;

use crate::canvas::Frame;
use crate::view::Shown;

/// A picture as it goes to the browser.
#[derive(Debug)]
pub(super) struct Picture {
    /// Grows with each that is added, also with one that replaces the last.
    pub(super) version: u64,
    /// The place among all that were added: one after the other, without a gap.
    pub(super) number: u64,
    frames: u64,
    /// What is known of it, as members of a JSON object.
    pub(super) about: String,
    pub(super) image: Vec<u8>,
}

impl Picture {
    pub(super) fn new(frame: &Frame, shown: &Shown) -> Self {
        Self { version: 0, number: 0, frames: shown.frames, about: about(shown), image: compress(frame) }
    }

    fn bytes(&self) -> usize {
        self.image.len() + self.about.len()
    }
}

/// The last pictures, as many as there is memory for; the newest in any case.
#[derive(Debug)]
pub(super) struct Pictures {
    all: VecDeque<Arc<Picture>>,
    bytes: usize,
    most: usize,
}

impl Pictures {
    pub(super) fn new(most: usize) -> Self {
        Self { all: VecDeque::new(), bytes: 0, most }
    }

    pub(super) fn add(&mut self, mut picture: Picture) {
        let last = self.all.back();
        picture.version = last.map_or(1, |last| last.version + 1);
        picture.number = last.map_or(1, |last| last.number + 1);
        // the last frame comes once more when the recording has ended
        if let Some(last) = last.filter(|last| last.frames == picture.frames && picture.frames > 0) {
            picture.number = last.number;
            self.bytes -= last.bytes();
            self.all.pop_back();
        }
        self.bytes += picture.bytes();
        self.all.push_back(Arc::new(picture));
        while self.bytes > self.most && self.all.len() > 1 {
            self.bytes -= self.all.pop_front().map_or(0, |first| first.bytes());
        }
    }

    pub(super) fn newest(&self) -> Option<&Arc<Picture>> {
        self.all.back()
    }

    /// The picture of that number, or the one that is nearest of those that are there.
    pub(super) fn at(&self, number: u64) -> Option<&Arc<Picture>> {
        let oldest = self.oldest()?;
        let index = number.saturating_sub(oldest).min(self.all.len() as u64 - 1);
        self.all.get(index as usize)
    }

    /// The number of the oldest that is there.
    pub(super) fn oldest(&self) -> Option<u64> {
        self.all.front().map(|first| first.number)
    }
}

/// WebP without losses is a third of a PNG, in twice its time.
fn compress(frame: &Frame) -> Vec<u8> {
    let mut image = Vec::new();
    let webp = image_webp::WebPEncoder::new(&mut image);
    if webp.encode(frame.as_rgb(), frame.width(), frame.height(), image_webp::ColorType::Rgb8).is_err() {
        // more than 16384 pixels in a direction
        return frame.to_png().unwrap_or_default();
    }
    image
}

fn about(shown: &Shown) -> String {
    let mut json = String::new();
    let _ = write!(
        json,
        "\"frames\":{},\"total\":{},\"time\":{:.6},\"elapsed\":{:.6},\"fps\":{},\"path\":{},\"ended\":{}",
        shown.frames,
        shown.total.unwrap_or(0),
        shown.time.as_secs_f64(),
        shown.elapsed.as_secs_f64(),
        quoted(&shown.fps.map_or_else(String::new, |fps| fps.to_string())),
        quoted(&shown.path.to_string_lossy()),
        quoted(shown.ended.as_deref().unwrap_or("")),
    );
    json
}

/// A JSON string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c < ' ' => _ = write!(out, "\\u{:04x}", c as u32),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests;
