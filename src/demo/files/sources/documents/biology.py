"""生物觀察紀錄: a lime butterfly raised on a balcony."""

from figures import AMBER, GREEN, INK, ROSE, SOFT, TEAL, Chart, dot, path, svg, text
from layout import Document, figure, table

# day since the egg was found, body length in millimetres
LENGTHS = ((4, 2.5), (6, 4), (8, 7), (10, 11), (12, 16), (14, 22), (16, 29), (18, 36), (20, 40), (21, 37))
STAGES = (
    ("卵", "第 1–4 天", "淡黃色小球，約 1 mm，黏在嫩葉背面；孵化前一天顏色變深。"),
    ("一至四齡", "第 4–14 天", "黑褐色夾白斑，很像鳥糞。脫皮後會把舊皮吃掉，只留下頭殼。"),
    ("五齡", "第 14–21 天", "一夜之間變成綠色，胸部有假眼紋；受驚時伸出橘色臭角。"),
    ("蛹", "第 22–32 天", "以絲帶固定在枝條上。一隻在綠枝上是綠色，一隻在竹籤上是褐色。"),
    ("成蟲", "第 33 天", "清晨六點前羽化，約四十分鐘後翅膀完全展開，上午飛離。"),
)


def life():
    leaf = path("M0 40 C20 0 70 0 96 34 C70 62 24 66 0 40Z", "#7ba36a", 1, "#dbe9d2")

    def at(x, drawing, words):
        return f'<g transform="translate({x} 8)">{drawing}</g>' + text(x + 46, 96, words, 10.5, SOFT, "middle")

    young = "".join(dot(26 + i * 8, 36 - (i % 2), 6.4, "#5a4a3a" if i not in (2, 3) else "#f3efe6", "none") for i in range(6))
    green = "".join(dot(16 + i * 10, 36, 10 - i * 0.5, GREEN, "#4a7a3c", 0.8) for i in range(6, -1, -1))
    green += dot(18, 33, 2.6, INK) + path("M12 27 L6 16 M14 27 L12 14", AMBER, 2)
    pupa = path("M46 4 L46 70", "#8a6a44", 3) + path("M46 18 C74 22 72 52 46 64 C52 44 50 34 46 18Z", "#4a7a3c", 1, "#9cc387")
    pupa += path("M46 34 L64 30", SOFT, 0.8)
    wing = "M48 34 C60 2 98 0 94 26 C92 40 70 42 50 38 C76 44 78 66 64 66 C54 66 50 50 48 40Z"
    fly = path(wing, INK, 1, "#f3e3a1") + f'<g transform="translate(96 0) scale(-1 1)">{path(wing, INK, 1, "#f3e3a1")}</g>'
    fly += "".join(dot(x, y, 3, INK, "none") for x, y in ((84, 14), (12, 14), (70, 24), (26, 24), (84, 30), (12, 30)))
    fly += dot(64, 58, 3.2, ROSE, "none") + dot(32, 58, 3.2, ROSE, "none") + path("M48 26 L48 60", INK, 4)
    return svg(
        530, 104, at(6, leaf + dot(44, 34, 4, "#f0d98a", "#c9a94a"), "卵"), at(112, leaf + young, "一至四齡"),
        at(218, leaf + green, "五齡"), at(324, pupa, "蛹"), at(430, fly, "成蟲"),
    )


def chart():
    plot = Chart((0, 24), (0, 45), (500, 230), ("觀察天數", "體長 (mm)"))
    plot.grid(range(0, 25, 4), (0, 10, 20, 30, 40))
    plot.curve(LENGTHS, GREEN).dots(LENGTHS, GREEN)
    plot.note(14, 22, "轉為綠色", TEAL, dx=10, dy=8)
    return plot.note(21, 37, "前蛹期縮短", ROSE, dx=-2, dy=24).svg()


BODY = f"""
<p>四月初，我在家裡陽臺的金桔葉背發現兩顆淡黃色的卵。查圖鑑後推測是無尾鳳蝶，便決定每天晚上八點觀察、測量，一直記錄到羽化。全部過程沒有移動金桔盆栽，只在外面罩上細網防止寄生蜂。</p>
{figure(life(), "圖 1　各階段外形（依觀察手繪後重新描圖）")}
{table(("階段", "時間", "觀察重點"), STAGES, "表 1　生活史紀錄（A 個體）")}
<h2>體長的變化</h2>
{figure(chart(), "圖 2　A 個體從孵化到前蛹期的體長")}
<p>體長並不是平均增加。每次脫皮前一天，幼蟲幾乎不吃也不動，脫皮後的一兩天才快速變長。五齡的七天裡長了將近兩倍，食量也最驚人，一天可以吃掉四片以上的葉子。第 21 天牠停止進食、排出一大滴液體，身體反而縮短，隔天就成了蛹。</p>
<h2>我想知道的兩件事</h2>
<p><b>蛹的顏色由什麼決定？</b>兩隻幼蟲吃同一盆金桔，蛹的顏色卻不同。資料上說和化蛹位置的質地、光線有關，而我的兩隻恰好一隻在光滑的綠枝、一隻在粗糙的竹籤上，與說法相符；但樣本只有兩隻，不能算證明。</p>
<p><b>臭角真的有用嗎？</b>我用水彩筆輕碰幼蟲後方，十次裡有八次伸出臭角；輕碰葉子則一次都沒有。可見牠能分辨是不是直接被碰到。為了不讓牠太緊張，這個測試只做了一天。</p>
<h2>檢討與心得</h2>
<p>前幾天我用直尺量，幼蟲一縮就差好幾公釐；後來改成和方格紙一起拍照，再從照片量，結果一致得多。最難忘的是羽化那天早上，牠用前腳勾著空殼，翅膀皺得像一團溼紙，慢慢變平。觀察需要的不是很厲害的儀器，而是每天都在。</p>
"""

DOCUMENT = Document(
    "biology-observation.pdf", "生物　觀察紀錄", "陽臺上的無尾鳳蝶", "從一顆卵到羽化的三十三天", BODY, "#4f8140",
)
