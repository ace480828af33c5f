//! Transactions of the embedded engine behind the key-value interface.

use std::ops::{Bound, ControlFlow};

use redb::{ReadableTable, TableDefinition};

use super::damage::guarded;
use super::error::StoreError;
use super::kv::{KeyRange, Order, Pair, ReadRecords, Table, Visit, WriteRecords};

type Bytes = &'static [u8];

fn definition(table: Table) -> TableDefinition<'static, Bytes, Bytes> {
    TableDefinition::new(table.name())
}

/// A view of one state of the library; writers do not disturb it.
pub struct ReadTxn {
    txn: redb::ReadTransaction,
}

impl ReadTxn {
    pub(super) fn new(txn: redb::ReadTransaction) -> Self {
        Self { txn }
    }
}

/// The one change in progress. It becomes durable as a whole or not at all.
pub struct WriteTxn {
    txn: redb::WriteTransaction,
    pub(super) growth: Growth,
    changed: bool,
}

/// By how much this transaction changes what the library holds, in bytes of keys and values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Growth {
    pub records: i64,
    pub contents: i64,
}

impl WriteTxn {
    /// Durable on commit; two-phase because file contents come from strangers (a one-phase commit
    /// trusts a checksum that they could aim at), quick repair so that recovery after a crash does
    /// not walk through all contents.
    pub(super) fn new(mut txn: redb::WriteTransaction) -> Result<Self, StoreError> {
        txn.set_durability(redb::Durability::Immediate)
            .map_err(|error| StoreError::Io {
                kind: std::io::ErrorKind::Other,
                detail: error.to_string(),
            })?;
        txn.set_two_phase_commit(true);
        txn.set_quick_repair(true);
        Ok(Self {
            txn,
            growth: Growth::default(),
            changed: false,
        })
    }

    /// Whether anything was put or deleted so far.
    pub fn is_changed(&self) -> bool {
        self.changed
    }

    pub(super) fn commit(self) -> Result<(), StoreError> {
        guarded(|| self.txn.commit())
    }

    pub(super) fn abort(self) -> Result<(), StoreError> {
        guarded(|| self.txn.abort())
    }

    /// Inserts or replaces; returns the length of the value that was there.
    pub(super) fn insert(
        &mut self,
        table: Table,
        key: &[u8],
        value: &[u8],
    ) -> Result<Option<usize>, StoreError> {
        self.changed = true;
        guarded(|| {
            let mut open = self.txn.open_table(definition(table))?;
            let old = open.insert(key, value)?.map(|old| old.value().len());
            Ok::<_, StoreError>(old)
        })
    }

    /// Removes; returns the length of the value that was there.
    pub(super) fn remove(&mut self, table: Table, key: &[u8]) -> Result<Option<usize>, StoreError> {
        let old = guarded(|| {
            let mut open = self.txn.open_table(definition(table))?;
            let old = open.remove(key)?.map(|old| old.value().len());
            Ok::<_, StoreError>(old)
        })?;
        self.changed |= old.is_some();
        Ok(old)
    }
}

/// A table as one of the two transactions sees it.
pub(super) enum OpenTable<'t> {
    Missing,
    Read(redb::ReadOnlyTable<Bytes, Bytes>),
    Write(redb::Table<'t, Bytes, Bytes>),
}

impl OpenTable<'_> {
    pub(super) fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        guarded(|| {
            let value = match self {
                Self::Missing => None,
                Self::Read(table) => ReadableTable::get(table, key)?,
                Self::Write(table) => ReadableTable::get(table, key)?,
            };
            Ok::<_, StoreError>(value.map(|value| value.value().to_vec()))
        })
    }

    pub(super) fn range(&self, range: &KeyRange) -> Result<Option<Entries<'_>>, StoreError> {
        if range.is_empty() {
            return Ok(None);
        }
        let bounds = (borrowed(&range.start), borrowed(&range.end));
        guarded(|| match self {
            Self::Missing => Ok(None),
            Self::Read(table) => {
                ReadableTable::range::<&[u8]>(table, bounds).map(|range| Some(Entries(range)))
            }
            Self::Write(table) => {
                ReadableTable::range::<&[u8]>(table, bounds).map(|range| Some(Entries(range)))
            }
        })
    }
}

