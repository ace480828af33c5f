//! 200 MB in 60 files (1–10 MB), each its own durable commit: the engine's own add against SQLite and
//! against plain files, in alternating rounds of one process. `cargo bench --bench store`
//!
//! Everybody does the same work on a file: BLAKE3, MD5, a record with its metadata, and a sync that
//! survives a power cut (plain files: file and folder). The engine also recognises the content in its
//! child process, checks quota and window and writes its history. Contents are random: films with a
//! large box of random bytes. The disk is noisy: read the ratios of the medians.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops and tells"
)]

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use licheng::domain::access::Role;
use licheng::domain::course::{CourseKind, Credits, EnrolmentMode};
use licheng::domain::limits::Limits;
use licheng::domain::term::{SchoolYear, Semester, Term};
use licheng::domain::window::{Audience, Period, Window, WindowKind};
use licheng::engine::{
    Command, CurrentTerms, Engine, NewOffering, NewOutcome, NewPerson, NewSchool, Populate, Secret,
    StagedFile, Surroundings, SystemClock, SystemRandom,
};
use licheng::media::{CHILD_ARGUMENT, ChildPool};
use licheng::store::Face;
use md5::{Digest, Md5};

const FILES: usize = 60;
const TOTAL_BYTES: usize = 200_000_000;
const ROUNDS: usize = 7;
const TERM: Term = Term::new(114, Semester::First);
/// A short real film; a box of random bytes behind it makes it as long as wanted.
const FILM: &[u8] = include_bytes!("../fixtures/media/clip.mp4");

fn main() {
    let contents = contents();
    let total: usize = contents.iter().map(Vec::len).sum();
    println!("{FILES} files, {:.1} MB, {ROUNDS} rounds", total as f64 / 1e6);
    let folder = tempfile::tempdir_in(
        std::env::var_os("LICHENG_BENCH_FOLDER").map_or_else(std::env::temp_dir, Into::into),
    )
    .unwrap();
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    let mut report = None;
    for round in 0..ROUNDS {
        // Another order each round, so that nobody always pays for the one before.
        for place in 0..3 {
            let who = (place + round) % 3;
            let at = folder.path().join(format!("{round}-{who}"));
            fs::create_dir(&at).unwrap();
            times[who].push(match who {
                0 => {
                    let (time, result) = engine(&at, &contents);
                    report = Some(result);
                    time
                }
                1 => sqlite(&at, &contents),
                _ => plain(&at, &contents),
            });
            fs::remove_dir_all(&at).unwrap();
        }
    }
    let [engine, sqlite, plain] = times.map(median);
    println!("median: licheng {engine:.0?}, SQLite {sqlite:.0?}, plain files {plain:.0?}");
    println!(
        "SQLite / licheng       {:.2}   (at least 2)",
        ratio(sqlite, engine)
    );
    println!(
        "licheng / plain files  {:.2}   (at most 1.8)",
        ratio(engine, plain)
    );
    let report = report.unwrap();
    println!(
        "allocated / contents   {:.3}  (at most 1.05)",
        report.allocated as f64 / total as f64
    );
    println!(
        "length / contents      {:.3}  (at most 1.10)",
        report.length as f64 / total as f64
    );
    println!(
        "closing                {:.0?}, {}",
        report.closing, report.compaction
    );
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Sizes from 1 to 10 MB that add up to the total; distinct random contents.
fn contents() -> Vec<Vec<u8>> {
    let mut sizes: Vec<usize> = (0..FILES)
        .map(|n| 1_000_000 + n * n * n * 9_000_000 / (59 * 59 * 59))
        .collect();
    let over: isize = sizes.iter().sum::<usize>() as isize - TOTAL_BYTES as isize;
    let each = over / FILES as isize;
    for size in &mut sizes {
        *size = (*size as isize - each).clamp(1_000_000, 10_000_000) as usize;
    }
    sizes
        .into_iter()
        .enumerate()
        .map(|(number, size)| {
            let random = size - FILM.len() - 8;
            let mut bytes = FILM.to_vec();
            bytes.extend(u32::try_from(random + 8).unwrap().to_be_bytes());
            bytes.extend(b"free");
            let mut noise = vec![0; random];
            blake3::Hasher::new()
                .update(&number.to_le_bytes())
                .finalize_xof()
                .fill(&mut noise);
            bytes.extend(noise);
            bytes
        })
        .collect()
}

struct Report {
    allocated: u64,
    length: u64,
    closing: Duration,
    compaction: String,
}

fn engine(folder: &Path, contents: &[Vec<u8>]) -> (Duration, Report) {
    let path = folder.join("licheng.redb");
    let pool = ChildPool::new(
        env!("CARGO_BIN_EXE_licheng").into(),
        vec![CHILD_ARGUMENT.into()],
        2,
    );
    let surroundings = Surroundings {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemRandom),
        inspector: Arc::new(pool),
    };
    let engine = school(&path, surroundings);
    let offering = engine.1;
    let engine = engine.0;
    let session = engine.login("s1", &Secret::new("bench-password")).unwrap();
    // As the program has them after reading a file: the engine takes the bytes over.
    let read: Vec<Vec<u8>> = contents.to_vec();
    let started = Instant::now();
    for (number, bytes) in read.into_iter().enumerate() {
        let name = format!("影片{number}.mp4");
        let (stage, _) = engine.stage_bytes(&session, &name, bytes).unwrap();
        let new = NewOutcome {
            offering,
            term: TERM,
            title: format!("作品 {number}"),
            work_kind: None,
            description: "記錄實驗的過程與心得。".into(),
            files: vec![StagedFile {
                stage,
                name,
                ending_confirmed: false,
            }],
        };
        engine
            .run(&session, engine.new_request(), &Command::AddOutcome(new))
            .unwrap();
    }
    let time = started.elapsed();
    let started = Instant::now();
    let closed = engine.library().close().unwrap();
    let closing = started.elapsed();
    let (length, allocated) = lengths(&path);
    (
        time,
        Report {
            allocated,
            length,
            closing,
            compaction: format!("compaction: {:?}", closed.compaction),
        },
    )
}

