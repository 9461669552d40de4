from shared import np, plt


def scene():
    at = np.linspace(-3, 3, 61)
    x, y = np.meshgrid(at, at)
    r2 = np.maximum(x**2 + y**2, 0.3)
    start = np.column_stack([np.full(8, -3.0), np.linspace(-2.1, 2.1, 8)])

    def field(spin):
        u = 1 - (x**2 - y**2) / r2**2 + spin * y / r2
        return u, -2 * x * y / r2**2 - spin * x / r2

    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    norm = plt.Normalize(0, 3)

    def stream(u, v):
        return ax.streamplot(at, at, u, v, color=np.hypot(u, v), norm=norm, start_points=start,
                             broken_streamlines=False)

    lines = stream(*field(0))
    cylinder = ax.add_patch(plt.Circle((0, 0), 1, facecolor="lightgray", edgecolor="k", zorder=3))
    fig.colorbar(lines.lines, label="speed")
    ax.set_aspect("equal")

    def step(k):
        nonlocal lines
        lines.lines.remove()
        for patch in list(ax.patches):
            if patch is not cylinder:
                patch.remove()
        spin = 1.6 * np.sin(2 * np.pi * k / 24)
        lines = stream(*field(spin))
        ax.set(xlim=(-3, 3), ylim=(-2.2, 2.2), title=f"lift {2 * np.pi * spin:.2f}")

    return fig, step
