//! Figures on backends of plotters, charts of plotters in figures, programs of plotters recorded.

use std::error::Error;

use grabframe::prelude::{
    Artist, ArtistExt, AutoWriter, Color, Figure, Frame, GifWriter, Image, Limits, Line, Scatter, Text,
};
use grabframe::{Bounds, Common, ErrorKind, Painter, Path, PlottersArtist, RecorderBackend, Rect};
use plotters::backend::DrawingBackend;
use plotters::prelude::*;
use plotters::style::Color as _;
use plotters_backend::{BackendColor, BackendCoord, DrawingErrorKind};
use plotters_svg::SVGBackend;
use roxmltree::Document;

use crate::reference;
use crate::tools::{have, ssim};

type Done = Result<(), Box<dyn Error>>;

/// The figure on plotters' own backend with pixels.
fn on_bitmap(fig: &Figure) -> Frame {
    let mut frame = Frame::new(fig.size().width, fig.size().height);
    frame.as_rgb_mut().fill(77);
    fig.draw_on(&frame.plotters()).unwrap();
    frame
}

#[test]
fn reference_scenes_are_alike_on_a_bitmap() {
    for (name, scene) in reference::SCENES {
        let fig = scene();
        let (ours, theirs) = (fig.render(), on_bitmap(&fig));
        let alike = ssim(&ours, &theirs);
        assert!(alike > 0.85, "{name}: {alike:.3}");
    }
}

/// The file of a figure, drawn on a backend that writes elements.
fn on_svg(fig: &Figure) -> String {
    let mut out = String::new();
    {
        let area = SVGBackend::with_string(&mut out, (fig.size().width, fig.size().height)).into_drawing_area();
        fig.draw_on(&area).unwrap();
        area.present().unwrap();
    }
    out
}

/// How many elements have these attributes; but for those that are one pixel.
fn count(svg: &str, tag: &str, has: &[(&str, &str)]) -> usize {
    let document = Document::parse(svg).unwrap();
    let mut found = 0;
    for node in document.descendants().filter(|node| node.has_tag_name(tag) && node.attribute("width") != Some("1")) {
        found += usize::from(has.iter().all(|(name, value)| node.attribute(*name) == Some(*value)));
    }
    found
}

#[test]
fn every_label_line_and_marker_is_in_a_vector_file() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 4).set_ylim(0, 4).set_title("up & \u{e4}").set_xlabel("x").set_ylabel("turned\nlabel");
    fig[ax].plot([0, 1, 2, 3], [0, 3, 1, 2]);
    fig[ax].add(Line::new([0, 4], [1, 2]).color("#ff0000"));
    fig[ax].add(Scatter::new([1, 2, 3, 9], [1, 2, 3, 2]).color("#00ff00"));
    fig[ax].add(Line::new([1, 2], [2, 3]).fmt("s").color("#0000ff"));
    let svg = on_svg(&fig);
    let texts: Vec<String> = {
        let document = Document::parse(&svg).unwrap();
        let texts = document.descendants().filter(|node| node.has_tag_name("text"));
        texts.map(|node| node.text().unwrap().trim().to_owned()).collect()
    };
    for label in ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5", "4.0"] {
        assert_eq!(texts.iter().filter(|text| *text == label).count(), 2, "{label} of {texts:?}");
    }
    for label in ["up & \u{e4}", "x", "turned", "label"] {
        assert!(texts.iter().any(|text| text == label), "{label} of {texts:?}");
    }
    assert_eq!(texts.len(), 22);
    assert_eq!(count(&svg, "polyline", &[("stroke", "#1F77B4"), ("stroke-width", "2")]), 1);
    assert_eq!(count(&svg, "polyline", &[("stroke", "#FF0000")]), 1);
    // the one that lies outside is not there
    assert_eq!(count(&svg, "circle", &[("fill", "#00FF00")]), 3);
    assert_eq!(count(&svg, "polygon", &[("fill", "#0000FF")]), 2);
    // letters are as large as ours: 12 points at 100 dpi
    assert!(svg.contains("font-size=\"16.66"), "{svg}");
}

/// A backend that has nothing but pixels, and refuses those that it does not have.
struct Letters {
    size: (u32, u32),
    left: u32,
    rows: Vec<u8>,
}

