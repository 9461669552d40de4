//! Plots that are made to be recorded: change a figure in your simulation's loop, grab a frame, get a movie.
//!
//! ```no_run
//! use grabframe::prelude::*;
//!
//! # fn main() -> grabframe::Result<()> {
//! let mut fig = Figure::new();                     // 640 x 480 pixels, as matplotlib's
//! let ax = fig.add_axes();                         // a key: `fig[ax]` is the axes
//! let line = fig[ax].add(Line::empty().fmt("k-o")); // a key: `fig[line]` is the line
//! fig[ax].set_xlim(-5.0, 5.0).set_ylim(-5.0, 5.0);
//!
//! let mut movie = GifWriter::new().fps(15).saving(&mut fig, "walk.gif")?;
//! for step in 0..20 {
//!     let t = 0.1 * f64::from(step);
//!     movie[line].push(t * t.cos(), t * t.sin());   // the figure, while it is recorded
//!     movie[ax].set_title(format!("t = {t:.1}"));
//!     movie.grab_frame()?;
//! }
//! let receipt = movie.finish()?;                    // every error comes out here at the latest
//! println!("{receipt}");
//! # Ok(())
//! # }
//! ```
//!
//! # From matplotlib
//!
//! | matplotlib | here |
//! |---|---|
//! | `fig, ax = plt.subplots()` | `let mut fig = Figure::new(); let ax = fig.add_axes();` |
//! | `fig, axs = plt.subplots(2, 3, figsize=(8, 6))` | `Figure::inches(8.0, 6.0)`, `fig.subplots(2, 3)`, `axs[(0, 1)]` |
//! | `layout="constrained"` | `Figure::new().constrained()` |
//! | `line, = ax.plot(x, y, "r--", lw=2, label="a")` | `let line = fig[ax].add(Line::new(&x, &y).fmt("r--").linewidth(2.0).label("a"));` |
//! | `line.set_data(x, y)` | `fig[line].set_data(&x, &y);` |
//! | `ax.scatter(x, y, s=area, c=values, cmap="plasma")` | `Scatter::new(&x, &y).sizes(&area).values(&values).cmap(Colormap::PLASMA)` |
//! | `im = ax.imshow(a, vmin=0, vmax=1)`; `fig.colorbar(im, label="Hz")` | `let im = fig[ax].add(Image::new(&a).clim(0.0, 1.0));` `let bar = fig.colorbar(im);` `fig[bar].set_label("Hz");` |
//! | `ax.imshow(a, origin="lower", extent=(0, 6, 0, 4), interpolation="nearest")` | `Image::new(&a).origin("lower").extent(0, 6, 0, 4).interpolation("nearest")` |
//! | `norm="log"`, `PowerNorm(0.5)`, `CenteredNorm()`, `TwoSlopeNorm(0)` | `.norm("log")`, `.norm(Norm::Power { gamma: 0.5 })`, [`Norm::Centered`], [`Norm::TwoSlope`] |
//! | `ax.bar(x, h, yerr=e, capsize=4)`; `ax.barh`; `ax.hist(x, bins=30, density=True)` | `Bars::new(x, h).yerr(e).capsize(4)`; `Bars::horizontal(..)`; `Histogram::new(x).bins(30).density(true)` |
//! | `ax.fill_between(x, lo, hi, alpha=0.3)`; `ax.step(x, y, where="mid")` | `FillBetween::new(x, lo, hi).alpha(0.3)`; `Line::new(x, y).steps("mid")` |
//! | `ax.axhline(0, color="k")`; `ax.axvspan(1, 2)`; `ax.errorbar(x, y, yerr=e, fmt="o")` | `Rule::horizontal(0).color("k")`; `Span::vertical(1, 2)`; `ErrorBars::new(x, y).yerr(e).fmt("o")` |
//! | `ax.pcolormesh(x, y, z)`; `ax.contourf(x, y, z, levels=10)`; `ax.quiver(x, y, u, v, c)` | `Mesh::on(x, y, z)`; `Contour::on(x, y, z).levels(10).filled()`; `Quiver::on(x, y, u, v).values(c)` |
//! | `ax.add_patch(plt.Circle((x, y), r))`; `ax.annotate("peak", xy, xytext, arrowprops=..)` | `Patch::circle(x, y, r)`; `Annotation::new("peak", xy).at(xytext).arrow("->")` |
//! | `ax.text(0.1, 0.9, s, transform=ax.transAxes)` | `fig[ax].add(Text::new(0.1, 0.9, s).axes_fraction());` |
//! | `fig.text(0.98, 0.02, s, ha="right")` | `let words = fig.text(0.98, 0.02, s); fig[words].set_ha("right");` |
//! | `ax.set_ylabel(r"$\rho$ (kg m$^{-3}$)")` | the same, as far as [mathematics](#mathematics) goes here |
//! | `ax.set_title(..)`, `set_xlabel`, `set_xlim`, `grid(True)`, `legend()` | the same, chained: `fig[ax].set_title(..).grid(true).legend();` |
//! | `ax.set_ylim(0, None)`, `ax.get_ylim()` | `fig[ax].set_ylim(0, None);`, `fig[ax].ylim()` |
//! | `ax.axis("off")`, `ax.invert_yaxis()` | `fig[ax].set_frame(false);`, `fig[ax].invert_y();` |
//! | `ax.tick_params(axis="x", rotation=45)` | `fig[ax].set_xtick_rotation(45);` |
//! | `ax.set_yscale("log")`, `ax.set_aspect("equal")` | the same, or `set_yscale(Scale::Log)`, `set_aspect(Aspect::Equal)` |
//! | `ax.legend(loc="upper left")`; a label `"_hidden"` stays out of it | `fig[ax].legend_at("upper left");` the same |
//! | `fig.savefig("a.png")`, `"a.svg"`, `"a.pdf"` | `fig.save("a.png")?`, `"a.svg"`, `"a.pdf"` |
//! | `with writer.saving(fig, "a.mp4", dpi): writer.grab_frame()` | `let mut movie = writer.saving(&mut fig, "a.mp4")?; movie.grab_frame()?; movie.finish()?;` |
//! | `FFMpegWriter(fps=15, metadata=..)`, `PillowWriter` | [`FfmpegWriter`], [`GifWriter`]; [`AutoWriter`] goes by the extension |
//! | `FuncAnimation(fig, update, frames, interval=50).save(..)` | [`animate`]`(&mut fig, frames, \|fig, i\| ..).interval(50.0).save(..)?` |
//! | `ArtistAnimation(fig, sets).save(..)` | [`animate_artists`]`(&mut fig, sets).save(..)?` |
//!
//! # How it works
//!
//! A [`Figure`] is plain data. Adding axes or an artist returns a [`Key`], and `fig[key]` is the thing, with its own type.
//! Setters come in two forms: `color(..)` on a value that is being built, `set_color(..)` on what is in a figure.
//! A wrong length or an unknown colour name is a panic at your line; what can go wrong outside the program is an [`Error`].
//!
//! A [`Writer`] is a description. Its [`saving`](Writer::saving) borrows the figure, or takes it, and returns a [`Recording`], which
//! reaches the same artists by the same keys and takes frames until [`finish`](Recording::finish). Frames are encoded on
//! another thread. [`open`](Writer::open) is the same for pictures without a figure: [`MovieFile::write_frame`] and
//! [`MovieFile::write_array`].
//!
//! A picture is a [`Frame`]: RGB bytes. [`Figure::render`] gives one, a [`Renderer`] many, quickly.
//!
//! Data are columns ([`Column`]: slices, vectors, arrays, ranges, `ndarray` vectors of any number type) and grids
//! ([`Grid`]). Lengths are in points (1/72 inch), angles in degrees, positions in data units; pixels are `f32`, and `y`
//! grows downward among them.
//!
//! # Mathematics
//!
//! What stands between two dollar signs is mathematics, in titles, labels, legends and [`Text`]: `r"$\alpha_i^2$"`. There are
//! Greek letters, the common signs by their TeX names (`\times`, `\leq`, `\infty`, `\nabla`, `\to`, `\sum`, `\int`), exponents
//! and indices (`x_{i+1}^2`, `f'`), functions (`\sin`, `\lim`), fonts (`\mathrm{..}`, `\mathbf`, `\mathit`, `\text`) and spaces
//! (`\,`, `\;`, `\quad`). What has more in it (fractions, roots, accents), or a fault, is shown whole as it was written, and
//! [`Layout::notes`] says why.
//!
//! As in matplotlib, a line with one dollar sign, or three, has no mathematics. `\$` is always a dollar sign: write
//! `r"\$5 to \$10"`.
//!
//! What does not compile here, and what to write instead: [`not_here`].
//!
//! # Features
//!
//! - `ndarray` (default): arrays as data, [`Frame::view`](Frame), `write_array`.
//! - `read` (default): `Video`, movies read back. A program that only records builds a quarter faster without it.
//! - `mp4`: `Mp4Writer`, H.264 without ffmpeg. Needs a C++ compiler to build.
//! - `plotters`: plotters, both ways. `Figure::draw_on` draws a figure on any of its backends, `RecorderBackend` records a program that was
//!   written for it, `PlottersArtist` lets it draw inside the axes of a figure, `Frame::plotters` is a frame as its drawing area.
//! - `fonts`: `Font`, for labels in Chinese, Japanese, Korean, Arabic, Hebrew, Devanagari and all else that the embedded font does not
//!   have: `fig.add_font(&Font::open("NotoSansSC-Regular.otf")?)`. 19 crates more.

