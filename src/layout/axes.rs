//! One pair of axes laid out: its box, its ticks, its words.

use crate::artist::ColorScale;
use crate::axis::{AxisMap, Direction, Scale, Ticks, fixed_ticks, max_bins, ticks};
use crate::figure::{Aspect, Axes, AxisOptions};
use crate::geom::{Clip, Limits, Point, Rect};
use crate::layout::limits::Limited;
use crate::layout::words::{Look, PlacedText, words};
use crate::layout::{LegendLayout, cells, legend, limits, union};
use crate::style::{Color, Norm, theme};
use crate::text::{Anchor, HAlign, VAlign};

/// A pair of axes, or a colorbar, as it is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AxesLayout {
    /// The box that the data is drawn in, in pixels.
    pub area: Rect,
    /// The pixels that artists may paint.
    pub clip: Clip,
    /// The horizontal axis.
    pub x: AxisLayout,
    /// The vertical axis.
    pub y: AxisLayout,
    /// What is behind the data.
    pub face: Color,
    /// Whether frame and ticks are drawn.
    pub frame: bool,
    /// Whether lines are drawn across at every tick.
    pub grid: bool,
    /// Title, labels of axes and ticks.
    pub texts: Vec<PlacedText>,
    /// The legend.
    pub legend: Option<LegendLayout>,
    /// The colours of a colorbar, from bottom to top; axes have none.
    pub colors: Option<ColorScale>,
    /// The position in the figure of the axes that this is, or that this colorbar belongs to.
    pub(crate) owner: usize,
}

/// One axis as it is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AxisLayout {
    /// From data values to pixels.
    pub map: AxisMap,
    /// Where there are ticks.
    pub ticks: Vec<Tick>,
    /// On which side of the box the ticks stand.
    pub side: Side,
}

/// A tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The pixel column (or row) in which it is drawn, a whole number.
    pub at: f32,
    /// Whether it is one of the small ones between those that have a label.
    pub minor: bool,
}

/// A side of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Under it.
    Bottom,
    /// At its left.
    Left,
    /// At its right.
    Right,
}

impl AxesLayout {
    /// The rectangle around the box and all its words, in pixels.
    #[must_use]
    pub fn extent(&self) -> Rect {
        self.texts.iter().map(PlacedText::bounds).fold(self.area, union)
    }

    /// The rectangle that must find room: [`extent`](AxesLayout::extent) without what a long title or label takes along
    /// its axis.
    pub(crate) fn needed(&self) -> Rect {
        let middle = self.area.center();
        let of = |text: &PlacedText| {
            let bounds = text.bounds();
            match (text.flexible, text.anchor.angle == 0.0) {
                (false, _) => bounds,
                (true, true) => Rect { x0: middle.x, x1: middle.x, ..bounds },
                (true, false) => Rect { y0: middle.y, y1: middle.y, ..bounds },
            }
        };
        self.texts.iter().map(of).fold(self.area, union)
    }
}

/// The pixel column or row that a line at `v` is drawn in.
fn snap(v: f64) -> f32 {
    (v + 0.5).floor() as f32
}

pub(crate) fn of_axes(owner: usize, axes: &Axes, cell: Rect, to_the_right: bool, look: Look) -> AxesLayout {
    let Limited { x: lx, y: ly, aspect } = limits::of(axes);
    let area = match aspect {
        Aspect::Auto => cell,
        Aspect::Equal => cells::shrink_to(cell, shape(axes, lx, ly), to_the_right),
        Aspect::Ratio(r) => cells::shrink_to(cell, r * shape(axes, lx, ly), to_the_right),
    };
    let mut texts = Vec::new();
    let (x, y) = if axes.frame {
        (x_axis(&axes.x, lx, area, look, &mut texts), y_axis(&axes.y, ly, area, Side::Left, look, &mut texts))
    } else {
        (bare(axes.x.scale, lx, area, Side::Bottom), bare(axes.y.scale, ly, area, Side::Left))
    };
    if !axes.title.is_empty() {
        let at = Point::new(area.center().x, area.y0 - look.px(theme::TITLE_PAD));
        let anchor = Anchor { at, ha: HAlign::Center, va: VAlign::Baseline, angle: 0.0 };
        texts.push(words(axes.title.clone(), look.px(theme::TITLE_SIZE), anchor).flexible());
    }
    let legend = axes.legend.and_then(|loc| legend::of(axes, loc, area, (&x.map, &y.map), look));
    AxesLayout {
        area,
        clip: Clip::of(area),
        x,
        y,
        face: axes.face,
        frame: axes.frame,
        grid: axes.grid,
        texts,
        legend,
        colors: None,
        owner,
    }
}

