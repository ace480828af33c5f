//! A queue of five for tests: three wait, in two courses.

use chrono::Duration;

use crate::domain::act::{LibraryKind, Relation};
use crate::domain::file::{FileKind, SizeVerdict, Slot};
use crate::domain::id::{AccountId, FileId, ItemId, OfferingId};
use crate::domain::moment::{Moment, parse_moment};
use crate::domain::outcome::{OutcomeFacts, OutcomeState};
use crate::domain::term::{Semester, Term};
use crate::domain::window::{Audience, Concerned, Period, Window, WindowKind};
use crate::engine::{CaseView, FileView, ItemView, QueueCourse, QueueRow, QueueView};

pub const TERM: Term = Term::new(114, Semester::First);

/// So many days after the windows opened.
pub fn at(day: i64) -> Moment {
    parse_moment("2026-01-05T08:00:00").unwrap() + Duration::days(day)
}

pub fn row(id: u64, offering: u64, state: OutcomeState) -> QueueRow {
    let waits = state == OutcomeState::Submitted;
    QueueRow {
        id: ItemId(id),
        offering: OfferingId(offering),
        student: AccountId(100 + id),
        student_name: format!("學生{id}"),
        account: format!("S00{id}"),
        class: if offering == 10 { "資二甲" } else { "資二乙" }.into(),
        seat: format!("0{id}"),
        title: if id == 1 {
            "Abc 實驗".into()
        } else {
            format!("作品{id}")
        },
        work_kind: None,
        state,
        version: 3,
        submitted: Some(at(1)),
        decided: (!waits).then(|| at(2)),
        mine: !waits,
        unopened: false,
        requested: None,
        attempt: 1,
        filed: false,
        decidable_until: None,
    }
}

fn course(id: u64, name: &str, group: &str) -> QueueCourse {
    QueueCourse {
        id: OfferingId(id),
        term: TERM,
        name: name.into(),
        group: group.into(),
        teachers: vec!["陳老師".into()],
        deputy_for: None,
    }
}

pub fn queue() -> QueueView {
    QueueView {
        courses: vec![course(10, "物理", "資二甲"), course(20, "程式設計", "資二乙")],
        // As the engine sorts them: longest waiting first, then what is decided, latest first.
        rows: vec![
            row(3, 20, OutcomeState::Submitted),
            row(1, 10, OutcomeState::Submitted),
            row(2, 10, OutcomeState::Submitted),
            row(4, 10, OutcomeState::Certified),
            row(5, 20, OutcomeState::Returned),
        ],
    }
}

/// The case of a row, with one document; its file has the number of the item.
pub fn case(row: &QueueRow) -> CaseView {
    let window = |kind, closes| Window {
        kind,
        period: Period::Term(TERM),
        audience: Audience::All,
        opens: at(0),
        closes,
    };
    CaseView {
        item: item(row),
        account: row.account.clone(),
        class: row.class.clone(),
        seat: row.seat.clone(),
        relation: Relation::Teacher,
        deputy_for: None,
        same_bytes: Vec::new(),
        mine: row.mine,
        mending_days: 0,
        library: LibraryKind::School,
        windows: vec![
            window(WindowKind::OutcomeUpload, at(30)),
            window(WindowKind::Certification, at(40)),
        ],
        concerned: Concerned::default(),
    }
}

fn item(row: &QueueRow) -> ItemView {
    ItemView {
        id: row.id,
        facts: OutcomeFacts {
            owner: row.student,
            offering: row.offering,
            term: TERM,
            state: row.state,
            origin: None,
            trashed: false,
            filed: row.filed,
            file_count: 1,
            return_requested: row.requested.is_some(),
            withdrawn: false,
            mending_until: None,
            version: row.version,
        },
        student_name: row.student_name.clone(),
        course_code: "114550301H11101".into(),
        course_name: "物理".into(),
        teachers: Vec::new(),
        title: row.title.clone(),
        work_kind: None,
        description: String::new(),
        files: vec![file(row.id.0)],
        created: at(0),
        updated: at(1),
        submitted: row.submitted,
        attempt: row.attempt,
        requested: row.requested,
        trashed: None,
        decisions: Vec::new(),
        same_bytes: Vec::new(),
    }
}

pub fn file(id: u64) -> FileView {
    FileView {
        id: FileId(id),
        slot: Slot::Document,
        kind: FileKind::Pdf,
        name: "報告.pdf".into(),
        bytes: 1000,
        blake3: [0; 32],
        md5: [0; 16],
        added: at(1),
        facts: None,
        cautions: Vec::new(),
        size_verdict: SizeVerdict::Fine,
    }
}
