//! What a movie that ended before its time has left.

use std::path::{Path, PathBuf};

use crate::encode::is_pattern;
use crate::error::Error;

/// Where the frames are of a movie that was finished because its loop goes no further, if they are in any file. `error` is what
/// came of that.
pub(crate) fn left(path: &Path, error: Option<Error>) -> Option<PathBuf> {
    match error {
        // of a writer that makes no file, the path is but a name
        None => Some(path.to_path_buf()).filter(|path| path.exists() || is_pattern(path)),
        // the first error is the one to tell; without a frame there is nothing to keep
        Some(error) => error.kept().map(Path::to_path_buf),
    }
}
