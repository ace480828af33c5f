//! `render`: a page as a picture; of a video, one of the pictures that stand for it.

use crate::cli::args::Render;
use crate::cli::opening::surroundings;
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::domain::file::{FileKind, FileProblem};
use crate::domain::no_preview::NoPreview;
use crate::domain::refusal::Refusal;
use crate::engine::Surroundings;
use crate::media::{Document, InspectFailure, PageView, PreviewFailure, PreviewImage, Stop, likely_kind};

use super::inspect::{cannot_read, name_of, read};
use super::save::write_whole;

pub fn run(wish: &Render, output: &mut Output) -> Result<(), Trouble> {
    let around = surroundings();
    let name = name_of(&wish.file);
    let refused = |problem| Trouble::Refused {
        refusal: Box::new(Refusal::File {
            name: name.clone(),
            problem,
        }),
        now: around.clock.now(),
    };
    let bytes = read(&wish.file).map_err(|problem| cannot_read(&name, problem, around.clock.now()))?;
    let kind = kind(&around, &bytes).map_err(refused)?;
    let document = Document {
        key: *blake3::hash(&bytes).as_bytes(),
        kind,
        bytes: bytes.into(),
    };
    let view = PageView {
        page: wish.page - 1,
        width_px: wish.width,
        part: None,
    };
    let drawn = around.inspector.draw(&document, view, &Stop::default());
    let image = drawn.map_err(|failure| no_picture(&name, failure))?;
    save(&image, wish)?;
    let unit = if kind == FileKind::Mp4 { "個畫面" } else { "頁" };
    output.lines(&[format!(
        "已將「{name}」第 {} {unit}（{} × {} 像素）存成 {}",
        wish.page,
        image.width,
        image.height,
        wish.to.display()
    )])
}

/// Told by the first bytes; where these tell nothing, the whole content is looked at, for the reason.
fn kind(around: &Surroundings, bytes: &[u8]) -> Result<FileKind, FileProblem> {
    if let Some(kind) = likely_kind(bytes) {
        return Ok(kind);
    }
    match around.inspector.inspect(bytes) {
        Ok(inspection) => Ok(inspection.kind),
        Err(InspectFailure::Problem(problem)) => Err(FileProblem::Content(problem)),
        Err(InspectFailure::Child(_)) => Err(FileProblem::InspectionFailed),
    }
}

fn no_picture(name: &str, failure: PreviewFailure) -> Trouble {
    Trouble::NoPicture {
        name: name.to_owned(),
        // Nobody stops it here.
        reason: failure.reason().unwrap_or(NoPreview::Crashed),
    }
}

fn save(image: &PreviewImage, wish: &Render) -> Result<(), Trouble> {
    let written = image.to_png().and_then(|png| write_whole(&wish.to, &png));
    written.map_err(|error| Trouble::File {
        path: wish.to.clone(),
        error,
    })
}
