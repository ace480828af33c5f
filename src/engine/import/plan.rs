//! What judging a roster comes to: a verdict for each row, and what to write for those that bring
//! something.

use std::fmt::Write as _;
use std::ops::ControlFlow;

use crate::domain::access::Role;
use crate::domain::course::EnrolmentMode;
use crate::domain::import::{
    Aspect, FieldChange, Fingerprint, JudgedRow, LONGEST_TEXT, RowCounts, RowProblem, RowWarning, Standing,
    Subject, Value,
};
use crate::domain::roster_column::RosterColumn;
use crate::domain::term::SchoolYear;
use crate::engine::failure::Failure;
use crate::store::StoreError;
use crate::store::record::account::PlacementV1;
use crate::store::record::course::{EnrolmentV1, OfferingV1};
use crate::store::record::identity::IdentityV1;
use crate::store::record::import::AccountFieldsV1;
use crate::store::record::officer::OfficerPostV1;
use crate::store::record::receipt::ReceiptLineV1;

use super::books::Person;

/// What to write for one row.
#[derive(Debug)]
pub(super) enum Write {
    NewAccount {
        name: String,
        fields: AccountFieldsV1,
        placement: Option<PlacementV1>,
        identity: IdentityV1,
    },
    ChangeAccount {
        account: u64,
        fields: AccountFieldsV1,
        placement: Option<PlacementV1>,
        /// Before and after
        identity: Option<(IdentityV1, IdentityV1)>,
    },
    NewOffering(OfferingV1),
    ChangeOffering {
        id: u64,
        before: OfferingV1,
        after: OfferingV1,
    },
    Enrol {
        student: u64,
        offering: u64,
        mode: EnrolmentMode,
        /// The record that is there already
        before: Option<EnrolmentV1>,
    },
    Post {
        student: u64,
        /// The record that is there already
        id: Option<u64>,
        post: OfficerPostV1,
    },
    Receipt {
        student: u64,
        year: SchoolYear,
        /// The line that is there already
        id: Option<u64>,
        line: ReceiptLineV1,
    },
}

/// A judged roster.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub rows: Vec<JudgedRow>,
    /// With the place of their row in `rows`
    pub writes: Vec<(usize, Write)>,
    pub absent: Vec<Subject>,
}

impl Plan {
    pub fn counts(&self) -> RowCounts {
        RowCounts::of(&self.rows)
    }

    /// Adds a row that says what the records say, something new, or something wrong.
    pub fn add(&mut self, row: u32, draft: Draft, write: impl FnOnce() -> Write) {
        let Draft {
            subject,
            problems,
            changes,
            is_new,
            mut warnings,
        } = draft;
        let standing = if !problems.is_empty() {
            Standing::Wrong(problems)
        } else if is_new {
            Standing::New
        } else if !changes.is_empty() {
            Standing::Changed(changes)
        } else {
            Standing::Unchanged
        };
        match standing {
            Standing::New | Standing::Changed(_) => self.writes.push((self.rows.len(), write())),
            // Nothing is written; only what was kept against the roster is worth a word.
            Standing::Unchanged => warnings.retain(|warning| *warning == RowWarning::CorrectionKept),
            Standing::Wrong(_) => warnings.clear(),
        }
        self.rows.push(JudgedRow {
            row,
            subject,
            standing,
            warnings,
        });
    }

    /// Adds a row that has problems and nothing that could be written.
    pub fn refuse(&mut self, row: u32, draft: Draft) {
        self.rows.push(JudgedRow {
            row,
            subject: draft.subject,
            standing: Standing::Wrong(draft.problems),
            warnings: Vec::new(),
        });
    }

    /// Says of the whole what would be written; rows and verdicts alike.
    pub fn fingerprint(&self, rows: &impl std::fmt::Debug) -> Fingerprint {
        let mut hasher = Hashing(blake3::Hasher::new());
        // Writing into a hasher cannot fail.
        let _ = write!(hasher, "{rows:?}");
        for row in &self.rows {
            let _ = write!(hasher, "{:?}", (row.row, &row.standing));
        }
        Fingerprint(*hasher.0.finalize().as_bytes())
    }
}

struct Hashing(blake3::Hasher);

impl std::fmt::Write for Hashing {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

/// What is found about a row while it is judged.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub subject: Subject,
    pub problems: Vec<RowProblem>,
    pub changes: Vec<FieldChange>,
    pub is_new: bool,
    pub warnings: Vec<RowWarning>,
}

impl Draft {
    pub fn of(subject: Subject) -> Self {
        Self {
            subject,
            ..Self::default()
        }
    }

    pub fn problem(&mut self, problem: RowProblem) {
        self.problems.push(problem);
    }

    /// Refuses a text that is too long, and where it is needed an empty one.
    pub fn require(&mut self, column: RosterColumn, text: &str, needed: bool) {
        if needed && text.is_empty() {
            self.problem(RowProblem::Missing(column));
        } else if text.chars().count() > LONGEST_TEXT {
            self.problem(RowProblem::TooLong {
                column,
                limit: u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX),
            });
        }
    }

    /// Whoever is gone keeps what is there, and gets nothing new.
    pub fn refuse_change_if_gone(&mut self, person: &Person) {
        if person.is_gone && (self.is_new || !self.changes.is_empty()) {
            let account = person.record.name.clone();
            self.problem(RowProblem::AccountEnded { account });
        }
    }

    /// Notes a difference.
    pub fn compare(&mut self, aspect: Aspect, old: Value, new: Value) {
        if old != new {
            self.changes.push(FieldChange { aspect, old, new });
        }
    }

    pub fn compare_column(&mut self, column: RosterColumn, old: Value, new: Value) {
        self.compare(Aspect::Column(column), old, new);
    }
}

/// A text, or nothing.
pub(super) fn text(text: &str) -> Value {
    if text.is_empty() {
        Value::Nothing
    } else {
        Value::Text(text.to_owned())
    }
}

/// The fields of a new account.
pub(super) fn fields(display_name: &str, role: Role, entry_year: Option<u16>) -> AccountFieldsV1 {
    AccountFieldsV1 {
        display_name: display_name.to_owned(),
        roles: vec![crate::store::record::code::Coded::code(role)],
        entry_year,
    }
}

/// Why judging ended early.
#[derive(Debug)]
pub(super) enum Halt {
    /// It was asked to.
    Stopped,
    Failed(Failure),
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

/// Tells how far judging is, and hears whether to go on.
pub(super) struct Steps<'a> {
    tell: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    done: u64,
    total: u64,
}

/// Rows between two tellings.
const STRIDE: u64 = 256;

impl<'a> Steps<'a> {
    pub fn new(tell: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>, total: usize) -> Self {
        Self {
            tell,
            done: 0,
            total: u64::try_from(total).unwrap_or(u64::MAX),
        }
    }

    /// One more row.
    pub fn step(&mut self) -> Result<(), Halt> {
        self.done += 1;
        if self.done.is_multiple_of(STRIDE) || self.done == self.total {
            self.ask()
        } else {
            Ok(())
        }
    }

    /// Before and after what takes long.
    pub fn ask(&mut self) -> Result<(), Halt> {
        match (self.tell)(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Halt::Stopped),
        }
    }
}

/// A number that cannot be read is damage.
pub(super) fn unreadable(detail: &str) -> StoreError {
    StoreError::UnreadableRecord {
        detail: detail.to_owned(),
    }
}
