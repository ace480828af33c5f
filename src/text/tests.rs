//! What holds for every sentence of the program.

use chrono::Duration;

use super::samples::{self, now};
use super::{
    Message, WindowLine, WindowQuestion, active_banner, active_content, active_content_meaning, dates, faq,
    history_line, labels, no_preview, notes, refusal, rights, rosters, store_trouble, timetable, trouble,
    window_line,
};
use crate::domain::access::{Right, Role};
use crate::domain::account::{InitialPassword, Status};
use crate::domain::act::{Act, LibraryKind, Overdue};
use crate::domain::active_content::{ActiveContent, ActiveCount};
use crate::domain::activity::Category;
use crate::domain::course::{CourseKind, EnrolmentMode};
use crate::domain::file::{ContentCaution, FileKind, Slot};
use crate::domain::limits::Limits;
use crate::domain::outcome::{OutcomeState, ReturnReason, WorkKind};
use crate::domain::quota::Counter;
use crate::domain::refusal::Refusal;
use crate::domain::term_rules::LimitName;
use crate::domain::window::{Phase, Window, WindowKind};

/// Mainland usage, with the Taiwanese words beside them.
const MAINLAND: &str = "文件夾 保存 默認 鼠標 U盤 視頻 音頻 屏幕 軟件 數據 信息 創建 導入 導出 撤銷 搜索 網絡 \
    打印 鏈接 硬盤 文檔 模塊 程序 用戶 界面 加載 服務器 支持 激活 刷新 菜單 窗口 質量 剪切 粘貼 字符 字節 內存 \
    優化 緩存 賬 回車 文件 郵箱 圖標 截屏 二進制 備注 登陸 設置 上載 光盤 磁盤 短信 移動硬盤 當前 缺省 返回 退出登錄 \
    卸載 添加 運行 重命名 複選框 單擊 雙擊 右鍵 拖拽 壓縮包 幻燈片 攝像 智能 高考 學分制 班主任 臺式";
/// Taiwanese words that contain one of the above.
const TAIWANESE: [&str; 2] = ["證明文件", "處理程序"];

fn lines() -> Vec<WindowLine> {
    let mut all = Vec::new();
    for kind in WindowKind::ALL {
        let windows = [
            None,
            Some(samples::window(kind, "2026-02-23T08:00", "2026-06-30T23:59")),
            Some(samples::window(kind, "2025-09-01T08:00", "2026-02-03T23:59")),
            Some(samples::window(kind, "2025-09-01T08:00", "2026-06-30T23:59")),
            Some(samples::window(kind, "2025-09-01T08:00", "2026-01-20T23:59")),
        ];
        for window in &windows {
            for library in [LibraryKind::School, LibraryKind::Personal] {
                for next in [None, windows[1].as_ref()] {
                    all.push(window_line(
                        &question(library, window.as_ref(), next, kind),
                        now(),
                    ));
                }
            }
        }
    }
    all
}

fn question<'a>(
    library: LibraryKind,
    window: Option<&'a Window>,
    next: Option<&'a Window>,
    kind: WindowKind,
) -> WindowQuestion<'a> {
    WindowQuestion {
        library,
        kind,
        period: samples::period(kind),
        window,
        next,
    }
}

fn messages() -> Vec<Message> {
    let refusals = samples::refusals();
    let troubles = samples::troubles();
    let refusals = refusals.iter().map(|sample| refusal(sample, now()));
    let no_previews = samples::no_previews().into_iter().map(no_preview);
    let no_films = samples::no_films();
    let no_films = no_films
        .iter()
        .flat_map(|reason| [None, Some("H.265")].map(|codec| super::viewer::no_film(*reason, codec)));
    refusals
        .chain(troubles.iter().map(store_trouble))
        .chain(
            samples::dates::cautions()
                .iter()
                .map(|sample| timetable::caution(sample, None)),
        )
        .chain(no_previews)
        .chain(no_films)
        .chain(active_banner(&active()))
        .chain(rosters::samples::messages())
        .collect()
}

fn active() -> [ActiveCount; ActiveContent::ALL.len()] {
    ActiveContent::ALL.map(|content| ActiveCount { content, count: 3 })
}

