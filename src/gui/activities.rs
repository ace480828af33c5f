//! What the window knows of 多元表現 beside the records: open forms, typed text, files on their way.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::domain::activity::Category;
use crate::domain::activity::declaration;
use crate::domain::activity::field::{Field, FieldKey, FieldProblem, Need};
use crate::domain::activity::lists::Lists;
use crate::domain::activity::record::Values;
use crate::domain::activity::tags;
use crate::domain::activity::years::StudyYears;
use crate::domain::file::Slot;
use crate::domain::id::ItemId;
use crate::domain::term::SchoolYear;
use crate::engine::{ActivityChanges, ActivityView, NewActivity};
use crate::text::activity::form_text;
use crate::worker::{PickedFile, Ticket};

use super::intake::staged;

/// Where on the page of 多元表現.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ActivitiesPlace {
    pub open: Option<FormKey>,
    pub trash: bool,
    /// Only what was uploaded in this school year
    pub year: Option<SchoolYear>,
}

impl ActivitiesPlace {
    pub fn item(item: ItemId) -> Self {
        Self {
            open: Some(FormKey::Item(item)),
            ..Self::default()
        }
    }
}

/// A form: of an item that is there, or of a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormKey {
    Item(ItemId),
    New(Category),
}

/// A text of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Field(FieldKey),
    Description,
    Link,
    Tags,
}

/// A form's text in the journal of typed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormText {
    pub form: FormKey,
    pub part: Part,
}

impl FormText {
    /// Ids and codes only.
    pub fn name(self) -> String {
        let form = match self.form {
            FormKey::Item(item) => item.to_string(),
            FormKey::New(category) => format!("new-{}", category.code()),
        };
        let part = match self.part {
            Part::Field(key) => format!("field-{}", key.0),
            Part::Description => "description".to_owned(),
            Part::Link => "link".to_owned(),
            Part::Tags => "tags".to_owned(),
        };
        format!("activity/{form}/{part}")
    }

    /// From the two parts behind `activity`.
    pub fn from_name(form: &str, part: &str) -> Option<Self> {
        let form = match form.strip_prefix("new-") {
            Some(code) => FormKey::New(Category::from_code(code)?),
            None => FormKey::Item(form.parse().ok()?),
        };
        let part = match part {
            "description" => Part::Description,
            "link" => Part::Link,
            "tags" => Part::Tags,
            field => Part::Field(FieldKey(field.strip_prefix("field-")?.parse().ok()?)),
        };
        Some(Self { form, part })
    }
}

/// What is typed in one form and not saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    texts: BTreeMap<Part, String>,
    /// Fields that were left: only those show what is wrong.
    left: BTreeSet<Part>,
    /// Saving was tried: all fields show what is wrong, missing ones too.
    tried: bool,
}

impl Typed {
    pub fn set(&mut self, part: Part, text: String) {
        self.texts.insert(part, text);
    }

    pub fn leave(&mut self, part: Part) {
        self.left.insert(part);
    }

    pub fn try_to_save(&mut self) {
        self.tried = true;
    }

    pub fn get(&self, part: Part) -> Option<&str> {
        self.texts.get(&part).map(String::as_str)
    }

    pub fn parts(&self) -> impl Iterator<Item = Part> {
        self.texts.keys().copied()
    }

    pub fn is_empty(&self) -> bool {
        self.texts.values().all(|text| text.trim().is_empty())
    }

    /// What is wrong with a field that was left, by itself or beside the others (`sound`).
    pub fn problem(
        &self,
        field: &Field,
        text: &str,
        lists: &Lists,
        sound: Option<&(FieldKey, FieldProblem)>,
    ) -> Option<FieldProblem> {
        if !self.tried && !self.left.contains(&Part::Field(field.key)) {
            return None;
        }
        if let Err(problem) = field.read(text, lists) {
            return Some(problem);
        }
        if text.trim().is_empty() {
            return (self.tried && field.need == Need::Must).then_some(FieldProblem::Missing);
        }
        sound
            .filter(|(key, _)| *key == field.key)
            .map(|(_, problem)| problem.clone())
    }

    /// A new item of what was typed.
    pub fn new_activity(&self, category: Category, files: &[NewFile]) -> NewActivity {
        let text = |part| self.get(part).unwrap_or_default().to_owned();
        NewActivity {
            category,
            fields: category
                .fields()
                .iter()
                .map(|field| (field.key, text(Part::Field(field.key))))
                .collect(),
            description: text(Part::Description),
            link: text(Part::Link),
            files: files
                .iter()
                .map(|file| staged(&file.picked, file.ending_confirmed))
                .collect(),
            tags: tags::split(&text(Part::Tags)),
        }
    }

