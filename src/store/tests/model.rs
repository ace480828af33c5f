//! The key-value interface against a `BTreeMap`.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use proptest::prelude::*;

use super::*;

type Model = BTreeMap<Vec<u8>, Vec<u8>>;

#[derive(Debug, Clone)]
enum Act {
    Put(Vec<u8>, Vec<u8>),
    Delete(Vec<u8>),
    Commit,
    Abort,
}

fn key() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop_oneof![Just(0_u8), Just(1), Just(0xFE), Just(0xFF)], 0..4)
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (key(), prop::collection::vec(any::<u8>(), 0..20)).prop_map(|(key, value)| Act::Put(key, value)),
        3 => key().prop_map(Act::Delete),
        1 => Just(Act::Commit),
        1 => Just(Act::Abort),
    ]
}

fn run(library: &Library, model: &mut Model, acts: &[Act], commit: bool) {
    let mut changed = model.clone();
    let result = library.write(|txn| {
        for act in acts {
            match act {
                Act::Put(key, value) => {
                    txn.put(ITEMS, key, value)?;
                    changed.insert(key.clone(), value.clone());
                }
                Act::Delete(key) => {
                    assert_eq!(txn.delete(ITEMS, key)?, changed.remove(key).is_some());
                }
                Act::Commit | Act::Abort => {}
            }
        }
        assert_eq!(
            txn.range(ITEMS, KeyRange::all())?,
            pairs(&changed, &KeyRange::all())
        );
        if commit { Ok(()) } else { Err(StoreError::ReadOnly) }
    });
    assert_eq!(result.is_ok(), commit);
    if commit {
        *model = changed;
    }
}

fn pairs(model: &Model, range: &KeyRange) -> Vec<(Vec<u8>, Vec<u8>)> {
    if range.is_empty() {
        return vec![];
    }
    let bounds = (range.start.clone(), range.end.clone());
    model
        .range(bounds)
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

fn compare(records: &impl ReadRecords, model: &Model, from: &[u8], to: &[u8]) {
    let ranges = [
        KeyRange::all(),
        KeyRange::prefix(from),
        KeyRange::from_to(from, to),
        KeyRange::all().after(from).before(to),
    ];
    for range in ranges {
        let expected = pairs(model, &range);
        assert_eq!(
            records.range(ITEMS, range.clone()).unwrap(),
            expected,
            "{range:?}"
        );
        assert_eq!(
            records.count(ITEMS, range.clone()).unwrap(),
            expected.len() as u64
        );
        let mut descending = Vec::new();
        let mut visit = |key: &[u8], value: &[u8]| {
            descending.push((key.to_vec(), value.to_vec()));
            Ok(ControlFlow::Continue(()))
        };
        records.scan(ITEMS, range, Order::Descending, &mut visit).unwrap();
        descending.reverse();
        assert_eq!(descending, expected);
    }
    let with_prefix = pairs(model, &KeyRange::prefix(from));
    assert_eq!(records.first(ITEMS, from).unwrap(), with_prefix.first().cloned());
    assert_eq!(records.last(ITEMS, from).unwrap(), with_prefix.last().cloned());
    assert_eq!(records.get(ITEMS, from).unwrap(), model.get(from).cloned());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn records_behave_like_a_sorted_map(acts in prop::collection::vec(act(), 0..60), from in key(), to in key()) {
        let library = Library::in_memory(&header()).unwrap();
        let mut model = Model::new();
        let mut pending = Vec::new();
        for act in acts.into_iter().chain([Act::Commit]) {
            match act {
                Act::Commit | Act::Abort => {
                    run(&library, &mut model, &pending, matches!(act, Act::Commit));
                    pending.clear();
                }
                act => pending.push(act),
            }
        }
        library.reopen().unwrap();
        library.read(|txn| { compare(txn, &model, &from, &to); Ok::<_, StoreError>(()) }).unwrap();
        library.write(|txn| { compare(txn, &model, &from, &to); Ok::<_, StoreError>(()) }).unwrap();
        let held: usize = model.iter().map(|(key, value)| key.len() + value.len()).sum();
        let counted = library.read(super::super::header::holdings).unwrap();
        prop_assert_eq!(counted.records, held as u64);
    }
}

#[test]
fn a_long_walk_of_a_writer_misses_nothing_and_may_read() {
    let library = Library::in_memory(&header()).unwrap();
    let count = 64 * 3;
    library
        .write(|txn| (0..count).try_for_each(|number: u32| txn.put(ITEMS, &number.to_be_bytes(), b"x")))
        .unwrap();
    for order in [Order::Ascending, Order::Descending] {
        let seen = library
            .write(|txn| {
                let mut seen = Vec::new();
                txn.scan(ITEMS, KeyRange::all(), order, &mut |key, _| {
                    assert_eq!(txn.get(ITEMS, key)?.as_deref(), Some(&b"x"[..]));
                    seen.push(u32::from_be_bytes(key.try_into().unwrap()));
                    Ok(ControlFlow::Continue(()))
                })?;
                Ok::<_, StoreError>(seen)
            })
            .unwrap();
        let mut expected: Vec<u32> = (0..count).collect();
        if order == Order::Descending {
            expected.reverse();
        }
        assert_eq!(seen, expected);
    }
}

#[test]
fn a_table_nobody_wrote_reads_as_empty() {
    let library = Library::in_memory(&header()).unwrap();
    library
        .read(|txn| {
            assert_eq!(txn.get(Table::new("nothing"), b"x")?, None);
            assert_eq!(txn.range(Table::new("nothing"), KeyRange::all())?, []);
            assert_eq!(txn.last(Table::new("nothing"), b"")?, None);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}
