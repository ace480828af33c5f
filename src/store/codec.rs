//! The one codec of all stored values: a version byte, then the value in bincode. Nothing else in
//! the program imports bincode, and sealing (encryption) will happen here.

use bincode::config::{self, Configuration, Limit as ByteLimit, LittleEndian, Varint};
use bincode::error::{DecodeError, EncodeError};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::StoreError;

const RECORD_BYTES: usize = 64 * 1024;
const LARGE_BYTES: usize = 16 * 1024 * 1024;

/// bincode counts the size in memory of each number it reads: 16 for a `u128` stored in one byte. With
/// less room than this, a value within its limit could be written that is refused when read.
const CLAIM_PER_BYTE: usize = 16;
const RECORD_CLAIM: usize = RECORD_BYTES * CLAIM_PER_BYTE;
const LARGE_CLAIM: usize = LARGE_BYTES * CLAIM_PER_BYTE;

/// How large a stored value may be, version byte included. Decoding claims no more memory than this
/// for what the bytes pretend to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Limit {
    /// 64 KiB: ordinary records.
    #[default]
    Record,
    /// 16 MiB: the few values that collect many things.
    Large,
}

impl Limit {
    pub const fn bytes(self) -> usize {
        match self {
            Self::Record => RECORD_BYTES,
            Self::Large => LARGE_BYTES,
        }
    }
}

/// `version` goes in front of the value and tells a later reader which type to decode.
///
/// # Errors
/// [`StoreError::RecordTooLarge`] above the limit: what could not be read back is not written.
pub fn encode<T: Serialize>(version: u8, value: &T, limit: Limit) -> Result<Vec<u8>, StoreError> {
    let mut bytes = vec![version];
    let written = match limit {
        Limit::Record => bincode::serde::encode_into_std_write(value, &mut bytes, settings::<RECORD_CLAIM>()),
        Limit::Large => bincode::serde::encode_into_std_write(value, &mut bytes, settings::<LARGE_CLAIM>()),
    };
    match written {
        Ok(_) if bytes.len() <= limit.bytes() => Ok(bytes),
        Ok(_) => Err(StoreError::RecordTooLarge { limit: limit.bytes() }),
        Err(error) => Err(unwritable(&error)),
    }
}

/// The version byte in front of a stored value.
pub fn version_of(bytes: &[u8]) -> Result<u8, StoreError> {
    bytes.first().copied().ok_or_else(|| unreadable("no bytes"))
}

/// Decodes a value written with `version`; the whole input must be used up.
///
/// # Errors
/// [`StoreError::RecordVersion`] for another version byte, [`StoreError::RecordTooLarge`] above the
/// limit, [`StoreError::UnreadableRecord`] for anything that is not exactly one value.
pub fn decode<T: DeserializeOwned>(version: u8, bytes: &[u8], limit: Limit) -> Result<T, StoreError> {
    let found = version_of(bytes)?;
    if found != version {
        return Err(StoreError::RecordVersion {
            found,
            expected: version,
        });
    }
    if bytes.len() > limit.bytes() {
        return Err(StoreError::RecordTooLarge { limit: limit.bytes() });
    }
    let payload = &bytes[1..];
    let decoded = match limit {
        Limit::Record => bincode::serde::decode_from_slice(payload, settings::<RECORD_CLAIM>()),
        Limit::Large => bincode::serde::decode_from_slice(payload, settings::<LARGE_CLAIM>()),
    };
    match decoded {
        Ok((value, used)) if used == payload.len() => Ok(value),
        Ok((_, used)) => Err(unreadable(&format!("{} bytes too many", payload.len() - used))),
        Err(DecodeError::LimitExceeded) => Err(StoreError::RecordTooLarge { limit: limit.bytes() }),
        // The text of other errors may quote the value, which must not reach a log.
        Err(error) => Err(unreadable(kind_of(&error))),
    }
}

fn settings<const BYTES: usize>() -> Configuration<LittleEndian, Varint, ByteLimit<BYTES>> {
    config::standard().with_limit::<BYTES>()
}

fn unreadable(detail: &str) -> StoreError {
    StoreError::UnreadableRecord {
        detail: detail.to_owned(),
    }
}

fn unwritable(error: &EncodeError) -> StoreError {
    let detail = match error {
        EncodeError::UnexpectedEnd => "no room",
        _ => "a value that cannot be encoded",
    };
    unreadable(detail)
}

