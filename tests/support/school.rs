//! A small school in memory: two students, two teachers, a deputy, an office, with a clock moved by hand.

use std::sync::Arc;

use chrono::Duration;
use licheng::domain::access::Role;
use licheng::domain::course::{CourseKind, Credits, EnrolmentMode};
use licheng::domain::file::{ContentProblem, FileKind, ForeignKind, Inspection};
use licheng::domain::id::{ItemId, OfferingId, RequestId};
use licheng::domain::limits::Limits;
use licheng::domain::moment::{Moment, parse_moment};
use licheng::domain::refusal::Refusal;
use licheng::domain::term::{SchoolYear, Semester, Term};
use licheng::domain::window::{Audience, Period, Window, WindowKind};
use licheng::engine::{
    Batch, Command, CurrentTerms, Engine, Failure, HandClock, ItemView, NewDeputy, NewOffering, NewOutcome,
    NewPerson, NewSchool, Populate, Reply, Secret, SeededIds, SeenItem, Session, StagedFile, Surroundings,
    demonstration_password,
};
use licheng::media::{
    Document, FoundText, InspectFailure, Inspector, Outline, PageView, PreviewFailure, PreviewImage,
    PreviewTrouble, Stop,
};
use licheng::store::{Library, LibraryHeader, LibraryKind, NameKey};

pub const TERM: Term = Term::new(114, Semester::First);
pub const EARLIER_TERM: Term = Term::new(113, Semester::Second);

pub fn at(text: &str) -> Moment {
    parse_moment(text).unwrap()
}

/// Opening of both windows; the upload window is open 30 days, the certification window 40.
pub fn opening() -> Moment {
    at("2026-01-05T08:00")
}

pub fn upload_end() -> Moment {
    at("2026-02-04T00:00")
}

pub fn certification_end() -> Moment {
    at("2026-02-14T00:00")
}

/// Recognises content by its first letters, so that tests need no real files.
#[derive(Debug, Clone, Copy)]
pub struct FirstLetters;

impl Inspector for FirstLetters {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure> {
        let kind = match bytes.get(..3) {
            Some(b"pdf") => FileKind::Pdf,
            Some(b"jpg") => FileKind::Jpeg,
            Some(b"png") => FileKind::Png,
            Some(b"mp3") => FileKind::Mp3,
            Some(b"mp4") => FileKind::Mp4,
            _ if bytes.is_empty() => return Err(InspectFailure::Problem(ContentProblem::Empty)),
            _ => {
                return Err(InspectFailure::Problem(ContentProblem::Unaccepted(
                    ForeignKind::Unknown,
                )));
            }
        };
        Ok(Inspection {
            kind,
            facts: None,
            cautions: Vec::new(),
        })
    }

    fn preview(&self, _: &[u8], kind: FileKind, _: u32, _: u32) -> Result<PreviewImage, PreviewFailure> {
        Err(PreviewFailure::Trouble(PreviewTrouble::NothingToDraw(kind)))
    }

    fn outline(&self, document: &Document, _: &Stop) -> Result<Outline, PreviewFailure> {
        Err(PreviewTrouble::NothingToDraw(document.kind).into())
    }

    fn draw(&self, document: &Document, _: PageView, _: &Stop) -> Result<PreviewImage, PreviewFailure> {
        Err(PreviewTrouble::NothingToDraw(document.kind).into())
    }

    fn find(&self, _: &Document, _: &str, _: &Stop) -> Result<FoundText, PreviewFailure> {
        Ok(FoundText::default())
    }
}

pub struct School {
    pub engine: Engine,
    pub clock: Arc<HandClock>,
    pub physics: OfferingId,
    pub history: OfferingId,
    pub class_meeting: OfferingId,
    pub earlier: OfferingId,
    pub left: OfferingId,
    /// Of the same 課程代碼 as `physics`, by another teacher.
    pub physics_again: OfferingId,
    requests: std::cell::Cell<u128>,
    sessions: std::cell::RefCell<std::collections::HashMap<String, Session>>,
}

fn person(account: &str, name: &str, role: Role) -> NewPerson {
    let student = role == Role::Student;
    NewPerson {
        account_name: account.into(),
        display_name: name.into(),
        roles: vec![role],
        password: Secret::new(demonstration_password(account)),
        must_change_password: false,
        entry_year: student.then_some(SchoolYear(114)),
        placements: if student {
            vec![(TERM, "一年1班".into(), "01".into())]
        } else {
            Vec::new()
        },
    }
}

