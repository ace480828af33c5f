//! The document pane: what it shows, and what it asks the worker for.

mod asking;
#[cfg(test)]
mod tests;

use crate::domain::id::FileId;
use crate::domain::no_preview::NoPreview;
use crate::gui::effect::Effect;
use crate::gui::state::State;
use crate::gui::viewer::wanted::is_sound;
use crate::gui::viewer::{
    Absent, Larger, Pane, Place, Shown, Turn, Viewer, ViewerAction, step_down, step_up,
};
use crate::worker::{Answer, PreviewPixels, Ticket, Trouble};

use asking::pump;

/// What a request of the pane was for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewerAsked {
    Outline(FileId),
    Draw(FileId, crate::worker::PageView),
    Find(FileId, String),
}

pub(super) fn update(state: &mut State, action: ViewerAction) -> Vec<Effect> {
    let viewer = &mut state.viewer;
    match action {
        ViewerAction::Show(shown) => return show(state, shown),
        ViewerAction::Prepare(files) => return prepare(state, files),
        ViewerAction::Seen(pane, sight) => viewer.see(pane, sight),
        ViewerAction::Scrolled(pane, place) => viewer.set_place(pane, place),
        ViewerAction::Zoom(zoom) => viewer.set_zoom(zoom),
        ViewerAction::ZoomStep(pane, larger) => zoom_step(viewer, pane, larger),
        ViewerAction::ZoomAt(pane, by, at) => {
            if let Some(factor) = viewer.factor(pane) {
                viewer.zoom_at(pane, factor * by, at);
            }
        }
        ViewerAction::ToggleFit(pane, at) => match viewer.factor(pane) {
            Some(factor) if viewer.zoom().fits() => viewer.zoom_at(pane, factor * 2.0, at),
            _ => viewer.refit(),
        },
        ViewerAction::Rotate => viewer.rotate(),
        ViewerAction::GoTo(pane, page) => viewer.set_place(pane, Place::top_of(page)),
        ViewerAction::PaneDown(pane) => viewer.move_to(pane, |layout, at| layout.pane_down(at)),
        ViewerAction::PaneUp(pane) => viewer.move_to(pane, |layout, at| layout.pane_up(at)),
        ViewerAction::Home(pane) => viewer.set_place(pane, Place::default()),
        ViewerAction::End(pane) => viewer.move_to(pane, |layout, [x, _]| [x, layout.content()[1]]),
        ViewerAction::ToggleThumbnails => viewer.thumbnails = !viewer.thumbnails,
        ViewerAction::ThumbnailsSeen(pane, pages, edges) => viewer.see_thumbnails(pane, pages, edges),
        ViewerAction::ToggleActiveContent => viewer.active_content = !viewer.active_content,
        ViewerAction::OpenSearch => {
            viewer.search.open = true;
            viewer.search.focus += 1;
        }
        ViewerAction::CloseSearch => viewer.search.open = false,
        ViewerAction::SearchFor(text) => {
            viewer.search.forget();
            viewer.search.text = text;
        }
        ViewerAction::SearchStep { forward } => {
            viewer.search.step(forward);
            show_hit(viewer);
        }
        ViewerAction::Retry => {
            if let Some(shown) = &viewer.shown {
                viewer.documents.of(shown.file).forget_failures();
            }
            if matches!(viewer.search.found, Some(Err(_))) {
                viewer.search.forget();
            }
        }
        ViewerAction::Painted(file) => viewer.painted(file),
        ViewerAction::TogglePane(Pane::Alone) => viewer.alone = !viewer.alone,
        ViewerAction::TogglePane(Pane::SecondWindow) => viewer.second_window = !viewer.second_window,
        ViewerAction::TogglePane(Pane::Beside) => {
            viewer.alone = false;
            viewer.second_window = false;
        }
    }
    pump(state)
}

fn zoom_step(viewer: &mut Viewer, pane: Pane, larger: Larger) {
    let (Some(factor), Some(sight)) = (viewer.factor(pane), viewer.sight(pane)) else {
        return;
    };
    let factor = match larger {
        Larger::Yes => step_up(factor),
        Larger::No => step_down(factor),
    };
    viewer.zoom_at(pane, factor, [sight.width / 2.0, sight.height / 2.0]);
}

