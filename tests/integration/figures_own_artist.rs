//! Artists that were written outside the crate have what those inside have.

use grabframe::prelude::*;
use grabframe::{Bounds, Common, LegendHandle, MarkerLook, Painter, Point, Rect};

const RED: Color = Color::rgb(255, 0, 0);

type Draw = fn(&mut Painter<'_>);

/// Draws what it is told to.
#[derive(Clone, Debug)]
struct Own {
    common: Common,
    draw: Draw,
}

impl Own {
    fn new(draw: Draw) -> Self {
        Self { common: Common::new(), draw }
    }
}

impl Artist for Own {
    fn common(&self) -> &Common {
        &self.common
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.common
    }
    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::EMPTY, Limits::EMPTY)
    }
    fn paint(&self, painter: &mut Painter<'_>) {
        (self.draw)(painter);
    }
    fn legend_handle(&self) -> Option<LegendHandle> {
        let mut handle = LegendHandle::new();
        handle.line = Some((RED, 8.0, LineStyle::Solid));
        Some(handle)
    }
}

/// Axes from 0 to 1 that fill a picture of 100 x 100 pixels, without a frame.
fn bare() -> (Figure, Key<Axes>) {
    let mut fig = Figure::pixels(100, 100);
    let ax = fig.add_axes_at(0.0, 0.0, 1.0, 1.0);
    fig[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).set_frame(false);
    (fig, ax)
}

#[test]
fn opacity_is_the_painters() {
    let all: [(&str, Draw); 6] = [
        ("line", |p| p.line(&[0.0, 1.0], &[0.5, 0.5], RED, 20.0, &LineStyle::Solid)),
        ("dashes", |p| p.line(&[0.0, 1.0], &[0.5, 0.5], RED, 40.0, &LineStyle::Dashed)),
        ("markers", |p| {
            let look = MarkerLook { marker: Marker::Square, size: 30.0, face: Some(RED), edge: None, edge_width: 0.0 };
            p.markers(&[0.5], &[0.5], &look);
        }),
        ("each", |p| {
            let look = MarkerLook { marker: Marker::Square, size: 30.0, face: Some(RED), edge: None, edge_width: 0.0 };
            p.markers_each([(0.5, 0.5, look)]);
        }),
        ("rectangle", |p| p.fill_rect(Rect::new(40.0, 40.0, 60.0, 60.0), RED)),
        ("polygon", |p| {
            let corners = [(40.0, 40.0), (60.0, 40.0), (60.0, 60.0), (40.0, 60.0)];
            p.fill_polygon(&corners.map(|(x, y)| Point::new(x, y)), RED);
        }),
    ];
    for (name, draw) in all {
        let (mut fig, ax) = bare();
        let own = fig[ax].add(Own::new(draw));
        assert_eq!(fig.render().pixel(50, 50), [255, 0, 0], "{name}");
        fig[own].set_alpha(0.1);
        assert_eq!(fig.render().pixel(50, 50), [255, 229, 229], "{name}");
        fig[own].set_alpha(0.0);
        assert_eq!(fig.render().pixel(50, 50), [255; 3], "{name}");
    }
}

#[test]
fn opacity_is_laid_over_what_a_colour_has() {
    let (mut fig, ax) = bare();
    let own = Own::new(|p| p.fill_rect(Rect::new(0.0, 0.0, 100.0, 100.0), Color::rgba(255, 0, 0, 128)));
    fig[ax].add(own.alpha(0.5));
    assert_eq!(fig.render().pixel(50, 50), [255, 191, 191]);
}

#[test]
fn the_legend_has_the_artists_opacity() {
    let reddest = |alpha: f64| {
        let (mut fig, ax) = bare();
        fig[ax].add(Own::new(|_| {}).label("own").alpha(alpha));
        fig[ax].legend();
        let frame = fig.render();
        (0..100)
            .flat_map(|y| (0..100).map(move |x| (x, y)))
            .map(|(x, y)| frame.pixel(x, y))
            .min_by_key(|p| if p[0] == 255 { p[1] } else { 255 })
    };
    assert_eq!(reddest(1.0), Some([255, 0, 0]));
    assert_eq!(reddest(0.1), Some([255, 229, 229]));
}
