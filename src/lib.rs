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
//! | `fig, axs = plt.subplots(2, 3, figsize=(8, 6), dpi=200)` | `Figure::inches(8.0, 6.0).dpi(200)`, `fig.subplots(2, 3)`, `axs[(0, 1)]` |
//! | `plt.subplots(3, 1, sharex=True, height_ratios=[2, 1, 1])`; `ax2.sharex(ax)` | `fig.subplots_with(3, 1, Subplot::new().share_x().height_ratios([2, 1, 1]))`; `fig.share_x([ax, ax2])` |
//! | `gs[0, 1].subgridspec(3, 1)`; `ax.label_outer()` | `fig.subgrid(axs[(0, 1)], 3, 1, Subplot::new())`; `fig[ax].label_outer(true)` |
//! | `ax.spines["left"].set_position("zero")`, `("outward", 10)`; `ax.spines["top"].set_visible(False)` | `fig[ax].set_spine_at("left", "zero")`, `("outward", 10)`; `fig[ax].set_spine("top", false)` |
//! | `fig.suptitle(s)`, `fig.supxlabel(s)`, `fig.supylabel(s)` | the same |
//! | `ax.secondary_xaxis("top", functions=(f, g))` | `fig.secondary_x(ax, "top", f, g)` |
//! | `ins = ax.inset_axes([0.5, 0.5, 0.4, 0.4])`; `ax.indicate_inset_zoom(ins)` | `let ins = fig.inset(ax, [0.5, 0.5, 0.4, 0.4]);` `fig.indicate_inset_zoom(ax, ins);` |
//! | `layout="constrained"` | `Figure::new().constrained()` |
//! | `plt.style.use("dark_background")`, `rcParams["lines.linewidth"] = 2` | `fig.set_theme("dark");`, also afterwards; a field of a [`Theme`] |
//! | `ax.set_prop_cycle(cycler(color=["r", "b"]) + cycler(linestyle=["-", "--"]))` | `fig[ax].set_cycle(Cycle::colors(["r", "b"]) + Cycle::linestyles(["-", "--"]));` |
//! | `line, = ax.plot(x, y, "r--", lw=2, label="a")` | `let line = fig[ax].add(Line::new(&x, &y).fmt("r--").linewidth(2.0).label("a"));` |
//! | `line.set_data(x, y)` | `fig[line].set_data(&x, &y);` |
//! | `ax.scatter(x, y, s=area, c=values, cmap="plasma")` | `Scatter::new(&x, &y).sizes(&area).values(&values).cmap(Colormap::PLASMA)` |
//! | `im = ax.imshow(a, vmin=0, vmax=1)`; `fig.colorbar(im, label="Hz")` | `let im = fig[ax].add(Image::new(&a).clim(0.0, 1.0));` `let bar = fig.colorbar(im);` `fig[bar].set_label("Hz");` |
//! | `ax.imshow(a, origin="lower", extent=(0, 6, 0, 4), interpolation="nearest")` | `Image::new(&a).origin("lower").extent(0, 6, 0, 4).interpolation("nearest")` |
//! | `norm="log"`, `PowerNorm(0.5)`, `CenteredNorm()`, `TwoSlopeNorm(0)` | `.norm("log")`, `.norm(Norm::Power { gamma: 0.5 })`, [`Norm::Centered`], [`Norm::TwoSlope`] |
//! | `norm=SymLogNorm(1, base=10)`, `BoundaryNorm([0, 5, 20], 256, extend="max")` | `.norm(Norm::symlog(1))`, `.norm(Norm::boundary([0, 5, 20]).extend("max"))` |
//! | `fig.colorbar(im, location="left", shrink=0.8, extend="both", ticks=[0, 1])` | `let bar = fig.colorbar(im);` `fig[bar].set_location("left").set_shrink(0.8).set_extend("both").set_ticks([0, 1]);` |
//! | `fig.colorbar(im, ax=axs)`, `fig.colorbar(im, cax=ax)` | `fig.colorbar_over(im, axs)`, `fig.colorbar_in(im, ax)` |
//! | `ax.bar(x, h, yerr=e, capsize=4)`; `ax.barh`; `ax.hist(x, bins=30, density=True)` | `Bars::new(x, h).yerr(e).capsize(4)`; `Bars::horizontal(..)`; `Histogram::new(x).bins(30).density(true)` |
//! | `ax.bar(x, h, hatch="//")`; `ax.grouped_bar([a, b], tick_labels=names)`; `ax.bar_label(bars, fmt="{:.1f}")` | `Bars::new(x, h).hatch("//")` (or `hatches([..])`); `fig[ax].grouped_bar(names, [a, b])`; `.bar_label("{:.1}")` |
//! | `ax.plot(x, y, marker="o", markevery=0.1, fillstyle="left")`; `dash_capstyle="round"` | `Line::new(x, y).marker('o').markevery(0.1).fillstyle("left")`; `.dash_capstyle("round")` |
//! | `ax.fill_between(x, lo, hi, alpha=0.3)`; `ax.step(x, y, where="mid")` | `FillBetween::new(x, lo, hi).alpha(0.3)`; `Line::new(x, y).steps("mid")` |
//! | `ax.axhline(0, color="k")`; `ax.axvspan(1, 2)`; `ax.errorbar(x, y, yerr=e, fmt="o")` | `Rule::horizontal(0).color("k")`; `Span::vertical(1, 2)`; `ErrorBars::new(x, y).yerr(e).fmt("o")` |
//! | `ax.pcolormesh(x, y, z)`; `ax.contourf(x, y, z, levels=10)`; `ax.quiver(x, y, u, v, c)` | `Mesh::on(x, y, z)`; `Contour::on(x, y, z).levels(10).filled()`; `Quiver::on(x, y, u, v).values(c)` |
//! | `ax.boxplot(samples, whis=(5, 95))`; `ax.violinplot(samples, showmedians=True)` | `BoxPlot::new(&samples).whis_percentiles(5, 95)`; `Violin::new(&samples).showmedians(true)` |
//! | `ax.stackplot(x, rows, labels=names)`; `ax.eventplot(rows)` | `Stackplot::new(x, &rows).labels(names)`; `Events::new(&rows)` |
//! | `ax.hist([a, b], stacked=True, label=names)` | `Histogram::several([&a, &b]).stacked(true).labels(names)` |
//! | `ax.hist2d(x, y, bins=40)`; `ax.hexbin(x, y, C=c, gridsize=20, bins="log")` | `Histogram2d::new(x, y).bins(40)`; `Hexbin::new(x, y).values(c).gridsize(20).norm("log")` |
//! | `ax.streamplot(x, y, u, v, color=speed)`; `LineCollection(segs, array=c)`; `PolyCollection(polys, array=c)` | `Streamlines::new(x, y, u, v).values(speed)`; `Segments::new(segs).values(c)`; `Polygons::new(polys).values(c)` |
//! | `ax.tripcolor(x, y, z)`; `ax.triplot(x, y)`; `cs = ax.tricontour(x, y, z)`; `ax.clabel(cs)` | `TriMesh::delaunay(x, y).values(z)`; `TriMesh::delaunay(x, y)`; `Contour::triangles(x, y, z).labels(true)` |
//! | `ax.add_patch(plt.Circle((x, y), r))`; `ax.annotate("peak", xy, xytext, arrowprops=..)` | `Patch::circle(x, y, r)`; `Annotation::new("peak", xy).at(xytext).arrow("->")` |
//! | `ax.text(0.1, 0.9, s, transform=ax.transAxes)` | `fig[ax].add(Text::new(0.1, 0.9, s).axes_fraction());` |
//! | `bbox=dict(boxstyle="round", facecolor="wheat")` | `.bbox(TextBox::new("round").facecolor("wheat"))` |
//! | `arrowprops=dict(arrowstyle="-\|>", connectionstyle="arc3,rad=0.2")` | `.arrow(Arrow::new("-\|>").connectionstyle("arc3,rad=0.2"))` |
//! | `ax.pie(x, labels=names, autopct="%.1f%%")`; `ax.table(rows, colLabels=names, loc="center")` | `fig[ax].pie(x)`, `Pie::new(x).labels(names).autopct("{:.1}%")`; `Table::new(rows).col_labels(names).loc("center")` |
//! | `fig.text(0.98, 0.02, s, ha="right")` | `let words = fig.text(0.98, 0.02, s); fig[words].set_ha("right");` |
//! | `ax.set_ylabel(r"$\rho$ (kg m$^{-3}$)")` | the same, as far as [mathematics](#mathematics) goes here |
//! | `ax.set_title(..)`, `set_xlabel`, `set_xlim`, `grid(True)`, `legend()` | the same, chained: `fig[ax].set_title(..).grid(true).legend();` |
//! | `ax.set_ylim(0, None)`, `ax.get_ylim()` | `fig[ax].set_ylim(0, None);`, `fig[ax].ylim()` |
//! | `ax.axis("off")`, `ax.invert_yaxis()` | `fig[ax].set_frame(false);`, `fig[ax].invert_y();` |
//! | `ax.xaxis.set_major_locator(MultipleLocator(5))`, `ax.xaxis.set_major_formatter(EngFormatter("Hz"))` | `fig[ax].set_xticks(Ticks::every(5)).set_xformat(Format::engineering("Hz"));` |
//! | `ax.set_xticks([0, 1], ["no", "yes"])`, `ax.set_xticks([0, 1], labels=..)` | `fig[ax].set_xticklabels([0, 1], ["no", "yes"]);` or `.set_xticks(Ticks::at([0, 1]).labels(["no", "yes"]))` |
//! | `ax.tick_params(axis="x", rotation=45)`; `ax.tick_params(which="both", direction="in")` | `fig[ax].set_xtick_rotation(45);`; `fig[ax].tick_params(TickParams::new().which("both").direction("in"));` |
//! | `plt.setp(ax.get_xticklabels(), rotation=45, ha="right", rotation_mode="anchor")` | `fig[ax].tick_params(TickParams::new().axis("x").rotation(45).ha("right").rotation_mode("anchor"));` |
//! | `ax.grid(True, axis="y", linestyle="--", alpha=0.4)` | `fig[ax].set_grid(GridLines::new().axis("y").linestyle("--").alpha(0.4));` |
//! | `ax.set_yscale("log")`, `ax.set_aspect("equal")` | the same, or `set_yscale(Scale::Log)`, `set_aspect(Aspect::Equal)` |
//! | `ax.legend(loc="upper left")`; a label `"_hidden"` stays out of it | `fig[ax].legend_at("upper left");` the same |
//! | `ax.legend(handles=[a, b], ncols=2, title="t", fontsize=8)` | `fig[ax].set_legend(Legend::new().handles([a, b]).ncols(2).title("t").fontsize(8));` |
//! | `ax.legend(loc="upper left", bbox_to_anchor=(1, 1))`, `fig.legend(loc="outside lower center")` | `Legend::new().outside("right")`, `fig.legend(Legend::new().outside("bottom"));` |
//! | `fig.align_labels()`, `fig.align_xlabels()`, `fig.align_ylabels()` | the same |
//! | `axs.flat[2]`, `axs[0, 1]` | `axs[2]`, `axs[(0, 1)]` |
//! | `fig.savefig("a.png")`, `"a.svg"`, `"a.pdf"` | `fig.save("a.png")?`, `"a.svg"`, `"a.pdf"` |
//! | `plt.show()`; `plt.pause(0.2)`; MATLAB's `drawnow` | `fig.show()?`; `movie.pause(0.2)?`, or [`Window::pause`]; `movie.drawnow()?` |
//! | in a notebook: `display(fig)`, `HTML(anim.to_jshtml())` | `fig` or the receipt on the last line of a cell ([`Figure::evcxr_display`]) |
//! | `fig.suptitle(s)` between two frames | `movie.figure_mut().suptitle(s);` |
//! | `with writer.saving(fig, "a.mp4", dpi): writer.grab_frame()` | `let mut movie = writer.saving(&mut fig, "a.mp4")?; movie.grab_frame()?; movie.finish()?;` |
//! | `FFMpegWriter(fps=15, metadata=..)`, `PillowWriter` | [`FfmpegWriter`], [`GifWriter`]; [`AutoWriter`] goes by the extension |
//! | `ax.plot(dates, y)`, `ConciseDateFormatter(AutoDateLocator())` | the same; the axis has dates when its data are dates ([`Moment`]) |
//! | `set_major_locator(MonthLocator())`, `set_major_formatter(DateFormatter("%b %d"))` | `fig[ax].set_xticks(Ticks::months(1)).set_xformat(Format::dates("%b %d"));` |
//! | `FuncAnimation(fig, update, frames, interval=50).save(..)` | [`animate`]`(&mut fig, frames, \|fig, i\| ..).interval(50.0).save(..)?` |
//! | the same, drawn on all cores | [`animate`]`(..)`[`.parallel()`](Animation::parallel)`.save(..)?` |
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
//! Greek letters, some six hundred signs by their TeX names (`\times`, `\leq`, `\infty`, `\nabla`, `\to`, `\sum`, `\int`), exponents
//! and indices (`x_{i+1}^2`, `f'`), fractions and roots (`\frac{a}{b}`, `\binom{n}{k}`, `\sqrt[3]{x}`), accents (`\hat`, `\vec`, `\overline`,
//! `\underbrace`), functions (`\sin`, `\lim`, `\operatorname{tr}`), brackets as high as what they enclose (`\left( .. \right)`), matrices and
//! cases (`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`), fonts (`\mathrm{..}`, `\mathbf`, `\mathcal`, `\mathbb`, `\text`), colours
//! (`\textcolor{C0}{x}`) and spaces (`\,`, `\;`, `\quad`). What is not known, or has a fault, is shown whole as it was written, and
//! [`Layout::notes`] says what is wrong, and at which letter.
//!
//! ```
//! use grabframe::prelude::*;
//! use grabframe::Layout;
//! let mut fig = Figure::new();
//! let ax = fig.add_axes();
//! fig[ax].set_title(r"$\hat{\sigma} = \sqrt{\frac{1}{n}\sum_{i=1}^n (x_i - \bar{x})^2}$");
//! assert!(Layout::of(&fig).notes.is_empty());
//! fig[ax].set_title(r"$\fraction{1}{n}$");
//! assert!(Layout::of(&fig).notes[0].ends_with(r"\fraction is not known in mathematics here, at letter 2"));
//! ```
//!
//! As in matplotlib, a line with one dollar sign, or three, has no mathematics. `\$` is always a dollar sign: write
//! `r"\$5 to \$10"`.
//!
//! # Dates and times
//!
//! Data that are dates make an axis of dates: [`date`]`(2026, 3, 29)`, `SystemTime`, and the types of `jiff` and `chrono` (with the features of
//! these names). So do limits, rules and spans that are dates. Figures keep seconds since 1970; [`Ticks::dates`] writes plain numbers so, too,
//! and [`Moment`] says more.
//!
//! # Seen while it runs
//!
//! In a window (`movie.pause(0.2)?`, `movie.drawnow()?`, `fig.show()?`), in the browser, for programs on servers too
//! (`movie.watch("127.0.0.1:0")?`, feature `watch`), in a terminal ([`TerminalView`]), in a notebook, or by a [`View`] of your own: the loops of matplotlib and
//! MATLAB, line by line, are in [`live_loops`].
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
//! - `watch`: `movie.watch("127.0.0.1:0")?`, a page in the browser that shows what is recorded (`WatchView`). No crate more.
//! - `window`: windows of the program's own, with keys to save, pause and step ([`Window`]); without it they are ffplay's. 43 crates more (on Linux), and
//!   no C.
//! - `jiff`, `chrono`: dates and times of these crates as data ([`Moment`]).

