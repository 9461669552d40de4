//! Pictures to H.264, by OpenH264.

use openh264::OpenH264API;
use openh264::encoder::{
    ColorPrimaries, Encoder, EncoderConfig, FrameRate, FrameType, IntraFramePeriod, MatrixCoefficients, QpRange,
    RateControlMode, TransferCharacteristics, UsageType, VuiConfig,
};
use openh264::formats::YUVSlices;

use crate::encode::Fps;
use crate::encode::yuv::{Range, Yuv420, even};
use crate::error::{Error, Result};
use crate::geom::Size;

/// Every so many pictures is a key frame, which players can begin at. On line plots a key frame has the bytes of 70
/// other frames: one every 150 frames costs a quarter of the size. What seeking takes is to decode the frames since the
/// last one, hence a number of frames and not of seconds.
const KEY_EVERY: u32 = 300;

/// The encoder's limits, whichever way the picture lies.
const LONG_SIDE: u32 = 3840;
const SHORT_SIDE: u32 = 2160;
/// It refuses to encode less than one macroblock.
const LEAST_SIDE: u32 = 16;

/// The quantiser at quality 0.
const COARSEST: u8 = 48;

/// One encoded picture.
#[derive(Debug, Default)]
pub(super) struct Sample {
    /// Its units, a length of four bytes before each; parameter sets are not among them.
    pub(super) bytes: Vec<u8>,
    /// Whether it can be decoded without those before.
    pub(super) key: bool,
}

/// The encoder for pictures of one size.
pub(super) struct H264 {
    encoder: Encoder,
    fps: Fps,
    /// The quantiser of the quality that was asked for, and the one in use.
    asked: u8,
    qp: u8,
    yuv: Yuv420,
    size: Size,
    padded: Size,
    /// Pictures that are too small, in a larger one of one colour; empty if they are not.
    grown: Vec<u8>,
    /// The sequence and picture parameter sets, once a picture was encoded.
    pub(super) sps: Vec<u8>,
    pub(super) pps: Vec<u8>,
}

impl H264 {
    /// Odd sizes grow by one column or row of the colour `pad`, and sides of fewer than 16 pixels to 16.
    pub(super) fn new(size: Size, fps: Fps, pad: [u8; 3], quality: u8) -> Result<Self> {
        let padded = even(size);
        let padded = Size::new(padded.width.max(LEAST_SIDE), padded.height.max(LEAST_SIDE));
        let (long, short) = (padded.width.max(padded.height), padded.width.min(padded.height));
        if size.width == 0 || size.height == 0 || long > LONG_SIDE || short > SHORT_SIDE {
            return Err(Error::bad_size(
                size,
                format!(
                    "OpenH264 encodes 1x1 to {LONG_SIDE}x{SHORT_SIDE} pixels (or upright); \
                     use a smaller figure or dpi, or FfmpegWriter, which takes more"
                ),
            ));
        }
        let qp = quantiser(quality);
        let encoder = start(fps, qp).map_err(Error::bad_option)?;
        let (grown, taken) = if padded == even(size) {
            (Vec::new(), size)
        } else {
            (pad.repeat(padded.width as usize * padded.height as usize), padded)
        };
        let yuv = Yuv420::new(taken, pad, Range::Limited);
        Ok(Self { encoder, fps, asked: qp, qp, yuv, size, padded, grown, sps: Vec::new(), pps: Vec::new() })
    }

    /// The size of the coded pictures: even.
    pub(super) const fn padded(&self) -> Size {
        self.padded
    }

    /// Takes a picture, without encoding it yet.
    pub(super) fn take(&mut self, rgb: &[u8]) {
        if self.grown.is_empty() {
            self.yuv.convert(rgb);
            return;
        }
        let (from, to) = (self.size.width as usize * 3, self.padded.width as usize * 3);
        for (row, grown) in rgb.chunks_exact(from).zip(self.grown.chunks_exact_mut(to)) {
            grown[..from].copy_from_slice(row);
        }
        self.yuv.convert(&self.grown);
    }

    /// The quantiser in use, if it had to be a coarser one than the quality means; and that one.
    pub(super) fn coarser(&self) -> Option<(u8, u8)> {
        (self.qp != self.asked).then_some((self.qp, self.asked))
    }

    /// Encodes the picture taken last, again or for the first time. An error is in words.
    ///
    /// OpenH264's buffers do not hold pictures that take more bytes than the plain pixels, as noise in full colours does
    /// at fine quantisers. Then it gives up, and another begins with a coarser one.
    pub(super) fn encode(&mut self, out: &mut Sample) -> std::result::Result<(), String> {
        /// `cmMallocMemeError`: also what is returned for a buffer that is full.
        const FULL: i64 = 3;
        loop {
            match self.attempt(out) {
                Err(Failed::Encoder(FULL)) if self.qp < COARSEST => {
                    self.qp = (self.qp + 6).min(COARSEST);
                    self.encoder = start(self.fps, self.qp)?;
                }
                Err(Failed::Encoder(code)) => return Err(format!("OpenH264 failed with code {code}")),
                Err(Failed::Output(reason)) => return Err(reason.into()),
                Ok(()) => return Ok(()),
            }
        }
    }

