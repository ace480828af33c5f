//! What the commands of the table carry.

use licheng::domain::act::LibraryKind;
use licheng::domain::activity::Category;
use licheng::domain::copies::CopyKind;
use licheng::domain::course::{CourseKind, Credits, EnrolmentMode};
use licheng::domain::id::ItemId;
use licheng::domain::outcome::{OutcomeState, ReturnReason};
use licheng::domain::term_rules::TermRules;
use licheng::domain::window::{Audience, Period, WindowKind};
use licheng::engine::{
    Announcement, Command, CopyCommand, CourseFields, DatesCommand, Extension, ExtensionFor, ImportRecord,
    NewActivity, NewOutcome, OutcomeChanges, SeenItem,
};
use licheng::exchange::portfolio::{Body, Course, OutcomeBody, PortfolioItem, Source};

use super::play::{Play, Who};
use crate::support::school::{TERM, opening};

/// 作品成果, the shortest of the ten forms.
pub fn new_activity() -> NewActivity {
    let category = Category::Work;
    let fields = category
        .fields()
        .iter()
        .map(|field| {
            let text = if field.name.contains("日期") {
                "1141001"
            } else {
                "校刊"
            };
            (field.key, text.to_owned())
        })
        .collect();
    NewActivity {
        category,
        fields,
        description: String::new(),
        link: String::new(),
        files: Vec::new(),
        tags: Vec::new(),
    }
}

/// A record of another library, without files.
pub fn brought() -> ImportRecord {
    ImportRecord {
        source: Source {
            library: LibraryKind::School,
            library_id: 77,
            school_name: "他校".into(),
            school_code: "330301".into(),
        },
        owner: "轉學生".into(),
        item: PortfolioItem {
            id: "1".into(),
            term: TERM,
            title: "他校的作品".into(),
            description: String::new(),
            created: opening(),
            updated: opening(),
            brought: false,
            filed: false,
            link: None,
            tags: Vec::new(),
            files: Vec::new(),
            body: Body::Outcome(Box::new(OutcomeBody {
                course: Course {
                    code: "他校課程".into(),
                    name: "化學".into(),
                    credits: Credits::whole(2),
                    kind: CourseKind::MinistryRequired,
                    group: String::new(),
                    teachers: vec!["他校老師".into()],
                    mode: EnrolmentMode::Regular,
                },
                work_kind: None,
                state: OutcomeState::Draft,
                origin: None,
                submitted: None,
                attempt: 0,
                decisions: Vec::new(),
            })),
        },
        files: Vec::new(),
    }
}

pub fn made(kind: CopyKind) -> Command {
    Command::Copy(CopyCommand::NoteMade {
        kind,
        items: 3,
        files: 2,
        content_bytes: 1000,
    })
}

pub fn last_day() -> chrono::NaiveDate {
    licheng::domain::moment::taipei_date(opening() + chrono::Duration::days(90))
}

pub fn seen((item, version): (ItemId, u64)) -> SeenItem {
    SeenItem {
        item,
        version,
        unopened: false,
    }
}

/// Into a course that the classmate does not take.
pub fn add(play: &Play<'_>, _: Who) -> Command {
    Command::AddOutcome(NewOutcome {
        offering: play.things().history,
        term: TERM,
        title: "讀書報告".into(),
        work_kind: None,
        description: String::new(),
        files: Vec::new(),
    })
}

pub fn edit(play: &Play<'_>, _: Who) -> Command {
    let (item, seen) = play.things().draft;
    Command::EditOutcome {
        item,
        seen,
        changes: OutcomeChanges {
            title: Some("改過的標題".into()),
            ..Default::default()
        },
    }
}

pub fn record_state(play: &Play<'_>, _: Who) -> Command {
    let (item, seen) = play.things().draft;
    Command::RecordSchoolState {
        item,
        seen,
        state: OutcomeState::Submitted,
    }
}

pub fn give_back(play: &Play<'_>, _: Who) -> Command {
    let (item, seen) = play.things().submitted;
    Command::Return {
        item,
        seen,
        reason: ReturnReason::WrongFile,
        note: String::new(),
        unopened: false,
        lockout_confirmed: true,
    }
}

pub fn set_window(_: &Play<'_>, _: Who) -> Command {
    Command::SetWindow {
        kind: WindowKind::Activity,
        period: Period::Year(TERM.year),
        audience: Audience::All,
        opens: opening(),
        closes: opening(),
    }
}

pub fn set_course(_: &Play<'_>, _: Who) -> Command {
    Command::SetCourse {
        course: None,
        fields: CourseFields {
            term: TERM,
            code: String::new(),
            name: "音樂".into(),
            credits: Credits::whole(1),
            kind: CourseKind::Elective,
            teacher: String::new(),
        },
    }
}

/// More time for one student.
pub fn extend(_: &Play<'_>, who: Who) -> Command {
    let whom = if who == Who::LibraryOwner {
        who
    } else {
        Who::Classmate
    };
    Command::Dates(DatesCommand::Extend(Extension {
        kind: WindowKind::OutcomeUpload,
        period: Period::Term(TERM),
        whom: ExtensionFor::Student(whom.account().into()),
        opens: None,
        closes: opening() + chrono::Duration::days(200),
        reason: "住院".into(),
    }))
}

pub fn set_rules(_: &Play<'_>, _: Who) -> Command {
    let rules = TermRules {
        source: "課程發展委員會".into(),
        ..TermRules::default()
    };
    Command::Dates(DatesCommand::SetRules { term: TERM, rules })
}

pub fn announce(_: &Play<'_>, _: Who) -> Command {
    Command::Dates(DatesCommand::Announce {
        announcement: None,
        content: Announcement {
            text: "明天停電".into(),
            from: opening(),
            until: opening() + chrono::Duration::days(30),
        },
    })
}