/// How many times as high as wide a box is in which the units of both axes are equally long: of a log axis, the decades.
fn shape(axes: &Axes, x: Limits, y: Limits) -> f64 {
    (axes.y.scale.half_span(y) / axes.x.scale.half_span(x)).abs()
}

pub(crate) fn of_colorbar(owner: usize, label: &str, scale: ColorScale, area: Rect, look: Look) -> AxesLayout {
    let mut texts = Vec::new();
    let options = AxisOptions { label: label.into(), scale: axis_of(scale.norm), ..AxisOptions::default() };
    let y = y_axis(&options, limits::shown(options.scale, scale.limits), area, Side::Right, look, &mut texts);
    AxesLayout {
        area,
        clip: Clip::of(area),
        x: bare(Scale::Linear, Limits::new(0.0, 1.0), area, Side::Bottom),
        y,
        face: Color::WHITE,
        frame: true,
        grid: false,
        texts,
        legend: None,
        colors: Some(scale),
        owner,
    }
}

fn map_of(scale: Scale, limits: Limits, area: Rect, side: Side) -> AxisMap {
    match side {
        Side::Bottom => AxisMap::new(scale, limits, f64::from(area.x0), f64::from(area.x1)),
        Side::Left | Side::Right => AxisMap::new(scale, limits, f64::from(area.y1), f64::from(area.y0)),
    }
}

fn bare(scale: Scale, limits: Limits, area: Rect, side: Side) -> AxisLayout {
    AxisLayout { map: map_of(scale, limits, area, side), ticks: Vec::new(), side }
}

/// The axis on which a colorbar shows a norm.
fn axis_of(norm: Norm) -> Scale {
    if norm == Norm::Log { Scale::Log } else { Scale::Linear }
}

/// The ticks of an axis: those that were asked for, or those that suit the room. The second are the minor ones.
fn choose_ticks(
    options: &AxisOptions,
    limits: Limits,
    length_px: f32,
    direction: Direction,
    look: Look,
) -> (Ticks, Ticks) {
    let bins = max_bins(length_px / look.pixels_per_point, theme::FONT_SIZE, direction);
    let Some(asked) = &options.ticks else {
        let (mut major, mut minor) = ticks(options.scale, limits, bins);
        for label in major.labels.iter_mut().chain(&mut minor.labels) {
            *label = plain(label);
        }
        return (major, minor);
    };
    let mut major = fixed_ticks(options.scale, &asked.at, limits);
    if let Some(names) = &asked.names {
        let name_of = |v: &f64| asked.at.iter().position(|at| at == v).map_or("", |i| &names[i]).to_string();
        major.labels = major.positions.iter().map(name_of).collect();
        major.offset = None;
    }
    (major, Ticks::default())
}

/// A label written with a power, `$10^{-3}$`, as words: 10⁻³.
fn plain(label: &str) -> String {
    const RAISED: [(char, char); 12] = [
        ('0', '⁰'),
        ('1', '¹'),
        ('2', '²'),
        ('3', '³'),
        ('4', '⁴'),
        ('5', '⁵'),
        ('6', '⁶'),
        ('7', '⁷'),
        ('8', '⁸'),
        ('9', '⁹'),
        ('-', '⁻'),
        ('\u{2212}', '⁻'),
    ];
    let Some(math) = label.strip_prefix('$').and_then(|l| l.strip_suffix('$')) else { return label.into() };
    let math = math.replace("\\times", "×").replace("\\mathdefault", "");
    let mut out = String::new();
    let (mut power, mut depth) = (false, 0_u32);
    for c in math.chars() {
        match c {
            '^' => power = true,
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                power = power && depth > 0;
            }
            ' ' => {}
            c if power => {
                out.push(RAISED.iter().find(|(flat, _)| *flat == c).map_or(c, |(_, raised)| *raised));
                power = depth > 0;
            }
            c => out.push(c),
        }
    }
    out
}

