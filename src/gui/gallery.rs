//! All widgets on a few pages, in both themes and at the two sizes of window that must look right.
//! The pictures go to `target/pictures/`, to be looked at by a person.

use std::path::PathBuf;

use eframe::egui::{self, Frame, Margin, Panel, Ui};
use egui_kittest::Harness;

use super::fonts::{self, Text};
use super::icons;
use super::theme::{self, ThemeChoice, colors, size, space};
use super::widgets::*;

#[derive(Default)]
struct Sample {
    title: String,
    empty: String,
    account: String,
    secret: String,
    description: String,
    checked: bool,
    kind: usize,
}

fn sample() -> Sample {
    Sample {
        title: "以 Arduino 量測校園噪音".to_owned(),
        account: "11410023".to_owned(),
        secret: "correct horse".to_owned(),
        description: "我們在校園六個地點量測一週的噪音，比較上下課的差異，並提出改善建議。\n這份報告是小組作業，我負責感測器的程式與資料整理。".to_owned(),
        checked: true,
        ..Sample::default()
    }
}

#[derive(Clone, Copy)]
enum Page {
    Overview,
    Forms,
    Messages,
    Question,
}

fn frame_ui(ui: &mut Ui, sample: &mut Sample, page: Page) {
    let compact = ui.available_width() < 1100.0;
    let c = colors(ui);
    let bar = Frame::new()
        .fill(c.surface_raised)
        .inner_margin(Margin::symmetric(space::M as i8, space::XS as i8));
    Panel::top("bar").frame(bar).show(ui, |ui| bar_ui(ui, compact));
    let column = Frame::new()
        .fill(c.surface_sunken)
        .inner_margin(Margin::same(space::XS as i8));
    let width = if compact {
        size::NAV_COMPACT
    } else {
        size::NAV_WIDE
    };
    Panel::left("column")
        .frame(column)
        .resizable(false)
        .exact_size(width)
        .show(ui, |ui| nav_ui(ui, compact));
    let content = Frame::new().fill(c.surface);
    egui::CentralPanel::default().frame(content).show(ui, |ui| {
        page_ui(ui, "gallery", |ui| match page {
            Page::Overview => overview_ui(ui),
            Page::Forms => forms_ui(ui, sample),
            Page::Messages | Page::Question => messages_ui(ui),
        });
    });
    match page {
        Page::Question => {
            let _ = Dialog::new(
                "送出認證",
                "送出後就不能再修改，要請老師退回才能改。簡述雖然不是必填，但審查的人會先讀它。",
                "送出認證",
                "再看一下",
            )
            .show_with(ui.ctx(), |ui| {
                key_text_ui(ui, "課程", "程式設計·114-1 · 王堃");
                key_text_ui(ui, "檔案", "report.pdf　3.2 MB");
            });
        }
        Page::Messages => {
            let _ = Toast::new("已認證：林喆 程式設計", "關閉")
                .action("復原")
                .show(ui.ctx());
        }
        Page::Overview | Page::Forms => {}
    }
}

fn bar_ui(ui: &mut Ui, compact: bool) {
    ui.horizontal(|ui| {
        if !compact {
            ui.label(Text::strong("學習歷程檔案"));
        }
        menu_button_ui(ui, Button::quiet("114 學年度第 1 學期"), |_| ());
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            menu_button_ui(ui, Button::quiet("林喆").icon(icons::USER), |_| ());
            WindowBadge::new(Phase::Open, "課程成果上傳·114-1", "開放中·還有 5 天 5 小時").ui(ui);
            WindowBadge::new(Phase::ClosingSoon, "勾選·113 學年度", "即將截止·還有 2 天 5 小時").ui(ui);
            CounterBadge::new("多元表現", 20, 20).ui(ui);
            CounterBadge::new("課程學習成果", 3, 20).ui(ui);
        });
    });
}

fn nav_ui(ui: &mut Ui, compact: bool) {
    ui.spacing_mut().item_spacing.y = space::XXS;
    let entries = [
        (icons::HOUSE, "總覽", 0),
        (icons::BOOK_OPEN, "課程學習成果", 3),
        (icons::TROPHY, "多元表現", 0),
        (icons::CHECK_SQUARE_OFFSET, "勾選", 0),
        (icons::ARCHIVE, "我的備份", 0),
        (icons::QUESTION, "常見問題", 0),
    ];
    for (index, (icon, name, count)) in entries.into_iter().enumerate() {
        NavItem::new(icon, name)
            .selected(index == 1)
            .count(count)
            .compact(compact)
            .ui(ui);
    }
}

