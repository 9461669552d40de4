from shared import np, plt


def scene():
    fig, ax = plt.subplots()
    t = np.linspace(0, 10, 400)
    line, = ax.plot([], [], color="tab:purple")
    ax.set_yscale("symlog", linthresh=1)
    ax.set(xlim=(0, 10), ylim=(-3e4, 3e4), xlabel="time (s)", ylabel="amplitude")
    ax.grid(True)

    def step(k):
        n = 10 * (k + 1)
        line.set_data(t[:n], np.exp(t[:n]) * np.sin(4 * t[:n]))
        ax.set_title(f"{t[n - 1]:.2f} s")

    return fig, step
