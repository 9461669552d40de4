from shared import np, plt


def scene():
    time = np.linspace(0, 4, 201)
    fig, axs = plt.subplots(2, 2, sharex=True, sharey=True, layout="constrained")
    fig.suptitle("A wave passes")
    fig.supxlabel("time (s)")
    fig.supylabel("height (m)")
    lines = [ax.plot([], [])[0] for ax in axs.flat]
    for k, ax in enumerate(axs.flat):
        ax.set_title(f"{5 * k} m")
        ax.grid(True)
    axs[0, 0].set(xlim=(0, 4), ylim=(-1.2, 1.2))

    def step(k):
        for place, line in enumerate(lines):
            shift = 0.7 * place + 2 * np.pi * k / 24
            line.set_data(time, np.sin(2 * time - shift) / (1 + 0.3 * place))

    return fig, step
