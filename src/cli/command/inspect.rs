//! `inspect`: what a file is, and whether it would be accepted.

use std::ops::ControlFlow;
use std::path::Path;

use serde::Serialize;

use crate::cli::args::Inspect;
use crate::cli::opening::surroundings;
use crate::cli::output::Output;
use crate::cli::table::printable;
use crate::cli::trouble::Trouble;
use crate::domain::active_content::ActiveCount;
use crate::domain::file::{
    ContentCaution, ContentFacts, ContentProblem, FileKind, FileProblem, Inspection, judge,
};
use crate::domain::limits::Limits;
use crate::domain::moment::Moment;
use crate::domain::refusal::Refusal;
use crate::engine::Surroundings;
use crate::media::{Document, InspectFailure, Outline, PreviewFailure, ReadFailure, Stop, read_local_file};
use crate::text::{self, labels, size};

/// Larger files are not read: a child may take 512 MB, of which the file itself is only a part.
const LARGEST_BYTES: u64 = 200 * 1024 * 1024;

/// What `--json` prints. Fields are added, never renamed or removed.
#[derive(Debug, Serialize)]
struct InspectDocument {
    /// `pdf`, `jpg`, `png`, `mp3`, `mp4`; `null` when it is none of them.
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    /// `null` when there is no file.
    bytes: Option<u64>,
    pages: Option<u32>,
    width: Option<u32>,
    height: Option<u32>,
    millis: Option<u64>,
    active: Vec<ActiveEntry>,
    problems: Vec<Remark>,
    cautions: Vec<Remark>,
}

#[derive(Debug, Serialize)]
struct ActiveEntry {
    code: &'static str,
    count: u32,
}

#[derive(Debug, Serialize)]
struct Remark {
    code: &'static str,
    sentence: String,
}

/// What was found.
#[derive(Default)]
struct Findings {
    bytes: Option<u64>,
    inspection: Option<Inspection>,
    active: Vec<ActiveCount>,
    problem: Option<FileProblem>,
}

pub fn run(wish: &Inspect, output: &mut Output) -> Result<(), Trouble> {
    let around = surroundings();
    let name = name_of(&wish.file);
    let refusal = |problem| Refusal::File {
        name: name.clone(),
        problem,
    };
    let refused = |problem| Trouble::Refused {
        refusal: Box::new(refusal(problem)),
        now: around.clock.now(),
    };
    let sentence =
        |problem: &FileProblem| text::refusal(&refusal(problem.clone()), around.clock.now()).sentence();
    let bytes = match read(&wish.file) {
        Ok(bytes) => bytes,
        Err(problem) => {
            let findings = unread(&problem);
            let trouble = cannot_read(&name, problem, around.clock.now());
            let said = trouble.sentence().unwrap_or_default();
            output.answer(&document(&findings, |_| said.clone()), Vec::new)?;
            return Err(trouble);
        }
    };
    let findings = look(&around, &name, bytes);
    output.answer(&document(&findings, sentence), || lines(&name, &findings))?;
    match findings.problem {
        Some(problem) => Err(refused(problem)),
        None => Ok(()),
    }
}

pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// More than can be handed in: whoever asks wants to know what the file is.
///
/// # Errors
/// What the system says, or larger than [`LARGEST_BYTES`].
pub(super) fn read(path: &Path) -> Result<Vec<u8>, FileProblem> {
    let read = read_local_file(path, LARGEST_BYTES, &mut |_, _| ControlFlow::Continue(()));
    read.map_err(|failure| match failure {
        ReadFailure::Problem(problem) => problem,
        ReadFailure::Stopped => FileProblem::Vanished,
    })
}

/// Nothing was to be handed in here, so the words for that do not fit what is too large.
pub(super) fn cannot_read(name: &str, problem: FileProblem, now: Moment) -> Trouble {
    match problem {
        FileProblem::TooBig { bytes, limit, .. } => Trouble::TooLargeToRead {
            name: name.to_owned(),
            bytes,
            limit,
        },
        problem => Trouble::Refused {
            refusal: Box::new(Refusal::File {
                name: name.to_owned(),
                problem,
            }),
            now,
        },
    }
}

fn unread(problem: &FileProblem) -> Findings {
    Findings {
        bytes: match problem {
            FileProblem::TooBig { bytes, .. } => Some(*bytes),
            _ => None,
        },
        problem: Some(problem.clone()),
        ..Findings::default()
    }
}

fn look(around: &Surroundings, name: &str, bytes: Vec<u8>) -> Findings {
    let mut findings = Findings {
        bytes: Some(bytes.len() as u64),
        ..Findings::default()
    };
    match around.inspector.inspect(&bytes) {
        Ok(inspection) => {
            let limits = Limits::default();
            findings.problem = judge(name, bytes.len() as u64, inspection.kind, &limits, false).err();
            findings.inspection = Some(inspection);
        }
        Err(InspectFailure::Problem(problem)) => findings.problem = Some(FileProblem::Content(problem)),
        Err(InspectFailure::Child(_)) => findings.problem = Some(FileProblem::InspectionFailed),
    }
    if let Some(inspection) = &mut findings.inspection
        && inspection.kind == FileKind::Pdf
    {
        match active_content(around, bytes) {
            Ok(active) => findings.active = active,
            Err(_) => note(&mut inspection.cautions, ContentCaution::NotFullyInspected),
        }
    }
    findings
}

