use super::*;

fn parse(head: &str) -> Result<Request<'_>, Status> {
    Request::parse(head.as_bytes())
}

#[test]
fn what_a_browser_sends_is_read() {
    let request = parse(
        "GET /next?after=12&run=ab HTTP/1.1\r\nHost: localhost:9000\r\nCookie: a=1; grabframe-9000=xyz\r\n\
         Accept: */*\r\nsec-fetch-site: same-origin\r\nSec-Fetch-Mode: cors\r\nCookie: b=2\r\n\r\n",
    );
    let request = request.unwrap();
    assert_eq!((request.path, request.number("after"), request.argument("run")), ("/next", 12, Some("ab")));
    assert_eq!((request.host, request.origin, request.more), (Some("localhost:9000"), None, true));
    assert_eq!((request.site, request.mode), (Some("same-origin"), Some("cors")));
    let cookies = ["a", "grabframe-9000", "b", "c"].map(|name| request.cookie(name));
    assert_eq!(cookies, [Some("1"), Some("xyz"), Some("2"), None]);
    assert_eq!(request.argument("token"), None);
    for (head, more) in [
        ("GET / HTTP/1.1\n\n", true),
        ("GET / HTTP/1.0\r\n\r\n", false),
        ("GET / HTTP/1.1\r\nConnection: upgrade, Close\r\n\r\n", false),
        ("GET / HTTP/1.1\r\nConnection: keep-alive\r\n\r\n", true),
        ("GET / HTTP/1.1\r\nContent-Length: 00\r\n\r\n", true),
    ] {
        assert_eq!(parse(head).unwrap().more, more, "{head}");
    }
    for (number, value) in [("7", 7), ("", 0), ("-1", 0), ("99999999999999999999", 0), ("x", 0)] {
        assert_eq!(parse(&format!("GET /at?number={number} HTTP/1.1\r\n\r\n")).unwrap().number("number"), value);
    }
}

#[test]
fn what_is_not_understood_is_refused() {
    for (head, status) in [
        ("", BAD_REQUEST),
        ("\r\n\r\n", BAD_REQUEST),
        ("GET /\r\n\r\n", BAD_REQUEST),
        ("GET  / HTTP/1.1\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1 x\r\n\r\n", BAD_REQUEST),
        ("GET http://127.0.0.1/ HTTP/1.1\r\n\r\n", BAD_REQUEST),
        ("GET /\u{e9} HTTP/1.1\r\n\r\n", BAD_REQUEST),
        ("GET /\t HTTP/1.1\r\n\r\n", BAD_REQUEST),
        ("G(T / HTTP/1.1\r\n\r\n", BAD_REQUEST),
        ("GET / FTP/1.1\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/2.0\r\n\r\n", VERSION),
        ("get / HTTP/1.1\r\n\r\n", NOT_GET),
        ("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", NOT_GET),
        ("OPTIONS / HTTP/1.1\r\n\r\n", NOT_GET),
        ("GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", BODY),
        ("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", BODY),
        ("GET / HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\nContent-Length:\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\nOrigin: a\r\nOrigin: a\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\nX: a\r\n more\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\n: a\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\nX: a\rHost: b\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\nX: a\0\r\n\r\n", BAD_REQUEST),
        ("GET / HTTP/1.1\r\nno colon\r\n\r\n", BAD_REQUEST),
    ] {
        assert_eq!(parse(head).unwrap_err(), status, "{head:?}");
    }
    assert_eq!(Request::parse(b"GET / HTTP/1.1\r\nX: \xff\r\n\r\n").unwrap_err(), BAD_REQUEST);
}

#[test]
fn a_head_ends_at_the_first_empty_line() {
    for (bytes, end) in [
        ("GET / HTTP/1.1\r\n\r\nmore", Some(18)),
        ("GET / HTTP/1.1\n\nmore", Some(16)),
        ("a\r\nb\n\r\n\r\n", Some(7)),
        ("a\r\n\r", None),
        ("a\r\n", None),
        ("\n", None),
        ("", None),
        ("\n\n", Some(2)),
    ] {
        assert_eq!(end_of_head(bytes.as_bytes()), end, "{bytes:?}");
    }
}
