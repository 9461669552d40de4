from shared import np, plt


def scene():
    number = np.arange(1, 41)

    def florets(angle):
        turn = np.radians(number * angle)
        return np.column_stack([np.sqrt(number) * np.cos(turn), np.sqrt(number) * np.sin(turn)])

    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    x, y = florets(137.5).T
    flower = ax.scatter(x, y, s=40 + 2 * number, c=number, cmap="YlOrBr",
                        edgecolors=[f"C{n % 8}" for n in number], linewidths=0.5 + number / 30)
    fig.colorbar(flower, label="floret")
    ax.set(xlim=(-8, 8), ylim=(-8, 8), aspect="equal")

    def step(k):
        angle = 137.508 + 1.5 * np.sin(2 * np.pi * k / 24)
        flower.set_offsets(florets(angle))
        ax.set_title(f"{angle:.2f}° from one to the next")

    return fig, step
