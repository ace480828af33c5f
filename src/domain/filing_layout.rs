//! The columns of the rosters for the national database, as data that a school can edit: those of the outcomes
//! were seen nowhere, and another year's announcement is another list (domain.md section 5).

/// A column of 學生課程學習成果名冊.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeColumn {
    NationalId,
    BirthDate,
    SchoolYear,
    Semester,
    CourseCode,
    CourseName,
    Credits,
    Document,
    Media,
    Description,
    /// Nothing: a column that an announcement wants and this program knows nothing of
    Empty,
}

impl OutcomeColumn {
    pub const ALL: [Self; 11] = [
        Self::NationalId,
        Self::BirthDate,
        Self::SchoolYear,
        Self::Semester,
        Self::CourseCode,
        Self::CourseName,
        Self::Credits,
        Self::Document,
        Self::Media,
        Self::Description,
        Self::Empty,
    ];

    /// Stable code for files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NationalId => "national-id",
            Self::BirthDate => "birth-date",
            Self::SchoolYear => "school-year",
            Self::Semester => "semester",
            Self::CourseCode => "course-code",
            Self::CourseName => "course-name",
            Self::Credits => "credits",
            Self::Document => "document",
            Self::Media => "media",
            Self::Description => "description",
            Self::Empty => "empty",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// A column around the fields of a category of 多元表現.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActivityColumn {
    NationalId,
    BirthDate,
    /// All fields of the category, in official order under their official names
    Fields,
    Description,
    Document,
    Media,
    Link,
    /// As [`OutcomeColumn::Empty`]
    Empty,
}

impl ActivityColumn {
    pub const ALL: [Self; 8] = [
        Self::NationalId,
        Self::BirthDate,
        Self::Fields,
        Self::Description,
        Self::Document,
        Self::Media,
        Self::Link,
        Self::Empty,
    ];

    /// Stable code for files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NationalId => "national-id",
            Self::BirthDate => "birth-date",
            Self::Fields => "fields",
            Self::Description => "description",
            Self::Document => "document",
            Self::Media => "media",
            Self::Link => "link",
            Self::Empty => "empty",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// Names and columns of both rosters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingLayout {
    /// Names of the files, without ending
    pub outcome_file: String,
    pub activity_file: String,
    /// Heading and contents, from left to right
    pub outcomes: Vec<(String, OutcomeColumn)>,
    pub activities: Vec<(String, ActivityColumn)>,
}

/// Why a layout is of no use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutProblem {
    /// A roster without a single column
    NoColumns,
    /// A heading that is empty or longer than a cell shows
    Heading { place: u32, limit: u32 },
    /// A name that is empty, too long, or leads out of its folder
    FileName { name: String },
    /// Both rosters under one name
    SameName,
    /// The fields of the categories must stand there once.
    Fields,
}

/// Letters of a heading or of a file name.
const LONGEST: usize = 60;

impl FilingLayout {
    /// As far as it is known: the activities were seen in code of real platforms, the outcomes nowhere.
    pub fn standard() -> Self {
        let outcomes = [
            ("身分證號", OutcomeColumn::NationalId),
            ("出生年月日", OutcomeColumn::BirthDate),
            ("學年度", OutcomeColumn::SchoolYear),
            ("學期", OutcomeColumn::Semester),
            ("課程代碼", OutcomeColumn::CourseCode),
            ("科目名稱", OutcomeColumn::CourseName),
            ("學分數", OutcomeColumn::Credits),
            ("證明文件", OutcomeColumn::Document),
            ("影音檔案", OutcomeColumn::Media),
            ("內容簡述", OutcomeColumn::Description),
        ];
        let activities = [
            ("身分證號", ActivityColumn::NationalId),
            ("生日", ActivityColumn::BirthDate),
            ("", ActivityColumn::Fields),
            ("內容簡述", ActivityColumn::Description),
            ("證明文件", ActivityColumn::Document),
            ("影音檔案", ActivityColumn::Media),
            ("外部影音連結", ActivityColumn::Link),
        ];
        Self {
            outcome_file: "7_學生課程學習成果名冊".to_owned(),
            activity_file: "2_學生自填多元表現名冊".to_owned(),
            outcomes: outcomes
                .map(|(heading, column)| (heading.to_owned(), column))
                .into(),
            activities: activities
                .map(|(heading, column)| (heading.to_owned(), column))
                .into(),
        }
    }

    /// Whether rosters can be written by it.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), LayoutProblem> {
        if self.outcomes.is_empty() || self.activities.is_empty() {
            return Err(LayoutProblem::NoColumns);
        }
        let headings = self.outcomes.iter().map(|(heading, _)| (heading, false)).chain(
            self.activities
                .iter()
                .map(|(heading, column)| (heading, *column == ActivityColumn::Fields)),
        );
        for (place, (heading, may_be_empty)) in (1..).zip(headings) {
            let letters = heading.trim().chars().count();
            if letters > LONGEST || (letters == 0 && !may_be_empty) {
                return Err(LayoutProblem::Heading {
                    place,
                    limit: u32::try_from(LONGEST).unwrap_or(u32::MAX),
                });
            }
        }
        let fields = self
            .activities
            .iter()
            .filter(|(_, column)| *column == ActivityColumn::Fields);
        if fields.count() != 1 {
            return Err(LayoutProblem::Fields);
        }
        for name in [&self.outcome_file, &self.activity_file] {
            let odd = |letter: char| letter.is_control() || "/\\:*?\"<>|.".contains(letter);
            let is_sound = !name.trim().is_empty() && name.trim() == name && !name.chars().any(odd);
            if !is_sound || name.chars().count() > LONGEST {
                return Err(LayoutProblem::FileName { name: name.clone() });
            }
        }
        if self.outcome_file == self.activity_file {
            return Err(LayoutProblem::SameName);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_is_sound_and_codes_are_unique() {
        assert_eq!(FilingLayout::standard().check(), Ok(()));
        for column in OutcomeColumn::ALL {
            assert_eq!(OutcomeColumn::from_code(column.code()), Some(column));
        }
        for column in ActivityColumn::ALL {
            assert_eq!(ActivityColumn::from_code(column.code()), Some(column));
        }
    }

    #[test]
    fn what_is_of_no_use_is_refused() {
        let with = |edit: fn(&mut FilingLayout)| {
            let mut layout = FilingLayout::standard();
            edit(&mut layout);
            layout.check()
        };
        assert_eq!(
            with(|layout| layout.outcomes.clear()),
            Err(LayoutProblem::NoColumns)
        );
        assert_eq!(
            with(|layout| layout.outcomes[1].0.clear()),
            Err(LayoutProblem::Heading { place: 2, limit: 60 })
        );
        assert_eq!(
            with(|layout| layout
                .activities
                .retain(|(_, column)| *column != ActivityColumn::Fields)),
            Err(LayoutProblem::Fields)
        );
        for name in ["", "../名冊", "名冊.xlsx", " 名冊"] {
            let mut layout = FilingLayout::standard();
            layout.outcome_file = name.to_owned();
            assert!(
                matches!(layout.check(), Err(LayoutProblem::FileName { .. })),
                "{name}"
            );
        }
        assert_eq!(
            with(|layout| layout.outcome_file.clone_from(&layout.activity_file)),
            Err(LayoutProblem::SameName)
        );
    }
}
