use std::process::Command;

use super::*;

#[test]
fn a_pipe_that_nobody_reads_is_not_waited_for_for_ever() {
    let dir = temp_dir::TempDir::new().expect("a folder");
    let pipe = dir.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
    let file = dir.path().join("file");
    std::fs::write(&file, "a movie").expect("writes");
    let open = || Outlet::open(&pipe, true).expect("opens later");
    let movie = || File::open(&file).expect("opens");
    let error = open().fill_within(Duration::from_millis(20), movie()).expect_err("nobody reads");
    assert!(error.to_string().contains("nobody has begun to read it in 20ms"), "{error}");
    // who comes later is told that there is nothing
    assert_eq!(std::fs::read(&pipe).expect("reads"), b"");
    let outlet = open();
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read(pipe).expect("reads")
    });
    assert_eq!(outlet.fill(movie()).expect("fills"), 7);
    assert_eq!(reader.join().expect("reads"), b"a movie");
}
