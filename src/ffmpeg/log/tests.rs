use super::*;

fn log(text: &[u8]) -> Log {
    let log = Log::default();
    log.drain(text, || {});
    log
}

#[test]
fn progress_is_counted_and_not_shown() {
    let calls = AtomicU64::new(0);
    let log = Log::default();
    let text = b"frame=1\nfps=0.00\nstream_0_0_q=29.0\nprogress=continue\nframe=1\nbad news\nframe=5\nprogress=end\n";
    log.drain(&text[..], || {
        calls.fetch_add(1, Ordering::Relaxed);
    });
    assert_eq!((log.frames(), log.text().as_str()), (Some(5), "bad news"));
    assert!(!log.has_ended_well() && Log::default().has_ended_well());
    assert_eq!(calls.into_inner(), 2, "only growth is a sign of life");
    assert_eq!(Log::default().frames(), None);
}

#[test]
fn the_first_and_the_last_lines_are_kept_of_a_flood() {
    let flood: String = (0..100_000).map(|i| format!("line {i}\n")).collect();
    let text = log(flood.as_bytes()).text();
    assert!(text.starts_with("line 0\nline 1\n") && text.ends_with("line 99999"), "{text}");
    assert!(text.contains("(99960 lines left out)"), "{text}");
    assert_eq!(text.lines().count(), HEAD + 1 + TAIL);
}

#[test]
fn one_endless_line_is_cut_and_repeats_are_counted() {
    assert_eq!(log(&vec![b'x'; 10_000_000]).text().len(), LINE);
    let text = log(b"first\nsame\nsame\nsame\nlast\xff").text();
    assert_eq!(text, "first\nsame\n(the line above came 2 times more)\nlast\u{fffd}");
}

#[test]
fn causes_are_named() {
    let said = "[out#0] x\nav_interleaved_write_frame(): No space left on device";
    assert_eq!(explain(said), Some("the disk is full"));
    assert_eq!(explain("something new"), None);
}
