//! What only a demonstration school has: published passwords and dates that can be moved to today.

use chrono::NaiveDate;

use crate::domain::act::LibraryKind;
use crate::domain::history::{Event, Stream};
use crate::domain::id::AccountId;
use crate::domain::moment::{from_millis, start_of_day, taipei_date, to_millis};
use crate::domain::refusal::Refusal;
use crate::store::record::account::AccountV1;
use crate::store::record::code::values;
use crate::store::record::identity::PendingPasswordV1;
use crate::store::record::school::ONLY;
use crate::store::record::{erase, key, list, load, save};

use super::command::Reply;
use super::context::Context;
use super::failure::Failure;
use super::secret::Secret;
use super::view::DemonstrationAccount;
use super::{Engine, answer, dates, password};

/// The published password of a demonstration account. Derived, so that the library holds only hashes.
pub fn demonstration_password(account_name: &str) -> String {
    format!("demo-{account_name}")
}

/// A made-up but valid national ID: the initial password of the account that shows the first login.
pub fn demonstration_national_id(account_name: &str) -> String {
    use crate::domain::national_id::{IdCheck, check};
    let digits: String = account_name.chars().filter(char::is_ascii_digit).collect();
    let tail = &digits[digits.len().saturating_sub(6)..];
    let body = format!("F20{tail:0>5}");
    let body = &body[..9.min(body.len())];
    (0..10)
        .map(|digit| format!("{body:0<9}{digit}"))
        .find(|candidate| check(candidate) == IdCheck::Valid)
        .unwrap_or_else(|| "A123456789".to_owned())
}

/// 將示範日期移到今天: all windows and deputyships keep their distance to "today".
pub(super) fn refresh_dates(context: &mut Context<'_>) -> Result<Reply, Failure> {
    let mut settings = answer::settings(context.txn)?;
    let Some(day) = settings
        .demonstration_day
        .filter(|_| context.library == LibraryKind::Demonstration)
    else {
        return Err(Refusal::NotADemonstration.into());
    };
    let today = taipei_date(context.now);
    let days = (today - taipei_date(from_millis(day))).num_days();
    if days == 0 {
        return Ok(Reply::Done);
    }
    dates::shift(context, days)?;
    settings.demonstration_day = Some(to_millis(start_of_day(today)));
    save(context.txn, ONLY, &settings)?;
    context.record(Stream::Office, None, Event::DemonstrationDatesMoved { days })?;
    Ok(Reply::Done)
}

impl Engine {
    /// Tells around which day the dates of a demonstration school are laid. For its maker, whose clock
    /// walked through the weeks before.
    ///
    /// # Errors
    /// [`Refusal::NotADemonstration`], or the library's trouble.
    pub fn arrange_demonstration_around(&self, day: NaiveDate) -> Result<(), Failure> {
        if answer::kind_of(&self.library) != LibraryKind::Demonstration {
            return Err(Refusal::NotADemonstration.into());
        }
        self.library.write(|txn| {
            let mut settings = answer::settings(txn)?;
            settings.demonstration_day = Some(to_millis(start_of_day(day)));
            save(txn, ONLY, &settings)?;
            Ok(())
        })
    }

    /// Gives every account that was imported its published password; `newcomers` keep the national ID, as
    /// long as they have not come.
    ///
    /// # Errors
    /// [`Refusal::NotADemonstration`], or the library's trouble.
    pub fn publish_demonstration_passwords(&self, newcomers: &[String]) -> Result<(), Failure> {
        if answer::kind_of(&self.library) != LibraryKind::Demonstration {
            return Err(Refusal::NotADemonstration.into());
        }
        let waiting = self.library.read(|txn| {
            let mut waiting = Vec::new();
            for (at, PendingPasswordV1 {}) in list::<PendingPasswordV1>(txn, &[])? {
                let account: AccountV1 = load(txn, &at)?.ok_or(Refusal::NoSuchAccount)?;
                waiting.push((at, account));
            }
            Ok::<_, Failure>(waiting)
        })?;
        let secrets: Vec<Secret> = waiting
            .iter()
            .map(|(_, account)| {
                Secret::new(if newcomers.contains(&account.name) {
                    demonstration_national_id(&account.name)
                } else {
                    demonstration_password(&account.name)
                })
            })
            .collect();
        let passwords = password::hash_all(&secrets.iter().collect::<Vec<_>>(), self.ids.as_ref())?;
        self.library.write(|txn| {
            for ((at, account), password) in waiting.into_iter().zip(passwords) {
                let must_change_password = newcomers.contains(&account.name);
                let account = AccountV1 {
                    password,
                    must_change_password,
                    published_password: true,
                    ..account
                };
                save(txn, &at, &account)?;
                erase::<PendingPasswordV1>(txn, &at)?;
            }
            Ok(())
        })
    }

    /// Accounts with their published passwords; `None` unless this is a demonstration library.
    ///
    /// # Errors
    /// The library's trouble.
    pub fn demonstration_accounts(&self) -> Result<Option<Vec<DemonstrationAccount>>, Failure> {
        if answer::kind_of(&self.library) != LibraryKind::Demonstration {
            return Ok(None);
        }
        self.library.read(|txn| {
            let mut accounts = Vec::new();
            for (at, account) in list::<AccountV1>(txn, &[])? {
                let published = if account.must_change_password {
                    demonstration_national_id(&account.name)
                } else {
                    demonstration_password(&account.name)
                };
                accounts.push(DemonstrationAccount {
                    id: AccountId(key::last_id(&at)?),
                    password: account.published_password.then_some(published),
                    first_login: account.must_change_password,
                    roles: values(&account.roles)?,
                    account: account.name,
                    name: account.display_name,
                });
            }
            accounts.sort_by(|one, other| {
                (one.roles.first(), &one.account).cmp(&(other.roles.first(), &other.account))
            });
            Ok(Some(accounts))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::national_id::{IdCheck, check};

    #[test]
    fn made_up_ids_are_valid() {
        for account in ["11430101", "11430260", "1", "t01"] {
            let id = demonstration_national_id(account);
            assert_eq!(check(&id), IdCheck::Valid, "{id}");
        }
    }
}
