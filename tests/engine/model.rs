//! Random commands against a simple model: the engine must agree with it on every answer, refusals
//! included; counters equal a recount; history only grows; what is certified never changes by itself.

use std::collections::BTreeSet;

use chrono::Duration;
use licheng::domain::id::ItemId;
use licheng::domain::limits::Limits;
use licheng::domain::outcome::OutcomeState::{self, Certified, Draft, Returned, Submitted};
use licheng::engine::{Command, Failure, ItemView, OutcomeChanges, Reply, Session};

use crate::support::crash_backend::Dice;
use crate::support::school::{School, certification_end, opening, upload_end};

const QUOTA: u32 = 5;
const COMMANDS: usize = 2_000;

/// What the model knows of an item.
#[derive(Debug, Clone)]
struct Known {
    id: ItemId,
    state: OutcomeState,
    version: u64,
    trashed: bool,
    has_file: bool,
    requested: bool,
    /// Who decided last, the state before, and the version right after; gone once undone.
    decisions: Vec<(Person, OutcomeState, u64)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Person {
    Student,
    Classmate,
    Teacher,
    Deputy,
    Stranger,
}

const PEOPLE: [Person; 5] = [
    Person::Student,
    Person::Classmate,
    Person::Teacher,
    Person::Deputy,
    Person::Stranger,
];

/// Stretches of time: before all windows, in both, after the upload window, after both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stretch {
    Before,
    Both,
    CertifyingOnly,
    Over,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Add { with_file: bool },
    Edit,
    EmptyTitle,
    LongDescription,
    Delete,
    Restore,
    Submit,
    Request,
    Withdraw,
    Certify,
    Return { confirmed: bool, note: bool },
    Undo,
}

const MOVES: [Move; 18] = [
    Move::Add { with_file: true },
    Move::Add { with_file: false },
    Move::Edit,
    Move::EmptyTitle,
    Move::LongDescription,
    Move::Delete,
    Move::Restore,
    Move::Restore,
    Move::Submit,
    Move::Request,
    Move::Withdraw,
    Move::Certify,
    Move::Return {
        confirmed: true,
        note: true,
    },
    Move::Return {
        confirmed: false,
        note: true,
    },
    Move::Return {
        confirmed: true,
        note: false,
    },
    Move::Submit,
    Move::Undo,
    Move::Undo,
];

struct Model {
    items: Vec<Known>,
    stretch: Stretch,
}

type Verdict = Result<(), &'static str>;

impl Model {
    fn used(&self) -> u32 {
        u32::try_from(self.items.iter().filter(|item| !item.trashed).count()).unwrap()
    }

    fn judge(&self, person: Person, step: Move, item: Option<&Known>, seen: u64) -> Verdict {
        let students_move = !matches!(step, Move::Certify | Move::Return { .. } | Move::Undo);
        let is_student = matches!(person, Person::Student | Person::Classmate);
        if students_move != is_student {
            return Err("NoRight");
        }
        if let Move::Add { .. } = step {
            return self.judge_add(person);
        }
        let item = item.ok_or("NoSuchItem")?;
        match person {
            Person::Classmate | Person::Stranger => return Err("NoSuchItem"),
            // The deputyship begins with the windows.
            Person::Deputy if self.stretch == Stretch::Before => return Err("NoSuchItem"),
            Person::Teacher | Person::Deputy if item.state == Draft || item.trashed => {
                return Err("NoSuchItem");
            }
            _ => {}
        }
        if item.trashed && step != Move::Restore {
            return Err("InTrash");
        }
        if !item.trashed && step == Move::Restore {
            return Err("NotInTrash");
        }
        let open = if students_move {
            self.stretch == Stretch::Both
        } else {
            matches!(self.stretch, Stretch::Both | Stretch::CertifyingOnly)
        };
        if !open {
            return Err("WindowShut");
        }
        let students = matches!(item.state, Draft | Returned);
        let fits = match step {
            Move::Edit | Move::EmptyTitle | Move::LongDescription | Move::Delete | Move::Submit => students,
            Move::Request | Move::Withdraw | Move::Return { .. } => !students,
            Move::Certify => item.state == Submitted,
            Move::Undo => matches!(item.state, Certified | Returned),
            Move::Restore | Move::Add { .. } => true,
        };
        if !fits {
            return Err("WrongState");
        }
        match step {
            Move::Submit if !item.has_file => return Err("NothingToSubmit"),
            Move::Request if item.requested => return Err("AlreadyRequested"),
            Move::Withdraw if !item.requested => return Err("NothingRequested"),
            _ => {}
        }
        if seen != item.version {
            return Err("ChangedMeanwhile");
        }
        match step {
            Move::EmptyTitle => Err("TitleMissing"),
            Move::LongDescription => Err("DescriptionTooLong"),
            Move::Restore if self.used() >= QUOTA => Err("QuotaReached"),
            Move::Return { note: false, .. } => Err("ReasonNeedsNote"),
            Move::Return { confirmed: false, .. } if self.stretch != Stretch::Both => Err("ReturnLocksOut"),
            Move::Undo => match item.decisions.last() {
                Some((by, _, version)) if *by == person && *version == item.version => Ok(()),
                _ => Err("CannotUndo"),
            },
            _ => Ok(()),
        }
    }

