//! Seen in the browser while it runs.

mod browser;
mod client;
mod pages;
mod refused;
mod served;
