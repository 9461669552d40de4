use super::*;

const TOKEN: &str = "0123456789abcdef";

fn admit(address: &str, headers: &str, target: &str) -> Result<u16, Status> {
    let guard = Guard { token: TOKEN.into(), hosts: vec!["Hub.example.org".into()], address: address.parse().unwrap() };
    let head = format!("GET {target} HTTP/1.1\r\n{headers}\r\n");
    guard.admit(&Request::parse(head.as_bytes()).unwrap())
}

#[test]
fn names_that_the_page_goes_by() {
    let with_token = format!("/?token={TOKEN}");
    for (address, host, port) in [
        ("127.0.0.1", "127.0.0.1:9000", Ok(9000)),
        ("127.0.0.1", "localhost:80", Ok(80)),
        ("127.0.0.1", "LOCALHOST", Ok(80)),
        ("127.0.0.1", "127.0.0.2:1", Ok(1)),
        ("127.0.0.1", "[::1]:9000", Ok(9000)),
        ("127.0.0.1", "[::1]", Ok(80)),
        ("::1", "[0:0::1]:5", Ok(5)),
        ("127.0.0.1", "hub.example.org", Ok(80)),
        ("10.1.2.3", "10.1.2.3:9000", Ok(9000)),
        ("0.0.0.0", "10.1.2.3:9000", Ok(9000)),
        ("127.0.0.1", "10.1.2.3:9000", Err(FORBIDDEN)),
        ("10.1.2.3", "10.1.2.4:9000", Err(FORBIDDEN)),
        ("127.0.0.1", "evil.example:9000", Err(FORBIDDEN)),
        ("0.0.0.0", "evil.example:9000", Err(FORBIDDEN)),
        ("127.0.0.1", "localhost.evil.example", Err(FORBIDDEN)),
        ("127.0.0.1", "127.0.0.1.evil.example", Err(FORBIDDEN)),
        ("127.0.0.1", "hub.example.org.evil", Err(FORBIDDEN)),
        ("127.0.0.1", "localhost@evil.example", Err(FORBIDDEN)),
        ("127.0.0.1", "localhost:99999", Err(FORBIDDEN)),
        ("127.0.0.1", "localhost:", Err(FORBIDDEN)),
        ("127.0.0.1", "[::1", Err(FORBIDDEN)),
        ("127.0.0.1", "[::1]x", Err(FORBIDDEN)),
        ("127.0.0.1", ":80", Err(FORBIDDEN)),
        ("127.0.0.1", "", Err(FORBIDDEN)),
    ] {
        assert_eq!(admit(address, &format!("Host: {host}\r\n"), &with_token), port, "{host} at {address}");
    }
    assert_eq!(admit("127.0.0.1", "", &with_token), Err(FORBIDDEN), "no host");
}

#[test]
fn tokens_come_in_the_address_or_the_cookie() {
    let host = "Host: localhost:7\r\n";
    let cookie = |text: &str| admit("127.0.0.1", &format!("{host}Cookie: {text}\r\n"), "/next");
    assert_eq!(cookie(&format!("grabframe-7={TOKEN}")), Ok(7));
    assert_eq!(cookie(&format!("a=b; grabframe-7={TOKEN}; c")), Ok(7));
    assert_eq!(cookie(&format!("grabframe-8={TOKEN}")), Err(FORBIDDEN), "of another port");
    assert_eq!(cookie("grabframe-7=0123456789abcdeF"), Err(FORBIDDEN));
    for token in ["", "0", "0123456789abcdeg", "0123456789abcdef0", "0123456789abcde"] {
        assert_eq!(admit("127.0.0.1", host, &format!("/?token={token}")), Err(FORBIDDEN), "{token}");
    }
    assert_eq!(admit("127.0.0.1", host, "/"), Err(FORBIDDEN));
    // a wrong one in the address is not made good by the cookie
    let both = format!("{host}Cookie: grabframe-7={TOKEN}\r\n");
    assert_eq!(admit("127.0.0.1", &both, "/?token=no"), Err(FORBIDDEN));
}

#[test]
fn other_pages_are_refused() {
    let ask = |headers: &str, path: &str| {
        admit("127.0.0.1", &format!("Host: localhost:7\r\n{headers}"), &format!("{path}?token={TOKEN}"))
    };
    for (origin, admitted) in [
        ("http://localhost:7", true),
        ("https://localhost:7", true),
        ("http://localhost:8", false),
        ("http://localhost", false),
        ("http://evil.example", false),
        ("http://evil.example/localhost:7", false),
        ("null", false),
        ("", false),
    ] {
        assert_eq!(ask(&format!("Origin: {origin}\r\n"), "/next").is_ok(), admitted, "{origin}");
    }
    for (site, mode, path, admitted) in [
        ("same-origin", "cors", "/next", true),
        ("none", "navigate", "/", true),
        ("cross-site", "navigate", "/", true),
        ("cross-site", "navigate", "/next", false),
        ("cross-site", "no-cors", "/", false),
        ("cross-site", "no-cors", "/next", false),
        ("same-site", "cors", "/at", false),
    ] {
        let headers = format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\n");
        assert_eq!(ask(&headers, path).is_ok(), admitted, "{site} {mode} {path}");
    }
}

#[test]
fn texts_are_compared_whole() {
    assert!(same("abc", "abc") && same("", ""));
    assert!(!same("abc", "abd") && !same("abc", "bbc") && !same("abc", "ab") && !same("", "a"));
}
