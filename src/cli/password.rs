//! Where passwords come from: the environment, a file, the terminal; never an argument, which other
//! people of the computer could read.

use std::env::{self, VarError};
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use crate::engine::Secret;

use super::trouble::{Trouble, UsageProblem};

const VARIABLE: &str = "LICHENG_PASSWORD";
const NEW_VARIABLE: &str = "LICHENG_NEW_PASSWORD";

/// A file that is longer holds no password.
const LONGEST_FILE_BYTES: u64 = 4096;

/// The password of `account`.
///
/// # Errors
/// No password and no terminal to ask on, or a file that cannot be read.
pub fn current(file: Option<&Path>, account: &str) -> Result<Secret, Trouble> {
    match given(file, VARIABLE, UsageProblem::PasswordNotText)? {
        Some(secret) => Ok(secret),
        None => ask(&format!("{account} 的密碼："), UsageProblem::NoPassword),
    }
}

/// The password of an account that is about to be made: asked twice if on the terminal; `None` when the
/// two differ.
///
/// # Errors
/// As [`current`].
pub fn first(file: Option<&Path>, account: &str) -> Result<Option<Secret>, Trouble> {
    if let Some(secret) = given(file, VARIABLE, UsageProblem::PasswordNotText)? {
        return Ok(Some(secret));
    }
    let first = ask(&format!("{account} 的密碼："), UsageProblem::NoPassword)?;
    let second = ask("再輸入一次密碼：", UsageProblem::NoPassword)?;
    Ok((first == second).then_some(first))
}

/// The new password, asked twice if on the terminal; `None` when the two differ.
///
/// # Errors
/// As [`current`].
pub fn new(file: Option<&Path>) -> Result<Option<Secret>, Trouble> {
    if let Some(secret) = given(file, NEW_VARIABLE, UsageProblem::NewPasswordNotText)? {
        return Ok(Some(secret));
    }
    let first = ask("新密碼：", UsageProblem::NoNewPassword)?;
    let second = ask("再輸入一次新密碼：", UsageProblem::NoNewPassword)?;
    Ok((first == second).then_some(first))
}

/// What the person names goes before what lies in the environment.
fn given(file: Option<&Path>, variable: &str, not_text: UsageProblem) -> Result<Option<Secret>, Trouble> {
    if let Some(path) = file {
        return line_of(path).map(Some).map_err(|error| Trouble::File {
            path: path.to_path_buf(),
            error,
        });
    }
    match env::var(variable) {
        Ok(text) => Ok(Some(Secret::new(text))),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(Trouble::Usage(not_text)),
    }
}

/// The first line of a file, without its end and without a byte order mark.
///
/// # Errors
/// A file that cannot be read, or that is no text.
pub fn line_of(path: &Path) -> io::Result<Secret> {
    if std::fs::metadata(path)?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut text = String::new();
    File::open(path)?
        .take(LONGEST_FILE_BYTES)
        .read_to_string(&mut text)?;
    let whole = Secret::new(text);
    let line = whole.reveal().lines().next().unwrap_or_default();
    Ok(Secret::new(line.trim_start_matches('\u{feff}')))
}

fn ask(question: &str, no_terminal: UsageProblem) -> Result<Secret, Trouble> {
    // Without this, a script would stop and wait on whatever terminal it was started from.
    if !io::stdin().is_terminal() {
        return Err(Trouble::Usage(no_terminal));
    }
    rpassword::prompt_password(question)
        .map(Secret::new)
        .map_err(|_| Trouble::Usage(no_terminal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_of_a_file_counts() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password");
        for text in ["春眠不覺曉 ", "春眠不覺曉 \r\n", "\u{feff}春眠不覺曉 \nsecond"] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(line_of(&path).unwrap().reveal(), "春眠不覺曉 ");
        }
        std::fs::write(&path, [0xff, 0xfe, b'a']).unwrap();
        assert!(line_of(&path).is_err());
        assert!(line_of(folder.path()).is_err());
    }
}