    /// What differs from the saved item; its tags apart, see [`Typed::tags`].
    pub fn changes(&self, view: &ActivityView, lists: &Lists) -> ActivityChanges {
        let mut changes = ActivityChanges::default();
        for (part, text) in &self.texts {
            match part {
                Part::Field(key) => {
                    let Some((_, field)) = declaration::field(*key) else {
                        continue;
                    };
                    if field.read(text, lists).as_ref() != Ok(&view.values.get(*key).cloned()) {
                        changes.fields.push((*key, text.clone()));
                    }
                }
                Part::Description if *text != view.description => changes.description = Some(text.clone()),
                Part::Link if text.trim() != view.link.as_deref().unwrap_or_default() => {
                    changes.link = Some(text.clone());
                }
                Part::Description | Part::Link | Part::Tags => {}
            }
        }
        changes
    }

    /// Tags that differ from the saved ones.
    pub fn tags(&self, view: &ActivityView) -> Option<Vec<String>> {
        let typed = tags::split(self.get(Part::Tags)?);
        (typed != view.tags).then_some(typed)
    }
}

/// A file of a new item.
#[derive(Debug, Clone)]
pub struct NewFile {
    pub picked: PickedFile,
    pub ending_confirmed: bool,
}

/// A file on its way into a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arriving {
    pub ticket: Ticket,
    pub form: FormKey,
    pub name: String,
    pub done_bytes: u64,
    pub total_bytes: u64,
}

/// See the module.
#[derive(Debug, Default)]
pub struct ActivityDesk {
    pub typed: BTreeMap<FormKey, Typed>,
    /// Files of the new item whose form is open
    pub files: Vec<NewFile>,
    pub arriving: Vec<Arriving>,
    /// Let go over the page before it was known where they belong
    pub dropped: Vec<PathBuf>,
}

impl ActivityDesk {
    /// The text of a part: typed, else saved.
    pub fn text(&self, form: FormKey, part: Part, saved: Option<&ActivityView>) -> String {
        if let Some(text) = self.typed.get(&form).and_then(|typed| typed.get(part)) {
            return text.to_owned();
        }
        let Some(view) = saved else {
            return String::new();
        };
        match part {
            Part::Field(key) => match (declaration::field(key), view.values.get(key)) {
                (Some((_, field)), Some(value)) => form_text(field, value),
                _ => String::new(),
            },
            Part::Description => view.description.clone(),
            Part::Link => view.link.clone().unwrap_or_default(),
            Part::Tags => view.tags.join(" "),
        }
    }

    /// What does not fit together in a form, as far as it can be read: dates the wrong way round or outside
    /// the student's years.
    pub fn unsound(
        &self,
        (form, category): (FormKey, Category),
        saved: Option<&ActivityView>,
        lists: &Lists,
        years: Option<StudyYears>,
    ) -> Option<(FieldKey, FieldProblem)> {
        let mut values = Values::default();
        for field in category.fields() {
            let text = self.text(form, Part::Field(field.key), saved);
            values.set(field.key, field.read(&text, lists).ok().flatten());
        }
        values.date_problems(category, years).into_iter().next()
    }

    pub fn has_unsaved(&self, view: &ActivityView, lists: &Lists) -> bool {
        self.typed.get(&FormKey::Item(view.id)).is_some_and(|typed| {
            typed.changes(view, lists) != ActivityChanges::default() || typed.tags(view).is_some()
        })
    }

    pub fn file(&self, slot: Slot) -> Option<&NewFile> {
        self.files
            .iter()
            .find(|file| file.picked.view.kind.slot() == slot)
    }
}

/// What is done with activities.
#[derive(Debug, Clone, PartialEq)]
pub enum ActivityAction {
    /// Asks which category a new item belongs to.
    Choose,
    New(Category),
    Typed(FormKey, Part, String),
    Left(FormKey, Part),
    Save(FormKey),
    /// Back to what is saved.
    Revert(FormKey),
    Delete(ItemId),
    Restore(ItemId),
    Copy(ItemId, bool),
    MoveTo(ItemId, Category),
    PickFile(FormKey),
    TakePath(FormKey),
    RemoveFile(FormKey, Slot),
    CancelFile,
}

/// What a command about activities was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityPurpose {
    Save(FormKey),
    Tags(ItemId),
    Delete(ItemId),
    Restore(ItemId),
    Copy,
    Move(ItemId),
    PutFile(ItemId),
    RemoveFile(ItemId),
}

/// A question about activities.
#[derive(Debug, Clone)]
pub enum ActivityQuestion {
    /// Which category? Examples can be searched.
    Choose,
    Delete(ItemId),
    RemoveFile(FormKey, Slot),
    Copy(ItemId),
    /// A received file that raises a question.
    File(FormKey, Box<PickedFile>),
    /// The path of a file, where no dialog exists
    Path(FormKey),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_the_journal_come_back() {
        for form in [FormKey::Item(ItemId(77)), FormKey::New(Category::College)] {
            for part in [
                Part::Field(FieldKey(906)),
                Part::Description,
                Part::Link,
                Part::Tags,
            ] {
                let text = FormText { form, part };
                let name = text.name();
                let mut parts = name.split('/').skip(1);
                let back = FormText::from_name(parts.next().unwrap(), parts.next().unwrap());
                assert_eq!(back, Some(text));
            }
        }
        assert_eq!(FormText::from_name("new-nothing", "link"), None);
        assert_eq!(FormText::from_name("new-work", "field-x"), None);
    }
}
