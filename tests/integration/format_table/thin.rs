//! What becomes of a thin coloured line where colours have half the resolution.

use grabframe::prelude::*;

use super::programs::decoded;
use super::table::Table;
use crate::tools::have;

const SIDE: u32 = 128;
const RED: [u8; 3] = [255, 0, 0];

/// Red lines on white, across, upright and slanting, one pixel wide.
fn lines() -> Frame {
    let mut frame = Frame::from_rgb(SIDE, SIDE, vec![255; (SIDE * SIDE * 3) as usize]);
    for (x, y) in (0..SIDE).flat_map(|y| (0..SIDE).map(move |x| (x, y))).filter(|&(x, y)| is_line(x, y)) {
        let at = ((y * SIDE + x) * 3) as usize;
        frame.as_rgb_mut()[at..at + 3].copy_from_slice(&RED);
    }
    frame
}

fn is_line(x: u32, y: u32) -> bool {
    let inside = (8..SIDE - 8).contains(&x) && (8..SIDE - 8).contains(&y);
    // at even and odd places, since colours are stored for pairs
    inside
        && (y < 40 && y.is_multiple_of(9)
            || y > 88 && x.is_multiple_of(9)
            || (48..80).contains(&y) && (x + y).is_multiple_of(16))
}

/// The mean colour of the lines, and of the white pixels beside them; of a larger picture, of squares of pixels.
fn colors(frame: &Frame, times: u32) -> [[f64; 3]; 2] {
    let mut sums = [[0.0; 4]; 2];
    for (x, y) in (8..SIDE - 8).flat_map(|y| (8..SIDE - 8).map(move |x| (x, y))) {
        let beside = [(0, 1), (2, 1), (1, 0), (1, 2)].iter().any(|(dx, dy)| is_line(x + dx - 1, y + dy - 1));
        let sum = match (is_line(x, y), beside) {
            (true, _) => &mut sums[0],
            (false, true) => &mut sums[1],
            _ => continue,
        };
        for (dx, dy) in (0..times).flat_map(|dy| (0..times).map(move |dx| (dx, dy))) {
            let pixel = frame.pixel(x * times + dx, y * times + dy);
            pixel.iter().zip(&mut *sum).for_each(|(value, sum)| *sum += f64::from(*value));
            sum[3] += 1.0;
        }
    }
    sums.map(|[r, g, b, n]| [r / n, g / n, b / n])
}

#[test]
fn thin_lines_come_out_as_the_page_says() {
    if !have("ffmpeg", "thin lines") {
        return;
    }
    let folder = temp_dir::TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    type Way = (&'static str, &'static str, u32, Box<dyn Writer>);
    let ways: Vec<Way> = vec![
        ("`FfmpegWriter`, .mp4", "420.mp4", 1, Box::new(FfmpegWriter::new())),
        #[cfg(feature = "mp4")]
        ("`Mp4Writer`", "own.mp4", 1, Box::new(Mp4Writer::new())),
        ("`FfmpegWriter` `.scale(2)`, .mp4", "twice.mp4", 2, Box::new(FfmpegWriter::new().scale(2))),
        #[cfg(feature = "mp4")]
        ("`Mp4Writer` `.scale(2)`", "own-twice.mp4", 2, Box::new(Mp4Writer::new().scale(2))),
        ("`FfmpegWriter` `.full_chroma()`, .mp4", "444.mp4", 1, Box::new(FfmpegWriter::new().full_chroma())),
        ("`AviWriter`", "444.avi", 1, Box::new(AviWriter::new())),
        ("`AviWriter` `.subsampled()`", "420.avi", 1, Box::new(AviWriter::new().subsampled())),
        ("`GifWriter`, `ApngWriter`, `WebpWriter`", "a.gif", 1, Box::new(GifWriter::new())),
    ];
    let mut rows = Vec::new();
    for (name, file, times, writer) in ways {
        let frame = lines();
        let mut movie = writer.open(path(file), frame.size()).unwrap();
        movie.write_frame(&frame).unwrap();
        movie.finish().unwrap();
        let got = decoded(&path(file), (SIDE * times, SIDE * times)).remove(0);
        let [line, beside] = colors(&got, times);
        let full = file.contains("444") || file == "a.gif";
        // a red line stays red, or it does not
        assert_eq!(line[0] > 240.0 && line[1] < 20.0, full, "{name}: {line:?}");
        let say = |[r, g, b]: [f64; 3]| format!("({r:.0}, {g:.0}, {b:.0})");
        rows.push(vec![name.to_owned(), say(line), say(beside)]);
    }
    let head = vec!["recorded by", "the red line (255, 0, 0)", "the white beside it (255, 255, 255)"];
    Table { name: "thin lines", head, rows, keys: 1 }.check(cfg!(feature = "mp4"));
}
