//! How much space there is between two things.

/// What a thing is, as TeX has it, since space depends on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) enum Class {
    Ordinary,
    /// Sums, integrals.
    Large,
    /// `\sin` and the like.
    Function,
    /// `+`
    Binary,
    /// `=`, and arrows.
    Relation,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `,`
    Punctuation,
}

/// The unit of space: the width of a slanted m, in font units.
pub(super) const QUAD: f32 = 1995.0;

/// Around operators and relations, and after commas, as a share of [`QUAD`].
const SPACED: f32 = 0.2;
/// After functions.
const THIN: f32 = 0.16667;

impl Class {
    /// What an operator is between these neighbours: a sign, where there is nothing that it could connect.
    pub(super) fn between(self, before: Option<Self>, after: Option<Self>) -> Self {
        use Class::*;
        let lonely = matches!(before, None | Some(Binary | Relation | Open | Punctuation | Function | Large))
            || matches!(after, None | Some(Relation | Close | Punctuation));
        if self == Binary && lonely { Ordinary } else { self }
    }

    /// The space between this and what comes after it, as a share of [`QUAD`].
    pub(super) fn gap(self, after: Self) -> f32 {
        use Class::*;
        match (self, after) {
            (Relation, Relation) => 0.0,
            (Binary | Relation, _) | (_, Binary | Relation) | (Punctuation, _) => SPACED,
            (Function, Open | Close | Punctuation) => 0.0,
            (Function, _) => THIN,
            _ => 0.0,
        }
    }
}