#![cfg_attr(docsrs, feature(doc_cfg))]
// a library prints nothing, and data never makes it panic
#![cfg_attr(not(test), warn(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used))]

mod artist;
mod artists;
mod axis;
mod canvas;
mod data;
#[cfg(feature = "read")]
mod decode;
mod encode;
mod error;
mod export;
// much of it is what reading asks
#[cfg_attr(not(feature = "read"), allow(dead_code, unused_imports))]
mod ffmpeg;
mod figure;
mod formats;
mod fps;
mod geom;
mod layout;
mod numbered;
mod order;
#[cfg(feature = "plotters")]
mod plotters;
mod project;
mod record;
mod render;
mod scene;
mod search;
mod style;
mod surface;
mod text;
#[cfg(test)]
mod thorough;
mod threads;

pub use artist::{
    Artist, ArtistExt, Bounds, ColorCycle, ColorScale, Common, Interpolation, LegendHandle, Mappable, MarkerLook,
    Obstacles, Painter,
};
pub use artists::{
    Annotation, ArrowStyle, Bars, Contour, ErrorBars, FillBetween, Histogram, Image, Line, Mesh, Origin, Patch, Pivot,
    Quiver, Rule, Scatter, Shading, Span, Stairs, Stem, Text,
};
pub use axis::{AxisMap, Scale, Side};
pub use canvas::Frame;
#[cfg(feature = "ndarray")]
pub use canvas::PixelArray;
pub use data::{Channel, Column, Grid, GridData, Number, PerPoint, Values};
#[cfg(feature = "read")]
pub use decode::{Frames, TimedFrames, Video, VideoFrame};
pub use encode::{Encoded, Encoder, Fps, Repeat};
pub use error::{Error, ErrorKind, Result};
pub use export::StillWriter;
pub use figure::{AnyKey, Aspect, Axes, AxisEnd, Colorbar, Figure, Key, LegendLoc, Mosaic, Part, Subplots};
pub use geom::{Clip, Extent, Limits, Path, Point, Rect, Size};
pub use layout::{
    AxesLayout, AxisLayout, FrameLayout, FrameLine, LaidOut, Layout, LegendEntry, LegendLayout, PlacedText, Tick,
    TickMark,
};
#[cfg(feature = "plotters")]
pub use plotters::{AxesChart, AxisCoord, PainterBackend, PlottersArtist, RecordedMovie, RecorderBackend};
pub use project::Projection;
#[cfg(feature = "mp4")]
pub use record::Mp4Writer;
pub use record::{
    Animation, ApngWriter, ArtistSet, AutoWriter, AviWriter, CallbackWriter, FfmpegWriter, GifWriter, Held,
    MemoryWriter, MovieFile, Outcome, PngSequenceWriter, Receipt, Recording, Target, Times, WebpWriter, Writer,
    animate, animate_artists,
};
pub use render::Renderer;
pub use style::{
    Cap, Color, Colormap, FillRule, IntoColor, IntoColormap, IntoLineStyle, IntoMarker, Join, LineStyle, Marker,
    NameOr, Norm, Pen, Steps, percentile,
};
#[cfg(feature = "fonts")]
pub use text::Font;
pub use text::{FontStyle, FontWeight, HAlign, RotationMode, VAlign};

