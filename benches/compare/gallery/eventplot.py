from shared import lcg, np, plt


def scene():
    def train(neuron):
        """One chance each 20 ms, which is taken the more often the nearer the rhythm is to what the neuron likes."""
        t = 0.02 * np.arange(400)
        chance = 0.35 * np.exp(3 * np.cos(2 * np.pi * (t / 2 - neuron / 5)) - 3)
        return t[lcg(400, neuron + 1) < chance]

    spikes = [train(neuron) for neuron in range(5)]
    fig, ax = plt.subplots()
    rows = ax.eventplot(spikes, colors=[f"C{neuron}" for neuron in range(5)], linelengths=0.6)
    ax.set_ylim(-0.7, 4.7)
    ax.set_xlabel("time (s)")
    ax.set_ylabel("neuron")
    ax.set_title("spikes")

    def step(k):
        now = 4 + 0.15 * k
        for row, train in zip(rows, spikes):
            row.set_positions(train[train <= now])
        ax.set_xlim(now - 4, now)

    return fig, step
