//! How the widgets are handled: with the keyboard, and by name.

use eframe::egui::{self, Key, Modifiers, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::theme::{self, ThemeChoice};
use super::widgets::*;
use super::{fonts, icons};

fn harness<'a, S: 'a>(state: S, draw: impl FnMut(&mut Ui, &mut S) + 'a) -> Harness<'a, S> {
    Harness::builder()
        .with_size([800.0, 600.0])
        .with_max_steps(8)
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::apply(ctx, ThemeChoice::Light);
        })
        .build_ui_state(draw, state)
}

fn focused_name<S>(harness: &Harness<'_, S>) -> String {
    let focused = harness
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused());
    focused
        .and_then(|node| node.accesskit_node().label())
        .unwrap_or_default()
}

fn press<S>(harness: &mut Harness<'_, S>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn space_and_enter_press_everything_that_can_be_clicked() {
    let mut harness = harness(Vec::new(), |ui, pressed: &mut Vec<&'static str>| {
        let mut note = |name, response: egui::Response| {
            if response.clicked() {
                pressed.push(name);
            }
        };
        note("button", Button::primary("button").ui(ui));
        note("icon", Button::icon_only(icons::X, "icon").ui(ui));
        note("badge", WindowBadge::new(Phase::Open, "badge", "").ui(ui));
        note("counter", CounterBadge::new("counter", 1, 20).ui(ui));
        note("nav", NavItem::new(icons::HOUSE, "nav").ui(ui));
        note("row", ListRow::new("row").ui(ui, 1, |_| ()).response);
        note("link", link_ui(ui, "link"));
        note("item", menu_item_ui(ui, icons::COPY, "item", "C"));
    });
    let order = ["button", "icon", "badge", "counter", "nav", "row", "link", "item"];
    for name in order {
        press(&mut harness, Key::Tab);
        assert!(
            focused_name(&harness).starts_with(name),
            "Tab order at {name}: {}",
            focused_name(&harness)
        );
        press(&mut harness, Key::Space);
        press(&mut harness, Key::Enter);
    }
    let twice: Vec<_> = order.into_iter().flat_map(|name| [name, name]).collect();
    assert_eq!(*harness.state(), twice);
}

#[test]
fn a_disabled_button_is_reachable_says_why_and_does_nothing() {
    let mut harness = harness(0, |ui, clicks: &mut usize| {
        let button = Button::primary("送出認證").disabled_because(Some("還沒有檔案"));
        *clicks += usize::from(button.ui(ui).clicked());
    });
    press(&mut harness, Key::Tab);
    assert_eq!(focused_name(&harness), "送出認證：還沒有檔案");
    assert!(
        harness.query_by_label("還沒有檔案").is_some(),
        "the reason is shown as a tooltip"
    );
    press(&mut harness, Key::Enter);
    harness.get_by_label("送出認證：還沒有檔案").click();
    harness.run();
    assert_eq!(*harness.state(), 0);
}

#[test]
fn a_field_is_found_by_its_label() {
    let mut harness = harness(String::new(), |ui, text: &mut String| {
        Field::new("標題", text).ui(ui);
    });
    harness
        .get_by_role_and_label(egui::Role::TextInput, "標題")
        .focus();
    harness.run();
    harness
        .get_by_role_and_label(egui::Role::TextInput, "標題")
        .type_text("王堃");
    harness.run();
    assert_eq!(harness.state(), "王堃");
}

#[test]
fn the_input_method_is_off_in_a_password_field_alone() {
    let mut harness = harness(
        (String::new(), String::new()),
        |ui, (name, secret): &mut (String, String)| {
            Field::new("帳號", name).ui(ui);
            PasswordField::new("密碼", secret, "顯示密碼", "隱藏密碼").ui(ui);
        },
    );
    press(&mut harness, Key::Tab);
    assert!(
        harness.output().platform_output.ime.is_some(),
        "the field before it takes Chinese"
    );
    press(&mut harness, Key::Tab);
    assert_eq!(focused_name(&harness), "密碼");
    assert!(harness.output().platform_output.ime.is_none());
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Space);
    assert_eq!(focused_name(&harness), "隱藏密碼", "the eye was pressed");
    assert!(
        harness
            .query_by_role_and_label(egui::Role::TextInput, "密碼")
            .is_some(),
        "the text is shown"
    );
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run();
    assert!(
        harness.output().platform_output.ime.is_none(),
        "also while the text is shown"
    );
}

fn question<'a>(dialog: Dialog) -> Harness<'a, Option<DialogAnswer>> {
    let mut harness = harness(None, move |ui, answer: &mut Option<DialogAnswer>| {
        let _ = Button::secondary("behind").ui(ui);
        if answer.is_none() {
            *answer = dialog.clone().show(ui.ctx());
        }
    });
    harness.run();
    harness
}

fn plain() -> Dialog {
    Dialog::new("送出認證", "送出後就不能再修改。", "送出", "取消")
}

