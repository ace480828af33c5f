use super::*;
use crate::media::samples;

const MP3: &[u8] = include_bytes!("../../../tests/fixtures/media/tone.mp3");
const MP3_WITHOUT_TAG: &[u8] = include_bytes!("../../../tests/fixtures/media/plain.mp3");
const MP4_SOUND_ONLY: &[u8] = include_bytes!("../../../tests/fixtures/media/sound.mp4");
const M4A: &[u8] = include_bytes!("../../../tests/fixtures/media/voice.m4a");
const MOV: &[u8] = include_bytes!("../../../tests/fixtures/media/clip.mov");

fn foreign(bytes: &[u8]) -> Option<ForeignKind> {
    match recognise(bytes) {
        Err(ContentProblem::Unaccepted(kind)) => Some(kind),
        _ => None,
    }
}

#[test]
fn accepted_kinds_are_known_by_their_content() {
    let after_blank_lines = [b"\r\n\r\n".as_slice(), &samples::pdf(1)].concat();
    for (bytes, kind) in [
        (samples::pdf(1).as_slice(), FileKind::Pdf),
        (&after_blank_lines, FileKind::Pdf),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", FileKind::Jpeg),
        (&samples::png_claiming(1, 1, b""), FileKind::Png),
        (MP3, FileKind::Mp3),
        (MP3_WITHOUT_TAG, FileKind::Mp3),
        (samples::MP4, FileKind::Mp4),
        (MP4_SOUND_ONLY, FileKind::Mp4),
        (&with_brands(b"XYZ1", &[b"mp42"]), FileKind::Mp4),
        (&with_brands(b"M4V ", &[b"isom"]), FileKind::Mp4),
    ] {
        assert_eq!(
            recognise(bytes),
            Ok(kind),
            "{:02x?}",
            &bytes[..12.min(bytes.len())]
        );
    }
}

#[test]
fn nothing_is_empty() {
    assert_eq!(recognise(b""), Err(ContentProblem::Empty));
}

#[test]
fn office_files_are_told_apart() {
    for (entry, kind) in [
        ("word/document.xml", ForeignKind::Word),
        ("ppt/presentation.xml", ForeignKind::Slides),
        ("xl/workbook.xml", ForeignKind::Sheet),
        ("notes.txt", ForeignKind::Archive),
    ] {
        assert_eq!(foreign(&zip(&[(entry, "")])), Some(kind), "{entry}");
    }
    for (media_type, kind) in [
        (
            "application/vnd.oasis.opendocument.text",
            ForeignKind::OpenDocument,
        ),
        (
            "application/vnd.oasis.opendocument.presentation",
            ForeignKind::OpenDocument,
        ),
        (
            "application/vnd.oasis.opendocument.spreadsheet",
            ForeignKind::Sheet,
        ),
    ] {
        assert_eq!(
            foreign(&zip(&[("mimetype", media_type)])),
            Some(kind),
            "{media_type}"
        );
    }
    let office = [0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
    let powerpoint = [0x9B, 0x4F, 0xCF, 0x11, 0x86, 0xEA, 0, 0xAA, 0, 0xB9, 0x29, 0xE8];
    for (class_start, class_rest, kind) in [
        ([0x06, 0x09, 0x02, 0], office, ForeignKind::Word),
        ([0x20, 0x08, 0x02, 0], office, ForeignKind::Sheet),
        ([0x10, 0x8D, 0x81, 0x64], powerpoint, ForeignKind::Slides),
    ] {
        assert_eq!(foreign(&compound(class_start, class_rest)), Some(kind));
    }
    assert_eq!(foreign(b"{\\rtf1 hello}"), Some(ForeignKind::Word));
}

#[test]
fn a_zip_that_holds_a_pdf_is_an_archive() {
    let pdf = String::from_utf8(samples::pdf(1)).unwrap();
    assert_eq!(foreign(&zip(&[("a.pdf", &pdf)])), Some(ForeignKind::Archive));
    let damaged = &zip(&[("a.pdf", &pdf)])[..200];
    assert!(
        matches!(foreign(damaged), Some(ForeignKind::Archive)),
        "{:?}",
        recognise(damaged)
    );
}

#[test]
fn pictures_sounds_and_videos_that_are_not_accepted_have_their_names() {
    let flac_behind_tag = b"ID3\x04\0\0\0\0\0\0fLaC\0\0\0\x22";
    for (bytes, kind) in [
        (with_brands(b"heic", &[b"mif1"]).as_slice(), ForeignKind::Heic),
        (&with_brands(b"mif1", &[b"heic"]), ForeignKind::Heic),
        (&with_brands(b"avif", &[b"mif1"]), ForeignKind::Heic),
        (b"RIFF\x24\0\0\0WEBPVP8 ", ForeignKind::Webp),
        (b"GIF89a\x01\0\x01\0", ForeignKind::OtherPicture),
        (
            b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0",
            ForeignKind::OtherPicture,
        ),
        (b"II*\0\x08\0\0\0", ForeignKind::OtherPicture),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            ForeignKind::OtherPicture,
        ),
        (MOV, ForeignKind::Mov),
        (M4A, ForeignKind::M4a),
        (b"RIFF\x24\0\0\0AVI LIST", ForeignKind::OtherVideo),
        (b"\x1A\x45\xDF\xA3\x9F\x42\x86\x81", ForeignKind::OtherVideo),
        (&with_brands(b"3gp4", &[b"isom"]), ForeignKind::OtherVideo),
        (b"RIFF\x24\0\0\0WAVEfmt ", ForeignKind::OtherSound),
        (b"fLaC\0\0\0\x22", ForeignKind::OtherSound),
        (b"\xFF\xF1\x50\x80\x2E\x7F\xFC", ForeignKind::OtherSound),
        (flac_behind_tag, ForeignKind::OtherSound),
    ] {
        assert_eq!(
            foreign(bytes),
            Some(kind),
            "{:02x?}",
            &bytes[..12.min(bytes.len())]
        );
    }
}