fn offering(term: Term, name: &str, kind: CourseKind, teacher: &str, students: &[&str]) -> NewOffering {
    NewOffering {
        term,
        code: format!("114550301H11101{name}"),
        name: name.into(),
        credits: Credits::whole(2),
        kind,
        group: "一年1班".into(),
        teachers: vec![teacher.into()],
        students: students
            .iter()
            .map(|s| ((*s).to_string(), EnrolmentMode::Regular))
            .collect(),
        withdrawn: Vec::new(),
    }
}

pub fn surroundings(clock: &Arc<HandClock>, seed: &str) -> Surroundings {
    Surroundings {
        clock: clock.clone(),
        ids: Arc::new(SeededIds::new(seed)),
        inspector: Arc::new(FirstLetters),
    }
}

pub fn header() -> LibraryHeader {
    LibraryHeader {
        library_id: 7,
        kind: LibraryKind::Demonstration,
        created_unix: 1_767_000_000,
        name_key: NameKey::new([9; 32]),
    }
}

impl School {
    pub fn new() -> Self {
        Self::in_library(Library::in_memory(&header()).unwrap(), Limits::default())
    }

    pub fn with_limits(limits: Limits) -> Self {
        Self::in_library(Library::in_memory(&header()).unwrap(), limits)
    }

    pub fn in_library(library: Library, limits: Limits) -> Self {
        let clock = Arc::new(HandClock::at(opening() - Duration::days(30)));
        let terms = CurrentTerms {
            outcome: TERM,
            activity: TERM,
            selection: SchoolYear(113),
        };
        let new = NewSchool {
            name: "測試高中".into(),
            code: "000000".into(),
            terms,
            demonstration: true,
        };
        let engine = Engine::found_school(library, &new, surroundings(&clock, "school")).unwrap();
        let window = |kind, closes: &str| Window {
            kind,
            period: Period::Term(TERM),
            audience: Audience::All,
            opens: opening(),
            closes: at(closes),
        };
        let mut left = offering(TERM, "退選課", CourseKind::Elective, "t1", &["s1"]);
        left.withdrawn = vec!["s1".into()];
        let populate = Populate {
            people: vec![
                person("s1", "林𡘙", Role::Student),
                person("s2", "王堃", Role::Student),
                person("t1", "陳老師", Role::Teacher),
                person("t2", "游喆", Role::Teacher),
                person("t3", "代理老師", Role::Teacher),
                person("r1", "註冊組", Role::Registry),
                person("a1", "管理員", Role::Administrator),
            ],
            offerings: vec![
                offering(TERM, "物理", CourseKind::MinistryRequired, "t1", &["s1", "s2"]),
                offering(TERM, "歷史", CourseKind::MinistryRequired, "t2", &["s1"]),
                offering(TERM, "班會", CourseKind::GroupActivity, "t1", &["s1"]),
                offering(EARLIER_TERM, "化學", CourseKind::MinistryRequired, "t1", &["s1"]),
                left,
                offering(TERM, "物理", CourseKind::MinistryRequired, "t2", &["s1"]),
            ],
            deputies: ["t1", "t2"]
                .map(|teacher| NewDeputy {
                    teacher: teacher.into(),
                    deputy: "t3".into(),
                    offering: None,
                    from: opening(),
                    until: opening() + Duration::days(60),
                    reason: "請假".into(),
                })
                .to_vec(),
            windows: vec![
                window(WindowKind::OutcomeUpload, "2026-02-03T23:59"),
                window(WindowKind::Certification, "2026-02-13T23:59"),
            ],
            limits: vec![(TERM, limits)],
            ..Populate::default()
        };
        let ids = engine.populate(&populate).unwrap();
        clock.set(opening() + Duration::days(1));
        Self {
            engine,
            clock,
            physics: ids[0],
            history: ids[1],
            class_meeting: ids[2],
            earlier: ids[3],
            left: ids[4],
            physics_again: ids[5],
            requests: std::cell::Cell::new(0),
            sessions: std::cell::RefCell::default(),
        }
    }

