"""grabframe beside ffmpeg alone and matplotlib, in one run, round-robin; ratios are what counts, times are noisy.

    cargo build --release --example compare_walk
    python3 benches/compare/run.py [--rounds 5] [--steps 300] [--in-process]

Needs ffmpeg, and matplotlib and Pillow for their rows. Prints medians: seconds of the whole process, its peak memory,
the size of the file, and the ratio to grabframe's row.
"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
WALK = HERE.parent.parent / "target" / "release" / "examples" / "compare_walk"
MATPLOTLIB = [sys.executable, str(HERE / "walk_matplotlib.py")]


def run(command, cwd):
    """Seconds, peak memory in MB (as the process says of itself; of ffmpeg alone, as the system does), what it printed."""
    start = time.perf_counter()
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = child.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command} failed:\n{said}")
    seconds = time.perf_counter() - start
    peak = re.search(r"peak ([\d.]+) MB", said)
    return seconds, float(peak.group(1)) if peak else usage.ru_maxrss / 1024, said


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


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--steps", type=int, default=300)
    p.add_argument("--in-process", action="store_true", help="the example was built with --features mp4")
    o = p.parse_args()
    n = str(o.steps)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        options = encoder_options(WALK, folder)
        subprocess.run([WALK, "raw", n, "frames.rgb"], cwd=folder, check=True)
        alone = ["ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", "640x480"]
        alone += ["-framerate", "30", "-i", "frames.rgb", *options, "alone.mp4"]
        rows = {
            "mp4  grabframe": ([WALK, "ffmpeg", n, "ours.mp4"], "ours.mp4"),
            "mp4  ffmpeg alone, from a file": (alone, "alone.mp4"),
            "mp4  matplotlib FFMpegWriter": (MATPLOTLIB + ["record", n, "theirs.mp4"], "theirs.mp4"),
            "mp4  grabframe, ten times the frames": ([WALK, "ffmpeg", str(10 * o.steps), "long.mp4"], "long.mp4"),
            "gif  grabframe": ([WALK, "record", n, "ours.gif"], "ours.gif"),
            "gif  matplotlib PillowWriter": (MATPLOTLIB + ["record", n, "theirs.gif"], "theirs.gif"),
            "draw grabframe": ([WALK, "draw", n], None),
            "draw matplotlib": (MATPLOTLIB + ["draw", n], None),
        }
        if o.in_process:
            rows["mp4  grabframe, in process"] = ([WALK, "record", n, "process.mp4"], "process.mp4")
        print("ffmpeg alone runs with", " ".join(options))
        took = {name: [] for name in rows}
        for _ in range(o.rounds):
            for name, (command, _) in rows.items():
                took[name].append(run(command, folder))
        first = {}
        print(f"{'':40} {'median':>10} {'ratio':>7} {'peak MB':>8} {'kB':>8}")
        for name, (_, path) in rows.items():
            if path is None:
                values = [float(re.match(r"([\d.]+) ms", said).group(1)) for _, _, said in took[name]]
                unit = "ms"
            else:
                values = [seconds for seconds, _, _ in took[name]]
                unit = "s "
            median = statistics.median(values)
            ratio = median / first.setdefault(name[:4], median)
            size = f"{(folder / path).stat().st_size / 1000:.1f}" if path else ""
            peak = max(mb for _, mb, _ in took[name])
            print(f"{name:40} {median:8.4f} {unit} {ratio:6.2f}x {peak:8.1f} {size:>8}")


main()
