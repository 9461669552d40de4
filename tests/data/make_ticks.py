"""Writes ticks_*.tsv: where matplotlib's locators put ticks, and what its formatters write there.

    python3 tests/data/make_ticks.py

Ranges come from a fixed sequence. Only ticks that an axis with these limits shows are written: how many, the first, the second, the last,
with the labels of all where they are few, and what the labels leave out.
"""

import math
import random
import warnings
from pathlib import Path

import numpy as np
from matplotlib import scale, ticker, transforms

warnings.simplefilter("ignore")
HERE = Path(__file__).parent
rng = random.Random(12)


class Axis(ticker._DummyAxis):
    """An axis that has limits, room for so many ticks, and a transform."""

    def __init__(self, lo, hi, room=9, transform=None, minpos=0.0):
        super().__init__(minpos)
        self.set_view_interval(lo, hi)
        self.set_data_interval(lo, hi)
        self.room, self.transform = room, transform
        self._minpos = minpos

    def get_tick_space(self):
        return self.room

    def get_minpos(self):
        return self._minpos

    def get_transform(self):
        if self.transform is None:
            raise AttributeError
        return self.transform

    def get_scale(self):
        return "linear"


def shown(positions, lo, hi, transform=None):
    lo, hi = min(lo, hi), max(lo, hi)
    t = (lambda v: v) if transform is None else (lambda v: float(transform.transform(np.array([v]))[0]))
    return [v for v in positions if transforms._interval_contains_close((t(lo), t(hi)), t(v))]


def plain(label):
    label = label.replace("\\mathdefault{", "").strip()
    if label.startswith("$") and label.endswith("}$"):
        label = label[:-2] + "$"
    return label.replace("\u2212", "-")


def row(*cells):
    return "\t".join("" if c is None else repr(float(c)) if isinstance(c, (float, np.floating)) else str(c) for c in cells)


def run(axis, locator, formatter):
    """The positions that are shown, their labels, what they leave out."""
    locator.axis = axis
    formatter.axis = axis
    lo, hi = axis.get_view_interval()
    all_of_them = locator()
    labels = formatter.format_ticks(all_of_them)
    at = dict(zip([float(p) for p in all_of_them], labels))
    keep = shown([float(p) for p in all_of_them], lo, hi, axis.transform)
    return keep, [plain(at[p]) for p in keep], plain(formatter.get_offset())


def summary(positions, labels, offset, few=3):
    ends = [positions[0], positions[min(1, len(positions) - 1)], positions[-1]] if positions else ["", "", ""]
    picked = labels if len(labels) <= few else [labels[0], labels[1], labels[-1]]
    return [len(positions), *ends, "|".join(picked), offset]


def spans(count):
    """Linear limits of every size, near zero and far from it."""
    for k in range(count):
        kind = k % 5
        if kind == 0:
            lo, hi = round(rng.uniform(-100, 100), 2), round(rng.uniform(-100, 100), 2)
        elif kind == 1:
            span = 10 ** rng.uniform(-8, 8)
            lo = rng.choice([0.0, span * rng.uniform(-1, 1)])
            hi = lo + span
        elif kind == 2:
            middle, span = 10 ** rng.uniform(-3, 7), 10 ** rng.uniform(-2, 2)
            lo, hi = middle, middle + span
        elif kind == 3:
            lo, hi = float(rng.randint(-50, 50)), float(rng.randint(-50, 50))
        else:
            lo, hi = -(10 ** rng.uniform(-3, 6)), 10 ** rng.uniform(-3, 6)
        if lo != hi:
            yield float(f"{lo:.6g}"), float(f"{hi:.6g}")


def distinct(span):
    lo, hi = span
    return lo != hi and abs(hi - lo) > 1e-9 * max(abs(lo), abs(hi))


def linear():
    rows = ["# locator and its numbers, limits, room; how many ticks, the first, the second, the last; labels of all or of these; left out"]
    for lo, hi in filter(distinct, spans(1500)):
        room = rng.randint(1, 9)
        axis = Axis(lo, hi, room)
        rows.append(row("auto", "", lo, hi, room, *summary(*run(axis, ticker.AutoLocator(), ticker.ScalarFormatter()))))
    for lo, hi in filter(distinct, spans(700)):
        n = rng.randint(1, 12)
        axis = Axis(lo, hi)
        whole = rng.random() < 0.3
        locator = ticker.MaxNLocator(n, integer=whole)
        rows.append(row("integer" if whole else "count", n, lo, hi, 9, *summary(*run(axis, locator, ticker.ScalarFormatter()))))
    for lo, hi in filter(distinct, spans(500)):
        step = float(f"{abs(hi - lo) / rng.uniform(1.5, 30):.{rng.randint(1, 3)}g}")
        offset = rng.choice([0.0, 0.0, float(f"{step * rng.uniform(-3, 3):.3g}")])
        axis = Axis(lo, hi)
        locator = ticker.MultipleLocator(step, offset)
        rows.append(row("every", f"{step!r} {offset!r}", lo, hi, 9, *summary(*run(axis, locator, ticker.ScalarFormatter()))))
    return rows


