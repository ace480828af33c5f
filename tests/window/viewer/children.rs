//! The panel over real children, with files made to bring them down: the pane says why there is nothing to
//! see, and the window goes on.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::Key;
use licheng::domain::file::{FileKind, Inspection};
use licheng::domain::id::ItemId;
use licheng::engine::{Clock, Engine, ItemView, SeededIds};
use licheng::media::{
    CHILD_ARGUMENT, ChildLimits, ChildPool, Document, FoundText, InspectFailure, Inspector, Outline,
    PageView, PreviewFailure, PreviewImage, Stop, likely_kind,
};
use licheng::store::{Library, SharedMemory};

use crate::desk::{Desk, PLAIN, school_in};
use crate::samples;
use crate::school::submit;

/// Takes every file as what it says it is, so that these can be handed in at all; opens them in children.
struct Trusting(ChildPool);

impl Inspector for Trusting {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure> {
        match likely_kind(bytes) {
            Some(kind) => Ok(Inspection {
                kind,
                facts: None,
                cautions: Vec::new(),
            }),
            None => self.0.inspect(bytes),
        }
    }

    fn preview(
        &self,
        bytes: &[u8],
        kind: FileKind,
        page: u32,
        width_px: u32,
    ) -> Result<PreviewImage, PreviewFailure> {
        self.0.preview(bytes, kind, page, width_px)
    }

    fn outline(&self, document: &Document, stop: &Stop) -> Result<Outline, PreviewFailure> {
        self.0.outline(document, stop)
    }

    fn draw(&self, document: &Document, view: PageView, stop: &Stop) -> Result<PreviewImage, PreviewFailure> {
        self.0.draw(document, view, stop)
    }

    fn find(&self, document: &Document, text: &str, stop: &Stop) -> Result<FoundText, PreviewFailure> {
        self.0.find(document, text, stop)
    }
}

fn children() -> Arc<dyn Inspector> {
    let limits = ChildLimits {
        time: Duration::from_secs(3),
        ..ChildLimits::default()
    };
    let program = env!("CARGO_BIN_EXE_licheng").into();
    Arc::new(Trusting(ChildPool::with_limits(
        program,
        vec![CHILD_ARGUMENT.into()],
        2,
        limits,
    )))
}

/// The teacher's desk with these files waiting, the first for longest.
pub fn desk_with(files: Vec<(&str, Vec<u8>)>) -> (Desk, Vec<ItemView>) {
    let memory = SharedMemory::default();
    let mut school = school_in(memory.clone());
    school.engine.library().close().unwrap();
    let inspector = children();
    school.engine = Engine::new(
        Library::open_with_backend(memory).unwrap(),
        Arc::clone(&school.clock) as Arc<dyn Clock>,
        Arc::new(SeededIds::new("children")),
        Arc::clone(&inspector),
    );
    let student = school.login("s1");
    let items = files
        .into_iter()
        .map(|(name, bytes)| {
            let file = school.stage(&student, name, &bytes);
            let new = licheng::engine::Command::AddOutcome(school.new_outcome(name, vec![file]));
            let item = school.item(&student, &new);
            let item = school.item(&student, &submit(&item));
            school
                .clock
                .set(Clock::now(&*school.clock) + chrono::Duration::minutes(1));
            item
        })
        .collect();
    let mut desk = Desk::with_inspector(Some(school.engine), school.clock, &PLAIN, inspector);
    desk.log_in("t1", "demo-t1");
    (desk, items)
}

fn open(desk: &Desk) -> Option<ItemId> {
    desk.state().panel.selection.open
}

#[test]
fn hostile_files_become_sentences_and_the_next_item_is_there() {
    let (mut desk, items) = desk_with(vec![
        ("endless.pdf", samples::pdf_endless_drawing()),
        ("nested.pdf", samples::pdf_nested(100_000)),
        ("huge.png", samples::png_claiming(160_000, 160_000, b"")),
        ("good.pdf", samples::pdf(1)),
    ]);
    let reasons = ["時限內畫不完", "內容已損壞", "像素太多"];
    for (item, reason) in items.iter().zip(reasons) {
        assert_eq!(open(&desk), Some(item.id));
        assert!(desk.has("這裡無法顯示這個檔案"), "{}", item.title);
        assert!(
            desk.has(reason),
            "{}: {:?}",
            item.title,
            desk.state().viewer.documents
        );
        // The sentence counts as seen: the item can be decided, and the way on is open.
        assert!(desk.can_press("認證成功"));
        desk.harness.key_press(Key::J);
        desk.settle();
    }
    assert_eq!(open(&desk), Some(items[3].id));
    assert!(!desk.has("這裡無法顯示這個檔案") && desk.has("第 1 頁"));

    // While a child is still at it, the window answers.
    for _ in 0..3 {
        desk.harness.key_press(Key::K);
        desk.settle();
    }
    assert_eq!(open(&desk), Some(items[0].id));
    desk.press_without_waiting("再試一次");
    assert!(
        desk.app().worker().unanswered() > 0,
        "it is being drawn once more"
    );
    desk.harness.key_press(Key::J);
    desk.harness.run();
    assert_eq!(open(&desk), Some(items[1].id));
    assert!(desk.has("內容已損壞"));
}
