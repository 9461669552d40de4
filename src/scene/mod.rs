//! What is drawn, and in which order: one list of steps, from the layout; and a step drawn on a surface.

mod colorbar;
mod draw;
mod furniture;
mod legend;
mod order;

pub(crate) use draw::{draw, step};
pub(crate) use order::{Panel, Scene, Step, artist_of};

#[cfg(test)]
mod tests;
