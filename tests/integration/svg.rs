//! Figures as SVG: whatever they hold it is well formed, and a browser shows the picture that we draw.

use std::path::Path as FilePath;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use grabframe::prelude::*;
use grabframe::{
    Bounds, Cap, ColorScale, Common, ErrorKind, FillRule, Grid, GridData, Join, Layout, MarkerLook, Painter, Path, Pen,
    Point, Rect,
};
use roxmltree::Document;

use crate::figures_fuzz::figures::check_svg;
use crate::tools::{have, have_time, lcg, ssim};
use crate::{golden, reference};

/// Paints with all that a painter has.
#[derive(Clone, Debug, Default)]
struct All(Common);

impl Artist for All {
    fn common(&self) -> &Common {
        &self.0
    }
    fn common_mut(&mut self) -> &mut Common {
        &mut self.0
    }
    fn bounds(&self) -> Bounds {
        Bounds::new(Limits::new(0.0, 4.0), Limits::new(0.0, 3.0))
    }
    fn paint(&self, p: &mut Painter<'_>) {
        let [blue, orange, green] = ["tab:blue", "tab:orange", "tab:green"].map(|c| Color::parse(c).unwrap());
        // ends and corners
        for (k, (cap, join)) in [(Cap::Butt, Join::Miter), (Cap::Round, Join::Round), (Cap::Projecting, Join::Bevel)]
            .into_iter()
            .enumerate()
        {
            let x = 0.15 + 0.4 * k as f64;
            let mut corner = Path::new();
            corner.move_to(p.point(x, 2.1)).line_to(p.point(x + 0.15, 2.8)).line_to(p.point(x + 0.3, 2.1));
            p.stroke_path(&corner, &Pen::new(blue.with_alpha(0.5), 12.0).cap(cap).join(join));
            p.stroke_path(&corner, &Pen::new(Color::BLACK, 1.0).dashes("-."));
        }
        // curves, and a hole by either rule
        let mut eye = Path::new();
        eye.move_to(p.point(1.4, 2.5))
            .quad_to(p.point(1.9, 3.2), p.point(2.4, 2.5))
            .quad_to(p.point(1.9, 1.8), p.point(1.4, 2.5));
        eye.close()
            .move_to(p.point(1.7, 2.5))
            .line_to(p.point(1.9, 2.65))
            .line_to(p.point(2.1, 2.5))
            .line_to(p.point(1.9, 2.35));
        p.fill_path(&eye, FillRule::EvenOdd, orange);
        p.stroke_path(&eye, &Pen::new(green, 2.0).dashes("--"));
        // a clip within a clip
        let (a, b) = (p.point(2.6, 2.9), p.point(3.9, 2.1));
        p.clipped_to(&Path::ellipse(Rect::new(a.x, a.y, b.x, b.y)), |p| {
            p.fill_rect(p.area(), blue.with_alpha(0.3));
            p.clipped_to(&Path::rect(Rect::new(a.x, a.y, (a.x + b.x) / 2.0, b.y)), |p| {
                p.line(&[2.0, 4.0, f64::NAN, 2.0, 4.0], &[2.0, 3.0, 0.0, 3.0, 2.0], orange, 8.0, &LineStyle::Solid);
            });
        });
        // triangles, lines and polygons by the dozen
        let corners = [(0.1, 0.1), (0.9, 0.2), (0.5, 0.9), (1.2, 0.9)].map(|(x, y)| p.point(x, y));
        p.mesh(
            &corners,
            &[Color::RED, Color::GREEN, Color::BLUE, Color::YELLOW.with_alpha(0.5)],
            &[[0, 1, 2], [1, 3, 2]],
        );
        let (mut points, mut ends, mut colors) = (Vec::new(), Vec::new(), Vec::new());
        for k in 0..12_u32 {
            let x = 1.4 + 0.06 * f64::from(k);
            points.extend([p.point(x, 0.1), p.point(x + 0.5, 0.5), p.point(x, 0.9)]);
            ends.push(3 * (k + 1));
            colors.push(Color::cycle(k as usize / 4).with_alpha(0.6));
        }
        p.strokes(&points, &ends, &colors, &[3.0], &Pen::new(Color::BLACK, 1.0));
        let moved: Vec<Point> = points.iter().map(|q| Point::new(q.x + p.px(90.0), q.y)).collect();
        p.fills(&moved, &ends, &colors);
        // far away
        p.line(&[0.0, 4.0, 1e12], &[1.5, 1.6, 1e12], green, 2.0, &LineStyle::Dashed);
        p.polygon(&[3.7, 3.9, 3.8], &[0.1, 0.1, 1e15], Color::BLACK.with_alpha(0.2));
        p.fill_rect(Rect::new(p.x(3.5), f32::NEG_INFINITY, p.x(3.6), f32::INFINITY), orange.with_alpha(0.2));
        let look = MarkerLook::new(Marker::Star, 14.0, orange).edge(Color::BLACK, 1.0);
        p.markers(&[0.4, f64::NAN, 0.8], &[1.3, 1.3, 1.3], &look);
        p.text(
            "turned\nby thirty",
            p.point(2.0, 1.3),
            11.0,
            green.with_alpha(0.7),
            HAlign::Center,
            VAlign::Center,
            30.0,
        );
        let mut grid = GridData::default();
        [[0.0, 1.0, f64::NAN], [3.0, 4.0, 5.0]].read_into(&mut grid);
        let colors = ColorScale::new("magma", "linear", Limits::new(0.0, 5.0));
        p.image(&grid, &colors, [3.3, 2.7], [1.2, 1.9], Interpolation::Auto);
        p.image(&grid, &colors, [3.35, 3.95], [1.2, 1.9], Interpolation::Bilinear);
    }
}

