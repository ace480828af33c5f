//! Documents taken apart for a larger PDF, in a child.

use licheng::domain::file::FileKind;
use licheng::media::{
    ChildLimits, ChildTrouble, InProcess, Inspector, Piece, PreviewFailure, PreviewTrouble, Stop,
};

use crate::samples;
use crate::support::{assert_still_works, document, pool};

const LOCKED: &[u8] = include_bytes!("../fixtures/media/locked.pdf");
const OWNER_ONLY: &[u8] = include_bytes!("../fixtures/media/owner-only.pdf");
const PHOTO: &[u8] = include_bytes!("../../src/demo/files/rc-discharge-photo.jpg");
const BADGE: &[u8] = include_bytes!("../../src/demo/files/club-badge.png");
const PAPER: &[u8] = include_bytes!("../../src/demo/files/history-paper.pdf");

/// Numbers as promised, every object where it is said to be.
fn assert_sound(piece: &Piece, first: u32) {
    assert!(!piece.pages.is_empty());
    for (number, at) in &piece.objects {
        assert!((first..piece.next).contains(number), "{number}");
        let head = format!("{number} 0 obj\n");
        assert!(piece.bytes[*at as usize..].starts_with(head.as_bytes()));
    }
    for page in &piece.pages {
        assert!(piece.objects.iter().any(|(number, _)| *number == page.object));
        assert!(page.size.width > 1.0 && page.size.height > 1.0);
    }
}

#[test]
fn a_child_takes_apart_what_the_process_itself_does() {
    let pool = pool();
    let stop = Stop::default();
    for (kind, bytes, pages) in [
        (FileKind::Pdf, samples::pdf(3), 3),
        (FileKind::Pdf, PAPER.to_vec(), 5),
        (FileKind::Pdf, OWNER_ONLY.to_vec(), 1),
        (FileKind::Jpeg, PHOTO.to_vec(), 1),
        (FileKind::Png, BADGE.to_vec(), 1),
    ] {
        let asked = document(kind, bytes);
        for first in [1, 4711] {
            let piece = pool.piece(&asked, first, &stop).unwrap();
            assert_sound(&piece, first);
            if pages > 1 {
                assert!(
                    piece.pages.len() > 1 && piece.pages.len() <= pages.max(9),
                    "{}",
                    piece.pages.len()
                );
            } else {
                assert_eq!(piece.pages.len(), 1);
            }
            let own = InProcess.piece(&asked, first, &stop).unwrap();
            assert_eq!((own.pages, own.next), (piece.pages, piece.next));
        }
    }
}

#[test]
fn what_has_no_pages_or_cannot_be_opened_is_told_apart() {
    let pool = pool();
    let stop = Stop::default();
    for (kind, bytes, trouble) in [
        (FileKind::Pdf, LOCKED.to_vec(), PreviewTrouble::NeedsPassword),
        (
            FileKind::Pdf,
            b"%PDF-1.7 nothing".to_vec(),
            PreviewTrouble::CannotDraw,
        ),
        (
            FileKind::Jpeg,
            b"\xFF\xD8 nothing".to_vec(),
            PreviewTrouble::CannotDraw,
        ),
        (
            FileKind::Mp4,
            samples::MP4.to_vec(),
            PreviewTrouble::NothingToDraw(FileKind::Mp4),
        ),
    ] {
        let answer = pool.piece(&document(kind, bytes), 1, &stop);
        assert_eq!(answer, Err(PreviewFailure::Trouble(trouble)));
    }
    assert_still_works(&pool);
}

#[test]
fn a_document_that_takes_too_long_costs_only_itself() {
    let limits = ChildLimits {
        time: std::time::Duration::ZERO,
        ..ChildLimits::default()
    };
    let pool = crate::support::pool_with(limits);
    let answer = pool.piece(&document(FileKind::Pdf, PAPER.to_vec()), 1, &Stop::default());
    assert_eq!(answer, Err(PreviewFailure::Child(ChildTrouble::TooSlow)));
}
