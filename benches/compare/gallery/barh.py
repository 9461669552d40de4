from shared import np, plt


def scene():
    names = ["12 MeV", "6 MeV", "4 MeV", "3 MeV", "2.4 MeV"]

    def fluxes(k):
        i = np.arange(5)
        total = 5 - 0.7 * i
        other = total * 0.8 * np.sin(np.pi * (i + 1) * k / 48) ** 2
        return [total - other, other]

    fig, ax = plt.subplots()
    first, second = fluxes(0)
    electron = ax.barh(names, first, label="electron")
    other = ax.barh(names, second, left=first, label="other", hatch="///", hatchcolor="white")
    words = ax.bar_label(electron, fmt="%.1f", label_type="center", color="white")
    ax.set_xlim(0, 5.5)
    ax.set_xlabel("neutrinos (1/m²s)")
    ax.invert_yaxis()
    ax.legend(loc="lower right")

    def step(k):
        first, second = fluxes(k)
        for i in range(5):
            electron[i].set_width(first[i])
            other[i].set_x(first[i])
            other[i].set_width(second[i])
            words[i].set_text(f"{first[i]:.1f}")
        ax.set_title(f"L = {396 * k / 48:.0f} km")

    return fig, step
