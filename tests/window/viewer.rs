//! The document pane with a worker that answers by hand, looked at and handled.

mod children;
mod film;
mod looks;
mod worker;

use eframe::egui::{self, Event, Key, Modifiers, Role, Theme, pos2, vec2};
use egui_kittest::kittest::Queryable;
use licheng::domain::active_content::{ActiveContent, ActiveCount};
use licheng::domain::file::{FileKind, Slot};
use licheng::domain::id::FileId;
use licheng::domain::no_preview::{NoFilm, NoPreview};
use licheng::gui::action::{Action, ItemAction};
use licheng::gui::viewer::{Pane, Shown, ViewerAction, Zoom};
use licheng::text::no_preview;
use licheng::worker::{Film, FoundText, MediaOutline, Outline, PageSize, TextHit};

use worker::*;

#[test]
fn every_control_has_a_name_and_what_has_no_room_is_in_the_menu() {
    let window = window(pdf(a4(12), Vec::new()));
    for name in [
        "上一頁",
        "下一頁",
        "縮小",
        "放大",
        "搜尋",
        "符合寬度",
        "整頁",
        "旋轉",
        "縮圖",
    ] {
        assert!(
            window
                .harness
                .query_by_role_and_label(Role::Button, name)
                .is_some(),
            "{name} is not in the bar"
        );
    }
    assert!(window.has("/ 12 頁"));
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::TextInput, "頁碼")
            .is_some()
    );

    let mut narrow = Window::new(pdf(a4(12), Vec::new()), NARROW, Theme::Light);
    narrow.click("更多");
    narrow.settle();
    for name in [
        "符合寬度",
        "旋轉",
        "另存新檔…",
        "以預設程式開啟",
        "單獨顯示",
        "第二個視窗",
        "第一頁",
        "最後一頁",
    ] {
        assert!(
            narrow
                .harness
                .query_by_role_and_label(Role::MenuItem, name)
                .is_some(),
            "{name} is in no menu"
        );
    }
    narrow
        .harness
        .get_by_role_and_label(Role::MenuItem, "另存新檔…")
        .click();
    narrow.settle();
    assert_eq!(
        narrow.desk.borrow().items,
        [ItemAction::SaveFileAs(ITEM, Slot::Document)]
    );
}

#[test]
fn the_first_page_counts_as_painted_only_when_it_is() {
    let mut window = window(pdf(a4(2), Vec::new()));
    assert!(window.desk.borrow().state.viewer.was_painted(FILE));
    let other = Shown {
        item: ITEM,
        file: FileId(2),
        kind: FileKind::Pdf,
        name: "b.pdf".into(),
        bytes: 1,
    };
    window
        .desk
        .borrow_mut()
        .act(Action::Viewer(ViewerAction::Show(Some(other))));
    window.harness.run();
    assert!(window.has("正在開啟文件"));
    assert!(!window.desk.borrow().state.viewer.was_painted(FileId(2)));
    // The outline alone shows nothing yet.
    window.desk.borrow_mut().answer();
    window.harness.run();
    assert!(!window.desk.borrow().state.viewer.was_painted(FileId(2)));
    window.settle();
    assert!(window.desk.borrow().state.viewer.was_painted(FileId(2)));
}

#[test]
fn at_rest_nothing_is_drawn_again() {
    let mut window = window(pdf(a4(40), Vec::new()));
    window.settle();
    let before = window.desk.borrow().frames;
    window.harness.run();
    assert!(window.desk.borrow().frames <= before + 1);
}

#[test]
fn keys_turn_pages_and_change_the_view() {
    let mut window = window(pdf(a4(12), Vec::new()));
    window.press(Key::P);
    assert_eq!(window.zoom(), Zoom::FitPage);
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    assert_eq!(window.page(), 2);
    window.press(Key::PageUp);
    assert_eq!(window.page(), 1);
    window.press(Key::End);
    assert_eq!(window.page(), 11);
    window.press(Key::Home);
    assert_eq!(window.page(), 0);
    window.press(Key::W);
    assert_eq!(window.zoom(), Zoom::FitWidth);
    window.press(Key::Plus);
    assert!(!window.zoom().fits());
    window.press(Key::R);
    assert_eq!(window.desk.borrow().state.viewer.turn().degrees(), 90);
    let held = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: true,
        modifiers: Modifiers::NONE,
    };
    for _ in 0..5 {
        window.hear(held(Key::R));
    }
    assert_eq!(
        window.desk.borrow().state.viewer.turn().degrees(),
        180,
        "a held key does not spin the page"
    );
    window.hear(Event::Text("w".into()));
    assert!(!window.zoom().fits(), "typed text is no key");
    // What scrolls and magnifies goes on, as it does in every other program.
    window.press(Key::P);
    for _ in 0..3 {
        window.hear(held(Key::PageDown));
    }
    assert_eq!(window.page(), 3, "a held key scrolls on");
    let before = window.zoom_percent();
    for _ in 0..3 {
        window.hear(held(Key::Minus));
    }
    assert!(window.zoom_percent() < before / 2, "and magnifies on");
}