fn all_labels() -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    all.extend(
        OutcomeState::ALL
            .into_iter()
            .flat_map(|it| [labels::state(it), labels::state_meaning(it)]),
    );
    all.extend(Act::ALL.map(labels::act));
    all.extend(WorkKind::ALL.map(labels::work_kind));
    all.extend(ReturnReason::ALL.map(labels::return_reason));
    all.extend(samples::origins().into_iter().map(labels::origin));
    all.extend(
        [Slot::Document, Slot::Media]
            .into_iter()
            .flat_map(|it| [labels::slot(it), labels::slot_formats(it)]),
    );
    all.extend(FileKind::ALL.map(labels::file_kind));
    all.extend(ActiveContent::ALL.map(active_content));
    all.extend(ActiveContent::ALL.map(active_content_meaning));
    all.extend(
        [ContentCaution::CannotPreview, ContentCaution::NotFullyInspected].map(labels::content_caution),
    );
    let overdue = [Overdue::NotSubmitted, Overdue::NotMended, Overdue::NotDecided];
    all.extend(
        overdue
            .into_iter()
            .flat_map(|it| [labels::overdue(it), labels::overdue_meaning(it)]),
    );
    all.extend(
        [
            Phase::Unannounced,
            Phase::NotOpen,
            Phase::Open,
            Phase::ClosingSoon,
            Phase::Closed,
        ]
        .map(labels::phase_name),
    );
    all.extend(
        WindowKind::ALL
            .into_iter()
            .flat_map(|it| [labels::window_kind(it), labels::window_acts(it)]),
    );
    all.extend(CourseKind::ALL.map(labels::course_kind));
    all.extend(
        [
            EnrolmentMode::Regular,
            EnrolmentMode::Retake,
            EnrolmentMode::MakeUp,
            EnrolmentMode::RepeatedYear,
            EnrolmentMode::Transfer,
            EnrolmentMode::Guest,
        ]
        .map(labels::enrolment_mode),
    );
    all.extend(
        [
            Role::Student,
            Role::Teacher,
            Role::Homeroom,
            Role::Registry,
            Role::StudentAffairs,
            Role::Administrator,
            Role::Owner,
        ]
        .map(labels::role),
    );
    for right in samples::rights() {
        assert!(Right::ALL.contains(&right), "{right:?} is not shown");
        all.extend([labels::right(right), rights::meaning(right)]);
        all.extend(right.grants().iter().map(|(_, reach)| rights::reach(*reach)));
    }
    all.push(rights::LEAD);
    all.extend(rights::PROMISES);
    all.extend(Status::ALL.map(labels::account_status));
    all.extend(InitialPassword::ALL.map(labels::initial_password));
    all.extend([Counter::Outcome, Counter::Activity].map(labels::counter));
    all.extend(LimitName::ALL.map(dates::limit_name));
    all.extend(
        [
            LibraryKind::School,
            LibraryKind::Personal,
            LibraryKind::Demonstration,
        ]
        .map(labels::library_kind),
    );
    all.extend(
        Category::ALL
            .into_iter()
            .flat_map(|it| [labels::category(it), labels::category_contents(it)]),
    );
    all
}

fn all_notes() -> Vec<String> {
    let limits = Limits::default();
    let until = Some(now());
    let mut all: Vec<String> = [
        notes::VOLUNTARY,
        notes::DESCRIPTION_NUDGE,
        notes::DRAFT_TRAP,
        notes::DESCRIPTION_COUNTING,
        notes::TITLE,
        notes::SELF_REPORTED,
        notes::ONE_COMPUTER,
        notes::NO_DATES,
        notes::RECOVERY_CODE,
        notes::REQUEST_RETURN,
        notes::RETURN_LOCKS_OUT,
        notes::CERTIFICATION_SCOPE,
    ]
    .map(str::to_owned)
    .into();
    all.extend([
        notes::first_login(),
        notes::login_hint(InitialPassword::NationalId).to_owned(),
        notes::login_hint(InitialPassword::Slip).to_owned(),
        notes::trash(&limits),
        notes::trash_until(until, until),
        notes::trash_until(until, None),
        notes::trash_until(None, until),
        notes::trash_until(None, None),
        notes::submit_confirmation(&["a.pdf", "b.mp3"], true),
        notes::delete_confirmation("筆記", until),
        notes::delete_confirmation("筆記", None),
        notes::near_limit(4_100_000, Slot::Document, &limits),
        notes::wrong_ending("a.doc", FileKind::Pdf),
        notes::same_bytes("a.pdf", &["筆記", "報告"]),
        notes::slot_rule(Slot::Media, &limits),
    ]);
    all
}

/// Every string this module can make.
fn every_string() -> Vec<String> {
    let mut all: Vec<String> = all_labels().into_iter().map(str::to_owned).collect();
    all.extend(all_notes());
    all.extend(messages().iter().map(Message::sentence));
    for line in lines() {
        all.extend([line.name, line.status, line.sentence]);
    }
    all.extend(
        samples::events()
            .iter()
            .map(|event| history_line(event, "林老師", event.for_teacher().map(|_| "游老師"))),
    );
    for entry in faq::entries(&Limits::default()) {
        all.extend([entry.question.to_owned(), entry.answer, faq::heading(entry.rule)]);
    }
    all.extend(super::imports::samples::strings());
    all.extend(dates::board::samples(now()));
    all.extend(dates::calendar::samples(&WindowKind::ALL.map(|kind| {
        samples::window(kind, "2026-02-23T08:00", "2026-06-30T23:59")
    })));
    all.extend(dates::page::samples(now()));
    all.extend(super::promotion::samples());
    all.push(trouble::waiting_for(&[]));
    all.extend(rosters::samples::strings());
    all
}

