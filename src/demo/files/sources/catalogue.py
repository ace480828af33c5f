"""Write index.json: what each sample is, in the words of the student who hands it in."""

import json

from paths import FILES

FIELDS = ("file", "title", "kind_of_work", "subject", "description", "original_name")
ENTRIES = (
    ("program-report.pdf", "還書車上的排序演算法", "專題報告", "程式設計",
     "從圖書館還書的經驗出發，自己寫三種排序並計算比較次數，用平均與圖表確認差距，也學到怎樣才算公平的比較。", "程式設計專題報告_排序演算法.pdf"),
    ("physics-lab.pdf", "單擺測量重力加速度", "實驗紀錄", "物理",
     "測量六種擺長的週期，由 T² 與擺長的斜率求出重力加速度，並從截距檢查系統誤差，分清楚隨機誤差和系統誤差。", "物理實驗_單擺.pdf"),
    ("chinese-reading.pdf", "一棵樹的沉默：讀〈項脊軒志〉", "閱讀心得", "國語文",
     "從枇杷樹讀懂作者沒有說出口的思念，連結外婆種的芭樂樹，練習把東西寫仔細，讓情感自己走出來。", "國文心得 項脊軒志.pdf"),
    ("english-essay.pdf", "Counting What We Throw Away", "小論文", "英語文",
     "全班連續兩週記錄一次性塑膠的使用量，比較實施三個小規則前後的差別，第一次用英文完成有數據的小論文。", "英文小論文_Counting What We Throw Away.pdf"),
    ("math-exploration.pdf", "一張 A4 紙能摺出多大的盒子", "探究報告", "數學",
     "用三次函數求出無蓋紙盒的最大容積，再實際摺盒子裝米驗證，最後推廣到任意長寬的紙，發現正方形時是六分之一。", "數學探究_A4紙盒(定稿).pdf"),
    ("biology-observation.pdf", "陽臺上的無尾鳳蝶", "觀察紀錄", "生物",
     "每天晚上八點記錄無尾鳳蝶從卵到羽化的三十三天，測量體長變化，並設計小測試觀察臭角的反應。", "生物觀察紀錄_無尾鳳蝶.pdf"),
    ("geography-fieldwork.pdf", "從校門走到水圳", "踏查報告", "地理",
     "三人小組走訪學校周邊，測量氣溫與噪音、訪談農民並繪製土地利用圖，我負責製圖和整理測站資料。", "地理踏查報告-第三組.pdf"),
    ("history-paper.pdf", "五分仔車開過的地方", "小論文", "歷史",
     "從奶奶坐小火車上學的記憶開始，查資料並訪問三位長輩，討論糖業鐵路如何進入地方生活，又為什麼消失。", "歷史小論文_糖業鐵路.pdf"),
    ("art-statement.pdf", "潮間帶：水彩創作說明", "作品說明", "美術",
     "以退潮的水層表現正在變化的自己，說明三張習作的嘗試、留白膠的用法，以及為什麼保留左下角的水痕。", "美術作品說明_潮間帶.pdf"),
    ("it-worksheet.pdf", "電腦怎麼記住世界", "學習單", "資訊科技",
     "練習二進位與十六進位轉換、半加器真值表和檔案大小估算，還用 8 × 8 的格子畫出一張笑臉。", "資訊科技學習單3.pdf"),
    ("circuit-drawing.jpg", "延時熄滅小夜燈電路圖", "實作作品", "電子學實習",
     "畫出用電容延長發光時間的小夜燈電路，計算時間常數約 4.7 秒，作為麵包板實作之前的設計圖。", "小夜燈電路圖.jpg"),
    ("rc-discharge-photo.jpg", "RC 放電曲線圖", "實驗紀錄", "物理",
     "每兩秒讀一次電容的電壓並畫成曲線，找出電壓降到約三分之一的時間是 4.6 秒，和計算值很接近。", "IMG_2071.jpg"),
    ("science-night-poster.jpg", "星空下的科學夜海報", "實作作品", "美術",
     "替校園天文觀測活動設計海報，以光譜變成的彩虹連結星空與手作實驗，練習配色和文字的層次。", "科學夜海報_完稿.jpg"),
    ("watercolour-tide.jpg", "水彩作品〈潮間帶之二〉", "實作作品", "美術",
     "延續潮間帶的主題，這次讓沙地占更多畫面，用五層藍綠色疊出水退去的方向，並保留浪花的白。", "潮間帶之二.jpg"),
    ("dusk-ridges.jpg", "層山暮色", "實作作品", "藝術生活",
     "觀察傍晚遠山愈遠愈淡的空氣透視，用程式控制六層山稜的濃淡，完成一張數位風景練習。", "層山暮色_數位繪圖.jpg"),
    ("quiz-program-screen.png", "首都小測驗程式畫面", "課堂活動", "程式設計",
     "用串列、迴圈和條件判斷寫出十題首都測驗，截圖記錄程式碼與執行結果，連我自己也答錯了兩題。", "螢幕擷取畫面 首都小測驗.png"),
    ("plant-guide-website.png", "校園植物小圖鑑網站", "實作作品", "網頁設計",
     "把走路會經過的二十種植物做成網頁，練習卡片排版與依位置篩選，讓同學也能找到身邊的樹。", "校園植物圖鑑首頁.png"),
    ("club-badge.png", "閱讀社社徽設計", "實作作品", "多媒體設計",
     "以翻開的書、星星和一圈葉子組成社徽，背景透明，可以放在海報或社服上，縮小後仍看得清楚。", "閱讀社社徽(去背).png"),
    ("small-composition.mp3", "五聲音階小品", "實作作品", "音樂",
     "用五聲音階寫成的短曲，主旋律加上低音分解和弦，練習怎樣讓樂句有問有答並回到主音。", "音樂創作_五聲音階小品.mp3"),
    ("english-speech.mp3", "My Favourite Place at School", "課堂活動", "英語文",
     "用英文介紹圖書館後面的小花園，練習以聽覺描寫早晨的安靜，講稿完成後以語音合成製作示範音檔。", "英文口說 favourite place.mp3"),
    ("pendulum-wave.mp4", "擺波模擬動畫", "實作作品", "物理",
     "設定十一個擺長不同的單擺，讓週期依序遞減，用程式畫出由整齊到散開的擺波，觀察相位差的變化。", "擺波模擬.mp4"),
    ("insertion-sort.mp4", "插入排序動畫", "實作作品", "程式設計",
     "把插入排序每一次的比較做成動畫，用顏色標出正在看的資料，並讓數字大小對應音高，排好時聽得出來。", "插入排序動畫_含聲音.mp4"),
)


def build() -> None:
    entries = [dict(zip(FIELDS, entry, strict=True)) for entry in ENTRIES]
    for entry in entries:
        length = len("".join(entry["description"].split()))
        if not 40 <= length <= 100:
            raise ValueError(f"{entry['file']}: the description has {length} characters")
    here = {path.name for path in FILES.iterdir()} - {"index.json"}
    if here != {entry["file"] for entry in entries}:
        raise ValueError("the index and the folder name different files")
    text = json.dumps(entries, ensure_ascii=False, indent=2)
    (FILES / "index.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    build()
