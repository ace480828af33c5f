//! Finding text on the pages.

use hayro::hayro_interpret::InterpreterCache;
use hayro::hayro_syntax::PdfData;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Rect;

use super::letters::{self, Letter};
use super::structure;
use super::wording::Wording;
use crate::media::{FoundText, PreviewTrouble, TextHit};

/// More hits than anybody steps through.
const MAX_HITS: usize = 500;
/// Unpacked content of pages stays with an open document; above this it is opened anew.
const MAX_UNPACKED_BYTES: usize = 16 * 1024 * 1024;

pub(super) fn in_document(data: &PdfData, text: &str) -> Result<FoundText, PreviewTrouble> {
    let wanted = Wording::of(text);
    let mut found = FoundText::default();
    let mut next = Some(0);
    while let Some(from) = next {
        next = search_from(data, from, &wanted, &mut found)?;
    }
    Ok(found)
}

/// Searches some pages; the number of the next one, unless all is done.
fn search_from(
    data: &PdfData,
    from: usize,
    wanted: &Wording,
    found: &mut FoundText,
) -> Result<Option<usize>, PreviewTrouble> {
    let pdf = structure::open(data.clone()).map_err(super::trouble)?;
    let cache = InterpreterCache::new();
    let mut unpacked_bytes = 0;
    for (index, page) in pdf.pages().iter().enumerate().skip(from) {
        if unpacked_bytes > MAX_UNPACKED_BYTES {
            return Ok(Some(index));
        }
        let letters = letters::of_page(page, &cache);
        unpacked_bytes += page.page_stream().map_or(0, <[u8]>::len);
        found.has_text |= letters.iter().any(|letter| !letter.text.trim().is_empty());
        if wanted.is_empty() {
            continue;
        }
        let number = u32::try_from(index).map_err(|_| PreviewTrouble::CannotDraw)?;
        for (first, last) in wording(&letters).places(wanted) {
            let boxes = boxes(page, &letters[first as usize..=last as usize]);
            if boxes.is_empty() {
                continue;
            }
            if found.hits.len() == MAX_HITS {
                found.more = true;
                return Ok(None);
            }
            found.hits.push(TextHit { page: number, boxes });
        }
    }
    Ok(None)
}

fn wording(letters: &[Letter]) -> Wording {
    let mut wording = Wording::default();
    let mut before: Option<&Letter> = None;
    for (number, letter) in (0..).zip(letters) {
        if before.is_some_and(|before| is_apart(before.place, letter.place)) {
            wording.gap();
        }
        wording.push(&letter.text, number);
        before = Some(letter);
    }
    wording
}

/// Whether there is an empty place, or the end of a line, between two letters.
fn is_apart(before: Rect, after: Rect) -> bool {
    // Measured against the height of the line.
    const GAP: f64 = 0.2;
    let size = before.height().min(after.height());
    let across = (after.x0 - before.x1).max(before.x0 - after.x1);
    let down = (after.y0 - before.y1).max(before.y0 - after.y1);
    !share_line(before, after) && !share_column(before, after) || across > size * GAP || down > size * GAP
}

fn share_line(one: Rect, other: Rect) -> bool {
    overlap((one.y0, one.y1), (other.y0, other.y1))
}

fn share_column(one: Rect, other: Rect) -> bool {
    overlap((one.x0, one.x1), (other.x0, other.x1))
}

/// At least half of the shorter one.
fn overlap(one: (f64, f64), other: (f64, f64)) -> bool {
    let shared = one.1.min(other.1) - one.0.max(other.0);
    shared * 2.0 >= (one.1 - one.0).min(other.1 - other.0)
}

/// One box per line, as fractions of the page; what lies outside is left out.
fn boxes(page: &Page<'_>, letters: &[Letter]) -> Vec<[f32; 4]> {
    let mut lines: Vec<Rect> = Vec::new();
    for letter in letters.iter().filter(|letter| !letter.text.trim().is_empty()) {
        match lines.last_mut() {
            Some(line) if !ends_line(*line, letter.place) => *line = line.union(letter.place),
            _ => lines.push(letter.place),
        }
    }
    let (width, height) = page.render_dimensions();
    let sheet = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    lines
        .into_iter()
        .map(|line| line.intersect(sheet))
        .filter(|seen| seen.width() > 0.0 && seen.height() > 0.0)
        .map(|seen| {
            [
                (seen.x0 / sheet.x1) as f32,
                (seen.y0 / sheet.y1) as f32,
                (seen.x1 / sheet.x1) as f32,
                (seen.y1 / sheet.y1) as f32,
            ]
        })
        .collect()
}

/// A letter that is neither beside the line nor, in vertical writing, below it.
fn ends_line(line: Rect, letter: Rect) -> bool {
    // Wider than any space between words of a line, narrower than the way to its other end.
    const WIDEST_SPACE: f64 = 3.0;
    let size = letter.height().max(letter.width());
    let away = (letter.x0 - line.x1).max(line.x0 - letter.x1);
    let beside = share_line(line, letter) && away < size * WIDEST_SPACE;
    let below = share_column(line, letter)
        && line.width() < size * 1.5
        && letter.y0 - line.y1 < size * 0.5
        && line.y0 <= letter.y0;
    !beside && !below
}

#[cfg(test)]
mod tests;
