//! Reading it: whatever is not exactly what a program of ours writes is refused, with its place.

use super::super::codes::Named;
use super::super::{
    ActivityBody, Body, Course, Decision, OutcomeBody, Owner, Portfolio, PortfolioFile, PortfolioItem, Source,
};
use super::{
    ActivityV1, DecisionV1, FORMAT, FieldV1, FileV1, Head, ItemV1, KindV1, OutcomeV1, PortfolioV1, VERSION,
};
use crate::domain::copies::CopyRefusal;
use crate::domain::hex::unhex;
use crate::domain::moment::{Moment, parse_moment};
use crate::domain::term::SchoolYear;

/// What `portfolio.json` says, with the places of the files of each item. The handles of the files are
/// zero: the reader of the archive gives them.
///
/// # Errors
/// [`CopyRefusal::Malformed`], [`CopyRefusal::NotACopy`], [`CopyRefusal::NewerVersion`],
/// [`CopyRefusal::UnknownValue`].
pub(in crate::exchange::portfolio) fn read(
    bytes: &[u8],
) -> Result<(Portfolio, Vec<Vec<String>>), CopyRefusal> {
    let head: Head = serde_json::from_slice(bytes).map_err(|error| malformed(&error))?;
    if head.format != FORMAT {
        return Err(CopyRefusal::NotACopy);
    }
    if head.version > VERSION {
        return Err(CopyRefusal::NewerVersion {
            found: head.version,
            known: VERSION,
        });
    }
    let document: PortfolioV1 = serde_json::from_slice(bytes).map_err(|error| malformed(&error))?;
    let top = At { item: 0 };
    let mut items = Vec::with_capacity(document.items.len());
    let mut places = Vec::with_capacity(document.items.len());
    for (number, item) in (1..).zip(&document.items) {
        let at = At { item: number };
        items.push(at.item(item)?);
        places.push(item.files.iter().map(|file| file.path.clone()).collect());
    }
    let library_id = u128::from_str_radix(&document.source.library_id, 16);
    let portfolio = Portfolio {
        source: Source {
            library: top.named(&document.source.library, "library")?,
            library_id: library_id.map_err(|_| top.unknown("library_id"))?,
            school_name: document.source.school_name,
            school_code: document.source.school_code,
        },
        owner: Owner {
            account: document.owner.account,
            name: document.owner.name,
            entry_year: document.owner.entry_year.map(SchoolYear),
        },
        made: top.time(&document.made, "made")?,
        items,
    };
    Ok((portfolio, places))
}

fn malformed(error: &serde_json::Error) -> CopyRefusal {
    let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    CopyRefusal::Malformed {
        line: number(error.line()),
        column: number(error.column()),
    }
}

/// Where a value stands, for the one who looks for the mistake; 0 outside the items.
#[derive(Clone, Copy)]
struct At {
    item: u32,
}

impl At {
    fn unknown(self, field: &'static str) -> CopyRefusal {
        CopyRefusal::UnknownValue {
            item: self.item,
            field,
        }
    }

    fn named<T: Named>(self, name: &str, field: &'static str) -> Result<T, CopyRefusal> {
        T::from_name(name).ok_or_else(|| self.unknown(field))
    }

    fn named_if<T: Named>(self, name: Option<&str>, field: &'static str) -> Result<Option<T>, CopyRefusal> {
        name.map(|name| self.named(name, field)).transpose()
    }

    fn time(self, text: &str, field: &'static str) -> Result<Moment, CopyRefusal> {
        parse_moment(text).ok_or_else(|| self.unknown(field))
    }

    fn hash<const BYTES: usize>(self, text: &str, field: &'static str) -> Result<[u8; BYTES], CopyRefusal> {
        unhex(text).ok_or_else(|| self.unknown(field))
    }

