use super::*;

#[test]
fn the_environment_names_the_program_first() {
    assert_eq!(program(Some("/opt/ffmpeg".into())), Path::new("/opt/ffmpeg"));
    assert!(program(Some("tools/ffmpeg".into())).is_absolute());
    assert_eq!(program(Some("ffmpeg5".into())), Path::new("ffmpeg5"));
    for unset in [None, Some(OsString::new())] {
        assert_eq!(program(unset).file_stem(), Some("ffmpeg".as_ref()));
    }
}

#[test]
fn words_are_read_to_their_end_or_as_far_as_they_are_kept() {
    let source = || {
        let mut answers = vec![Ok(2), Err(std::io::ErrorKind::Interrupted), Ok(3), Ok(0)].into_iter();
        Box::new(move |chunk: &mut [u8]| {
            chunk[..5].copy_from_slice(b"words");
            answers.next().expect("not asked again").map_err(Into::into)
        })
    };
    assert_eq!(read_all(source(), 100), b"wowor");
    assert_eq!(read_all(source(), 4), b"wowo");
    assert_eq!(read_all(Box::new(|_| Err(std::io::ErrorKind::Other.into())), 4), b"");
}

#[test]
fn versions_are_read() {
    for (word, want, fps_mode) in [
        ("5.1.9-0+deb12u1", "5.1.9", true),
        ("4.4.2-0ubuntu0.22.04.1", "4.4.2", false),
        ("5.0", "5.0", false),
        ("7.1", "7.1", true),
        ("8.0.1-essentials_build-www.gyan.dev", "8.0.1", true),
        ("n6.1.1", "n6.1.1", true),
        ("n4.4", "n4.4", false),
        ("N-109468-gd39b34123d", "N-109468-gd39b34123d", true),
        ("2023-03-02-git-814178f926-full", "2023", true),
    ] {
        let got = version(&format!("ffmpeg version {word} Copyright (c) 2000-2026\n  built with gcc"));
        assert_eq!(got, want);
        let info = FfmpegInfo { program: "ffmpeg".into(), version: got, encoders: vec![] };
        assert_eq!(info.has_fps_mode(), fps_mode, "{word}");
    }
    assert_eq!(version("sh: nothing here"), "");
}

#[test]
fn the_list_of_encoders_is_read() {
    let list = "Encoders:\n V..... = Video\n A..... = Audio\n ------\n V....D libx264     libx264 H.264 (codec h264)\n A....D aac  AAC\n VFS... mjpeg  MJPEG\n";
    assert_eq!(encoders(list), ["libx264", "mjpeg"]);
    assert!(encoders("nothing").is_empty());
}
