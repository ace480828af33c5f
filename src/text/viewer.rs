//! What the document pane says.

use super::message::Message;
use crate::domain::no_preview::NoFilm;

/// Nothing is open.
pub const NOTHING_SHOWN: &str = "還沒有選取成果";
pub const NOTHING_SHOWN_WHY: &str = "從清單選一件，文件就會顯示在這裡。";
/// The document is being opened.
pub const OPENING: &str = "正在開啟文件…";
/// Over the reason why there is nothing to see.
pub const CANNOT_SHOW: &str = "這裡無法顯示這個檔案";
pub const NO_TEXT: &str = "這份文件沒有文字層，無法搜尋";
pub const NOT_FOUND: &str = "找不到";
pub const SEARCHING: &str = "搜尋中…";
pub const CANNOT_SEARCH: &str = "這份文件無法搜尋";
/// Sound could not be decoded.
pub const NO_WAVEFORM: &str = "這個檔案畫不出波形。";

/// For the place where the pictures of a video would be. `codec`: what it is coded with, as people know it.
pub fn no_film(reason: NoFilm, codec: Option<&str>) -> Message {
    let why = match (reason, codec) {
        (NoFilm::OtherCodec, Some(codec)) => format!("這部影片以 {codec} 編碼，這裡畫不出它的畫面。"),
        (NoFilm::OtherCodec, None) => "這裡不認得這部影片的編碼，畫不出它的畫面。".to_owned(),
        (NoFilm::Variety, _) => "這部影片用了少見的 H.264 規格，這裡畫不出它的畫面。".to_owned(),
        (NoFilm::TooLarge, _) => "這部影片的像素太多，這裡畫不出它的畫面。".to_owned(),
        (NoFilm::NoPictureAlone, _) => "這部影片裡沒有可以單獨畫出的畫面。".to_owned(),
    };
    Message::new(
        "這裡看不到影片的畫面。",
        why,
        "播放不受影響，請按「以預設播放器開啟」觀看。",
    )
}

/// All pictures failed: in front of the reason.
pub const FILM_FAILED: &str = "這部影片的畫面畫不出來：";
/// The video itself could not be had.
pub const FILM_UNREAD: &str = "讀不到這個檔案。";
/// In the place of one picture among others.
pub const FILM_GAP: &str = "畫不出來";

/// `影片畫面 1:05`
pub fn film_picture(millis: u64) -> String {
    format!("影片畫面 {}", clock(millis))
}

/// `影片畫面 1:05 畫不出來`
pub fn film_picture_failed(millis: u64) -> String {
    format!("{} 畫不出來", film_picture(millis))
}

/// As players write it: `0:05`, `1:05`, `1:02:03`
pub fn clock(millis: u64) -> String {
    let seconds = millis / 1000;
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{rest:02}"),
        hours => format!("{hours}:{minutes:02}:{rest:02}"),
    }
}

/// `正在準備第 3 頁…`
pub fn preparing(page: u32) -> String {
    format!("正在準備第 {page} 頁…")
}

/// `第 3 頁無法顯示。`
pub fn page_failed(page: u32) -> String {
    format!("第 {page} 頁無法顯示。")
}

/// `第 3 頁`
pub fn page(page: u32) -> String {
    format!("第 {page} 頁")
}

/// Behind the number of the open page: `/ 12 頁`
pub fn of_pages(count: u32) -> String {
    format!("/ {count} 頁")
}

/// `150 %`
pub fn percent(factor: f32) -> String {
    format!("{:.0} %", factor * 100.0)
}

/// `3 / 12`; `3 / 500+` where not all are listed.
pub fn hit(at: usize, count: usize, more: bool) -> String {
    let more = if more { "+" } else { "" };
    format!("{at} / {count}{more}")
}

/// A document whose only active content is links: one quiet line.
pub fn only_links(count: u32) -> String {
    format!("含有 {count} 個網頁連結；這裡不會開啟。")
}

/// `44.1 kHz`
pub fn sample_rate(hertz: u32) -> String {
    let kilo = f64::from(hertz) / 1000.0;
    if hertz.is_multiple_of(1000) {
        format!("{kilo:.0} kHz")
    } else {
        format!("{kilo:.1} kHz")
    }
}

/// `128 kbps`, `3.2 Mbps`
pub fn bit_rate(bits_per_second: u64) -> String {
    match bits_per_second {
        0..1_000_000 => format!("{} kbps", (bits_per_second + 500) / 1000),
        _ => {
            let tenths = (bits_per_second + 50_000) / 100_000;
            format!("{}.{} Mbps", tenths / 10, tenths % 10)
        }
    }
}

/// `單聲道`, `立體聲`, `6 聲道`
pub fn channels(count: u32) -> String {
    match count {
        1 => "單聲道".to_owned(),
        2 => "立體聲".to_owned(),
        more => format!("{more} 聲道"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_people_say_them() {
        for (text, wanted) in [
            (sample_rate(44_100), "44.1 kHz"),
            (sample_rate(48_000), "48 kHz"),
            (bit_rate(128_000), "128 kbps"),
            (bit_rate(999_999), "1000 kbps"),
            (bit_rate(3_170_000), "3.2 Mbps"),
            (hit(3, 12, false), "3 / 12"),
            (hit(1, 500, true), "1 / 500+"),
            (percent(0.333), "33 %"),
            (clock(0), "0:00"),
            (clock(65_999), "1:05"),
            (clock(3_723_000), "1:02:03"),
        ] {
            assert_eq!(text, wanted);
        }
    }
}
