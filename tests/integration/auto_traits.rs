//! What may go to another thread, be shared with one, and be used after a panic was caught: nothing in the code says so, and a
//! field could take it away unseen.

use std::panic::{RefUnwindSafe, UnwindSafe};

use grabframe::prelude::*;
use grabframe::{Encoded, Error, ErrorKind, Frames, Layout, Target, TimedFrames, Times, VideoFrame};

fn send<T: Send>() {}
fn send_sync<T: Send + Sync + 'static>() {}
fn all<T: Send + Sync + UnwindSafe + RefUnwindSafe + 'static>() {}

#[test]
fn values_may_go_anywhere() {
    all::<Frame>();
    all::<Video>();
    all::<VideoFrame>();
    all::<Layout>();
    all::<Encoded>();
    all::<Target<'static>>();
    all::<Receipt>();
    all::<Times>();
    all::<ErrorKind>();
    all::<Fps>();
    all::<Repeat>();
    all::<Size>();
    all::<ArtistSet>();
    all::<Figure>();
    all::<grabframe::Moment>();
    #[cfg(feature = "fonts")]
    all::<Font>();
    all::<AutoWriter>();
    all::<CallbackWriter>();
    all::<ApngWriter>();
    all::<AviWriter>();
    all::<FfmpegWriter>();
    all::<GifWriter>();
    all::<MemoryWriter>();
    all::<PngSequenceWriter>();
    all::<WebpWriter>();
    all::<grabframe::Shown>();
    #[cfg(feature = "watch")]
    all::<WatchView>();
    #[cfg(feature = "watch")]
    send_sync::<grabframe::Watch>();
    // neither is an error of `std::io`, which it may hold
    send_sync::<Error>();
}

#[test]
fn what_is_under_way_may_go_to_another_thread() {
    send::<MovieFile>();
    send::<Recording<'static>>();
    send::<grabframe::Window>();
    send::<grabframe::TerminalView>();
    send::<Renderer>();
    send::<Frames>();
    send::<TimedFrames>();
}
