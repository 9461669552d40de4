from shared import np, plt
from matplotlib.patches import Arc, Circle, Ellipse, FancyArrowPatch, FancyBboxPatch, PathPatch, RegularPolygon, Wedge
from matplotlib.path import Path

# of the orbit, whose half axes are 1 and 0.8
ECCENTRICITY = 0.6


def place(time):
    mean = at = 2 * np.pi * time
    for _ in range(30):
        at = at - (at - ECCENTRICITY * np.sin(at) - mean) / (1 - ECCENTRICITY * np.cos(at))
    return np.array([np.cos(at) - ECCENTRICITY, 0.8 * np.sin(at)])


def swept(time):
    edge = place(time - 0.1 + 0.0025 * np.arange(41)).T
    return Path(np.vstack([[(0, 0)], edge, [(0, 0)]]), closed=True)


def scene():
    fig, ax = plt.subplots()
    ax.set(xlim=(-1.8, 0.8), ylim=(-1, 1), aspect="equal")
    ax.add_patch(Ellipse((-ECCENTRICITY, 0), 2, 1.6, facecolor="none", edgecolor="gray", linestyle="--"))
    for i in range(5):
        ax.add_patch(PathPatch(swept(0.2 * i), facecolor="tab:gray", edgecolor="none", alpha=0.2))
    area = ax.add_patch(PathPatch(swept(0), facecolor="tab:blue", alpha=0.6))
    ax.add_patch(RegularPolygon((0, 0), 12, radius=0.1, facecolor="gold", edgecolor="tab:orange"))
    planet = ax.add_patch(Circle((0, 0), 0.06, facecolor="tab:blue", edgecolor="k"))
    night = ax.add_patch(Wedge((0, 0), 0.06, 0, 180, facecolor="k"))
    speed = FancyArrowPatch((0, 0), (1, 1), arrowstyle="simple", mutation_scale=20, shrinkA=5, shrinkB=0, facecolor="tab:red")
    ax.add_patch(speed)
    year = ax.add_patch(Wedge((-1.55, 0.75), 0.15, 0, 90, width=0.06, facecolor="tab:green"))
    ax.add_patch(Arc((-1.55, 0.75), 0.3, 0.3, theta1=0, theta2=360))
    ax.add_patch(FancyBboxPatch((-1.2, 0.8), 0.75, 0.09, "round,pad=0.03", facecolor="wheat"))
    ax.text(-0.825, 0.845, "equal areas", ha="center", va="center", fontsize=9)

    def step(k):
        time = k / 48
        at, ahead = place(time), place(time + 0.02)
        away = np.degrees(np.arctan2(at[1], at[0]))
        area.set_path(swept(time))
        planet.set_center(at)
        night.set(center=at, theta1=away - 90, theta2=away + 90)
        speed.set_positions(at, at + 2.5 * (ahead - at))
        year.set(theta1=90 - 360 * time, theta2=90)

    return fig, step
