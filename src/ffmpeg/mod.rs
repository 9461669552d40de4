//! The programs ffmpeg and ffprobe: where they are, what they are fed, what they print, how they end. What is asked of them is the business
//! of the rooms above.

mod child;
mod find;
mod input;
mod log;

pub(crate) use child::{End, describe, kill, own_group, push, shell, try_wait, wait};
pub(crate) use find::{
    FfmpegInfo, PATIENCE, Said, available, command, ffplay, ffprobe, find, find_at, not_started, run, run_long,
};
pub(crate) use input::Input;
pub(crate) use log::{Log, explain};
