//! How long copies take, against the plainest way to do the same. `cargo bench --bench copies`
//!
//! - zip: 240 records with 800 MB of files, against copying the same files to a folder. Wanted: at least
//!   half the speed, under 200 MB of memory.
//! - PDF: 40 records, against `qpdf` putting the same documents behind each other. Wanted: under 10 times
//!   its time. Left out where qpdf is not installed.
//!
//! Each copy is made by a process of its own, so that its memory can be told.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops and tells"
)]

#[path = "limits.rs"]
#[expect(dead_code, reason = "shared with benches of several processes")]
mod limits;

use std::fs::{self, File};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::Arc;
use std::time::{Duration, Instant};

use licheng::domain::course::{CourseKind, Credits};
use licheng::domain::file::{FileKind, Inspection};
use licheng::domain::limits::Limits;
use licheng::domain::term::{SchoolYear, Semester, Term};
use licheng::engine::{
    Command, CourseFields, CurrentTerms, Engine, Face, NewOutcome, NewPersonalLibrary, OpenMode, Reply,
    Secret, StagedFile, Surroundings, SystemClock, SystemRandom,
};
use licheng::media::{
    CHILD_ARGUMENT, ChildPool, Document, FoundText, InspectFailure, Inspector, Outline, PageView,
    PreviewFailure, PreviewImage, PreviewTrouble, Stop,
};

const TERM: Term = Term::new(114, Semester::First);
const PASSWORD: &str = "自己的密碼真的很長";
const RECORDS: usize = 240;
const FILE_BYTES: usize = 800_000_000 / RECORDS;
const PRINTED: usize = 40;
const RUNS: usize = 3;
const MOST_MEMORY_MB: u64 = 200;

/// Believes every name: what is measured is the writing of copies.
struct Believing;

impl Inspector for Believing {
    fn inspect(&self, _: &[u8]) -> Result<Inspection, InspectFailure> {
        Ok(Inspection {
            kind: FileKind::Pdf,
            facts: None,
            cautions: Vec::new(),
        })
    }

    fn preview(&self, _: &[u8], kind: FileKind, _: u32, _: u32) -> Result<PreviewImage, PreviewFailure> {
        Err(PreviewTrouble::NothingToDraw(kind).into())
    }

    fn outline(&self, document: &Document, _: &Stop) -> Result<Outline, PreviewFailure> {
        Err(PreviewTrouble::NothingToDraw(document.kind).into())
    }

    fn draw(&self, document: &Document, _: PageView, _: &Stop) -> Result<PreviewImage, PreviewFailure> {
        Err(PreviewTrouble::NothingToDraw(document.kind).into())
    }

    fn find(&self, _: &Document, _: &str, _: &Stop) -> Result<FoundText, PreviewFailure> {
        Ok(FoundText::default())
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("write") => write_one(&arguments[2], Path::new(&arguments[3]), Path::new(&arguments[4])),
        _ => {
            measure();
            limits::end();
        }
    }
}

fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let random: Vec<Vec<u8>> = (0..RECORDS).map(noise).collect();
    let sources = write_files(&at("sources"), &random);
    make(&at("large.redb"), &random);
    drop(random);
    println!(
        "{RECORDS} records, {} MB, best of {RUNS} runs",
        RECORDS * FILE_BYTES / 1_000_000
    );
    let plain = best(|run| copy_all(&sources, &at(&format!("plain {run}"))));
    let (zip, memory) = best_copy("zip", &at("large.redb"), &at("copy.zip"));
    println!("  copying the files   {plain:.2?}");
    limits::hold(
        zip < plain * 2,
        &format!("copy as zip         {zip:.2?} (under {:.2?})", plain * 2),
    );
    limits::hold(
        memory < MOST_MEMORY_MB,
        &format!("its memory          {memory} MB (under {MOST_MEMORY_MB} MB)"),
    );

    let documents = documents();
    let papers: Vec<Vec<u8>> = (0..PRINTED)
        .map(|place| documents[place % documents.len()].clone())
        .collect();
    let sources = write_files(&at("papers"), &papers);
    make(&at("small.redb"), &papers);
    let bytes: usize = papers.iter().map(Vec::len).sum();
    println!(
        "{PRINTED} records, {} kB of PDF, best of {RUNS} runs",
        bytes / 1000
    );
    let (pdf, memory) = best_copy("pdf", &at("small.redb"), &at("portfolio.pdf"));
    if concatenated(&sources, &at("qpdf.pdf")).is_none() {
        println!("portfolio as PDF    {pdf:.2?}, {memory} MB of memory; qpdf is not installed");
        return;
    }
    let qpdf = best(|_| concatenated(&sources, &at("qpdf.pdf")).unwrap());
    println!("  qpdf                {qpdf:.2?}");
    limits::hold(
        pdf < qpdf * 10,
        &format!(
            "portfolio as PDF    {pdf:.2?} (under {:.2?}), {memory} MB of memory",
            qpdf * 10
        ),
    );
}

/// Bytes that cannot be packed, other ones for each number.
fn noise(number: usize) -> Vec<u8> {
    let mut bytes = vec![0; FILE_BYTES];
    let mut hasher = blake3::Hasher::new();
    hasher.update(&number.to_le_bytes());
    hasher.finalize_xof().fill(&mut bytes);
    bytes
}

