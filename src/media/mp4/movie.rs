//! The movie box: length and tracks (ISO/IEC 14496-12, 8.2 to 8.4).

use super::boxes::{boxes_in, child, u32_at, u64_at};

pub(super) struct Movie {
    /// `None` when the file does not state it.
    pub millis: Option<u64>,
    /// Width and height in pixels of the largest video track.
    pub picture: Option<(u32, u32)>,
    pub has_sound: bool,
}

impl Movie {
    pub fn parse(movie: &[u8]) -> Option<Self> {
        let header = child(movie, b"mvhd")?;
        let mut parsed = Self {
            millis: millis(header, movie),
            picture: None,
            has_sound: false,
        };
        for track in boxes_in(movie).filter(|found| found.name == *b"trak") {
            let media = child(track.body, b"mdia")?;
            match child(media, b"hdlr")?.get(8..12)? {
                b"vide" => {
                    parsed.picture = parsed.picture.max(Some(track_size(child(track.body, b"tkhd")?)?))
                }
                b"soun" => parsed.has_sound = true,
                _ => {}
            }
        }
        Some(parsed)
    }
}

/// The length of a fragmented file stands in `mehd`, if anywhere.
fn millis(header: &[u8], movie: &[u8]) -> Option<u64> {
    let is_long = *header.first()? == 1;
    let (timescale_at, duration_at) = if is_long { (20, 24) } else { (12, 16) };
    let timescale = u64::from(u32_at(header, timescale_at)?);
    let stated = number(header, duration_at, is_long);
    let of_fragments = || {
        let header = child(child(movie, b"mvex")?, b"mehd")?;
        number(header, 4, *header.first()? == 1)
    };
    stated
        .or_else(of_fragments)?
        .checked_mul(1000)?
        .checked_div(timescale)
}

/// Zero and all ones both mean "unknown".
fn number(bytes: &[u8], at: usize, is_long: bool) -> Option<u64> {
    let (value, unknown) = if is_long {
        (u64_at(bytes, at)?, u64::MAX)
    } else {
        (u64::from(u32_at(bytes, at)?), u64::from(u32::MAX))
    };
    (value != 0 && value != unknown).then_some(value)
}

/// Width and height are the last two fields, in 16.16 fixed point; the matrix in front of them turns
/// what phones record upright.
pub(super) fn track_size(track_header: &[u8]) -> Option<(u32, u32)> {
    const MATRIX_BYTES: usize = 36;
    let width_at = if *track_header.first()? == 1 { 88 } else { 76 };
    let matrix_at = width_at - MATRIX_BYTES;
    let width = u32_at(track_header, width_at)? >> 16;
    let height = u32_at(track_header, width_at + 4)? >> 16;
    let is_turned = u32_at(track_header, matrix_at)? == 0 && u32_at(track_header, matrix_at + 4)? != 0;
    Some(if is_turned {
        (height, width)
    } else {
        (width, height)
    })
}