fn overview_ui(ui: &mut Ui) {
    PageHeader::new("課程學習成果")
        .sentence("114 學年度第 1 學期的成果可以上傳到 115 年 2 月 6 日（五）23:59，之後就不能再更改。")
        .action(Button::primary("新增成果").icon(icons::PLUS).shortcut("Ctrl+N"))
        .ui(ui);
    ui.columns(2, |columns| {
        card_ui(&mut columns[0], |ui| {
            quota_meter_ui(ui, "課程學習成果", 7, 20, Some("還可以新增 13 件"))
        });
        card_ui(&mut columns[1], |ui| {
            quota_meter_ui(ui, "多元表現", 20, 20, Some("已達上限，刪除一件才能再新增"))
        });
    });
    ui.add_space(space::XS);
    card_ui(ui, |ui| {
        section_header_ui(ui, "開放時間", Some("臺北時間"), |ui| {
            link_ui(ui, "怎麼算？")
        });
        timeline().ui(ui);
    });
    ui.add_space(space::XS);
    card_ui(ui, |ui| {
        section_header_ui(
            ui,
            "程式設計",
            Some("校訂必修·2 學分·王堃老師"),
            |ui| Button::secondary("新增").icon(icons::PLUS).ui(ui),
        );
        let rows = [
            (
                State::Draft,
                "編輯中",
                "以 Arduino 量測校園噪音",
                "實作作品",
                "report.pdf　3.2 MB",
            ),
            (
                State::Submitted,
                "認證中",
                "排序演算法的視覺化",
                "報告",
                "sort.mp4　9.8 MB",
            ),
            (
                State::Certified,
                "認證成功",
                "猜數字遊戲",
                "作業",
                "game.png　0.4 MB",
            ),
            (
                State::Returned,
                "認證失敗",
                "期末專題：𠮷祥物產生器，一個標題很長很長，長到一列放不下的成果名稱",
                "專題",
                "final.pdf　2.0 MB",
            ),
        ];
        let count = rows.len();
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, (state, word, title, kind, file)) in rows.into_iter().enumerate() {
            ListRow::new(format!("{title} {kind} {word}"))
                .selected(index == 1)
                .last(index + 1 == count)
                .ui(ui, index, |ui| row_ui(ui, state, word, title, kind, file));
        }
    });
}

fn row_ui(ui: &mut Ui, state: State, word: &str, title: &str, kind: &str, file: &str) {
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        number_cell_ui(ui, 80.0, |ui| ui.label(Text::secondary("11 月 20 日")));
        cell_ui(ui, size::CHIP_COLUMN, |ui| state_chip_ui(ui, state, word));
        cell_ui(ui, 136.0, |ui| ui.label(Text::secondary(file)));
        cell_ui(ui, 64.0, |ui| ui.label(Text::secondary(kind)));
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.add(egui::Label::new(Text::body(title)).truncate());
        });
    });
}

fn timeline() -> Timeline {
    let bar = |name: &str, from, to, phase, note: &str| TimelineBar {
        name: name.to_owned(),
        from,
        to,
        phase,
        note: note.to_owned(),
    };
    Timeline {
        bars: vec![
            bar(
                "課程成果上傳",
                0.1,
                0.62,
                Phase::Open,
                "到 2 月 6 日（五）23:59，還有 5 天 5 小時",
            ),
            bar("認證", 0.1, 0.72, Phase::NotOpen, "1 月 20 日開始"),
            bar("多元表現上傳", -0.2, 1.4, Phase::ClosingSoon, "還有 2 天 5 小時"),
            bar("勾選", 0.0, 0.08, Phase::Closed, "11 月 2 日已截止"),
        ],
        marks: vec![
            (0.08, "11 月".to_owned()),
            (0.4, "12 月".to_owned()),
            (0.72, "1 月".to_owned()),
        ],
        today: Some((0.31, "今天".to_owned())),
    }
}

