"""GIFs of pictures that change everywhere, and batches of pieces: ours beside matplotlib's, in turn.

    python3 benches/compare/gif.py heatmap [--rounds 5] [--steps 100]
    python3 benches/compare/gif.py pieces [--rounds 5]
    python3 benches/compare/gif.py exact GIF RAW     how many frames of a GIF are not what was drawn

Needs `cargo build --release --manifest-path benches/Cargo.toml`, matplotlib and Pillow. `heatmap`: CPU seconds of the whole process, the size of the
file, and how far the frames, as Pillow decodes them, are from the stills of the side that made them. `pieces`: the milliseconds that
100,000 lines, polygons, triangles and markers take to draw, the least of all rounds, and how many times as long matplotlib takes.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from sides import HERE, ours, seconds

PIECES, HEATMAP = ours("pieces"), ours("heatmap")


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
            seconds(command, folder)
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
                times.append(float(re.match(r"([\d.]+) ms", seconds(command, folder)[2]).group(1)))
        ms = [min(times) for times in took]
        print(f"{other:10} {ms[0]:7.2f} ms {ms[1]:8.1f} ms {ms[1] / ms[0]:5.1f}x")


def exact(gif, raw):
    """Frames that look alike are one in a GIF, which is shown longer: they are told apart by their times, at 30 a second."""
    import numpy as np
    from PIL import Image

    image = Image.open(gif)
    size = image.width * image.height * 3
    wrong, k, clock = 0, 0, 0.0
    with open(raw, "rb") as stills:
        for i in range(image.n_frames):
            image.seek(i)
            shown = np.asarray(image.convert("RGB")).ravel()
            clock += image.info["duration"] / 1000
            while k < round(clock * 30):
                still = np.frombuffer(stills.read(size), np.uint8)
                if len(still) < size:
                    break
                wrong += int((shown != still).any())
                k += 1
    return f"{wrong} of {k}"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("what", choices=["heatmap", "pieces", "exact"])
    p.add_argument("files", nargs="*")
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--steps", type=int, default=100)
    o = p.parse_args()
    if o.what == "exact":
        if len(o.files) != 2:
            p.error("exact needs GIF and RAW")
        print(exact(*o.files))
        return
    with tempfile.TemporaryDirectory() as folder:
        if o.what == "pieces":
            pieces(o.rounds, Path(folder))
        else:
            heatmap(o.rounds, o.steps, Path(folder))


if __name__ == "__main__":
    main()
