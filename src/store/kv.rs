//! The small key-value interface on which all records sit. It names no storage engine: a second one
//! (a network database) is to fit behind it. Keys are ordered bytes; a table that was never written
//! reads as empty.

use std::ops::{Bound, ControlFlow};

use super::error::StoreError;

/// A table's name. Names starting with `licheng.` belong to the store itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Table(pub(super) &'static str);

impl Table {
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// An interval of keys in byte order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRange {
    pub start: Bound<Vec<u8>>,
    pub end: Bound<Vec<u8>>,
}

impl KeyRange {
    pub fn all() -> Self {
        Self {
            start: Bound::Unbounded,
            end: Bound::Unbounded,
        }
    }

    /// All keys that begin with `prefix`.
    pub fn prefix(prefix: &[u8]) -> Self {
        let end = successor_of_prefix(prefix).map_or(Bound::Unbounded, Bound::Excluded);
        Self {
            start: Bound::Included(prefix.to_vec()),
            end,
        }
    }

    /// `from` included, `to` excluded.
    pub fn from_to(from: &[u8], to: &[u8]) -> Self {
        Self {
            start: Bound::Included(from.to_vec()),
            end: Bound::Excluded(to.to_vec()),
        }
    }

    /// The part of this range behind `key`: for reading on after the last key seen.
    pub fn after(mut self, key: &[u8]) -> Self {
        self.start = Bound::Excluded(key.to_vec());
        self
    }

    /// The part of this range before `key`: for reading on backwards.
    pub fn before(mut self, key: &[u8]) -> Self {
        self.end = Bound::Excluded(key.to_vec());
        self
    }

    /// True where no key can lie inside, which storage engines answer differently.
    pub fn is_empty(&self) -> bool {
        match (&self.start, &self.end) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
            (Bound::Included(start), Bound::Included(end)) => start > end,
            (
                Bound::Included(start) | Bound::Excluded(start),
                Bound::Excluded(end) | Bound::Included(end),
            ) => start >= end,
        }
    }
}

/// The first key behind all keys with this prefix; `None` when there is none (all bytes are 0xFF).
fn successor_of_prefix(prefix: &[u8]) -> Option<Vec<u8>> {
    let last = prefix.iter().rposition(|byte| *byte != 0xFF)?;
    let mut successor = prefix[..=last].to_vec();
    successor[last] += 1;
    Some(successor)
}

/// In which direction a range is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Ascending,
    Descending,
}

/// A key and its value.
pub type Pair = (Vec<u8>, Vec<u8>);

/// What [`ReadRecords::scan`] calls for each key and value; `Break` ends the walk.
pub type Visit<'v> = dyn FnMut(&[u8], &[u8]) -> Result<ControlFlow<()>, StoreError> + 'v;

/// Reading inside a transaction: all answers belong to one state of the library.
pub trait ReadRecords {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// Walks the range without collecting it. The visitor may read from the same transaction.
    fn scan(
        &self,
        table: Table,
        range: KeyRange,
        order: Order,
        visit: &mut Visit<'_>,
    ) -> Result<(), StoreError>;

    /// The whole range in ascending order: for ranges known to be small.
    fn range(&self, table: Table, range: KeyRange) -> Result<Vec<Pair>, StoreError> {
        let mut pairs = Vec::new();
        self.scan(table, range, Order::Ascending, &mut |key, value| {
            pairs.push((key.to_vec(), value.to_vec()));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(pairs)
    }

    /// The smallest key with this prefix.
    fn first(&self, table: Table, prefix: &[u8]) -> Result<Option<Pair>, StoreError> {
        end_of_range(self, table, prefix, Order::Ascending)
    }

    /// The greatest key with this prefix.
    fn last(&self, table: Table, prefix: &[u8]) -> Result<Option<Pair>, StoreError> {
        end_of_range(self, table, prefix, Order::Descending)
    }

    fn count(&self, table: Table, range: KeyRange) -> Result<u64, StoreError> {
        let mut count = 0;
        self.scan(table, range, Order::Ascending, &mut |_, _| {
            count += 1;
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(count)
    }
}

fn end_of_range<R: ReadRecords + ?Sized>(
    records: &R,
    table: Table,
    prefix: &[u8],
    order: Order,
) -> Result<Option<Pair>, StoreError> {
    let mut found = None;
    records.scan(table, KeyRange::prefix(prefix), order, &mut |key, value| {
        found = Some((key.to_vec(), value.to_vec()));
        Ok(ControlFlow::Break(()))
    })?;
    Ok(found)
}

/// Changing records inside a transaction; what was put is read back by the same transaction.
pub trait WriteRecords: ReadRecords {
    /// Inserts or replaces.
    fn put(&mut self, table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError>;

    /// Removes; says whether the key was there.
    fn delete(&mut self, table: Table, key: &[u8]) -> Result<bool, StoreError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_range_ends_behind_its_last_key() {
        assert_eq!(KeyRange::prefix(b"ab").end, Bound::Excluded(b"ac".to_vec()));
        assert_eq!(KeyRange::prefix(&[1, 0xFF, 0xFF]).end, Bound::Excluded(vec![2]));
        assert_eq!(KeyRange::prefix(&[0xFF]).end, Bound::Unbounded);
        assert_eq!(KeyRange::prefix(&[]).end, Bound::Unbounded);
    }

    #[test]
    fn empty_ranges_are_known() {
        assert!(KeyRange::from_to(b"b", b"a").is_empty());
        assert!(KeyRange::from_to(b"a", b"a").is_empty());
        assert!(!KeyRange::from_to(b"a", b"b").is_empty());
        assert!(!KeyRange::all().is_empty());
        let point = KeyRange {
            start: Bound::Included(vec![1]),
            end: Bound::Included(vec![1]),
        };
        assert!(!point.is_empty());
        assert!(point.after(&[1]).is_empty());
    }
}
