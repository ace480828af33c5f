//! Writers that meet each other.

use std::cell::RefCell;
use std::sync::mpsc;
use std::time::Duration;

use super::*;

const NO_PATIENCE: WritePatience = WritePatience {
    tell_after: Duration::ZERO,
    give_up_after: Duration::from_millis(1),
};

#[test]
fn an_error_takes_the_whole_change_back() {
    let library = Library::in_memory(&header()).unwrap();
    put(&library, b"a", b"1").unwrap();
    let before = library.commit_count().unwrap();
    let refused: Result<(), StoreError> = library.write(|txn| {
        txn.put(ITEMS, b"a", b"2")?;
        txn.write_content(1, b"content")?;
        Err(StoreError::ReadOnly)
    });
    assert_eq!(refused, Err(StoreError::ReadOnly));
    assert_eq!(get(&library, b"a").unwrap().as_deref(), Some(&b"1"[..]));
    assert_eq!(library.read(|txn| txn.has_content(1)), Ok(false));
    assert_eq!(library.commit_count(), Ok(before));
}

#[test]
fn only_changes_count_as_commits() {
    let library = Library::in_memory(&header()).unwrap();
    let before = library.commit_count().unwrap();
    library
        .write(|txn| txn.delete(ITEMS, b"nothing").map(drop))
        .unwrap();
    assert_eq!(library.commit_count(), Ok(before));
    put(&library, b"a", b"1").unwrap();
    assert_eq!(library.commit_count(), Ok(before + 1));
}

#[test]
fn a_panic_in_a_change_leaves_the_library_usable() {
    let library = Library::in_memory(&header()).unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        library.write(|txn| {
            txn.put(ITEMS, b"a", b"1")?;
            if txn.is_changed() {
                panic!("a mistake in a command");
            }
            Ok::<_, StoreError>(())
        })
    }));
    assert!(panicked.is_err());
    put(&library, b"b", b"2").unwrap();
    assert_eq!(get(&library, b"a"), Ok(None));
}

#[test]
fn who_waits_is_told_once_and_gives_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("licheng.redb");
    let opening = opening(folder.path(), OpenMode::ReadWrite);
    let writer = Library::create(&path, &header(), &opening).unwrap();
    let waiter = Library::open(&path, &opening).unwrap();
    let told = RefCell::new(0);
    writer
        .write(|txn| {
            txn.put(ITEMS, b"a", b"1")?;
            let on_wait = |_: &[OtherProgram]| *told.borrow_mut() += 1;
            let wait = WriteWait {
                patience: NO_PATIENCE,
                on_wait: &on_wait,
            };
            let busy = waiter.write_waiting(wait, |txn| txn.put(ITEMS, b"b", b"2"));
            assert!(matches!(busy, Err(StoreError::Busy { .. })), "{busy:?}");
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(told.into_inner(), 1);
    assert_eq!(get(&waiter, b"a").unwrap().as_deref(), Some(&b"1"[..]));
    assert_eq!(get(&waiter, b"b"), Ok(None));
    put(&waiter, b"b", b"2").unwrap();
}

#[test]
fn a_reader_is_not_kept_waiting_and_sees_one_state() {
    let library = Library::in_memory(&header()).unwrap();
    put(&library, b"a", b"1").unwrap();
    library
        .read(|before| {
            put(&library, b"a", b"2")?;
            assert_eq!(before.get(ITEMS, b"a")?.as_deref(), Some(&b"1"[..]));
            assert_eq!(get(&library, b"a")?.as_deref(), Some(&b"2"[..]));
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn threads_take_turns() {
    let library = Library::in_memory(&header()).unwrap();
    let (inside, first_is_inside) = mpsc::channel();
    let (release, released) = mpsc::channel();
    std::thread::scope(|scope| {
        let library = &library;
        scope.spawn(move || {
            library.write(|txn| {
                txn.put(ITEMS, b"n", b"1")?;
                inside.send(()).unwrap();
                released.recv().unwrap();
                Ok::<_, StoreError>(())
            })
        });
        first_is_inside.recv().unwrap();
        let second = scope.spawn(move || {
            let on_wait = |_: &[OtherProgram]| release.send(()).unwrap();
            let patience = WritePatience {
                tell_after: Duration::ZERO,
                ..WritePatience::default()
            };
            library.write_waiting(
                WriteWait {
                    patience,
                    on_wait: &on_wait,
                },
                |txn| {
                    let seen = txn.get(ITEMS, b"n")?;
                    txn.put(ITEMS, b"n", b"2")?;
                    Ok::<_, StoreError>(seen)
                },
            )
        });
        assert_eq!(second.join().unwrap().unwrap().as_deref(), Some(&b"1"[..]));
    });
    assert_eq!(get(&library, b"n").unwrap().as_deref(), Some(&b"2"[..]));
}
