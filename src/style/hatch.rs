//! Hatches: lines and small shapes over an area.

use crate::geom::{Path, Point, Rect};
use crate::style::{Color, theme};

/// Lines or small shapes over an area: matplotlib's `hatch`. They are a pattern that covers the figure, of which an area shows what
/// lies within it.
///
/// ```
/// use grabframe::{Color, Hatch};
/// let mut hatch = Hatch::new("//");
/// assert_eq!((hatch.pattern(), hatch.color, hatch.width), ("//", Color::BLACK, 1.0));
/// hatch.color = Color::rgb(214, 39, 40);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Hatch {
    pattern: String,
    /// Of lines and shapes.
    pub color: Color,
    /// How wide lines are, in points.
    pub width: f32,
}

/// The side of the square that a pattern repeats in: an inch, in points.
pub(crate) const TILE: f32 = 72.0;
/// So many lines, or rows of shapes, in that square for each letter.
const PER_LETTER: usize = 6;
/// More letters of a kind than this leave nothing free.
const MOST: usize = 12;
/// The points of a star. Between two of them it is half as far from its middle.
const STAR: [(f32, f32); 5] = [
    (0.0, -1.0),
    (-0.951_056_5, -0.309_017),
    (-0.587_785_25, 0.809_017),
    (0.587_785_25, 0.809_017),
    (0.951_056_5, -0.309_017),
];

impl Hatch {
    /// Of matplotlib's letters: `/` and `\` slant, `|` stands, `-` lies, `+` does both, `x` and `X` slant both ways, `o` are small rings,
    /// `O` larger ones, `.` dots and `*` stars. They may be mixed, and each that is repeated is denser. Black, lines 1 point wide.
    ///
    /// # Panics
    /// If another letter is among them.
    #[must_use]
    #[track_caller]
    pub fn new(pattern: &str) -> Self {
        if let Some(other) = pattern.chars().find(|c| !"/\\|-+xXoO.*".contains(*c)) {
            panic!("`{other}` is no hatch; known are / \\ | - + x X o O . * and several of them");
        }
        Self { pattern: pattern.into(), color: theme::EDGE, width: theme::HATCH_WIDTH }
    }

    /// Its letters.
    #[must_use]
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// How many lines or rows there are in a tile of what is written with these letters.
    fn per_tile(&self, letters: &str) -> usize {
        self.pattern.chars().filter(|c| letters.contains(*c)).count().min(MOST) * PER_LETTER
    }

    /// What of it lies in a rectangle: what is drawn with a pen so wide, and what is filled. Lengths in pixels.
    pub(crate) fn within(&self, around: Rect, tile: f32, width: f32) -> (Path, Path) {
        let (mut lines, mut filled) = (Path::new(), Path::new());
        // where lines, or shapes with so wide a border, are wider than they are apart, nothing is left free
        for letters in ["-+", "|+", "/xX", "\\xX", "o", "O", ".", "*"] {
            if width * self.per_tile(letters) as f32 >= 2.0 * tile {
                filled.append(&Path::rect(around));
                return (lines, filled);
            }
        }
        let around = around.expanded(width);
        for (letters, course) in
            [("-+", Course::Level), ("|+", Course::Upright), ("/xX", Course::Rising), ("\\xX", Course::Falling)]
        {
            let count = self.per_tile(letters);
            if count > 0 {
                course.lines(around, tile / count as f32, &mut lines);
            }
        }
        for letter in ["o", "O", ".", "*"] {
            let rows = self.per_tile(letter);
            if rows == 0 {
                continue;
            }
            let apart = tile / rows as f32;
            for_each_place(around, apart, &mut |at| match letter {
                "." => disc(&mut filled, at, 0.1 * apart + width / 2.0, false),
                "*" => {
                    star(&mut filled, at, apart / 3.0);
                    star(&mut lines, at, apart / 3.0);
                }
                _ => {
                    let radius = apart * if letter == "o" { 0.2 } else { 0.35 };
                    disc(&mut filled, at, radius + width / 2.0, false);
                    let inner = 0.9 * radius - width / 2.0;
                    if inner > 0.0 {
                        disc(&mut filled, at, inner, true);
                    }
                }
            });
        }
        (lines, filled)
    }
}

/// Which way lines go.
#[derive(Clone, Copy)]
enum Course {
    Level,
    Upright,
    Rising,
    Falling,
}