#![cfg_attr(docsrs, feature(doc_cfg))]
// a library prints nothing, and data never makes it panic
#![cfg_attr(not(test), warn(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used))]

mod artist;
mod artists;
mod axis;
mod base64;
mod calendar;
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
mod live;
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
mod view;
mod window;

pub use artist::{
    Arrow, ArrowStyle, Artist, ArtistExt, Bounds, BoxStyle, ColorCycle, ColorScale, Common, ConnectionStyle, Coords,
    Interpolation, LegendHandle, Mappable, MarkerLook, Obstacles, Painter, TextBox,
};
pub use artists::{
    Annotation, Bandwidth, Bars, Baseline, BoxPlot, BoxStats, Contour, ErrorBars, Events, FillBetween, Hexbin,
    Histogram, Histogram2d, Image, KeyCoordinates, Line, Mesh, Origin, Patch, Pie, Pivot, Polygons, Quiver,
    QuiverAngles, QuiverUnits, Reduction, Rule, Scatter, Segments, Shading, Span, Stackplot, Stairs, Stem, Streamlines,
    Table, TableLoc, Text, TriMesh, Violin, ViolinSide,
};
pub use axis::{AxisMap, Format, IntoTicks, Scale, ScaleFunction, Side, Ticks};
pub use canvas::Frame;
#[cfg(feature = "ndarray")]
pub use canvas::PixelArray;
pub use data::{
    Channel, Column, Grid, GridData, Moment, Number, PerPoint, Polyline, Polylines, StreamDirection, Values, Xy, date,
};
#[cfg(feature = "read")]
pub use decode::{Frames, TimedFrames, Video, VideoFrame};
pub use encode::{Encoded, Encoder, Fps, Repeat};
pub use error::{Error, ErrorKind, Result};
pub use export::StillWriter;
pub use figure::{
    AnyKey, Aspect, Axes, AxisEnd, Colorbar, Figure, GridLines, InsetIndicator, Key, Legend, LegendLoc, Mosaic, Part,
    Sharing, Spacing, SpinePosition, Subplot, Subplots, TickParams, WhichAxis, WhichTicks,
};
pub use geom::{Clip, Extent, Limits, Outline, Path, Point, Rect, Size};
pub use layout::{
    AxesLayout, AxisLayout, ColorbarLayout, FrameLayout, FrameLine, IndicatorLayout, LaidOut, Layout, LegendEntry,
    LegendLayout, PlacedText, Tick, TickMark,
};
pub use live::{TerminalGraphics, TerminalView};
#[cfg(feature = "watch")]
pub use live::{Watch, WatchView};
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
    Cap, Color, Colormap, Cycle, Extend, FillRule, FillStyle, Hatch, IntoColor, IntoColormap, IntoLineStyle,
    IntoMarkEvery, IntoMarker, Join, LineStyle, MarkEvery, Marker, NameOr, Norm, Pen, Steps, Theme, TickDirection,
    percentile,
};
#[cfg(feature = "fonts")]
pub use text::Font;
pub use text::{FontStyle, FontWeight, HAlign, RotationMode, VAlign};
pub use view::{Shown, View};
pub use window::Window;

