"""JPEG and PNG samples: photographs, drawings and screenshots."""

import subprocess

import numpy as np
from PIL import Image, ImageFilter

import painting
from figures import AMBER, BLUE, GREEN, INK, ROSE, SOFT, TEAL, Chart, box, dot, line, path, svg, text
from paths import FILES, WORK

ORIENTATION, QUARTER_TURN_RIGHT = 0x0112, 6


def raster(name, drawing, width):
    source = WORK / f"{name}.svg"
    source.write_text(drawing.replace("Sample Sans, ", ""))
    target = WORK / f"{name}.png"
    subprocess.run(["rsvg-convert", "-w", str(width), str(source), "-o", str(target)], check=True)
    return Image.open(target).convert("RGBA")


def on_paper(drawing, size, seed, tone=(0.97, 0.96, 0.93)):
    """Lay a drawing on lit paper, slightly tilted, as a telephone sees it."""
    width, height = size
    rng = np.random.default_rng(seed)
    sheet = np.ones((height, width, 3)) * np.array(tone)
    sheet *= (0.97 + 0.05 * painting.cloud(rng, height, width, 60, 2))[..., None]
    page = Image.fromarray((np.clip(sheet, 0, 1) * 255).astype(np.uint8)).convert("RGBA")
    page.alpha_composite(drawing.resize(size))
    desk = np.ones((height, width, 3)) * np.array([0.44, 0.33, 0.24])
    streaks = np.asarray(
        Image.fromarray((rng.random((height, 12)) * 255).astype(np.uint8)).resize((width, height)), float
    ) / 255
    desk *= (0.82 + 0.3 * streaks)[..., None]
    photo = Image.fromarray((np.clip(desk, 0, 1) * 255).astype(np.uint8)).convert("RGBA")
    small = page.resize((round(width * 0.92), round(height * 0.92)), Image.Resampling.LANCZOS)
    tilted = small.rotate(-1.3, Image.Resampling.BICUBIC, expand=True)
    shadow = Image.new("RGBA", photo.size)
    at = ((width - tilted.width) // 2, (height - tilted.height) // 2)
    shade = Image.new("RGBA", tilted.size, (0, 0, 0, 150))
    shadow.paste(shade, (at[0] + 8, at[1] + 10), tilted.split()[3])
    photo.alpha_composite(shadow.filter(ImageFilter.GaussianBlur(12)))
    photo.alpha_composite(tilted, at)
    pixels = np.asarray(photo.convert("RGB"), float) / 255
    y, x = np.mgrid[0:1:height * 1j, 0:1:width * 1j]
    light = 1.04 - 0.24 * np.hypot(x - 0.35, y - 0.3)
    pixels = pixels * light[..., None] + rng.normal(0, 0.009, pixels.shape)
    return Image.fromarray((np.clip(pixels, 0, 1) * 255).astype(np.uint8))


def circuit():
    grid = "".join(line(i * 20, 0, i * 20, 640, "#d9e4ea", 0.8) for i in range(1, 45))
    grid += "".join(line(0, i * 20, 900, i * 20, "#d9e4ea", 0.8) for i in range(1, 32))

    def wire(d):
        return path(d, INK, 3)

    zig = " ".join(f"l{9} {d}" for d in (-12, 24, -24, 24, -24, 12))
    resistor = f"M300 160 l20 0 {zig} l20 0"
    parts = (
        wire("M140 300 V160 H300"), wire(resistor), wire("M394 160 H520"), wire("M520 160 H680 V260"),
        wire("M140 360 V500 H680 V340"), wire("M520 160 V290 M520 320 V500"),
        path("M110 300 H170 M122 320 H158 M110 340 H170 M122 360 H158", INK, 3.4),
        path("M488 290 H552 M488 320 H552", INK, 4),
        path("M650 268 L710 268 L680 322 Z", INK, 3, "#f6d9d4"), wire("M680 256 V268 M650 326 H710 M680 326 V344"),
        path("M716 280 l22 -16 m-9 0 h9 v9 M722 300 l22 -16 m-9 0 h9 v9", ROSE, 2.6),
        dot(520, 160, 6, INK, "none"), dot(520, 500, 6, INK, "none"),
        text(347, 122, "R = 10 kΩ", 24, BLUE, "middle", 700), text(474, 313, "C = 470 μF", 24, BLUE, "end", 700),
        text(60, 338, "6 V", 24, BLUE, weight=700), text(752, 312, "LED", 24, ROSE, weight=700),
        text(450, 62, "延時熄滅小夜燈電路", 32, INK, "middle", 700),
        text(230, 566, "放電時間 τ = RC = 10 k × 470 μ ≈ 4.7 秒", 24, TEAL), text(440, 150, "→ I", 22, ROSE, "middle"),
    )
    return on_paper(raster("circuit", svg(900, 640, grid, *parts), 1200), (1200, 853), 3)


def discharge():
    readings = [(t, 6 * np.exp(-t / 4.6) + e) for t, e in
                zip(range(0, 21, 2), (0, .05, -.06, .04, .02, -.04, .03, 0, -.02, .02, .01), strict=True)]
    plot = Chart((0, 21), (0, 6.5), (640, 460), ("時間 t (s)", "電容電壓 V (V)"))
    plot.grid(range(0, 21, 4), range(0, 7))
    plot.curve([(t / 5, 6 * np.exp(-t / 23)) for t in range(0, 103)], TEAL, 2.6)
    plot.dots(readings, ROSE)
    plot.parts.append(line(plot.x(4.6), plot.y(2.21), plot.x(4.6), plot.y(0), AMBER, 1.6, 'stroke-dasharray="6 4"'))
    plot.note(4.6, 2.21, "V = 2.2 V 時，t ≈ 4.6 s", AMBER, dx=12, dy=-6)
    fine = "".join(line(i * 14, 0, i * 14, 520, "#e6efe4", 0.6) for i in range(1, 50))
    fine += "".join(line(0, i * 14, 700, i * 14, "#e6efe4", 0.6) for i in range(1, 37))
    inner = f'<g transform="translate(30 48)">{"".join(plot.parts)}</g>'
    title = text(350, 34, "RC 放電曲線", 22, INK, "middle", 700)
    upright = on_paper(raster("discharge", svg(700, 520, fine, inner, title), 1200), (1200, 891), 8)
    return upright.transpose(Image.Transpose.ROTATE_90)


def poster():
    rng = np.random.default_rng(4)
    stars = "".join(dot(x, y, r, "#fdf3d6", "none") for x, y, r in
                    zip(rng.uniform(0, 600, 70), rng.uniform(0, 420, 70), rng.uniform(0.6, 2.2, 70), strict=True))
    arcs = "".join(path(f"M{300 - r} 600 A{r} {r} 0 0 1 {300 + r} 600", c, 26) for r, c in
                   ((250, "#1f7a78"), (210, "#4fa39a"), (170, "#e9c46a"), (130, "#f0a35e"), (90, "#d9705a")))
    hills = path("M0 640 C120 560 220 600 320 580 S520 540 600 590 V848 H0Z", "none", 0, "#12393f")
    words = (
        text(300, 118, "星空下的科學夜", 58, "#fff8e7", "middle", 700),
        text(300, 166, "校園天文觀測與手作市集", 25, "#cfe3df", "middle"),
        text(300, 690, "望遠鏡體驗　星座故事　光譜小實驗", 25, "#fff8e7", "middle"),
        box(150, 722, 300, 54, "#e9c46a", "none", 27), text(300, 758, "十一月第二個週五晚上", 24, "#12393f", "middle", 700),
        text(300, 816, "地點：科學大樓頂樓　雨天改在大廳", 19, "#a9c7c3", "middle"),
    )
    back = '<defs><linearGradient id="n" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0e2238"/><stop offset="1" stop-color="#28596a"/></linearGradient></defs><rect width="600" height="848" fill="url(#n)"/>'
    return raster("poster", svg(600, 848, back, stars, arcs, hills, *words), 1000).convert("RGB")


def editor():
    code = (
        (0, "from", " random import choice", ROSE), (0, "", "", INK), (0, "QUESTIONS", " = load('capitals.csv')", BLUE),
        (0, "score", " = 0", INK), (0, "", "", INK), (0, "for", " round_number in range(1, 11):", ROSE),
        (1, "question", " = choice(QUESTIONS)", INK), (1, "answer", " = input(question.text)", INK),
        (1, "if", " answer.strip() == question.answer:", ROSE), (2, "score", " += 1", INK),
        (2, "print", "('答對了！')", TEAL), (1, "else", ":", ROSE), (2, "print", "(f'答案是 {question.answer}')", TEAL),
        (0, "", "", INK), (0, "print", "(f'十題答對 {score} 題')", TEAL),
    )
    parts = [box(0, 0, 960, 600, "#fff", "none", 0), box(0, 0, 960, 40, "#e9efee", "none", 0),
             text(480, 26, "首都小測驗 — quiz.py", 14, SOFT, "middle")]
    parts += [dot(22 + i * 20, 20, 6, c, "none") for i, c in enumerate((ROSE, AMBER, GREEN))]
    parts += [box(0, 40, 170, 560, "#f4f7f6", "none", 0), text(18, 70, "專案檔案", 12, SOFT, weight=700)]
    for i, name in enumerate(("quiz.py", "capitals.csv", "load.py", "README.md")):
        if i == 0:
            parts.append(box(8, 84, 154, 26, "#d6e8e5", "none", 5))
        parts.append(text(22, 102 + i * 28, name, 13))
    for i, (depth, key, rest, colour) in enumerate(code):
        y = 72 + i * 23
        parts.append(text(200, y, i + 1, 12, "#a3b1af", "end"))
        if key:
            words = f'<tspan fill="{colour}" font-weight="700">{key}</tspan>{rest}'.replace("' ", "'")
            parts.append(text(216 + depth * 28, y, words, 14.5, extra='xml:space="preserve"'))
    parts += [line(170, 424, 960, 424), text(188, 448, "執行結果", 12, SOFT, weight=700)]
    for i, row in enumerate(("日本的首都是？東京", "答對了！", "澳洲的首都是？雪梨", "答案是 坎培拉", "十題答對 8 題")):
        parts.append(text(188, 474 + i * 23, row, 14, TEAL if i in (1, 4) else INK))
    return raster("editor", svg(960, 600, *parts), 1280).convert("RGB")


def web_page():
    parts = [box(0, 0, 960, 640, "#fbfaf6", "none", 0), box(0, 0, 960, 44, "#e3e8e7", "none", 0),
             box(150, 9, 660, 26, "#fff", "none", 13), text(172, 27, "localhost:8000/plants", 13, SOFT),
             box(0, 44, 960, 190, "#dfece4", "none", 0), text(60, 122, "校園植物小圖鑑", 40, "#24483b", weight=700),
             text(60, 160, "走路會經過，卻叫不出名字的二十種植物", 18, "#4c6b5f"),
             box(60, 180, 116, 34, "#2f7a5f", "none", 17), text(118, 202, "開始逛逛", 15, "#fff", "middle", 700)]
    plants = (("茄苳", "三出複葉，葉緣有鋸齒", "#7ba36a"), ("黃花風鈴木", "三月先開花後長葉", "#e2b53c"),
              ("大花紫薇", "夏天紫花，秋天葉紅", "#a676ab"), ("白千層", "樹皮像一層層的紙", "#9fb3a4"))
    for i, (name, words, colour) in enumerate(plants):
        x = 60 + i * 214
        parts += [box(x, 262, 196, 250, "#fff", "#dfe5e1", 10), box(x, 262, 196, 138, "#f1f5ee", "none", 10),
                  line(x + 98, 394, x + 98, 330, "#8a6a44", 5)]
        parts += [dot(x + 98 + dx, 320 + dy, r, colour, "none") for dx, dy, r in
                  ((0, -18, 26), (-26, 2, 22), (26, 2, 22), (0, 8, 24))]
        parts += [text(x + 16, 434, name, 19, weight=700), text(x + 16, 462, words, 13, SOFT),
                  text(x + 16, 494, "看觀察紀錄 ›", 13, "#2f7a5f", weight=700)]
    parts += [text(60, 566, "依位置尋找", 18, weight=700)]
    for i, place in enumerate(("校門口", "圖書館旁", "操場", "生態池", "後山步道")):
        parts += [box(60 + i * 112, 584, 100, 32, "#fff", "#cbd6cf", 16), text(110 + i * 112, 605, place, 14, anchor="middle")]
    return raster("web", svg(960, 640, *parts), 1280).convert("RGB")


def badge():
    leaves = "".join(
        f'<g transform="rotate({i * 24 - 168} 256 256)"><ellipse cx="256" cy="52" rx="17" ry="36" fill="{TEAL}"/></g>' for i in range(15))
    book = path("M256 190 C220 164 176 160 140 170 V330 C178 320 222 326 256 350Z", "none", 0, "#fff")
    book += path("M256 190 C292 164 336 160 372 170 V330 C334 320 290 326 256 350Z", "none", 0, "#f3e7c9")
    star = path("M256 104 l10 22 24 3 -18 16 5 24 -21 -12 -21 12 5 -24 -18 -16 24 -3Z", "none", 0, "#e9c46a")
    disc = f'<circle cx="256" cy="256" r="170" fill="#24596a"/><circle cx="256" cy="256" r="156" fill="none" stroke="#e9c46a" stroke-width="4"/>'
    words = text(256, 396, "閱讀社", 34, "#fff", "middle", 700)
    return raster("badge", svg(512, 512, leaves, disc, book, star, words), 512)


def build() -> None:
    plain = {
        "circuit-drawing.jpg": (circuit(), 80), "science-night-poster.jpg": (poster(), 84),
        "watercolour-tide.jpg": (painting.tide(1200, 900, seed=71), 82),
        "dusk-ridges.jpg": (painting.ridges(1200, 800, seed=12), 84),
    }
    for name, (image, quality) in plain.items():
        image.save(FILES / name, "JPEG", quality=quality, optimize=True)
    exif = Image.Exif()
    exif[ORIENTATION] = QUARTER_TURN_RIGHT
    discharge().save(FILES / "rc-discharge-photo.jpg", "JPEG", quality=78, optimize=True, exif=exif)
    editor().save(FILES / "quiz-program-screen.png", optimize=True)
    web_page().save(FILES / "plant-guide-website.png", optimize=True)
    badge().save(FILES / "club-badge.png", optimize=True)


if __name__ == "__main__":
    build()
