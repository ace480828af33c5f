//! The one way to change anything.

use crate::domain::id::{CommandId, ItemId, OfferingId, RequestId, WindowId};
use crate::domain::term::SchoolYear;
use crate::store::record::account::{ReplyV1, RequestV1};
use crate::store::record::{load, save};
use crate::store::{ReadRecords, WriteWait};

use super::command::{Command, CopyCommand, Reply, SeenItem, Verdict};
use super::context::Context;
use super::failure::Failure;
use super::session::Session;
use super::{
    Engine, activity, answer, copies, dates, decide, demonstration, guard, import, officers, outcome, people,
    personal, receipt, selection, view,
};

impl Engine {
    /// Gives a command: one transaction, decided with the clock's time, durable when this answers.
    /// A repeat with the same `request` gets the first reply and changes nothing.
    ///
    /// # Errors
    /// The rule that refuses it, or the library's trouble; in both cases nothing was changed.
    pub fn run(&self, session: &Session, request: RequestId, command: &Command) -> Result<Reply, Failure> {
        self.run_waiting(session, request, command, WriteWait::default())
    }

    /// As [`Engine::run`], telling for whom a long wait is.
    ///
    /// # Errors
    /// As [`Engine::run`].
    pub fn run_waiting(
        &self,
        session: &Session,
        request: RequestId,
        command: &Command,
        wait: WriteWait<'_>,
    ) -> Result<Reply, Failure> {
        let fresh = people::fresh_for(command, self.ids.as_ref())?;
        let reply = self.library.write_waiting(wait, |txn| {
            guard::require_full_session(txn, session)?;
            if let Some(first) = self.first_reply(txn, session, request)? {
                return Ok(first);
            }
            guard::require_right(session, command)?;
            guard::require_still_here(txn, session, command)?;
            let now = self.clock.now();
            if command.is_bound_to_deadlines() {
                guard::require_believable_clock(txn, now)?;
            }
            let mut context = Context {
                txn,
                library: answer::kind_of(&self.library),
                name_key: &self.library.header().name_key,
                session,
                now,
                command: CommandId(self.ids.next_u64()),
                ids: self.ids.as_ref(),
                stages: &self.stages,
                fresh,
            };
            let reply = dispatch(&mut context, command)?;
            let record = RequestV1 {
                at: context.now_millis(),
                reply: stored(&reply),
            };
            let at = request_key(session, request);
            save(context.txn, &at, &record)?;
            if let Reply::Batch(batch) = &reply {
                decide::remember(context.txn, &at, command, batch)?;
            }
            if let Reply::Import(report) = &reply {
                import::remember(context.txn, &at, report)?;
            }
            Ok::<Reply, Failure>(reply)
        })?;
        self.stages.consume(command);
        Ok(reply)
    }

    /// A fresh request id.
    pub fn new_request(&self) -> RequestId {
        let mut bytes = [0; 16];
        self.ids.fill(&mut bytes);
        RequestId(u128::from_be_bytes(bytes))
    }

    fn first_reply(
        &self,
        txn: &impl ReadRecords,
        session: &Session,
        request: RequestId,
    ) -> Result<Option<Reply>, Failure> {
        let at = request_key(session, request);
        let Some(record) = load::<RequestV1>(txn, &at)? else {
            return Ok(None);
        };
        if let Some(batch) = decide::first_answer(txn, &at)? {
            return Ok(Some(Reply::Batch(batch)));
        }
        if let Some(report) = import::first_answer(txn, &at)? {
            return Ok(Some(Reply::Import(report)));
        }
        Ok(Some(match record.reply {
            ReplyV1::Done => Reply::Done,
            ReplyV1::Window(id) => Reply::Window(WindowId(id)),
            ReplyV1::Course(id) => Reply::Course(OfferingId(id)),
            ReplyV1::Selection(year) => Reply::Selection(Box::new(view::selection_view(
                txn,
                answer::kind_of(&self.library),
                session.account,
                SchoolYear(year),
            )?)),
            ReplyV1::Activity(id) => Reply::Activity(Box::new(view::activity_view(
                txn,
                &self.library.header().name_key,
                ItemId(id),
                self.clock.now(),
            )?)),
            ReplyV1::People(reply) => Reply::People(people::repeated(reply)),
            ReplyV1::Item(id) => Reply::Item(Box::new(view::item_view(
                txn,
                &self.library.header().name_key,
                ItemId(id),
                session.account,
                self.clock.now(),
            )?)),
        }))
    }
}

fn request_key(session: &Session, request: RequestId) -> Vec<u8> {
    let mut key = session.account.0.to_be_bytes().to_vec();
    key.extend(request.0.to_be_bytes());
    key
}

