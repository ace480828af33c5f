"""數學探究: the largest open box folded from one A4 sheet."""

from math import sqrt

from figures import AMBER, INK, ROSE, SOFT, TEAL, Chart, box, line, svg, text
from layout import Document, figure, table

A, B = 21.0, 29.7


def volume(x):
    return x * (A - 2 * x) * (B - 2 * x)


BEST = ((A + B) - sqrt(A * A - A * B + B * B)) / 6
PEAK = volume(BEST)
# cut in cm, millilitres of rice that the folded box held
MEASURED = ((2.0, 860), (3.0, 1050), (4.0, 1105), (5.0, 1060), (6.0, 940))


def net():
    s, x, y, c = 6.2, 60, 12, 4.04
    w, h, k = B * s, A * s, c * s
    corner = [(x, y), (x + w - k, y), (x, y + h - k), (x + w - k, y + h - k)]
    return svg(
        300, 172, box(x, y, w, h, "#eef5f4", TEAL, 0, 1.4),
        *(box(a, b, k, k, "#f6e3c4", AMBER, 0, 1) for a, b in corner),
        box(x + k, y + k, w - 2 * k, h - 2 * k, "none", SOFT, 0, 0.9).replace("/>", ' stroke-dasharray="4 3"/>'),
        text(x + k / 2, y + k / 2 + 4, "x", 12, INK, "middle", 700),
        text(x + w / 2, y + h + 19, "29.7 cm", 10.5, SOFT, "middle"),
        text(x - 7, y + h / 2 + 4, "21 cm", 10.5, SOFT, "end"),
        text(x + w / 2, y + h / 2 + 4, "盒底", 11, SOFT, "middle"),
    )


def chart():
    plot = Chart((0, 10.5), (0, 1300), (500, 260), ("截角邊長 x (cm)", "容積 (cm³)"))
    plot.grid(range(0, 11, 2), (0, 400, 800, 1200))
    plot.parts.append(
        line(plot.x(BEST), plot.y(PEAK), plot.x(BEST), plot.y(0), ROSE, 1, 'stroke-dasharray="4 3"'))
    plot.curve([(i / 20, volume(i / 20)) for i in range(0, 211)], TEAL, 2.2)
    plot.dots(MEASURED, AMBER).dots([(BEST, PEAK)], ROSE)
    plot.note(BEST, PEAK, f"x ≈ {BEST:.2f}，V ≈ {PEAK:.0f}", ROSE, dx=10, dy=-4)
    return plot.note(6, 940, "● 實際裝米量", AMBER, dx=44, dy=-4).svg()


BODY = f"""
<h2>問題從哪裡來</h2>
<p>家政課要用一張 A4 紙摺一個沒有蓋子的點心盒，做法是在四個角各截去一個正方形，再把四邊折起來。同學有人截得很小，盒子又大又淺；有人截得很大，盒子又高又窄。到底要截多少，才能裝最多東西？</p>
{figure(net(), "圖 1　四角各截去邊長 x 的正方形")}
<h2>列出函數</h2>
<p>設截去的正方形邊長為 x 公分，盒子的長、寬、高分別是 29.7 − 2x、21 − 2x、x，所以容積為</p>
<div class="formula">V(x) = x (21 − 2x)(29.7 − 2x) = 4x³ − 101.4x² + 623.7x，　0 ＜ x ＜ 10.5</div>
<p>這是三次函數。令 V′(x) = 12x² − 202.8x + 623.7 = 0，用公式解得 x ≈ {BEST:.2f} 或 x ≈ {202.8 / 12 - BEST:.2f}。後者超過 10.5，不合題意；在 x ≈ {BEST:.2f} 的左邊 V′ ＞ 0、右邊 V′ ＜ 0，因此容積在這裡最大，約 {PEAK:.0f} 立方公分。</p>
{figure(chart(), "圖 2　容積函數的圖形與實測結果")}
<h2>真的做做看</h2>
<p>光是算出來還不放心，我用影印紙做了五個盒子，裝滿白米再倒進量杯。每個盒子量三次取平均。</p>
{table(("截角 x (cm)", "計算容積 (cm³)", "裝米量 (mL)", "相差"),
       [(f"{x:.1f}", f"{volume(x):.0f}", m, f"{(m - volume(x)) / volume(x) * 100:+.1f}%") for x, m in MEASURED],
       "表 1　計算值與實測值", range(4))}
<p>實測值都比計算值小一點，因為紙盒的邊會往內彎，而且紙有厚度。但五個點高低的順序和曲線一致，截 4 公分的盒子確實裝得最多。</p>
<h2>再往前一步</h2>
<p>我把 A4 換成長 b、寬 a 的任意紙張，用同樣方法得到最佳截角</p>
<div class="formula">x = [ (a + b) − √(a² − ab + b²) ] / 6</div>
<p>如果是正方形（a = b），結果剛好是 x = a / 6，也就是邊長的六分之一。另外我發現圖形在最高點附近很平：截 3.5 公分到 4.5 公分，容積只差不到 {(1 - min(volume(3.5), volume(4.5)) / PEAK) * 100 + 0.05:.1f}%。所以摺盒子時差個幾公釐沒關係，不必為了 4.04 這個數字量得太辛苦。知道「哪裡需要精確、哪裡不需要」，我覺得比算出答案還有用。</p>
"""

DOCUMENT = Document(
    "math-exploration.pdf", "數學　探究報告", "一張 A4 紙能摺出多大的盒子", "三次函數的最大值與實際驗證",
    BODY, "#7a4f9a",
    style=".formula { text-align: center; margin: 6pt 0 10pt; font-size: 11.5pt; }",
)
