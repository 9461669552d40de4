from shared import np, plt


def scene():
    t = np.linspace(0, 40, 401)
    wave = lambda lag: np.sin(2 * np.pi * t / 20 - lag)  # 50 Hz, of times in ms
    volts = wave(0)
    fig, ax = plt.subplots()
    used = ax.fill_between(t, 0, volts, fc="tab:green", alpha=0.4, label="power used")
    back = ax.fill_between(t, 0, volts, fc="tab:red", alpha=0.4, label="power that comes back")
    ax.plot(t, volts, "k--", lw=1, label="voltage")
    (amps,) = ax.plot(t, volts, color="tab:blue", label="current")
    ax.set_xlabel("time (ms)")
    ax.set(xlim=(0, 40), ylim=(-1.1, 1.9))
    ax.legend(loc="upper right")

    def step(k):
        lag = np.pi / 4 * (1 - np.cos(2 * np.pi * k / 24))
        current = wave(lag)
        power = volts * current
        used.set_data(t, 0, power, where=power >= 0)
        back.set_data(t, 0, power, where=power <= 0)
        amps.set_ydata(current)
        ax.set_title(f"power factor {np.cos(lag):.2f}")

    return fig, step
