//! Axes of dates, as they are laid out.

use grabframe::prelude::*;
use grabframe::{Layout, Moment, date};

/// The words at and beside an axis, from left to right.
fn words(fig: &Figure, ax: Key<Axes>) -> Vec<String> {
    Layout::of(fig)[ax].texts.iter().map(|text| text.text.clone()).collect()
}

fn days(n: i32) -> Vec<Moment> {
    (0..n).map(|k| date(2026, 1, 1).days_later(k)).collect()
}

#[test]
fn dates_make_an_axis_of_dates() {
    let heights: Vec<i32> = (0..200).collect();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_yticks(Ticks::none());
    let line = fig[ax].plot(days(200), &heights);
    let months = ["2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul"];
    assert_eq!(words(&fig, ax), months);
    // the same numbers without their type are numbers
    let seconds: Vec<f64> = fig[line].xdata().to_vec();
    fig[line].set_data(&seconds, &heights);
    assert_ne!(words(&fig, ax), months);
    fig[ax].set_xticks(Ticks::dates());
    assert_eq!(words(&fig, ax), months);
    fig[ax].set_xticks(Ticks::auto());
    // other artists, and limits
    let rule = fig[ax].add(Rule::vertical(date(2026, 3, 1)));
    assert_eq!(words(&fig, ax), months);
    fig.remove(rule);
    assert_ne!(words(&fig, ax), months);
    fig[ax].set_xlim(date(2026, 1, 1), date(2026, 1, 1).at(12, 0, 0));
    assert_eq!(
        words(&fig, ax),
        ["00:00", "02:00", "04:00", "06:00", "08:00", "10:00", "12:00", "2026-Jan-01"]
            .map(|w| { if w == "00:00" { "Jan-01" } else { w } })
    );
}

#[test]
fn every_artist_tells_of_its_dates() {
    let at = days(6);
    let z = [[0.0; 6]; 6];
    let check = |along: bool, add: &dyn Fn(&mut Axes)| {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        add(&mut fig[ax]);
        fig[ax].set_xticks(Ticks::auto());
        let words = words(&fig, ax);
        assert_eq!(
            words.iter().filter(|w| w.starts_with("2026-Jan") || *w == "2025-Dec").count(),
            1,
            "{along}: {words:?}"
        );
    };
    let n = [1, 2, 3, 4, 5, 6];
    check(true, &|ax| {
        ax.add(Scatter::new(&at, n));
    });
    check(true, &|ax| {
        ax.add(Bars::new(&at, n).width(43_200));
    });
    check(false, &|ax| {
        ax.add(Bars::horizontal(&at, n).width(43_200));
    });
    check(true, &|ax| {
        ax.add(FillBetween::new(&at, n, 0));
    });
    check(true, &|ax| {
        ax.add(ErrorBars::new(&at, n).yerr(1));
    });
    check(true, &|ax| {
        ax.add(Stairs::new([1, 2, 3, 4, 5], &at));
    });
    check(true, &|ax| {
        ax.add(Stem::new(&at, n));
    });
    check(true, &|ax| {
        ax.add(Stackplot::new(&at, [n]));
    });
    check(true, &|ax| {
        ax.add(Events::new([&at]));
    });
    check(true, &|ax| {
        ax.add(Histogram::new(&at));
    });
    check(true, &|ax| {
        ax.add(Mesh::on(&at, n, z));
    });
    check(true, &|ax| {
        ax.add(Contour::on(&at, n, z));
    });
    check(true, &|ax| {
        ax.add(Hexbin::new(&at, n));
    });
    check(true, &|ax| {
        ax.add(Histogram2d::new(&at, n));
    });
    check(true, &|ax| {
        ax.add(Quiver::new(&at, n, n, n));
    });
    check(true, &|ax| {
        ax.add(Bars::horizontal(n, [86_400; 6]).bottom(&at));
    }); // when something begins, and how long it takes
    check(true, &|ax| {
        ax.add(Violin::new([n; 6]).positions(&at));
    });
    check(true, &|ax| {
        ax.add(Image::new(z).extent(at[0], at[5], 0, 1));
    });
    check(true, &|ax| {
        let mut span = Span::vertical(0, 1);
        span.set_span(at[0], at[5]);
        ax.add(span);
    });
    check(true, &|ax| {
        ax.add(Span::vertical(at[0], at[5]));
    });
    check(false, &|ax| {
        ax.add(Span::horizontal(at[0], at[5]));
    });
}

#[test]
fn ticks_of_dates_are_told() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_yticks(Ticks::none()).set_xlim(date(2026, 3, 29), date(2026, 3, 31));
    fig[ax].set_xticks(Ticks::dates().utc_offset_hours(2));
    let [first, .., offset] = &words(&fig, ax)[..] else { panic!() };
    assert_eq!((first.as_str(), offset.as_str()), ("06:00", "2026-Mar-31"));
    fig[ax].set_xticks(Ticks::hours(12).format(Format::dates("%a %H")));
    assert_eq!(words(&fig, ax), ["Sun 00", "Sun 12", "Mon 00", "Mon 12", "Tue 00"]);
    fig[ax].set_xticks(Ticks::at([date(2026, 3, 29), date(2026, 3, 30).at(6, 0, 0)]));
    assert_eq!(words(&fig, ax), ["Mar-29", "06:00", "2026-Mar-30"]);
    // the places tell by themselves that they are dates
    fig[ax].set_xlim(None, None);
    assert_eq!(words(&fig, ax), ["Mar-29", "06:00", "2026-Mar-30"]);
    fig[ax].set_xformat(Format::dates("%e.%-m."));
    assert_eq!(words(&fig, ax), ["29.3.", "30.3."]);
    fig[ax].set_xformat(Format::auto()).set_xticks(Ticks::weeks(1)).set_xlim(date(2026, 3, 1), date(2026, 3, 31));
    assert_eq!(words(&fig, ax), ["02", "09", "16", "23", "30", "2026-Mar"]);
    // where there is no room for a label at each, there is at some, always the same ones
    fig[ax].set_xticks(Ticks::days(1));
    let layout = Layout::of(&fig);
    assert_eq!(layout[ax].x.ticks.len(), 31);
    assert_eq!(words(&fig, ax)[..3], ["Mar", "03", "05"]);
    // small ones are parts of large ones
    fig[ax].set_xticks(Ticks::months(1)).set_minor_ticks(true);
    assert_eq!(Layout::of(&fig)[ax].x.ticks.iter().filter(|tick| tick.minor).count(), 0);
    fig[ax].set_xlim(date(2026, 3, 1), date(2026, 4, 30));
    assert_eq!(Layout::of(&fig)[ax].x.ticks.iter().filter(|tick| tick.minor).count(), 6);
}

