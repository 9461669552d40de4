//! The objects of a file, and the table that says where each begins.

use miniz_oxide::deflate::compress_to_vec_zlib;

use crate::export::number::number;

/// The number of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ref(usize);

impl Ref {
    /// Appends a reference to it.
    pub(super) fn write(self, out: &mut String) {
        number(out, self.0 as f64, 0);
        out.push_str(" 0 R");
    }
}

/// How hard streams are compressed, of 10.
const EFFORT: u8 = 7;

/// A file in the making.
pub(super) struct File {
    out: Vec<u8>,
    /// Where each object begins.
    places: Vec<usize>,
}

impl File {
    pub(super) fn new() -> Self {
        // the second line says that it is no text
        Self { out: b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec(), places: Vec::new() }
    }

    /// The number of an object that is written later.
    pub(super) fn reserve(&mut self) -> Ref {
        self.places.push(0);
        Ref(self.places.len())
    }

    fn begin(&mut self, object: Ref) {
        self.places[object.0 - 1] = self.out.len();
        let mut head = String::new();
        number(&mut head, object.0 as f64, 0);
        head.push_str(" 0 obj\n");
        self.out.extend_from_slice(head.as_bytes());
    }

    /// Writes an object.
    pub(super) fn write(&mut self, object: Ref, body: &str) {
        self.begin(object);
        self.out.extend_from_slice(body.as_bytes());
        self.out.extend_from_slice(b"\nendobj\n");
    }

    /// Writes an object, and says its number.
    pub(super) fn add(&mut self, body: &str) -> Ref {
        let object = self.reserve();
        self.write(object, body);
        object
    }

    /// Adds a stream; `entries` are those of its dictionary beside its length.
    pub(super) fn stream(&mut self, entries: &str, data: &[u8]) -> Ref {
        let object = self.reserve();
        let packed = compress_to_vec_zlib(data, EFFORT);
        let mut head = String::from("<<");
        head.push_str(entries);
        head.push_str("/Filter/FlateDecode/Length ");
        number(&mut head, packed.len() as f64, 0);
        head.push_str(">>\nstream\n");
        self.begin(object);
        self.out.extend_from_slice(head.as_bytes());
        self.out.extend_from_slice(&packed);
        self.out.extend_from_slice(b"\nendstream\nendobj\n");
        object
    }

    /// The whole file. Its name is made from what it holds.
    pub(super) fn finish(mut self, catalog: Ref, info: Ref) -> Vec<u8> {
        let id = [hash(&self.out, 0xcbf2_9ce4_8422_2325), hash(&self.out, 0x6c62_272e_07bb_0142)];
        let (start, count) = (self.out.len(), self.places.len() + 1);
        let mut end = String::from("xref\n0 ");
        number(&mut end, count as f64, 0);
        end.push_str("\n0000000000 65535 f \n");
        for place in &self.places {
            let mut digits = String::new();
            number(&mut digits, *place as f64, 0);
            for _ in digits.len()..10 {
                end.push('0');
            }
            end.push_str(&digits);
            end.push_str(" 00000 n \n");
        }
        end.push_str("trailer\n<</Size ");
        number(&mut end, count as f64, 0);
        end.push_str("/Root ");
        catalog.write(&mut end);
        end.push_str("/Info ");
        info.write(&mut end);
        end.push_str("/ID[");
        for _ in 0..2 {
            end.push('<');
            for half in id {
                for i in (0..64).step_by(16).rev() {
                    super::text::hex(&mut end, (half >> i) as u16);
                }
            }
            end.push('>');
        }
        end.push_str("]>>\nstartxref\n");
        number(&mut end, start as f64, 0);
        end.push_str("\n%%EOF\n");
        self.out.extend_from_slice(end.as_bytes());
        self.out
    }
}

/// FNV-1a, from a beginning.
pub(super) fn hash(bytes: &[u8], begin: u64) -> u64 {
    let mut hash = begin;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_where_objects_begin() {
        let mut file = File::new();
        let later = file.reserve();
        let stream = file.stream("/A 1", b"aaaaaaaaaaaaaaaaaaaaaaaa");
        let info = file.add("<</B(c)>>");
        file.write(later, "<<>>");
        let bytes = file.finish(later, info);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let at = |what: &[u8]| bytes.windows(what.len()).position(|w| w == what).unwrap();
        let table = at(b"xref\n0 4\n0000000000 65535 f \n");
        for (i, object) in [later, stream, info].into_iter().enumerate() {
            assert_eq!(object, Ref(i + 1));
            let entry = &bytes[table + 29 + 20 * i..][..20];
            let place: usize = std::str::from_utf8(&entry[..10]).unwrap().parse().unwrap();
            assert!(bytes[place..].starts_with(format!("{} 0 obj\n", i + 1).as_bytes()), "{text}");
            assert_eq!(&entry[10..], b" 00000 n \n");
        }
        let length: usize = text.split("/Length ").nth(1).unwrap().split('>').next().unwrap().parse().unwrap();
        let data = &bytes[at(b"stream\n") + 7..][..length];
        assert_eq!(miniz_oxide::inflate::decompress_to_vec_zlib(data).unwrap(), [b'a'; 24]);
        assert!(text.ends_with(&format!("]>>\nstartxref\n{table}\n%%EOF\n")), "{text}");
        assert!(text.contains("trailer\n<</Size 4/Root 1 0 R/Info 3 0 R/ID[<"), "{text}");
    }
}
