//! Read-only copies for the system's own viewers, in a private folder that goes with the library.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::TempDir;

use crate::engine::FileContent;

use super::message::Trouble;
use super::whole_file::cannot_write;

#[derive(Default)]
pub(super) struct Outside(Mutex<Copies>);

#[derive(Default)]
struct Copies {
    folder: Option<TempDir>,
    count: u64,
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

    fn lock(&self) -> MutexGuard<'_, Copies> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Copies {
    fn copy(&mut self, content: &FileContent) -> io::Result<PathBuf> {
        let folder = match self.folder.take() {
            Some(folder) => folder,
            None => private_folder()?,
        };
        let base = self.folder.insert(folder).path().to_path_buf();
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

/// Other users of the computer are kept out; elsewhere than on Unix the temporary folder is one's own.
fn private_folder() -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("licheng-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
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
