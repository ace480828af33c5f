//! Internal ids: random, meaningless, never derived from a person's data.

use std::fmt;
use std::str::FromStr;

/// Crockford's base 32 in lower case: no `i l o u`, so an id can be read aloud and typed.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 13;

/// The text is not one of our ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

fn write_base32(value: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for place in (0..LENGTH).rev() {
        let digit = (value >> (place * 5)) & 31;
        write!(f, "{}", char::from(ALPHABET[digit as usize]))?;
    }
    Ok(())
}

fn read_base32(text: &str) -> Result<u64, NotAnId> {
    if text.len() != LENGTH {
        return Err(NotAnId);
    }
    let mut value: u128 = 0;
    for byte in text.bytes() {
        let lower = byte.to_ascii_lowercase();
        let digit = ALPHABET
            .iter()
            .position(|&letter| letter == lower)
            .ok_or(NotAnId)?;
        value = value << 5 | digit as u128;
    }
    u64::try_from(value).map_err(|_| NotAnId)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_base32(self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_base32(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A person's account: student, teacher or office.
    AccountId,
    /// An outcome or activity.
    ItemId,
    /// A file of an item; its contents are immutable.
    FileId,
    /// 開課班: one course of one term for one group, with its teachers.
    OfferingId,
    /// A student in an offering.
    EnrolmentId,
    /// One command; ties its history lines together.
    CommandId,
    /// An announced window.
    WindowId,
    /// An announcement on the overview.
    AnnouncementId,
    /// A deputyship (代理人).
    DeputyId,
    /// Content being handed over before a command names it.
    StageId,
    /// An officer post of 校內幹部紀錄.
    PostId,
    /// What a student reported about one.
    PostReportId,
}

/// Chosen by the caller for each change; a repeat gets the first reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestId(pub u128);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_value_agree() {
        for value in [0, 1, 31, 32, u64::MAX, 0x1234_5678_9abc_def0] {
            let text = ItemId(value).to_string();
            assert_eq!(text.len(), LENGTH);
            assert_eq!(text.parse::<ItemId>(), Ok(ItemId(value)), "{text}");
            assert_eq!(text.to_uppercase().parse::<ItemId>(), Ok(ItemId(value)));
        }
        for bad in ["", "0", "zzzzzzzzzzzzz", "000000000000u", "學學學學學學"] {
            assert_eq!(bad.parse::<ItemId>(), Err(NotAnId), "{bad}");
        }
    }
}
