//! Tables for a terminal: Chinese characters are two columns wide.

use unicode_width::UnicodeWidthStr;

const GAP: &str = "  ";

/// Lines of a table; columns are as wide as their widest cell.
pub fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> Vec<String> {
    let head = head.map(str::to_owned);
    let rows: Vec<[String; N]> = std::iter::once(&head)
        .chain(rows)
        .map(|row| row.clone().map(|cell| printable(&cell)))
        .collect();
    let mut widths = [0; N];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    rows.iter().map(|row| line(row, &widths)).collect()
}

fn line<const N: usize>(row: &[String; N], widths: &[usize; N]) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(widths) {
        line.push_str(cell);
        line.push_str(&" ".repeat(width - cell.width()));
        line.push_str(GAP);
    }
    line.trim_end().to_owned()
}

/// Without control characters: a title must not be able to move the cursor or to colour the terminal.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_what_is_seen() {
        let rows = [
            ["程式設計".to_owned(), "2".to_owned()],
            ["Math".to_owned(), "4".to_owned()],
        ];
        assert_eq!(
            table(["課程", "學分"], &rows),
            ["課程      學分", "程式設計  2", "Math      4"]
        );
    }

    #[test]
    fn titles_cannot_steer_the_terminal() {
        let rows = [["\u{1b}[31m紅\n".to_owned()]];
        assert_eq!(table(["題"], &rows)[1], " [31m紅");
    }
}
