use super::super::contents::CHUNK_BYTES;
use super::*;

#[test]
fn contents_of_every_length_come_back_whole() {
    let library = Library::in_memory(&header()).unwrap();
    let lengths = [
        0,
        1,
        CHUNK_BYTES - 1,
        CHUNK_BYTES,
        CHUNK_BYTES + 1,
        3 * CHUNK_BYTES,
        3_333_333,
    ];
    for (id, length) in (1..).zip(lengths) {
        library
            .write(|txn| txn.write_content(id, &bytes(id, length)))
            .unwrap();
    }
    library
        .read(|txn| {
            for (id, length) in (1..).zip(lengths) {
                assert_eq!(txn.read_content(id)?, bytes(id, length), "{length}");
            }
            assert_eq!(txn.content_ids()?, (1..=7).collect::<Vec<_>>());
            assert_eq!(
                txn.read_chunk(6, 2)?,
                Some(bytes(6, 3 * CHUNK_BYTES)[2 * CHUNK_BYTES..].to_vec())
            );
            assert_eq!(txn.read_chunk(6, 3)?, None);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn contents_are_never_overwritten_and_go_without_a_trace() {
    let library = Library::in_memory(&header()).unwrap();
    let id = u64::MAX;
    library
        .write(|txn| txn.write_content(id, &bytes(1, 2 * CHUNK_BYTES + 5)))
        .unwrap();
    library
        .write(|txn| txn.write_content(id - 1, b"neighbour"))
        .unwrap();
    assert_eq!(
        library.write(|txn| txn.write_content(id, b"other")),
        Err(StoreError::ContentExists { id })
    );
    let growth = |library: &Library| library.read(super::super::header::holdings).unwrap().contents;
    assert_eq!(growth(&library), (2 * CHUNK_BYTES + 5 + 9) as u64);
    assert_eq!(library.write(|txn| txn.delete_content(id)), Ok(true));
    assert_eq!(growth(&library), 9);
    assert_eq!(library.write(|txn| txn.delete_content(id)), Ok(false));
    library
        .read(|txn| {
            assert_eq!(txn.content_ids()?, [id - 1]);
            assert_eq!(txn.read_content(id), Err(StoreError::MissingContent { id }));
            assert!(!txn.has_content(id)? && txn.has_content(id - 1)?);
            for chunk in 0..4 {
                assert_eq!(txn.read_chunk(id, chunk)?, None);
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn an_unknown_content_is_missing_not_empty() {
    let library = Library::in_memory(&header()).unwrap();
    let missing = library.read(|txn| txn.read_content(1));
    assert_eq!(missing, Err(StoreError::MissingContent { id: 1 }));
    assert_eq!(library.read(|txn| txn.content_ids()), Ok(vec![]));
}

#[test]
fn a_lost_chunk_is_damage() {
    let library = Library::in_memory(&header()).unwrap();
    library
        .write(|txn| txn.write_content(5, &bytes(5, 3 * CHUNK_BYTES)))
        .unwrap();
    let mut key = 5_u64.to_be_bytes().to_vec();
    key.extend(1_u32.to_be_bytes());
    library
        .write(|txn| txn.delete(Table::new("licheng.contents"), &key))
        .unwrap();
    let answer = library.read(|txn| txn.read_content(5));
    assert!(matches!(answer, Err(StoreError::Damaged { .. })), "{answer:?}");
}

/// At most 1.10 times the contents, when files were only added and also when most were deleted.
#[test]
fn a_closed_library_is_hardly_larger_than_its_contents() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("licheng.redb");
    let library = Library::create(&path, &header(), &opening(folder.path(), OpenMode::ReadWrite)).unwrap();
    let mut total = 0;
    for id in 0..12 {
        let length = 1_000_000 + 300_000 * usize::try_from(id).unwrap();
        total += length as u64;
        library
            .write(|txn| txn.write_content(id, &bytes(id, length)))
            .unwrap();
    }
    let report = library.close().unwrap();
    assert_eq!(report.bytes_after, std::fs::metadata(&path).unwrap().len());
    assert!(
        report.bytes_after * 100 <= total * 110,
        "{report:?} for {total} bytes"
    );

    let library = Library::open(&path, &opening(folder.path(), OpenMode::ReadWrite)).unwrap();
    library
        .write(|txn| (0..9).try_for_each(|id| txn.delete_content(id).map(drop)))
        .unwrap();
    let left: u64 = (9..12).map(|id| 1_000_000 + 300_000 * id).sum();
    let report = library.close().unwrap();
    assert_eq!(report.compaction, Compaction::Done);
    assert!(
        report.bytes_after * 100 <= left * 110,
        "{report:?} for {left} bytes"
    );
    let library = Library::open(&path, &opening(folder.path(), OpenMode::ReadOnly)).unwrap();
    assert_eq!(
        library.read(|txn| txn.read_content(11)).unwrap(),
        bytes(11, 4_300_000)
    );
}
