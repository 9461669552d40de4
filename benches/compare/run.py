"""grabframe beside matplotlib, other libraries of Rust, and ffmpeg alone; writes docs/performance.md. One command:

    python3 benches/compare/run.py                  everything
    python3 benches/compare/run.py scenes growth    only these: scenes, growth, movies, gifs, grab
        [--rounds 3]             how often each side runs
        [--seconds 1.0]          how long it draws one frame after the other, of `scenes`
        [--only line:1000 ..]    only these of `scenes`; the document stays as it is
        [--dry]                  prints tables, and leaves the document

It makes what it needs in benches/target/compare: an environment for Python with matplotlib, and the programs of all sides (the other
libraries are a package of their own, in peers/). Needs cargo, ffmpeg, Python with venv, and some minutes; the machine should have nothing
else to do. All sides run in turn, several times, on one core where they draw; the median counts. Pictures of each go to
benches/target/compare/pictures, and are compared with ours (likeness.py), so that nobody is quick because nothing is drawn.
`gif.py` measures GIFs of busy pictures, and batches of pieces; `build.py` what a build costs; `gallery.py time` the gallery.
"""
import argparse
import math
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

from sides import HERE, OUT, PEERS, PYTHON, ROOT, encoder_options, machine, make, ours, said, seconds, sides, told

DOCUMENT = ROOT / "docs/performance.md"
CHART = ROOT / "docs/images/performance.svg"

# what is drawn; its name in the table; how many times as fast it is to be
SCENES = [
    ("line:1000", "line, 1,000 points, noisy sine", 90),
    ("line:100000", "line, 100,000", 180),
    ("line:1000000", "line, 1,000,000", 40),
    ("walk:100000", "random walk in the plane, 100,000, 1 pt", 20),
    ("scatter:1000", "scatter, 1,000, coloured", 80),
    ("scatter:100000", "scatter, 100,000, coloured", 200),
    ("markers:100000", "markers `o` of 3 pt, 100,000", 30),
    ("image:128", "imshow 128 x 128, colorbar and title", 90),
    ("image:512", "imshow 512 x 512, same", 60),
    ("image:2048", "imshow 2048 x 2048, same", 25),
    ("mesh:256", "pcolormesh 256 x 256", 30),
    ("quiver:30", "quiver 30 x 30", 60),
    ("subplots:500", "3 x 3 subplots, 900 x 900, 500 points each", 60),
    ("bars:100", "100 bars", 80),
    ("contourf:200", "contourf 200 x 200, 12 levels", 15),
    ("static:1000000", "a million still points, one that moves", 500),
]
GROWTH = {"line": range(3, 8), "walk": range(3, 8), "scatter": range(3, 8), "image": range(3, 8)}
# bytes of an element's own data: in the figure, and in the program beside it
DATA = {"line": 16, "walk": 16, "scatter": 24, "image": 8}


def rows(head, body):
    """A table of Markdown."""
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in body])


def number(value):
    """With three digits."""
    return f"{value:.{max(0, 2 - math.floor(math.log10(value)))}f}" if value else "0"


def draw(command, scene, path):
    """A picture of a side, or nothing."""
    path.unlink(missing_ok=True)
    words = said([*command, "picture", scene, path], timeout=60)
    return words is not None and words.strip() != "cannot" and path.exists()


