//! Seen in the browser while it runs.

mod browser;
mod client;
mod fuzzed;
mod pages;
mod refused;
mod served;
