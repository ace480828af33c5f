//! The document pane without a window: answers are made by hand.

mod film;
mod talk;

use super::answered;
use crate::domain::id::FileId;
use crate::domain::no_preview::NoPreview;
use crate::gui::state::Asked;
use crate::gui::viewer::{BUDGET_BYTES, Larger, Pane, Place, Sight, ViewerAction, Zoom};
use crate::worker::{Answer, FoundText, Outline, PageSize, PageView, Request, TextHit, Ticket, Trouble};

use talk::*;

#[test]
fn what_is_in_sight_is_asked_for_first_and_never_much_at_once() {
    let mut talk = Talk::new(a4(500));
    talk.act(ViewerAction::Prepare(vec![
        shown(2),
        shown(3),
        shown(4),
        shown(5),
        shown(6),
    ]));
    talk.show(1);
    assert!(
        talk.open
            .values()
            .any(|request| matches!(request, Request::Outline { file: FileId(1), .. })),
        "the open one comes before the neighbours: {:?}",
        talk.open
    );
    while talk.state.viewer.outline().is_none() {
        assert!(talk.answer_one());
    }
    let viewer = &talk.state.viewer;
    let width = viewer.layout(PANE).unwrap().page(0).unwrap().width;
    assert!(talk.views().contains(&PageView {
        page: 0,
        width_px: width,
        part: None
    }));
    talk.settle();
    assert!(talk.most <= 4, "{} requests at once", talk.most);
    assert!(talk.state.viewer.parts.bytes() < BUDGET_BYTES);
    let seen = talk.state.viewer.parts.of_page(FileId(1), 0).count();
    assert_eq!(seen, 1);
    assert!(
        talk.state.viewer.parts.of_page(FileId(1), 30).next().is_none(),
        "far pages wait"
    );
    for neighbour in 2..5 {
        assert!(
            talk.state
                .viewer
                .parts
                .of_page(FileId(neighbour), 0)
                .next()
                .is_some()
        );
    }
    assert!(
        talk.state.viewer.documents.get(FileId(6)).is_none(),
        "only the nearest are prepared"
    );
}

#[test]
fn a_prepared_neighbour_is_there_at_once() {
    let mut talk = Talk::new(a4(3));
    talk.show(1);
    talk.act(ViewerAction::Prepare(vec![shown(2)]));
    talk.settle();
    talk.show(2);
    let viewer = &talk.state.viewer;
    let layout = viewer.layout(PANE).expect("laid out before anything is drawn");
    let view = PageView {
        page: 0,
        width_px: layout.page(0).unwrap().width,
        part: None,
    };
    assert!(viewer.parts.has(FileId(2), view), "crisp in the first frame");
}

#[test]
fn for_the_second_window_neighbours_are_prepared_and_nothing_for_the_pane_that_is_away() {
    let mut talk = Talk::new(a4(3));
    talk.act(ViewerAction::TogglePane(Pane::SecondWindow));
    let sight = Sight {
        width: 900.0,
        height: 1000.0,
        pixels_per_point: 1.0,
    };
    talk.act(ViewerAction::Seen(Pane::SecondWindow, sight));
    talk.show(1);
    talk.act(ViewerAction::Prepare(vec![shown(2)]));
    talk.settle();
    let widths = |talk: &Talk, file| -> Vec<u32> {
        let pictures = talk.state.viewer.parts.of_page(FileId(file), 0);
        pictures.map(|(view, _)| view.width_px).collect()
    };
    let layout = |talk: &Talk, pane| {
        let layout = talk.state.viewer.layout(pane);
        layout.unwrap().page(0).unwrap().width
    };
    let there = layout(&talk, Pane::SecondWindow);
    assert_eq!(widths(&talk, 1), [there]);
    assert_eq!(widths(&talk, 2), [there], "crisp in its first frame");
    // Alone in the first window as well, both are drawn.
    talk.act(ViewerAction::TogglePane(Pane::Alone));
    talk.settle();
    assert_eq!(widths(&talk, 2), [layout(&talk, Pane::Alone), there]);
    talk.act(ViewerAction::TogglePane(Pane::Beside));
    talk.show(3);
    talk.settle();
    assert_eq!(
        widths(&talk, 3),
        [layout(&talk, Pane::Beside)],
        "the second window is closed"
    );
}