fn documents() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/demo/files");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn write_files(folder: &Path, contents: &[Vec<u8>]) -> Vec<PathBuf> {
    fs::create_dir(folder).unwrap();
    let write = |(number, bytes): (usize, &Vec<u8>)| {
        let path = folder.join(format!("{number:03}.pdf"));
        let mut file = File::create(&path).unwrap();
        file.write_all(bytes).unwrap();
        file.sync_all().unwrap();
        path
    };
    contents.iter().enumerate().map(write).collect()
}

/// As safe on the disk as the copy that is compared with it.
fn copy_all(sources: &[PathBuf], to: &Path) -> Duration {
    let started = Instant::now();
    fs::create_dir(to).unwrap();
    for source in sources {
        let target = to.join(source.file_name().unwrap());
        fs::copy(source, &target).unwrap();
        File::open(&target).unwrap().sync_all().unwrap();
    }
    let took = started.elapsed();
    fs::remove_dir_all(to).unwrap();
    took
}

fn concatenated(sources: &[PathBuf], to: &Path) -> Option<Duration> {
    let started = Instant::now();
    let status = Process::new("qpdf")
        .arg("--empty")
        .arg("--pages")
        .args(sources)
        .arg("--")
        .arg(to)
        .status();
    // 3: done, with warnings.
    status
        .ok()
        .filter(|status| matches!(status.code(), Some(0 | 3)))?;
    Some(started.elapsed())
}

fn best(mut run: impl FnMut(usize) -> Duration) -> Duration {
    (0..RUNS).map(&mut run).min().unwrap()
}

/// The time, and the most memory of all runs, in MB.
fn best_copy(kind: &str, library: &Path, to: &Path) -> (Duration, u64) {
    let runs = (0..RUNS).map(|_| {
        let output = Process::new(std::env::current_exe().unwrap())
            .args(["write", kind])
            .args([library, to])
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let told = String::from_utf8(output.stdout).unwrap();
        let (micros, kilobytes) = told.trim().split_once(' ').unwrap();
        (
            Duration::from_micros(micros.parse().unwrap()),
            kilobytes.parse::<u64>().unwrap() / 1000,
        )
    });
    let runs: Vec<_> = runs.collect();
    let time = runs.iter().map(|(time, _)| *time).min().unwrap();
    (time, runs.iter().map(|(_, memory)| *memory).max().unwrap())
}

/// In a process of its own: writes one copy, and tells microseconds and kilobytes.
fn write_one(kind: &str, library: &Path, to: &Path) {
    let engine = Engine::open(library, surroundings(), OpenMode::ReadWrite, Face::CommandLine).unwrap();
    let session = engine.login("me", &Secret::new(PASSWORD)).unwrap();
    let started = Instant::now();
    let mut file = File::create(to).unwrap();
    if kind == "zip" {
        engine
            .write_copy(&session, &mut file, &mut |_| ControlFlow::Continue(()))
            .unwrap();
    } else {
        let stop = Stop::default();
        engine
            .write_pdf(&session, &mut file, &stop, &mut |_| ControlFlow::Continue(()))
            .unwrap();
    }
    file.sync_all().unwrap();
    println!("{} {}", started.elapsed().as_micros(), memory_peak_kb());
    engine.library().close().unwrap();
}

/// The most memory of this process so far, the password check included; 0 where the system does not tell.
fn memory_peak_kb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or(0)
}

fn surroundings() -> Surroundings {
    let args = vec![CHILD_ARGUMENT.into()];
    Surroundings {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemRandom),
        inspector: Arc::new(ChildPool::new(env!("CARGO_BIN_EXE_licheng").into(), args, 1)),
    }
}

/// A personal library with one record for each content.
fn make(path: &Path, contents: &[Vec<u8>]) {
    let new = NewPersonalLibrary {
        account_name: "me".into(),
        display_name: "林同學".into(),
        password: Secret::new(PASSWORD),
        entry_year: SchoolYear(114),
        terms: CurrentTerms {
            outcome: TERM,
            activity: TERM,
            selection: SchoolYear(113),
        },
    };
    let believing = Surroundings {
        inspector: Arc::new(Believing),
        ..surroundings()
    };
    let (engine, _) = Engine::create_personal(Some(path), &new, believing, Face::CommandLine).unwrap();
    let session = engine.login("me", &Secret::new(PASSWORD)).unwrap();
    let run = |command: &Command| engine.run(&session, engine.new_request(), command).unwrap();
    run(&Command::SetLimits {
        term: TERM,
        limits: Limits {
            outcomes_per_term: 1_000,
            ..Limits::default()
        },
    });
    let fields = CourseFields {
        term: TERM,
        code: String::new(),
        name: "物理".into(),
        credits: Credits::whole(2),
        kind: CourseKind::MinistryRequired,
        teacher: "陳老師".into(),
    };
    let Reply::Course(offering) = run(&Command::SetCourse { course: None, fields }) else {
        panic!("the course was not added")
    };
    for (number, bytes) in contents.iter().enumerate() {
        let name = format!("報告 {number:03}.pdf");
        let (stage, _) = engine.stage_bytes(&session, &name, bytes.clone()).unwrap();
        run(&Command::AddOutcome(NewOutcome {
            offering,
            term: TERM,
            title: format!("單擺實驗 {number:03}"),
            work_kind: None,
            description: "以單擺測量重力加速度，並比較兩種計時方法的誤差。".into(),
            files: vec![StagedFile {
                stage,
                name,
                ending_confirmed: false,
            }],
        }));
    }
    engine.library().close().unwrap();
}
