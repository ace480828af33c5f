//! Login, with the published accounts of a demonstration school.

use eframe::egui::{Id, Label, ScrollArea, Ui};

use super::{NARROW, WIDE, head_ui, refusal_ui, stage_ui, two_columns_ui};
use crate::domain::access::Role;
use crate::domain::act::LibraryKind;
use crate::engine::DemonstrationAccount;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::{SecretField, TextField};
use crate::gui::pages::{entered, password, secret_field_ui, text_field_ui};
use crate::gui::state::{Asked, State};
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, Field, ListRow, card_ui, link_ui, section_header_ui, tabs_ui, waiting_ui};
use crate::text::{labels, notes, screen};
use crate::worker::Opened;

/// Height of the list of demonstration accounts.
const LIST_HEIGHT: f32 = 360.0;

pub(super) fn login_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(library) = &state.library else { return };
    match &library.demonstration_accounts {
        Some(accounts) => stage_ui(ui, "login", WIDE, |ui| {
            two_columns_ui(
                ui,
                actions,
                |ui, actions| form_ui(ui, state, library, actions),
                |ui, actions| {
                    accounts_ui(ui, state, accounts, actions);
                },
            );
        }),
        None => stage_ui(ui, "login", NARROW, |ui| form_ui(ui, state, library, actions)),
    }
}

fn form_ui(ui: &mut Ui, state: &State, library: &Opened, actions: &mut Vec<Action>) {
    let place = if library.school_name.is_empty() {
        labels::library_kind(library.kind).to_owned()
    } else {
        library.school_name.clone()
    };
    head_ui(ui, "登入", &place);
    refusal_ui(ui, state, actions);
    let waiting = state.is_asked(|asked| *asked == Asked::Login);
    let mut enter = false;
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let account = text_field_ui(
            ui,
            state,
            TextField::LoginAccount,
            |text| Field::new("帳號", text),
            actions,
        );
        let secret = secret_field_ui(
            ui,
            state,
            SecretField::Login,
            |text| password("密碼", text),
            actions,
        );
        // Nothing typed and nothing chosen yet: the keyboard starts here.
        let untouched = state.forms.text(TextField::LoginAccount).is_empty()
            && state.forms.secret(SecretField::Login).is_empty();
        if untouched && ui.memory(|memory| memory.focused().is_none()) {
            account.request_focus();
        }
        enter = entered(ui, &account) || entered(ui, &secret);
        if library.kind == LibraryKind::School {
            let hint = notes::login_hint(library.initial_password);
            ui.add(Label::new(Text::secondary(hint)).wrap());
        }
        submit_ui(ui, state, waiting, enter, actions);
    });
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        if library.kind.is_personal() {
            if link_ui(ui, "忘記密碼").clicked() {
                actions.push(Action::ShowForgot);
            }
        } else {
            ui.label(Text::secondary(screen::FORGOT_SCHOOL));
        }
    });
    if library.kind == LibraryKind::School && link_ui(ui, screen::FORGOT_ADMINISTRATOR).clicked() {
        actions.push(Action::ShowForgot);
    }
    if link_ui(ui, "改用其他檔案庫").clicked() {
        actions.push(Action::ShowWelcome);
    }
    if library.kind == LibraryKind::School {
        ui.add_space(space::XS);
        ui.add(Label::new(Text::secondary(notes::ONE_COMPUTER)).wrap());
    }
}

fn submit_ui(ui: &mut Ui, state: &State, waiting: bool, enter: bool, actions: &mut Vec<Action>) {
    if waiting {
        waiting_ui(ui, "正在登入…");
        return;
    }
    let pause = state.forms.pause_seconds(state.now);
    let empty = state.forms.text(TextField::LoginAccount).trim().is_empty()
        || state.forms.secret(SecretField::Login).is_empty();
    let reason = match (pause, empty) {
        (Some(seconds), _) => Some(format!("請再等 {seconds} 秒")),
        (None, true) => Some("請輸入帳號和密碼".to_owned()),
        (None, false) => None,
    };
    let ready = reason.is_none();
    if let Some(seconds) = pause {
        ui.label(Text::secondary(format!("連續輸入錯誤，還要等 {seconds} 秒。")));
    }
    let button = Button::primary("登入")
        .disabled_because(reason)
        .full_width()
        .ui(ui);
    // A chosen demonstration account is ready to go: Enter is enough.
    if ui
        .data_mut(|data| data.remove_temp::<bool>(filled_in_id()))
        .is_some()
    {
        button.request_focus();
    }
    if button.clicked() || (enter && ready) {
        actions.push(Action::Login);
    }
}

