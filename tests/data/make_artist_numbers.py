#!/usr/bin/env python3
"""Writes artist_numbers.tsv: what numpy and matplotlib make of the data of artists.

    python3 tests/data/make_artist_numbers.py

A row has what is asked for, the axes, the artists and their data, and what came out. An artist is its name, options, and
lists of numbers; several are separated by `|`. Made with matplotlib 3.11.2 and numpy 2.4.6.
"""

import pathlib
import warnings

import matplotlib
import numpy as np

matplotlib.use("agg")
import matplotlib.pyplot as plt
from matplotlib import patches

warnings.filterwarnings("ignore")
ROWS = []


class Chance:
    """Numbers as if at random, the same everywhere."""

    def __init__(self, seed):
        self.state = seed

    def share(self):
        self.state = (self.state * 1_664_525 + 1_013_904_223) % 2**32
        return self.state / 2**32

    def between(self, lo, hi):
        return float(f"{lo + (hi - lo) * self.share():.4g}")

    def below(self, n):
        return int(self.share() * n)


def lcg(n, seed):
    chance = Chance(seed)
    return [chance.share() for _ in range(n)]


def bell(n, seed):
    """Nearly normal: sums of twelve, so that it is the same to the bit in any language."""
    all = lcg(12 * n, seed)
    out = []
    for i in range(n):
        total = -6.0
        for k in range(12):
            total += all[12 * i + k]
        out.append(total)
    return out


def show(value):
    return repr(float(value)).replace(".0e", "e").removesuffix(".0")


def listed(values):
    return ",".join(show(v) for v in np.ravel(values)) if len(np.ravel(values)) else "-"


def spec(name, lists, **options):
    words = [name] + [f"{key}={value}" for key, value in options.items()]
    return ";".join([" ".join(words)] + [listed(one) for one in lists])


def row(kind, axes, artists, *want):
    ROWS.append("\t".join([kind, axes or "-", artists or "-", ";".join(listed(one) for one in want)]))


# What matplotlib draws.


def add(ax, text):
    """Adds what a specification says."""
    parts = text.split(";")
    name, *words = parts[0].split(" ")
    opt = dict(word.split("=") for word in words)
    lists = [[] if part == "-" else [float(v) for v in part.split(",")] for part in parts[1:]]
    number = lambda key, default: float(opt[key]) if key in opt else default
    grid = lambda values: np.reshape(values, (int(opt["rows"]), -1))
    if name == "line":
        return ax.plot(*lists)
    if name == "steps":
        return ax.step(*lists, where=opt["where"])
    if name == "scatter":
        return ax.scatter(*lists)
    if name in ("bars", "barh"):
        x, heights, *errors = lists
        width, foot = number("width", 0.8), number("bottom", 0.0)
        align = opt.get("align", "center")
        error = errors[0] if errors else None
        if name == "bars":
            return ax.bar(x, heights, width=width, bottom=foot, align=align, yerr=error)
        return ax.barh(x, heights, height=width, left=foot, align=align, xerr=error)
    if name == "hist":
        return ax.hist(lists[0], bins=int(opt["bins"]))
    if name == "stairs":
        base = None if opt.get("baseline") == "none" else number("baseline", 0.0)
        return ax.stairs(*lists, baseline=base, fill="fill" in opt)
    if name in ("fill", "fillx"):
        at, first, second, *mask = lists
        mask = [bool(v) for v in mask[0]] if mask else None
        second = second[0] if len(second) == 1 != len(at) else second
        draw = ax.fill_between if name == "fill" else ax.fill_betweenx
        return draw(at, first, second, where=mask, step=opt.get("step"))
    if name == "errors":
        x, y, *errors = lists
        known = dict(zip(opt["errors"].split(","), errors)) if "errors" in opt else {}
        if "below" in known:
            known = {"yerr": [known["below"], known["above"]]}
        return ax.errorbar(x, y, **known)
    if name == "stem":
        return ax.stem(*lists, bottom=number("bottom", 0.0))
    if name == "hrule":
        return ax.axhline(*lists[0])
    if name == "vrule":
        return ax.axvline(*lists[0])
    if name == "rule":
        x, y, slope = lists[0]
        return ax.axline((x, y), slope=slope)
    if name == "hspan":
        return ax.axhspan(*lists[0])
    if name == "vspan":
        return ax.axvspan(*lists[0])
    if name == "mesh":
        *places, z = lists
        z = grid(z)
        if "curved" in opt:
            places = [np.reshape(one, (int(opt["curved"]), -1)) for one in places]
        shading = opt.get("shading", "auto")
        return ax.pcolormesh(*places, z, shading=shading)
    if name in ("contour", "contourf"):
        x, y, z, *levels = lists
        draw = ax.contour if name == "contour" else ax.contourf
        return draw(x, y, grid(z), **({"levels": levels[0]} if levels else {}))
    if name == "quiver":
        keys = {key: float(opt[key]) for key in ("scale", "width") if key in opt}
        if "along" in opt:
            keys = {"angles": "xy", "scale_units": "xy", "scale": number("scale", 1.0)}
        return ax.quiver(*lists, pivot=opt.get("pivot", "tail"), **keys)
    if name == "image":
        extent = lists[1] if len(lists) > 1 else None
        return ax.imshow(grid(lists[0]), origin=opt.get("origin", "upper"), extent=extent)
    if name == "text":
        return ax.text(*lists[0], "words")
    numbers = lists[0]
    angle = number("angle", 0.0)
    patch = {
        "circle": lambda x, y, r: patches.Circle((x, y), r),
        "ellipse": lambda x, y, w, h: patches.Ellipse((x, y), w, h, angle=angle),
        "rectangle": lambda x, y, w, h: patches.Rectangle((x, y), w, h, angle=angle),
        "wedge": lambda x, y, r, a, b: patches.Wedge((x, y), r, a, b),
        "annulus": lambda x, y, r, w: patches.Annulus((x, y), r, w),
    }
    if name == "polygon":
        made = patches.Polygon(np.transpose(lists), closed=True)
    else:
        made = patch[name](*numbers)
    ax.add_patch(made)
    # shapes are waited for by nobody there
    ax.autoscale_view()
    return made


