//! The protocol of kitty: pictures as PNG, in pieces.

use std::fmt::Write;
use std::path::Path;

use crate::base64::base64;
use crate::canvas::Frame;
use crate::encode::png::{Effort, encode};
use crate::error::Result;

/// How many letters a piece has at most.
const PIECE: usize = 4096;
/// The picture's number, by which the next takes the place of the last; with another program's it is unlikely to be shared.
const NUMBER: u32 = 1_735_553;

/// Draws a picture from where the cursor is, which stays there; one that was drawn before goes.
pub(super) fn kitty(frame: &Frame, out: &mut String) -> Result<()> {
    let mut letters = String::new();
    base64(&mut letters, &encode(frame, None, Effort::Fast, Path::new("a picture for a terminal"))?);
    let mut rest = letters.as_str();
    let mut first = true;
    while first || !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.len().min(PIECE));
        let more = u8::from(!after.is_empty());
        out.push_str("\x1b_G");
        if first {
            // a PNG, shown at once, without an answer
            let _ = write!(out, "a=T,f=100,t=d,i={NUMBER},p=1,q=2,C=1,");
        }
        let _ = write!(out, "m={more};{piece}\x1b\\");
        (rest, first) = (after, false);
    }
    Ok(())
}
