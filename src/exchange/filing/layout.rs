//! What of the rosters a school does not edit: the first sheet, and one sheet for each category. The columns are
//! data of the domain ([`crate::domain::filing_layout`]).

use crate::domain::activity::Category;

/// The first sheet of both rosters.
pub const SCHOOL_SHEET: &str = "學校資料";
pub const ACTIVITY_SCHOOL: [&str; 3] = ["學校代碼", "學年", "學期"];
pub const OUTCOME_SCHOOL: [&str; 2] = ["學校代碼", "學年度"];
/// The whole year.
pub const WHOLE_YEAR: &str = "0";
pub const OUTCOME_SHEET: &str = "課程學習成果";

/// One sheet for each category, in official order; a name takes at most 31 letters.
pub fn sheet_of(category: Category) -> &'static str {
    crate::text::labels::category(category)
}
