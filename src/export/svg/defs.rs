//! What is defined once and used many times: letters, markers, clips.

use std::collections::HashMap;

use crate::export::vector::hash;

/// The name of a definition. It is made from what is defined, so that files which are put into one page do not
/// find each other's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Id(u64);

impl Id {
    /// Appends the name.
    pub(super) fn write(self, out: &mut String) {
        out.push('g');
        for i in 0..8 {
            let digit =
                b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[(self.0 >> (6 * i)) as usize & 63];
            out.push(char::from(digit));
        }
    }
}

/// All definitions.
#[derive(Debug, Default)]
pub(super) struct Defs {
    pub(super) out: String,
    /// Where in `out` what stands that has a name.
    known: HashMap<u64, (usize, usize)>,
}

impl Defs {
    /// Defines an element, unless it is there: its name, and all that follows after its name up to its end.
    pub(super) fn add(&mut self, tag: &str, rest: &str) -> Id {
        // 48 bits of it make the name
        self.named(hash(&[tag, rest]), tag, rest)
    }

    /// Defines it under the first name from that on that nothing else has.
    fn named(&mut self, mut hash: u64, tag: &str, rest: &str) -> Id {
        let id = loop {
            let id = Id((hash ^ (hash >> 48)) & 0xffff_ffff_ffff);
            match self.known.get(&id.0) {
                Some(&(from, to))
                    if self.out[from..to] == *rest && self.out[..from].ends_with(&Self::head(tag, id)) =>
                {
                    return id;
                }
                Some(_) => hash = hash.wrapping_add(1),
                None => break id,
            }
        };
        self.out.push_str(&Self::head(tag, id));
        let from = self.out.len();
        self.out.push_str(rest);
        self.known.insert(id.0, (from, self.out.len()));
        self.out.push('\n');
        id
    }

    /// How an element with a name begins.
    fn head(tag: &str, id: Id) -> String {
        let mut out = String::from("<");
        out.push_str(tag);
        out.push_str(" id=\"");
        id.write(&mut out);
        out.push('"');
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_defined_once() {
        let mut defs = Defs::default();
        let one = defs.add("path", " d=\"M0 0\"/>");
        let other = defs.add("path", " d=\"M0 1\"/>");
        assert!(defs.add("path", " d=\"M0 0\"/>") == one && one != other);
        assert_eq!(defs.out.lines().count(), 2, "{}", defs.out);
        // two that would have one name
        let (first, second) = (defs.named(7, "path", " d=\"M0 2\"/>"), defs.named(7, "path", " d=\"M0 3\"/>"));
        assert!(first != second && defs.named(7, "path", " d=\"M0 3\"/>") == second);
        assert!(defs.named(7, "circle", " d=\"M0 3\"/>") != second);
        let mut name = String::new();
        one.write(&mut name);
        assert!(
            name.len() == 9 && defs.out.starts_with(&["<path id=\"", &name, "\" d=\"M0 0\"/>\n"].concat()),
            "{}",
            defs.out
        );
    }
}
