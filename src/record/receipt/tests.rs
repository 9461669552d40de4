use super::*;

#[test]
fn sizes_have_the_unit_that_they_reach() {
    for (bytes, want) in [
        (0, "0 B"),
        (999, "999 B"),
        (1_000, "1.0 kB"),
        (72_408, "72.4 kB"),
        (999_949, "999.9 kB"),
        (999_950, "1.0 MB"),
        (999_949_999, "999.9 MB"),
        (999_950_000, "1.00 GB"),
        (1_500_000_000, "1.50 GB"),
        (999_995_000_000, "1.00 TB"),
    ] {
        assert_eq!(Bytes(bytes).to_string(), want);
    }
}

#[test]
fn one_line() {
    let receipt = Receipt {
        frames: 100,
        duration: Duration::from_secs_f64(100.0 / 15.0),
        bytes: 12_345,
        path: "walk.mp4".into(),
        encoder: "libx264".into(),
        width: 641,
        height: 480,
        fps: Fps::new(15, 1),
        notes: vec!["padded to 642x480".into()],
        command: None,
        times: Times::default(),
    };
    let line = "walk.mp4: 100 frames, 6.67 s, 641x480 at 15 fps, 12.3 kB, libx264; padded to 642x480";
    assert_eq!(receipt.to_string(), line);
}
