//! What figures come to, beside the numbers of others.

mod noted;
mod numbers;
mod written;
