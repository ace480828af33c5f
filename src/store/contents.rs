//! File contents: immutable bytes under a random id, cut into chunks, committed together with the
//! records that speak of them. Apart from records, because elsewhere they may live in another place.

use std::ops::{Bound, ControlFlow};

use super::error::StoreError;
use super::kv::{KeyRange, Order, ReadRecords, Table};
use super::transaction::{OpenTable, TableSource, WriteTxn, signed};

const CONTENTS: Table = Table("licheng.contents");

/// Bytes of the largest chunks. Pages of the storage engine are powers of two, so a chunk leaves room
/// for the page's own bytes. Measured with 60 files, 200 MB, each its own durable commit: whole values
/// allocate 1.52 × the contents, chunks of 1 MiB − 256 B 1.02 × and are written fastest (256 KiB −
/// 256 B: 3 % slower; 64 KiB − 256 B: up to 170 % slower; exactly 64 KiB: 700 % slower).
pub const CHUNK_BYTES: usize = LARGEST_PAGE - PAGE_ROOM;

const LARGEST_PAGE: usize = 1024 * 1024;
/// Below this the waste of a half-filled page (8 KiB) is not worth another chunk.
const SMALLEST_PAGE: usize = 16 * 1024;
const PAGE_ROOM: usize = 256;

/// The length of the next chunk when so many bytes are left: the end of a content is cut into ever
/// smaller chunks that each fill their page, because one chunk of 0.6 MiB would take a page of 1 MiB.
fn next_chunk_length(left: usize) -> usize {
    let mut page = LARGEST_PAGE;
    while page >= SMALLEST_PAGE {
        if page - PAGE_ROOM <= left {
            return page - PAGE_ROOM;
        }
        page /= 2;
    }
    left
}

/// Contents as one state of the library holds them.
pub trait ReadContents {
    /// The whole content.
    ///
    /// # Errors
    /// [`StoreError::MissingContent`] for an unknown id, [`StoreError::Damaged`] when a chunk is gone.
    fn read_content(&self, id: u64) -> Result<Vec<u8>, StoreError>;

    /// One chunk, counted from 0, of at most [`CHUNK_BYTES`]; `None` behind the last one.
    fn read_chunk(&self, id: u64, chunk: u32) -> Result<Option<Vec<u8>>, StoreError>;

    fn has_content(&self, id: u64) -> Result<bool, StoreError>;

    /// All ids in ascending order. Reads one chunk of each content: for the search for orphans.
    fn content_ids(&self) -> Result<Vec<u64>, StoreError>;
}

/// Adding and removing contents inside the transaction that changes their records.
pub trait WriteContents: ReadContents {
    /// Stores `bytes` (also none) under a new id.
    ///
    /// # Errors
    /// [`StoreError::ContentExists`]: contents are never overwritten.
    fn write_content(&mut self, id: u64, bytes: &[u8]) -> Result<(), StoreError>;

    /// Removes all chunks; says whether there were any.
    fn delete_content(&mut self, id: u64) -> Result<bool, StoreError>;
}

fn chunk_key(id: u64, chunk: u32) -> [u8; 12] {
    let mut key = [0; 12];
    key[..8].copy_from_slice(&id.to_be_bytes());
    key[8..].copy_from_slice(&chunk.to_be_bytes());
    key
}

fn parse_chunk_key(key: &[u8]) -> Result<(u64, u32), StoreError> {
    let damaged = || StoreError::Damaged {
        detail: "a content key has the wrong length".to_owned(),
    };
    let (id, chunk) = key.split_first_chunk::<8>().ok_or_else(damaged)?;
    let chunk: [u8; 4] = chunk.try_into().map_err(|_| damaged())?;
    Ok((u64::from_be_bytes(*id), u32::from_be_bytes(chunk)))
}

