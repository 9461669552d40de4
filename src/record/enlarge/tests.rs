use super::*;
use crate::encode::{MemoryEncoder, MemoryFrames};

#[test]
fn each_pixel_becomes_a_square() {
    let frames = MemoryFrames::default();
    let size = Size::new(6, 3);
    let memory = MemoryEncoder::open(size, 10.into(), &frames).expect("opens");
    let mut encoder = Box::new(Enlarge::new(Box::new(memory), 3, size));
    encoder.write(&Frame::from_rgb(2, 1, vec![1, 2, 3, 4, 5, 6])).expect("takes it");
    encoder.finish().expect("finishes");
    let large = &frames.take()[0];
    for (x, y) in (0..6).flat_map(|x| (0..3).map(move |y| (x, y))) {
        assert_eq!(large.pixel(x, y), if x < 3 { [1, 2, 3] } else { [4, 5, 6] });
    }
}
