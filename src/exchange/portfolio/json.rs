//! `portfolio.json`: everything, for programs. Fields may be added; none is renamed or removed without a
//! new version, and a reader refuses a version it does not know.
//!
//! Times are RFC 3339 in Taiwan's zone, terms are written `114-1`, hashes in hexadecimal digits, enums by
//! the names in `codes`, credits as decimal text. `path` is where a file lies in the copy.

use serde::{Deserialize, Serialize};

use super::codes::Named;
use super::{
    ActivityBody, Body, Course, Decision, OutcomeBody, Owner, Portfolio, PortfolioFile, PortfolioItem, Source,
};
use crate::domain::copies::CopyRefusal;
use crate::domain::course::Credits;
use crate::domain::file::ContentFacts;
use crate::domain::moment::{Moment, in_taipei, parse_moment};
use crate::domain::term::SchoolYear;

const FORMAT: &str = "licheng-portfolio";
pub(super) const VERSION: u32 = 1;

/// What is read before everything else: a newer version may look different in all the rest.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct PortfolioV1 {
    format: String,
    version: u32,
    program: String,
    made: String,
    source: SourceV1,
    owner: OwnerV1,
    items: Vec<ItemV1>,
}

#[derive(Serialize, Deserialize)]
struct SourceV1 {
    library: String,
    library_id: String,
    school_name: String,
    school_code: String,
}

#[derive(Serialize, Deserialize)]
struct OwnerV1 {
    account: String,
    name: String,
    entry_year: Option<u16>,
}