fn school(path: &Path, surroundings: Surroundings) -> (Engine, licheng::domain::id::OfferingId) {
    let now = surroundings.clock.now();
    let _: u64 = surroundings.ids.next_u64();
    let terms = CurrentTerms {
        outcome: TERM,
        activity: TERM,
        selection: SchoolYear(113),
    };
    let new = NewSchool {
        name: "量測高中".into(),
        code: "000000".into(),
        terms,
        demonstration: true,
    };
    let engine = Engine::create_school(Some(path), &new, surroundings, Face::CommandLine).unwrap();
    let populate = Populate {
        people: vec![NewPerson {
            account_name: "s1".into(),
            display_name: "林同學".into(),
            roles: vec![Role::Student],
            password: Secret::new("bench-password"),
            must_change_password: false,
            entry_year: Some(SchoolYear(114)),
            placements: Vec::new(),
        }],
        offerings: vec![NewOffering {
            term: TERM,
            code: "0".into(),
            name: "物理".into(),
            credits: Credits::whole(2),
            kind: CourseKind::MinistryRequired,
            group: String::new(),
            teachers: Vec::new(),
            students: vec![("s1".into(), EnrolmentMode::Regular)],
            withdrawn: Vec::new(),
        }],
        windows: vec![Window {
            kind: WindowKind::OutcomeUpload,
            period: Period::Term(TERM),
            audience: Audience::All,
            opens: now - chrono::Duration::days(1),
            closes: now + chrono::Duration::days(1),
        }],
        limits: vec![(
            TERM,
            Limits {
                outcomes_per_term: 1_000,
                ..Limits::default()
            },
        )],
        ..Populate::default()
    };
    let offering = engine.populate(&populate).unwrap()[0];
    (engine, offering)
}

fn hashes(bytes: &[u8]) -> ([u8; 32], Vec<u8>) {
    (*blake3::hash(bytes).as_bytes(), Md5::digest(bytes).to_vec())
}

fn sqlite(folder: &Path, contents: &[Vec<u8>]) -> Duration {
    let connection = rusqlite::Connection::open(folder.join("portfolio.sqlite")).unwrap();
    connection.pragma_update(None, "journal_mode", "WAL").unwrap();
    connection.pragma_update(None, "synchronous", "FULL").unwrap();
    connection
        .execute_batch(
            "create table item (id integer primary key, name text, blake3 blob, md5 blob, content blob)",
        )
        .unwrap();
    let started = Instant::now();
    for (number, bytes) in contents.iter().enumerate() {
        let (blake3, md5) = hashes(bytes);
        connection
            .execute(
                "insert into item (name, blake3, md5, content) values (?1, ?2, ?3, ?4)",
                rusqlite::params![format!("影片{number}.mp4"), blake3, md5, bytes],
            )
            .unwrap();
    }
    started.elapsed()
}

fn plain(folder: &Path, contents: &[Vec<u8>]) -> Duration {
    let started = Instant::now();
    for (number, bytes) in contents.iter().enumerate() {
        let (blake3, md5) = hashes(bytes);
        write_synced(&folder.join(format!("影片{number}.mp4")), bytes);
        write_synced(
            &folder.join(format!("影片{number}.txt")),
            format!("{blake3:x?} {md5:x?}").as_bytes(),
        );
        File::open(folder).unwrap().sync_all().unwrap();
    }
    started.elapsed()
}

fn write_synced(path: &Path, bytes: &[u8]) {
    let mut file = File::create(path).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
}

#[cfg(unix)]
fn lengths(path: &Path) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    let file = fs::metadata(path).unwrap();
    (file.len(), file.blocks() * 512)
}

#[cfg(not(unix))]
fn lengths(path: &Path) -> (u64, u64) {
    let length = fs::metadata(path).unwrap().len();
    (length, length)
}
