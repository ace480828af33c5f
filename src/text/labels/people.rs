//! Names around accounts.

use crate::domain::account::{InitialPassword, Status};
use crate::domain::deputy::DeputyPhase;

/// Whether an account is in use.
pub const fn account_status(status: Status) -> &'static str {
    match status {
        Status::Active => "使用中",
        Status::Locked => "已鎖定",
        Status::Ended => "已停用",
        Status::Graduated => "已畢業",
        Status::Transferred => "已轉出",
    }
}

/// What first passwords are.
pub const fn initial_password(policy: InitialPassword) -> &'static str {
    match policy {
        InitialPassword::NationalId => "身分證字號",
        InitialPassword::Slip => "隨機密碼條",
    }
}

/// Where a deputyship stands.
pub const fn deputy_phase(phase: DeputyPhase) -> &'static str {
    match phase {
        DeputyPhase::Current => "代理中",
        DeputyPhase::Coming => "尚未開始",
        DeputyPhase::Over => "已結束",
    }
}