def scenes(o):
    pictures = OUT / "pictures"
    pictures.mkdir(exist_ok=True)
    table, chart, failed = [], [], []
    all_sides = sides()
    for scene, title, least in SCENES:
        if o.only and scene not in o.only:
            continue
        runs, note = {}, ""
        for name, command in all_sides.items():
            path = pictures / f"{scene.replace(':', '-')}.{name}.{'png' if name in ('grabframe', 'matplotlib', 'kuva') else 'ppm'}"
            if not draw(command, scene, path):
                continue
            if name != "grabframe":
                kind = "matplotlib" if name == "matplotlib" else "peer"
                first = pictures / f"{scene.replace(':', '-')}.grabframe.png"
                verdict = said([PYTHON, HERE / "likeness.py", first, path, kind]) or "NOT ALIKE"
                print(f"  {scene} {name}: {verdict.strip()}", flush=True)
                if not verdict.startswith("alike"):
                    failed.append(f"{scene} of {name}: {verdict.strip()}")
                    continue
                if kind == "matplotlib":
                    note = re.search(r"SSIM ([\d.]+)", verdict)[1]
            runs[name] = []
        for _ in range(o.rounds):
            for name in runs:
                words = said([*all_sides[name], "time", scene, str(o.seconds)], timeout=90)
                if words and words.startswith("ms"):
                    runs[name].append(statistics.median(float(ms) for ms in words.split()[1:]))
        ms = {name: statistics.median(times) for name, times in runs.items() if times}
        if "matplotlib" not in ms or "grabframe" not in ms:
            # a row that is not there would look like one that nobody thought of
            raise SystemExit(f"{scene}: no picture or no times of {'grabframe' if 'grabframe' not in ms else 'matplotlib'}; {failed[-1:]}")
        mine, other = ms["grabframe"], ms["matplotlib"]
        ratio = f"{other / mine:.0f}x" if other / mine >= 10 else f"{other / mine:.1f}x"
        ratio = f"**{ratio}**" if other / mine >= least else ratio
        peers = [f"{number(ms[p])} ({ms[p] / mine:.1f}x)" if p in ms else "" for p in PEERS]
        table.append([title, number(other), number(mine), ratio, f"{least}x", note, *peers])
        print("  ".join(table[-1]), flush=True)
        for name in ms:
            smooth = name not in PEERS or PEERS[name][1] == "yes" or (name == "kuva" and scene.split(":")[0] in ("line", "walk"))
            chart.append("\t".join([title.replace("`", ""), name, "yes" if smooth else "no", str(ms[name])]))
    if chart and not o.only and not o.dry:
        subprocess.run([ours("chart"), CHART], input="\n".join(chart), text=True, check=True)
    head = ["a frame, ms", "matplotlib", "grabframe", "ratio", "wanted", "SSIM", *(f"{p} {v}" for p, (v, _) in PEERS.items())]
    kinds = "; ".join(f"{p}: {how}" for p, (_, how) in PEERS.items())
    words = [rows(head, table), f"Antialiased, with places within pixels: {kinds}."]
    words += [f"Not counted, since it is not what ours shows: {'; '.join(failed)}."] if failed else []
    return "\n\n".join(words)


def growth(o):
    table = []
    empty = float(told([ours("scenes"), "grow", "line:10"]).split()[2])
    for name, powers in GROWTH.items():
        ms, beyond = {}, {}
        for power in powers:
            n = 10**power
            size = math.isqrt(n) if name == "image" else n
            found = [told([ours("scenes"), "grow", f"{name}:{size}"]).split() for _ in range(o.rounds)]
            ms[power] = min(float(row[0]) for row in found)
            data = 2 * DATA[name] * (size * size if name == "image" else size) / 2**20
            beyond[power] = max(0.0, min(float(row[2]) for row in found) - empty - data)
        slopes = [math.log10(ms[p + 1] / ms[p]) for p in powers if p + 1 in ms]
        table.append([name, *(number(ms[p]) for p in powers), f"{max(slopes):.2f}", *(f"{beyond[p]:.1f}" for p in list(powers)[2:])])
        print("  ".join(table[-1]), flush=True)
    head = ["ms", *(f"10^{p}" for p in GROWTH["line"]), "steepest slope", *(f"MB beyond, 10^{p}" for p in list(GROWTH["line"])[2:])]
    return rows(head, table)


def raw_frames(folder, steps, size):
    path = folder / "frames.rgb"
    subprocess.run([ours("walk"), "raw", str(steps), path, size], check=True, stdout=subprocess.DEVNULL)
    return path


def ffmpeg(path, size, *more):
    options = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", size, "-framerate", "30", "-i", path]
    return ["ffmpeg", "-y", "-loglevel", "error", *options, *more]


def medians(commands, folder, rounds):
    """Seconds and peak memory of each, in turn."""
    took = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            took[name].append(seconds(command, folder)[:2])
    return {name: (statistics.median(s for s, _ in runs), max(mb for _, mb in runs)) for name, runs in took.items()}