fn own() -> Figure {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(All::default());
    fig[ax].set_xlim(0.0, 4.0).set_ylim(0.0, 3.0).grid(true);
    fig
}

/// What has no exact cells: images on a log axis, cut, mirrored, translucent.
fn cells() -> Figure {
    let mut fig = Figure::pixels(640, 400);
    let axs = fig.subplots(1, 2);
    let grid: Vec<Vec<f64>> = (0..6).map(|r| lcg(9, r + 1)).collect();
    fig[axs[(0, 0)]].add(Image::new(&grid).extent(1.0, 1000.0, 0.0, 1.0).alpha(0.7));
    fig[axs[(0, 0)]].set_xscale(Scale::Log).set_aspect(Aspect::Auto);
    fig[axs[(0, 1)]].add(Image::new(&grid).extent(0.0, 9.0, 0.0, 6.0));
    fig[axs[(0, 1)]].set_xlim(7.4, 1.3).set_ylim(0.7, 4.5).set_aspect(Aspect::Auto);
    fig
}

/// Formulas with all that they are made of: letters of every font, lines, brackets, colours that are faint, turned too.
fn mathematics() -> Figure {
    let mut fig = Figure::pixels(480, 320);
    for (k, words) in [
        r"$\frac{a+b}{\sqrt[3]{x^2}} \left[\sum_{i=1}^n \mathcal{L}_i\right] \mathbb{R} \mathtt{code} \widehat{abc}$",
        r"$\begin{pmatrix} 1 & 0 \\ 0 & \frac12 \end{pmatrix} \underbrace{x+y}_{2} \overline{AB}\ \boldsymbol{\alpha}$",
        r"$\textcolor{red}{\frac{a}{b}} + \textcolor{#0000ff80}{\sqrt{\overline{x}}} + c$",
    ]
    .into_iter()
    .enumerate()
    {
        let text = fig.text(0.05, 0.8 - 0.25 * k as f64, words);
        fig[text].set_fontsize(16);
    }
    let text = fig.text(0.92, 0.1, r"$\oint \frac{\partial u}{\partial t}$");
    fig[text].set_fontsize(16).set_rotation(90);
    fig
}

/// Markers of which a corner is seen, and whose middles are as far away as they are large.
fn giants() -> (Figure, Key<Axes>) {
    let mut fig = Figure::pixels(320, 240);
    let ax = fig.add_axes();
    fig[ax].set_xlim(0, 1).set_ylim(0, 1);
    // a disc of 10^8 pixels, whose edge goes through the middle
    let points = 1e8 / 100.0 * 72.0;
    let width = Layout::of(&fig)[ax].area.width();
    fig[ax].add(Scatter::new([0.5 - 5e7 / f64::from(width)], [0.5]).sizes(points * points).alpha(0.5));
    fig[ax].add(Scatter::new([0.2, 0.8], [0.3, 0.7]));
    (fig, ax)
}

pub fn scenes() -> Vec<(&'static str, Figure)> {
    let mut scenes: Vec<(&str, Figure)> = reference::SCENES.iter().map(|(name, scene)| (*name, scene())).collect();
    scenes.extend([
        ("gaps_and_dashes", golden::gaps_and_dashes()),
        ("markers", golden::markers()),
        ("scatter", golden::scatter()),
        ("subplots", golden::subplots()),
        ("words", golden::words()),
        ("images", golden::images()),
        ("families", golden::families()),
        ("own", own()),
        ("cells", cells()),
        ("mathematics", mathematics()),
        ("giants", giants().0),
    ]);
    scenes
}

