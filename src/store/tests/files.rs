//! Creating, opening, refusing.

use std::fs;

use super::super::header as stored;
use super::super::source;
use super::super::transaction::WriteTxn;
use super::*;

fn created(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("licheng.redb");
    let library = Library::create(&path, &header(), &opening(folder, OpenMode::ReadWrite)).unwrap();
    put(&library, b"a", b"1").unwrap();
    library.close().unwrap();
    path
}

fn refusal(path: &Path, folder: &Path, mode: OpenMode) -> StoreError {
    match Library::open(path, &opening(folder, mode)) {
        Ok(_) => panic!("was opened"),
        Err(error) => error,
    }
}

#[test]
fn what_is_created_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let mut left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["licheng.redb", "temporary"]);
    for mode in [OpenMode::ReadOnly, OpenMode::ReadWrite] {
        let library = Library::open(&path, &opening(folder.path(), mode)).unwrap();
        assert_eq!(library.header(), &header());
        assert_eq!(get(&library, b"a").unwrap().as_deref(), Some(&b"1"[..]));
    }
}

#[test]
fn creating_replaces_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("licheng.redb");
    fs::write(&path, b"").unwrap();
    let opening = opening(folder.path(), OpenMode::ReadWrite);
    let refused = Library::create(&path, &header(), &opening).err();
    assert_eq!(refused, Some(StoreError::AlreadyExists { path: path.clone() }));
    assert_eq!(fs::read(&path).unwrap(), b"");
    let below_a_file = path.join("licheng.redb");
    let refused = Library::create(&below_a_file, &header(), &opening).err();
    assert_eq!(refused, Some(StoreError::FolderMissing { path }));
}

#[test]
fn what_is_not_ours_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("foreign.redb");
    source::create_file(&foreign).unwrap().close().unwrap();
    let empty = folder.path().join("empty.redb");
    fs::write(&empty, b"").unwrap();
    let picture = folder.path().join("picture.png");
    fs::write(&picture, bytes(1, 10_000)).unwrap();
    for path in [foreign, empty, picture] {
        let before = fs::read(&path).unwrap();
        for mode in [OpenMode::ReadWrite, OpenMode::ReadOnly] {
            let expected = StoreError::NotALibrary { path: path.clone() };
            assert_eq!(refusal(&path, folder.path(), mode), expected);
        }
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}

#[test]
fn a_newer_library_is_refused_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let database = source::open_alone(&path).unwrap();
    let mut txn = WriteTxn::new(database.begin_write().unwrap()).unwrap();
    stored::set_format_version(&mut txn, 99).unwrap();
    txn.commit().unwrap();
    database.close().unwrap();
    let before = fs::read(&path).unwrap();
    for mode in [OpenMode::ReadWrite, OpenMode::ReadOnly] {
        let refused = refusal(&path, folder.path(), mode);
        assert_eq!(
            refused,
            StoreError::NewerVersion {
                found: 99,
                known: FORMAT_VERSION
            }
        );
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}

/// Whatever is cut off or overwritten: an error, or the right data, never a panic or other data.
#[test]
fn damage_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let whole = fs::read(&path).unwrap();
    let mut damaged = Vec::new();
    for length in [9, 100, 4096, 8192, whole.len() / 2, whole.len() - 4096] {
        damaged.push((format!("cut to {length}"), whole[..length].to_vec()));
    }
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0xA5);
        damaged.push((format!("page {page}"), bytes));
    }
    let mut seen = 0;
    for (what, bytes) in damaged {
        fs::write(&path, &bytes).unwrap();
        let answer = Library::open(&path, &opening(folder.path(), OpenMode::ReadWrite))
            .and_then(|library| get(&library, b"a"));
        match answer {
            Ok(value) => assert_eq!(value.as_deref(), Some(&b"1"[..]), "{what}"),
            Err(StoreError::Damaged { .. }) => seen += 1,
            Err(other) => panic!("{what}: {other:?}"),
        }
    }
    assert!(seen >= 6, "{seen}");
}

#[test]
fn two_programs_share_a_library() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let first = Library::open(&path, &opening(folder.path(), OpenMode::ReadWrite)).unwrap();
    let second = Library::open(&path, &opening(folder.path(), OpenMode::ReadWrite)).unwrap();
    let reader = Library::open(&path, &opening(folder.path(), OpenMode::ReadOnly)).unwrap();
    let before = second.commit_count().unwrap();
    put(&first, b"a", b"2").unwrap();
    assert_eq!(second.commit_count().unwrap(), before + 1);
    put(&second, b"b", b"3").unwrap();
    assert_eq!(first.commit_count().unwrap(), before + 2);
    for library in [&first, &second, &reader] {
        assert_eq!(get(library, b"a").unwrap().as_deref(), Some(&b"2"[..]));
        assert_eq!(get(library, b"b").unwrap().as_deref(), Some(&b"3"[..]));
    }
    assert_eq!(put(&reader, b"c", b"4"), Err(StoreError::ReadOnly));
}

#[test]
fn a_library_somebody_needs_alone_is_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let alone = source::open_alone(&path).unwrap();
    assert_eq!(
        refusal(&path, folder.path(), OpenMode::ReadWrite),
        StoreError::InUse(vec![])
    );
    drop(alone);
    Library::open(&path, &opening(folder.path(), OpenMode::ReadWrite)).unwrap();
}

#[test]
fn a_closed_library_says_so() {
    let library = Library::in_memory(&header()).unwrap();
    assert_eq!(library.close().unwrap().compaction, Compaction::NotApplicable);
    assert_eq!(get(&library, b"a"), Err(StoreError::Closed));
    assert_eq!(put(&library, b"a", b"1"), Err(StoreError::Closed));
    assert_eq!(library.reopen(), Err(StoreError::Closed));
    assert_eq!(library.close().err(), Some(StoreError::Closed));
}
