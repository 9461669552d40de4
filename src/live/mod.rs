//! What is seen while a program runs.

mod notebook;
mod terminal;

pub use terminal::{TerminalGraphics, TerminalView};
