use std::fs;

use super::super::migration::{Formats, Step};
use super::super::opening::open_file;
use super::*;

const LOG: Table = Table::new("log");

fn to_two(txn: &mut WriteTxn) -> Result<(), StoreError> {
    txn.put(LOG, b"2", b"done")
}

fn to_three(txn: &mut WriteTxn) -> Result<(), StoreError> {
    assert_eq!(txn.get(LOG, b"2")?.as_deref(), Some(&b"done"[..]));
    txn.put(LOG, b"3", b"done")
}

fn breaks_half_way(txn: &mut WriteTxn) -> Result<(), StoreError> {
    txn.put(LOG, b"3", b"half")?;
    Err(StoreError::Damaged {
        detail: "a record of old".to_owned(),
    })
}

const GOOD: Formats = Formats {
    newest: 3,
    steps: &[
        Step { from: 1, run: to_two },
        Step {
            from: 2,
            run: to_three,
        },
    ],
};
const BROKEN: Formats = Formats {
    newest: 3,
    steps: &[
        Step { from: 1, run: to_two },
        Step {
            from: 2,
            run: breaks_half_way,
        },
    ],
};
const INCOMPLETE: Formats = Formats {
    newest: 3,
    steps: &[Step { from: 1, run: to_two }],
};

fn old_library(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("licheng.redb");
    let library = Library::create(&path, &header(), &opening(folder, OpenMode::ReadWrite)).unwrap();
    put(&library, b"a", b"1").unwrap();
    library.close().unwrap();
    path
}

#[test]
fn all_steps_run_once_and_the_old_file_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = old_library(folder.path());
    let taken = folder.path().join("licheng.redb.v1.backup");
    fs::write(&taken, b"an older backup").unwrap();
    let opening = opening(folder.path(), OpenMode::ReadWrite);
    let library = open_file(&path, &opening, GOOD).unwrap();
    let backup = folder.path().join("licheng.redb.v1-2.backup");
    assert_eq!(
        library.migrated(),
        Some(&Migrated {
            from: 1,
            to: 3,
            backup: backup.clone()
        })
    );
    assert_eq!(get(&library, b"a").unwrap().as_deref(), Some(&b"1"[..]));
    assert_eq!(library.read(|txn| txn.count(LOG, KeyRange::all())), Ok(2));
    drop(library);
    assert_eq!(open_file(&path, &opening, GOOD).unwrap().migrated(), None);
    assert_eq!(fs::read(&taken).unwrap(), b"an older backup");
    let old = Library::open(&backup, &opening).unwrap();
    assert_eq!(get(&old, b"a").unwrap().as_deref(), Some(&b"1"[..]));
    assert_eq!(old.read(|txn| txn.count(LOG, KeyRange::all())), Ok(0));
}

#[test]
fn a_step_that_fails_leaves_the_version_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = old_library(folder.path());
    let opening = opening(folder.path(), OpenMode::ReadWrite);
    assert!(matches!(
        open_file(&path, &opening, BROKEN).err(),
        Some(StoreError::Damaged { .. })
    ));
    let library = open_file(&path, &opening, GOOD).unwrap();
    assert_eq!(
        library.migrated().map(|migrated| (migrated.from, migrated.to)),
        Some((2, 3))
    );
    assert_eq!(
        library.read(|txn| txn.get(LOG, b"3")).unwrap().as_deref(),
        Some(&b"done"[..])
    );
}

#[test]
fn nothing_happens_without_a_way_or_without_being_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = old_library(folder.path());
    let write = opening(folder.path(), OpenMode::ReadWrite);
    assert_eq!(
        open_file(&path, &write, INCOMPLETE).err(),
        Some(StoreError::MigrationMissing { from: 2 })
    );
    let read_only = opening(folder.path(), OpenMode::ReadOnly);
    assert_eq!(
        open_file(&path, &read_only, GOOD).err(),
        Some(StoreError::OlderVersion { found: 1, known: 3 })
    );
    let other = Library::open(&path, &write).unwrap();
    assert_eq!(
        open_file(&path, &write, GOOD).err(),
        Some(StoreError::InUse(vec![]))
    );
    drop(other);
    let names = fs::read_dir(folder.path()).unwrap().filter(|entry| {
        entry
            .as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .contains("backup")
    });
    assert_eq!(names.count(), 0);
    assert_eq!(Library::open(&path, &write).unwrap().migrated(), None);
}
