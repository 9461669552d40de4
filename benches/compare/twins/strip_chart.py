"""A strip chart: the last ten seconds of a heart and of a breath, whose heights are found as they come.

    python3 strip_chart.py [OUT.gif]
"""
import sys

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import PillowWriter


def heart(t):
    """The voltage of a heart at a time, in mV: three bumps a beat."""
    bump = lambda at, height, width: height * np.exp(-(((t % 0.8 - at) / width) ** 2))
    return bump(0.2, 0.15, 0.03) + bump(0.32, 1.2, 0.012) - bump(0.35, 0.3, 0.01) + bump(0.52, 0.3, 0.05)


out = sys.argv[1] if len(sys.argv) > 1 else "strip_chart.gif"
fig, (upper, lower) = plt.subplots(2, 1, figsize=(6.4, 4), layout="constrained")
(beats,) = upper.plot([], [], color="tab:red", lw=1)
(breaths,) = lower.plot([], [], color="tab:blue")
upper.set_ylabel("heart (mV)")
lower.set_ylabel("breath (l)")
lower.set_xlabel("time (s)")
upper.grid()
lower.grid()
times, beat, breath = [], [], []

writer = PillowWriter(fps=20)
with writer.saving(fig, out, dpi=100):
    for frame in range(1, 301):
        for tick in range(10):
            t = (frame * 10 + tick) / 200
            times.append(t)
            beat.append(heart(t))
            breath.append((0.3 + 0.02 * t) * (1 - np.cos(2 * np.pi * t / 4)))
        beats.set_data(times, beat)
        breaths.set_data(times, breath)
        now = frame / 20
        for ax in (upper, lower):
            ax.set_xlim(max(now - 10, 0), max(now, 10))
            ax.relim()
            ax.autoscale_view(scalex=False)
        writer.grab_frame()
