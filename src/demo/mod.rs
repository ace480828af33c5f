//! The demonstration school: made-up people, courses and works around today, from a fixed seed.
//!
//! Only its office and its 休業式 are put there. Everything else comes into being as in any school, through the engine's
//! imports and commands, with a clock that walks through the weeks before now, and lies in a library of its own kind: the engine publishes passwords and moves dates
//! only there.
//!
//! - [`build`] makes the school, in a file or in memory.
//! - [`open_or_create`] gives the one at a path, making it where there is none.
//! - [`refresh_dates`] moves its dates to today.

mod classwork;
mod courses;
mod dates;
mod dice;
mod office;
mod officers;
mod people;
mod performances;
mod place;
mod rosters;
mod samples;
mod story;
mod works;

use std::path::Path;
use std::sync::Arc;

use crate::domain::moment::taipei_date;
use crate::engine::{Clock, Engine, Face, Failure, NewSchool, Populate, SeededIds, Surroundings};

pub use place::{open_or_create, refresh_dates};

const SEED: &str = "licheng demonstration school 1";
const SCHOOL_NAME: &str = "示範高中";
/// No school has this code.
const SCHOOL_CODE: &str = "990301";

/// How long before the first date the library was made.
const FOUNDED_MINUTE: i64 = 7 * 60;

/// Makes the school in a new file at `path`, or in memory for `None`. Afterwards the engine tells the
/// time of `surroundings` and goes on with the seed's random numbers: a school in a file is opened anew
/// before anybody works in it, see [`open_or_create`].
///
/// # Errors
/// The library's trouble.
pub fn build(path: Option<&Path>, surroundings: Surroundings, face: Face) -> Result<Engine, Failure> {
    let now = surroundings.clock.now();
    let founded = dates::on_day(now, -dates::FOUNDED_DAYS_AGO, FOUNDED_MINUTE);
    let clock = Arc::new(story::StoryClock::beginning(founded, surroundings.clock));
    let school = NewSchool {
        name: SCHOOL_NAME.to_owned(),
        code: SCHOOL_CODE.to_owned(),
        terms: dates::TERMS,
        demonstration: true,
    };
    let within_the_story = Surroundings {
        clock: Arc::clone(&clock) as Arc<dyn Clock>,
        ids: Arc::new(SeededIds::new(SEED)),
        inspector: surroundings.inspector,
    };
    let engine = Engine::create_school(path, &school, within_the_story, face)?;
    engine.populate(&Populate {
        people: people::office(),
        last_days: office::last_days(now),
        ..Populate::default()
    })?;
    let students = people::students();
    office::found(&engine, &students, now)?;
    let works = works::all(&students);
    story::play(&engine, &clock, &works, &students, now)?;
    office::go_on(&engine, now)?;
    officers::play(&engine, &students)?;
    engine.arrange_demonstration_around(taipei_date(now))?;
    clock.end();
    Ok(engine)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn samples_are_what_their_index_says() {
        let index: Vec<serde_json::Value> = serde_json::from_str(include_str!("files/index.json")).unwrap();
        let told: BTreeSet<[&str; 3]> = index
            .iter()
            .map(|entry| {
                ["title", "description", "original_name"].map(|field| entry[field].as_str().unwrap())
            })
            .collect();
        let used: BTreeSet<[&str; 3]> = works::all(&people::students())
            .iter()
            .flat_map(|work| [Some(work.sample), work.companion])
            .flatten()
            .map(|sample| [sample.title, sample.description, sample.original_name])
            .collect();
        assert_eq!(used, told);
    }
}
