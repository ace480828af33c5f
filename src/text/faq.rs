//! 常見問題: the thirteen questions and two notes of the school's own Q&A (domain.md section 2), in our
//! own words.

use crate::domain::limits::Limits;
use crate::domain::seed::SeedRule;

use super::faq_answers::answer;

/// One question with its answer; paragraphs are parted by line breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaqEntry {
    pub rule: SeedRule,
    pub question: &'static str,
    pub answer: String,
}

/// All fifteen, in the order of the Q&A, with the numbers of `limits`.
pub fn entries(limits: &Limits) -> Vec<FaqEntry> {
    SeedRule::ALL
        .into_iter()
        .map(|rule| entry(rule, limits))
        .collect()
}

/// One of them.
pub fn entry(rule: SeedRule, limits: &Limits) -> FaqEntry {
    FaqEntry {
        rule,
        question: question(rule),
        answer: answer(rule, limits),
    }
}

/// `問 5` or `備註`, for lists.
pub fn heading(rule: SeedRule) -> String {
    rule.number()
        .map_or_else(|| "備註".to_owned(), |number| format!("問 {number}"))
}

const fn question(rule: SeedRule) -> &'static str {
    match rule {
        SeedRule::CourseWork => "課程學習成果可以放什麼？",
        SeedRule::Activities => "多元表現有哪些類別？",
        SeedRule::Account => "帳號和第一次登入的密碼是什麼？",
        SeedRule::Quota => "每學期可以上傳幾件？什麼時候開放？",
        SeedRule::AfterDeadline => "超過截止時間還能補傳或修改嗎？",
        SeedRule::WhenToUpload => "課程學習成果和多元表現的上傳時間一樣嗎？",
        SeedRule::MissedSummer => "暑假參加的活動，沒趕上時間上傳怎麼辦？",
        SeedRule::FileSize => "檔案格式和大小有什麼限制？",
        SeedRule::Voluntary => "一定要上傳嗎？不上傳會怎樣？",
        SeedRule::Description => "簡述一定要寫嗎？",
        SeedRule::Draft => "上傳之後還可以修改或刪除嗎？",
        SeedRule::Certification => "送出認證之後，發現要修改怎麼辦？",
        SeedRule::LateCertificates => "證書或獎狀比較晚才拿到，怎麼上傳？",
        SeedRule::NoteHighSchoolYears => "國中的表現可以放嗎？",
        SeedRule::NoteAnyUploadYear => "高一的表現，可以到高二才上傳嗎？",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_answered_once_with_its_own_facts() {
        let facts: [(SeedRule, &[&str]); 15] = [
            (
                SeedRule::CourseWork,
                &[
                    "部定必修",
                    "校訂必修",
                    "多元選修",
                    "加深加廣選修",
                    "小論文",
                    "實作作品",
                ],
            ),
            (
                SeedRule::Activities,
                &["校內幹部", "學務處", "學年度", "競賽", "一定要填", "教育部"],
            ),
            (SeedRule::Account, &["學號", "身分證字號", "大寫"]),
            (SeedRule::Quota, &["20 件", "學期初"]),
            (SeedRule::AfterDeadline, &["截止", "不能"]),
            (SeedRule::WhenToUpload, &["每學期", "整個學年"]),
            (SeedRule::MissedSummer, &["新學年度"]),
            (SeedRule::FileSize, &["4 MB", "10 MB", "PDF", "MP4"]),
            (SeedRule::Voluntary, &["自願", "少"]),
            (SeedRule::Description, &["100 字", "最先"]),
            (SeedRule::Draft, &["編輯中", "修改", "刪除", "送出認證"]),
            (
                SeedRule::Certification,
                &["認證中", "認證成功", "認證失敗", "請老師退回", "覆蓋", "重新上傳"],
            ),
            (SeedRule::LateCertificates, &["整個學年"]),
            (SeedRule::NoteHighSchoolYears, &["高中在學期間"]),
            (SeedRule::NoteAnyUploadYear, &["哪一個學年度"]),
        ];
        let entries = entries(&Limits::default());
        assert_eq!(entries.len(), facts.len());
        for (entry, (rule, facts)) in entries.iter().zip(facts) {
            assert_eq!(entry.rule, rule);
            for fact in facts {
                assert!(entry.answer.contains(fact), "{rule:?} lacks {fact}");
            }
        }
    }

    #[test]
    fn numbers_follow_the_limits() {
        let limits = Limits {
            outcomes_per_term: 7,
            document_bytes: 3 << 20,
            description_chars: 88,
            description_required: true,
            ..Limits::default()
        };
        let all: String = entries(&limits).into_iter().map(|entry| entry.answer).collect();
        assert!(all.contains("7 件") && all.contains("3 MB") && all.contains("88 字"));
        assert!(!all.contains("4 MB") && !all.contains("100 字"));
        assert!(!all.contains("簡述可以不寫"));
    }
}