/// The programs in the README are compiled and run as tests.
#[cfg(all(doctest, feature = "ndarray", feature = "read"))]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;

#[doc = include_str!("../docs/not-here.md")]
pub mod not_here {}

#[doc = include_str!("../docs/live.md")]
pub mod live_loops {}

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
    #[cfg(feature = "watch")]
    pub use crate::WatchView;
    pub use crate::{
        Annotation, AnyKey, ApngWriter, Arrow, Artist, ArtistExt, ArtistSet, Aspect, AutoWriter, AviWriter, Axes, Bars,
        BoxPlot, CallbackWriter, Color, Colorbar, Colormap, Contour, ErrorBars, Events, FfmpegWriter, Figure,
        FillBetween, Format, Fps, Frame, GifWriter, GridLines, HAlign, Hexbin, Histogram, Histogram2d, Image,
        Interpolation, IntoColor, Key, Legend, LegendLoc, Limits, Line, LineStyle, Marker, MemoryWriter, Mesh,
        MovieFile, Norm, Origin, Patch, Pie, PngSequenceWriter, Polygons, Quiver, Receipt, Recording, Renderer, Repeat,
        Rule, Scale, Scatter, Segments, Size, Span, Stackplot, Stairs, Stem, StillWriter, Streamlines, Subplot, Table,
        Text, TextBox, Theme, TickParams, Ticks, TriMesh, VAlign, Violin, WebpWriter, Writer, animate, animate_artists,
    };
}
