//! A new term from the last one, while it is looked at: which terms, and where classes shall go.

use std::collections::BTreeMap;

use crate::domain::promotion::{ClassMapping, ClassMove, Goes, OldClass, moves};
use crate::domain::term::Term;
use crate::engine::{PromotionView, StartTerm};
use crate::gui::loadable::Loadable;

/// See the module.
#[derive(Debug, Default)]
pub struct Promotion {
    /// Old and new term; `None`: the current one and the next.
    pub terms: Option<(Term, Term)>,
    pub view: Loadable<PromotionView>,
    /// New names by hand, by the old ones; empty: leaves
    pub typed: BTreeMap<String, String>,
    /// What was done last: the new term, how many students
    pub done: Option<(Term, u32)>,
}

impl Promotion {
    /// Where every class goes, as it stands now.
    pub fn moves(&self, view: &PromotionView) -> Vec<ClassMove> {
        let classes: Vec<OldClass> = view.moves.iter().map(|one| one.class.clone()).collect();
        let known = |name: &String| classes.iter().any(|class| class.name == *name);
        let typed = self.typed.iter().filter(|(name, _)| known(name));
        let mapping: ClassMapping = typed.map(|(old, new)| (old.clone(), new.clone())).collect();
        moves(view.from, view.to, &classes, &mapping)
    }

    /// The view with what was typed.
    pub fn wanted(&self) -> Option<PromotionView> {
        let view = self.view.ready()?;
        Some(PromotionView {
            moves: self.moves(view),
            ..view.clone()
        })
    }

    /// The command that does what is shown.
    pub fn command(&self) -> Option<StartTerm> {
        let wanted = self.wanted()?;
        let said = wanted.moves.iter().filter_map(|one| {
            let goes = match one.goes.as_ref()? {
                Goes::To(name) => name.clone(),
                Goes::Leaves => String::new(),
            };
            Some((one.class.name.clone(), goes))
        });
        Some(StartTerm {
            from: wanted.from,
            to: wanted.to,
            mapping: said.collect(),
            seen: Some(wanted.moving()),
        })
    }
}
