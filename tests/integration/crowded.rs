//! Every picture of the gallery at several sizes, with room made for its words: none lies on another, or on other axes, and none
//! is cut off.

use grabframe::prelude::*;
use grabframe::{Layout, Rect};

use crate::scenes::{SCENES, Scene};
use crate::tools::overlap;

/// What is wrong with the words of a figure.
fn faults(fig: &Figure) -> Vec<String> {
    let layout = Layout::of(fig);
    let (width, height) = (layout.size.width as f32, layout.size.height as f32);
    let mut words: Vec<(&str, Rect, Option<usize>)> = Vec::new();
    for text in [&layout.title, &layout.xlabel, &layout.ylabel].into_iter().flatten() {
        words.push((&text.text, text.bounds(), None));
    }
    for (k, axes) in layout.axes.iter().enumerate() {
        words.extend(axes.texts.iter().map(|text| (text.text.as_str(), text.bounds(), Some(k))));
    }
    let mut faults = Vec::new();
    for (i, (text, bounds, of)) in words.iter().enumerate() {
        let inner = bounds.expanded(-0.5);
        if inner.x0 < 0.0 || inner.y0 < 0.0 || inner.x1 > width || inner.y1 > height {
            faults.push(format!("`{text}` is cut off: {bounds:?}"));
        }
        for (other, its, _) in &words[..i] {
            if overlap(inner, its.expanded(-0.5)) {
                faults.push(format!("`{text}` lies on `{other}`: {bounds:?} {its:?}"));
            }
        }
        for (k, axes) in layout.axes.iter().enumerate() {
            // insets and twins lie over others, with their words
            let apart = of.is_none_or(|of| k != of && !overlap(layout.axes[of].area.expanded(-1.0), axes.area));
            if apart && overlap(inner, axes.area) {
                faults.push(format!("`{text}` lies on other axes: {bounds:?} {:?}", axes.area));
            }
        }
    }
    for axes in &layout.axes {
        if let Some(legend) = &axes.legend {
            let frame = legend.frame.expanded(-0.5);
            if frame.x0 < 0.0 || frame.y0 < 0.0 || frame.x1 > width || frame.y1 > height {
                faults.push(format!("a legend is cut off: {:?}", legend.frame));
            }
        }
    }
    faults
}

#[test]
fn no_word_of_the_gallery_lies_on_another_or_is_cut_off() {
    let mut found = Vec::new();
    for (name, scene) in SCENES {
        for (width, height) in [(320, 240), (640, 480), (1920, 1080)] {
            let Scene { mut fig, frames, mut step } = scene();
            fig.set_constrained(true).set_size_inches(f64::from(width) / 100.0, f64::from(height) / 100.0);
            let mut all = Vec::new();
            for k in 0..=frames / 2 {
                step(&mut fig, k);
                if k % 6 == 0 || k == frames / 2 {
                    all = faults(&fig);
                    if !all.is_empty() {
                        break;
                    }
                }
            }
            if !all.is_empty() {
                found.push(format!("{name} at {width} x {height}: {}", all.join("; ")));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
