import themed
from themed import colors

FACE, WORDS, LINES = "#15181c", "#e8e8e8", "#9aa0a6"


def scene():
    rc = {"figure.facecolor": FACE, "axes.facecolor": FACE, "text.color": WORDS, "axes.labelcolor": WORDS}
    rc |= {"xtick.labelcolor": WORDS, "ytick.labelcolor": WORDS, "xtick.color": LINES, "ytick.color": LINES}
    rc |= {"axes.edgecolor": LINES, "legend.facecolor": "#24282d", "legend.edgecolor": "#5f666d"}
    rc |= colors("8dd3c7", "feffb3", "bfbbd9", "fa8174", "81b1d2", "fdb462", "b3de69", "bc82bd", "ccebc4", "ffed6f")
    return themed.scene(rc)
