"""The other side of the comparison that gif.py heatmap makes: the same heatmap in matplotlib.

    python3 heatmap_matplotlib.py record STEPS FILE   with PillowWriter as it comes
    python3 heatmap_matplotlib.py raw STEPS FILE      the frames' bytes (rgb24)
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import PillowWriter

SIDE = 128


def waves(step):
    i = np.arange(SIDE)
    along = lambda speed, length: np.sin(i / length + speed * step)
    return np.outer(along(-0.07, 14), along(0.11, 9)) + np.outer(along(0.05, 31), along(0.09, 23))


def figure():
    fig, ax = plt.subplots()
    image = ax.imshow(waves(0), vmin=-2, vmax=2, interpolation="bilinear")
    fig.colorbar(image)
    return fig, image


def record(steps, path):
    fig, image = figure()
    writer = PillowWriter(fps=30)
    with writer.saving(fig, path, dpi=100):
        for step in range(steps):
            image.set_data(waves(step))
            writer.grab_frame()


def raw(steps, path):
    fig, image = figure()
    with open(path, "wb") as out:
        for step in range(steps):
            image.set_data(waves(step))
            fig.canvas.draw()
            out.write(np.asarray(fig.canvas.buffer_rgba())[:, :, :3].tobytes())


if __name__ == "__main__":
    {"record": record, "raw": raw}[sys.argv[1]](int(sys.argv[2]), sys.argv[3])
