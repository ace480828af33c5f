//! The page in place of a document that cannot be put in.

use super::flow::{BODY, Flow, SOFT, TITLE};
use super::letters::Letters;
use super::sheet::Sheet;
use crate::domain::no_preview::NoPreview;
use crate::exchange::portfolio::{PortfolioFile, PortfolioItem};
use crate::text::{self, copy, labels, size};

pub(super) fn sheet(
    item: &PortfolioItem,
    file: &PortfolioFile,
    reason: NoPreview,
    letters: &Letters,
) -> Sheet {
    let mut flow = Flow::begin(letters);
    flow.space(120.0);
    flow.text(&item.title, SOFT);
    flow.space(2.0);
    flow.text(copy::NOT_PUT_IN, TITLE);
    flow.space(10.0);
    flow.text(&file.name, BODY);
    flow.text(
        &format!("{}　{}", labels::file_kind(file.kind), size::size(file.bytes)),
        SOFT,
    );
    flow.space(10.0);
    flow.text(&text::no_preview(reason).why, BODY);
    flow.text(copy::OPEN_THE_FILE, BODY);
    flow.sheets.swap_remove(0)
}
