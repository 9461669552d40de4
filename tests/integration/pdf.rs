//! Figures as PDF: other programs find no fault in them, show the picture that we draw, and find the words.

use std::path::{Path, PathBuf};
use std::process::Command;

use grabframe::Frame;
use grabframe::prelude::*;

use crate::svg::scenes;
use crate::tools::{have, have_time, ssim};

/// What a program says, which must have no complaint.
fn said(program: &str, arguments: &[&str], file: &Path) -> String {
    let out = Command::new(program).args(arguments).arg(file).output().unwrap();
    let errors = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success() && errors.is_empty(), "{program} of {}: {errors}", file.display());
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// What poppler shows of a file, at so many dots an inch: at twice as many, averaged, since it moves lines onto whole pixels.
fn shown(pdf: &Path, dpi: f64) -> Frame {
    let picture = pdf.with_extension("");
    let out = Command::new("pdftoppm")
        .args(["-png", "-singlefile", "-r", &(2.0 * dpi).to_string()])
        .arg(pdf)
        .arg(&picture)
        .output()
        .unwrap();
    assert!(out.status.success() && out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    let fine = Frame::open(picture.with_extension("png")).unwrap();
    let (width, height, row) = (fine.width() / 2, fine.height() / 2, fine.width() as usize * 3);
    let mut rgb = Vec::new();
    for y in 0..height as usize {
        for x in 0..width as usize * 3 {
            let at = 2 * y * row + x / 3 * 6 + x % 3;
            let sum: u32 = [at, at + 3, at + row, at + row + 3].iter().map(|at| u32::from(fine.as_rgb()[*at])).sum();
            rgb.push(((sum + 2) / 4) as u8);
        }
    }
    Frame::from_rgb(width, height, rgb)
}

fn saved(folder: &Path, name: &str, fig: &Figure) -> PathBuf {
    let path = folder.join(name).with_extension("pdf");
    fig.save(&path).unwrap();
    assert!(std::fs::read(&path).unwrap() == fig.to_pdf(), "{name}: two runs write other bytes");
    path
}

#[test]
fn poppler_shows_what_we_draw() {
    if !have_time("poppler_shows_what_we_draw") || !have("pdftoppm", "poppler_shows_what_we_draw") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let keep = std::env::var_os("GRABFRAME_KEEP_PDF");
    let mut worst = Vec::new();
    for (name, fig) in scenes() {
        let pdf = saved(dir.path(), name, &fig);
        let ours = Renderer::new().dpi(2.0 * fig.get_dpi()).render(&fig).clone();
        let theirs = shown(&pdf, 2.0 * fig.get_dpi());
        let alike = ssim(&ours, &theirs);
        println!("{name}: SSIM {alike:.4}, {} bytes", std::fs::metadata(&pdf).unwrap().len());
        if let Some(folder) = &keep {
            ours.save(Path::new(folder).join(format!("{name}_ours.png"))).unwrap();
            theirs.save(Path::new(folder).join(format!("{name}_poppler.png"))).unwrap();
            std::fs::copy(&pdf, Path::new(folder).join(format!("{name}.pdf"))).unwrap();
        }
        let least = match name {
            // small, and with a grid of fine lines, which pictures have on whole pixels
            "families" => 0.85,
            // where room is made for labels, axes lie elsewhere at another resolution, by parts of a pixel
            "subplots" | "words" => 0.93,
            // stripes as wide as a few pixels, which poppler takes from the nearest pixel of an image
            "images" => 0.88,
            _ => 0.95,
        };
        if alike <= least {
            worst.push(format!("{name}: {alike:.4}"));
        }
    }
    assert!(worst.is_empty(), "in poppler PDFs are not alike enough to our pictures: {worst:?}");
}

#[test]
fn other_programs_find_no_fault() {
    let test = "other_programs_find_no_fault";
    if !["qpdf", "pdffonts"].iter().all(|program| have(program, test)) {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    for (name, fig) in scenes() {
        let pdf = saved(dir.path(), name, &fig);
        let checked = said("qpdf", &["--check"], &pdf);
        assert!(checked.contains("No syntax or stream encoding errors found"), "{name}: {checked}");
        // name, type, encoding, embedded, subset, Unicode
        for font in said("pdffonts", &[], &pdf).lines().skip(2) {
            let words: Vec<&str> = font.split_whitespace().collect();
            let ours = ["+DejaVuSans", "+DejaVuMath", "+FrameMath"].iter().any(|ours| words[0].contains(ours));
            assert!(ours && words[1..4] == ["CID", "TrueType", "Identity-H"], "{font}");
            assert!(words[4..7] == ["yes", "yes", "yes"], "{name}: {font}");
        }
    }
}

#[test]
fn words_are_found_as_they_were_written() {
    if !have("pdftotext", "words_are_found_as_they_were_written") {
        return;
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Line::new([-2.0, 0.0, 2.0], [0.0, 1.0, 2.0]).label("efficient flow, Größe α ≤ π"));
    fig[ax].set_title("a title\nof two lines").set_xlabel("Zeit t (µs)").set_ylabel("E = mc² / e\u{301}, 中文 (\\x)");
    fig[ax].text(0.0, 1.2, "T₁ Ω Ω ½ Привет");
    fig[ax].legend();
    let pdf = saved(dir.path(), "words", &fig);
    let text = dir.path().join("text");
    let out = Command::new("pdftotext").arg("-raw").arg(&pdf).arg(&text).output().unwrap();
    assert!(out.status.success() && out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    let found = std::fs::read_to_string(text).unwrap();
    for label in [
        "efficient flow, Größe α ≤ π",
        "a title\nof two lines",
        "Zeit t (µs)",
        "E = mc² / e\u{301}, 中文 (\\x)",
        "T₁ Ω Ω ½ Привет",
        "−2",
        "0.5",
    ] {
        assert!(found.contains(label), "{label:?} is not in {found:?}");
    }
}

#[cfg(feature = "fonts")]
#[test]
fn words_in_fonts_of_ones_own_are_found_and_seen() {
    use crate::fonts::{ARABIC, CFF, CHINESE, read};
    let test = "words_in_fonts_of_ones_own_are_found_and_seen";
    if !["qpdf", "pdffonts", "pdftotext", "pdftoppm"].iter().all(|program| have(program, test)) {
        return;
    }
    let mut fig = Figure::new();
    for name in [ARABIC, CHINESE, CFF] {
        let Some(bytes) = read(name, test) else { return };
        fig.add_font(&Font::new(bytes).unwrap());
    }
    let ax = fig.add_axes();
    // more glyphs than one such font has
    let many: String = ('\u{4e00}'..'\u{4f2c}').collect();
    fig[ax].set_title("速度 (m/s)").set_xlabel("السرعة").set_ylabel("時間 t");
    for (i, line) in many.chars().collect::<Vec<_>>().chunks(30).enumerate() {
        fig[ax].text(0.0, 0.05 + 0.08 * i as f64, line.iter().collect::<String>());
    }
    let dir = temp_dir::TempDir::new().unwrap();
    let pdf = saved(dir.path(), "own_fonts", &fig);
    let text = dir.path().join("text");
    said("qpdf", &["--check"], &pdf);
    assert_eq!(said("pdffonts", &[], &pdf).matches("Type 3").count(), 3);
    let out = Command::new("pdftotext").arg("-raw").arg(&pdf).arg(&text).output().unwrap();
    assert!(out.status.success() && out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    let found = std::fs::read_to_string(text).unwrap();
    // what is told of a line is as it is read; poppler takes it to be as it is seen, from left to right
    let turned: String = "السرعة".chars().rev().collect();
    for label in ["速度 (m/s)", &turned, "時間 t", &many[..90]] {
        assert!(found.contains(label), "{label:?} is not in {found:?}");
    }
    let ours = Renderer::new().dpi(2.0 * fig.get_dpi()).render(&fig).clone();
    let theirs = shown(&pdf, 2.0 * fig.get_dpi());
    if let Some(folder) = std::env::var_os("GRABFRAME_KEEP_PDF") {
        ours.save(Path::new(&folder).join("own_fonts_ours.png")).unwrap();
        theirs.save(Path::new(&folder).join("own_fonts_poppler.png")).unwrap();
        std::fs::copy(&pdf, Path::new(&folder).join("own_fonts.pdf")).unwrap();
    }
    let alike = ssim(&ours, &theirs);
    // pictures have letters of the embedded font on whole pixels, files do not
    assert!(alike > 0.8, "{alike}");
}

#[test]
fn lines_of_very_many_points_make_small_files() {
    let noise = crate::tools::lcg(1_000_000, 5);
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].plot((0..noise.len()).map(|i| i as f64).collect::<Vec<_>>(), &noise);
    let pdf = fig.to_pdf();
    assert!(pdf.len() < 300_000, "{} bytes", pdf.len());
    // markers, each in its own colour
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].add(Scatter::new(&noise[..100_000], &noise[100_000..200_000]).values(&noise[..100_000]));
    let pdf = fig.to_pdf();
    assert!(pdf.len() < 2_000_000, "{} bytes", pdf.len());
}
