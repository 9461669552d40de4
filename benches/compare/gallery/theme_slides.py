import themed
from themed import colors, sizes


def scene():
    rc = sizes(14, 18, 20, 16, 14, 14, 3, 9, 1.5, 1.5, 1.25, 1, 1.25, 6, 5, 4, 9)
    rc |= {"axes.grid": True, "grid.color": "#dddddd", "axes.spines.top": False, "axes.spines.right": False, "axes.axisbelow": "line"}
    rc |= colors("3f90da", "ffa90e", "bd1f01", "94a4a2", "832db6", "a96b59", "e76300", "b9ac70", "717581", "92dadd")
    return themed.scene(rc)
