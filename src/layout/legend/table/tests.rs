use super::{Limit, Table};
use crate::artist::ArtistExt as _;
use crate::artists::Line;
use crate::figure::{Figure, Legend};
use crate::geom::{Rect, Size};
use crate::layout::legend::entries::shown;
use crate::layout::memo::Memo;
use crate::layout::words::Look;
use crate::text::Face;

/// What a table was made of is not measured once more, neither for another nor where it is written.
#[test]
fn words_are_measured_once() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Line::new([0, 1], [0, 1]).label("first"));
    let legend = Legend::new().title("both");
    let memo = Memo::new();
    let (fonts, theme) = (fig.typefaces(), fig.shared_theme());
    let look = Look { pixels_per_point: 1.0, size: Size::new(640, 480), fonts, theme, memo: &memo };
    let figure = Rect::new(0.0, 0.0, 640.0, 480.0);
    let limit = Limit { width: 640.0, height: 480.0, figure, wide: false };
    let table = Table::fitting(&shown(&fig, &legend, &[0]), &legend, limit, look);
    for words in ["first", "both", "l"] {
        let known = memo.measured(words, table.em, Face::Sans, || panic!("{words} was not kept"));
        assert_eq!(known.height, look.measured(Face::Sans, words, table.em).height);
    }
}
