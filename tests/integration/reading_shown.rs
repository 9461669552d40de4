//! Movies are read as players show them: upright, on white, in the right colours and the right shape.

use std::path::{Path, PathBuf};

use grabframe::prelude::*;

use crate::reading::{ffmpeg, pictures, write};
use crate::tools::{decode, ffmpeg_major, have, have_time, psnr, thorough};

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn first(path: &Path) -> Frame {
    Video::open(path).unwrap().frames().next().unwrap().unwrap()
}

/// The matrix that an MP4 shows its pictures through: three columns of three rows, of which the last are left as they are.
fn set_matrix(path: &Path, [a, b, c, d]: [i32; 4]) {
    let mut bytes = std::fs::read(path).unwrap();
    let head = bytes.windows(4).position(|name| name == b"tkhd").unwrap();
    // version and flags, times, track, layer and volume: 40 bytes
    for (at, value) in [(0, a), (4, b), (12, c), (16, d)] {
        bytes[head + 44 + at..][..4].copy_from_slice(&(value << 16).to_be_bytes());
    }
    std::fs::write(path, bytes).unwrap();
}

/// Corners of four colours, so that each of the eight ways to lay it is another picture.
fn corners() -> Frame {
    let mut frame = Frame::new(96, 64);
    for (at, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
        let right = at % 96 >= 48;
        let color = match (at / 96 >= 32, right) {
            (false, false) => [220, 40, 40],
            (false, true) => [40, 200, 40],
            (true, false) => [40, 40, 220],
            (true, true) => [230, 220, 60],
        };
        pixel.copy_from_slice(&color);
    }
    frame
}

fn corner(frame: &Frame, right: bool, bottom: bool) -> [u8; 3] {
    let at = |far: bool, side: u32| if far { side * 3 / 4 } else { side / 4 };
    frame.pixel(at(right, frame.width()), at(bottom, frame.height()))
}

#[test]
fn pictures_are_turned_upright() {
    if !have("ffmpeg", "turned pictures") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("phone.mp4");
    let names = |frame: &Frame| {
        [(false, false), (true, false), (false, true), (true, true)].map(|(right, bottom)| {
            match corner(frame, right, bottom) {
                [r, g, _] if r > 150 && g > 150 => 'y',
                [r, ..] if r > 150 => 'r',
                [_, g, _] if g > 150 => 'g',
                _ => 'b',
            }
        })
    };
    // top left, top right, bottom left, bottom right; the last four are mirrored
    let ways = [
        ([1, 0, 0, 1], "rgby"),
        ([0, 1, -1, 0], "bryg"),
        ([-1, 0, 0, -1], "ybgr"),
        ([0, -1, 1, 0], "gyrb"),
        ([-1, 0, 0, 1], "gryb"),
        ([1, 0, 0, -1], "byrg"),
        ([0, 1, 1, 0], "rbgy"),
        ([0, -1, -1, 0], "ygbr"),
    ];
    // ffmpeg 4 turns, but does not mirror
    let every = if thorough() { 1 } else { 3 };
    for (matrix, want) in ways.into_iter().take(if ffmpeg_major() < 5 { 4 } else { 8 }).step_by(every) {
        write(&AutoWriter::new().fps(10).quality(95), &path, &vec![corners(); 3]);
        set_matrix(&path, matrix);
        let size = if matrix[0] == 0 { Size::new(64, 96) } else { Size::new(96, 64) };
        let mut video = Video::open(&path).unwrap();
        assert_eq!(video.size(), size, "{matrix:?}");
        let frame = first(&path);
        assert_eq!(frame.size(), size, "{matrix:?}");
        assert_eq!(names(&frame).iter().collect::<String>(), want, "{matrix:?}");
        assert_eq!((video.frame_count(), video.fps(), video.sample_aspect()), (Some(3), Fps::new(10, 1), (1, 1)));
        video.seek(0.2).unwrap();
        assert!(psnr(&video.frames().next().unwrap().unwrap(), &frame) > 40.0, "{matrix:?}");
    }
}

