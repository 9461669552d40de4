from shared import np, plt


def scene():
    fig, axs = plt.subplots(1, 2, layout="constrained")
    x = np.linspace(0, 2 * np.pi, 61)
    (angle,) = axs[0].plot(x, 0 * x, label="angle")
    (speed,) = axs[0].plot(x, 0 * x, "--", label="speed")
    dots = axs[1].scatter([0], [0], color="C2", s=80, label="pendulum")
    axs[0].set_ylim(-1.1, 1.1)
    axs[0].set_xlabel("time")
    axs[1].set_xlim(-1.1, 1.1)
    axs[1].set_ylim(-1.1, 1.1)
    axs[1].set_xlabel("angle")
    axs[1].set_ylabel("speed")
    fig.legend(loc="outside lower center", ncols=3)

    def step(k):
        at = 2 * np.pi * k / 24
        angle.set_ydata(np.cos(x + at))
        speed.set_ydata(-np.sin(x + at))
        dots.set_offsets([[np.cos(at), -np.sin(at)]])

    return fig, step
