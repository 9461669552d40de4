//! Whole figures: any artists, scales, insets and sizes, changed in any way from frame to frame.
//!
//! The integration tests have this file, too, with numbers that come by chance.

#[path = "artists.rs"]
mod artists;

use grabframe::prelude::*;
use grabframe::{
    Bounds, Common, FillRule, Layout, LegendHandle, Obstacles, Painter, Path, Pen, Point, Projection, Rect,
};
use roxmltree::{Document, Node};

/// What is chosen next, from bytes; when they are at an end, the first of all choices.
pub struct Choices<'a> {
    bytes: &'a [u8],
}

impl<'a> Choices<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        *first
    }

    fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    fn below(&mut self, n: usize) -> usize {
        usize::from(self.byte()) % n
    }

    fn yes(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    /// Numbers as data has them, and as it should not.
    fn number(&mut self) -> f64 {
        const ODD: [f64; 16] = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            1e-3,
            1e3,
            1e-9,
            1e9,
            1e300,
            -1e300,
            1e-300,
            5e-324,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            1e16,
        ];
        match self.byte() {
            byte @ 0..16 => ODD[usize::from(byte)],
            byte => f64::from(byte) / 16.0 - 8.0 + f64::from(self.byte()) / 4096.0,
        }
    }

    fn finite(&mut self) -> f64 {
        let number = self.number();
        if number.is_finite() { number } else { 0.5 }
    }

    fn numbers(&mut self, n: usize) -> Vec<f64> {
        (0..n).map(|_| self.number()).collect()
    }

    /// 0 to 1.
    fn share(&mut self) -> f64 {
        f64::from(self.byte()) / 255.0
    }

    fn words(&mut self) -> String {
        const ALL: [&str; 10] = [
            "",
            "a",
            "a longer title than there is room for, surely",
            "two\nlines",
            "$10^{3}$",
            "µm ä € 中 ́",
            "<&>\"']]>",
            "_x",
            "\u{7}\t",
            "step 1",
        ];
        ALL[self.below(ALL.len())].into()
    }

    fn color(&mut self) -> Color {
        Color::rgba(self.byte(), self.byte(), self.byte(), if self.yes() { 255 } else { self.byte() })
    }

    fn shape(&mut self) -> Marker {
        const ALL: &[u8] = b".,ov^<>12348spP*hH+xXDd|_";
        match Marker::from_char(char::from(ALL[self.below(ALL.len())])) {
            Some(marker) => marker,
            None => Marker::None,
        }
    }

    fn style(&mut self) -> LineStyle {
        match self.below(6) {
            0 => LineStyle::Solid,
            1 => LineStyle::Dashed,
            2 => LineStyle::DashDot,
            3 => LineStyle::Dotted,
            4 => LineStyle::None,
            _ => LineStyle::Custom { offset: self.share() as f32, pattern: vec![self.share() as f32 * 9.0, 2.0, 0.5] },
        }
    }
}