#[test]
fn in_the_narrowest_pane_everything_is_in_the_menu() {
    let mut window = Window::new(pdf(a4(12), Vec::new()), NARROWEST, Theme::Light);
    window.click("更多");
    for name in ["放大", "縮小", "縮圖", "搜尋", "第一頁", "最後一頁"] {
        assert!(
            window
                .harness
                .query_by_role_and_label(Role::MenuItem, name)
                .is_some(),
            "{name} is in no menu"
        );
    }
    let before = window.zoom_percent();
    window.choose("放大");
    assert!(window.zoom_percent() > before);
    window.click("更多");
    window.choose("最後一頁");
    assert_eq!(window.page(), 11);
    window.click("更多");
    window.choose("第一頁");
    assert_eq!(window.page(), 0);
}

#[test]
fn keys_sleep_while_a_page_number_is_typed() {
    let mut window = window(pdf(a4(12), Vec::new()));
    window
        .harness
        .get_by_role_and_label(Role::TextInput, "頁碼")
        .focus();
    window.settle();
    window.press(Key::R);
    assert_eq!(window.desk.borrow().state.viewer.turn().degrees(), 0);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.hear(Event::Text("7".into()));
    window.press(Key::Enter);
    assert_eq!(window.page(), 6);
    window.click("下一頁");
    assert_eq!(window.page(), 7);
}

#[test]
fn the_wheel_scrolls_and_magnifies_only_with_control() {
    let mut window = window(pdf(a4(12), Vec::new()));
    let wheel = |modifiers, y| Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, y),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers,
    };
    window.hear(Event::PointerMoved(pos2(400.0, 400.0)));
    let before = window.desk.borrow().state.viewer.offset(Pane::Beside)[1];
    for _ in 0..8 {
        window.hear(wheel(Modifiers::NONE, -120.0));
    }
    let after = window.desk.borrow().state.viewer.offset(Pane::Beside)[1];
    assert!(after > before + 300.0, "{before} {after}");
    assert_eq!(window.zoom(), Zoom::FitWidth);
    window
        .harness
        .event_modifiers(wheel(Modifiers::COMMAND, 120.0), Modifiers::COMMAND);
    window.settle();
    assert!(!window.zoom().fits());
}

