//! Every "no" of the rules, in words: what was refused, why, and what to do next.

mod account;
mod activity;
mod copies;
mod dates;
mod file;
mod foreign;
mod item;
mod officer;
mod people;
mod receipt;
mod selection;
mod state;
mod window;

use crate::domain::moment::Moment;
use crate::domain::refusal::Refusal;

use super::message::Message;

/// Words a refusal. `now` is for the time left until something opens.
pub fn refusal(refusal: &Refusal, now: Moment) -> Message {
    match refusal {
        Refusal::NoSuchItem => item::no_such_item(),
        Refusal::NoSuchCourse => item::no_such_course(),
        Refusal::NoSuchAccount => account::no_such_account(),
        Refusal::NoRight { right } => account::no_right(*right),
        Refusal::NotYours { act } => state::not_yours(*act),
        Refusal::NotInThisLibrary { act } => state::not_in_this_library(*act),
        Refusal::WindowShut {
            kind,
            period,
            phase,
            window,
            next,
        } => {
            let shut = window::Shut {
                kind: *kind,
                period: *period,
                phase: *phase,
                window: window.as_ref(),
                next: next.as_ref(),
            };
            window::shut(&shut, now)
        }
        Refusal::WrongState { act, state } => state::wrong_state(*act, *state),
        Refusal::Filed { act } => state::filed(*act),
        Refusal::EnrolmentWithdrawn { act } => state::enrolment_withdrawn(*act),
        Refusal::InTrash { act } => state::in_trash(*act),
        Refusal::NotInTrash => state::not_in_trash(),
        Refusal::NothingToSubmit => state::nothing_to_submit(),
        Refusal::AlreadyRequested => state::already_requested(),
        Refusal::NothingRequested => state::nothing_requested(),
        Refusal::CannotUndo => state::cannot_undo(),
        Refusal::ReturnLocksOut => state::return_locks_out(),
        Refusal::ReasonNeedsNote => state::reason_needs_note(),
        Refusal::QuotaReached {
            counter,
            term,
            used,
            limit,
            more,
        } => item::quota_reached(*counter, *term, *used, *limit, *more),
        Refusal::CourseWithoutCredit { name } => item::course_without_credit(name),
        Refusal::CourseOfOtherTerm { course_term, wanted } => {
            item::course_of_other_term(*course_term, *wanted)
        }
        Refusal::CourseInUse { items } => item::course_in_use(*items),
        Refusal::TitleMissing => item::title_missing(),
        Refusal::TitleTooLong { count, limit } => item::title_too_long(*count, *limit),
        Refusal::DescriptionMissing => item::description_missing(),
        Refusal::DescriptionTooLong { count, limit } => item::description_too_long(*count, *limit),
        Refusal::File { name, problem } => file::problem(name, problem),
        Refusal::StageMissing => file::stage_missing(),
        Refusal::ChangedMeanwhile { seen: _, current: _ } => item::changed_meanwhile(),
        Refusal::LoginFailed => account::login_failed(),
        Refusal::LoginPaused { seconds } => account::login_paused(*seconds),
        Refusal::SessionOver => account::session_over(),
        Refusal::MustChangePassword => account::must_change_password(),
        Refusal::PasswordTooShort { shortest } => account::password_too_short(*shortest),
        Refusal::PasswordIsAccount => account::password_is_account(),
        Refusal::PasswordIsNationalId => account::password_is_national_id(),
        Refusal::PasswordUnchanged => account::password_unchanged(),
        Refusal::RecoveryCodeWrong => account::recovery_code_wrong(),
        Refusal::AccountNameTaken => account::account_name_taken(),
        Refusal::AccountNameMissing => account::account_name_missing(),
        Refusal::WindowEndsBeforeStart { opens, closes } => window::ends_before_start(*opens, *closes),
        Refusal::WindowPeriodMismatch { kind } => window::period_mismatch(*kind),
        Refusal::UnknownGrade { grade } => window::unknown_grade(*grade),
        Refusal::NotADemonstration => account::not_a_demonstration(),
        Refusal::Dates(refusal) => dates::dates(refusal),
        Refusal::ClockBehind { now: clock, newest } => window::clock_behind(*clock, *newest),
        Refusal::Activity(refusal) => activity::refusal(refusal),
        Refusal::Selection(refusal) => selection::refusal(refusal),
        Refusal::People(refusal) => people::people(refusal),
        Refusal::Import(refusal) => super::imports::refusal(refusal),
        Refusal::Receipt(refusal) => receipt::refusal(refusal),
        Refusal::Copy(refusal) => copies::refusal(refusal),
        Refusal::Officer(refusal) => officer::refusal(refusal),
    }
}