impl DrawingBackend for Letters {
    type ErrorType = std::fmt::Error;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }
    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<std::fmt::Error>> {
        Ok(())
    }
    fn present(&mut self) -> Result<(), DrawingErrorKind<std::fmt::Error>> {
        Ok(())
    }
    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Result<(), DrawingErrorKind<std::fmt::Error>> {
        // rectangles reach one pixel farther where the backend does not draw them itself
        assert!(at.0 >= 40 && at.1 >= 0 && at.0 <= 100 && at.1 <= 30, "{at:?}");
        self.left = self.left.checked_sub(1).ok_or(DrawingErrorKind::DrawingError(std::fmt::Error))?;
        if at.0 < 100 && at.1 < 30 && color.rgb != (255, 255, 255) && color.alpha > 0.3 {
            self.rows[(at.1 * 100 + at.0) as usize] = b'#';
        }
        Ok(())
    }
}

/// Clips to a path, in an artist.
#[derive(Clone, Debug, Default)]
struct Disc(Common);

impl Artist for Disc {
    fn common(&self) -> &Common {
        &self.0
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.0
    }
    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::new(0.0, 1.0), Limits::new(0.0, 1.0))
    }
    fn paint(&self, p: &mut Painter<'_>) {
        let area = p.area();
        p.clipped_to(&Path::ellipse(area), |p| p.fill_rect(area, Color::BLUE.with_alpha(0.5)));
        let far = Rect::new(area.x0 - 500.0, area.y0, area.x0 + 20.0, area.y1 + 500.0);
        p.fill_rect(far, Color::RED);
        p.fill_path(&Path::ellipse(far), grabframe::FillRule::NonZero, Color::GREEN);
    }
}

fn everything() -> Figure {
    let mut fig = Figure::pixels(400, 300);
    let ax = fig.add_axes();
    fig[ax].set_title("one\ntwo").set_xtick_rotation(30);
    fig[ax].add(Image::new([[0.0, f64::NAN], [2.0, 3.0]]).extent(0, 1, 0, 1));
    fig[ax].add(Line::new([-1e9, 0.5, 1e9], [0.0, 1.0, -1e300]).fmt("r--o").linewidth(5));
    fig[ax].add(Scatter::new([0.0, 0.5, 1.0], [0.0, 0.5, 1.0]).sizes([2000.0, 1.0, 500.0]).marker("*"));
    fig[ax].add(Text::new(0.9, 0.5, "slanting").rotation(33));
    fig[ax].add(Disc::default().alpha(0.8));
    fig[ax].set_xlim(0, 1).set_ylim(0, 1);
    fig
}

#[test]
fn nothing_is_drawn_outside_of_the_area() {
    let fig = everything();
    let on = |left| {
        let backend = Letters { size: (100, 30), left, rows: vec![b' '; 3000] };
        let root = backend.into_drawing_area();
        fig.draw_on(&root.split_horizontally(40).1)
    };
    on(u32::MAX).unwrap();
    // its error comes back
    assert!(on(500).unwrap_err().to_string().contains("error"));
    let mut frame = Frame::new(500, 300);
    fig.draw_on(&frame.plotters().split_horizontally(100).1).unwrap();
    assert!(frame.as_rgb().chunks(1500).all(|row| row[..300].iter().all(|level| *level == 255)));
    let mut right = Frame::new(400, 300);
    for (to, from) in right.as_rgb_mut().chunks_mut(1200).zip(frame.as_rgb().chunks(1500)) {
        to.copy_from_slice(&from[300..]);
    }
    let alike = ssim(&fig.render(), &right);
    assert!(alike > 0.85, "{alike}");
}

#[test]
fn a_figure_fills_the_area() {
    let fig = reference::SCENES[2].1();
    let mut frame = Frame::new(1280, 960);
    fig.draw_on(&frame.plotters()).unwrap();
    let mut twice = fig.clone();
    twice.set_dpi(200);
    let alike = ssim(&twice.render(), &frame);
    assert!(alike > 0.9, "{alike}");
}

