//! Rugs: a short line at each value, on the lower border of the axes.

use crate::artist::{Artist, Bounds, ColorCycle, Common, LegendHandle, Painter, properties};
use crate::data::{Column, Shared};
use crate::figure::{Axes, Key};
use crate::geom::{Extent, Point};
use crate::style::{Color, IntoColor, LineStyle, Pen};

/// A short line at each value, on the lower border of the axes.
#[derive(Clone, Debug)]
pub struct Rug {
    common: Common,
    x: Shared<Vec<f64>>,
    extent: Extent,
    color: Option<Color>,
}

impl Rug {
    /// A line at each of these values.
    #[must_use]
    pub fn new(x: impl Column) -> Self {
        let mut rug = Self { common: Common::new(), x: Shared::default(), extent: Extent::EMPTY, color: None };
        rug.set_data(x);
        rug
    }

    /// Replaces the values.
    pub fn set_data(&mut self, x: impl Column) -> &mut Self {
        x.copy_to(self.x.renew());
        self.extent = Extent::of(self.x.iter().copied());
        self
    }

    properties! {
        /// Sets the colour. Default: the next of the cycle.
        ///
        /// # Panics
        /// If it is no colour.
        pub set_color, color(self, color: impl IntoColor) { self.color = Some(color.into_color()); }
            -> get_color: Color { self.color.unwrap_or(Color::cycle(0)) }
    }
}

impl Axes {
    /// Adds a short line at each value: `add(Rug::new(x))`.
    pub fn rug(&mut self, x: impl Column) -> Key<Rug> {
        self.add(Rug::new(x))
    }
}

impl Artist for Rug {
    fn common(&self) -> &Common {
        &self.common
    }

    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }

    fn bounds(&self) -> Bounds {
        Bounds::new(self.extent, Extent::EMPTY)
    }

    fn take_color(&mut self, cycle: &mut ColorCycle) {
        self.color.get_or_insert_with(|| cycle.next_line());
    }

    fn paint(&self, painter: &mut Painter<'_>) {
        let (foot, height) = (painter.area().y1, painter.px(9.0));
        let mut points = Vec::new();
        for x in self.x.iter().map(|x| painter.x(*x)) {
            points.extend([Point::new(x, foot), Point::new(x, foot - height), Point::new(f32::NAN, foot)]); // and a gap
        }
        painter.polyline(&points, self.get_color(), 1.0, &LineStyle::Solid);
    }

    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle { line: Some(Pen::new(self.get_color(), 1.0)), ..LegendHandle::new() })
    }
}