fn x_axis(options: &AxisOptions, limits: Limits, area: Rect, look: Look, texts: &mut Vec<PlacedText>) -> AxisLayout {
    let mut axis = bare(options.scale, limits, area, Side::Bottom);
    let (chosen, minor) = choose_ticks(options, limits, area.width(), Direction::X, look);
    place_ticks(&mut axis, &chosen, &minor);
    let size = look.px(theme::FONT_SIZE);
    let top = area.y1 + look.px(theme::TICK_LENGTH + theme::TICK_PAD);
    let mut lowest = area.y1 + look.px(theme::TICK_LENGTH);
    for (v, label) in labelled(chosen.positions, chosen.labels, minor) {
        let at = Point::new(axis.map.pixel(v), top);
        let text = words(label, size, Anchor { at, ha: HAlign::Center, va: VAlign::Top, angle: 0.0 });
        lowest = lowest.max(text.bounds().y1);
        texts.push(text);
    }
    if let Some(offset) = chosen.offset {
        let at = Point::new(area.x1, lowest + look.px(theme::OFFSET_PAD));
        texts.push(words(offset, size, Anchor { at, ha: HAlign::Right, va: VAlign::Top, angle: 0.0 }));
    }
    if !options.label.is_empty() {
        let at = Point::new(area.center().x, lowest + look.px(theme::LABEL_PAD));
        let anchor = Anchor { at, ha: HAlign::Center, va: VAlign::Top, angle: 0.0 };
        texts.push(words(options.label.clone(), size, anchor).flexible());
    }
    axis
}

fn y_axis(
    options: &AxisOptions,
    limits: Limits,
    area: Rect,
    side: Side,
    look: Look,
    texts: &mut Vec<PlacedText>,
) -> AxisLayout {
    let mut axis = bare(options.scale, limits, area, side);
    let (chosen, minor) = choose_ticks(options, limits, area.height(), Direction::Y, look);
    place_ticks(&mut axis, &chosen, &minor);
    let size = look.px(theme::FONT_SIZE);
    // the distances from the edge of the box grow to the left or to the right
    let (edge, outward, ha) = match side {
        Side::Right => (area.x1, 1.0, HAlign::Left),
        _ => (area.x0, -1.0, HAlign::Right),
    };
    let mut farthest = look.px(theme::TICK_LENGTH);
    for (v, label) in labelled(chosen.positions, chosen.labels, minor) {
        let x = edge + outward * look.px(theme::TICK_LENGTH + theme::TICK_PAD);
        let anchor = Anchor { at: Point::new(x, axis.map.pixel(v)), ha, va: VAlign::CenterBaseline, angle: 0.0 };
        let text = words(label, size, anchor);
        let taken = text.bounds();
        farthest = farthest.max((taken.x0 - edge) * outward).max((taken.x1 - edge) * outward);
        texts.push(text);
    }
    if let Some(offset) = chosen.offset {
        let at = Point::new(edge, area.y0 - look.px(theme::OFFSET_PAD));
        let ha = if side == Side::Right { HAlign::Right } else { HAlign::Left };
        texts.push(words(offset, size, Anchor { at, ha, va: VAlign::Baseline, angle: 0.0 }));
    }
    if !options.label.is_empty() {
        let x = edge + outward * (farthest + look.px(theme::LABEL_PAD));
        let anchor = Anchor { at: Point::new(x, area.center().y), ha, va: VAlign::Center, angle: 90.0 };
        texts.push(words(options.label.clone(), size, anchor).flexible());
    }
    axis
}

/// The ticks of both kinds that have words beside them.
fn labelled(positions: Vec<f64>, labels: Vec<String>, minor: Ticks) -> impl Iterator<Item = (f64, String)> {
    let minor = minor.positions.into_iter().zip(minor.labels);
    positions.into_iter().zip(labels).chain(minor).filter(|(_, label)| !label.is_empty())
}

fn place_ticks(axis: &mut AxisLayout, major: &Ticks, minor: &Ticks) {
    let at = |v: f64, minor: bool| Tick { at: snap(axis.map.pixel_f64(v)), minor };
    let major = major.positions.iter().map(|&v| at(v, false));
    let ticks = major.chain(minor.positions.iter().map(|&v| at(v, true))).filter(|t| t.at.is_finite()).collect();
    axis.ticks = ticks;
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn powers_are_raised() {
        assert_eq!(plain("$10^{3}$"), "10³");
        assert_eq!(plain("$10^{-12}$"), "10⁻¹²");
        assert_eq!(plain("$2\\times 10^{-1}$"), "2×10⁻¹");
        assert_eq!(plain("0.5"), "0.5");
    }
}
