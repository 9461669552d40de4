from shared import np, plt


def scene():
    hours = np.linspace(0, 48, 25)
    depths = 60 * np.linspace(0, 1, 13) ** 2

    def warmth(reach):
        t, z = np.meshgrid(hours[:-1], (depths[1:] + depths[:-1]) / 2)
        return 12 + 8 * np.exp(-z / reach) * np.sin(2 * np.pi * (t + 1) / 24 - 1.6 - z / reach)

    fig, ax = plt.subplots()
    mesh = ax.pcolormesh(hours, depths, warmth(8), cmap="coolwarm", vmin=4, vmax=20)
    fig.colorbar(mesh, label="temperature (°C)")
    ax.set_xticks([0, 12, 24, 36, 48], ["0:00", "12:00", "0:00", "12:00", "0:00"])
    ax.set_ylabel("depth (cm)")
    ax.invert_yaxis()

    def step(k):
        reach = 14 - 9 * np.cos(2 * np.pi * k / 18)
        mesh.set_array(warmth(reach))
        ax.set_title(f"warmth goes {reach:.1f} cm deep")

    return fig, step
