//! Text that flows down sheets: where one is full, the next begins.

use super::letters::{Letters, Weight};
use super::sheet::{A4, Ink, Mark, Sheet};

pub(super) const LEFT: f32 = 62.0;
pub(super) const TOP: f32 = 66.0;
pub(super) const BOTTOM: f32 = A4.1 - 66.0;
pub(super) const WIDTH: f32 = A4.0 - 2.0 * LEFT;
/// Of running text, in parts of the height of letters.
const LEADING: f32 = 1.55;

/// How text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub size: f32,
    pub weight: Weight,
    pub ink: Ink,
}

pub(super) const TITLE: Style = style(21.0, Weight::Bold, Ink::Black);
pub(super) const HEADING: Style = style(11.5, Weight::Bold, Ink::Accent);
pub(super) const BODY: Style = style(10.5, Weight::Regular, Ink::Black);
pub(super) const SOFT: Style = style(9.0, Weight::Regular, Ink::Soft);

const fn style(size: f32, weight: Weight, ink: Ink) -> Style {
    Style { size, weight, ink }
}

/// Sheets that are being filled.
pub(super) struct Flow<'l> {
    letters: &'l Letters,
    pub sheets: Vec<Sheet>,
    /// The lower edge of what stands on the last sheet.
    y: f32,
}

impl<'l> Flow<'l> {
    pub fn begin(letters: &'l Letters) -> Self {
        Self {
            letters,
            sheets: vec![Sheet::upright()],
            y: TOP,
        }
    }

    pub fn letters(&self) -> &'l Letters {
        self.letters
    }

    pub fn space(&mut self, points: f32) {
        self.y += points;
    }

    /// Goes on to the next sheet unless so much room is left.
    pub fn keep_together(&mut self, points: f32) {
        if self.y + points > BOTTOM {
            self.sheets.push(Sheet::upright());
            self.y = TOP;
        }
    }

    /// The line on which letters of this size stand next; moves down by one line.
    pub fn next_line(&mut self, size: f32) -> f32 {
        let height = size * LEADING;
        self.keep_together(height);
        let line = self.y + size * 1.13;
        self.y += height;
        line
    }

    pub fn mark(&mut self, mark: Mark) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.marks.push(mark);
        }
    }

    /// On the last sheet, counted from 0.
    pub fn sheet_number(&self) -> usize {
        self.sheets.len() - 1
    }

    pub fn text(&mut self, text: &str, style: Style) {
        self.text_at(text, style, 0.0, WIDTH);
    }

    /// Text in a column: so far from the left edge, so wide.
    pub fn text_at(&mut self, text: &str, style: Style, indent: f32, width: f32) {
        for line in self.letters.wrap(text, style.weight, style.size, width) {
            let y = self.next_line(style.size);
            self.mark(words(line, LEFT + indent, y, style));
        }
    }

    pub fn rule(&mut self) {
        self.bar(WIDTH, 0.6, Ink::Line);
    }

    /// A bar from the left edge.
    pub fn bar(&mut self, width: f32, height: f32, ink: Ink) {
        self.keep_together(10.0);
        self.mark(Mark::Bar {
            x: LEFT,
            y: self.y + 4.0,
            width,
            height,
            ink,
        });
        self.y += 6.0 + height;
    }

    /// A name with its value beside it.
    pub fn fact(&mut self, name: &str, value: &str) {
        const NAME_WIDTH: f32 = 92.0;
        let name = self
            .letters
            .one_line(name, SOFT.weight, SOFT.size, NAME_WIDTH - 8.0);
        let lines = self
            .letters
            .wrap(value, BODY.weight, BODY.size, WIDTH - NAME_WIDTH);
        for (number, line) in lines.into_iter().enumerate() {
            let y = self.next_line(BODY.size);
            if number == 0 {
                self.mark(words(name.clone(), LEFT, y, SOFT));
            }
            self.mark(words(line, LEFT + NAME_WIDTH, y, BODY));
        }
    }
}

pub(super) fn words(text: String, x: f32, y: f32, style: Style) -> Mark {
    Mark::Text {
        x,
        y,
        size: style.size,
        weight: style.weight,
        ink: style.ink,
        text,
    }
}

/// Text that ends at `right`.
pub(super) fn words_to(letters: &Letters, text: String, right: f32, y: f32, style: Style) -> Mark {
    let x = right - letters.width(&text, style.weight, style.size);
    words(text, x, y, style)
}
