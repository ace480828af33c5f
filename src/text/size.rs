//! Bytes, counts and measures.

use crate::domain::file::ContentFacts;
use crate::domain::quota::Usage;

const UNITS: [(&str, u64); 3] = [("KB", 1 << 10), ("MB", 1 << 20), ("GB", 1 << 30)];

/// `812 KB`, `3.2 MB`; 1 MB = 2^20 bytes, as the platforms count.
pub fn size(bytes: u64) -> String {
    if bytes < 1024 {
        return format!("{bytes} 位元組");
    }
    // A unit is left as soon as its rounded figure would read 1024.
    let (name, unit) = match bytes {
        ..1_048_064 => UNITS[0],
        1_048_064..1_073_689_396 => UNITS[1],
        _ => UNITS[2],
    };
    let tenths = (u128::from(bytes) * 10 + u128::from(unit) / 2) / u128::from(unit);
    match (name, tenths % 10) {
        ("KB", _) => format!("{} KB", (bytes + unit / 2) / unit),
        (_, 0) => format!("{} {name}", tenths / 10),
        (_, tenth) => format!("{}.{tenth} {name}", tenths / 10),
    }
}

/// `20／20 件`
pub fn used_of_limit(usage: Usage) -> String {
    format!("{}／{} 件", usage.used, usage.limit)
}

/// `還可以放 3 件` or `已經放滿`
pub fn room_left(usage: Usage) -> String {
    match usage.left() {
        0 => "已經放滿".to_owned(),
        left => format!("還可以放 {left} 件"),
    }
}

/// `87/100 字`
pub fn letters(count: u32, limit: u32) -> String {
    format!("{count}/{limit} 字")
}

/// `3 分 20 秒`; rounded to whole seconds, at least one.
pub fn length(millis: u64) -> String {
    let seconds = (millis.saturating_add(500) / 1000).max(1);
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes, rest) {
        (0, 0, rest) => format!("{rest} 秒"),
        (0, minutes, 0) => format!("{minutes} 分"),
        (0, minutes, rest) => format!("{minutes} 分 {rest} 秒"),
        (hours, 0, _) => format!("{hours} 小時"),
        (hours, minutes, _) => format!("{hours} 小時 {minutes} 分"),
    }
}

/// `12 頁`, `1920 × 1080 像素`, `3 分 20 秒`
pub fn content_facts(facts: &ContentFacts) -> String {
    match facts {
        ContentFacts::Pages { count } => format!("{count} 頁"),
        ContentFacts::Picture { width, height } => format!("{width} × {height} 像素"),
        ContentFacts::Sound { millis } => length(*millis),
        ContentFacts::Video {
            millis,
            width,
            height,
        } => {
            format!("{}，{width} × {height} 像素", length(*millis))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_people_say_them() {
        let cases = [
            (0, "0 位元組"),
            (1023, "1023 位元組"),
            (1024, "1 KB"),
            (812 * 1024, "812 KB"),
            (1_048_063, "1023 KB"),
            (1_048_064, "1 MB"),
            (4 * 1024 * 1024, "4 MB"),
            (5_452_595, "5.2 MB"),
            (1_073_689_395, "1023.9 MB"),
            (1_073_689_396, "1 GB"),
            (3 << 30, "3 GB"),
        ];
        for (bytes, text) in cases {
            assert_eq!(size(bytes), text, "{bytes}");
        }
    }

    #[test]
    fn lengths_read_as_people_say_them() {
        let cases = [
            (0, "1 秒"),
            (59_400, "59 秒"),
            (59_500, "1 分"),
            (200_000, "3 分 20 秒"),
            (3_600_000, "1 小時"),
            (3_720_000, "1 小時 2 分"),
        ];
        for (millis, text) in cases {
            assert_eq!(length(millis), text, "{millis}");
        }
    }
}
