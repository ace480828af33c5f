//! The numbers that apply to a term. Every one is configuration with a default; an item is judged
//! by the rules of its own term (domain.md, introduction).

use super::file::Slot;

/// Limits of one term. Sizes in bytes, lengths in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// `[seed] 4`
    pub outcomes_per_term: u32,
    /// `[seed] 4`
    pub activities_per_term: u32,
    /// `[seed] 8`, read as 2^20 (domain.md section 3, Formats)
    pub document_bytes: u64,
    /// `[seed] 8`
    pub media_bytes: u64,
    /// Above this, a platform that counts 10^6 would refuse: a caution, not a refusal.
    pub document_caution_bytes: u64,
    pub media_caution_bytes: u64,
    /// `[seed] 10`
    pub description_chars: u32,
    pub description_required: bool,
    pub title_chars: u32,
    /// Selected per school year (domain.md section 3).
    pub selected_outcomes: u32,
    pub selected_activities: u32,
    /// 補正期: days in which a student may mend an item that came back too late.
    pub mending_days: u32,
    /// Days that a deleted item stays in the trash after its window closed.
    pub trash_days: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            outcomes_per_term: 20,
            activities_per_term: 20,
            document_bytes: 4 * 1024 * 1024,
            media_bytes: 10 * 1024 * 1024,
            document_caution_bytes: 4_000_000,
            media_caution_bytes: 10_000_000,
            description_chars: 100,
            description_required: false,
            title_chars: 50,
            selected_outcomes: 6,
            selected_activities: 10,
            mending_days: 0,
            trash_days: 30,
        }
    }
}

impl Limits {
    pub const fn file_bytes(&self, slot: Slot) -> u64 {
        match slot {
            Slot::Document => self.document_bytes,
            Slot::Media => self.media_bytes,
        }
    }

    pub const fn caution_bytes(&self, slot: Slot) -> u64 {
        match slot {
            Slot::Document => self.document_caution_bytes,
            Slot::Media => self.media_caution_bytes,
        }
    }

    /// The most that any accepted file may weigh: what is larger need not be read at all.
    pub fn largest_file_bytes(&self) -> u64 {
        self.document_bytes.max(self.media_bytes)
    }
}