#[test]
fn enter_confirms_and_escape_cancels() {
    let mut harness = question(plain());
    press(&mut harness, Key::Enter);
    assert_eq!(*harness.state(), Some(DialogAnswer::Confirmed));
    let mut harness = question(plain());
    press(&mut harness, Key::Escape);
    assert_eq!(*harness.state(), Some(DialogAnswer::Cancelled));
}

#[test]
fn what_destroys_starts_on_cancel() {
    let mut harness = question(plain().destroys());
    assert_eq!(focused_name(&harness), "取消");
    press(&mut harness, Key::Enter);
    assert_eq!(*harness.state(), Some(DialogAnswer::Cancelled));
}

#[test]
fn a_refused_dialog_cannot_be_confirmed() {
    let mut harness = question(plain().disabled_because(Some("還沒有檔案")));
    press(&mut harness, Key::Enter);
    assert_eq!(*harness.state(), None);
}

#[test]
fn the_focus_stays_in_the_dialog() {
    let mut harness = question(plain());
    for _ in 0..4 {
        press(&mut harness, Key::Tab);
        let name = focused_name(&harness);
        assert!(
            ["送出", "取消"].contains(&name.as_str()),
            "focus went to {name:?}"
        );
    }
}

#[test]
fn a_menu_opens_with_the_keyboard_and_closes_after_a_choice() {
    let mut harness = harness(0, |ui, chosen: &mut usize| {
        menu_button_ui(ui, Button::quiet("更多"), |ui| {
            *chosen += usize::from(menu_item_ui(ui, icons::TRASH, "刪除", "Del").clicked());
        });
    });
    assert!(harness.query_by_label("刪除").is_none());
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Enter);
    harness.get_by_label("刪除").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
    assert!(harness.query_by_label("刪除").is_none());
}

#[test]
fn progress_asks_for_no_further_frames() {
    let mut harness = harness((), |ui, (): &mut ()| {
        Progress::new("正在讀取", 0.4).cancel("取消").ui(ui);
        waiting_ui(ui, "等待中");
    });
    harness.run();
    let delay = harness
        .output()
        .viewport_output
        .values()
        .map(|viewport| viewport.repaint_delay)
        .min();
    assert!(
        delay.is_some_and(|delay| delay > std::time::Duration::from_secs(60)),
        "{delay:?}"
    );
}

fn rename<'a>() -> Harness<'a, (String, Option<DialogAnswer>)> {
    let mut harness = harness(
        (String::new(), None),
        |ui, (name, answer): &mut (String, Option<DialogAnswer>)| {
            if answer.is_none() {
                *answer = plain().focus_content().show_with(ui.ctx(), |ui| {
                    let field = Field::new("名稱", name).ui(ui);
                    if ui.memory(|memory| memory.focused().is_none()) && !field.lost_focus() {
                        field.request_focus();
                    }
                });
            }
        },
    );
    harness.run();
    harness
}

#[test]
fn enter_in_the_one_line_of_a_dialog_confirms_but_a_commit_of_the_input_method_does_not() {
    let mut harness = rename();
    assert_eq!(focused_name(&harness), "名稱");
    harness.event(egui::Event::Ime(egui::ImeEvent::Commit("王堃".into())));
    harness.run();
    assert_eq!(*harness.state(), ("王堃".to_owned(), None));
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().1, Some(DialogAnswer::Confirmed));
}

/// The picture of `draw` in shades of grey, as a colour-blind eye or a bad printer would have it.
fn grey(theme: egui::Theme, draw: impl FnMut(&mut Ui)) -> Vec<u8> {
    let mut harness = Harness::builder()
        .with_size([160.0, 64.0])
        .with_theme(theme)
        .wgpu()
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::apply(ctx, ThemeChoice::System);
        })
        .build_ui(draw);
    harness.run();
    let picture = harness.render().unwrap();
    let luma =
        |[r, g, b, _]: [u8; 4]| (0.2126 * f32::from(r) + 0.7152 * f32::from(g) + 0.0722 * f32::from(b)) as u8;
    picture.pixels().map(|pixel| luma(pixel.0)).collect()
}

fn assert_told_apart<T: std::fmt::Debug>(pictures: &[(T, Vec<u8>)]) {
    const CLEARLY: u8 = 48;
    const ENOUGH: usize = 12;
    for (index, (one, picture)) in pictures.iter().enumerate() {
        for (other, other_picture) in &pictures[..index] {
            let different = picture
                .iter()
                .zip(other_picture)
                .filter(|(a, b)| a.abs_diff(**b) > CLEARLY)
                .count();
            assert!(
                different >= ENOUGH,
                "{one:?} and {other:?} look alike: {different} pixels differ"
            );
        }
    }
}

#[test]
fn states_and_phases_are_told_apart_without_colour_and_without_words() {
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        let states = State::ALL.map(|state| {
            let picture = grey(theme, move |ui| {
                state_chip_ui(ui, state, "同");
            });
            (state, picture)
        });
        assert_told_apart(&states);
        let phases = Phase::ALL.map(|phase| {
            let picture = grey(theme, move |ui| {
                WindowBadge::new(phase, "同", "同").ui(ui);
            });
            (phase, picture)
        });
        assert_told_apart(&phases);
    }
}
