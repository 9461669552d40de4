//! The figure of a recording: its own, or one that it borrows.

use crate::figure::Figure;

/// A figure that is recorded: `&mut fig` lends it until the recording ends, `fig` gives it away, and the recording is `'static`.
///
/// [`saving`](crate::Writer::saving) and [`animate`](crate::animate) take what becomes one.
#[derive(Debug)]
pub struct Held<'f>(Inner<'f>);

#[derive(Debug)]
enum Inner<'f> {
    Borrowed(&'f mut Figure),
    Owned(Box<Figure>),
}

impl<'f> From<&'f mut Figure> for Held<'f> {
    fn from(figure: &'f mut Figure) -> Self {
        Self(Inner::Borrowed(figure))
    }
}

impl From<Figure> for Held<'_> {
    fn from(figure: Figure) -> Self {
        Self(Inner::Owned(Box::new(figure)))
    }
}

impl Held<'_> {
    pub(crate) fn get(&self) -> &Figure {
        match &self.0 {
            Inner::Borrowed(figure) => figure,
            Inner::Owned(figure) => figure,
        }
    }

    pub(crate) fn get_mut(&mut self) -> &mut Figure {
        match &mut self.0 {
            Inner::Borrowed(figure) => figure,
            Inner::Owned(figure) => figure,
        }
    }

    /// The figure itself; of one that is borrowed, a clone.
    pub(crate) fn into_figure(self) -> Figure {
        match self.0 {
            Inner::Borrowed(figure) => figure.clone(),
            Inner::Owned(figure) => *figure,
        }
    }
}
