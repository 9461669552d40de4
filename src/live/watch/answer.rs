//! What a request is answered.

use std::io::{ErrorKind, Read, Result, Write};
use std::time::Duration;

use super::guard::cookie_name;
use super::page::Page;
use super::request::{
    BAD_REQUEST, FORBIDDEN, HEAD_TOO_LARGE, MOST, NOT_FOUND, NOT_GET, NOTHING_NEW, OK, Request, Status, TIMEOUT,
    end_of_head,
};
use super::token;

/// How long a connection may be silent before a request, and how long a request may take to come.
const SILENT: Duration = Duration::from_secs(60);
const HEAD: Duration = Duration::from_secs(10);

/// Both directions of a connection.
pub(super) trait Wire: Read + Write {
    /// What is read from now on must have come in so long.
    fn expect_within(&mut self, time: Duration);

    /// Whether the other side is still there.
    fn is_open(&mut self) -> bool {
        true
    }

    /// A picture was asked for.
    fn asked(&mut self) {}

    /// The reply is on its way, with a picture of that version, if there was one.
    fn replied(&mut self, version: Option<u64>) {
        _ = version;
    }
}

/// Answers until the other side wants no more, or something that is refused. `patience` is how long a request for the next picture waits.
pub(super) fn answer(page: &Page, wire: &mut dyn Wire, patience: Duration) -> Result<()> {
    let mut bytes = Vec::new();
    // the first comes at once
    wire.expect_within(HEAD);
    loop {
        let end = match read_head(wire, &mut bytes) {
            Ok(Some(end)) => end,
            Ok(None) => return Ok(()),
            Err(status) => return refuse(wire, status),
        };
        let more = match Request::parse(&bytes[..end]) {
            Ok(request) => respond(page, wire, &request, patience)?,
            Err(status) => return refuse(wire, status),
        };
        if !more {
            return Ok(());
        }
        bytes.drain(..end);
        wire.expect_within(SILENT);
    }
}

/// Where the next head ends; `None` if nothing more comes.
fn read_head(wire: &mut dyn Wire, bytes: &mut Vec<u8>) -> std::result::Result<Option<usize>, Status> {
    let mut chunk = [0; 2048];
    let mut begun = !bytes.is_empty();
    if begun {
        wire.expect_within(HEAD);
    }
    loop {
        if let Some(end) = end_of_head(bytes) {
            return if end <= MOST { Ok(Some(end)) } else { Err(HEAD_TOO_LARGE) };
        }
        if bytes.len() > MOST {
            return Err(HEAD_TOO_LARGE);
        }
        match wire.read(&mut chunk) {
            Ok(0) if begun => return Err(BAD_REQUEST),
            Ok(0) => return Ok(None),
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) if begun && matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => return Err(TIMEOUT),
            Err(_) => return Ok(None),
        }
        if !begun {
            begun = true;
            wire.expect_within(HEAD);
        }
    }
}

/// Whether the connection may go on.
fn respond(page: &Page, wire: &mut dyn Wire, request: &Request<'_>, patience: Duration) -> Result<bool> {
    let port = match page.guard.admit(request) {
        Ok(port) => port,
        Err(status) => return refuse(wire, status).map(|()| false),
    };
    // who has seen pictures of another run begins anew
    let mine = request.argument("run") == Some(&page.run);
    let picture = match request.path {
        "/" => {
            let nonce = token::random();
            let policy = format!(
                "Content-Security-Policy: default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; \
                 connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'\r\n\
                 Set-Cookie: {}={}; HttpOnly; SameSite=Strict\r\n",
                cookie_name(port),
                page.guard.token,
            );
            let html = include_str!("page.html").replace("NONCE", &nonce);
            send(wire, OK, "text/html; charset=utf-8", &policy, html.as_bytes(), request.more)?;
            return Ok(request.more);
        }
        "/next" => {
            wire.asked();
            let after = if mine { request.number("after") } else { 0 };
            page.newer(after, patience, &mut || wire.is_open())
        }
        "/at" => page.at(if mine { request.number("number") } else { u64::MAX }),
        _ => return refuse(wire, NOT_FOUND).map(|()| false),
    };
    match &picture {
        Some(picture) => send(wire, OK, "application/octet-stream", "", &page.message(picture), request.more)?,
        None => send(wire, NOTHING_NEW, "", "", b"", request.more)?,
    }
    wire.replied(picture.map(|picture| picture.version));
    Ok(request.more)
}

/// Says no, and that the connection ends here.
pub(super) fn refuse(wire: &mut dyn Write, status: Status) -> Result<()> {
    let words = match status {
        FORBIDDEN => "This page is seen at the address that the program was given, with the token that is in it.\n",
        Status(_, words) => words,
    };
    let allow = if status == NOT_GET { "Allow: GET\r\n" } else { "" };
    send(wire, status, "text/plain; charset=utf-8", allow, words.as_bytes(), false)
}

fn send<W: Write + ?Sized>(
    wire: &mut W,
    Status(code, words): Status,
    kind: &str,
    more_headers: &str,
    body: &[u8],
    more: bool,
) -> Result<()> {
    let mut reply = format!("HTTP/1.1 {code} {words}\r\n");
    if code != NOTHING_NEW.0 {
        reply += &format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
    }
    reply += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
              Cross-Origin-Resource-Policy: same-origin\r\n";
    reply += more_headers;
    reply += if more { "\r\n" } else { "Connection: close\r\n\r\n" };
    // in one piece, so that it is one packet where it can be
    wire.write_all(&[reply.as_bytes(), body].concat())
}