fn stored(reply: &Reply) -> ReplyV1 {
    match reply {
        Reply::Item(item) => ReplyV1::Item(item.id.0),
        Reply::Window(id) => ReplyV1::Window(id.0),
        Reply::Course(id) => ReplyV1::Course(id.0),
        Reply::Activity(activity) => ReplyV1::Activity(activity.id.0),
        Reply::Selection(selection) => ReplyV1::Selection(selection.year.0),
        Reply::People(reply) => ReplyV1::People(people::stored(reply)),
        // What these say is remembered beside it.
        Reply::Done | Reply::Batch(_) | Reply::Import(_) => ReplyV1::Done,
    }
}

fn dispatch(context: &mut Context<'_>, command: &Command) -> Result<Reply, Failure> {
    match command {
        Command::AddOutcome(new) => outcome::add::add(context, new),
        Command::EditOutcome { item, seen, changes } => outcome::edit::edit(context, *item, *seen, changes),
        Command::DeleteOutcome { item, seen } => outcome::trash::delete(context, *item, *seen),
        Command::RestoreOutcome { item, seen } => outcome::trash::restore(context, *item, *seen),
        Command::SubmitOutcome { item, seen } => outcome::submit::submit(context, *item, *seen),
        Command::RequestReturn { item, seen } => outcome::request::ask(context, *item, *seen),
        Command::WithdrawRequest { item, seen } => outcome::request::withdraw(context, *item, *seen),
        Command::RecordSchoolState { item, seen, state } => {
            personal::record_state(context, *item, *seen, *state)
        }
        Command::Certify { item, seen, unopened } => {
            let seen = SeenItem {
                item: *item,
                version: *seen,
                unopened: *unopened,
            };
            decide::one(context, seen, &Verdict::Certify)
        }
        Command::Return {
            item,
            seen,
            reason,
            note,
            unopened,
            lockout_confirmed,
        } => {
            let seen = SeenItem {
                item: *item,
                version: *seen,
                unopened: *unopened,
            };
            let verdict = Verdict::Return {
                reason: *reason,
                note: note.clone(),
                lockout_confirmed: *lockout_confirmed,
            };
            decide::one(context, seen, &verdict)
        }
        Command::UndoDecision { item, seen } => decide::undo(context, *item, *seen),
        Command::DecideMany { items, verdict } => decide::many(context, items, verdict),
        Command::UndoMany { items } => decide::undo_many(context, items),
        Command::SetWindow {
            kind,
            period,
            audience,
            opens,
            closes,
        } => {
            let window = crate::domain::window::Window {
                kind: *kind,
                period: *period,
                audience: audience.clone(),
                opens: *opens,
                closes: *closes,
            };
            dates::set_window(context, &window)
        }
        Command::RemoveWindow { window } => dates::remove_window(context, *window),
        Command::SetCurrentTerms {
            outcome,
            activity,
            selection,
        } => dates::set_terms(context, *outcome, *activity, *selection),
        Command::SetLimits { term, limits } => dates::set_limits(context, *term, limits),
        Command::Dates(command) => dates::run(context, command),
        Command::SetCourse { course, fields } => personal::set_course(context, *course, fields),
        Command::RemoveCourse { course } => personal::remove_course(context, *course),
        Command::SetProfile {
            display_name,
            entry_year,
        } => personal::set_profile(context, display_name, *entry_year),
        Command::RefreshDemonstrationDates => demonstration::refresh_dates(context),
        Command::ConfirmClock { reason } => dates::confirm_clock(context, reason),
        Command::Activity(command) => activity::run(context, command),
        Command::Selection(command) => selection::run(context, command),
        Command::Account(command) => people::run(context, command),
        Command::Deputy(command) => people::run_deputy(context, command),
        Command::Import(command) => import::run(context, command),
        Command::Copy(command) => dispatch_copy(context, command),
        Command::Officer(command) => officers::run(context, command),
        Command::Receipt(command) => receipt::run(context, command),
    }
}

fn dispatch_copy(context: &mut Context<'_>, command: &CopyCommand) -> Result<Reply, Failure> {
    match command {
        CopyCommand::NoteMade {
            kind,
            items,
            files,
            content_bytes,
        } => copies::note(context, *kind, *items, *files, *content_bytes),
        CopyCommand::Import(import) => {
            let student = context.actor();
            copies::import_record(context, student, import)
        }
        CopyCommand::ImportFor { student, record } => copies::import_record(context, *student, record),
        CopyCommand::AcceptCertification { item, seen, reason } => {
            copies::accept(context, *item, *seen, reason)
        }
    }
}
