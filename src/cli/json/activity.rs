//! The documents of `activity …`.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::domain::activity::Category;
use crate::domain::activity::declaration;
use crate::domain::activity::field::{FieldKey, FieldKind, Need};
use crate::domain::activity::lists::List;
use crate::domain::id::ItemId;
use crate::engine::ActivityView;
use crate::text::labels;
use crate::text::places::{Example, Place};

use super::{FileEntry, file};

#[derive(Debug, Serialize)]
pub struct ActivityEntry {
    pub id: String,
    pub kind: &'static str,
    pub category: &'static str,
    /// Upload term
    pub term: String,
    pub title: String,
    /// By their official names; dates in seven digits, codes by their words
    pub fields: Map<String, Json>,
    pub description: String,
    pub link: Option<String>,
    pub tags: Vec<String>,
    pub trashed: bool,
    pub version: u64,
    pub files: Vec<FileEntry>,
    pub waiting_for_document: bool,
    /// Official names of fields that still have to be filled
    pub lacking: Vec<&'static str>,
    pub filed: bool,
    pub copied_from: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct CategoryEntry {
    pub category: &'static str,
    pub name: &'static str,
    pub fields: Vec<FieldEntry>,
}

#[derive(Debug, Serialize)]
pub struct FieldEntry {
    pub name: &'static str,
    /// `must`, `should` (may come later) or `may`
    pub need: &'static str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Official numbers with their words
    pub codes: Option<Map<String, Json>>,
    pub help: &'static str,
}

#[derive(Debug, Serialize)]
pub struct PlaceEntry {
    pub example: &'static str,
    /// `outcome`, `officer-posts`, `nowhere` or the code of a category
    pub place: &'static str,
    pub name: &'static str,
    pub why: &'static str,
}

#[derive(Debug, Serialize)]
pub struct ChoicesDocument {
    pub list: &'static str,
    pub entries: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct TaggedDocument {
    pub id: String,
    pub tags: Vec<String>,
}

pub fn activity(activity: &ActivityView) -> ActivityEntry {
    let category = activity.category();
    let mut fields = Map::new();
    for field in category.fields() {
        if let Some(value) = activity.values.get(field.key) {
            fields.insert(field.name.to_owned(), Json::String(field.write(value)));
        }
    }
    ActivityEntry {
        id: activity.id.to_string(),
        kind: "activity",
        category: category.code(),
        term: activity.facts.term.to_string(),
        title: activity.title.clone(),
        fields,
        description: activity.description.clone(),
        link: activity.link.clone(),
        tags: activity.tags.clone(),
        trashed: activity.facts.trashed,
        version: activity.facts.version,
        files: activity.files.iter().map(file).collect(),
        waiting_for_document: activity.waits_for_document(),
        lacking: activity.lacking.iter().filter_map(|key| name(*key)).collect(),
        filed: activity.facts.filed.is_some(),
        copied_from: activity.copied_from.map(|item| item.to_string()),
    }
}

fn name(key: FieldKey) -> Option<&'static str> {
    declaration::field(key).map(|(_, field)| field.name)
}

pub fn category(category: Category) -> CategoryEntry {
    let entry = |field: &'static crate::domain::activity::field::Field| FieldEntry {
        name: field.name,
        need: match field.need {
            Need::Must => "must",
            Need::Should => "should",
            Need::May => "may",
        },
        kind: match field.kind {
            FieldKind::Text(_) | FieldKind::Suggested(..) => "text",
            FieldKind::Date(_) => "date",
            FieldKind::Amount(_) | FieldKind::Credits(_) => "decimal",
            FieldKind::Whole(..) => "integer",
            FieldKind::Code(_) => "code",
            FieldKind::OneOf(_) => "choice",
        },
        codes: match field.kind {
            FieldKind::Code(codes) => Some(
                codes
                    .iter()
                    .map(|(code, words)| (code.to_string(), Json::String((*words).to_owned())))
                    .collect(),
            ),
            _ => None,
        },
        help: field.help,
    };
    CategoryEntry {
        category: category.code(),
        name: labels::category(category),
        fields: category.fields().iter().map(entry).collect(),
    }
}

pub fn place(example: &Example) -> PlaceEntry {
    PlaceEntry {
        example: example.what,
        place: match example.place {
            Place::Outcome => "outcome",
            Place::Activity(category) => category.code(),
            Place::OfficerPosts => "officer-posts",
            Place::Nowhere => "nowhere",
        },
        name: example.place.name(),
        why: example.why,
    }
}

pub fn choices(list: List, entries: &[String]) -> ChoicesDocument {
    ChoicesDocument {
        list: list.code(),
        entries: entries.to_vec(),
    }
}

pub fn tagged(item: ItemId, tags: &[String]) -> TaggedDocument {
    TaggedDocument {
        id: item.to_string(),
        tags: crate::domain::activity::tags::tidy(tags),
    }
}
