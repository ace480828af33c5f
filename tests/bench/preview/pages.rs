//! The child process against `pdftoppm` on the same files: the first page, and the pages after it.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use licheng::domain::file::FileKind;
use licheng::media::{CHILD_ARGUMENT, ChildPool, Document, Inspector, PageView, Stop};

use crate::documents::{self, Recipe};
use crate::{limits, median, ratio};

const ROUNDS: usize = 9;
const WIDTH_PX: u32 = 1000;

pub fn measure(folder: &Path) {
    if Command::new("pdftoppm").arg("-v").output().is_err() {
        println!("pdftoppm (package poppler-utils) is not here: pages are not compared");
        return;
    }
    let text = Recipe {
        pages: 25,
        photo_px: 1_000,
        seed: 1,
        scanned: false,
        least_bytes: 0,
    };
    let scan = Recipe {
        pages: 5,
        photo_px: 2_200,
        seed: 2,
        scanned: true,
        least_bytes: 0,
    };
    for (name, recipe) in [("text and photographs", text), ("scanned pages", scan)] {
        compare(name, recipe, folder);
    }
}

fn compare(name: &str, recipe: Recipe, folder: &Path) {
    let bytes = documents::pdf(recipe);
    assert!(
        (4_500_000..5_500_000).contains(&bytes.len()),
        "{} bytes",
        bytes.len()
    );
    let path = folder.join("document.pdf");
    std::fs::write(&path, &bytes).unwrap();
    let children = ChildPool::new(
        env!("CARGO_BIN_EXE_licheng").into(),
        vec![CHILD_ARGUMENT.into()],
        1,
    );
    let (mut ours_first, mut ours_later, mut theirs_first, mut theirs_all) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // Bytes of its own in every round: the child has never seen them.
        let bytes = documents::distinct(&bytes, round as u32);
        let document = Document {
            key: *blake3::hash(&bytes).as_bytes(),
            kind: FileKind::Pdf,
            bytes: Arc::from(bytes),
        };
        ours_first.push(timed(|| draw(&children, &document, 0)));
        let later = timed(|| (1..recipe.pages).for_each(|page| draw(&children, &document, page)));
        ours_later.push(later / (recipe.pages - 1));
        theirs_first.push(timed(|| pdftoppm(&path, 1, Some("-png"), folder)));
        theirs_all.push(timed(|| pdftoppm(&path, recipe.pages, None, folder)) / recipe.pages);
    }
    let [first, later] = [ours_first, ours_later].map(median);
    let [their_first, their_page] = [theirs_first, theirs_all].map(median);
    println!(
        "{name}: {} pages, {:.1} MB, {WIDTH_PX} px wide, medians of {ROUNDS} rounds",
        recipe.pages,
        bytes.len() as f64 / 1e6
    );
    let times = ratio(their_first, first);
    limits::hold(
        times >= 5.0,
        &format!(
            "first page   {first:.1?}, pdftoppm's whole process {their_first:.1?}: {times:.1} times as fast (at least 5)"
        ),
    );
    let times = ratio(their_page, later);
    limits::hold(
        times >= 1.0,
        &format!(
            "later pages  {later:.1?}, pdftoppm per page {their_page:.1?}: {times:.1} times as fast (at least 1)"
        ),
    );
}

fn draw(children: &ChildPool, document: &Document, page: u32) {
    let view = PageView {
        page,
        width_px: WIDTH_PX,
        part: None,
    };
    let image = children.draw(document, view, &Stop::default()).unwrap();
    assert_eq!(image.width, WIDTH_PX);
}

/// Its pages up to `last`; without a format it writes plain pixels, which costs it least.
fn pdftoppm(path: &Path, last: u32, format: Option<&str>, folder: &Path) {
    let done = Command::new("pdftoppm")
        .args(["-f", "1", "-l", &last.to_string()])
        .args(format)
        .args(["-scale-to-x", &WIDTH_PX.to_string(), "-scale-to-y", "-1"])
        .arg(path)
        .arg(folder.join("page"))
        .status()
        .unwrap();
    assert!(done.success());
}

fn timed(work: impl FnOnce()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}
