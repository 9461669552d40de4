//! A browser without a window, that is told what to do through a pipe.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// Chromium with one page.
pub struct Browser {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    session: String,
    number: u32,
    _profile: temp_dir::TempDir,
}

impl Browser {
    /// `None` if there is no Chromium; then it was said which test is skipped.
    pub fn start(test: &str) -> Option<Self> {
        if !crate::tools::have("chromium", test) {
            return None;
        }
        let profile = temp_dir::TempDir::new().unwrap();
        // it speaks on its descriptors 3 and 4
        let options = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
                       --disable-component-update --disable-sync --disable-dev-shm-usage --remote-debugging-pipe";
        let mut process = Command::new("sh")
            .args(["-c", &format!("exec chromium {options} --user-data-dir=\"$0\" 3<&0 4>&1 </dev/null >/dev/null")])
            .arg(profile.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let input = process.stdin.take().unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let mut browser = Self { process, input, output, session: String::new(), number: 0, _profile: profile };
        let target = browser.call("Target.createTarget", r#"{"url":"about:blank"}"#);
        let target = text(&target, "targetId").to_owned();
        let session = browser.call("Target.attachToTarget", &format!(r#"{{"targetId":"{target}","flatten":true}}"#));
        browser.session = format!(r#","sessionId":"{}""#, text(&session, "sessionId"));
        browser.call("Page.enable", "{}");
        Some(browser)
    }

    pub fn open(&mut self, url: &str) {
        self.call("Page.navigate", &format!(r#"{{"url":"{url}"}}"#));
    }

    /// What the expression is, as text.
    pub fn evaluate(&mut self, expression: &str) -> String {
        let quoted = expression.replace('\\', "\\\\").replace('"', "\\\"");
        let reply = self.call("Runtime.evaluate", &format!(r#"{{"expression":"String({quoted})"}}"#));
        assert!(!reply.contains("exceptionDetails"), "{expression}: {reply}");
        text(&reply, "value").to_owned()
    }

    /// Waits until the expression is that text, for so long.
    pub fn expect(&mut self, expression: &str, want: &str, patience: Duration) -> Duration {
        let start = Instant::now();
        loop {
            let got = self.evaluate(expression);
            if got == want {
                return start.elapsed();
            }
            assert!(start.elapsed() < patience, "{expression} is {got:?}, not {want:?}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn press(&mut self, key: &str) {
        for kind in ["keyDown", "keyUp"] {
            self.call("Input.dispatchKeyEvent", &format!(r#"{{"type":"{kind}","key":"{key}"}}"#));
        }
    }

    /// A picture of the page, as base64 of a PNG.
    #[allow(dead_code)]
    pub fn screenshot(&mut self) -> String {
        text(&self.call("Page.captureScreenshot", "{}"), "data").to_owned()
    }

    /// Calls a method, and waits for what it returns.
    pub fn call(&mut self, method: &str, parameters: &str) -> String {
        self.number += 1;
        let (number, session) = (self.number, &self.session);
        let message = format!("{{\"id\":{number},\"method\":\"{method}\",\"params\":{parameters}{session}}}\0");
        self.input.write_all(message.as_bytes()).unwrap();
        loop {
            let mut reply = Vec::new();
            self.output.read_until(0, &mut reply).unwrap();
            assert!(!reply.is_empty(), "Chromium has gone");
            let reply = String::from_utf8_lossy(&reply).into_owned();
            // all else are events
            if reply.starts_with(&format!("{{\"id\":{number},")) {
                assert!(!reply.contains("\"error\":{"), "{method}: {reply}");
                return reply;
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The text of that name in a JSON object, as it stands there.
fn text<'a>(json: &'a str, name: &str) -> &'a str {
    let from = json.find(&format!("\"{name}\":\"")).unwrap_or_else(|| panic!("no {name} in {json}")) + name.len() + 4;
    let end = json[from..].find('"').unwrap();
    &json[from..from + end]
}
