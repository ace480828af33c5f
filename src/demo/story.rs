//! Lets the people of the demonstration school do what [`works`](super::works) says, in the order of
//! time, through the same commands that everybody uses: so their histories are real ones.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::domain::activity::record::by_official_names;
use crate::domain::id::{ItemId, OfferingId};
use crate::domain::moment::Moment;
use crate::domain::outcome::ReturnReason;
use crate::domain::refusal::Refusal;
use crate::engine::{
    ActivityCommand, Clock, Command, Engine, Failure, HandClock, NewActivity, NewOutcome, Reply, Secret,
    SelectionCommand, Session, StagedFile, demonstration_password,
};

use super::courses::ALL;
use super::dates::on_day;
use super::people::{self, Student};
use super::performances::{self, Choice, Performance};
use super::samples::Sample;
use super::works::{Fate, Work};

/// Moved by hand through the weeks before now; then it tells the time like the clock behind it.
pub(super) struct StoryClock {
    past: HandClock,
    over: AtomicBool,
    present: Arc<dyn Clock>,
}

impl StoryClock {
    pub(super) fn beginning(begin: Moment, present: Arc<dyn Clock>) -> Self {
        Self {
            past: HandClock::at(begin),
            over: AtomicBool::new(false),
            present,
        }
    }

    pub(super) fn end(&self) {
        self.over.store(true, Ordering::Release);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Moment {
        if self.over.load(Ordering::Acquire) {
            self.present.now()
        } else {
            self.past.now()
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Deed {
    Add,
    Submit,
    AskBack,
    Certify,
    Return(ReturnReason, &'static str),
    /// A 多元表現
    Perform,
    /// 勾選
    Choose,
}

/// Somebody does something.
#[derive(Debug)]
struct Step<'a> {
    at: Moment,
    /// Place in the list of works, performances or choices.
    work: usize,
    actor: &'a str,
    deed: Deed,
}

fn steps<'a>(works: &[Work], students: &'a [Student], now: Moment) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    for (place, work) in works.iter().enumerate() {
        let student = students[work.student].account.as_str();
        let teacher = ALL[work.course].teacher;
        // Evenings for students, mornings for teachers; not all in the same minute.
        let spread = i64::try_from(place * 7 % 180).unwrap_or(0);
        let mut step = |days_later: i64, minute: i64, actor, deed| {
            let at = on_day(now, days_later - work.added_days_ago, minute + spread);
            steps.push(Step {
                at,
                work: place,
                actor,
                deed,
            });
        };
        step(0, 18 * 60, student, Deed::Add);
        if work.fate == Fate::Draft {
            continue;
        }
        step(1, 18 * 60 + 40, student, Deed::Submit);
        match work.fate {
            Fate::Resubmitted(reason, note) => {
                step(2, 9 * 60, teacher, Deed::Return(reason, note));
                step(2, 20 * 60, student, Deed::Submit);
            }
            Fate::Draft | Fate::Submitted => {}
            Fate::AskedBack => step(3, 19 * 60, student, Deed::AskBack),
            Fate::Certified => step(4, 9 * 60, teacher, Deed::Certify),
            Fate::Returned(reason, note) => step(5, 9 * 60, teacher, Deed::Return(reason, note)),
        }
    }
    steps
}

/// Activities are added at noon, selections made late at night.
fn other_steps<'a>(
    performances: &[Performance],
    choices: &[Choice],
    students: &'a [Student],
    now: Moment,
) -> Vec<Step<'a>> {
    let step = |student: usize, days_ago: i64, minute: i64, work: usize, deed| {
        let spread = i64::try_from(work * 7 % 60).unwrap_or(0);
        Step {
            at: on_day(now, -days_ago, minute + spread),
            work,
            actor: students[student].account.as_str(),
            deed,
        }
    };
    let performed = performances
        .iter()
        .enumerate()
        .map(|(place, one)| step(one.student, one.added_days_ago, 12 * 60, place, Deed::Perform));
    let chosen = choices
        .iter()
        .enumerate()
        .map(|(place, one)| step(one.student, one.days_ago, 22 * 60, place, Deed::Choose));
    performed.chain(chosen).collect()
}

