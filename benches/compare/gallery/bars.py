from shared import np, plt


def scene():
    names = ["300 K", "350 K", "400 K", "450 K"]
    metals = ["Ni", "Pd", "Pt"]
    hatches = ["", "//", ".."]

    def yields(row, k):
        return 4 + 1.5 * np.sin(0.9 * np.arange(4) + 1.3 * row + 2 * np.pi * k / 36)

    fig, ax = plt.subplots()
    drawn = []

    def step(k):
        # bars, error bars and words have to be made anew
        for artist in drawn:
            artist.remove()
        drawn.clear()
        heights = [yields(row, k) for row in range(3)]
        groups = ax.grouped_bar(
            heights, tick_labels=names, labels=metals, colors=["C0", "C1", "C2"],
            hatch=hatches, edgecolor="black", yerr=0.3, capsize=3,
        )
        for bars in groups.bar_containers:
            drawn.extend(ax.bar_label(bars, fmt="%.1f", padding=2, fontsize=8))
            drawn.extend([bars, bars.errorbar])
        ax.set_ylim(0, 7.5)
        ax.set_ylabel("yield (%)")
        ax.legend(loc="upper right")
        ax.set_title(f"{k * 24 / 36:.1f} h")

    return fig, step
