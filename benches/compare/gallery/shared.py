"""What the scenes of the gallery have in common."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


def lcg(n, seed=1):
    """n numbers in [0, 1): x <- (1664525 x + 1013904223) mod 2^32, x / 2^32."""
    out, x = np.empty(n), seed
    for i in range(n):
        x = (1664525 * x + 1013904223) % 2**32
        out[i] = x / 2**32
    return out


def normal(n, seed=1):
    """n numbers of the normal distribution, from two times as many others (Box and Muller)."""
    u = lcg(2 * n, seed).reshape(n, 2)
    return np.sqrt(-2 * np.log(1 - u[:, 0])) * np.cos(2 * np.pi * u[:, 1])
