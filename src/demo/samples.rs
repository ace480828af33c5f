//! The files of the demonstration school: small, real, of all five types, made for this project (their
//! sources lie beside them; `index.json` there lists what stands here).

use crate::domain::outcome::WorkKind;

/// A file with the work it belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample {
    pub bytes: &'static [u8],
    /// What its maker called the file.
    pub original_name: &'static str,
    pub title: &'static str,
    pub work_kind: WorkKind,
    pub description: &'static str,
}

impl Sample {
    /// The same document as this student made it: readers see no difference, but the bytes are nobody
    /// else's. Every format has room behind its end.
    pub(super) fn as_made_by(&self, student: usize) -> Vec<u8> {
        let mark = format!("licheng demo {student:02}");
        let mut bytes = self.bytes.to_vec();
        match self.bytes {
            [b'%', b'P', b'D', b'F', ..] => bytes.extend(format!("\n% {mark}\n").bytes()),
            // A box "free" (ISO/IEC 14496-12, 8.1.2).
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => {
                let length = u32::try_from(mark.len() + 8).unwrap_or_default();
                bytes.extend(length.to_be_bytes());
                bytes.extend(b"free");
                bytes.extend(mark.bytes());
            }
            // ID3v1: "TAG", a title of 30 bytes, nothing else.
            [b'I', b'D', b'3', ..] | [0xFF, 0xE0..=0xFF, ..] => {
                let mut tag = [0; 128];
                tag[..3].copy_from_slice(b"TAG");
                tag[3..3 + mark.len()].copy_from_slice(mark.as_bytes());
                bytes.extend(tag);
            }
            // Behind the end of a picture nothing is read.
            _ => bytes.extend(mark.bytes()),
        }
        bytes
    }
}

pub(super) const PROGRAM_REPORT: Sample = Sample {
    bytes: include_bytes!("files/program-report.pdf"),
    original_name: "程式設計專題報告_排序演算法.pdf",
    title: "還書車上的排序演算法",
    work_kind: WorkKind::Report,
    description: "從圖書館還書的經驗出發，自己寫三種排序並計算比較次數，用平均與圖表確認差距，也學到怎樣才算公平的比較。",
};

pub(super) const PHYSICS_LAB: Sample = Sample {
    bytes: include_bytes!("files/physics-lab.pdf"),
    original_name: "物理實驗_單擺.pdf",
    title: "單擺測量重力加速度",
    work_kind: WorkKind::LabRecord,
    description: "測量六種擺長的週期，由 T² 與擺長的斜率求出重力加速度，並從截距檢查系統誤差，分清楚隨機誤差和系統誤差。",
};

pub(super) const CHINESE_READING: Sample = Sample {
    bytes: include_bytes!("files/chinese-reading.pdf"),
    original_name: "國文心得 項脊軒志.pdf",
    title: "一棵樹的沉默：讀〈項脊軒志〉",
    work_kind: WorkKind::Report,
    description: "從枇杷樹讀懂作者沒有說出口的思念，連結外婆種的芭樂樹，練習把東西寫仔細，讓情感自己走出來。",
};

pub(super) const ENGLISH_ESSAY: Sample = Sample {
    bytes: include_bytes!("files/english-essay.pdf"),
    original_name: "英文小論文_Counting What We Throw Away.pdf",
    title: "Counting What We Throw Away",
    work_kind: WorkKind::ShortPaper,
    description: "全班連續兩週記錄一次性塑膠的使用量，比較實施三個小規則前後的差別，第一次用英文完成有數據的小論文。",
};

pub(super) const MATH_EXPLORATION: Sample = Sample {
    bytes: include_bytes!("files/math-exploration.pdf"),
    original_name: "數學探究_A4紙盒(定稿).pdf",
    title: "一張 A4 紙能摺出多大的盒子",
    work_kind: WorkKind::Report,
    description: "用三次函數求出無蓋紙盒的最大容積，再實際摺盒子裝米驗證，最後推廣到任意長寬的紙，發現正方形時是六分之一。",
};

pub(super) const BIOLOGY_OBSERVATION: Sample = Sample {
    bytes: include_bytes!("files/biology-observation.pdf"),
    original_name: "生物觀察紀錄_無尾鳳蝶.pdf",
    title: "陽臺上的無尾鳳蝶",
    work_kind: WorkKind::LabRecord,
    description: "每天晚上八點記錄無尾鳳蝶從卵到羽化的三十三天，測量體長變化，並設計小測試觀察臭角的反應。",
};

pub(super) const GEOGRAPHY_FIELDWORK: Sample = Sample {
    bytes: include_bytes!("files/geography-fieldwork.pdf"),
    original_name: "地理踏查報告-第三組.pdf",
    title: "從校門走到水圳",
    work_kind: WorkKind::Report,
    description: "三人小組走訪學校周邊，測量氣溫與噪音、訪談農民並繪製土地利用圖，我負責製圖和整理測站資料。",
};

pub(super) const HISTORY_PAPER: Sample = Sample {
    bytes: include_bytes!("files/history-paper.pdf"),
    original_name: "歷史小論文_糖業鐵路.pdf",
    title: "五分仔車開過的地方",
    work_kind: WorkKind::ShortPaper,
    description: "從奶奶坐小火車上學的記憶開始，查資料並訪問三位長輩，討論糖業鐵路如何進入地方生活，又為什麼消失。",
};

pub(super) const ART_STATEMENT: Sample = Sample {
    bytes: include_bytes!("files/art-statement.pdf"),
    original_name: "美術作品說明_潮間帶.pdf",
    title: "潮間帶：水彩創作說明",
    work_kind: WorkKind::HandsOnWork,
    description: "以退潮的水層表現正在變化的自己，說明三張習作的嘗試、留白膠的用法，以及為什麼保留左下角的水痕。",
};

