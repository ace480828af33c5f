//! 我的備份: what is in it, when it was made last, taking it along and bringing it back.

use eframe::egui::{Label, Ui};

use crate::domain::copies::CopyKind;
use crate::engine::{CheckedRecord, CopyCheck, CopySummary, Fate, Placement};
use crate::gui::action::Action;
use crate::gui::copies::{CopyAction, CopyJob};
use crate::gui::file_work::FileWork;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, ListRow, Notice, NoticeKind, PageHeader, Progress, card_ui, cell_ui, divider_ui, key_text_ui,
    page_ui, running_text_ui, section_header_ui, waiting_ui,
};
use crate::text::{self, copies as words, copy, size as sizes, time};
use crate::worker::CopyResult;

use super::{control_row_ui, trouble_ui, two_lines_ui};

pub fn copies_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    page_ui(ui, "copies", |ui| {
        let mut header = PageHeader::new(words::TITLE).sentence(words::SENTENCE);
        if state.copies.work.is_none() {
            header = header.action(Button::primary(words::MAKE_ZIP).icon(icons::EXPORT));
        }
        if header.ui(ui) {
            push(actions, CopyAction::Make(CopyKind::Zip));
        }
        if let Some(work) = &state.copies.work {
            work_ui(ui, work, actions);
            ui.add_space(space::M);
        }
        if let Some(result) = &state.copies.result {
            result_ui(ui, state, result, actions);
            ui.add_space(space::M);
        }
        match &state.copies.summary {
            Loadable::Ready(summary) => summary_ui(ui, state, summary),
            Loadable::Failed(trouble) => {
                trouble_ui(ui, state, trouble, None);
            }
            Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, words::LOOKING),
        }
        ui.add_space(space::L);
        ways_ui(ui, state, actions);
        ui.add_space(space::L);
        section_header_ui(ui, words::GOOD_TO_KNOW, None, |_| {});
        for line in words::HINTS {
            running_text_ui(ui, line);
            ui.add_space(space::XS);
        }
    });
}

fn push(actions: &mut Vec<Action>, action: CopyAction) {
    actions.push(Action::Copies(action));
}

fn summary_ui(ui: &mut Ui, state: &State, summary: &CopySummary) {
    section_header_ui(ui, words::CONTENT, None, |_| {});
    card_ui(ui, |ui| {
        let what = copy::summary(summary.outcomes, summary.activities, summary.files);
        let weight = sizes::size(summary.content_bytes);
        key_text_ui(ui, words::CONTENT_KEY, &format!("{what}（{weight}）"));
        for kind in [CopyKind::Zip, CopyKind::Pdf] {
            let made = summary.made.iter().find(|made| made.kind == kind);
            let line = match made {
                None => words::NEVER.to_owned(),
                Some(made) => words::last_made(&time::roc_moment(made.at), made.items),
            };
            key_text_ui(ui, words::last_key(kind), &line);
        }
        if let Some(line) = changed_since(state, summary) {
            ui.add_space(space::XS);
            let _ = Notice::new(NoticeKind::Caution, line).ui(ui);
        }
    });
}

/// What was added or changed after the last zip.
fn changed_since(state: &State, summary: &CopySummary) -> Option<String> {
    let last = summary.made.iter().find(|made| made.kind == CopyKind::Zip)?;
    let items = &state.snapshot()?.items;
    let changed = items.iter().filter(|item| item.updated > last.at).count();
    (changed > 0).then(|| words::changed_since(changed))
}

fn ways_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    section_header_ui(ui, words::WAYS, None, |_| {});
    let busy = state.copies.work.is_some();
    card_ui(ui, |ui| {
        let ways = [
            (
                words::ZIP_NAME,
                words::ZIP_ABOUT,
                words::MAKE_ZIP_SHORT,
                CopyAction::Make(CopyKind::Zip),
            ),
            (
                words::PDF_NAME,
                words::PDF_ABOUT,
                words::MAKE_PDF,
                CopyAction::Make(CopyKind::Pdf),
            ),
            (
                words::IMPORT_NAME,
                words::IMPORT_ABOUT,
                words::PICK_IMPORT,
                CopyAction::PickImport,
            ),
        ];
        let last = ways.len() - 1;
        for (place, (name, about, verb, action)) in ways.into_iter().enumerate() {
            control_row_ui(
                ui,
                size::ROW_TALL,
                actions,
                |ui, actions| {
                    ui.add_enabled_ui(!busy, |ui| {
                        if Button::secondary(verb).ui(ui).clicked() {
                            push(actions, action);
                        }
                    });
                },
                |ui| two_lines_ui(ui, size::ROW_TALL, Text::strong(name), Text::secondary(about)),
            );
            if place < last {
                ui.add_space(space::XS);
                divider_ui(ui);
                ui.add_space(space::XS);
            }
        }
    });
}

