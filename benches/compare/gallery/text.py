from shared import np, plt

STEPS = [
    ("citrate", "round"),
    ("isocitrate", "square"),
    (r"$\alpha$-ketoglutarate", "round4"),
    ("succinyl-CoA", "sawtooth"),
    ("succinate", "roundtooth"),
    ("fumarate", "ellipse"),
    ("malate", "round,rounding_size=1"),
    ("oxaloacetate", "square,pad=0.6"),
]


def scene():
    fig, ax = plt.subplots()
    ax.set(xlim=(-1.6, 1.6), ylim=(-1.2, 1.2))
    ax.axis("off")
    names = []
    for i, (name, style) in enumerate(STEPS):
        angle = 2 * np.pi * (0.25 - i / 8)
        x, y = 1.2 * np.cos(angle), np.sin(angle)
        names.append(ax.text(x, y, name, ha="center", va="center", bbox=dict(boxstyle=style)))
    arrow = dict(boxstyle="rarrow", facecolor="tab:blue", edgecolor="none", alpha=0.3)
    hand = ax.text(0, 0, "acetyl-CoA", ha="center", va="center", bbox=arrow)
    clock = ax.text(0.02, 0.98, "", transform=ax.transAxes, va="top", bbox=dict(boxstyle="larrow,pad=0.2"))

    def step(k):
        now = k / 6
        for i, name in enumerate(names):
            far = abs(now - i)
            near = max(1 - min(far, 8 - far), 0)
            name.get_bbox_patch().set_facecolor((1, 1 - 0.5 * near, 1 - near))
        hand.set_rotation(90 - 45 * now)
        clock.set_text(f"step {now + 1:.1f}")

    return fig, step
