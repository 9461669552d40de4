use super::*;

#[test]
fn a_frame_is_the_jpeg_that_the_crate_makes_of_rgb() {
    let size = Size::new(37, 21);
    let rgb: Vec<u8> = (0..37 * 21 * 3).map(|k| (k * k / 7 % 256) as u8).collect();
    for full_color in [false, true] {
        let mut pictures = Pictures::new(AviCodec::Jpeg { quality: 80, full_color }, size, Path::new("x"));
        pictures.encode(&rgb).expect("encodes");
        let mut bytes = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
        encoder.set_sampling_factor(if full_color { SamplingFactor::R_4_4_4 } else { SamplingFactor::R_4_2_0 });
        encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
        encoder.encode(&rgb, 37, 21, jpeg_encoder::ColorType::Rgb).expect("encodes");
        assert!(pictures.bytes() == bytes, "{full_color}");
    }
}
