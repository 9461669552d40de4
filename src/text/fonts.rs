//! The fonts of a figure, beside those that are embedded.

/// Fonts that are asked, one after the other, for what the embedded ones do not have. Cheap to clone, and equal if they draw the
/// same.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fonts {}

#[cfg(test)]
impl Fonts {
    /// None beside the embedded ones.
    pub(crate) const NONE: &'static Self = &Self {};
}
