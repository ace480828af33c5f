//! What a document could do by itself (ISO 32000-2, 12.6 "Actions" and what hangs on it).
//!
//! Found by walking every object of the file, those in object streams too: names may be spelled in many
//! ways, compressed and encrypted, so bytes tell nothing. Indirect objects are visited once each and
//! references are not followed, so circles do no harm; nesting is walked with a stack of its own.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream};

use crate::domain::active_content::{ActiveContent, ActiveCount};

/// Most serious first; what does not occur is not listed.
pub(super) fn count(pdf: &Pdf) -> Vec<ActiveCount> {
    let mut walk = Walk::default();
    for object in pdf.objects() {
        walk.visit(object);
    }
    if let Some(catalog) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) {
        walk.visit_catalog(&catalog);
    }
    // A file in the file is named by a specification; one that no specification names is there all the same.
    let embedded = walk.files_named.max(walk.files_stored);
    walk.add(ActiveContent::EmbeddedFile, embedded);
    ActiveContent::ALL
        .into_iter()
        .zip(walk.counts)
        .filter(|(_, count)| *count > 0)
        .map(|(content, count)| ActiveCount { content, count })
        .collect()
}

#[derive(Default)]
struct Walk {
    /// In the order of [`ActiveContent::ALL`]
    counts: [u32; ActiveContent::ALL.len()],
    files_named: u32,
    files_stored: u32,
}

impl Walk {
    fn visit(&mut self, object: Object<'_>) {
        let mut open = vec![object];
        while let Some(object) = open.pop() {
            match object {
                Object::Dict(dict) => {
                    self.judge(&dict);
                    open.extend(dict.entries().filter_map(|(_, value)| direct(value)));
                }
                Object::Stream(stream) => {
                    let dict = stream.dict();
                    self.judge(dict);
                    if is(dict, b"Type", b"EmbeddedFile") {
                        self.files_stored = self.files_stored.saturating_add(1);
                    }
                    open.extend(dict.entries().filter_map(|(_, value)| direct(value)));
                }
                Object::Array(array) => open.extend(array.raw_iter().filter_map(direct)),
                Object::Null(_)
                | Object::Boolean(_)
                | Object::Number(_)
                | Object::String(_)
                | Object::Name(_) => {}
            }
        }
    }

    fn judge(&mut self, dict: &Dict<'_>) {
        let action = dict.get::<Name<'_>>(b"S");
        let by_action = action.as_deref().and_then(of_action);
        if let Some(content) = by_action {
            self.add(content, 1);
        }
        // A rendition may carry a script besides what it plays.
        if by_action != Some(ActiveContent::JavaScript) && holds_script(dict) {
            self.add(ActiveContent::JavaScript, 1);
        }
        if is_playing_annotation(dict) {
            self.add(ActiveContent::Multimedia, 1);
        }
        if dict
            .get::<Dict<'_>>(b"AA")
            .is_some_and(|events| has_action(&events))
        {
            self.add(ActiveContent::AdditionalAction, 1);
        }
        if dict.get::<Dict<'_>>(b"EF").is_some_and(|files| has_file(&files)) {
            self.files_named = self.files_named.saturating_add(1);
        }
    }

    fn visit_catalog(&mut self, catalog: &Dict<'_>) {
        // A mere destination, or an action that goes to one, is where reading begins.
        let opening = catalog.get::<Dict<'_>>(b"OpenAction");
        if opening.is_some_and(|action| !is(&action, b"S", b"GoTo") || action.contains_key(b"Next")) {
            self.add(ActiveContent::OpenAction, 1);
        }
        let form = catalog.get::<Dict<'_>>(b"AcroForm");
        if form.is_some_and(|form| holds_program(&form)) {
            self.add(ActiveContent::Xfa, 1);
        }
    }

    fn add(&mut self, content: ActiveContent, count: u32) {
        let counts = ActiveContent::ALL.into_iter().zip(&mut self.counts);
        if let Some((_, counted)) = counts.into_iter().find(|(kind, _)| *kind == content) {
            *counted = counted.saturating_add(count);
        }
    }
}

fn direct<'a>(value: MaybeRef<Object<'a>>) -> Option<Object<'a>> {
    match value {
        MaybeRef::NotRef(object) => Some(object),
        MaybeRef::Ref(_) => None,
    }
}

fn of_action(name: &[u8]) -> Option<ActiveContent> {
    Some(match name {
        b"JavaScript" => ActiveContent::JavaScript,
        b"Launch" => ActiveContent::Launch,
        b"SubmitForm" | b"ImportData" => ActiveContent::SendsForm,
        b"URI" => ActiveContent::RemoteLink,
        b"GoToR" | b"GoToE" => ActiveContent::OtherDocument,
        b"Movie" | b"Sound" | b"Rendition" | b"RichMediaExecute" | b"GoTo3DView" => ActiveContent::Multimedia,
        _ => return None,
    })
}

/// A string or a stream under `JS`; a font or a picture may bear that name in a list of resources.
fn holds_script(dict: &Dict<'_>) -> bool {
    match dict.get::<Object<'_>>(b"JS") {
        Some(Object::String(_)) => true,
        Some(Object::Stream(script)) => !is(script.dict(), b"Type", b"XObject"),
        _ => false,
    }
}

fn is_playing_annotation(dict: &Dict<'_>) -> bool {
    const PLAYING: [&[u8]; 5] = [b"Movie", b"Sound", b"Screen", b"RichMedia", b"3D"];
    dict.contains_key(b"Rect")
        && dict
            .get::<Name<'_>>(b"Subtype")
            .is_some_and(|subtype| PLAYING.contains(&&*subtype))
}

/// Whether these are actions by events, and not, say, a font that is called AA.
fn has_action(events: &Dict<'_>) -> bool {
    events.keys().any(|event| {
        events
            .get::<Dict<'_>>(&event)
            .is_some_and(|action| action.contains_key(b"S"))
    })
}

fn has_file(files: &Dict<'_>) -> bool {
    files.keys().any(|name| files.get::<Stream<'_>>(&name).is_some())
}

fn holds_program(form: &Dict<'_>) -> bool {
    form.get::<Array<'_>>(b"XFA").is_some() || form.get::<Stream<'_>>(b"XFA").is_some()
}

fn is(dict: &Dict<'_>, key: &[u8], value: &[u8]) -> bool {
    dict.get::<Name<'_>>(key).is_some_and(|name| &*name == value)
}

#[cfg(test)]
mod tests;