/// The pairs of a range, from either end.
pub(super) struct Entries<'t>(redb::Range<'t, Bytes, Bytes>);

type Entry<'t> = (redb::AccessGuard<'t, Bytes>, redb::AccessGuard<'t, Bytes>);

impl<'t> Entries<'t> {
    pub(super) fn next(&mut self, order: Order) -> Result<Option<Entry<'t>>, StoreError> {
        guarded(|| {
            let entry = match order {
                Order::Ascending => self.0.next(),
                Order::Descending => self.0.next_back(),
            };
            entry.transpose()
        })
    }
}

fn borrowed(bound: &Bound<Vec<u8>>) -> Bound<&[u8]> {
    bound.as_ref().map(Vec::as_slice)
}

/// What both transactions can do, so that reading is written once.
pub(super) trait TableSource {
    /// A writer may open a table once at a time: while its walk holds it, the visitor could not read.
    /// So a writer's walk lets go of the table after each batch of this many pairs.
    const BATCH: Option<usize>;

    fn open(&self, table: Table) -> Result<OpenTable<'_>, StoreError>;
}

impl TableSource for ReadTxn {
    const BATCH: Option<usize> = None;

    fn open(&self, table: Table) -> Result<OpenTable<'_>, StoreError> {
        guarded(|| match self.txn.open_table(definition(table)) {
            Ok(open) => Ok(OpenTable::Read(open)),
            Err(redb::TableError::TableDoesNotExist(_)) => Ok(OpenTable::Missing),
            Err(error) => Err(error),
        })
    }
}

impl TableSource for WriteTxn {
    const BATCH: Option<usize> = Some(64);

    fn open(&self, table: Table) -> Result<OpenTable<'_>, StoreError> {
        guarded(|| self.txn.open_table(definition(table)).map(OpenTable::Write))
    }
}

impl<S: TableSource> ReadRecords for S {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.open(table)?.get(key)
    }

    fn scan(
        &self,
        table: Table,
        mut range: KeyRange,
        order: Order,
        visit: &mut Visit<'_>,
    ) -> Result<(), StoreError> {
        let Some(batch) = S::BATCH else {
            let open = self.open(table)?;
            return walk(&open, &range, order, visit);
        };
        loop {
            let pairs = first_pairs(&self.open(table)?, &range, order, batch)?;
            for (key, value) in &pairs {
                if visit(key, value)?.is_break() {
                    return Ok(());
                }
            }
            let Some((last, _)) = pairs.last().filter(|_| pairs.len() == batch) else {
                return Ok(());
            };
            range = match order {
                Order::Ascending => range.after(last),
                Order::Descending => range.before(last),
            };
        }
    }
}

fn walk(
    table: &OpenTable<'_>,
    range: &KeyRange,
    order: Order,
    visit: &mut Visit<'_>,
) -> Result<(), StoreError> {
    let Some(mut entries) = table.range(range)? else {
        return Ok(());
    };
    loop {
        let Some((key, value)) = entries.next(order)? else {
            return Ok(());
        };
        if visit(key.value(), value.value())?.is_break() {
            return Ok(());
        }
    }
}

fn first_pairs(
    table: &OpenTable<'_>,
    range: &KeyRange,
    order: Order,
    limit: usize,
) -> Result<Vec<Pair>, StoreError> {
    let mut pairs = Vec::new();
    walk(table, range, order, &mut |key, value| {
        pairs.push((key.to_vec(), value.to_vec()));
        Ok(if pairs.len() == limit {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        })
    })?;
    Ok(pairs)
}

impl WriteRecords for WriteTxn {
    fn put(&mut self, table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        let old = self.insert(table, key, value)?;
        self.growth.records += match old {
            Some(old) => signed(value.len()) - signed(old),
            None => signed(key.len() + value.len()),
        };
        Ok(())
    }

    fn delete(&mut self, table: Table, key: &[u8]) -> Result<bool, StoreError> {
        let old = self.remove(table, key)?;
        if let Some(old) = old {
            self.growth.records -= signed(key.len() + old);
        }
        Ok(old.is_some())
    }
}

/// Lengths of things in memory always fit.
pub(super) fn signed(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