/// Where a click on an account leaves word for the button.
fn filled_in_id() -> Id {
    Id::unique("an account was filled in")
}

fn accounts_ui(ui: &mut Ui, state: &State, accounts: &[DemonstrationAccount], actions: &mut Vec<Action>) {
    card_ui(ui, |ui| {
        section_header_ui(ui, "示範帳號", None, |_| ());
        ui.add(Label::new(Text::secondary(screen::DEMONSTRATION_ACCOUNTS)).wrap());
        let group = group_ui(ui, accounts);
        ScrollArea::vertical()
            .id_salt(("demonstration accounts", group))
            .max_height(LIST_HEIGHT)
            .min_scrolled_height(LIST_HEIGHT)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                for account in accounts.iter().filter(|account| group.holds(account)) {
                    account_ui(ui, state, account, actions);
                }
            });
    });
}

/// Who is listed together, so that nobody has to scroll past all students.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Group {
    Students,
    Teachers,
    Office,
}

impl Group {
    const ALL: [Self; 3] = [Self::Students, Self::Teachers, Self::Office];

    fn holds(self, account: &DemonstrationAccount) -> bool {
        let group = if account.roles.contains(&Role::Student) {
            Self::Students
        } else if account.roles.iter().any(|role| role.is_office()) {
            Self::Office
        } else {
            Self::Teachers
        };
        group == self
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Students => screen::STUDENTS,
            Self::Teachers => screen::TEACHERS,
            Self::Office => screen::OFFICE,
        }
    }
}

/// The groups side by side; which one is shown is remembered by the page.
fn group_ui(ui: &mut Ui, accounts: &[DemonstrationAccount]) -> Group {
    let remembered = Id::unique("group of demonstration accounts");
    let shown = ui.data(|data| data.get_temp::<Group>(remembered));
    let shown = shown.unwrap_or(Group::Students);
    let names = Group::ALL.map(|group| {
        let count = accounts.iter().filter(|account| group.holds(account)).count();
        format!("{} {count}", group.name())
    });
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let place = Group::ALL.iter().position(|group| *group == shown).unwrap_or(0);
    let chosen = tabs_ui(ui, &names, place).and_then(|place| Group::ALL.get(place).copied());
    if let Some(group) = chosen {
        ui.data_mut(|data| data.insert_temp(remembered, group));
    }
    chosen.unwrap_or(shown)
}

fn account_ui(ui: &mut Ui, state: &State, account: &DemonstrationAccount, actions: &mut Vec<Action>) {
    let roles: Vec<&str> = account.roles.iter().map(|role| labels::role(*role)).collect();
    let mut about = roles.join("、");
    if account.first_login {
        about.push_str("　第一次登入");
    }
    if account.password.is_none() {
        about.push_str("　已改密碼");
    }
    let chosen = state.forms.text(TextField::LoginAccount) == account.account;
    let row = ListRow::new(format!("{} {} {about}", account.account, account.name))
        .selected(chosen)
        .inset();
    let clicked = row
        .ui(ui, ("account", account.id), |ui| {
            crate::gui::widgets::cell_ui(ui, size::KEY_COLUMN, |ui| ui.label(Text::body(&account.account)));
            crate::gui::widgets::cell_ui(ui, size::KEY_COLUMN, |ui| {
                ui.add(Label::new(Text::body(&account.name)).truncate())
            });
            ui.add(Label::new(Text::secondary(about)).truncate());
        })
        .response
        .clicked();
    if clicked {
        ui.data_mut(|data| data.insert_temp(filled_in_id(), true));
        actions.push(Action::FillIn {
            account: account.account.clone(),
            password: account.password.clone().unwrap_or_default(),
        });
    }
}