def drawn(axes, artists):
    """A figure with these axes (options) and artists."""
    fig, ax = plt.subplots()
    words = [] if axes == "-" else axes.split(" ")
    set_later = []
    for key, value in (word.split("=") for word in words):
        if key in ("xscale", "yscale"):
            getattr(ax, f"set_{key}")(value)
        else:
            set_later.append((key, [float(v) for v in value.split(",")]))
    made = [add(ax, text) for text in artists.split("|")]
    for key, limits in set_later:
        getattr(ax, f"set_{key}")(*limits)
    return fig, ax, made


# Bins.


def sample(text):
    """`lcg`, `bell` or `whole` with a number and a seed, or the values themselves."""
    words = text.split(":")
    if words[0] == "values":
        return [float(v) for v in words[1].split(",") if v]
    n, seed = int(words[1]), int(words[2])
    if words[0] == "lcg":
        return lcg(n, seed)
    if words[0] == "bell":
        return bell(n, seed)
    if words[0] == "skew":
        return [v * v * v for v in bell(n, seed)]
    # whole numbers, of a type that has no others
    width = int(words[3])
    return np.array([int(v * width) for v in lcg(n, seed)])


def bins():
    rules = ["auto", "fd", "scott", "sturges", "sqrt"]
    samples = ["bell:1000:9", "bell:37:4", "lcg:500:3", "skew:800:5", "lcg:7:1", "whole:300:5:12", "whole:400:6:1000",
               "whole:90:2:3", "values:1,2,2,3,10", "values:3,3,3,3", "values:4", "values:0,1e-9,2e-9,1",
               "values:1e6,1000001,1000002.5,1000007"]
    for text in samples:
        for rule in rules:
            made(text, f"rule={rule}")
    for text in ["bell:300:8", "whole:300:5:12", "values:-1,0,1,2,5"]:
        for more in ["n=7", "n=7 density=1", "n=5 cumulative=1", "n=5 cumulative=1 density=1", "n=4 range=-1.5,2.25",
                     "rule=auto range=-2,6", "rule=fd range=0,3", "rule=sturges range=-9,9",
                     "edges=-2,-1,0,0.5,4,12", "edges=-2,-1,0,0.5,4,12 density=1", "edges=-2,0,0.5,4 cumulative=1 density=1"]:
            made(text, more)
    for more in ["n=6 weights=lcg:3", "n=6 weights=lcg:3 density=1", "n=6 weights=lcg:3 cumulative=1",
                 "edges=-3,-1,0,2 weights=lcg:4 density=1"]:
        made("bell:300:8", more)
    # on the edges of the bins
    tenths = "values:" + ",".join(show(i / 10) for i in range(11))
    for n in [10, 5, 3, 7]:
        made(tenths, f"n={n}")
    made("values:0,0.1,0.2,0.30000000000000004,0.6,0.7000000000000001,0.9,1", "n=10")
    made("values:", "n=4")


