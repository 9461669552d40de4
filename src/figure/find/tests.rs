use crate::artist::{Artist, Bounds, Common, Painter};
use crate::figure::Figure;
use crate::geom::Limits;

/// An artist that is told from others, and draws nothing.
#[derive(Clone, Debug)]
struct Numbered(usize, Common);

impl Artist for Numbered {
    fn common(&self) -> &Common {
        &self.1
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.1
    }
    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::EMPTY, Limits::EMPTY)
    }
    fn paint(&self, _: &mut Painter<'_>) {}
}

#[test]
fn what_comes_and_goes_leaves_no_holes() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    let mut old = fig[ax].add(Numbered(100, Common::new()));
    let stays = fig[ax].add(Numbered(200, Common::new()));
    for k in 0..5 {
        let new = fig[ax].add(Numbered(k, Common::new()));
        assert!(fig.remove(old).is_some() && fig.remove(old).is_none());
        old = new;
    }
    assert_eq!(fig[ax].slots().len(), 2);
    assert_eq!((fig[stays].0, fig[old].0), (200, 4));
    let places = [stays, old].map(|key| fig.place_of_artist(key.raw()).unwrap().1.0);
    assert_eq!(places, [0, 1], "in the order in which they were added");
}

#[test]
fn axes_that_come_and_go_leave_no_holes() {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    for _ in 0..5 {
        let twin = fig.twin_x(ax);
        let inset = fig.inset(twin, [0.5, 0.5, 0.4, 0.4]);
        assert!(fig.remove(twin).is_some());
        assert!(fig.get(twin).is_none() && fig.get(inset).is_none());
        // their places are taken by others, whose axes are their own
        let other = fig.inset(ax, [0.1, 0.1, 0.2, 0.2]);
        assert_eq!(fig.sharing(other.raw().axes as usize, crate::axis::Direction::X).len(), 1);
        assert!(fig.get(twin).is_none());
        fig.remove(other);
    }
    assert_eq!(fig.axes.len(), 1);
    assert!(fig.groups.iter().all(Vec::is_empty), "{:?}", fig.groups);
}
