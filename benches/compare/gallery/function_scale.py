from matplotlib.ticker import MultipleLocator

from shared import np, plt


def scene():
    fig, ax = plt.subplots()

    def up(lat):
        return np.arcsinh(np.tan(np.radians(np.clip(lat, -89, 89))))  # ticks beyond the limits would come back

    def back(t):
        return np.degrees(np.arctan(np.sinh(t)))

    ax.set_yscale("function", functions=(up, back))
    ax.set(xlim=(-180, 180), ylim=(-82, 82), xlabel="longitude", ylabel="latitude")
    for axis, large, small in ((ax.xaxis, 60, 10), (ax.yaxis, 20, 5)):
        axis.set_major_locator(MultipleLocator(large))
        axis.set_minor_locator(MultipleLocator(small))
        axis.set_major_formatter("{x:.0f}°")
    ax.grid(True)
    line, = ax.plot([], [], linewidth=2)
    ship, = ax.plot([], [], "o", markersize=8, color="tab:red")
    lon = np.linspace(-170, 170, 49)

    def step(k):
        lat = back(np.radians(lon[: k + 2]) * 0.8)
        line.set_data(lon[: k + 2], lat)
        ship.set_data([lon[k + 1]], [lat[k + 1]])
        ax.set_title(f"heading north-east: {lat[k + 1]:.1f}°")

    return fig, step
