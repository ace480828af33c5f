//! Every PDF of a folder through the program, a process each, as a person would draw it: which are refused,
//! whether one brings the program down, and how long it takes. Against the renderer alone, which opens the
//! same files without a child process, a limit of time or a look at their kind, and against `mutool`
//! (mupdf-tools) where it is installed.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use hayro::hayro_syntax::Pdf;

use crate::{limits, median};

const WIDTH_PX: &str = "1000";
/// Refused politely: exit 1 with a sentence.
const REFUSED: i32 = 1;
/// Longer than the program itself gives a document.
const PATIENCE: Duration = Duration::from_secs(20);

pub fn measure(folder: &Path) {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no PDF in {}", folder.display());
    let out = tempfile::tempdir().unwrap();
    let png = out.path().join("page.png");
    let has_mutool = Command::new("mutool").arg("-v").output().is_ok();
    let (mut times, mut their_times) = (Vec::new(), Vec::new());
    let (mut refused, mut crashed, mut theirs_refused) = (0, 0, 0);
    let mut alone_refused = 0;
    for file in &files {
        let alone = renderer_opens(file);
        alone_refused += usize::from(!alone);
        let (ours, time) = timed(licheng(file, &png));
        times.push(time);
        let says_why = !String::from_utf8_lossy(&ours.stderr).trim().is_empty();
        match ours.status.code() {
            Some(0) => {}
            Some(REFUSED) if says_why => {
                refused += 1;
                println!(
                    "refused{} {}: {}",
                    if alone {
                        ", though the renderer opens it,"
                    } else {
                        ""
                    },
                    file.display(),
                    String::from_utf8_lossy(&ours.stderr).trim()
                );
            }
            _ => {
                crashed += 1;
                println!("CRASHED {}: {}", file.display(), ours.status);
            }
        }
        if has_mutool {
            let (theirs, time) = timed(mutool(file, &png));
            their_times.push(time);
            theirs_refused += usize::from(!theirs.status.success());
        }
    }
    println!(
        "corpus of {} documents, first pages {WIDTH_PX} px wide, a process each",
        files.len()
    );
    limits::hold(
        refused <= alone_refused,
        &format!("refused: {refused} (at most what the renderer alone refuses: {alone_refused})"),
    );
    limits::hold(crashed == 0, &format!("crashed: {crashed} (none)"));
    times.sort();
    let late = times[times.len() * 95 / 100];
    let ours = median(times);
    if has_mutool {
        let theirs = median(their_times);
        limits::hold(
            ours <= theirs,
            &format!(
                "per process: median {ours:.1?}, 95 of 100 under {late:.1?}; mutool {theirs:.1?}, which refused {theirs_refused} (at most as long)"
            ),
        );
    } else {
        println!(
            "  per process: median {ours:.1?}, 95 of 100 under {late:.1?}; mutool (mupdf-tools) is not here"
        );
    }
}

/// Without the header of the format a file is no PDF for the program, on purpose: the renderer would draw
/// it, other readers and platforms would not.
fn renderer_opens(file: &Path) -> bool {
    let bytes = std::fs::read(file).unwrap();
    let beginning = &bytes[..bytes.len().min(1024)];
    if !beginning.windows(5).any(|window| window == b"%PDF-") {
        return false;
    }
    // The renderer may panic on a damaged document, as it may in the child process of the program.
    std::panic::catch_unwind(|| Pdf::new(bytes).is_ok_and(|pdf| !pdf.pages().is_empty())).unwrap_or(false)
}

fn licheng(file: &Path, png: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_licheng"));
    command.arg("render").arg(file);
    command
        .args(["--page", "1", "--width", WIDTH_PX, "--to"])
        .arg(png);
    command
}

fn mutool(file: &Path, png: &Path) -> Command {
    let mut command = Command::new("mutool");
    command
        .args(["draw", "-q", "-w", WIDTH_PX, "-o"])
        .arg(png)
        .arg(file)
        .arg("1");
    command
}

/// Ended after [`PATIENCE`]: the other program runs in circles on some of these documents.
fn timed(mut command: Command) -> (Output, Duration) {
    let started = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > PATIENCE {
            child.kill().unwrap();
            break;
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    let time = started.elapsed();
    (child.wait_with_output().unwrap(), time)
}
