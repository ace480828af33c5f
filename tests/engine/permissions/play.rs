//! The stage of the table: a school with one item in each state and one person in each role, frozen in
//! each phase of its windows, and a personal library likewise.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::Duration;
use licheng::domain::access::Role;
use licheng::domain::course::{CourseKind, Credits};
use licheng::domain::id::{
    AccountId, CommandId, DeputyId, ItemId, OfferingId, PostId, PostReportId, WindowId,
};
use licheng::domain::limits::Limits;
use licheng::domain::moment::Moment;
use licheng::domain::outcome::OutcomeState;
use licheng::domain::roster::{Located, RosterRows, TeacherRow};
use licheng::domain::term::SchoolYear;
use licheng::domain::window::{Audience, Period, WindowKind};
use licheng::engine::{
    ActivityCommand, Command, CourseFields, CurrentTerms, Engine, Face, Failure, HandClock, ImportCommand,
    ItemView, NewOutcome, NewPerson, NewPersonalLibrary, Populate, Reply, Roster, Secret, Session,
    demonstration_password,
};
use licheng::store::Library;

use super::made::new_activity;
use super::officer::officer;
use crate::support::crash_backend::CrashBackend;
use crate::support::school::{
    School, TERM, certify, give_back, header, opening, request_return, surroundings,
};

/// Who gives the command. The items are the owner's, in the teacher's course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    Owner,
    Classmate,
    Teacher,
    OtherTeacher,
    Deputy,
    Homeroom,
    Registry,
    StudentAffairs,
    Administrator,
    /// Of a personal library
    LibraryOwner,
}

impl Who {
    pub const ALL: [Self; 10] = [
        Self::Owner,
        Self::Classmate,
        Self::Teacher,
        Self::OtherTeacher,
        Self::Deputy,
        Self::Homeroom,
        Self::Registry,
        Self::StudentAffairs,
        Self::Administrator,
        Self::LibraryOwner,
    ];

    pub const fn account(self) -> &'static str {
        match self {
            Self::Owner => "s1",
            Self::Classmate => "s2",
            Self::Teacher => "t1",
            Self::OtherTeacher => "t2",
            Self::Deputy => "t3",
            Self::Homeroom => "h1",
            Self::Registry => "r1",
            Self::StudentAffairs => "f1",
            Self::Administrator => "a1",
            Self::LibraryOwner => "me",
        }
    }
}

/// In which phase both windows of the items are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    Unannounced,
    NotOpen,
    Open,
    ClosingSoon,
    Closed,
}

impl When {
    pub const ALL: [Self; 5] = [
        Self::Unannounced,
        Self::NotOpen,
        Self::Open,
        Self::ClosingSoon,
        Self::Closed,
    ];

    /// Days from now.
    const fn dates(self) -> Option<(i64, i64)> {
        match self {
            Self::Unannounced => None,
            Self::NotOpen => Some((1, 30)),
            Self::Open => Some((-1, 30)),
            Self::ClosingSoon => Some((-10, 1)),
            Self::Closed => Some((-10, -1)),
        }
    }
}

/// The items and courses that commands name.
#[derive(Debug, Clone)]
pub struct Things {
    pub draft: (ItemId, u64),
    pub trashed: (ItemId, u64),
    pub submitted: (ItemId, u64),
    pub requested: (ItemId, u64),
    /// By the teacher.
    pub certified: (ItemId, u64),
    pub returned: (ItemId, u64),
    pub activity: (ItemId, u64),
    pub trashed_activity: (ItemId, u64),
    /// Only the owner takes it, only the other teacher teaches it.
    pub history: OfferingId,
    /// In it are the items.
    pub course: OfferingId,
    /// A course without items, in a personal library.
    pub empty_course: OfferingId,
    /// A window nobody asks about otherwise.
    pub window: WindowId,
    pub deputy: DeputyId,
    /// The last import.
    pub import: CommandId,
    /// 校內幹部紀錄 of the owner, and a report about a missing one.
    pub post: PostId,
    pub report: PostReportId,
}

impl Things {
    pub fn in_state(&self, state: OutcomeState) -> ItemId {
        match state {
            OutcomeState::Draft => self.draft.0,
            OutcomeState::Submitted => self.submitted.0,
            OutcomeState::Certified => self.certified.0,
            OutcomeState::Returned => self.returned.0,
        }
    }
}

/// One frozen library.
pub struct Scene {
    image: Vec<u8>,
    now: Moment,
    pub things: Things,
    sessions: HashMap<Who, Session>,
}

impl Scene {
    /// The library as it was frozen, to be changed and thrown away.
    pub fn begin(&self) -> Play<'_> {
        let library = Library::open_with_backend(CrashBackend::holding(self.image.clone())).unwrap();
        let clock = Arc::new(HandClock::at(self.now));
        let around = surroundings(&clock, "play");
        Play {
            scene: self,
            engine: Engine::new(library, around.clock, around.ids, around.inspector),
        }
    }
}

pub struct Play<'s> {
    scene: &'s Scene,
    pub engine: Engine,
}