def made(text, options):
    opt = dict(word.split("=") for word in options.split(" "))
    values = sample(text)
    keys = {}
    if "rule" in opt:
        keys["bins"] = opt["rule"]
    elif "edges" in opt:
        keys["bins"] = [float(v) for v in opt["edges"].split(",")]
    else:
        keys["bins"] = int(opt["n"])
    if "range" in opt:
        keys["range"] = tuple(float(v) for v in opt["range"].split(","))
    if "weights" in opt:
        keys["weights"] = lcg(len(values), int(opt["weights"].split(":")[1]))
    fig, ax = plt.subplots()
    heights, edges, _ = ax.hist(values, density="density" in opt, cumulative="cumulative" in opt, **keys)
    plt.close(fig)
    row("bins", options, text, edges if len(edges) < 12 else [*edges[:3], *edges[-3:]], [len(heights)],
        heights if len(heights) < 40 else [*heights[:20], *heights[-20:]])


def percentiles():
    lists = [lcg(10, 5), lcg(11, 6), [3.0], [1.0, 2.0], bell(40, 2), [1.0, 1.0, 1.0, 5.0], [-1e300, 1e300, 0.0], lcg(101, 3)]
    for values in lists:
        at = [0, 1, 2.5, 10, 25, 33.3, 50, 66.6, 75, 90, 97.5, 99, 100]
        row("percentiles", "-", f"values;{listed(values)}", at, np.percentile(values, at))


# What is drawn, in data units.


def fills():
    x, a, b = [0, 1, 2.5, 3, 4, 6], [1, 2, 0.5, 3, 2, 1], [0, -1, 1, 2, 4, 0.5]
    gap = [1, 2, float("nan"), 3, 2, 1]
    for step in [None, "pre", "mid", "post"]:
        for lists in [(x, a, b), (x, a, [0.25]), (x, gap, b), (x, a, b, [1, 1, 0, 1, 1, 1]), (x, a, b, [0, 1, 1, 1, 0, 1]),
                      (x, a, b, [0] * 6), (x, a, b, [1, 0, 0, 0, 1, 1])]:
            for name in ["fill", "fillx"]:
                text = spec(name, lists, **({"step": step} if step else {}))
                fig, _, [collection] = drawn("-", text)
                whole, corners = 0.0, set()
                for path in collection.get_paths():
                    points = path.vertices[path.codes != 79]
                    whole += abs(area(points))
                    # a single place has nothing inside
                    if abs(area(points)) > 0:
                        corners |= set(turns([tuple(map(float, p)) for p in points], closed=True))
                plt.close(fig)
                row("fill", "-", text, [whole], sorted(corners))


def turns(points, closed):
    """Without points that are there twice, or on a straight line."""
    once = [p for k, p in enumerate(points) if k == 0 or p != points[k - 1]]
    if closed and once[0] == once[-1]:
        once.pop()
    n = len(once)
    out = []
    for k, (x, y) in enumerate(once):
        (x0, y0), (x1, y1) = once[k - 1], once[(k + 1) % n]
        at_end = not closed and k in (0, n - 1)
        if at_end or abs((x - x0) * (y1 - y) - (y - y0) * (x1 - x)) > 1e-9:
            out.append((x, y))
    return out