def movies(o):
    table = []
    with tempfile.TemporaryDirectory(dir=OUT) as folder:
        folder = pathlib.Path(folder)
        options = encoder_options(ours("walk"), folder)
        for size, steps, most in (("640x480", 300, 0.8), ("1920x1080", 300, 1.0), ("3840x2160", 100, 1.0)):
            raw = raw_frames(folder, steps, size)
            commands = {
                "ours": [ours("walk"), "ffmpeg", str(steps), "ours.mp4", size],
                "ffmpeg": ffmpeg(raw, size, *options, "alone.mp4"),
            }
            if size == "640x480":
                commands["matplotlib"] = [PYTHON, HERE / "walk_matplotlib.py", "record", str(steps), "theirs.mp4"]
            took = medians(commands, folder, o.rounds)
            (mine, peak), alone = took["ours"], took["ffmpeg"][0]
            kb = [(folder / name).stat().st_size / 1000 for name in ("ours.mp4", "alone.mp4")]
            theirs = f"{took['matplotlib'][0]:.1f}" if "matplotlib" in took else ""
            table.append([size.replace("x", " x "), str(steps), f"{mine:.2f}", f"{alone:.2f}", f"{mine / alone:.2f}", f"{most:.1f}", theirs, f"{peak:.0f}", f"{kb[0]:.0f} / {kb[1]:.0f}"])
            print("  ".join(table[-1]), flush=True)
            raw.unlink()
    head = ["MP4", "frames", "grabframe, s", "ffmpeg alone, s", "ratio", "at most", "matplotlib, s", "peak MB", "kB, ours / ffmpeg's"]
    return rows(head, table) + f"\n\nffmpeg alone reads the same raw frames from a file, with `{' '.join(options)}`."


def gifs(o):
    steps, size = 300, "640x480"
    with tempfile.TemporaryDirectory(dir=OUT) as folder:
        folder = pathlib.Path(folder)
        raw = raw_frames(folder, steps, size)
        commands = {
            "grabframe": [ours("walk"), "record", str(steps), "grabframe.gif"],
            "matplotlib, PillowWriter": [PYTHON, HERE / "walk_matplotlib.py", "record", str(steps), "pillow.gif"],
            "ffmpeg, palettegen and paletteuse": ffmpeg(raw, size, "-filter_complex", "split[a][b];[a]palettegen[p];[b][p]paletteuse", "palette.gif"),
        }
        took = medians(commands, folder, o.rounds)
        mine, body = took["grabframe"][0], []
        for (name, (s, peak)), path in zip(took.items(), ("grabframe", "pillow", "palette")):
            gif = folder / f"{path}.gif"
            exact = ""
            if path != "pillow":
                exact = told([PYTHON, HERE / "gif.py", "exact", gif, raw]).strip()
            body.append([name, f"{s:.2f}", f"{s / mine:.0f}x", f"{gif.stat().st_size / 1000:.0f}", exact, f"{peak:.0f}"])
            print("  ".join(body[-1]), flush=True)
    return rows(["GIF, 300 frames", "s", "ratio", "kB", "frames that differ from what was drawn", "peak MB"], body)


def grab(o):
    body = []
    for scene, title in (("walk:300", "walk, 300 points"), ("line:100000", "line, 100,000 points")):
        # two threads are what it is about
        found = [told([ours("scenes"), "grab", scene], alone=False).split() for _ in range(o.rounds)]
        here, beside = (statistics.median(float(row[i]) for row in found) for i in (0, 2))
        body.append([title, f"{here:.0f}", f"{beside:.1f}", f"1/{here / beside:.0f}"])
        print("  ".join(body[-1]), flush=True)
    return rows(["`grab_frame`, µs", "in the loop", "in the background", "ratio"], body)


PARTS = {"scenes": scenes, "growth": growth, "movies": movies, "gifs": gifs, "grab": grab}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("parts", nargs="*", choices=[*PARTS, []])
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--seconds", type=float, default=1.0)
    p.add_argument("--only", nargs="*")
    p.add_argument("--dry", action="store_true")
    o = p.parse_args()
    where = machine()
    parts = o.parts or list(PARTS)
    make(peers="scenes" in parts)
    for part in parts:
        print(f"-- {part}", flush=True)
        text = PARTS[part](o)
        print(text)
        if o.dry or o.only:
            continue
        # each part stands between two marks of its name
        page = DOCUMENT.read_text()
        begin, end = f"<!-- {part} -->\n", f"<!-- end of {part} -->"
        before, after = page[: page.index(begin) + len(begin)], page[page.index(end) :]
        DOCUMENT.write_text(f"{before}\n{text}\n\n*{where}*\n\n{after}")


if __name__ == "__main__":
    sys.exit(main())