#[test]
fn pixels_that_are_not_square_are_named_and_can_be_made_so() {
    if !have_time("pixels that are not square") {
        return;
    }
    if !have("ffmpeg", "pixels that are not square") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let halves = "color=red:size=96x64:rate=10:duration=1,drawbox=x=48:w=48:h=64:color=blue:t=fill";
    for (name, aspect, square) in [
        ("wide.mp4", (4, 3), Size::new(128, 64)),
        ("tall.mkv", (8, 9), Size::new(96, 72)),
        ("plain.mp4", (1, 1), Size::new(96, 64)),
        ("turned.mp4", (4, 3), Size::new(128, 64)),
    ] {
        let path = dir.path().join(name);
        let sar = format!("setsar={}/{}", aspect.0, aspect.1);
        ffmpeg(&["-f", "lavfi", "-i", halves, "-vf", &sar, "-c:v", "mpeg4", text(&path)]);
        let turn = |size: Size| if name == "turned.mp4" { Size::new(size.height, size.width) } else { size };
        let mut want = aspect;
        if name == "turned.mp4" {
            set_matrix(&path, [0, 1, -1, 0]);
            want = (aspect.1, aspect.0);
        }
        let video = Video::open(&path).unwrap();
        assert_eq!((video.size(), video.sample_aspect()), (turn(Size::new(96, 64)), want), "{name}");
        let stored = first(&path);
        assert_eq!(stored.size(), video.size(), "{name}");
        let video = video.square_pixels().unwrap();
        assert_eq!((video.size(), video.sample_aspect()), (turn(square), (1, 1)), "{name}");
        let shown: Vec<Frame> = video.frames().map(Result::unwrap).collect();
        assert_eq!((shown.len(), shown[0].size()), (10, video.size()), "{name}");
        let colors = |frame: &Frame| [(false, false), (true, true)].map(|(x, y)| corner(frame, x, y));
        let (a, b) = (colors(&shown[0]), colors(&stored));
        assert!(a.iter().flatten().zip(b.iter().flatten()).all(|(a, b)| a.abs_diff(*b) < 8), "{name}: {a:?} and {b:?}");
        assert_eq!(video.clone().square_pixels().unwrap().size(), video.size(), "{name}");
    }
    let gif = dir.path().join("a.gif");
    write(&GifWriter::new(), &gif, &pictures(2));
    let video = Video::open(&gif).unwrap();
    assert_eq!((video.sample_aspect(), video.square_pixels().unwrap().size()), ((1, 1), Size::new(96, 64)));
}

#[test]
fn what_is_transparent_is_shown_on_white() {
    if !have("ffmpeg", "transparent movies") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let kinds: [(&str, &[&str]); 9] = [
        ("qtrle.mov", &["-c:v", "qtrle", "-pix_fmt", "argb"]),
        ("ffv1.mkv", &["-c:v", "ffv1", "-pix_fmt", "bgra"]),
        ("yuv.mkv", &["-c:v", "ffv1", "-pix_fmt", "yuva420p"]),
        ("prores.mov", &["-c:v", "prores_ks", "-profile:v", "4444", "-pix_fmt", "yuva444p10le"]),
        ("vp9.webm", &["-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p"]),
        ("vp8.webm", &["-c:v", "libvpx", "-pix_fmt", "yuva420p", "-auto-alt-ref", "0"]),
        ("png.mkv", &["-c:v", "png", "-pix_fmt", "rgba"]),
        ("utvideo.avi", &["-c:v", "utvideo", "-pix_fmt", "gbrap"]),
        ("raw.nut", &["-c:v", "rawvideo", "-pix_fmt", "rgba"]),
    ];
    for (name, options) in kinds {
        let path = dir.path().join(name);
        let colors = [
            ("red@0.0", [255, 255, 255]),
            ("red@0.5", [255, 128, 128]),
            ("red@1.0", [255, 0, 0]),
            ("blue@0.25", [192, 192, 255]),
        ];
        // a picture of each; qtrle of ffmpeg 4 gives none where nothing changed
        let one =
            |(n, color): (usize, &str)| format!("color={color}:size=64x48:rate=10:duration=0.1,format=rgba[{n}];");
        let all: String = colors.iter().map(|(color, _)| *color).enumerate().map(one).collect();
        let source = format!("{all}[0][1][2][3]concat=n=4,settb=1/10,setpts=N");
        ffmpeg(&[&["-f", "lavfi", "-i", &source, "-r", "10"][..], options, &[text(&path)]].concat());
        let video = Video::open(&path).unwrap();
        let frames: Vec<Frame> = video.frames().map(Result::unwrap).collect();
        assert_eq!(frames.len(), 4, "{name}");
        for (frame, (color, want)) in frames.iter().zip(colors) {
            for pixel in [frame.pixel(3, 3), frame.pixel(40, 30)] {
                let off = pixel.iter().zip(want).map(|(a, b)| a.abs_diff(b)).max().unwrap();
                assert!(off <= 4, "{name} {color}: {pixel:?}");
            }
        }
    }
}

