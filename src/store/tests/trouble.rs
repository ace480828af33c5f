//! Full and failing disks.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use redb::StorageBackend;

use super::*;

/// A disk with room for so many bytes of writing from the moment it is told so.
#[derive(Debug, Clone, Default)]
struct SmallDisk {
    memory: SharedMemory,
    limited: Arc<AtomicBool>,
    room: Arc<AtomicU64>,
}

impl SmallDisk {
    fn leave_room_for(&self, bytes: u64) {
        self.room.store(bytes, Ordering::SeqCst);
        self.limited.store(true, Ordering::SeqCst);
    }

    fn make_room(&self) {
        self.limited.store(false, Ordering::SeqCst);
    }

    fn take(&self, bytes: u64) -> Result<(), io::Error> {
        if !self.limited.load(Ordering::SeqCst) {
            return Ok(());
        }
        let room = self.room.load(Ordering::SeqCst);
        let left = room.checked_sub(bytes).ok_or(io::ErrorKind::StorageFull)?;
        self.room.store(left, Ordering::SeqCst);
        Ok(())
    }
}

impl StorageBackend for SmallDisk {
    fn len(&self) -> Result<u64, io::Error> {
        self.memory.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> Result<(), io::Error> {
        self.memory.read(offset, out)
    }

    fn set_len(&self, length: u64) -> Result<(), io::Error> {
        self.take(length.saturating_sub(self.memory.len()?))?;
        self.memory.set_len(length)
    }

    fn sync_data(&self) -> Result<(), io::Error> {
        self.memory.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> Result<(), io::Error> {
        self.take(data.len() as u64)?;
        self.memory.write(offset, data)
    }
}

#[test]
fn a_full_disk_loses_nothing_whenever_it_fills_up() {
    let content = bytes(3, 300_000);
    let mut refused = 0;
    let mut accepted = 0;
    for room in (0..3_000_000).step_by(4_096 * 9) {
        let disk = SmallDisk::default();
        let library = Library::create_with_backend(disk.clone(), &header()).unwrap();
        put(&library, b"before", b"1").unwrap();
        disk.leave_room_for(room);
        let added = library.write(|txn| {
            txn.put(ITEMS, b"added", b"2")?;
            txn.write_content(1, &content)
        });
        match &added {
            Ok(()) => accepted += 1,
            Err(error) => {
                assert_eq!(*error, StoreError::DiskFull, "room for {room}");
                refused += 1;
            }
        }
        disk.make_room();
        if library.needs_reopen() {
            assert_eq!(put(&library, b"x", b"y"), Err(StoreError::NeedsReopen));
            library.reopen().unwrap();
        }
        assert!(!library.needs_reopen());
        assert_eq!(get(&library, b"before").unwrap().as_deref(), Some(&b"1"[..]));
        let is_there = get(&library, b"added").unwrap().is_some();
        assert_eq!(library.read(|txn| txn.has_content(1)), Ok(is_there));
        assert!(is_there || added.is_err());
        put(&library, b"after", b"3").unwrap();
    }
    assert!(
        refused > 10 && accepted > 2,
        "{refused} refused, {accepted} accepted"
    );
}

#[test]
fn creating_on_a_full_disk_says_so() {
    let disk = SmallDisk::default();
    disk.leave_room_for(10_000);
    assert_eq!(
        Library::create_with_backend(disk, &header()).err(),
        Some(StoreError::DiskFull)
    );
}

#[test]
fn reopening_can_be_tried_again() {
    let disk = SmallDisk::default();
    let library = Library::create_with_backend(disk.clone(), &header()).unwrap();
    put(&library, b"a", b"1").unwrap();
    disk.leave_room_for(0);
    assert_eq!(put(&library, b"a", b"2"), Err(StoreError::DiskFull));
    assert_eq!(library.reopen(), Err(StoreError::DiskFull));
    assert!(library.needs_reopen());
    assert_eq!(get(&library, b"a"), Err(StoreError::NeedsReopen));
    disk.make_room();
    library.reopen().unwrap();
    assert_eq!(get(&library, b"a").unwrap().as_deref(), Some(&b"1"[..]));
}

#[test]
fn another_library_in_the_same_place_is_not_taken_for_ours() {
    let folder = tempfile::tempdir().unwrap();
    let opening = opening(folder.path(), OpenMode::ReadWrite);
    let path = folder.path().join("licheng.redb");
    let library = Library::create(&path, &header(), &opening).unwrap();
    let other = folder.path().join("other.redb");
    let other_header = LibraryHeader {
        library_id: 8,
        ..header()
    };
    Library::create(&other, &other_header, &opening)
        .unwrap()
        .close()
        .unwrap();
    match std::fs::rename(&other, &path) {
        // Windows itself may keep anybody from putting a file in the place of an open one.
        Err(error) if cfg!(windows) => assert_eq!(error.kind(), io::ErrorKind::PermissionDenied),
        renamed => {
            renamed.unwrap();
            assert_eq!(library.reopen(), Err(StoreError::NotALibrary { path }));
        }
    }
}
