"""程式設計專題報告: counts of comparisons, measured here and not made up."""

import random

from figures import AMBER, ROSE, SOFT, TEAL, Chart, arrow, box, svg, text
from layout import Document, figure, table

SIZES = (50, 100, 200, 300, 400, 500)


def bubble(values):
    values, count = list(values), 0
    for end in range(len(values) - 1, 0, -1):
        swapped = False
        for i in range(end):
            count += 1
            if values[i] > values[i + 1]:
                values[i], values[i + 1] = values[i + 1], values[i]
                swapped = True
        if not swapped:
            break
    return count


def insertion(values):
    values, count = list(values), 0
    for i in range(1, len(values)):
        j = i
        while j > 0:
            count += 1
            if values[j - 1] <= values[j]:
                break
            values[j - 1], values[j] = values[j], values[j - 1]
            j -= 1
    return count


def merge(values):
    def run(part):
        if len(part) < 2:
            return part, 0
        middle = len(part) // 2
        left, a = run(part[:middle])
        right, b = run(part[middle:])
        out, count, i, j = [], a + b, 0, 0
        while i < len(left) and j < len(right):
            count += 1
            if left[i] <= right[j]:
                out.append(left[i])
                i += 1
            else:
                out.append(right[j])
                j += 1
        return out + left[i:] + right[j:], count

    return run(list(values))[1]


def average(method, size):
    source = random.Random(size)
    rounds = [method(source.sample(range(10_000), size)) for _ in range(20)]
    return round(sum(rounds) / len(rounds))


RESULT = {m.__name__: {n: average(m, n) for n in SIZES} for m in (bubble, insertion, merge)}


def flow():
    steps = ("設定資料筆數", "產生隨機順序", "三種排序各跑 20 次", "平均比較次數", "畫成折線圖")
    parts = []
    for i, words in enumerate(steps):
        x = 4 + i * 104
        parts += [box(x, 6, 90, 40, "#eef5f4", "#9bbfbc"), text(x + 45, 30, words, 9.6, anchor="middle")]
        if i:
            parts.append(arrow(x - 13, 26, x - 1, 26))
    return svg(520, 52, *parts)


def chart():
    plot = Chart((0, 520), (0, 130_000), (520, 220), ("資料筆數 n", "平均比較次數"))
    plot.grid(SIZES, (0, 40_000, 80_000, 120_000), y_form="{:,}")
    for (name, words), colour in zip(
        (("bubble", "氣泡排序"), ("insertion", "插入排序"), ("merge", "合併排序")),
        (ROSE, AMBER, TEAL),
        strict=True,
    ):
        points = list(RESULT[name].items())
        plot.curve(points, colour).dots(points, colour)
        plot.note(*points[-2], words, colour, "end", dx=-10, dy=-8)
    return plot.svg()


B, I, M = (RESULT[k][500] for k in ("bubble", "insertion", "merge"))

BODY = f"""
<h2>一、動機</h2>
<p>我在圖書館當志工時，常常要把還書車上的書依索書號排好再上架。一開始我會拿起一本就往已經排好的那一疊裡插，書一多就愈排愈慢；後來學姊教我先分成幾小疊，各自排好再合起來，速度快了很多。上程式設計課學到排序之後，我才發現這兩種做法其實就是「插入排序」和「合併排序」，所以想寫程式確認：差距真的有感覺上那麼大嗎？</p>
<h2>二、做法</h2>
<p>我用 Python 自己寫三種排序，不使用內建的 sort，並在每次「比大小」的地方讓計數器加一。資料筆數從 50 筆到 500 筆，每種筆數用隨機順序跑 20 次再取平均，避免剛好抽到特別順的資料。之所以數比較次數而不是量秒數，是因為教室每臺電腦的速度不同，換一臺就得不到一樣的結果。</p>
{figure(flow(), "圖 1　程式的流程")}
<pre>def insertion(values):
    count = 0
    for i in range(1, len(values)):
        j = i
        while j &gt; 0:
            count += 1
            if values[j - 1] &lt;= values[j]:
                break
            values[j - 1], values[j] = values[j], values[j - 1]
            j -= 1
    return count</pre>
<h2>三、結果</h2>
{table(("筆數", "氣泡排序", "插入排序", "合併排序"),
       [(n, *(f"{RESULT[k][n]:,}" for k in RESULT)) for n in SIZES],
       "表 1　三種排序的平均比較次數（各 20 次）", (0, 1, 2, 3))}
{figure(chart(), "圖 2　筆數增加時，比較次數的變化")}
<p>500 筆資料時，氣泡排序平均要比 {B:,} 次，插入排序 {I:,} 次，合併排序只要 {M:,} 次，氣泡排序大約是合併排序的 {B / M:.0f} 倍。筆數從 200 加倍成 400 時，前兩種大約變成四倍，合併排序則只比兩倍多一點，和課本說的 n² 與 n log n 相符。</p>
<h2>四、遇到的問題</h2>
<ul><li>合併排序第一次寫完時，結果總是少幾筆。我把中間過程印出來，才發現其中一邊取完後，忘了把另一邊剩下的接回去。</li>
<li>原本用同一串資料連續測三種方法，第二種拿到的已經是排好的資料，次數少得不合理。後來每次都先複製一份再排。</li></ul>
<h2>五、心得</h2>
<p>這次最大的收穫不是「哪一種最快」，而是學會怎麼公平地比較。只要資料、次數或量測方式有一點不一樣，結論就可能完全相反。另外我也發現，資料只有 50 筆時三種方法都很快，插入排序又最好寫，所以在還書車前面用哪一招，其實要看書有多少。下一步我想加入「幾乎已經排好」的資料，看看插入排序會不會反過來贏。</p>
"""

DOCUMENT = Document(
    "program-report.pdf", "程式設計　專題報告", "還書車上的排序演算法",
    "用比較次數看三種排序的差別", BODY,
    style="html { line-height: 1.66; } td, th { padding: 2.6pt 6pt; }",
)
