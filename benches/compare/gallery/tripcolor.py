from shared import np, plt


def annulus(rings, around):
    i, j = np.mgrid[:rings, :around]
    r, turn = 0.3 + 0.7 * i / (rings - 1), (j + 0.5 * (i % 2)) / around
    x, y = r * np.cos(2 * np.pi * turn), r * np.sin(2 * np.pi * turn)
    triangles = []
    for i in range(rings - 1):
        for j in range(around):
            a, b = i * around + j, i * around + (j + 1) % around
            c, d = a + around, b + around
            triangles += [(a, c, b), (c, d, b)] if i % 2 == 0 else [(a, c, d), (a, d, b)]
    return x.ravel(), y.ravel(), np.array(triangles)


def scene():
    x, y, triangles = annulus(9, 40)
    mode = np.sin(np.pi * (np.hypot(x, y) - 0.3) / 0.7) * np.cos(3 * np.arctan2(y, x))

    def height(k):
        return mode * np.cos(2 * np.pi * k / 16)

    fig, ax = plt.subplots(figsize=(3.6, 2.7))
    drum = ax.tripcolor(x, y, triangles, height(0), vmin=-1, vmax=1, cmap="coolwarm", shading="gouraud")
    fig.colorbar(drum, label="height (mm)")
    ax.set_aspect("equal")

    def step(k):
        drum.set_array(height(k))
        ax.set_title(f"phase {k / 16:.2f}")

    return fig, step
