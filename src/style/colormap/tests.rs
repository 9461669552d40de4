use super::*;

/// FNV-1a over the bytes of a table.
fn checksum(table: &[[u8; 3]]) -> u64 {
    table.iter().flatten().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3))
}

#[test]
fn every_table_is_matplotlibs() {
    // name, entries, FNV-1a of (cmap._lut[:N, :3] * 255).astype(uint8)
    let table = [
        ("viridis", 256, 0x90c6_ad65_c23a_4182),
        ("plasma", 256, 0xf6c4_3510_9a1e_c502),
        ("inferno", 256, 0x6141_c43a_1976_21e9),
        ("magma", 256, 0x31dd_e46d_7e81_9339),
        ("cividis", 256, 0x4ba4_0aeb_8cf0_b6c5),
        ("turbo", 256, 0x4ee0_5738_aea3_685a),
        ("twilight", 510, 0x3ea3_d62a_dd77_3f83),
        ("coolwarm", 256, 0x8342_9c8f_4f39_167e),
        ("rainbow", 256, 0xf05a_ae85_cdd8_62ff),
        ("cubehelix", 256, 0xdcf2_f214_b12a_7a19),
        ("Blues", 256, 0xb45d_22e4_1bc2_e108),
        ("Greens", 256, 0x05a7_69c2_9dbe_0547),
        ("Reds", 256, 0x0842_29f6_4ac1_d992),
        ("Oranges", 256, 0xb5c0_c678_02ba_b4ac),
        ("Purples", 256, 0x7e10_1f2d_4935_5ec4),
        ("Greys", 256, 0x3083_aeee_fcac_300d),
        ("YlOrRd", 256, 0xfcd0_6d4d_1327_a52d),
        ("YlOrBr", 256, 0x1062_2b99_f710_121e),
        ("YlGnBu", 256, 0x9f6d_30ad_685c_d7a7),
        ("YlGn", 256, 0xa5f9_f9fe_df06_9530),
        ("OrRd", 256, 0xfe64_8c33_d363_93f9),
        ("PuRd", 256, 0xa6c8_3d70_3767_9de7),
        ("RdPu", 256, 0x2023_abd5_760e_ab1f),
        ("BuPu", 256, 0xa3b0_0663_66f4_726d),
        ("GnBu", 256, 0xecc8_4807_dfef_c47c),
        ("PuBu", 256, 0x54b7_fc0f_3971_2dc5),
        ("PuBuGn", 256, 0x7b08_ce3a_b2e3_3e82),
        ("BuGn", 256, 0xff23_c4bf_c72b_f8ea),
        ("RdBu", 256, 0xdcfe_4dcf_92ee_5385),
        ("RdYlBu", 256, 0xcf7a_ff6d_8dcd_4c40),
        ("RdYlGn", 256, 0x6a9c_3c1a_1f35_b81d),
        ("Spectral", 256, 0x1180_5219_2865_c237),
        ("BrBG", 256, 0x6da4_eb73_5101_3b9d),
        ("PiYG", 256, 0x9a50_6b61_ded3_85d2),
        ("PRGn", 256, 0x709a_2cec_db56_73d0),
        ("PuOr", 256, 0xab42_6b20_8ef1_395b),
        ("RdGy", 256, 0xf14b_9cf4_1878_9618),
        ("gray", 256, 0x3298_0c90_1ef4_f3d5),
        ("binary", 256, 0x8a92_8087_8dc7_5f2d),
        ("bone", 256, 0x8211_0305_59dc_9a3f),
        ("copper", 256, 0x2b81_f8ec_0439_4a8b),
        ("cool", 256, 0x96c3_8db4_7280_5fe5),
        ("spring", 256, 0x8fa8_3f21_6bc4_b125),
        ("summer", 256, 0xaf5e_7936_b191_c536),
        ("autumn", 256, 0x6c40_2e1b_a37f_bc95),
        ("winter", 256, 0x33e8_190f_cc11_99e5),
        ("hot", 256, 0x3075_a15c_4f28_900c),
        ("jet", 256, 0x5c42_533c_a247_9ecc),
        ("hsv", 256, 0x15df_ffd7_0c98_cb6a),
        ("bwr", 256, 0x0690_d6a7_7c1d_c271),
        ("seismic", 256, 0xd07e_61a4_489b_c0d2),
        ("terrain", 256, 0xb464_75a5_f607_3123),
        ("tab10", 10, 0xb609_92bc_0e02_f729),
        ("tab20", 20, 0xf13b_90b3_373d_297a),
        ("tab20b", 20, 0x756c_9321_cf37_50dc),
        ("tab20c", 20, 0x922d_b513_0b6b_d1c5),
        ("Set1", 9, 0x5047_e255_db95_bcee),
        ("Set2", 8, 0x82a7_8c31_52ba_0ed2),
        ("Set3", 12, 0xc1e8_f2d4_c72e_8c4e),
        ("Paired", 12, 0x9d62_c0ec_d3c7_9513),
        ("Accent", 8, 0x863c_f8c3_cefb_7651),
        ("Dark2", 8, 0xf7b4_10f1_25b6_37ab),
        ("Pastel1", 9, 0xcbd4_9068_7ccc_236a),
        ("Pastel2", 8, 0x1ae2_2067_c3e0_d537),
    ];
    assert_eq!(Colormap::names().count(), table.len());
    for (name, entries, sum) in table {
        let map = Colormap::from_name(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(map.name(), name);
        assert_eq!(map.lut().len(), entries, "{name}");
        assert_eq!(checksum(map.lut()), sum, "{name}");
    }
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
