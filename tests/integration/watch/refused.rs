//! What is not replied to: each over a socket, and the page is as before.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use grabframe::prelude::*;
use grabframe::{ErrorKind, Watch};

use super::client::{TOKEN, Viewer, cookie, raw, split};

fn page() -> Watch {
    let page = WatchView::new().token(TOKEN).host("hub.example.org").open("127.0.0.1:0").unwrap();
    page.show_frame(&Frame::from_rgb(2, 1, vec![1, 2, 3, 4, 5, 6]));
    page
}

/// The page still shows what it showed.
fn is_well(page: &Watch) {
    let reply = Viewer::new(page).next(None);
    assert_eq!((reply.status, reply.picture().as_rgb()), (200, &[1, 2, 3, 4, 5, 6][..]));
}

#[test]
fn whatever_is_no_request_of_the_page() {
    let page = page();
    let host = format!("Host: {}\r\n", page.address());
    let cookie = cookie(&page.address().to_string());
    let own = format!("{host}{cookie}");
    let long = "x".repeat(17_000);
    let cases = [
        ("no token", format!("GET / HTTP/1.1\r\n{host}\r\n"), 403),
        ("a wrong token", format!("GET /?token=a-token-for-testz HTTP/1.1\r\n{host}\r\n"), 403),
        ("the beginning of the token", format!("GET /next?token=a-token HTTP/1.1\r\n{host}\r\n"), 403),
        ("a wrong cookie", format!("GET / HTTP/1.1\r\n{host}Cookie: grabframe-1={TOKEN}\r\n\r\n"), 403),
        ("another host", format!("GET /?token={TOKEN} HTTP/1.1\r\nHost: evil.example:80\r\n\r\n"), 403),
        ("no host", format!("GET /?token={TOKEN} HTTP/1.1\r\n\r\n"), 403),
        ("another origin", format!("GET /next HTTP/1.1\r\n{own}Origin: http://evil.example\r\n\r\n"), 403),
        ("no origin", format!("GET /next HTTP/1.1\r\n{own}Origin: null\r\n\r\n"), 403),
        ("another site", format!("GET /next HTTP/1.1\r\n{own}Sec-Fetch-Site: cross-site\r\n\r\n"), 403),
        ("a post", format!("POST / HTTP/1.1\r\n{own}Content-Length: 2\r\n\r\nhi"), 405),
        ("a head", format!("HEAD / HTTP/1.1\r\n{own}\r\n"), 405),
        ("options", format!("OPTIONS * HTTP/1.1\r\n{own}\r\n"), 400),
        ("a body", format!("GET / HTTP/1.1\r\n{own}Content-Length: 2\r\n\r\nhi"), 413),
        ("a body in pieces", format!("GET / HTTP/1.1\r\n{own}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 413),
        ("a long header", format!("GET / HTTP/1.1\r\n{own}X: {long}\r\n\r\n"), 431),
        ("a long address", format!("GET /{long} HTTP/1.1\r\n{own}\r\n"), 431),
        ("many headers", format!("GET / HTTP/1.1\r\n{own}{}\r\n", "X: y\r\n".repeat(3000)), 431),
        ("no end", "y".repeat(20_000), 431),
        ("another path", format!("GET /index.html HTTP/1.1\r\n{own}\r\n"), 404),
        ("a file", format!("GET /../../../etc/passwd HTTP/1.1\r\n{own}\r\n"), 404),
        ("a file in other words", format!("GET /%2e%2e/etc/passwd HTTP/1.1\r\n{own}\r\n"), 404),
        ("two slashes", format!("GET // HTTP/1.1\r\n{own}\r\n"), 404),
        ("garbage", "\u{1}\u{2}\u{3}\r\n\r\n".into(), 400),
        ("a greeting of TLS", "\u{16}\u{3}\u{1}\n\n".into(), 400),
        ("another protocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n".into(), 400),
        ("another version", format!("GET / HTTP/3.0\r\n{own}\r\n"), 505),
    ];
    for (what, request, status) in cases {
        let all = raw(page.address(), request.as_bytes());
        let (reply, rest) = split(&all).unwrap_or_else(|| panic!("no reply to {what}"));
        assert_eq!(reply.status, status, "{what}");
        assert_eq!(reply.header("Connection"), Some("close"), "{what}");
        assert!(rest.is_empty(), "{what}: nothing more is replied");
        assert_eq!(reply.header("Set-Cookie"), None, "{what}");
        assert!(!String::from_utf8_lossy(&all).contains(TOKEN), "{what}: the token is not told");
        assert_eq!(reply.header("Allow"), (status == 405).then_some("GET"), "{what}");
    }
    is_well(&page);
}

#[test]
fn what_the_page_is_sent_with() {
    let page = page();
    let port = page.address().port();
    let get = |host: &str, more: &str| {
        let request = format!("GET /?token={TOKEN} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n");
        let all = raw(page.address(), request.as_bytes());
        split(&all).unwrap().0
    };
    for (host, known) in [
        (page.address().to_string(), port),
        (format!("localhost:{port}"), port),
        // a port that is forwarded, a proxy
        ("localhost:8000".into(), 8000),
        ("hub.example.org".into(), 80),
    ] {
        // a link may be anywhere
        for more in ["", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n"] {
            let reply = get(&host, more);
            assert_eq!(reply.status, 200, "{host}");
            let cookie = format!("grabframe-{known}={TOKEN}; HttpOnly; SameSite=Strict");
            assert_eq!(reply.header("Set-Cookie"), Some(cookie.as_str()));
            assert_eq!(reply.header("Cache-Control"), Some("no-store"));
            assert_eq!(reply.header("X-Content-Type-Options"), Some("nosniff"));
            assert_eq!(reply.header("Referrer-Policy"), Some("no-referrer"));
            assert_eq!(reply.header("Cross-Origin-Resource-Policy"), Some("same-origin"));
            let html = String::from_utf8(reply.body.clone()).unwrap();
            let policy = reply.header("Content-Security-Policy").unwrap();
            let nonce = policy.split("script-src 'nonce-").nth(1).unwrap().split('\'').next().unwrap();
            assert!(policy.starts_with("default-src 'none'; ") && policy.contains("frame-ancestors 'self'"));
            assert_eq!(html.matches(&format!("nonce=\"{nonce}\"")).count(), 2);
            assert!(!html.contains(TOKEN) && !html.contains("NONCE"));
            // nothing comes from elsewhere, and nothing is asked for by an absolute path, for proxies that put theirs before it
            assert!(
                !html.contains("http://")
                    && !html.contains("https://")
                    && !html.contains("fetch('/")
                    && !html.contains("fetch(`/")
            );
        }
    }
    assert_ne!(
        get("localhost", "").header("Content-Security-Policy"),
        get("localhost", "").header("Content-Security-Policy")
    );
}

#[test]
fn who_is_slow_is_sent_away() {
    let page = page();
    // one that says nothing, one that drops its words one by one, one that reads nothing
    let silent = TcpStream::connect(page.address()).unwrap();
    let mut dripping = TcpStream::connect(page.address()).unwrap();
    let mut deaf = Viewer::new(&page);
    for _ in 0..200 {
        deaf.send("/at");
    }
    let start = Instant::now();
    let mut words = b"GET / HTTP/1.1\r\n".iter().chain(std::iter::repeat(&b'x'));
    dripping.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    let mut reply = [0; 12];
    let count = loop {
        let _ = dripping.write_all(&[*words.next().unwrap()]);
        match dripping.read(&mut reply) {
            Ok(count) => break count,
            Err(_) => assert!(start.elapsed() < Duration::from_secs(40), "it may drip for ever"),
        }
    };
    assert_eq!(&reply[..count], &b"HTTP/1.1 408"[..count]);
    assert!((8.0..20.0).contains(&start.elapsed().as_secs_f64()), "{:?}", start.elapsed());
    silent.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    assert_eq!((&silent).read(&mut reply).unwrap(), 0, "and who was silent hears nothing");
    is_well(&page);
}

#[test]
fn places_are_counted() {
    let page = page();
    let mut all: Vec<Viewer> = (0..64).map(|_| Viewer::new(&page)).collect();
    // the last is there when it has its reply, and so are the others
    assert_eq!(all[63].next(None).status, 200);
    let reply = split(&raw(page.address(), b"")).unwrap().0;
    assert_eq!((reply.status, reply.header("Connection")), (503, Some("close")));
    drop(all.split_off(32));
    let start = Instant::now();
    while split(&raw_or_empty(&page)).is_some_and(|(reply, _)| reply.status == 503) {
        assert!(start.elapsed() < Duration::from_secs(20), "places are not given back");
    }
    is_well(&page);
}

fn raw_or_empty(page: &Watch) -> Vec<u8> {
    let mut stream = TcpStream::connect(page.address()).unwrap();
    let _ = stream.shutdown(Shutdown::Write);
    let mut all = Vec::new();
    let _ = stream.read_to_end(&mut all);
    all
}

#[test]
fn options_that_cannot_be() {
    for view in [
        WatchView::new().per_second(0),
        WatchView::new().per_second(f64::NAN),
        WatchView::new().per_second(1e9),
        WatchView::new().token("short"),
        WatchView::new().token("with a space in it"),
        WatchView::new().token("0123456789abcdef\r\nSet-Cookie: x"),
    ] {
        assert_eq!(view.open("127.0.0.1:0").unwrap_err().kind(), ErrorKind::BadOption, "{view:?}");
    }
    let first = WatchView::new().open("127.0.0.1:0").unwrap();
    let error = WatchView::new().open(first.address()).unwrap_err();
    assert!(error.kind() == ErrorKind::Io && error.to_string().contains("viewers"), "{error}");
    assert_eq!(WatchView::new().open("no address").unwrap_err().kind(), ErrorKind::Io);
    // tokens by chance: 128 bits, never the same, and not in what is printed to find faults
    let second = WatchView::new().open("127.0.0.1:0").unwrap();
    let token = |page: &Watch| page.to_string().split("?token=").nth(1).unwrap().to_owned();
    assert!(token(&first).len() == 32 && token(&first) != token(&second));
    assert!(!format!("{first:?}").contains(&token(&first)));
    assert!(first.address().ip().is_loopback());
    assert_eq!(first.url(), format!("http://{}/?token={}", first.address(), token(&first)));
    // beyond this machine only by name, and then at an address that can be opened
    let open = |view: WatchView| view.open("0.0.0.0:0").unwrap();
    assert!(open(WatchView::new()).url().starts_with("http://localhost:"));
    let page = open(WatchView::new().host("node17"));
    assert!(page.address().ip().is_unspecified());
    assert_eq!(page.url(), format!("http://node17:{}/?token={}", page.address().port(), token(&page)));
}
