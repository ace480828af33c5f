//! What the owner of a personal library sets.

use crate::domain::course::Credits;
use crate::domain::moment::Moment;
use crate::domain::term::SchoolYear;
use crate::domain::window::{Audience, Period, WindowKind};
use crate::engine::{Command, CourseFields};
use crate::gui::action::SettingsAction;
use crate::gui::dates::{date_and_time, read_moment};
use crate::gui::effect::Effect;
use crate::gui::forms::{Forms, TextField};
use crate::gui::modal::Modal;
use crate::gui::state::{Purpose, State};
use crate::text::screen;

use super::{run, say_message, toast};

pub(super) fn update(state: &mut State, action: SettingsAction) -> Vec<Effect> {
    match action {
        SettingsAction::Terms {
            outcome,
            activity,
            selection,
        } => run(
            state,
            Purpose::Settings,
            Command::SetCurrentTerms {
                outcome,
                activity,
                selection,
            },
        ),
        SettingsAction::SaveProfile => save_profile(state),
        SettingsAction::SaveLimits => save_limits(state),
        SettingsAction::EditCourse(id, term) => {
            fill_course(state, id);
            let known = id.and_then(|id| state.course(id));
            let kind = known.map_or(State::NEW_COURSE_KIND, |course| course.kind);
            let term = known.map_or(term, |course| course.term);
            state.said = None;
            state.modal = Some(Modal::Course { id, term, kind });
            Vec::new()
        }
        SettingsAction::CourseKind(wanted) => {
            if let Some(Modal::Course { kind, .. }) = &mut state.modal {
                *kind = wanted;
            }
            Vec::new()
        }
        SettingsAction::CourseTerm(wanted) => {
            if let Some(Modal::Course { term, .. }) = &mut state.modal {
                *term = wanted;
            }
            Vec::new()
        }
        SettingsAction::EditWindow(kind, period) => {
            fill_window(state, kind, period);
            state.said = None;
            state.modal = Some(Modal::Window { kind, period });
            Vec::new()
        }
        SettingsAction::SaveCourse | SettingsAction::SaveWindow => save_open_form(state),
        SettingsAction::RemoveCourse(course) => {
            state.modal = Some(Modal::RemoveCourse(course));
            Vec::new()
        }
        SettingsAction::RemoveWindow(window) => {
            state.modal = Some(Modal::RemoveWindow(window));
            Vec::new()
        }
    }
}

/// The form that is open is sent; it closes when the worker says yes.
pub(super) fn save_open_form(state: &mut State) -> Vec<Effect> {
    match state.modal {
        Some(Modal::Course { id, term, kind }) => {
            let Ok(credits) = state
                .forms
                .text(TextField::CourseCredits)
                .trim()
                .parse::<Credits>()
            else {
                say_message(state, screen::unreadable_number());
                return Vec::new();
            };
            let text = |field| state.forms.text(field).trim().to_owned();
            let fields = CourseFields {
                term,
                code: text(TextField::CourseCode),
                name: text(TextField::CourseName),
                credits,
                kind,
                teacher: text(TextField::CourseTeacher),
            };
            run(
                state,
                Purpose::Settings,
                Command::SetCourse { course: id, fields },
            )
        }
        Some(Modal::Window { kind, period }) => {
            let opens = moment(&state.forms, TextField::OpensDate, TextField::OpensTime);
            let closes = moment(&state.forms, TextField::ClosesDate, TextField::ClosesTime);
            let (Some(opens), Some(closes)) = (opens, closes) else {
                say_message(state, screen::unreadable_date());
                return Vec::new();
            };
            let command = Command::SetWindow {
                kind,
                period,
                audience: Audience::All,
                opens,
                closes,
            };
            run(state, Purpose::Settings, command)
        }
        _ => Vec::new(),
    }
}

/// A setting was saved.
pub(super) fn saved(state: &mut State) {
    if let Some(Modal::Course { .. } | Modal::Window { .. }) = state.modal {
        state.modal = None;
    }
    toast(state, "設定已儲存。", None);
}