def area(points):
    x, y = np.transpose(points)
    return 0.5 * float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def stairs():
    nan = float("nan")
    for values in [[3, 5, 1], [3, nan, 1, 2], [nan, 1, nan, 2, nan], [2], [nan]]:
        edges = [i * (i + 1) / 2 for i in range(len(values) + 1)]
        for base in ["0", "-1.5", "none"]:
            text = spec("stairs", [values, edges], baseline=base)
            fig, _, [patch] = drawn("-", text)
            runs = []
            path = patch.get_path()
            for code, point in zip(path.codes, path.vertices):
                if code == 1:
                    runs.append([])
                runs[-1].append(tuple(map(float, point)))
            plt.close(fig)
            row("stairs", "-", text, *[turns(run, closed=False) for run in runs])


def steps():
    for where in ["pre", "mid", "post"]:
        for x, y in [([0, 1, 3, 4.5], [1, 3, 2, 5]), ([2, 1, 0], [1, 2, 3]), ([1], [1])]:
            text = spec("steps", [x, y], where=where)
            fig, _, [[line]] = drawn("-", text)
            line.recache()
            points = line._path.vertices if line.get_drawstyle() == "default" else None
            from matplotlib.cbook import STEP_LOOKUP_MAP
            if points is None:
                points = np.transpose(STEP_LOOKUP_MAP[line.get_drawstyle()](*np.transpose(line.get_xydata())))
            plt.close(fig)
            row("steps", "-", text, turns([tuple(map(float, p)) for p in points], closed=False))


def errors():
    nan = float("nan")
    x, y = [1, 2, 4, 5], [2, 2.5, 4, 3]
    cases = [("yerr", [0.5]), ("yerr", [0.1, 0.2, 0.3, 0.4]), ("xerr", [0.25]), ("yerr,xerr", [0.1, 0.2, 0.3, 0.4], [0.5]),
             ("below,above", [0.1, 0.2, 0.3, 0.4], [0.5, 0, 0.25, 1]), ("yerr", [0.1, nan, 0.3, 0.4])]
    for names, *lists in cases:
        wide = [one * 4 if len(one) == 1 else one for one in lists]
        for heights in [y, [2, nan, 4, 3]]:
            fig, _, [container] = drawn("-", spec("errors", [x, heights, *wide], errors=names))
            segments = []
            for lines in container.lines[2]:
                segments += [np.ravel(segment) for segment in lines.get_segments() if np.isfinite(segment).all() and len(segment) == 2]
            plt.close(fig)
            row("errors", "-", spec("errors", [x, heights, *lists], errors=names), segments)


def bars():
    cases = [("bars", [[0, 1, 2], [3, -1, 2]], {}), ("barh", [[0, 1, 2], [3, -1, 2]], {"width": 0.5}),
             ("bars", [[0, 1.5, 2], [3, float("nan"), 2]], {"width": 1, "align": "edge"}),
             ("bars", [[0, 1], [3, 2]], {"bottom": 1.25}), ("bars", [[0, 1], [3, 2]], {"width": -0.5, "align": "edge"}),
             ("barh", [[3, 1], [0, 2]], {"bottom": -1})]
    for name, lists, options in cases:
        text = spec(name, lists, **options)
        fig, _, [container] = drawn("-", text)
        boxes = []
        for bar in container:
            (a, b), (c, d) = bar.get_xy(), (bar.get_x() + bar.get_width(), bar.get_y() + bar.get_height())
            if np.isfinite([a, b, c, d]).all():
                boxes.append([min(a, c), min(b, d), max(a, c), max(b, d)])
        plt.close(fig)
        row("bars", "-", text, boxes)


