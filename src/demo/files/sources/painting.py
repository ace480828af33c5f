"""Pictures painted by arithmetic: layered washes with soft, wet edges."""

import numpy as np
from PIL import Image, ImageFilter


def noise(rng, height, width, coarse):
    """Smooth noise between 0 and 1; `coarse` is the number of cells across."""
    rows = max(2, round(coarse * height / width))
    cells = (rng.random((rows, coarse)) * 255).astype(np.uint8)
    smooth = Image.fromarray(cells).resize((width, height), Image.Resampling.BICUBIC)
    return np.asarray(smooth, np.float64) / 255


def cloud(rng, height, width, coarse=4, octaves=5):
    layers = [noise(rng, height, width, coarse * 2**i) / 2**i for i in range(octaves)]
    total = sum(layers)
    return (total - total.min()) / (total.max() - total.min())


def wash(canvas, colour, amount):
    """Lay a transparent colour over the canvas, as pigment on paper does."""
    ink = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    canvas *= 1 - amount[..., None] * (1 - ink)


def paper(rng, height, width):
    grain = cloud(rng, height, width, 90, 2)
    return np.clip(0.965 + 0.03 * grain, 0, 1)[..., None] * np.array([1.0, 0.99, 0.965])


def finish(canvas):
    image = Image.fromarray((np.clip(canvas, 0, 1) * 255).astype(np.uint8))
    return image.filter(ImageFilter.GaussianBlur(0.5))


def tide(width, height, seed):
    """Bands of retreating water, white foam between them."""
    rng = np.random.default_rng(seed)
    canvas = paper(rng, height, width)
    y = np.linspace(0, 1, height)[:, None] * np.ones((1, width))
    drift = (cloud(rng, height, width, 3, 4) - 0.5) * 0.34
    bands = ("#8fc3c9", "#5aa3b0", "#1f7a8c", "#1b5577", "#12355b")
    for i, colour in enumerate(bands):
        edge = 0.82 - i * 0.155 + (rng.random() - 0.5) * 0.05
        wobble = drift + (cloud(rng, height, width, 5, 5) - 0.5) * 0.16
        inside = 1 / (1 + np.exp((y + wobble - edge) * 70))
        rim = np.exp(-(((y + wobble - edge + 0.012) * 62) ** 2))
        pigment = 0.42 + 0.3 * cloud(rng, height, width, 6, 5)
        wash(canvas, colour, inside * pigment)
        wash(canvas, colour, rim * 0.22)
        foam = np.exp(-(((y + wobble - edge - 0.016) * 85) ** 2))
        foam *= cloud(rng, height, width, 14, 4) > 0.46
        canvas += (1 - canvas) * (foam * 0.55)[..., None]
    wash(canvas, "#e2c98f", np.clip((y + drift - 0.66) * 2.4, 0, 1) * 0.55)
    x = np.linspace(0, 1, width)[None, :]
    sun = np.exp(-(((x - 0.86) / 0.2) ** 2 + ((y - 0.1) / 0.2) ** 2))
    warm = np.array([0.93, 0.66, 0.44])
    canvas += (warm - canvas) * (sun * 0.62 * (0.6 + 0.4 * cloud(rng, height, width, 5, 4)))[..., None]
    return finish(canvas)


def ridges(width, height, seed):
    """Mountain ridges at dusk, paler with distance."""
    rng = np.random.default_rng(seed)
    canvas = paper(rng, height, width)
    y = np.linspace(0, 1, height)[:, None] * np.ones((1, width))
    wash(canvas, "#f2a65a", np.clip(1 - np.abs(y - 0.42) * 2.6, 0, 1) * 0.75)
    wash(canvas, "#5c6fa8", np.clip(0.5 - y, 0, 1) * (1.1 + 0.5 * cloud(rng, height, width, 4, 5)))
    x = np.linspace(0, 1, width)[None, :]
    disc = np.hypot((x - 0.66) * width, (y - 0.33) * height) < height * 0.062
    canvas[disc] = [1.0, 0.93, 0.78]
    axis = np.linspace(0, 1, width)
    for i in range(6):
        base = 0.44 + i * 0.095
        knots = rng.random(7 + 4 * i)
        line = np.interp(axis, np.linspace(0, 1, len(knots)), knots)
        fine = np.interp(axis, np.linspace(0, 1, 90), rng.random(90))
        line = np.convolve(np.pad(line, 30, "edge"), np.ones(61) / 61, "valid")
        top = base - 0.13 * (1 - i * 0.09) * line - 0.012 * fine
        inside = np.clip((y - top[None, :]) * height / 1.6, 0, 1)
        mist = np.clip(1 - (y - top[None, :]) * 3.4, 0.35, 1)
        depth = 0.26 + i * 0.115
        wash(canvas, "#2c4a6b" if i < 3 else "#16324a", inside * mist * depth)
    return finish(canvas)