#[test]
fn pages_that_were_scrolled_past_are_given_up_and_their_answers_dropped() {
    let mut talk = Talk::new(a4(500));
    talk.show(1);
    talk.answer_one();
    let first: Vec<(Ticket, Request)> = talk.open.clone().into_iter().collect();
    assert!(talk.draws_page(0));
    talk.act(ViewerAction::GoTo(PANE, 300));
    assert!(!first.is_empty() && first.iter().all(|(ticket, _)| talk.cancelled.contains(ticket)));
    assert!(talk.draws_page(300));
    let bytes = talk.state.viewer.parts.bytes();
    for (ticket, request) in first {
        let answer = talk.answer(&request);
        talk.hear(ticket, Ok(answer));
    }
    assert_eq!(talk.state.viewer.parts.bytes(), bytes, "too late");
}

#[test]
fn what_a_person_waits_for_takes_the_place_of_what_is_prepared() {
    let slide = PageSize {
        width: 842.0,
        height: 300.0,
    };
    let mut talk = Talk::new(Outline::Pages {
        pages: vec![slide; 9],
        active: Vec::new(),
    });
    talk.act(ViewerAction::Prepare(vec![shown(2), shown(3), shown(4)]));
    while talk
        .open
        .values()
        .any(|request| matches!(request, Request::Outline { .. }))
    {
        talk.answer_one();
    }
    assert_eq!(talk.open.len(), 4, "busy with neighbours");
    talk.show(9);
    assert!(
        talk.open
            .values()
            .any(|request| matches!(request, Request::Outline { file: FileId(9), .. }))
    );
    assert_eq!(talk.open.len(), 4);
}

#[test]
fn a_pane_whose_edge_is_dragged_lets_the_running_page_through() {
    let mut talk = Talk::new(a4(1));
    talk.show(1);
    talk.answer_one();
    let running = talk.views();
    for width in 0..50 {
        let width = 560.0 - width as f32;
        talk.act(ViewerAction::Seen(PANE, Sight { width, ..SIGHT }));
    }
    assert_eq!(talk.views(), running, "one page at a time, not one per width");
    assert!(talk.cancelled.is_empty());
    talk.answer_one();
    let wanted = talk.state.viewer.layout(PANE).unwrap().page(0).unwrap().width;
    assert_eq!(
        talk.views(),
        [PageView {
            page: 0,
            width_px: wanted,
            part: None
        }]
    );
}

#[test]
fn a_thousand_documents_take_no_more_memory_than_fifty() {
    let mut talk = Talk::new(a4(4));
    let mut after_fifty = 0;
    for file in 0..1000 {
        talk.show(file);
        talk.act(ViewerAction::Prepare(vec![
            shown(file + 1),
            shown(file.saturating_sub(1)),
        ]));
        talk.settle();
        talk.act(ViewerAction::End(PANE));
        talk.settle();
        assert!(talk.state.viewer.parts.bytes() <= BUDGET_BYTES, "after {file}");
        if file == 50 {
            after_fifty = talk.state.viewer.parts.bytes();
        }
    }
    assert!(
        after_fifty > BUDGET_BYTES / 2,
        "the cache is too small for all: {after_fifty}"
    );
    assert!(talk.state.viewer.documents.len() <= 24);
    assert!(talk.state.asked.is_empty());
}

#[test]
fn tiles_are_asked_for_in_sight_alone() {
    let mut talk = Talk::new(a4(1));
    talk.show(1);
    talk.settle();
    talk.act(ViewerAction::Zoom(Zoom::Natural(8.0)));
    assert!(
        talk.views()
            .iter()
            .all(|view| view.part.is_some() || view.width_px < 1000)
    );
    talk.settle();
    let tiles = talk
        .state
        .viewer
        .parts
        .of_page(FileId(1), 0)
        .filter(|(view, _)| view.part.is_some());
    let tiles = tiles.count();
    assert!((1..=12).contains(&tiles), "{tiles} tiles of 6347 × 8981 pixels");
}