fn kind_of(error: &DecodeError) -> &'static str {
    match error {
        DecodeError::UnexpectedEnd { .. } => "ends too early",
        DecodeError::UnexpectedVariant { .. } => "unknown variant",
        DecodeError::Utf8 { .. } => "text is not UTF-8",
        DecodeError::InvalidCharEncoding(_) => "not a character",
        DecodeError::InvalidBooleanValue(_) => "neither true nor false",
        DecodeError::InvalidIntegerType { .. } => "an integer of another size",
        _ => "not in the expected shape",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Note {
        title: String,
        pages: Vec<u16>,
        due: Option<i64>,
    }

    fn note() -> Note {
        Note {
            title: "實驗紀錄".to_owned(),
            pages: vec![1, 300],
            due: Some(-5),
        }
    }

    #[test]
    fn the_stored_bytes_stay_what_they_are() {
        let bytes = encode(3, &note(), Limit::Record).unwrap();
        let mut expected = vec![3, 12];
        expected.extend("實驗紀錄".as_bytes());
        expected.extend([2, 1, 251, 44, 1, 1, 9]);
        assert_eq!(bytes, expected);
        assert_eq!(decode::<Note>(3, &bytes, Limit::Record).unwrap(), note());
    }

    #[test]
    fn another_version_is_refused_and_can_be_asked_for() {
        let bytes = encode(3, &note(), Limit::Record).unwrap();
        assert_eq!(version_of(&bytes), Ok(3));
        assert_eq!(
            decode::<Note>(4, &bytes, Limit::Record),
            Err(StoreError::RecordVersion {
                found: 3,
                expected: 4
            })
        );
    }

    #[test]
    fn cut_off_long_and_empty_values_are_refused() {
        let bytes = encode(1, &note(), Limit::Record).unwrap();
        for end in 0..bytes.len() {
            assert!(
                decode::<Note>(1, &bytes[..end], Limit::Record).is_err(),
                "cut at {end}"
            );
        }
        let mut long = bytes;
        long.push(0);
        assert!(matches!(
            decode::<Note>(1, &long, Limit::Record),
            Err(StoreError::UnreadableRecord { .. })
        ));
    }

    #[test]
    fn limits_hold_in_both_directions() {
        let fits = vec![7_u8; Limit::Record.bytes() - 4];
        let too_large = vec![7_u8; Limit::Record.bytes() - 3];
        let bytes = encode(1, &fits, Limit::Record).unwrap();
        assert_eq!(bytes.len(), Limit::Record.bytes());
        assert_eq!(decode::<Vec<u8>>(1, &bytes, Limit::Record).unwrap(), fits);
        let refused = Err(StoreError::RecordTooLarge {
            limit: Limit::Record.bytes(),
        });
        assert_eq!(encode(1, &too_large, Limit::Record), refused);
        let bytes = encode(1, &too_large, Limit::Large).unwrap();
        assert!(matches!(
            decode::<Vec<u8>>(1, &bytes, Limit::Record),
            Err(StoreError::RecordTooLarge { .. })
        ));
    }

    #[test]
    fn many_small_numbers_can_be_read_back() {
        let numbers = vec![1_u128; Limit::Record.bytes() - 4];
        let bytes = encode(1, &numbers, Limit::Record).unwrap();
        assert_eq!(bytes.len(), Limit::Record.bytes());
        assert_eq!(decode::<Vec<u128>>(1, &bytes, Limit::Record).unwrap(), numbers);
    }

    #[test]
    fn a_length_that_lies_claims_no_memory() {
        let mut bytes = vec![1, 253];
        bytes.extend(u64::MAX.to_le_bytes());
        assert!(decode::<Vec<u64>>(1, &bytes, Limit::Record).is_err());
        assert!(decode::<String>(1, &bytes, Limit::Record).is_err());
    }

    proptest! {
        #[test]
        fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode::<Note>(1, &bytes, Limit::Record);
        }

        #[test]
        fn what_goes_in_comes_out(title in ".{0,40}", pages in prop::collection::vec(any::<u16>(), 0..20), due: Option<i64>) {
            let note = Note { title, pages, due };
            let bytes = encode(1, &note, Limit::Record).unwrap();
            prop_assert_eq!(decode::<Note>(1, &bytes, Limit::Record).unwrap(), note);
        }
    }
}
