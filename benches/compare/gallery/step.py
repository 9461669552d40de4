from shared import np, plt


def scene():
    fine, samples = np.linspace(0, 10, 401), np.linspace(0, 10, 21)

    def signal(t, phase):
        return np.sin(1.2 * t + phase) + 0.5 * np.sin(2.4 * t + 2 * phase)

    fig, ax = plt.subplots()
    smooth = [ax.plot([], [], color="0.7", lw=1)[0] for _ in range(3)]
    held = []
    for where in ["pre", "mid", "post"]:
        (line,) = ax.step([], [], where=where, marker=".", label=where)
        held.append(line)
    ax.set_xlim(0, 10)
    ax.set_ylim(-5.5, 6.5)
    ax.set_xlabel("t (s)")
    ax.set_ylabel("signal")
    ax.legend(loc="upper right")

    def step(k):
        phase = 2 * np.pi * k / 20
        for i in range(3):
            smooth[i].set_data(fine, 3 - 3 * i + signal(fine, phase))
            held[i].set_data(samples, 3 - 3 * i + signal(samples, phase))
        ax.set_title(f"phase {k / 20:.2f}")

    return fig, step
