//! Who else on this computer has the library open, so that a person who waits can be told for whom.
//!
//! Each program leaves a small file in the temporary folder while it has the library open. This is
//! information only: exclusion is the business of the storage engine's locks, which is why a failure
//! here never keeps a library from opening.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

/// How a person meets the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    Window,
    CommandLine,
}

/// Another running program that has the same library open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherProgram {
    pub pid: u32,
    pub face: Face,
    /// Since when, by that program's clock; seconds since 1970-01-01 UTC.
    pub since_unix: i64,
}

/// This program's own mark; removed when dropped.
#[derive(Debug)]
pub struct Presence {
    folder: PathBuf,
    own_file: PathBuf,
    own_pid: u32,
}

impl Presence {
    /// Leaves the mark of process `pid` for the library at `library` below `temporary_folder`.
    pub fn announce(
        temporary_folder: &Path,
        library: &Path,
        pid: u32,
        face: Face,
        since_unix: i64,
    ) -> io::Result<Self> {
        let folder = folder_for(temporary_folder, library);
        fs::create_dir_all(&folder)?;
        open_to_all_users(&folder);
        let own_file = folder.join(pid.to_string());
        match fs::remove_file(&own_file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let started_unix = start_of(&[pid])?.first().map_or(0, |(_, start)| *start);
        let mark = Mark {
            face,
            since_unix,
            started_unix,
        };
        write_new(&own_file, &mark.to_text())?;
        Ok(Self {
            folder,
            own_file,
            own_pid: pid,
        })
    }

    /// The other programs, longest open first. Marks of programs that died are cleared away.
    pub fn others(&self) -> io::Result<Vec<OtherProgram>> {
        let mut marks = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let Some(pid) = entry
                .file_name()
                .to_str()
                .and_then(|name| name.parse::<u32>().ok())
            else {
                continue;
            };
            if pid == self.own_pid {
                continue;
            }
            // A mark may vanish between listing and reading: its program has just gone.
            if let Some(mark) = fs::read_to_string(entry.path())
                .ok()
                .as_deref()
                .and_then(Mark::parse)
            {
                marks.push((pid, mark, entry.path()));
            }
        }
        let pids: Vec<u32> = marks.iter().map(|(pid, ..)| *pid).collect();
        let running = start_of(&pids)?;
        let mut others = Vec::new();
        for (pid, mark, path) in marks {
            let alive = running
                .iter()
                .any(|(running, start)| *running == pid && mark.is_of_start(*start));
            if alive {
                others.push(OtherProgram {
                    pid,
                    face: mark.face,
                    since_unix: mark.since_unix,
                });
            } else if let Err(error) = fs::remove_file(&path) {
                log::debug!("the mark of a program that ended stays: {error}");
            }
        }
        others.sort_by_key(|other| (other.since_unix, other.pid));
        Ok(others)
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.own_file) {
            log::debug!("the mark of this program stays: {error}");
        }
        // Succeeds for the last one out only.
        let _ = fs::remove_dir(&self.folder);
    }
}

fn folder_for(temporary_folder: &Path, library: &Path) -> PathBuf {
    let canonical = fs::canonicalize(library).unwrap_or_else(|_| library.to_path_buf());
    let hash = blake3::hash(canonical.as_os_str().as_encoded_bytes()).to_hex();
    temporary_folder.join(format!("licheng-presence-{}", &hash[..16]))
}

/// Several users of one computer may share a library; like the temporary folder itself, everyone may
/// add and nobody may remove what belongs to another.
#[cfg(unix)]
fn open_to_all_users(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    if let Err(error) = fs::set_permissions(folder, fs::Permissions::from_mode(0o1777)) {
        log::debug!("the folder for marks belongs to another user: {error}");
    }
}

#[cfg(not(unix))]
fn open_to_all_users(_folder: &Path) {}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    use std::io::Write;
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)?
        .write_all(text.as_bytes())
}

