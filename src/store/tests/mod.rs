//! Tests of the library as a whole.

mod contents;
mod files;
mod migration;
mod model;
mod trouble;
mod writers;

use std::path::Path;

use super::*;

pub(super) const ITEMS: Table = Table::new("items");

pub(super) fn header() -> LibraryHeader {
    LibraryHeader {
        library_id: 7,
        kind: LibraryKind::Personal,
        created_unix: 1_770_000_000,
        name_key: NameKey::new([9; 32]),
    }
}

pub(super) fn opening(folder: &Path, mode: OpenMode) -> Opening {
    Opening {
        mode,
        face: Face::Window,
        since_unix: 1_770_000_000,
        temporary_folder: folder.join("temporary"),
    }
}

pub(super) fn put(library: &Library, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
    library.write(|txn| txn.put(ITEMS, key, value))
}

pub(super) fn get(library: &Library, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
    library.read(|txn| txn.get(ITEMS, key))
}

/// Bytes that no compression or page sharing could hide; the same for the same seed.
pub(super) fn bytes(seed: u64, length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    blake3::Hasher::new()
        .update(&seed.to_be_bytes())
        .finalize_xof()
        .fill(&mut bytes);
    bytes
}
