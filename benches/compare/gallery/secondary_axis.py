from shared import np, plt


def scene():
    angles = np.linspace(-30, 30, 601)

    def light(apart):
        phase = np.pi * apart * np.sin(np.radians(angles))
        near = abs(phase) < 1e-9
        phase[near] = 1
        slit = (np.sin(4 * phase) / (4 * np.sin(phase))) ** 2
        slit[near] = 1
        return slit * np.exp(-((angles / 15) ** 2))

    fig, ax = plt.subplots()
    (line,) = ax.plot([], [])
    ax.set(xlim=(-30, 30), ylim=(0, 1.1), xlabel="angle (degrees)", ylabel="intensity")
    sine = ax.secondary_xaxis(
        "top", functions=(lambda v: np.sin(np.radians(v)), lambda s: np.degrees(np.arcsin(np.clip(s, -1, 1))))
    )
    sine.set_xlabel("sine of the angle")
    percent = ax.secondary_yaxis("right", functions=(lambda v: 100 * v, lambda p: p / 100))
    percent.set_ylabel("of the brightest (%)")

    def step(k):
        line.set_data(angles, light(3.03 + 0.2 * k))

    return fig, step
