//! A movie from arbitrary bytes.

use grabframe::{Fps, Frame, Size};

/// What is recorded.
#[derive(Clone, Debug)]
pub struct Movie {
    pub size: Size,
    pub fps: Fps,
    pub quality: u8,
    /// What the format may be asked for.
    pub option: bool,
    pub frames: Vec<Frame>,
    /// How long each frame is held.
    pub holds: Vec<Option<f64>>,
}

/// Rates that people use. All formats take the first ones.
const RATES: [Fps; 14] = [
    Fps::new(30, 1),
    Fps::new(15, 1),
    Fps::new(10, 1),
    Fps::new(7, 1),
    Fps::new(1, 1),
    Fps::new(50, 1),
    Fps::new(24000, 1001),
    Fps::new(30000, 1001),
    Fps::new(25, 2),
    Fps::new(1, 3),
    Fps::new(60, 1),
    Fps::new(51, 1),
    Fps::new(1000, 1),
    Fps::new(1001, 1),
];

const HOLDS: [f64; 12] = [0.0, 0.001, 0.004, 0.0149, 1.0 / 30.0, 0.1, 1.0, 2.5, 700.0, 17_000.0, 70_000.0, 655.37];

/// Bytes one after the other; zeros when there are no more.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn number(&mut self) -> u32 {
        u32::from(self.byte()) << 8 | u32::from(self.byte())
    }

    fn below(&mut self, end: u32) -> u32 {
        u32::from(self.byte()) % end
    }
}

impl Movie {
    /// From the bytes behind the first, which chooses the format.
    #[must_use]
    pub fn new(data: &[u8]) -> Self {
        let mut bytes = Bytes(data);
        let (width, height) = match bytes.below(8) {
            0 => (1 + bytes.number() % 2000, 1 + bytes.below(3)),
            1 => (1 + bytes.below(3), 1 + bytes.number() % 2000),
            _ => (1 + bytes.below(40), 1 + bytes.below(40)),
        };
        let size = Size::new(width, height);
        let rate = usize::from(bytes.byte());
        let fps = RATES.get(rate % 18).copied();
        let fps = fps.unwrap_or_else(|| Fps::new(bytes.number().max(1), bytes.number().max(1)));
        let (quality, option) = (bytes.below(101) as u8, bytes.byte() % 2 == 1);
        let mut movie = Self { size, fps, quality, option, frames: Vec::new(), holds: Vec::new() };
        let count = 1 + bytes.below(8);
        for _ in 0..count {
            let frame = picture(&mut bytes, size, movie.frames.last());
            movie.frames.push(frame);
            let hold = usize::from(bytes.byte());
            movie.holds.push(HOLDS.get(hold % 24).copied());
        }
        movie
    }

    /// Without holds that would repeat a frame very often.
    #[must_use]
    pub fn with_short_holds(mut self) -> Self {
        for hold in &mut self.holds {
            *hold = hold.filter(|seconds| self.fps.frames_in(*seconds) <= 20);
        }
        self
    }
}

/// Few colours, many colours, small changes, none.
fn picture(bytes: &mut Bytes<'_>, size: Size, last: Option<&Frame>) -> Frame {
    let (width, height) = (size.width, size.height);
    let mut frame = Frame::new(width, height);
    match (bytes.below(8), last) {
        (0, Some(last)) => frame = last.clone(),
        (1 | 2, Some(last)) => {
            frame = last.clone();
            for _ in 0..=bytes.below(4) {
                let (x, y) = (bytes.number() % width, bytes.number() % height);
                let (w, h) = (bytes.below(width - x) + 1, bytes.below(height - y) + 1);
                let (seed, kind) = (bytes.number(), bytes.below(3));
                let mut noise = Noise(seed);
                let color = noise.color();
                for at in (y..(y + h).min(height)).flat_map(|row| (x..(x + w).min(width)).map(move |x| row * width + x))
                {
                    let pixel = &mut frame.as_rgb_mut()[at as usize * 3..][..3];
                    match kind {
                        0 => pixel.copy_from_slice(&color),
                        1 => pixel.copy_from_slice(&noise.color()),
                        _ => pixel[0] ^= 1,
                    }
                }
            }
        }
        (3, _) => {
            let color = [bytes.byte(), bytes.byte(), bytes.byte()];
            frame.as_rgb_mut().chunks_exact_mut(3).for_each(|pixel| pixel.copy_from_slice(&color));
        }
        (4 | 5, _) => {
            // so many colours, in stripes or at random; often about as many as a GIF's palette holds
            let count = bytes.number();
            let count = if count % 4 == 0 { 254 + count / 4 % 4 } else { 1 + count % 300 };
            let mut noise = Noise(bytes.number());
            let colors: Vec<[u8; 3]> = (0..count).map(|_| noise.color()).collect();
            let step = bytes.below(64);
            for (at, pixel) in (0..).zip(frame.as_rgb_mut().chunks_exact_mut(3)) {
                let index = if step == 0 { noise.next() } else { at / step };
                pixel.copy_from_slice(&colors[(index % count) as usize]);
            }
        }
        (6, _) => {
            let (a, b, c) = (bytes.number(), bytes.number(), bytes.number());
            for (at, pixel) in (0..).zip(frame.as_rgb_mut().chunks_exact_mut(3)) {
                let (x, y) = (at % width, at / width);
                pixel.copy_from_slice(&[(x * a >> 8) as u8, (y * b >> 8) as u8, ((x + y) * c >> 8) as u8]);
            }
        }
        (7, _) => frame.as_rgb_mut().iter_mut().for_each(|v| *v = bytes.byte()),
        _ => {
            let mut noise = Noise(bytes.number());
            frame.as_rgb_mut().iter_mut().for_each(|v| *v = noise.next() as u8);
        }
    }
    frame
}

/// Numbers as if at random.
struct Noise(u32);

impl Noise {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0 >> 12
    }

    fn color(&mut self) -> [u8; 3] {
        [self.next() as u8, self.next() as u8, self.next() as u8]
    }
}
