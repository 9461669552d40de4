use super::*;

/// matplotlib.axes._base._process_plot_format(text) = (linestyle, marker, colour as hex), `-` for its `None`.
const TABLE: &str = include_str!("../../../tests/data/fmt.tsv");

#[test]
fn texts_mean_what_matplotlib_means_by_them() {
    let mut rows = 0;
    for row in TABLE.lines().filter(|r| !r.starts_with('#')) {
        let mut cells = row.split('\t');
        let text = cells.next().unwrap_or_default();
        let got = parse_fmt(text);
        let Some(style) = cells.next().filter(|s| *s != "error") else {
            assert!(got.is_err(), "{text:?} was taken as {got:?}");
            rows += 1;
            continue;
        };
        let given = |s: &str| (s != "unset").then(|| s.to_owned());
        let marker = cells.next().and_then(given);
        let color = cells.next().and_then(given);
        let expected = Fmt {
            linestyle: given(style).map(|s| LineStyle::parse(&s).expect("a style")),
            marker: marker.map(|m| m.parse::<char>().ok().and_then(Marker::from_char).unwrap_or(Marker::None)),
            color: color.map(|c| Color::parse(&c).expect("a colour")),
        };
        assert_eq!(got, Ok(expected), "{text:?}");
        rows += 1;
    }
    assert!(rows > 150, "{rows} rows");
}

#[test]
fn errors_say_what_is_wrong() {
    let message = |text| parse_fmt(text).expect_err(text);
    assert_eq!(message("--:"), "`--:` is not a valid format string (two line styles)");
    assert!(message("ox").contains("two markers"));
    assert!(message("kr").contains("two colours"));
    assert!(message("Co").contains("followed by a number"));
    assert!(message("k-q").contains("`q`"));
    assert!(message("é").contains("`é`"));
}