/// plotters' own snowflakes.
fn snowflakes(backend: RecorderBackend, frames: i32) -> Done {
    let root = backend.into_drawing_area();
    for i in 0..frames {
        root.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&root)
            .caption(format!("n = {i}"), ("sans-serif", 20))
            .build_cartesian_2d(-2.0..2.0, -1.5..1.5)?;
        let mut corners: Vec<(f64, f64)> = vec![(0.0, 1.0), (0.75_f64.sqrt(), -0.5), (-(0.75_f64.sqrt()), -0.5)];
        for _ in 0..i {
            let mut next = Vec::new();
            for (k, a) in corners.iter().enumerate() {
                let b = corners[(k + 1) % corners.len()];
                let (x, y) = ((b.0 - a.0) / 3.0, (b.1 - a.1) / 3.0);
                let (u, v) = (x * 0.5 - y * 0.75_f64.sqrt(), y * 0.5 + x * 0.75_f64.sqrt());
                let at = |k: f64| (a.0 + k * x, a.1 + k * y);
                next.extend([*a, at(1.0), (at(1.0).0 + u, at(1.0).1 + v), at(2.0)]);
            }
            corners = next;
        }
        chart.draw_series(std::iter::once(Polygon::new(corners.clone(), RED.mix(0.2))))?;
        corners.push(corners[0]);
        chart.draw_series(std::iter::once(PathElement::new(corners, RED)))?;
        root.present()?;
    }
    Ok(())
}

#[test]
fn a_program_of_plotters_has_a_frame_for_each_present() {
    let dir = temp_dir::TempDir::new().unwrap();
    for name in ["a.gif", "a.apng", "a.mp4"] {
        if name.ends_with("mp4") && !have("ffmpeg", "a_program_of_plotters") {
            continue;
        }
        let path = dir.path().join(name);
        snowflakes(RecorderBackend::new(&AutoWriter::new().fps(2), &path, (200, 150)).unwrap(), 5).unwrap();
        let video = grabframe::Video::open(&path).unwrap();
        let frames: Vec<Frame> = video.frames().map(Result::unwrap).collect();
        assert_eq!(frames.len(), 5, "{name}");
        assert_ne!(frames[3], frames[4]);
    }
}

#[test]
fn a_recorder_says_how_it_went() {
    let dir = temp_dir::TempDir::new().unwrap();
    let begin = |name: &str| RecorderBackend::new(&GifWriter::new(), dir.path().join(name), (40, 30)).unwrap();
    // what is begun is a frame in the end, unless it was presented
    for (last, frames) in [(true, 2), (false, 1)] {
        let backend = begin("begun.gif");
        let movie = backend.movie();
        let root = backend.into_drawing_area();
        root.fill(&RED).unwrap();
        root.present().unwrap();
        if last {
            root.fill(&BLUE).unwrap();
        }
        drop(root);
        assert_eq!(movie.frames(), frames);
        assert_eq!(movie.finish().unwrap().frames, frames);
    }
    // after the end it takes nothing
    let backend = begin("ended.gif");
    let (movie, other) = (backend.movie(), backend.movie());
    let root = backend.into_drawing_area();
    root.present().unwrap();
    movie.hold(0.5).unwrap();
    movie.finish().unwrap();
    assert!(root.present().unwrap_err().to_string().contains("finished before"));
    assert_eq!(other.finish().unwrap_err().kind(), ErrorKind::BadOption);
    // the encoder's own error comes back
    let missing = RecorderBackend::new(&GifWriter::new(), dir.path().join("no/a.gif"), (40, 30));
    assert_eq!(missing.unwrap_err().kind(), ErrorKind::MissingFolder);
}

#[test]
fn plotters_lands_where_the_axes_say() {
    let draw = |scale: &str, own: bool| {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        let (x, y) = ([1.0, 10.0, 100.0, 1000.0], [1.0, 3.0, f64::NAN, 4.0]);
        fig[ax].set_xscale(scale).set_xlim(2000.0, 0.5).set_ylim(0, 3.5);
        if own {
            fig[ax].add(Line::new(x, y).color("r").linewidth(2.16));
        } else {
            let line = PlottersArtist::new(move |chart| {
                chart.draw_series(LineSeries::new(x.into_iter().zip(y), RED.stroke_width(3)))?;
                Ok(())
            });
            fig[ax].add(line.extent(1, 1000, 1, 4).label("line").alpha(1.0));
        }
        fig
    };
    for scale in ["linear", "log"] {
        let (ours, theirs) = (draw(scale, true), draw(scale, false));
        let alike = ssim(&ours.render(), &theirs.render());
        assert!(alike > 0.99, "{scale}: {alike}");
        assert!(theirs.to_svg().matches("#f00").count() + theirs.to_svg().matches("#ff0000").count() > 0);
    }
    // an error is seen
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let before = fig.render();
    fig[ax].add(PlottersArtist::on_area(|_| Err("no data today".into())));
    assert_ne!(fig.render(), before);
    assert!(fig.to_svg().contains("no data today"));
}
