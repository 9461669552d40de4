from shared import normal, np, plt


def scene():
    t = np.linspace(0, 24, 241)
    values = 20 + 4 * np.sin(t / 4) + (0.4 + t / 12) * normal(241, 5)
    fig, ax = plt.subplots()
    window = ax.axvspan(0, 4, fc="tab:orange", alpha=0.3, label="window of 4 h")
    spread = ax.axhspan(0, 1, fc="tab:green", alpha=0.3, label="mean ± deviation")
    ax.plot(t, values, "k", lw=1)
    ax.set(xlim=(0, 24), ylim=(8, 36), xlabel="time (h)", ylabel="temperature (°C)")
    ax.legend(loc="upper left")

    def step(k):
        seen = values[4 * k : 4 * k + 41]
        mean, deviation = seen.mean(), seen.std()
        window.set_x(t[4 * k])
        window.set_width(t[4 * k + 40] - t[4 * k])
        spread.set_y(mean - deviation)
        spread.set_height(2 * deviation)
        ax.set_title(f"{mean:.1f} ± {deviation:.1f} °C")

    return fig, step