    /// Logs in once per account: hashing a password takes its time on purpose.
    pub fn login(&self, account: &str) -> Session {
        let known = self.sessions.borrow().get(account).cloned();
        known.unwrap_or_else(|| {
            let session = self
                .engine
                .login(account, &Secret::new(demonstration_password(account)))
                .unwrap();
            self.sessions
                .borrow_mut()
                .insert(account.to_owned(), session.clone());
            session
        })
    }

    /// The administrator confirms the clock, so that one school can serve many plays.
    pub fn forget_the_time(&self) {
        let confirm = Command::ConfirmClock {
            reason: "測試".into(),
        };
        self.run(&self.login("a1"), &confirm).unwrap();
    }

    pub fn request(&self) -> RequestId {
        self.requests.set(self.requests.get() + 1);
        RequestId(self.requests.get())
    }

    pub fn run(&self, session: &Session, command: &Command) -> Result<Reply, Failure> {
        self.engine.run(session, self.request(), command)
    }

    /// Runs a command that answers with an item.
    pub fn item(&self, session: &Session, command: &Command) -> ItemView {
        match self.run(session, command) {
            Ok(Reply::Item(item)) => *item,
            other => panic!("{command:?}: {other:?}"),
        }
    }

    pub fn refusal(&self, session: &Session, command: &Command) -> Refusal {
        match self.run(session, command) {
            Err(Failure::Refused(refusal)) => refusal,
            other => panic!("{command:?} should be refused: {other:?}"),
        }
    }

    pub fn stage(&self, session: &Session, name: &str, bytes: &[u8]) -> StagedFile {
        let (stage, _) = self.engine.stage_bytes(session, name, bytes).unwrap();
        StagedFile {
            stage,
            name: name.into(),
            ending_confirmed: false,
        }
    }

    pub fn new_outcome(&self, title: &str, files: Vec<StagedFile>) -> NewOutcome {
        NewOutcome {
            offering: self.physics,
            term: TERM,
            title: title.into(),
            work_kind: None,
            description: "這份報告記錄單擺實驗。".into(),
            files,
        }
    }

    /// An outcome of this course with exactly these bytes, handed in.
    pub fn submitted_bytes(&self, session: &Session, offering: OfferingId, bytes: &[u8]) -> ItemView {
        let file = self.stage(session, "作品.pdf", bytes);
        let new = NewOutcome {
            offering,
            ..self.new_outcome("作品", vec![file])
        };
        let draft = self.item(session, &Command::AddOutcome(new));
        self.item(session, &submit(&draft))
    }

    pub fn batch(&self, session: &Session, command: &Command) -> Batch {
        match self.run(session, command) {
            Ok(Reply::Batch(batch)) => batch,
            other => panic!("{command:?}: {other:?}"),
        }
    }

    /// A draft with a document.
    pub fn draft(&self, session: &Session, title: &str) -> ItemView {
        let file = self.stage(session, "報告.pdf", format!("pdf {title}").as_bytes());
        self.item(session, &Command::AddOutcome(self.new_outcome(title, vec![file])))
    }

    pub fn submitted(&self, session: &Session, title: &str) -> ItemView {
        let draft = self.draft(session, title);
        self.item(session, &submit(&draft))
    }
}

pub fn submit(item: &ItemView) -> Command {
    Command::SubmitOutcome {
        item: item.id,
        seen: item.facts.version,
    }
}

pub fn certify(item: &ItemView) -> Command {
    Command::Certify {
        item: item.id,
        seen: item.facts.version,
        unopened: false,
    }
}

pub fn seen(item: &ItemView) -> SeenItem {
    SeenItem {
        item: item.id,
        version: item.facts.version,
        unopened: false,
    }
}

pub fn undo(item: &ItemView) -> Command {
    Command::UndoDecision {
        item: item.id,
        seen: item.facts.version,
    }
}

pub fn request_return(item: &ItemView) -> Command {
    Command::RequestReturn {
        item: item.id,
        seen: item.facts.version,
    }
}

pub fn give_back(item: ItemId, seen: u64, lockout_confirmed: bool) -> Command {
    Command::Return {
        item,
        seen,
        reason: licheng::domain::outcome::ReturnReason::WrongFile,
        note: "上傳成上週的檔案了".into(),
        unopened: false,
        lockout_confirmed,
    }
}
