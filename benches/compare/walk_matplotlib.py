"""The other side of the comparison that run.py makes: the same loop in matplotlib.

    python3 walk_matplotlib.py draw STEPS
    python3 walk_matplotlib.py record STEPS FILE
"""
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.animation import FFMpegWriter, PillowWriter


def rolls(seed=1):
    while True:
        seed = (1664525 * seed + 1013904223) % 2**32
        yield 0.4 * (seed / 2**32 - 0.5)


def figure():
    fig = plt.figure()
    (line,) = plt.plot([], [], "k-o")
    plt.xlim(-5, 5)
    plt.ylim(-5, 5)
    return fig, line


def steps(line, n):
    roll = rolls()
    x, y = [0.0], [0.0]
    for _ in range(n):
        x.append(x[-1] + next(roll))
        y.append(y[-1] + next(roll))
        line.set_data(x, y)
        yield


def draw(n):
    fig, line = figure()
    for _ in range(3):
        fig.canvas.draw()
    start = time.perf_counter()
    for _ in steps(line, n):
        fig.canvas.draw()
        fig.canvas.buffer_rgba()
    print(f"{(time.perf_counter() - start) * 1e3 / n:.4f} ms a frame")


def record(n, path):
    fig, line = figure()
    if path.endswith(".gif"):
        writer = PillowWriter(fps=30)
    else:
        writer = FFMpegWriter(fps=30, extra_args=["-preset", "veryfast"])
    with writer.saving(fig, path, dpi=100):
        for _ in steps(line, n):
            writer.grab_frame()


if __name__ == "__main__":
    if sys.argv[1] == "draw":
        draw(int(sys.argv[2]))
    else:
        record(int(sys.argv[2]), sys.argv[3])
    with open("/proc/self/status") as status:
        peak = next(line for line in status if line.startswith("VmHWM:"))
    print(f"peak {int(peak.split()[1]) / 1024:.1f} MB")
