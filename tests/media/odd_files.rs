//! Odd documents, made here so that each shows what it is about.

use std::fmt::Write;

use crate::samples::{pdf_of, stream};

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";

/// Pages of these boxes (in points), one quarter red.
pub fn of_sizes(sizes: &[(u32, u32)]) -> Vec<u8> {
    let pages: Vec<String> = sizes
        .iter()
        .map(|(width, height)| {
            format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 3 0 R >>")
        })
        .collect();
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", page + 4)).collect();
    let tree = format!(
        "<< /Type /Pages /Count {} /Kids [{}] >>",
        pages.len(),
        kids.join(" ")
    );
    let red = stream("1 0 0 rg 0 0 100 50 re f");
    let mut objects = vec![CATALOG, &tree, &red];
    objects.extend(pages.iter().map(String::as_str));
    pdf_of(&objects)
}

/// One page with these entries, and objects from 4 on.
pub fn page_with(entries: &str, objects: &[&str]) -> Vec<u8> {
    let page = format!("<< /Type /Page /Parent 2 0 R {entries} >>");
    let mut all = vec![CATALOG, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", &page];
    all.extend(objects);
    pdf_of(&all)
}

/// 200 x 100 points, the lower left quarter red, turned clockwise.
pub fn rotated(degrees: i32) -> Vec<u8> {
    let red = stream("1 0 0 rg 0 0 100 50 re f");
    page_with(
        &format!("/MediaBox [0 0 200 100] /Rotate {degrees} /Contents 4 0 R"),
        &[&red],
    )
}

pub fn without_pages() -> Vec<u8> {
    pdf_of(&[CATALOG, "<< /Type /Pages /Count 0 /Kids [] >>"])
}

/// Branch within branch, one page at the end.
pub fn deep_tree(depth: usize) -> Vec<u8> {
    let branches: Vec<String> = (0..depth)
        .map(|level| {
            let parent = if level == 0 {
                String::new()
            } else {
                format!("/Parent {} 0 R ", level + 1)
            };
            format!("<< /Type /Pages {parent}/Count 1 /Kids [{} 0 R] >>", level + 3)
        })
        .collect();
    let page = format!(
        "<< /Type /Page /Parent {} 0 R /MediaBox [0 0 200 100] >>",
        depth + 1
    );
    let mut objects = vec![CATALOG];
    objects.extend(branches.iter().map(String::as_str));
    objects.push(&page);
    pdf_of(&objects)
}

/// A picture of 100 GB by its own account, with hardly any data.
pub fn huge_image() -> Vec<u8> {
    page_with(
        "/MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>",
        &[
            &stream("q 200 0 0 100 0 0 cm /I Do Q"),
            "<< /Type /XObject /Subtype /Image /Width 190000 /Height 190000 /BitsPerComponent 8 \
             /ColorSpace /DeviceRGB /Length 3 >>\nstream\nabc\nendstream",
        ],
    )
}

/// Everything refers to itself: content, resources, a length, a colour space, an annotation.
pub fn circular_references() -> Vec<u8> {
    page_with(
        "/MediaBox [0 0 200 100] /Contents [4 0 R 4 0 R] /Resources 5 0 R /Annots [3 0 R 7 0 R]",
        &[
            "<< /Length 4 0 R >>\nstream\n/C cs 1 sc 0 0 9 9 re f /X Do\nendstream",
            "<< /ColorSpace << /C 6 0 R >> /XObject << /X 8 0 R >> /Font 5 0 R >>",
            "[/Indexed 6 0 R 1 <000000FFFFFF>]",
            "<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /Parent 7 0 R /AP << /N 7 0 R >> >>",
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 5 0 R /Length 5 >>\nstream\n/X Do\nendstream",
        ],
    )
}

/// 學 in a font that is named and not embedded.
pub fn chinese_without_font() -> Vec<u8> {
    page_with(
        "/MediaBox [0 0 100 100] /Contents 7 0 R /Resources << /Font << /F 4 0 R >> >>",
        &[
            "<< /Type /Font /Subtype /Type0 /BaseFont /MingLiU /Encoding /UniCNS-UTF16-H /DescendantFonts [5 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MingLiU /FontDescriptor 6 0 R \
             /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> >>",
            "<< /Type /FontDescriptor /FontName /MingLiU /Flags 4 /ItalicAngle 0 /Ascent 800 /Descent -200 \
             /FontBBox [0 -200 1000 800] /StemV 80 >>",
            &stream("BT /F 80 Tf 10 20 Td <5B78> Tj ET"),
        ],
    )
}

/// More operators than can be drawn in time, none of them nested.
pub fn endless_page() -> Vec<u8> {
    let mut content = String::from("0.5 w ");
    for line in 0..150_000 {
        let y = line % 100;
        write!(content, "0 {y} m 200 {} l S ", 99 - y).unwrap();
    }
    let once = stream(&content);
    let often = "4 0 R ".repeat(3_000);
    page_with(&format!("/MediaBox [0 0 200 100] /Contents [{often}]"), &[&once])
}

/// Arrays within arrays: in an object of their own, and as an operand of the page's content.
pub fn nest_beside_the_page(depth: usize) -> Vec<u8> {
    let nest = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let content = stream(&format!("BT {nest} TJ ET {}", "q ".repeat(depth)));
    page_with(
        "/MediaBox [0 0 200 100] /Contents 4 0 R /Annots 5 0 R",
        &[&content, &nest],
    )
}

/// As many pages as wanted, each with its number in words; the 400th has a red foot.
pub fn long(pages: usize) -> Vec<u8> {
    const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    let first = 4;
    let mut objects = vec![CATALOG.to_owned(), String::new(), FONT.to_owned()];
    let mut kids = String::new();
    for page in 0..pages {
        let at = first + 2 * page;
        let _ = write!(kids, "{at} 0 R ");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F 3 0 R >> >> >>",
            at + 1
        ));
        let red = if page == 399 {
            "1 0 0 rg 0 0 595 200 re f 0 g"
        } else {
            ""
        };
        let lines = "(what I observed in the laboratory) Tj T* ".repeat(40);
        objects.push(stream(&format!(
            "{red} BT /F 12 Tf 60 780 Td 14 TL (number {} of all) Tj T* {lines} ET",
            page + 1
        )));
    }
    objects[1] = format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>");
    let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
    pdf_of(&objects)
}

/// A page whose content is so many megabytes once it is unpacked, and a sixty-fourth of that in the file.
pub fn growing(megabytes: usize) -> Vec<u8> {
    // Runs of 128 equal bytes, two bytes each (ISO 32000-1, 7.4.5), packed once more.
    let packed = [129u8, b' '].repeat(megabytes * 8192);
    let mut hex: String = packed.iter().map(|byte| format!("{byte:02x}")).collect();
    hex.push('>');
    let content = format!(
        "<< /Filter [/ASCIIHexDecode /RunLengthDecode] /Length {} >>\nstream\n{hex}\nendstream",
        hex.len()
    );
    page_with("/MediaBox [0 0 100 100] /Contents 4 0 R", &[&content])
}