def meshes():
    chance = Chance(77)
    for x, y in [([0, 1, 3, 3.5], [0, 2, 5]), ([0, 1, 3], [0, 2]), ([0, 1, 3], [0, 2, 5]), ([5, 4, 2], [3, 1]), ([1], [2]),
                 ([-3, -2.5, 0, 8, 9], [1, 1.5]), ([1e6, 1e6 + 1, 1e6 + 3], [1e-6, 3e-6])]:
        for rows, cols in [(len(y), len(x)), (len(y) - 1, len(x) - 1)]:
            if rows * cols == 0 or (len(x) == 1 and rows != len(y)):
                continue
            z = [chance.between(0, 1) for _ in range(rows * cols)]
            mesh("-", spec("mesh", [x, y, z], rows=rows))
    for rows, cols in [(2, 3), (3, 2), (4, 4), (2, 2)]:
        xs = [[c + 0.2 * r + chance.between(-0.1, 0.1) for c in range(cols)] for r in range(rows)]
        ys = [[2 * r - 0.3 * c + chance.between(-0.1, 0.1) for c in range(cols)] for r in range(rows)]
        for less in [0, 1]:
            z = [chance.between(0, 1) for _ in range((rows - less) * (cols - less))]
            mesh("-", spec("mesh", [np.ravel(xs), np.ravel(ys), z], rows=rows - less, curved=rows))
    z = [chance.between(0, 1) for _ in range(6)]
    mesh("-", spec("mesh", [z], rows=2))
    mesh("-", spec("mesh", [[0, 1, 3], [0, 2], z], rows=2, shading="gouraud"))
    mesh("xscale=log", spec("mesh", [[1, 10, 100], [0, 1], z], rows=2))
    mesh("yscale=log", spec("mesh", [[0, 1, 2, 3], [1, 10, 1000], z], rows=2))


def mesh(axes, text):
    fig, _, [quads] = drawn(axes, text)
    places = quads._coordinates
    # corners of each cell, counted from the first value
    row("mesh", axes, text, places[..., 0], places[..., 1])
    plt.close(fig)


def quivers():
    n = 5
    x = [c for _ in range(n) for c in range(n)]
    y = [r for r in range(n) for _ in range(n)]
    chance = Chance(5)
    u = [chance.between(-1, 1) for _ in x]
    v = [chance.between(-1, 1) for _ in x]
    u[3], v[3] = 0, 0
    u[4], v[4] = 0.001, 0.002
    few = ([0, 1, 2], [0, 0.5, 0], [1, -2, 3], [1, 0.5, -0.25])
    cases = [((x, y, u, v), {}), ((x, y, u, v), {"scale": 20}), ((x, y, u, v), {"pivot": "mid"}), (few, {}),
             (few, {"pivot": "tip"}), (few, {"width": 0.01, "scale": 8}), (few, {"along": 1}), (few, {"along": 1, "scale": 4}),
             (([1], [2], [3], [4]), {}), (([0, 1], [0, 1], [float("nan"), 1], [1, 1]), {})]
    for lists, options in cases:
        text = spec("quiver", lists, **options)
        fig, ax, [arrows] = drawn("-", text)
        fig.canvas.draw()
        corner = ax.bbox.p0
        transform, offsets = arrows.get_transform(), arrows.get_offset_transform().transform(arrows.get_offsets())
        tips = []
        verts = arrows._make_verts(arrows.XY, arrows.U, arrows.V, arrows.angles)
        masked = np.broadcast_to(arrows.Umask, arrows.U.shape)
        for k in range(len(lists[0])):
            if masked[k]:
                continue
            points = transform.transform(verts[k]) + offsets[k] - corner
            # the tip, where the head begins, and both corners of the foot
            tips += [*points[3], *points[2], *points[0], *points[6]]
        plt.close(fig)
        row("quiver", "-", text, np.round(tips, 6))


