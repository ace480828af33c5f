//! Random commands against a simple model: the engine must agree with it on every answer, refusals
//! included; counters equal a recount; history only grows; what is certified never changes by itself.

mod rules;

use std::collections::BTreeSet;

use chrono::Duration;
use licheng::domain::id::ItemId;
use licheng::domain::limits::Limits;
use licheng::engine::{Command, Failure, OutcomeChanges, Reply, SeenItem, Session, Verdict};

use crate::support::crash_backend::Dice;
use crate::support::school::{School, certification_end, opening, upload_end};
use rules::{MOVES, Model, Move, PEOPLE, Person, QUOTA, Stretch, is_teachers};

const COMMANDS: usize = 2_000;

fn many(step: Move, items: Vec<SeenItem>) -> Command {
    let verdict = match step {
        Move::Undo => return Command::UndoMany { items },
        Move::Return { confirmed, note } => Verdict::Return {
            reason: licheng::domain::outcome::ReturnReason::Other,
            note: if note {
                "請附上數據".into()
            } else {
                String::new()
            },
            lockout_confirmed: confirmed,
        },
        _ => Verdict::Certify,
    };
    Command::DecideMany { items, verdict }
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
        let fitting = if is_teachers(step) {
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
        if is_teachers(step) && self.dice.below(3) == 0 {
            self.batch(person, &session, step);
            return;
        }
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
                self.model.apply(person, step, place, view.id);
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

    /// The same step for several items in one command: each is judged as if it came alone.
    fn batch(&mut self, person: Person, session: &Session, step: Move) {
        let mut places: Vec<usize> = (0..self.dice.below(5))
            .map(|_| self.dice.below(self.model.items.len() + 1))
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut items = Vec::new();
        for place in &places {
            let item = self.model.items.get(*place);
            let stale = u64::from(self.dice.below(10) == 0);
            items.push(SeenItem {
                item: item.map_or(ItemId(42), |item| item.id),
                version: item.map_or(1, |item| item.version.saturating_sub(stale).max(1)),
                unopened: true,
            });
        }
        let command = many(step, items.clone());
        let label = format!("{person:?} {step:?} at {:?} of {items:?}", self.model.stretch);
        let answer = self.school.run(session, &command);
        let for_all = match person {
            Person::Student | Person::Classmate => Some("NoRight"),
            _ if matches!(step, Move::Return { note: false, .. }) => Some("ReasonNeedsNote"),
            _ => None,
        };
        match (answer, for_all) {
            (Err(failure), Some(reason)) => assert_eq!(name(&failure), reason, "{label}"),
            (Ok(Reply::Batch(batch)), None) => {
                let (mut done, mut refused) = (batch.done.iter(), batch.refused.iter());
                for (place, seen) in places.into_iter().zip(&items) {
                    let item = self.model.items.get(place).cloned();
                    match self.model.judge(person, step, item.as_ref(), seen.version) {
                        Ok(()) => {
                            self.model.apply(person, step, place, seen.item);
                            let now = self.model.items[place].version;
                            let expected = SeenItem {
                                version: now,
                                ..*seen
                            };
                            assert_eq!(done.next(), Some(&expected), "{label}");
                            self.latest = place;
                            self.reached.insert("Batch".to_owned());
                        }
                        Err(reason) => {
                            let (id, refusal) = refused.next().unwrap();
                            let said = name(&Failure::Refused(refusal.clone()));
                            assert_eq!((*id, said.as_str()), (seen.item, reason), "{label}");
                            self.reached.insert("LeftAlone".to_owned());
                        }
                    }
                }
                assert!(
                    done.next().is_none() && refused.next().is_none(),
                    "{label}: {batch:?}"
                );
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
    ReturnLocksOut CannotUndo Batch LeftAlone
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
