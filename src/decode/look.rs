//! How the pictures of a movie are meant to be shown: which way up, how wide, on what, in which colours.

use crate::ffmpeg::FfmpegInfo;
use crate::geom::Size;
use crate::search::{around, between, has};

/// What was said of it, in ffmpeg's words; what was not said is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Said {
    /// The names of the codec, of the pixel format, and of the matrix between the two kinds of colours.
    pub(super) codec: String,
    pub(super) pixels: String,
    pub(super) matrix: String,
    /// Width and height of a pixel: `4:3`.
    pub(super) aspect: String,
    /// By how many degrees the picture is to be turned.
    pub(super) rotation: f64,
    /// Whether a transparency is stored beside the pictures, which not every decoder reads.
    pub(super) alpha_mode: bool,
    pub(super) avi: bool,
}

/// What follows from it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Look {
    /// Whether the picture lies on its side. ffmpeg turns it.
    turned: bool,
    /// Width and height of a pixel, after the turn.
    pub(super) aspect: (u32, u32),
    pub(super) alpha: bool,
    /// The decoder to be named, since the usual one leaves out the transparency.
    pub(super) decoder: Option<&'static str>,
    /// The matrix to be taken where the file names none.
    pub(super) matrix: Option<&'static str>,
}

impl Look {
    /// Of pictures that are stored with a size.
    pub(super) fn new(said: &Said, stored: Size, info: &FfmpegInfo) -> Self {
        let apart = match said.codec.as_str() {
            "vp8" => Some("libvpx"),
            "vp9" => Some("libvpx-vp9"),
            _ => None,
        };
        // the library that encodes it is the one that decodes it
        let decoder = apart.filter(|name| said.alpha_mode && info.has(name));
        let turned = ((said.rotation / 90.0).rem_euclid(2.0) - 1.0).abs() < 1.0 / 90.0;
        let (across, down) = aspect(&said.aspect).unwrap_or((1, 1));
        Self {
            turned,
            aspect: if turned { (down, across) } else { (across, down) },
            // the fourth byte in an AVI's plain pixels means nothing
            alpha: decoder.is_some() || has_alpha(&said.pixels) && !(said.avi && said.codec == "rawvideo"),
            decoder,
            // as browsers and players guess it: small pictures are of the old television, large ones of the new
            matrix: (is_yuv(&said.pixels) && !names_matrix(&said.matrix) && stored.height >= 720).then_some("bt709"),
        }
    }

    /// The size of the pictures as they are shown, pixel by pixel.
    pub(super) fn shown(&self, stored: Size) -> Size {
        if self.turned { Size::new(stored.height, stored.width) } else { stored }
    }

    /// The size of the same pictures with square pixels: the shorter side of a pixel grows, so that nothing is lost.
    pub(super) fn square(&self, size: Size) -> Size {
        let (across, down) = (u64::from(self.aspect.0), u64::from(self.aspect.1));
        let grown =
            |side: u32, by: u64, of: u64| u32::try_from((u64::from(side) * by + of / 2) / of).unwrap_or(u32::MAX);
        if across >= down {
            Size::new(grown(size.width, across, down), size.height)
        } else {
            Size::new(size.width, grown(size.height, down, across))
        }
    }
}

/// `4:3`; nothing for `0:1`, which says that it is not known.
fn aspect(text: &str) -> Option<(u32, u32)> {
    let (across, down) = text.split_once(':')?;
    let both = (across.parse().ok()?, down.parse().ok()?);
    (both.0 > 0 && both.1 > 0).then_some(both)
}

/// Whether pixels of this name have a transparency.
fn has_alpha(pixels: &str) -> bool {
    let begins = ["yuva", "gbrap", "ya8", "ya16", "yaf"].iter().any(|word| pixels.starts_with(word));
    let holds = ["rgba", "bgra", "argb", "abgr", "ayuv", "vuya", "uyva"].iter().any(|word| has(pixels, word));
    begins || holds || pixels == "pal8"
}

/// Whether pixels of this name need a matrix to become red, green and blue.
fn is_yuv(pixels: &str) -> bool {
    let kinds = ["yuv", "nv", "p0", "p2", "p4", "y2", "uy", "yuy", "yvy", "vuy", "xv", "v30", "ayuv"];
    kinds.iter().any(|word| pixels.starts_with(word))
}

fn names_matrix(name: &str) -> bool {
    !matches!(name, "" | "unknown" | "unspecified" | "reserved" | "N/A")
}

impl Said {
    /// From ffprobe's answers, such as `streams.stream.0.pix_fmt` and `yuv420p`.
    pub(super) fn by_ffprobe(answers: &[(&str, String)]) -> Self {
        let get = |name: &str| {
            let found = answers.iter().find(|(key, _)| key.strip_prefix("streams.stream.0.") == Some(name));
            found.map_or(String::new(), |(_, value)| value.clone())
        };
        let turn = answers.iter().find(|(key, _)| key.ends_with(".rotation"));
        let mode = answers.iter().find(|(key, _)| key.eq_ignore_ascii_case("streams.stream.0.tags.alpha_mode"));
        Self {
            codec: get("codec_name"),
            pixels: get("pix_fmt"),
            matrix: get("color_space"),
            aspect: get("sample_aspect_ratio"),
            rotation: turn.and_then(|(_, degrees)| degrees.parse().ok()).unwrap_or_default(),
            alpha_mode: mode.is_some_and(|(_, mode)| mode == "1"),
            avi: answers.iter().any(|(key, value)| *key == "format.format_name" && value == "avi"),
        }
    }

    /// From what ffmpeg prints for people of its input: the line of the pictures, and those about them that follow.
    pub(super) fn by_ffmpeg(stream: &str, below: &[&str], avi: bool) -> Self {
        let parts = outer_parts(around(stream, ": Video: ").map_or("", |(_, after)| after));
        let part = |n: usize| parts.get(n).copied().unwrap_or_default();
        let word = |text: &str| text.split([' ', '(']).next().unwrap_or_default().to_owned();
        // what the container says stands behind what the pictures say
        let sample = parts.iter().rev().find_map(|part| between(part, "SAR ")[1..].last().copied());
        let within = part(1).split_once('(').map_or("", |(_, within)| within.trim_end_matches(')'));
        let spaces = ["gbr", "bt", "fcc", "smpte", "ycgco", "chroma", "ictcp", "ipt"];
        let named = |word: &&str| word.contains('/') || spaces.iter().any(|space| word.starts_with(space));
        let value = |key: &str| {
            below.iter().find_map(|line| {
                let (name, value) = line.trim().split_once(':')?;
                name.trim().eq_ignore_ascii_case(key).then(|| value.trim())
            })
        };
        let turn = below.iter().find_map(|line| around(line, "rotation of ")?.1.split(' ').next()?.parse().ok());
        Self {
            codec: word(part(0)),
            pixels: word(part(1)),
            matrix: between(within, ", ")
                .into_iter()
                .find(named)
                .map_or("", |word| word.split('/').next().unwrap_or_default())
                .into(),
            aspect: sample.map_or("", |text| text.split([' ', ']']).next().unwrap_or_default()).into(),
            rotation: turn.unwrap_or_default(),
            alpha_mode: value("alpha_mode") == Some("1"),
            avi,
        }
    }
}

/// The parts between commas that stand outside of parentheses.
fn outer_parts(text: &str) -> Vec<&str> {
    let mut depth = 0;
    let outside = |letter: char| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        letter == ',' && depth == 0
    };
    text.split(outside).map(str::trim).collect()
}

#[cfg(test)]
mod tests;
