//! Whole numbers beside others, and the less and the more of two. The library's functions are slow on processors that have none
//! of their own, or ask for NaN, too, so that the compiler does not do several at once.

/// The whole number at or below `v`.
#[inline(always)]
pub(super) fn down(v: f32) -> i32 {
    let whole = v as i32;
    whole - i32::from(whole as f32 > v)
}

/// The whole number at or above `v`.
#[inline(always)]
pub(super) fn up(v: f32) -> i32 {
    let whole = v as i32;
    whole + i32::from((whole as f32) < v)
}

/// The less of two; the second if either is NaN.
#[inline(always)]
pub(super) fn min(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

/// The more of two; the second if either is NaN.
#[inline(always)]
pub(super) fn max(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}
