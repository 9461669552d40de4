//! Path data: lines and curves in hundredths of a pixel, each from the end of the one before.
//!
//! A hundredth is what lines are simplified to, and steps are shorter than places. They are differences of whole hundredths, so
//! that they add up exactly.

use crate::export::svg::xml;
use crate::export::trace::Trace;
use crate::geom::Point;

/// Path data in the making.
#[derive(Debug)]
pub(super) struct Data {
    pub(super) out: String,
    decimals: u32,
    at: (i64, i64),
    start: (i64, i64),
    /// The command that numbers alone go on with.
    going: char,
}

impl Data {
    /// With so many decimals.
    pub(super) const fn new(decimals: u32) -> Self {
        Self { out: String::new(), decimals, at: (0, 0), start: (0, 0), going: ' ' }
    }

    fn place(&self, x: f64, y: f64) -> (i64, i64) {
        let one = 10_u64.pow(self.decimals) as f64;
        let whole = |v: f64| (v.clamp(-1e9, 1e9) * one).round() as i64;
        (whole(x), whole(y))
    }

    fn command(&mut self, command: char) {
        if self.going != command {
            self.going = command;
            self.out.push(command);
        }
    }

    /// Numbers are told apart by a space, a minus or the command before.
    fn pair(&mut self, (x, y): (i64, i64)) {
        for &value in &[x, y] {
            if value >= 0 && self.out.ends_with(|c: char| c.is_ascii_digit()) {
                self.out.push(' ');
            }
            xml::whole(&mut self.out, value, self.decimals);
        }
    }

    fn by(&self, to: (i64, i64)) -> (i64, i64) {
        (to.0 - self.at.0, to.1 - self.at.1)
    }

    pub(super) fn quad_to(&mut self, control: Point, to: Point) {
        self.curve('q', &[control, to]);
    }

    fn curve(&mut self, command: char, points: &[Point]) {
        self.command(command);
        let mut to = self.at;
        for p in points {
            to = self.place(p.x.into(), p.y.into());
            self.pair(self.by(to));
        }
        self.at = to;
    }
}

impl Trace for Data {
    fn move_to(&mut self, x: f64, y: f64) {
        let to = self.place(x, y);
        self.command('M');
        self.pair(to);
        // more numbers would be lines to places
        self.going = ' ';
        (self.at, self.start) = (to, to);
    }

    fn line_to(&mut self, x: f64, y: f64) {
        let to = self.place(x, y);
        let by = self.by(to);
        self.command('l');
        self.pair(by);
        self.at = to;
    }

    fn cubic_to(&mut self, controls: [Point; 2], to: Point) {
        self.curve('c', &[controls[0], controls[1], to]);
    }

    fn close(&mut self) {
        self.out.push('z');
        self.going = 'z';
        self.at = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::trace;
    use crate::geom::{Path, Rect};

    const fn p(x: f32, y: f32) -> Point {
        Point::new(x, y)
    }

    #[test]
    fn steps_add_up() {
        let mut data = Data::new(2);
        let third = |i: u32| f64::from(i) / 3.0;
        trace::line(&mut data, &(0..4).map(|i| (third(i), 10.0 - third(i))).collect::<Vec<_>>());
        assert_eq!(data.out, "M0 10l.33-.33 .34-.34 .33-.33");
        trace::polygon(&mut data, &[p(1.0, 1.0), p(f32::NAN, 2.0), p(2.0, 1.0), p(2.0, 3.5)]);
        trace::polygon(&mut data, &[p(f32::INFINITY, 0.0)]);
        assert_eq!(&data.out[29..], "M1 1l1 0 0 2.5z");
    }

    #[test]
    fn paths_are_what_they_are_for_pixels() {
        let of = |build: &dyn Fn(&mut Path)| {
            let (mut data, mut path) = (Data::new(2), Path::new());
            build(&mut path);
            trace::path(&mut data, &path);
            data.out
        };
        let nan = p(f32::NAN, 0.0);
        assert_eq!(of(&|path| _ = path.line_to(p(1.0, 2.0)).line_to(p(3.0, 2.0))), "M1 2l2 0");
        assert_eq!(
            of(&|path| _ = path.move_to(p(1.0, 2.0)).line_to(p(3.0, 2.0)).close().line_to(p(0.0, 0.0))),
            "M1 2l2 0zM1 2l-1-2"
        );
        assert_eq!(
            of(&|path| _ = path.move_to(nan).line_to(p(3.0, 2.0)).line_to(nan).line_to(p(4.0, 2.0)).close()),
            "M3 2l1 0z"
        );
        assert_eq!(
            of(&|path| _ = path.move_to(p(1.0, 1.0)).cubic_to(p(1.0, 2.0), p(2.0, 3.0), p(3.0, 3.0))),
            "M1 1c0 1 1 2 2 2"
        );
        assert_eq!(of(&|path| _ = path.move_to(p(1.0, 1.0)).cubic_to(nan, p(2.0, 3.0), p(3.0, 3.0))), "M1 1l2 2");
        assert_eq!(of(&|path| *path = Path::rect(Rect::new(0.0, 0.0, 2.0, 1.0))), "M0 0l2 0 0 1-2 0z");
        assert_eq!(of(&|path| _ = path.close().close()), "");
        assert_eq!(of(&|_| {}), "");
    }
}
