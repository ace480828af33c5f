"""MP3 samples: a short composition and a spoken introduction."""

import subprocess
import wave

import numpy as np

from paths import FILES, WORK

RATE = 44_100
NARRATION = (
    "Hello. In this recording I talk about my favourite place at school, the small garden"
    " behind the library. In the morning it is quiet, and I can hear birds before the first"
    " bell rings. It reminds me to slow down."
)
# scale degrees in C pentatonic with their length in beats
TUNE = (
    (0, 1), (2, 1), (3, 1), (5, 1), (4, 1.5), (3, 0.5), (2, 2), (3, 1), (2, 1), (0, 1), (1, 1),
    (2, 2), (0, 1), (2, 1), (5, 1.5), (4, 0.5), (3, 1), (2, 1), (1, 1), (0, 3),
)
BASS = (0, 3, 4, 0, 3, 4, 0)
PENTATONIC = (0, 2, 4, 7, 9)
BEAT = 0.46


def pitch(degree, base=261.63):
    octave, step = divmod(degree, len(PENTATONIC))
    return base * 2 ** (octave + PENTATONIC[step] / 12)


def pluck(frequency, seconds, decay):
    t = np.arange(int(RATE * seconds)) / RATE
    body = sum(np.sin(2 * np.pi * frequency * k * t) * np.exp(-t * decay * k) / k**1.4 for k in range(1, 7))
    return body * np.minimum(1, t / 0.006) * np.minimum(1, (seconds - t) / 0.03)


def melody():
    out = np.zeros((int(RATE * (sum(b for _, b in TUNE) * BEAT + 1.6)), 2))

    def add(sound, at, left, right):
        start = int(at * RATE)
        sound = sound[: len(out) - start]
        out[start : start + len(sound)] += sound[:, None] * np.array([left, right])

    at = 0.1
    for degree, beats in TUNE:
        add(pluck(pitch(degree, 523.25), beats * BEAT + 0.5, 2.6), at, 0.55, 0.75)
        add(pluck(pitch(degree, 523.25), beats * BEAT + 0.5, 4.0) * 0.22, at + 0.21, 0.9, 0.3)
        at += beats * BEAT
    for i, degree in enumerate(BASS):
        for k, share in enumerate((0, 2, 4, 2)):
            add(pluck(pitch(degree + share, 130.81), 1.1, 2.2) * 0.5, 0.1 + (i * 4 + k) * BEAT, 0.8, 0.5)
    return out / np.abs(out).max() * 0.8


def write_wave(path, samples):
    with wave.open(str(path), "wb") as out:
        out.setnchannels(samples.shape[1])
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((samples * 32_767).astype("<i2").tobytes())


def encode(source, target, kilobits, filters="anull"):
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-i", str(source), "-af", filters, "-ar", str(RATE),
         "-c:a", "libmp3lame", "-b:a", f"{kilobits}k", "-map_metadata", "-1",
         "-fflags", "+bitexact", "-flags:a", "+bitexact", "-id3v2_version", "0", str(target)],
        check=True,
    )


def build() -> None:
    tune, speech = WORK / "tune.wav", WORK / "speech.wav"
    write_wave(tune, melody())
    encode(tune, FILES / "small-composition.mp3", 112)
    subprocess.run(["espeak-ng", "-v", "en-us+f3", "-s", "158", "-p", "46", "-w", str(speech), NARRATION], check=True)
    encode(speech, FILES / "english-speech.mp3", 96, "adelay=250,apad=pad_dur=0.5,volume=1.1")


if __name__ == "__main__":
    build()
