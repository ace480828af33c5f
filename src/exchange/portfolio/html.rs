//! The page in a copy: everything on one sheet, without scripts, without anything from elsewhere. Whatever
//! a person typed is text there and nothing else.

use std::fmt::Write;

use super::{Body, Decision, OutcomeBody, Portfolio, PortfolioFile, PortfolioItem, names};
use crate::domain::act::LibraryKind;
use crate::domain::file::FileKind;
use crate::domain::outcome::OutcomeState;
use crate::text::{copy, labels, size, time};

const STYLE: &str = include_str!("page.css");
/// Nothing on the page may run or be fetched, whatever might have slipped into it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src * data: file:; media-src * file:; \
     form-action 'none'; base-uri 'none'";

/// The whole page; links lead to `places`.
pub(super) fn page(portfolio: &Portfolio, places: &[Vec<String>]) -> String {
    let mut page = Page(String::with_capacity(16 * 1024));
    page.head(portfolio);
    page.contents(portfolio);
    page.raw("<main>\n");
    if portfolio.items.is_empty() {
        page.element("p", "empty", copy::NOTHING);
    }
    let mut chapter = None;
    for (number, (item, places)) in portfolio.items.iter().zip(places).enumerate() {
        let here = (names::section(&item.body), item.chapter());
        if chapter.as_ref() != Some(&here) {
            if chapter.is_some() {
                page.raw("</section>\n");
            }
            page.raw("<section>\n");
            page.element("p", "kind", here.0);
            page.element("h2", "", &here.1);
            if let Body::Outcome(outcome) = &item.body {
                page.course(outcome);
            }
            chapter = Some(here);
        }
        page.item(number + 1, item, places);
    }
    if chapter.is_some() {
        page.raw("</section>\n");
    }
    page.raw("</main>\n<footer>");
    page.element("p", "", copy::ABOUT);
    page.element(
        "p",
        "",
        &format!("{}licheng {}", copy::ZONE, env!("CARGO_PKG_VERSION")),
    );
    page.raw("</footer>\n</body>\n</html>\n");
    page.0
}

/// What is written so far.
struct Page(String);

impl Page {
    fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    fn text(&mut self, text: &str) {
        escape(text, &mut self.0);
    }

    fn element(&mut self, tag: &str, class: &str, text: &str) {
        if class.is_empty() {
            self.raw(&format!("<{tag}>"));
        } else {
            self.raw(&format!("<{tag} class=\"{class}\">"));
        }
        self.text(text);
        self.raw(&format!("</{tag}>\n"));
    }