/// The colour that a movie of one colour is read as.
fn read_color(path: &Path) -> [u8; 3] {
    first(path).pixel(20, 20)
}

#[test]
fn large_movies_without_a_word_on_colours_are_of_the_new_matrix() {
    if !have_time("colours without tags") {
        return;
    }
    if !have("ffmpeg", "colours without tags") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let color = [200, 60, 30];
    // the same bytes are read as they were meant if the matrix is guessed right
    for (name, size, matrix, turned) in [
        ("hd.mp4", "1280x720", "bt709", false),
        ("hd.mkv", "1280x720", "bt709", false),
        ("upright.mp4", "1280x720", "bt709", true),
        ("sd.mp4", "720x576", "bt601", false),
        ("narrow.mp4", "480x854", "bt709", false),
    ] {
        let path = dir.path().join(name);
        let source = format!("color=0xc83c1e:size={size}:rate=10:duration=0.3,format=rgb24");
        let filter =
            format!("scale=out_color_matrix={matrix}:flags=accurate_rnd,format=yuv420p,setparams=colorspace=unknown");
        ffmpeg(&["-f", "lavfi", "-i", &source, "-vf", &filter, "-c:v", "mpeg4", "-q:v", "2", text(&path)]);
        if turned {
            set_matrix(&path, [0, 1, -1, 0]);
        }
        let off = read_color(&path).iter().zip(color).map(|(a, b)| a.abs_diff(b)).max().unwrap();
        assert!(off <= 4, "{name}: {:?}", read_color(&path));
    }
    // what is named stays: our own, the old matrix in a large picture
    let mut frame = Frame::new(1280, 720);
    frame.as_rgb_mut().chunks_exact_mut(3).for_each(|pixel| pixel.copy_from_slice(&color));
    for name in ["own.mp4", "own.mov", "own.mkv", "own.webm", "own.avi"] {
        let path: PathBuf = dir.path().join(name);
        write(&AutoWriter::new().fps(10).quality(95), &path, &vec![frame.clone(); 2]);
        let off = read_color(&path).iter().zip(color).map(|(a, b)| a.abs_diff(b)).max().unwrap();
        assert!(off <= 4, "{name}: {:?}", read_color(&path));
    }
    // RGB has no matrix, and JPEG's is its own
    let path = dir.path().join("exact.mkv");
    let source = "testsrc2=size=1280x720:rate=10:duration=0.2,format=bgr0";
    ffmpeg(&["-f", "lavfi", "-i", source, "-c:v", "ffv1", "-pix_fmt", "bgr0", text(&path)]);
    assert!(first(&path) == decode(&path, 1280, 720)[0]);
    let path = dir.path().join("jpeg.avi");
    ffmpeg(&[
        "-f",
        "lavfi",
        "-i",
        "color=0xc83c1e:size=1280x720:duration=0.2",
        "-c:v",
        "mjpeg",
        "-q:v",
        "1",
        text(&path),
    ]);
    let off = read_color(&path).iter().zip(color).map(|(a, b)| a.abs_diff(b)).max().unwrap();
    assert!(off <= 4, "JPEG: {:?}", read_color(&path));
}