impl Play<'_> {
    pub fn things(&self) -> &Things {
        &self.scene.things
    }

    /// `None`: nobody of that kind is in this library.
    pub fn session(&self, who: Who) -> Option<&Session> {
        self.scene.sessions.get(&who)
    }

    /// Somebody of the school; in a personal library nobody.
    pub fn account(&self, who: Who) -> AccountId {
        self.session(who).map_or(AccountId(1), |session| session.account)
    }

    pub fn run(&self, session: &Session, command: &Command) -> Result<Reply, Failure> {
        self.engine.run(session, self.engine.new_request(), command)
    }
}

fn seen(item: &ItemView) -> (ItemId, u64) {
    (item.id, item.facts.version)
}

fn set_window(kind: WindowKind, now: Moment, (from, until): (i64, i64)) -> Command {
    Command::SetWindow {
        kind,
        period: if kind.is_per_term() {
            Period::Term(TERM)
        } else {
            Period::Year(TERM.year)
        },
        audience: Audience::All,
        opens: now + Duration::days(from),
        closes: now + Duration::days(until),
    }
}

const DECIDED_BY_THESE: [WindowKind; 3] = [
    WindowKind::OutcomeUpload,
    WindowKind::Certification,
    WindowKind::Activity,
];

/// One that is there and one in the trash.
fn activities(run: impl Fn(ActivityCommand) -> Result<Reply, Failure>) -> [(ItemId, u64); 2] {
    let seen = |reply: Result<Reply, Failure>| match reply {
        Ok(Reply::Activity(activity)) => (activity.id, activity.facts.version),
        other => panic!("{other:?}"),
    };
    let [there, trashed] = [(); 2].map(|()| seen(run(ActivityCommand::Add(new_activity()))));
    let (item, version) = trashed;
    [there, seen(run(ActivityCommand::Delete { item, seen: version }))]
}

/// The school in each phase.
pub fn school() -> HashMap<When, Scene> {
    let backend = CrashBackend::default();
    let library = Library::create_with_backend(backend.clone(), &header()).unwrap();
    let school = School::in_library(library, Limits::default());
    let more = [
        ("h1", "導師", vec![Role::Homeroom]),
        ("f1", "學務處", vec![Role::StudentAffairs]),
    ];
    let people = more.map(|(account, name, roles)| NewPerson {
        account_name: account.into(),
        display_name: name.into(),
        roles,
        password: Secret::new(demonstration_password(account)),
        must_change_password: false,
        entry_year: None,
        placements: Vec::new(),
    });
    let populate = Populate {
        people: people.to_vec(),
        ..Default::default()
    };
    school.engine.populate(&populate).unwrap();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let draft = school.draft(&student, "編輯中");
    let submitted = school.submitted(&student, "認證中");
    let requested = school.submitted(&student, "請退回");
    let requested = school.item(&student, &request_return(&requested));
    let certified = school.submitted(&student, "成功");
    let certified = school.item(&teacher, &certify(&certified));
    let returned = school.submitted(&student, "退回");
    let returned = school.item(&teacher, &give_back(returned.id, returned.facts.version, false));
    let trashed = school.draft(&student, "丟棄");
    let trashed = school.item(
        &student,
        &Command::DeleteOutcome {
            item: trashed.id,
            seen: trashed.facts.version,
        },
    );
    let registry = school.login("r1");
    let now = opening() + Duration::days(1);
    let selection = set_window(WindowKind::Selection, now, (-1, 1));
    let Ok(Reply::Window(window)) = school.run(&registry, &selection) else {
        panic!("no window")
    };
    let open = set_window(WindowKind::Activity, now, (-30, 30));
    school.run(&registry, &open).unwrap();
    let [activity, trashed_activity] =
        activities(|command| school.run(&student, &Command::Activity(command)));
    let (post, report) = officer(&school, &student);
    let things = Things {
        draft: seen(&draft),
        trashed: seen(&trashed),
        submitted: seen(&submitted),
        requested: seen(&requested),
        certified: seen(&certified),
        returned: seen(&returned),
        activity,
        trashed_activity,
        history: school.history,
        course: school.physics,
        empty_course: school.history,
        window,
        deputy: school.engine.deputies(&registry).unwrap()[0].id,
        import: imported(&school, &registry),
        post,
        report,
    };
    let sessions: HashMap<Who, Session> = Who::ALL
        .into_iter()
        .filter(|who| *who != Who::LibraryOwner)
        .map(|who| (who, school.login(who.account())))
        .collect();
    let freeze = |when: When| {
        for kind in DECIDED_BY_THESE {
            arrange(&school.engine, &registry, kind, now, when);
        }
        let scene = Scene {
            image: backend.bytes(),
            now,
            things: things.clone(),
            sessions: sessions.clone(),
        };
        (when, scene)
    };
    When::ALL.map(freeze).into()
}

