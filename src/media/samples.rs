//! Small files for tests, made here so that each shows what it is about.
#![allow(
    dead_code,
    reason = "each test binary that includes this file uses a part of it"
)]

/// `clip.mp4`: 64 x 48 pixels, 2 s, with sound.
pub const MP4: &[u8] = include_bytes!("../../tests/fixtures/media/clip.mp4");

/// A PDF out of numbered objects (from 1, the first being the catalogue), with a correct table.
pub fn pdf_of(objects: &[&str]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let table_at = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    file.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table_at}\n%%EOF\n").bytes());
    file
}

pub fn stream(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// A document of `count` pages, 200 x 100 points each, the lower left quarter red.
pub fn pdf(count: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", page + 4)).collect();
    let tree = format!("<< /Type /Pages /Count {count} /Kids [{}] >>", kids.join(" "));
    let red = stream("1 0 0 rg 0 0 100 50 re f");
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 3 0 R >>";
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>", &tree, &red];
    objects.extend(std::iter::repeat_n(page, count));
    pdf_of(&objects)
}

/// Arrays within arrays where the page tree should be.
pub fn pdf_nested(depth: usize) -> Vec<u8> {
    let nest = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let page = format!("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots {nest} >>");
    let content = stream(&format!("{nest} TJ {} Q", "q ".repeat(depth)));
    pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        &page,
        &content,
    ])
}

/// A page tree that is its own branch, and forms that draw each other.
pub fn pdf_circular() -> Vec<u8> {
    let content = stream("/A Do");
    let form = |other: &str| {
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /{other} >> >> \
             /Length 9 >>\nstream\n/A Do /B Do\nendstream"
        )
    };
    let (a, b) = (form("A 6 0 R /B 5 0 R"), form("A 5 0 R /B 6 0 R"));
    pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 999999999 /Kids [2 0 R 3 0 R 2 0 R] /Parent 2 0 R >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>",
        &content,
        &a,
        &b,
    ])
}

/// A PNG with the given header and picture data, correct in every checksum.
pub fn png_claiming(width: u32, height: u32, data: &[u8]) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 6, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [(b"IHDR", header.as_slice()), (b"IDAT", data), (b"IEND", &[])] {
        let named = [name.as_slice(), data].concat();
        file.extend((data.len() as u32).to_be_bytes());
        file.extend(&named);
        file.extend(crc32(&named).to_be_bytes());
    }
    file
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

/// Forms that draw forms, eight at each of twelve levels: no circle, but no end either.
pub fn pdf_endless_drawing() -> Vec<u8> {
    const LEVELS: usize = 12;
    const FIRST_FORM: usize = 5;
    let form = |level: usize| {
        let next = FIRST_FORM + level + 1;
        let content = if level + 1 == LEVELS {
            "0 0 9 9 re f".to_owned()
        } else {
            "/X Do ".repeat(8)
        };
        let resources = if level + 1 == LEVELS {
            String::new()
        } else {
            format!("/X {next} 0 R")
        };
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << {resources} >> >> \
             /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let forms: Vec<String> = (0..LEVELS).map(form).collect();
    let content = stream("/X Do");
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        &content,
    ];
    objects.extend(forms.iter().map(String::as_str));
    pdf_of(&objects)
}

/// A page, and `object` inside an object stream; the table is a stream too (ISO 32000-1, 7.5.7 and 7.5.8).
pub fn pdf_with_object_stream(object: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    let inside = format!("4 0 {object}");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Names 4 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>".to_owned(),
        String::new(),
        format!(
            "<< /Type /ObjStm /N 1 /First 4 /Length {} >>\nstream\n{inside}\nendstream",
            inside.len()
        ),
    ];
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len() as u32);
        if !object.is_empty() {
            file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
        }
    }
    let table_at = file.len() as u32;
    offsets.push(table_at);
    let mut table = vec![0; 6];
    for (index, offset) in offsets.iter().enumerate() {
        // Kind, place, number within the stream: object 4 is the first one in object 5.
        let (kind, place) = if index == 3 { (2, 5) } else { (1, *offset) };
        table.push(kind);
        table.extend(place.to_be_bytes());
        table.push(0);
    }
    let head = format!(
        "6 0 obj\n<< /Type /XRef /Size 7 /Root 1 0 R /W [1 4 1] /Length {} >>\nstream\n",
        table.len()
    );
    file.extend(head.bytes());
    file.extend(table);
    file.extend(format!("\nendstream\nendobj\nstartxref\n{table_at}\n%%EOF\n").bytes());
    file
}
