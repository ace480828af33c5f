//! Documents of the kind that students hand in, made on the spot: pages of text with a photograph each.

use std::fmt::Write as _;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage};

const A4: (f32, f32) = (595.28, 841.89);

/// What a document looks like.
#[derive(Debug, Clone, Copy)]
pub struct Recipe {
    pub pages: u32,
    /// Width of each page's photograph in pixels; its height is three quarters of it.
    pub photo_px: u32,
    pub seed: u32,
    /// A sheet of paper that was scanned: nothing but the picture.
    pub scanned: bool,
    /// A stream that no page uses makes it at least so long.
    pub least_bytes: usize,
}

/// A PDF by this recipe.
pub fn pdf(recipe: Recipe) -> Vec<u8> {
    let mut writer = Writer::default();
    let font = writer.add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    // The tree of pages is written last, under the number kept free here.
    let tree = writer.reserve();
    let mut kids = String::new();
    for page in 0..recipe.pages {
        let photo = photo(&mut writer, recipe, page);
        let content = content(recipe, page);
        let content = writer.stream("", content.as_bytes());
        let page = writer.add(
            format!(
                "<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {} {}] /Contents {content} 0 R \
                 /Resources << /Font << /F1 {font} 0 R >> /XObject << /P1 {photo} 0 R >> >> >>",
                A4.0, A4.1
            )
            .as_bytes(),
        );
        let _ = write!(kids, "{page} 0 R ");
    }
    writer.put(
        tree,
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", recipe.pages).as_bytes(),
    );
    let missing = recipe.least_bytes.saturating_sub(writer.bytes.len());
    if missing > 0 {
        writer.stream("", &vec![b' '; missing]);
    }
    let root = writer.add(format!("<< /Type /Catalog /Pages {tree} 0 R >>").as_bytes());
    writer.finish(root)
}

/// The same document with other bytes: a note behind its end.
pub fn distinct(document: &[u8], number: u32) -> Vec<u8> {
    let mut bytes = document.to_vec();
    bytes.extend(format!("\n% {number}\n").as_bytes());
    bytes
}

/// Something between noise and a plain surface, as photographs are.
fn photo(writer: &mut Writer, recipe: Recipe, page: u32) -> u32 {
    let (width, height) = (recipe.photo_px, recipe.photo_px * 3 / 4);
    let mut state = recipe.seed.wrapping_mul(7_919).wrapping_add(page) | 1;
    let picture = RgbImage::from_fn(width, height, |x, y| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let noise = (state & 31) as u8;
        let wave = ((x / 40 + y / 30 + page) % 7) as u8 * 24;
        image::Rgb([wave + noise, wave / 2 + noise + 60, 180 - wave + noise])
    });
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 80);
    image::ImageEncoder::write_image(encoder, picture.as_raw(), width, height, ExtendedColorType::Rgb8)
        .unwrap();
    writer.stream(
        &format!(
            "/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB \
             /BitsPerComponent 8 /Filter /DCTDecode"
        ),
        &bytes,
    )
}

fn content(recipe: Recipe, page: u32) -> String {
    if recipe.scanned {
        return format!("q {} 0 0 {} 0 0 cm /P1 Do Q", A4.0, A4.1);
    }
    let mut text = String::from("q 480 0 0 330 57 60 cm /P1 Do Q BT /F1 11 Tf 57 790 Td 14 TL\n");
    for line in 0..26 {
        let _ = writeln!(
            text,
            "(Page {} line {line}: what I observed in the laboratory, and what I learned from it.) Tj T*",
            page + 1
        );
    }
    text.push_str("ET");
    text
}

/// Objects and where they lie.
#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    offsets: Vec<usize>,
}

impl Writer {
    fn reserve(&mut self) -> u32 {
        self.offsets.push(0);
        u32::try_from(self.offsets.len()).unwrap()
    }

    fn put(&mut self, number: u32, body: &[u8]) {
        if self.bytes.is_empty() {
            self.bytes.extend(b"%PDF-1.5\n");
        }
        self.offsets[number as usize - 1] = self.bytes.len();
        self.bytes.extend(format!("{number} 0 obj\n").as_bytes());
        self.bytes.extend(body);
        self.bytes.extend(b"\nendobj\n");
    }

    fn add(&mut self, body: &[u8]) -> u32 {
        let number = self.reserve();
        self.put(number, body);
        number
    }

    fn stream(&mut self, entries: &str, bytes: &[u8]) -> u32 {
        let mut body = format!("<< {entries} /Length {} >>\nstream\n", bytes.len()).into_bytes();
        body.extend(bytes);
        body.extend(b"\nendstream");
        self.add(&body)
    }

    fn finish(mut self, root: u32) -> Vec<u8> {
        let table = self.bytes.len();
        let count = self.offsets.len() + 1;
        self.bytes
            .extend(format!("xref\n0 {count}\n0000000000 65535 f \n").as_bytes());
        for offset in &self.offsets {
            self.bytes.extend(format!("{offset:010} 00000 n \n").as_bytes());
        }
        self.bytes.extend(
            format!("trailer << /Size {count} /Root {root} 0 R >>\nstartxref\n{table}\n%%EOF\n").as_bytes(),
        );
        self.bytes
    }
}
