//! Animated PNG, read by the crate `png`.

use std::path::Path;

use grabframe::{ApngWriter, Frame};

use crate::{Movie, Shown, check_times, merged, only_file, record};

pub fn check(movie: &Movie, folder: &Path) {
    let refused = u64::from(movie.fps.num()) > 1000 * u64::from(movie.fps.den());
    let writer = ApngWriter::new().fps(movie.fps);
    let Some((path, receipt)) = record(movie, &writer, folder, "a.apng", refused) else { return };
    let (shown, want) = (decode(&only_file(&path, &receipt)), merged(movie));
    // whole milliseconds
    check_times(&shown, &want, 0.00151);
    assert!(shown.iter().map(|shown| &shown.frame).eq(want.iter().map(|want| &want.frame)));
}

fn decode(bytes: &[u8]) -> Vec<Shown> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let width = reader.info().width as usize;
    let mut screen = Frame::new(reader.info().width, reader.info().height);
    let count = reader.info().animation_control.expect("an animation").num_frames;
    let mut buffer = vec![0; reader.output_buffer_size().expect("a size")];
    let mut all: Vec<Shown> = Vec::new();
    for _ in 0..count {
        let picture = reader.next_frame(&mut buffer).expect("a picture");
        assert_eq!((picture.color_type, picture.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
        let control = *reader.info().frame_control.as_ref().expect("its place");
        assert_eq!((control.blend_op, control.dispose_op), (png::BlendOp::Source, png::DisposeOp::None));
        let wide = control.width as usize * 3;
        for (y, row) in buffer.chunks_exact(wide).take(control.height as usize).enumerate() {
            let at = ((y + control.y_offset as usize) * width + control.x_offset as usize) * 3;
            screen.as_rgb_mut()[at..at + wide].copy_from_slice(row);
        }
        let seconds = f64::from(control.delay_num) / f64::from(control.delay_den);
        match all.last_mut() {
            Some(last) if last.frame == screen => last.seconds += seconds,
            _ => all.push(Shown { frame: screen.clone(), seconds }),
        }
    }
    reader.finish().expect("the end");
    all
}