/// Logs in everybody who does something; on all processors, for each takes some ten milliseconds.
fn sessions<'a>(engine: &Engine, steps: &[Step<'a>]) -> Result<HashMap<&'a str, Session>, Failure> {
    let mut actors: Vec<&str> = steps.iter().map(|step| step.actor).collect();
    actors.sort_unstable();
    actors.dedup();
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = actors.len().div_ceil(workers).max(1);
    let login = |actor: &&'a str| {
        let session = engine.login(actor, &Secret::new(demonstration_password(actor)))?;
        Ok((*actor, session))
    };
    let parts: Vec<Result<Vec<(&str, Session)>, Failure>> = std::thread::scope(|scope| {
        let running: Vec<_> = actors
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(login).collect::<Result<Vec<_>, Failure>>()))
            .collect();
        running
            .into_iter()
            .map(|worker| {
                worker
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    let parts = parts.into_iter().collect::<Result<Vec<_>, Failure>>()?;
    Ok(parts.into_iter().flatten().collect())
}

/// Plays the works up to `now`, moving the clock along.
pub(super) fn play(
    engine: &Engine,
    clock: &StoryClock,
    works: &[Work],
    students: &[Student],
    now: Moment,
) -> Result<(), Failure> {
    let performances = performances::all(students.len());
    let choices = performances::choices(students.len());
    let mut steps = steps(works, students, now);
    steps.extend(other_steps(&performances, &choices, students, now));
    steps.sort_by_key(|step| (step.at, step.work));
    let sessions = sessions(engine, &steps)?;
    let offerings = offerings(engine, sessions.values())?;
    let mut items: HashMap<usize, (ItemId, u64)> = HashMap::new();
    for step in &steps {
        clock.past.set(step.at);
        let session = sessions.get(step.actor).ok_or(Refusal::NoSuchAccount)?;
        match step.deed {
            Deed::Perform => {
                perform(engine, session, &performances[step.work])?;
                continue;
            }
            Deed::Choose => {
                choose(engine, session, &choices[step.work])?;
                continue;
            }
            _ => {}
        }
        let command = command(engine, session, step, &works[step.work], &offerings, &items)?;
        if let Reply::Item(item) = engine.run(session, engine.new_request(), &command)? {
            items.insert(step.work, (item.id, item.facts.version));
        }
    }
    Ok(())
}

/// The offerings by their codes, as those who take and teach them see them.
fn offerings<'a>(
    engine: &Engine,
    sessions: impl Iterator<Item = &'a Session>,
) -> Result<HashMap<String, OfferingId>, Failure> {
    let mut known = HashMap::new();
    for session in sessions {
        for course in engine.courses(session, None)? {
            known.insert(course.code, course.id);
        }
        if known.len() == ALL.len() {
            break;
        }
    }
    Ok(known)
}

fn command(
    engine: &Engine,
    session: &Session,
    step: &Step<'_>,
    work: &Work,
    offerings: &HashMap<String, OfferingId>,
    items: &HashMap<usize, (ItemId, u64)>,
) -> Result<Command, Failure> {
    if matches!(step.deed, Deed::Add) {
        let mut files = vec![staged(engine, session, work, work.sample)?];
        if let Some(companion) = work.companion {
            files.push(staged(engine, session, work, companion)?);
        }
        let course = &ALL[work.course];
        let offering = *offerings.get(&course.code()).ok_or(Refusal::NoSuchCourse)?;
        return Ok(Command::AddOutcome(NewOutcome {
            offering,
            term: course.term,
            title: work.sample.title.to_owned(),
            work_kind: Some(work.sample.work_kind),
            description: if work.described {
                work.sample.description.to_owned()
            } else {
                String::new()
            },
            files,
        }));
    }
    let (item, seen) = *items.get(&step.work).ok_or(Refusal::NoSuchItem)?;
    Ok(match step.deed {
        Deed::Add | Deed::Submit | Deed::Perform | Deed::Choose => Command::SubmitOutcome { item, seen },
        Deed::AskBack => Command::RequestReturn { item, seen },
        Deed::Certify => Command::Certify {
            item,
            seen,
            unopened: false,
        },
        Deed::Return(reason, note) => Command::Return {
            item,
            seen,
            reason,
            note: note.to_owned(),
            unopened: false,
            lockout_confirmed: false,
        },
    })
}

/// Whose bytes the files of activities are: nobody's who has outcomes.
const OF_ACTIVITIES: usize = 100;

fn perform(engine: &Engine, session: &Session, performance: &Performance) -> Result<(), Failure> {
    let typed: Vec<(String, String)> = performance
        .fields
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    let mut files = Vec::new();
    if let Some(sample) = performance.sample {
        let bytes = sample.as_made_by(OF_ACTIVITIES + performance.student);
        files.push(staged_bytes(engine, session, sample, bytes)?);
    }
    let new = NewActivity {
        category: performance.category,
        fields: by_official_names(performance.category, &typed)?,
        description: performance.description.to_owned(),
        link: String::new(),
        files,
        tags: performance.tag.map(str::to_owned).into_iter().collect(),
    };
    let command = Command::Activity(ActivityCommand::Add(new));
    engine.run(session, engine.new_request(), &command)?;
    Ok(())
}

fn choose(engine: &Engine, session: &Session, choice: &Choice) -> Result<(), Failure> {
    let view = engine.selection(session, None)?;
    let year = view.year;
    let outcomes = view.outcome_candidates.iter().take(view.outcome_limit as usize);
    let activities = view.activity_candidates.iter().take(choice.activities);
    for found in outcomes.chain(activities) {
        let command = Command::Selection(SelectionCommand::Tick { year, item: found.id });
        engine.run(session, engine.new_request(), &command)?;
    }
    if choice.confirmed {
        let seen = engine.selection(session, None)?.version;
        let command = Command::Selection(SelectionCommand::Confirm { year, seen });
        engine.run(session, engine.new_request(), &command)?;
    }
    Ok(())
}

fn staged(engine: &Engine, session: &Session, work: &Work, sample: &Sample) -> Result<StagedFile, Failure> {
    let bytes = match work.copy_of {
        people::SHOWCASE => sample.bytes.to_vec(),
        maker => sample.as_made_by(maker),
    };
    staged_bytes(engine, session, sample, bytes)
}

fn staged_bytes(
    engine: &Engine,
    session: &Session,
    sample: &Sample,
    bytes: Vec<u8>,
) -> Result<StagedFile, Failure> {
    let (stage, _) = engine.stage_bytes(session, sample.original_name, bytes)?;
    Ok(StagedFile {
        stage,
        name: sample.original_name.to_owned(),
        ending_confirmed: false,
    })
}
