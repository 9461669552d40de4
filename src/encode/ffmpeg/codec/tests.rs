use super::*;

fn arguments(name: &str, options: &FfmpegOptions) -> String {
    let codec = Codec::named(name).expect(name);
    let args = codec.arguments(options).expect("good options");
    args.iter().map(|a| a.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[test]
fn quality_is_said_in_each_encoders_own_words() {
    let options = FfmpegOptions::default();
    assert_eq!(arguments("libx264", &options), "-c:v libx264 -preset veryfast -crf 18");
    assert_eq!(arguments("mjpeg", &options), "-c:v mjpeg -q:v 4");
    let best = FfmpegOptions { quality: 100, ..FfmpegOptions::default() };
    assert_eq!(arguments("mpeg4", &best), "-c:v mpeg4 -q:v 2");
    let rate = FfmpegOptions { bitrate: Some(2_000_000), preset: Some("slow".into()), ..FfmpegOptions::default() };
    assert_eq!(arguments("libx264", &rate), "-c:v libx264 -preset slow -b:v 2000000");
}

#[test]
fn more_quality_never_gives_a_coarser_quantiser() {
    for knots in [X264, VPX, MPEG] {
        let values: Vec<u32> = (0..=100).map(|q| between(knots, q)).collect();
        assert!(values.is_sorted_by(|a, b| a >= b), "{values:?}");
        assert_eq!([0, 25, 50, 75, 100].map(|q| values[q]), knots.map(u32::from));
        assert_eq!(between(knots, 255), values[100]);
    }
}

#[test]
fn a_preset_for_an_encoder_without_any_is_refused() {
    let options = FfmpegOptions { preset: Some("slow".into()), ..FfmpegOptions::default() };
    let error = Codec::named("mjpeg").expect("known").arguments(&options).expect_err("no presets");
    assert_eq!(error.to_string(), "the encoder `mjpeg` has no presets, so `slow` cannot be used");
}

#[test]
fn pixel_formats_are_told_apart() {
    for (name, pixels, even) in [
        ("yuv420p", Pixels::Yuv420, true),
        ("yuvj420p", Pixels::Yuvj420, true),
        ("yuv444p", Pixels::Yuv { full: false }, false),
        ("yuvj444p", Pixels::Yuv { full: true }, false),
        ("yuv422p10le", Pixels::Yuv { full: false }, true),
        ("nv12", Pixels::Yuv { full: false }, true),
        ("gbrp", Pixels::Rgb, false),
        ("bgr0", Pixels::Rgb, false),
        ("gray", Pixels::Gray, false),
    ] {
        assert_eq!(Pixels::of(name), pixels, "{name}");
        assert_eq!(pixels.needs_even(name), even, "{name}");
    }
}
