//! A page in the browser that shows the newest frame.

mod answer;
mod guard;
mod listen;
mod page;
mod pictures;
mod request;
mod token;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use crate::canvas::Frame;
use crate::data::Number;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::record::{MovieFile, Recording};
use crate::view::{Shown, View};
use answer::Wire;
use guard::Guard;
use listen::Server;
use page::Page;

/// A page in the browser that shows what is drawn while the program runs: how it is to be. [`open`](WatchView::open) opens it.
///
/// [`Recording::watch`] does both, with the defaults: at most 20 pictures a second, a token by chance, 32 MB of pictures to step back through.
///
/// ```
/// use grabframe::prelude::*;
/// # fn main() -> grabframe::Result<()> {
/// let mut fig = Figure::pixels(320, 240);
/// let ax = fig.add_axes();
/// let line = fig[ax].add(Line::empty());
///
/// let page = WatchView::new().per_second(10).open("127.0.0.1:0")?;
/// println!("{page}"); // http://127.0.0.1:40123/?token=9f2c..
/// for step in 0..100 {
///     fig[line].push(f64::from(step), f64::from(step).sqrt());
///     page.show(&fig); // as `drawnow`, without a movie; it is drawn if somebody looks
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Who may look
///
/// Whoever has the address with its token, and nobody else; no file is ever served. `127.0.0.1` is seen from this machine alone. Where
/// the program runs on another, forward the port: `ssh -L 9000:localhost:9000 node17`, and open `http://localhost:9000/?token=..`.
/// Another address than that is used if the program names it (`"0.0.0.0:9000"` is all there are): the network then sees what the page
/// shows, since nothing is encrypted. Behind a proxy (`https://hub.example.org/user/me/proxy/9000/`) say its name with [`host`](WatchView::host).
#[derive(Clone)]
pub struct WatchView {
    per_second: f64,
    memory: usize,
    token: Option<String>,
    hosts: Vec<String>,
}

impl std::fmt::Debug for WatchView {
    // without the token, which does not belong into logs
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { per_second, memory, hosts, .. } = self;
        let mut shown = f.debug_struct("WatchView");
        shown.field("per_second", per_second).field("memory", memory).field("hosts", hosts).finish_non_exhaustive()
    }
}

impl Default for WatchView {
    fn default() -> Self {
        Self::new()
    }
}

impl WatchView {
    /// At most 20 pictures a second, and 32 MB of them to step back through.
    #[must_use]
    pub fn new() -> Self {
        Self { per_second: 20.0, memory: 32_000_000, token: None, hosts: Vec::new() }
    }

    /// So many pictures a second at most, 0.001 to 1000. Default: 20. The movie has all frames, whatever this says.
    #[must_use]
    pub fn per_second(mut self, most: impl Number) -> Self {
        self.per_second = most.to_f64();
        self
    }

    /// So many bytes of compressed pictures are kept for viewers who step back; a plot is 5 to 50 kB. Default: 32 million.
    #[must_use]
    pub fn memory(mut self, bytes: usize) -> Self {
        self.memory = bytes;
        self
    }

    /// The token, in place of one by chance: 16 letters at least, of A-Z, a-z, 0-9, `-` and `_`. With the same token at the same
    /// port, a page that is open goes on by itself when the program is started again. So it does for all programs that are started where
    /// the environment variable `GRABFRAME_WATCH_TOKEN` has one.
    #[must_use]
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// A name that the page goes by, beside `localhost` and its address in numbers: that of a proxy, or of the machine.
    #[must_use]
    pub fn host(mut self, name: impl Into<String>) -> Self {
        self.hosts.push(name.into());
        self
    }

    /// Opens the page at an address such as `"127.0.0.1:9000"`; port 0 is any that is free.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the address cannot be used, and
    /// [`ErrorKind::BadOption`](crate::ErrorKind::BadOption) if the rate or the token cannot.
    pub fn open(&self, address: impl ToSocketAddrs) -> Result<Watch> {
        self.listen(TcpListener::bind(address))
    }

    fn listen(&self, listener: std::io::Result<TcpListener>) -> Result<Watch> {
        if !(1e-3..=1e3).contains(&self.per_second) {
            return Err(Error::bad_option(format!(
                "{} pictures a second cannot be watched; say 0.001 to 1000",
                self.per_second
            )));
        }
        let given = self.token.clone().or_else(|| std::env::var("GRABFRAME_WATCH_TOKEN").ok());
        if let Some(reason) = given.as_deref().and_then(token::refusal) {
            let of = if self.token.is_some() { "of a page that is watched" } else { "in GRABFRAME_WATCH_TOKEN" };
            return Err(Error::bad_option(format!("the token {of} cannot be used: {reason}")));
        }
        let io = |e| Error::io("listen for viewers at", "the address of the page", e);
        let listener = listener.map_err(io)?;
        let address = listener.local_addr().map_err(io)?;
        let token = given.unwrap_or_else(token::random);
        let guard = Guard { token, hosts: self.hosts.clone(), address: address.ip() };
        let page = Page::new(guard, token::random(), self.per_second, self.memory);
        Ok(Watch(Arc::new(Server::start(listener, address, page).map_err(io)?)))
    }
}

