//! Everything that goes wrong outside, through every writer, with real processes and file systems: what is said of it, what
//! is left of it, and that nothing is left behind.
//!
//! What needs a process of its own (kills, signals, counts of descriptors, memory) runs this program again with one ignored
//! test, which does nothing unless it is told what to do.
#![cfg(unix)]

mod counts;
mod disk;
mod early;
mod ffmpeg;
mod folders;
mod inherited;
mod killed;
mod kinds;
mod left;
mod many;
mod memory;
mod names;
mod places;
pub mod process;
mod rates;
mod signals;
mod sizes;
mod twice;
mod unwinds;
