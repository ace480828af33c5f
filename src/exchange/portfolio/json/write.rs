//! Writing it.

use super::super::codes::Named;
use super::super::{ActivityBody, Body, Decision, OutcomeBody, Portfolio, PortfolioFile, PortfolioItem};
use super::{
    ActivityV1, CourseV1, DecisionV1, FORMAT, Facts, FieldV1, FileV1, ItemV1, KindV1, OutcomeV1, OwnerV1,
    PortfolioV1, SourceV1, VERSION,
};
use crate::domain::hex::hex;
use crate::domain::moment::{Moment, in_taipei};

/// The document; `places` says where the files of each item lie.
pub(in crate::exchange::portfolio) fn write(
    portfolio: &Portfolio,
    places: &[Vec<String>],
) -> serde_json::Result<Vec<u8>> {
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
    FileV1 {
        path: path.to_owned(),
        name: file.name.clone(),
        kind: file.kind.name().to_owned(),
        bytes: file.bytes,
        blake3: hex(&file.blake3),
        md5: hex(&file.md5),
        added: time(file.added),
        facts: file.facts.clone().map(Facts),
        cautions: file.cautions.iter().copied().map(owned_name).collect(),
    }
}

fn owned_name(value: impl Named) -> String {
    value.name().to_owned()
}

fn time(moment: Moment) -> String {
    in_taipei(moment).to_rfc3339_opts(chrono::SecondsFormat::Millis, false)
}
