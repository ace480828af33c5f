//! Names under which enums of the rules stand in `portfolio.json`. Once released a name is never given
//! another meaning.

use crate::domain::act::LibraryKind;
use crate::domain::activity::Category;
use crate::domain::course::{CourseKind, EnrolmentMode};
use crate::domain::file::{ContentCaution, FileKind};
use crate::domain::outcome::{Origin, OutcomeState, ReturnReason, WorkKind};

/// An enum with fixed names.
pub(super) trait Named: Sized {
    fn name(self) -> &'static str;

    fn from_name(name: &str) -> Option<Self>;
}

macro_rules! named {
    ($($type:ident { $($variant:ident = $name:literal),+ $(,)? })+) => {$(
        impl Named for $type {
            fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    )+};
}

named! {
    LibraryKind { School = "school", Personal = "personal", Demonstration = "demonstration" }
    OutcomeState {
        Draft = "draft", Submitted = "submitted", Certified = "certified", Returned = "returned",
    }
    Origin {
        Teacher = "teacher", Deputy = "deputy", SelfReported = "self-reported", Imported = "imported",
        AcceptedTransfer = "accepted-transfer",
    }
    WorkKind {
        ClassActivity = "class-activity", Notes = "notes", Worksheet = "worksheet",
        ShortPaper = "short-paper", InternshipReflection = "internship-reflection",
        LabRecord = "lab-record", HandsOnWork = "hands-on-work", Report = "report",
        Presentation = "presentation", Other = "other",
    }
    CourseKind {
        MinistryRequired = "ministry-required", SchoolRequired = "school-required",
        Elective = "elective", Advanced = "advanced", FlexibleLearning = "flexible-learning",
        GroupActivity = "group-activity", Other = "other",
    }
    EnrolmentMode {
        Regular = "regular", Retake = "retake", MakeUp = "make-up", RepeatedYear = "repeated-year",
        Transfer = "transfer", Guest = "guest",
    }
    FileKind { Pdf = "pdf", Jpeg = "jpeg", Png = "png", Mp3 = "mp3", Mp4 = "mp4" }
    ContentCaution { CannotPreview = "cannot-preview", NotFullyInspected = "not-fully-inspected" }
}

impl Named for ReturnReason {
    fn name(self) -> &'static str {
        self.code()
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::from_code(name)
    }
}

impl Named for Category {
    fn name(self) -> &'static str {
        self.code()
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::from_code(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back<T: Named + Copy + PartialEq + std::fmt::Debug>(all: impl IntoIterator<Item = T>) {
        for value in all {
            assert_eq!(T::from_name(value.name()), Some(value));
        }
        assert_eq!(T::from_name("nothing"), None);
    }

    #[test]
    fn every_name_leads_back() {
        back(OutcomeState::ALL);
        back(WorkKind::ALL);
        back(CourseKind::ALL);
        back(FileKind::ALL);
        back(ReturnReason::ALL);
        back(Category::ALL);
        back([
            LibraryKind::School,
            LibraryKind::Personal,
            LibraryKind::Demonstration,
        ]);
        back([
            Origin::Teacher,
            Origin::Deputy,
            Origin::SelfReported,
            Origin::Imported,
            Origin::AcceptedTransfer,
        ]);
    }
}
