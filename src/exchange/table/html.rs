//! Web pages: many school systems write one and name it .xls.

use scraper::{ElementRef, Html, Node};

use crate::domain::table::{Block, ForeignTable, Place, TableProblem};
use crate::exchange::letters::trimmed;
use crate::exchange::watch::{Stage, Watch};

use super::workbook::{Builder, Cell, Sheet};

/// Wider or taller cells than a sheet can hold are taken as so large.
const WIDEST: u32 = 1 << 14;
const TALLEST: u32 = 1 << 20;
const STEP: u32 = 1024;

/// Every table of a page that holds text of its own, as a sheet.
///
/// # Errors
/// [`TableProblem::NotATable`] if the page has none, too many cells, cancelled.
pub(super) fn sheets(text: &str, watch: Watch<'_>) -> Result<Vec<Sheet>, TableProblem> {
    let page = Html::parse_document(text);
    let mut sheets = Vec::new();
    let mut count = 0;
    for table in page.tree.root().descendants().filter_map(ElementRef::wrap) {
        if table.value().name() != "table" {
            continue;
        }
        let name = (sheets.len() + 1).to_string();
        let mut builder = Builder::new(name, false, count);
        fill(table, &mut builder, watch)?;
        count = builder.count();
        let sheet = builder.finish();
        if !sheet.rows.is_empty() {
            sheets.push(sheet);
        }
    }
    if sheets.is_empty() {
        return Err(TableProblem::NotATable(ForeignTable::NoTable));
    }
    Ok(sheets)
}

fn fill(table: ElementRef<'_>, builder: &mut Builder, watch: Watch<'_>) -> Result<(), TableProblem> {
    // For each column the first row that is free again.
    let mut free_from: Vec<u32> = Vec::new();
    let mut row = 0;
    for line in table.descendants().filter_map(ElementRef::wrap) {
        if line.value().name() != "tr" || nearest_table(line) != Some(table) {
            continue;
        }
        let mut column = 0;
        for field in line.children().filter_map(ElementRef::wrap) {
            if !matches!(field.value().name(), "td" | "th") {
                continue;
            }
            while free_from.get(at(column)).is_some_and(|free| *free > row) {
                column += 1;
            }
            let columns = span(field, "colspan", WIDEST);
            let rows = span(field, "rowspan", TALLEST);
            if column >= WIDEST {
                return Err(TableProblem::TooManyCells { limit: WIDEST.into() });
            }
            let end = (column + columns).min(WIDEST);
            if free_from.len() < at(end) {
                free_from.resize(at(end), 0);
            }
            for slot in free_from.iter_mut().take(at(end)).skip(at(column)) {
                *slot = row + rows;
            }
            let first = Place { row, column };
            builder.put(first, Cell::Text(words(field)))?;
            builder.merge(Block {
                first,
                last: Place {
                    row: row + rows - 1,
                    column: end - 1,
                },
            });
            column = end;
        }
        row += 1;
        if row % STEP == 0 {
            watch.step(Stage::Cells, row.into(), row.into())?;
        }
    }
    Ok(())
}

fn at(column: u32) -> usize {
    usize::try_from(column).unwrap_or(usize::MAX)
}

fn nearest_table(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    element
        .ancestors()
        .filter_map(ElementRef::wrap)
        .find(|above| above.value().name() == "table")
}

fn span(field: ElementRef<'_>, name: &str, most: u32) -> u32 {
    let value = field.attr(name).and_then(|value| value.trim().parse().ok());
    value.unwrap_or(1_u32).clamp(1, most)
}

/// The text of a cell as a browser shows it, without that of tables inside it.
fn words(field: ElementRef<'_>) -> String {
    let mut text = String::new();
    for node in field.descendants() {
        match node.value() {
            Node::Text(part) => {
                let owner = node.ancestors().filter_map(ElementRef::wrap);
                let mut between = owner.take_while(|above| *above != field);
                if between.any(|above| matches!(above.value().name(), "table" | "script" | "style")) {
                    continue;
                }
                for letter in part.chars() {
                    let is_space = matches!(letter, ' ' | '\n' | '\r' | '\t');
                    if !is_space {
                        text.push(letter);
                    } else if !text.ends_with([' ', '\n']) {
                        text.push(' ');
                    }
                }
            }
            Node::Element(element) if element.name() == "br" => text.push('\n'),
            _ => {}
        }
    }
    trimmed(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(page: &str) -> Result<Vec<Vec<String>>, TableProblem> {
        let sheets = sheets(page, Watch::nobody())?;
        let text = |cell: &Cell| match cell {
            Cell::Text(text) => text.clone(),
            _ => String::new(),
        };
        Ok(sheets
            .iter()
            .flat_map(|sheet| &sheet.rows)
            .map(|row| row.cells.iter().map(text).collect())
            .collect())
    }

    #[test]
    fn a_page_of_a_school_system_is_read() {
        let page = "<html><meta charset=utf-8><body><h1>名冊</h1>\
            <TABLE border=1><tr><td colspan=2>114學年度第1學期</td></tr>\
            <tr><th>學號<th>姓名</tr>\
            <tr><td>&nbsp;0012345</td><td><font>王<br>小明</font></td></tr>\
            <tr><td>A&amp;B<td> 李 \n 四 </table>";
        assert_eq!(
            read(page).unwrap(),
            [
                vec!["114學年度第1學期"],
                vec!["學號", "姓名"],
                vec!["0012345", "王\n小明"],
                vec!["A&B", "李 四"]
            ]
        );
    }

    #[test]
    fn spanned_cells_keep_the_others_in_their_columns() {
        let page = "<table><tr><td rowspan=2>一</td><td>二</td></tr><tr><td>三</td></tr></table>";
        let sheet = sheets(page, Watch::nobody()).unwrap().remove(0);
        assert_eq!(sheet.cell(Place { row: 1, column: 1 }), &Cell::Text("三".into()));
        assert_eq!(sheet.merged.len(), 1);
        assert_eq!(sheet.merged[0].to_string(), "A1:A2");
        assert!(sheet.covering(Place { row: 1, column: 0 }).is_some());
    }

    #[test]
    fn a_table_for_the_layout_is_none() {
        let page = "<table><tr><td><table><tr><td>學號</td><td>姓名</td></tr></table></td></tr></table>";
        assert_eq!(read(page).unwrap(), [["學號", "姓名"]]);
        assert_eq!(
            read("<html><p>登入逾時，請重新登入</p></html>"),
            Err(TableProblem::NotATable(ForeignTable::NoTable))
        );
    }

    #[test]
    fn enormous_spans_cost_nothing() {
        let page = "<table><tr><td colspan=4000000000 rowspan=4000000000>一</td></tr>\
            <tr><td colspan=99999999999999>二</td></tr></table>";
        assert!(read(page).is_err());
        assert_eq!(
            read("<table><tr><td rowspan=1000000>一</table>").unwrap(),
            [["一"]]
        );
    }
}
