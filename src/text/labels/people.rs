//! Names around accounts.

use crate::domain::account::{InitialPassword, Status};
use crate::domain::deputy::DeputyPhase;
use crate::domain::officer::OfficerLevel;

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

/// 幹部等級
pub const fn officer_level(level: OfficerLevel) -> &'static str {
    match level {
        OfficerLevel::School => "校級",
        OfficerLevel::Class => "班級",
        OfficerLevel::Club => "社團",
        OfficerLevel::Internship => "實習",
        OfficerLevel::OutsideSelfGovernment => "校外自治組織團體",
        OfficerLevel::Other => "其他",
    }
}
