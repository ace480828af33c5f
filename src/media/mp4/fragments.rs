//! Samples of a file that was written in pieces, as browsers record: each piece has an index of its own
//! (ISO/IEC 14496-12, 8.8).

use super::boxes::{boxes_in, child, placed_boxes, u32_at, u64_at};
use super::samples::{MOST_SAMPLES, Sample, place};

/// What holds for a sample of which nothing else is said.
#[derive(Clone, Copy)]
struct Defaults {
    duration: u32,
    size: u32,
    flags: u32,
}

/// The samples of a track in all pieces, up to the first that lies outside the file.
pub(super) fn samples(file: &[u8], movie: &[u8], track: u32) -> Vec<Sample> {
    let mut samples = Vec::new();
    let mut decoded_at = 0;
    for (start, found) in placed_boxes(file) {
        if found.name != *b"moof" {
            continue;
        }
        let fragments = boxes_in(found.body).filter(|inner| inner.name == *b"traf");
        for fragment in fragments {
            let mut reading = Reading {
                length: file.len(),
                piece: start as u64,
                samples: &mut samples,
                decoded_at,
            };
            if reading.fragment(fragment.body, movie, track).is_none() && reading.is_full() {
                return samples;
            }
            decoded_at = reading.decoded_at;
        }
    }
    samples
}

fn defaults(movie: &[u8], track: u32) -> Option<Defaults> {
    let mut all = boxes_in(child(movie, b"mvex")?).filter(|found| found.name == *b"trex");
    let own = all.find(|found| u32_at(found.body, 4) == Some(track))?.body;
    Some(Defaults {
        duration: u32_at(own, 12)?,
        size: u32_at(own, 16)?,
        flags: u32_at(own, 20)?,
    })
}

struct Reading<'a> {
    length: usize,
    /// Where the piece begins in the file
    piece: u64,
    samples: &'a mut Vec<Sample>,
    decoded_at: i64,
}

impl Reading<'_> {
    fn is_full(&self) -> bool {
        self.samples.len() >= MOST_SAMPLES
    }

    /// `None` when it is another track's, or ends early.
    fn fragment(&mut self, fragment: &[u8], movie: &[u8], track: u32) -> Option<()> {
        const HAS_BASE: u32 = 1;
        const HAS_DESCRIPTION: u32 = 2;
        let header = child(fragment, b"tfhd")?;
        if u32_at(header, 4)? != track {
            return None;
        }
        let flags = u32_at(header, 0)?;
        let mut fields = Fields { bytes: header, at: 8 };
        let base = match flags & HAS_BASE {
            0 => self.piece,
            _ => fields.long()?,
        };
        if flags & HAS_DESCRIPTION != 0 {
            fields.number()?;
        }
        let known = defaults(movie, track).unwrap_or(Defaults {
            duration: 0,
            size: 0,
            flags: 0,
        });
        let defaults = Defaults {
            duration: fields.given(flags & 0x08, known.duration)?,
            size: fields.given(flags & 0x10, known.size)?,
            flags: fields.given(flags & 0x20, known.flags)?,
        };
        if let Some(time) = child(fragment, b"tfdt") {
            let is_long = *time.first()? == 1;
            self.decoded_at = if is_long {
                i64::try_from(u64_at(time, 4)?).ok()?
            } else {
                i64::from(u32_at(time, 4)?)
            };
        }
        let mut next_at = base;
        for run in boxes_in(fragment).filter(|found| found.name == *b"trun") {
            next_at = self.run(run.body, base, next_at, defaults)?;
        }
        Some(())
    }

    /// Says where the samples behind this run begin.
    fn run(&mut self, run: &[u8], base: u64, next_at: u64, defaults: Defaults) -> Option<u64> {
        const HAS_OFFSET: u32 = 1;
        const HAS_FIRST_FLAGS: u32 = 4;
        const IS_NO_SYNC: u32 = 0x1_0000;
        let (flags, count) = (u32_at(run, 0)?, u32_at(run, 4)?);
        let mut fields = Fields { bytes: run, at: 8 };
        let mut next_at = next_at;
        if flags & HAS_OFFSET != 0 {
            next_at = base.checked_add_signed(i64::from(fields.number()?.cast_signed()))?;
        }
        let mut first_flags = match flags & HAS_FIRST_FLAGS {
            0 => None,
            _ => Some(fields.number()?),
        };
        for _ in 0..count {
            if self.is_full() {
                return None;
            }
            let duration = fields.given(flags & 0x100, defaults.duration)?;
            let size = fields.given(flags & 0x200, defaults.size)?;
            let own_flags = fields.given(flags & 0x400, defaults.flags)?;
            let later = fields.given(flags & 0x800, 0)?;
            let at = place(next_at, size, self.length)?;
            next_at += u64::from(size);
            self.samples.push(Sample {
                at,
                ticks: self.decoded_at.checked_add(i64::from(later.cast_signed()))?,
                is_sync: first_flags.take().unwrap_or(own_flags) & IS_NO_SYNC == 0,
            });
            self.decoded_at = self.decoded_at.checked_add(i64::from(duration))?;
        }
        Some(next_at)
    }
}

/// Fields one after another, of which some may be left out.
struct Fields<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Fields<'_> {
    fn number(&mut self) -> Option<u32> {
        let number = u32_at(self.bytes, self.at)?;
        self.at += 4;
        Some(number)
    }

    fn long(&mut self) -> Option<u64> {
        let number = u64_at(self.bytes, self.at)?;
        self.at += 8;
        Some(number)
    }

    /// The field, or what holds where it is left out.
    fn given(&mut self, is_there: u32, otherwise: u32) -> Option<u32> {
        if is_there == 0 {
            Some(otherwise)
        } else {
            self.number()
        }
    }
}
