use std::time::Duration;

use super::*;

#[test]
fn what_is_printed_is_read() {
    let printed = "Input #0, matroska,webm, from 'x, 3x4.mkv':\n  Duration: 00:00:12.50, start: 0.000000, bitrate: 2 kb/s\n\
        \x20 Stream #0:0(und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, smpte170m/bt709/bt709, progressive), \
        640x480 [SAR 1:1 DAR 4:3], 23.98 fps, 23.98 tbr, 1k tbn (default)\n    Metadata:\n      DURATION        : 00:00:01.500000000\n\
        Output #0, ffmetadata, to 'pipe:1':\n  Stream #0:0: Video: h264, 1x1\n";
    let facts = read(printed, ";FFMETADATA1\ntitle=a\\=b\\\nc\nempty=\n[STREAM]\nx=y\n");
    assert_eq!(facts.size, Some(Size::new(640, 480)));
    assert_eq!((facts.average, facts.base), (Some(Fps::new(24000, 1001)), Some(Fps::new(24000, 1001))));
    assert_eq!((facts.codec.as_str(), facts.interlaced, facts.is_format("webm")), ("h264", false, true));
    assert_eq!(facts.pictures, Some(Duration::from_millis(1500)));
    assert_eq!(facts.file, Some(Duration::from_millis(12_500)));
    assert_eq!(facts.tags, [("title".into(), "a=b\nc".into()), ("empty".into(), String::new())]);
    let nothing = read("x.mp4: Invalid data found when processing input\n", "");
    assert_eq!(nothing.size, None);
    assert!(nothing.words.contains("Invalid data"));
    let list = packets("#software: Lavf\n#tb 0: 1/1000\n0, 0, 0, 33, 12, 0x1\n0, 33, 33, 33, 9, 0x2, F=0x0\n", true);
    assert_eq!((list.tick, list.list.len(), list.complete), ((1, 1000), 2, true));
}
