//! What the office asks about people, and making a school's library.

use std::path::PathBuf;

use crate::domain::account::InitialPassword;
use crate::domain::id::AccountId;
use crate::domain::set_up::SetUp;
use crate::domain::term::Term;
use crate::engine::{
    AccountDetail, AccountRow, ClassView, DeputyView, Engine, Failure, NewSchoolLibrary, PasswordProgress,
    Secret, Session, Slip,
};

use super::desk::Desk;
use super::libraries;
use super::message::{Answer, Trouble};
use super::shelf::OpenLibrary;
use super::whole_file::{self, Readers};

/// So many first passwords at a time: others can write in between, and leaving need not wait long.
const STEP: usize = 32;

/// Questions about people.
#[derive(Debug, Clone)]
pub enum PeopleRequest {
    /// Makes a school's library and logs its administrator in.
    CreateSchool {
        path: PathBuf,
        new: Box<NewSchoolLibrary>,
    },
    /// Everything the pages about people show
    Office { session: Session },
    /// One account
    Detail { session: Session, account: AccountId },
    /// Hashes some of the first passwords that wait; to be asked again until none do.
    Prepare { session: Session },
    /// Writes the slips of these accounts as a PDF.
    Slips {
        session: Session,
        accounts: Vec<AccountId>,
        to: PathBuf,
    },
    /// Writes the slip of a password that was just told.
    Slip {
        session: Session,
        account: AccountId,
        password: Secret,
        to: PathBuf,
    },
}

/// Their answers; a new library is answered as a personal one is.
#[derive(Debug)]
pub enum PeopleAnswer {
    Office(Box<Office>),
    Detail(Box<AccountDetail>),
    Prepared(PasswordProgress),
    Slips { path: PathBuf, slips: usize },
}

/// Everything the pages about people show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The term of the classes
    pub term: Term,
    pub accounts: Vec<AccountRow>,
    pub policy: InitialPassword,
    pub passwords: PasswordProgress,
    pub classes: Vec<ClassView>,
    pub deputies: Vec<DeputyView>,
    pub set_up: SetUp,
}

pub(super) fn perform(desk: &Desk, request: PeopleRequest) -> Result<Answer, Trouble> {
    match request {
        PeopleRequest::CreateSchool { path, new } => libraries::create_school(desk, path, &new),
        PeopleRequest::Office { session } => ask(desk, |engine| {
            let office = office(engine, &session)?;
            Ok(PeopleAnswer::Office(Box::new(office)))
        }),
        PeopleRequest::Detail { session, account } => ask(desk, |engine| {
            let detail = engine.account_detail(&session, account)?;
            Ok(PeopleAnswer::Detail(Box::new(detail)))
        }),
        PeopleRequest::Prepare { session } => ask(desk, |engine| {
            let progress = engine.prepare_passwords(&session, STEP)?;
            Ok(PeopleAnswer::Prepared(progress))
        }),
        PeopleRequest::Slips {
            session,
            accounts,
            to,
        } => {
            let library = desk.shelf.require()?;
            let slips = library.engine.slips(&session, &accounts);
            write_slips(&library, &session, slips, to)
        }
        PeopleRequest::Slip {
            session,
            account,
            password,
            to,
        } => {
            let library = desk.shelf.require()?;
            let slip = library.engine.slip_of(&session, account, &password);
            write_slips(&library, &session, slip.map(|slip| vec![slip]), to)
        }
    }
}

/// Passwords are for their owners alone: nobody else on this computer may read the file.
fn write_slips(
    library: &OpenLibrary,
    session: &Session,
    slips: Result<Vec<Slip>, Failure>,
    to: PathBuf,
) -> Result<Answer, Trouble> {
    let made = slips.and_then(|slips| Ok((library.engine.slips_pdf(session, &slips)?, slips.len())));
    let (pdf, slips) = made.map_err(|failure| library.trouble(failure))?;
    whole_file::write(&to, &pdf, Readers::OwnerOnly)?;
    Ok(Answer::People(PeopleAnswer::Slips { path: to, slips }))
}

fn ask(
    desk: &Desk,
    question: impl FnOnce(&Engine) -> Result<PeopleAnswer, Failure>,
) -> Result<Answer, Trouble> {
    let library = desk.shelf.require()?;
    question(&library.engine)
        .map(Answer::People)
        .map_err(|failure| library.trouble(failure))
}

fn office(engine: &Engine, session: &Session) -> Result<Office, Failure> {
    let term = engine.status(session)?.terms.outcome;
    Ok(Office {
        term,
        accounts: engine.accounts(session)?,
        policy: engine.initial_password_policy(session)?,
        passwords: engine.password_progress(session)?,
        classes: engine.classes(session, term)?,
        deputies: engine.deputies(session)?,
        set_up: engine.set_up(session)?,
    })
}
