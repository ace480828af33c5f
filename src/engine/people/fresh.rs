//! New random passwords.

use crate::engine::clock::IdSource;
use crate::engine::command::{AccountCommand, Command};
use crate::engine::password;
use crate::engine::secret::Secret;
use crate::store::StoreError;
use crate::store::record::account::PasswordV1;

/// Lower case and digits that cannot be taken for each other on paper: no `i l o u 0 1`.
const LETTERS: &[u8; 30] = b"abcdefghjkmnpqrstvwxyz23456789";
const GROUP: usize = 4;

/// A random initial password with its hash.
pub(in crate::engine) struct Fresh {
    pub secret: Secret,
    pub hash: PasswordV1,
}

/// What `command` needs of it, made before its transaction: hashing takes some ten milliseconds, during
/// which others could not write.
pub(in crate::engine) fn fresh_for(
    command: &Command,
    ids: &dyn IdSource,
) -> Result<Option<Fresh>, StoreError> {
    let needs = matches!(
        command,
        Command::Account(AccountCommand::Create(_) | AccountCommand::ResetPassword { .. })
    );
    if !needs {
        return Ok(None);
    }
    let secret = new_secret(ids);
    let hash = password::hash(&secret, ids)?;
    Ok(Some(Fresh { secret, hash }))
}

/// `k7mp-3xqd`: 39 random bits, enough where each guess has to wait (`domain::login`).
pub(super) fn new_secret(ids: &dyn IdSource) -> Secret {
    let mut letters = Vec::with_capacity(2 * GROUP);
    while letters.len() < 2 * GROUP {
        let mut random = [0; 2 * GROUP];
        ids.fill(&mut random);
        // What lies beyond the last whole round would make some letters likelier.
        let whole = u8::MAX - u8::MAX % LETTERS.len() as u8;
        let fair = random.iter().filter(|byte| **byte < whole);
        letters.extend(fair.map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])));
    }
    let (front, back): (String, String) = (
        letters[..GROUP].iter().collect(),
        letters[GROUP..2 * GROUP].iter().collect(),
    );
    Secret::new(format!("{front}-{back}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::SeededIds;

    #[test]
    fn slips_are_legible_and_differ() {
        let ids = SeededIds::new("slips");
        let secrets: std::collections::BTreeSet<String> =
            (0..500).map(|_| new_secret(&ids).reveal().to_owned()).collect();
        assert_eq!(secrets.len(), 500);
        for secret in secrets {
            assert_eq!(secret.len(), 9, "{secret}");
            let letters = secret.bytes().filter(|byte| LETTERS.contains(byte)).count();
            assert_eq!((letters, secret.as_bytes()[4]), (8, b'-'), "{secret}");
        }
    }
}
