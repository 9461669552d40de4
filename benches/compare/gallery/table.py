from shared import lcg, np, plt


def scene():
    x, y = lcg(1600, 1), lcg(1600, 2)
    within = x * x + y * y < 1
    fig, ax = plt.subplots()
    ax.set(xlim=(0, 1.61), ylim=(0, 1.2), aspect="equal")
    hits, others = ax.scatter([], [], s=4), ax.scatter([], [], s=4)
    arc = np.linspace(0, np.pi / 2, 91)
    ax.plot(np.cos(arc), np.sin(arc))
    table = ax.table([[""] * 3] * 6, colLabels=["points", "within", r"$\pi$"], loc="center right", colWidths=[0.1, 0.1, 0.13],
                     colColours=["lightsteelblue"] * 3, cellLoc="center")

    def step(k):
        now = 40 * (k + 1)
        for points, chosen in ((hits, within), (others, ~within)):
            points.set_offsets(np.column_stack([x[:now][chosen[:now]], y[:now][chosen[:now]]]))
        for row, end in enumerate([50, 100, 200, 400, 800, 1600]):
            n, begun = min(now, end), row == 0 or now > end / 2
            count = within[:n].sum()
            for col, text in enumerate([str(n), str(count), f"{4 * count / n:.4f}"]):
                cell = table[row + 1, col]
                cell.get_text().set_text(text if begun else "")
                cell.set_facecolor("wheat" if begun and now <= end else "w")

    return fig, step
