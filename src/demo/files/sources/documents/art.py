"""美術作品說明 with the pictures painted by `painting`."""

from base64 import b64encode
from io import BytesIO

import painting
from layout import Document


def embedded(image, width):
    image = image.resize((width, round(image.height * width / image.width)))
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=74, optimize=True)
    return "data:image/jpeg;base64," + b64encode(buffer.getvalue()).decode()


MAIN = embedded(painting.tide(1200, 760, seed=5), 900)
STUDIES = [embedded(painting.tide(600, 600, seed=s), 300) for s in (11, 23, 37)]
SWATCHES = (("#12355b", "深水"), ("#1f7a8c", "潮線"), ("#7fb7be", "淺灘"), ("#e7d8b1", "沙"), ("#d98f5c", "日光"))

CAPTIONS = ("習作一　只用兩種藍", "習作二　加入沙色", "習作三　留白作浪")

BODY = f"""
<figure class="main"><img src="{MAIN}"><figcaption>《潮間帶》　水彩、水彩紙　38 × 24 cm</figcaption></figure>
<div class="swatches">{"".join(f'<div><i style="background:{c}"></i>{n}</div>' for c, n in SWATCHES)}</div>
<h2>創作理念</h2>
<p>潮間帶一天被海水蓋住兩次，也露出來兩次，它不完全是海，也不完全是陸地。升上高二以後，我常覺得自己就站在這樣的地方：有些事可以自己決定了，有些事還不行。我想畫的不是某一片海灘，而是「正在變化」這件事本身，所以畫面裡沒有人、沒有船，只有一層一層退去的水。</p>
<h2>過程</h2>
<div class="studies">{"".join(f'<div><img src="{s}"><span>{c}</span></div>' for s, c in zip(STUDIES, CAPTIONS, strict=True))}</div>
<p>正式作品之前我做了三張習作。第一張只用群青和普魯士藍，深淺夠，但是看起來太冷；第二張在下方加入沙色，畫面有了溫度，邊界卻糊成一片。第三張我改變順序，先用留白膠把浪的邊緣蓋起來，再由淺到深疊上五層，每一層等完全乾透才畫下一層，終於得到我想要的、乾淨又柔軟的邊緣。</p>
<p>最難的是「停」。水彩愈改愈髒，老師提醒我，每畫一筆前先退後三步看。最後一層我只在右上角加了一點橘色，讓人感覺光正從那邊來，然後就放下筆。</p>
<h2>自我評析</h2>
<p>我滿意的是層次與留白，遠看有潮水往後退的感覺；不滿意的是左下角顏料堆積，乾了以後出現一圈水痕。原本想蓋掉，後來決定留著，因為真正的沙灘上，也會留下上一道浪來過的痕跡。</p>
"""

DOCUMENT = Document(
    "art-statement.pdf", "美術　作品說明", "潮間帶", "水彩創作歷程與自我評析", BODY, "#1f6f8c",
    style="""figure.main img { width: 166mm; border-radius: 2pt; }
    .swatches { display: flex; gap: 7pt; margin: 0 0 6pt; font-size: 8.8pt; color: #5d6d6b; }
    .swatches div { flex: 1; text-align: center; }
    .swatches i { display: block; height: 15pt; border-radius: 2pt; margin-bottom: 1pt; }
    .studies { display: flex; gap: 10pt; margin: 5pt 0 8pt; }
    .studies div { flex: 1; text-align: center; font-size: 8.8pt; color: #5d6d6b; }
    .studies img { width: 100%; border-radius: 2pt; }""",
)
