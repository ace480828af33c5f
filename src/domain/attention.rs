//! What needs the student now: items still 編輯中 while the window closes, items that came back,
//! descriptions that are missing (domain.md section 3, "the well-known trap").

use super::act::{Act, Circumstances, Overdue, overdue, permit};
use super::outcome::{OutcomeFacts, OutcomeState};
use super::window::{Phase, WindowKind, phase_of};

/// Why an item asks for attention, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Attention {
    /// 認證失敗, and it can still be mended
    Returned,
    /// 編輯中, complete, and the window closes within 72 hours
    SubmitSoon,
    /// 編輯中 without a file
    NoFile,
    /// 編輯中 with a file: the teacher does not see it yet
    Submit,
    /// The description is empty and can still be written
    NoDescription,
    /// Nothing can be done any more
    Overdue(Overdue),
}

/// The one reason that matters most for this item now; `None`: it can be left alone.
pub fn attention(
    item: &OutcomeFacts,
    has_description: bool,
    circumstances: &Circumstances<'_>,
) -> Option<Attention> {
    if let Some(overdue) = overdue(item, circumstances) {
        return Some(Attention::Overdue(overdue));
    }
    if permit(Act::Edit, item, circumstances).is_err() {
        return None;
    }
    let phase = phase_of(
        circumstances.window(WindowKind::OutcomeUpload, item.term),
        circumstances.now,
    );
    let personal = circumstances.library.is_personal();
    match item.state {
        OutcomeState::Returned => Some(Attention::Returned),
        _ if item.file_count == 0 => Some(Attention::NoFile),
        _ if phase == Phase::ClosingSoon => Some(Attention::SubmitSoon),
        _ if !has_description => Some(Attention::NoDescription),
        _ if personal => None,
        _ => Some(Attention::Submit),
    }
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::*;
    use crate::domain::act::{LibraryKind, Relation};
    use crate::domain::id::{AccountId, OfferingId};
    use crate::domain::moment::parse_moment;
    use crate::domain::term::{Semester, Term};
    use crate::domain::window::{Audience, Concerned, Period, Window};

    #[test]
    fn the_most_urgent_reason_is_named() {
        let term = Term::new(114, Semester::First);
        let closes = parse_moment("2026-02-03T23:59").unwrap();
        let window = Window {
            kind: WindowKind::OutcomeUpload,
            period: Period::Term(term),
            audience: Audience::All,
            opens: closes - Duration::days(30),
            closes,
        };
        let ask = |state, files, description, hours_left: i64| {
            let item = OutcomeFacts {
                owner: AccountId(1),
                offering: OfferingId(1),
                term,
                state,
                origin: None,
                trashed: false,
                filed: false,
                file_count: files,
                return_requested: false,
                withdrawn: false,
                mending_until: None,
                version: 1,
            };
            let windows = [window.clone()];
            let circumstances = Circumstances {
                library: LibraryKind::School,
                relation: Relation::Owner,
                windows: &windows,
                student: &Concerned::default(),
                now: window.ends() - Duration::hours(hours_left),
            };
            attention(&item, description, &circumstances)
        };
        use OutcomeState::{Certified, Draft, Returned, Submitted};
        assert_eq!(ask(Returned, 1, true, 200), Some(Attention::Returned));
        assert_eq!(ask(Draft, 1, true, 71), Some(Attention::SubmitSoon));
        assert_eq!(ask(Draft, 1, true, 73), Some(Attention::Submit));
        assert_eq!(ask(Draft, 1, false, 73), Some(Attention::NoDescription));
        assert_eq!(ask(Draft, 0, true, 71), Some(Attention::NoFile));
        assert_eq!(
            ask(Draft, 1, true, 0),
            Some(Attention::Overdue(Overdue::NotSubmitted))
        );
        assert_eq!(
            ask(Returned, 1, true, 0),
            Some(Attention::Overdue(Overdue::NotMended))
        );
        assert_eq!(ask(Submitted, 1, true, 10), None);
        assert_eq!(ask(Certified, 1, false, 10), None);
    }
}