#[test]
fn a_page_that_cannot_be_drawn_is_not_asked_for_again_until_told_so() {
    let mut talk = Talk::new(a4(1));
    talk.show(1);
    talk.answer_one();
    let (ticket, request) = talk.open.pop_first().unwrap();
    let Request::Draw { file, view, .. } = request else {
        panic!("{request:?}");
    };
    let image = Err(NoPreview::TooSlow);
    talk.hear(ticket, Ok(Answer::Drawn { file, view, image }));
    assert!(talk.open.is_empty());
    let absent = talk.state.viewer.absent(PANE, 0);
    assert!(absent.is_some_and(|why| why.may_pass()));
    talk.act(ViewerAction::Retry);
    assert!(talk.draws_page(0));
    talk.settle();
    assert!(talk.state.viewer.absent(PANE, 0).is_none());
}

#[test]
fn a_page_too_large_at_one_magnification_comes_back_at_a_smaller_one() {
    let mut talk = Talk::new(a4(1));
    talk.show(1);
    talk.answer_one();
    talk.act(ViewerAction::Zoom(Zoom::Natural(8.0)));
    while let Some((ticket, request)) = talk.open.pop_first() {
        let Request::Draw { file, view, .. } = request else {
            panic!("{request:?}");
        };
        let image = Err(NoPreview::TooLarge);
        talk.hear(ticket, Ok(Answer::Drawn { file, view, image }));
    }
    assert!(talk.state.viewer.absent(PANE, 0).is_some());
    talk.act(ViewerAction::ZoomStep(PANE, Larger::No));
    assert!(talk.open.is_empty(), "still larger than what was too large");
    talk.act(ViewerAction::Zoom(Zoom::Natural(0.5)));
    assert!(talk.draws_page(0), "smaller it is tried");
    talk.settle();
    assert!(talk.state.viewer.absent(PANE, 0).is_none());
    talk.act(ViewerAction::Zoom(Zoom::Natural(8.0)));
    assert!(talk.open.is_empty(), "and the large one is not asked for again");
}

#[test]
fn tiles_that_fail_leave_the_stand_in_and_the_fit_is_drawn_anew() {
    let mut talk = Talk::new(a4(1));
    talk.show(1);
    talk.answer_one();
    talk.act(ViewerAction::Zoom(Zoom::Natural(8.0)));
    while let Some((ticket, request)) = talk.open.pop_first() {
        let answer = match &request {
            Request::Draw { file, view, .. } if view.part.is_some() => Answer::Drawn {
                file: *file,
                view: *view,
                image: Err(NoPreview::TooLarge),
            },
            other => talk.answer(other),
        };
        talk.hear(ticket, Ok(answer));
    }
    assert!(
        talk.state.viewer.absent(PANE, 0).is_none(),
        "the coarse page stands in"
    );
    talk.act(ViewerAction::Zoom(Zoom::FitWidth));
    talk.settle();
    let width_px = talk.state.viewer.layout(PANE).unwrap().page(0).unwrap().width;
    let view = PageView {
        page: 0,
        width_px,
        part: None,
    };
    assert!(talk.state.viewer.parts.has(FileId(1), view), "crisp at the fit");
}

#[test]
fn a_document_that_cannot_be_opened_says_why_and_can_be_tried_again() {
    let mut talk = Talk::new(a4(1));
    talk.show(1);
    let (ticket, _) = talk.open.pop_first().unwrap();
    talk.hear(ticket, Err(Trouble::Crashed));
    assert!(talk.open.is_empty(), "not again and again");
    assert!(talk.state.viewer.documents.absent(FileId(1), 0, 100).is_some());
    talk.act(ViewerAction::Retry);
    talk.settle();
    assert_eq!(talk.state.viewer.page_count(), 1);
}

#[test]
fn an_answer_of_the_wrong_kind_is_said_once() {
    let mut talk = Talk::new(a4(1));
    talk.show(1);
    let (ticket, _) = talk.open.pop_first().unwrap();
    let Some(Asked::Viewer(asked)) = talk.state.asked.remove(&ticket) else {
        panic!("asked by the pane");
    };
    let effects = answered(&mut talk.state, ticket, asked, Answer::Done);
    assert!(effects.is_empty(), "{effects:?}");
    assert!(talk.state.viewer.documents.absent(FileId(1), 0, 100).is_some());
}

