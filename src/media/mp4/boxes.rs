//! Boxes: a length, a name, a body (ISO/IEC 14496-12, 4.2).

use super::{CUT_OFF, UNPARSEABLE};
use crate::domain::file::ContentProblem;

/// One box; its body is shorter than it claims when the file ends early.
pub(super) struct Mp4Box<'a> {
    pub name: [u8; 4],
    pub body: &'a [u8],
    is_whole: bool,
}

/// The boxes that lie in `bytes` side by side, up to the first that makes no sense.
pub(super) fn boxes_in(bytes: &[u8]) -> impl Iterator<Item = Mp4Box<'_>> {
    placed_boxes(bytes).map(|(_, found)| found)
}

/// The same, each with the place where it begins.
pub(super) fn placed_boxes(bytes: &[u8]) -> impl Iterator<Item = (usize, Mp4Box<'_>)> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let start = bytes.len() - rest.len();
        let (found, behind) = split_box(rest)?;
        rest = behind;
        Some((start, found))
    })
}

pub(super) fn child<'a>(bytes: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    boxes_in(bytes)
        .find(|found| found.name == *name)
        .map(|found| found.body)
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub(super) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn split_box(bytes: &[u8]) -> Option<(Mp4Box<'_>, &[u8])> {
    const TO_THE_END: u64 = 0;
    const LONG: u64 = 1;

    let (size, rest) = bytes.split_first_chunk::<4>()?;
    let (name, rest) = rest.split_first_chunk::<4>()?;
    // Bytes appended behind the last box hardly ever spell a name.
    if !name
        .iter()
        .all(|byte| (0x20..0x7F).contains(byte) || *byte == 0xA9)
    {
        return None;
    }
    let (length, body) = match u64::from(u32::from_be_bytes(*size)) {
        TO_THE_END => (rest.len() as u64, rest),
        LONG => {
            let (size, body) = rest.split_first_chunk::<8>()?;
            (u64::from_be_bytes(*size).checked_sub(16)?, body)
        }
        size => (size.checked_sub(8)?, rest),
    };
    let is_whole = length <= body.len() as u64;
    let (body, behind) = if is_whole {
        body.split_at_checked(usize::try_from(length).ok()?)?
    } else {
        (body, &[][..])
    };
    Some((
        Mp4Box {
            name: *name,
            body,
            is_whole,
        },
        behind,
    ))
}

/// What a file is made of.
pub(super) struct TopLevel<'a> {
    pub movie: Option<&'a [u8]>,
    pub has_samples: bool,
}

/// # Errors
/// Cut off, when a box claims more bytes than there are.
pub(super) fn walk_top_level(bytes: &[u8]) -> Result<TopLevel<'_>, ContentProblem> {
    let mut top = TopLevel {
        movie: None,
        has_samples: false,
    };
    let mut count = 0;
    for found in boxes_in(bytes) {
        count += 1;
        if !found.is_whole {
            return Err(CUT_OFF);
        }
        match &found.name {
            b"moov" => top.movie = Some(found.body),
            b"mdat" => top.has_samples |= !found.body.is_empty(),
            _ => {}
        }
    }
    if count == 0 { Err(UNPARSEABLE) } else { Ok(top) }
}
