"""How a network learns, on one page: its loss, what it takes for what, how many of each kind it knows, and the numbers.

    python3 training_dashboard.py [OUT.gif]
"""
import sys

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import PillowWriter

NAMES = ["cat", "dog", "fox", "owl"]


def confusion(epoch):
    """How many of 100 of each kind (a row) are taken for which (a column) at an epoch."""
    row, col = np.mgrid[0:4, 0:4]
    wrong = 75 * np.exp(-epoch / (8 + 6 * row))
    return np.where(row == col, np.round(100 - wrong), np.round(wrong / 3))


out = sys.argv[1] if len(sys.argv) > 1 else "training_dashboard.gif"
fig, ((curves, matrix), (classes, panel)) = plt.subplots(2, 2, figsize=(8, 6), layout="constrained")
(train,) = curves.plot([], [], label="training")
(valid,) = curves.plot([], [], "--", label="validation")
curves.set_yscale("log")
curves.set_xlim(0, 60)
curves.set_xlabel("epoch")
curves.set_ylabel("loss")
curves.legend()
image = matrix.imshow(confusion(0), vmin=0, vmax=100, cmap="Blues")
cells = [matrix.text(i % 4, i // 4, "", ha="center", va="center") for i in range(16)]
matrix.set_xticks(range(4), NAMES)
matrix.set_yticks(range(4), NAMES)
matrix.set_xlabel("taken for")
matrix.set_ylabel("is")
bars = classes.bar(NAMES, [0] * 4, color="tab:green")
classes.set_ylim(0, 100)
classes.set_ylabel("recognised (%)")
words = panel.text(0.1, 0.5, "", transform=panel.transAxes, fontsize=14, va="center")
panel.axis("off")
epochs, losses, checks = [], [], []

writer = PillowWriter(fps=10)
with writer.saving(fig, out, dpi=100):
    for epoch in range(61):
        counts = confusion(epoch)
        loss = 2 * np.exp(-epoch / 9) + 0.02 + 0.004 * np.sin(1.7 * epoch)
        epochs.append(epoch)
        losses.append(loss)
        checks.append(1.2 * loss + 0.03 + 0.0006 * epoch)
        train.set_data(epochs, losses)
        valid.set_data(epochs, checks)
        curves.relim()
        curves.autoscale_view(scalex=False)
        image.set_data(counts)
        for cell, count in zip(cells, counts.flat):
            cell.set_text(f"{count:.0f}")
            cell.set_color("white" if count > 50 else "black")
        for bar, height in zip(bars, counts.diagonal()):
            bar.set_height(height)
        accuracy = counts.trace() / counts.sum()
        words.set_text(f"epoch {epoch}\nloss {loss:.3f}\naccuracy {100 * accuracy:.1f} %")
        writer.grab_frame()
