//! Making libraries: a personal one, a school's with its administrator, or the bare frame of a school.

use std::path::Path;
use std::sync::Arc;

use crate::domain::access::Role;
use crate::domain::account::{self, InitialPassword};
use crate::domain::act::LibraryKind;
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, CommandId};
use crate::domain::login::{require_good_password, require_password_for};
use crate::domain::moment::{start_of_day, taipei_date, to_millis};
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Term};
use crate::media::Inspector;
use crate::store::record::account::{AccountByNameV1, AccountV1};
use crate::store::record::code::codes;
use crate::store::record::history::LineV1;
use crate::store::record::school::{ONLY, SettingsV1};
use crate::store::record::{key, save};
use crate::store::{self, Face, Library, LibraryHeader, NameKey, OpenMode, Opening};

use super::clock::{Clock, IdSource};
use super::context::append_line;
use super::failure::Failure;
use super::login::normalised_name;
use super::secret::Secret;
use super::view::CurrentTerms;
use super::{Engine, answer, password, people};

/// What a personal library starts with.
#[derive(Debug, Clone)]
pub struct NewPersonalLibrary {
    pub account_name: String,
    pub display_name: String,
    pub password: Secret,
    pub entry_year: SchoolYear,
    pub terms: CurrentTerms,
}

/// What a school's library starts with; people and courses follow.
#[derive(Debug, Clone)]
pub struct NewSchool {
    pub name: String,
    pub code: String,
    pub terms: CurrentTerms,
    /// Made-up people: published passwords, dates that can be moved.
    pub demonstration: bool,
}

/// A real school's library with its first administrator. People and courses are imported afterwards.
#[derive(Debug, Clone)]
pub struct NewSchoolLibrary {
    pub name: String,
    pub code: String,
    pub administrator: String,
    pub administrator_name: String,
    pub password: Secret,
    /// The first term; the three current terms begin with it.
    pub term: Term,
}

/// Where time, randomness and the reading of files come from.
#[derive(Clone)]
pub struct Surroundings {
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn IdSource>,
    pub inspector: Arc<dyn Inspector>,
}

impl Surroundings {
    fn header(&self, kind: store::LibraryKind) -> LibraryHeader {
        let (mut id, mut name_key) = ([0; 16], [0; 32]);
        self.ids.fill(&mut id);
        self.ids.fill(&mut name_key);
        LibraryHeader {
            library_id: u128::from_be_bytes(id),
            kind,
            created_unix: self.clock.now().timestamp(),
            name_key: NameKey::new(name_key),
        }
    }

    /// A new file at `path`, or a library in memory for `None`.
    fn new_library(
        &self,
        path: Option<&Path>,
        kind: store::LibraryKind,
        face: Face,
    ) -> Result<Library, Failure> {
        let header = self.header(kind);
        Ok(match path {
            Some(path) => Library::create(
                path,
                &header,
                &Opening::new(OpenMode::ReadWrite, face, header.created_unix),
            )?,
            None => Library::in_memory(&header)?,
        })
    }

    fn engine(self, library: Library) -> Engine {
        Engine::new(library, self.clock, self.ids, self.inspector)
    }
}

impl Engine {
    /// Makes a personal library at `path` (`None`: in memory). Gives the recovery code, which is shown
    /// once and kept only as a hash.
    ///
    /// # Errors
    /// A password or name that will not do (then no file was made), or the library's trouble.
    pub fn create_personal(
        path: Option<&Path>,
        new: &NewPersonalLibrary,
        surroundings: Surroundings,
        face: Face,
    ) -> Result<(Self, Secret), Failure> {
        let name = normalised_name(&new.account_name);
        if name.is_empty() || new.display_name.trim().is_empty() {
            return Err(Refusal::AccountNameMissing.into());
        }
        require_good_password(&name, new.password.reveal())?;
        let hashed = password::hash(&new.password, surroundings.ids.as_ref())?;
        let code = password::new_recovery_code(surroundings.ids.as_ref());
        let recovery = password::hash(&password::normalised_code(&code), surroundings.ids.as_ref())?;
        let library = surroundings.new_library(path, store::LibraryKind::Personal, face)?;
        let engine = surroundings.engine(library);
        let now = engine.now();
        let id = AccountId(engine.ids.next_u64());
        let account = AccountV1 {
            name: name.clone(),
            display_name: new.display_name.trim().to_owned(),
            roles: codes(&[Role::Student, Role::Owner]),
            password: hashed,
            must_change_password: false,
            epoch: 1,
            entry_year: Some(new.entry_year.0),
            published_password: false,
            recovery: Some(recovery),
            created: to_millis(now),
        };
        engine.library.write(|txn| {
            save(txn, ONLY, &settings(&new.terms, "", "", None))?;
            save(txn, &key::one(id.0), &account)?;
            save(txn, &engine.name_hash(&name), &AccountByNameV1 { account: id.0 })?;
            let line = LineV1::new(
                now,
                CommandId(engine.ids.next_u64()),
                id,
                None,
                Event::LibraryCreated,
            );
            append_line(txn, Stream::Student(id), &line)?;
            Ok::<(), Failure>(())
        })?;
        Ok((engine, code))
    }

