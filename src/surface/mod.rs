//! What everything is drawn on, without a pixel: few calls, each for a batch.

mod batch;

#[allow(unused_imports, reason = "their first user is on its way")]
pub(crate) use batch::{Each, Pieces};
