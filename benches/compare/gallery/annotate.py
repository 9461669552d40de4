from shared import np, plt


def scene():
    w = np.linspace(0, 2, 201)
    height = lambda w, g: 1 / np.hypot(1 - w * w, g * w)
    fig, ax = plt.subplots()
    (curve,) = ax.plot(w, w)
    ax.set(xlim=(0, 2), ylim=(0, 6), xlabel=r"$\omega / \omega_0$", ylabel="amplitude")
    bent = dict(arrowstyle="-|>", connectionstyle="arc3,rad=0.3", color="tab:red")
    peak = ax.annotate("", (0, 0), (1.35, 5), arrowprops=bent, bbox=dict(boxstyle="round", facecolor="wheat"))
    width = ax.annotate("", (0, 0), (0, 0), arrowprops=dict(arrowstyle="<->", shrinkA=0, shrinkB=0))
    words = ax.annotate("", (0, 0), (45, 0), textcoords="offset points", va="center", arrowprops=dict(arrowstyle="-"))
    fancy = dict(arrowstyle="fancy", connectionstyle="angle3,angleA=0,angleB=90", facecolor="tab:green")
    ax.annotate("at rest", (0.02, 1.03), (0.25, 3), arrowprops=fancy)
    tail = dict(arrowstyle="->", connectionstyle="arc3,rad=-0.2")
    ax.annotate(r"falls as $\omega^{-2}$", (1.8, 0.45), (0.98, 0.2), textcoords="axes fraction", ha="right", arrowprops=tail)
    ax.annotate("driven slowly", (0.25, 0.9), (0.25, 0.3), ha="center", fontsize=8, arrowprops=dict(arrowstyle="-[,widthB=3.5"))

    def step(k):
        g = 0.3 - 0.1 * np.cos(2 * np.pi * k / 36)
        top = np.sqrt(1 - g * g / 2)
        high = height(top, g)
        # where the square is half of that of the peak
        middle, half = top * top, g * np.sqrt(1 - g * g / 4)
        left, right = np.sqrt(middle - half), np.sqrt(middle + half)
        level = high / np.sqrt(2)
        curve.set_ydata(height(w, g))
        peak.xy = top, high
        peak.set_text(f"peak {high:.2f}\nat {top:.3f}")
        width.xy = right, level
        width.set_position((left, level))
        words.xy = right, level
        words.set_text(rf"$\Delta\omega$ = {right - left:.2f}")

    return fig, step
