use super::*;

fn labels(format: &Format, at: &[f64], (lo, hi): (f64, f64)) -> Vec<String> {
    format.labels(&Scale::Linear, at, Limits::new(lo, hi), false).0
}

#[test]
fn percents_have_as_many_decimals_as_the_axis_needs() {
    let at = [0.0, 0.25, 0.5];
    assert_eq!(labels(&Format::percent(1), &at, (0.0, 0.55)), ["0%", "25%", "50%"]);
    assert_eq!(labels(&Format::percent(1), &[0.0, 0.02, 0.04], (0.0, 0.045)), ["0.00%", "2.00%", "4.00%"]);
    assert_eq!(labels(&Format::percent(50), &[-25.0, -0.001], (-30.0, 40.0)), ["−50%", "0%"]);
    assert_eq!(labels(&Format::percent(1).decimals(1).sep(" "), &at, (0.0, 1.0)), ["0.0 %", "25.0 %", "50.0 %"]);
    // two ticks are not written alike
    assert_eq!(labels(&Format::percent(1), &[0.501, 0.502], (0.0, 1.0)), ["50.1%", "50.2%"]);
}

#[test]
fn engineers_have_units() {
    let hertz = Format::engineering("Hz");
    assert_eq!(labels(&hertz, &[0.0, 5e3, -2.5e6], (0.0, 1.0)), ["0 Hz", "5 kHz", "−2.5 MHz"]);
    assert_eq!(labels(&Format::engineering("s").decimals(1), &[3e-6, 999.96e-6], (0.0, 1.0)), ["3.0 µs", "1.0 ms"]);
    assert_eq!(labels(&Format::engineering("").sep(""), &[1.0, 1e4], (0.0, 1.0)), ["1", "10k"]);
    // two ticks are not written alike
    assert_eq!(labels(&hertz, &[1e6, 1e6 + 1.0], (0.0, 1.0)), ["1 MHz", "1.000001 MHz"]);
    assert_eq!(labels(&hertz, &[f64::MAX, 5e-324], (0.0, 1.0))[1], "4.94066e−294 qHz");
}

#[test]
fn powers_of_ten_are_mathematics() {
    let scientific = Format::scientific();
    assert_eq!(
        labels(&scientific, &[0.0, 2.5e3, -5e3, 1e4], (0.0, 1e4)),
        ["0", "$2.5\\times10^{3}$", "$-5\\times10^{3}$", "$1\\times10^{4}$"]
    );
    assert_eq!(labels(&scientific.decimals(2), &[1500.0], (0.0, 1e4)), ["$1.50\\times10^{3}$"]);
}

#[test]
fn multiples_of_pi_are_fractions() {
    use std::f64::consts::PI;
    let at = [-PI, -PI / 2.0, 1e-17, PI / 4.0, 0.75 * PI, PI, 2.0 * PI, 1.0];
    assert_eq!(labels(&Format::pi(), &at, (-7.0, 7.0)), ["−π", "−π/2", "0", "π/4", "3π/4", "π", "2π", "0.3183π"]);
}

#[test]
fn a_text_and_a_function_write_as_they_like() {
    assert_eq!(labels(&Format::text("{:.1} ms"), &[0.25, -1.0], (0.0, 1.0)), ["0.2 ms", "−1.0 ms"]);
    let write = Format::with(|v| if v > 1.0 { format!("{v}!") } else { String::new() });
    assert_eq!(labels(&write, &[1.0, 2.0], (0.0, 1.0)), ["", "2!"]);
    assert_eq!(write, write.clone());
    assert_ne!(write, Format::with(|v| v.to_string()));
}

#[test]
fn what_is_left_out_may_be_said() {
    let write = |format: &Format| format.labels(&Scale::Linear, &[1e6, 1.5e6, 2e6], Limits::new(1e6, 2e6), false);
    let (own, offset) = write(&Format::auto());
    assert_eq!((own.join(" ").as_str(), offset.as_deref()), ("1.0 1.5 2.0", Some("1e6")));
    let (plain, offset) = write(&Format::plain());
    assert_eq!((plain.join(" ").as_str(), offset), ("1000000 1500000 2000000", None));
    let (thousands, offset) = write(&Format::scilimits(3, 3));
    assert_eq!((thousands.join(" ").as_str(), offset.as_deref()), ("1000 1500 2000", Some("1e3")));
    let (same, _) = write(&Format::auto().decimals(3));
    assert_eq!(same.join(" "), "1.000 1.500 2.000");
    let near = |format: &Format| format.labels(&Scale::Linear, &[1e5, 1e5 + 1.0], Limits::new(1e5, 1e5 + 1.0), false);
    assert_eq!(near(&Format::auto()).1.as_deref(), Some("+1e5"));
    assert_eq!(near(&Format::auto().without_offset()), (vec!["100000".into(), "100001".into()], None));
}