/// One that is not seen leaves the others what they are.
#[test]
fn markers_larger_than_viewers_can_place_are_images() {
    let (mut fig, ax) = giants();
    let (images, uses) = (|svg: &str| svg.matches("<image").count(), |svg: &str| svg.matches("<use").count());
    let svg = fig.to_svg();
    assert_eq!((images(&svg), uses(&svg)), (1, 2), "{svg}");
    assert!(fig.to_pdf().windows(14).any(|some| some == b"/Subtype/Image"));
    fig[ax].add(Scatter::new([0.5, 1e12], [0.5, 0.5]).sizes([30.0, 1e15]));
    let svg = fig.to_svg();
    assert_eq!((images(&svg), uses(&svg)), (1, 3), "{svg}");
}

#[test]
fn svg_is_well_formed_whatever_figures_hold() {
    for (name, fig) in scenes() {
        let svg = fig.to_svg();
        check_svg(&svg);
        assert_eq!(svg, fig.to_svg(), "{name}");
    }
    let odd = [
        "<&>\"']]>",
        "<![CDATA[ &amp; --><script>",
        "\u{0}\u{1}\u{7f}\u{85}\u{feff}\u{fffe}\u{ffff}",
        "😀 \u{301} e\u{301} ﷽ \u{202e}abc",
        "a\r\nb\tc",
        "",
        "\n\n",
    ];
    for label in odd {
        let mut fig = Figure::new();
        let ax = fig.add_axes();
        fig[ax].set_title(label).set_xlabel(label);
        fig[ax].add(Line::new([0.0, 1.0], [0.0, 1.0]).label(label));
        fig[ax].legend();
        let svg = fig.to_svg();
        check_svg(&svg);
        let document = Document::parse(&svg).unwrap();
        let told = document.descendants().any(|node| {
            let text: String =
                node.descendants().filter(|part| part.is_text()).filter_map(|part| part.text()).collect();
            node.attribute("aria-label") == Some(label) || (node.has_tag_name("text") && text == label)
        });
        // all but the characters that XML has no place for is there
        assert!(told || label.contains(['\u{0}', '\r']) || label.trim().is_empty(), "{label:?}");
    }
}

#[test]
fn numbers_of_any_size_are_numbers_in_svg() {
    let far = [f64::NAN, f64::INFINITY, -1e300, 1e300, 1e-300, 0.0, 5e9, -7.0];
    for scale in [Scale::Linear, Scale::Log] {
        let mut fig = Figure::pixels(100, 80).dpi(7.3);
        let ax = fig.add_axes();
        fig[ax].add(Line::new(far, far).fmt("r--o"));
        fig[ax].add(Scatter::new(far, far).values(far));
        fig[ax].add(Image::new([far, far]).extent(-1e300, 1e300, -1e9, 1e-9));
        fig[ax].text(1e300, -1e300, "far");
        fig[ax].set_xscale(scale).set_xlim(0.5, 1.0).set_ylim(-1.0, 1.0).set_aspect(Aspect::Auto);
        check_svg(&fig.to_svg());
    }
}

