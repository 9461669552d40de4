//! What was found while one layout is made: boxes are laid out several times, until all words have room, and most of what is asked
//! for then was asked for before. Nothing that is decided depends on it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::artist::Bounds;
use crate::axis::{Direction, Format, Said, Scale, TickList, Ticks};
use crate::geom::Limits;
use crate::text::{Face, Measured};

/// Ticks of both kinds.
pub(super) type Both = Rc<(TickList, TickList)>;

/// What was found before.
#[derive(Debug)]
pub(crate) struct Memo {
    /// Words and how large they are, apart by what is known at a glance.
    words: RefCell<[Vec<Word>; SHELVES]>,
    choices: RefCell<Vec<Chosen>>,
    /// What artists say of their data, by the position of their axes.
    bounds: RefCell<Vec<(usize, Rc<Vec<Bounds>>)>>,
    /// The limits of an axis, and whether they are dates, by the position of the first axes that have it.
    limits: RefCell<Vec<Found>>,
}

/// The position of axes, the direction of their axis, and its limits with whether they are dates.
type Found = (usize, Direction, (Limits, bool));

const SHELVES: usize = 64;

#[derive(Debug)]
struct Word {
    text: String,
    size: f32,
    face: Face,
    measured: Measured,
}

/// Which ticks an axis can have of which that was said, as far as they were asked for.
#[derive(Debug)]
struct Chosen {
    scale: Scale,
    ticks: Ticks,
    format: Format,
    /// Its limits, and for how many ticks there is room.
    room: Span,
    choices: Vec<Both>,
}

/// The limits of an axis, and into how many intervals there is room for ticks to divide it.
pub(super) type Span = (Limits, usize);

impl Chosen {
    fn is_of(&self, said: Said<'_>, room: Span) -> bool {
        self.room == room && self.scale == *said.scale && self.ticks == *said.ticks && self.format == *said.format
    }
}

impl Memo {
    pub(super) fn new() -> Self {
        Self {
            words: RefCell::new([const { Vec::new() }; SHELVES]),
            choices: RefCell::default(),
            bounds: RefCell::default(),
            limits: RefCell::default(),
        }
    }

    /// How large words are, which `measure` finds out.
    pub(super) fn measured(&self, text: &str, size: f32, face: Face, measure: impl FnOnce() -> Measured) -> Measured {
        let bytes = text.as_bytes();
        let end = |byte: Option<&u8>| usize::from(byte.copied().unwrap_or(0));
        let shelf = (bytes.len() * 17 + end(bytes.first()) * 5 + end(bytes.last())) % SHELVES;
        let mut words = self.words.borrow_mut();
        for word in &words[shelf] {
            if word.size == size && word.face == face && word.text == text {
                return word.measured;
            }
        }
        let measured = measure();
        words[shelf].push(Word { text: text.to_owned(), size, face, measured });
        measured
    }

    /// What the artists of the axes at that position say of their data, each asked once.
    pub(super) fn bounds(&self, index: usize, ask: &dyn Fn() -> Vec<Bounds>) -> Rc<Vec<Bounds>> {
        if let Some((_, known)) = self.bounds.borrow().iter().find(|(other, _)| *other == index) {
            return known.clone();
        }
        let asked = Rc::new(ask());
        self.bounds.borrow_mut().push((index, asked.clone()));
        asked
    }

    /// The limits of an axis of these axes, which are the first that have it.
    pub(super) fn limits(
        &self,
        first: usize,
        direction: Direction,
        find: &dyn Fn() -> (Limits, bool),
    ) -> (Limits, bool) {
        let is_it = |known: &&Found| (known.0, known.1) == (first, direction);
        if let Some(known) = self.limits.borrow().iter().find(is_it) {
            return known.2;
        }
        let found = find();
        self.limits.borrow_mut().push((first, direction, found));
        found
    }

    /// The ticks that an axis has as its choice of that number, if they were found.
    pub(super) fn choice(&self, said: Said<'_>, room: Span, number: usize) -> Option<Both> {
        let choices = self.choices.borrow();
        choices.iter().find(|chosen| chosen.is_of(said, room))?.choices.get(number).cloned()
    }

    /// Keeps the next choice of an axis.
    pub(super) fn keep(&self, said: Said<'_>, room: Span, ticks: (TickList, TickList)) -> Both {
        let both = Rc::new(ticks);
        let mut choices = self.choices.borrow_mut();
        match choices.iter_mut().find(|chosen| chosen.is_of(said, room)) {
            Some(chosen) => chosen.choices.push(both.clone()),
            None => {
                let (scale, ticks, format) = (said.scale.clone(), said.ticks.clone(), said.format.clone());
                choices.push(Chosen { scale, ticks, format, room, choices: vec![both.clone()] });
            }
        }
        both
    }
}
