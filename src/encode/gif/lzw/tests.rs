use super::*;

/// What the codes mean, read bit by bit by the letter of the specification.
fn decode(data: &[u8]) -> Vec<u8> {
    let bits = u32::from(data[0]);
    let (clear, end) = (1_usize << bits, (1_usize << bits) + 1);
    let mut at = 0;
    let mut read = |width: u32| {
        let code =
            (0..width as usize).map(|i| usize::from(data[1 + (at + i) / 8] >> ((at + i) % 8) & 1) << i).sum::<usize>();
        at += width as usize;
        (code, at)
    };
    let (mut out, mut table, mut width, mut last) = (Vec::new(), Vec::<Vec<u8>>::new(), bits + 1, None::<Vec<u8>>);
    loop {
        let (code, read_bits) = read(width);
        if code == clear {
            table = (0..=end).map(|i| vec![i as u8]).collect();
            (width, last) = (bits + 1, None);
            continue;
        }
        if code == end {
            assert_eq!(read_bits.div_ceil(8), data.len() - 1, "bytes after the end");
            return out;
        }
        if let Some(last) = last
            && table.len() < 4096
        {
            let first = table.get(code).unwrap_or(&last)[0];
            table.push([last, vec![first]].concat());
            if table.len() == 1 << width && width < 12 {
                width += 1;
            }
        }
        out.extend(&table[code]);
        last = Some(table[code].clone());
    }
}

fn round_trip(lzw: &mut Lzw, indices: &[u8]) {
    assert!(decode(lzw.encode(indices)) == indices);
}

#[test]
fn every_alphabet_and_every_width_of_code_comes_back() {
    let mut lzw = Lzw::new();
    let mut state = 7_u32;
    for top in [1, 2, 3, 4, 5, 8, 9, 16, 31, 32, 33, 64, 100, 128, 129, 255, 256] {
        for len in [1, 2, 3, 4, 5, 7, 30, 257, 511, 900, 1000, 5000, 200_000] {
            let noise: Vec<u8> = (0..len)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    ((state >> 16) % top) as u8
                })
                .collect();
            round_trip(&mut lzw, &noise);
            round_trip(&mut lzw, &vec![(top - 1) as u8; len]);
        }
    }
}

#[test]
fn every_length_comes_back() {
    // the last code meets every state of the dictionary
    let mut lzw = Lzw::new();
    let bytes: Vec<u8> = (0..1000_u32).map(|i| ((i * i) >> 3) as u8 & 3).collect();
    for len in 1..=bytes.len() {
        round_trip(&mut lzw, &bytes[..len]);
    }
}