#[test]
fn magnification_steps_and_goes_back_to_the_fit() {
    let mut talk = Talk::new(a4(3));
    talk.show(1);
    talk.settle();
    // 600 points for 595 points of paper at 96 to the inch
    assert_eq!(talk.percent(), 76);
    talk.act(ViewerAction::ZoomStep(PANE, Larger::Yes));
    assert_eq!(talk.percent(), 90);
    talk.act(ViewerAction::ZoomStep(PANE, Larger::No));
    assert_eq!(talk.percent(), 75);
    talk.act(ViewerAction::ZoomAt(PANE, 100.0, [0.0, 0.0]));
    assert_eq!(talk.percent(), 800);
    talk.act(ViewerAction::ToggleFit(PANE, [10.0, 10.0]));
    assert_eq!(talk.state.viewer.zoom(), Zoom::FitWidth);
    talk.act(ViewerAction::ToggleFit(PANE, [10.0, 10.0]));
    assert_eq!(talk.percent(), 151);
    talk.show(2);
    assert_eq!(
        talk.state.viewer.zoom(),
        Zoom::FitWidth,
        "the next document is fitted again"
    );
    talk.act(ViewerAction::Zoom(Zoom::FitPage));
    talk.show(3);
    assert_eq!(talk.state.viewer.zoom(), Zoom::FitPage, "as the one before");
}

#[test]
fn every_document_is_found_where_it_was_left() {
    let mut talk = Talk::new(a4(20));
    talk.show(1);
    talk.settle();
    talk.act(ViewerAction::GoTo(PANE, 7));
    talk.act(ViewerAction::Rotate);
    talk.show(2);
    talk.settle();
    assert_eq!(
        (
            talk.state.viewer.current_page(PANE),
            talk.state.viewer.turn().degrees()
        ),
        (0, 0)
    );
    talk.show(1);
    assert_eq!(
        (
            talk.state.viewer.current_page(PANE),
            talk.state.viewer.turn().degrees()
        ),
        (7, 90)
    );
    assert_eq!(talk.state.viewer.place(Pane::SecondWindow), Place::default());
}

#[test]
fn turning_draws_nothing_anew_that_has_the_right_size() {
    let mut talk = Talk::new(a4(1));
    talk.show(1);
    talk.settle();
    talk.act(ViewerAction::Zoom(Zoom::Natural(0.5)));
    talk.settle();
    talk.act(ViewerAction::Rotate);
    assert!(talk.open.is_empty(), "{:?}", talk.open);
}

#[test]
fn a_search_goes_from_hit_to_hit_and_drops_what_was_asked_before() {
    let mut talk = Talk::new(a4(10));
    talk.show(1);
    talk.settle();
    talk.act(ViewerAction::OpenSearch);
    talk.act(ViewerAction::SearchFor("單".into()));
    let (old, _) = talk.open.first_key_value().map(|(t, r)| (*t, r.clone())).unwrap();
    talk.act(ViewerAction::SearchFor("單擺".into()));
    assert!(
        talk.cancelled.contains(&old),
        "the shorter text is not wanted any more"
    );
    let (ticket, request) = talk.open.pop_first().unwrap();
    assert!(matches!(&request, Request::FindText { text, .. } if text == "單擺"));
    let hit = |page| TextHit {
        page,
        boxes: vec![[0.1, 0.5, 0.3, 0.52]],
    };
    let found = FoundText {
        has_text: true,
        hits: vec![hit(2), hit(5), hit(8)],
        more: false,
    };
    talk.hear(
        ticket,
        Ok(Answer::Found {
            file: FileId(1),
            text: "單擺".into(),
            found: Ok(found),
        }),
    );
    let page = |talk: &Talk| talk.state.viewer.current_page(PANE);
    assert_eq!(page(&talk), 2);
    let mut pages = Vec::new();
    for forward in [true, true, true, false] {
        talk.act(ViewerAction::SearchStep { forward });
        pages.push(page(&talk));
    }
    assert_eq!(pages, [5, 8, 2, 8]);
    talk.show(2);
    assert!(
        talk.state.viewer.search.hits().is_empty(),
        "hits belong to their document"
    );
}

#[test]
fn without_a_session_nothing_is_asked() {
    let mut talk = Talk::new(a4(1));
    talk.state.session = None;
    talk.show(1);
    assert!(talk.open.is_empty());
}