/// An artist as a program writes its own: paths, clips, meshes, batches, words, and a handle that it paints.
#[derive(Clone, Debug)]
struct Own {
    common: Common,
    x: Vec<f64>,
    y: Vec<f64>,
    color: Color,
    /// Whether it says where it paints.
    reaches: bool,
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

/// What was put into a figure.
#[derive(Clone, Default)]
struct Held {
    axes: Vec<Key<Axes>>,
    lines: Vec<Key<Line>>,
    dots: Vec<Key<Scatter>>,
    images: Vec<Key<Image>>,
    words: Vec<Key<Text>>,
    own: Vec<Key<Own>>,
    others: Vec<artists::Kind>,
    bars: Vec<Key<Colorbar>>,
    /// Figures as they were.
    clones: Vec<Figure>,
}

fn pick<T: Copy>(keys: &[T], choices: &mut Choices<'_>) -> Option<T> {
    if keys.is_empty() { None } else { Some(keys[choices.below(keys.len())]) }
}

/// A figure, and what is in it.
fn begin(choices: &mut Choices<'_>) -> (Figure, Held) {
    let (width, height) = (40 + choices.below(200), 30 + choices.below(160));
    let mut fig = Figure::pixels(width as u32, height as u32);
    if choices.below(3) == 0 {
        fig = fig.constrained();
    }
    let mut held = Held::default();
    match choices.below(4) {
        0 => held.axes.push(fig.add_axes()),
        1 => held.axes.extend(&fig.subplots(1, 2)),
        2 => held.axes.extend(&fig.subplots(2, 1)),
        _ => held.axes.extend(fig.mosaic("AAB;CCB").iter().map(|(_, key)| key)),
    }
    for _ in 0..2 + choices.below(6) {
        edit(&mut fig, &mut held, choices);
    }
    (fig, held)
}

/// Changes a figure in one way.
fn edit(fig: &mut Figure, held: &mut Held, choices: &mut Choices<'_>) {
    let ax = pick(&held.axes, choices);
    let n = choices.below(12);
    match choices.below(52) {
        0 | 1 => {
            if let Some(ax) = ax {
                let (x, y) = (choices.numbers(n), choices.numbers(n));
                let line = Line::new(&x, &y).linestyle(choices.style()).linewidth(choices.share() * 4.0);
                let line = line.marker(choices.shape()).label(choices.words());
                held.lines.push(fig[ax].add(line));
            }
        }
        2 => {
            if let Some(ax) = ax {
                let (x, y) = (choices.numbers(n), choices.numbers(n));
                let dots = Scatter::new(&x, &y).sizes(choices.numbers(n)).values(choices.numbers(n));
                held.dots.push(fig[ax].add(dots.marker(choices.shape()).label(choices.words())));
            }
        }
        3 => {
            if let Some(ax) = ax {
                let (rows, cols) = (1 + choices.below(4), 1 + choices.below(4));
                let grid: Vec<Vec<f64>> = (0..rows).map(|_| choices.numbers(cols)).collect();
                let image = Image::new(&grid).origin(if choices.yes() { "lower" } else { "upper" });
                held.images.push(fig[ax].add(image));
            }
        }
        4 => {
            if let Some(ax) = ax {
                held.words.push(fig[ax].text(choices.number(), choices.number(), choices.words()));
            }
        }
        5 => {
            if let Some(ax) = ax {
                let (x, y, color) = (choices.numbers(n), choices.numbers(n), choices.color());
                let own = Own { common: Common::new(), x, y, color, reaches: choices.yes() };
                held.own.push(fig[ax].add(own.clip(choices.yes())));
            }
        }
        44..48 => {
            if let Some(ax) = ax {
                held.others.push(artists::add(&mut fig[ax], choices));
            }
        }
        48..50 => {
            if let Some(other) = pick(&held.others, choices) {
                artists::change(fig, other, choices);
            }
        }
        50 => {
            if let Some(ax) = ax {
                fig[ax].set_xtick_rotation(choices.finite()).set_ytick_rotation(choices.finite());
            }
        }
        6 => {
            let [x, y] = [choices.share() * 0.8, choices.share() * 0.8];
            held.axes.push(fig.add_axes_at(x, y, 0.1 + choices.share() * 0.5, 0.1 + choices.share() * 0.5));
        }
        24 => {
            if let Some(ax) = ax {
                let part = [
                    choices.share() * 1.2 - 0.1,
                    choices.share(),
                    0.1 + choices.share() * 0.6,
                    0.2 + choices.share() * 0.6,
                ];
                held.axes.push(fig.inset(ax, part));
            }
        }
        25 => {
            if let Some(ax) = ax {
                held.axes.push(if choices.yes() { fig.twin_x(ax) } else { fig.twin_y(ax) });
            }
        }
        26 => {
            let (x, y) = (choices.numbers(n), choices.numbers(n));
            held.lines.push(fig.add_artist(Line::new(&x, &y)));
        }
        7 => held.words.push(fig.text(choices.share(), choices.share(), choices.words())),
        8 => {
            if let Some(image) = pick(&held.images, choices) {
                held.bars.push(fig.colorbar(image));
            }
        }
        9 => {
            if let Some(dots) = pick(&held.dots, choices) {
                held.bars.push(fig.colorbar(dots));
            }
        }
        10..15 => {
            if let Some(line) = pick(&held.lines, choices) {
                fig[line].set_data(choices.numbers(n), choices.numbers(n));
            }
        }
        15 => {
            if let Some(line) = pick(&held.lines, choices) {
                fig[line].push(choices.number(), choices.number()).set_color(choices.color());
            }
        }
        16 => {
            if let Some(image) = pick(&held.images, choices) {
                let cols = 1 + choices.below(3);
                fig[image].set_data(vec![choices.numbers(cols), choices.numbers(cols)]);
            }
        }
        17 => {
            if let Some(line) = pick(&held.lines, choices) {
                fig[line].set_alpha(choices.share()).set_zorder(choices.share() * 4.0).set_clip(choices.yes());
            }
        }
        18 => {
            if let Some(own) = pick(&held.own, choices) {
                fig[own].color = choices.color();
                fig[own].set_visible(choices.yes()).set_clip(choices.yes()).set_label(choices.words());
            }
        }
        19 => {
            if let Some(line) = pick(&held.lines, choices) {
                fig[line].set_visible(choices.yes());
            }
        }
        20 => {
            if let Some(words) = pick(&held.words, choices) {
                fig[words]
                    .set_text(choices.words())
                    .set_rotation(choices.finite())
                    .set_fontsize(choices.share() * 30.0);
            }
        }
        21 => remove(fig, held, choices),
        29 => {
            // axes change places
            if let (Some(a), Some(b)) = (ax, pick(&held.axes, choices)) {
                let first = fig[a].clone();
                let second = std::mem::replace(&mut fig[b], first);
                fig[a] = second;
            }
        }
        27 => {
            if let (Some(a), Some(b)) = (ax, pick(&held.axes, choices)) {
                fig[b] = fig[a].clone();
                forget(fig, held);
            }
        }
        28 => {
            if let Some(line) = pick(&held.lines, choices) {
                held.clones.push(fig.clone());
                for _ in 0..n {
                    fig[line].push(choices.number(), choices.number());
                }
            }
        }
        22 => {
            fig.suptitle(choices.words());
        }
        23 => {
            if let Some(bar) = pick(&held.bars, choices) {
                fig[bar].set_label(choices.words());
            }
        }
        _ => {
            if let Some(ax) = ax {
                edit_axes(fig, ax, choices);
            }
        }
    }
}

fn edit_axes(fig: &mut Figure, ax: Key<Axes>, choices: &mut Choices<'_>) {
    match choices.below(24) {
        0 | 1 => fig[ax].set_title(choices.words()),
        2 => fig[ax].set_xlabel(choices.words()).set_ylabel(choices.words()),
        3 => fig[ax].set_xlim(choices.finite(), choices.finite()),
        4 => fig[ax].set_ylim(choices.finite(), None),
        5 => fig[ax].set_xscale(if choices.yes() { Scale::Log } else { Scale::Linear }),
        6 => fig[ax].set_yscale(if choices.yes() { Scale::Log } else { Scale::Linear }),
        7 => fig[ax].set_xticks(vec![choices.finite(), choices.finite()]),
        8 => fig[ax].invert_x(),
        9 => fig[ax].set_aspect(if choices.yes() { Aspect::Equal } else { Aspect::Auto }),
        10 => fig[ax].grid(choices.yes()),
        11 => fig[ax].legend(),
        12 => fig[ax].legend_at(LegendLoc::UpperLeft),
        13 => fig[ax].set_facecolor(choices.color()),
        14 => fig[ax].set_frame(choices.yes()),
        15 => fig[ax].set_x_side(if choices.yes() { "top" } else { "bottom" }),
        16 => fig[ax].set_y_side(if choices.yes() { "right" } else { "left" }),
        17 => fig[ax].set_ticks_on("top", choices.yes()).set_ticks_on("left", choices.yes()),
        18 => fig[ax].set_spine("right", choices.yes()).set_spine("bottom", choices.yes()),
        19 => fig[ax].set_minor_ticks(choices.yes()).set_minor_grid(choices.yes()),
        20 | 21 => fig[ax].set_zorder(choices.finite()),
        _ => fig[ax].autoscale(),
    };
}

fn remove(fig: &mut Figure, held: &mut Held, choices: &mut Choices<'_>) {
    match choices.below(4) {
        0 if held.lines.len() > 1 => drop(fig.remove(held.lines.remove(0))),
        1 if !held.dots.is_empty() => drop(fig.remove(held.dots.remove(0))),
        2 if !held.own.is_empty() => drop(fig.remove(held.own.remove(0))),
        3 if held.axes.len() > 1 => drop(fig.remove_axes(held.axes.remove(choices.below(held.axes.len())))),
        _ => {}
    }
    forget(fig, held);
}

/// What was in axes that are gone is gone, too.
fn forget(fig: &Figure, held: &mut Held) {
    held.lines.retain(|key| fig.get(*key).is_some());
    held.dots.retain(|key| fig.get(*key).is_some());
    held.images.retain(|key| fig.get(*key).is_some());
    held.words.retain(|key| fig.get(*key).is_some());
    held.own.retain(|key| fig.get(*key).is_some());
    held.axes.retain(|key| fig.get(*key).is_some());
    held.bars.retain(|key| fig.get(*key).is_some());
}

/// Records a figure that is changed in every frame, drawn by the loop itself and in the background, and holds every frame against
/// a still of its figure; a renderer that is used again against a new one; and a clone against the original.
///
/// # Panics
/// If any two differ.
pub fn check(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let (mut fig, mut held) = begin(&mut choices);
    let (mut other, mut same) = (fig.clone(), held.clone());
    let size = fig.size();
    let (here, beside) = (MemoryWriter::new(), MemoryWriter::new());
    let mut stills = Vec::new();
    {
        let (mut renderer, finer) = (Renderer::new(), 31.0 + 200.0 * choices.share());
        let mut finer = (Renderer::new().dpi(finer), finer);
        let mut before: Vec<(Figure, Frame)> = Vec::new();
        let mut movie = here.saving(&mut fig, "here").unwrap();
        let mut background = beside.saving(&mut other, "beside").unwrap();
        for _ in 0..8 {
            if choices.below(8) == 7 {
                movie.freeze_layout();
                background.freeze_layout();
            }
            background.render_in_background(choices.below(4) > 0);
            // both are changed in the same way
            let bytes = choices.bytes;
            let mut again = Choices::new(bytes);
            let edits = 1 + choices.below(3);
            again.below(3);
            for _ in 0..edits {
                edit(movie.figure_mut(), &mut held, &mut choices);
                edit(background.figure_mut(), &mut same, &mut again);
            }
            movie.grab_frame().unwrap();
            background.grab_frame().unwrap();
            let fig = movie.figure();
            assert_eq!(fig.size(), size);
            let still = fig.render();
            assert_eq!(*renderer.render(fig), still, "a renderer that is used again differs from a new one");
            assert_eq!(fig.clone().render(), still, "a clone differs from the original");
            look(&Layout::of(fig), &Layout::of(&fig.clone()));
            vary(fig, &mut renderer, &mut finer, &mut choices);
            for clone in held.clones.drain(..) {
                let still = clone.render();
                before.push((clone, still));
            }
            same.clones.clear();
            stills.push(still);
            if choices.is_empty() {
                break;
            }
        }
        for (fig, still) in &before {
            assert_eq!(fig.render(), *still, "a clone changed with its original");
        }
        movie.finish().unwrap();
        background.finish().unwrap();
    }
    for (name, writer) in [("here", here), ("in the background", beside)] {
        let frames = writer.take();
        assert_eq!(frames.len(), stills.len());
        for (k, still) in stills.iter().enumerate() {
            assert_eq!(frames[k], *still, "frame {k}, drawn {name}, differs from the still of its figure");
        }
    }
}

/// The same figure in other ways: at another resolution, and as SVG.
fn vary(fig: &Figure, renderer: &mut Renderer, finer: &mut (Renderer, f64), choices: &mut Choices<'_>) {
    match choices.below(4) {
        0 => {
            let dpi = 20.0 + 200.0 * choices.share();
            let mut other = fig.clone();
            other.set_dpi(dpi);
            assert_eq!(*renderer.render(&other), other.render(), "a renderer is surprised by another resolution");
            assert_eq!(
                *finer.0.render(&other),
                *Renderer::new().dpi(finer.1).render(&other),
                "surprised by another figure"
            );
        }
        1 => assert_eq!(*finer.0.render(fig), *Renderer::new().dpi(finer.1).render(fig), "differs from a new one"),
        _ => {}
    }
    let svg = fig.to_svg();
    check_svg(&svg);
    if choices.below(4) == 0 {
        assert_eq!(svg, fig.to_svg(), "a text that is not the same twice");
    }
}

/// A layout has no place that is no place, and is equal to that of a clone.
fn look(layout: &Layout, clone: &Layout) {
    assert_eq!(layout, clone);
    let finite = |r: Rect| [r.x0, r.y0, r.x1, r.y1].iter().all(|v| v.is_finite());
    for axes in &layout.axes {
        assert!(finite(axes.area), "{:?}", axes.area);
        for text in &axes.texts {
            assert!(finite(text.bounds()), "{text:?}");
        }
    }
}

/// An SVG is well formed, has only definitions that are used, each once, and numbers that a viewer can show.
///
/// # Panics
/// If it is not so.
pub fn check_svg(svg: &str) {
    let document = Document::parse(svg).unwrap_or_else(|e| panic!("{e}\n{svg}"));
    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    let places = ["x", "y", "width", "height", "r", "stroke-width", "opacity", "fill-opacity", "stroke-dashoffset"];
    for node in document.descendants().filter(Node::is_element) {
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            let leads = if key == "href" {
                value.strip_prefix('#')
            } else {
                value.strip_prefix("url(#").and_then(|v| v.strip_suffix(')'))
            };
            if let Some(id) = leads.filter(|_| key != "aria-label") {
                assert!(ids.contains(&id), "{id} is not defined");
            }
            if places.contains(&key) {
                let number = value.trim_end_matches("in");
                // what is larger than any picture only has to be a number
                let most = if ["r", "stroke-width"].contains(&key) { 2e9 } else { 1e6 };
                assert!(
                    number.parse::<f64>().is_ok_and(|v| v.abs() < most) && !number.contains(['e', 'E']),
                    "{key}={value}"
                );
                let length = ["width", "height", "r", "stroke-width"].contains(&key);
                assert!(!length || !number.starts_with('-'), "{key}={value}");
            }
            if key == "d" {
                assert!(value.chars().all(|c| c.is_ascii_digit() || "MlqczC .-".contains(c)), "{value}");
                assert!(value.starts_with('M') && value.len() > 2, "{value}");
            }
        }
    }
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), ids.len(), "a definition twice");
}