def contours():
    chance = Chance(11)
    for _ in range(60):
        size = 10.0 ** (chance.below(14) - 7)
        lo = chance.between(-1, 1) * size
        hi = lo + chance.between(0.01, 2) * size
        if chance.below(4) == 0:
            lo, hi = round(lo / size) * size, round(lo / size) * size + size
        n = 1 + chance.below(20)
        fig, ax = plt.subplots()
        filled = ax.contourf([[lo, hi], [lo, hi]], levels=n).levels
        plt.close(fig)
        row("levels", f"n={n}", f"values;{show(lo)},{show(hi)}", filled)
    # areas of bands, of a hill with a hole
    places = [i * 0.5 for i in range(13)]
    uneven = [i * i / 12 for i in range(13)]
    hill = [[np.round(np.sin(c * 0.7) * np.cos(r * 0.5) + 0.1 * c, 4) for c in range(13)] for r in range(13)]
    holed = [list(one) for one in hill]
    holed[5][6] = holed[5][7] = holed[9][2] = float("nan")
    # plates that are as high as levels
    plates = [[(r // 3 + c // 4) % 3 for c in range(13)] for r in range(13)]
    several = [None, [-0.5, 0, 0.25, 0.9], [-9, 9]]
    for x, z, several in [(places, hill, several), (uneven, hill, several), (places, holed, several),
                          (places, plates, [None, [0, 1, 2], [-1, 0, 1, 2], [0.5, 1], [-1, 1.5, 2, 3]])]:
        for levels in several:
            text = spec("contourf", [x, places, np.ravel(z)] + ([levels] if levels else []), rows=13)
            fig, _, [bands] = drawn("-", text)
            sizes = []
            for path in bands.get_paths():
                polygons = [one for one in path._iter_connected_components()] if len(path.vertices) else []
                sizes.append(sum(area(one.vertices[:-1]) for one in polygons))
            plt.close(fig)
            row("areas", "-", text, bands.levels, sizes)


# Automatic limits.


def numbers(chance, family, n):
    if family == "positive":
        return [float(f"{10 ** (5 * chance.share() - 2):.4g}") for _ in range(n)]
    if family == "equal":
        return [chance.between(-5, 5)] * n
    if family == "huge":
        return [chance.between(-1, 1) * 1e12 for _ in range(n)]
    if family == "small":
        return [chance.between(1, 2) * 1e-9 for _ in range(n)]
    if family == "far":
        return [1e5 + chance.between(0, 1) for _ in range(n)]
    if family == "holes":
        return [chance.between(-5, 5) if k != 1 else float("nan") for k in range(n)]
    if family == "zeros":
        return [0.0 if k == 0 else chance.between(-1, 9) for k in range(n)]
    return [chance.between(-5, 5) for _ in range(n)]


def any_artist(name, chance, family):
    n = 1 if family == "one" else 2 + chance.below(4)
    of = lambda k: numbers(chance, family, k)
    rising = lambda k: sorted(of(k)) if family != "holes" else sorted(numbers(chance, "plain", k))
    apart = lambda k: [v + (abs(v) + 1e-12) * 1e-3 * i for i, v in enumerate(rising(k))]
    if name in ("line", "scatter"):
        return spec(name, [of(n), of(n)])
    if name == "steps":
        return spec(name, [of(n), of(n)], where=["pre", "mid", "post"][chance.below(3)])
    if name in ("bars", "barh"):
        options = [{}, {"bottom": 1}, {"width": 0.5, "align": "edge"}, {"bottom": -2}][chance.below(4)]
        error = [[chance.between(0, 1) for _ in range(n)]] if chance.below(3) == 0 else []
        return spec(name, [of(n), of(n), *error], **options)
    if name == "hist":
        return spec(name, [numbers(chance, family if family != "holes" else "plain", 20)], bins=3 + chance.below(6))
    if name == "stairs":
        base = ["0", "none", "1"][chance.below(3)]
        return spec(name, [of(n), apart(n + 1)], baseline=base)
    if name in ("fill", "fillx"):
        return spec(name, [of(n), of(n), of(n)])
    if name == "errors":
        known = [("yerr", 1), ("xerr", 1), ("yerr,xerr", 2)][chance.below(3)]
        return spec(name, [of(n), of(n)] + [[chance.between(0, 1) for _ in range(n)] for _ in range(known[1])], errors=known[0])
    if name == "stem":
        return spec(name, [of(n), of(n)], bottom=[0, 1, -3][chance.below(3)])
    if name in ("hrule", "vrule"):
        return spec(name, [of(1)])
    if name == "rule":
        return spec(name, [[*of(1), *numbers(chance, "positive", 1), 2.0]])
    if name in ("hspan", "vspan"):
        return spec(name, [numbers(chance, family if family != "holes" else "plain", 2)])
    if name == "mesh":
        rows, cols = 1 + chance.below(3), 2 + chance.below(3)
        edges = chance.below(2)
        z = [chance.between(0, 1) for _ in range(rows * cols)]
        return spec(name, [apart(cols + edges), apart(rows + edges), z], rows=rows)
    if name in ("contour", "contourf"):
        rows, cols = 2 + chance.below(3), 2 + chance.below(3)
        z = [chance.between(0, 1) for _ in range(rows * cols)]
        return spec(name, [apart(cols), apart(rows), z], rows=rows)
    if name == "quiver":
        return spec(name, [of(n), of(n), of(n), of(n)])
    if name == "image":
        rows, cols = 1 + chance.below(3), 1 + chance.below(3)
        z = [chance.between(0, 1) for _ in range(rows * cols)]
        places = apart(4)
        extent = [[places[0], places[1], places[3], places[2]]] if chance.below(2) else []
        return spec(name, [z, *extent], rows=rows, origin=["upper", "lower"][chance.below(2)])
    if name == "polygon":
        return spec(name, [numbers(chance, "plain", 4), numbers(chance, "plain", 4)])
    a, b = of(1)[0], of(1)[0]
    if a != a or b != b:
        a, b = 0.5, 0.25
    size, other = chance.between(0.5, 3), chance.between(0.5, 3)
    if name == "text":
        return spec(name, [[a, b]])
    if name == "circle":
        return spec(name, [[a, b, size]])
    if name in ("ellipse", "rectangle"):
        return spec(name, [[a, b, size, other]], angle=[0, 30, 90][chance.below(3)])
    if name == "wedge":
        return spec(name, [[a, b, size, chance.between(0, 180), chance.between(180, 360)]])
    return spec(name, [[a, b, size, size * 0.3]])


def limits():
    chance = Chance(2024)
    names = ["line", "scatter", "steps", "bars", "barh", "hist", "stairs", "fill", "fillx", "errors", "stem", "hrule", "vrule",
             "rule", "hspan", "vspan", "mesh", "contour", "contourf", "quiver", "image", "text", "circle", "ellipse", "rectangle",
             "wedge", "annulus", "polygon"]
    families = ["plain", "positive", "one", "equal", "huge", "small", "far", "holes", "zeros"]
    scales = ["-", "-", "-", "yscale=log", "xscale=log", "xscale=log yscale=log", "yscale=log"]
    log_families = ["positive", "zeros", "plain", "positive", "one"]
    for name in names:
        for k, axes in enumerate(scales):
            if name == "image" and axes != "-":
                continue
            family = families[(k + 3 * names.index(name) + chance.below(4)) % 9] if axes == "-" else log_families[chance.below(5)]
            if name in ("mesh", "contour", "contourf", "stairs", "image") and family in ("equal", "one", "holes"):
                family = "plain"
            limit(axes, any_artist(name, chance, family))
    # several
    for _ in range(40):
        some = [names[chance.below(len(names) - 8)] for _ in range(2 + chance.below(2))]
        axes = scales[chance.below(len(scales))]
        if "image" in some and axes != "-":
            axes = "-"
        family = ["plain", "positive", "zeros"][chance.below(3)] if axes == "-" else ["positive", "zeros"][chance.below(2)]
        limit(axes, "|".join(any_artist(name, chance, family) for name in some))


def limit(axes, artists):
    try:
        fig, ax, _ = drawn(axes, artists)
        row("limits", axes, artists, ax.get_xlim(), ax.get_ylim())
        plt.close(fig)
    except Exception as error:
        print("left out:", artists, error)


bins()
percentiles()
fills()
stairs()
steps()
errors()
bars()
meshes()
quivers()
contours()
limits()
HEAD = [
    "# what is asked for, axes, artists and their data, what came out: made by make_artist_numbers.py with matplotlib "
    f"{matplotlib.__version__} and numpy {np.__version__}",
]
out = pathlib.Path(__file__).with_name("artist_numbers.tsv")
out.write_text("\n".join(HEAD + ROWS) + "\n")
print(len(ROWS), "rows", out.stat().st_size, "bytes")
