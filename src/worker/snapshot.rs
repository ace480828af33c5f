//! Everything a person's pages show.

use crate::engine::{Engine, Failure, Session};

use super::message::Snapshot;

/// After so many commits in between, pages of two neighbouring states do: a message follows anyway.
const TRIES: u32 = 3;

/// Reads until no commit came in between, so that the pages agree with each other.
pub(super) fn load(engine: &Engine, session: &Session) -> Result<Snapshot, Failure> {
    let mut tries = 1;
    loop {
        let snapshot = load_once(engine, session)?;
        if tries == TRIES || snapshot.commit_count == engine.library().commit_count()? {
            return Ok(snapshot);
        }
        tries += 1;
    }
}

fn load_once(engine: &Engine, session: &Session) -> Result<Snapshot, Failure> {
    let commit_count = engine.library().commit_count()?;
    Ok(Snapshot {
        status: engine.status(session)?,
        terms: engine.terms(session)?,
        courses: engine.courses(session, None)?,
        items: engine.items(session, None, false)?,
        trash: engine.items(session, None, true)?,
        activities: engine.activities(session, false)?,
        activity_trash: engine.activities(session, true)?,
        selection: if session.keeps_items() {
            Some(engine.selection(session, None)?)
        } else {
            None
        },
        receipt: if session.keeps_items() {
            engine.receipt(session, None)?
        } else {
            None
        },
        windows: engine.windows(session)?,
        board: engine.board(session)?,
        drafts: engine.drafts(session)?,
        commit_count,
    })
}
