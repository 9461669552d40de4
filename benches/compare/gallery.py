"""The gallery's scenes beside matplotlib's.

    python3 benches/compare/gallery.py look OUTDIR [NAME ..]   the first, the middle and the last frame of both, side by side
                                                               (ours, matplotlib's, the difference), and how alike they are (SSIM)
    python3 benches/compare/gallery.py bless [NAME ..]         keeps matplotlib's middle frames in tests/reference/gallery
    python3 benches/compare/gallery.py time [NAME ..]          how many times as fast a warm frame is

A scene is `examples/gallery/scenes/NAME.rs` and `gallery/NAME.py`. Needs matplotlib, numpy, scipy and pillow. Both draw all frames
in turn, several times, and the least counts; the machine should have nothing else to do.
"""
import importlib.util
import pathlib
import subprocess
import sys
import tempfile
import time

import numpy as np
from matplotlib import pyplot
from PIL import Image, ImageChops
from scipy.ndimage import gaussian_filter

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE / "gallery"))


def scene(name):
    spec = importlib.util.spec_from_file_location("scene_" + name, HERE / "gallery" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.scene()


def ours(*args):
    # pictures are the same in every profile, and this one is built sooner
    profile = "release" if "--time" in args else "dev"
    command = ["cargo", "run", "--quiet", "--profile", profile, "--all-features", "--example", "gallery", "--", *args]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def theirs(name, frames):
    """Pictures of these frames, after all the steps before them."""
    fig, step = scene(name)
    pictures = {}
    for k in range(max(frames) + 1):
        step(k)
        if k in frames:
            fig.canvas.draw()
            pictures[k] = Image.fromarray(np.asarray(fig.canvas.buffer_rgba())[..., :3].copy())
    return pictures


def ssim(a, b):
    """Mean structural similarity of the grey pictures (Wang et al. 2004), with a Gaussian window of sigma 1.5."""
    a, b = (np.asarray(picture).astype(float) @ [0.299, 0.587, 0.114] for picture in (a, b))
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    blur = lambda z: gaussian_filter(z, 1.5, truncate=3.5)
    ma, mb = blur(a), blur(b)
    va, vb, cov = blur(a * a) - ma * ma, blur(b * b) - mb * mb, blur(a * b) - ma * mb
    return float((((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2))).mean())


def stills(out, names):
    """Where our frames are: {name: {frame: path}}."""
    ours("--still", str(out), *names)
    found = {}
    for path in sorted(pathlib.Path(out).glob("*.*.png")):
        name, frame, _ = path.name.split(".")
        if not names or name in names:
            found.setdefault(name, {})[int(frame)] = path
    return found


def look(out, names):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    for name, frames in stills(out, names).items():
        if not (HERE / "gallery" / f"{name}.py").exists():
            print(f"{name}: matplotlib has no such scene here")
            continue
        likeness, rows = [], []
        for k, picture in sorted(theirs(name, list(frames)).items()):
            mine = Image.open(frames[k]).convert("RGB")
            likeness.append(f"{k}: {ssim(mine, picture):.4f}")
            row = Image.new("RGB", (mine.width * 3, mine.height))
            for i, part in enumerate((mine, picture, ImageChops.invert(ImageChops.difference(mine, picture)))):
                row.paste(part, (i * mine.width, 0))
            rows.append(row)
        sheet = Image.new("RGB", (rows[0].width, sum(row.height for row in rows)))
        for i, row in enumerate(rows):
            sheet.paste(row, (0, i * row.height))
        sheet.save(out / f"{name}.png")
        print(f"{name:16} {'  '.join(likeness)}   {out / (name + '.png')}")


def bless(names):
    with tempfile.TemporaryDirectory() as out:
        for name, frames in stills(out, names).items():
            if (HERE / "gallery" / f"{name}.py").exists():
                middle = sorted(frames)[1]
                picture = theirs(name, [middle])[middle]
                picture.save(ROOT / "tests/reference/gallery" / f"{name}.png", optimize=True)


def milliseconds(name, frames):
    fig, step = scene(name)
    least = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        for k in range(frames):
            step(k)
            fig.canvas.draw()
            fig.canvas.buffer_rgba()
        least = min(least, (time.perf_counter() - begin) * 1000 / frames)
    pyplot.close(fig)
    return least


def timed(names):
    print(f"{'scene':16} {'ours, ms':>10} {'matplotlib, ms':>15} {'times as fast':>14}")
    for line in ours("--time", *names).splitlines():
        name, mine = line.split()
        if (HERE / "gallery" / f"{name}.py").exists():
            other = milliseconds(name, 24)
            print(f"{name:16} {float(mine):10.3f} {other:15.2f} {other / float(mine):14.1f}", flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["look", out, *names]:
            look(out, names)
        case ["bless", *names]:
            bless(names)
        case ["time", *names]:
            timed(names)
        case _:
            print(__doc__)
