//! `portfolio.json`: everything, for programs. Fields may be added; none is renamed or removed without a
//! new version, and a reader refuses a version it does not know.
//!
//! Times are RFC 3339 in Taiwan's zone, terms are written `114-1`, hashes in hexadecimal digits, enums by
//! the names in `codes`, credits as decimal text. `path` is where a file lies in the copy.

mod read;
mod write;

use serde::{Deserialize, Serialize};

use crate::domain::file::ContentFacts;

pub(super) use read::read;
pub(super) use write::write;

const FORMAT: &str = "licheng-portfolio";
const VERSION: u32 = 1;

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
    facts: Option<Facts>,
    #[serde(default)]
    cautions: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Facts(#[serde(with = "FactsV1")] ContentFacts);

#[derive(Serialize, Deserialize)]
#[serde(remote = "ContentFacts", rename_all = "lowercase")]
enum FactsV1 {
    Pages { count: u32 },
    Picture { width: u32, height: u32 },
    Sound { millis: u64 },
    Video { millis: u64, width: u32, height: u32 },
}
