//! The chunks of a PNG file (ISO/IEC 15948, 5.3), from the signature to IEND.

use super::structure::Walk;

const SIGNATURE_BYTES: usize = 8;
const CHECKSUM_BYTES: usize = 4;

pub(super) fn walk(bytes: &[u8]) -> Walk {
    let mut rest = bytes.get(SIGNATURE_BYTES..).unwrap_or_default();
    let mut size = None;
    while let Some((chunk, behind)) = Chunk::split_from(rest) {
        match (chunk.name, size) {
            (b"IHDR", None) => size = dimensions(chunk.data),
            (b"IEND", Some((width, height))) => return Walk::Whole { width, height },
            (_, None) => return Walk::Broken,
            _ => {}
        }
        rest = behind;
    }
    Walk::CutOff
}

struct Chunk<'a> {
    name: &'a [u8; 4],
    data: &'a [u8],
}

impl<'a> Chunk<'a> {
    fn split_from(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (name, rest) = rest.split_first_chunk::<4>()?;
        let (data, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        Some((Self { name, data }, rest.get(CHECKSUM_BYTES..)?))
    }
}

fn dimensions(header: &[u8]) -> Option<(u32, u32)> {
    let (width, rest) = header.split_first_chunk::<4>()?;
    Some((
        u32::from_be_bytes(*width),
        u32::from_be_bytes(*rest.first_chunk::<4>()?),
    ))
}
