//! The rules of a term while they are being changed: what was not touched stays as it is saved, to the byte.

use std::collections::BTreeMap;

use crate::domain::file::FileKind;
use crate::domain::refusal::Refusal;
use crate::domain::term_rules::{LimitName, TermRules};

/// Only what differs from the saved rules, or once did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RulesForm {
    numbers: BTreeMap<LimitName, String>,
    pub accepted: Option<Vec<FileKind>>,
    pub description_required: Option<bool>,
    pub source: Option<String>,
    /// Saving was tried: what cannot be read is pointed out.
    pub tried: bool,
}

impl RulesForm {
    pub fn set(&mut self, limit: LimitName, text: String) {
        self.numbers.insert(limit, text);
    }

    pub fn text(&self, limit: LimitName, saved: &TermRules) -> String {
        let typed = self.numbers.get(&limit).cloned();
        typed.unwrap_or_else(|| limit.typed(limit.of(&saved.limits)))
    }

    pub fn accepts(&self, kind: FileKind, saved: &TermRules) -> bool {
        self.accepted.as_ref().unwrap_or(&saved.accepted).contains(&kind)
    }

    pub fn accept(&mut self, kind: FileKind, yes: bool, saved: &TermRules) {
        let accepted = self.accepted.get_or_insert_with(|| saved.accepted.clone());
        accepted.retain(|other| *other != kind);
        if yes {
            accepted.push(kind);
            accepted.sort_unstable();
        }
    }

    /// What a number cannot be; `None`: it is fine.
    ///
    /// # Errors
    /// The refusal that saving would meet.
    pub fn check(&self, limit: LimitName, saved: &TermRules) -> Result<u64, Option<Box<Refusal>>> {
        let Some(text) = self.numbers.get(&limit) else {
            return Ok(limit.of(&saved.limits));
        };
        let same = limit.typed(limit.of(&saved.limits));
        if text.trim() == same {
            return Ok(limit.of(&saved.limits));
        }
        let value = limit.read(text).ok_or(None)?;
        limit
            .set(&mut saved.limits.clone(), value)
            .map_err(|refusal| Some(Box::new(refusal)))?;
        Ok(value)
    }

    /// The rules as they would be saved.
    ///
    /// # Errors
    /// The first number that cannot be read or makes no sense.
    pub fn rules(&self, saved: &TermRules) -> Result<TermRules, (LimitName, Option<Box<Refusal>>)> {
        let mut rules = saved.clone();
        for limit in LimitName::ALL {
            let value = self.check(limit, saved).map_err(|problem| (limit, problem))?;
            if value != limit.of(&saved.limits) {
                limit
                    .set(&mut rules.limits, value)
                    .map_err(|refusal| (limit, Some(Box::new(refusal))))?;
            }
        }
        if let Some(accepted) = &self.accepted {
            rules.accepted.clone_from(accepted);
        }
        if let Some(required) = self.description_required {
            rules.limits.description_required = required;
        }
        if let Some(source) = &self.source {
            rules.source.clone_from(source);
        }
        Ok(rules)
    }

    /// Whether something would change.
    pub fn differs(&self, saved: &TermRules) -> bool {
        self.rules(saved).as_ref() != Ok(saved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_touched_stays_to_the_byte() {
        let mut saved = TermRules::default();
        saved.limits.document_bytes = 4_000_001;
        let mut form = RulesForm::default();
        assert!(!form.differs(&saved));
        let shown = form.text(LimitName::DocumentBytes, &saved);
        form.set(LimitName::DocumentBytes, shown);
        assert!(!form.differs(&saved), "typed and put back");
        form.set(LimitName::Outcomes, "15".into());
        let rules = form.rules(&saved).unwrap();
        assert_eq!(rules.limits.outcomes_per_term, 15);
        assert_eq!(rules.limits.document_bytes, 4_000_001);
        form.set(LimitName::Outcomes, "二十".into());
        assert_eq!(form.rules(&saved), Err((LimitName::Outcomes, None)));
        form.set(LimitName::Outcomes, "0".into());
        assert!(matches!(form.check(LimitName::Outcomes, &saved), Err(Some(_))));
        assert!(form.differs(&saved));
    }

    #[test]
    fn kinds_of_files_come_and_go() {
        let saved = TermRules::default();
        let mut form = RulesForm::default();
        form.accept(FileKind::Mp4, false, &saved);
        assert!(!form.accepts(FileKind::Mp4, &saved) && form.differs(&saved));
        form.accept(FileKind::Mp4, true, &saved);
        assert!(!form.differs(&saved));
    }
}
