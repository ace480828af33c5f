//! The rosters with the files that they name, in one archive.

use std::collections::HashMap;
use std::io::{self, Seek, Write};

use super::{Filing, workbook};
use crate::domain::file::Slot;
use crate::domain::hex::hex;
use crate::exchange::portfolio::{
    Bundle, Contents, PortfolioItem, Progress, Tell, WriteFailure, WrittenCopy,
};
use crate::text::copy;

const FOLDER: &str = "檔案";

/// Writes everything to `target`; contents are hashed on their way and compared with their records.
///
/// # Errors
/// See [`WriteFailure`].
pub fn write_filing<C: Contents>(
    filing: &Filing,
    contents: &mut C,
    made: crate::domain::moment::Moment,
    target: &mut (impl Write + Seek),
    tell: &mut Tell<'_>,
) -> Result<WrittenCopy, WriteFailure<C::Error>> {
    let names = names(filing);
    let name_of = |item: &PortfolioItem, slot: Slot| {
        let file = item.files.iter().find(|file| file.kind.slot() == slot);
        file.and_then(|file| names.get(&file.handle).cloned())
            .unwrap_or_default()
    };
    let other = |error| WriteFailure::Target(io::Error::other(error));
    let mut bundle = Bundle::begin(target, made);
    let named = |name: &str| format!("{name}.xlsx");
    bundle.text(
        &named(&filing.layout.outcome_file),
        &workbook::outcomes(filing, &name_of).map_err(other)?,
    )?;
    bundle.text(
        &named(&filing.layout.activity_file),
        &workbook::activities(filing, &name_of).map_err(other)?,
    )?;
    let place = |handle: u64| {
        names
            .get(&handle)
            .map(|name| format!("{FOLDER}/{name}"))
            .unwrap_or_default()
    };
    let list: String = filing
        .files()
        .map(|file| format!("{}  {}\n", hex(&file.md5), place(file.handle)))
        .collect();
    bundle.text(copy::MD5_LIST, list.as_bytes())?;
    let incomplete: Vec<(&str, &str)> = filing
        .incomplete()
        .map(|student| (student.account.as_str(), student.name.as_str()))
        .collect();
    bundle.text(copy::FILING_NOTE_FILE, copy::filing_note(&incomplete).as_bytes())?;
    let mut progress = Progress {
        done_bytes: 0,
        total_bytes: filing.files().map(|file| file.bytes).sum(),
    };
    let mut files = 0;
    for file in filing.files() {
        bundle.content(contents, file, &place(file.handle), &mut progress, tell)?;
        files += 1;
    }
    bundle.finish()?;
    Ok(WrittenCopy {
        items: u32::try_from(filing.items()).unwrap_or(u32::MAX),
        files,
        content_bytes: progress.total_bytes,
    })
}

/// `11430101_01.pdf`: number of the student, number of the file, the right ending.
fn names(filing: &Filing) -> HashMap<u64, String> {
    let mut names = HashMap::new();
    for student in &filing.students {
        let account: String = student
            .account
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let files = student.items.iter().flat_map(|one| &one.item.files);
        for (number, file) in (1..).zip(files) {
            names.insert(
                file.handle,
                format!("{account}_{number:02}.{}", file.kind.ending()),
            );
        }
    }
    names
}
