//! The table of domain.md 2a once more, exhaustively over acts, people, states, phases and facts.

use chrono::Duration;

use super::*;
use crate::domain::id::OfferingId;
use crate::domain::moment::parse_moment;
use crate::domain::term::Semester;
use crate::domain::window::Audience;

const TERM: Term = Term::new(114, Semester::First);
const PHASES: [Phase; 5] = [
    Phase::Unannounced,
    Phase::NotOpen,
    Phase::Open,
    Phase::ClosingSoon,
    Phase::Closed,
];
const RELATIONS: [Relation; 4] = [
    Relation::Owner,
    Relation::Teacher,
    Relation::Deputy { of: AccountId(5) },
    Relation::Stranger,
];
const LIBRARIES: [LibraryKind; 3] = [
    LibraryKind::School,
    LibraryKind::Personal,
    LibraryKind::Demonstration,
];

fn now() -> Moment {
    parse_moment("2026-01-20T12:00").unwrap()
}

/// A window that is in `phase` now.
fn window(kind: WindowKind, phase: Phase) -> Option<Window> {
    let (opens, closes) = match phase {
        Phase::Unannounced => return None,
        Phase::NotOpen => (1, 10),
        Phase::Open => (-10, 10),
        Phase::ClosingSoon => (-10, 1),
        Phase::Closed => (-10, -1),
    };
    let day = |days| now() + Duration::days(days);
    let period = Period::Term(TERM);
    Some(Window {
        kind,
        period,
        audience: Audience::All,
        opens: day(opens),
        closes: day(closes),
    })
}

fn item(state: OutcomeState) -> OutcomeFacts {
    OutcomeFacts {
        owner: AccountId(1),
        offering: OfferingId(2),
        term: TERM,
        state,
        origin: None,
        trashed: false,
        filed: false,
        file_count: 1,
        return_requested: false,
        withdrawn: false,
        mending_until: None,
        version: 1,
    }
}

struct Play {
    library: LibraryKind,
    relation: Relation,
    upload: Phase,
    certification: Phase,
}

impl Play {
    fn permit(&self, act: Act, item: &OutcomeFacts) -> Result<(), Refusal> {
        let windows: Vec<Window> = [
            window(WindowKind::OutcomeUpload, self.upload),
            window(WindowKind::Certification, self.certification),
        ]
        .into_iter()
        .flatten()
        .collect();
        let circumstances = Circumstances {
            library: self.library,
            relation: self.relation,
            windows: &windows,
            student: &Concerned::default(),
            now: now(),
        };
        permit(act, item, &circumstances)
    }
}

const fn shut(phase: Phase) -> bool {
    !phase.is_open()
}

/// Written from domain.md 2a row by row, not from the code.
fn expected(act: Act, play: &Play, item: &OutcomeFacts) -> bool {
    use OutcomeState::{Certified, Draft, Returned, Submitted};
    let personal = play.library == LibraryKind::Personal;
    let student = play.relation == Relation::Owner;
    let teacher = matches!(play.relation, Relation::Teacher | Relation::Deputy { .. }) && !personal;
    let upload = !shut(play.upload) || personal && play.upload == Phase::Unannounced;
    let certification = !shut(play.certification);
    if item.filed || item.trashed != (act == Act::Restore) || item.withdrawn && student {
        return false;
    }
    match act {
        Act::Create | Act::Restore => student && upload,
        Act::Edit | Act::Delete => student && upload && matches!(item.state, Draft | Returned),
        Act::Submit => {
            student && !personal && upload && matches!(item.state, Draft | Returned) && item.file_count > 0
        }
        Act::RequestReturn => {
            student
                && !personal
                && upload
                && matches!(item.state, Submitted | Certified)
                && !item.return_requested
        }
        Act::WithdrawRequest => {
            student
                && !personal
                && upload
                && matches!(item.state, Submitted | Certified)
                && item.return_requested
        }
        Act::Certify => teacher && certification && item.state == Submitted,
        Act::Return => teacher && certification && matches!(item.state, Submitted | Certified),
        Act::UndoDecision => teacher && certification && matches!(item.state, Certified | Returned),
        Act::RecordSchoolState => student && personal,
    }
}

#[test]
fn every_combination() {
    let mut allowed = 0_u32;
    for library in LIBRARIES {
        for relation in RELATIONS {
            for upload in PHASES {
                for certification in PHASES {
                    let play = Play {
                        library,
                        relation,
                        upload,
                        certification,
                    };
                    for state in OutcomeState::ALL {
                        for facts in 0..32_u32 {
                            let mut item = item(state);
                            item.trashed = facts & 1 != 0;
                            item.filed = facts & 2 != 0;
                            item.return_requested = facts & 4 != 0;
                            item.withdrawn = facts & 8 != 0;
                            item.file_count = usize::from(facts & 16 == 0);
                            for act in Act::ALL {
                                let verdict = play.permit(act, &item);
                                assert_eq!(
                                    verdict.is_ok(),
                                    expected(act, &play, &item),
                                    "{act:?} {library:?} {relation:?} {upload:?} {certification:?} {item:?}: {verdict:?}"
                                );
                                if relation == Relation::Stranger {
                                    assert_eq!(verdict, Err(Refusal::NoSuchItem));
                                }
                                allowed += u32::from(verdict.is_ok());
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(allowed > 1_000, "{allowed}");
}

#[test]
fn overdue_items_have_names() {
    let named = |state, upload, certification| {
        let windows: Vec<Window> = [
            window(WindowKind::OutcomeUpload, upload),
            window(WindowKind::Certification, certification),
        ]
        .into_iter()
        .flatten()
        .collect();
        let circumstances = Circumstances {
            library: LibraryKind::School,
            relation: Relation::Owner,
            windows: &windows,
            student: &Concerned::default(),
            now: now(),
        };
        overdue(&item(state), &circumstances)
    };
    use OutcomeState::{Certified, Draft, Returned, Submitted};
    assert_eq!(
        named(Draft, Phase::Closed, Phase::Open),
        Some(Overdue::NotSubmitted)
    );
    assert_eq!(
        named(Returned, Phase::Closed, Phase::Open),
        Some(Overdue::NotMended)
    );
    assert_eq!(named(Submitted, Phase::Closed, Phase::Open), None);
    assert_eq!(
        named(Submitted, Phase::Closed, Phase::Closed),
        Some(Overdue::NotDecided)
    );
    assert_eq!(named(Certified, Phase::Closed, Phase::Closed), None);
    assert_eq!(named(Draft, Phase::ClosingSoon, Phase::Open), None);
    assert_eq!(named(Draft, Phase::Unannounced, Phase::Unannounced), None);
}
