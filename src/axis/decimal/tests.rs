use super::*;

#[test]
fn powers() {
    for n in -330..=310 {
        assert_eq!(pow10(n), format!("1e{n}").parse::<f64>().expect("a number"), "{n}");
    }
}

#[test]
fn floors_of_logarithms() {
    // math.floor(math.log10(x)) in Python 3
    let table = [
        (1.0, 0),
        (9.999_999_999_999_998, 0),
        (10.0, 1),
        (0.1, -1),
        (0.099_999_999_999_999_99, -1),
        (0.999_999_999_999_999_9, -1),
        (999.999_999_999_999_9, 3),
        (999.999_999_999_999, 2),
        (1e23, 23),
        (1e-5, -5),
        (9.999_999_999_999_999e-6, -5),
        (9.999_999_999_999_99e-6, -5),
        (9.999_999_999_999_9e-6, -6),
        (9.999_999_999_999_985e-5, -5),
        (5e-324, -324),
        (1.797_693_134_862_315_7e308, 308),
        (123_456.789, 5),
        (2e-7, -7),
    ];
    for (x, floor) in table {
        assert_eq!(floor_log10(x), floor, "{x:e}");
    }
    for n in -307..=308 {
        assert_eq!(floor_log10(pow10(n)), n, "1e{n}");
    }
}

#[test]
fn division_rounds_down() {
    // divmod(x, step) in Python 3
    let table = [
        (7.0, 2.0, 3.0, 1.0),
        (-7.0, 2.0, -4.0, 1.0),
        (7.0, -2.0, -4.0, -1.0),
        (-0.3, 0.1, -3.0, 2.775_557_561_562_891_4e-17),
        (0.3, 0.1, 2.0, 0.099_999_999_999_999_98),
        (1.0, 0.1, 9.0, 0.099_999_999_999_999_95),
    ];
    for (x, step, quotient, rest) in table {
        assert_eq!(div_mod(x, step), (quotient, rest), "{x} / {step}");
    }
}
