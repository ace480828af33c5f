//! What is typed on pages outside the records. Secrets are wiped when dropped.

use std::collections::BTreeMap;

use crate::domain::act::LibraryKind;
use crate::domain::moment::Moment;
use crate::engine::Secret;

use super::people::PeopleField;

/// One-line and many-line texts, by the place where they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextField {
    LibraryPath,
    /// New personal library
    NewLibraryPath,
    NewName,
    NewAccount,
    NewEntryYear,
    LoginAccount,
    SearchItems,
    SearchFaq,
    /// Among the students of 勾選與提交
    SearchStudents,
    /// 學號 of a student who comes or goes
    TransferStudent,
    /// What a student reports of a 收訖明細
    ReceiptProblem,
    /// What the office replies
    ReceiptReply,
    /// Why another school's certification counts
    AcceptReason,
    /// Where does this belong?
    SearchPlaces,
    /// Path of a file, where no dialog exists
    FilePath,
    /// Settings of a personal library
    ProfileName,
    ProfileEntryYear,
    CourseName,
    CourseCode,
    CourseCredits,
    CourseTeacher,
    OpensDate,
    OpensTime,
    ClosesDate,
    ClosesTime,
    OutcomeLimit,
    ActivityLimit,
    DescriptionLimit,
    /// Why the clock is right after all
    ClockReason,
    /// About the people of a school
    People(PeopleField),
    /// 校內幹部紀錄
    SearchPosts,
    /// 進度
    SearchProgress,
    PostStudent,
    PostUnit,
    PostName,
    PostFrom,
    PostUntil,
    /// What is reported, answered, or the reason of a correction
    PostWords,
}

/// Secrets, by the place where they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SecretField {
    Login,
    Unlock,
    Current,
    New,
    Again,
    RecoveryCode,
}

/// Everything typed so far.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    texts: BTreeMap<TextField, String>,
    secrets: BTreeMap<SecretField, Secret>,
    /// Until when the login waits, as the last refusal said.
    pub paused_until: Option<Moment>,
}

impl Forms {
    pub fn text(&self, field: TextField) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    pub fn set(&mut self, field: TextField, text: impl Into<String>) {
        self.texts.insert(field, text.into());
    }

    pub fn secret(&self, field: SecretField) -> &str {
        self.secrets.get(&field).map_or("", Secret::reveal)
    }

    pub fn set_secret(&mut self, field: SecretField, secret: Secret) {
        self.secrets.insert(field, secret);
    }

    /// Takes the secret out of the form.
    pub fn take_secret(&mut self, field: SecretField) -> Secret {
        self.secrets.remove(&field).unwrap_or_else(|| Secret::new(""))
    }

    /// Seconds until the next login, rounded up; `None` while nothing holds it up.
    pub fn pause_seconds(&self, now: Moment) -> Option<i64> {
        let left = (self.paused_until? - now).num_milliseconds();
        (left > 0).then_some((left + 999) / 1000)
    }

    pub fn forget_secrets(&mut self) {
        self.secrets.clear();
    }
}

/// A recovery code that has to be written down.
#[derive(Debug, Clone)]
pub struct Recovery {
    pub code: Secret,
    pub written_down: bool,
    pub library: LibraryKind,
}
