//! The port: who connects is served on a thread of its own, and no more than there are places.

use std::io::{Read, Result, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::answer::{Wire, answer, refuse};
use super::page::Page;
use super::request::BUSY;

/// How many may be connected at once.
const MOST: usize = 64;
/// How long a request for the next picture waits, and how long a reply may take to be read.
const PATIENCE: Duration = Duration::from_secs(20);
const WRITE: Duration = Duration::from_secs(20);
/// At the end: how long viewers have to take the last picture, and threads to stop.
const LINGER: Duration = Duration::from_millis(500);

/// A page that is served.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) page: Arc<Page>,
    pub(super) address: SocketAddr,
    places: Arc<Places>,
    threads: Vec<JoinHandle<()>>,
}

/// Who is connected.
#[derive(Debug, Default)]
struct Places {
    taken: Mutex<Vec<Place>>,
    changed: Condvar,
    closing: AtomicBool,
}

#[derive(Debug)]
struct Place {
    stream: Arc<TcpStream>,
    /// Whether a request waits for its reply.
    asking: bool,
    /// The version of the picture that was sent last, and when.
    sent: Option<(u64, Instant)>,
}

impl Server {
    pub(super) fn start(listener: TcpListener, address: SocketAddr, page: Page) -> Result<Self> {
        let (page, places) = (Arc::new(page), Arc::new(Places::default()));
        let compressing = Builder::new().name("grabframe pictures".into()).spawn({
            let page = Arc::clone(&page);
            move || page.compress()
        })?;
        // should the next thread not start, this is dropped, which ends the first
        let mut server = Self { page, address, places, threads: vec![compressing] };
        let listening = Builder::new().name("grabframe watch".into()).spawn({
            let (page, places) = (Arc::clone(&server.page), Arc::clone(&server.places));
            move || listen(&listener, &page, &places)
        })?;
        server.threads.push(listening);
        Ok(server)
    }

    /// How many are connected that have seen a picture.
    pub(super) fn viewers(&self) -> usize {
        self.places.lock().iter().filter(|place| place.sent.is_some()).count()
    }

    /// Lets those who look have the last picture. Who has asked for nothing lately is not waited for.
    fn linger(&self) {
        let until = Instant::now() + LINGER;
        let mut places = self.places.lock();
        loop {
            let newest = self.page.newest();
            let waits = |place: &Place| {
                let (version, at) = place.sent.map_or((0, None), |(version, at)| (version, Some(at)));
                let looks = place.asking || at.is_some_and(|at| at.elapsed() < Duration::from_secs(2));
                looks && newest.is_none_or(|newest| version < newest)
            };
            if !places.iter().any(waits) || Instant::now() >= until {
                return;
            }
            places = self.places.wait(places, Duration::from_millis(5));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.linger();
        self.page.close();
        self.places.closing.store(true, Ordering::Release);
        // who listens wakes when somebody comes
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        let woken = TcpStream::connect_timeout(&SocketAddr::new(ip, self.address.port()), LINGER).is_ok();
        for thread in self.threads.drain(..) {
            if woken || thread.is_finished() {
                let _ = thread.join();
            }
        }
        let until = Instant::now() + LINGER;
        let mut places = self.places.lock();
        places.iter().for_each(|place| _ = place.stream.shutdown(Shutdown::Both));
        while !places.is_empty() && Instant::now() < until {
            places = self.places.wait(places, LINGER);
        }
    }
}

impl Places {
    fn lock(&self) -> MutexGuard<'_, Vec<Place>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Until something has changed, or for so long.
    fn wait<'a>(&self, places: MutexGuard<'a, Vec<Place>>, time: Duration) -> MutexGuard<'a, Vec<Place>> {
        self.changed.wait_timeout(places, time).unwrap_or_else(PoisonError::into_inner).0
    }

    /// A place, if there is one.
    fn take(self: &Arc<Self>, stream: TcpStream) -> std::result::Result<Connection, TcpStream> {
        let mut taken = self.lock();
        if taken.len() >= MOST {
            return Err(stream);
        }
        let stream = Arc::new(stream);
        taken.push(Place { stream: Arc::clone(&stream), asking: false, sent: None });
        Ok(Connection { places: Arc::clone(self), stream, until: Instant::now() })
    }
}