#[test]
fn figures_are_saved_by_extension() {
    let dir = temp_dir::TempDir::new().unwrap();
    let fig = reference::line_ko();
    let path = dir.path().join("a.SVG");
    fig.save(&path).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), fig.to_svg());
    fig.save(dir.path().join("a.png")).unwrap();
    assert_eq!(Frame::open(dir.path().join("a.png")).unwrap(), fig.render());
    for name in ["a.jpg", "a", "a.mp4"] {
        let error = fig.save(dir.path().join(name)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnknownFormat);
        assert!(error.to_string().contains("png, svg and pdf for stills"), "{error}");
    }
    assert_eq!(fig.save(dir.path().join("none/a.svg")).unwrap_err().kind(), ErrorKind::MissingFolder);
    let left: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn very_many_points_make_no_large_file() {
    const MANY: usize = 60_000;
    let (x, y, z) = (lcg(MANY, 1), lcg(MANY, 2), lcg(MANY, 3));
    let along: Vec<f64> = (0..MANY).map(|i| i as f64).collect();
    let saved = |artist: &dyn Fn(&mut Axes)| {
        let mut fig = Figure::pixels(120, 90);
        let ax = fig.add_axes();
        artist(&mut fig[ax]);
        let svg = fig.to_svg();
        check_svg(&svg);
        (svg.len(), svg.contains("<image"))
    };
    // a band stays a line
    assert!(matches!(saved(&|ax| _ = ax.plot(&along, &y)), (..200_000, false)));
    if have_time("very_many_points_make_no_large_file") {
        assert!(matches!(saved(&|ax| _ = ax.plot(&x, &y)), (..50_000, true)));
    }
    assert!(matches!(saved(&|ax| _ = ax.add(Line::new(&x, &y).fmt("."))), (..50_000, true)));
    let dots = |ax: &mut Axes| _ = ax.add(Scatter::new(&x, &y).values(&z).sizes([4.0]));
    assert!(matches!(saved(&dots), (..200_000, true)));
    // what is not seen does not count
    let near = |ax: &mut Axes| {
        ax.add(Line::new(&x, &y).fmt("."));
        ax.set_xlim(0.1, 0.2).set_ylim(0.1, 0.2);
    };
    assert!(matches!(saved(&near), (..100_000, false)));
    let part = |ax: &mut Axes| {
        ax.plot(&along, &y);
        ax.set_xlim(1000.0, 1050.0);
    };
    assert!(matches!(saved(&part), (..10_000, false)));
}

#[test]
fn stills_say_what_they_are() {
    let dir = temp_dir::TempDir::new().unwrap();
    let fig = reference::line_ko();
    let writer = StillWriter::new()
        .metadata("title", "a < b")
        .metadata("Artist", "Ada Größe, 東京")
        .metadata("Seed", "7")
        .parameters([("dt", 0.1)])
        .parameters([("n", 3)]);
    let svg = writer.to_svg(&fig);
    check_svg(&svg);
    for part in [
        "<title>a &lt; b</title>",
        "<cc:Agent><dc:title>Ada Größe, 東京</dc:title></cc:Agent>",
        "<entry key=\"Seed\">7</entry>",
        "<dc:description>dt = 0.1&#10;n = 3</dc:description>",
    ] {
        assert!(svg.contains(part), "{part}");
    }
    // none of it is drawn, and without it nothing is said
    assert!(
        svg.ends_with(&fig.to_svg()[fig.to_svg().find("<style>").unwrap()..]) && !fig.to_svg().contains("<metadata")
    );
    assert_eq!(StillWriter::new().to_pdf(&fig), fig.to_pdf());
    let pdf = writer.to_pdf(&fig);
    let has = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
    assert!(has(&pdf, b"/Title") && has(&pdf, b"/Author") && has(&pdf, b"/Seed") && has(&pdf, b"/Subject"));
    // PNG: text that any program reads, or of any script; and another resolution
    let path = dir.path().join("a.png");
    writer.clone().dpi(50).save(&fig, &path).unwrap();
    let png = std::fs::read(&path).unwrap();
    assert!(has(&png, b"tEXtTitle\0a < b") && has(&png, "iTXtAuthor\0\0\0\0\0Ada Größe, 東京".as_bytes()));
    assert_eq!(Frame::open(&path).unwrap(), *Renderer::new().dpi(50).render(&fig));
    assert!(writer.dpi(50).to_svg(&fig).contains("width=\"6.4in\" height=\"4.8in\" viewBox=\"0 0 320 240\""));
    let bad = StillWriter::new().metadata("", "x").save(&fig, &path).unwrap_err();
    assert_eq!(bad.kind(), ErrorKind::BadOption);
}

#[test]
fn nobody_records_into_a_still() {
    let dir = temp_dir::TempDir::new().unwrap();
    for name in ["a.svg", "a.PDF"] {
        let path = dir.path().join(name);
        let mut fig = Figure::pixels(20, 20);
        let errors = [
            AutoWriter::new().saving(&mut fig, &path).unwrap_err(),
            PngSequenceWriter::new().saving(&mut fig, &path).unwrap_err(),
        ];
        for error in errors {
            assert!(error.to_string().contains("fig.save(..)"), "{error}");
        }
        assert!(fig.render().save(&path).unwrap_err().to_string().contains("by its own `save`"));
    }
}

/// A hang is a failure, not a wait.
const PATIENCE: Duration = Duration::from_secs(120);

