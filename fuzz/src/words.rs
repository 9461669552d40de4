//! What must be true of the words of any layout.

use grabframe::{AxesLayout, AxisLayout, Layout, Rect};

fn overlap(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/// Pairs of words of the same axes that lie over one another, where there is room for both. Boxes of a few pixels have no room for the words
/// around them, and two words that are longer than their axes may cross.
pub fn overlapping(layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    for axes in &layout.axes {
        let area = axes.area;
        if area.width() < 40.0 || area.height() < 40.0 {
            continue;
        }
        let long = |b: Rect| b.width() > area.width() - 9.0 || b.height() > area.height() - 9.0;
        let slack = layout.pixels_per_point;
        for (i, one) in axes.texts.iter().enumerate() {
            for other in &axes.texts[..i] {
                let (a, b) = (one.bounds().expanded(-slack), other.bounds().expanded(-slack));
                if overlap(a, b) && !(long(a) && long(b)) {
                    faults.push(format!("{:?} lies over {:?} ({a:?}, {b:?} beside {area:?})", one.text, other.text));
                }
            }
        }
    }
    faults
}

/// Labels at different ticks of an axis that say the same. To be asked where no program wrote them itself, nor said how many decimals they have.
pub fn alike(layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    for axes in &layout.axes {
        for axis in [&axes.x, &axes.y] {
            let texts = labels(axes, axis);
            for (i, one) in texts.iter().enumerate() {
                if texts[..i].contains(one) {
                    faults.push(format!("two ticks from {} to {} say {one:?}", axis.limits.lo, axis.limits.hi));
                }
            }
        }
    }
    faults
}

/// What is written at the ticks of an axis.
pub fn labels<'a>(axes: &'a AxesLayout, axis: &AxisLayout) -> Vec<&'a str> {
    axes.texts[axis.labels.clone()].iter().map(|text| text.text.as_str()).collect()
}

/// Words that are not within the figure. To be asked of constrained figures, of which none is smaller than its words: a long title or label
/// counts with its height alone.
pub fn outside(layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    let (w, h) = (layout.size.width as f32, layout.size.height as f32);
    for axes in &layout.axes {
        for (k, text) in axes.texts.iter().enumerate() {
            let b = text.bounds();
            let is_label = axes.x.labels.contains(&k) || axes.y.labels.contains(&k);
            let (long, high) = (!is_label && b.width() > w * 0.5, !is_label && b.height() > h * 0.5);
            let slack = 0.5;
            if (!long && (b.x0 < -slack || b.x1 > w + slack)) || (!high && (b.y0 < -slack || b.y1 > h + slack)) {
                faults.push(format!("{:?} is outside of the figure: {b:?}", text.text));
            }
        }
    }
    faults
}
