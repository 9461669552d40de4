use super::*;

#[test]
fn a_part_has_a_name_that_is_not_too_long() {
    let part = |name: &str| part_name(name.as_ref(), 0).into_string().expect("Unicode");
    assert_eq!(part("movie.mp4"), "movie.part.mp4");
    assert_eq!(part("movie"), "movie.part");
    assert_eq!(part(".gif"), ".gif.part");
    assert_eq!(part_name("movie.mp4".as_ref(), 12), "movie.part-12.mp4");
    let name = format!("1{}2.gif", "x".repeat(249));
    assert_eq!(part(&name), format!("{}2.part.gif", "x".repeat(245)));
    // whole letters only, also twice over
    let name = format!("{}a.mp4", "ö".repeat(125));
    assert_eq!(part(&name).len(), 254);
    let twice = part(&part(&name));
    assert!(twice.len() <= 255 && twice != part(&name), "{twice}");
    // what the system will refuse
    assert_eq!(part(&"x".repeat(256)).len(), 261);
}
