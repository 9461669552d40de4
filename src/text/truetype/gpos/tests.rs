use super::*;

fn bytes(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// A table with one lookup of that type, and glyph 7 or 8 as a mark of class 1 on the glyphs 20 to 22.
fn table(kind: u16, extension: &[u16]) -> Vec<u8> {
    let mut words = vec![1, 0, 0, 0, 10, 1, 4, kind, 0, 1, 8];
    words.extend(extension);
    words.extend([1, 12, 20, 2, 30, 56]); // the subtable
    words.extend([1, 2, 7, 8]); // marks: a list
    words.extend([2, 1, 20, 22, 0]); // bases: a range
    words.extend([2, 1, 10, 1, 16, 1, 5, 6, 3, 65535, 2, 0, 0]); // two marks of class 1, anchors of formats 1 and 3
    // bases: 20 has an anchor for class 0 only, 21 for both, 22 for class 1, of a format that is unknown
    words.extend([3, 14, 0, 14, 20, 0, 26, 1, 100, 200, 2, 300, 400, 9, 4, 0, 0]);
    bytes(&words)
}

#[test]
fn the_types_of_marks() {
    for (kind, extension) in [(4, &[][..]), (6, &[]), (9, &[1, 4, 0, 8]), (9, &[1, 6, 0, 8])] {
        let table = table(kind, extension);
        let marks = Marks::new(&table);
        let on_base = kind == 4 || extension.get(1) == Some(&4);
        assert_eq!((marks.on_bases.len(), marks.on_marks.len()), if on_base { (1, 0) } else { (0, 1) });
        let list = if on_base { &marks.on_bases } else { &marks.on_marks };
        assert_eq!(place(list, 21, 7), Some((300 - 5, 400 - 6)));
        assert_eq!(place(list, 21, 8), Some((300 + 1, 400 - 2)));
        for (base, mark) in [(20, 7), (22, 7), (19, 7), (23, 7), (21, 6), (21, 9)] {
            assert_eq!(place(list, base, mark), None, "{mark} on {base}");
        }
    }
    let marks = Marks::new(&[]);
    assert_eq!((marks.on_bases.len(), marks.on_marks.len()), (0, 0));
    let other = table(5, &[]);
    assert!(Marks::new(&other).on_bases.is_empty());
}

#[test]
fn classes_that_are_not_there() {
    // the subtable says that it has one class; the marks are of another
    let mut table = table(4, &[]);
    table[29] = 1;
    assert_eq!(place(&Marks::new(&table).on_bases, 21, 7), None);
}

#[test]
fn every_lookup_and_every_subtable() {
    // three lookups of two subtables each
    let words = [1, 0, 0, 0, 10, 3, 8, 18, 28];
    let lookup = |subtable| [4, 0, 2, subtable, subtable];
    let subtable = [1, 10, 10, 1, 10, 10, 1, 0];
    let table = bytes(&[&words[..], &lookup(30), &lookup(20), &lookup(10), &subtable].concat());
    assert_eq!(Marks::new(&table).on_bases.len(), 6);
}

#[test]
fn the_same_subtable_a_hundred_million_times() {
    // every lookup is one and the same, and so is every subtable: 2 bytes each
    let mut words = vec![1, 0, 0, 0, 10, 20_000];
    let lookup = 2 + 2 * 20_000;
    words.extend([lookup; 20_000]);
    words.extend([4, 0, 20_000]);
    words.extend([2; 20_000]);
    assert!(Marks::new(&bytes(&words)).on_bases.len() <= MAX_SUBTABLES);
}
