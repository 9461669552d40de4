//! GIFs in which a colour is transparent, as programs that are not ours see them: which pixels show, and in what colour.

use std::path::{Path, PathBuf};
use std::process::Command;

use grabframe::prelude::*;

use crate::tools::{each_picture, have};

const KEY: [u8; 3] = [255, 255, 240];
const SIZE: (u32, u32) = (90, 60);

/// What is seen: red, green, blue and opacity of every pixel.
type Rgba = Vec<u8>;

fn empty() -> Frame {
    Frame::from_rgb(SIZE.0, SIZE.1, KEY.repeat((SIZE.0 * SIZE.1) as usize))
}

/// A picture of nothing but a rectangle, whose pixels are painted by their place in it.
fn block(x: u32, y: u32, width: u32, height: u32, paint: impl Fn(u32, u32) -> [u8; 3]) -> Frame {
    let mut frame = empty();
    for row in 0..height {
        for col in 0..width {
            let at = (((y + row) * SIZE.0 + x + col) * 3) as usize;
            frame.as_rgb_mut()[at..at + 3].copy_from_slice(&paint(col, row));
        }
    }
    frame
}

/// Something that moves away, vanishes wholly, comes back, has a hole, fills everything, is a single pixel.
fn exact() -> Vec<Frame> {
    let red = |_, _| [200, 30, 30];
    let hole = |x, y| if (3..9).contains(&x) && (2..7).contains(&y) { KEY } else { [x as u8, y as u8, 90] };
    let full = |x, y| [(x * 2) as u8 & 0xF0, (y * 4) as u8 & 0xF0, 7];
    vec![
        block(2, 3, 12, 9, red),
        block(50, 40, 12, 9, red),
        block(50, 40, 12, 9, hole),
        empty(),
        block(2, 3, 12, 9, hole),
        block(0, 0, SIZE.0, SIZE.1, full),
        block(89, 59, 1, 1, red),
        empty(),
        block(4, 3, 12, 9, red),
    ]
}

/// The same with more colours than a palette holds, of which many are next to the transparent one.
fn rich() -> Vec<Frame> {
    let near =
        |x: u32, y: u32| [255 - (x % 16) as u8, 255 - (y % 16) as u8, 240 - ((x + y) % 8 + u32::from(x == y)) as u8];
    let wide = |x: u32, y: u32| [(x * 3) as u8, (y * 5) as u8, (x * y) as u8];
    let holes =
        |x: u32, y: u32| if (x / 4 + y / 4).is_multiple_of(2) { KEY } else { [(x * 5) as u8, (y * 7) as u8, 60] };
    vec![
        block(1, 1, 50, 40, near),
        block(30, 15, 60, 45, wide),
        empty(),
        block(5, 5, 60, 50, holes),
        block(2, 2, 3, 3, near),
        block(30, 15, 60, 45, wide),
        block(0, 0, SIZE.0, SIZE.1, wide),
        block(7, 20, 50, 40, near),
    ]
}

fn record(frames: &[Frame], path: &Path) {
    let mut movie = GifWriter::new().fps(10).transparent(Color::rgb(KEY[0], KEY[1], KEY[2])).open(path, SIZE).unwrap();
    for frame in frames {
        movie.write_frame(frame).unwrap();
    }
    movie.finish().unwrap();
}

/// How far a picture is from what it is of. Panics where one is transparent and the other is not.
fn distance(seen: &Rgba, frame: &Frame, what: &str) -> u8 {
    assert_eq!(seen.len() / 4, frame.as_rgb().len() / 3, "{what}");
    let mut worst = 0;
    for (i, (seen, want)) in seen.chunks(4).zip(frame.as_rgb().chunks(3)).enumerate() {
        let (x, y) = (i as u32 % SIZE.0, i as u32 / SIZE.0);
        assert_eq!(seen[3], if want == KEY { 0 } else { 255 }, "{what}: opacity at ({x}, {y}) of {want:?}");
        if seen[3] > 0 {
            worst = seen.iter().zip(want).map(|(a, b)| a.abs_diff(*b)).fold(worst, u8::max);
            assert_ne!(&seen[..3], KEY, "{what}: ({x}, {y}) has the transparent colour, but is not");
        }
    }
    worst
}