    /// Makes a school's library at `path` (`None`: in memory) with its administrator. Gives the
    /// administrator's recovery code, which is shown once and kept only as a hash.
    ///
    /// # Errors
    /// What is wrong with name, code, account or password (then no file was made), or the library's trouble.
    pub fn create_school_library(
        path: Option<&Path>,
        new: &NewSchoolLibrary,
        surroundings: Surroundings,
        face: Face,
    ) -> Result<(Self, Secret), Failure> {
        if new.name.trim().is_empty() {
            return Err(Refusal::from(PeopleRefusal::SchoolNameMissing).into());
        }
        let code = account::school_code(&new.code).map_err(Refusal::from)?;
        let name = normalised_name(&new.administrator);
        account::require_account_name(&name)?;
        let display_name = account::display_name(&new.administrator_name).map_err(Refusal::from)?;
        let roles = [Role::Administrator];
        require_password_for(&roles, &name, new.password.reveal())?;
        let password = password::hash(&new.password, surroundings.ids.as_ref())?;
        let recovery_code = password::new_recovery_code(surroundings.ids.as_ref());
        let recovery = password::hash(
            &password::normalised_code(&recovery_code),
            surroundings.ids.as_ref(),
        )?;
        let library = surroundings.new_library(path, store::LibraryKind::School, face)?;
        let engine = surroundings.engine(library);
        let now = engine.now();
        let id = AccountId(engine.ids.next_u64());
        let administrator = AccountV1 {
            name: name.clone(),
            display_name,
            roles: codes(&roles),
            password,
            must_change_password: false,
            epoch: 1,
            entry_year: None,
            published_password: false,
            recovery: Some(recovery),
            created: to_millis(now),
        };
        let terms = CurrentTerms {
            outcome: new.term,
            activity: new.term,
            selection: new.term.year,
        };
        engine.library.write(|txn| {
            save(txn, ONLY, &settings(&terms, &new.name, &code, None))?;
            save(txn, &key::one(id.0), &administrator)?;
            save(txn, &engine.name_hash(&name), &AccountByNameV1 { account: id.0 })?;
            let command = CommandId(engine.ids.next_u64());
            let line = LineV1::new(now, command, id, None, Event::LibraryCreated);
            append_line(txn, Stream::Office, &line)?;
            Ok::<(), Failure>(())
        })?;
        Ok((engine, recovery_code))
    }

    /// Makes the frame of a school at `path` (`None`: in memory); people follow by
    /// [`Engine::populate`].
    ///
    /// # Errors
    /// The library's trouble.
    pub fn create_school(
        path: Option<&Path>,
        new: &NewSchool,
        surroundings: Surroundings,
        face: Face,
    ) -> Result<Self, Failure> {
        let kind = if new.demonstration {
            store::LibraryKind::Demonstration
        } else {
            store::LibraryKind::School
        };
        let library = surroundings.new_library(path, kind, face)?;
        Self::found_school(library, new, surroundings)
    }

    /// As [`Engine::create_school`], in a library that is there already and empty.
    ///
    /// # Errors
    /// The library's trouble.
    pub fn found_school(
        library: Library,
        new: &NewSchool,
        surroundings: Surroundings,
    ) -> Result<Self, Failure> {
        let engine = surroundings.engine(library);
        let now = engine.now();
        let day = new
            .demonstration
            .then(|| to_millis(start_of_day(taipei_date(now))));
        engine.library.write(|txn| {
            save(txn, ONLY, &settings(&new.terms, &new.name, &new.code, day))?;
            let line = LineV1::new(
                now,
                CommandId(engine.ids.next_u64()),
                AccountId(0),
                None,
                Event::LibraryCreated,
            );
            append_line(txn, Stream::Office, &line)?;
            Ok::<(), Failure>(())
        })?;
        Ok(engine)
    }

    /// Which kind of library this is.
    pub fn library_kind(&self) -> LibraryKind {
        answer::kind_of(&self.library)
    }

    /// The school's name; empty in a personal library.
    ///
    /// # Errors
    /// The library's trouble.
    pub fn school_name(&self) -> Result<String, Failure> {
        self.library.read(|txn| Ok(answer::settings(txn)?.school_name))
    }

    /// What new accounts of this school are given for the first login, for whoever stands at the door.
    ///
    /// # Errors
    /// The library's trouble.
    pub fn initial_password(&self) -> Result<InitialPassword, Failure> {
        self.library.read(|txn| Ok(people::policy(txn)?))
    }
}

fn settings(terms: &CurrentTerms, name: &str, code: &str, demonstration_day: Option<i64>) -> SettingsV1 {
    SettingsV1 {
        school_name: name.trim().to_owned(),
        school_code: code.trim().to_owned(),
        outcome_term: terms.outcome.code(),
        activity_term: terms.activity.code(),
        selection_year: terms.selection.0,
        demonstration_day,
    }
}
