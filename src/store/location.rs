//! Where the library is: `--library`, else the environment, else the file beside the program (a USB
//! stick), else the platform's data folder.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The environment variable that names a library.
pub const LIBRARY_VARIABLE: &str = "LICHENG_LIBRARY";
/// The usual name of a library.
pub const LIBRARY_FILE: &str = "licheng.redb";
/// The name of the demonstration school's library.
pub const DEMONSTRATION_FILE: &str = "demo.redb";

/// What the choice depends on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// From the command line.
    pub option: Option<PathBuf>,
    /// From the environment; an empty value counts as none.
    pub variable: Option<OsString>,
    /// The folder of the program, if a library lies in it.
    pub beside_program: Option<PathBuf>,
    /// The platform's folder for this program's data.
    pub data_folder: Option<PathBuf>,
}

/// Why a library is where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    Option,
    Variable,
    BesideProgram,
    DataFolder,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    pub path: PathBuf,
    pub origin: Origin,
}

impl Places {
    /// As this process finds them.
    pub fn of_this_process(option: Option<PathBuf>) -> Self {
        let program_folder = std::env::current_exe()
            .ok()
            .and_then(|program| program.parent().map(Path::to_path_buf));
        Self {
            option,
            variable: std::env::var_os(LIBRARY_VARIABLE),
            beside_program: program_folder.filter(|folder| folder.join(LIBRARY_FILE).exists()),
            data_folder: data_folder(),
        }
    }

    /// The library to use; `None` only where the platform has no data folder.
    pub fn library(&self) -> Option<Location> {
        let named = |path: &Path, origin| Location {
            path: path.to_path_buf(),
            origin,
        };
        if let Some(path) = &self.option {
            return Some(named(path, Origin::Option));
        }
        if let Some(path) = self.variable.as_deref().filter(|value| !value.is_empty()) {
            return Some(named(OsStr::as_ref(path), Origin::Variable));
        }
        if let Some(folder) = &self.beside_program {
            return Some(named(&folder.join(LIBRARY_FILE), Origin::BesideProgram));
        }
        let folder = self.data_folder.as_deref()?;
        Some(named(&folder.join(LIBRARY_FILE), Origin::DataFolder))
    }

    /// The demonstration's library: only `--library` moves it, so that it never touches real work.
    pub fn demonstration(&self) -> Option<Location> {
        if let Some(path) = &self.option {
            return Some(Location {
                path: path.clone(),
                origin: Origin::Option,
            });
        }
        let path = self.data_folder.as_deref()?.join(DEMONSTRATION_FILE);
        Some(Location {
            path,
            origin: Origin::DataFolder,
        })
    }
}

/// The platform's folder for this program's data; it may not exist yet.
pub fn data_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "licheng").map(|folders| folders.data_dir().to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything() -> Places {
        Places {
            option: Some("option.redb".into()),
            variable: Some("variable.redb".into()),
            beside_program: Some("/stick".into()),
            data_folder: Some("/data".into()),
        }
    }

    #[test]
    fn the_nearest_wish_wins() {
        let mut places = everything();
        let mut expect = |change: fn(&mut Places), path: &str, origin| {
            change(&mut places);
            assert_eq!(
                places.library(),
                Some(Location {
                    path: path.into(),
                    origin
                })
            );
        };
        expect(|_| {}, "option.redb", Origin::Option);
        expect(|places| places.option = None, "variable.redb", Origin::Variable);
        expect(
            |places| places.variable = Some("".into()),
            "/stick/licheng.redb",
            Origin::BesideProgram,
        );
        expect(
            |places| places.beside_program = None,
            "/data/licheng.redb",
            Origin::DataFolder,
        );
        places.data_folder = None;
        assert_eq!(places.library(), None);
    }

    #[test]
    fn the_demonstration_keeps_away_from_real_work() {
        let mut places = everything();
        assert_eq!(places.demonstration().unwrap().path, Path::new("option.redb"));
        places.option = None;
        let demonstration = places.demonstration().unwrap();
        assert_eq!(
            demonstration,
            Location {
                path: "/data/demo.redb".into(),
                origin: Origin::DataFolder
            }
        );
    }
}
