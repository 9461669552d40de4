//! Everything that is tested from outside, in one program.

#![allow(clippy::unwrap_used, clippy::print_stderr, unreachable_pub)]

mod against_matplotlib;
mod artists;
mod artists_changed;
mod artists_drawn;
mod artists_edges;
mod auto_traits;
mod background;
mod bars_and_lines;
mod boxes;
mod choices;
mod colorbars;
mod colors;
mod compiler;
mod containers;
mod crowded;
mod dates;
mod families;
mod faults;
mod figures;
mod figures_far;
mod figures_fuzz;
mod figures_images;
mod figures_limits;
mod figures_own_artist;
#[cfg(feature = "fonts")]
mod fonts;
#[cfg(feature = "fonts")]
mod fonts_fuzz;
mod format_table;
mod formats;
mod gallery;
mod gif_transparent;
mod golden;
mod identity;
mod kept;
mod labels;
mod layers;
mod legends;
mod loops;
#[cfg(feature = "mp4")]
mod mp4;
mod outputs;
mod pdf;
mod pieces;
#[cfg(feature = "plotters")]
mod plotters_bridge;
mod properties;
mod reading;
mod reading_gif;
mod reading_others;
mod reading_sequences;
mod reading_shown;
mod reading_times;
mod reading_webp;
mod recordings;
mod refused;
mod renderer;
mod rooms;
mod secondary;
mod shared;
mod sides;
mod spines;
mod statistics;
mod subpixel;
mod svg;
mod terminal;
mod themes;
mod ticks;
mod tools;
mod triangles;
mod views;
#[cfg(feature = "watch")]
mod watch;
mod windows;
mod words;

/// The example, as a module: its scenes are tested here.
#[path = "../../examples/reference.rs"]
#[allow(dead_code)]
mod reference;

/// The scenes of the gallery, as a module.
#[path = "../../examples/gallery/scenes/mod.rs"]
mod scenes;
