from shared import np, plt


def scene():
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    parts = ["night", "morning", "noon", "evening"]
    day, part = np.arange(28) % 7, np.arange(28) // 7

    def hours(k):
        return 2 + 1.9 * np.sin(0.8 * day + 0.7 * part + 2 * np.pi * k / 36)

    fig, (top, below) = plt.subplots(2, 1, sharex=True, height_ratios=[1, 2])
    bars = top.bar(days, hours(0).reshape(4, 7).sum(0), 0.5)
    dots = below.scatter([days[i] for i in day], [parts[i] for i in part], color="tab:orange")
    top.set_ylim(0, 16)
    top.set_ylabel("hours")
    below.set_ylim(-0.5, 3.5)
    for ax in (top, below):
        ax.grid(True)
        ax.set_axisbelow(True)

    def step(k):
        for bar, height in zip(bars, hours(k).reshape(4, 7).sum(0)):
            bar.set_height(height)
        dots.set_sizes(100 * hours(k))
        top.set_title(f"week {k + 1}")

    return fig, step
