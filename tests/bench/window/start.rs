//! The first frame. A frame is on the screen when the next one begins.

use std::path::Path;

use eframe::egui::{self, Context, Ui, ViewportCommand};
use licheng::gui::action::Action;
use licheng::gui::app::App;
use licheng::gui::preferences::DEFAULT_SIZE;
use licheng::gui::route::Route;
use licheng::gui::theme::ThemeChoice;
use licheng::gui::{fonts, theme};

use crate::program;

pub fn bare() {
    program::run(DEFAULT_SIZE, |cc| {
        fonts::install(&cc.egui_ctx);
        theme::apply(&cc.egui_ctx, ThemeChoice::System);
        Bare { drawn: None }
    });
}

pub fn program(library: &Path) {
    program::run(DEFAULT_SIZE, |cc| Program {
        app: program::program(cc, library),
        first: None,
        shown: None,
        told: 0,
    });
}

/// A window with one word in it.
struct Bare {
    drawn: Option<u64>,
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        let frame = ui.ctx().cumulative_frame_nr();
        if self.drawn.is_some_and(|drawn| drawn < frame) {
            println!("shown");
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
            self.drawn = None;
            return;
        }
        egui::CentralPanel::default().show(ui, |ui| ui.label("學習歷程檔案"));
        self.drawn = Some(frame);
        ui.ctx().request_repaint();
    }
}

/// The program, until its login page stands on the screen.
struct Program {
    app: App,
    first: Option<u64>,
    shown: Option<u64>,
    told: u8,
}

impl Program {
    fn tell(&mut self, ctx: &Context) {
        let frame = ctx.cumulative_frame_nr();
        if self.told == 0 && self.first.is_some_and(|drawn| drawn < frame) {
            println!("first");
            self.told = 1;
        }
        if self.told == 1 && self.shown.is_some_and(|drawn| drawn < frame) {
            println!("shown");
            self.told = 2;
            self.app.act(ctx, Action::CloseWindow);
        }
    }
}

impl eframe::App for Program {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.tell(ctx);
        self.app.logic(ctx, Some(frame));
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let number = ui.ctx().cumulative_frame_nr();
        let there = self.app.state().route == Route::Login;
        self.app.draw(ui, Some(frame));
        self.first.get_or_insert(number);
        if there {
            self.shown.get_or_insert(number);
        }
        if self.told < 2 {
            ui.ctx().request_repaint();
        }
    }
}
