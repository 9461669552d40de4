//! A viewer that is no browser: bytes to a port, and what comes back.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use grabframe::{Frame, Watch};

pub const TOKEN: &str = "a-token-for-tests";

/// A reply, whole.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        let line = self.head.lines().find(|line| line.starts_with(&format!("{name}: ")))?;
        line.split_once(": ").map(|(_, value)| value)
    }

    /// What is known of the picture, as JSON.
    pub fn about(&self) -> &str {
        let length = u32::from_be_bytes(self.body[..4].try_into().unwrap()) as usize;
        std::str::from_utf8(&self.body[4..4 + length]).unwrap()
    }

    pub fn number(&self, name: &str) -> u64 {
        let about = self.about();
        let from =
            about.find(&format!("\"{name}\":")).unwrap_or_else(|| panic!("no {name} in {about}")) + name.len() + 3;
        let digits = about[from..].split(|c: char| !c.is_ascii_digit()).next().unwrap();
        digits.parse().unwrap()
    }

    pub fn run(&self) -> &str {
        self.about().split('"').nth(3).unwrap()
    }

    pub fn picture(&self) -> Frame {
        let image = &self.body[4 + self.about().len()..];
        let path = temp_dir::TempDir::new().unwrap();
        let file = path.path().join("picture.webp");
        std::fs::write(&file, image).unwrap();
        let video = grabframe::Video::open(&file).unwrap();
        video.frames().next().unwrap().unwrap()
    }
}

/// Splits the first reply from what comes after it.
pub fn split(bytes: &[u8]) -> Option<(Reply, &[u8])> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let status = head.strip_prefix("HTTP/1.1 ").unwrap()[..3].parse().unwrap();
    let mut reply = Reply { status, head, body: Vec::new() };
    let length = reply.header("Content-Length").map_or(0, |length| length.parse().unwrap());
    reply.body = bytes[end..].get(..length)?.to_vec();
    Some((reply, &bytes[end + length..]))
}

/// A connection that stays.
pub struct Viewer {
    pub stream: TcpStream,
    host: String,
    read: Vec<u8>,
}

impl Viewer {
    pub fn new(page: &Watch) -> Self {
        Self::at(page.address())
    }

    pub fn at(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        Self { stream, host: address.to_string(), read: Vec::new() }
    }

    pub fn send(&mut self, target: &str) {
        let head = format!("GET {target} HTTP/1.1\r\nHost: {}\r\n{}\r\n", self.host, cookie(&self.host));
        self.stream.write_all(head.as_bytes()).unwrap();
    }

    pub fn receive(&mut self) -> Reply {
        let mut chunk = vec![0; 1 << 16];
        loop {
            if let Some((reply, rest)) = split(&self.read) {
                self.read = rest.to_vec();
                return reply;
            }
            let count = self.stream.read(&mut chunk).unwrap();
            assert!(count > 0, "it was closed within a reply");
            self.read.extend_from_slice(&chunk[..count]);
        }
    }

    pub fn ask(&mut self, target: &str) -> Reply {
        self.send(target);
        self.receive()
    }

    /// The next picture after that one.
    pub fn next(&mut self, last: Option<&Reply>) -> Reply {
        self.ask(
            &last.map_or("/next".into(), |last| format!("/next?after={}&run={}", last.number("version"), last.run())),
        )
    }
}

/// The cookie with the token, for that host.
pub fn cookie(host: &str) -> String {
    format!("Cookie: grabframe-{}={TOKEN}\r\n", host.rsplit(':').next().unwrap())
}

/// Sends these bytes and no more, and gives all that comes until the connection is closed.
pub fn raw(address: SocketAddr, bytes: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    // a reply may come before all was sent
    let _ = stream.write_all(bytes);
    let mut all = Vec::new();
    stream.read_to_end(&mut all).unwrap();
    all
}
