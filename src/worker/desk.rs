//! Where requests are served: both threads sit at the same desk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;

use crate::domain::id::RequestId;
use crate::engine::{Command, OtherProgram, Reply, Session, WriteWait};

use super::imports::Tables;
use super::message::{Answer, Message, Request, Ticket, Trouble};
use super::outside::Outside;
use super::pages::Pages;
use super::post::Post;
use super::shelf::{OpenLibrary, Shelf};
use super::{
    Waker, WorkerSetup, copies, dates, file_jobs, filing, imports, libraries, pages, people, snapshot,
};

/// What the threads share.
pub(super) struct Desk {
    pub setup: WorkerSetup,
    pub shelf: Shelf,
    pub post: Post,
    pub outside: Outside,
    pub pages: Pages,
    pub tables: Tables,
}

impl Desk {
    pub fn new(setup: WorkerSetup, messages: Sender<Message>, waker: Waker) -> Self {
        Self {
            setup,
            shelf: Shelf::default(),
            post: Post::new(messages, waker),
            outside: Outside::default(),
            pages: Pages::default(),
            tables: Tables::default(),
        }
    }

    /// Serves a request and answers it, whatever happens.
    pub fn handle(&self, ticket: Ticket, request: Request) {
        let answer = self.attempt(ticket, request);
        self.post.answer(ticket, answer);
    }

    /// Serves a request. A panic leaves nothing half done: changes are transactions, and a file gets its
    /// name when it is whole.
    pub fn attempt(&self, ticket: Ticket, request: Request) -> Result<Answer, Trouble> {
        if self.post.jobs.is_cancelled(ticket) {
            return Err(Trouble::Cancelled);
        }
        catch_unwind(AssertUnwindSafe(|| self.perform(ticket, request))).unwrap_or_else(|_| {
            log::error!("a job broke down");
            Err(Trouble::Crashed)
        })
    }

    fn perform(&self, ticket: Ticket, request: Request) -> Result<Answer, Trouble> {
        match request {
            Request::OpenLibrary { path } => libraries::open(self, path),
            Request::CreatePersonal { path, new } => libraries::create_personal(self, path, &new),
            Request::OpenDemonstration => libraries::open_demonstration(self),
            Request::Reopen => libraries::reopen(self),
            Request::Close => libraries::close(self),
            Request::Login { account, password } => {
                let library = self.shelf.require()?;
                let session = library.engine.login(&account, &password);
                session
                    .map(Answer::LoggedIn)
                    .map_err(|failure| library.trouble(failure))
            }
            Request::ChangePassword {
                session,
                current,
                new,
            } => {
                let library = self.shelf.require()?;
                match library.engine.change_password(&session, &current, &new) {
                    Ok(session) => Ok(Answer::PasswordChanged {
                        session,
                        recovery_code: None,
                    }),
                    Err(failure) => Err(library.trouble(failure)),
                }
            }
            Request::ResetWithRecoveryCode { account, code, new } => {
                let library = self.shelf.require()?;
                match library.engine.reset_with_recovery_code(&account, &code, &new) {
                    Ok((session, next_code)) => Ok(Answer::PasswordChanged {
                        session,
                        recovery_code: Some(next_code),
                    }),
                    Err(failure) => Err(library.trouble(failure)),
                }
            }
            Request::Load { session } => {
                let library = self.shelf.require()?;
                let snapshot = snapshot::load(&library.engine, &session);
                snapshot
                    .map(|snapshot| Answer::Loaded(Box::new(snapshot)))
                    .map_err(|failure| library.trouble(failure))
            }
            Request::History { session, item } => {
                let library = self.shelf.require()?;
                let lines = library.engine.history(&session, item);
                lines
                    .map(|lines| Answer::History { item, lines })
                    .map_err(|failure| library.trouble(failure))
            }
            Request::Run {
                session,
                request,
                command,
            } => self.run(ticket, &session, request, &command),
            Request::Find { session, query } => {
                let library = self.shelf.require()?;
                let found = library.engine.find(&session, &query);
                found
                    .map(Answer::FoundItems)
                    .map_err(|failure| library.trouble(failure))
            }
            Request::SaveDraft { session, field, text } => {
                let library = self.shelf.require()?;
                let saved = library.engine.save_draft(&session, &field, &text);
                saved
                    .map(|()| Answer::DraftSaved { field })
                    .map_err(|failure| library.trouble(failure))
            }
            Request::Discard { stage } => {
                self.shelf.require()?.engine.stage_discard(stage);
                Ok(Answer::Done)
            }
            Request::TakeIn { session, path } => file_jobs::take_in(self, ticket, &session, path),
            Request::SaveFile {
                session,
                item,
                slot,
                to,
            } => file_jobs::save(self, &session, item, slot, to),
            Request::OpenOutside { session, item, slot } => {
                file_jobs::open_outside(self, &session, item, slot)
            }
            Request::Preview {
                session,
                item,
                slot,
                page,
                width_px,
            } => file_jobs::preview(self, &session, item, slot, page, width_px),
            Request::Queue { session } => {
                let library = self.shelf.require()?;
                let queue = library.engine.queue(&session);
                queue
                    .map(|queue| Answer::Queue(Box::new(queue)))
                    .map_err(|failure| library.trouble(failure))
            }
            Request::Case { session, item } => {
                let library = self.shelf.require()?;
                let case = library.engine.case(&session, item);
                case.map(|case| Answer::Case(Box::new(case)))
                    .map_err(|failure| library.trouble(failure))
            }
            Request::Outline { session, item, file } => pages::outline(self, ticket, &session, item, file),
            Request::Draw {
                session,
                item,
                file,
                view,
            } => pages::draw(self, ticket, &session, item, file, view),
            Request::FindText {
                session,
                item,
                file,
                text,
            } => pages::find(self, ticket, &session, item, file, text),
            Request::Leave => {
                self.outside.clear();
                self.pages.clear();
                Ok(Answer::Done)
            }
            Request::Copies { session, wish } => copies::perform(self, ticket, &session, wish),
            Request::Filing { session, wish } => filing::perform(self, ticket, &session, wish),
            Request::Dates(request) => dates::perform(self, request),
            Request::People(request) => people::perform(self, request),
            Request::SaveText { to, text } => file_jobs::save_text(to, &text),
            Request::Import(request) => imports::serve(self, ticket, request),
            Request::Officers { session } => {
                let library = self.shelf.require()?;
                let view = library.engine.officer_view(&session);
                view.map(|view| Answer::Officers(Box::new(view)))
                    .map_err(|failure| library.trouble(failure))
            }
        }
    }

    fn run(
        &self,
        ticket: Ticket,
        session: &Session,
        request: RequestId,
        command: &Command,
    ) -> Result<Answer, Trouble> {
        let library = self.shelf.require()?;
        let reply = self.give(ticket, &library, session, request, command)?;
        Ok(Answer::Ran(Box::new(reply)))
    }

    /// Gives a command, telling for whom a long wait is.
    pub fn give(
        &self,
        ticket: Ticket,
        library: &OpenLibrary,
        session: &Session,
        request: RequestId,
        command: &Command,
    ) -> Result<Reply, Trouble> {
        let on_wait = |others: &[OtherProgram]| {
            self.post.send(Message::WaitingFor {
                ticket,
                others: others.iter().map(|other| other.pid).collect(),
            });
        };
        let wait = WriteWait {
            on_wait: &on_wait,
            ..WriteWait::default()
        };
        let reply = library.engine.run_waiting(session, request, command, wait);
        reply.map_err(|failure| library.trouble(failure))
    }
}
