//! A file that has its own name only when it is whole.

use std::fs::{self, File, Metadata};
use std::path::{Path, PathBuf};

use super::claim::Claim;
use super::draft::Draft;
use super::marked::Marked;
use super::outlet::Outlet;
use super::place::{Place, folder_of, may_replace};
use crate::error::{Error, Result};

/// Writes go to `name.part.ext` beside `name.ext`; [`commit`](PartFile::commit) renames it, dropping removes it. So a
/// recording that fails never destroys the file that was there before, whose mode the new one gets. Where the name is a
/// symbolic link, all this is done to the file that it leads to. Into a pipe or a device the whole file is copied at the end,
/// from among the system's temporary files.
///
/// Only one recording may have a name at a time: of this process, and on Linux of all.
///
/// What a killed recording has left under the part's name is moved to `name.part-1.ext`, or the next that is free. What
/// else stands there stays, and the part has one of those names.
#[derive(Debug)]
pub(crate) struct PartFile {
    target: PathBuf,
    end: End,
    draft: Draft,
    note: Option<String>,
    _claim: Option<Claim>,
}

#[derive(Debug)]
enum End {
    Name(PathBuf),
    Outlet(Outlet),
}

impl PartFile {
    /// Checks that `target` can be written, and creates the empty part file: what cannot be written is known before the
    /// first frame.
    pub(crate) fn new(target: &Path) -> Result<Self> {
        Self::begin(target, true)
    }

    /// The same for one picture, written at once, whose writer has nowhere to say that a file was moved: what was left behind
    /// stays where it is.
    pub(crate) fn of_picture(target: &Path) -> Result<Self> {
        Self::begin(target, false)
    }

    /// Whether a picture can be written there. Nothing is opened that somebody may be reading.
    pub(crate) fn check_picture(target: &Path) -> Result<()> {
        let absolute = std::path::absolute(target).map_err(|e| Error::io("find", target, e))?;
        match Place::of(&absolute)? {
            Place::Node { .. } => Ok(()),
            Place::File { .. } => Self::of_picture(target).map(drop),
        }
    }

    fn begin(target: &Path, saves: bool) -> Result<Self> {
        let nameless = |target: &Path| Error::io("write", target, std::io::Error::other("the path has no file name"));
        if target.file_name().is_none() {
            return Err(nameless(target));
        }
        // made absolute, so that neither a leading dash nor a change of folder can alter what is meant
        let target = std::path::absolute(target).map_err(|e| Error::io("find", target, e))?;
        let busy = || Error::busy(&target);
        match Place::of(&target)? {
            Place::Node { path, pipe } => {
                // two movies in one pipe would be one heap; a device may take any number
                let one = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
                let claim = if pipe { Some(Claim::of(&one).ok_or_else(busy)?) } else { None };
                let outlet = Outlet::open(&path, pipe).map_err(|e| Error::io("open", &target, e))?;
                let draft = Draft::elsewhere(&target)?;
                Ok(Self { target, end: End::Outlet(outlet), draft, note: None, _claim: claim })
            }
            Place::File { path, past } => {
                let folder = folder_of(&path, &target)?;
                let name = path.file_name().ok_or_else(|| nameless(&target))?;
                let claim = Claim::of(&folder.join(name)).ok_or_else(busy)?;
                if Marked::is_busy(&path) {
                    return Err(busy());
                }
                let Some((draft, note)) = Draft::beside(&path, &folder, past.as_ref(), saves)? else {
                    return Err(busy());
                };
                let see = |e| Error::io("read", &folder, e);
                let new = draft.file()?.metadata().map_err(see)?;
                if let Some(past) = past
                    && !may_replace(&fs::metadata(&folder).map_err(see)?, &past, &new)
                {
                    let theirs = "it is somebody else's, in a folder where nobody may replace what others own";
                    return Err(Error::io("write", &target, std::io::Error::other(theirs)));
                }
                Ok(Self { target, end: End::Name(path), draft, note, _claim: Some(claim) })
            }
        }
    }

    /// Where the file is now.
    pub(crate) fn path(&self) -> &Path {
        self.draft.path()
    }

    /// From now on the file is worth something: a panic that drops this leaves it.
    pub(crate) fn plays(&mut self) {
        self.draft.plays();
    }

    /// The name that it was asked to have in the end; absolute.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The file to write into, open for reading, too.
    pub(crate) fn file(&self) -> Result<File> {
        self.draft.file()
    }

    /// The file for a program to open anew as one of its open files; `None` where it must be opened by its name.
    pub(crate) fn nameless(&self) -> Option<File> {
        self.draft.nameless()
    }

    /// What is to be said of a file that was in the way.
    pub(crate) fn note(&self) -> Option<String> {
        self.note.clone()
    }

    /// A second file, to be written from the first.
    #[cfg(feature = "mp4")]
    pub(crate) fn second(&self) -> Result<Draft> {
        let past = self.file()?.metadata().map_err(|e| Error::io("read", self.path(), e))?;
        let folder = folder_of(self.path(), &self.target)?;
        let made = Draft::beside(self.path(), &folder, Some(&past), false)?;
        made.map(|(draft, _)| draft).ok_or_else(|| Error::busy(&self.target))
    }

    /// Puts the second file in the place of the first.
    #[cfg(feature = "mp4")]
    pub(crate) fn replace(&mut self, second: Draft) -> Result<()> {
        self.draft.replace(second)
    }

    /// Gives the file its name, replacing what was there, and returns its size in bytes. If that cannot be done, the file
    /// keeps the name that it has.
    pub(crate) fn commit(self) -> Result<u64> {
        let Self { target, end, draft, _claim, .. } = self;
        match end {
            End::Name(place) => {
                let bytes = fs::metadata(draft.path()).map_err(|e| Error::io("read", draft.path(), e))?.len();
                // whole as it is, it is never removed for the sake of its name
                if Marked::is_busy(&place) {
                    return Err(Error::busy(&target).kept_in(Some(draft.keep(None))));
                }
                let past = fs::metadata(&place).ok().filter(Metadata::is_file);
                let part = draft.keep(past.as_ref());
                fs::rename(&part, &place).map_err(|e| Error::io("rename", &part, e).kept_in(Some(part)))?;
                Ok(bytes)
            }
            End::Outlet(outlet) => {
                let filled = outlet.fill(draft.file()?);
                filled.map_err(|e| Error::io("write", target, e).kept_in(Some(draft.keep(None))))
            }
        }
    }

    /// Leaves the part file where it is, under its own name, and says where that is. It is touched no more.
    pub(crate) fn keep(self) -> PathBuf {
        self.draft.keep(None)
    }
}

#[cfg(test)]
#[path = "part_tests.rs"]
mod tests;
