//! The strip of pictures of a video.

use eframe::egui::Theme;
use licheng::domain::file::FileKind;
use licheng::domain::no_preview::{NoFilm, NoPreview};
use licheng::text::no_preview;
use licheng::worker::{Film, MediaOutline, Outline, PageSize};

use super::children::desk_with;
use super::sound;
use super::worker::*;

/// A film of this shape, with a picture at each of these times.
pub fn film(width: f32, height: f32, millis: Vec<u64>) -> Document {
    let pictures = Film::Pictures {
        size: PageSize { width, height },
        millis,
    };
    with(pictures, "H.264")
}

fn with(film: Film, codec: &str) -> Document {
    let document = sound(FileKind::Mp4);
    let Ok(Outline::Media(outline)) = document.outline else {
        panic!("a video");
    };
    Document {
        outline: Ok(Outline::Media(MediaOutline {
            film: Some(film),
            video_codec: Some(codec.to_owned()),
            ..outline
        })),
        ..document
    }
}

pub fn every_eighteen_seconds(count: u64) -> Vec<u64> {
    (0..count).map(|at| at * 18_181).collect()
}

#[test]
fn the_pictures_of_a_video_stand_in_order_with_their_times() {
    for size in [WIDE, NARROW, NARROWEST] {
        let video = film(1920.0, 1080.0, every_eighteen_seconds(12));
        let window = Window::new(video, size, Theme::Light);
        for time in ["0:00", "0:18", "1:12", "3:19"] {
            assert!(window.has(&format!("影片畫面 {time}")), "{time}");
        }
        let desk = window.desk.borrow();
        for page in 0..12 {
            let kept: Vec<_> = desk.state.viewer.parts.of_page(FILE, page).collect();
            assert_eq!(kept.len(), 1, "each is drawn once");
            assert_eq!((kept[0].1.width, kept[0].1.height), (140, 79));
        }
    }
    let window = window(film(1080.0, 1920.0, every_eighteen_seconds(12)));
    let kept = window.desk.borrow().state.viewer.parts.bytes();
    assert!(kept < 2_000_000, "{kept} bytes for a strip");
    assert!(window.has("波形") && window.has("以預設播放器開啟"));
}

#[test]
fn a_video_without_pictures_says_why_and_opens_in_the_player() {
    for (why, part) in [
        (NoFilm::OtherCodec, "以 AV1 編碼"),
        (NoFilm::Variety, "少見的 H.264 規格"),
        (NoFilm::TooLarge, "像素太多"),
        (NoFilm::NoPictureAlone, "沒有可以單獨畫出的畫面"),
    ] {
        let window = window(with(Film::Absent(why), "AV1"));
        assert!(window.has(part), "{why:?}");
        assert!(window.has("以預設播放器開啟") && !window.has("影片畫面"));
    }
}

#[test]
fn one_picture_that_fails_leaves_the_others() {
    let window = window(Document {
        page_fails: Some((2, NoPreview::CannotDraw)),
        ..film(1920.0, 1080.0, every_eighteen_seconds(6))
    });
    assert!(window.has("影片畫面 0:36 畫不出來"));
    assert!(window.has("影片畫面 0:18") && window.has("影片畫面 1:30"));
    assert!(!window.has("影片畫面 1:30 畫不出來"));
}

#[test]
fn when_the_only_picture_takes_too_long_it_can_be_tried_again() {
    let mut window = window(Document {
        page_fails: Some((0, NoPreview::TooSlow)),
        ..film(1920.0, 1080.0, vec![0])
    });
    assert!(window.has(&no_preview(NoPreview::TooSlow).why));
    assert!(!window.has("影片畫面 0:00"));
    window.desk.borrow_mut().document.page_fails = None;
    window.click_link("再試一次");
    assert!(window.has("影片畫面 0:00"));
}

#[test]
fn real_videos_show_their_pictures_and_hostile_ones_a_sentence() {
    let fixture = |name: &str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/media/film/");
        std::fs::read(format!("{folder}{name}")).unwrap()
    };
    let (mut desk, items) = desk_with(vec![
        ("seconds.mp4", fixture("seconds.mp4")),
        ("phone.mp4", fixture("hevc.mp4")),
    ]);
    assert_eq!(desk.state().panel.selection.open, Some(items[0].id));
    for time in ["0:00", "0:05", "0:14"] {
        assert!(desk.has(&format!("影片畫面 {time}")), "{time}");
    }
    assert!(!desk.has("畫不出來"));
    let viewer = &desk.state().viewer;
    let file = viewer.shown.as_ref().unwrap().file;
    let drawn = (0..12).filter(|page| viewer.parts.of_page(file, *page).next().is_some());
    assert_eq!(drawn.count(), 12);
    desk.harness.key_press(eframe::egui::Key::J);
    desk.settle();
    assert!(desk.has("以 H.265 編碼") && desk.has("以預設播放器開啟"));
}