    fn attempt(&mut self, out: &mut Sample) -> std::result::Result<(), Failed> {
        let (width, height) = (self.padded.width as usize, self.padded.height as usize);
        let (y, chroma) = self.yuv.planes().split_at(width * height);
        let (u, v) = chroma.split_at(width * height / 4);
        let planes = YUVSlices::new((y, u, v), (width, height), (width, width / 2, width / 2));
        let encoded = self.encoder.encode(&planes).map_err(|e| Failed::Encoder(e.native_code()))?;
        out.bytes.clear();
        out.key = encoded.frame_type() == FrameType::IDR;
        for layer in (0..encoded.num_layers()).filter_map(|i| encoded.layer(i)) {
            for unit in (0..layer.nal_count()).filter_map(|i| layer.nal_unit(i)) {
                let unit = without_start_code(unit);
                // the low five bits of the first byte are the kind
                match unit.first().map(|first| first & 0x1f) {
                    None => {}
                    // parameter sets stand once, in the file's head
                    Some(7) => keep(&mut self.sps, unit)?,
                    Some(8) => keep(&mut self.pps, unit)?,
                    Some(_) => {
                        out.bytes.extend_from_slice(&(unit.len() as u32).to_be_bytes());
                        out.bytes.extend_from_slice(unit);
                    }
                }
            }
        }
        if out.bytes.is_empty() {
            return Err(Failed::Output("the encoder left out a frame"));
        }
        if self.sps.len() < 4 || self.pps.is_empty() {
            return Err(Failed::Output("the encoder did not say how its frames are to be decoded"));
        }
        Ok(())
    }
}

/// Why a picture was not encoded.
enum Failed {
    /// OpenH264's code.
    Encoder(i64),
    Output(&'static str),
}

/// Remembers a parameter set, which must be the same all along.
fn keep(known: &mut Vec<u8>, unit: &[u8]) -> std::result::Result<(), Failed> {
    if known.is_empty() {
        known.extend_from_slice(unit);
    }
    if known == unit { Ok(()) } else { Err(Failed::Output("the encoder changed its parameters within the movie")) }
}

/// Starts an encoder with a fixed quantiser.
fn start(fps: Fps, qp: u8) -> std::result::Result<Encoder, String> {
    let config = EncoderConfig::new()
        // four times as fast on lines as the mode for screens, and smaller on images
        .usage_type(UsageType::CameraVideoRealTime)
        // a fixed quantiser: `Off` would pay no heed to the range, and skipping would lose frames
        .rate_control_mode(RateControlMode::Quality)
        .qp(QpRange::new(qp, qp))
        .skip_frames(false)
        .adaptive_quantization(false)
        .background_detection(false)
        .scene_change_detect(false)
        .intra_frame_period(IntraFramePeriod::from_num_frames(KEY_EVERY))
        // for the level that the file asks of players; the encoder knows no higher rate than 60
        .max_frame_rate(FrameRate::from_hz((fps.as_f64() as f32).clamp(1.0, 60.0)))
        .vui(
            VuiConfig::new()
                .color_primaries(ColorPrimaries::Bt709)
                .transfer_characteristics(TransferCharacteristics::Bt709)
                .matrix_coefficients(MatrixCoefficients::Smpte170M)
                .full_range(false),
        );
    let mut encoder = Encoder::with_api_config(OpenH264API::from_source(), config)
        .map_err(|e| format!("OpenH264 cannot be started: {e}"))?;
    silence(&mut encoder);
    Ok(encoder)
}

/// Keeps OpenH264 from printing: on initialisation it warns on stderr about settings that were meant. Its safe
/// interface turns messages off only after that.
fn silence(encoder: &mut Encoder) {
    /// `ENCODER_OPTION_TRACE_LEVEL` of OpenH264's public interface; a number that its ABI fixes.
    const TRACE_LEVEL: std::ffi::c_int = 25;
    let mut quiet: std::ffi::c_int = 0;
    #[expect(unsafe_code, reason = "the safe interface turns messages off too late")]
    // SAFETY: for this option the encoder reads one 32-bit number through the pointer, before the call returns, and
    // accepts it at any time, also before it is initialised. It affects nothing but what is printed.
    unsafe {
        // its status is of no interest: at worst something is printed
        let _ = encoder.raw_api().set_option(TRACE_LEVEL, (&raw mut quiet).cast());
    }
}

/// A unit without the zeros and the one that separate units in a bare stream.
fn without_start_code(unit: &[u8]) -> &[u8] {
    match unit {
        [0, 0, 0, 1, rest @ ..] | [0, 0, 1, rest @ ..] => rest,
        all => all,
    }
}

/// H.264's quantiser for a quality: on straight lines between 48, 38, 28, 20 and 12 at 0, 25, 50, 75 and 100. Six more
/// double the steps. 12 is the finest that OpenH264 has.
fn quantiser(quality: u8) -> u8 {
    const KNOTS: [u32; 5] = [COARSEST as u32, 38, 28, 20, 12];
    let quality = u32::from(quality.min(100));
    let (knot, over) = ((quality / 25).min(3), quality - (quality / 25).min(3) * 25);
    let (from, to) = (KNOTS[knot as usize], KNOTS[knot as usize + 1]);
    // falling, so the part that was passed is taken off; rounded
    (from - ((from - to) * over + 12) / 25) as u8
}

#[cfg(test)]
mod tests;
