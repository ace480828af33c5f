//! What is known about the bytes: the two things that help to answer 本人作品？

use eframe::egui::Ui;

use crate::engine::{CaseView, SameBytes};
use crate::gui::action::Action;
use crate::gui::certification::PanelAction;
use crate::gui::widgets::{Notice, NoticeKind, link_ui};
use crate::text::{certification as words, labels};

pub(super) fn flags_ui(ui: &mut Ui, case: &CaseView, actions: &mut Vec<Action>) {
    for flag in &case.same_bytes {
        match flag {
            SameBytes::CertifiedBefore { slot, at, by } => {
                let what = words::certified_before(labels::slot(*slot), *at, by);
                let _ = Notice::new(NoticeKind::Success, what)
                    .why(words::CERTIFIED_BEFORE_WHY)
                    .ui(ui);
            }
            SameBytes::ReturnedByYou {
                slot,
                at,
                reason,
                same_student,
            } => {
                let what = words::returned_by_you(labels::slot(*slot), *at, *reason, *same_student);
                let why = if *same_student {
                    words::RETURNED_BY_YOU_WHY
                } else {
                    words::RETURNED_OTHER_WHY
                };
                let _ = Notice::new(NoticeKind::Caution, what).why(why).ui(ui);
            }
            SameBytes::OtherStudents { slot, count, named } => {
                let mut notice = Notice::new(
                    NoticeKind::Caution,
                    words::other_students(labels::slot(*slot), *count),
                );
                let unnamed = (*count as usize).saturating_sub(named.len());
                if unnamed > 0 {
                    notice = notice.why(words::unnamed(unnamed));
                }
                let _ = notice.ui(ui);
                for other in named {
                    let who =
                        words::other_student(&other.class, &other.name, &other.course_name, other.submitted);
                    if link_ui(ui, &who).clicked() {
                        actions.push(Action::Panel(PanelAction::Back(other.item)));
                    }
                }
            }
        }
    }
}
