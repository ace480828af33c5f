"""資訊科技學習單, filled in: answers are in blue."""

from figures import BLUE, INK, SOFT, box, dot, line, path, svg, text
from layout import Document, table


def a(words):
    return f"<span class='a'>{words}</span>"


def adder():
    gate_and = path("M250 104 H282 A21 21 0 0 1 282 146 H250Z", INK, 1.6, "#fff")
    gate_xor = path("M250 22 C262 36 262 52 250 66 C278 66 296 58 310 44 C296 30 278 22 250 22Z", INK, 1.6, "#fff")
    gate_xor += path("M243 22 C255 36 255 52 243 66", INK, 1.6)
    return svg(
        440, 160, line(90, 34, 252, 34, INK, 1.4), line(90, 54, 252, 54, INK, 1.4),
        path("M130 34 V115 H250", INK, 1.4), path("M160 54 V135 H250", INK, 1.4),
        dot(130, 34, 3, INK, "none"), dot(160, 54, 3, INK, "none"), gate_and, gate_xor,
        line(310, 44, 360, 44, INK, 1.4), line(303, 125, 360, 125, INK, 1.4),
        text(78, 38, "A", 13, INK, "end", 700), text(78, 59, "B", 13, INK, "end", 700),
        text(368, 49, "和 S", 13, BLUE, weight=700), text(368, 130, "進位 C", 13, BLUE, weight=700),
        text(276, 84, "XOR", 10, SOFT, "middle"), text(270, 129, "AND", 10, SOFT, "middle"),
    )


def bitmap():
    rows = ("00111100", "01000010", "10100101", "10000001", "10100101", "10011001", "01000010", "00111100")
    cells = "".join(
        box(x * 15, y * 15, 15, 15, "#2b4c6f" if bit == "1" else "#fff", "#c9d3d1", 0, 0.7)
        for y, row in enumerate(rows) for x, bit in enumerate(row))
    codes = "".join(text(134, y * 15 + 11.5, f"{row}　{int(row, 2):02X}", 9.6, BLUE) for y, row in enumerate(rows))
    return svg(230, 122, cells, codes)


NUMBERS = [(n, a(f"{n:08b}"), a(f"{n:02X}")) for n in (13, 42, 100, 114, 255)]
TRUTH = [(x, y, a(x ^ y), a(x & y)) for x in (0, 1) for y in (0, 1)]

BODY = f"""
<div class="box"><p><b>學習目標</b>　能在二進位、十進位與十六進位之間轉換；能用邏輯閘完成簡單運算；能估算影像與聲音檔案的大小。</p></div>
<h2>一、數字的三種寫法</h2>
{table(("十進位", "二進位（8 位元）", "十六進位"), NUMBERS)}
<p><b>想一想：</b>為什麼程式設計師喜歡用十六進位？</p>
<p>{a("因為四個位元剛好是一個十六進位的數字，8 位元只要寫兩個字，比二進位短，又比十進位容易換回 0 和 1。")}</p>
<h2>二、會做加法的電路</h2>
<p>下圖是「半加器」，請填寫真值表，並說明 S 和 C 各代表什麼。</p>
<figure>{adder()}</figure>
{table(("A", "B", "S", "C"), TRUTH)}
<p>{a("S 是個位相加的結果，兩個輸入不一樣才是 1；C 是進位，兩個都是 1 的時候才會進位。1 + 1 = 10（二進位），就是 C = 1、S = 0。")}</p>
<h2>三、把圖變成數字</h2>
<p>在 8 × 8 的格子裡設計一個圖案，黑色寫 1、白色寫 0，再把每一列換成十六進位。</p>
<figure>{bitmap()}</figure>
<h2>四、檔案有多大</h2>
<ol><li>一張 1920 × 1080 的全彩照片（每個像素 24 位元），未壓縮時有多大？<br>{a(f"1920 × 1080 × 3 = {1920*1080*3:,} 位元組，大約 {1920*1080*3/2**20:.1f} MB。")}</li>
<li>存成 JPEG 後是 480 KB，大約壓縮成原來的幾分之一？<br>{a(f"{1920*1080*3:,} ÷ (480 × 1,024) ≈ {1920*1080*3/(480*1024):.1f}，差不多是十三分之一。")}</li>
<li>取樣頻率 44,100 Hz、16 位元、雙聲道，錄音一分鐘有多大？<br>{a(f"44,100 × 2 × 2 × 60 = {44100*4*60:,} 位元組，大約 {44100*4*60/2**20:.1f} MB。")}</li></ol>
<h2>五、今天學到的</h2>
<p>{a("我以前不懂為什麼照片傳出去會變模糊，原來是被壓縮了，而且 JPEG 丟掉的東西就找不回來。圖案那一題我本來想畫貓，但是 8 × 8 真的太小，最後畫了笑臉。下次想試試看 16 × 16，也想知道彩色的點要用幾個位元。")}</p>
"""

DOCUMENT = Document(
    "it-worksheet.pdf", "資訊科技　學習單", "電腦怎麼記住世界", "數字、邏輯與影像的表示法", BODY, "#2f5f9e",
    style=".a { color: #2456a6; } table { width: 82%; } td, th { text-align: center !important; }",
)
