//! Keys and identities: what is copied, swapped or replaced in a figure stays who and where it is.

use grabframe::prelude::*;
use grabframe::{Layout, Part};

fn two() -> (Figure, [Key<Axes>; 2], [Key<Line>; 2]) {
    let mut fig = Figure::pixels(200, 100);
    let axs = fig.subplots(1, 2);
    let (a, b) = (axs[(0, 0)], axs[(0, 1)]);
    let la = fig[a].add(Line::new([0.0, 1.0], [0.0, 1.0]).color("red"));
    let lb = fig[b].add(Line::new([0.0, 1.0], [1.0, 0.0]).color("blue"));
    fig[a].set_title("a");
    fig[b].set_title("b");
    (fig, [a, b], [la, lb])
}

/// The titles from left to right.
fn titles(fig: &Figure) -> Vec<String> {
    let mut titles: Vec<(f32, String)> = Vec::new();
    for axes in &Layout::of(fig).axes {
        let title = axes.texts.iter().map(|t| t.text.clone()).find(|t| t.parse::<f64>().is_err());
        titles.push((axes.area.x0, title.unwrap_or_default()));
    }
    titles.sort_by(|p, q| p.0.total_cmp(&q.0));
    titles.into_iter().map(|(_, title)| title).collect()
}

#[test]
fn a_copy_of_axes_takes_their_content_and_not_their_identity() {
    let (mut fig, [a, b], [la, lb]) = two();
    fig[b] = fig[a].clone();
    assert_eq!(titles(&fig), ["a", "a"], "both are drawn, each at its place");
    fig[b].set_title("still b");
    assert_eq!(titles(&fig), ["a", "still b"]);
    assert!(fig.get(lb).is_none(), "what was in b before is gone");
    fig[la].set_color("green");
    assert!(fig.get(la).is_some());
    // artists that are added to the copy have keys of their own
    let more = fig[b].plot([0.0, 1.0], [0.5, 0.5]);
    fig[more].set_color("black");
    assert!(fig.remove_axes(b).is_some());
    assert!(fig.get(more).is_none());
    assert_eq!(titles(&fig), ["a"]);
}

#[test]
fn swapped_axes_stay_where_they_are_and_keys_follow_the_artists() {
    let (mut fig, [a, b], [la, lb]) = two();
    let image = fig[a].imshow([[0.0, 1.0]]);
    let bar = fig.colorbar(image);
    let mut content = fig[a].clone();
    std::mem::swap(&mut content, &mut fig[b]);
    fig[a] = content;
    assert_eq!(titles(&fig)[0], "b");
    assert_eq!(fig[la].xdata(), [0.0, 1.0]);
    fig[lb].set_data([0.0, 5.0], [0.0, 5.0]);
    fig[bar].set_label("values");
    let layout = Layout::of(&fig);
    assert_eq!(layout.axes[0].x.limits.hi, 5.25, "b's line is in the axes at the left now");
    assert!(layout.axes.last().is_some_and(|last| last.colors.is_some()), "the colorbar went with its image");
    let late = fig[a].plot([0.0], [0.0]);
    assert!(fig.get(late).is_some());
    assert!(fig.remove(la).is_some());
    assert!(fig.get(la).is_none());
    // what is drawn by a renderer that saw all this is what a new one draws
    let mut renderer = Renderer::new();
    renderer.render(&fig);
    let (left, right) = (fig[a].clone(), fig[b].clone());
    (fig[a], fig[b]) = (right, left);
    assert_eq!(*renderer.render(&fig), fig.render());
}

#[test]
fn artists_and_colorbars_can_be_replaced_too() {
    let (mut fig, [a, _], [la, lb]) = two();
    fig[la] = fig[lb].clone();
    assert_eq!(fig[la].ydata(), [1.0, 0.0]);
    let images = [fig[a].imshow([[0.0, 1.0]]), fig[a].imshow([[0.0, 2.0]])];
    let bars = images.map(|image| fig.colorbar(image));
    fig[bars[0]].set_label("first");
    fig[bars[1]] = fig[bars[0]].clone();
    fig[bars[1]].set_label("second");
    let layout = Layout::of(&fig);
    let shown: Vec<f64> = layout.axes.iter().filter_map(|axes| Some(axes.colors.as_ref()?.limits.hi)).collect();
    assert_eq!(shown, [1.0, 2.0], "each bar belongs to its image");
    assert!(layout.axes.iter().any(|axes| axes.texts.iter().any(|t| t.text == "first")));
}

#[test]
#[should_panic(expected = "is not in this figure")]
fn keys_of_another_figure_are_refused() {
    let (mut fig, _, _) = two();
    let (_, [other, _], _) = two();
    fig[other].set_title("whose?");
}