#[derive(Serialize, Deserialize)]
struct ItemV1 {
    id: String,
    kind: KindV1,
    term: String,
    title: String,
    description: String,
    created: String,
    updated: String,
    brought: bool,
    filed: bool,
    #[serde(default)]
    link: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    files: Vec<FileV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<OutcomeV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    activity: Option<ActivityV1>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KindV1 {
    Outcome,
    Activity,
}

#[derive(Serialize, Deserialize)]
struct OutcomeV1 {
    course: CourseV1,
    work_kind: Option<String>,
    state: String,
    origin: Option<String>,
    submitted: Option<String>,
    attempt: u32,
    decisions: Vec<DecisionV1>,
}

#[derive(Serialize, Deserialize)]
struct CourseV1 {
    code: String,
    name: String,
    credits: String,
    kind: String,
    group: String,
    teachers: Vec<String>,
    mode: String,
}

#[derive(Serialize, Deserialize)]
struct DecisionV1 {
    at: String,
    by: String,
    for_teacher: Option<String>,
    state: String,
    origin: String,
    reason: Option<String>,
    note: String,
    hashes: Vec<String>,
    unopened: bool,
}

#[derive(Serialize, Deserialize)]
struct ActivityV1 {
    category: String,
    fields: Vec<FieldV1>,
}

#[derive(Serialize, Deserialize)]
struct FieldV1 {
    name: String,
    value: String,
}

#[derive(Serialize, Deserialize)]
struct FileV1 {
    path: String,
    name: String,
    kind: String,
    bytes: u64,
    blake3: String,
    md5: String,
    added: String,
    #[serde(default)]
    facts: Option<FactsV1>,
    #[serde(default)]
    cautions: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum FactsV1 {
    Pages { count: u32 },
    Picture { width: u32, height: u32 },
    Sound { millis: u64 },
    Video { millis: u64, width: u32, height: u32 },
}

/// The document; `places` says where the files of each item lie.
pub(super) fn write(portfolio: &Portfolio, places: &[Vec<String>]) -> serde_json::Result<Vec<u8>> {
    let items = portfolio.items.iter().zip(places);
    let document = PortfolioV1 {
        format: FORMAT.to_owned(),
        version: VERSION,
        program: concat!("licheng ", env!("CARGO_PKG_VERSION")).to_owned(),
        made: time(portfolio.made),
        source: SourceV1 {
            library: portfolio.source.library.name().to_owned(),
            library_id: format!("{:032x}", portfolio.source.library_id),
            school_name: portfolio.source.school_name.clone(),
            school_code: portfolio.source.school_code.clone(),
        },
        owner: OwnerV1 {
            account: portfolio.owner.account.clone(),
            name: portfolio.owner.name.clone(),
            entry_year: portfolio.owner.entry_year.map(|year| year.0),
        },
        items: items.map(|(item, places)| item_v1(item, places)).collect(),
    };
    serde_json::to_vec_pretty(&document)
}

fn item_v1(item: &PortfolioItem, places: &[String]) -> ItemV1 {
    let (kind, outcome, activity) = match &item.body {
        Body::Outcome(outcome) => (KindV1::Outcome, Some(outcome_v1(outcome)), None),
        Body::Activity(activity) => (KindV1::Activity, None, Some(activity_v1(activity))),
    };
    ItemV1 {
        id: item.id.clone(),
        kind,
        term: item.term.to_string(),
        title: item.title.clone(),
        description: item.description.clone(),
        created: time(item.created),
        updated: time(item.updated),
        brought: item.brought,
        filed: item.filed,
        link: item.link.clone(),
        tags: item.tags.clone(),
        files: item
            .files
            .iter()
            .zip(places)
            .map(|(file, path)| file_v1(file, path))
            .collect(),
        outcome,
        activity,
    }
}

fn outcome_v1(outcome: &OutcomeBody) -> OutcomeV1 {
    let course = &outcome.course;
    OutcomeV1 {
        course: CourseV1 {
            code: course.code.clone(),
            name: course.name.clone(),
            credits: course.credits.to_string(),
            kind: course.kind.name().to_owned(),
            group: course.group.clone(),
            teachers: course.teachers.clone(),
            mode: course.mode.name().to_owned(),
        },
        work_kind: outcome.work_kind.map(owned_name),
        state: outcome.state.name().to_owned(),
        origin: outcome.origin.map(owned_name),
        submitted: outcome.submitted.map(time),
        attempt: outcome.attempt,
        decisions: outcome.decisions.iter().map(decision_v1).collect(),
    }
}

fn decision_v1(decision: &Decision) -> DecisionV1 {
    DecisionV1 {
        at: time(decision.at),
        by: decision.by.clone(),
        for_teacher: decision.for_teacher.clone(),
        state: decision.state.name().to_owned(),
        origin: decision.origin.name().to_owned(),
        reason: decision.reason.map(owned_name),
        note: decision.note.clone(),
        hashes: decision.hashes.iter().map(|hash| hex(hash)).collect(),
        unopened: decision.unopened,
    }
}

fn activity_v1(activity: &ActivityBody) -> ActivityV1 {
    let field = |(name, value): &(String, String)| FieldV1 {
        name: name.clone(),
        value: value.clone(),
    };
    ActivityV1 {
        category: activity.category.name().to_owned(),
        fields: activity.fields.iter().map(field).collect(),
    }
}

fn file_v1(file: &PortfolioFile, path: &str) -> FileV1 {
    let facts = |facts: &ContentFacts| match *facts {
        ContentFacts::Pages { count } => FactsV1::Pages { count },
        ContentFacts::Picture { width, height } => FactsV1::Picture { width, height },
        ContentFacts::Sound { millis } => FactsV1::Sound { millis },
        ContentFacts::Video {
            millis,
            width,
            height,
        } => FactsV1::Video {
            millis,
            width,
            height,
        },
    };
    FileV1 {
        path: path.to_owned(),
        name: file.name.clone(),
        kind: file.kind.name().to_owned(),
        bytes: file.bytes,
        blake3: hex(&file.blake3),
        md5: hex(&file.md5),
        added: time(file.added),
        facts: file.facts.as_ref().map(facts),
        cautions: file.cautions.iter().copied().map(owned_name).collect(),
    }
}

fn owned_name(value: impl Named) -> String {
    value.name().to_owned()
}

fn time(moment: Moment) -> String {
    in_taipei(moment).to_rfc3339_opts(chrono::SecondsFormat::Millis, false)
}

pub(in crate::exchange) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What `portfolio.json` says, with the places of the files of each item. The handles of the files are
/// zero: the reader of the archive gives them.
///
/// # Errors
/// [`CopyRefusal::Malformed`], [`CopyRefusal::NotACopy`], [`CopyRefusal::NewerVersion`],
/// [`CopyRefusal::UnknownValue`].
pub(super) fn read(bytes: &[u8]) -> Result<(Portfolio, Vec<Vec<String>>), CopyRefusal> {
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
                credits: credits(&course.credits).ok_or_else(|| self.unknown("credits"))?,
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
        let facts = |facts: &FactsV1| match *facts {
            FactsV1::Pages { count } => ContentFacts::Pages { count },
            FactsV1::Picture { width, height } => ContentFacts::Picture { width, height },
            FactsV1::Sound { millis } => ContentFacts::Sound { millis },
            FactsV1::Video {
                millis,
                width,
                height,
            } => ContentFacts::Video {
                millis,
                width,
                height,
            },
        };
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
            facts: file.facts.as_ref().map(facts),
            cautions: cautions.collect::<Result<_, _>>()?,
        })
    }
}

fn unhex<const BYTES: usize>(text: &str) -> Option<[u8; BYTES]> {
    let digits = text.as_bytes();
    if digits.len() != BYTES * 2 {
        return None;
    }
    let mut bytes = [0; BYTES];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let digit = |digit: u8| char::from(digit).to_digit(16);
        *byte = u8::try_from(digit(pair[0])? * 16 + digit(pair[1])?).ok()?;
    }
    Some(bytes)
}

/// `2`, `0.5`, `1.25`: at most two decimals.
fn credits(text: &str) -> Option<Credits> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 4
        || part.is_empty()
        || part.len() > 2
        || !digits(whole)
        || !digits(part)
    {
        return None;
    }
    let part: u32 = format!("{part:0<2}").parse().ok()?;
    Some(Credits(whole.parse::<u32>().ok()? * 100 + part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_come_back_as_they_went() {
        for hundredths in [0, 50, 100, 125, 205, 300, 1_250] {
            assert_eq!(
                credits(&Credits(hundredths).to_string()),
                Some(Credits(hundredths))
            );
        }
        for bad in ["", ".5", "2.", "-1", "2.345", "99999", "二", "1e3"] {
            assert_eq!(credits(bad), None, "{bad}");
        }
    }

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
