use image::{ExtendedColorType, ImageEncoder, codecs::jpeg::JpegEncoder, codecs::png::PngEncoder};

use super::*;
use crate::domain::file::ContentFacts;
use crate::media::samples;

const MP3: &[u8] = include_bytes!("../../../tests/fixtures/media/tone.mp3");
const MP3_WITHOUT_TAG: &[u8] = include_bytes!("../../../tests/fixtures/media/plain.mp3");
const MP4_SOUND_ONLY: &[u8] = include_bytes!("../../../tests/fixtures/media/sound.mp4");
const MP4_IN_FRAGMENTS: &[u8] = include_bytes!("../../../tests/fixtures/media/fragmented.mp4");
const PDF_LOCKED: &[u8] = include_bytes!("../../../tests/fixtures/media/locked.pdf");
const PDF_LOCKED_OLD: &[u8] = include_bytes!("../../../tests/fixtures/media/locked-rc4.pdf");
const PDF_OWNER_ONLY: &[u8] = include_bytes!("../../../tests/fixtures/media/owner-only.pdf");
const PDF_LINEARISED: &[u8] = include_bytes!("../../../tests/fixtures/media/linearised.pdf");

fn jpeg() -> Vec<u8> {
    let mut file = Vec::new();
    JpegEncoder::new(&mut file)
        .write_image(&noise(40 * 30), 40, 30, ExtendedColorType::Rgb8)
        .unwrap();
    file
}

fn png() -> Vec<u8> {
    let mut file = Vec::new();
    PngEncoder::new(&mut file)
        .write_image(&noise(40 * 30), 40, 30, ExtendedColorType::Rgb8)
        .unwrap();
    file
}

fn noise(pixels: usize) -> Vec<u8> {
    (0..pixels as u32 * 3)
        .map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect()
}

fn facts(bytes: &[u8]) -> ContentFacts {
    let inspection = inspect(bytes).unwrap();
    assert_eq!(inspection.cautions, []);
    inspection.facts.unwrap()
}

fn millis_of(bytes: &[u8]) -> u64 {
    match facts(bytes) {
        ContentFacts::Sound { millis } | ContentFacts::Video { millis, .. } => millis,
        other => panic!("no length in {other:?}"),
    }
}

#[test]
fn sound_files_are_measured() {
    assert_eq!(facts(&samples::pdf(3)), ContentFacts::Pages { count: 3 });
    assert_eq!(
        facts(&jpeg()),
        ContentFacts::Picture {
            width: 40,
            height: 30
        }
    );
    assert_eq!(
        facts(&png()),
        ContentFacts::Picture {
            width: 40,
            height: 30
        }
    );
    assert!(
        matches!(facts(MP3), ContentFacts::Sound { millis: 990..=1100 }),
        "{:?}",
        facts(MP3)
    );
    // Encoders add a frame or two of silence.
    assert!((1000..=1100).contains(&millis_of(MP3_WITHOUT_TAG)));
    assert!(matches!(
        facts(samples::MP4),
        ContentFacts::Video {
            millis: 1950..=2100,
            width: 64,
            height: 48
        }
    ));
    assert!(matches!(
        facts(MP4_SOUND_ONLY),
        ContentFacts::Sound { millis: 1950..=2100 }
    ));
}

#[test]
fn the_length_of_a_fragmented_video_is_found() {
    assert_eq!(
        facts(MP4_IN_FRAGMENTS),
        ContentFacts::Video {
            millis: 1000,
            width: 64,
            height: 48
        }
    );
}

#[test]
fn a_password_that_is_needed_to_open_is_a_problem_and_an_owner_password_is_none() {
    assert_eq!(inspect(PDF_LOCKED), Err(ContentProblem::NeedsPassword));
    assert_eq!(inspect(PDF_LOCKED_OLD), Err(ContentProblem::NeedsPassword));
    assert_eq!(facts(PDF_OWNER_ONLY), ContentFacts::Pages { count: 1 });
}

#[test]
fn what_lacks_its_second_half_is_cut_off() {
    for (whole, kind) in [
        (samples::pdf(3).as_slice(), FileKind::Pdf),
        (PDF_LINEARISED, FileKind::Pdf),
        (&jpeg(), FileKind::Jpeg),
        (&png(), FileKind::Png),
        (MP3, FileKind::Mp3),
        (samples::MP4, FileKind::Mp4),
        (MP4_SOUND_ONLY, FileKind::Mp4),
    ] {
        assert!(inspect(whole).is_ok(), "{kind:?}");
        let cut = &whole[..whole.len() / 2];
        assert_eq!(inspect(cut), Err(ContentProblem::CutOff(kind)));
    }
    let long_pdf = samples::pdf(200);
    assert_eq!(
        inspect(&long_pdf[..long_pdf.len() - 4200]),
        Err(ContentProblem::CutOff(FileKind::Pdf))
    );
}

