use super::*;

/// FNV-1a over the bytes of a table.
fn checksum(table: &[[u8; 3]]) -> u64 {
    table.iter().flatten().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3))
}

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("{r:02x}{g:02x}{b:02x}")
}

#[test]
fn every_table_is_matplotlibs_also_backward() {
    // made by make_colors.py: name, entries, FNV-1a of matplotlib.colormaps[name](range(entries), bytes=True), and nine of them
    let table = include_str!("../../../tests/data/colormaps.tsv");
    let mut rows = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, entries, sum, colors] = fields[..] else { panic!("{line}") };
        let map = Colormap::from_name(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(map.name(), name);
        let lut = map.lut();
        assert_eq!(lut.len().to_string(), entries, "{name}");
        let picked: Vec<String> = (0..9).map(|i| hex(lut[i * (lut.len() - 1) / 8])).collect();
        assert_eq!(picked.join(" "), colors, "{name}");
        assert_eq!(format!("{:016x}", checksum(lut)), sum, "{name}");
        assert_eq!(map.is_listed(), lut.len() < 256, "{name}");
        assert_eq!(map.reversed().reversed(), map, "{name}");
        rows += 1;
    }
    assert_eq!(rows, 2 * Colormap::names().count());
}

#[test]
fn the_entry_is_the_floor_of_t_times_n() {
    // matplotlib.colormaps["viridis"](t, bytes=True)
    let table = [
        (-0.0, [68, 1, 84]),
        (0.003_906_249, [68, 1, 84]),
        (0.003_906_25, [68, 2, 85]),
        (0.5, [32, 144, 140]),
        (0.996_09, [250, 230, 34]),
        (0.999, [253, 231, 36]),
        (1.0, [253, 231, 36]),
        (1.5, [253, 231, 36]),
        (-1e-300, [68, 1, 84]),
        (f64::INFINITY, [253, 231, 36]),
        (f64::NEG_INFINITY, [68, 1, 84]),
    ];
    for (t, rgb) in table {
        assert_eq!(Colormap::VIRIDIS.at(t).channels(), rgb, "{t}");
    }
    assert_eq!(Colormap::VIRIDIS.at(f64::NAN), Color::rgba(0, 0, 0, 0));
}

#[test]
fn own_colours_for_under_over_and_bad() {
    let map = Colormap::GRAY.with_under("red").with_over("blue").with_bad("lime");
    assert_eq!(map.at(-1e-9), Color::RED);
    assert_eq!(map.at(0.0), Color::BLACK);
    assert_eq!(map.at(1.0), Color::WHITE);
    assert_eq!(map.at(1.0 + 1e-9), Color::BLUE);
    assert_eq!(map.at(f64::NAN), Color::rgb(0, 255, 0));
    assert_ne!(map, Colormap::GRAY);
    assert_eq!(map.reversed().at(-1.0), Color::BLUE);
    assert_eq!(map.reversed().reversed(), map);
}

#[test]
fn own_maps_are_matplotlibs_from_list() {
    // LinearSegmentedColormap.from_list("x", ["red", "lime", "navy", "#ffa500"])
    let map = Colormap::from_colors("x", &["red", "lime", "navy", "#ffa500"]);
    assert_eq!(map.lut().len(), 256);
    assert_eq!(checksum(map.lut()), 0x4369_5c69_3af0_b636);
    assert_eq!(Colormap::from_colors("one", &[Color::RED]).at(0.3), Color::RED);
    let classes = Colormap::listed("classes", &["red", "blue"]);
    assert_eq!((classes.at(0.49), classes.at(0.5), classes.at(1.0)), (Color::RED, Color::BLUE, Color::BLUE));
}

#[test]
fn names() {
    assert_eq!(Colormap::from_name("rdbu_r"), Some(Colormap::RDBU.reversed()));
    assert_eq!(Colormap::from_name("RdBu_r").map(|m| m.name().to_owned()).as_deref(), Some("RdBu_r"));
    assert_eq!(Colormap::from_name("virids"), None);
    assert_eq!(Colormap::from_name("_r"), None);
    assert!(unknown("virids_r").contains("`viridis`"));
    assert!(unknown("spectrl").contains("`Spectral`"));
    assert!(unknown("qqqqq").contains("names()"));
    assert_eq!("magma".into_colormap(), Colormap::MAGMA);
}

#[test]
#[should_panic(expected = "at least one colour")]
fn no_colours_panic() {
    let _ = Colormap::from_colors("none", &[] as &[Color]);
}
