//! Content handed over before a command names it: open, append, finish.
//!
//! Staged content lives in memory (an accepted file has at most some 10 MB) and is looked at by the
//! inspector before any transaction begins.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::JoinHandle;

use md5::{Digest, Md5};

use crate::domain::file::{FileProblem, Inspection, Slot};
use crate::domain::id::{AccountId, StageId};
use crate::domain::limits::Limits;
use crate::domain::refusal::Refusal;
use crate::media::InspectFailure;

use super::command::{Command, StagedFile};
use super::failure::Failure;
use super::session::Session;
use super::view::{self, StagedView};
use super::{Engine, answer, guard};

/// Contents of one person that may wait at a time.
const MOST_WAITING: usize = 64;

#[derive(Debug)]
struct Stage {
    account: AccountId,
    name: String,
    declared: u64,
    bytes: Vec<u8>,
    finished: Option<Arc<Staged>>,
}

/// Content that was looked at.
#[derive(Debug)]
pub(super) struct Staged {
    pub bytes: Arc<Vec<u8>>,
    pub inspection: Inspection,
    pub blake3: [u8; 32],
    md5: LaterMd5,
}

impl Staged {
    /// Waits until it is computed.
    pub fn md5(&self) -> [u8; 16] {
        self.md5.get(&self.bytes)
    }
}

/// MD5 is the slow one of the hashes and wanted last: a thread of its own computes it meanwhile.
#[derive(Debug)]
struct LaterMd5 {
    running: Mutex<Option<JoinHandle<[u8; 16]>>>,
    done: OnceLock<[u8; 16]>,
}

impl LaterMd5 {
    fn begin(bytes: &Arc<Vec<u8>>) -> Self {
        let bytes = Arc::clone(bytes);
        let thread = std::thread::Builder::new().name("md5".to_owned());
        let running = thread.spawn(move || Md5::digest(bytes.as_slice()).into()).ok();
        Self {
            running: Mutex::new(running),
            done: OnceLock::new(),
        }
    }

    fn get(&self, bytes: &[u8]) -> [u8; 16] {
        *self.done.get_or_init(|| {
            let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).take();
            // Without a thread (the system gave none) it is computed here.
            running
                .and_then(|thread| thread.join().ok())
                .unwrap_or_else(|| Md5::digest(bytes).into())
        })
    }
}

#[derive(Default)]
pub(super) struct Stages(Mutex<HashMap<StageId, Stage>>);

impl Stages {
    fn lock(&self) -> MutexGuard<'_, HashMap<StageId, Stage>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The finished content behind a staged file, if it is this person's.
    pub(super) fn get(&self, account: AccountId, file: &StagedFile) -> Result<Arc<Staged>, Refusal> {
        self.lock()
            .get(&file.stage)
            .filter(|stage| stage.account == account)
            .and_then(|stage| stage.finished.clone())
            .ok_or(Refusal::StageMissing)
    }

    /// Forgets what a successful command used up.
    pub(super) fn consume(&self, command: &Command) {
        let mut stages = self.lock();
        for file in command.files() {
            stages.remove(&file.stage);
        }
    }
}