fn forms_ui(ui: &mut Ui, sample: &mut Sample) {
    PageHeader::new("編輯成果")
        .sentence("還沒送出認證，現在都可以修改。")
        .action(Button::primary("儲存"))
        .ui(ui);
    ui.columns(2, |columns| {
        card_ui(&mut columns[0], |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            Field::new("標題", &mut sample.title)
                .help("供校內辨識，不會提交。")
                .ui(ui);
            Field::new("連結", &mut sample.empty)
                .hint("https://")
                .error(Some("這不是網址：請以 https:// 開頭。"))
                .ui(ui);
            MultilineField::new("簡述", &mut sample.description)
                .count(93, 100)
                .help("選填，但審查的人會先讀它。字數不算空白。")
                .ui(ui);
            Field::new("帳號（學號）", &mut sample.account)
                .width(240.0)
                .ui(ui);
            PasswordField::new("密碼", &mut sample.secret, "顯示密碼", "隱藏密碼")
                .width(240.0)
                .ui(ui);
        });
        let ui = &mut columns[1];
        card_ui(ui, |ui| {
            section_header_ui(ui, "按鈕", None, |_| ());
            ui.horizontal_wrapped(|ui| {
                Button::primary("送出認證").icon(icons::PAPER_PLANE_TILT).ui(ui);
                Button::secondary("另存新檔…").icon(icons::DOWNLOAD_SIMPLE).ui(ui);
                Button::danger("刪除").icon(icons::TRASH).ui(ui);
                Button::quiet("取消").ui(ui);
                Button::icon_only(icons::DOTS_THREE, "更多").ui(ui);
            });
            ui.horizontal_wrapped(|ui| {
                Button::primary("送出認證")
                    .disabled_because(Some("還沒有檔案"))
                    .ui(ui);
                Button::secondary("復原")
                    .shortcut("U")
                    .disabled_because(Some("沒有可以復原的"))
                    .ui(ui);
                Button::quiet("下一件").shortcut("N").enabled(false).ui(ui);
                menu_button_ui(ui, Button::secondary("認證失敗").shortcut("F"), |_| ());
            });
            divider_ui(ui);
            ui.horizontal_wrapped(|ui| {
                for (state, word) in State::ALL
                    .into_iter()
                    .zip(["編輯中", "認證中", "認證成功", "認證失敗"])
                {
                    state_chip_ui(ui, state, word);
                }
            });
            ui.horizontal_wrapped(|ui| {
                for (phase, word) in
                    Phase::ALL
                        .into_iter()
                        .zip(["尚未公布", "未開放", "開放中", "即將截止", "已截止"])
                {
                    WindowBadge::new(phase, "認證·114-1", word).ui(ui);
                }
            });
            divider_ui(ui);
            if let Some(kind) = tabs_ui(ui, &["待認證 22", "全部 34", "已退回 1"], sample.kind) {
                sample.kind = kind;
            }
            ui.horizontal(|ui| {
                let _ = select_ui(ui, "kind", "種類", &["實作作品", "報告"], Some(0), "");
                let _ = ui.button("egui 的按鈕");
            });
            ui.checkbox(&mut sample.checked, "這是我本人的作品");
            ui.radio_value(&mut sample.kind, 0, "文件");
        });
        ui.add_space(space::XS);
        card_ui(ui, |ui| {
            key_text_ui(ui, "檔案", "report.pdf　3,355,443 位元組");
            key_text_ui(ui, "更新", "114 年 11 月 20 日（四）14:05");
            key_value_ui(ui, "狀態", |ui| state_chip_ui(ui, State::Certified, "認證成功"));
            Progress::new("正在讀取 sort.mp4", 0.42).cancel("取消").ui(ui);
            waiting_ui(ui, "等待其他視窗選檔…");
        });
        ui.add_space(space::XS);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 96.0), egui::Sense::hover());
        drop_zone_ui(ui, rect, "放到「程式設計」", true);
    });
}

fn messages_ui(ui: &mut Ui) {
    PageHeader::new("多元表現")
        .sentence("十類活動都放在這裡，整學年都可以上傳。")
        .ui(ui);
    Notice::new(NoticeKind::Refusal, "report.docx 沒有加入")
        .why("這是 Word 文件，只接受 pdf、jpg、png、mp3 和 mp4。")
        .now("請在 Word 選「另存新檔」存成 PDF，再加入一次。")
        .action("看可以上傳的檔案")
        .ui(ui);
    Notice::new(NoticeKind::Caution, "2 件還在編輯中，上傳 2 天 5 小時後截止")
        .why("沒有送出認證，老師看不到，也不能勾選。")
        .action("看這 2 件")
        .ui(ui);
    Notice::new(NoticeKind::Info, "上傳是自願的")
        .why("沒有上傳就沒有可以勾選的成果，升學時會少一份資料。")
        .ui(ui);
    Notice::new(NoticeKind::Success, "備份完成，60 個檔案都核對過").ui(ui);
    card_ui(ui, |ui| {
        EmptyState::new(
            icons::TROPHY,
            "還沒有多元表現",
            "幹部、競賽、志工、檢定……課堂以外的經驗都可以放在這裡。",
        )
        .action(Button::secondary("新增第一件").icon(icons::PLUS))
        .ui(ui);
    });
}

fn harness<'a>(page: Page, theme: egui::Theme, window: [f32; 2]) -> Harness<'a, Sample> {
    Harness::builder()
        .with_size(window)
        .with_max_steps(8)
        .with_theme(theme)
        .wgpu()
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            theme::apply(ctx, ThemeChoice::System);
        })
        .build_ui_state(move |ui, sample| frame_ui(ui, sample, page), sample())
}

fn pictures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/pictures")
}

/// Draws everything: a missing glyph, a nameless input or a screen that never settles fails here.
#[test]
fn every_widget_is_drawn_in_both_themes_and_sizes() {
    std::fs::create_dir_all(pictures()).unwrap();
    for (page, page_name) in [
        (Page::Overview, "overview"),
        (Page::Forms, "forms"),
        (Page::Messages, "messages"),
        (Page::Question, "question"),
    ] {
        for (theme, theme_name) in [(egui::Theme::Light, "light"), (egui::Theme::Dark, "dark")] {
            for window in [[1280.0, 800.0], [1024.0, 700.0]] {
                let mut harness = harness(page, theme, window);
                harness.run();
                let picture = harness.render().unwrap();
                assert_eq!(picture.dimensions(), (window[0] as u32, window[1] as u32));
                picture
                    .save(pictures().join(format!("kit-{page_name}-{theme_name}-{}.png", window[0])))
                    .unwrap();
            }
        }
    }
}