    fn head(&mut self, portfolio: &Portfolio) {
        self.raw("<!DOCTYPE html>\n<html lang=\"zh-Hant-TW\">\n<head>\n<meta charset=\"utf-8\">\n");
        self.raw(&format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n"
        ));
        self.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        self.text(&format!("{} {}", portfolio.owner.name, copy::TITLE));
        self.raw("</title>\n<style>\n");
        self.raw(STYLE);
        self.raw("</style>\n</head>\n<body>\n<header>\n");
        self.element("p", "kind", copy::TITLE);
        self.element("h1", "", &portfolio.owner.name);
        let files = portfolio.files().count();
        let summary = copy::summary(
            portfolio.outcomes().count(),
            portfolio.activities().count(),
            files,
        );
        let weight = size::size(portfolio.content_bytes());
        self.element("p", "", &format!("{summary}（{weight}）"));
        let source = &portfolio.source;
        let school = match (source.library, source.school_code.as_str()) {
            (LibraryKind::Personal, _) => copy::PERSONAL_LIBRARY.to_owned(),
            (_, "") => source.school_name.clone(),
            (_, code) => format!("{}（{code}）", source.school_name),
        };
        let entry_year = portfolio.owner.entry_year.map(labels::school_year);
        let facts = [
            (copy::SCHOOL, school),
            (copy::ACCOUNT, portfolio.owner.account.clone()),
            (copy::ENTRY_YEAR, entry_year.unwrap_or_default()),
            (copy::MADE, time::roc_moment_zoned(portfolio.made)),
        ];
        self.facts(&facts);
        self.raw("</header>\n");
    }

    /// Names and values; what has no value is left out.
    fn facts(&mut self, facts: &[(&str, String)]) {
        self.raw("<dl>\n");
        for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            self.raw("<div>");
            self.element("dt", "", name);
            self.element("dd", "", value);
            self.raw("</div>\n");
        }
        self.raw("</dl>\n");
    }

    fn contents(&mut self, portfolio: &Portfolio) {
        if portfolio.items.is_empty() {
            return;
        }
        self.raw("<nav>\n");
        self.element("h2", "", copy::CONTENTS);
        let mut chapter = String::new();
        for (number, item) in portfolio.items.iter().enumerate() {
            let here = item.chapter();
            if chapter != here {
                if !chapter.is_empty() {
                    self.raw("</ol>\n");
                }
                self.element("h3", "", &here);
                self.raw("<ol>\n");
                chapter = here;
            }
            self.raw(&format!("<li><a href=\"#i{}\">", number + 1));
            self.text(&item.title);
            self.raw("</a>");
            if let Body::Outcome(outcome) = &item.body {
                self.chip(outcome.state);
            }
            self.raw("</li>\n");
        }
        self.raw("</ol>\n</nav>\n");
    }

    fn course(&mut self, outcome: &OutcomeBody) {
        let course = &outcome.course;
        let parts = [
            labels::course_kind(course.kind).to_owned(),
            format!("{} {}", course.credits, copy::CREDITS),
            course.teachers.join("、"),
            course.code.clone(),
        ];
        let line: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        self.element("p", "soft", &line.join("　"));
    }

    fn item(&mut self, number: usize, item: &PortfolioItem, places: &[String]) {
        self.raw(&format!("<article id=\"i{number}\">\n<h3>"));
        self.text(&item.title);
        if let Body::Outcome(outcome) = &item.body {
            self.chip(outcome.state);
        }
        self.raw("</h3>\n");
        if item.description.is_empty() {
            self.element("p", "soft", copy::NO_DESCRIPTION);
        } else {
            self.element("p", "words", &item.description);
        }
        self.facts(&item_facts(item));
        self.files(&item.files, places);
        if let Body::Outcome(outcome) = &item.body {
            self.decisions(&outcome.decisions);
        }
        self.raw("</article>\n");
    }

    fn chip(&mut self, state: OutcomeState) {
        let (class, shape) = match state {
            OutcomeState::Draft => ("draft", "○"),
            OutcomeState::Submitted => ("submitted", "◐"),
            OutcomeState::Certified => ("certified", "●"),
            OutcomeState::Returned => ("returned", "◇"),
        };
        let words = labels::state(state);
        self.raw(&format!(
            "<span class=\"chip {class}\"><span aria-hidden=\"true\">{shape}</span> {words}</span>"
        ));
    }

    fn files(&mut self, files: &[PortfolioFile], places: &[String]) {
        if files.is_empty() {
            self.element("p", "soft", copy::NO_FILES);
            return;
        }
        self.raw("<ul class=\"files\">\n");
        for (file, place) in files.iter().zip(places) {
            let address = address(place);
            self.raw(&format!("<li><a href=\"{address}\">"));
            self.text(&file.name);
            self.raw("</a> ");
            let mut about = vec![labels::file_kind(file.kind).to_owned()];
            about.extend(file.facts.as_ref().map(size::content_facts));
            about.push(size::size(file.bytes));
            self.element("span", "soft", &about.join("　"));
            match file.kind {
                FileKind::Jpeg | FileKind::Png => {
                    self.raw(&format!("<img loading=\"lazy\" src=\"{address}\" alt=\""));
                    self.text(&file.name);
                    self.raw("\">\n");
                }
                FileKind::Mp3 => {
                    self.raw(&format!(
                        "<audio controls preload=\"none\" src=\"{address}\"></audio>\n"
                    ));
                }
                FileKind::Mp4 => {
                    self.raw(&format!(
                        "<video controls preload=\"none\" src=\"{address}\"></video>\n"
                    ));
                }
                FileKind::Pdf => {}
            }
            self.raw("</li>\n");
        }
        self.raw("</ul>\n");
    }

    fn decisions(&mut self, decisions: &[Decision]) {
        if decisions.is_empty() {
            return;
        }
        self.element("h4", "", copy::DECISIONS);
        self.raw("<ul class=\"decisions\">\n");
        for decision in decisions {
            self.element("li", "", &decision_line(decision));
        }
        self.raw("</ul>\n");
    }
}

