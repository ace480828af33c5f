//! How much a child may use up.

use std::time::Duration;

/// What one request may cost before its child is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChildLimits {
    /// From sending the request to the end of the reply.
    pub time: Duration,
    /// Resident memory of the child.
    pub memory_bytes: u64,
}

impl Default for ChildLimits {
    /// 10 seconds and 512 MB.
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            memory_bytes: 512 * 1024 * 1024,
        }
    }
}