/// The fields of the page show what is set now.
pub(super) fn fill(state: &mut State) {
    let Some(status) = state.snapshot().map(|data| data.status.clone()) else {
        return;
    };
    let name = state.session.as_ref().map(|session| session.display_name.clone());
    let entry_year = status.concerned.entry_year.map(|year| year.to_string());
    for (field, text) in [
        (TextField::ProfileName, name.unwrap_or_default()),
        (TextField::ProfileEntryYear, entry_year.unwrap_or_default()),
        (
            TextField::OutcomeLimit,
            status.limits.outcomes_per_term.to_string(),
        ),
        (
            TextField::ActivityLimit,
            status.limits.activities_per_term.to_string(),
        ),
        (
            TextField::DescriptionLimit,
            status.limits.description_chars.to_string(),
        ),
    ] {
        state.forms.set(field, text);
    }
}

fn save_profile(state: &mut State) -> Vec<Effect> {
    let year = state
        .forms
        .text(TextField::ProfileEntryYear)
        .trim()
        .parse::<SchoolYear>();
    let Ok(entry_year) = year else {
        say_message(state, screen::unreadable_number());
        return Vec::new();
    };
    let display_name = state.forms.text(TextField::ProfileName).trim().to_owned();
    let command = Command::SetProfile {
        display_name,
        entry_year,
    };
    run(state, Purpose::Settings, command)
}

fn save_limits(state: &mut State) -> Vec<Effect> {
    let Some(data) = state.snapshot() else {
        return Vec::new();
    };
    let (term, mut limits) = (data.status.terms.outcome, data.status.limits.clone());
    let number = |field| state.forms.text(field).trim().parse::<u32>().ok();
    let (Some(outcomes), Some(activities), Some(description)) = (
        number(TextField::OutcomeLimit),
        number(TextField::ActivityLimit),
        number(TextField::DescriptionLimit),
    ) else {
        say_message(state, screen::unreadable_number());
        return Vec::new();
    };
    limits.outcomes_per_term = outcomes;
    limits.activities_per_term = activities;
    limits.description_chars = description;
    run(state, Purpose::Settings, Command::SetLimits { term, limits })
}

fn fill_course(state: &mut State, id: Option<crate::domain::id::OfferingId>) {
    let course = id.and_then(|id| state.course(id)).cloned();
    let text = |take: fn(&crate::engine::CourseView) -> String| course.as_ref().map(take).unwrap_or_default();
    let (name, code, teacher) = (
        text(|course| course.name.clone()),
        text(|course| course.code.clone()),
        text(|course| course.teachers.join("、")),
    );
    let credits = course
        .as_ref()
        .map_or("2".to_owned(), |course| course.credits.to_string());
    for (field, text) in [
        (TextField::CourseName, name),
        (TextField::CourseCode, code),
        (TextField::CourseTeacher, teacher),
        (TextField::CourseCredits, credits),
    ] {
        state.forms.set(field, text);
    }
}

fn fill_window(state: &mut State, kind: WindowKind, period: Period) {
    let known = state.snapshot().and_then(|data| {
        data.windows
            .iter()
            .map(|view| &view.window)
            .find(|window| window.kind == kind && window.period == period && window.audience == Audience::All)
            .map(|window| (window.opens, window.closes))
    });
    let (opens, closes) = match known {
        Some((opens, closes)) => (date_and_time(opens), date_and_time(closes)),
        None => (
            (String::new(), "08:00".to_owned()),
            (String::new(), "23:59".to_owned()),
        ),
    };
    for (field, text) in [
        (TextField::OpensDate, opens.0),
        (TextField::OpensTime, opens.1),
        (TextField::ClosesDate, closes.0),
        (TextField::ClosesTime, closes.1),
    ] {
        state.forms.set(field, text);
    }
}

/// 台北時間 as typed in two fields.
fn moment(forms: &Forms, date: TextField, time: TextField) -> Option<Moment> {
    read_moment(forms.text(date), forms.text(time))
}
