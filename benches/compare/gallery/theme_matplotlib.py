import themed


def scene():
    return themed.scene({})
