use super::*;

fn info(encoders: &[&str]) -> FfmpegInfo {
    let encoders = encoders.iter().map(|name| (*name).to_owned()).collect();
    FfmpegInfo { program: "ffmpeg".into(), version: "7.0".into(), encoders }
}

const HD: Size = Size::new(1280, 720);

#[test]
fn what_ffmpeg_prints_says_the_same_as_ffprobe() {
    let line = "  Stream #0:0[0x1](und): Video: h264 (Main 4:4:4, x) (avc1 / 0x31637661), \
                yuv420p(tv, unknown/bt709/bt709, progressive), 320x240 [SAR 1:1 DAR 4:3], SAR 4:3 DAR 16:9, 25 fps";
    let below = [
        "    Metadata:",
        "      ALPHA_MODE      : 1",
        "    Side data:",
        "      displaymatrix: rotation of -90.00 degrees",
    ];
    let printed = Said::by_ffmpeg(line, &below, false);
    let answers: Vec<(&str, String)> = [
        ("streams.stream.0.codec_name", "h264"),
        ("streams.stream.0.pix_fmt", "yuv420p"),
        ("streams.stream.0.color_space", "unknown"),
        ("streams.stream.0.sample_aspect_ratio", "4:3"),
        ("streams.stream.0.tags.alpha_mode", "1"),
        ("streams.stream.0.side_data_list.side_data.0.rotation", "-90"),
    ]
    .map(|(key, value)| (key, value.to_owned()))
    .to_vec();
    assert_eq!(printed, Said::by_ffprobe(&answers));
    let look = Look::new(&printed, Size::new(320, 240), &info(&[]));
    assert_eq!((look.shown(Size::new(320, 240)), look.aspect), (Size::new(240, 320), (3, 4)));
    assert_eq!(look.square(Size::new(240, 320)), Size::new(240, 427));
}

#[test]
fn a_matrix_is_guessed_only_where_none_is_named() {
    for (pixels, guessed) in [
        ("yuv420p(progressive)", true),
        ("yuv420p", true),
        ("yuv420p10le(tv, unknown/bt709/bt709, top first, left)", true),
        ("yuv420p(tv, smpte170m/bt709/bt709, progressive)", false),
        ("yuv420p(tv, bt709)", false),
        ("yuvj420p(pc, bt470bg/unknown/unknown)", false),
        ("gbrp(pc, gbr)", false),
        ("bgr0", false),
        ("gray", false),
    ] {
        let said = Said::by_ffmpeg(&format!("Stream #0:0: Video: x, {pixels}, 1280x720, 25 fps"), &[], false);
        assert_eq!(Look::new(&said, HD, &info(&[])).matrix.is_some(), guessed, "{pixels}: {said:?}");
        assert_eq!(Look::new(&said, Size::new(720, 576), &info(&[])).matrix, None);
    }
}

#[test]
fn transparency_is_found_by_the_pixels_or_beside_them() {
    for (codec, pixels, mode, encoders, alpha) in [
        ("qtrle", "argb", false, &[][..], true),
        ("qtrle", "rgb24", false, &[], false),
        ("prores", "yuva444p12le", false, &[], true),
        ("ffv1", "bgr0", false, &[], false),
        ("png", "pal8", false, &[], true),
        ("rawvideo", "bgra", false, &[], false),
        ("vp9", "yuv420p", true, &["libvpx-vp9"], true),
        ("vp9", "yuv420p", true, &["libx264"], false),
        ("vp9", "yuv420p", false, &["libvpx-vp9"], false),
    ] {
        let said = Said { codec: codec.into(), pixels: pixels.into(), alpha_mode: mode, avi: true, ..Said::default() };
        let look = Look::new(&said, HD, &info(encoders));
        assert_eq!((look.alpha, look.decoder.is_some()), (alpha, alpha && mode), "{codec} {pixels}");
    }
}

#[test]
fn a_quarter_turn_swaps_the_sides() {
    for (rotation, turned) in
        [(0.0, false), (90.0, true), (-90.0, true), (180.0, false), (-180.0, false), (270.0, true), (45.0, false)]
    {
        let look = Look::new(&Said { rotation, ..Said::default() }, HD, &info(&[]));
        assert_eq!(look.shown(HD) != HD, turned, "{rotation}");
    }
}
