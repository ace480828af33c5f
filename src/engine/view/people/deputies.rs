//! Who stands in for whom.

use std::cmp::Reverse;

use crate::domain::access::{self, Right};
use crate::domain::deputy::DeputyPhase;
use crate::domain::id::{AccountId, DeputyId, OfferingId};
use crate::domain::moment::from_millis;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::ReadRecords;
use crate::store::StoreError;
use crate::store::record::course::{DeputyV1, OfferingV1};
use crate::store::record::{key, list, load};

use super::DeputyView;

impl Engine {
    /// Deputyships: all of them for whoever looks after them, else those one is part of. Current ones
    /// first, then coming ones, then past ones, latest first.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn deputies(&self, session: &Session) -> Result<Vec<DeputyView>, Failure> {
        let now = self.clock.now();
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let all = access::may(&session.roles, Right::ManageDeputies);
            let me = session.account.0;
            let mut deputies = Vec::new();
            for (at, record) in list::<DeputyV1>(txn, &[])? {
                if !all && record.deputy != me && record.teacher != me {
                    continue;
                }
                let (from, until) = (from_millis(record.from), from_millis(record.until));
                deputies.push(DeputyView {
                    id: DeputyId(key::last_id(&at)?),
                    deputy: AccountId(record.deputy),
                    deputy_name: answer::display_name(txn, AccountId(record.deputy))?,
                    teacher: AccountId(record.teacher),
                    teacher_name: answer::display_name(txn, AccountId(record.teacher))?,
                    course: record.offering.map(|id| course(txn, id)).transpose()?.flatten(),
                    from,
                    until,
                    reason: record.reason,
                    phase: DeputyPhase::at(now, from, until),
                });
            }
            deputies.sort_by_key(|view| (view.phase, Reverse(view.until), view.id));
            Ok(deputies)
        })
    }
}

fn course(records: &impl ReadRecords, id: u64) -> Result<Option<(OfferingId, String)>, StoreError> {
    let offering = load::<OfferingV1>(records, &key::one(id))?;
    Ok(offering.map(|offering| {
        let name = format!("{} {}", offering.name, offering.group);
        (OfferingId(id), name.trim().to_owned())
    }))
}
