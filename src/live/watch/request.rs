//! What a browser asks: the head of an HTTP/1 request, of which little is understood and the rest refused.

/// What a head may have at most, in bytes.
pub(super) const MOST: usize = 16 << 10;

/// A number and its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Status(pub(super) u16, pub(super) &'static str);

pub(super) const OK: Status = Status(200, "OK");
pub(super) const NOTHING_NEW: Status = Status(204, "No Content");
pub(super) const BAD_REQUEST: Status = Status(400, "Bad Request");
pub(super) const FORBIDDEN: Status = Status(403, "Forbidden");
pub(super) const NOT_FOUND: Status = Status(404, "Not Found");
pub(super) const NOT_GET: Status = Status(405, "Method Not Allowed");
pub(super) const TIMEOUT: Status = Status(408, "Request Timeout");
pub(super) const BODY: Status = Status(413, "Content Too Large");
pub(super) const HEAD_TOO_LARGE: Status = Status(431, "Request Header Fields Too Large");
pub(super) const BUSY: Status = Status(503, "Service Unavailable");
pub(super) const VERSION: Status = Status(505, "HTTP Version Not Supported");

/// A request for something.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Request<'a> {
    pub(super) path: &'a str,
    query: &'a str,
    pub(super) host: Option<&'a str>,
    pub(super) origin: Option<&'a str>,
    cookies: Vec<&'a str>,
    /// `Sec-Fetch-Site` and `Sec-Fetch-Mode`: who asks, and for what.
    pub(super) site: Option<&'a str>,
    pub(super) mode: Option<&'a str>,
    /// Whether more may come on the same connection.
    pub(super) more: bool,
}

impl<'a> Request<'a> {
    /// Reads a head, from its first line to the empty one.
    ///
    /// # Errors
    /// The status to reply with.
    pub(super) fn parse(head: &'a [u8]) -> Result<Self, Status> {
        let head = std::str::from_utf8(head).map_err(|_| BAD_REQUEST)?;
        let mut lines = head.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        let mut request = Self::first_line(lines.next().unwrap_or(""))?;
        let mut length = None;
        for line in lines.by_ref().take_while(|line| !line.is_empty()) {
            // no space before the colon, no line that goes on with the one before: two programs could read these in two ways
            let (name, value) = line.split_once(':').filter(|(name, _)| is_token(name)).ok_or(BAD_REQUEST)?;
            let value = value.trim_matches([' ', '\t']);
            if value.contains(|c: char| c.is_control() && c != '\t') {
                return Err(BAD_REQUEST);
            }
            let is = |other: &str| name.eq_ignore_ascii_case(other);
            let once = |slot: &mut Option<&'a str>| slot.replace(value).map_or(Ok(()), |_| Err(BAD_REQUEST));
            if is("host") {
                once(&mut request.host)?;
            } else if is("origin") {
                once(&mut request.origin)?;
            } else if is("sec-fetch-site") {
                once(&mut request.site)?;
            } else if is("sec-fetch-mode") {
                once(&mut request.mode)?;
            } else if is("content-length") {
                once(&mut length)?;
            } else if is("cookie") {
                request.cookies.extend(value.split(';').map(str::trim));
            } else if is("connection") {
                request.more &= !value.split(',').any(|word| word.trim().eq_ignore_ascii_case("close"));
            } else if is("transfer-encoding") {
                return Err(BODY);
            }
        }
        match length {
            Some(length) if length.is_empty() || !length.bytes().all(|c| c.is_ascii_digit()) => Err(BAD_REQUEST),
            Some(length) if length.bytes().any(|c| c != b'0') => Err(BODY),
            _ => Ok(request),
        }
    }

    fn first_line(line: &'a str) -> Result<Self, Status> {
        let mut words = line.split(' ');
        let (Some(method), Some(target), Some(version), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(BAD_REQUEST);
        };
        let minor = version.strip_prefix("HTTP/").ok_or(BAD_REQUEST)?;
        if !is_token(method) || !target.starts_with('/') || target.contains(|c: char| !c.is_ascii_graphic()) {
            return Err(BAD_REQUEST);
        }
        if !matches!(minor, "1.0" | "1.1") {
            return Err(VERSION);
        }
        if method != "GET" {
            return Err(NOT_GET);
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Ok(Self { path, query, more: minor == "1.1", ..Self::default() })
    }

    /// The value of that name in the query.
    pub(super) fn argument(&self, name: &str) -> Option<&'a str> {
        find(self.query.split('&'), name)
    }

    /// A number in the query; 0 if it is none.
    pub(super) fn number(&self, name: &str) -> u64 {
        self.argument(name).and_then(|number| number.parse().ok()).unwrap_or(0)
    }

    pub(super) fn cookie(&self, name: &str) -> Option<&'a str> {
        find(self.cookies.iter().copied(), name)
    }
}

fn find<'a>(mut pairs: impl Iterator<Item = &'a str>, name: &str) -> Option<&'a str> {
    pairs.find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value))
}

/// Whether it may be a method or the name of a header.
fn is_token(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|c| c.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&c))
}

/// Where the head ends that these bytes begin with, if it does.
pub(super) fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|c| *c == b'\n') {
        from += at + 1;
        match &bytes[from..] {
            [b'\n', ..] => return Some(from + 1),
            [b'\r', b'\n', ..] => return Some(from + 2),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests;
