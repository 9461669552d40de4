//! Artists that were written outside the crate have what those inside have.

use grabframe::prelude::*;
use grabframe::{
    Bounds, ColorScale, Common, FillRule, Grid, GridData, LegendHandle, MarkerLook, Painter, Path, Pen, Point, Rect,
    Values,
};

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
        handle.line = Some(Pen::new(RED, 8.0));
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
    let all: [(&str, Draw); 14] = [
        ("line", |p| p.line(&[0.0, 1.0], &[0.5, 0.5], RED, 20.0, &LineStyle::Solid)),
        ("dashes", |p| p.line(&[0.0, 1.0], &[0.5, 0.5], RED, 40.0, &LineStyle::Dashed)),
        ("markers", |p| {
            let mut look = MarkerLook::new(Marker::Square, 30.0, RED);
            look.edge = None;
            p.markers(&[0.5], &[0.5], &look);
        }),
        ("each", |p| {
            let mut look = MarkerLook::new(Marker::Square, 30.0, RED);
            look.edge = None;
            p.markers_each([(0.5, 0.5, look)]);
        }),
        ("rectangle", |p| p.fill_rect(Rect::new(40.0, 40.0, 60.0, 60.0), RED)),
        ("polygon", |p| {
            let corners = [(40.0, 40.0), (60.0, 40.0), (60.0, 60.0), (40.0, 60.0)];
            p.fill_polygon(&corners.map(|(x, y)| Point::new(x, y)), RED);
        }),
        ("batch of markers", |p| {
            let mut look = MarkerLook::new(Marker::Square, 1.0, RED);
            look.edge = None;
            p.markers_batch(&[0.1, 0.5], &[0.1, 0.5], &[30.0], &[Color::BLACK, RED], &look);
        }),
        ("path", |p| p.fill_path(&Path::ellipse(Rect::new(30.0, 30.0, 70.0, 70.0)), FillRule::EvenOdd, RED)),
        ("along a path", |p| {
            let mut bow = Path::new();
            bow.move_to(Point::new(10.0, 70.0)).quad_to(Point::new(50.0, 30.0), Point::new(90.0, 70.0));
            p.stroke_path(&bow, &Pen::new(RED, 9.0));
        }),
        ("strokes", |p| {
            let points = [(0.0, 20.0), (100.0, 20.0), (0.0, 50.0), (100.0, 50.0)].map(|(x, y)| Point::new(x, y));
            p.strokes(&points, &[2, 4], &[Color::BLACK, RED], &[20.0], &Pen::new(Color::BLACK, 1.0));
        }),
        ("fills", |p| {
            let corners = [(0.0, 0.0), (9.0, 0.0), (0.0, 9.0), (20.0, 20.0), (80.0, 20.0), (50.0, 90.0)];
            p.fills(&corners.map(|(x, y)| Point::new(x, y)), &[3, 6], &[Color::BLACK, RED]);
        }),
        ("small fills", |p| {
            let corners = [(48.0, 47.0), (53.0, 47.0), (53.0, 54.0), (48.0, 54.0)];
            p.fills(&corners.map(|(x, y)| Point::new(x, y)), &[4], &[RED]);
        }),
        ("mesh", |p| {
            let corners = [(20.0, 20.0), (80.0, 20.0), (50.0, 90.0)];
            p.mesh(&corners.map(|(x, y)| Point::new(x, y)), &[RED; 3], &[[0, 1, 2]]);
        }),
        ("clipped", |p| {
            p.clipped_to(&Path::rect(Rect::new(40.0, 40.0, 60.0, 60.0)), |p| p.fill_rect(p.area(), RED));
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

/// What a batch draws is what as many calls draw.
#[test]
fn a_batch_of_markers_is_its_markers() {
    let drawn = |draw: Draw| {
        let (mut fig, ax) = bare();
        fig[ax].add(Own::new(draw).alpha(0.7));
        fig.render()
    };
    const AT: [[f64; 4]; 2] = [[0.3, 0.5, 0.6, f64::NAN], [0.4, 0.5, 0.45, 0.5]];
    const SIZES: [f32; 4] = [20.0, 12.5, 31.0, 9.0];
    for (batch, each) in [
        (
            (|p| {
                let mut look = MarkerLook::new(Marker::Diamond, 1.0, RED);
                look.edge = None;
                p.markers_batch(&AT[0], &AT[1], &SIZES, &[0.0, 0.4, 0.8, 1.0].map(|v| Colormap::VIRIDIS.at(v)), &look);
            }) as Draw,
            (|p| {
                let faces = [0.0, 0.4, 0.8, 1.0].map(|v| Colormap::VIRIDIS.at(v));
                let look = |i: usize| MarkerLook::new(Marker::Diamond, SIZES[i], faces[i]);
                p.markers_each((0..4).map(|i| (AT[0][i], AT[1][i], look(i))));
            }) as Draw,
        ),
        (
            |p| {
                let look = MarkerLook::new(Marker::Circle, 1.0, RED).edge(Color::BLACK, 2.0);
                p.markers_batch(&AT[0], &AT[1], &SIZES, &[RED], &look);
            },
            |p| {
                let look = |i: usize| MarkerLook::new(Marker::Circle, SIZES[i], RED).edge(Color::BLACK, 2.0);
                p.markers_each((0..4).map(|i| (AT[0][i], AT[1][i], look(i))));
            },
        ),
    ] {
        let (batch, each) = (drawn(batch), drawn(each));
        assert!(batch == each);
        assert_ne!(batch, drawn(|_| {}));
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

#[test]
fn bars_stand_on_zero_on_a_log_axis() {
    for backward in [false, true] {
        let (mut fig, ax) = bare();
        fig[ax].set_yscale(Scale::Log).set_ylim(if backward { 100.0 } else { 1.0 }, if backward { 1.0 } else { 100.0 });
        fig[ax].add(Own::new(|p| {
            assert!(!p.y(0.0).is_finite());
            let (foot, top) = (p.y_clipped(0.0), p.y_clipped(10.0));
            assert_eq!(top, p.y(10.0));
            p.fill_rect(Rect::new(p.x(0.25), top, p.x(0.75), foot), RED);
        }));
        let frame = fig.render();
        let red: Vec<u32> = (0..100).filter(|&y| frame.pixel(50, y) == [255, 0, 0]).collect();
        let want: Vec<u32> = if backward { (0..50).collect() } else { (50..100).collect() };
        assert_eq!(red, want, "{backward}");
    }
    let (mut fig, ax) = bare();
    fig[ax].add(Own::new(|p| {
        let ends = [-f64::INFINITY, -1e300, -5.0, 0.5, 5.0, 1e300, f64::INFINITY];
        assert_eq!(ends.map(|v| p.x_clipped(v)), [-100.0, -100.0, -100.0, 50.0, 200.0, 200.0, 200.0]);
        assert_eq!(ends.map(|v| p.y_clipped(v)), [200.0, 200.0, 200.0, 50.0, -100.0, -100.0, -100.0]);
        assert!(p.x_clipped(f64::NAN).is_nan());
    }));
    let _ = fig.render();
}

/// Seen through a thousandth of a unit, or where single precision has no number any more.
#[test]
fn bars_may_reach_as_far_as_they_like() {
    for far in [1e3, 1e9, 1e40, 1e300] {
        let draws: [fn(&mut Painter<'_>, f64); 2] = [
            |p, far| p.fill_rect(Rect::new(p.x(0.25), p.y(far), p.x(0.75), p.y(-far)), RED),
            |p, far| p.fill_rects([Rect::new(p.x_clipped(0.25), p.y_clipped(far), p.x(0.75), p.y_clipped(-far))], RED),
        ];
        for draw in draws {
            let (mut fig, ax) = bare();
            fig[ax].add(Bar { common: Common::new(), far, draw });
            let row = middle_row(&fig.render());
            let red: Vec<usize> = (0..100).filter(|&x| row[x] == [255, 0, 0]).collect();
            assert_eq!(red, (25..75).collect::<Vec<usize>>(), "{far:e}");
        }
    }
}

/// Draws with a number.
#[derive(Clone, Debug)]
struct Bar {
    common: Common,
    far: f64,
    draw: fn(&mut Painter<'_>, f64),
}

impl Artist for Bar {
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
        (self.draw)(painter, self.far);
    }
}

/// The colours of the middle row.
fn middle_row(frame: &Frame) -> Vec<[u8; 3]> {
    (0..100).map(|x| frame.pixel(x, 50)).collect()
}

#[test]
fn translucent_neighbours_need_not_show_a_seam() {
    const HALF: Color = Color::rgba(255, 0, 0, 128);
    const BORDERS: [f32; 6] = [10.0, 20.3, 20.6, 47.5, 61.77, 90.0];
    let seams = |draw: Draw| {
        let (mut fig, ax) = bare();
        fig[ax].add(Own::new(draw));
        let row = middle_row(&fig.render());
        row[10..90].iter().filter(|p| **p != [255, 127, 127]).count()
    };
    let rects = || BORDERS.windows(2).map(|w| Rect::new(w[0], 0.0, w[1], 100.0));
    assert!(seams(move |p| BORDERS.windows(2).for_each(|w| p.fill_rect(Rect::new(w[0], 0.0, w[1], 100.0), HALF))) > 0);
    assert_eq!(seams(|p| p.fill_rects(BORDERS.windows(2).map(|w| Rect::new(w[0], 0.0, w[1], 100.0)), HALF)), 0);
    assert_eq!(rects().count(), 5);
    // snapped, but for the one that is thinner than a pixel and is seen all the same
    let snapped = seams(|p| {
        for w in [10.0, 20.3, 47.5, 61.77, 90.0_f32].windows(2) {
            let rect = p.snapped(Rect::new(w[0], 0.0, w[1], 100.0));
            p.fill_rect(rect, HALF);
        }
    });
    assert_eq!(snapped, 0);
    let (mut fig, ax) = bare();
    fig[ax].add(Own::new(|p| {
        assert_eq!(p.snapped(Rect::new(20.3, 1.2, 20.6, 3.9)), Rect::new(20.0, 1.0, 21.0, 4.0));
        assert_eq!(p.snapped(Rect::new(20.6, 1.2, 20.6, 3.9)).width(), 0.0);
        assert!(p.snapped(Rect::new(f32::NAN, 1.2, 20.6, 3.9)).x0.is_nan());
        p.fill_rects([Rect::new(f32::NAN, 0.0, 9.0, 9.0), Rect::new(0.0, 0.0, 100.0, 9.0)], RED);
        p.fill_rects([Rect::new(-1e30, 40.0, f32::INFINITY, 60.0), Rect::new(0.0, 45.0, 10.0, 55.0)], HALF);
    }));
    assert!(middle_row(&fig.render()).iter().all(|p| *p == [255, 127, 127]));
}

#[test]
fn words_are_measured_before_they_are_drawn() {
    let (mut fig, ax) = bare();
    fig[ax].add(Own::new(|p| {
        let at = Point::new(50.0, 50.0);
        let of = |text: &str, angle: f32| p.text_bounds(text, at, 10.0, HAlign::Center, VAlign::Center, angle);
        let (short, long, two, turned) = (of("wa", 0.0), of("wawa", 0.0), of("wa\nwa", 0.0), of("wawa", 90.0));
        assert!((long.width() - 2.0 * short.width()).abs() < 1.0 && short.width() > 10.0);
        assert!(two.height() > 1.8 * short.height() && (turned.height() - long.width()).abs() < 0.01);
        assert!((short.center().x - 50.0).abs() < 0.01 && (short.center().y - 50.0).abs() < 0.01);
        assert_eq!(of("", 0.0).width(), 0.0);
        assert!(of("wa", f32::NAN).width() > 0.0);
        p.text("wawa", at, 10.0, RED, HAlign::Center, VAlign::Center, 0.0);
        p.text("wawa", Point::new(f32::NAN, 3.0), 10.0, RED, HAlign::Center, VAlign::Center, 0.0);
        p.text("wawa", at, f32::NAN, RED, HAlign::Center, VAlign::Center, 0.0);
        p.text("wawa", at, -3.0, RED, HAlign::Center, VAlign::Center, 0.0);
        assert!(long.x0 > 24.0 && long.x1 < 76.0, "{long:?}");
    }));
    let frame = fig.render();
    let inked: Vec<u32> = (0..100).filter(|&x| (0..100).any(|y| frame.pixel(x, y)[1] < 255)).collect();
    assert!(inked.first() > Some(&25) && inked.last() < Some(&75) && inked.len() > 25, "{inked:?}");
}

#[test]
fn grids_are_drawn_as_images_are() {
    const CELLS: [[f64; 3]; 2] = [[0.0, 1.0, f64::NAN], [3.0, 4.0, 5.0]];
    for how in [Interpolation::Auto, Interpolation::Nearest, Interpolation::Bilinear] {
        let draw: Draw = match how {
            Interpolation::Nearest => |p| own_image(p, Interpolation::Nearest),
            Interpolation::Bilinear => |p| own_image(p, Interpolation::Bilinear),
            _ => |p| own_image(p, Interpolation::Auto),
        };
        let (mut fig, ax) = bare();
        fig[ax].add(Own::new(draw).alpha(0.7));
        let (mut inside, ax) = bare();
        let image = Image::new(CELLS).clim(0.0, 5.0).cmap("magma").extent(0.1, 0.83, 0.2, 1.3).alpha(0.7);
        inside[ax].add(image.interpolation(how));
        inside[ax].set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).set_aspect(Aspect::Auto);
        assert!(fig.render() == inside.render(), "{how:?}");
    }
}

fn own_image(painter: &mut Painter<'_>, how: Interpolation) {
    let mut grid = GridData::default();
    [[0.0, 1.0, f64::NAN], [3.0, 4.0, 5.0]].read_into(&mut grid);
    let colors = ColorScale::new("magma", "linear", Limits::new(0.0, 5.0));
    painter.image(&grid, &colors, [0.1, 0.83], [1.3, 0.2], how);
    for x in [[0.0, 0.0], [f64::NAN, 1.0], [0.0, f64::INFINITY]] {
        painter.image(&grid, &colors, x, [0.0, 1.0], how);
    }
    painter.image(&GridData::default(), &colors, [0.0, 1.0], [0.0, 1.0], how);
}

#[test]
#[should_panic(expected = "2 rows of 2 columns are 4 values, but there are 3")]
fn a_grid_that_is_too_short_panics() {
    let (mut fig, ax) = bare();
    fig[ax].add(Own::new(|p| {
        let mut grid = GridData::new(1, 3, Values::Scalar(vec![0.0; 3]));
        (grid.rows, grid.cols) = (2, 2);
        let colors = ColorScale::new("magma", "linear", Limits::new(0.0, 5.0));
        p.image(&grid, &colors, [0.0, 1.0], [0.0, 1.0], Interpolation::Auto);
    }));
    let _ = fig.render();
}

/// Has a function, and a setter of a name that all artists have.
#[derive(Clone, Debug)]
struct Stubborn(Own, Curve);

#[derive(Clone)]
struct Curve(std::sync::Arc<dyn Fn(f64) -> f64 + Send + Sync>);

impl std::fmt::Debug for Curve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "f(1) = {}", (self.0)(1.0))
    }
}

impl Stubborn {
    fn set_label(&mut self, label: &str) -> &mut Self {
        self.0.set_label(label.to_uppercase());
        self
    }
}

impl Artist for Stubborn {
    fn common(&self) -> &Common {
        self.0.common()
    }
    fn common_mut(&mut self) -> &mut Common {
        self.0.common_mut()
    }
    fn bounds(&self) -> Bounds {
        self.0.bounds()
    }
    fn paint(&self, painter: &mut Painter<'_>) {
        (self.1.0)(f64::from(painter.area().x0));
    }
    fn default_zorder(&self) -> f64 {
        7.0
    }
}

#[test]
fn what_all_artists_have_is_in_nobodys_way_and_can_be_read() {
    let (mut fig, ax) = bare();
    let own = fig[ax].add(Stubborn(Own::new(|_| {}), Curve(std::sync::Arc::new(|x| x))));
    let told =
        |a: &Stubborn| (a.get_visible(), a.get_alpha(), a.get_label().map(str::to_owned), a.get_zorder(), a.get_clip());
    assert_eq!(told(&fig[own]), (true, 1.0, None, 7.0, true));
    fig[own].set_label("mine").set_alpha(0.25).set_zorder(-1).set_clip(false).set_visible(false);
    assert_eq!(told(&fig[own]), (false, 0.25, Some("MINE".to_owned()), -1.0, false));
    // an artist with a function in it does not keep its figure from being used after a panic
    let caught = std::panic::catch_unwind(|| fig.size());
    assert_eq!(caught.unwrap(), fig.size());
}

#[test]
fn artists_on_the_figure_are_in_shares_of_it_and_over_all_axes() {
    let (mut fig, ax) = bare();
    fig[ax].set_facecolor("blue").set_frame(true);
    let own = fig.add_artist(Own::new(|p| {
        let (from, to) = (p.point(0.25, 0.75), p.point(0.5, 0.5));
        p.fill_rect(Rect::new(from.x, from.y, to.x, to.y), RED);
    }));
    let mut renderer = Renderer::new();
    let frame = renderer.render(&fig).clone();
    assert_eq!((frame.pixel(26, 26), frame.pixel(49, 49)), ([255, 0, 0], [255, 0, 0]));
    assert_eq!((frame.pixel(24, 30), frame.pixel(51, 30)), ([0, 0, 255], [0, 0, 255]));
    fig[own].draw = |_| {};
    assert_eq!(renderer.render(&fig).pixel(26, 26), [0, 0, 255]);
    assert!(fig.remove(own).is_some());
    assert_eq!(*renderer.render(&fig), fig.render());
}

/// Nothing is moved onto pixels where there are none.
#[test]
fn a_file_has_what_was_asked_for() {
    let (mut fig, ax) = bare();
    fig[ax].add(Own::new(|p| {
        let at = p.crisp(Point::new(10.3, 20.4), 1.0);
        let rect = p.snapped(Rect::new(at.x, at.y, 40.2, 50.7));
        p.fill_rect(rect, RED);
    }));
    let svg = fig.to_svg();
    assert!(svg.contains("x=\"10.3\" y=\"20.4\" width=\"29.9\" height=\"30.3\""), "{svg}");
    let frame = fig.render();
    assert_eq!((frame.pixel(11, 21), frame.pixel(39, 50)), ([255, 0, 0], [255, 0, 0]));
    assert_eq!((frame.pixel(10, 21), frame.pixel(40, 50)), ([255; 3], [255; 3]));
}
