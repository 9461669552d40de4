//! A function that writes.

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

/// A function that writes a number; equal to itself and to its clones.
#[derive(Clone)]
pub(super) struct Function(Arc<dyn Fn(f64) -> String + Send + Sync>);

impl Function {
    pub(super) fn new(write: impl Fn(f64) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(write))
    }

    pub(super) fn write(&self, value: f64) -> String {
        (self.0)(value)
    }
}

// a function that panics leaves nothing of a figure with less than it had
impl UnwindSafe for Function {}
impl RefUnwindSafe for Function {}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Function")
    }
}