    fn item(self, item: &ItemV1) -> Result<PortfolioItem, CopyRefusal> {
        let body = match (item.kind, &item.outcome, &item.activity) {
            (KindV1::Outcome, Some(outcome), None) => Body::Outcome(Box::new(self.outcome(outcome)?)),
            (KindV1::Activity, None, Some(activity)) => Body::Activity(self.activity(activity)?),
            _ => return Err(self.unknown("kind")),
        };
        Ok(PortfolioItem {
            id: item.id.clone(),
            term: item.term.parse().map_err(|_| self.unknown("term"))?,
            title: item.title.clone(),
            description: item.description.clone(),
            created: self.time(&item.created, "created")?,
            updated: self.time(&item.updated, "updated")?,
            brought: item.brought,
            filed: item.filed,
            link: item.link.clone(),
            tags: item.tags.clone(),
            files: item
                .files
                .iter()
                .map(|file| self.file(file))
                .collect::<Result<_, _>>()?,
            body,
        })
    }

    fn outcome(self, outcome: &OutcomeV1) -> Result<OutcomeBody, CopyRefusal> {
        let course = &outcome.course;
        Ok(OutcomeBody {
            course: Course {
                code: course.code.clone(),
                name: course.name.clone(),
                credits: course.credits.parse().map_err(|_| self.unknown("credits"))?,
                kind: self.named(&course.kind, "course.kind")?,
                group: course.group.clone(),
                teachers: course.teachers.clone(),
                mode: self.named(&course.mode, "course.mode")?,
            },
            work_kind: self.named_if(outcome.work_kind.as_deref(), "work_kind")?,
            state: self.named(&outcome.state, "state")?,
            origin: self.named_if(outcome.origin.as_deref(), "origin")?,
            submitted: outcome
                .submitted
                .as_deref()
                .map(|text| self.time(text, "submitted"))
                .transpose()?,
            attempt: outcome.attempt,
            decisions: outcome
                .decisions
                .iter()
                .map(|decision| self.decision(decision))
                .collect::<Result<_, _>>()?,
        })
    }

    fn decision(self, decision: &DecisionV1) -> Result<Decision, CopyRefusal> {
        let hashes = decision
            .hashes
            .iter()
            .map(|hash| self.hash(hash, "decisions.hashes"));
        Ok(Decision {
            at: self.time(&decision.at, "decisions.at")?,
            by: decision.by.clone(),
            for_teacher: decision.for_teacher.clone(),
            state: self.named(&decision.state, "decisions.state")?,
            origin: self.named(&decision.origin, "decisions.origin")?,
            reason: self.named_if(decision.reason.as_deref(), "decisions.reason")?,
            note: decision.note.clone(),
            hashes: hashes.collect::<Result<_, _>>()?,
            unopened: decision.unopened,
        })
    }

    fn activity(self, activity: &ActivityV1) -> Result<ActivityBody, CopyRefusal> {
        let field = |field: &FieldV1| (field.name.clone(), field.value.clone());
        Ok(ActivityBody {
            category: self.named(&activity.category, "category")?,
            fields: activity.fields.iter().map(field).collect(),
        })
    }

    fn file(self, file: &FileV1) -> Result<PortfolioFile, CopyRefusal> {
        let cautions = file
            .cautions
            .iter()
            .map(|name| self.named(name, "files.cautions"));
        Ok(PortfolioFile {
            handle: 0,
            name: file.name.clone(),
            kind: self.named(&file.kind, "files.kind")?,
            bytes: file.bytes,
            blake3: self.hash(&file.blake3, "files.blake3")?,
            md5: self.hash(&file.md5, "files.md5")?,
            added: self.time(&file.added, "files.added")?,
            facts: file.facts.as_ref().map(|facts| facts.0.clone()),
            cautions: cautions.collect::<Result<_, _>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_ours_is_told_apart() {
        assert!(matches!(read(b"{"), Err(CopyRefusal::Malformed { .. })));
        assert_eq!(
            read(br#"{"format":"other","version":1}"#).err(),
            Some(CopyRefusal::NotACopy)
        );
        let newer = read(br#"{"format":"licheng-portfolio","version":2,"items":"in another shape"}"#);
        assert_eq!(
            newer.err(),
            Some(CopyRefusal::NewerVersion { found: 2, known: 1 })
        );
    }
}
