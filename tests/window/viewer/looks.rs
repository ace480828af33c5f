//! Pictures of the pane, drawn to be looked at.

use eframe::egui::{Key, Theme};
use licheng::domain::file::FileKind;
use licheng::domain::no_preview::NoPreview;
use licheng::gui::viewer::ViewerAction;
use licheng::worker::{FoundText, Outline, PageSize};

use super::film::{every_eighteen_seconds, film};
use super::worker::*;
use super::{active, hits, sound};

fn png() -> Document {
    Document {
        kind: FileKind::Png,
        outline: Ok(Outline::Picture {
            size: PageSize {
                width: 360.0,
                height: 240.0,
            },
            has_alpha: true,
        }),
        page_fails: None,
        found: FoundText::default(),
    }
}

#[test]
fn pictures_of_the_pane() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut pages = Window::new(
            Document {
                found: hits(),
                ..pdf(a4(12), active())
            },
            WIDE,
            theme,
        );
        pages.picture(&format!("{name}-pages"));
        pages.click("縮圖");
        pages.click("說明");
        pages.act(ViewerAction::OpenSearch);
        pages.act(ViewerAction::SearchFor("單擺".into()));
        pages.picture(&format!("{name}-everything"));
        let mut narrow = Window::new(pdf(a4(3), Vec::new()), NARROW, theme);
        narrow.press(Key::P);
        narrow.press(Key::R);
        narrow.click("更多");
        narrow.picture(&format!("{name}-narrow"));
        let mut alpha = Window::new(png(), WIDE, theme);
        alpha.picture(&format!("{name}-alpha"));
        for kind in [FileKind::Mp3, FileKind::Mp4] {
            let mut media = Window::new(sound(kind), WIDE, theme);
            media.picture(&format!("{name}-{}", kind.ending()));
        }
        for (shape, width, height, size) in [
            ("wide", 1920.0, 1080.0, WIDE),
            ("tall", 1080.0, 1920.0, WIDE),
            ("narrow", 1920.0, 1080.0, NARROW),
            ("narrowest", 640.0, 480.0, NARROWEST),
        ] {
            let document = Document {
                page_fails: Some((5, NoPreview::CannotDraw)),
                ..film(width, height, every_eighteen_seconds(12))
            };
            let mut film = Window::new(document, size, theme);
            film.picture(&format!("{name}-film-{shape}"));
        }
        let mut failed = Window::new(
            Document {
                page_fails: Some((0, NoPreview::TooSlow)),
                ..pdf(a4(2), Vec::new())
            },
            WIDE,
            theme,
        );
        failed.picture(&format!("{name}-page-failed"));
        let mut absent = Window::new(
            Document {
                outline: Err(NoPreview::TooSlow),
                ..pdf(Vec::new(), Vec::new())
            },
            WIDE,
            theme,
        );
        absent.picture(&format!("{name}-absent"));
    }
}