#[test]
fn programs_archives_texts_and_riddles() {
    for (bytes, kind) in [
        (b"7z\xBC\xAF\x27\x1C\0\x04".as_slice(), ForeignKind::Archive),
        (b"Rar!\x1A\x07\x01\0", ForeignKind::Archive),
        (b"\x1F\x8B\x08\0\0\0\0\0", ForeignKind::Archive),
        (b"MZ\x90\0\x03\0\0\0", ForeignKind::Program),
        (b"\x7FELF\x02\x01\x01\0", ForeignKind::Program),
        ("學習歷程檔案\n".as_bytes(), ForeignKind::Text),
        (b"\xBE\xC7\xB2\xDF\xBE\xFA\xB5\x7B\r\n", ForeignKind::Text),
        (b"\xFF\xFE\x78\x5B\xD2\x7F", ForeignKind::Text),
        (b"<html><body>hello</body></html>", ForeignKind::Text),
        (b"\x03\0\x01\x02 neither fish nor flesh", ForeignKind::Unknown),
    ] {
        assert_eq!(
            foreign(bytes),
            Some(kind),
            "{:02x?}",
            &bytes[..12.min(bytes.len())]
        );
    }
}

#[test]
fn bytes_that_merely_start_like_a_frame_are_no_sound() {
    let bytes = [b"\xFF\xFB\x90\x00".as_slice(), &[0x11; 3000]].concat();
    assert_eq!(foreign(&bytes), Some(ForeignKind::Unknown));
}

fn with_brands(major: &[u8; 4], compatible: &[&[u8; 4]]) -> Vec<u8> {
    let size = 16 + compatible.len() as u32 * 4;
    let mut file = [&size.to_be_bytes()[..], b"ftyp", major, &[0; 4]].concat();
    compatible.iter().for_each(|brand| file.extend(*brand));
    file.extend(b"\0\0\0\x08free");
    file
}

/// A zip of stored entries; the checksums are left out, nobody looks at them.
fn zip(entries: &[(&str, &str)]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in entries {
        let length = (content.len() as u32).to_le_bytes();
        let common = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
            &[0; 4],
            &length,
            &length,
            &(name.len() as u16).to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        let offset = (file.len() as u32).to_le_bytes();
        directory.extend(
            [
                b"PK\x01\x02\x14\0",
                common.as_slice(),
                &[0; 10],
                &offset,
                name.as_bytes(),
            ]
            .concat(),
        );
        file.extend(
            [
                b"PK\x03\x04",
                common.as_slice(),
                name.as_bytes(),
                content.as_bytes(),
            ]
            .concat(),
        );
    }
    let count = (entries.len() as u16).to_le_bytes();
    let (size, start) = (
        (directory.len() as u32).to_le_bytes(),
        (file.len() as u32).to_le_bytes(),
    );
    [
        file,
        directory,
        [b"PK\x05\x06\0\0\0\0", &count[..], &count, &size, &start, &[0, 0]].concat(),
    ]
    .concat()
}

/// A compound file with nothing but the class of its root entry.
fn compound(class_start: [u8; 4], class_rest: [u8; 12]) -> Vec<u8> {
    let mut file = vec![0; 1536];
    file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    file[26..28].copy_from_slice(&[3, 0]);
    file[592..596].copy_from_slice(&class_start);
    file[596..608].copy_from_slice(&class_rest);
    file
}
