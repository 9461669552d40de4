//! A backend of plotters that paints into a figure.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

use crate::artist::Painter;
use crate::data::{GridData, Values};
use crate::geom::{Limits, Path, Point, Rect};
use crate::plotters::axis::{AxisCoord, FAR};
use crate::plotters::letters::SIZE;
use crate::project::Projection;
use crate::style::{Cap, Color, ColorScale, FillRule, Interpolation, Join, Norm, Pen};
use crate::text::{Anchor, Face, HAlign, VAlign};

/// Pixels of plotters an inch: those of a figure that was given no resolution.
const DPI: f32 = 100.0;

/// A backend of plotters that draws into the axes of a figure: what the drawing of a [`PlottersArtist`](crate::PlottersArtist)
/// is given.
///
/// Its pixels fill the box of the axes, and are 1/100 inch, a pixel of a figure of the default resolution; at another the drawing
/// looks the same. What is drawn is drawn by the figure's own kernels, and is shapes in a vector file.
#[derive(Debug)]
pub struct PainterBackend<'a> {
    painter: Painter<'a>,
    area: Rect,
    size: (u32, u32),
    /// The length of a pixel of plotters in those of the figure, along x and y.
    unit: (f32, f32),
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> PainterBackend<'a> {
    pub(super) fn new(painter: Painter<'a>) -> Self {
        let (area, unit) = (painter.area(), painter.px(72.0 / DPI));
        let pixels = |length: f32| (length / unit).round().max(1.0);
        let size = (pixels(area.width()), pixels(area.height()));
        let unit = (area.width() / size.0, area.height() / size.1);
        Self { painter, area, size: (size.0 as u32, size.1 as u32), unit }
    }

    /// The axes of the figure; none if they are not two at right angles.
    pub(super) fn axes(&self) -> Option<(AxisCoord, AxisCoord)> {
        let (x, y) = self.painter.projection().flat()?;
        Some((AxisCoord::new(x, self.area.x0, self.unit.0), AxisCoord::new(y, self.area.y0, self.unit.1)))
    }

    /// The corner before a pixel.
    fn corner(&self, (x, y): BackendCoord) -> Point {
        Point::new(self.area.x0 + x as f32 * self.unit.0, self.area.y0 + y as f32 * self.unit.1)
    }

    /// The middle of a pixel, through which lines go; no number for what has no place.
    fn middle(&self, at: BackendCoord) -> Point {
        if at.0 <= -FAR || at.1 <= -FAR {
            return Point::new(f32::NAN, f32::NAN);
        }
        let corner = self.corner(at);
        Point::new(corner.x + 0.5 * self.unit.0, corner.y + 0.5 * self.unit.1)
    }

    fn pen(&self, style: &impl BackendStyle) -> Pen {
        let width = style.stroke_width() as f32 * 72.0 / DPI;
        Pen::new(own_color(style.color()), width).cap(Cap::Butt).join(Join::Miter)
    }

    fn line(&mut self, points: &[Point], style: &impl BackendStyle) {
        let pen = self.pen(style);
        self.painter.stroke_polyline(points, &pen);
    }

    /// Points for letters of so many pixels.
    fn points(size: f64) -> f32 {
        size as f32 / SIZE * 72.0 / DPI
    }
}

fn own_color(color: BackendColor) -> Color {
    let (r, g, b) = color.rgb;
    Color::rgb(r, g, b).with_alpha(color.alpha as f32)
}