#[test]
fn a_picture_or_video_that_lacks_its_last_bytes_is_cut_off() {
    for (whole, kind) in [
        (jpeg(), FileKind::Jpeg),
        (png(), FileKind::Png),
        (samples::MP4.to_vec(), FileKind::Mp4),
    ] {
        let cut = &whole[..whole.len() - 1];
        assert_eq!(inspect(cut), Err(ContentProblem::CutOff(kind)));
    }
}

#[test]
fn a_tag_without_sound_is_cut_off_and_a_tag_before_nonsense_is_unparseable() {
    assert_eq!(
        inspect(b"ID3\x04\0\0\0\0\x7F\x7Fonly the beginning"),
        Err(ContentProblem::CutOff(FileKind::Mp3))
    );
    let nonsense = [b"ID3\x04\0\0\0\0\0\0".as_slice(), &[0x55; 5000]].concat();
    assert_eq!(
        inspect(&nonsense),
        Err(ContentProblem::Unparseable(FileKind::Mp3))
    );
}

#[test]
fn structure_that_makes_no_sense_is_unparseable() {
    let no_pages = samples::pdf(0);
    let garbage_pdf = b"%PDF-1.4 nothing of the kind %%EOF";
    let no_picture = b"\xFF\xD8\xFF\xE0\0\x04ab\xFF\xD9";
    let wrong_data = samples::png_claiming(40, 30, b"not compressed at all");
    for (bytes, kind) in [
        (no_pages.as_slice(), FileKind::Pdf),
        (garbage_pdf, FileKind::Pdf),
        (no_picture, FileKind::Jpeg),
        (&wrong_data, FileKind::Png),
        (b"\0\0\0\x10ftypisom\0\0\0\0", FileKind::Mp4),
        (
            b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x08moov\0\0\0\x09mdatx",
            FileKind::Mp4,
        ),
    ] {
        assert_eq!(inspect(bytes), Err(ContentProblem::Unparseable(kind)));
    }
}

#[test]
fn a_recording_without_its_index_is_cut_off() {
    let bytes = b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x09mdatx";
    assert_eq!(inspect(bytes), Err(ContentProblem::CutOff(FileKind::Mp4)));
}

#[test]
fn a_size_no_camera_has_is_refused_and_one_too_large_to_decode_is_a_caution() {
    let absurd = samples::png_claiming(200_000, 200_000, b"");
    assert_eq!(inspect(&absurd), Err(ContentProblem::Unparseable(FileKind::Png)));
    let huge = inspect(&samples::png_claiming(20_000, 20_000, b"")).unwrap();
    assert_eq!(
        huge.facts,
        Some(ContentFacts::Picture {
            width: 20_000,
            height: 20_000
        })
    );
    assert_eq!(
        huge.cautions,
        [ContentCaution::CannotPreview, ContentCaution::NotFullyInspected]
    );
}

#[test]
fn bytes_appended_by_phones_and_servers_do_no_harm() {
    for (whole, appended) in [
        (samples::pdf(2), b"\n<!-- served in 3 ms -->\0\0\0\0".as_slice()),
        (jpeg(), b"\0\0\x01\x0ASEFTmotion"),
        (png(), b"\0\0"),
        (samples::MP4.to_vec(), &[0; 100]),
        (MP3.to_vec(), b"TAGtitle"),
    ] {
        let with_more = [whole.as_slice(), appended].concat();
        assert_eq!(inspect(&with_more), inspect(&whole));
    }
}

#[test]
fn a_page_that_cannot_be_drawn_is_a_caution() {
    let broken_content = "<< /Length 4 /Filter /FlateDecode >>\nstream\nabcd\nendstream";
    let pdf = samples::pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /XObject << /P 4 0 R >> >> >>",
        "<< /Type /XObject /Subtype /Image /Width 9 /Height 9 /Filter /DCTDecode /ColorSpace /DeviceRGB \
         /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream",
        &samples::stream("100 0 0 100 0 0 cm /P Do"),
        broken_content,
    ]);
    let inspection = inspect(&pdf).unwrap();
    assert_eq!(inspection.facts, Some(ContentFacts::Pages { count: 1 }));
    assert_eq!(inspection.cautions, [ContentCaution::CannotPreview]);
}

#[test]
fn hostile_documents_come_to_a_verdict() {
    assert_eq!(
        inspect(&samples::pdf_circular()).unwrap().facts,
        Some(ContentFacts::Pages { count: 1 })
    );
    let nested = inspect(&samples::pdf_nested(300));
    assert!(nested.is_ok(), "{nested:?}");
}

#[test]
fn no_cut_of_any_file_panics() {
    let files: [&[u8]; 6] = [
        &samples::pdf(1),
        &jpeg(),
        &png(),
        MP3_WITHOUT_TAG,
        samples::MP4,
        MP4_IN_FRAGMENTS,
    ];
    for whole in files {
        for end in (0..whole.len()).step_by(97) {
            let verdict = read_structure(&whole[..end]);
            assert!(verdict.is_ok() || verdict.is_err());
        }
    }
}
