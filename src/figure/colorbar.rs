//! Colorbars: what the colours of an image or a scatter mean.

/// The colorbar of an image or a scatter, beside its axes; made by [`Figure::colorbar`](crate::Figure::colorbar).
#[derive(Clone, Debug, Default)]
pub struct Colorbar {
    pub(crate) label: String,
}

impl Colorbar {
    /// Sets the words along the colorbar.
    pub fn set_label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = label.into();
        self
    }

    /// The words along the colorbar.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }
}
