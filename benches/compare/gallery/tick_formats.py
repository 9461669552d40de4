from matplotlib.ticker import EngFormatter, FuncFormatter, MultipleLocator, PercentFormatter

from shared import np, plt


def scene():
    fig, ((share, sound), (growth, wave)) = plt.subplots(2, 2, layout="constrained")
    fig.suptitle("how values are written")
    lines = [ax.plot([], [])[0] for ax in (share, sound, growth, wave)]
    share.set(title="shares", xlim=(0, 1), ylim=(0, 1))
    share.yaxis.set_major_formatter(PercentFormatter(1))
    sound.set(title="units", xlim=(0, 20e3), ylim=(0, 2.2e-3))
    sound.xaxis.set_major_formatter(EngFormatter("Hz"))
    sound.yaxis.set_major_formatter(EngFormatter("V"))
    growth.set(title="a text", xlim=(0, 10), ylim=(0, 3e4))
    growth.xaxis.set_major_formatter("{x:g} h")
    wave.set(title="multiples of π", xlim=(0, 2 * np.pi), ylim=(-1.1, 1.1))
    wave.xaxis.set_major_locator(MultipleLocator(np.pi / 2))
    names = ["0", "π/2", "π", "3π/2", "2π"]
    wave.xaxis.set_major_formatter(FuncFormatter(lambda v, _: names[min(max(round(v / np.pi * 2), 0), 4)]))
    wave.yaxis.set_major_locator(MultipleLocator(0.5))

    def step(k):
        phase = 2 * np.pi * k / 24
        u = np.linspace(0, 1, 101)
        lines[0].set_data(u, 0.5 + 0.4 * np.sin(2 * np.pi * u + phase))
        lines[1].set_data(20e3 * u, 2e-3 * np.exp(-((10 * (u - 0.5 - 0.3 * np.sin(phase))) ** 2)))
        lines[2].set_data(10 * u, np.exp(u * (8 + 2 * np.cos(phase))))
        lines[3].set_data(2 * np.pi * u, np.sin(4 * np.pi * u - phase))

    return fig, step
