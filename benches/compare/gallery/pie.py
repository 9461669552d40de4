from shared import np, plt


def scene():
    fig, ax = plt.subplots()

    def genotypes(p):
        return [p * p, 2 * p * (1 - p), (1 - p) * (1 - p)]

    # a pie cannot be changed: it is made again
    def step(k):
        p = 0.5 - 0.3 * np.cos(2 * np.pi * k / 24)
        ax.clear()
        ax.pie(genotypes(p), labels=["AA", "Aa", "aa"], autopct="%.0f%%", pctdistance=0.84, startangle=90, explode=[0, 0.05, 0],
               wedgeprops=dict(width=0.32, edgecolor="w"))
        ax.pie([p, 1 - p], labels=["A", "a"], radius=0.6, startangle=90, colors=["lightblue", "lightgreen"], labeldistance=0.5,
               wedgeprops=dict(edgecolor="w"))
        ax.set_title(f"p = {p:.2f}")

    return fig, step
