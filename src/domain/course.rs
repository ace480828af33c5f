//! Offerings (開課班) and enrolments (domain.md section 4).

use super::refusal::Refusal;
use super::term::Term;

/// Kinds of courses. Outcomes belong to the credit-bearing ones (`[seed] 1`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CourseKind {
    /// 部定必修
    MinistryRequired,
    /// 校訂必修
    SchoolRequired,
    /// 多元選修
    Elective,
    /// 加深加廣選修
    Advanced,
    /// 彈性學習時間
    FlexibleLearning,
    /// 團體活動時間
    GroupActivity,
    Other,
}

impl CourseKind {
    pub const ALL: [Self; 7] = [
        Self::MinistryRequired,
        Self::SchoolRequired,
        Self::Elective,
        Self::Advanced,
        Self::FlexibleLearning,
        Self::GroupActivity,
        Self::Other,
    ];
}

/// 修習方式.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EnrolmentMode {
    Regular,
    /// 重修
    Retake,
    /// 補修
    MakeUp,
    /// 重讀
    RepeatedYear,
    /// 轉學轉科
    Transfer,
    /// 借讀
    Guest,
}

/// Credits in hundredths, so that 0.5 needs no floating point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Credits(pub u32);

impl Credits {
    pub const fn whole(credits: u32) -> Self {
        Self(credits * 100)
    }
}

impl std::fmt::Display for Credits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match part {
            0 => write!(f, "{whole}"),
            part if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            part => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// Not a number of credits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotCredits;

impl std::str::FromStr for Credits {
    type Err = NotCredits;

    /// `2`, `0.5`, `1.25`: at most four digits before the point and, but for zeros, two behind it.
    fn from_str(text: &str) -> Result<Self, NotCredits> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let hundredths = part.trim_end_matches('0');
        if !digits(whole) || !digits(part) || whole.len() > 4 || hundredths.len() > 2 {
            return Err(NotCredits);
        }
        let number = |digits: &str| digits.parse::<u32>().map_err(|_| NotCredits);
        Ok(Self(number(whole)? * 100 + number(&format!("{hundredths:0<2}"))?))
    }
}

/// Whether outcomes may be uploaded to a course: it must bear credit and not be 彈性學習 or 團體活動.
///
/// # Errors
/// [`Refusal::CourseWithoutCredit`], [`Refusal::CourseOfOtherTerm`].
pub fn require_uploadable(
    name: &str,
    kind: CourseKind,
    credits: Credits,
    course_term: Term,
    wanted: Term,
) -> Result<(), Refusal> {
    if course_term != wanted {
        return Err(Refusal::CourseOfOtherTerm { course_term, wanted });
    }
    if !bears_outcomes(kind, credits) {
        return Err(Refusal::CourseWithoutCredit {
            name: name.to_owned(),
        });
    }
    Ok(())
}

/// See [`require_uploadable`].
pub const fn bears_outcomes(kind: CourseKind, credits: Credits) -> bool {
    credits.0 > 0 && !matches!(kind, CourseKind::FlexibleLearning | CourseKind::GroupActivity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_courses_with_credit_take_outcomes() {
        for kind in CourseKind::ALL {
            let learning = !matches!(kind, CourseKind::FlexibleLearning | CourseKind::GroupActivity);
            assert_eq!(bears_outcomes(kind, Credits::whole(2)), learning, "{kind:?}");
            assert!(!bears_outcomes(kind, Credits(0)), "{kind:?}");
        }
        assert_eq!(
            [Credits(200), Credits(50), Credits(125)].map(|c| c.to_string()),
            ["2", "0.5", "1.25"]
        );
    }

    #[test]
    fn credits_come_back_as_they_went() {
        for hundredths in [0, 5, 50, 100, 125, 205, 300, 1_250] {
            let written = Credits(hundredths).to_string();
            assert_eq!(written.parse(), Ok(Credits(hundredths)), "{written}");
        }
        assert_eq!("2.500".parse(), Ok(Credits(250)));
        for bad in [
            "", ".5", "2.", "-1", "+1", "2.+5", "2.345", "99999", "二", "1e3", "x",
        ] {
            assert_eq!(bad.parse::<Credits>(), Err(NotCredits), "{bad}");
        }
    }
}
