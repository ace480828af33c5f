//! Tab 開放時間: current terms, the time line of a school year, its windows and last days as a list.

use eframe::egui::{Label, Ui};

use crate::domain::term::{SchoolYear, Term};
use crate::domain::timetable::Caution;
use crate::domain::window::{Audience, Period, WindowKind};
use crate::engine::{TimetableRow, TimetableView};
use crate::gui::action::Action;
use crate::gui::dates::{DatesAction, DatesTab, FormOf};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::control_row_ui;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, EmptyState, card_ui, cell_ui, divider_ui, link_ui, section_header_ui};
use crate::text::dates::page as words;
use crate::text::labels;
use crate::text::time::roc_date;

use super::current::current_ui;
use super::row::{Cautions, WindowRow};
use super::year::{line, line_ui, rows_of};

pub(super) fn timetable_ui(ui: &mut Ui, state: &State, view: &TimetableView, actions: &mut Vec<Action>) {
    current_ui(ui, view, actions);
    ui.add_space(space::L);
    let year = state.dates.shown_year(view);
    let rows = rows_of(view, year);
    year_header_ui(ui, year, actions);
    card_ui(ui, |ui| {
        if rows.is_empty() {
            let _ = EmptyState::new(
                icons::CALENDAR_BLANK,
                words::NO_WINDOWS,
                words::NO_WINDOWS_SENTENCE,
            )
            .ui(ui);
        } else {
            line_ui(ui, state, &rows, year);
        }
    });
    let list = List {
        state,
        view,
        rows: &rows,
        cautions: Cautions::of(view),
    };
    for term in year.terms() {
        ui.add_space(space::M);
        section_header_ui(ui, &labels::term(term), None, |_| {});
        card_ui(ui, |ui| list.term_ui(ui, term, actions));
    }
    ui.add_space(space::M);
    section_header_ui(ui, words::WHOLE_YEAR, None, |_| {});
    card_ui(ui, |ui| {
        let period = Period::Year(year);
        list.kind_ui(ui, WindowKind::Activity, period, false, actions);
        list.kind_ui(ui, WindowKind::Selection, period, true, actions);
    });
    elsewhere_ui(ui, view, &list, year, actions);
}

fn year_header_ui(ui: &mut Ui, year: SchoolYear, actions: &mut Vec<Action>) {
    section_header_ui(ui, &words::year(year), Some(words::TAIPEI), |ui| {
        let calendar = Button::secondary(words::CALENDAR)
            .icon(icons::CALENDAR_CHECK)
            .tooltip(words::CALENDAR_MEANS);
        if calendar.ui(ui).clicked() {
            actions.push(Action::Dates(DatesAction::SaveCalendar));
        }
        let step = |ui: &mut Ui, icon, name, year, actions: &mut Vec<Action>| {
            if Button::icon_only(icon, name).ui(ui).clicked() {
                actions.push(Action::Dates(DatesAction::Year(year)));
            }
        };
        step(ui, icons::CARET_RIGHT, words::LATER_YEAR, year.next(), actions);
        step(
            ui,
            icons::CARET_LEFT,
            words::EARLIER_YEAR,
            year.previous(),
            actions,
        );
    });
}

/// The windows of the shown year with the cautions beside each.
struct List<'a> {
    state: &'a State,
    view: &'a TimetableView,
    rows: &'a [&'a TimetableRow],
    cautions: Cautions<'a>,
}

