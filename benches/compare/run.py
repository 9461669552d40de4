"""grabframe beside ffmpeg alone and matplotlib, in one run, round-robin; ratios are what counts, times are noisy.

    cargo build --release --manifest-path benches/Cargo.toml
    python3 benches/compare/run.py [--rounds 5] [--steps 300] [--in-process]
    python3 benches/compare/run.py --heatmap [--rounds 5] [--steps 100]
    python3 benches/compare/run.py --pieces [--rounds 5]

Needs ffmpeg, and matplotlib and Pillow for their rows. Prints medians: seconds of the whole process, its peak memory,
the size of the file, and the ratio to grabframe's row. With `--heatmap`, a GIF of a picture that changes everywhere in
every frame: CPU seconds of the whole process, the size of the file, and how far the frames, as Pillow decodes them, are
from the stills of the side that made them. With `--pieces`, the milliseconds that 100,000 lines, polygons, triangles and
markers take to draw, the least of all rounds, and how many times as long matplotlib takes.
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
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target"))
WALK = TARGET / "release" / "compare_walk"
PIECES = TARGET / "release" / "compare_pieces"
HEATMAP = TARGET / "release" / "compare_heatmap"
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


def nearness(gif, stills):
    """Of all frames of a GIF beside the raw stills: PSNR in dB, the largest error, its 99.9th percentile over pixels."""
    import numpy as np
    from PIL import Image

    image = Image.open(gif)
    want = np.fromfile(stills, np.uint8).reshape(-1, image.height, image.width, 3)
    if image.n_frames != len(want):
        raise SystemExit(f"{gif} has {image.n_frames} frames, not {len(want)}")
    square, counts = 0.0, np.zeros(256, np.int64)
    for i, still in enumerate(want):
        image.seek(i)
        off = np.abs(np.asarray(image.convert("RGB")).astype(np.int32) - still)
        square += float((off**2).sum())
        counts += np.bincount(off.max(2).ravel(), minlength=256)
    psnr = 10 * np.log10(255**2 * want.size / square) if square else np.inf
    return psnr, int(np.nonzero(counts)[0].max()), int(np.searchsorted(counts.cumsum(), 0.999 * counts.sum()))


def heatmap(rounds, steps, folder):
    """Rows of the heatmap; every scene of ours, and the first beside matplotlib's."""
    n = str(steps)
    ours = {scene: [HEATMAP, "record", scene, n, f"{scene}.gif"] for scene in ("waves", "jet", "dots", "noise")}
    theirs = [sys.executable, str(HERE / "heatmap_matplotlib.py")]
    rows = {f"grabframe, {scene}": (command, f"{scene}.gif", f"{scene}.rgb") for scene, command in ours.items()}
    rows["matplotlib PillowWriter, waves"] = (theirs + ["record", n, "theirs.gif"], "theirs.gif", "theirs.rgb")
    for scene in ours:
        subprocess.run([HEATMAP, "raw", scene, n, f"{scene}.rgb"], cwd=folder, check=True)
    subprocess.run(theirs + ["raw", n, "theirs.rgb"], cwd=folder, check=True)
    took = {name: [] for name in rows}
    for _ in range(rounds):
        for name, (command, _, _) in rows.items():
            before = os.times()
            run(command, folder)
            after = os.times()
            cpu = after.children_user + after.children_system - before.children_user - before.children_system
            took[name].append(cpu)
    print(f"{'':32} {'CPU ms a frame':>15} {'ratio':>7} {'kB':>9} {'PSNR':>6} {'max':>4} {'99.9 %':>6}")
    first = None
    for name, (_, gif, stills) in rows.items():
        cpu = statistics.median(took[name]) * 1e3 / steps
        first = first or cpu
        psnr, worst, most = nearness(folder / gif, folder / stills)
        kb = (folder / gif).stat().st_size / 1000
        print(f"{name:32} {cpu:15.3f} {cpu / first:6.2f}x {kb:9.1f} {psnr:6.2f} {worst:4} {most:6}")


def pieces(rounds, folder):
    """The scenes of pieces.rs, ours and theirs by turns; what they draw a grid of cells with has a row more."""
    theirs = [sys.executable, str(HERE / "pieces_matplotlib.py")]
    print(f"{'':10} {'grabframe':>10} {'matplotlib':>11} {'ratio':>6}")
    for ours, other in [(s, s) for s in ("short", "long", "quads", "cells", "mesh", "one", "fifty", "all")] + [("cells", "quadmesh")]:
        took = [[], []]
        for _ in range(rounds):
            for times, command in zip(took, ([PIECES, ours, "3"], [*theirs, other, "2"])):
                times.append(float(re.match(r"([\d.]+) ms", run(command, folder)[2]).group(1)))
        ms = [min(times) for times in took]
        print(f"{other:10} {ms[0]:7.2f} ms {ms[1]:8.1f} ms {ms[1] / ms[0]:5.1f}x")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--steps", type=int)
    p.add_argument("--heatmap", action="store_true")
    p.add_argument("--pieces", action="store_true")
    p.add_argument("--in-process", action="store_true", help="the example was built with --features mp4")
    o = p.parse_args()
    o.steps = o.steps or (100 if o.heatmap else 300)
    n = str(o.steps)
    if o.pieces:
        with tempfile.TemporaryDirectory() as folder:
            pieces(o.rounds, Path(folder))
        return
    if o.heatmap:
        with tempfile.TemporaryDirectory() as folder:
            heatmap(o.rounds, o.steps, Path(folder))
        return
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
