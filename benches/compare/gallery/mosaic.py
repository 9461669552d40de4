from shared import np, plt


def scene():
    fig, axs = plt.subplot_mosaic("AAB;CCB", layout="constrained")
    track, cast, times = axs["A"], axs["B"], axs["C"]
    turn = np.linspace(0, 2 * np.pi, 121)
    way = lambda t: (100 * np.cos(t), 40 * np.sin(2 * t))
    track.plot(*way(turn))
    (ship,) = track.plot([], [], "o", color="tab:red")
    track.set_aspect("equal")
    track.set_xlabel("east (km)")
    track.set_ylabel("north (km)")
    depth = np.linspace(0, 90, 81)
    (warm,) = cast.plot([], [], color="tab:red")
    cast.set_xlim(4, 20)
    cast.set_ylim(90, 0)
    cast.set_xlabel("T (°C)", color="tab:red")
    cast.set_ylabel("depth (m)")
    top = cast.twiny()
    (salt,) = top.plot([], [], color="tab:blue")
    top.set_xlim(32, 36)
    top.set_xlabel("salinity", color="tab:blue")
    (sun,) = times.plot([], [], color="tab:orange")
    times.set_xlim(0, 24)
    times.set_ylim(0, 1)
    times.set_ylabel("light")
    names = ["night", "noon", "night"]
    times.set_xticks([0, 12, 24], names, rotation=30, ha="right", rotation_mode="anchor")

    def step(k):
        share = k / 24
        ship.set_data(*([v] for v in way(2 * np.pi * share)))
        below = 1 / (1 + np.exp((depth - 40 - 20 * np.sin(2 * np.pi * share)) / 15))
        warm.set_data(6 + 12 * below, depth)
        salt.set_data(35.5 - 2 * below, depth)
        hours = np.linspace(0, 24 * (share + 1 / 24), 50)
        sun.set_data(hours, 0.5 - 0.5 * np.cos(2 * np.pi * hours / 24))

    return fig, step
