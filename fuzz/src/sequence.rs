//! Numbered PNG files, read by the crate `png`.

use std::path::Path;

use grabframe::{Frame, PngSequenceWriter};

use crate::{Movie, record, repeated};

pub fn check(movie: &Movie, folder: &Path) {
    let movie = movie.clone().with_short_holds();
    let writer = PngSequenceWriter::new().fps(movie.fps);
    let (_, receipt) = record(&movie, &writer, folder, "f-%d.png", false).expect("any rate");
    let want = repeated(&movie);
    assert_eq!(std::fs::read_dir(folder).expect("a folder").count(), want.len(), "files");
    let mut bytes = 0;
    for (k, want) in want.into_iter().enumerate() {
        let file = std::fs::read(folder.join(format!("f-{k}.png"))).expect("a file");
        bytes += file.len() as u64;
        assert!(decode(&file) == *want, "file {k}");
    }
    assert_eq!(bytes, receipt.bytes);
}

fn decode(bytes: &[u8]) -> Frame {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    // palettes become colours
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let picture = reader.next_frame(&mut pixels).expect("a picture");
    pixels.truncate(picture.buffer_size());
    let rgb = match picture.color_type {
        png::ColorType::Rgb => pixels,
        png::ColorType::Grayscale => pixels.into_iter().flat_map(|v| [v; 3]).collect(),
        other => panic!("{other:?}"),
    };
    Frame::from_rgb(picture.width, picture.height, rgb)
}
