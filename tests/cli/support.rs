//! Runs the real program on libraries of its own, away from everything of the person who tests.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// The first student: 5 of 20 in all four states.
pub const STUDENT: &str = "1130101";
/// 20 of 20.
pub const FULL_STUDENT: &str = "1130102";
/// Has never logged in.
pub const NEW_STUDENT: &str = "1130130";
pub const REGISTRY: &str = "registry";
pub const TERM: &str = "114-1";

/// A folder with a demonstration library and everything that programs write beside it.
pub struct Place {
    folder: TempDir,
}

/// What a program said.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn password_of(account: &str) -> String {
    format!("demo-{account}")
}

/// A file of the demonstration school.
pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/demo/files")
        .join(name)
}

impl Place {
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("temporary")).unwrap();
        Self { folder }
    }

    /// With a copy of a school that was made once.
    pub fn with_school() -> Self {
        static SCHOOL: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = SCHOOL.get_or_init(|| {
            let place = Self::empty();
            let said = place.finish(place.command(["demo", "--no-window"]));
            assert_eq!(said.code, 0, "{}", said.err);
            fs::read(place.library()).unwrap()
        });
        let place = Self::empty();
        fs::write(place.library(), bytes).unwrap();
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn library(&self) -> PathBuf {
        self.path("school.redb")
    }

    pub fn log(&self) -> PathBuf {
        self.path("log.log")
    }

    pub fn temporary(&self) -> PathBuf {
        self.path("temporary")
    }

    pub fn command<I: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = I>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_licheng"));
        command
            .arg("--library")
            .arg(self.library())
            .args(arguments)
            .env_remove("LICHENG_LIBRARY")
            .env_remove("LICHENG_PASSWORD")
            .env_remove("LICHENG_NEW_PASSWORD")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env("LICHENG_LOG", self.log())
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("TMPDIR", self.temporary())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn start(&self, account: &str, arguments: &[&str]) -> Child {
        let mut command = self.command(arguments);
        command
            .arg("--account")
            .arg(account)
            .env("LICHENG_PASSWORD", password_of(account));
        command.spawn().unwrap()
    }

    pub fn finish(&self, mut command: Command) -> Said {
        said(command.output().unwrap())
    }

    /// As this account, with its published password.
    pub fn run(&self, account: &str, arguments: &[&str]) -> Said {
        said(self.start(account, arguments).wait_with_output().unwrap())
    }

    /// With `--json`; must be done.
    #[track_caller]
    pub fn json(&self, account: &str, arguments: &[&str]) -> Value {
        let said = self.run(account, &[arguments, &["--json"]].concat());
        assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
        serde_json::from_str(&said.out).unwrap()
    }

    /// Must end with this code and say why.
    #[track_caller]
    pub fn refused(&self, account: &str, arguments: &[&str], code: i32) -> String {
        let said = self.run(account, arguments);
        assert_eq!(said.code, code, "{arguments:?}: {} {}", said.out, said.err);
        assert!(!said.err.trim().is_empty(), "the reason is told: {arguments:?}");
        assert_eq!(said.out, "", "nothing is answered: {arguments:?}");
        said.err
    }

    /// The id of the course of this name.
    pub fn course(&self, account: &str, name: &str) -> String {
        let courses = self.json(account, &["course", "list", "--term", TERM]);
        let found = courses
            .as_array()
            .unwrap()
            .iter()
            .find(|course| course["name"] == name);
        text(&found.unwrap_or_else(|| panic!("no course {name}"))["id"])
    }

    pub fn items(&self, account: &str) -> Vec<Value> {
        self.json(account, &["item", "list", "--term", TERM])
            .as_array()
            .unwrap()
            .clone()
    }

    /// The id of some item in this state.
    pub fn item_in(&self, account: &str, state: &str) -> String {
        let items = self.items(account);
        text(&items.iter().find(|item| item["state"] == state).unwrap()["id"])
    }

    pub fn used(&self, account: &str) -> u64 {
        self.json(account, &["status"])["counters"]["outcome"]["used"]
            .as_u64()
            .unwrap()
    }

    pub fn add(&self, course: &str, file: &Path) -> Value {
        let file = file.to_str().unwrap();
        self.json(
            STUDENT,
            &[
                "item",
                "add",
                "--term",
                TERM,
                "--course",
                course,
                "--title",
                "測試作品",
                "--file",
                file,
            ],
        )
    }
}

pub fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The names of an object's fields, in the order in which they are printed.
pub fn fields(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}