fn split(bytes: &[u8]) -> Vec<Rgba> {
    bytes.chunks((SIZE.0 * SIZE.1 * 4) as usize).map(<[u8]>::to_vec).collect()
}

fn output(command: &mut Command) -> Vec<u8> {
    let out = command.output().unwrap();
    assert!(out.status.success() && out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

fn ffmpeg(path: &Path) -> Vec<Rgba> {
    let options = ["-f", "rawvideo", "-pix_fmt", "rgba", "-"];
    split(&output(Command::new("ffmpeg").args(["-v", "error", "-i"]).arg(path).args(each_picture()).args(options)))
}

fn pillow(path: &Path) -> Vec<Rgba> {
    const SCRIPT: &str = "
import sys
from PIL import Image
im = Image.open(sys.argv[1])
for i in range(getattr(im, 'n_frames', 1)):
    im.seek(i)
    sys.stdout.buffer.write(im.convert('RGBA').tobytes())
";
    split(&output(Command::new("python3").args(["-c", SCRIPT]).arg(path)))
}

/// Every image as gifsicle takes it out of the file. It lays nothing over one another (it cannot unite palettes), but says
/// what is cleared.
fn gifsicle(path: &Path, frames: usize) -> Vec<Rgba> {
    let whole = |i: usize| -> Rgba {
        let one = path.with_extension(format!("{i}.gif"));
        output(Command::new("gifsicle").arg(path).arg(format!("#{i}")).arg("-o").arg(&one));
        let mut options = gif::DecodeOptions::new();
        options.set_color_output(gif::ColorOutput::RGBA);
        let mut decoder = options.read_info(std::fs::File::open(&one).unwrap()).unwrap();
        let image = decoder.read_next_frame().unwrap().unwrap();
        let mut screen = vec![0; (SIZE.0 * SIZE.1 * 4) as usize];
        for (y, row) in image.buffer.chunks(usize::from(image.width) * 4).enumerate() {
            let at = ((usize::from(image.top) + y) * SIZE.0 as usize + usize::from(image.left)) * 4;
            screen[at..at + row.len()].copy_from_slice(row);
        }
        screen
    };
    let info = output(Command::new("gifsicle").arg("--info").arg(path));
    assert_eq!(String::from_utf8_lossy(&info).matches("disposal background").count(), frames);
    (0..frames).map(whole).collect()
}

fn have_pillow(test: &str) -> bool {
    let there = Command::new("python3").args(["-c", "import PIL.Image"]).output().is_ok_and(|o| o.status.success());
    if !there {
        assert!(std::env::var_os("GRABFRAME_CI").is_none(), "Pillow is missing in CI");
        eprintln!("skipped {test}: python3 with Pillow was not found");
    }
    there
}

/// Has every decoder look at a recording of the frames, which differ one from the next.
fn check(name: &str, frames: &[Frame], most: u8) {
    let dir = temp_dir::TempDir::new().unwrap();
    let path: PathBuf = dir.path().join("x.gif");
    record(frames, &path);
    let mut seen = Vec::new();
    if have("ffmpeg", name) {
        seen.push(("ffmpeg", ffmpeg(&path)));
    }
    if have_pillow(name) {
        seen.push(("Pillow", pillow(&path)));
    }
    if have("gifsicle", name) {
        seen.push(("gifsicle", gifsicle(&path, frames.len())));
    }
    for (decoder, pictures) in &seen {
        assert_eq!(pictures.len(), frames.len(), "{decoder}");
        for (i, (picture, frame)) in pictures.iter().zip(frames).enumerate() {
            let worst = distance(picture, frame, &format!("{decoder}, frame {i}"));
            assert!(worst <= most, "{decoder}, frame {i}: {worst} levels off");
        }
    }
    // read back by us, what is transparent is white
    let video = Video::open(&path).unwrap();
    let back: Vec<Frame> = video.frames().map(Result::unwrap).collect();
    assert_eq!(back.len(), frames.len());
    for (back, frame) in back.iter().zip(frames) {
        for (back, want) in back.as_rgb().chunks(3).zip(frame.as_rgb().chunks(3)) {
            assert!(want != KEY || back == [255; 3]);
            assert!(want == KEY || back.iter().zip(want).all(|(a, b)| a.abs_diff(*b) <= most));
        }
    }
}

#[test]
fn what_moves_vanishes_and_comes_back_is_seen_where_it_is_and_nowhere_else() {
    check("transparent, exact", &exact(), 0);
}

#[test]
fn quantised_pictures_keep_what_is_transparent_and_add_nothing_to_it() {
    check("transparent, quantised", &rich(), 40);
}

#[test]
fn frames_with_255_colours_beside_the_transparent_one_are_exact() {
    let colors = |n: u32| {
        move |x: u32, y: u32| {
            let i = (y * 17 + x) % n;
            [i as u8, (i >> 8) as u8 + 3, 77]
        }
    };
    let frames: Vec<Frame> = [255, 256, 254, 255].iter().map(|&n| block(10, 10, 17, 16, colors(n))).collect();
    check("transparent, 255 colours", &[frames[0].clone(), frames[2].clone(), frames[3].clone()], 0);
    check("transparent, 256 colours", &frames, 2);
}

/// Frames that stay lengthen the one before, and a time too long for one image repeats it.
#[test]
fn times_are_as_without_and_long_ones_show_the_picture_for_all_of_it() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("x.gif");
    let frames = exact();
    let mut movie = GifWriter::new().fps(10).transparent("ivory").open(&path, SIZE).unwrap();
    for frame in [&frames[0], &frames[0], &frames[3], &frames[3], &frames[3], &frames[2]] {
        movie.write_frame(frame).unwrap();
    }
    movie.hold(1500.0).unwrap();
    movie.finish().unwrap();

    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::Indexed);
    let mut decoder = options.read_info(std::fs::File::open(&path).unwrap()).unwrap();
    let mut images = Vec::new();
    while let Some(image) = decoder.read_next_frame().unwrap() {
        assert_eq!((image.dispose, image.transparent), (gif::DisposalMethod::Background, Some(0)));
        images.push((image.delay, image.left, image.top, image.width, image.height));
    }
    let hold = (50, 40, 12, 9);
    let held = |delay| (delay, hold.0, hold.1, hold.2, hold.3);
    assert_eq!(images, [(20, 2, 3, 12, 9), (30, 0, 0, 1, 1), held(65_535), held(65_535), held(18_940)]);
    if have("ffmpeg", "transparent, a long hold") {
        let seen = ffmpeg(&path);
        assert_eq!(seen.len(), 5);
        for picture in &seen[2..] {
            assert_eq!(distance(picture, &frames[2], "held"), 0);
        }
    }
}