fn active_content(around: &Surroundings, bytes: Vec<u8>) -> Result<Vec<ActiveCount>, PreviewFailure> {
    let document = Document {
        key: *blake3::hash(&bytes).as_bytes(),
        kind: FileKind::Pdf,
        bytes: bytes.into(),
    };
    match around.inspector.outline(&document, &Stop::default())? {
        Outline::Pages { active, .. } => Ok(active),
        Outline::Picture { .. } | Outline::Media(_) => Ok(Vec::new()),
    }
}

fn note(cautions: &mut Vec<ContentCaution>, caution: ContentCaution) {
    if !cautions.contains(&caution) {
        cautions.push(caution);
    }
}

fn document(findings: &Findings, sentence: impl Fn(&FileProblem) -> String) -> InspectDocument {
    let facts = findings
        .inspection
        .as_ref()
        .and_then(|inspection| inspection.facts.as_ref());
    let (pages, millis, size) = match facts {
        Some(ContentFacts::Pages { count }) => (Some(*count), None, None),
        Some(ContentFacts::Picture { width, height }) => (None, None, Some((*width, *height))),
        Some(ContentFacts::Sound { millis }) => (None, Some(*millis), None),
        Some(ContentFacts::Video {
            millis,
            width,
            height,
        }) => (None, Some(*millis), Some((*width, *height))),
        None => (None, None, None),
    };
    let problems = findings.problem.iter().map(|problem| Remark {
        code: problem_code(problem),
        sentence: sentence(problem),
    });
    InspectDocument {
        kind: findings.inspection.as_ref().map(|found| found.kind.ending()),
        bytes: findings.bytes,
        pages,
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
        millis,
        active: findings
            .active
            .iter()
            .map(|counted| ActiveEntry {
                code: counted.content.code(),
                count: counted.count,
            })
            .collect(),
        problems: problems.collect(),
        cautions: cautions(findings)
            .iter()
            .map(|caution| Remark {
                code: caution_code(*caution),
                sentence: caution_sentence(*caution).to_owned(),
            })
            .collect(),
    }
}

fn lines(name: &str, findings: &Findings) -> Vec<String> {
    let mut parts = Vec::new();
    if let Some(inspection) = &findings.inspection {
        parts.push(labels::file_kind(inspection.kind).to_owned());
        parts.extend(inspection.facts.as_ref().map(size::content_facts));
    }
    parts.extend(findings.bytes.map(size::size));
    let mut lines = vec![printable(&format!("「{name}」：{}", parts.join("，")))];
    if let Some(inspection) = &findings.inspection
        && inspection.kind == FileKind::Pdf
    {
        lines.push(match text::active_banner(&findings.active) {
            Some(banner) => banner.sentence(),
            None => "沒有會自動執行的內容。".to_owned(),
        });
    }
    lines.extend(
        cautions(findings)
            .iter()
            .map(|caution| caution_sentence(*caution).to_owned()),
    );
    if findings.problem.is_none() {
        lines.push("可以上傳。".to_owned());
    }
    lines
}

fn cautions(findings: &Findings) -> &[ContentCaution] {
    findings
        .inspection
        .as_ref()
        .map_or(&[], |inspection| &inspection.cautions)
}

/// Nothing was handed in here, so the words of handing in do not fit.
const fn caution_sentence(caution: ContentCaution) -> &'static str {
    match caution {
        ContentCaution::CannotPreview => "這裡畫不出完整的預覽；請用其他軟體確認內容正確。",
        ContentCaution::NotFullyInspected => "內容太複雜，沒有檢查完；請用其他軟體確認打得開。",
    }
}

const fn caution_code(caution: ContentCaution) -> &'static str {
    match caution {
        ContentCaution::CannotPreview => "cannot-preview",
        ContentCaution::NotFullyInspected => "not-fully-inspected",
    }
}

const fn problem_code(problem: &FileProblem) -> &'static str {
    match problem {
        FileProblem::TooBig { .. } => "too-big",
        FileProblem::Content(ContentProblem::Empty) => "empty",
        FileProblem::Content(ContentProblem::Unaccepted(_)) => "unaccepted",
        FileProblem::Content(ContentProblem::Unparseable(_)) => "unparseable",
        FileProblem::Content(ContentProblem::CutOff(_)) => "cut-off",
        FileProblem::Content(ContentProblem::NeedsPassword) => "needs-password",
        FileProblem::WrongEnding { .. } => "wrong-ending",
        FileProblem::SlotTaken { .. } => "slot-taken",
        FileProblem::Unreadable => "unreadable",
        FileProblem::Vanished => "vanished",
        FileProblem::IsFolder => "folder",
        FileProblem::NotAFile => "not-a-file",
        FileProblem::InspectionFailed => "inspection-failed",
    }
}
