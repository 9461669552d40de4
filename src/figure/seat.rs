//! What a key finds, and what stays when its content is exchanged.

use crate::figure::key::unique;

/// A value that programs may replace, copy and swap as they like, and beside it what that must not move: who it is and
/// where it stands. `fig[b] = fig[a].clone()` makes `b` look like `a`, and `b` is still `b`.
#[derive(Clone, Debug)]
pub(crate) struct Seat<T, At> {
    /// Unlike that of anything else in this process.
    pub(crate) id: u64,
    pub(crate) at: At,
    pub(crate) value: T,
}

impl<T, At> Seat<T, At> {
    pub(crate) fn new(at: At, value: T) -> Self {
        Self { id: unique(), at, value }
    }
}
