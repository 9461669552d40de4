use ndarray::{Array2, Array3, s};

use super::*;

#[test]
fn what_is_transparent_is_white() {
    assert_eq!(on_white([255, 0, 0, 0]), [255, 255, 255]);
    assert_eq!(on_white([255, 0, 0, 128]), [255, 127, 127]);
    for v in 0..=255 {
        assert_eq!(on_white([v, 0, 255, 255]), [v, 0, 255]);
    }
}

#[test]
fn every_kind_in_any_order() {
    let value = |y: usize, x: usize, c: usize| (40 * y + 7 * x + c) as u8;
    let want = |f: &dyn Fn(usize, usize) -> [u8; 3]| {
        let rgb = (0..3).flat_map(|y| (0..5).flat_map(move |x| f(y, x))).collect();
        Frame::from_rgb(5, 3, rgb)
    };
    let grey = want(&|y, x| [value(y, x, 0); 3]);
    let flat = Array2::from_shape_fn((3, 5), |(y, x)| value(y, x, 0));
    assert!(Frame::from_array(&flat) == grey && Frame::from_array(flat.clone()) == grey);
    assert!(Frame::from_array(flat.t().to_owned().t()) == grey);
    assert!(Frame::from_array(flat.view().insert_axis(Axis(2))) == grey);
    let rgb = want(&|y, x| [0, 1, 2].map(|c| value(y, x, c)));
    let deep = Array3::from_shape_fn((3, 5, 3), |(y, x, c)| value(y, x, c));
    assert!(Frame::from_array(deep.view()) == rgb && Frame::from_array(&deep) == rgb);
    // channels that are taken out of more
    let more = Array3::from_shape_fn((3, 5, 6), |(y, x, c)| if c == 3 { 255 } else { value(y, x, c) });
    assert!(Frame::from_array(more.slice(s![.., .., ..3])) == rgb);
    assert!(Frame::from_array(more.slice(s![.., .., ..4])) == rgb);
}
