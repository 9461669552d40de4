import datetime

import matplotlib.dates as mdates
from shared import normal, np, plt


def scene():
    days = [datetime.date(2023, 9, 1) + datetime.timedelta(days=k) for k in range(366)]
    noise, warmth = [], 0.0
    for n in normal(366, 7):
        warmth = 0.9 * warmth + 0.9 * n
        noise.append(warmth)
    seasons = 11 + 9 * np.cos(2 * np.pi * (np.arange(366) + 42) / 365)
    measured = seasons + np.array(noise)
    fig, ax = plt.subplots()
    locator = mdates.AutoDateLocator()
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))
    ax.axvspan(datetime.date(2023, 12, 1), datetime.date(2024, 3, 1), color="0.9", label="winter")
    (line,) = ax.plot([], [], lw=1, label="measured")
    ax.set_ylim(-10, 30)
    ax.set_ylabel("temperature (°C)")
    ax.legend(loc="upper center")

    def step(k):
        n = 6 + 15 * k
        line.set_data(days[:n], measured[:n])
        ax.set_xlim(datetime.date(2023, 8, 15), days[n - 1] + datetime.timedelta(days=4))

    return fig, step
