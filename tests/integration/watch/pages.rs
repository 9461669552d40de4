//! The page, in a browser.

use std::time::{Duration, Instant};

use grabframe::prelude::*;

use super::browser::Browser;
use super::client::TOKEN;

/// A movie whose frames have their number as their colour, and a mark of another in a corner.
fn frame(k: u32) -> Frame {
    let mut frame = Frame::new(120, 90);
    frame.as_rgb_mut().as_chunks_mut::<3>().0.fill([k as u8, 200, (k >> 8) as u8]);
    frame.as_rgb_mut()[..3].copy_from_slice(&[255, 0, 1]);
    frame
}

fn pixel(x: u32, y: u32) -> String {
    format!("Array.from(pen.getImageData({x},{y},1,1).data).join()")
}

const WITHIN: Duration = Duration::from_secs(20);

#[test]
fn a_browser_sees_a_loop_run_steps_back_and_finds_the_next_run() {
    let Some(mut browser) = Browser::start("a_browser_sees_a_loop_run_steps_back_and_finds_the_next_run") else {
        return;
    };
    let page = WatchView::new().token(TOKEN).open("127.0.0.1:0").unwrap();
    let address = page.address();
    let mut movie = MemoryWriter::new().fps(10).open("run.gif", (120, 90)).unwrap().expect_frames(40);
    movie.add_view(page.clone());
    movie.write_frame(&frame(1)).unwrap();
    browser.open(&page.url());
    let number = "typeof now === 'undefined' || !now ? 0 : now.frames";
    browser.expect(number, "1", WITHIN);
    // frame k within a second, in the colours that it has
    let mut slowest = Duration::ZERO;
    for k in 2..=30 {
        movie.write_frame(&frame(k)).unwrap();
        slowest = slowest.max(browser.expect(number, &k.to_string(), WITHIN));
        assert_eq!(browser.evaluate(&pixel(60, 45)), format!("{k},200,0,255"));
        assert_eq!(browser.evaluate(&pixel(0, 0)), "255,0,1,255");
    }
    assert!(slowest < Duration::from_secs(1), "it took {slowest:?}");
    assert_eq!(browser.evaluate("$('what').textContent.split('  ')[0]"), "frame 30 of 40");
    assert_eq!(browser.evaluate("$('dot').className"), "live");
    // the token has left the address, and scripts do not see the cookie
    assert_eq!(browser.evaluate("location.href"), format!("http://{address}/"));
    assert_eq!(browser.evaluate("document.cookie"), "");

    // steps back, and on
    for (key, k) in [("ArrowLeft", 29), ("ArrowLeft", 28), ("ArrowRight", 29)] {
        browser.press(key);
        browser.expect(number, &k.to_string(), WITHIN);
        assert_eq!(browser.evaluate(&pixel(60, 45)), format!("{k},200,0,255"));
    }
    // a page that pauses is not disturbed, and then sees the newest
    movie.write_frame(&frame(31)).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(browser.evaluate(number), "29");
    browser.press(" ");
    browser.expect(number, "31", WITHIN);

    // at the end the receipt
    let receipt = movie.finish().unwrap();
    browser.expect("$('said').textContent", &receipt.to_string(), WITHIN);
    assert_eq!(browser.evaluate("$('dot').className"), "ended");
    drop(page);

    // and the next run at that port
    std::thread::sleep(Duration::from_millis(500));
    let page = WatchView::new().token(TOKEN).open(address).unwrap();
    let mut movie = MemoryWriter::new().fps(10).open("run.gif", (120, 90)).unwrap();
    movie.add_view(page);
    let start = Instant::now();
    for k in 1..=3 {
        movie.write_frame(&frame(500 + k)).unwrap();
    }
    browser.expect(number, "3", WITHIN);
    assert_eq!(browser.evaluate(&pixel(60, 45)), format!("{},200,1,255", 503 - 256));
    assert_eq!(browser.evaluate("$('dot').className"), "live");
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_page_with_another_token_is_told() {
    let Some(mut browser) = Browser::start("a_page_with_another_token_is_told") else { return };
    let page = WatchView::new().token(TOKEN).open("127.0.0.1:0").unwrap();
    page.show_frame(&frame(5));
    browser.open(&page.url());
    browser.expect("typeof now === 'undefined' || !now ? 0 : now.number", "1", WITHIN);
    let address = page.address();
    drop(page);
    browser.expect("$('dot').className", "lost", WITHIN);
    let _other = WatchView::new().open(address).unwrap();
    browser.expect("$('said').textContent.startsWith('Another run')", "true", WITHIN);
    // and it is not of the page alone: asked again, it is refused
    browser.open(&format!("http://{address}/"));
    browser.expect("document.body.textContent.includes('token')", "true", WITHIN);
}