def log():
    rows = ["# limits, room; major ticks: how many, the first, the second, the last; their labels; minor ticks likewise"]
    for k in range(1300):
        lo = 10 ** rng.uniform(-12, 12)
        decades = 10 ** rng.uniform(-1.2, 1.6)
        lo, hi = float(f"{lo:.{rng.randint(1, 4)}g}"), float(f"{lo * 10**decades:.{rng.randint(1, 4)}g}")
        if not lo < hi:
            continue
        room = rng.randint(2, 9)
        transform = scale.LogTransform(10)
        axis = Axis(lo, hi, room, None)
        axis.transform = None
        major, labels, _ = run(axis, ticker.LogLocator(10), ticker.LogFormatterSciNotation(10))
        minor, small, _ = run(axis, ticker.LogLocator(10, "auto"), ticker.LogFormatterSciNotation(10))
        lt = lambda ps, ls: list(zip(*[(p, l) for p, l in zip(ps, ls) if transforms._interval_contains_close((math.log10(lo), math.log10(hi)), math.log10(p))])) or [(), ()]
        major, labels = map(list, lt(major, labels))
        near = (math.log10(hi) - math.log10(lo)) * 1e-5
        pairs = [(p, l) for p, l in zip(*lt(minor, small)) if all(abs(math.log10(p) - math.log10(m)) > near for m in major)]
        minor, small = [p for p, _ in pairs], [l for _, l in pairs]
        rows.append(row(lo, hi, room, *summary(major, labels, "", 9)[:5], *summary(minor, small, "", 99)[:5]))
    return rows


def symlog():
    rows = ["# linthresh, linscale, limits; ticks: how many, the first, the second, the last; all labels; values and what the scale makes of them"]
    for k in range(700):
        linthresh = float(f"{10 ** rng.uniform(-3, 2):.2g}")
        linscale = rng.choice([1.0, 1.0, 0.5, 2.0])
        size = lambda: linthresh * 10 ** rng.uniform(-0.5, 8)
        lo, hi = [(-size(), size()), (0.0, size()), (-size(), 0.0), (size(), size()), (-size(), -size())][k % 5]
        lo, hi = float(f"{min(lo, hi):.3g}"), float(f"{max(lo, hi):.3g}")
        if not lo < hi:
            continue
        transform = scale.SymmetricalLogTransform(10, linthresh, linscale)
        axis = Axis(lo, hi, 9, transform)
        positions, labels, _ = run(axis, ticker.SymmetricalLogLocator(transform), ticker.LogFormatterSciNotation(10))
        value = float(f"{rng.uniform(lo, hi):.4g}")
        even = float(transform.transform(np.array([value]))[0])
        rows.append(row(linthresh, linscale, lo, hi, *summary(positions, labels, "", 99)[:5], value, even / linthresh))
    return rows


def logit():
    rows = ["# limits, room; major ticks: how many, the first, the second, the last; their labels; minor ticks likewise"]
    for k in range(700):
        side = lambda: rng.choice([10 ** -rng.uniform(0.35, 9), 1 - 10 ** -rng.uniform(0.35, 9), rng.uniform(0.05, 0.95)])
        lo, hi = sorted((float(f"{side():.12g}"), float(f"{side():.12g}")))
        if not 0 < lo < hi < 1:
            continue
        room = rng.randint(2, 9)
        transform = scale.LogitTransform()
        axis = Axis(lo, hi, room, transform, 1e-12)
        major, labels, _ = run(axis, ticker.LogitLocator(), ticker.LogitFormatter())
        minor, small, _ = run(axis, ticker.LogitLocator(minor=True), ticker.LogitFormatter(minor=True))
        rows.append(row(lo, hi, room, *summary(major, labels, "", 99)[:5], *summary(minor, small, "", 99)[:5]))
    return rows


def formats():
    rows = ["# format and its numbers, limits, value; what is written"]
    for k in range(900):
        value = float(f"{rng.choice([-1, 1]) * 10 ** rng.uniform(-33, 33):.{rng.randint(1, 8)}g}")
        places = rng.choice(["", "", 0, 1, 3])
        unit, sep = rng.choice([("Hz", " "), ("", ""), ("m", ""), ("s", " ")])
        formatter = ticker.EngFormatter(unit, places if places != "" else None, sep)
        rows.append(row("engineering", places, unit, sep, value, plain(formatter.format_data(value))))
    for k in range(900):
        top = rng.choice([1.0, 100.0, 255.0, 0.5])
        span = top * 10 ** rng.uniform(-5, 1)
        value = float(f"{rng.uniform(-1, 1) * span:.5g}")
        places = rng.choice(["", "", 0, 2])
        formatter = ticker.PercentFormatter(top, places if places != "" else None)
        rows.append(row("percent", places, top, span, value, plain(formatter.format_pct(value, span))))
    for lo, hi in filter(distinct, spans(900)):
        axis = Axis(lo, hi)
        low = rng.randint(-4, 2)
        high = low + rng.randint(0, 5)
        offset = rng.random() < 0.5
        formatter = ticker.ScalarFormatter(useOffset=offset)
        formatter.set_powerlimits((low, high))
        rows.append(row("scalar", f"{low} {high} {int(offset)}", lo, hi, *summary(*run(axis, ticker.AutoLocator(), formatter))))
    return rows


for name, make in (("linear", linear), ("log", log), ("symlog", symlog), ("logit", logit), ("formats", formats)):
    text = "\n".join(make()) + "\n"
    (HERE / f"ticks_{name}.tsv").write_text(text)
    print(name, len(text), text.count("\n"))
