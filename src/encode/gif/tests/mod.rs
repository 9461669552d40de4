//! What is written is read back by decoders that are not ours.

use std::io::Cursor;

use super::stream::GifStream;
use super::*;
use crate::encode::Encoder;

mod decoders;
mod edges;
mod file;
mod pixels;
mod time;

/// Numbers that look random and are the same everywhere.
struct Lcg(u64);

impl Lcg {
    fn next(&mut self, range: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(range)) as u32
    }
}

/// The `n`th of many colours, each another.
fn color(n: u32) -> [u8; 3] {
    [(n * 7) as u8, (n >> 3) as u8, (n >> 8) as u8 ^ (n * 31) as u8]
}

fn stream(size: Size, fps: impl Into<Fps>) -> GifStream<Cursor<Vec<u8>>> {
    let out = Cursor::new(Vec::new());
    GifStream::new(out, Path::new("test.gif"), size, fps.into(), &GifOptions::default()).expect("opens")
}

fn encode(frames: &[Frame], fps: impl Into<Fps>) -> Vec<u8> {
    let mut stream = stream(frames[0].size(), fps);
    for frame in frames {
        stream.write(frame).expect("takes a frame");
    }
    stream.finish().expect("finishes").into_inner()
}

struct Image {
    delay: u64,
    local: bool,
    area: usize,
    screen: Frame,
}

/// Every image of a GIF as it looks on the screen, up to the first that is broken.
fn play(bytes: &[u8]) -> Vec<Image> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::Indexed);
    let Ok(mut decoder) = options.read_info(bytes) else { return Vec::new() };
    let (width, height) = (usize::from(decoder.width()), usize::from(decoder.height()));
    let mut screen = Frame::new(width as u32, height as u32);
    let mut images = Vec::new();
    while let Ok(Some(image)) = decoder.read_next_frame().map(|image| image.cloned()) {
        let global = decoder.global_palette().unwrap_or_default();
        let palette = image.palette.as_deref().unwrap_or(global);
        assert_eq!(image.dispose, gif::DisposalMethod::Keep);
        for (i, &index) in image.buffer.iter().enumerate() {
            if Some(index) != image.transparent {
                let x = usize::from(image.left) + i % usize::from(image.width);
                let y = usize::from(image.top) + i / usize::from(image.width);
                let color = &palette[usize::from(index) * 3..][..3];
                screen.as_rgb_mut()[(y * width + x) * 3..][..3].copy_from_slice(color);
            }
        }
        images.push(Image {
            delay: u64::from(image.delay),
            local: image.palette.is_some(),
            area: usize::from(image.width) * usize::from(image.height),
            screen: screen.clone(),
        });
    }
    images
}

/// What is on the screen at every frame's beginning, one entry a frame.
fn sampled(images: &[Image], fps: Fps, frames: usize) -> Vec<Frame> {
    let mut ends = Vec::new();
    for image in images {
        ends.push(ends.last().copied().unwrap_or(0) + image.delay);
    }
    (0..frames)
        .map(|i| {
            let time = i as u64 * 100 * u64::from(fps.den()) / u64::from(fps.num());
            images[ends.iter().position(|&end| end > time).expect("still playing")].screen.clone()
        })
        .collect()
}

fn assert_exact(frames: &[Frame], fps: impl Into<Fps>) -> Vec<Image> {
    let fps = fps.into();
    let images = play(&encode(frames, fps));
    for (i, (got, want)) in sampled(&images, fps, frames.len()).iter().zip(frames).enumerate() {
        assert!(got == want, "frame {i} differs");
    }
    images
}

/// Mean squared error a level, and the largest.
fn errors(a: &Frame, b: &Frame) -> (f64, u8) {
    let differences = || a.as_rgb().iter().zip(b.as_rgb()).map(|(&a, &b)| a.abs_diff(b));
    let sum: u64 = differences().map(|d| u64::from(d).pow(2)).sum();
    (sum as f64 / a.as_rgb().len() as f64, differences().max().unwrap_or(0))
}

fn psnr(a: &Frame, b: &Frame) -> f64 {
    10.0 * (255.0 * 255.0 / errors(a, b).0).log10()
}

/// A picture in which every pixel is one of `colors` colours beginning with number `first`.
fn random_frame(lcg: &mut Lcg, size: Size, first: u32, colors: u32) -> Frame {
    let mut frame = Frame::new(size.width, size.height);
    for pixel in frame.as_rgb_mut().chunks_exact_mut(3) {
        pixel.copy_from_slice(&color(first + lcg.next(colors)));
    }
    // each colour at least once, if there is room
    for (n, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate().take(colors as usize) {
        pixel.copy_from_slice(&color(first + n as u32));
    }
    frame
}

/// A smooth surface in more than 1,500 colours, with a white border and black marks, as a heatmap has.
fn heatmap(size: Size, phase: f32) -> Frame {
    let mut frame = Frame::new(size.width, size.height);
    let (w, h) = (size.width as usize, size.height as usize);
    for y in h / 8..h - h / 8 {
        for x in w / 8..w - w / 8 {
            let (u, v) = (x as f32 / w as f32 - 0.5, y as f32 / h as f32 - 0.5);
            let t = (u * u + v * v).mul_add(2.0, u * phase).clamp(0.0, 1.0);
            let rgb =
                [t * 253.0, (1.0 - t) * t * 800.0 + 30.0, 90.0 + 60.0 * (1.0 - t * t) + 40.0 * v].map(|v| v as u8);
            frame.as_rgb_mut()[(y * w + x) * 3..][..3].copy_from_slice(&rgb);
        }
        frame.as_rgb_mut()[(y * w + w / 8 - 2) * 3..][..3].fill(0);
    }
    frame
}