impl List<'_> {
    fn term_ui(&self, ui: &mut Ui, term: Term, actions: &mut Vec<Action>) {
        let period = Period::Term(term);
        self.last_day_ui(ui, term, actions);
        self.kind_ui(ui, WindowKind::OutcomeUpload, period, false, actions);
        self.kind_ui(ui, WindowKind::Certification, period, true, actions);
    }

    fn last_day_ui(&self, ui: &mut Ui, term: Term, actions: &mut Vec<Action>) {
        let day = self.view.last_day(term);
        let about = day.map_or_else(|| words::LAST_DAY_UNKNOWN.to_owned(), roc_date);
        let name = words::last_day(term);
        control_row_ui(
            ui,
            size::ROW,
            actions,
            |ui, actions| {
                let change = Button::icon_only(icons::PENCIL_SIMPLE, words::change(&name));
                if change.ui(ui).clicked() {
                    actions.push(Action::Dates(DatesAction::Open(FormOf::LastDay(term))));
                }
            },
            |ui| {
                cell_ui(ui, size::TIMELINE_NAME, |ui| {
                    ui.add(Label::new(Text::strong(words::LAST_DAY)).truncate());
                });
                ui.add(Label::new(Text::body(about)).truncate());
            },
        );
        self.cautions.one_ui(ui, &Caution::LastDayUnknown { term });
        divider_ui(ui);
    }

    /// Everything of one kind: for all, then for grades. Extensions have a tab of their own.
    fn kind_ui(&self, ui: &mut Ui, kind: WindowKind, period: Period, last: bool, actions: &mut Vec<Action>) {
        let general = self.rows.iter().filter(|row| {
            (row.window.kind, row.window.period) == (kind, period)
                && matches!(row.window.audience, Audience::All | Audience::Grade(_))
        });
        let general: Vec<&&TimetableRow> = general.collect();
        if general.is_empty() {
            self.missing_ui(ui, kind, period, actions);
        }
        for (number, row) in general.iter().enumerate() {
            if number > 0 {
                divider_ui(ui);
            }
            self.row_ui(ui, row, actions);
        }
        if !last {
            divider_ui(ui);
        }
    }

    fn missing_ui(&self, ui: &mut Ui, kind: WindowKind, period: Period, actions: &mut Vec<Action>) {
        let subject = labels::window_subject(kind, period);
        control_row_ui(
            ui,
            size::ROW,
            actions,
            |ui, actions| {
                let set = Button::quiet(words::SET_WINDOW).of(subject.clone());
                if set.ui(ui).clicked() {
                    actions.push(Action::Dates(DatesAction::OpenWindow(kind, period)));
                }
            },
            |ui| {
                cell_ui(ui, size::TIMELINE_NAME, |ui| {
                    ui.add(Label::new(Text::strong(labels::window_kind(kind))).truncate());
                });
                ui.add(Label::new(Text::body(words::UNANNOUNCED)).truncate());
            },
        );
        self.cautions.one_ui(ui, &Caution::NotAnnounced { kind, period });
    }

    fn row_ui(&self, ui: &mut Ui, row: &TimetableRow, actions: &mut Vec<Action>) {
        let window = &row.window;
        let name = words::window_name(window.kind, &window.audience);
        let full = format!("{} {name}", labels::period(window.period));
        let dates = words::from_to(window.opens, window.closes);
        let status = line(self.state, window).status;
        let drawn = WindowRow {
            row,
            full: &full,
            form: FormOf::Window(row.id),
            width: size::TIMELINE_NAME,
            when: [dates, status],
        };
        drawn.ui(ui, actions, |ui| {
            ui.add(Label::new(Text::strong(name)).wrap());
        });
        self.cautions.below_ui(ui, row);
    }
}

/// Cautions that stand elsewhere: beside an extension, or in another school year.
fn elsewhere_ui(
    ui: &mut Ui,
    view: &TimetableView,
    list: &List<'_>,
    year: SchoolYear,
    actions: &mut Vec<Action>,
) {
    let extended = list.cautions.rows().filter(|row| {
        row.window.period.year() == year
            && matches!(row.window.audience, Audience::Class(_) | Audience::Student(_))
    });
    let extended = extended.count();
    if extended > 0 {
        ui.add_space(space::M);
        if link_ui(ui, &words::cautions_of_extensions(extended)).clicked() {
            actions.push(Action::Go(Page::Dates(DatesTab::Extensions)));
        }
    }
    let mut others: Vec<SchoolYear> = view
        .cautions
        .iter()
        .filter(|caution| !matches!(caution, Caution::AnotherIsOpen { .. }))
        .map(|caution| caution.period().year())
        .filter(|other| *other != year)
        .collect();
    others.dedup();
    for other in others {
        ui.add_space(space::XS);
        if link_ui(ui, &words::cautions_of_year(other)).clicked() {
            actions.push(Action::Dates(DatesAction::Year(other)));
        }
    }
}
