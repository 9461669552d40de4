from shared import np, plt


def scene():
    fig = plt.figure()
    outer = fig.add_gridspec(1, 2, width_ratios=[3, 2], wspace=0.25)
    plane = fig.add_subplot(outer[0, 0])
    upper, lower = outer[0, 1].subgridspec(2, 1, hspace=0.1).subplots(sharex=True)
    (track,) = plane.plot([], [], lw=2)
    (point,) = plane.plot([], [], "o", color="C3")
    (above,) = upper.plot([], [])
    (below,) = lower.plot([], [], color="C1")
    plane.set(xlim=(-1.1, 1.1), ylim=(-1.1, 1.1), title="plane", xlabel="x", ylabel="y")
    upper.set(xlim=(0, 2 * np.pi), ylim=(-1.1, 1.1), title="x and y over time")
    lower.set(ylim=(-1.1, 1.1), xlabel="t")

    def step(k):
        t = np.linspace(0, 2 * np.pi * (k + 1) / 48, 10 * (k + 1) + 1)
        x, y = np.sin(3 * t), np.sin(4 * t)
        track.set_data(x, y)
        point.set_data(x[-1:], y[-1:])
        above.set_data(t, x)
        below.set_data(t, y)

    return fig, step
