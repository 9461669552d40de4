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
