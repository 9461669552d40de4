"""What is known of a coin after more and more throws, after matplotlib's example of this name.

    python3 bayes_update.py [OUT.gif]
"""
import sys

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import PillowWriter


def numbers(x=5):
    while True:
        x = (1664525 * x + 1013904223) % 2**32
        yield x / 2**32


out = sys.argv[1] if len(sys.argv) > 1 else "bayes_update.gif"
random = numbers()
p = np.linspace(0, 1, 301)
fig, ax = plt.subplots()
(line,) = ax.plot(p, p, label="posterior")
area = ax.fill_between(p, 0, p, fc="tab:blue", alpha=0.3)
ax.axvline(0.7, color="k", ls="--", label="true")
count = ax.text(0.03, 0.93, "", transform=ax.transAxes)
ax.set_xlim(0, 1)
ax.set_xlabel("chance of heads")
ax.set_ylabel("density")
ax.legend(loc="center left")

heads, tails = 0, 0
writer = PillowWriter(fps=15)
with writer.saving(fig, out, dpi=100):
    for _ in range(150):
        density = p**heads * (1 - p) ** tails
        density /= density.sum() / 300
        line.set_ydata(density)
        area.set_data(p, 0, density)
        ax.set_ylim(0, 1.05 * density.max())
        count.set_text(f"{heads} heads, {tails} tails")
        writer.grab_frame()
        if next(random) < 0.7:
            heads += 1
        else:
            tails += 1
