from shared import normal, np, plt


def scene():
    noise = [normal(300, j + 1) for j in range(4)]
    sides = np.where(np.arange(300) % 3 == 0, 1, -1)

    def samples(k):
        apart = lambda j: 2 * np.sin(np.pi * (k / 30 + j / 8)) ** 2
        return [0.4 * z + sides * apart(j) for j, z in enumerate(noise)]

    fig, ax = plt.subplots()

    def step(k):
        # the bodies of violins cannot be given other data
        ax.cla()
        ax.violinplot(samples(k), widths=0.8, showmedians=True)
        ax.set_xticks([1, 2, 3, 4])
        ax.set_ylim(-4, 4)
        ax.set_xlabel("sample")
        ax.set_ylabel("twist of the molecule (rad)")
        ax.set_title(f"after {k} ps")

    return fig, step
