"""The program's icon: a page whose route of three stations ends as a check."""

import subprocess

from PIL import Image

from paths import ICON, WORK

SIZES = (16, 24, 32, 48, 64, 128, 256)
SMALL = 32  # up to here the mark is bolder and the stations are left out

BACKGROUND = (
    '<defs><linearGradient id="ground" x1="0" y1="0" x2="0" y2="1">'
    '<stop offset="0" stop-color="#2a8d89"/><stop offset="1" stop-color="#1a6a69"/>'
    "</linearGradient></defs>"
    '<rect x="8" y="8" width="240" height="240" rx="54" fill="url(#ground)"/>'
)
LARGE_MARK = (
    '<path d="M78 46h72l44 44v106a14 14 0 0 1-14 14H78a14 14 0 0 1-14-14V60a14 14 0 0 1 14-14z" fill="#fff"/>'
    '<path d="M150 46l44 44h-32a12 12 0 0 1-12-12z" fill="#b9dcd8"/>'
    '<path d="M92 142l28 30 46-54" fill="none" stroke="#1f7a78" stroke-width="13" '
    'stroke-linecap="round" stroke-linejoin="round"/>'
    '<g fill="#fff" stroke="#1f7a78" stroke-width="9"><circle cx="92" cy="142" r="11"/>'
    '<circle cx="120" cy="172" r="11"/></g><circle cx="166" cy="118" r="16" fill="#1f7a78"/>'
)
SMALL_MARK = (
    '<path d="M72 40h76l52 52v110a16 16 0 0 1-16 16H72a16 16 0 0 1-16-16V56a16 16 0 0 1 16-16z" fill="#fff"/>'
    '<path d="M148 40l52 52h-38a14 14 0 0 1-14-14z" fill="#a5d0cb"/>'
    '<path d="M90 146l28 30 48-58" fill="none" stroke="#1f7a78" stroke-width="25" '
    'stroke-linecap="round" stroke-linejoin="round"/>'
)


def drawing(mark):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">{BACKGROUND}{mark}</svg>\n'


def build() -> None:
    large, small = ICON / "icon.svg", WORK / "icon-small.svg"
    large.write_text(drawing(LARGE_MARK))
    small.write_text(drawing(SMALL_MARK))
    images = []
    for size in SIZES:
        target = (ICON if size in (32, 64, 256) else WORK) / f"icon-{size}.png"
        source = small if size <= SMALL else large
        subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), str(source), "-o", str(target)], check=True)
        image = Image.open(target).convert("RGBA")
        image.save(target, optimize=True)
        images.append(image)
    images[-1].save(
        ICON / "icon.ico", sizes=[(size, size) for size in SIZES], append_images=images[:-1]
    )


if __name__ == "__main__":
    build()