#[test]
fn messages_have_three_parts_of_whole_sentences() {
    let mut faults = Vec::new();
    for message in messages() {
        for part in [&message.what, &message.why, &message.cure] {
            if !part.ends_with('。') || part.chars().count() < 7 {
                faults.push(part.clone());
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn usage_is_taiwanese() {
    let mut faults = Vec::new();
    for text in every_string() {
        let rest = TAIWANESE
            .iter()
            .fold(text.clone(), |rest, word| rest.replace(word, ""));
        let words = MAINLAND.split_whitespace().filter(|word| rest.contains(word));
        faults.extend(words.map(|word| format!("{word}: {text}")));
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_character_can_be_written_in_cp950() {
    for text in every_string() {
        let (_, _, unmappable) = encoding_rs::BIG5.encode(&text);
        let culprits: Vec<char> = text
            .chars()
            .filter(|letter| encoding_rs::BIG5.encode(&letter.to_string()).2)
            .collect();
        assert!(!unmappable, "{culprits:?} in {text}");
    }
}

#[test]
fn han_and_latin_are_kept_apart() {
    let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let mut faults = Vec::new();
    for text in every_string() {
        let letters: Vec<char> = text.chars().collect();
        let touching = letters.windows(2).any(|pair| {
            let letter_and_han = is_han(pair[0]) && pair[1].is_ascii_alphanumeric()
                || pair[0].is_ascii_alphanumeric() && is_han(pair[1]);
            let half_width = is_han(pair[0]) && ",.;:!?".contains(pair[1]);
            letter_and_han || half_width
        });
        if touching || text.contains("  ") {
            faults.push(text);
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn different_names_for_different_things() {
    let mut names: Vec<&str> = Act::ALL.map(labels::act).into();
    names.extend(WorkKind::ALL.map(labels::work_kind));
    let before = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), before);
}

#[test]
fn a_closed_window_names_the_date_the_next_one_and_the_summer_rule() {
    let closed = samples::window(WindowKind::Activity, "2025-09-01T08:00", "2026-01-20T23:59");
    let next = samples::window(WindowKind::Activity, "2026-02-23T08:00", "2026-06-30T23:59");
    let shut = Refusal::WindowShut {
        kind: WindowKind::Activity,
        period: samples::period(WindowKind::Activity),
        phase: Phase::Closed,
        window: Some(closed),
        next: Some(next),
    };
    let sentence = refusal(&shut, now()).sentence();
    for part in [
        "114 學年度多元表現上傳已經截止",
        "115 年 1 月 20 日 (二) 23:59（台北時間）",
        "115 年 2 月 23 日 (一) 08:00 開放",
        "新學年度開放後可以補傳",
    ] {
        assert!(sentence.contains(part), "{part} not in {sentence}");
    }
}

#[test]
fn an_open_window_reads_as_in_the_announcement() {
    let window = samples::window(WindowKind::OutcomeUpload, "2025-09-01T08:00", "2026-02-03T23:59");
    let line = window_line(
        &question(
            LibraryKind::School,
            Some(&window),
            None,
            WindowKind::OutcomeUpload,
        ),
        now(),
    );
    assert_eq!(line.name, "課程成果上傳·114-1");
    assert_eq!(line.status, "即將截止，還有 2 天 5 小時");
    assert_eq!(
        line.sentence,
        "114-1 課程成果上傳：即將截止，115 年 2 月 3 日 (二) 23:59 截止（台北時間），還有 2 天 5 小時。"
    );
}

#[test]
fn a_window_line_changes_exactly_when_it_says() {
    let window = samples::window(WindowKind::Selection, "2026-02-02T08:00", "2026-02-09T23:59");
    let question = question(LibraryKind::School, Some(&window), None, WindowKind::Selection);
    let mut now = now();
    let mut phases = Vec::new();
    loop {
        let line = window_line(&question, now);
        if phases.last() != Some(&line.phase) {
            phases.push(line.phase);
        }
        let Some(wait) = line.changes_in else { break };
        let before = window_line(&question, now + wait - Duration::nanoseconds(1));
        assert_eq!((before.status, before.phase), (line.status.clone(), line.phase));
        let after = window_line(&question, now + wait);
        assert_ne!((after.status, after.phase), (line.status, line.phase));
        now += wait;
    }
    assert_eq!(
        phases,
        [Phase::NotOpen, Phase::Open, Phase::ClosingSoon, Phase::Closed]
    );
    assert_eq!(now, window.ends());
}

#[test]
fn too_big_says_by_how_much() {
    let limits = Limits::default();
    let problem =
        crate::domain::file::judge("報告.pdf", 5_452_595, FileKind::Pdf, &limits, false).unwrap_err();
    let name = "報告.pdf".to_owned();
    let sentence = refusal(&Refusal::File { name, problem }, now()).sentence();
    assert!(sentence.contains("「報告.pdf」"), "{sentence}");
    assert!(
        sentence.contains("檔案是 5.2 MB，超過上限 4 MB 多 1.2 MB"),
        "{sentence}"
    );
}
