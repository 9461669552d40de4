use std::collections::VecDeque;

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

/// A figure whose clones share an artist: it is the clone that is changed, and the one before that stays behind.
fn snapshot(current: &mut Shared<Vec<f64>>) -> Shared<Vec<f64>> {
    let changed = current.clone();
    std::mem::replace(current, changed)
}

/// As many snapshots as a recording in the background holds, always.
#[test]
fn a_push_copies_what_is_new_while_snapshots_are_held() {
    for held in 1..=4 {
        let (mut column, mut snapshots) = (Shared::from(vec![0.0; 10_000]), VecDeque::new());
        let (mut copied, steps, each) = (0, 2000, 3);
        for step in 0..steps {
            snapshots.push_back((snapshot(&mut column), column.to_vec()));
            if snapshots.len() > held {
                snapshots.pop_front();
            }
            if step == 10 {
                copied = 0; // all memory that is needed is there
            }
            copied += column.own();
            (0..each).for_each(|k| column.push(f64::from(step * each + k)));
        }
        assert_eq!(column.len(), 10_000 + (steps * each) as usize);
        for (snapshot, then) in &snapshots {
            assert!(**snapshot == *then, "a snapshot has changed");
        }
        let (copied, pushed) = (copied as f64, f64::from(steps * each));
        assert!(copied <= (held as f64 + 1.0) * pushed, "{held} held: {copied} copied, {pushed} pushed");
        assert!(column.spares.list_len() <= held, "{held}: {}", column.spares.list_len());
    }
}

#[test]
fn a_snapshot_that_is_kept_for_ever_does_not_stay_in_the_way() {
    let mut column = Shared::from(vec![0.0; 1000]);
    let kept: Vec<_> = (0..9)
        .map(|_| {
            let kept = snapshot(&mut column);
            column.push(1.0);
            kept
        })
        .collect();
    let mut copied = 0;
    for step in 0..100 {
        let shown = snapshot(&mut column);
        copied += column.own();
        column.push(f64::from(step));
        drop(shown);
    }
    // memory for one more, and then what is new
    assert!(copied < 1500, "{copied}");
    assert!(kept.iter().enumerate().all(|(k, kept)| kept.len() == 1000 + k));
}

/// Of whatever was done to columns that were cloned from one another, none shows.
#[test]
fn columns_have_what_was_given_to_them() {
    let mut dice = 7_u32;
    let mut roll = |n: u32| {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (dice >> 8) % n
    };
    let mut all = vec![(Shared::from(vec![0.0]), vec![0.0])];
    for step in 0..20_000 {
        let (one, other) = (roll(all.len() as u32) as usize, roll(all.len() as u32) as usize);
        let value = f64::from(step);
        match roll(8) {
            0..=3 => {
                for k in 0..roll(4) {
                    all[one].0.push(value + f64::from(k));
                    all[one].1.push(value + f64::from(k));
                }
            }
            4 => {
                let new: Vec<f64> = (0..roll(9)).map(|k| value + f64::from(k)).collect();
                let out = all[one].0.renew();
                out.clear();
                out.extend(&new);
                all[one].1 = new;
            }
            5 if all.len() < 12 => all.push(all[one].clone()),
            6 => all[one] = all[other].clone(),
            _ if all.len() > 1 => drop(all.swap_remove(one)),
            _ => {}
        }
        assert!(all.iter().all(|(column, want)| **column == *want), "step {step}");
    }
}

#[test]
fn replaced_data_take_memory_that_is_free_and_copy_nothing() {
    let mut column = Shared::from(vec![0.0; 100]);
    let set = |column: &mut Shared<Vec<f64>>, value| {
        let out = column.renew();
        let found = out.as_ptr();
        out.clear();
        out.resize(100, value);
        found
    };
    let first = column.as_ptr();
    let shown = snapshot(&mut column);
    assert_ne!(set(&mut column, 1.0), first);
    drop(shown);
    let shown = snapshot(&mut column);
    assert_eq!(set(&mut column, 2.0), first);
    assert!(shown[0] == 1.0 && column[0] == 2.0);
    // what follows is no continuation of what was there before
    column.push(3.0);
    drop(shown);
    let shown = snapshot(&mut column);
    column.push(4.0);
    assert_eq!((&column[98..], &shown[98..]), (&[2.0, 2.0, 3.0, 4.0][..], &[2.0, 2.0, 3.0][..]));
    drop(shown);
    // without snapshots, the memory for them is given back
    (0..40).for_each(|k| _ = set(&mut column, f64::from(k)));
    assert_eq!(column.spares.list_len(), 0);
}