/// The programs in the README are compiled and run as tests.
#[cfg(all(doctest, feature = "ndarray", feature = "read"))]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;

#[doc = include_str!("../docs/not-here.md")]
pub mod not_here {}

/// What an artist of your own needs, beside the [`prelude`]: `use grabframe::artist_prelude::*;`
///
/// See [`Artist`] for one written out.
pub mod artist_prelude {
    pub use crate::{
        Artist, ArtistExt, AxisMap, Bounds, Clip, ColorCycle, ColorScale, Column, Common, Extent, FillRule, Grid,
        GridData, Interpolation, IntoColor, IntoColormap, IntoLineStyle, IntoMarker, LegendHandle, Limits, Mappable,
        MarkerLook, NameOr, Number, Obstacles, Painter, Path, Pen, PerPoint, Point, Projection, Rect, Values,
    };
}

/// What a program that records figures needs: `use grabframe::prelude::*;`
pub mod prelude {
    #[cfg(feature = "fonts")]
    pub use crate::Font;
    #[cfg(feature = "mp4")]
    pub use crate::Mp4Writer;
    #[cfg(feature = "read")]
    pub use crate::Video;
    pub use crate::{
        Annotation, AnyKey, ApngWriter, Artist, ArtistExt, ArtistSet, Aspect, AutoWriter, AviWriter, Axes, Bars,
        CallbackWriter, Color, Colorbar, Colormap, Contour, ErrorBars, FfmpegWriter, Figure, FillBetween, Fps, Frame,
        GifWriter, HAlign, Histogram, Image, Interpolation, IntoColor, Key, LegendLoc, Limits, Line, LineStyle, Marker,
        MemoryWriter, Mesh, MovieFile, Norm, Origin, Patch, PngSequenceWriter, Quiver, Receipt, Recording, Renderer,
        Repeat, Rule, Scale, Scatter, Size, Span, Stairs, Stem, StillWriter, Text, VAlign, WebpWriter, Writer, animate,
        animate_artists,
    };
}
