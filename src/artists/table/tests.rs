use super::*;
use crate::geom::Size;
use crate::text::Fonts;

/// The axes of matplotlib's default figure.
fn ruler() -> Obstacles {
    Obstacles::new(Rect::new(80.0, 57.6, 576.0, 427.2), Size::new(640, 480), 100.0 / 72.0, (Fonts::NONE, None))
}

fn sample() -> Table {
    let table =
        Table::new([["1.2", "0.3", "12"], ["0.8", "0.1", "a long one, very much so"]]).col_widths([0.2, 0.2, 0.3]);
    table.col_labels(["mean", "sd", "n"]).row_labels(["control", "drug"])
}

// matplotlib 3.11: the extents of cells (0, 0), (2, 2) and (1, -1), measured twice, as the second frame of a movie has them
#[test]
fn cells_are_where_matplotlib_has_them() {
    let ruler = ruler();
    for (loc, want) in [
        (
            "upper right",
            [[218.88, 64.99, 318.08, 81.66], [417.28, 98.33, 566.08, 114.99], [177.14, 81.66, 218.88, 98.33]],
        ),
        ("bottom", [[154.4, 427.2, 253.6, 443.87], [352.8, 460.53, 501.6, 477.2], [112.66, 443.87, 154.4, 460.53]]),
        ("left", [[-267.2, 217.4, -168.0, 234.07], [-68.8, 250.73, 80.0, 267.4], [-308.94, 234.07, -267.2, 250.73]]),
    ] {
        let table = sample().loc(loc);
        let measured = table.measured(
            &|written| ruler.written_bounds(written).width(),
            ruler.area(),
            (ruler.px(1.0), &|points| ruler.length(points)),
        );
        assert_eq!(measured.fontsize, 7.0, "{loc}");
        // column labels, then a label and three cells, twice
        for (at, want) in [0, 10, 3].into_iter().zip(want) {
            let Rect { x0, y0, x1, y1 } = measured.cells[at].rect;
            let near = [x0, y0, x1, y1].iter().zip(want).all(|(a, b)| (a - b).abs() < 1.1);
            assert!(near, "{loc} {at}: {:?} and not {want:?}", measured.cells[at].rect);
        }
    }
}

#[test]
fn cells_fill_the_rectangle_that_they_are_given() {
    let (table, ruler) = (sample().bbox([0.25, 0.5, 0.5, 0.25]), ruler());
    let taken = table.taken(&ruler).unwrap();
    assert!((taken.x1 - (80.0 + 0.75 * 496.0)).abs() < 0.01 && (taken.y1 - (427.2 - 0.5 * 369.6)).abs() < 0.01);
    assert!((taken.y0 - (427.2 - 0.75 * 369.6)).abs() < 0.01);
    // letters are made to fit what the cells are in the end
    let small = sample().bbox([0.0, 0.0, 0.1, 0.1]);
    let measured = small.measured(
        &|written| ruler.written_bounds(written).width(),
        ruler.area(),
        (ruler.px(1.0), &|points| ruler.length(points)),
    );
    assert!(measured.fontsize <= 2.0, "{}", measured.fontsize);
}

#[test]
fn empty_tables_are_nothing() {
    let none: [[&str; 0]; 0] = [];
    assert_eq!(Table::new(none).taken(&ruler()), None);
    assert_eq!(Table::new([[""; 0]; 3]).taken(&ruler()), None);
    assert_eq!(Table::new([[1.5]]).cell(0, 0), Some("1.5"));
    assert_eq!(Table::new([[1.5]]).cell(1, 0), None);
}