#[test]
fn the_paper_can_be_dragged_and_a_double_click_comes_nearer() {
    let mut window = window(pdf(a4(3), Vec::new()));
    let middle = pos2(380.0, 400.0);
    for _ in 0..2 {
        for pressed in [true, false] {
            window.harness.event(Event::PointerMoved(middle));
            window.harness.event(Event::PointerButton {
                pos: middle,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
    }
    window.settle();
    assert!(!window.zoom().fits());
    let offset = |window: &Window| window.desk.borrow().state.viewer.offset(Pane::Beside);
    let before = offset(&window);
    window.harness.event(Event::PointerButton {
        pos: middle,
        button: egui::PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    });
    window.harness.step();
    window
        .harness
        .event(Event::PointerMoved(middle - vec2(60.0, 90.0)));
    window.harness.step();
    window.harness.event(Event::PointerButton {
        pos: middle - vec2(60.0, 90.0),
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    });
    window.settle();
    let after = offset(&window);
    assert!(
        after[0] > before[0] + 40.0 && after[1] > before[1] + 60.0,
        "{before:?} {after:?}"
    );
}

#[test]
fn thumbnails_jump() {
    let mut window = window(pdf(a4(500), Vec::new()));
    window.click("縮圖");
    window.click("縮圖第 4 頁");
    assert_eq!(window.page(), 3);
    let pages = window.harness.query_all_by_label_contains("縮圖第").count();
    assert!(pages < 12, "only those in sight: {pages}");
    window.act(ViewerAction::GoTo(Pane::Beside, 300));
    assert!(window.has("縮圖第 301 頁"), "the strip follows");
}

fn hits() -> FoundText {
    let hit = |page, top| TextHit {
        page,
        boxes: vec![[0.1, top, 0.35, top + 0.015]],
    };
    FoundText {
        has_text: true,
        hits: vec![hit(0, 0.2), hit(0, 0.3), hit(4, 0.5)],
        more: false,
    }
}

#[test]
fn a_search_is_typed_and_walked_by_keys() {
    let mut window = window(Document {
        found: hits(),
        ..pdf(a4(12), Vec::new())
    });
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.settle();
    window.hear(Event::Text("單擺".into()));
    assert!(window.has("1 / 3"));
    window.press(Key::Enter);
    assert!(window.has("2 / 3"));
    window.press(Key::F3);
    assert!(window.has("3 / 3"));
    assert_eq!(window.page(), 4);
    window.harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    window.settle();
    assert!(window.has("2 / 3"));
    window.press(Key::Escape);
    assert!(!window.has("2 / 3"), "Escape closes the search");
}

#[test]
fn a_document_without_text_says_so() {
    let mut window = window(pdf(a4(2), Vec::new()));
    window.act(ViewerAction::OpenSearch);
    window.act(ViewerAction::SearchFor("單擺".into()));
    assert!(window.has("沒有文字層"));
}

fn active() -> Vec<ActiveCount> {
    [
        (ActiveContent::JavaScript, 2),
        (ActiveContent::EmbeddedFile, 1),
        (ActiveContent::RemoteLink, 14),
    ]
    .map(|(content, count)| ActiveCount { content, count })
    .into()
}

#[test]
fn active_content_is_named_and_links_alone_are_said_quietly() {
    let mut window = window(pdf(a4(2), active()));
    assert!(window.has("JavaScript 程式 2 個、內嵌檔案 1 個、網頁連結 14 個"));
    assert!(!window.has("可能自動執行程式碼"));
    window.click("說明");
    assert!(window.has("可能自動執行程式碼"));
    assert!(window.has("請先確認來源可靠"));
    window.click("收合說明");
    assert!(!window.has("可能自動執行程式碼"));
    let links = vec![ActiveCount {
        content: ActiveContent::RemoteLink,
        count: 3,
    }];
    let quiet = Window::new(pdf(a4(2), links), WIDE, Theme::Light);
    assert!(quiet.has("3 個網頁連結"));
    assert!(!quiet.has("一律不會執行"));
}

#[test]
fn what_cannot_be_shown_says_why_and_can_be_saved() {
    for (reason, again) in [(NoPreview::NeedsPassword, false), (NoPreview::TooSlow, true)] {
        let mut window = window(Document {
            outline: Err(reason),
            ..pdf(Vec::new(), Vec::new())
        });
        assert!(window.has(&no_preview(reason).why), "{reason:?}");
        assert!(window.desk.borrow().state.viewer.was_painted(FILE));
        assert_eq!(window.has("再試一次"), again);
        if again {
            window.desk.borrow_mut().document = pdf(a4(1), Vec::new());
            window.click("再試一次");
            assert!(window.has("第 1 頁"));
        }
    }
    // A document of one page that cannot be drawn has nothing else to show.
    let window = window(Document {
        page_fails: Some((0, NoPreview::TooLarge)),
        ..pdf(a4(1), Vec::new())
    });
    assert!(window.has(&no_preview(NoPreview::TooLarge).why));
    assert!(window.desk.borrow().state.viewer.was_painted(FILE));
    let named = window.harness.query_all_by_label("另存新檔…").count();
    assert_eq!(named, 2, "in the bar and under the sentence");
}

fn sound(kind: FileKind) -> Document {
    let video = kind == FileKind::Mp4;
    Document {
        kind,
        outline: Ok(Outline::Media(MediaOutline {
            millis: 200_000,
            video_codec: video.then(|| "H.265".to_owned()),
            audio_codec: Some(if video { "AAC" } else { "MP3" }.to_owned()),
            bit_rate: 128_000,
            sample_rate: Some(44_100),
            channels: Some(2),
            video_size: video.then_some((1920, 1080)),
            waveform: (0..600u32).map(|at| ((at * 37) % 200 + 20) as u8).collect(),
            film: video.then_some(Film::Absent(NoFilm::OtherCodec)),
        })),
        page_fails: None,
        found: FoundText::default(),
    }
}

#[test]
fn sound_shows_its_facts_and_opens_in_the_player() {
    let mut window = window(sound(FileKind::Mp3));
    for fact in ["3 分 20 秒", "MP3", "44.1 kHz", "128 kbps", "立體聲", "波形"] {
        assert!(window.has(fact), "{fact}");
    }
    assert!(window.desk.borrow().state.viewer.was_painted(FILE));
    window.click("以預設播放器開啟");
    assert_eq!(
        window.desk.borrow().items,
        [ItemAction::OpenOutside(ITEM, Slot::Media)]
    );
    let video = Window::new(sound(FileKind::Mp4), WIDE, Theme::Light);
    assert!(video.has("1920 × 1080") && video.has("H.265"));
}

#[test]
fn extreme_pages_break_nothing() {
    let page = |width, height| PageSize { width, height };
    let mut window = window(pdf(
        vec![
            page(1.0, 14_400.0),
            page(14_400.0, 1.0),
            page(595.0, 842.0),
            page(0.0, 0.0),
            page(14_400.0, 14_400.0),
        ],
        Vec::new(),
    ));
    window.act(ViewerAction::Zoom(Zoom::Natural(8.0)));
    for last in 0..5 {
        window.act(ViewerAction::GoTo(Pane::Beside, last));
    }
    window.press(Key::R);
    window.press(Key::P);
    window.press(Key::End);
    assert_eq!(window.page(), 4);
}