impl DrawingBackend for PainterBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        let (from, to) = (self.corner((x, y)), self.corner((x + 1, y + 1)));
        self.painter.fill_rect(Rect::new(from.x, from.y, to.x, to.y), own_color(color));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        let ends = [self.middle(from), self.middle(to)];
        self.line(&ends, style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Done {
        if fill {
            let (a, b) = (self.corner(from), self.corner(to));
            self.painter.fill_rect(Rect::new(a.x, a.y, b.x, b.y), own_color(style.color()));
        } else {
            let (a, b) = (self.middle(from), self.middle(to));
            let pen = self.pen(style);
            self.painter.stroke_path(&Path::rect(Rect::new(a.x, a.y, b.x, b.y)), &pen);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let points: Vec<Point> = path.into_iter().map(|at| self.middle(at)).collect();
        self.line(&points, style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Done {
        let (at, radius) = (self.middle(center), radius as f32);
        if !at.is_finite() {
            return Ok(());
        }
        let (x, y) = (radius * self.unit.0, radius * self.unit.1);
        let path = Path::ellipse(Rect::new(at.x - x, at.y - y, at.x + x, at.y + y));
        if fill {
            self.painter.fill_path(&path, FillRule::NonZero, own_color(style.color()));
        } else {
            let pen = self.pen(style);
            self.painter.stroke_path(&path, &pen);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Done {
        let corners: Vec<Point> = corners.into_iter().map(|at| self.middle(at)).collect();
        self.painter.fill_polygon(&corners, own_color(style.color()));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        let face = match style.style() {
            FontStyle::Normal => Face::Sans,
            FontStyle::Bold => Face::Bold,
            FontStyle::Italic | FontStyle::Oblique => Face::Oblique,
        };
        let (ha, va, angle) = aligned(style);
        let anchor = Anchor { at: self.corner(at), ha, va, angle };
        self.painter.text_in(face, text, Self::points(style.size()), anchor, own_color(style.color()));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = Self::points(style.size());
        let room = self.painter.text_bounds(text, Point::default(), size, HAlign::Left, VAlign::Baseline, 0.0);
        Ok(((room.width() / self.unit.0).ceil() as u32, (style.size() as f32 / SIZE).ceil() as u32))
    }

    fn blit_bitmap(&mut self, at: BackendCoord, (width, height): (u32, u32), rgb: &[u8]) -> Done {
        let mut grid = GridData { rows: height as usize, cols: width as usize, ..GridData::default() };
        let mut rgba = Vec::with_capacity(grid.rows * grid.cols * 4);
        for [r, g, b] in rgb.as_chunks::<3>().0.iter().take(grid.rows * grid.cols) {
            rgba.extend_from_slice(&[*r, *g, *b, 255]);
        }
        if rgba.len() < grid.rows * grid.cols * 4 {
            return Ok(()); // bytes are missing
        }
        grid.values = Values::Rgba(rgba);
        let (from, to) = (self.corner(at), self.corner((at.0 + width as i32, at.1 + height as i32)));
        let place = Projection::shares_of(Rect::new(from.x, from.y, to.x, to.y));
        let colors = ColorScale::new("gray", Norm::Linear, Limits::new(0.0, 1.0));
        self.painter.with_projection(&place).image(&grid, &colors, [0.0, 1.0], [1.0, 0.0], Interpolation::Auto);
        Ok(())
    }
}

/// How turned words are aligned: plotters' alignments turn with the words, ours do not.
fn aligned(style: &impl BackendTextStyle) -> (HAlign, VAlign, f32) {
    use {HAlign as H, VAlign as V};
    let anchor = style.anchor();
    // 0 at the beginning, 1 in the middle, 2 at the end
    let along = match anchor.h_pos {
        HPos::Left => 0,
        HPos::Center => 1,
        HPos::Right => 2,
    };
    let down = match anchor.v_pos {
        VPos::Top => 0,
        VPos::Center => 1,
        VPos::Bottom => 2,
    };
    let (across, up) = ([H::Left, H::Center, H::Right], [V::Top, V::Center, V::Bottom]);
    match style.transform() {
        FontTransform::None => (across[along], up[down], 0.0),
        FontTransform::Rotate90 => (across[2 - down], up[along], 270.0),
        FontTransform::Rotate180 => (across[2 - along], up[2 - down], 180.0),
        FontTransform::Rotate270 => (across[down], up[2 - along], 90.0),
    }
}
