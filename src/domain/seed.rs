//! The thirteen questions and two notes of the school's own Q&A (domain.md section 2): each must be
//! visible in the program, and each refusal points at the one it comes from.

/// A question (1–13) or note of the seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SeedRule {
    /// 1 Which courses and kinds of work
    CourseWork,
    /// 2 Categories of activities, officer posts, competitions
    Activities,
    /// 3 Account and initial password
    Account,
    /// 4 Quota and dates
    Quota,
    /// 5 After the deadline
    AfterDeadline,
    /// 6 Outcomes per semester, activities all year
    WhenToUpload,
    /// 7 Missed the summer
    MissedSummer,
    /// 8 Sizes and types
    FileSize,
    /// 9 Voluntary, but
    Voluntary,
    /// 10 The description
    Description,
    /// 11 編輯中
    Draft,
    /// 12 認證中, 認證成功, 認證失敗
    Certification,
    /// 13 Late certificates
    LateCertificates,
    /// Note: must have happened during the high-school years
    NoteHighSchoolYears,
    /// Note: any upload year will do
    NoteAnyUploadYear,
}

impl SeedRule {
    pub const ALL: [Self; 15] = [
        Self::CourseWork,
        Self::Activities,
        Self::Account,
        Self::Quota,
        Self::AfterDeadline,
        Self::WhenToUpload,
        Self::MissedSummer,
        Self::FileSize,
        Self::Voluntary,
        Self::Description,
        Self::Draft,
        Self::Certification,
        Self::LateCertificates,
        Self::NoteHighSchoolYears,
        Self::NoteAnyUploadYear,
    ];

    /// 1 to 13 for questions, `None` for notes.
    pub fn number(self) -> Option<u8> {
        let place = Self::ALL.iter().position(|rule| *rule == self)?;
        u8::try_from(place + 1).ok().filter(|number| *number <= 13)
    }
}
