//! The inspecting child as a real process: what strangers' bytes do to it, and that the next caller
//! does not notice.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use licheng::domain::file::{ContentCaution, ContentFacts, ContentProblem, FileKind};
use licheng::media::{
    CHILD_ARGUMENT, ChildLimits, ChildPool, ChildTrouble, InProcess, InspectFailure, Inspector,
    PreviewFailure, PreviewTrouble, Stop,
};

use crate::support::{PROGRAM, assert_still_works, document, pool, pool_with, whole};
use crate::{odd_files, samples};

#[test]
fn a_child_gives_the_same_verdicts_as_the_process_itself() {
    let pool = pool();
    let pdf = samples::pdf(2);
    let png = samples::png_claiming(40, 30, b"no data");
    for bytes in [
        pdf.as_slice(),
        &pdf[..pdf.len() / 2],
        samples::MP4,
        &png,
        b"plain words",
        b"",
    ] {
        assert_eq!(pool.inspect(bytes), InProcess.inspect(bytes));
    }
    for (kind, page) in [
        (FileKind::Pdf, 1),
        (FileKind::Pdf, 7),
        (FileKind::Mp4, 0),
        (FileKind::Png, 0),
    ] {
        assert_eq!(
            pool.preview(&pdf, kind, page, 300),
            InProcess.preview(&pdf, kind, page, 300)
        );
    }
}

#[test]
fn nested_and_circular_documents_come_to_a_verdict_and_the_next_request_is_answered() {
    let pool = pool();
    for hostile in [samples::pdf_nested(100_000), samples::pdf_circular()] {
        // Whichever verdict: there is one, and it is not the caller that dies.
        match pool.inspect(&hostile) {
            Ok(inspection) => assert_eq!(inspection.kind, FileKind::Pdf),
            Err(failure) => assert_eq!(failure, ContentProblem::Unparseable(FileKind::Pdf).into()),
        }
        assert_still_works(&pool);
    }
}

#[test]
fn a_picture_that_claims_a_hundred_gigabytes_is_never_unpacked() {
    let pool = pool();
    let absurd = samples::png_claiming(160_000, 160_000, b"");
    assert_eq!(
        pool.inspect(&absurd),
        Err(ContentProblem::Unparseable(FileKind::Png).into())
    );
    let preview = pool.preview(&absurd, FileKind::Png, 0, 300);
    assert_eq!(preview, Err(PreviewFailure::Trouble(PreviewTrouble::TooLarge)));
    let large = pool.inspect(&samples::png_claiming(25_000, 25_000, b"")).unwrap();
    assert_eq!(
        large.cautions,
        [ContentCaution::CannotPreview, ContentCaution::NotFullyInspected]
    );
    assert_still_works(&pool);
}

#[test]
fn a_child_over_its_time_is_stopped_and_replaced() {
    let pool = pool_with(ChildLimits {
        time: Duration::ZERO,
        ..ChildLimits::default()
    });
    for _ in 0..3 {
        let failure = pool.inspect(&samples::pdf(1)).unwrap_err();
        assert_eq!(failure, InspectFailure::Child(ChildTrouble::TooSlow));
    }
}

#[test]
fn a_child_that_draws_too_long_is_stopped_and_the_next_request_is_answered() {
    let pool = pool_with(ChildLimits {
        time: Duration::from_secs(3),
        ..ChildLimits::default()
    });
    let endless = samples::pdf_endless_drawing();
    let inspection = pool.inspect(&endless).unwrap();
    assert_eq!(inspection.facts, Some(ContentFacts::Pages { count: 1 }));
    assert_eq!(
        inspection.cautions,
        [ContentCaution::CannotPreview, ContentCaution::NotFullyInspected]
    );
    let preview = pool.preview(&endless, FileKind::Pdf, 0, 300);
    assert_eq!(preview, Err(PreviewFailure::Child(ChildTrouble::TooSlow)));
    assert_still_works(&pool);
}

#[test]
fn a_child_over_its_memory_is_stopped() {
    let limits = ChildLimits {
        time: Duration::from_secs(60),
        memory_bytes: 1,
    };
    let pool = pool_with(limits);
    let failure = pool
        .preview(&samples::pdf_endless_drawing(), FileKind::Pdf, 0, 300)
        .unwrap_err();
    assert_eq!(failure, PreviewFailure::Child(ChildTrouble::TooBig));
}

#[test]
fn a_document_that_grows_past_the_memory_is_stopped_and_the_next_request_is_answered() {
    let limits = |memory_bytes| ChildLimits {
        time: Duration::from_secs(60),
        memory_bytes,
    };
    // Far above what a child needs for an honest document, far below what this one takes.
    let pool = pool_with(limits(120 << 20));
    assert_still_works(&pool);
    let growing = document(FileKind::Pdf, odd_files::growing(400));
    assert!(growing.bytes.len() < 16 << 20, "{} bytes", growing.bytes.len());
    let failure = pool.draw(&growing, whole(0, 100), &Stop::default()).unwrap_err();
    assert_eq!(failure, PreviewFailure::Child(ChildTrouble::TooBig));
    assert_still_works(&pool);
}

#[test]
fn more_callers_than_children_are_all_served() {
    let pool = pool();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| assert_still_works(&pool));
        }
    });
}

#[test]
fn a_program_that_is_not_there_is_named_as_such() {
    let pool = ChildPool::new(PathBuf::from("/nowhere/licheng"), Vec::new(), 2);
    let failure = pool.inspect(&samples::pdf(1)).unwrap_err();
    assert_eq!(
        failure,
        InspectFailure::Child(ChildTrouble::CannotStart(ErrorKind::NotFound))
    );
}

#[test]
fn a_child_ends_when_its_input_closes() {
    let mut child = Command::new(PROGRAM)
        .arg(CHILD_ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn children_end_with_their_pool_and_leave_no_zombies() {
    const MARK: &str = "children-end-with-their-pool";
    let args = vec![CHILD_ARGUMENT.into(), MARK.into()];
    let pool = ChildPool::new(PathBuf::from(PROGRAM), args, 2);
    let is_ours = |id: &String| {
        std::fs::read_to_string(format!("/proc/{id}/cmdline")).is_ok_and(|line| line.contains(MARK))
    };
    let started: Vec<String> = children_of_this_process().into_iter().filter(is_ours).collect();
    assert_eq!(started.len(), 2);
    drop(pool);
    let left = children_of_this_process();
    assert!(
        !started.iter().any(|child| left.contains(child)),
        "{started:?} of {left:?}"
    );
}

/// Process ids, zombies included. (The ready-made list of the system skips some while others end.)
#[cfg(target_os = "linux")]
fn children_of_this_process() -> Vec<String> {
    let parent = std::process::id().to_string();
    std::fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter(|entry| {
            let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
            let behind_name = stat.rsplit(") ").next().unwrap_or_default();
            behind_name.split(' ').nth(1) == Some(parent.as_str())
        })
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}
