//! The rules of domain.md 2a, written down a second time and differently.

use licheng::domain::id::ItemId;
use licheng::domain::outcome::OutcomeState::{self, Certified, Draft, Returned, Submitted};

pub const QUOTA: u32 = 5;

/// What the model knows of an item.
#[derive(Debug, Clone)]
pub struct Known {
    pub id: ItemId,
    pub state: OutcomeState,
    pub version: u64,
    pub trashed: bool,
    pub has_file: bool,
    pub requested: bool,
    /// Gone once undone.
    pub decisions: Vec<Decision>,
}

/// Who decided, what was before, and the version right after.
#[derive(Debug, Clone, Copy)]
pub struct Decision {
    pub by: Person,
    pub from: OutcomeState,
    pub requested: bool,
    pub version: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    Student,
    Classmate,
    Teacher,
    Deputy,
    Stranger,
}

pub const PEOPLE: [Person; 5] = [
    Person::Student,
    Person::Classmate,
    Person::Teacher,
    Person::Deputy,
    Person::Stranger,
];

/// Stretches of time: before all windows, in both, after the upload window, after both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    Before,
    Both,
    CertifyingOnly,
    Over,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
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

pub const MOVES: [Move; 18] = [
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

pub struct Model {
    pub items: Vec<Known>,
    pub stretch: Stretch,
}

pub type Judgement = Result<(), &'static str>;

impl Model {
    pub fn used(&self) -> u32 {
        u32::try_from(self.items.iter().filter(|item| !item.trashed).count()).unwrap()
    }

    pub fn judge(&self, person: Person, step: Move, item: Option<&Known>, seen: u64) -> Judgement {
        let students_move = !is_teachers(step);
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
                Some(last) if last.by == person && last.version == item.version => Ok(()),
                _ => Err("CannotUndo"),
            },
            _ => Ok(()),
        }
    }

    fn judge_add(&self, person: Person) -> Judgement {
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

    pub fn apply(&mut self, person: Person, step: Move, place: usize, id: ItemId) {
        if let Move::Add { with_file } = step {
            self.items.push(Known {
                id,
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
                item.decisions.push(Decision {
                    by: person,
                    from: item.state,
                    requested: item.requested,
                    version: item.version,
                });
                item.state = if step == Move::Certify {
                    Certified
                } else {
                    Returned
                };
                item.requested = false;
            }
            Move::Undo => {
                let undone = item.decisions.pop().unwrap();
                (item.state, item.requested) = (undone.from, undone.requested);
            }
            _ => {}
        }
    }
}

pub const fn is_teachers(step: Move) -> bool {
    matches!(step, Move::Certify | Move::Return { .. } | Move::Undo)
}
