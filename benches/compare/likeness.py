"""Whether two sides drew the same thing. Runs in the environment that run.py makes, as it needs numpy, scipy and pillow.

    likeness.py OURS OTHER matplotlib|peer

Prints `alike` or `NOT ALIKE`, and the numbers that it goes by. matplotlib's picture is compared whole: SSIM of 0.9 at least, as in the
tests. Others have other margins, letters and frames: of those only what is coloured counts, which is data. It is
as wide as its own data reaches, cut into 48 x 36 fields; how much of each is coloured, and its colour, must go together with ours (a
correlation of 0.6 at least), and there must be a third to three times as much of it in all. An empty picture has none.
"""
import sys

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter


def load(path):
    return np.asarray(Image.open(path).convert("RGB")).astype(float)


def ssim(a, b):
    """Mean structural similarity of the grey pictures (Wang et al. 2004), with a Gaussian window of sigma 1.5."""
    a, b = a @ [0.299, 0.587, 0.114], b @ [0.299, 0.587, 0.114]
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    blur = lambda z: gaussian_filter(z, 1.5, truncate=3.5)
    ma, mb = blur(a), blur(b)
    va, vb, cov = blur(a * a) - ma * ma, blur(b * b) - mb * mb, blur(a * b) - ma * mb
    return float((((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2))).mean())


def ink(picture):
    """How coloured each pixel is, 0 to 1, and where."""
    return np.clip((picture.max(2) - picture.min(2)) / 146, 0, 1)


def fields(picture):
    """The coloured part as 48 x 36 fields: how much, and its colours."""
    how = ink(picture)
    # columns and rows that have more than single pixels of it; a colorbar stands apart and is left out
    many = (how > 0.3).sum(0) > 1
    columns = np.nonzero(many)[0]
    if not len(columns):
        return None, 0.0
    gaps = np.nonzero(np.diff(columns) > 8)[0]
    parts = np.split(columns, gaps + 1)
    widest = max(parts, key=len) if max(len(p) for p in parts) > 0.5 * (columns[-1] - columns[0]) else columns
    rows = np.nonzero((how[:, widest] > 0.3).sum(1) > 1)[0]
    cut = (slice(rows[0], rows[-1] + 1), slice(widest[0], widest[-1] + 1))
    layers = np.dstack([how[cut], *((255 - picture[cut][..., c]) / 255 for c in range(3))])
    small = [np.asarray(Image.fromarray(layer.astype(np.float32)).resize((48, 36), Image.Resampling.BOX)) for layer in layers.transpose(2, 0, 1)]
    return np.stack(small), float(how[cut].mean())


def main():
    ours, other, kind = sys.argv[1:]
    a, b = load(ours), load(other)
    if kind == "matplotlib":
        value = ssim(a, b) if a.shape == b.shape else 0.0
        filled, theirs = (255 - a.min(2)).mean() / 255, (255 - b.min(2)).mean() / 255
        good = value >= 0.9 and 0.8 < filled / max(theirs, 1e-9) < 1.25
        print("alike" if good else "NOT ALIKE", f"SSIM {value:.3f}, ink {filled:.4f} and {theirs:.4f}")
        return
    (one, filled), (two, theirs) = fields(a), fields(b)
    if one is None or two is None:
        print("NOT ALIKE", f"ink {filled:.4f} and {theirs:.4f}")
        return
    if min(filled, theirs) > 0.98 and max(one[0].std(), two[0].std()) < 0.02:
        # of one colour all over: there is nothing more to tell
        near = float(np.abs(one[1:].mean((1, 2)) - two[1:].mean((1, 2))).max())
        print("alike" if near < 0.1 else "NOT ALIKE", f"all of it is covered, ink {filled:.4f} and {theirs:.4f}")
        return
    # where all is covered, the colours tell
    layers = [(x.ravel(), y.ravel()) for x, y in zip(one, two) if min(x.std(), y.std()) > 0.01]
    value = max((float(np.corrcoef(x, y)[0, 1]) for x, y in layers), default=0.0)
    good = value >= 0.6 and 1 / 3 < filled / max(theirs, 1e-9) < 3
    print("alike" if good else "NOT ALIKE", f"correlation {value:.3f}, ink {filled:.4f} and {theirs:.4f}")


main()
