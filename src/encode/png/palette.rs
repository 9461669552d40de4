//! Pictures of few colours: numbers in a list of them.

/// The colours of a picture, and which each pixel has.
pub(super) struct Palette {
    /// Red, green and blue by turns.
    pub(super) colors: Vec<u8>,
    /// The opacity of each, up to the last that is not opaque.
    pub(super) opacities: Vec<u8>,
    pub(super) indices: Vec<u8>,
}

impl Palette {
    /// None if there are more than 256 colours.
    pub(super) fn of(pixels: &[[u8; 4]]) -> Option<Self> {
        // a table of so many places that few colours ask for one that is taken; the first of its colour is in each
        let mut places = [None; 1024];
        let place = |pixel: u32, places: &[Option<u32>; 1024]| {
            let mut at = (pixel.wrapping_mul(0x9e37_79b1) >> 22) as usize;
            while places[at].is_some_and(|known| known != pixel) {
                at = (at + 1) % places.len();
            }
            at
        };
        let mut known = Vec::new();
        let mut last = None;
        for pixel in pixels {
            // the least opaque come first
            let pixel = u32::from_be_bytes([pixel[3], pixel[0], pixel[1], pixel[2]]);
            if last == Some(pixel) {
                continue;
            }
            last = Some(pixel);
            let at = place(pixel, &places);
            if places[at].is_none() {
                if known.len() == 256 {
                    return None;
                }
                places[at] = Some(pixel);
                known.push(pixel);
            }
        }
        known.sort_unstable();
        let mut number = [0; 1024];
        let (mut colors, mut opacities) = (Vec::new(), Vec::new());
        for (i, pixel) in known.iter().enumerate() {
            number[place(*pixel, &places)] = i as u8;
            let [a, rgb @ ..] = pixel.to_be_bytes();
            colors.extend_from_slice(&rgb);
            if a < 255 {
                opacities.push(a);
            }
        }
        let mut indices = Vec::with_capacity(pixels.len());
        for pixel in pixels {
            let pixel = u32::from_be_bytes([pixel[3], pixel[0], pixel[1], pixel[2]]);
            indices.push(number[place(pixel, &places)]);
        }
        Some(Self { colors, opacities, indices })
    }
}
