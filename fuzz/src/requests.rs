//! Any bytes as requests to a page that is watched.

use std::sync::OnceLock;

use grabframe::{Frame, Watch, WatchView};

const TOKEN: &str = "a-token-that-is-right";

/// What requests are made of.
const PIECES: &[&str] = &[
    "GET ",
    "POST ",
    "HEAD ",
    "/ ",
    "/?token=a-token-that-is-right ",
    "/?token=a-token-that-is-wrong ",
    "/next?after=0&run=x&token=a-token-that-is-right ",
    "/next?after=18446744073709551615 ",
    "/at?number=-1&number=3&token=a-token-that-is-right ",
    "/../at%00 ",
    "HTTP/1.1\r\n",
    "HTTP/1.0\r\n",
    "HTTP/9.9\n",
    "Host: localhost:9000\r\n",
    "Host: 127.0.0.1\n",
    "Host: [::1]:7\r\n",
    "Host: [::1\r\n",
    "Host: evil.example\r\n",
    "host:\r\n",
    "Origin: http://localhost:9000\r\n",
    "Origin: http://evil.example\r\n",
    "Cookie: grabframe-9000=a-token-that-is-right\r\n",
    "Cookie: a=b; grabframe-80=a-token-that-is-right;;=\r\n",
    "Sec-Fetch-Site: cross-site\r\n",
    "Sec-Fetch-Mode: navigate\r\n",
    "Connection: close\r\n",
    "Content-Length: 0\r\n",
    "Content-Length: 99999999999999999999999\r\n",
    "Transfer-Encoding: chunked\r\n",
    " folded\r\n",
    "X: y\r\n",
    "\r\n",
    "\n",
    "\r",
    "\0",
    "\u{e9}",
    "GET / HTTP/1.1\r\nHost: localhost:9000\r\nCookie: grabframe-9000=a-token-that-is-right\r\n",
    "GET /next HTTP/1.1\r\nHost: localhost:9000\r\nCookie: grabframe-9000=a-token-that-is-right\r\n\r\n",
];

fn page() -> &'static Watch {
    static PAGE: OnceLock<Watch> = OnceLock::new();
    PAGE.get_or_init(|| {
        let page = WatchView::new().token(TOKEN).open("127.0.0.1:0").expect("a page");
        page.show_frame(&Frame::new(2, 2));
        page
    })
}

/// Sends the bytes as they are, and the requests that they choose the pieces of.
///
/// # Panics
/// If a reply is malformed, goes on after a refusal, or tells anything to who has not the token.
pub fn check(bytes: &[u8]) {
    exchange(bytes);
    let mut made = Vec::new();
    for choice in bytes.iter().take(64) {
        let piece = PIECES[*choice as usize % PIECES.len()].as_bytes();
        // long ones, too
        made.extend(piece.repeat(if *choice > 250 { 900 } else { 1 }));
    }
    exchange(&made);
}

fn exchange(request: &[u8]) {
    let all = page().reply(request);
    let (mut rest, mut ended) = (&all[..], false);
    let trusted = contains(request, TOKEN.as_bytes());
    assert!(trusted || !contains(&all, TOKEN.as_bytes()), "the token is told");
    while !rest.is_empty() {
        assert!(!ended, "it goes on after a refusal");
        let end = rest.windows(4).position(|four| four == b"\r\n\r\n").expect("the end of a head") + 4;
        let head = std::str::from_utf8(&rest[..end]).expect("a head that is text");
        let status: u16 = head.strip_prefix("HTTP/1.1 ").expect("a reply")[..3].parse().expect("a status");
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
        let length: usize = length.map_or(0, |length| length.parse().expect("a length"));
        let body = rest.get(end..end + length).expect("all of a reply");
        ended = head.contains("\r\nConnection: close\r\n");
        match status {
            200 | 204 => assert!(trusted, "{status} without the token"),
            400 | 403 | 404 | 405 | 413 | 431 | 505 => assert!(ended && body.len() < 200, "{status} goes on"),
            _ => panic!("{status} is no status of ours"),
        }
        assert_eq!(head.contains("Set-Cookie: "), body.starts_with(b"<!doctype html>"), "{status}");
        rest = &rest[end + length..];
    }
}

fn contains(bytes: &[u8], piece: &[u8]) -> bool {
    bytes.windows(piece.len()).any(|window| window == piece)
}
