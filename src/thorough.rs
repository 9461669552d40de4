//! Whether tests with very many cases try all of them. Those outside the crate ask `tests/integration/tools.rs` the same.

/// As in CI, or where somebody asked for it. Else some will do: `cargo test` is to be over soon.
pub(crate) fn thorough() -> bool {
    ["GRABFRAME_CI", "GRABFRAME_THOROUGH"].iter().any(|name| std::env::var_os(name).is_some())
}
