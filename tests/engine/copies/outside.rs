//! A copy opened by other programs, and by who left school.

use std::process::Command as Program;

use chrono::Duration;
use licheng::domain::access::Right;
use licheng::domain::account::Status;
use licheng::domain::moment::{start_of_day, taipei_date};
use licheng::domain::people_refusal::PeopleRefusal;
use licheng::domain::refusal::Refusal;
use licheng::engine::{AccountCommand, Command, Failure, Secret, demonstration_password};

use super::{copy_of, school_with_work, unpack};

/// Another unzip of this machine. Where there is none, the archive is read here, and that is said.
fn unzipped(archive: &std::path::Path, to: &std::path::Path) -> Option<&'static str> {
    let programs: [(&str, &[&str]); 2] = [("unzip", &["-q", "-o"]), ("python3", &["-m", "zipfile", "-e"])];
    for (name, arguments) in programs {
        let mut program = Program::new(name);
        program.args(arguments).arg(archive);
        if name == "unzip" {
            program.arg("-d");
        }
        program.arg(to);
        if program.status().is_ok_and(|status| status.success()) {
            return Some(name);
        }
    }
    None
}

#[test]
fn another_program_unpacks_the_same_bytes() {
    let (school, student) = school_with_work();
    let copy = copy_of(&school.engine, &student);
    let folder = tempfile::tempdir().unwrap();
    let (archive, to) = (folder.path().join("copy.zip"), folder.path().join("out"));
    std::fs::write(&archive, &copy).unwrap();
    std::fs::create_dir(&to).unwrap();
    let entries = unpack(&copy);
    assert!(entries.len() > 5);
    match unzipped(&archive, &to) {
        Some(program) => {
            for (name, bytes) in &entries {
                let there = std::fs::read(to.join(name)).unwrap_or_else(|error| {
                    panic!("{program} did not unpack {name}: {error}");
                });
                assert!(there == *bytes, "{program}: {name}");
            }
        }
        // The zip crate then is the other reader: `unpack` above read every entry with its checksum.
        None => eprintln!("no other unzip on this machine; read by the zip crate alone"),
    }
}

#[test]
fn who_graduated_takes_a_copy_along_until_the_day_is_over() {
    let (school, student) = school_with_work();
    let until = taipei_date(school.engine.now()) + Duration::days(10);
    let graduate = AccountCommand::Graduate {
        accounts: vec![student.account],
        until,
    };
    school
        .run(&school.login("r1"), &Command::Account(graduate))
        .unwrap();
    let log_in = || {
        school
            .engine
            .login("s1", &Secret::new(demonstration_password("s1")))
    };
    let session = log_in().unwrap();
    assert!(session.is_read_only());
    let copy = copy_of(&school.engine, &session);
    assert!(unpack(&copy).contains_key("portfolio.json"));
    assert!(Right::TakeCopy.outlasts_school());
    school.clock.set(start_of_day(until) + Duration::days(1));
    assert!(
        matches!(
            log_in(),
            Err(Failure::Refused(Refusal::People(PeopleRefusal::AccessOver {
                status: Status::Graduated,
                ..
            })))
        ),
        "nobody logs in any more"
    );
    // A window that was left open on that day gives nothing either.
    let mut target = std::io::Cursor::new(Vec::new());
    let late = school.engine.write_copy(
        &session,
        &mut target,
        &mut |_| std::ops::ControlFlow::Continue(()),
    );
    assert!(late.is_err(), "the allowed time is over");
}
