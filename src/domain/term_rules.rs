//! The rules of one term as a school sets them: the limits, which kinds of files it takes, and where it
//! says so. Every number is configuration with a default (domain.md, introduction).

use super::dates::{DatesRefusal, NOTE_CHARS, require_note_fits};
use super::description;
use super::file::FileKind;
use super::limits::Limits;
use super::refusal::Refusal;

/// What holds in one term. What was accepted under other rules stays accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRules {
    pub limits: Limits,
    /// At least one kind.
    pub accepted: Vec<FileKind>,
    /// The letter, regulation or meeting it comes from, as typed.
    pub source: String,
}

impl Default for TermRules {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            accepted: FileKind::ALL.into(),
            source: String::new(),
        }
    }
}

/// The numbers among the limits, so that a form and a command line need no list of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LimitName {
    Outcomes,
    Activities,
    DocumentBytes,
    MediaBytes,
    DescriptionChars,
    TitleChars,
    SelectedOutcomes,
    SelectedActivities,
    /// 補正期
    MendingDays,
    TrashDays,
}

const MEBIBYTE: u64 = 1024 * 1024;
/// Files are inspected in memory: more than this is no mistake to allow.
const MOST_FILE_BYTES: u64 = 100 * MEBIBYTE;
const LEAST_FILE_BYTES: u64 = MEBIBYTE / 8;

impl LimitName {
    pub const ALL: [Self; 10] = [
        Self::Outcomes,
        Self::Activities,
        Self::DocumentBytes,
        Self::MediaBytes,
        Self::DescriptionChars,
        Self::TitleChars,
        Self::SelectedOutcomes,
        Self::SelectedActivities,
        Self::MendingDays,
        Self::TrashDays,
    ];

    /// Whether the value is a number of bytes.
    pub const fn is_bytes(self) -> bool {
        matches!(self, Self::DocumentBytes | Self::MediaBytes)
    }

    /// The value as a person types it: bytes as megabytes of 2^20, with up to three decimals.
    pub fn typed(self, value: u64) -> String {
        if !self.is_bytes() {
            return value.to_string();
        }
        let thousandths = value * 1000 / MEBIBYTE;
        match thousandths % 1000 {
            0 => (thousandths / 1000).to_string(),
            part => format!("{}.{part:03}", thousandths / 1000)
                .trim_end_matches('0')
                .to_owned(),
        }
    }

    /// Reads what [`LimitName::typed`] writes.
    pub fn read(self, text: &str) -> Option<u64> {
        let text = text.trim();
        if !self.is_bytes() {
            return text.parse().ok();
        }
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = u32::try_from(part.len())
            .ok()
            .filter(|digits| (1..=3).contains(digits))?;
        let (whole, part): (u64, u64) = (whole.parse().ok()?, part.parse().ok()?);
        let scale = 10u64.pow(digits);
        whole
            .checked_mul(MEBIBYTE)?
            .checked_add((part * MEBIBYTE).div_ceil(scale))
    }

    /// The least and the most that make sense.
    pub const fn range(self) -> (u64, u64) {
        match self {
            Self::Outcomes | Self::Activities => (1, 200),
            Self::DocumentBytes | Self::MediaBytes => (LEAST_FILE_BYTES, MOST_FILE_BYTES),
            Self::DescriptionChars => (1, 2000),
            Self::TitleChars => (1, 200),
            Self::SelectedOutcomes | Self::SelectedActivities => (0, 200),
            Self::MendingDays => (0, 60),
            Self::TrashDays => (0, 365),
        }
    }

    pub fn of(self, limits: &Limits) -> u64 {
        match self {
            Self::Outcomes => limits.outcomes_per_term.into(),
            Self::Activities => limits.activities_per_term.into(),
            Self::DocumentBytes => limits.document_bytes,
            Self::MediaBytes => limits.media_bytes,
            Self::DescriptionChars => limits.description_chars.into(),
            Self::TitleChars => limits.title_chars.into(),
            Self::SelectedOutcomes => limits.selected_outcomes.into(),
            Self::SelectedActivities => limits.selected_activities.into(),
            Self::MendingDays => limits.mending_days.into(),
            Self::TrashDays => limits.trash_days.into(),
        }
    }

