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
    yuv: Yuv420,
    padded: Size,
    /// The sequence and picture parameter sets, once a picture was encoded.
    pub(super) sps: Vec<u8>,
    pub(super) pps: Vec<u8>,
}

impl H264 {
    /// Odd sizes grow by one column or row of the colour `pad`.
    pub(super) fn new(size: Size, fps: Fps, pad: [u8; 3], quality: u8) -> Result<Self> {
        let padded = even(size);
        let (long, short) = (padded.width.max(padded.height), padded.width.min(padded.height));
        if short == 0 || long > LONG_SIDE || short > SHORT_SIDE {
            return Err(Error::BadSize {
                size,
                reason: format!(
                    "OpenH264 encodes 1x1 to {LONG_SIDE}x{SHORT_SIDE} pixels (or upright); \
                     use a smaller figure or dpi, or FfmpegWriter, which takes more"
                ),
            });
        }
        let qp = quantiser(quality);
        let config = EncoderConfig::new()
            // four times as fast on lines as the mode for screens, and smaller on images
            .usage_type(UsageType::CameraVideoRealTime)
            // a fixed quantiser: `Off` would pay no heed to the range, and skipping would lose frames
            .rate_control_mode(RateControlMode::Quality)
            .qp(QpRange::new(qp, qp))
            .skip_frames(false)
            .adaptive_quantization(false)
            .background_detection(false)
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
            .map_err(|e| Error::BadOption { reason: format!("OpenH264 cannot be started: {e}") })?;
        silence(&mut encoder);
        Ok(Self { encoder, yuv: Yuv420::new(size, pad, Range::Limited), padded, sps: Vec::new(), pps: Vec::new() })
    }

    /// The size of the coded pictures: even.
    pub(super) const fn padded(&self) -> Size {
        self.padded
    }

    /// Takes a picture, without encoding it yet.
    pub(super) fn take(&mut self, rgb: &[u8]) {
        self.yuv.convert(rgb);
    }

    /// Encodes the picture taken last, again or for the first time. An error is in the encoder's words.
    pub(super) fn encode(&mut self, out: &mut Sample) -> std::result::Result<(), String> {
        let (width, height) = (self.padded.width as usize, self.padded.height as usize);
        let (y, chroma) = self.yuv.planes().split_at(width * height);
        let (u, v) = chroma.split_at(width * height / 4);
        let planes = YUVSlices::new((y, u, v), (width, height), (width, width / 2, width / 2));
        let encoded = self.encoder.encode(&planes).map_err(|e| e.to_string())?;
        out.bytes.clear();
        out.key = encoded.frame_type() == FrameType::IDR;
        for layer in (0..encoded.num_layers()).filter_map(|i| encoded.layer(i)) {
            for unit in (0..layer.nal_count()).filter_map(|i| layer.nal_unit(i)) {
                let unit = without_start_code(unit);
                // the low five bits of the first byte are the kind
                match unit.first().map(|first| first & 0x1f) {
                    None => {}
                    // parameter sets are the same all along, and stand once in the file's head
                    Some(7) => unit.clone_into(&mut self.sps),
                    Some(8) => unit.clone_into(&mut self.pps),
                    Some(_) => {
                        out.bytes.extend_from_slice(&(unit.len() as u32).to_be_bytes());
                        out.bytes.extend_from_slice(unit);
                    }
                }
            }
        }
        if out.bytes.is_empty() {
            return Err("the encoder left out a frame".into());
        }
        if self.sps.len() < 4 || self.pps.is_empty() {
            return Err("the encoder did not say how its frames are to be decoded".into());
        }
        Ok(())
    }
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
    const KNOTS: [u32; 5] = [48, 38, 28, 20, 12];
    let quality = u32::from(quality.min(100));
    let (knot, over) = ((quality / 25).min(3), quality - (quality / 25).min(3) * 25);
    let (from, to) = (KNOTS[knot as usize], KNOTS[knot as usize + 1]);
    // falling, so the part that was passed is taken off; rounded
    (from - ((from - to) * over + 12) / 25) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quality_falls_on_the_knots() {
        for (quality, qp) in [(0, 48), (25, 38), (50, 28), (75, 20), (100, 12), (255, 12), (60, 25), (90, 15)] {
            assert_eq!(quantiser(quality), qp, "{quality}");
        }
        assert!((0..100).all(|q| quantiser(q) >= quantiser(q + 1)));
    }

    #[test]
    fn start_codes_go() {
        assert_eq!(without_start_code(&[0, 0, 0, 1, 0x67, 1]), [0x67, 1]);
        assert_eq!(without_start_code(&[0, 0, 1, 0x68]), [0x68]);
        assert_eq!(without_start_code(&[0x68, 0]), [0x68, 0]);
    }

    #[test]
    fn sizes_beyond_the_encoder_are_refused_with_advice() {
        let open = |w, h| H264::new(Size::new(w, h), Fps::new(30, 1), [0; 3], 75).map(|_| ());
        for (w, h) in [(1, 1), (3840, 2160), (2160, 3840), (3839, 2159)] {
            assert!(open(w, h).is_ok(), "{w}x{h}");
        }
        for (w, h) in [(3841, 2160), (3840, 2161), (2400, 2400), (0, 5)] {
            let error = open(w, h).expect_err("too large").to_string();
            assert!(error.contains(&format!("{w}x{h}")) && error.contains("FfmpegWriter"), "{error}");
        }
    }
}