pub(super) const IT_WORKSHEET: Sample = Sample {
    bytes: include_bytes!("files/it-worksheet.pdf"),
    original_name: "資訊科技學習單3.pdf",
    title: "電腦怎麼記住世界",
    work_kind: WorkKind::Worksheet,
    description: "練習二進位與十六進位轉換、半加器真值表和檔案大小估算，還用 8 × 8 的格子畫出一張笑臉。",
};

pub(super) const CIRCUIT_DRAWING: Sample = Sample {
    bytes: include_bytes!("files/circuit-drawing.jpg"),
    original_name: "小夜燈電路圖.jpg",
    title: "延時熄滅小夜燈電路圖",
    work_kind: WorkKind::HandsOnWork,
    description: "畫出用電容延長發光時間的小夜燈電路，計算時間常數約 4.7 秒，作為麵包板實作之前的設計圖。",
};

pub(super) const RC_DISCHARGE_PHOTO: Sample = Sample {
    bytes: include_bytes!("files/rc-discharge-photo.jpg"),
    original_name: "IMG_2071.jpg",
    title: "RC 放電曲線圖",
    work_kind: WorkKind::LabRecord,
    description: "每兩秒讀一次電容的電壓並畫成曲線，找出電壓降到約三分之一的時間是 4.6 秒，和計算值很接近。",
};

pub(super) const SCIENCE_NIGHT_POSTER: Sample = Sample {
    bytes: include_bytes!("files/science-night-poster.jpg"),
    original_name: "科學夜海報_完稿.jpg",
    title: "星空下的科學夜海報",
    work_kind: WorkKind::HandsOnWork,
    description: "替校園天文觀測活動設計海報，以光譜變成的彩虹連結星空與手作實驗，練習配色和文字的層次。",
};

pub(super) const WATERCOLOUR_TIDE: Sample = Sample {
    bytes: include_bytes!("files/watercolour-tide.jpg"),
    original_name: "潮間帶之二.jpg",
    title: "水彩作品〈潮間帶之二〉",
    work_kind: WorkKind::HandsOnWork,
    description: "延續潮間帶的主題，這次讓沙地占更多畫面，用五層藍綠色疊出水退去的方向，並保留浪花的白。",
};

pub(super) const DUSK_RIDGES: Sample = Sample {
    bytes: include_bytes!("files/dusk-ridges.jpg"),
    original_name: "層山暮色_數位繪圖.jpg",
    title: "層山暮色",
    work_kind: WorkKind::HandsOnWork,
    description: "觀察傍晚遠山愈遠愈淡的空氣透視，用程式控制六層山稜的濃淡，完成一張數位風景練習。",
};

pub(super) const QUIZ_PROGRAM_SCREEN: Sample = Sample {
    bytes: include_bytes!("files/quiz-program-screen.png"),
    original_name: "螢幕擷取畫面 首都小測驗.png",
    title: "首都小測驗程式畫面",
    work_kind: WorkKind::ClassActivity,
    description: "用串列、迴圈和條件判斷寫出十題首都測驗，截圖記錄程式碼與執行結果，連我自己也答錯了兩題。",
};

pub(super) const PLANT_GUIDE_WEBSITE: Sample = Sample {
    bytes: include_bytes!("files/plant-guide-website.png"),
    original_name: "校園植物圖鑑首頁.png",
    title: "校園植物小圖鑑網站",
    work_kind: WorkKind::HandsOnWork,
    description: "把走路會經過的二十種植物做成網頁，練習卡片排版與依位置篩選，讓同學也能找到身邊的樹。",
};

pub(super) const CLUB_BADGE: Sample = Sample {
    bytes: include_bytes!("files/club-badge.png"),
    original_name: "閱讀社社徽(去背).png",
    title: "閱讀社社徽設計",
    work_kind: WorkKind::HandsOnWork,
    description: "以翻開的書、星星和一圈葉子組成社徽，背景透明，可以放在海報或社服上，縮小後仍看得清楚。",
};

pub(super) const SMALL_COMPOSITION: Sample = Sample {
    bytes: include_bytes!("files/small-composition.mp3"),
    original_name: "音樂創作_五聲音階小品.mp3",
    title: "五聲音階小品",
    work_kind: WorkKind::HandsOnWork,
    description: "用五聲音階寫成的短曲，主旋律加上低音分解和弦，練習怎樣讓樂句有問有答並回到主音。",
};

pub(super) const ENGLISH_SPEECH: Sample = Sample {
    bytes: include_bytes!("files/english-speech.mp3"),
    original_name: "英文口說 favourite place.mp3",
    title: "My Favourite Place at School",
    work_kind: WorkKind::ClassActivity,
    description: "用英文介紹圖書館後面的小花園，練習以聽覺描寫早晨的安靜，講稿完成後以語音合成製作示範音檔。",
};

pub(super) const PENDULUM_WAVE: Sample = Sample {
    bytes: include_bytes!("files/pendulum-wave.mp4"),
    original_name: "擺波模擬.mp4",
    title: "擺波模擬動畫",
    work_kind: WorkKind::HandsOnWork,
    description: "設定十一個擺長不同的單擺，讓週期依序遞減，用程式畫出由整齊到散開的擺波，觀察相位差的變化。",
};

pub(super) const INSERTION_SORT: Sample = Sample {
    bytes: include_bytes!("files/insertion-sort.mp4"),
    original_name: "插入排序動畫_含聲音.mp4",
    title: "插入排序動畫",
    work_kind: WorkKind::HandsOnWork,
    description: "把插入排序每一次的比較做成動畫，用顏色標出正在看的資料，並讓數字大小對應音高，排好時聽得出來。",
};
