"""物理實驗紀錄: simple pendulum, g from the slope of T² against L."""

from math import pi

from figures import AMBER, INK, SOFT, TEAL, Chart, dot, line, path, svg, text
from layout import Document, figure, table

# length in metres, three timings of 20 swings in seconds
READINGS = (
    (0.30, (22.05, 21.92, 22.11)), (0.40, (25.31, 25.46, 25.38)), (0.50, (28.41, 28.29, 28.52)),
    (0.60, (31.02, 31.20, 31.11)), (0.70, (33.61, 33.52, 33.70)), (0.80, (35.84, 35.97, 35.90)),
)
SWINGS = 20


def period(times):
    return sum(times) / len(times) / SWINGS


POINTS = [(length, period(times) ** 2) for length, times in READINGS]
_n = len(POINTS)
_mx = sum(x for x, _ in POINTS) / _n
_my = sum(y for _, y in POINTS) / _n
SLOPE = sum((x - _mx) * (y - _my) for x, y in POINTS) / sum((x - _mx) ** 2 for x, _ in POINTS)
CUT = _my - SLOPE * _mx
G = 4 * pi**2 / SLOPE
ERROR = (G - 9.79) / 9.79 * 100


def apparatus():
    return svg(
        300, 190,
        line(60, 20, 240, 20, INK, 4), line(60, 20, 60, 178, INK, 4), line(30, 178, 120, 178, INK, 4),
        line(160, 22, 160, 150, "#9aa9a7", 1, 'stroke-dasharray="4 3"'),
        line(160, 22, 184, 146, TEAL, 1.6), dot(185, 151, 9, AMBER),
        path("M160 74 A52 52 0 0 0 170 73", SOFT, 1.2),
        text(152, 78, "θ ＜ 10°", 10.5, SOFT, "end"), text(184, 96, "L", 13, TEAL, weight=700),
        text(200, 156, "砝碼", 10.5), text(246, 24, "支架", 10.5),
    )


def chart():
    plot = Chart((0, 0.9), (0, 3.6), (500, 250), ("擺長 L (m)", "週期平方 T² (s²)"))
    plot.grid((0, 0.2, 0.4, 0.6, 0.8), (0, 1, 2, 3))
    plot.curve([(0, CUT), (0.88, CUT + SLOPE * 0.88)], TEAL, 1.8)
    plot.dots(POINTS, AMBER)
    return plot.note(0.42, 2.5, f"T² = {SLOPE:.2f} L {CUT:+.3f}", TEAL, "end").svg()


BODY = f"""
<h2>一、目的</h2>
<p>測量單擺在不同擺長下的週期，由 T² 與 L 的關係求出本校所在地的重力加速度，並找出誤差的主要來源。</p>
<h2>二、原理與裝置</h2>
<p>擺角很小時，單擺週期 T = 2π√(L / g)，兩邊平方得 T² = (4π² / g) L。以 L 為橫軸、T² 為縱軸作圖，應該是一條通過原點的直線，由斜率即可算出 g。擺長從懸點量到砝碼的質心，釋放時擺角維持在 10° 以內。</p>
{figure(apparatus(), "圖 1　實驗裝置")}
<h2>三、數據</h2>
{table(("擺長 (m)", "20 次 ① (s)", "20 次 ② (s)", "20 次 ③ (s)", "週期 T (s)", "T² (s²)"),
       [(f"{l:.2f}", *(f"{t:.2f}" for t in ts), f"{period(ts):.3f}", f"{period(ts)**2:.3f}")
        for l, ts in READINGS], "表 1　各擺長來回 20 次所需的時間", range(6))}
{figure(chart(), "圖 2　T² 對 L 作圖與最適直線")}
<h2>四、結果與討論</h2>
<p>最適直線的斜率為 {SLOPE:.2f} s²/m，代入 g = 4π² / 斜率，得 g = <b>{G:.2f} m/s²</b>，與臺灣地區的參考值 9.79 m/s² 相比，誤差約 {ERROR:+.1f}%。六個點都很靠近直線，表示週期平方和擺長確實成正比。</p>
<ol><li>截距是 {CUT:.3f} s²，換算成擺長大約 {abs(CUT) / SLOPE * 1000:.0f} 公釐，表示質心的位置估得還算準；如果每次都多量 1 公分，截距就會差到 0.04 s² 左右。</li>
<li>第一組只數 5 次就按停，三次結果差到 0.1 秒以上；改成數 20 次後，按碼表的反應時間被平均掉，數據穩定很多。</li>
<li>砝碼有時會繞成橢圓。用紙板擋住、再平移抽開來釋放，比用手放更容易保持在同一平面。</li></ol>
<h2>五、心得</h2>
<p>做實驗前我以為「多做幾次再平均」就能讓結果變準，這次才分清楚：平均可以減少每次不一樣的隨機誤差，可是擺長量錯這種系統誤差，做再多次都還在。除了最後的 g，也要看截距，才知道量得好不好。</p>
"""

DOCUMENT = Document(
    "physics-lab.pdf", "物理　實驗紀錄", "單擺測量重力加速度", "由 T² 與擺長的關係求 g", BODY, "#3b6ea5",
)
