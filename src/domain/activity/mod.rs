//! 多元表現: its ten categories and the school's own list (`[seed] 2`, domain.md section 4).
//!
//! | file | what it holds |
//! | --- | --- |
//! | [`declaration`] | every field of every category, one line each |
//! | [`field`] | what such a line can say, and reading a typed value by it |
//! | [`record`] | what holds for all values of an item together |
//! | [`years`] | the high-school years of a student |
//! | [`lists`] | lists of choices that a school may edit |
//! | [`link`] | the one link of an item |
//! | [`act`] | who may do what with an item, and when |
//! | [`refusal`] | every "no" about an item, as data |

pub mod act;
pub mod declaration;
pub mod field;
pub mod link;
pub mod lists;
pub mod record;
pub mod refusal;
pub mod tags;
pub mod years;

/// A category of activities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    Officer,
    Competition,
    Certificate,
    Service,
    Flexible,
    Group,
    Workplace,
    Work,
    College,
    Other,
}

impl Category {
    pub const ALL: [Self; 10] = [
        Self::Officer,
        Self::Competition,
        Self::Certificate,
        Self::Service,
        Self::Flexible,
        Self::Group,
        Self::Workplace,
        Self::Work,
        Self::College,
        Self::Other,
    ];

    /// Stable code for the command line and for records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Competition => "competition",
            Self::Certificate => "certificate",
            Self::Service => "service",
            Self::Flexible => "flexible",
            Self::Group => "group",
            Self::Workplace => "workplace",
            Self::Work => "work",
            Self::College => "college",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.code() == code)
    }
}
