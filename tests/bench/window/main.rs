//! What the window costs: its first frame against a bare window with the same fonts, the processor's time
//! while nobody touches it, and the dearest frame while a 10 MB file is added.
//! `cargo bench --bench window`, on a screen (under Linux also `xvfb-run`)
//!
//! A process can open a window's event loop only once, so every start is a child process: this program
//! again, with the name of a part as first argument.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops and tells"
)]

mod adding;
mod idle;
mod person;
#[path = "../program.rs"]
mod program;
mod start;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use licheng::demo;
use licheng::engine::{Face, Surroundings, SystemClock, SystemRandom};
use licheng::media::InProcess;

const ROUNDS: usize = 9;
/// A short real film; a box of random bytes behind it makes it as long as wanted.
const FILM: &[u8] = include_bytes!("../../fixtures/media/clip.mp4");
const FILM_BYTES: usize = 10_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["start-bare"] => start::bare(),
        ["start-program", library] => start::program(Path::new(library)),
        ["idle", library] => idle::run(Path::new(library)),
        ["adding", library, film] => adding::run(Path::new(library), Path::new(film)),
        _ => measure(),
    }
}

fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.redb");
    let library = path.to_str().unwrap();
    make_school(&path);

    let (mut bare, mut first, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let mut window = Part::start(&["start-bare"]);
        bare.push(window.until("shown"));
        window.end();
        let mut window = Part::start(&["start-program", library]);
        first.push(window.until("first"));
        shown.push(window.until("shown"));
        window.end();
    }
    let [bare, first, shown] = [bare, first, shown].map(median);
    println!(
        "from starting the process to the first frame on the screen, medians of {ROUNDS} alternating starts"
    );
    println!("bare window {bare:.0?}, program {first:.0?}, program with the library open {shown:.0?}");
    println!(
        "library open / bare window   {:.2}   (at most 1.5)",
        ratio(shown, bare)
    );

    let mut window = Part::start(&["idle", library]);
    println!("idle, {} s: {}", idle::SECONDS, window.line());
    window.end();

    let film = folder.path().join("影片.mp4");
    std::fs::write(&film, long_film()).unwrap();
    let mut window = Part::start(&["adding", library, film.to_str().unwrap()]);
    println!("adding {FILM_BYTES} bytes: {}", window.line());
    window.end();
}

fn make_school(path: &Path) {
    let surroundings = Surroundings {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemRandom),
        inspector: Arc::new(InProcess),
    };
    let engine = demo::build(Some(path), surroundings, Face::CommandLine).unwrap();
    engine.library().close().unwrap();
}

fn long_film() -> Vec<u8> {
    let random = FILM_BYTES - FILM.len() - 8;
    let mut bytes = FILM.to_vec();
    bytes.extend(u32::try_from(random + 8).unwrap().to_be_bytes());
    bytes.extend(b"free");
    let mut noise = vec![0; random];
    blake3::Hasher::new().finalize_xof().fill(&mut noise);
    bytes.extend(noise);
    bytes
}

/// A child process that runs one part and tells on its standard output.
struct Part {
    process: Child,
    lines: BufReader<ChildStdout>,
    started: Instant,
}

impl Part {
    fn start(arguments: &[&str]) -> Self {
        let started = Instant::now();
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap());
        Self {
            process,
            lines,
            started,
        }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        assert!(!line.is_empty(), "the window ended without a word");
        line.trim_end().to_owned()
    }

    /// How long after the start it says `word`.
    fn until(&mut self, word: &str) -> Duration {
        while self.line() != word {}
        self.started.elapsed()
    }

    fn end(mut self) {
        assert!(self.process.wait().unwrap().success(), "the window ended badly");
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
