//! What a warm frame allocates. A program of its own, since its allocator counts.

// an allocator cannot be written without; this one hands everything on
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static COUNT: Cell<Option<(usize, usize)>> = const { Cell::new(None) };
}

struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        note(size);
        unsafe { System.realloc(at, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn note(size: usize) {
    let _ = COUNT.try_with(|count| {
        let Some((calls, bytes)) = count.get() else { return };
        count.set(Some((calls + 1, bytes + size)));
    });
}

/// How often `work` asks for memory on this thread, and for how many bytes.
fn counted(work: impl FnOnce()) -> (usize, usize) {
    COUNT.set(Some((0, 0)));
    work();
    COUNT.take().unwrap_or_default()
}

mod frames;
