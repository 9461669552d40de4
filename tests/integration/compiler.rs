//! What the compiler says to those who know another library: words of ours, at their line.

use std::path::PathBuf;
use std::process::Command;

/// The crate as this test was linked with it.
fn library() -> Option<PathBuf> {
    let deps = std::env::current_exe().ok()?.parent()?.to_path_buf();
    let made = |path: &PathBuf| path.metadata().and_then(|m| m.modified()).ok();
    let all = std::fs::read_dir(deps).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let ours = all.filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("libgrabframe-") && name.ends_with(".rlib")
    });
    ours.max_by_key(made)
}

/// What the compiler says of a function that has `fig`, `ax` and a column `v`.
fn said_of(line: &str) -> Option<String> {
    let library = library()?;
    let dir = temp_dir::TempDir::new().unwrap();
    let program = dir.path().join("mistake.rs");
    let code = format!(
        "use grabframe::prelude::*;\npub fn wrong(v: Vec<f64>) {{\n\
         let mut fig = Figure::new();\nlet ax = fig.add_axes();\n{line}\n}}\n"
    );
    std::fs::write(&program, code).unwrap();
    let out = Command::new(std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into()))
        .args(["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "-L"])
        .arg(format!("dependency={}", library.parent()?.display()))
        .arg("--extern")
        .arg(format!("grabframe={}", library.display()))
        .arg("--out-dir")
        .arg(dir.path())
        .arg(&program)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(!out.status.success(), "`{line}` compiles");
    assert!(said.contains("mistake.rs:5"), "of `{line}` it was said, at no line of ours: {said}");
    Some(said)
}

#[test]
fn mistakes_are_answered_in_words_that_help() {
    let table: [(&str, &[&str]); 18] = [
        (
            "let l = fig[ax].plot(&v, &v); let _ = animate(&mut fig, 0..3, |fig, _| fig[l].set_data(&v, &v));",
            // rustc writes `grabframe::Line` where another crate has a type of that name
            &["a closure of `animate` cannot return `&mut ", "Line`; end it with a semicolon"],
        ),
        ("fig[ax].plot(v.iter().map(|x| 2.0 * x), &v);", &["is not a column of numbers", "collect::<Vec<f64>>()"]),
        ("fig[ax].plot(vec![Some(1.0), None], &v);", &["is not a number", "NaN is a gap"]),
        ("fig[ax].plot(vec![(1.0, 2.0)], &v);", &["is not a number", "unzip()"]),
        ("Scatter::new(&v, &v).sizes(\"9\");", &["neither a number nor a column of numbers"]),
        ("fig[ax].plot(0.0..1.0, &v);", &["is not a column of numbers", "ranges of integers"]),
        ("fig[ax].imshow(&v);", &["is not a grid", "(rows, columns, values)"]),
        ("fig[ax].add(v);", &["is not an artist", "fig[ax].plot(x, y)"]),
        ("let line = fig[ax].plot(&v, &v); fig.colorbar(line);", &["no colour scale that a colorbar could show"]),
        ("let line = fig[ax].plot(&v, &v); fig[line].set_color(3);", &["is not a colour", "tab:red"]),
        ("let line = fig[ax].plot(&v, &v); fig[line].set_linewidth(\"2\");", &["is not a number"]),
        ("fig[ax].set_xlim((0, 10));", &["is no end of an axis", "two arguments: `set_xlim(0, 10)`"]),
        ("Figure::inches((6.4, 4.8));", &["is not a number", "several arguments here"]),
        ("Line::empty().color((1, 0.5, 0));", &["is not a colour", "all floats from 0 to 1"]),
        ("Scatter::new(&v, &v).color(&v);", &["is not a colour", "`Scatter::values`"]),
        ("fig[ax].set_yscale(3.0);", &["is neither a `Scale` nor the name of one"]),
        ("fig[ax].legend_at(String::from(\"best\"));", &["nor the name of one", "&string[..]"]),
        ("let line = fig[ax].plot(&v, &v); fig[line].color(\"red\");", &["cannot move out of index"]),
    ];
    for (line, wanted) in table {
        let Some(said) = said_of(line) else {
            assert!(std::env::var_os("GRABFRAME_CI").is_none(), "no compiler, or no library beside the test");
            eprintln!("skipped: no compiler, or no library beside the test");
            return;
        };
        for words in wanted {
            assert!(said.contains(words), "of `{line}` the compiler says nothing of `{words}`: {said}");
        }
    }
}