/// Brings the current hit into sight, a third down the pane.
fn show_hit(viewer: &mut Viewer) {
    let Some(hit) = viewer.search.current() else {
        return;
    };
    let page = hit.page;
    let [left, top, right, bottom] = hit.boxes.first().copied().unwrap_or([0.5, 0.0, 0.5, 0.0]);
    let middle = viewer.turn().turned([(left + right) / 2.0, (top + bottom) / 2.0]);
    for pane in [Pane::Beside, Pane::SecondWindow] {
        if let Some(layout) = viewer.layout(pane) {
            let at = [layout.sight.width / 2.0, layout.sight.height / 3.0];
            let place = layout.place_with(page, middle, at);
            viewer.set_place(pane, place);
        }
    }
}

/// Shows another file, where it was left or from its first page. It begins fitted as the one before was.
pub(super) fn show(state: &mut State, shown: Option<Shown>) -> Vec<Effect> {
    if state.viewer.shown != shown {
        state.viewer.open(shown);
    }
    pump(state)
}

/// Prepares the first pages of files that are likely to be shown next.
pub(super) fn prepare(state: &mut State, files: Vec<Shown>) -> Vec<Effect> {
    state.viewer.neighbours = files;
    pump(state)
}

pub(super) fn answered(
    state: &mut State,
    _ticket: Ticket,
    asked: ViewerAsked,
    answer: Answer,
) -> Vec<Effect> {
    let viewer = &mut state.viewer;
    match (asked, answer) {
        (ViewerAsked::Outline(asked), Answer::Outline { file, outline }) if asked == file => {
            let outline = outline.map_err(Absent::NoPreview);
            viewer.documents.of(file).outline = Some(outline);
            if viewer.shown.as_ref().is_some_and(|shown| shown.file == file) {
                viewer.lay_out();
            }
        }
        (ViewerAsked::Draw(asked, wanted), Answer::Drawn { file, view, image })
            if (asked, wanted) == (file, view) =>
        {
            // What the child hands over is believed no more than the file.
            let sound = |pixels: PreviewPixels| match is_sound(&pixels) {
                true => Ok(pixels),
                false => Err(NoPreview::CannotDraw),
            };
            match image.and_then(sound) {
                Ok(pixels) => viewer.parts.keep(file, view, pixels),
                Err(reason) => {
                    let known = viewer.documents.of(file);
                    known.fail(view.page, view.width_px, Absent::NoPreview(reason));
                }
            }
        }
        (ViewerAsked::Find(..), Answer::Found { file, text, found }) => {
            let open = viewer.shown.as_ref().is_some_and(|shown| shown.file == file);
            if open && viewer.search.text == text {
                let pane = viewer.drawn_panes().next().unwrap_or(Pane::Beside);
                let page = viewer.current_page(pane);
                viewer.search.take(found.map_err(Absent::NoPreview), page);
                show_hit(viewer);
            }
        }
        (asked, answer) => {
            // Asking again would bring the same: said once instead of for ever.
            log::warn!("an answer that does not fit {asked:?}: {answer:?}");
            return failed_with(state, asked, Trouble::Crashed);
        }
    }
    pump(state)
}

pub(super) fn failed(
    state: &mut State,
    _ticket: Ticket,
    asked: ViewerAsked,
    trouble: &Trouble,
) -> Vec<Effect> {
    failed_with(state, asked, trouble.clone())
}

fn failed_with(state: &mut State, asked: ViewerAsked, trouble: Trouble) -> Vec<Effect> {
    let viewer = &mut state.viewer;
    let absent = Absent::Trouble(trouble);
    match asked {
        ViewerAsked::Outline(file) => viewer.documents.of(file).outline = Some(Err(absent)),
        ViewerAsked::Draw(file, view) => {
            let known = viewer.documents.of(file);
            known.fail(view.page, view.width_px, absent);
        }
        ViewerAsked::Find(_, text) => {
            if viewer.search.text == text {
                viewer.search.take(Err(absent), 0);
            }
        }
    }
    pump(state)
}

/// Neighbours are prepared upright: how one was turned is known only once it is open again.
const UPRIGHT: Turn = Turn::UPRIGHT;
