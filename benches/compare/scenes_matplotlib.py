"""matplotlib's side of the comparison that run.py makes.

    scenes_matplotlib.py time SCENE:N SECONDS    the milliseconds of warm frames, one after the other for so long
    scenes_matplotlib.py picture SCENE:N FILE.png     a frame
"""
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

STEPS = 4


def noise(seed, n):
    z = np.arange(n, dtype=np.uint64) + np.uint64(seed << 32)
    z *= np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)) / 2.0**53


def sine(n):
    return np.sin(2 * np.pi * 3 * np.arange(n + STEPS) / n) + 0.6 * (noise(1, n + STEPS) - 0.5)


def even(n):
    return np.arange(n) / n


def walk(seed, n):
    return np.cumsum((noise(seed, n + STEPS) - 0.5) / np.sqrt(n))


def waves(n):
    along = lambda turns, i: np.sin(2 * np.pi * turns * i / n)
    rows = along(6, np.arange(n + STEPS))[:, None] * along(5, np.arange(n))
    return 0.8 * rows + 0.4 * (noise(5, n * (n + STEPS)) - 0.5).reshape(-1, n)


def axes(limits=None):
    fig, ax = plt.subplots()
    if limits:
        ax.set(xlim=limits[:2], ylim=limits[2:])
    return fig, ax


def line(n):
    fig, ax = axes((0, 1, -1.5, 1.5))
    x, y = even(n), sine(n)
    (artist,) = ax.plot(x, y[:n])
    return fig, lambda k: artist.set_data(x, y[k : k + n])


def walking(n):
    fig, ax = axes((-1, 1, -1, 1))
    x, y = walk(2, n), walk(3, n)
    (artist,) = ax.plot(x[:n], y[:n], lw=1)
    return fig, lambda k: artist.set_data(x[k : k + n], y[k : k + n])


def scatter(n):
    fig, ax = axes((0, 1, 0, 1))
    xy, v = np.stack([noise(2, n + STEPS), noise(3, n + STEPS)], 1), noise(4, n + STEPS)
    artist = ax.scatter(*xy[:n].T, c=v[:n], s=9)
    artist.set_clim(0, 1)

    def step(k):
        artist.set_offsets(xy[k : k + n])
        artist.set_array(v[k : k + n])

    return fig, step


def markers(n):
    fig, ax = axes((0, 1, 0, 1))
    x, y = noise(2, n + STEPS), noise(3, n + STEPS)
    (artist,) = ax.plot(x[:n], y[:n], "o", ms=3)
    return fig, lambda k: artist.set_data(x[k : k + n], y[k : k + n])


def image(n):
    fig, ax = axes()
    z = waves(n)
    artist = ax.imshow(z[:n], vmin=-1, vmax=1)
    fig.colorbar(artist)

    def step(k):
        artist.set_data(z[k : k + n])
        ax.set_title(f"frame {k}")

    return fig, step


def mesh(n):
    fig, ax = axes()
    z = waves(n)
    edges = np.arange(n + 1) / n
    artist = ax.pcolormesh(edges, edges, z[:n], vmin=-1, vmax=1)
    return fig, lambda k: artist.set_array(z[k : k + n])


def quiver(n):
    fig, ax = axes((-0.05, 1.05, -0.05, 1.05))
    x, y = (a.ravel() for a in np.meshgrid(even(n), even(n)))
    flow = lambda k: (np.cos(6 * y + 0.3 * k), np.sin(5 * x + 0.2 * k))
    artist = ax.quiver(x, y, *flow(0), scale=30)
    return fig, lambda k: artist.set_UVC(*flow(k))


def subplots(n):
    fig, axs = plt.subplots(3, 3, figsize=(9, 9))
    x, y = even(n), sine(n)
    artists = []
    for ax in axs.flat:
        ax.set(xlim=(0, 1), ylim=(-1.5, 1.5), title="a line")
        artists += ax.plot(x, y[:n])
    return fig, lambda k: [artist.set_data(x, y[k : k + n]) for artist in artists]


def bars(n):
    fig, ax = axes((-1, n, 0, 1))
    heights = noise(6, n + STEPS)
    artist = ax.bar(np.arange(n), heights[:n])

    def step(k):
        for bar, height in zip(artist, heights[k : k + n]):
            bar.set_height(height)

    return fig, step


def contourf(n):
    fig, ax = axes()
    x = even(n)
    bands = lambda k: ax.contourf(x, x, np.sin(9 * x[:, None] + 0.2 * k) * np.cos(7 * x), levels=np.linspace(-1.2, 1.2, 13))
    now = [bands(0)]

    def step(k):
        now.pop().remove()
        now.append(bands(k))

    return fig, step


def static(n):
    fig, ax = axes((0, 1, 0, 1))
    ax.plot(noise(2, n), noise(3, n), "o", ms=1)
    (artist,) = ax.plot([0.5], [0.5], "o", ms=9)
    return fig, lambda k: artist.set_data([0.2 + 0.2 * k], [0.5])


SCENES = {
    "line": line, "walk": walking, "scatter": scatter, "markers": markers, "image": image, "mesh": mesh, "quiver": quiver,
    "subplots": subplots, "bars": bars, "contourf": contourf, "static": static,
}


def main():
    what, scene, more = sys.argv[1:]
    name, n = scene.split(":")
    fig, step = SCENES[name](int(n))
    if what == "picture":
        fig.canvas.draw()
        step(1)
        fig.savefig(more)
        return
    times, begin, k = [], time.perf_counter(), 0
    while len(times) < 5 or (time.perf_counter() - begin < float(more) and len(times) < 60):
        start = time.perf_counter()
        step(k % STEPS)
        fig.canvas.draw()
        fig.canvas.buffer_rgba()
        times.append((time.perf_counter() - start) * 1e3)
        k += 1
    print("ms", *(f"{t:.4f}" for t in times[2:]))


main()
