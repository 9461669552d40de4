use super::*;

fn read(grid: impl Grid) -> GridData {
    let mut out = GridData { rows: 7, cols: 7, values: Values::Rgba(vec![1; 5]) };
    grid.read_into(&mut out);
    out
}

fn scalar(rows: usize, cols: usize, values: &[f64]) -> GridData {
    GridData { rows, cols, values: Values::Scalar(values.to_vec()) }
}

#[test]
fn everything_that_may_become_a_grid() {
    let expected = scalar(2, 3, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let rows = [[1, 2, 3], [4, 5, 6]];
    assert_eq!(read(rows), expected);
    let borrowed = &rows;
    assert_eq!(read(borrowed), expected);
    assert_eq!(read(&rows[..]), expected);
    assert_eq!(read(rows.to_vec()), expected);
    let rows: Vec<Vec<f32>> = vec![vec![1.0, 2.0, 3.0], vec![4.0, 5.0, 6.0]];
    assert_eq!(read(&rows), expected);
    assert_eq!(read(&rows[..]), expected);
    assert_eq!(read((2, 3, [1_u8, 2, 3, 4, 5, 6])), expected);
    assert_eq!(read((2, 3, 1..=6)), expected);
    let flat = vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    assert_eq!(read((2, 3, &flat)), expected);
    let borrowed = &(2, 3, flat.as_slice());
    assert_eq!(read(borrowed), expected);
    assert_eq!(read(Vec::<Vec<f64>>::new()), scalar(0, 0, &[]));
    assert_eq!(read((0, 5, [0_u8; 0])), scalar(0, 5, &[]));
}

#[test]
fn memory_is_used_again() {
    let mut data = GridData::default();
    (10, 10, vec![1.0; 100]).read_into(&mut data);
    let place = |d: &GridData| match &d.values {
        Values::Scalar(v) => v.as_ptr() as usize,
        Values::Rgba(v) => v.as_ptr() as usize,
    };
    let before = place(&data);
    (5, 20, vec![2.0; 100]).read_into(&mut data);
    assert_eq!(place(&data), before);
    assert_eq!((data.rows, data.cols), (5, 20));
}

#[cfg(feature = "ndarray")]
#[test]
fn arrays_of_numbers() {
    use ndarray::{Array2, array, s};
    let a: Array2<f64> = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    assert_eq!(read(&a), scalar(2, 3, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]));
    assert_eq!(read(a.t()), scalar(3, 2, &[1.0, 4.0, 2.0, 5.0, 3.0, 6.0]));
    assert_eq!(read(a.slice(s![..;-1, 1..])), scalar(2, 2, &[5.0, 6.0, 2.0, 3.0]));
    assert_eq!(read(array![[true], [false]]), scalar(2, 1, &[1.0, 0.0]));
}

#[cfg(feature = "ndarray")]
#[test]
fn arrays_of_colours() {
    use ndarray::{Array3, s};
    let rgb = Array3::from_shape_fn((1, 2, 3), |(_, c, k)| (10 * c + k) as u8);
    let opaque = |values: &[u8]| Values::Rgba(values.to_vec());
    assert_eq!(read(&rgb).values, opaque(&[0, 1, 2, 255, 10, 11, 12, 255]));
    assert_eq!(read(rgb.slice(s![.., ..;-1, ..])).values, opaque(&[10, 11, 12, 255, 0, 1, 2, 255]));
    // (numpy.clip([0.5, 1.5, -1.0, 0.25], 0, 1) * 255).astype(numpy.uint8)
    let rgba = Array3::from_shape_vec((1, 1, 4), vec![0.5, 1.5, -1.0, 0.25]).expect("four values");
    assert_eq!(read(&rgba).values, opaque(&[127, 255, 0, 63]));
    assert_eq!(read(rgba.mapv(|v| v as f32)).values, opaque(&[127, 255, 0, 63]));
}

#[cfg(feature = "ndarray")]
#[test]
fn not_a_number_is_a_hole() {
    use ndarray::{Array3, s};
    for channels in [3, 4] {
        for bad in 0..channels {
            // cells of one column: a whole one, and one with NaN in it
            let colours =
                Array3::from_shape_fn((2, 1, channels), |(r, _, k)| if (r, k) == (1, bad) { f64::NAN } else { 1.0 });
            let holed = Values::Rgba(vec![255, 255, 255, 255, 0, 0, 0, 0]);
            assert_eq!(read(&colours).values, holed, "{channels} {bad}");
            assert_eq!(read(colours.mapv(|v| v as f32)).values, holed, "{channels} {bad}");
            let turned = Values::Rgba(vec![0, 0, 0, 0, 255, 255, 255, 255]);
            assert_eq!(read(colours.slice(s![..;-1, .., ..])).values, turned, "{channels} {bad}");
        }
    }
}

#[test]
#[should_panic(expected = "row 1 has 1 values but row 0 has 2")]
fn ragged_rows_panic() {
    let _ = read(vec![vec![1.0, 2.0], vec![3.0]]);
}

#[test]
#[should_panic(expected = "2 rows of 3 columns are 6 values, but there are 5")]
fn a_wrong_number_of_values_panics() {
    let _ = read((2, 3, vec![0.0; 5]));
}

#[cfg(feature = "ndarray")]
#[test]
#[should_panic(expected = "3 or 4 channels")]
fn a_wrong_number_of_channels_panics() {
    let _ = read(ndarray::Array3::<u8>::zeros((2, 2, 2)));
}