    /// Sets it. With a size goes the caution for platforms that count a megabyte as 10^6.
    ///
    /// # Errors
    /// [`DatesRefusal::LimitOutOfRange`].
    pub fn set(self, limits: &mut Limits, value: u64) -> Result<(), Refusal> {
        let (least, most) = self.range();
        let limit = self;
        let refused = DatesRefusal::LimitOutOfRange {
            limit,
            value,
            least,
            most,
        };
        if !(least..=most).contains(&value) {
            return Err(refused.into());
        }
        let Ok(small) = u32::try_from(value) else {
            return Err(refused.into());
        };
        match self {
            Self::Outcomes => limits.outcomes_per_term = small,
            Self::Activities => limits.activities_per_term = small,
            Self::DocumentBytes => {
                limits.document_bytes = value;
                limits.document_caution_bytes = decimal(value);
            }
            Self::MediaBytes => {
                limits.media_bytes = value;
                limits.media_caution_bytes = decimal(value);
            }
            Self::DescriptionChars => limits.description_chars = small,
            Self::TitleChars => limits.title_chars = small,
            Self::SelectedOutcomes => limits.selected_outcomes = small,
            Self::SelectedActivities => limits.selected_activities = small,
            Self::MendingDays => limits.mending_days = small,
            Self::TrashDays => limits.trash_days = small,
        }
        Ok(())
    }
}

/// The same number of megabytes, counted as 10^6 each.
const fn decimal(bytes: u64) -> u64 {
    bytes / MEBIBYTE * 1_000_000 + bytes % MEBIBYTE * 1_000_000 / MEBIBYTE
}

impl TermRules {
    /// # Errors
    /// The first thing that makes no sense, or a missing source where the school needs one.
    pub fn require_sensible(&self, source_needed: bool) -> Result<(), Refusal> {
        let mut copy = self.limits.clone();
        for limit in LimitName::ALL {
            limit.set(&mut copy, limit.of(&self.limits))?;
        }
        if self.accepted.is_empty() {
            return Err(DatesRefusal::NothingAccepted.into());
        }
        if source_needed && description::count(&self.source) == 0 {
            return Err(DatesRefusal::SourceMissing.into());
        }
        require_note_fits(&self.source, NOTE_CHARS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_is_set_where_it_is_read() {
        for limit in LimitName::ALL {
            let mut limits = Limits::default();
            let (least, most) = limit.range();
            assert!(
                (least..=most).contains(&limit.of(&limits)),
                "{limit:?}: the default fits"
            );
            for value in [least, most, (least + most) / 2] {
                limit.set(&mut limits, value).unwrap();
                assert_eq!(limit.of(&limits), value, "{limit:?}");
            }
            let before = limits.clone();
            assert!(limit.set(&mut limits, most + 1).is_err(), "{limit:?}");
            assert!(
                least == 0 || limit.set(&mut limits, least - 1).is_err(),
                "{limit:?}"
            );
            assert_eq!(limits, before);
        }
    }

    #[test]
    fn sizes_are_typed_in_megabytes_and_read_back() {
        let size = LimitName::DocumentBytes;
        for (bytes, text) in [
            (4 * MEBIBYTE, "4"),
            (4 * MEBIBYTE + MEBIBYTE / 2, "4.5"),
            (MEBIBYTE / 8, "0.125"),
        ] {
            assert_eq!(size.typed(bytes), text);
            assert_eq!(size.read(text), Some(bytes));
        }
        for bad in ["", "x", "-1", "4.", "1.2345", "99999999999999"] {
            assert_eq!(size.read(bad), None, "{bad}");
        }
        assert_eq!(LimitName::Outcomes.read(" 20 "), Some(20));
        assert_eq!(LimitName::Outcomes.read("2.5"), None);
    }

    #[test]
    fn the_caution_follows_the_size() {
        let mut limits = Limits::default();
        LimitName::DocumentBytes.set(&mut limits, 8 * MEBIBYTE).unwrap();
        assert_eq!(limits.document_caution_bytes, 8_000_000);
        LimitName::DocumentBytes.set(&mut limits, 4 * MEBIBYTE).unwrap();
        assert_eq!(limits, Limits::default());
        LimitName::MediaBytes.set(&mut limits, MEBIBYTE / 2).unwrap();
        assert_eq!(limits.media_caution_bytes, 500_000);
    }

    #[test]
    fn rules_without_files_or_source_are_none() {
        let rules = TermRules::default();
        assert!(rules.require_sensible(false).is_ok());
        assert_eq!(
            rules.require_sensible(true),
            Err(DatesRefusal::SourceMissing.into())
        );
        let nothing = TermRules {
            accepted: Vec::new(),
            ..rules
        };
        assert_eq!(
            nothing.require_sensible(false),
            Err(DatesRefusal::NothingAccepted.into())
        );
    }
}
