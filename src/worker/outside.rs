//! Read-only copies for the system's own viewers, in a private folder that goes with the person.
//!
//! A program that was killed leaves its folder behind; the next one sweeps it. The folder holds a file that
//! stays locked as long as its program lives, so nothing of a living program is ever touched, and nothing
//! that does not carry this mark.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::TempDir;

use crate::engine::FileContent;

use super::message::Trouble;
use super::whole_file::cannot_write;

#[derive(Default)]
pub(super) struct Outside(Mutex<Copies>);

const PREFIX: &str = "licheng-";
const LOCK: &str = "licheng.lock";
/// What the lock file holds, so that it cannot be another program's.
const MARK: &[u8] = b"copies for looking at; the program that made them holds this file locked\n";

#[derive(Default)]
struct Copies {
    folder: Option<Folder>,
    count: u64,
}

/// A folder that says of itself that its program lives.
struct Folder {
    place: TempDir,
    lock: fs::File,
}

impl Outside {
    /// Writes a copy that cannot be mistaken for the original: nobody can save into it.
    pub fn copy(&self, content: &FileContent) -> Result<PathBuf, Trouble> {
        let mut copies = self.lock();
        copies
            .copy(content)
            .map_err(|error| cannot_write(&std::env::temp_dir(), &error))
    }

    /// Removes all copies; one that a viewer holds open may stay where the system forbids removing it.
    pub fn clear(&self) {
        if let Some(folder) = self.lock().folder.take()
            && let Err(error) = folder.close()
        {
            log::warn!("copies for viewing were not removed: {error}");
        }
    }

    /// Removes what programs left behind that ended without removing it themselves.
    pub fn sweep() {
        match sweep(&std::env::temp_dir()) {
            Ok(0) => {}
            Ok(count) => log::info!("removed {count} folders of copies that were left behind"),
            Err(error) => log::warn!("looking for copies left behind: {error}"),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Copies> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Copies {
    fn copy(&mut self, content: &FileContent) -> io::Result<PathBuf> {
        let folder = match self.folder.take() {
            Some(folder) => folder,
            None => Folder::new(&std::env::temp_dir())?,
        };
        let base = self.folder.insert(folder).place.path().to_path_buf();
        // Files of one name may be open side by side.
        self.count += 1;
        let own = base.join(self.count.to_string());
        fs::create_dir(&own)?;
        let path = own.join(safe_name(&content.name, content.kind.ending()));
        let mut file = fs::File::create_new(&path)?;
        file.write_all(&content.bytes)?;
        let mut permissions = file.metadata()?.permissions();
        permissions.set_readonly(true);
        file.set_permissions(permissions)?;
        Ok(path)
    }
}

impl Folder {
    /// Other users of the computer are kept out; elsewhere than on Unix the temporary folder is one's own.
    fn new(parent: &Path) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let place = builder.tempdir_in(parent)?;
        // Locked before it bears its name: whoever sweeps meanwhile sees no mark, or a locked one.
        let unnamed = place.path().join("new");
        let mut lock = fs::File::create_new(&unnamed)?;
        lock.write_all(MARK)?;
        lock.lock()?;
        fs::rename(&unnamed, place.path().join(LOCK))?;
        Ok(Self { place, lock })
    }

    fn close(self) -> io::Result<()> {
        // Some systems do not remove what is open.
        drop(self.lock);
        make_removable(self.place.path())?;
        self.place.close()
    }
}

/// Removes the folders in `parent` whose program is gone; says how many.
fn sweep(parent: &Path) -> io::Result<usize> {
    let mut swept = 0;
    for entry in fs::read_dir(parent)?.flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX)
            // Not through a link
            && entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_ours || !was_left_behind(&entry.path()) {
            continue;
        }
        match make_removable(&entry.path()).and_then(|()| fs::remove_dir_all(entry.path())) {
            Ok(()) => swept += 1,
            Err(error) => log::warn!("copies left behind cannot be removed: {error}"),
        }
    }
    Ok(swept)
}

/// Windows before 10 does not remove files that are read-only.
#[cfg(windows)]
fn make_removable(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            make_removable(&entry.path())?;
            continue;
        }
        let mut permissions = entry.metadata()?.permissions();
        permissions.set_readonly(false);
        fs::set_permissions(entry.path(), permissions)?;
    }
    Ok(())
}

#[cfg(not(windows))]
#[expect(clippy::unnecessary_wraps, reason = "on Windows it may fail")]
fn make_removable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// It carries our mark, and nobody holds it. Whatever cannot be told counts as living.
fn was_left_behind(folder: &Path) -> bool {
    let path = folder.join(LOCK);
    if !fs::symlink_metadata(&path).is_ok_and(|facts| facts.is_file() && is_own(&facts)) {
        return false;
    }
    let Ok(mut lock) = fs::File::open(&path) else {
        return false;
    };
    // Through the file that is locked: Windows lets nobody else read it.
    let mut mark = Vec::new();
    lock.try_lock().is_ok() && lock.read_to_end(&mut mark).is_ok() && mark == MARK
}

