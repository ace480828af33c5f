//! Forms of 時程: opened with what is saved, sent as commands; what was typed stays until it is saved.

use crate::domain::roc::parse_date;
use crate::domain::window::{Audience, Period, Window, WindowKind};
use crate::engine::{Announcement, Command, DatesCommand, Extension, ExtensionFor, TimetableView};
use crate::gui::dates::{
    DateField, DatesAction, DatesPurpose, DatesQuestion, Form, FormOf, date_and_time, row,
};
use crate::gui::effect::Effect;
use crate::gui::kept_words::WordsOf;
use crate::gui::modal::Modal;
use crate::gui::state::{Purpose, State};
use crate::gui::update::{kept_words, run};

pub(super) fn update(state: &mut State, action: DatesAction) -> Vec<Effect> {
    match action {
        DatesAction::Open(of) => {
            let kept = of.is_kept() && state.dates.forms.contains_key(&of);
            let form = if kept { None } else { filled(state, of) };
            open(state, of, form);
        }
        DatesAction::OpenWindow(kind, period) => {
            open(state, FormOf::NewWindow, Some(Form::new(kind, period)));
        }
        DatesAction::Typed(DateField::Text, text) => {
            change(state, DatesAction::Typed(DateField::Text, text.clone()));
            if let Some(Modal::Dates(DatesQuestion::Form(form))) = state.modal
                && let Some(of) = WordsOf::of_dates(form)
            {
                return kept_words::typed(state, of, text);
            }
        }
        other => change(state, other),
    }
    Vec::new()
}

fn open(state: &mut State, of: FormOf, form: Option<Form>) {
    if let Some(form) = form {
        state.dates.forms.insert(of, form);
    }
    if state.dates.forms.contains_key(&of) {
        state.said = None;
        state.modal = Some(Modal::Dates(DatesQuestion::Form(of)));
    }
}

fn change(state: &mut State, action: DatesAction) {
    let Some(Modal::Dates(DatesQuestion::Form(of))) = state.modal else {
        return;
    };
    let Some(form) = state.dates.forms.get_mut(&of) else {
        return;
    };
    match action {
        DatesAction::Typed(field, text) => form.set(field, text),
        DatesAction::Kind(kind) => form.choose_kind(kind),
        DatesAction::Period(period) => form.period = period,
        DatesAction::Audience(audience) => form.audience = audience,
        DatesAction::ByClass(by_class) => form.by_class = by_class,
        _ => {}
    }
}

/// A form as it opens: what is saved, or what is usual.
fn filled(state: &State, of: FormOf) -> Option<Form> {
    let view = state.dates.view.ready()?;
    let period = Period::Term(view.terms.outcome);
    let mut form = Form::new(WindowKind::OutcomeUpload, period);
    match of {
        FormOf::NewWindow => {
            let year = state.dates.shown_year(view);
            if year != view.terms.outcome.year {
                form.period = Period::Term(year.terms()[0]);
            }
        }
        FormOf::Window(id) | FormOf::Extension(id) => {
            let row = row(state, id)?;
            form = Form::new(row.window.kind, row.window.period);
            form.audience = row.window.audience.clone();
            form.by_class = matches!(form.audience, Audience::Class(_));
            form.set_from(row.window.opens);
            form.set_to(row.window.closes);
            let student = row.student.as_ref().map(|student| student.account.clone());
            form.set(DateField::Student, student.unwrap_or_default());
            let reason = row.reason.as_ref().map(|(reason, _)| reason.clone());
            form.set(DateField::Text, reason.unwrap_or_default());
        }
        FormOf::LastDay(term) => {
            let day = view.last_day(term).map(crate::domain::moment::start_of_day);
            let text = day.map(|day| date_and_time(day).0);
            form.set(DateField::ToDate, text.unwrap_or_default());
        }
        FormOf::NewExtension => {
            form.set(DateField::FromTime, "");
            form.set(
                DateField::Text,
                kept_words::begun(state, WordsOf::ExtensionReason),
            );
        }
        FormOf::NewAnnouncement => {
            form.set_from(state.now);
            form.set(DateField::Text, kept_words::begun(state, WordsOf::Announcement));
        }
        FormOf::Announcement(id) => {
            let one = view.announcements.iter().find(|one| one.id == id)?;
            form.set_from(one.from);
            form.set_to(one.until);
            form.set(DateField::Text, one.text.clone());
        }
    }
    Some(form)
}

/// Sends it, if it can be read; else its fields say what they cannot be.
pub(super) fn save(state: &mut State, of: FormOf) -> Vec<Effect> {
    let Some(form) = state.dates.forms.get_mut(&of) else {
        return Vec::new();
    };
    form.tried = true;
    state.said = None;
    let command = match of {
        FormOf::NewWindow | FormOf::Window(_) => window(form),
        FormOf::LastDay(term) => {
            let text = form.text(DateField::ToDate).trim();
            let day = parse_date(text);
            let readable = text.is_empty() || day.is_some();
            readable.then_some(Command::Dates(DatesCommand::SetLastDay { term, day }))
        }
        FormOf::NewExtension | FormOf::Extension(_) => extension(form),
        FormOf::NewAnnouncement => announcement(form, None),
        FormOf::Announcement(id) => announcement(form, Some(id)),
    };
    match command {
        Some(command) => run(state, Purpose::Dates(DatesPurpose::Form(of)), command),
        None => Vec::new(),
    }
}

fn window(form: &Form) -> Option<Command> {
    Some(Command::SetWindow {
        kind: form.kind,
        period: form.period,
        audience: form.audience.clone(),
        opens: form.from()?,
        closes: form.to()?,
    })
}

fn extension(form: &Form) -> Option<Command> {
    let whom = match &form.audience {
        Audience::Class(class) if form.by_class => ExtensionFor::Class(class.clone()),
        _ if form.by_class => return None,
        _ => ExtensionFor::Student(form.text(DateField::Student).trim().to_owned()),
    };
    let opens = if form.is_without_start() {
        None
    } else {
        Some(form.from()?)
    };
    Some(Command::Dates(DatesCommand::Extend(Extension {
        kind: form.kind,
        period: form.period,
        whom,
        opens,
        closes: form.to()?,
        reason: form.text(DateField::Text).to_owned(),
    })))
}

fn announcement(form: &Form, id: Option<crate::domain::id::AnnouncementId>) -> Option<Command> {
    Some(Command::Dates(DatesCommand::Announce {
        announcement: id,
        content: Announcement {
            text: form.text(DateField::Text).to_owned(),
            from: form.from()?,
            until: form.to()?,
        },
    }))
}

/// The window that saving would replace.
pub fn replaced<'a>(view: &'a TimetableView, of: FormOf, form: &Form) -> Option<&'a Window> {
    if of != FormOf::NewWindow {
        return None;
    }
    let mut windows = view.rows.iter().map(|row| &row.window);
    windows.find(|window| {
        (window.kind, window.period, &window.audience) == (form.kind, form.period, &form.audience)
    })
}
