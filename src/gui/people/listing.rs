//! Which accounts are listed.

use crate::domain::access::Role;
use crate::domain::account::Status;
use crate::engine::AccountRow;
use crate::worker::Office;

/// Accounts by how they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    #[default]
    All,
    Active,
    /// In use, and nobody ever came
    NeverCame,
    Locked,
    /// 停用, 畢業, 轉出
    Gone,
}

impl Which {
    /// In the order of the chips.
    pub const ALL: [Self; 5] = [Self::All, Self::Active, Self::NeverCame, Self::Locked, Self::Gone];

    fn fits(self, row: &AccountRow) -> bool {
        match self {
            Self::All => true,
            Self::Active => row.standing.status == Status::Active,
            Self::NeverCame => row.never_came(),
            Self::Locked => row.standing.status == Status::Locked,
            Self::Gone => row.standing.status == Status::Ended || row.standing.status.has_left(),
        }
    }
}

/// What is looked for beside the typed words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    pub which: Which,
    pub role: Option<Role>,
    pub class: Option<String>,
}

impl Filter {
    /// The accounts that are listed, in the order of the office.
    pub fn listed<'o>(&self, office: &'o Office, typed: &str) -> Vec<&'o AccountRow> {
        self.those(office, typed, self.which)
    }

    /// How many there would be in each part.
    pub fn counts(&self, office: &Office, typed: &str) -> [usize; Which::ALL.len()] {
        let all = self.those(office, typed, Which::All);
        Which::ALL.map(|which| all.iter().filter(|row| which.fits(row)).count())
    }

    fn those<'o>(&self, office: &'o Office, typed: &str, which: Which) -> Vec<&'o AccountRow> {
        let typed = typed.to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let has = |row: &AccountRow, word: &str| {
            [&row.account, &row.name, &row.class]
                .into_iter()
                .any(|text| text.to_lowercase().contains(word))
        };
        let rows = office.accounts.iter().filter(|row| {
            which.fits(row)
                && self.role.is_none_or(|role| row.has(role))
                && self.class.as_ref().is_none_or(|class| row.class == *class)
                && words.iter().all(|word| has(row, word))
        });
        rows.collect()
    }
}

/// Classes that somebody sits in, by name.
pub fn classes(office: &Office) -> Vec<&str> {
    let mut classes: Vec<&str> = office
        .accounts
        .iter()
        .map(|row| row.class.as_str())
        .filter(|class| !class.is_empty())
        .collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{InitialPassword, PasswordState, Standing};
    use crate::domain::id::AccountId;
    use crate::domain::moment::parse_moment;
    use crate::domain::set_up::SetUp;
    use crate::domain::term::{Semester, Term};
    use crate::engine::PasswordProgress;

    fn row(id: u64, name: &str, class: &str, status: Status, came: bool) -> AccountRow {
        AccountRow {
            id: AccountId(id),
            account: format!("S{id:03}"),
            name: name.into(),
            roles: vec![if class.is_empty() {
                Role::Teacher
            } else {
                Role::Student
            }],
            standing: Standing { status, until: None },
            entry_year: None,
            class: class.into(),
            seat: String::new(),
            last_login: came.then(|| parse_moment("2026-01-01T08:00").unwrap()),
            password: PasswordState::Own,
            manageable: true,
        }
    }

    fn office() -> Office {
        Office {
            term: Term::new(114, Semester::First),
            accounts: vec![
                row(1, "陳老師", "", Status::Active, true),
                row(2, "林𡘙", "一年1班", Status::Active, false),
                row(3, "王堃", "一年1班", Status::Locked, false),
                row(4, "游喆", "一年2班", Status::Graduated, true),
            ],
            policy: InitialPassword::NationalId,
            passwords: PasswordProgress::default(),
            classes: Vec::new(),
            deputies: Vec::new(),
            set_up: SetUp::default(),
        }
    }

    fn ids(rows: Vec<&AccountRow>) -> Vec<u64> {
        rows.iter().map(|row| row.id.0).collect()
    }

    #[test]
    fn words_role_class_and_standing_narrow_the_list_together() {
        let office = office();
        let mut filter = Filter::default();
        assert_eq!(ids(filter.listed(&office, " ")), [1, 2, 3, 4]);
        assert_eq!(filter.counts(&office, ""), [4, 2, 1, 1, 1]);
        assert_eq!(ids(filter.listed(&office, "s00 一年1班")), [2, 3]);
        assert_eq!(ids(filter.listed(&office, "喆")), [4]);
        filter.role = Some(Role::Student);
        filter.which = Which::NeverCame;
        assert_eq!(
            ids(filter.listed(&office, "")),
            [2],
            "a locked account is no latecomer"
        );
        filter.class = Some("一年2班".into());
        assert_eq!(filter.counts(&office, ""), [1, 0, 0, 0, 1]);
        assert_eq!(classes(&office), ["一年1班", "一年2班"]);
    }
}