    fn judge_add(&self, person: Person) -> Verdict {
        // The classmate's items are not followed by the model: they only knock.
        if person == Person::Classmate {
            return Err("NoSuchCourse");
        }
        if self.stretch != Stretch::Both {
            return Err("WindowShut");
        }
        if self.used() >= QUOTA {
            Err("QuotaReached")
        } else {
            Ok(())
        }
    }

    fn apply(&mut self, person: Person, step: Move, place: usize, view: &ItemView) {
        if let Move::Add { with_file } = step {
            self.items.push(Known {
                id: view.id,
                state: Draft,
                version: 1,
                trashed: false,
                has_file: with_file,
                requested: false,
                decisions: Vec::new(),
            });
            return;
        }
        let item = &mut self.items[place];
        item.version += 1;
        match step {
            Move::Delete => item.trashed = true,
            Move::Restore => item.trashed = false,
            Move::Submit => (item.state, item.requested) = (Submitted, false),
            Move::Request => item.requested = true,
            Move::Withdraw => item.requested = false,
            Move::Certify | Move::Return { .. } => {
                item.decisions.push((person, item.state, item.version));
                item.state = if step == Move::Certify {
                    Certified
                } else {
                    Returned
                };
                item.requested = false;
            }
            Move::Undo => item.state = item.decisions.pop().unwrap().1,
            _ => {}
        }
    }
}

fn name(failure: &Failure) -> String {
    let Failure::Refused(refusal) = failure else {
        panic!("{failure:?}")
    };
    let text = format!("{refusal:?}");
    text.split([' ', '{', '(']).next().unwrap().to_owned()
}

struct Game {
    school: School,
    sessions: Vec<(Person, Session)>,
    model: Model,
    dice: Dice,
    reached: BTreeSet<String>,
    lines: usize,
    latest: usize,
}

impl Game {
    fn new(seed: u64) -> Self {
        let school = School::with_limits(Limits {
            outcomes_per_term: QUOTA,
            ..Default::default()
        });
        let account = |person| match person {
            Person::Student => "s1",
            Person::Classmate => "s2",
            Person::Teacher => "t2",
            Person::Deputy => "t3",
            Person::Stranger => "t1",
        };
        let sessions = PEOPLE
            .iter()
            .map(|person| (*person, school.login(account(*person))))
            .collect();
        let model = Model {
            items: Vec::new(),
            stretch: Stretch::Both,
        };
        Self {
            school,
            sessions,
            model,
            dice: Dice::new(seed),
            reached: BTreeSet::new(),
            lines: 0,
            latest: 0,
        }
    }

    fn session(&self, person: Person) -> Session {
        self.sessions
            .iter()
            .find(|(known, _)| *known == person)
            .map(|(_, session)| session.clone())
            .unwrap()
    }

    /// Time mostly stands in the open weeks, and jumps now and then.
    fn pass_time(&mut self) {
        if self.dice.below(10) != 0 {
            return;
        }
        self.model.stretch = match self.dice.below(10) {
            0 => Stretch::Before,
            1..=3 => Stretch::CertifyingOnly,
            4 => Stretch::Over,
            _ => Stretch::Both,
        };
        let jitter = Duration::seconds(self.dice.below(3_600) as i64);
        self.school.clock.set(match self.model.stretch {
            Stretch::Before => opening() - Duration::seconds(1) - jitter,
            Stretch::Both => opening() + jitter,
            Stretch::CertifyingOnly => upload_end() + jitter,
            Stretch::Over => certification_end() + jitter,
        });
        self.school.forget_the_time();
    }

    fn command(&self, session: &Session, step: Move, item: ItemId, seen: u64) -> Command {
        let edit = |changes| Command::EditOutcome { item, seen, changes };
        match step {
            Move::Add { with_file } => {
                let files = if with_file {
                    let content = format!("pdf {}", self.school.request().0);
                    vec![self.school.stage(session, "作品.pdf", content.as_bytes())]
                } else {
                    Vec::new()
                };
                // History is the course of t2; s2 does not take it.
                Command::AddOutcome(licheng::engine::NewOutcome {
                    offering: self.school.history,
                    ..self.school.new_outcome("作品", files)
                })
            }
            Move::Edit => edit(OutcomeChanges {
                description: Some("改過".into()),
                ..Default::default()
            }),
            Move::EmptyTitle => edit(OutcomeChanges {
                title: Some("　".into()),
                ..Default::default()
            }),
            Move::LongDescription => edit(OutcomeChanges {
                description: Some("長".repeat(101)),
                ..Default::default()
            }),
            Move::Delete => Command::DeleteOutcome { item, seen },
            Move::Restore => Command::RestoreOutcome { item, seen },
            Move::Submit => Command::SubmitOutcome { item, seen },
            Move::Request => Command::RequestReturn { item, seen },
            Move::Withdraw => Command::WithdrawRequest { item, seen },
            Move::Certify => Command::Certify {
                item,
                seen,
                unopened: false,
            },
            Move::Return { confirmed, note } => Command::Return {
                item,
                seen,
                reason: licheng::domain::outcome::ReturnReason::Other,
                note: if note {
                    "請附上數據".into()
                } else {
                    String::new()
                },
                unopened: false,
                lockout_confirmed: confirmed,
            },
            Move::Undo => Command::UndoDecision { item, seen },
        }
    }

