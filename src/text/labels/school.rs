//! Names around the school: terms, courses, people, libraries.

use crate::domain::access::{Right, Role};
use crate::domain::act::LibraryKind;
use crate::domain::course::{CourseKind, EnrolmentMode};
use crate::domain::quota::Counter;
use crate::domain::term::{SchoolYear, Semester, Term};

/// `114 學年度`
pub fn school_year(year: SchoolYear) -> String {
    format!("{year} 學年度")
}

/// `114 學年度第 1 學期`
pub fn term(term: Term) -> String {
    format!("{}第 {} 學期", school_year(term.year), term.semester.number())
}

/// `高二`; outside the three years `第 4 年`.
pub fn grade(grade: u8) -> String {
    match grade {
        1 => "高一".to_owned(),
        2 => "高二".to_owned(),
        3 => "高三".to_owned(),
        other => format!("第 {other} 年"),
    }
}

/// `高二上` for a student who entered in `entry`.
pub fn grade_term(term: Term, entry: SchoolYear) -> String {
    let half = match term.semester {
        Semester::First => "上",
        Semester::Second => "下",
    };
    format!("{}{half}", grade(term.grade(entry)))
}

/// 課程類別
pub const fn course_kind(kind: CourseKind) -> &'static str {
    match kind {
        CourseKind::MinistryRequired => "部定必修",
        CourseKind::SchoolRequired => "校訂必修",
        CourseKind::Elective => "多元選修",
        CourseKind::Advanced => "加深加廣選修",
        CourseKind::FlexibleLearning => "彈性學習時間",
        CourseKind::GroupActivity => "團體活動時間",
        CourseKind::Other => "其他課程",
    }
}

/// 修習方式
pub const fn enrolment_mode(mode: EnrolmentMode) -> &'static str {
    match mode {
        EnrolmentMode::Regular => "一般",
        EnrolmentMode::Retake => "重修",
        EnrolmentMode::MakeUp => "補修",
        EnrolmentMode::RepeatedYear => "重讀",
        EnrolmentMode::Transfer => "轉學轉科",
        EnrolmentMode::Guest => "借讀",
    }
}

/// What an account is.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Student => "學生",
        Role::Teacher => "任課教師",
        Role::Homeroom => "導師",
        Role::Registry => "教務處（註冊組）",
        Role::StudentAffairs => "學務處",
        Role::Administrator => "系統管理者",
        Role::Owner => "檔案庫擁有者",
    }
}

/// What a right allows, as a verb.
pub const fn right(right: Right) -> &'static str {
    match right {
        Right::OwnItems => "上傳與管理自己的課程學習成果",
        Right::OpenSubmitted => "開啟送出認證的課程學習成果",
        Right::Certify => "認證課程學習成果",
        Right::SeeProgress => "查看件數與進度",
        Right::OpenSelected => "開啟學生勾選的項目",
        Right::SetDates => "設定開放日期與目前學期",
        Right::SetLimits => "設定件數與檔案上限",
        Right::ManageAccounts => "管理帳號",
        Right::GrantRoles => "指定帳號的身分",
        Right::ManageDeputies => "指定代理人",
        Right::Announce => "發布公告",
        Right::OwnAccount => "管理自己的帳號",
        Right::KeepPersonalSchool => "自行輸入課程與學校狀態",
        Right::KeepActivityRules => "設定多元表現的選項、件數計算方式與學生的在學期間",
        Right::FilePortfolios => "查看學生的勾選並提交",
        Right::RefreshDemonstration => "移動示範學校的日期",
        Right::ConfirmClock => "確認電腦時鐘後繼續",
        Right::ImportRosters => "匯入學生、教師、課程與修課名冊",
        Right::ImportOfficerPosts => "匯入校內幹部經歷名冊",
        Right::OwnOfficerPosts => "查詢自己的校內幹部紀錄",
        Right::KeepOfficerPosts => "管理校內幹部紀錄",
        Right::TakeCopy => "匯出自己的備份",
        Right::Transfer => "辦理轉學資料",
        Right::SeeReceipts => "查看收訖明細、列印確認單",
        Right::AnswerReceipt => "確認自己的收訖明細或回報問題",
    }
}

/// The two counters of a semester.
pub const fn counter(counter: Counter) -> &'static str {
    match counter {
        Counter::Outcome => "課程學習成果",
        Counter::Activity => "多元表現",
    }
}

/// Kinds of libraries.
pub const fn library_kind(kind: LibraryKind) -> &'static str {
    match kind {
        LibraryKind::School => "學校檔案庫",
        LibraryKind::Personal => "個人檔案庫",
        LibraryKind::Demonstration => "示範學校",
    }
}
