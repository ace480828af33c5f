"""MP4 samples: a pendulum wave without sound, a sorting animation with tones."""

import random
import subprocess

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import sounds
from paths import FILES, WORK

FACE = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
TRADITIONAL_CHINESE = 3
RATE, SCALE = 25, 2
PAPER, INK, SOFT, TEAL, AMBER = "#fbfaf6", "#22312f", "#7b8a88", "#1f7a78", "#d9902a"


def font(size):
    return ImageFont.truetype(FACE, size * SCALE, index=TRADITIONAL_CHINESE)


def sheet(size, title):
    image = Image.new("RGB", (size[0] * SCALE, size[1] * SCALE), PAPER)
    draw = ImageDraw.Draw(image)
    draw.text((18 * SCALE, 10 * SCALE), title, INK, font(17))
    return image, draw


def encode(frames, size, target, quality, sound=None):
    audio = ["-i", str(sound), "-c:a", "aac", "-b:a", "64k", "-shortest"] if sound else ["-an"]
    process = subprocess.Popen(
        ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{size[0]}x{size[1]}",
         "-r", str(RATE), "-i", "-", *audio, "-c:v", "libx264", "-profile:v", "baseline", "-level", "3.0",
         "-pix_fmt", "yuv420p", "-preset", "slow", "-crf", str(quality), "-threads", "1", "-bf", "0",
         "-bsf:v", "filter_units=remove_types=6", "-map_metadata", "-1", "-fflags", "+bitexact",
         "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-brand", "mp42", "-movflags", "+faststart",
         str(target)],
        stdin=subprocess.PIPE,
    )
    for frame in frames:
        process.stdin.write(frame.resize(size, Image.Resampling.LANCZOS).tobytes())
    process.stdin.close()
    if process.wait() != 0:
        raise RuntimeError(f"ffmpeg could not write {target.name}")


def pendulums(size=(480, 360), seconds=8, count=11):
    for index in range(seconds * RATE):
        t = index / RATE
        image, draw = sheet(size, "擺波：十一個擺長不同的單擺")
        draw.line([(40 * SCALE, 52 * SCALE), (440 * SCALE, 52 * SCALE)], INK, 4 * SCALE)
        for i in range(count):
            swings = 8 + i * 0.6  # full swings in sixteen seconds
            length = 250 * (8 / swings) ** 2
            angle = 0.42 * np.cos(2 * np.pi * swings * t / 16)
            top = (240 + (i - count // 2) * 9, 52)
            end = (top[0] + length * np.sin(angle), top[1] + length * np.cos(angle))
            share = i / (count - 1)
            colour = tuple(round(a + (b - a) * share) for a, b in zip((31, 122, 120), (217, 144, 42), strict=True))
            draw.line([(top[0] * SCALE, top[1] * SCALE), (end[0] * SCALE, end[1] * SCALE)], "#b9c4c2", SCALE)
            x, y, r = end[0] * SCALE, end[1] * SCALE, 9 * SCALE
            draw.ellipse([x - r, y - r, x + r, y + r], colour)
        draw.text((18 * SCALE, 334 * SCALE), f"t = {t:4.1f} s", SOFT, font(12))
        yield image


def swaps(values):
    """Every comparison of an insertion sort: the bars and the place looked at."""
    for i in range(1, len(values)):
        j = i
        while j > 0:
            yield list(values), j
            if values[j - 1] <= values[j]:
                break
            values[j - 1], values[j] = values[j], values[j - 1]
            j -= 1
    yield list(values), -1


STEPS = list(swaps(random.Random(9).sample(range(1, 17), 16)))
HOLD, TAIL = 2, 1.2  # frames for each step, seconds at rest in the end


def sorting(size=(640, 360)):
    for number, (values, at) in enumerate(STEPS):
        image, draw = sheet(size, "插入排序：每一步比較一次")
        for i, value in enumerate(values):
            x, top = 30 + i * 36.6, 320 - value * 16.2
            done = at < 0
            colour = AMBER if i == at else TEAL if done or i < at else "#8fb9b6"
            draw.rounded_rectangle([x * SCALE, top * SCALE, (x + 30) * SCALE, 320 * SCALE], 4 * SCALE, colour)
        draw.text((30 * SCALE, 330 * SCALE), f"比較次數 {min(number + 1, len(STEPS) - 1)}", SOFT, font(13))
        for _ in range(HOLD if at >= 0 else round(TAIL * RATE)):
            yield image


def tones():
    length = HOLD / RATE
    out = np.zeros((int(sounds.RATE * (len(STEPS) * length + TAIL)), 1))
    for number, (values, at) in enumerate(STEPS):
        note = sounds.pluck(sounds.pitch(values[at] // 2 if at >= 0 else 10, 261.63), 0.22 if at >= 0 else 1.0, 9)
        start = int(number * length * sounds.RATE)
        note = note[: len(out) - start]
        out[start : start + len(note), 0] += note * 0.3
    return out / np.abs(out).max() * 0.6


def build() -> None:
    encode(pendulums(), (480, 360), FILES / "pendulum-wave.mp4", 25)
    sound = WORK / "tones.wav"
    sounds.write_wave(sound, tones())
    encode(sorting(), (640, 360), FILES / "insertion-sort.mp4", 26, sound)


if __name__ == "__main__":
    build()
