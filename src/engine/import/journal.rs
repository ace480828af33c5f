//! Writing with a note of what it takes to undo it.

use crate::domain::id::AccountId;
use crate::store::record::account::AccountV1;
use crate::store::record::identity::PendingPasswordV1;
use crate::store::record::import::{AccountFieldsV1, UndoPartV1, UndoStepV1, number_of};
use crate::store::record::{Stored, key, load, save};
use crate::store::{ReadRecords, StoreError, WriteRecords, WriteTxn, codec};

use crate::engine::answer;
use crate::engine::failure::Failure;

/// Steps of one stored part: far below the limit of a record, whatever they hold.
const STEPS_OF_PART: usize = 1000;

pub(super) struct Journal<'a> {
    txn: &'a mut WriteTxn,
    steps: Vec<UndoStepV1>,
}

/// What tells whether a record is still as an import wrote it.
pub(super) fn mark(bytes: &[u8]) -> [u8; 16] {
    let hash = blake3::hash(bytes);
    let mut mark = [0; 16];
    mark.copy_from_slice(&hash.as_bytes()[..16]);
    mark
}

impl<'a> Journal<'a> {
    pub fn new(txn: &'a mut WriteTxn) -> Self {
        Self {
            txn,
            steps: Vec::new(),
        }
    }

    pub fn records(&self) -> &impl ReadRecords {
        self.txn
    }

    /// Inserts or replaces a record.
    pub fn put<T: Stored>(&mut self, key: &[u8], record: &T) -> Result<(), StoreError> {
        let table = number_of(T::TABLE);
        let bytes = codec::encode(T::VERSION, record, T::LIMIT)?;
        let (key, after) = (key.to_vec(), mark(&bytes));
        let before = self.txn.get(T::TABLE, &key)?;
        self.txn.put(T::TABLE, &key, &bytes)?;
        self.steps.push(match before {
            None => UndoStepV1::Made { table, key, after },
            Some(before) => UndoStepV1::Replaced {
                table,
                key,
                before,
                after,
            },
        });
        Ok(())
    }

    /// Removes a record, if it is there.
    pub fn erase<T: Stored>(&mut self, key: &[u8]) -> Result<(), StoreError> {
        if let Some(before) = self.txn.get(T::TABLE, key)? {
            self.txn.delete(T::TABLE, key)?;
            self.steps.push(UndoStepV1::Erased {
                table: number_of(T::TABLE),
                key: key.to_vec(),
                before,
            });
        }
        Ok(())
    }

    /// As [`Journal::put`], unless the same stands there already.
    pub fn put_if_different<T: Stored + PartialEq>(
        &mut self,
        key: &[u8],
        record: &T,
    ) -> Result<(), StoreError> {
        if load::<T>(self.txn, key)?.as_ref() == Some(record) {
            return Ok(());
        }
        self.put(key, record)
    }

    /// A new account, with the note that its initial password is still to be set.
    pub fn make_account(
        &mut self,
        id: u64,
        account: &AccountV1,
        pending: &PendingPasswordV1,
    ) -> Result<(), StoreError> {
        save(self.txn, &key::one(id), account)?;
        save(self.txn, &key::one(id), pending)?;
        self.steps.push(UndoStepV1::AccountMade {
            account: id,
            after: fields_of(account),
        });
        Ok(())
    }

    /// Sets the fields of an account that rosters know, if they differ.
    pub fn change_account(&mut self, id: u64, after: &AccountFieldsV1) -> Result<(), Failure> {
        let mut account = answer::account(self.txn, AccountId(id))?;
        let before = fields_of(&account);
        if before == *after {
            return Ok(());
        }
        set_fields(&mut account, after.clone());
        save(self.txn, &key::one(id), &account)?;
        self.steps.push(UndoStepV1::AccountChanged {
            account: id,
            before,
            after: after.clone(),
        });
        Ok(())
    }

    /// Writes the notes down, in place of those of the import before.
    pub fn close(self, import: u64) -> Result<(), StoreError> {
        let old = self.txn.range(UndoPartV1::TABLE, crate::store::KeyRange::all())?;
        for (at, _) in old {
            self.txn.delete(UndoPartV1::TABLE, &at)?;
        }
        let mut number = 0;
        let mut steps = self.steps.into_iter().peekable();
        while steps.peek().is_some() {
            let part = UndoPartV1 {
                steps: steps.by_ref().take(STEPS_OF_PART).collect(),
            };
            save(self.txn, &key::two(import, number), &part)?;
            number += 1;
        }
        Ok(())
    }
}

/// What rosters know of an account.
pub(super) fn fields_of(account: &AccountV1) -> AccountFieldsV1 {
    AccountFieldsV1 {
        display_name: account.display_name.clone(),
        roles: account.roles.clone(),
        entry_year: account.entry_year,
    }
}

pub(super) fn set_fields(account: &mut AccountV1, fields: AccountFieldsV1) {
    account.display_name = fields.display_name;
    account.roles = fields.roles;
    account.entry_year = fields.entry_year;
}
