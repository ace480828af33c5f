//! Units of H.264 (ISO/IEC 14496-10, 7.3.1), as a file holds them: each behind its length.

use std::borrow::Cow;

use rusty_h264_common::BitReader;
use rusty_h264_common::nal::emulation_unprevent;

const SLICE: u8 = 1;
const LAST_SLICE: u8 = 5;
const WHOLE_SLICE: u8 = 5;
const SEQUENCE: u8 = 7;
const START: [u8; 4] = [0, 0, 0, 1];
/// The start of a slice tells its type: two short numbers.
const SLICE_START_BYTES: usize = 16;

/// The units of a sample, up to the first that claims more than there is.
pub(super) fn units(mut sample: &[u8], length_bytes: usize) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (length, rest) = sample.split_at_checked(length_bytes)?;
        let length = length
            .iter()
            .fold(0, |length: usize, byte| length << 8 | usize::from(*byte));
        let (unit, behind) = rest.split_at_checked(length)?;
        sample = behind;
        Some(unit)
    })
    .filter(|unit| !unit.is_empty())
}

fn kind(unit: &[u8]) -> u8 {
    unit.first().map_or(0, |byte| byte & 0x1F)
}

/// What lies behind the head of the unit, of which `most` bytes are looked at.
pub(super) fn content(unit: &[u8], most: usize) -> Cow<'_, [u8]> {
    let behind = unit.get(1..).unwrap_or_default();
    emulation_unprevent(&behind[..behind.len().min(most)])
}

pub(super) fn is_sequence(unit: &[u8]) -> bool {
    kind(unit) == SEQUENCE
}

/// What a picture needs, and whether others need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Everything begins anew with it.
    Start,
    /// It needs no other one; what comes behind it may.
    Alone,
    /// It needs others, and others need it.
    Link,
    /// Nothing needs it, or it tells nothing.
    End,
}

/// The first slice of a picture says it.
pub(super) fn role(sample: &[u8], length_bytes: usize) -> Role {
    const IS_NEEDED: u8 = 0x60;
    let first = units(sample, length_bytes).find(|unit| (SLICE..=LAST_SLICE).contains(&kind(unit)));
    match first {
        Some(unit) if kind(unit) == WHOLE_SLICE => Role::Start,
        Some(unit) if kind(unit) == SLICE && is_intra(unit) == Some(true) => Role::Alone,
        Some(unit) if unit.first().is_some_and(|head| head & IS_NEEDED != 0) => Role::Link,
        _ => Role::End,
    }
}

/// The type of a slice is the second number in it (7.3.3 and table 7-6).
fn is_intra(slice: &[u8]) -> Option<bool> {
    let content = content(slice, SLICE_START_BYTES);
    let mut bits = BitReader::new(&content);
    bits.read_ue().ok()?;
    let kind = bits.read_ue().ok()?;
    Some(matches!(kind, 2 | 7))
}

/// Units as a decoder wants them: each behind a start.
pub(super) fn with_starts(units: &[&[u8]]) -> Vec<u8> {
    let mut stream = Vec::new();
    for unit in units {
        stream.extend(START);
        stream.extend(*unit);
    }
    stream
}
