use super::*;

#[test]
fn a_clone_is_the_same_memory_until_one_has_other_data() {
    let mut a = Shared::from(vec![1.0, 2.0]);
    let b = a.clone();
    assert!(std::ptr::eq(a.as_slice(), b.as_slice()));
    let out = a.renew();
    assert!(out.is_empty());
    out.push(3.0);
    assert_eq!((a.as_slice(), b.as_slice()), (&[3.0][..], &[1.0, 2.0][..]));
    // alone again, its memory serves what comes
    let memory = a.as_ptr();
    let out = a.renew();
    out.clear();
    out.push(4.0);
    assert_eq!((a.as_slice(), a.as_ptr()), (&[4.0][..], memory));
}

#[test]
fn what_is_pushed_is_not_seen_by_clones_and_copies_once() {
    let mut a = Shared::from(vec![1.0; 1000]);
    let b = a.clone();
    a.push(2.0);
    let memory = a.as_ptr();
    (0..900).for_each(|_| a.push(3.0));
    assert_eq!((a.len(), a.as_ptr(), b.len()), (1901, memory, 1000));
    assert_eq!(a[999..1002], [1.0, 2.0, 3.0]);
}
