//! What is seen while a program runs.

mod notebook;
