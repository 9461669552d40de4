"""A double pendulum and where its lower mass has been, after matplotlib's example of this name.

    python3 double_pendulum.py [OUT.gif]
"""
import sys

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import PillowWriter


def slope(s):
    """How fast two angles and their speeds change: equal masses on two rods of length 1, under gravity 9.81."""
    a, b, va, vb = s
    g, d = 9.81, a - b
    down = 3 - np.cos(2 * d)
    first = -3 * g * np.sin(a) - g * np.sin(a - 2 * b) - 2 * np.sin(d) * (vb * vb + va * va * np.cos(d))
    second = 2 * np.sin(d) * (2 * va * va + 2 * g * np.cos(a) + vb * vb * np.cos(d))
    return np.array([va, vb, first / down, second / down])


out = sys.argv[1] if len(sys.argv) > 1 else "double_pendulum.gif"
fig, ax = plt.subplots(figsize=(5, 4))
ax.set_xlim(-2.1, 2.1)
ax.set_ylim(-2.1, 1.2)
ax.set_aspect("equal")
ax.grid()
(trace,) = ax.plot([], [], color="tab:orange", lw=1)
(rods,) = ax.plot([], [], "o-", color="tab:blue", lw=2)
clock = ax.text(0.05, 0.9, "", transform=ax.transAxes)
s = np.array([2.2, 2.4, 0, 0])
trace_x, trace_y = [], []

writer = PillowWriter(fps=25)
with writer.saving(fig, out, dpi=100):
    for frame in range(200):
        x, y = np.sin(s[0]), -np.cos(s[0])
        end_x, end_y = x + np.sin(s[1]), y - np.cos(s[1])
        rods.set_data([0, x, end_x], [0, y, end_y])
        trace_x.append(end_x)
        trace_y.append(end_y)
        trace.set_data(trace_x, trace_y)
        clock.set_text(f"time = {frame / 25:.1f} s")
        writer.grab_frame()
        for _ in range(40):
            half = s + 0.0005 * slope(s)
            s = s + 0.001 * slope(half)
