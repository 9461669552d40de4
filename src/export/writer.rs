//! The writer of stills, and the kinds of files that it knows.

use std::path::Path;

use crate::data::Number;
use crate::encode::apng::text_chunk;
use crate::encode::png::{Effort, encode, write_still};
use crate::error::{Error, Result};
use crate::export::{pdf, svg};
use crate::figure::{Figure, checked_dpi};
use crate::render::Renderer;

/// What a PNG begins with, up to where metadata may stand: its signature and the chunk with its size.
const PNG_HEAD: usize = 33;

/// Makes the bytes of a file; the path is for messages.
type Make = fn(&StillWriter, &Figure, &Path) -> Result<Vec<u8>>;

/// Kinds of stills by their extension. A new one is a line here.
const KINDS: &[(&str, Make)] = &[
    ("png", StillWriter::png),
    ("svg", |writer, fig, _| Ok(writer.to_svg(fig).into_bytes())),
    ("pdf", |writer, fig, _| Ok(writer.to_pdf(fig))),
];

/// Writes a figure as a still, with what is to be said of it: what [`Figure::save`] does, and more.
///
/// It can be cloned, and used for any number of figures. No date is written that is not given, so that the same figure makes the
/// same bytes.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// # let dir = temp_dir::TempDir::new().unwrap();
/// let mut fig = Figure::new();
/// let ax = fig.add_axes();
/// fig[ax].plot([0.0, 1.0], [1.0, 0.0]);
/// let writer = StillWriter::new().metadata("title", "Decay").metadata("author", "Ada").parameters([("seed", 7)]);
/// writer.save(&fig, dir.path().join("decay.pdf"))?;
/// writer.clone().dpi(300).save(&fig, dir.path().join("decay.png"))?;
/// assert!(writer.outlines(true).to_svg(&fig).contains("<title>Decay</title>"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct StillWriter {
    dpi: Option<f64>,
    metadata: Vec<(String, String)>,
    outlines: bool,
}

impl StillWriter {
    /// At the figure's resolution, without metadata, words as text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Figures are drawn at this resolution, in dots an inch, instead of their own. Vector files stay as large; what is an image in
    /// them gets finer.
    ///
    /// # Panics
    /// If it is not positive and finite.
    #[must_use]
    #[track_caller]
    pub fn dpi(mut self, dpi: impl Number) -> Self {
        self.dpi = Some(checked_dpi(dpi.to_f64()));
        self
    }

    /// With this entry in the file's metadata: `title`, `author` (or `artist`), `comment` (or `description`), `keywords`,
    /// `copyright`, `date`, .. in small or large letters. Can be called several times. Each format has its own names for these, and
    /// keeps others as they are.
    ///
    /// Characters that XML has no place for are replaced in SVG by `U+FFFD`.
    #[must_use]
    pub fn metadata(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.metadata.push((key.into(), value.into()));
        self
    }

    /// With the parameters of the run, so that the file says what made it: a line `name = value` for each, in the comment.
    #[must_use]
    pub fn parameters<K: std::fmt::Display, V: std::fmt::Display>(
        mut self,
        parameters: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        for (name, value) in parameters {
            self.add_parameter(format!("{name} = {value}"));
        }
        self
    }

    fn add_parameter(&mut self, line: String) {
        match self.metadata.iter_mut().find(|(key, _)| key.eq_ignore_ascii_case("comment")) {
            Some((_, comment)) => {
                comment.push('\n');
                comment.push_str(&line);
            }
            None => self.metadata.push(("comment".into(), line)),
        }
    }

    /// Whether words in SVG are the outlines of their letters, which look the same everywhere and cannot be edited. Default: false,
    /// they are text.
    #[must_use]
    pub fn outlines(mut self, outlines: bool) -> Self {
        self.outlines = outlines;
        self
    }