impl<S: TableSource> ReadContents for S {
    fn read_content(&self, id: u64) -> Result<Vec<u8>, StoreError> {
        let table = self.open(CONTENTS)?;
        let mut content = Vec::new();
        let mut chunks = 0_u32;
        let Some(mut entries) = table.range(&KeyRange::prefix(&id.to_be_bytes()))? else {
            return Err(StoreError::MissingContent { id });
        };
        while let Some((key, value)) = entries.next(Order::Ascending)? {
            let (_, chunk) = parse_chunk_key(key.value())?;
            if chunk != chunks {
                return Err(StoreError::Damaged {
                    detail: format!("content {id} lacks chunk {chunks}"),
                });
            }
            content.extend_from_slice(value.value());
            chunks += 1;
        }
        if chunks == 0 {
            Err(StoreError::MissingContent { id })
        } else {
            Ok(content)
        }
    }

    fn read_chunk(&self, id: u64, chunk: u32) -> Result<Option<Vec<u8>>, StoreError> {
        self.get(CONTENTS, &chunk_key(id, chunk))
    }

    fn has_content(&self, id: u64) -> Result<bool, StoreError> {
        let table = self.open(CONTENTS)?;
        Ok(next_id(&table, Bound::Included(chunk_key(id, 0).to_vec()))? == Some(id))
    }

    fn content_ids(&self) -> Result<Vec<u64>, StoreError> {
        let table = self.open(CONTENTS)?;
        let mut ids = Vec::new();
        let mut start = Bound::Unbounded;
        while let Some(id) = next_id(&table, start)? {
            ids.push(id);
            start = Bound::Excluded(chunk_key(id, u32::MAX).to_vec());
        }
        Ok(ids)
    }
}

fn next_id(table: &OpenTable<'_>, start: Bound<Vec<u8>>) -> Result<Option<u64>, StoreError> {
    let range = KeyRange {
        start,
        end: Bound::Unbounded,
    };
    let Some(mut entries) = table.range(&range)? else {
        return Ok(None);
    };
    let Some((key, _)) = entries.next(Order::Ascending)? else {
        return Ok(None);
    };
    Ok(Some(parse_chunk_key(key.value())?.0))
}

impl WriteContents for WriteTxn {
    fn write_content(&mut self, id: u64, bytes: &[u8]) -> Result<(), StoreError> {
        if self.has_content(id)? {
            return Err(StoreError::ContentExists { id });
        }
        let mut left = bytes;
        let mut chunk = 0;
        while chunk == 0 || !left.is_empty() {
            let (head, tail) = left.split_at(next_chunk_length(left.len()));
            self.insert(CONTENTS, &chunk_key(id, chunk), head)?;
            left = tail;
            chunk += 1;
        }
        self.growth.contents += signed(bytes.len());
        Ok(())
    }

    fn delete_content(&mut self, id: u64) -> Result<bool, StoreError> {
        let mut keys = Vec::new();
        let mut length = 0;
        self.scan(
            CONTENTS,
            KeyRange::prefix(&id.to_be_bytes()),
            Order::Ascending,
            &mut |key, value| {
                keys.push(key.to_vec());
                length += signed(value.len());
                Ok(ControlFlow::Continue(()))
            },
        )?;
        for key in &keys {
            self.remove(CONTENTS, key)?;
        }
        self.growth.contents -= length;
        Ok(!keys.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_fill_their_pages() {
        for length in (0..5_000_000).step_by(7_777) {
            let (mut left, mut pages, mut chunks) = (length, 0, 0);
            while left > 0 {
                let chunk = next_chunk_length(left);
                pages += (chunk + 100).next_power_of_two();
                left -= chunk;
                chunks += 1;
            }
            assert!(
                pages <= length + length / 60 + SMALLEST_PAGE,
                "{length} bytes take {pages}"
            );
            assert!(
                chunks <= length / CHUNK_BYTES + 8,
                "{length} bytes take {chunks} chunks"
            );
        }
    }
}
