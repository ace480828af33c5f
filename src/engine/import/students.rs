//! Students with their class and seat of one term.

use std::collections::{HashMap, HashSet};

use crate::domain::access::Role;
use crate::domain::import::{RowProblem, RowWarning, Standing, Subject, Value};
use crate::domain::national_id;
use crate::domain::roster::{Located, StudentRow};
use crate::domain::roster_column::RosterColumn;
use crate::domain::term::{SchoolYear, Term};
use crate::engine::login::normalised_name;
use crate::store::ReadRecords;
use crate::store::record::account::PlacementV1;
use crate::store::record::identity::IdentityV1;
use crate::store::record::import::AccountFieldsV1;

use super::books::{Identities, People, Person, placements};
use super::plan::{Draft, Halt, Plan, Steps, Write, fields, text};

/// Years of a senior high school; a fourth exists for 進修部 and repeated years.
const LAST_GRADE: u8 = 4;

struct Books {
    people: People,
    identities: Identities,
    placements: HashMap<u64, PlacementV1>,
    /// Who sits where, among those whom the roster does not name.
    seats: HashMap<(String, String), u64>,
    /// Students by name and birth date, among the same.
    known: HashMap<(String, i32), u64>,
}

impl Books {
    fn load(records: &impl ReadRecords, term: Term, named: &HashSet<String>) -> Result<Self, Halt> {
        let people = People::load(records)?;
        let identities = Identities::load(records)?;
        let placements = placements(records, term)?;
        let (mut seats, mut known) = (HashMap::new(), HashMap::new());
        for person in people.all() {
            if named.contains(&person.record.name) || !person.is(Role::Student) {
                continue;
            }
            if let Some(placement) = placements.get(&person.id) {
                seats.insert((placement.class.clone(), placement.seat.clone()), person.id);
            }
            if let Some(birth) = identities.by_account.get(&person.id).and_then(|it| it.birth_date) {
                known.insert((person.record.display_name.clone(), birth), person.id);
            }
        }
        Ok(Self {
            people,
            identities,
            placements,
            seats,
            known,
        })
    }
}

pub(super) fn judge(
    records: &impl ReadRecords,
    rows: &[Located<StudentRow>],
    term: Term,
    steps: &mut Steps<'_>,
) -> Result<Plan, Halt> {
    let named: HashSet<String> = rows
        .iter()
        .map(|row| normalised_name(&row.value.account))
        .collect();
    let books = Books::load(records, term, &named)?;
    let (mut plan, mut met) = (Plan::default(), HashMap::new());
    for Located { row, value } in rows {
        steps.step()?;
        let name = normalised_name(&value.account);
        let person = books.people.named(&name);
        let mut draft = Draft::of(Subject {
            account: name.clone(),
            person: value.display_name.clone(),
            course: None,
            detail: value.class.clone(),
        });
        if let Some(first) = met.get(&name) {
            draft.problem(RowProblem::Twice { first: *first });
        }
        met.entry(name.clone()).or_insert(*row);
        draft.require(RosterColumn::Account, &name, true);
        draft.require(RosterColumn::DisplayName, &value.display_name, true);
        draft.require(RosterColumn::Class, &value.class, false);
        draft.require(RosterColumn::Seat, &value.seat, false);
        draft.require(
            RosterColumn::NationalId,
            value.national_id.as_deref().unwrap_or_default(),
            false,
        );
        let wanted = Wanted::of(&books, person, value);
        match person {
            Some(person) if !person.is(Role::Student) => draft.problem(RowProblem::NameOfOtherRole {
                roles: person.roles()?,
                name: person.record.display_name.clone(),
            }),
            Some(person) => {
                compare(&mut draft, &books, person, &wanted);
                draft.refuse_change_if_gone(person);
            }
            None => draft.is_new = true,
        }
        warn(&mut draft, &books, value, term);
        plan.add(*row, draft, || wanted.write(&name, person));
    }
    refuse_shared_ids(&mut plan, rows, &books);
    plan.absent = absent(&books, &named);
    Ok(plan)
}

/// What the records shall say of a student. An empty cell leaves what is there.
struct Wanted {
    fields: AccountFieldsV1,
    placement: Option<PlacementV1>,
    before: IdentityV1,
    identity: IdentityV1,
}

impl Wanted {
    fn of(books: &Books, person: Option<&Person>, row: &StudentRow) -> Self {
        let before = person
            .and_then(|person| books.identities.by_account.get(&person.id))
            .cloned()
            .unwrap_or_default();
        let given = IdentityV1::new(row.national_id.as_deref(), row.birth_date);
        let placement = (!row.class.is_empty()).then(|| PlacementV1 {
            class: row.class.clone(),
            seat: row.seat.clone(),
        });
        let fields = fields(&row.display_name, Role::Student, Some(row.entry_year.0));
        Self {
            fields: AccountFieldsV1 {
                roles: person.map_or(fields.roles, |person| person.record.roles.clone()),
                ..fields
            },
            placement,
            identity: IdentityV1 {
                national_id: given.national_id.or_else(|| before.national_id.clone()),
                birth_date: given.birth_date.or(before.birth_date),
            },
            before,
        }
    }

    fn write(self, name: &str, person: Option<&Person>) -> Write {
        match person {
            None => Write::NewAccount {
                name: name.to_owned(),
                fields: self.fields,
                placement: self.placement,
                identity: self.identity,
            },
            Some(person) => Write::ChangeAccount {
                account: person.id,
                fields: self.fields,
                placement: self.placement,
                identity: (self.before != self.identity).then_some((self.before, self.identity)),
            },
        }
    }
}

