//! An artist of a program.

use grabframe::prelude::*;
use grabframe::{Bounds, Common, FillRule, LegendHandle, Obstacles, Painter, Path, Pen, Point, Projection, Rect};

/// An artist as a program writes its own: paths, clips, meshes, batches, words, and a handle that it paints.
#[derive(Clone, Debug)]
pub struct Own {
    pub common: Common,
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    pub color: Color,
    /// Whether it says where it paints.
    pub reaches: bool,
}

impl Artist for Own {
    fn common(&self) -> &Common {
        &self.common
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::of(self.x.iter().copied()), Limits::of(self.y.iter().copied()))
    }
    fn paint(&self, painter: &mut Painter<'_>) {
        let points: Vec<Point> = self.x.iter().zip(&self.y).map(|(x, y)| painter.point(*x, *y)).collect();
        let mut path = Path::new();
        for (i, p) in points.iter().enumerate() {
            if i % 3 == 2 {
                path.quad_to(painter.axes_point(0.5, 0.5), *p);
            } else {
                path.line_to(*p);
            }
        }
        painter.fill_path(&path, FillRule::EvenOdd, self.color);
        painter.stroke_path(&path, &Pen::new(self.color, 1.5).dashes("--"));
        let area = painter.area();
        painter.clipped_to(&Path::ellipse(area), |painter| {
            let n = points.len() as u32;
            painter.fills(&points, &[n / 2, n], &[self.color]);
            let width = self.y.first().map_or(1.0, |y| if *y > 3.0 { 3.0 } else { *y as f32 });
            let pen = Pen::new(self.color, 1.0);
            painter.strokes(&points, &[n / 2, n], &[self.color, Color::BLACK], &[width, 1.0], &pen);
            if n > 2 {
                painter.mesh(&points, &vec![self.color; n as usize], &[[0, 1, 2]]);
            }
        });
        painter.line(&self.x, &self.y, self.color, 1.0, &LineStyle::Solid);
        painter.polygon(&self.x, &self.y, self.color);
        painter.text("own", painter.axes_point(0.1, 0.1), 6.0, self.color, HAlign::Left, VAlign::Top, 30.0);
    }
    fn reach(&self, projection: &Projection, ruler: &Obstacles) -> Option<Rect> {
        let area = ruler.area();
        let at = |x: f32, y: f32| Point::new(area.x0 + area.width() * x, area.y1 - area.height() * y);
        let words =
            ruler.text_bounds("own", at(0.1, 0.1), 6.0, HAlign::Left, VAlign::Top, 30.0).expanded(ruler.px(6.0));
        let mut all = words;
        let points = self.x.iter().zip(&self.y).map(|(x, y)| projection.point(*x, *y));
        for p in points.chain([at(0.5, 0.5)]) {
            if !p.is_finite() {
                return None;
            }
            let spot = Rect::new(p.x, p.y, p.x, p.y).expanded(ruler.px(9.0));
            all = Rect::new(all.x0.min(spot.x0), all.y0.min(spot.y0), all.x1.max(spot.x1), all.y1.max(spot.y1));
        }
        self.reaches.then_some(all)
    }
    fn legend_handle(&self) -> Option<LegendHandle> {
        Some(LegendHandle::new())
    }
    fn paint_handle(&self, painter: &mut Painter<'_>) {
        painter.fill_rect(painter.area(), self.color);
    }
}