/// A roster of one teacher.
pub fn teacher(account: &str) -> ImportCommand {
    let row = TeacherRow {
        account: account.into(),
        display_name: "新老師".into(),
    };
    ImportCommand::Apply {
        roster: Roster {
            rows: Arc::new(RosterRows::Teachers(vec![Located { row: 2, value: row }])),
            class_term: None,
        },
        seen: None,
        skip_wrong: false,
    }
}

fn imported(school: &School, registry: &Session) -> CommandId {
    match school.run(registry, &Command::Import(teacher("t8"))) {
        Ok(Reply::Import(report)) => report.import.unwrap(),
        other => panic!("{other:?}"),
    }
}

fn arrange(engine: &Engine, by: &Session, kind: WindowKind, now: Moment, when: When) {
    let command = match when.dates() {
        Some(dates) => set_window(kind, now, dates),
        None => {
            let there = engine
                .windows(by)
                .unwrap()
                .into_iter()
                .find(|view| view.window.kind == kind);
            let Some(there) = there else { return };
            Command::RemoveWindow { window: there.id }
        }
    };
    engine.run(by, engine.new_request(), &command).unwrap();
}

/// A personal library in each phase: without dates nothing closes there.
pub fn personal() -> HashMap<When, Scene> {
    let now = opening() + Duration::days(1);
    let (backend, engine, session) = own_library(&Arc::new(HandClock::at(now)));
    let run = |command: &Command| engine.run(&session, engine.new_request(), command).unwrap();
    let course = |name: &str| {
        let fields = CourseFields {
            term: TERM,
            code: String::new(),
            name: name.into(),
            credits: Credits::whole(2),
            kind: CourseKind::MinistryRequired,
            teacher: "陳老師".into(),
        };
        match run(&Command::SetCourse { course: None, fields }) {
            Reply::Course(id) => id,
            other => panic!("{other:?}"),
        }
    };
    let (physics, empty_course) = (course("物理"), course("美術"));
    let add = |title: &str| {
        let new = NewOutcome {
            offering: physics,
            term: TERM,
            title: title.into(),
            work_kind: None,
            description: String::new(),
            files: Vec::new(),
        };
        match run(&Command::AddOutcome(new)) {
            Reply::Item(item) => *item,
            other => panic!("{other:?}"),
        }
    };
    let record = |item: &ItemView, state: OutcomeState| {
        let command = Command::RecordSchoolState {
            item: item.id,
            seen: item.facts.version,
            state,
        };
        match run(&command) {
            Reply::Item(item) => seen(&item),
            other => panic!("{other:?}"),
        }
    };
    let trashed = add("丟棄");
    let trashed = match run(&Command::DeleteOutcome {
        item: trashed.id,
        seen: trashed.facts.version,
    }) {
        Reply::Item(item) => seen(&item),
        other => panic!("{other:?}"),
    };
    let Reply::Window(window) = run(&set_window(WindowKind::Selection, now, (-1, 1))) else {
        panic!("no window")
    };
    let [activity, trashed_activity] =
        activities(|command| engine.run(&session, engine.new_request(), &Command::Activity(command)));
    let things = Things {
        draft: seen(&add("編輯中")),
        trashed,
        submitted: record(&add("認證中"), OutcomeState::Submitted),
        requested: record(&add("認證中的另一件"), OutcomeState::Submitted),
        certified: record(&add("成功"), OutcomeState::Certified),
        returned: record(&add("退回"), OutcomeState::Returned),
        activity,
        trashed_activity,
        history: physics,
        course: physics,
        empty_course,
        window,
        deputy: DeputyId(1),
        import: CommandId(1),
        post: PostId(1),
        report: PostReportId(1),
    };
    let freeze = |when: When| {
        for kind in DECIDED_BY_THESE {
            arrange(&engine, &session, kind, now, when);
        }
        let scene = Scene {
            image: backend.bytes(),
            now,
            things: things.clone(),
            sessions: HashMap::from([(Who::LibraryOwner, session.clone())]),
        };
        (when, scene)
    };
    When::ALL.map(freeze).into()
}

/// Made as a file, then moved to where its bytes can be seen.
fn own_library(clock: &Arc<HandClock>) -> (CrashBackend, Engine, Session) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.redb");
    let new = NewPersonalLibrary {
        account_name: Who::LibraryOwner.account().into(),
        display_name: "林𡘙".into(),
        password: Secret::new("自己的密碼真的很長"),
        entry_year: SchoolYear(114),
        terms: CurrentTerms {
            outcome: TERM,
            activity: TERM,
            selection: SchoolYear(113),
        },
    };
    let (engine, _) =
        Engine::create_personal(Some(&path), &new, surroundings(clock, "own"), Face::Window).unwrap();
    engine.library().close().unwrap();
    let backend = CrashBackend::holding(std::fs::read(&path).unwrap());
    let around = surroundings(clock, "own again");
    let library = Library::open_with_backend(backend.clone()).unwrap();
    let engine = Engine::new(library, around.clock, around.ids, around.inspector);
    let session = engine
        .login(Who::LibraryOwner.account(), &Secret::new("自己的密碼真的很長"))
        .unwrap();
    (backend, engine, session)
}
