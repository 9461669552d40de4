"""The other side of the comparison that gif.py pieces makes: the same pieces in matplotlib.

    python3 pieces_matplotlib.py SCENE ROUNDS [FILE.png]
"""
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import LineCollection, PolyCollection

PIECES, COLUMNS, ROWS = 100_000, 366, 274
X, Y, TURN, LENGTH = 0.7548776662466928, 0.5698402909980533, 0.6180339887498949, 0.4142135623730951


def part(n, step):
    return np.arange(n) * step % 1.0


def colors(n):
    levels = np.stack([part(n, s) for s in (0.3247179572, 0.2360679775, 0.7320508076)], 1)
    return (levels * 255).astype(np.uint8) / 255


def node(column, row):
    u, v = column / COLUMNS, row / ROWS
    return np.stack([640 * u + 20 * np.sin(9 * v), 480 * v + 20 * np.sin(7 * u)], -1)


def figure():
    fig = plt.figure(figsize=(6.4, 4.8), dpi=100)
    ax = fig.add_axes([0, 0, 1, 1])
    ax.set(xlim=(0, 640), ylim=(480, 0))
    ax.axis("off")
    return fig, ax


def add(ax, scene):
    at = np.stack([640 * part(PIECES, X), 480 * part(PIECES, Y)], 1)
    if scene in ("short", "long"):
        least, most = (3, 30) if scene == "short" else (200, 500)
        half, turn = (least + (most - least) * part(PIECES, LENGTH)) / 2, part(PIECES, TURN) * 2 * np.pi
        d = np.stack([half * np.cos(turn), half * np.sin(turn)], 1)
        ax.add_collection(LineCollection(np.stack([at - d, at + d], 1), colors=colors(PIECES)))
    elif scene == "quads":
        corners = np.array([(0, 0), (4.3, 0.5), (4.9, 4.0), (-0.3, 4.5)])
        ax.add_collection(PolyCollection(at[:, None] + corners, facecolors=colors(PIECES)))
    elif scene in ("cells", "quadmesh"):
        row, column = np.divmod(np.arange(COLUMNS * ROWS), COLUMNS)
        corners = [node(column + right, row + down) for right, down in ((0, 0), (1, 0), (1, 1), (0, 1))]
        if scene == "cells":
            ax.add_collection(PolyCollection(np.stack(corners, 1), facecolors=colors(COLUMNS * ROWS)))
        else:
            xy = node(*np.meshgrid(np.arange(COLUMNS + 1), np.arange(ROWS + 1)))
            ax.pcolormesh(xy[..., 0], xy[..., 1], part(COLUMNS * ROWS, 0.3247179572).reshape(ROWS, COLUMNS))
            ax.set(xlim=(0, 640), ylim=(480, 0))
    elif scene == "mesh":
        xy = node(*np.meshgrid(np.arange(COLUMNS), np.arange(ROWS)))
        ax.pcolormesh(xy[..., 0], xy[..., 1], part(COLUMNS * ROWS, 0.3247179572).reshape(ROWS, COLUMNS), shading="gouraud")
        ax.set(xlim=(0, 640), ylim=(480, 0))
    else:
        kinds = {"one": 1, "fifty": 50, "all": PIECES}[scene]
        # of one size they cover as much in all as of many
        ax.scatter(*at.T, s=63 if kinds == 1 else (3 + 9 * (np.arange(PIECES) % kinds) / kinds) ** 2)


def least(fig, rounds):
    times = []
    for _ in range(rounds):
        start = time.process_time()
        fig.canvas.draw()
        times.append(time.process_time() - start)
    return min(times)


def main():
    scene, rounds, *path = sys.argv[1:]
    fig, ax = figure()
    empty = least(fig, int(rounds))
    add(ax, scene)
    print(f"{(least(fig, int(rounds)) - empty) * 1e3:.3f} ms")
    if path:
        fig.savefig(path[0], dpi=100)


main()
