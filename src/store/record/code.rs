//! Numbers under which enums of the domain are stored. Once released a number is never reused.

use crate::domain::access::Role;
use crate::domain::account::{InitialPassword, Status};
use crate::domain::act::Act;
use crate::domain::activity::Category;
use crate::domain::activity::lists::List;
use crate::domain::copies::CopyKind;
use crate::domain::course::{CourseKind, EnrolmentMode};
use crate::domain::file::{ContentCaution, FileKind, Slot};
use crate::domain::officer::OfficerLevel;
use crate::domain::outcome::{Origin, OutcomeState, ReturnReason, WorkKind};
use crate::domain::people_event::AccountChange;
use crate::domain::roster::RosterKind;
use crate::domain::selection::{Part, WhyLeft};
use crate::domain::window::{Phase, WindowKind};
use crate::store::StoreError;

/// An enum with fixed numbers.
pub trait Coded: Sized {
    fn code(self) -> u8;

    /// # Errors
    /// [`StoreError::UnreadableRecord`] for a number that was never given out.
    fn from_code(code: u8) -> Result<Self, StoreError>;
}

macro_rules! coded {
    ($($type:ident { $($variant:ident = $number:literal),+ $(,)? })+) => {$(
        impl Coded for $type {
            fn code(self) -> u8 {
                match self { $(Self::$variant => $number),+ }
            }

            fn from_code(code: u8) -> Result<Self, StoreError> {
                match code {
                    $($number => Ok(Self::$variant),)+
                    _ => Err(StoreError::UnreadableRecord {
                        detail: format!("{} {code} is unknown", stringify!($type)),
                    }),
                }
            }
        }
    )+};
}

coded! {
    OutcomeState { Draft = 1, Submitted = 2, Certified = 3, Returned = 4 }
    Origin { Teacher = 1, Deputy = 2, SelfReported = 3, Imported = 4, AcceptedTransfer = 5 }
    ReturnReason { NotOwnWork = 1, WrongCourse = 2, CannotOpen = 3, WrongFile = 4, StudentAsked = 5, Other = 9 }
    WorkKind {
        ClassActivity = 1, Notes = 2, Worksheet = 3, ShortPaper = 4, InternshipReflection = 5, LabRecord = 6,
        HandsOnWork = 7, Report = 8, Presentation = 9, Other = 99,
    }
    Role {
        Student = 1, Teacher = 2, Homeroom = 3, Registry = 4, StudentAffairs = 5, Administrator = 6, Owner = 7,
    }
    CourseKind {
        MinistryRequired = 1, SchoolRequired = 2, Elective = 3, Advanced = 4, FlexibleLearning = 5,
        GroupActivity = 6, Other = 9,
    }
    EnrolmentMode { Regular = 1, Retake = 2, MakeUp = 3, RepeatedYear = 4, Transfer = 5, Guest = 6 }
    FileKind { Pdf = 1, Jpeg = 2, Png = 3, Mp3 = 4, Mp4 = 5 }
    Slot { Document = 1, Media = 2 }
    ContentCaution { CannotPreview = 1, NotFullyInspected = 2 }
    Act {
        Create = 1, Edit = 2, Delete = 3, Restore = 4, Submit = 5, RequestReturn = 6, WithdrawRequest = 7,
        Certify = 8, Return = 9, UndoDecision = 10, RecordSchoolState = 11,
    }
    Phase { Unannounced = 1, NotOpen = 2, Open = 3, ClosingSoon = 4, Closed = 5 }
    Status { Active = 1, Locked = 2, Ended = 3, Graduated = 4, Transferred = 5 }
    InitialPassword { NationalId = 1, Slip = 2 }
    AccountChange {
        Created = 1, Renamed = 2, RolesSet = 3, PasswordReset = 4, Locked = 5, Ended = 6, Graduated = 7,
        Transferred = 8, Reactivated = 9, SlipHandedOut = 10,
    }
    WindowKind { OutcomeUpload = 1, Certification = 2, Activity = 3, Selection = 4 }
    Category {
        Officer = 1, Competition = 2, Certificate = 3, Service = 4, Flexible = 5, Group = 6, Workplace = 7,
        Work = 8, College = 9, Other = 10,
    }
    Part { Outcomes = 1, Activities = 2 }
    WhyLeft { Returned = 1, Reopened = 2, StateChanged = 3 }
    List { Workplace = 1, Certificate = 2, CertificateKind = 3 }
    RosterKind { Students = 1, Teachers = 2, Courses = 3, Enrolments = 4, OfficerPosts = 5, Receipts = 6 }
    OfficerLevel { School = 1, Class = 2, Club = 3, Internship = 4, OutsideSelfGovernment = 5, Other = 9 }
    CopyKind { Zip = 1, Pdf = 2, Transfer = 3, Rosters = 4 }
}

/// Codes of a list.
pub fn codes<T: Coded + Copy>(values: &[T]) -> Vec<u8> {
    values.iter().map(|value| value.code()).collect()
}

/// The values of a list of codes.
pub fn values<T: Coded>(codes: &[u8]) -> Result<Vec<T>, StoreError> {
    codes.iter().map(|code| T::from_code(*code)).collect()
}
