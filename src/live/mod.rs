//! What is seen while a program runs.

mod notebook;
mod terminal;
#[cfg(feature = "watch")]
mod watch;

pub use terminal::{TerminalGraphics, TerminalView};
#[cfg(feature = "watch")]
pub use watch::{Watch, WatchView};