/// An artist of somebody's own, whose data are what a vector copies.
#[derive(Clone, Debug, Default)]
struct Own {
    common: grabframe::Common,
    data: Vec<f64>,
}

impl Artist for Own {
    fn common(&self) -> &grabframe::Common {
        &self.common
    }
    fn common_mut(&mut self) -> &mut grabframe::Common {
        &mut self.common
    }
    fn bounds(&self) -> grabframe::Bounds {
        grabframe::Bounds::new(grabframe::Extent::of(self.data.iter().copied()), grabframe::Extent::of([0.0, 1.0]))
    }
    fn paint(&self, painter: &mut grabframe::Painter<'_>) {
        painter.line(&self.data, &self.data, Color::rgb(0, 0, 0), 1.0, &LineStyle::Solid);
    }
}

#[test]
fn a_clone_of_a_figure_shares_data_until_one_of_them_has_other_data() {
    let (mut fig, [a, b], [la, lb]) = two();
    let dots = fig[b].add(Scatter::new([0.0, 1.0], [1.0, 2.0]).sizes([9.0, 16.0]).values([0.0, 1.0]));
    let image = fig[a].add(Image::new([[1.0, 2.0], [3.0, 4.0]]));
    let own = fig[a].add(Own { data: vec![0.0, 1.0], ..Own::default() });
    let copy = fig.clone();
    let (before, at) = (fig.render(), |fig: &Figure| (fig[la].xdata().as_ptr(), fig[own].data.as_ptr()));
    assert_eq!(at(&copy), at(&fig));

    // what stands beside the data copies none of it
    fig[la].set_color("green").set_linewidth(9);
    fig[dots].set_marker('s');
    fig[image].set_cmap("magma");
    assert_eq!(fig[la].xdata().as_ptr(), copy[la].xdata().as_ptr());
    assert_ne!(fig.render(), before);
    assert_eq!(copy.render(), before, "a change of one shows in the other");

    fig[la].push(2.0, 5.0);
    fig[lb].set_ydata([7.0, 8.0]);
    fig[dots].set_data([3.0, 4.0], [5.0, 6.0]).set_sizes(4).set_colors(["r", "b"]);
    fig[image].set_data([[9.0]]);
    fig[own].data.push(3.0);
    assert_eq!((fig[la].xdata(), copy[la].xdata()), (&[0.0, 1.0, 2.0][..], &[0.0, 1.0][..]));
    assert_eq!((fig[own].data.len(), copy[own].data.len()), (3, 2));
    assert_eq!(copy.render(), before, "other data of one show in the other");

    // taken out of one, it is still in the other
    let mut other = copy.clone();
    let taken = other.remove(own).unwrap();
    assert_eq!((taken.data, copy[own].data.len(), other.get(own).is_none()), (vec![0.0, 1.0], 2, true));
    assert!(other.remove(la).is_some() && other.remove(la).is_none());
    assert_eq!(copy.render(), before);
}

#[test]
fn every_kind_of_key_is_found_and_taken_out_in_one_way() {
    fn there<T: Part>(fig: &mut Figure, key: Key<T>) -> [bool; 2] {
        [fig.get(key).is_some(), fig.get_mut(key).is_some()]
    }
    fn panics<T: Part>(fig: &Figure, key: Key<T>) -> String {
        let caught = std::panic::catch_unwind(|| _ = &fig[key]).unwrap_err();
        caught.downcast_ref::<String>().cloned().unwrap_or_default()
    }
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let image = fig[ax].imshow([[0.0, 1.0]]);
    let bar = fig.colorbar(image);
    let words = fig.text(0.5, 0.5, "on the figure");
    fig[bar].set_label("Hz");
    let drawn = Layout::of(&fig).axes.len();
    assert!(fig.remove(bar).is_some() && fig.remove(bar).is_none());
    assert_eq!(Layout::of(&fig).axes.len(), drawn - 1, "the image stays, and what showed its colours is gone");
    assert_eq!(there(&mut fig, bar), [false; 2]);
    assert_eq!([there(&mut fig, ax), there(&mut fig, image), there(&mut fig, words)], [[true; 2]; 3]);
    assert!(fig.remove(words).is_some_and(|words| words.text() == "on the figure"));
    assert!(fig.remove(ax).is_some());
    assert_eq!([there(&mut fig, ax), there(&mut fig, image), there(&mut fig, words)], [[false; 2]; 3]);
    let said = [panics(&fig, ax), panics(&fig, image), panics(&fig, bar)];
    for (said, kind) in said.iter().zip(["Key<Axes>", "Key<Image>", "Key<Colorbar>"]) {
        assert!(said.starts_with(kind) && said.contains("is not in this figure"), "{said}");
    }
}
