//! Boxes around words, and arrows between places: what texts, annotations and patches have of them.
//!
//! Forms are made in a plane of which `y` grows upward, as the designs of matplotlib are that they follow, and become pixels last.

mod arrow;
mod arrow_style;
mod box_style;
mod connection;
mod curve;
mod parameters;
mod text_box;

pub use arrow::Arrow;
pub use arrow_style::ArrowStyle;
pub use box_style::BoxStyle;
pub use connection::ConnectionStyle;
pub use text_box::TextBox;

pub(crate) use arrow::Ends;
pub(crate) use box_style::BoxForm;
pub(crate) use text_box::Boxed;

#[cfg(test)]
mod tests;
