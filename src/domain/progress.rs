//! How far a class, a course or a teacher has come: counts of outcomes by state, never contents
//! (domain.md 2a: 編輯中 is the student's alone, others see counts).

use super::outcome::OutcomeState;

/// By what the counts are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProgressBy {
    Class,
    Course,
    Teacher,
}

impl ProgressBy {
    pub const ALL: [Self; 3] = [Self::Class, Self::Course, Self::Teacher];

    /// Stable code for the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Course => "course",
            Self::Teacher => "teacher",
        }
    }
}

/// Outcomes of a term by state; the trash is not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Tally {
    /// 編輯中
    pub drafts: u32,
    /// 認證中
    pub waiting: u32,
    /// 認證成功
    pub certified: u32,
    /// 認證失敗
    pub returned: u32,
}

impl Tally {
    /// All four states together.
    pub const fn uploaded(self) -> u32 {
        self.drafts + self.waiting + self.certified + self.returned
    }

    pub const fn of(self, state: OutcomeState) -> u32 {
        match state {
            OutcomeState::Draft => self.drafts,
            OutcomeState::Submitted => self.waiting,
            OutcomeState::Certified => self.certified,
            OutcomeState::Returned => self.returned,
        }
    }

    pub const fn count(&mut self, state: OutcomeState) {
        match state {
            OutcomeState::Draft => self.drafts += 1,
            OutcomeState::Submitted => self.waiting += 1,
            OutcomeState::Certified => self.certified += 1,
            OutcomeState::Returned => self.returned += 1,
        }
    }

    pub const fn add(&mut self, other: Self) {
        self.drafts += other.drafts;
        self.waiting += other.waiting;
        self.certified += other.certified;
        self.returned += other.returned;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_counted_once() {
        let mut tally = Tally::default();
        for (times, state) in OutcomeState::ALL.into_iter().enumerate() {
            for _ in 0..=times {
                tally.count(state);
            }
        }
        assert_eq!(OutcomeState::ALL.map(|state| tally.of(state)), [1, 2, 3, 4]);
        assert_eq!(tally.uploaded(), 10);
        let mut twice = tally;
        twice.add(tally);
        assert_eq!(twice.uploaded(), 20);
    }
}
