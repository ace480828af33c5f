//! Pools of real children, and documents.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use licheng::domain::file::{ContentFacts, FileKind};
use licheng::media::{CHILD_ARGUMENT, ChildLimits, ChildPool, Document, Inspector, PagePart, PageView};

use crate::samples;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_licheng");

pub fn pool() -> ChildPool {
    // The debug build on a busy machine is slow; the limit of the program is 10 s.
    pool_with(ChildLimits {
        time: Duration::from_secs(60),
        ..ChildLimits::default()
    })
}

pub fn pool_with(limits: ChildLimits) -> ChildPool {
    pool_of(2, limits)
}

pub fn pool_of(children: usize, limits: ChildLimits) -> ChildPool {
    let args = vec![OsString::from(CHILD_ARGUMENT)];
    ChildPool::with_limits(PathBuf::from(PROGRAM), args, children, limits)
}

pub fn assert_still_works(pool: &ChildPool) {
    let inspection = pool.inspect(&samples::pdf(3)).unwrap();
    assert_eq!(inspection.facts, Some(ContentFacts::Pages { count: 3 }));
}

pub fn document(kind: FileKind, bytes: Vec<u8>) -> Document {
    Document {
        key: *blake3::hash(&bytes).as_bytes(),
        kind,
        bytes: bytes.into(),
    }
}

pub fn whole(page: u32, width_px: u32) -> PageView {
    PageView {
        page,
        width_px,
        part: None,
    }
}

pub fn part(width_px: u32, x: u32, y: u32, width: u32, height: u32) -> PageView {
    PageView {
        page: 0,
        width_px,
        part: Some(PagePart { x, y, width, height }),
    }
}
