use super::*;

#[test]
fn cycles_begin_anew() {
    let cycle = Cycle::colors(["r", "g", "b"]) + Cycle::markers(["o", "s", "^"]);
    assert_eq!((cycle.len(), cycle.color(4)), (3, Some(Color::GREEN)));
    assert_eq!((cycle.marker(5), cycle.linestyle(5)), (Some(&Marker::TriangleUp), None));
    assert!(Cycle::default().is_empty());
    let list: Cycle = ["r", "b"].value();
    assert_eq!(list, Cycle::colors([Color::RED, Color::BLUE]));
    let named: Cycle = "tab10".value();
    assert_eq!(named, Cycle::colors((0..10).map(Color::cycle)));
}

#[test]
#[should_panic(expected = "equally long, and these have 2 and 3 turns")]
fn cycles_of_different_lengths_are_not_added() {
    let _ = Cycle::colors(["r", "g"]) + Cycle::linestyles(["-", "--", ":"]);
}

#[test]
#[should_panic(expected = "both cycles have colours")]
fn there_is_one_cycle_of_colours() {
    let _ = Cycle::colors(["r"]) + Cycle::colors(["g"]);
}

#[test]
#[should_panic(expected = "`tab11` is not a cycle")]
fn a_name_that_is_none() {
    let _: Cycle = "tab11".value();
}