/// What Chromium shows of a page, at twice its size.
fn shown(folder: &FilePath, page: &str, width: u32, height: u32) -> Frame {
    let (html, png) = (folder.join("page.html"), folder.join("page.png"));
    std::fs::write(&html, page).unwrap();
    let mut chromium = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"])
        .args(["--hide-scrollbars", "--force-device-scale-factor=2"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--screenshot={}", png.display()))
        .arg(format!("--window-size={width},{height}"))
        .arg(format!("file://{}", html.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while chromium.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            chromium.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Frame::open(png).unwrap()
}

/// Rows `from..to` of a picture, as wide as `width`.
fn cut(picture: &Frame, from: u32, to: u32, width: u32) -> Frame {
    let row = |y: u32| {
        let start = (y * picture.width()) as usize * 3;
        picture.as_rgb()[start..start + width as usize * 3].to_vec()
    };
    Frame::from_rgb(width, to - from, (from..to).flat_map(row).collect())
}

/// How alike a viewer's picture of a scene is to ours at twice the resolution, and whether that is enough.
fn compare(name: &str, fig: &Figure, theirs: &Frame, viewer: &str, worst: &mut Vec<String>) {
    let ours = Renderer::new().dpi(2.0 * fig.get_dpi()).render(fig).clone();
    let theirs = cut(theirs, 0, ours.height(), ours.width());
    let alike = ssim(&ours, &theirs);
    println!("{name}, {viewer}: SSIM {alike:.4}");
    if let Some(folder) = std::env::var_os("GRABFRAME_KEEP_SVG") {
        ours.save(FilePath::new(&folder).join(format!("{name}_ours.png"))).unwrap();
        theirs.save(FilePath::new(&folder).join(format!("{name}_{viewer}.png"))).unwrap();
    }
    let least = match name {
        // small, and with a grid of fine lines, which pictures have on whole pixels
        "families" => 0.85,
        // where room is made for labels, axes lie elsewhere at another resolution, by parts of a pixel
        "images" | "subplots" | "words" => 0.93,
        _ => 0.95,
    };
    if alike <= least {
        worst.push(format!("{name}, {viewer}: {alike:.4}"));
    }
}

#[test]
fn a_browser_shows_what_we_draw() {
    if !have_time("a_browser_shows_what_we_draw") || !have("chromium", "a_browser_shows_what_we_draw") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let (scenes, mut worst) = (scenes(), Vec::new());
    for (viewer, outlines) in [("chromium", false), ("chromium_outlines", true)] {
        let (mut page, mut width, mut height) = (String::from("<body style='margin:0'>"), 0, 0);
        for (name, fig) in &scenes {
            let Size { width: wide, height: high, .. } = fig.size();
            StillWriter::new().outlines(outlines).save(fig, dir.path().join(name).with_extension("svg")).unwrap();
            page += &format!("<img src='{name}.svg' style='display:block;width:{wide}px;height:{high}px'>");
            (width, height) = (wide.max(width), height + high);
        }
        let seen = shown(dir.path(), &page, width, height);
        let mut top = 0;
        for (name, fig) in &scenes {
            let below = top + 2 * fig.size().height;
            compare(name, fig, &cut(&seen, top, below, seen.width()), viewer, &mut worst);
            top = below;
        }
    }
    assert!(worst.is_empty(), "in Chromium SVGs are not alike enough to our pictures: {worst:?}");
}

#[test]
fn another_viewer_shows_it_too() {
    const TEST: &str = "another_viewer_shows_it_too";
    if !have_time(TEST) || !have("rsvg-convert", TEST) {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let mut worst = Vec::new();
    for (name, fig) in scenes() {
        for (viewer, outlines) in [("rsvg", false), ("rsvg_outlines", true)] {
            let (svg, png) = (dir.path().join("a.svg"), dir.path().join("a.png"));
            StillWriter::new().outlines(outlines).save(&fig, &svg).unwrap();
            if let Some(folder) = std::env::var_os("GRABFRAME_KEEP_SVG") {
                std::fs::copy(&svg, FilePath::new(&folder).join(format!("{name}_{viewer}.svg"))).unwrap();
            }
            let done = Command::new("rsvg-convert")
                .arg(format!("--width={}", 2 * fig.size().width))
                .arg(format!("--height={}", 2 * fig.size().height))
                .args(["--background-color=white", "--output"])
                .args([&png, &svg])
                .status();
            assert!(done.unwrap().success(), "{name}");
            compare(name, &fig, &Frame::open(png).unwrap(), viewer, &mut worst);
        }
    }
    assert!(worst.is_empty(), "in librsvg SVGs are not alike enough to our pictures: {worst:?}");
}
