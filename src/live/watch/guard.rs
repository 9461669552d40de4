//! Who may look: whoever has the token, under a name that this page goes by.

use std::hint::black_box;
use std::net::IpAddr;

use super::request::{FORBIDDEN, Request, Status};

/// What is asked of a request.
#[derive(Debug)]
pub(super) struct Guard {
    pub(super) token: String,
    /// Names that the page goes by, beside `localhost`.
    pub(super) hosts: Vec<String>,
    /// The address that it listens at.
    pub(super) address: IpAddr,
}

impl Guard {
    /// The port that the browser knows, for the name of the cookie: cookies are the same for all ports of a host.
    ///
    /// # Errors
    /// The status to reply with, if the request is refused.
    pub(super) fn admit(&self, request: &Request<'_>) -> Result<u16, Status> {
        let host = request.host.ok_or(FORBIDDEN)?;
        let (name, port) = split_host(host).ok_or(FORBIDDEN)?;
        // a page of another name that was made to lead here must not read what is here
        if !self.knows(name) {
            return Err(FORBIDDEN);
        }
        let is_ours = |origin: &str| {
            let rest = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
            rest.is_some_and(|rest| rest.eq_ignore_ascii_case(host))
        };
        if request.origin.is_some_and(|origin| !is_ours(origin)) {
            return Err(FORBIDDEN);
        }
        // a link to the page may be anywhere; what is on it is asked for by the page itself
        let link = request.path == "/" && request.mode == Some("navigate");
        if !link && !matches!(request.site, None | Some("same-origin" | "none")) {
            return Err(FORBIDDEN);
        }
        let given = request.argument("token").or_else(|| request.cookie(&cookie_name(port)));
        if same(given.unwrap_or(""), &self.token) { Ok(port) } else { Err(FORBIDDEN) }
    }

    fn knows(&self, name: &str) -> bool {
        if name.eq_ignore_ascii_case("localhost") || self.hosts.iter().any(|host| host.eq_ignore_ascii_case(name)) {
            return true;
        }
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        // numbers are nobody's name, so that no other page can have them
        bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback() || ip == self.address || self.address.is_unspecified())
    }
}

pub(super) fn cookie_name(port: u16) -> String {
    format!("grabframe-{port}")
}

/// The name and the port of a `Host`.
fn split_host(host: &str) -> Option<(&str, u16)> {
    let end = if host.starts_with('[') { host.find(']')? + 1 } else { host.find(':').unwrap_or(host.len()) };
    let (name, port) = host.split_at(end);
    let port = match port.strip_prefix(':') {
        Some(digits) => digits.parse().ok()?,
        None if port.is_empty() => 80,
        None => return None,
    };
    (!name.is_empty()).then_some((name, port))
}

/// Whether two texts are equal, in a time that does not tell where they differ.
fn same(a: &str, b: &str) -> bool {
    let differ = a.bytes().zip(b.bytes()).fold(0, |sum, (a, b)| black_box(sum | (a ^ b)));
    a.len() == b.len() && differ == 0
}

#[cfg(test)]
mod tests;
