from shared import normal, plt


def scene():
    slow, fast, few = normal(600, 1), normal(900, 2), normal(300, 3)
    names = ["slow", "fast", "few"]
    fig, (upper, lower) = plt.subplots(2, 1)

    def step(k):
        samples = [slow, fast, 0.5 * few - 2.5 + 5 * k / 35]
        for ax in (upper, lower):
            for bars in list(ax.containers):
                bars.remove()
            ax.set_prop_cycle(None)
        upper.hist(samples, bins=12, range=(-4, 4), label=names)
        lower.hist(samples, bins=12, range=(-4, 4), label=names, stacked=True, density=True, hatch=["", "", "//"])
        upper.set_ylim(0, 300)
        upper.legend(loc="upper left")
        lower.set_ylim(0, 0.5)
        lower.set_xlabel("speed")
        lower.set_ylabel("density")

    step(0)
    return fig, step