/// Names and values; some values may be empty.
pub(in crate::exchange) fn item_facts(item: &PortfolioItem) -> Vec<(&str, String)> {
    let mut facts: Vec<(&str, String)> = Vec::new();
    match &item.body {
        Body::Outcome(outcome) => {
            let kind = outcome.work_kind.map(labels::work_kind);
            facts.push((copy::WORK_KIND, kind.unwrap_or_default().to_owned()));
            facts.push((
                copy::SUBMITTED,
                outcome.submitted.map(time::roc_moment).unwrap_or_default(),
            ));
        }
        Body::Activity(activity) => {
            for (name, value) in &activity.fields {
                facts.push((name, value.clone()));
            }
        }
    }
    facts.push((copy::LINK, item.link.clone().unwrap_or_default()));
    facts.push((copy::TAGS, item.tags.join("、")));
    facts.push((copy::CREATED, time::roc_moment(item.created)));
    facts.push((copy::UPDATED, time::roc_moment(item.updated)));
    let marks: Vec<&str> = [(item.brought, copy::BROUGHT), (item.filed, copy::FILED)]
        .into_iter()
        .filter_map(|(is_so, word)| is_so.then_some(word))
        .collect();
    facts.push((copy::MARKS, marks.join("、")));
    facts
}

/// `認證成功　陳老師　任課教師認證　115 年 1 月 6 日 (二) 08:00`, with the reason of a return.
pub(in crate::exchange) fn decision_line(decision: &Decision) -> String {
    let by = match &decision.for_teacher {
        Some(teacher) => format!("{}（代 {teacher}）", decision.by),
        None => decision.by.clone(),
    };
    let mut line = format!(
        "{}　{by}　{}　{}",
        labels::state(decision.state),
        labels::origin(decision.origin),
        time::roc_moment(decision.at)
    );
    if let Some(reason) = decision.reason {
        let _ = write!(line, "　{}", labels::return_reason(reason));
    }
    if !decision.note.is_empty() {
        let _ = write!(line, "：{}", decision.note);
    }
    line
}

fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            // No character of HTML; browsers would make something else of it.
            '\0' => html.push('\u{FFFD}'),
            other => html.push(other),
        }
    }
}

/// A place in the copy as a relative address: no name can lead out of it or be taken for a scheme.
fn address(place: &str) -> String {
    let mut address = String::with_capacity(place.len() * 3);
    for byte in place.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                address.push(char::from(byte));
            }
            other => {
                let _ = write!(address, "%{other:02X}");
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_is_only_text() {
        let mut html = String::new();
        escape("<script>alert('1')</script> & \"引號\"", &mut html);
        assert_eq!(
            html,
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;引號&quot;"
        );
    }

    #[test]
    fn addresses_hold_no_marks() {
        assert_eq!(address("甲/01 a#b?c%.pdf"), "%E7%94%B2/01%20a%23b%3Fc%25.pdf");
        assert_eq!(address("javascript：x\"'"), "javascript%EF%BC%9Ax%22%27");
    }
}