impl Course {
    /// Those within a rectangle of which there is one in each length `apart`; slanting ones are twice as far from one another along x.
    fn lines(self, Rect { x0, y0, x1, y1 }: Rect, apart: f32, out: &mut Path) {
        let mut line = |a: (f32, f32), b: (f32, f32)| {
            out.move_to(Point::new(a.0, a.1)).line_to(Point::new(b.0, b.1));
        };
        match self {
            // in the middle of each length
            Self::Level => steps(y0 / apart - 0.5, y1 / apart - 0.5, &mut |k| {
                let y = (k + 0.5) * apart;
                line((x0, y), (x1, y));
            }),
            Self::Upright => steps(x0 / apart - 0.5, x1 / apart - 0.5, &mut |k| {
                let x = (k + 0.5) * apart;
                line((x, y0), (x, y1));
            }),
            Self::Rising => steps((x0 + y0) / (2.0 * apart), (x1 + y1) / (2.0 * apart), &mut |k| {
                let sum = k * 2.0 * apart;
                let (from, to) = ((sum - y1).max(x0), (sum - y0).min(x1));
                line((from, sum - from), (to, sum - to));
            }),
            Self::Falling => steps((x0 - y1) / (2.0 * apart), (x1 - y0) / (2.0 * apart), &mut |k| {
                let off = k * 2.0 * apart;
                let (from, to) = ((y0 + off).max(x0), (y1 + off).min(x1));
                line((from, from - off), (to, to - off));
            }),
        }
    }
}

/// The whole numbers of an interval.
fn steps(from: f32, to: f32, each: &mut dyn FnMut(f32)) {
    for k in from.ceil() as i32..=to.floor() as i32 {
        each(k as f32);
    }
}

/// The places of shapes that reach into a rectangle, in rows so far from one another; every other row is shifted by half.
fn for_each_place(Rect { x0, y0, x1, y1 }: Rect, apart: f32, each: &mut dyn FnMut(Point)) {
    steps(y0 / apart - 1.0, y1 / apart + 1.0, &mut |row| {
        let shift = if row as i32 % 2 == 0 { 0.0 } else { 0.5 };
        steps(x0 / apart - 1.0 - shift, x1 / apart + 1.0 - shift, &mut |k| {
            each(Point::new((k + shift) * apart, row * apart));
        });
    });
}

/// Adds a disc, or, the other way round, a hole.
fn disc(out: &mut Path, Point { x, y }: Point, radius: f32, hole: bool) {
    let across = if hole { -radius } else { radius };
    out.append(&Path::ellipse(Rect::new(x - across, y - radius, x + across, y + radius)));
}

fn star(out: &mut Path, at: Point, radius: f32) {
    let mut corners = [at; 10];
    for (k, (x, y)) in STAR.into_iter().enumerate() {
        corners[2 * k] = Point::new(at.x + x * radius, at.y + y * radius);
        // between two points, and opposite to a third
        let (x, y) = STAR[(k + 3) % 5];
        corners[2 * k + 1] = Point::new(at.x - x * radius / 2.0, at.y - y * radius / 2.0);
    }
    out.polygon(&corners);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Verb;

    const AROUND: Rect = Rect::new(0.0, 0.0, 72.0, 72.0);

    fn counted(pattern: &str) -> (usize, usize) {
        let (lines, filled) = Hatch::new(pattern).within(AROUND, TILE, 0.0);
        let begun = |path: &Path| path.verbs().iter().filter(|verb| matches!(verb, Verb::Move(_))).count();
        (begun(&lines), begun(&filled))
    }

    #[test]
    fn a_tile_has_as_many_lines_as_matplotlibs() {
        assert_eq!(counted("-"), (6, 0));
        assert_eq!(counted("||"), (12, 0));
        assert_eq!(counted("+"), (12, 0));
        // one through each of two corners
        assert_eq!(counted("/"), (7, 0));
        assert_eq!(counted("\\\\"), (13, 0));
        assert_eq!(counted("x"), (14, 0));
        assert_eq!(counted(""), (0, 0));
        // rows of nine and eight by turns, with those that reach in from outside
        assert_eq!(counted("."), (0, 9 * 9 - 5));
        assert_eq!(counted("*").0, counted("*").1);
        assert_eq!(counted("o").1, 2 * counted(".").1);
        assert_eq!(counted(&"-".repeat(1000)), counted(&"-".repeat(12)));
    }

    #[test]
    fn lines_are_where_matplotlib_has_them() {
        let (lines, _) = Hatch::new("/").within(Rect::new(0.0, 0.0, 30.0, 30.0), TILE, 0.0);
        // corners of the tile lie on a line, and so do those of its sixths, every second
        let p = Point::new;
        assert_eq!(lines.verbs()[2..4], [Verb::Move(p(0.0, 24.0)), Verb::Line(p(24.0, 0.0))]);
        let (lines, _) = Hatch::new("-").within(Rect::new(5.0, 0.0, 30.0, 10.0), TILE, 0.0);
        assert_eq!(lines.verbs(), [Verb::Move(p(5.0, 6.0)), Verb::Line(p(30.0, 6.0))]);
    }

    #[test]
    fn unknown_letters_are_refused() {
        let said = std::panic::catch_unwind(|| Hatch::new("/#")).unwrap_err();
        assert!(said.downcast_ref::<String>().is_some_and(|said| said.contains("`#` is no hatch")));
    }
}
