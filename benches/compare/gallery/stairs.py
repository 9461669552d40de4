from shared import np, plt


def scene():
    circle = lambda x: np.sqrt(1 - x * x)
    x = np.linspace(0, 1, 201)
    fig, ax = plt.subplots()
    area = ax.stairs([1], [0, 1], fill=True, color="tab:blue", alpha=0.4)
    outline = ax.stairs([1], [0, 1], color="tab:blue")
    ax.plot(x, circle(x), "k")
    ax.set_xlabel("x")
    ax.set_ylabel("y")

    def step(k):
        n, width = k + 1, 1 / (k + 1)
        edges = np.linspace(0, 1, n + 1)
        heights = circle(edges[:-1] + width / 2)
        ax.set_title(f"4 × area = {4 * width * heights.sum():.4f}")
        area.set_data(heights, edges)
        outline.set_data(heights, edges)
        ax.relim()
        ax.autoscale_view()

    return fig, step
