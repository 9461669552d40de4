from shared import np, plt


def course(rate):
    """A day at a time, in tenths: those who recovered, are infected, and can be."""
    s, i, rows = 0.995, 0.005, []
    for step in range(1201):
        if step % 10 == 0:
            rows.append((100 * (1 - s - i), 100 * i, 100 * s))
        caught, healed = 0.1 * rate / 10 * s * i, 0.1 / 10 * i
        s, i = s - caught, i + caught - healed
    return np.transpose(rows)


def scene():
    days = np.arange(121)
    fig, ax = plt.subplots()

    def step(k):
        # the layers of a stack cannot be given other data
        ax.cla()
        rate = 3 - 1.5 * np.cos(2 * np.pi * k / 40)
        names = ["recovered", "infected", "susceptible"]
        ax.stackplot(days, course(rate), labels=names, colors=["tab:green", "tab:red", "tab:blue"], alpha=0.8)
        ax.set_xlim(0, 120)
        ax.set_ylim(0, 100)
        ax.set_xlabel("time (days)")
        ax.set_ylabel("share of all (%)")
        ax.legend(loc="upper right")
        ax.set_title(f"each infects {rate:.1f} others")

    return fig, step
