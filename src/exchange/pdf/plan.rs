//! Which page comes where. Numbers of pages are known before anything is drawn, so that the table of
//! contents can name them.

use super::PiecePage;
use super::cover::{contents, cover};
use super::flow::{LEFT, SOFT, words, words_to};
use super::letters::Letters;
use super::record;
use super::sheet::{Mark, Sheet};
use super::trouble_page;
use crate::domain::no_preview::NoPreview;
use crate::exchange::portfolio::{Portfolio, PortfolioFile, PortfolioItem, section};
use crate::text::copy;

/// Small documents grow at most by this much: further they would only become coarse.
const MOST_GROWTH: f32 = 1.5;
/// Around a document: left and right, above and below.
const BESIDE: f32 = 34.0;
const ABOVE: f32 = 50.0;

/// What became of a file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Filling {
    Pages(Vec<PiecePage>),
    Missing(NoPreview),
}

impl Filling {
    /// Pages that it takes.
    fn count(&self) -> usize {
        match self {
            Self::Pages(pages) => pages.len(),
            Self::Missing(reason) => usize::from(!reason.is_of_sound_or_video()),
        }
    }
}

/// Everything but the objects of the documents.
pub(super) struct Plan {
    /// What is drawn here, one for each page.
    pub sheets: Vec<Sheet>,
    /// A document's page on it, if there is one.
    pub placed: Vec<Option<Placed>>,
    pub links: Vec<PageLink>,
    pub outline: Vec<Entry>,
}

/// Where a document's page lies: scaled, then moved; from the lower left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    pub object: u32,
    pub scale: f32,
    pub x: f32,
    pub y: f32,
}

/// From a place on a page to another page. Pages are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PageLink {
    pub page: usize,
    pub left: f32,
    pub right: f32,
    /// From the top
    pub top: f32,
    pub height: f32,
    pub target: usize,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub title: String,
    pub page: usize,
    pub children: Vec<Entry>,
}

impl Plan {
    pub fn of(portfolio: &Portfolio, fillings: &[Vec<Filling>], letters: &Letters) -> Self {
        let mut plan = Self {
            sheets: vec![cover(portfolio, letters)],
            placed: vec![None],
            links: Vec::new(),
            outline: Vec::new(),
        };
        if portfolio.items.is_empty() {
            return plan;
        }
        let table_length = contents(portfolio, letters, |_| 0).0.len();
        let records: Vec<(&PortfolioItem, &Vec<Filling>)> = portfolio.items.iter().zip(fillings).collect();
        let mut starts = Vec::with_capacity(records.len());
        let mut next = 1 + table_length;
        for (item, fillings) in &records {
            starts.push(next);
            let own = record::sheets(item, fillings, |_| 0, letters).len();
            next += own + fillings.iter().map(Filling::count).sum::<usize>();
        }
        let (table, links) = contents(portfolio, letters, |item| starts[item] + 1);
        for link in links {
            plan.links.push(PageLink {
                page: 1 + link.sheet,
                left: LEFT,
                right: LEFT + super::flow::WIDTH,
                top: link.y,
                height: link.height,
                target: starts[link.item],
            });
        }
        plan.outline.push(Entry {
            title: copy::CONTENTS.to_owned(),
            page: 1,
            children: Vec::new(),
        });
        for sheet in table {
            plan.push(sheet, None);
        }
        for ((item, fillings), start) in records.iter().zip(&starts) {
            plan.enter(item, *start);
            plan.add_item(item, fillings, *start, letters);
        }
        plan.number(&portfolio.owner.name, letters);
        plan
    }

    fn push(&mut self, sheet: Sheet, placed: Option<Placed>) {
        self.sheets.push(sheet);
        self.placed.push(placed);
    }

    /// Notes an item in the outline, under its kind and chapter.
    fn enter(&mut self, item: &PortfolioItem, page: usize) {
        let entry = |title: String| Entry {
            title,
            page,
            children: Vec::new(),
        };
        let kind = child(&mut self.outline, entry(section(&item.body).to_owned()));
        let chapter = child(&mut kind.children, entry(item.chapter()));
        chapter.children.push(entry(item.title.clone()));
    }

    fn add_item(&mut self, item: &PortfolioItem, fillings: &[Filling], start: usize, letters: &Letters) {
        let own = record::sheets(item, fillings, |_| 0, letters).len();
        let first_page_of = |file: usize| {
            let before: usize = fillings.iter().take(file).map(Filling::count).sum();
            start + own + before + 1
        };
        for sheet in record::sheets(item, fillings, first_page_of, letters) {
            self.push(sheet, None);
        }
        for (file, filling) in item.files.iter().zip(fillings) {
            match filling {
                Filling::Pages(pages) => {
                    for page in pages {
                        let (sheet, placed) = around(page, item, file, letters);
                        self.push(sheet, Some(placed));
                    }
                }
                Filling::Missing(reason) if reason.is_of_sound_or_video() => {}
                Filling::Missing(reason) => {
                    self.push(trouble_page::sheet(item, file, *reason, letters), None);
                }
            }
        }
    }

    /// Whose it is and which page, at the foot of every page but the cover.
    fn number(&mut self, owner: &str, letters: &Letters) {
        let pages = self.sheets.len();
        for (number, sheet) in (1..).zip(&mut self.sheets).skip(1) {
            let y = sheet.height - 24.0;
            let whose = format!("{owner}　{}", copy::PDF_TITLE);
            let whose = letters.one_line(&whose, SOFT.weight, SOFT.size, sheet.width / 2.0 - LEFT);
            sheet.marks.push(words(whose, LEFT, y, SOFT));
            let page = letters.drawable(&copy::page_of(number, pages));
            let right = sheet.width - LEFT;
            sheet.marks.push(words_to(letters, page, right, y, SOFT));
        }
    }
}

/// The last entry if it has this title, else a new one.
fn child(entries: &mut Vec<Entry>, new: Entry) -> &mut Entry {
    let is_last = entries.last().is_some_and(|last| last.title == new.title);
    if !is_last {
        entries.push(new);
    }
    let last = entries.len() - 1;
    &mut entries[last]
}

/// A sheet with room for a document's page, upright or lying as that is.
fn around(
    page: &PiecePage,
    item: &PortfolioItem,
    file: &PortfolioFile,
    letters: &Letters,
) -> (Sheet, Placed) {
    let mut sheet = if page.width > page.height * 1.02 {
        Sheet::lying()
    } else {
        Sheet::upright()
    };
    let (room_width, room_height) = (sheet.width - 2.0 * BESIDE, sheet.height - 2.0 * ABOVE);
    let scale = (room_width / page.width)
        .min(room_height / page.height)
        .min(MOST_GROWTH);
    let (width, height) = (page.width * scale, page.height * scale);
    let x = (sheet.width - width) / 2.0;
    let top = ABOVE + (room_height - height) / 2.0;
    let half = sheet.width / 2.0 - LEFT - 8.0;
    let title = letters.one_line(&item.title, SOFT.weight, SOFT.size, half);
    let name = letters.one_line(&file.name, SOFT.weight, SOFT.size, half);
    sheet.marks.push(words(title, LEFT, 32.0, SOFT));
    sheet
        .marks
        .push(words_to(letters, name, sheet.width - LEFT, 32.0, SOFT));
    sheet.marks.push(Mark::Frame {
        x,
        y: top,
        width,
        height,
    });
    let placed = Placed {
        object: page.object,
        scale,
        x,
        y: sheet.height - top - height,
    };
    (sheet, placed)
}