    /// Draws the figure as it stands and writes it, as the extension says: a PNG with its resolution (`.png`), or a vector file
    /// (`.svg`, `.pdf`). A file of that name is replaced once the new one is whole.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownFormat`](crate::ErrorKind::UnknownFormat) for another extension;
    /// [`ErrorKind::BadOption`](crate::ErrorKind::BadOption) for metadata that a PNG cannot hold (a key that is not of 1 to 79 Latin
    /// letters, a zero byte); [`ErrorKind::BadSize`](crate::ErrorKind::BadSize) if the figure would have more than 2^28 pixels at the
    /// resolution of [`dpi`](StillWriter::dpi); [`ErrorKind::MissingFolder`](crate::ErrorKind::MissingFolder); whatever the file says.
    pub fn save(&self, fig: &Figure, path: impl AsRef<Path>) -> Result<()> {
        self.write(fig, path.as_ref())
    }

    /// The figure as an SVG file. More about it is said at [`Figure::to_svg`].
    ///
    /// # Panics
    /// If the figure would have more than 2^28 pixels at the resolution of [`dpi`](StillWriter::dpi).
    #[must_use]
    #[track_caller]
    pub fn to_svg(&self, fig: &Figure) -> String {
        svg::to_svg(fig, self.resolution(fig), self.outlines, &self.metadata)
    }

    /// The figure as a PDF file. More about it is said at [`Figure::to_pdf`].
    ///
    /// # Panics
    /// If the figure would have more than 2^28 pixels at the resolution of [`dpi`](StillWriter::dpi).
    #[must_use]
    #[track_caller]
    pub fn to_pdf(&self, fig: &Figure) -> Vec<u8> {
        let mut info: Vec<(String, String)> = Vec::new();
        for (key, value) in &self.metadata {
            let key = pdf_key(key);
            match info.iter_mut().find(|known| known.0 == key) {
                // comment, description and parameters have one name there
                Some(known) if known.0 == "Subject" => known.1 = [&known.1, "\n", value].concat(),
                Some(known) => known.1.clone_from(value),
                None => info.push((key, value.clone())),
            }
        }
        pdf::to_pdf(fig, self.resolution(fig), &info)
    }

    fn resolution(&self, fig: &Figure) -> f64 {
        self.dpi.unwrap_or(fig.get_dpi())
    }

    fn png(&self, fig: &Figure, path: &Path) -> Result<Vec<u8>> {
        let dpi = self.resolution(fig);
        let mut bytes = encode(Renderer::new().dpi(dpi).render(fig), Some(dpi), Effort::Small, path)?;
        let mut told = Vec::new();
        for (key, value) in &self.metadata {
            text_chunk(&mut told, key, value)?;
        }
        bytes.splice(PNG_HEAD..PNG_HEAD, told);
        Ok(bytes)
    }

    fn write(&self, fig: &Figure, path: &Path) -> Result<()> {
        let size = fig.size_at(self.resolution(fig));
        if let Some(reason) = size.refusal() {
            return Err(Error::bad_size(size, reason));
        }
        for (extension, make) in KINDS {
            if path.extension().is_some_and(|e| e.eq_ignore_ascii_case(extension)) {
                return write_still(path, &|path| make(self, fig, path));
            }
        }
        let mut known = String::new();
        for (i, (extension, _)) in KINDS.iter().enumerate() {
            known.push_str(match i {
                0 => "",
                _ if i + 1 == KINDS.len() => " and ",
                _ => ", ",
            });
            known.push_str(extension);
        }
        known.push_str(" for stills; for movies there are writers");
        Err(Error::unknown_format(path, known.as_str()))
    }
}

/// PDF's name for an entry.
fn pdf_key(key: &str) -> String {
    let name = match key.to_ascii_lowercase().as_str() {
        "artist" => "Author",
        "comment" | "description" => "Subject",
        "software" => "Creator",
        // a date has a form of its own there
        "date" => "Date",
        _ => {
            let mut letters = key.chars();
            return letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
        }
    };
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_and_parameters_are_both_in_a_pdf() {
        let writer = StillWriter::new().metadata("description", "decay").parameters([("seed", 7)]);
        let pdf = writer.to_pdf(&Figure::new());
        let want = b"/Subject(decay\\nseed = 7)";
        assert!(pdf.windows(want.len()).any(|bytes| bytes == want));
    }
}
