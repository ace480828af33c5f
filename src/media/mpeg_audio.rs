//! Finding MPEG audio layer III frames (ISO/IEC 11172-3, 2.4.2.3), with or without an ID3v2 tag in front.

/// How far behind the tag a first frame is looked for: some encoders pad with silence bytes or junk.
const SEARCH_BYTES: usize = 64 * 1024;
/// A header alone turns up in random bytes; three that follow each other do not.
const FRAMES_IN_A_ROW: usize = 3;
const HEADER_BYTES: usize = 4;
const ID3_HEADER_BYTES: usize = 10;

/// Where an ID3v2 tag at the start of the bytes ends. May lie behind the end of a cut-off file.
pub(super) fn end_of_id3(bytes: &[u8]) -> usize {
    let mut end = 0;
    while let Some(header) = bytes.get(end..).filter(|rest| rest.starts_with(b"ID3")) {
        let Some(&[flags, a, b, c, d]) = header
            .get(5..ID3_HEADER_BYTES)
            .and_then(|part| part.first_chunk())
        else {
            return end + ID3_HEADER_BYTES;
        };
        let body = [a, b, c, d]
            .iter()
            .fold(0_usize, |sum, &byte| (sum << 7) | usize::from(byte & 0x7F));
        let footer = if flags & 0x10 == 0 { 0 } else { ID3_HEADER_BYTES };
        end += ID3_HEADER_BYTES + body + footer;
    }
    end
}

/// The position of the first frame of a layer III stream at or shortly behind `start`.
pub(super) fn first_frame(bytes: &[u8], start: usize) -> Option<usize> {
    let last = bytes.len().min(start.saturating_add(SEARCH_BYTES));
    (start..last).find(|&position| frames_follow(bytes, position))
}

fn frames_follow(bytes: &[u8], start: usize) -> bool {
    let mut position = start;
    let mut stream = None;
    for found in 0..FRAMES_IN_A_ROW {
        if position == bytes.len() {
            return found > 0;
        }
        let Some(frame) = Frame::parse(bytes, position) else {
            return false;
        };
        if *stream.get_or_insert(frame.stream) != frame.stream {
            return false;
        }
        position += frame.length_bytes;
    }
    true
}

struct Frame {
    /// What stays the same in all frames of one stream: version and sample rate.
    stream: (u8, u8),
    length_bytes: usize,
}

impl Frame {
    fn parse(bytes: &[u8], position: usize) -> Option<Self> {
        const KBIT_VERSION_1: [usize; 14] = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
        const KBIT_VERSION_2: [usize; 14] = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
        const HERTZ_VERSION_1: [usize; 3] = [44_100, 48_000, 32_000];
        const VERSION_1: u8 = 3;
        const RESERVED_VERSION: u8 = 1;
        const LAYER_3: u8 = 1;

        let &[sync, b, c, _] = bytes
            .get(position..position + HEADER_BYTES)?
            .first_chunk::<HEADER_BYTES>()?;
        let version = (b >> 3) & 3;
        if sync != 0xFF || b & 0xE0 != 0xE0 || version == RESERVED_VERSION || (b >> 1) & 3 != LAYER_3 {
            return None;
        }
        let bitrate = usize::from(c >> 4).checked_sub(1)?;
        let rate = (c >> 2) & 3;
        let hertz = *HERTZ_VERSION_1.get(usize::from(rate))?;
        let (kbit, hertz, slots) = match version {
            VERSION_1 => (KBIT_VERSION_1.get(bitrate)?, hertz, 144),
            2 => (KBIT_VERSION_2.get(bitrate)?, hertz / 2, 72),
            _ => (KBIT_VERSION_2.get(bitrate)?, hertz / 4, 72),
        };
        let padding = usize::from((c >> 1) & 1);
        Some(Self {
            stream: (version, rate),
            length_bytes: slots * kbit * 1000 / hertz + padding,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAGGED: &[u8] = include_bytes!("../../tests/fixtures/media/tone.mp3");
    const PLAIN: &[u8] = include_bytes!("../../tests/fixtures/media/plain.mp3");

    #[test]
    fn frames_are_found_without_a_tag_behind_a_tag_and_behind_junk() {
        assert_eq!(first_frame(PLAIN, 0), Some(0));
        assert_eq!(first_frame(TAGGED, 0), Some(end_of_id3(TAGGED)));
        let junk = [vec![0_u8; 417], PLAIN.to_vec()].concat();
        assert_eq!(first_frame(&junk, 0), Some(417));
    }

    #[test]
    fn a_lone_header_is_no_stream() {
        let lone = [&PLAIN[..4], &[0x55; 4000]].concat();
        assert_eq!(first_frame(&lone, 0), None);
    }

    #[test]
    fn a_tag_with_a_length_behind_the_end_does_not_overflow() {
        assert!(end_of_id3(b"ID3\x04\0\0\x7F\x7F\x7F\x7F") > 200_000_000);
        assert_eq!(end_of_id3(b"ID3\x04"), 10);
    }
}
