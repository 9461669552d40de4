use super::*;
use crate::error::ErrorKind;

fn picture() -> Frame {
    let mut frame = Frame::new(37, 21);
    for (i, v) in frame.as_rgb_mut().iter_mut().enumerate() {
        *v = (i * i / 7) as u8;
    }
    frame
}

#[test]
fn what_is_written_is_read_back() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("still.png");
    write_png(&path, &picture(), Some(100.0)).expect("writes");
    assert_eq!(read_png(&path).expect("reads"), picture());
    for effort in [Effort::Fast, Effort::Small] {
        fs::write(&path, encode(&picture(), None, effort, &path).expect("encodes")).expect("writes");
        assert_eq!(read_png(&path).expect("reads"), picture());
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn the_resolution_is_in_the_file() {
    let physical = |dpi| {
        let bytes = encode(&picture(), dpi, Effort::Small, Path::new("x")).expect("encodes");
        bytes.windows(13).find(|chunk| chunk.starts_with(b"pHYs")).map(<[u8]>::to_vec)
    };
    // matplotlib, too, writes 3937 pixels a metre for 100 dpi
    assert_eq!(
        physical(Some(100.0)),
        Some([b"pHYs", &3937_u32.to_be_bytes(), &3937_u32.to_be_bytes(), &[1_u8][..]].concat())
    );
    assert_eq!(physical(None), None);
    assert_eq!(physical(Some(f64::NAN)), None);
}

#[test]
fn every_colour_type_becomes_rgb() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.png");
    let read = |color, depth, palette: Option<&[u8]>, data: &[u8]| {
        let mut encoder = png::Encoder::new(fs::File::create(&path).expect("creates"), 2, 1);
        encoder.set_color(color);
        encoder.set_depth(depth);
        if let Some(palette) = palette {
            encoder.set_palette(palette.to_vec());
        }
        encoder.write_header().expect("writes").write_image_data(data).expect("writes");
        read_png(&path).expect("reads").as_rgb().to_vec()
    };
    use png::{BitDepth, ColorType};
    assert_eq!(read(ColorType::Grayscale, BitDepth::Eight, None, &[7, 200]), [7, 7, 7, 200, 200, 200]);
    assert_eq!(read(ColorType::Grayscale, BitDepth::One, None, &[0b0100_0000]), [0, 0, 0, 255, 255, 255]);
    assert_eq!(read(ColorType::Grayscale, BitDepth::Sixteen, None, &[7, 99, 200, 1]), [7, 7, 7, 200, 200, 200]);
    assert_eq!(read(ColorType::Indexed, BitDepth::Eight, Some(&[1, 2, 3, 4, 5, 6]), &[1, 0]), [4, 5, 6, 1, 2, 3]);
    assert_eq!(read(ColorType::GrayscaleAlpha, BitDepth::Eight, None, &[9, 255, 9, 0]), [9, 9, 9, 255, 255, 255]);
    let rgba = [10, 20, 30, 255, 0, 100, 255, 128];
    assert_eq!(read(ColorType::Rgba, BitDepth::Eight, None, &rgba), [10, 20, 30, 127, 177, 255]);
}

#[test]
fn mistakes_are_named() {
    let folder = temp_dir::TempDir::new().expect("a folder");
    let path = folder.path().join("x.png");
    assert!(matches!(write_png(&path, &Frame::new(0, 3), None), Err(ref e) if e.kind() == ErrorKind::BadSize));
    assert!(
        matches!(write_png(&folder.path().join("no/x.png"), &picture(), None), Err(ref e) if e.kind() == ErrorKind::MissingFolder)
    );
    let cannot = |doing: &str| read_png(&path).is_err_and(|e| e.to_string().starts_with(&format!("cannot {doing} ")));
    assert!(cannot("open"));
    fs::write(&path, "no picture").expect("writes");
    assert!(cannot("read"));
    assert_eq!(picture().to_png().expect("encodes")[..4], *b"\x89PNG");
}

#[test]
fn few_colours_are_a_palette() {
    let size = Size::new(40, 30);
    let decoded = |rgba: &[u8]| {
        let png = encode_rgba(rgba, size).expect("encodes");
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().expect("is a PNG");
        let color = reader.info().color_type;
        let mut pixels = vec![0; reader.output_buffer_size().expect("it has a size")];
        reader.next_frame(&mut pixels).expect("is whole");
        (color, pixels)
    };
    let of = |colors: usize, opaque: bool| -> Vec<u8> {
        let pixel = |i: usize| {
            let k = (i * 7 % colors) as u8;
            [k, k ^ 0x55, (i * 7 % colors / 256) as u8, if opaque { 255 } else { 255 - k / 2 }]
        };
        (0..size.pixels() as usize).flat_map(pixel).collect()
    };
    for (colors, opaque, want) in [
        (1, true, png::ColorType::Indexed),
        (256, false, png::ColorType::Indexed),
        (256, true, png::ColorType::Indexed),
        (257, true, png::ColorType::Rgb),
        (257, false, png::ColorType::Rgba),
    ] {
        let rgba = of(colors, opaque);
        let (color, pixels) = decoded(&rgba);
        assert_eq!(color, want, "{colors}");
        assert!(pixels == rgba, "{colors}");
    }
}
