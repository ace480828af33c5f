//! Where the pictures of a track lie in the file, and when they are shown (ISO/IEC 14496-12, 8.6 and 8.7).
//! The tables are read where they lie; what they claim is believed only as far as the file reaches.

use std::ops::Range;
use std::slice::ChunksExact;

use super::boxes::{child, u32_at, u64_at};

/// More than four hours of pictures: nothing that is handed in has more.
pub(super) const MOST_SAMPLES: usize = 500_000;

/// One coded picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sample {
    /// Bytes of the file; always within it
    pub at: Range<usize>,
    /// When it is shown, in ticks of the track
    pub ticks: i64,
    /// It stands alone, as the file says.
    pub is_sync: bool,
}

/// The place of `size` bytes from `from` in a file of `length` bytes.
pub(super) fn place(from: u64, size: u32, length: usize) -> Option<Range<usize>> {
    let end = from.checked_add(u64::from(size))?;
    if end > length as u64 {
        return None;
    }
    Some(usize::try_from(from).ok()?..usize::try_from(end).ok()?)
}

/// The samples of a sample table, in the order of decoding, up to the first that lies outside the file of
/// `length` bytes.
pub(super) fn of_table(table: &[u8], length: usize) -> impl Iterator<Item = Sample> {
    let mut walk = Walk::new(table, length);
    std::iter::from_fn(move || walk.as_mut()?.step()).take(MOST_SAMPLES)
}

/// All tables in step.
struct Walk<'a> {
    length: usize,
    chunks: Chunks<'a>,
    sizes: Sizes<'a>,
    durations: Stretches<'a>,
    offsets: Option<Stretches<'a>>,
    sync: Option<ChunksExact<'a, u8>>,
    next_sync: Option<u32>,
    /// The sample before, from 1
    number: u32,
    decoded_at: i64,
    /// Where the next sample of this chunk begins, and how many are left of it
    next_at: u64,
    left: u32,
}

impl<'a> Walk<'a> {
    fn new(table: &'a [u8], length: usize) -> Option<Self> {
        let mut sync = entries(table, b"stss", 4);
        Some(Self {
            length,
            chunks: Chunks::new(table)?,
            sizes: Sizes::new(table)?,
            durations: Stretches::new(table, b"stts")?,
            offsets: Stretches::new(table, b"ctts"),
            next_sync: sync.as_mut().and_then(next_number),
            sync,
            number: 0,
            decoded_at: 0,
            next_at: 0,
            left: 0,
        })
    }

    fn step(&mut self) -> Option<Sample> {
        while self.left == 0 {
            (self.next_at, self.left) = self.chunks.next()?;
        }
        self.left -= 1;
        let size = self.sizes.next()?;
        let at = place(self.next_at, size, self.length)?;
        self.next_at += u64::from(size);
        self.number = self.number.checked_add(1)?;
        // Without an end of their table, samples stand as long as the last one did.
        let duration = self.durations.next().unwrap_or(self.durations.value);
        let later = self.offsets.as_mut().and_then(Stretches::next).unwrap_or(0);
        let ticks = self.decoded_at.checked_add(i64::from(later.cast_signed()))?;
        self.decoded_at = self.decoded_at.checked_add(i64::from(duration))?;
        let is_sync = self.is_sync() && self.chunks.is_first_description();
        Some(Sample { at, ticks, is_sync })
    }

    /// Without their table all samples stand alone.
    fn is_sync(&mut self) -> bool {
        let Some(sync) = &mut self.sync else {
            return true;
        };
        while self.next_sync.is_some_and(|next| next < self.number) {
            self.next_sync = next_number(sync);
        }
        self.next_sync == Some(self.number)
    }
}

/// Where each chunk begins, and how many samples it holds.
struct Chunks<'a> {
    places: ChunksExact<'a, u8>,
    runs: ChunksExact<'a, u8>,
    /// Samples to a chunk and the description they follow, until another run begins at its chunk
    run: (u32, u32),
    next_run: Option<[u32; 3]>,
    /// From 1
    number: u32,
}

impl<'a> Chunks<'a> {
    fn new(table: &'a [u8]) -> Option<Self> {
        let mut runs = entries(table, b"stsc", 12)?;
        Some(Self {
            places: entries(table, b"stco", 4).or_else(|| entries(table, b"co64", 8))?,
            next_run: runs.next().and_then(run),
            runs,
            run: (0, 1),
            number: 0,
        })
    }

    fn next(&mut self) -> Option<(u64, u32)> {
        let entry = self.places.next()?;
        self.number = self.number.checked_add(1)?;
        while let Some([first, samples, description]) = self.next_run
            && first <= self.number
        {
            self.run = (samples, description);
            self.next_run = self.runs.next().and_then(run);
        }
        let place = u64_at(entry, 0).or_else(|| u32_at(entry, 0).map(u64::from))?;
        Some((place, self.run.0))
    }

    /// We know the first description alone; hardly any file has more.
    const fn is_first_description(&self) -> bool {
        self.run.1 == 1
    }
}

fn run(entry: &[u8]) -> Option<[u32; 3]> {
    Some([u32_at(entry, 0)?, u32_at(entry, 4)?, u32_at(entry, 8)?])
}

/// One size for all samples, or one for each.
enum Sizes<'a> {
    Same { size: u32, left: u32 },
    Each(ChunksExact<'a, u8>),
}

impl<'a> Sizes<'a> {
    fn new(table: &'a [u8]) -> Option<Self> {
        let body = child(table, b"stsz")?;
        Some(match u32_at(body, 4)? {
            0 => Self::Each(body.get(12..)?.chunks_exact(4)),
            size => Self::Same {
                size,
                left: u32_at(body, 8)?,
            },
        })
    }

    fn next(&mut self) -> Option<u32> {
        match self {
            Self::Same { size, left } => {
                *left = left.checked_sub(1)?;
                Some(*size)
            }
            Self::Each(entries) => next_number(entries),
        }
    }
}

/// Values that each hold for some samples.
struct Stretches<'a> {
    entries: ChunksExact<'a, u8>,
    left: u32,
    value: u32,
}

impl<'a> Stretches<'a> {
    fn new(table: &'a [u8], name: &[u8; 4]) -> Option<Self> {
        Some(Self {
            entries: entries(table, name, 8)?,
            left: 0,
            value: 0,
        })
    }

    fn next(&mut self) -> Option<u32> {
        while self.left == 0 {
            let entry = self.entries.next()?;
            (self.left, self.value) = (u32_at(entry, 0)?, u32_at(entry, 4)?);
        }
        self.left -= 1;
        Some(self.value)
    }
}

/// The entries of a table: as many as it says, or as are there.
fn entries<'a>(table: &'a [u8], name: &[u8; 4], size: usize) -> Option<ChunksExact<'a, u8>> {
    let body = child(table, name)?;
    let claimed = usize::try_from(u32_at(body, 4)?).ok()?.saturating_mul(size);
    let all = body.get(8..)?;
    Some(all[..claimed.min(all.len())].chunks_exact(size))
}

fn next_number(entries: &mut ChunksExact<'_, u8>) -> Option<u32> {
    u32_at(entries.next()?, 0)
}
