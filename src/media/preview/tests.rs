use image::{ExtendedColorType, ImageEncoder, codecs::jpeg::JpegEncoder, codecs::png::PngEncoder};

use super::*;
use crate::media::{samples, set_fallback_font};

const RED: [u8; 3] = [255, 0, 0];
const WHITE: [u8; 3] = [255, 255, 255];

fn colour(image: &PreviewImage, x: u32, y: u32) -> [u8; 3] {
    let at = ((y * image.width + x) * 4) as usize;
    image.pixels[at..at + 3].try_into().unwrap()
}

#[test]
fn a_page_is_drawn_as_wide_as_asked() {
    let image = preview(&samples::pdf(2), FileKind::Pdf, 1, 400).unwrap();
    assert_eq!((image.width, image.height), (400, 200));
    assert_eq!(image.pixels.len(), 400 * 200 * 4);
    assert_eq!(colour(&image, 100, 150), RED);
    assert_eq!(colour(&image, 300, 50), WHITE);
}

#[test]
fn a_page_behind_the_last_is_named_with_the_count() {
    let trouble = preview(&samples::pdf(2), FileKind::Pdf, 2, 400);
    assert_eq!(trouble, Err(PreviewTrouble::NoSuchPage { count: 2 }));
    assert_eq!(
        preview(&png(8, 8), FileKind::Png, 1, 400),
        Err(PreviewTrouble::NoSuchPage { count: 1 })
    );
}

#[test]
fn sound_and_video_have_no_picture() {
    let trouble = preview(samples::MP4, FileKind::Mp4, 0, 400);
    assert_eq!(trouble, Err(PreviewTrouble::NothingToDraw(FileKind::Mp4)));
}

#[test]
fn chinese_text_without_its_own_font_is_drawn_with_ours() {
    let font = std::fs::read("fonts/LichengSans-Regular.otf").unwrap();
    set_fallback_font(font.leak());
    let pdf = samples::pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 7 0 R \
         /Resources << /Font << /F 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /MingLiU /Encoding /UniCNS-UTF16-H /DescendantFonts [5 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MingLiU /FontDescriptor 6 0 R \
         /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> >>",
        "<< /Type /FontDescriptor /FontName /MingLiU /Flags 4 /ItalicAngle 0 /Ascent 800 /Descent -200 \
         /FontBBox [0 -200 1000 800] /StemV 80 >>",
        &samples::stream("BT /F 80 Tf 10 20 Td <5B78> Tj ET"),
    ]);
    let image = preview(&pdf, FileKind::Pdf, 0, 100).unwrap();
    let dark = image
        .pixels
        .chunks_exact(4)
        .filter(|pixel| pixel[0] < 128)
        .count();
    // 學 covers about a third of its square; an empty box or a Latin letter does not.
    assert!((800..4000).contains(&dark), "{dark} dark pixels");
}

#[test]
fn pictures_are_scaled_down_and_never_up() {
    let image = preview(&png(80, 20), FileKind::Png, 0, 40).unwrap();
    assert_eq!((image.width, image.height), (40, 10));
    let image = preview(&png(80, 20), FileKind::Png, 0, 400).unwrap();
    assert_eq!((image.width, image.height), (80, 20));
}

#[test]
fn a_photo_stands_upright() {
    let lying = jpeg_with_orientation(6);
    let image = preview(&lying, FileKind::Jpeg, 0, 400).unwrap();
    assert_eq!((image.width, image.height), (16, 32));
    // The left half of the stored picture is red; turned clockwise that is the top.
    assert!(colour(&image, 8, 4)[1] < 60 && colour(&image, 8, 28)[1] > 200);

    let small = preview(&lying, FileKind::Jpeg, 0, 8).unwrap();
    assert_eq!((small.width, small.height), (8, 16));
}

#[test]
fn content_that_is_not_what_it_is_called_cannot_be_drawn() {
    for kind in [FileKind::Pdf, FileKind::Jpeg, FileKind::Png] {
        assert_eq!(preview(b"nothing", kind, 0, 400), Err(PreviewTrouble::CannotDraw));
    }
    let huge = samples::png_claiming(20_000, 20_000, b"");
    assert_eq!(
        preview(&huge, FileKind::Png, 0, 400),
        Err(PreviewTrouble::TooLarge)
    );
}

fn half_red(width: u32, height: u32) -> Vec<u8> {
    (0..width * height)
        .flat_map(|index| if index % width < width / 2 { RED } else { WHITE })
        .collect()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    PngEncoder::new(&mut file)
        .write_image(&half_red(width, height), width, height, ExtendedColorType::Rgb8)
        .unwrap();
    file
}

fn jpeg_with_orientation(value: u8) -> Vec<u8> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 95)
        .write_image(&half_red(32, 16), 32, 16, ExtendedColorType::Rgb8)
        .unwrap();
    let exif = [
        b"\xFF\xE1\0\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(),
        &[value, 0, 0, 0, 0, 0, 0, 0],
    ]
    .concat();
    file.splice(2..2, exif);
    file
}