fn work_ui(ui: &mut Ui, work: &FileWork<CopyJob>, actions: &mut Vec<Action>) {
    card_ui(ui, |ui| {
        let text = match work.job {
            _ if work.ending => words::ENDING,
            CopyJob::Make(CopyKind::Pdf) => words::MAKING_PDF,
            CopyJob::Make(CopyKind::Zip | CopyKind::Transfer | CopyKind::Rosters) => words::MAKING_ZIP,
            CopyJob::Check => words::CHECKING,
            CopyJob::Import => words::IMPORTING,
        };
        if Progress::new(text, work.fraction()).cancel(words::CANCEL).ui(ui) && !work.ending {
            push(actions, CopyAction::Cancel);
        }
    });
}

fn result_ui(ui: &mut Ui, state: &State, result: &CopyResult, actions: &mut Vec<Action>) {
    match result {
        CopyResult::Written {
            kind,
            path,
            written,
            file_bytes,
        } => {
            let what = words::written(*kind, written.items, written.files, &sizes::size(*file_bytes));
            let notice = Notice::new(NoticeKind::Success, what)
                .why(path.display().to_string())
                .action(words::SHOW_FOLDER);
            if notice.ui(ui) {
                push(actions, CopyAction::ShowFolder);
            }
        }
        CopyResult::Checked { check, .. } => checked_ui(ui, state, check, actions),
        CopyResult::Imported(report) => {
            let (added, already_there, refused) = report.done.counts();
            let kind = if refused > 0 || report.cancelled {
                NoticeKind::Caution
            } else {
                NoticeKind::Success
            };
            let mut notice = Notice::new(kind, words::import_summary(added, already_there, refused, false));
            if report.cancelled {
                notice = notice.why(words::IMPORT_CANCELLED);
            }
            let _ = notice.ui(ui);
            if refused > 0 {
                ui.add_space(space::XS);
                let wrong = |record: &&CheckedRecord| matches!(record.fate, Fate::Refused(_));
                records_ui(ui, state, report.done.records.iter().filter(wrong));
            }
        }
    }
}

fn checked_ui(ui: &mut Ui, state: &State, check: &CopyCheck, actions: &mut Vec<Action>) {
    let (added, already_there, refused) = check.counts();
    section_header_ui(ui, words::CHECKED, None, |_| {});
    card_ui(ui, |ui| {
        let source = if check.source.school_name.is_empty() {
            copy::PERSONAL_LIBRARY
        } else {
            &check.source.school_name
        };
        key_text_ui(ui, words::FROM, &format!("{}　{source}", check.owner.name));
        key_text_ui(ui, copy::MADE, &time::roc_moment_zoned(check.made));
        let summary = words::import_summary(added, already_there, refused, true);
        key_text_ui(ui, words::RESULT, &summary);
        let me = state
            .session
            .as_ref()
            .map(|session| session.display_name.as_str());
        if me.is_some_and(|me| me != check.owner.name) {
            ui.add_space(space::XS);
            let _ = Notice::new(NoticeKind::Caution, words::other_owner(&check.owner.name)).ui(ui);
        }
        ui.add_space(space::XS);
        running_text_ui(ui, words::IMPORTED_STATES);
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            if added > 0 && Button::primary(words::import_these(added)).ui(ui).clicked() {
                push(actions, CopyAction::Import);
            }
            if Button::secondary(words::CLOSE).ui(ui).clicked() {
                push(actions, CopyAction::CloseResult);
            }
        });
    });
    ui.add_space(space::S);
    records_ui(ui, state, check.records.iter());
}

pub(super) fn records_ui<'a>(ui: &mut Ui, state: &State, records: impl Iterator<Item = &'a CheckedRecord>) {
    let records: Vec<&CheckedRecord> = records.collect();
    let count = records.len();
    card_ui(ui, |ui| {
        for (place, record) in records.into_iter().enumerate() {
            let (word, reason) = fate_words(&record.fate, state);
            let name = format!("{} {} {word}", record.chapter, record.title);
            let _ = ListRow::new(name).tall().last(place + 1 == count).ui(
                ui,
                ("record of a copy", place),
                |ui| {
                    cell_ui(ui, size::FATE_COLUMN, |ui| {
                        ui.add(Label::new(Text::secondary(word)).truncate());
                    });
                    let below = reason.unwrap_or_else(|| record.chapter.clone());
                    two_lines_ui(
                        ui,
                        size::ROW_TALL,
                        Text::strong(record.title.clone()),
                        Text::secondary(below),
                    );
                },
            );
        }
    });
}

fn fate_words(fate: &Fate, state: &State) -> (&'static str, Option<String>) {
    match fate {
        Fate::Add(Placement::Brought) => (words::BROUGHT_SHORT, None),
        Fate::Add(_) => (words::WILL_ADD, None),
        Fate::AlreadyThere(_) => (words::ALREADY_THERE, None),
        Fate::Refused(refusal) => (words::REFUSED, Some(text::refusal(refusal, state.now).sentence())),
    }
}