fn listen(listener: &TcpListener, page: &Arc<Page>, places: &Arc<Places>) {
    loop {
        let accepted = listener.accept();
        if places.closing.load(Ordering::Acquire) {
            return;
        }
        let Ok((stream, _)) = accepted else {
            // there are no more descriptors, for instance; there may be later
            std::thread::sleep(Duration::from_millis(50));
            continue;
        };
        match places.take(stream) {
            Ok(mut connection) => {
                let page = Arc::clone(page);
                // if it does not start, the connection is dropped
                let _ = Builder::new().name("grabframe viewer".into()).stack_size(256 << 10).spawn(move || {
                    let _ = connection.stream.set_nodelay(true);
                    if answer(&page, &mut connection, PATIENCE).is_ok() {
                        connection.drain();
                    }
                });
            }
            Err(mut stream) => {
                let _ = stream.set_write_timeout(Some(Duration::from_millis(100)));
                let _ = refuse(&mut stream, BUSY);
            }
        }
    }
}

/// Who is connected, on the thread that serves.
struct Connection {
    places: Arc<Places>,
    stream: Arc<TcpStream>,
    /// When what is read must have come.
    until: Instant,
}

impl Connection {
    fn place(&self, change: impl FnOnce(&mut Place)) {
        if let Some(place) = self.places.lock().iter_mut().find(|place| Arc::ptr_eq(&place.stream, &self.stream)) {
            change(place);
        }
        self.places.changed.notify_all();
    }

    /// Lets the other side read the last reply: closed while something is unread here, the connection would be reset, and the reply lost.
    fn drain(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Write);
        self.expect_within(LINGER);
        let (mut left, mut chunk) = (1 << 20, [0; 4096]);
        while left > 0 {
            match self.read(&mut chunk) {
                Ok(0) | Err(_) => return,
                Ok(count) => left -= count.min(left),
            }
        }
    }
}

/// What is left until then, in a form that sockets take.
fn left(until: Instant) -> Result<Option<Duration>> {
    let left = until.saturating_duration_since(Instant::now());
    if left.is_zero() { Err(std::io::ErrorKind::TimedOut.into()) } else { Ok(Some(left)) }
}

impl Read for Connection {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        self.stream.set_read_timeout(left(self.until)?)?;
        (&*self.stream).read(out)
    }
}

impl Write for Connection {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        (&*self.stream).write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }

    /// All of a reply, in a time for all of it.
    fn write_all(&mut self, mut bytes: &[u8]) -> Result<()> {
        let until = Instant::now() + WRITE;
        while !bytes.is_empty() {
            self.stream.set_write_timeout(left(until)?)?;
            match self.write(bytes) {
                Ok(0) => return Err(std::io::ErrorKind::WriteZero.into()),
                Ok(count) => bytes = &bytes[count..],
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
            }
        }
        Ok(())
    }
}

impl Wire for Connection {
    fn expect_within(&mut self, time: Duration) {
        self.until = Instant::now() + time;
    }

    fn is_open(&mut self) -> bool {
        if self.stream.set_nonblocking(true).is_err() {
            return false;
        }
        let peeked = self.stream.peek(&mut [0]);
        let blocking = self.stream.set_nonblocking(false).is_ok();
        blocking
            && !matches!(peeked, Ok(0))
            && peeked.map_or_else(|e| e.kind() == std::io::ErrorKind::WouldBlock, |_| true)
    }

    fn asked(&mut self) {
        self.place(|place| place.asking = true);
    }

    fn replied(&mut self, version: Option<u64>) {
        self.place(|place| {
            place.asking = false;
            place.sent = version.map(|version| (version, Instant::now())).or(place.sent);
        });
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.places.lock().retain(|place| !Arc::ptr_eq(&place.stream, &self.stream));
        self.places.changed.notify_all();
    }
}
