//! The markers of a JPEG file (ISO/IEC 10918-1, Annex B), from SOI to the EOI of the main picture.
//!
//! Thumbnails lie inside segments and are stepped over; what phones append behind the main picture is not
//! looked at.

use super::structure::Walk;

const START_OF_SCAN: u8 = 0xDA;
const END_OF_IMAGE: u8 = 0xD9;

pub(super) fn walk(bytes: &[u8]) -> Walk {
    let mut rest = bytes.get(2..).unwrap_or_default();
    let mut size = None;
    loop {
        let Some((marker, behind)) = next_marker(rest) else {
            return Walk::CutOff;
        };
        rest = behind;
        match marker {
            END_OF_IMAGE => {
                return size.map_or(Walk::Broken, |(width, height)| Walk::Whole { width, height });
            }
            // Restart marks, and marks without a body.
            0x01 | 0xD0..=0xD8 => continue,
            _ => {}
        }
        let Some((segment, behind)) = split_segment(rest) else {
            return Walk::CutOff;
        };
        if is_frame_header(marker) {
            size = dimensions(segment);
        }
        rest = if marker == START_OF_SCAN {
            behind_scan(behind)
        } else {
            behind
        };
    }
}

/// How many colours a point has: 1 grey, 3, or 4 of a printer.
pub(super) fn channels(bytes: &[u8]) -> Option<u8> {
    let mut rest = bytes.get(2..)?;
    loop {
        let (marker, behind) = next_marker(rest)?;
        rest = behind;
        if matches!(marker, 0x01 | 0xD0..=0xD8) {
            continue;
        }
        let (segment, behind) = split_segment(rest)?;
        if is_frame_header(marker) {
            return segment.get(5).copied();
        }
        rest = behind;
    }
}

/// Steps over stray bytes in front of the marker, as decoders do.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let position = bytes
        .windows(2)
        .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF))?;
    Some((bytes[position + 1], &bytes[position + 2..]))
}

/// In a scan, a data byte FF is followed by 00, and restart marks belong to the data.
fn behind_scan(bytes: &[u8]) -> &[u8] {
    let end = bytes
        .windows(2)
        .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF | 0xD0..=0xD7))
        .unwrap_or(bytes.len());
    &bytes[end..]
}

fn split_segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = usize::from(u16::from_be_bytes(*bytes.first_chunk()?));
    let (segment, behind) = bytes.split_at_checked(length.max(2))?;
    Some((&segment[2..], behind))
}

/// SOF0 to SOF15 without the tables DHT, JPG and DAC that lie between them.
fn is_frame_header(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

fn dimensions(frame_header: &[u8]) -> Option<(u32, u32)> {
    let &[_precision, a, b, c, d] = frame_header.first_chunk()?;
    Some((
        u32::from(u16::from_be_bytes([c, d])),
        u32::from(u16::from_be_bytes([a, b])),
    ))
}