fn compare(draft: &mut Draft, books: &Books, person: &Person, wanted: &Wanted) {
    let year = |year: Option<u16>| year.map_or(Value::Nothing, |year| Value::Year(SchoolYear(year)));
    let id = |id: &Option<String>| id.clone().map_or(Value::Nothing, Value::NationalId);
    let date = |identity: &IdentityV1| identity.birth_date().map_or(Value::Nothing, Value::Date);
    draft.compare_column(
        RosterColumn::DisplayName,
        text(&person.record.display_name),
        text(&wanted.fields.display_name),
    );
    draft.compare_column(
        RosterColumn::EntryYear,
        year(person.record.entry_year),
        year(wanted.fields.entry_year),
    );
    if let Some(placement) = &wanted.placement {
        let before = books.placements.get(&person.id);
        let (class, seat) = before.map_or(("", ""), |before| (&before.class, &before.seat));
        draft.compare_column(RosterColumn::Class, text(class), text(&placement.class));
        draft.compare_column(RosterColumn::Seat, text(seat), text(&placement.seat));
    }
    draft.compare_column(
        RosterColumn::NationalId,
        id(&wanted.before.national_id),
        id(&wanted.identity.national_id),
    );
    draft.compare_column(
        RosterColumn::BirthDate,
        date(&wanted.before),
        date(&wanted.identity),
    );
}

fn warn(draft: &mut Draft, books: &Books, row: &StudentRow, term: Term) {
    let seat = (row.class.clone(), row.seat.clone());
    if let Some(other) = books.seats.get(&seat).filter(|_| !row.seat.is_empty()) {
        let account = books.people.account_of(*other);
        draft.warnings.push(RowWarning::SeatTaken { account });
    }
    let grade = term.grade(row.entry_year);
    if !(1..=LAST_GRADE).contains(&grade) {
        draft.warnings.push(RowWarning::UnusualGrade { grade });
    }
    let birth = IdentityV1::new(None, row.birth_date).birth_date;
    let same = birth.and_then(|birth| books.known.get(&(row.display_name.clone(), birth)));
    if let Some(other) = same.filter(|_| draft.is_new) {
        let account = books.people.account_of(*other);
        draft.warnings.push(RowWarning::SamePersonPerhaps { account });
    }
}

/// No two accounts share a national ID. Whether an ID is free depends on what becomes of other rows: two
/// students whose IDs were mixed up are put right in one go, but not if one of the rows is wrong. So this
/// goes on until no row becomes wrong any more.
fn refuse_shared_ids(plan: &mut Plan, rows: &[Located<StudentRow>], books: &Books) {
    let account_of = |place: usize| books.people.named(&rows[place].value.account).map(|it| it.id);
    let id_of = |place: usize| {
        rows[place]
            .value
            .national_id
            .as_deref()
            .map(national_id::normalise)
    };
    let mut place_of_account = HashMap::new();
    let mut place_of_id: HashMap<String, usize> = HashMap::new();
    let mut disputed = Vec::new();
    for (place, judged) in plan.rows.iter_mut().enumerate() {
        if matches!(judged.standing, Standing::Wrong(_)) {
            continue;
        }
        if let Some(account) = account_of(place) {
            place_of_account.insert(account, place);
        }
        let Some(id) = id_of(place) else { continue };
        if let Some(first) = place_of_id.get(&id) {
            let first = rows[*first].row;
            judged.standing = Standing::Wrong(vec![RowProblem::NationalIdTwice { first }]);
            continue;
        }
        if let Some(holder) = books.identities.by_national_id.get(&id)
            && Some(*holder) != account_of(place)
        {
            disputed.push((place, *holder));
        }
        place_of_id.insert(id, place);
    }
    loop {
        let gives_up = |holder: u64, plan: &Plan| {
            place_of_account.get(&holder).is_some_and(|place| {
                let is_applied = !matches!(plan.rows[*place].standing, Standing::Wrong(_));
                let held = books.identities.by_account.get(&holder);
                is_applied
                    && id_of(*place).is_some_and(|new| held.is_some_and(|it| it.national_id != Some(new)))
            })
        };
        let refused = disputed.iter().position(|(place, holder)| {
            !matches!(plan.rows[*place].standing, Standing::Wrong(_)) && !gives_up(*holder, plan)
        });
        let Some(refused) = refused else { return };
        let (place, holder) = disputed.swap_remove(refused);
        let account = books.people.account_of(holder);
        plan.rows[place].standing = Standing::Wrong(vec![RowProblem::NationalIdTaken { account }]);
    }
}

/// Students with a seat in this term whom no row names, by class and seat.
fn absent(books: &Books, named: &HashSet<String>) -> Vec<Subject> {
    let mut absent: Vec<(&PlacementV1, Subject)> = Vec::new();
    for person in books.people.all() {
        let is_here = person.is(Role::Student) && !person.is_gone;
        if named.contains(&person.record.name) || !is_here {
            continue;
        }
        if let Some(placement) = books.placements.get(&person.id) {
            let subject = Subject {
                detail: placement.class.clone(),
                ..person.subject()
            };
            absent.push((placement, subject));
        }
    }
    absent.sort_by_key(|(placement, _)| (placement.class.clone(), placement.seat.clone()));
    absent.into_iter().map(|(_, subject)| subject).collect()
}