    fn step(&mut self) {
        self.pass_time();
        let step = MOVES[self.dice.below(MOVES.len())];
        let fitting = if matches!(step, Move::Certify | Move::Return { .. } | Move::Undo) {
            [
                Person::Teacher,
                Person::Teacher,
                Person::Deputy,
                Person::Stranger,
                Person::Student,
            ]
        } else {
            [
                Person::Student,
                Person::Student,
                Person::Student,
                Person::Classmate,
                Person::Teacher,
            ]
        };
        let person = fitting[self.dice.below(fitting.len())];
        let session = self.session(person);
        // Half of the time the item touched last: chains like submit, certify, undo must come about.
        let place = if self.dice.below(2) == 0 {
            self.latest
        } else {
            self.dice.below(self.model.items.len() + 1)
        };
        let item = self.model.items.get(place).cloned();
        let stale = self.dice.below(10) == 0;
        let seen = item
            .as_ref()
            .map_or(1, |item| item.version - u64::from(stale && item.version > 1));
        let id = item.as_ref().map_or(ItemId(42), |item| item.id);
        let expected = self.model.judge(person, step, item.as_ref(), seen);
        let command = self.command(&session, step, id, seen);
        let answer = self.school.run(&session, &command);
        let label = format!("{person:?} {step:?} at {:?} of {item:?}", self.model.stretch);
        match (&answer, expected) {
            (Ok(Reply::Item(view)), Ok(())) => {
                self.reached
                    .insert(format!("{step:?}").split([' ', '{']).next().unwrap().to_owned());
                self.model.apply(person, step, place, view);
                self.latest = if matches!(step, Move::Add { .. }) {
                    self.model.items.len() - 1
                } else {
                    place
                };
            }
            (Err(failure), Err(reason)) => {
                assert_eq!(name(failure), reason, "{label}");
                self.reached.insert(reason.to_owned());
            }
            other => panic!("{label}: {other:?}"),
        }
        self.compare(&label);
    }

    fn compare(&mut self, label: &str) {
        let student = self.session(Person::Student);
        assert_eq!(
            self.school.engine.status(&student).unwrap().outcomes.used,
            self.model.used(),
            "{label}"
        );
        assert!(self.model.used() <= QUOTA, "{label}");
        let mut seen = self.school.engine.items(&student, None, false).unwrap();
        seen.extend(self.school.engine.items(&student, None, true).unwrap());
        assert_eq!(seen.len(), self.model.items.len(), "{label}");
        let mut lines = 0;
        for view in &seen {
            let known = self.model.items.iter().find(|known| known.id == view.id).unwrap();
            assert_eq!(
                (
                    view.state(),
                    view.facts.version,
                    view.facts.trashed,
                    view.facts.return_requested
                ),
                (known.state, known.version, known.trashed, known.requested),
                "{label}"
            );
            lines += self.school.engine.history(&student, view.id).unwrap().len();
        }
        assert!(lines >= self.lines, "{label}: history only grows");
        self.lines = lines;
    }
}

/// Every transition and every refusal that the random commands must come upon.
const WANTED: &str = "
    Add Edit Delete Restore Submit Request Withdraw Certify Return Undo NoRight NoSuchItem
    NoSuchCourse InTrash NotInTrash WindowShut WrongState NothingToSubmit AlreadyRequested
    NothingRequested ChangedMeanwhile TitleMissing DescriptionTooLong QuotaReached ReasonNeedsNote
    ReturnLocksOut CannotUndo
";

#[test]
fn the_engine_agrees_with_the_model() {
    let mut reached = BTreeSet::new();
    for seed in [1, 2, 3] {
        let mut game = Game::new(seed);
        for _ in 0..COMMANDS {
            game.step();
            // A fresh start of items now and then, or the quota would end the game.
            if game.model.items.len() > 14 {
                reached.append(&mut game.reached);
                game = Game::new(game.dice.roll());
            }
        }
        reached.append(&mut game.reached);
    }
    for wanted in WANTED.split_whitespace() {
        assert!(reached.contains(wanted), "never reached {wanted}: {reached:?}");
    }
}
