//! `term limits`: the rules of a term with their source.

use crate::cli::args::{Arguments, RuleChanges, SetRules};
use crate::cli::json::dates as json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::refusal::Refusal;
use crate::domain::term_rules::{LimitName, TermRules};
use crate::engine::{Command, DatesCommand, Failure, RulesView};
use crate::text::{dates, time};

pub fn run(arguments: &Arguments, set: &SetRules, output: &mut Output) -> Result<(), Trouble> {
    let changes = &set.changes;
    let wish = if changes.is_empty() {
        Wish::Look
    } else {
        Wish::Change
    };
    let desk = Desk::open(arguments, &set.who, wish)?;
    let view = desk.answer(desk.engine.term_rules(&desk.session, set.term))?;
    if changes.is_empty() {
        return print(&view, output);
    }
    let rules = desk.answer(changes.apply(&view.rules).map_err(Failure::from))?;
    let term = set.term;
    desk.run(&Command::Dates(DatesCommand::SetRules { term, rules }), output)?;
    print(&desk.answer(desk.engine.term_rules(&desk.session, term))?, output)
}

impl RuleChanges {
    fn numbers(&self) -> [(LimitName, Option<u64>); 10] {
        LimitName::ALL.map(|limit| {
            let value = match limit {
                LimitName::Outcomes => self.outcomes,
                LimitName::Activities => self.activities,
                LimitName::DocumentBytes => self.document_size,
                LimitName::MediaBytes => self.media_size,
                LimitName::DescriptionChars => self.description_chars,
                LimitName::TitleChars => self.title_chars,
                LimitName::SelectedOutcomes => self.selected_outcomes,
                LimitName::SelectedActivities => self.selected_activities,
                LimitName::MendingDays => self.mending_days,
                LimitName::TrashDays => self.trash_days,
            };
            (limit, value)
        })
    }

    fn is_empty(&self) -> bool {
        self.numbers().iter().all(|(_, value)| value.is_none())
            && self.description_required.is_none()
            && self.accept.is_empty()
            && self.source.is_none()
    }

    /// A new number with an old source would be a lie: without a new one the source is missing.
    fn apply(&self, before: &TermRules) -> Result<TermRules, Refusal> {
        let mut rules = TermRules {
            source: self.source.clone().unwrap_or_default(),
            ..before.clone()
        };
        for (limit, value) in self.numbers() {
            if let Some(value) = value {
                limit.set(&mut rules.limits, value)?;
            }
        }
        if let Some(required) = self.description_required {
            rules.limits.description_required = required;
        }
        if !self.accept.is_empty() {
            rules.accepted.clone_from(&self.accept);
        }
        Ok(rules)
    }
}

fn print(view: &RulesView, output: &mut Output) -> Result<(), Trouble> {
    output.answer(&json::rules(view), || {
        let limits = &view.rules.limits;
        let mut rows: Vec<[String; 2]> = LimitName::ALL
            .into_iter()
            .map(|limit| {
                let value = dates::limit_value(limit, limit.of(limits));
                [dates::limit_name(limit).to_owned(), value]
            })
            .collect();
        rows.push([
            "一定要寫簡述".to_owned(),
            yes_or_no(limits.description_required).to_owned(),
        ]);
        rows.push(["收的檔案".to_owned(), dates::kinds(&view.rules.accepted)]);
        rows.push(["依據".to_owned(), source(view)]);
        table(["規定", &view.term.to_string()], &rows)
    })
}

const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "是" } else { "否" }
}

fn source(view: &RulesView) -> String {
    match &view.signed {
        None => "預設值".to_owned(),
        Some(signed) => {
            let who = format!("{}，{}", signed.by, time::roc_moment(signed.at));
            match view.rules.source.as_str() {
                "" => who,
                source => format!("{source}（{who}）"),
            }
        }
    }
}
