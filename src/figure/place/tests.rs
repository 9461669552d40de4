use super::*;

#[test]
fn mosaics_are_rectangles() {
    let cells = vec![('A', (0, 1), (0, 2)), ('B', (0, 2), (2, 3)), ('C', (1, 2), (0, 2))];
    let want = Letters { rows: 2, cols: 3, cells };
    assert_eq!(mosaic("AAB;CCB"), want);
    assert_eq!(mosaic("\n A A B\n C C B\n"), want);
}

#[test]
#[should_panic(expected = "no rectangle")]
fn crooked_letters_are_refused() {
    let _ = mosaic("AAB;ACB");
}

#[test]
#[should_panic(expected = "different lengths")]
fn ragged_rows_are_refused() {
    let _ = mosaic("AAB;CC");
}
