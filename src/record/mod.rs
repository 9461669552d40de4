//! Recording: from a loop to a movie.

mod animate;
mod artist_sets;
mod crew;
mod enlarge;
mod held;
mod left;
mod movie;
mod noted;
mod outcome;
mod receipt;
mod recording;
mod rooms;
mod snapshot;
mod spool;
mod tee;
mod views;
mod worker;
mod writer;
mod writers;

pub use animate::{Animation, animate};
pub use artist_sets::{ArtistSet, animate_artists};
pub use held::Held;
pub use movie::MovieFile;
pub use outcome::Outcome;
pub use receipt::{Receipt, Times};
pub use recording::Recording;
pub use writer::{Target, Writer};
#[cfg(feature = "mp4")]
pub use writers::Mp4Writer;
pub use writers::{
    ApngWriter, AutoWriter, AviWriter, CallbackWriter, FfmpegWriter, GifWriter, MemoryWriter, PngSequenceWriter,
    WebpWriter,
};