impl Engine {
    /// Begins handing over `declared_bytes` of content known to the person as `name`.
    ///
    /// # Errors
    /// [`FileProblem::TooBig`] at once for what no slot could take.
    pub fn stage_open(&self, session: &Session, declared_bytes: u64, name: &str) -> Result<StageId, Failure> {
        let limits = self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            answer::largest_limits(txn).map_err(Failure::from)
        })?;
        require_possible_size(name, declared_bytes, &limits)?;
        let mut stages = self.stages.lock();
        if stages
            .values()
            .filter(|stage| stage.account == session.account)
            .count()
            >= MOST_WAITING
        {
            // Somebody left windows open with files picked and never used: the oldest go.
            stages.retain(|_, stage| stage.account != session.account || stage.finished.is_none());
        }
        let id = StageId(self.ids.next_u64());
        let stage = Stage {
            account: session.account,
            name: name.to_owned(),
            declared: declared_bytes,
            // Never more than the largest limit: that was asked above.
            bytes: Vec::with_capacity(usize::try_from(declared_bytes).unwrap_or(0)),
            finished: None,
        };
        stages.insert(id, stage);
        Ok(id)
    }

    /// Hands over the next bytes.
    ///
    /// # Errors
    /// [`Refusal::StageMissing`], or more bytes than were declared.
    pub fn stage_append(&self, id: StageId, bytes: &[u8]) -> Result<(), Failure> {
        let mut stages = self.stages.lock();
        let stage = stages.get_mut(&id).ok_or(Refusal::StageMissing)?;
        let length = stage.bytes.len() as u64 + bytes.len() as u64;
        if length > stage.declared {
            let name = stage.name.clone();
            stages.remove(&id);
            return Err(Refusal::File {
                name,
                problem: FileProblem::Vanished,
            }
            .into());
        }
        stage.bytes.extend_from_slice(bytes);
        Ok(())
    }

    /// Ends handing over: the content is recognised and inspected. What is refused is forgotten.
    ///
    /// # Errors
    /// [`Refusal::File`] with what is wrong.
    pub fn stage_finish(&self, session: &Session, id: StageId) -> Result<StagedView, Failure> {
        let stage = self.stages.lock().remove(&id).ok_or(Refusal::StageMissing)?;
        if stage.account != session.account {
            return Err(Refusal::StageMissing.into());
        }
        if stage.bytes.len() as u64 != stage.declared {
            return Err(Refusal::File {
                name: stage.name,
                problem: FileProblem::Vanished,
            }
            .into());
        }
        let bytes = Arc::new(stage.bytes);
        let md5 = LaterMd5::begin(&bytes);
        let inspection = self.inspector.inspect(&bytes).map_err(|failure| {
            let problem = match failure {
                InspectFailure::Problem(problem) => FileProblem::Content(problem),
                InspectFailure::Child(trouble) => {
                    log::warn!("a handed-over file could not be inspected: {trouble:?}");
                    FileProblem::InspectionFailed
                }
            };
            Refusal::File {
                name: stage.name.clone(),
                problem,
            }
        })?;
        let staged = Arc::new(Staged {
            blake3: *blake3::hash(&bytes).as_bytes(),
            md5,
            inspection,
            bytes,
        });
        let same_bytes = self.library.read(|txn| {
            let content = self.library.header().name_key.hash(&staged.blake3);
            view::items_with_content(txn, &content, session.account, None).map_err(Failure::from)
        })?;
        let view = StagedView {
            kind: staged.inspection.kind,
            bytes: staged.bytes.len() as u64,
            blake3: staged.blake3,
            facts: staged.inspection.facts.clone(),
            cautions: staged.inspection.cautions.clone(),
            same_bytes,
        };
        let finished = Stage {
            bytes: Vec::new(),
            finished: Some(staged),
            ..stage
        };
        self.stages.lock().insert(id, finished);
        Ok(view)
    }

    /// Forgets handed-over content.
    pub fn stage_discard(&self, id: StageId) {
        self.stages.lock().remove(&id);
    }

    /// All at once, for content that is in memory already.
    ///
    /// # Errors
    /// As the three steps.
    pub fn stage_bytes(
        &self,
        session: &Session,
        name: &str,
        bytes: impl Into<Vec<u8>>,
    ) -> Result<(StageId, StagedView), Failure> {
        let bytes: Vec<u8> = bytes.into();
        let id = self.stage_open(session, bytes.len() as u64, name)?;
        // Taken as it is: whoever has read a file has no further use for the bytes.
        self.stages
            .lock()
            .get_mut(&id)
            .ok_or(Refusal::StageMissing)?
            .bytes = bytes;
        let view = self.stage_finish(session, id)?;
        Ok((id, view))
    }
}

fn require_possible_size(name: &str, bytes: u64, limits: &Limits) -> Result<(), Refusal> {
    let (limit, slot) = if limits.media_bytes >= limits.document_bytes {
        (limits.media_bytes, Slot::Media)
    } else {
        (limits.document_bytes, Slot::Document)
    };
    if bytes > limit {
        return Err(Refusal::File {
            name: name.to_owned(),
            problem: FileProblem::TooBig { bytes, limit, slot },
        });
    }
    Ok(())
}
