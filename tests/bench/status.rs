//! How long the engine takes to say how a student stands, on the demonstration library in a file.
//! `cargo bench --bench status`

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench stops and tells")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use licheng::demo;
use licheng::domain::access::Role;
use licheng::engine::{Engine, Face, OpenMode, Secret, Surroundings, SystemClock, SystemRandom};
use licheng::media::InProcess;

const CALLS: usize = 10_000;
const LIMIT: Duration = Duration::from_millis(1);

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.redb");
    let surroundings = Surroundings {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemRandom),
        inspector: Arc::new(InProcess),
    };
    demo::build(Some(&path), surroundings.clone(), Face::CommandLine)
        .unwrap()
        .library()
        .close()
        .unwrap();
    let engine = Engine::open(&path, surroundings, OpenMode::ReadWrite, Face::CommandLine).unwrap();
    // The student with the most to count.
    let students = engine.demonstration_accounts().unwrap().unwrap();
    let (session, used) = students
        .iter()
        .filter(|account| account.roles.contains(&Role::Student) && !account.first_login)
        .map(|account| {
            let password = Secret::new(account.password.clone().unwrap());
            let session = engine.login(&account.account, &password).unwrap();
            let used = engine.status(&session).unwrap().outcomes.used;
            (session, used)
        })
        .max_by_key(|(_, used)| *used)
        .unwrap();
    let mut times: Vec<Duration> = (0..CALLS)
        .map(|_| {
            let started = Instant::now();
            black_box(engine.status(black_box(&session)).unwrap());
            started.elapsed()
        })
        .collect();
    times.sort();
    let median = times[CALLS / 2];
    println!("status of a student with {used} outcomes, {CALLS} calls");
    println!("median           {median:.1?}  (under {LIMIT:.0?})");
    println!("99 of 100 under  {:.1?}", times[CALLS * 99 / 100]);
    engine.library().close().unwrap();
}
