//! Storage in memory that remembers every write, and can show what a disk might hold after the power
//! failed at any moment: what was synced is there, what was not is kept, lost, mixed up or torn.

use std::io;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use redb::StorageBackend;

/// Disks write whole sectors of this many bytes.
const SECTOR: usize = 512;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    Write { offset: usize, data: Vec<u8> },
    SetLength(usize),
    Sync,
}

#[derive(Debug, Default)]
struct Recorded {
    live: Vec<u8>,
    log: Vec<Operation>,
    syncs_are_lies: bool,
}

/// Clones share the same storage.
#[derive(Debug, Clone, Default)]
pub struct CrashBackend(Arc<Mutex<Recorded>>);

/// What becomes of writes that were not yet synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsynced {
    Kept,
    Dropped,
    /// A random part of them, in random order.
    Mixed(u64),
    /// A random part of the sectors of each, in order.
    Torn(u64),
}

impl CrashBackend {
    /// Storage that already holds these bytes.
    pub fn holding(image: Vec<u8>) -> Self {
        let recorded = Recorded {
            live: image,
            ..Recorded::default()
        };
        Self(Arc::new(Mutex::new(recorded)))
    }

    /// Storage that promises to sync and does not, to see whether a test would notice.
    pub fn with_lying_syncs() -> Self {
        let recorded = Recorded {
            syncs_are_lies: true,
            ..Recorded::default()
        };
        Self(Arc::new(Mutex::new(recorded)))
    }

    /// All bytes as they are now.
    pub fn bytes(&self) -> Vec<u8> {
        self.recorded().live.clone()
    }

    /// How many operations were done: a moment for [`Moments`].
    pub fn now(&self) -> usize {
        self.recorded().log.len()
    }

    /// All moments of `range` at which the power may fail; each comes before the operation of its number.
    pub fn moments(&self, range: Range<usize>) -> Moments {
        let log = self.recorded().log.clone();
        let mut moments = Moments {
            log,
            next: 0,
            end: range.end,
            durable: Vec::new(),
            pending: Vec::new(),
        };
        while moments.next < range.start {
            moments.step();
        }
        moments
    }

    fn recorded(&self) -> MutexGuard<'_, Recorded> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn record(&self, operation: Operation) {
        let mut recorded = self.recorded();
        apply(&mut recorded.live, &operation);
        recorded.log.push(operation);
    }
}

impl StorageBackend for CrashBackend {
    fn len(&self) -> Result<u64, io::Error> {
        Ok(self.recorded().live.len() as u64)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> Result<(), io::Error> {
        let recorded = self.recorded();
        let start = position(offset)?;
        let bytes = recorded
            .live
            .get(start..start + out.len())
            .ok_or(io::ErrorKind::UnexpectedEof)?;
        out.copy_from_slice(bytes);
        Ok(())
    }

    fn set_len(&self, length: u64) -> Result<(), io::Error> {
        self.record(Operation::SetLength(position(length)?));
        Ok(())
    }

    fn sync_data(&self) -> Result<(), io::Error> {
        if !self.recorded().syncs_are_lies {
            self.record(Operation::Sync);
        }
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> Result<(), io::Error> {
        self.record(Operation::Write {
            offset: position(offset)?,
            data: data.to_vec(),
        });
        Ok(())
    }
}

fn position(offset: u64) -> Result<usize, io::Error> {
    usize::try_from(offset).map_err(|_| io::ErrorKind::InvalidInput.into())
}

/// A walk through the recorded operations.
pub struct Moments {
    log: Vec<Operation>,
    next: usize,
    end: usize,
    durable: Vec<u8>,
    pending: Vec<Operation>,
}

/// The power fails now.
#[derive(Debug)]
pub struct Moment {
    pub number: usize,
    durable: Vec<u8>,
    pending: Vec<Operation>,
}

impl Moments {
    fn step(&mut self) {
        match &self.log[self.next] {
            Operation::Sync => {
                for operation in self.pending.drain(..) {
                    apply(&mut self.durable, &operation);
                }
            }
            operation => self.pending.push(operation.clone()),
        }
        self.next += 1;
    }
}

impl Iterator for Moments {
    type Item = Moment;

    fn next(&mut self) -> Option<Moment> {
        if self.next >= self.end.min(self.log.len() + 1) {
            return None;
        }
        let moment = Moment {
            number: self.next,
            durable: self.durable.clone(),
            pending: self.pending.clone(),
        };
        if self.next < self.log.len() {
            self.step();
        } else {
            self.next += 1;
        }
        Some(moment)
    }
}

impl Moment {
    /// The bytes that are found when the power is back.
    pub fn image(&self, unsynced: Unsynced) -> Vec<u8> {
        let mut image = self.durable.clone();
        match unsynced {
            Unsynced::Dropped => {}
            Unsynced::Kept => self
                .pending
                .iter()
                .for_each(|operation| apply(&mut image, operation)),
            Unsynced::Mixed(seed) => {
                let mut dice = Dice::new(seed);
                let mut order: Vec<usize> = (0..self.pending.len()).collect();
                for index in (1..order.len()).rev() {
                    order.swap(index, dice.below(index + 1));
                }
                for index in order {
                    if dice.below(2) == 0 {
                        apply(&mut image, &self.pending[index]);
                    }
                }
            }
            Unsynced::Torn(seed) => {
                let mut dice = Dice::new(seed);
                for operation in &self.pending {
                    tear(&mut image, operation, &mut dice);
                }
            }
        }
        image
    }
}

fn apply(image: &mut Vec<u8>, operation: &Operation) {
    match operation {
        Operation::Write { offset, data } => {
            let end = offset + data.len();
            if image.len() < end {
                image.resize(end, 0);
            }
            image[*offset..end].copy_from_slice(data);
        }
        Operation::SetLength(length) => image.resize(*length, 0),
        Operation::Sync => {}
    }
}

fn tear(image: &mut Vec<u8>, operation: &Operation, dice: &mut Dice) {
    let Operation::Write { offset, data } = operation else {
        apply(image, operation);
        return;
    };
    let mut done = 0;
    while done < data.len() {
        let length = (SECTOR - (offset + done) % SECTOR).min(data.len() - done);
        if dice.below(2) == 0 {
            let part = Operation::Write {
                offset: offset + done,
                data: data[done..done + length].to_vec(),
            };
            apply(image, &part);
        }
        done += length;
    }
}

/// A small repeatable source of chance (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to and without `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % limit as u64).unwrap_or(0)
    }
}