#[test]
fn formats_are_matplotlibs() {
    use crate::axis::choose::tests::{cells, number, same_words, written};
    use crate::axis::{Said, Ticks};
    // a zero has no sign here
    let unsigned = |label: &str| match label.strip_prefix('-') {
        Some(rest) if !rest.bytes().any(|b| matches!(b, b'1'..=b'9')) => rest.to_owned(),
        _ => label.to_owned(),
    };
    let (mut count, mut noisy) = (0, 0);
    for row in cells(include_str!("../../../tests/data/ticks_formats.tsv")) {
        let places = |format: Format| if row[1].is_empty() { format } else { format.decimals(number(row[1]) as usize) };
        let (ours, theirs) = match row[0] {
            "engineering" => {
                let format = places(Format::engineering(row[2]).sep(row[3]));
                (labels(&format, &[number(row[4])], (0.0, 1.0))[0].clone(), unsigned(row[5]))
            }
            "percent" => {
                let format = places(Format::percent(number(row[2])));
                (labels(&format, &[number(row[4])], (0.0, number(row[3])))[0].clone(), unsigned(row[5]))
            }
            _ => {
                let said: Vec<i32> = row[1].split(' ').map(|n| n.parse().unwrap()).collect();
                let mut format = Format::scilimits(said[0], said[1]);
                if said[2] == 0 {
                    format = format.without_offset();
                }
                let (lo, hi) = (number(row[2]), number(row[3]));
                let said = Said { scale: &Scale::Linear, ticks: &Ticks::auto(), format: &format };
                let seen = said.choices(Limits::new(lo, hi), 9).next().unwrap().0;
                let theirs: Vec<String> = row[8].split('|').map(unsigned).collect();
                let ours: Vec<String> =
                    seen.labels.iter().map(|label| unsigned(&label.replace('\u{2212}', "-"))).collect();
                let largest = lo.abs().max(hi.abs());
                // matplotlib writes 0 for what is less than 1e-8 of the power that it leaves out
                let alike = theirs.len() > 1 && theirs[0] == theirs[1];
                if alike
                    || largest.next_up() - largest > 1e-4 * (hi - lo).abs()
                    || seen.offset.is_some_and(|offset| offset.len() > 9)
                {
                    noisy += 1;
                    continue;
                }
                (written(&ours, 3), theirs.join("|"))
            }
        };
        let ours = ours.replace('\u{2212}', "-");
        assert!(ours == theirs || same_words(&ours, &theirs), "{row:?}: {ours}");
        count += 1;
    }
    assert!(count >= 2300 && noisy < 400, "{count} {noisy}");
}

#[test]
fn many_powers_of_ten_are_told_apart() {
    let at = [-1.0, -1e-9, 0.0, 1e-9, 1.0];
    let written = |format: &Format, scale: &Scale, at: &[f64]| {
        let limits = Limits::new(at[0], at[at.len() - 1]);
        format.labels(scale, at, limits, true).0
    };
    let symlog = Scale::SymLog { linthresh: 1e-9 };
    assert_eq!(written(&Format::plain(), &symlog, &at), ["−1", "−1e−09", "0", "1e−09", "1"]);
    assert_eq!(written(&Format::scilimits(-2, 2).without_offset(), &symlog, &at)[3], "1e−09");
    assert_eq!(written(&Format::plain(), &Scale::Log, &[0.1, 1.0, 10.0]), ["0.1", "1.0", "10.0"]);
    // nor are they written out where that takes more than two dozen digits
    let tiny = Scale::SymLog { linthresh: 1e-300 };
    assert_eq!(written(&Format::plain(), &tiny, &[-1e-150, 0.0, 1e-300, 1.0]), ["−1e−150", "0", "1e−300", "1"]);
    let shares = written(&Format::percent(1), &Scale::Log, &[1e-300, 1e-150, 1.0]);
    assert_eq!(shares, ["1e−298%", "1e−148%", "100%"]);
    assert_eq!(written(&Format::percent(1), &Scale::Log, &[0.01, 0.1, 1.0]), ["1%", "10%", "100%"]);
}

/// What lies beyond an end by less than is seen is told from its neighbour, too.
#[test]
fn zero_beside_a_small_number_is_not_written_like_it() {
    let symlog = Scale::SymLog { linthresh: 1e-12 };
    let at = [0.0, 1e-10, 1.0, 1e9];
    let written = Format::plain().labels(&symlog, &at, Limits::new(1e9, 1e-300), false).0;
    assert!(written.windows(2).all(|pair| pair[0] != pair[1]), "{written:?}");
}
