from shared import normal, np, plt


def scene():
    doses = ["0", "2", "5", "10"]
    samples = [(40 - 7 * dose) * np.exp(0.25 * normal(150, dose + 1)) for dose in range(4)]
    fig, ax = plt.subplots()

    def step(k):
        # the boxes of a plot cannot be given other data
        ax.cla()
        n = 5 * (k + 1)
        drawn = ax.boxplot(
            [sample[:n] for sample in samples],
            tick_labels=doses,
            patch_artist=True,
            medianprops={"color": "k"},
        )
        for j, box in enumerate(drawn["boxes"]):
            box.set_facecolor(f"C{j}")
        ax.set_xlabel("dose (mg)")
        ax.set_ylabel("time until relief (min)")
        ax.set_ylim(0, 80)
        ax.set_title(f"{n} patients for each dose")

    return fig, step
