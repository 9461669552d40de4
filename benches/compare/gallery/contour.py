from shared import np, plt


def scene():
    lon, lat = np.linspace(-20, 20, 61), np.linspace(35, 65, 46)
    x, y = np.meshgrid(lon, lat)

    def pressure(k):
        sin, cos = np.sin(2 * np.pi * k / 24), np.cos(2 * np.pi * k / 24)
        hill = lambda cx, cy, w: np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * w**2))
        return 1013 - 28 * hill(5 * cos - 6, 54 + 3 * sin, 6) + 14 * hill(9, 42, 7)

    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    isobars = None
    ax.set_ylabel("latitude (°)")

    def step(k):
        nonlocal isobars
        if isobars:
            isobars.remove()
        isobars = ax.contour(lon, lat, pressure(k), levels=range(976, 1040, 8), cmap="viridis")
        ax.clabel(isobars, fmt="%.0f")
        ax.set_title(f"pressure (hPa), hour {k}")

    return fig, step