#[test]
fn the_end_of_the_axis_tells_of_ticks_that_are_seen() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let (from, to) = (date(2026, 3, 20), date(2026, 3, 31).at(12, 0, 0));
    let last = |fig: &Figure| words(fig, ax).pop().unwrap();
    fig[ax].set_yticks(Ticks::none()).set_xlim(from, to).set_xticks(Ticks::every(86_400));
    assert_eq!(last(&fig), "2026-Mar");
    // of all days of a year those that are seen, also backward
    let days: Vec<_> = (0..365).map(|day| date(2026, 1, 1).days_later(day)).collect();
    fig[ax].set_xticks(Ticks::at(&days));
    assert_eq!(last(&fig), "2026-Mar");
    fig[ax].set_xlim(date(2026, 4, 3), date(2026, 3, 28));
    assert_eq!(last(&fig), "2026-Mar");
}

#[test]
fn limits_that_are_taken_back_leave_no_dates() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xlim(date(2026, 1, 1), date(2026, 2, 1)).autoscale();
    fig[ax].set_yticks(Ticks::none());
    fig[ax].plot([0, 1, 2], [0, 1, 2]);
    assert_eq!(words(&fig, ax), ["0.00", "0.25", "0.50", "0.75", "1.00", "1.25", "1.50", "1.75", "2.00"]);
}

#[test]
fn years_beyond_all_dates_are_told_of_shared_axes_once() {
    let mut fig = Figure::new();
    let axs = fig.subplots_with(2, 1, Subplot::new().share_x());
    fig[axs[(0, 0)]].plot([date(2026, 1, 1), date(2026, 1, 2)], [0, 1]);
    fig[axs[(1, 0)]].set_xlim(None, 1e12);
    let notes = Layout::of(&fig).notes;
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0].contains("1 to 9999"), "{notes:?}");
}

#[test]
fn an_axis_without_dates_or_with_one_has_days_or_years() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_xticks(Ticks::dates());
    assert_eq!(fig[ax].xlim(), Limits::new(0.0, 86_400.0));
    let dot = fig[ax].plot([date(2026, 1, 1)], [1]);
    assert_eq!(words(&fig, ax)[..5], ["2024", "Jul", "2025", "Jul", "2026"].map(String::from)[..]);
    // beyond the years that there are, there are no ticks, and nothing else happens
    for far in [1e15_f64, -1e15, 1e300] {
        fig[dot].set_data([Moment::from_seconds(far)], [1]);
        let _ = Layout::of(&fig);
        fig[ax].set_xlim(far, far * 1.5).set_xticks(Ticks::seconds(1));
        assert_eq!(Layout::of(&fig)[ax].x.ticks.len(), 0);
        fig[ax].set_xlim(-far.abs(), far.abs()).set_xticks(Ticks::dates());
        let layout = Layout::of(&fig);
        assert!(layout[ax].x.ticks.len() < 1000);
        assert!(layout.notes[0].contains("the x axis: dates are of the years 1 to 9999"));
        fig[ax].set_xlim(None, None).set_xticks(Ticks::dates());
    }
}

/// The distance of ticks, and that no label touches another.
fn told(fig: &Figure, ax: Key<Axes>) -> f32 {
    let layout = Layout::of(fig);
    let axes = &layout[ax];
    let mut right = f32::NEG_INFINITY;
    for text in axes.texts.iter().filter(|text| text.bounds().y1 < axes.area.y1 + 20.0) {
        assert!(text.bounds().x0 >= right, "{:?}", words(fig, ax));
        right = text.bounds().x1;
    }
    (axes.x.ticks[1].at - axes.x.ticks[0].at).round()
}

/// A window that moves keeps its ticks: nothing depends on which labels are to be seen, or on how its ends are rounded.
#[test]
fn ticks_stand_still_where_an_axis_moves() {
    let start = date(2026, 3, 29).at(21, 7, 0.1);
    for (width, height) in [(320, 240), (640, 480), (1920, 1080)] {
        for (window, step) in
            [(20.0, 0.1), (60.0, 0.7), (300.0, 0.3), (3600.0, 10.3), (43_200.0, 301.0), (5.0 * 86_400.0, 2000.7)]
        {
            let mut fig = Figure::pixels(width, height);
            let ax = fig.add_axes();
            fig[ax].set_yticks(Ticks::none()).set_xticks(Ticks::dates());
            let mut distance = None;
            for k in 0..300 {
                let end = start.seconds_later(f64::from(k) * step);
                fig[ax].set_xlim(end.seconds_later(-window), end);
                let now = told(&fig, ax);
                let before = *distance.get_or_insert(now);
                assert!((now - before).abs() <= 1.0, "{width} px, {window} s, frame {k}: {before} px, then {now}");
            }
        }
    }
}
