//! The fields of the forms of 時程.

use eframe::egui::{Label, Ui};

use crate::domain::dates::{ANNOUNCEMENT_CHARS, NOTE_CHARS};
use crate::domain::description;
use crate::domain::roc::{parse_date, parse_time};
use crate::domain::term::SchoolYear;
use crate::domain::window::{Audience, Period, WindowKind};
use crate::engine::TimetableView;
use crate::gui::action::Action;
use crate::gui::dates::{DateField, DatesAction, Form};
use crate::gui::fonts::Text;
use crate::gui::theme::space;
use crate::gui::widgets::{Field, MultilineField, select_ui, tabs_ui};
use crate::text::dates::page as words;
use crate::text::labels;

/// A date or a time.
const SHORT: f32 = 160.0;
/// Four of them side by side in a dialog.
const FOUR_IN_A_ROW: f32 = 104.0;
/// Grades that dates can be set for one by one.
const GRADES: [u8; 3] = [1, 2, 3];

pub(super) fn kind_and_period_ui(ui: &mut Ui, view: &TimetableView, form: &Form, actions: &mut Vec<Action>) {
    ui.horizontal_top(|ui| {
        let names = WindowKind::ALL.map(labels::window_kind);
        let place = WindowKind::ALL.iter().position(|kind| *kind == form.kind);
        if let Some(chosen) = select_ui(ui, "kind of window", words::KIND, &names, place, "")
            && let Some(kind) = WindowKind::ALL.get(chosen)
        {
            actions.push(Action::Dates(DatesAction::Kind(*kind)));
        }
        let periods = periods(view, form);
        let names: Vec<String> = periods.iter().map(|period| labels::period(*period)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let place = periods.iter().position(|period| *period == form.period);
        if let Some(chosen) = select_ui(ui, "period of window", words::PERIOD, &names, place, "")
            && let Some(period) = periods.get(chosen)
        {
            actions.push(Action::Dates(DatesAction::Period(*period)));
        }
    });
}

/// The school years around the one that is shown and the current one.
fn periods(view: &TimetableView, form: &Form) -> Vec<Period> {
    let (one, other) = (form.period.year().0, view.terms.outcome.year.0);
    let years = (one.min(other).saturating_sub(1)..=one.max(other) + 1).map(SchoolYear);
    if form.kind.is_per_term() {
        years.flat_map(SchoolYear::terms).map(Period::Term).collect()
    } else {
        years.map(Period::Year).collect()
    }
}

pub(super) fn grade_ui(ui: &mut Ui, form: &Form, actions: &mut Vec<Action>) {
    let audiences: Vec<Audience> = std::iter::once(Audience::All)
        .chain(GRADES.map(Audience::Grade))
        .collect();
    let names: Vec<String> = audiences.iter().map(|one| labels::audience(one, None)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let place = audiences.iter().position(|one| *one == form.audience);
    if let Some(chosen) = select_ui(ui, "grade of window", words::GRADE, &names, place, "")
        && let Some(audience) = audiences.get(chosen)
    {
        actions.push(Action::Dates(DatesAction::Audience(audience.clone())));
    }
}

pub(super) fn whom_ui(ui: &mut Ui, view: &TimetableView, form: &Form, actions: &mut Vec<Action>) {
    ui.horizontal_top(|ui| {
        let chosen = ui.vertical(|ui| {
            // In line with the field beside it, below its label.
            ui.add_space(space::L - space::XXS);
            let selected = usize::from(!form.by_class);
            tabs_ui(ui, &[words::FOR_CLASS, words::FOR_STUDENT], selected)
        });
        if let Some(chosen) = chosen.inner {
            actions.push(Action::Dates(DatesAction::ByClass(chosen == 0)));
        }
        if form.by_class {
            class_ui(ui, view, form, actions);
        } else {
            text_ui(ui, form, DateField::Student, words::STUDENT, actions);
        }
    });
}

fn class_ui(ui: &mut Ui, view: &TimetableView, form: &Form, actions: &mut Vec<Action>) {
    let mut classes: Vec<&str> = view
        .classes
        .iter()
        .filter(|(term, _)| term.year == form.period.year())
        .flat_map(|(_, classes)| classes.iter().map(String::as_str))
        .collect();
    classes.sort_unstable();
    classes.dedup();
    let place = classes
        .iter()
        .position(|class| form.audience == Audience::Class((*class).to_owned()));
    if let Some(chosen) = select_ui(ui, "class", words::CLASS, &classes, place, words::CHOOSE_CLASS)
        && let Some(class) = classes.get(chosen)
    {
        let audience = Audience::Class((*class).to_owned());
        actions.push(Action::Dates(DatesAction::Audience(audience)));
    }
}

pub(super) fn extension_ui(ui: &mut Ui, form: &Form, actions: &mut Vec<Action>) {
    ui.horizontal_top(|ui| {
        let look = |label, hint, optional| Look {
            label,
            hint,
            optional,
            width: FOUR_IN_A_ROW,
        };
        let same = form.is_without_start();
        for (field, look) in [
            (DateField::ToDate, look(words::CLOSES_DATE, "", false)),
            (DateField::ToTime, look(words::CLOSES_TIME, "", false)),
            (
                DateField::FromDate,
                look(words::OPENS_DATE, words::OPTIONAL, same),
            ),
            (DateField::FromTime, look(words::OPENS_TIME, "", same)),
        ] {
            field_ui(ui, form, field, look, actions);
        }
    });
    understood_ui(ui, form);
    paragraph_ui(ui, form, NOTE_CHARS, actions, |text| {
        MultilineField::new(words::REASON, text)
            .hint(words::REASON_HINT)
            .rows(2)
    });
}

pub(super) fn announcement_ui(ui: &mut Ui, form: &Form, actions: &mut Vec<Action>) {
    paragraph_ui(ui, form, ANNOUNCEMENT_CHARS, actions, |text| {
        MultilineField::new(words::ANNOUNCEMENT_TEXT, text).rows(4)
    });
    let from = [words::FROM_DATE, words::FROM_TIME];
    let to = [words::UNTIL_DATE, words::UNTIL_TIME];
    from_to_ui(ui, form, from, to, actions);
}

/// When a window opens and closes.
pub(super) fn window_ui(ui: &mut Ui, form: &Form, actions: &mut Vec<Action>) {
    let from = [words::OPENS_DATE, words::OPENS_TIME];
    let to = [words::CLOSES_DATE, words::CLOSES_TIME];
    from_to_ui(ui, form, from, to, actions);
}

/// The text of the form, counted.
fn paragraph_ui(
    ui: &mut Ui,
    form: &Form,
    most_chars: u32,
    actions: &mut Vec<Action>,
    look: impl FnOnce(&mut String) -> MultilineField<'_>,
) {
    let mut text = form.text(DateField::Text).to_owned();
    let used = description::count(&text) as usize;
    if look(&mut text).count(used, most_chars as usize).ui(ui).changed() {
        actions.push(Action::Dates(DatesAction::Typed(DateField::Text, text)));
    }
}

/// The times as the program reads them, with weekdays and the zone.
fn understood_ui(ui: &mut Ui, form: &Form) {
    let said = words::understood(form.from(), form.to());
    ui.add(Label::new(Text::secondary(said)).wrap());
    ui.add_space(space::XXS);
}

fn from_to_ui(ui: &mut Ui, form: &Form, from: [&str; 2], to: [&str; 2], actions: &mut Vec<Action>) {
    let rows = [
        ([DateField::FromDate, DateField::FromTime], from),
        ([DateField::ToDate, DateField::ToTime], to),
    ];
    for (fields, labels) in rows {
        ui.horizontal_top(|ui| {
            for (field, label) in fields.into_iter().zip(labels) {
                field_ui(ui, form, field, Look::short(label), actions);
            }
        });
    }
    understood_ui(ui, form);
}

/// One day; empty is fine.
pub(super) fn day_ui(ui: &mut Ui, form: &Form, actions: &mut Vec<Action>) {
    let look = Look {
        optional: true,
        ..Look::short(words::DATE)
    };
    field_ui(ui, form, DateField::ToDate, look, actions);
}

/// How a date or time is asked for.
struct Look<'a> {
    label: &'a str,
    hint: &'a str,
    /// May stay empty.
    optional: bool,
    width: f32,
}

impl<'a> Look<'a> {
    const fn short(label: &'a str) -> Self {
        Self {
            label,
            hint: "",
            optional: false,
            width: SHORT,
        }
    }
}

fn field_ui(ui: &mut Ui, form: &Form, field: DateField, look: Look<'_>, actions: &mut Vec<Action>) {
    let mut text = form.text(field).to_owned();
    let may_stay = look.optional && text.trim().is_empty();
    let error = match field {
        DateField::FromDate | DateField::ToDate if parse_date(&text).is_none() => {
            Some(words::UNREADABLE_DATE)
        }
        DateField::FromTime | DateField::ToTime if parse_time(&text).is_none() => {
            Some(words::UNREADABLE_TIME)
        }
        _ => None,
    };
    let edit = Field::new(look.label, &mut text)
        .hint(look.hint)
        .width(look.width)
        .error(error.filter(|_| form.tried && !may_stay));
    if edit.ui(ui).changed() {
        actions.push(Action::Dates(DatesAction::Typed(field, text)));
    }
}

fn text_ui(ui: &mut Ui, form: &Form, field: DateField, label: &str, actions: &mut Vec<Action>) {
    let mut text = form.text(field).to_owned();
    if Field::new(label, &mut text).width(SHORT).ui(ui).changed() {
        actions.push(Action::Dates(DatesAction::Typed(field, text)));
    }
}
