//! Putting staged content into an item (outcome or activity) and taking files out, with the index that
//! finds equal bytes.

use std::sync::Arc;

use crate::domain::file::{self, FileProblem, Slot};
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, FileId, ItemId};
use crate::domain::limits::Limits;
use crate::domain::refusal::Refusal;
use crate::store::record::code::Coded;
use crate::store::record::item::{FileByContentV1, FileV1};
use crate::store::record::{erase, key, save};
use crate::store::{NameKey, ReadContents, StoreError, WriteContents, WriteTxn};

use super::command::StagedFile;
use super::context::Context;
use super::failure::Failure;
use super::stage::Staged;

const LONGEST_NAME: usize = 200;

/// Content that passed the rules and waits to be written.
pub(in crate::engine) struct Judged {
    name: String,
    staged: Arc<Staged>,
}

impl Judged {
    fn slot(&self) -> Slot {
        self.staged.inspection.kind.slot()
    }
}

/// Judges every staged file: size and ending by the limits of the item's term, one file per slot.
pub(in crate::engine) fn judge_all(
    context: &Context<'_>,
    files: &[StagedFile],
    limits: &Limits,
) -> Result<Vec<Judged>, Failure> {
    let mut judged: Vec<Judged> = Vec::new();
    for file in files {
        let staged = context.stages.get(context.actor(), file)?;
        let kind = staged.inspection.kind;
        let refuse = |problem| Refusal::File {
            name: file.name.clone(),
            problem,
        };
        file::judge(
            &file.name,
            staged.bytes.len() as u64,
            kind,
            limits,
            file.ending_confirmed,
        )
        .map_err(refuse)?;
        if judged.iter().any(|other| other.slot() == kind.slot()) {
            return Err(refuse(FileProblem::SlotTaken { slot: kind.slot() }).into());
        }
        judged.push(Judged {
            name: file::with_right_ending(&tidy_name(&file.name), kind),
            staged,
        });
    }
    Ok(judged)
}

/// A name without folders and control characters, not overlong.
fn tidy_name(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let clean: String = base.chars().filter(|letter| !letter.is_control()).collect();
    let length = clean.chars().count();
    if length <= LONGEST_NAME {
        return clean;
    }
    let ending = file::ending_of(&clean)
        .filter(|ending| ending.len() <= 8)
        .map(str::to_owned);
    let stem: String = clean.chars().take(LONGEST_NAME - 9).collect();
    ending.map_or(stem.clone(), |ending| format!("{stem}.{ending}"))
}

/// Writes content, file record and index entry; replaces what was in the slot.
pub(in crate::engine) fn put(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
    files: &mut Vec<FileV1>,
    judged: Judged,
) -> Result<(), StoreError> {
    take_out(context, owner, item, files, judged.slot())?;
    let id = new_content_id(context)?;
    let staged = &judged.staged;
    context.txn.write_content(id, &staged.bytes)?;
    let mut file = FileV1 {
        id,
        kind: staged.inspection.kind.code(),
        name: judged.name,
        bytes: staged.bytes.len() as u64,
        blake3: staged.blake3,
        md5: staged.md5(),
        added: context.now_millis(),
        facts: None,
        cautions: Vec::new(),
    };
    file.set_inspection(&staged.inspection);
    note(context, owner, item, &file)?;
    files.push(file);
    Ok(())
}

/// Copies of another item's files, each under an id of its own: nothing is shared between items.
pub(super) fn copies(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
    originals: &[FileV1],
) -> Result<Vec<FileV1>, StoreError> {
    let mut copies = Vec::new();
    for original in originals {
        let bytes = context.txn.read_content(original.id)?;
        let id = new_content_id(context)?;
        context.txn.write_content(id, &bytes)?;
        let copy = FileV1 {
            id,
            added: context.now_millis(),
            ..original.clone()
        };
        note(context, owner, item, &copy)?;
        copies.push(copy);
    }
    Ok(copies)
}

/// Index entry and history line of a file whose content is written.
fn note(context: &mut Context<'_>, owner: AccountId, item: ItemId, file: &FileV1) -> Result<(), StoreError> {
    let content = context.name_key.hash(&file.blake3);
    let entry = FileByContentV1 {
        student: owner.0,
        item: item.0,
    };
    save(context.txn, &key::hash_and_id(&content, file.id), &entry)?;
    let event = Event::FileAdded {
        file: FileId(file.id),
        hash: file.blake3,
    };
    context.record(Stream::Student(owner), Some(item), event)
}

/// Removes the file in `slot`, if there is one; says whether there was.
pub(super) fn take_out(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
    files: &mut Vec<FileV1>,
    slot: Slot,
) -> Result<bool, StoreError> {
    let mut kept = Vec::new();
    let mut removed = false;
    for file in std::mem::take(files) {
        if file.inspection()?.kind.slot() == slot {
            forget(context.txn, context.name_key, &file)?;
            context.record(
                Stream::Student(owner),
                Some(item),
                Event::FileRemoved {
                    file: FileId(file.id),
                },
            )?;
            removed = true;
        } else {
            kept.push(file);
        }
    }
    *files = kept;
    Ok(removed)
}

/// Removes a file's content and its entry in the index.
pub(super) fn forget(txn: &mut WriteTxn, name_key: &NameKey, file: &FileV1) -> Result<(), StoreError> {
    txn.delete_content(file.id)?;
    let content = name_key.hash(&file.blake3);
    erase::<FileByContentV1>(txn, &key::hash_and_id(&content, file.id))?;
    Ok(())
}

fn new_content_id(context: &Context<'_>) -> Result<u64, StoreError> {
    loop {
        let id = context.ids.next_u64();
        if !context.txn.has_content(id)? {
            return Ok(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::tidy_name;

    #[test]
    fn names_lose_folders_and_keep_their_ending() {
        assert_eq!(tidy_name("/home/我/報告.pdf"), "報告.pdf");
        assert_eq!(tidy_name("C:\\桌面\\報告.pdf"), "報告.pdf");
        assert_eq!(tidy_name("報\u{7}告\n.pdf"), "報告.pdf");
        let long = tidy_name(&format!("{}.pdf", "長".repeat(300)));
        assert!(long.chars().count() <= 200 && long.ends_with("長.pdf"));
    }
}