/// A page that is open: what [`WatchView::open`] and [`Recording::watch`] return. It displays its address, with the token.
///
/// Clones are the same page. It is closed when the last of them is dropped, of which a recording that is watched has one until
/// it ends. Those who look then have seen the last frame, for which half a second is waited at most; their browsers look for the next run at the
/// same port.
///
/// Threads of its own compress and serve, and only while somebody looks: `offer` is a look at the clock, and for each picture that
/// is due a copy.
#[derive(Clone)]
pub struct Watch(Arc<Server>);

impl Watch {
    /// The address to open, with the token. `println!("{page}")` prints it. Of a page at all addresses there are, it is that of the
    /// first [`host`](WatchView::host), or of this machine for itself.
    #[must_use]
    pub fn url(&self) -> String {
        let (address, Guard { token, hosts, .. }) = (self.0.address, &self.0.page.guard);
        if !address.ip().is_unspecified() {
            return format!("http://{address}/?token={token}");
        }
        let host = hosts.first().map_or("localhost", String::as_str);
        format!("http://{host}:{}/?token={token}", address.port())
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.0.address
    }

    /// How many look.
    #[must_use]
    pub fn viewers(&self) -> usize {
        self.0.viewers()
    }

    /// Shows a figure as it stands. It is drawn on another thread, and only if somebody looks; here it is cloned, which copies no data.
    pub fn show(&self, figure: &Figure) {
        self.0.page.show(figure);
    }

    /// Shows a picture.
    pub fn show_frame(&self, frame: &Frame) {
        self.0.page.latest.finish(frame, &Shown::new());
    }

    /// What is replied to these bytes.
    #[doc(hidden)]
    #[must_use]
    pub fn reply(&self, request: &[u8]) -> Vec<u8> {
        let mut wire = InMemory { request, reply: Vec::new() };
        let _ = answer::answer(&self.0.page, &mut wire, Duration::ZERO);
        wire.reply
    }
}

impl View for Watch {
    fn offer(&mut self, frame: &Frame, shown: &Shown) {
        self.0.page.latest.offer(frame, shown);
    }

    fn rest(&mut self, last: &Frame, shown: &Shown) {
        self.0.page.latest.rest(last, shown);
    }

    fn finish(&mut self, last: &Frame, shown: &Shown) {
        self.0.page.latest.finish(last, shown);
    }
}

impl std::fmt::Display for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.url())
    }
}

impl std::fmt::Debug for Watch {
    // without the token either
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").field("address", &self.0.address).finish_non_exhaustive()
    }
}

impl Recording<'_> {
    /// Opens a page in the browser that shows the newest frame, with its number, the rate, and at the end the receipt. The movie is the same,
    /// and the loop does not wait for those who look.
    ///
    /// ```
    /// use grabframe::prelude::*;
    /// # fn main() -> grabframe::Result<()> {
    /// # let dir = temp_dir::TempDir::new().unwrap();
    /// # let path = dir.path().join("walk.gif");
    /// let mut fig = Figure::pixels(320, 240);
    /// let ax = fig.add_axes();
    /// let line = fig[ax].add(Line::empty());
    /// let mut movie = GifWriter::new().fps(20).saving(&mut fig, &path)?;
    /// println!("{}", movie.watch("127.0.0.1:0")?); // open this
    /// for step in 0..10 {
    ///     movie[line].push(f64::from(step), f64::from(step).sin());
    ///     movie.grab_frame()?;
    /// }
    /// movie.finish()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Other options are [`WatchView`]'s: `movie.add_view(WatchView::new().per_second(5).open("127.0.0.1:9000")?)`.
    ///
    /// # Errors
    /// As [`WatchView::open`].
    pub fn watch(&mut self, address: impl ToSocketAddrs) -> Result<Watch> {
        let page = WatchView::new().open(address)?;
        self.add_view(page.clone());
        Ok(page)
    }
}

impl MovieFile {
    /// As [`Recording::watch`].
    ///
    /// # Errors
    /// As [`WatchView::open`].
    pub fn watch(&mut self, address: impl ToSocketAddrs) -> Result<Watch> {
        let page = WatchView::new().open(address)?;
        self.add_view(page.clone());
        Ok(page)
    }
}

/// A connection that has one thing to say.
struct InMemory<'a> {
    request: &'a [u8],
    reply: Vec<u8>,
}

impl Read for InMemory<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        self.request.read(out)
    }
}

impl Write for InMemory<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.reply.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Wire for InMemory<'_> {
    fn expect_within(&mut self, _: Duration) {}
}