/// A figure over whatever the page has.
#[test]
fn the_face_of_a_figure_is_transparent_and_its_letters_are_not() {
    let dir = temp_dir::TempDir::new().unwrap();
    let path = dir.path().join("x.gif");
    let mut fig = Figure::pixels(160, 120).facecolor("white");
    let ax = fig.add_axes();
    fig[ax].set_facecolor("#fffffe");
    let line = fig[ax].add(Line::new([0.0, 1.0], [0.0, 1.0]).color("k"));
    let mut movie = GifWriter::new().fps(10).transparent("white").saving(&mut fig, &path).unwrap();
    let mut stills = Vec::new();
    for i in 0..4 {
        movie[line].set_data([0.0, 1.0], [0.0, f64::from(i) / 3.0]);
        movie.grab_frame().unwrap();
        stills.push(movie.figure().render());
    }
    movie.finish().unwrap();
    if !have_pillow("transparent, a figure") {
        return;
    }
    let bytes = pillow(&path).concat();
    for (seen, still) in bytes.chunks(160 * 120 * 4).zip(&stills) {
        let clear = seen.chunks(4).filter(|pixel| pixel[3] == 0).count();
        assert!((3000..12_000).contains(&clear), "{clear} pixels are clear");
        for (seen, want) in seen.chunks(4).zip(still.as_rgb().chunks(3)) {
            assert!(if want == [255; 3] { seen[3] == 0 } else { seen[3] == 255 && &seen[..3] == want });
        }
    }
}
