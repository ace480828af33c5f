//! 幹部: what both the school's own list (校內幹部經歷紀錄) and a student's own record of deeds share
//! (domain.md section 4, rows 0 and 1).

/// 幹部等級 with its official codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OfficerLevel {
    /// 校級
    School,
    /// 班級
    Class,
    /// 社團
    Club,
    /// 實習
    Internship,
    /// 校外自治組織團體
    OutsideSelfGovernment,
    /// 其他
    Other,
}

impl OfficerLevel {
    pub const ALL: [Self; 6] = [
        Self::School,
        Self::Class,
        Self::Club,
        Self::Internship,
        Self::OutsideSelfGovernment,
        Self::Other,
    ];

    /// The official code of the rosters.
    pub const fn number(self) -> u8 {
        match self {
            Self::School => 1,
            Self::Class => 2,
            Self::Club => 3,
            Self::Internship => 4,
            Self::OutsideSelfGovernment => 5,
            Self::Other => 9,
        }
    }

    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.number() == number)
    }
}
