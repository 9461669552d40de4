use super::*;

fn table(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

#[test]
fn the_horizontal_subtable_is_taken() {
    // a vertical one, then ours with two pairs
    let bytes = table(&[
        0, 2, //
        0, 20, 0, 1, 0, 0, 0, 1, 2, 99, //
        0, 26, 1, 2, 0, 0, 0, 1, 2, 30, 1, 3, 0xffff,
    ]);
    let kern = Kern::new(&bytes);
    assert_eq!([kern.between(1, 2), kern.between(1, 3), kern.between(2, 1)], [30, -1, 0]);
    // cut: no pairs
    assert_eq!(Kern::new(&bytes[..bytes.len() - 1]).between(1, 2), 0);
}

#[test]
fn others_are_none() {
    for (version, coverage) in [(1, 1), (0, 0x201), (0, 3), (0, 5)] {
        let bytes = table(&[version, 1, 0, 20, coverage, 1, 0, 0, 0, 1, 2, 30]);
        assert_eq!(Kern::new(&bytes).between(1, 2), 0, "{version} {coverage}");
    }
    // subtables that never end
    assert_eq!(Kern::new(&table(&[0, 0xffff, 0, 0, 0, 0, 0])).between(1, 2), 0);
}
