//! One picture after the other.

use super::VideoFrame;
use crate::error::Result;

/// What decodes the pictures of a file, in order. It is not asked again after its end, or after an error.
pub(super) trait PictureSource: Send {
    /// The next picture; nothing at a good end.
    fn next_picture(&mut self) -> Result<Option<VideoFrame>>;
}

/// The pictures of a file, beginning with the first or with one that is shown no later than was asked for. At the end, or at an
/// error, the decoder goes.
pub(super) struct Pictures(Option<Box<dyn PictureSource>>);

impl Pictures {
    pub(super) fn of(source: Box<dyn PictureSource>) -> Self {
        Self(Some(source))
    }
}

impl Iterator for Pictures {
    type Item = Result<VideoFrame>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.0.as_mut()?.next_picture().transpose();
        if !matches!(next, Some(Ok(_))) {
            self.0 = None;
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    /// Counts down, then gives the end or an error, then pictures again.
    struct Countdown(i32, bool);

    impl PictureSource for Countdown {
        fn next_picture(&mut self) -> Result<Option<VideoFrame>> {
            self.0 -= 1;
            match self.0 {
                -1 if self.1 => Err(Error::decode("x", "cut")),
                -1 => Ok(None),
                _ => Ok(Some(VideoFrame {
                    frame: crate::canvas::Frame::new(1, 1),
                    time: Default::default(),
                    duration: Default::default(),
                })),
            }
        }
    }

    #[test]
    fn after_the_end_and_after_an_error_there_is_no_more() {
        for fails in [false, true] {
            let mut pictures = Pictures::of(Box::new(Countdown(2, fails)));
            assert_eq!(pictures.by_ref().filter(Result::is_ok).count(), 2);
            assert!(pictures.next().is_none());
            let all = Pictures::of(Box::new(Countdown(2, fails))).map(|p| p.is_ok()).collect::<Vec<_>>();
            assert_eq!(all, if fails { vec![true, true, false] } else { vec![true, true] });
        }
    }
}
