//! Lists of choices that a school may edit: the national code tables were not seen (domain.md section
//! 4), so the entries are data with a default.

/// An editable list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum List {
    /// 職場學習的類別, default from the seed
    Workplace,
    /// 證照代碼/名稱
    Certificate,
    /// 證照的類型
    CertificateKind,
}

impl List {
    pub const ALL: [Self; 3] = [Self::Workplace, Self::Certificate, Self::CertificateKind];

    /// Stable code for the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Workplace => "workplace",
            Self::Certificate => "certificate",
            Self::CertificateKind => "certificate-kind",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.code() == code)
    }

    /// The entries until the school sets its own.
    pub const fn defaults(self) -> &'static [&'static str] {
        match self {
            Self::Workplace => &["職場體驗", "參訪", "校內工讀", "校外打工", "寒暑期校外職場實習"],
            Self::Certificate => &[
                "丙級技術士",
                "乙級技術士",
                "多益英語測驗（TOEIC）",
                "全民英檢（GEPT）",
                "雅思（IELTS）",
                "托福（TOEFL iBT）",
                "日本語能力試驗（JLPT）",
                "韓國語文能力測驗（TOPIK）",
                "法語鑑定文憑（DELF）",
                "歌德學院德語檢定",
                "本土語言能力認證",
                "大學程式設計先修檢測（APCS）",
            ],
            Self::CertificateKind => &["技術士證", "語文檢定", "程式與資訊檢定", "專業證照", "其他檢定"],
        }
    }
}

/// Longest entry of a list, in characters.
pub const LONGEST_ENTRY: u32 = 50;
/// Most entries of a list.
pub const MOST_ENTRIES: usize = 500;

/// All lists as they stand in a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists([Vec<String>; 3]);

impl Default for Lists {
    fn default() -> Self {
        Self(List::ALL.map(|list| list.defaults().iter().map(|entry| (*entry).to_owned()).collect()))
    }
}

impl Lists {
    pub fn entries(&self, list: List) -> &[String] {
        &self.0[list as usize]
    }

    pub fn set(&mut self, list: List, entries: Vec<String>) {
        self.0[list as usize] = entries;
    }
}

/// The entries as they are kept: trimmed, no empty line, none twice.
pub fn tidy(entries: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for entry in entries {
        let entry = entry.trim();
        if !entry.is_empty() && !kept.iter().any(|known| known == entry) {
            kept.push(entry.to_owned());
        }
    }
    kept
}
