"""Sums of ever more numbers, each as likely as any other from -1/2 to 1/2: a histogram that becomes a bell.

    python3 animated_histogram.py [OUT.gif]
"""
import sys

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import PillowWriter


def numbers(x=1):
    while True:
        x = (1664525 * x + 1013904223) % 2**32
        yield x / 2**32


out = sys.argv[1] if len(sys.argv) > 1 else "animated_histogram.gif"
random = numbers()
fig, ax = plt.subplots()
_, edges, bars = ax.hist([0], bins=60, range=(-4, 4), density=True, edgecolor="white", lw=0.5)
z = np.linspace(-4, 4, 200)
bell = np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
ax.plot(z, bell, "k--", label="normal distribution")
ax.set_ylim(0, 0.5)
ax.set_xlabel("sum (standard deviations)")
ax.set_ylabel("density")
ax.legend()

sums = np.zeros(10_000)
writer = PillowWriter(fps=4)
with writer.saving(fig, out, dpi=100):
    for n in range(1, 25):
        sums += np.fromiter(random, float, 10_000) - 0.5
        heights, _ = np.histogram(sums / np.sqrt(n / 12), edges, density=True)
        for bar, height in zip(bars, heights):
            bar.set_height(height)
        ax.set_title(f"10,000 sums of {n}")
        writer.grab_frame()
