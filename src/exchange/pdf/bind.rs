//! Putting the book together: objects one behind the other, then the pages that use them, the outline,
//! and the table that says where each object lies.

use std::io::{self, Write};

use pdf_writer::types::{ActionType, AnnotationType, PageMode};
use pdf_writer::{Chunk, Content, Finish, Name, Rect, Ref, Settings, Str, TextStr};

use super::plan::{Entry, Plan};
use super::{Piece, PiecePage};
use crate::exchange::portfolio::Portfolio;
use crate::text::copy;

const SETTINGS: Settings = Settings { pretty: false };
/// The second line tells programs that what follows is not text.
const HEADER: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
const CATALOG: u32 = 1;
const PAGES: u32 = 2;
const ABOUT: u32 = 3;
const FIRST_FREE: u32 = 4;

/// A PDF that is being written, from front to back.
pub(super) struct Book<W> {
    out: W,
    at: u64,
    /// Places by number; a number that was never used has none.
    places: Vec<u64>,
    next: u32,
}

impl<W: Write> Book<W> {
    pub fn begin(out: W) -> io::Result<Self> {
        let mut book = Self {
            out,
            at: 0,
            places: Vec::new(),
            next: FIRST_FREE,
        };
        book.write(HEADER)?;
        Ok(book)
    }

    /// The first number that is free.
    pub fn next(&self) -> u32 {
        self.next
    }

