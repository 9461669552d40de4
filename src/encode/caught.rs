//! Panics inside an encoder, which may be a user's, become errors.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::error::{Error, Result};

/// What `work` gives; if it panics, an error that has the panic's words. `path` is for the message.
///
/// What a panic leaves half done is only finished, salvaged or dropped afterwards.
pub(crate) fn caught<T>(path: &Path, work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(error(path, &*panic)))
}

fn error(path: &Path, panic: &dyn Any) -> Error {
    Error::encode(path, format!("it panicked: {}", words(panic)))
}

/// What a panic said.
pub(crate) fn words(panic: &dyn Any) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message")
}
