//! The columns of the rosters as a school edited them. The table came after the first release of the format; a
//! library that never wrote it reads it as empty, and then the standard holds.

use serde::{Deserialize, Serialize};

use super::Stored;
use crate::domain::filing_layout::{ActivityColumn, FilingLayout, OutcomeColumn};
use crate::store::StoreError;
use crate::store::kv::Table;

/// One record. Columns by their codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilingLayoutV1 {
    pub outcome_file: String,
    pub activity_file: String,
    pub outcomes: Vec<(String, String)>,
    pub activities: Vec<(String, String)>,
}

impl Stored for FilingLayoutV1 {
    const TABLE: Table = Table::new("filing_layout");
    const VERSION: u8 = 1;
}

impl From<&FilingLayout> for FilingLayoutV1 {
    fn from(layout: &FilingLayout) -> Self {
        let outcomes = layout.outcomes.iter();
        let activities = layout.activities.iter();
        Self {
            outcome_file: layout.outcome_file.clone(),
            activity_file: layout.activity_file.clone(),
            outcomes: outcomes
                .map(|(heading, column)| (heading.clone(), column.code().to_owned()))
                .collect(),
            activities: activities
                .map(|(heading, column)| (heading.clone(), column.code().to_owned()))
                .collect(),
        }
    }
}

impl TryFrom<FilingLayoutV1> for FilingLayout {
    type Error = StoreError;

    fn try_from(record: FilingLayoutV1) -> Result<Self, StoreError> {
        let unknown = |code: &str| StoreError::UnreadableRecord {
            detail: format!("column {code} of a roster is unknown"),
        };
        let mut outcomes = Vec::new();
        for (heading, code) in record.outcomes {
            let column = OutcomeColumn::from_code(&code).ok_or_else(|| unknown(&code))?;
            outcomes.push((heading, column));
        }
        let mut activities = Vec::new();
        for (heading, code) in record.activities {
            let column = ActivityColumn::from_code(&code).ok_or_else(|| unknown(&code))?;
            activities.push((heading, column));
        }
        Ok(Self {
            outcome_file: record.outcome_file,
            activity_file: record.activity_file,
            outcomes,
            activities,
        })
    }
}
