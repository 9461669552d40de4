"""The sides of the comparison: how each is made, run, and looked at. `run.py` has the questions."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target"))
OUT = TARGET / "compare"
PEERS_TARGET = HERE / "peers/target"
PYTHON = OUT / "venv" / "bin" / "python"
NEEDED = ["matplotlib==3.11.2", "numpy", "pillow", "scipy"]

# name, whether it is antialiased, with places within pixels
PEERS = {
    "plotters": ("0.3.7", "no: ends at whole pixels, and long spikes at the corners of lines over 1 px"),
    "ruviz": ("0.15.2", "yes"),
    "plotine": ("0.5.2", "yes"),
    "kuva": ("0.6.0", "lines; circles at whole pixels"),
}


def make(peers=True):
    """Builds all sides; what is there already stays."""
    OUT.mkdir(parents=True, exist_ok=True)
    if not PYTHON.exists():
        venv.create(OUT / "venv", with_pip=True, system_site_packages=False)
    try:
        subprocess.run([PYTHON, "-c", "import matplotlib, scipy, PIL; assert matplotlib.__version__ == '3.11.2'"], check=True, stderr=subprocess.DEVNULL)
    except subprocess.CalledProcessError:
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *NEEDED], check=True)
    build = ["cargo", "build", "--quiet", "--release", "--manifest-path"]
    subprocess.run([*build, HERE.parent / "Cargo.toml", "--bins"], check=True)
    if peers:
        env = dict(os.environ, CARGO_TARGET_DIR=str(PEERS_TARGET))
        package = [*build, HERE / "peers/Cargo.toml"]
        if subprocess.run([*package, "--features", "all"], env=env).returncode:
            # one that does not build any more leaves the others
            for name in PEERS:
                if subprocess.run([*package, "--features", name, "--bin", name], env=env).returncode:
                    print(f"{name} was not built", file=sys.stderr)
                    # nor is it measured as it was once
                    (PEERS_TARGET / "release" / name).unlink(missing_ok=True)


def ours(name):
    return TARGET / "release" / f"compare_{name}"


def sides():
    """The programs that draw scenes, by name, ours first."""
    found = {"grabframe": [ours("scenes")], "matplotlib": [PYTHON, HERE / "scenes_matplotlib.py"]}
    for name in PEERS:
        if (PEERS_TARGET / "release" / name).exists():
            found[name] = [PEERS_TARGET / "release" / name]
    return found


def one_core():
    """The children run on one core, so that all sides have one thread's worth of it."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def said(command, timeout=300, alone=True):
    """What a program printed; `None` if it failed or took too long."""
    try:
        done = subprocess.run(
            [str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=timeout,
            preexec_fn=one_core if alone else None, check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        print(done.stderr[-600:], file=sys.stderr)
        return None
    return done.stdout


def told(command, alone=True):
    """The same of a program of ours, which has to say something."""
    words = said(command, alone=alone)
    if words is None:
        raise SystemExit(f"{' '.join(map(str, command))} failed, or took too long")
    return words


def seconds(command, folder):
    """How long a program takes, its peak memory in MB (as it says itself, or the system of it), what it printed."""
    start = time.perf_counter()
    child = subprocess.Popen([str(word) for word in command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    words = child.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command} failed:\n{words}")
    took = time.perf_counter() - start
    peak = re.search(r"peak ([\d.]+) MB", words)
    return took, float(peak.group(1)) if peak else usage.ru_maxrss / 1024, words


def encoder_options(program, folder):
    """The arguments that grabframe gives to ffmpeg's encoder, read from a recording with a stand-in for ffmpeg."""
    real = shutil.which("ffmpeg")
    log = folder / "arguments"
    fake = folder / "ffmpeg-that-tells"
    fake.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>{log}\nexec {real} "$@"\n')
    fake.chmod(0o755)
    env = dict(os.environ, GRABFRAME_FFMPEG=str(fake))
    subprocess.run([program, "ffmpeg", "3", "probe.mp4"], cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL)
    words = log.read_text().split("\n")
    words = words[len(words) - 1 - words[::-1].index("-i") :]
    keep = {"-c:v", "-codec:v", "-vcodec", "-preset", "-crf", "-tune", "-movflags"}
    out = []
    for word, value in zip(words, words[1:]):
        if word in keep:
            out += [word, value]
    return out + ["-pix_fmt", "yuv420p"]


def machine():
    """What the numbers were measured on, and when."""
    text = pathlib.Path("/proc/cpuinfo").read_text() if pathlib.Path("/proc/cpuinfo").exists() else ""
    name = re.search(r"model name\s*: (.*)", text)
    rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True).stdout.split()[1]
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
    load = os.getloadavg()[0]
    return (
        f"{name[1].strip() if name else 'a machine'}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}, rustc {rustc}, "
        f"commit {commit or 'unknown'}, load before {load:.1f}"
    )
