//! Whole numbers beside others. The library's functions are slow on processors that have none of their own.

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