/// The running ones among `pids`, with the time each was started at (seconds since 1970).
fn start_of(pids: &[u32]) -> io::Result<Vec<(u32, u64)>> {
    if pids.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: Vec<Pid> = pids.iter().map(|pid| Pid::from_u32(*pid)).collect();
    let mut system =
        System::new().map_err(|error| io::Error::new(io::ErrorKind::Unsupported, error.to_string()))?;
    system.refresh_processes_specifics(
        ProcessesToUpdate::Some(&wanted),
        false,
        ProcessRefreshKind::nothing(),
    );
    let start = |pid: &Pid| Some((pid.as_u32(), system.process(*pid)?.start_time()));
    Ok(wanted.iter().filter_map(start).collect())
}

struct Mark {
    face: Face,
    since_unix: i64,
    /// When the operating system started the process: tells it from a later one with the same pid.
    started_unix: u64,
}

impl Mark {
    fn to_text(&self) -> String {
        let face = match self.face {
            Face::Window => "window",
            Face::CommandLine => "command-line",
        };
        format!("{face} {} {}", self.since_unix, self.started_unix)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let face = match words.next()? {
            "window" => Face::Window,
            "command-line" => Face::CommandLine,
            _ => return None,
        };
        let since_unix = words.next()?.parse().ok()?;
        let started_unix = words.next()?.parse().ok()?;
        words.next().is_none().then_some(Self {
            face,
            since_unix,
            started_unix,
        })
    }

    /// The system computes start times from the time since boot, so they may differ by a second.
    fn is_of_start(&self, start: u64) -> bool {
        self.started_unix.abs_diff(start) <= 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIBRARY: &str = "/somewhere/licheng.redb";

    fn announce(temporary: &Path, pid: u32) -> Presence {
        Presence::announce(temporary, Path::new(LIBRARY), pid, Face::Window, 1_000).unwrap()
    }

    fn leave_mark(temporary: &Path, pid: u32, text: &str) -> PathBuf {
        let folder = folder_for(temporary, Path::new(LIBRARY));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(pid.to_string()), text).unwrap();
        folder.join(pid.to_string())
    }

    /// A pid that no process has: above every system's limit.
    const NOBODY: u32 = 0x7FFF_FFF0;

    #[test]
    fn a_program_that_runs_is_seen_until_it_leaves() {
        let temporary = tempfile::tempdir().unwrap();
        let running = announce(temporary.path(), std::process::id());
        let asking = announce(temporary.path(), NOBODY);
        let expected = OtherProgram {
            pid: std::process::id(),
            face: Face::Window,
            since_unix: 1_000,
        };
        assert_eq!(asking.others().unwrap(), [expected]);
        drop(running);
        assert_eq!(asking.others().unwrap(), []);
    }

    #[test]
    fn the_dead_and_their_successors_are_cleared_away() {
        let temporary = tempfile::tempdir().unwrap();
        let dead = leave_mark(temporary.path(), NOBODY, "window 5 5");
        let own_start = start_of(&[std::process::id()]).unwrap()[0].1;
        let recycled = leave_mark(
            temporary.path(),
            std::process::id(),
            &format!("window 5 {}", own_start - 60),
        );
        let asking = announce(temporary.path(), NOBODY - 1);
        assert_eq!(asking.others().unwrap(), []);
        assert!(!dead.exists());
        assert!(!recycled.exists());
    }

    #[test]
    fn marks_of_strangers_are_not_believed() {
        let temporary = tempfile::tempdir().unwrap();
        let pid = std::process::id();
        let asking = announce(temporary.path(), NOBODY);
        for text in ["", "window", "window x 1", "window 1 1 1", "browser 1 1"] {
            leave_mark(temporary.path(), pid, text);
            assert_eq!(asking.others().unwrap(), [], "{text:?}");
        }
    }

    #[test]
    fn libraries_do_not_see_each_other() {
        let temporary = tempfile::tempdir().unwrap();
        let _running = announce(temporary.path(), std::process::id());
        let elsewhere = Presence::announce(
            temporary.path(),
            Path::new("/other.redb"),
            NOBODY,
            Face::CommandLine,
            0,
        )
        .unwrap();
        assert_eq!(elsewhere.others().unwrap(), []);
    }

    #[test]
    fn nothing_stays_behind() {
        let temporary = tempfile::tempdir().unwrap();
        drop(announce(temporary.path(), std::process::id()));
        assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
    }
}
