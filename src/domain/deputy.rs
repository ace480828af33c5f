//! 代理人: who certifies for a teacher who is away.

use super::moment::Moment;

/// Where a deputyship stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeputyPhase {
    Current,
    Coming,
    Over,
}

impl DeputyPhase {
    /// `until` is excluded.
    pub fn at(now: Moment, from: Moment, until: Moment) -> Self {
        if until <= now {
            Self::Over
        } else if from > now {
            Self::Coming
        } else {
            Self::Current
        }
    }
}
