//! What a person would do, as the program's own actions: they are applied as if a page had returned them.

use eframe::egui::Context;
use licheng::domain::access::Role;
use licheng::engine::DemonstrationAccount;
use licheng::gui::action::Action;
use licheng::gui::app::App;
use licheng::gui::route::Route;

/// Logs the first student in, once the login page is there.
#[derive(Default)]
pub struct Person {
    logging_in: bool,
}

impl Person {
    /// Whether the student's first page is there and nothing is under way.
    pub fn is_in(&mut self, app: &mut App, ctx: &Context) -> bool {
        if app.state().route == Route::Login && !self.logging_in {
            let student = first_student(app);
            let account = student.account.clone();
            let password = student.password.clone().expect("nobody changed it");
            self.logging_in = true;
            app.act(ctx, Action::FillIn { account, password });
            app.act(ctx, Action::Login);
        }
        app.state().session.is_some() && is_quiet(app)
    }
}

/// Everything shown is loaded and no answer is awaited.
pub fn is_quiet(app: &App) -> bool {
    app.state().snapshot().is_some() && app.state().asked.is_empty()
}

fn first_student(app: &App) -> &DemonstrationAccount {
    let library = app.state().library.as_ref().expect("its login page is there");
    let accounts = library
        .demonstration_accounts
        .as_ref()
        .expect("it is a demonstration");
    accounts
        .iter()
        .find(|account| account.roles.contains(&Role::Student) && !account.first_login)
        .expect("the school has students")
}
