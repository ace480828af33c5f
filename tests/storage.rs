//! The library on a disk that loses power.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeMap;

use licheng::store::{
    KeyRange, Library, LibraryHeader, LibraryKind, NameKey, ReadContents, ReadRecords, StoreError, Table,
    WriteContents, WriteRecords,
};
use redb::StorageBackend;
use support::crash_backend::{CrashBackend, Dice, Unsynced};

const ITEMS: Table = Table::new("items");

/// What a library should hold: records, and contents by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Holding {
    records: BTreeMap<Vec<u8>, Vec<u8>>,
    contents: BTreeMap<u64, Vec<u8>>,
}

/// A recorded run: `states[n]` is what holds after `n` commands, acknowledged at moment `acknowledged[n]`.
struct Run {
    backend: CrashBackend,
    states: Vec<Holding>,
    acknowledged: Vec<usize>,
}

fn header() -> LibraryHeader {
    LibraryHeader {
        library_id: 1,
        kind: LibraryKind::Demonstration,
        created_unix: 1_770_000_000,
        name_key: NameKey::new([3; 32]),
    }
}

fn random_bytes(dice: &mut Dice, length: usize) -> Vec<u8> {
    (0..length.div_ceil(8))
        .flat_map(|_| dice.roll().to_le_bytes())
        .take(length)
        .collect()
}

/// Adds a file with its record, replaces one or deletes one: always record and content together.
fn random_command(library: &Library, holding: &mut Holding, dice: &mut Dice) -> Result<(), StoreError> {
    let old = holding
        .contents
        .keys()
        .nth(dice.below(holding.contents.len().max(1)))
        .copied();
    let new = (dice.below(4) != 0 || old.is_none()).then(|| dice.roll());
    let removed = old.filter(|_| new.is_none() || dice.below(2) == 0);
    let length = if dice.below(5) == 0 {
        1_200_000
    } else {
        dice.below(60_000)
    };
    let content = random_bytes(dice, length);
    library.write(|txn| {
        if let Some(id) = removed {
            txn.delete(ITEMS, &id.to_be_bytes())?;
            txn.delete_content(id)?;
            holding.records.remove(&id.to_be_bytes()[..]);
            holding.contents.remove(&id);
        }
        if let Some(id) = new {
            let record = content.len().to_le_bytes().to_vec();
            txn.put(ITEMS, &id.to_be_bytes(), &record)?;
            txn.write_content(id, &content)?;
            holding.records.insert(id.to_be_bytes().to_vec(), record);
            holding.contents.insert(id, content);
        }
        Ok(())
    })
}

fn record_run(backend: CrashBackend, seed: u64, commands: usize) -> Run {
    let mut dice = Dice::new(seed);
    let library = Library::create_with_backend(backend.clone(), &header()).unwrap();
    let mut states = vec![Holding::default()];
    let mut acknowledged = vec![backend.now()];
    for _ in 0..commands {
        let mut holding = states[states.len() - 1].clone();
        random_command(&library, &mut holding, &mut dice).unwrap();
        states.push(holding);
        acknowledged.push(backend.now());
    }
    library.close().unwrap();
    Run {
        backend,
        states,
        acknowledged,
    }
}

fn look(library: &Library) -> Result<Holding, StoreError> {
    library.read(|txn| {
        let records = txn.range(ITEMS, KeyRange::all())?.into_iter().collect();
        let mut contents = BTreeMap::new();
        for id in txn.content_ids()? {
            contents.insert(id, txn.read_content(id)?);
        }
        Ok(Holding { records, contents })
    })
}

/// Opens what the crash left; says what is wrong with it.
fn check(image: Vec<u8>, allowed: &[Holding]) -> Result<(), String> {
    let library =
        Library::open_with_backend(CrashBackend::holding(image)).map_err(|error| error.to_string())?;
    let found = look(&library).map_err(|error| error.to_string())?;
    if !allowed.contains(&found) {
        return Err(format!(
            "{} records, {} contents",
            found.records.len(),
            found.contents.len()
        ));
    }
    library
        .write(|txn| txn.put(ITEMS, b"after", b"the crash"))
        .map_err(|error| error.to_string())?;
    library.close().map(drop).map_err(|error| error.to_string())
}

/// Crashes at every operation after the library was created; returns what went wrong.
fn crash_everywhere(run: &Run) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut interrupted = 0;
    for moment in run.backend.moments(run.acknowledged[0]..run.backend.now() + 1) {
        let done = run
            .acknowledged
            .iter()
            .rposition(|at| *at <= moment.number)
            .unwrap();
        let allowed = &run.states[done..run.states.len().min(done + 2)];
        let seed = moment.number as u64;
        let fates = [
            Unsynced::Kept,
            Unsynced::Dropped,
            Unsynced::Mixed(seed),
            Unsynced::Mixed(!seed),
            Unsynced::Torn(seed),
        ];
        for fate in fates {
            if let Err(problem) = check(moment.image(fate), allowed) {
                wrong.push(format!(
                    "moment {}, {fate:?}, {done} done: {problem}",
                    moment.number
                ));
            }
        }
        interrupted += 1;
    }
    assert!(interrupted > run.states.len() * 3, "only {interrupted} moments");
    wrong
}

#[test]
fn no_power_cut_loses_an_acknowledged_change_or_leaves_half_of_one() {
    for seed in 1..=4 {
        let run = record_run(CrashBackend::default(), seed, 14);
        assert_eq!(crash_everywhere(&run), Vec::<String>::new(), "seed {seed}");
    }
}

#[test]
fn a_disk_that_lies_about_syncing_is_noticed() {
    let run = record_run(CrashBackend::with_lying_syncs(), 5, 3);
    assert!(!crash_everywhere(&run).is_empty());
}

#[test]
fn the_simulated_disk_loses_what_it_should() {
    let disk = CrashBackend::default();
    disk.write(0, &[1; 1024]).unwrap();
    disk.sync_data().unwrap();
    disk.write(256, &[2; 512]).unwrap();
    disk.set_len(2048).unwrap();
    let moments: Vec<_> = disk.moments(0..disk.now() + 1).collect();
    assert_eq!(moments.len(), 5);
    let image = |moment: usize, fate| moments[moment].image(fate);
    assert!(image(1, Unsynced::Dropped).is_empty());
    assert_eq!(image(1, Unsynced::Kept), [1; 1024]);
    assert_eq!(image(2, Unsynced::Dropped), [1; 1024]);
    assert_eq!(image(4, Unsynced::Dropped), [1; 1024]);
    assert_eq!(image(4, Unsynced::Kept)[256..768], [2; 512]);
    assert_eq!(image(4, Unsynced::Kept).len(), 2048);
    let mut torn: Vec<_> = (0..64).map(|seed| image(3, Unsynced::Torn(seed))).collect();
    torn.sort();
    torn.dedup();
    assert_eq!(torn.len(), 4, "each of two sectors is there or not");
    assert!(
        torn.iter()
            .all(|image| image[256..512].iter().all(|byte| *byte == image[256]))
    );
    let lengths: Vec<_> = (0..16)
        .map(|seed| image(4, Unsynced::Mixed(seed)).len())
        .collect();
    assert!(lengths.contains(&1024) && lengths.contains(&2048));
}