    /// # Errors
    /// The target's; numbers that were used already.
    pub fn add(&mut self, piece: &Piece) -> io::Result<()> {
        let start = self.at;
        for (number, place) in &piece.objects {
            if !(self.next..piece.next).contains(number) {
                return Err(io::Error::other("a piece with foreign numbers"));
            }
            self.place(*number, start + place);
        }
        self.next = piece.next;
        self.write(&piece.bytes)?;
        self.write(b"\n")
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    fn place(&mut self, number: u32, at: u64) {
        let index = number as usize;
        if self.places.len() <= index {
            self.places.resize(index + 1, 0);
        }
        self.places[index] = at;
    }

    fn take_number(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// Writes one object.
    fn object(&mut self, number: u32, build: impl FnOnce(&mut Chunk, Ref)) -> io::Result<()> {
        let mut chunk = Chunk::with_settings(SETTINGS);
        build(&mut chunk, reference(number)?);
        self.place(number, self.at);
        self.write(chunk.as_bytes())
    }

    /// Pages, outline and table; `drawn` are the sheets of the plan, as objects.
    pub fn finish(mut self, portfolio: &Portfolio, plan: &Plan, drawn: &[PiecePage]) -> io::Result<()> {
        if drawn.len() != plan.sheets.len() {
            return Err(io::Error::other("sheets were lost in drawing"));
        }
        let pages: Vec<u32> = drawn.iter().map(|_| self.take_number()).collect();
        for (index, sheet) in drawn.iter().enumerate() {
            self.page(plan, index, sheet, &pages)?;
        }
        let outline = self.outline(plan, &pages)?;
        let references: Vec<Ref> = pages
            .iter()
            .map(|page| reference(*page))
            .collect::<Result<_, _>>()?;
        let count = i32::try_from(references.len()).map_err(io::Error::other)?;
        self.object(PAGES, |chunk, id| {
            chunk.pages(id).kids(references).count(count);
        })?;
        let title = format!("{} {}", portfolio.owner.name, copy::PDF_TITLE);
        self.object(ABOUT, |chunk, id| {
            let mut about = chunk.indirect(id).dict();
            about.pair(Name(b"Title"), TextStr(&title));
            about.pair(Name(b"Author"), TextStr(&portfolio.owner.name));
            about.pair(
                Name(b"Creator"),
                TextStr(concat!("licheng ", env!("CARGO_PKG_VERSION"))),
            );
            let made = portfolio.made.format("D:%Y%m%d%H%M%SZ").to_string();
            about.pair(Name(b"CreationDate"), Str(made.as_bytes()));
        })?;
        let (tree, outline) = (reference(PAGES)?, outline.map(reference).transpose()?);
        self.object(CATALOG, |chunk, id| {
            let mut catalog = chunk.indirect(id).start::<pdf_writer::writers::Catalog<'_>>();
            catalog.pages(tree).lang(TextStr("zh-TW"));
            catalog.viewer_preferences().display_doc_title(true);
            if let Some(outline) = outline {
                catalog.outlines(outline).page_mode(PageMode::UseOutlines);
            }
        })?;
        self.table()
    }

    fn page(&mut self, plan: &Plan, index: usize, drawn: &PiecePage, pages: &[u32]) -> io::Result<()> {
        let placed = plan.placed.get(index).copied().flatten();
        let mut content = Content::new();
        if let Some(placed) = placed {
            content.save_state();
            content.transform([placed.scale, 0.0, 0.0, placed.scale, placed.x, placed.y]);
            content.x_object(Name(b"D"));
            content.restore_state();
        }
        content.x_object(Name(b"S"));
        let content = content.finish();
        let stream = self.take_number();
        self.object(stream, |chunk, id| {
            chunk.stream(id, &content);
        })?;
        let mut annotations = Vec::new();
        for link in plan.links.iter().filter(|link| link.page == index) {
            let number = self.take_number();
            let target = reference(*pages.get(link.target).unwrap_or(&pages[0]))?;
            let bottom = drawn.height - link.top - link.height;
            self.object(number, |chunk, id| {
                let mut annotation = chunk.annotation(id);
                annotation
                    .subtype(AnnotationType::Link)
                    .rect(Rect::new(link.left, bottom, link.right, bottom + link.height))
                    .border(0.0, 0.0, 0.0, None);
                let mut action = annotation.action();
                action.action_type(ActionType::GoTo);
                action.destination().page(target).fit();
            })?;
            annotations.push(reference(number)?);
        }
        let (tree, stream) = (reference(PAGES)?, reference(stream)?);
        let sheet = reference(drawn.object)?;
        let document = placed.map(|placed| reference(placed.object)).transpose()?;
        self.object(pages[index], |chunk, id| {
            let mut page = chunk.page(id);
            page.parent(tree)
                .media_box(Rect::new(0.0, 0.0, drawn.width, drawn.height))
                .contents(stream);
            let mut resources = page.resources();
            let mut forms = resources.x_objects();
            forms.pair(Name(b"S"), sheet);
            if let Some(document) = document {
                forms.pair(Name(b"D"), document);
            }
            forms.finish();
            resources.finish();
            if !annotations.is_empty() {
                page.annotations(annotations);
            }
        })
    }

    /// Gives the number of the outline; none for a book without records.
    fn outline(&mut self, plan: &Plan, pages: &[u32]) -> io::Result<Option<u32>> {
        if plan.outline.is_empty() {
            return Ok(None);
        }
        let root = self.take_number();
        let (first, last) = self.entries(&plan.outline, root, pages)?;
        let count = i32::try_from(plan.outline.len()).map_err(io::Error::other)?;
        let (first, last) = (reference(first)?, reference(last)?);
        self.object(root, |chunk, id| {
            chunk.outline(id).first(first).last(last).count(count);
        })?;
        Ok(Some(root))
    }

    /// Writes neighbours with all that is under them; gives the first and the last. Never called for none.
    fn entries(&mut self, entries: &[Entry], parent: u32, pages: &[u32]) -> io::Result<(u32, u32)> {
        let numbers: Vec<u32> = entries.iter().map(|_| self.take_number()).collect();
        for (index, entry) in entries.iter().enumerate() {
            let children = if entry.children.is_empty() {
                None
            } else {
                let (first, last) = self.entries(&entry.children, numbers[index], pages)?;
                Some((reference(first)?, reference(last)?))
            };
            let parent = reference(parent)?;
            let page = reference(*pages.get(entry.page).unwrap_or(&pages[0]))?;
            let before = index
                .checked_sub(1)
                .map(|before| reference(numbers[before]))
                .transpose()?;
            let after = numbers
                .get(index + 1)
                .map(|after| reference(*after))
                .transpose()?;
            // Closed: a negative count.
            let count = i32::try_from(entry.children.len()).map_err(io::Error::other)?;
            self.object(numbers[index], |chunk, id| {
                let mut item = chunk.outline_item(id);
                item.title(TextStr(&entry.title)).parent(parent);
                item.dest().page(page).fit();
                if let Some(before) = before {
                    item.prev(before);
                }
                if let Some(after) = after {
                    item.next(after);
                }
                if let Some((first, last)) = children {
                    item.first(first).last(last).count(-count);
                }
            })?;
        }
        Ok((numbers[0], numbers[numbers.len() - 1]))
    }

    /// Where each object lies, each line exactly 20 bytes; what was never written is marked as free.
    fn table(mut self) -> io::Result<()> {
        let at = self.at;
        let size = self
            .next
            .max(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
        self.places.resize(size as usize, 0);
        let mut table = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for place in self.places.iter().skip(1) {
            let line = match place {
                0 => "0000000000 65535 f \n".to_owned(),
                place if *place < 10_000_000_000 => format!("{place:010} 00000 n \n"),
                _ => return Err(io::ErrorKind::FileTooLarge.into()),
            };
            table.push_str(&line);
        }
        table.push_str(&format!(
            "trailer\n<</Size {size}/Root {CATALOG} 0 R/Info {ABOUT} 0 R>>\nstartxref\n{at}\n%%EOF\n"
        ));
        self.write(table.as_bytes())?;
        self.out.flush()
    }
}

fn reference(number: u32) -> io::Result<Ref> {
    match i32::try_from(number) {
        Ok(number @ 1..) => Ok(Ref::new(number)),
        _ => Err(io::Error::other("more objects than PDF can number")),
    }
}
