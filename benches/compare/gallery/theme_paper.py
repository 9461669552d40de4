import themed
from themed import colors, sizes


def scene():
    rc = sizes(7, 8, 9, 8, 7, 7, 1, 3.5, 0.6, 0.6, 0.6, 0.4, 0.6, 2.5, 2, 2, 4)
    rc |= {"xtick.direction": "in", "ytick.direction": "in", "legend.framealpha": 1}
    rc |= colors("0072b2", "d55e00", "009e73", "cc79a7", "e69f00", "56b4e9", "000000", "f0e442")
    return themed.scene(rc)