/// An administrator could remove the copies of others, too.
#[cfg(unix)]
fn is_own(facts: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let own = tempfile::tempfile().and_then(|file| file.metadata());
    own.is_ok_and(|own| own.uid() == facts.uid())
}

#[cfg(not(unix))]
fn is_own(_: &fs::Metadata) -> bool {
    true
}

/// A name every file system takes. It came from another computer, perhaps of another system.
fn safe_name(name: &str, ending: &str) -> String {
    const RESERVED: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
    const LONGEST_STEM_BYTES: usize = 200;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut clean = String::new();
    for letter in stem.chars() {
        let letter = match letter {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '_',
            control if control.is_control() => '_',
            other => other,
        };
        if clean.len() + letter.len_utf8() > LONGEST_STEM_BYTES {
            break;
        }
        clean.push(letter);
    }
    let clean = clean.trim_matches([' ', '.']);
    let upper = clean.to_ascii_uppercase();
    let first = upper.split('.').next().unwrap_or_default();
    let is_port = matches!(
        first.as_bytes(),
        [b'C', b'O', b'M', b'0'..=b'9'] | [b'L', b'P', b'T', b'0'..=b'9']
    );
    if clean.is_empty() || is_port || RESERVED.contains(&first) {
        return format!("_{clean}.{ending}");
    }
    format!("{clean}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::file::FileKind;

    fn content(name: &str) -> FileContent {
        FileContent {
            name: name.into(),
            kind: FileKind::Pdf,
            bytes: b"%PDF".to_vec(),
        }
    }

    #[test]
    fn copies_of_one_name_live_side_by_side_until_cleared() {
        let outside = Outside::default();
        let one = outside.copy(&content("報告.pdf")).unwrap();
        let other = outside.copy(&content("報告.pdf")).unwrap();
        assert_ne!(one, other);
        for path in [&one, &other] {
            assert_eq!(path.file_name().unwrap(), "報告.pdf");
            assert_eq!(fs::read(path).unwrap(), b"%PDF");
            assert!(fs::metadata(path).unwrap().permissions().readonly());
        }
        outside.clear();
        assert!(!one.exists() && !other.exists());
        assert!(!one.parent().unwrap().parent().unwrap().exists());
        assert!(outside.copy(&content("報告.pdf")).unwrap().exists());
    }

    #[test]
    fn what_dead_programs_left_is_swept_and_nothing_else() {
        let parent = tempfile::tempdir().unwrap();
        let make = |name: &str| {
            let folder = parent.path().join(name);
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("報告.pdf"), b"%PDF").unwrap();
            folder
        };
        // As after a power cut: the mark is there, and nobody holds it.
        let dead = make("licheng-dead");
        fs::write(dead.join(LOCK), MARK).unwrap();
        let living = Folder::new(parent.path()).unwrap();
        let unmarked = make("licheng-notes");
        let others = make("licheng-others");
        fs::write(others.join(LOCK), b"a lock of another program").unwrap();
        let elsewhere = make("photos");
        fs::write(elsewhere.join(LOCK), MARK).unwrap();
        assert_eq!(sweep(parent.path()).unwrap(), 1);
        assert!(!dead.exists());
        for kept in [living.place.path(), &unmarked, &others, &elsewhere] {
            assert!(kept.exists(), "{}", kept.display());
        }
        // Left without being closed
        let Folder { place, lock } = living;
        let path = place.keep();
        drop(lock);
        assert_eq!(sweep(parent.path()).unwrap(), 1);
        assert!(!path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let parent = tempfile::tempdir().unwrap();
        let target = tempfile::tempdir().unwrap();
        fs::write(target.path().join(LOCK), MARK).unwrap();
        std::os::unix::fs::symlink(target.path(), parent.path().join("licheng-link")).unwrap();
        assert_eq!(sweep(parent.path()).unwrap(), 0);
        assert!(target.path().exists());
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let outside = Outside::default();
        let path = outside.copy(&content("a.pdf")).unwrap();
        let folder = path.parent().unwrap().parent().unwrap();
        let mode = fs::metadata(folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }

    #[test]
    fn names_fit_every_file_system() {
        for (name, expected) in [
            ("報告.pdf", "報告.pdf"),
            ("a:b?.pdf", "a_b_.pdf"),
            ("../../etc.pdf", "_.._etc.pdf"),
            ("con.pdf", "_con.pdf"),
            ("COM1.x.pdf", "_COM1.x.pdf"),
            (" . .pdf", "_.pdf"),
            ("結尾. .pdf", "結尾.pdf"),
        ] {
            assert_eq!(safe_name(name, "pdf"), expected, "{name}");
        }
        let long = safe_name(&format!("{}.pdf", "長".repeat(200)), "pdf");
        assert!(long.len() <= 255 && long.ends_with("長.pdf"));
    }
}
