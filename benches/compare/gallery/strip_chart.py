import datetime

import matplotlib.dates as mdates
from shared import np, plt


def scene():
    start = datetime.datetime(2026, 3, 29, 11, 59, 50)

    def at(t):
        return start + datetime.timedelta(seconds=t)

    def flow(t):
        turn = 2 * np.pi
        return 0.5 * np.sin(turn * 0.27 * t) + 0.12 * np.sin(turn * 0.54 * t + 0.8) + 0.08 * np.sin(turn * 0.07 * t)

    fig, ax = plt.subplots()
    locator = mdates.AutoDateLocator()
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))
    (line,) = ax.plot([], [], color="C3")
    (now,) = ax.plot([], [], "o", color="C3")
    ax.set_ylim(-0.8, 0.8)
    ax.set_ylabel("flow (L/s)")
    ax.set_title("last 20 s")
    times, values = [], []

    def step(k):
        for i in range(10 * k, 10 * (k + 1) + 1):
            times.append(at(0.08 * i))
            values.append(flow(0.08 * i))
            now.set_data([times[-1]], [values[-1]])
        line.set_data(times, values)
        end = 0.8 * (k + 1)
        ax.set_xlim(at(end - 20), at(end + 0.5))

    return fig, step
