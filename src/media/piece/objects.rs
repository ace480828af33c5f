//! Objects with their places, and the way they travel from the child.

use pdf_writer::{Chunk, Ref};

use super::{Piece, PiecePage, number};
use crate::media::PreviewTrouble;

const END: &[u8] = b"endobj\n";

/// Finds the places of all objects: each begins with its number right behind the end of the one before.
pub(super) fn piece(chunk: &Chunk, pages: Vec<PiecePage>, next: i32) -> Result<Piece, PreviewTrouble> {
    let bytes = chunk.as_bytes();
    let mut objects = Vec::new();
    let mut from = 0;
    for reference in chunk.refs() {
        let at = begin_of(bytes, from, reference).ok_or(PreviewTrouble::CannotDraw)?;
        objects.push((number(reference), at as u64));
        from = at + 1;
    }
    Ok(Piece {
        pages,
        objects,
        next: next.unsigned_abs(),
        bytes: bytes.to_vec(),
    })
}

fn begin_of(bytes: &[u8], from: usize, reference: Ref) -> Option<usize> {
    let head = format!("{} 0 obj\n", reference.get()).into_bytes();
    if from == 0 {
        return bytes.starts_with(&head).then_some(0);
    }
    let mut at = from;
    loop {
        at += find(bytes.get(at..)?, END)? + END.len();
        if bytes.get(at..)?.starts_with(&head) {
            return Some(at);
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let first = bytes.get(from..)?.iter().position(|byte| *byte == wanted[0])?;
        from += first;
        if bytes[from..].starts_with(wanted) {
            return Some(from);
        }
        from += 1;
    }
}

impl Piece {
    /// Head and objects in one body: a head of the pipe is too small for the places of many objects.
    pub(in crate::media) fn to_body(&self) -> Option<Vec<u8>> {
        let head = serde_json::to_vec(&(&self.pages, &self.objects, self.next)).ok()?;
        let mut body = u32::try_from(head.len()).ok()?.to_le_bytes().to_vec();
        body.extend(head);
        body.extend(&self.bytes);
        Some(body)
    }

    /// `None` for a body that is none, or whose places contradict it: then they lead nowhere.
    pub(in crate::media) fn from_body(body: &[u8]) -> Option<Self> {
        let (length, rest) = body.split_first_chunk()?;
        let (head, bytes) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let (pages, objects, next): (Vec<PiecePage>, Vec<(u32, u64)>, u32) =
            serde_json::from_slice(head).ok()?;
        let piece = Self {
            pages,
            objects,
            next,
            bytes: bytes.to_vec(),
        };
        piece.is_sound().then_some(piece)
    }

    fn is_sound(&self) -> bool {
        let rising = self.objects.windows(2).all(|pair| pair[0].1 < pair[1].1);
        let begin = |&(number, at): &(u32, u64)| {
            let head = format!("{number} 0 obj\n").into_bytes();
            usize::try_from(at)
                .ok()
                .and_then(|at| self.bytes.get(at..))
                .is_some_and(|object| number < self.next && object.starts_with(&head))
        };
        let numbers: std::collections::HashSet<u32> =
            self.objects.iter().map(|(number, _)| *number).collect();
        rising
            && numbers.len() == self.objects.len()
            && self.objects.iter().all(begin)
            && self
                .pages
                .iter()
                .all(|page| numbers.contains(&page.object) && page.size.width > 0.0 && page.size.height > 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::PageSize;

    fn sample() -> Piece {
        let mut chunk = Chunk::with_settings(super::super::SETTINGS);
        // Bytes that look like the beginning of an object are none.
        chunk.stream(Ref::new(7), b"8 0 obj\n 9 0 obj\n");
        chunk.stream(Ref::new(9), b"endobj\n");
        chunk.stream(Ref::new(8), b"");
        let page = PiecePage {
            object: 7,
            size: PageSize {
                width: 1.0,
                height: 2.0,
            },
        };
        piece(&chunk, vec![page], 10).unwrap()
    }

    #[test]
    fn objects_are_found_where_they_begin() {
        let piece = sample();
        let numbers: Vec<u32> = piece.objects.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [7, 9, 8]);
        for (number, at) in &piece.objects {
            let head = format!("{number} 0 obj\n");
            assert!(piece.bytes[*at as usize..].starts_with(head.as_bytes()));
        }
        assert_eq!(Piece::from_body(&piece.to_body().unwrap()), Some(piece));
    }

    #[test]
    fn a_body_that_contradicts_itself_is_none() {
        for spoil in [
            |piece: &mut Piece| piece.objects[1].1 += 1,
            |piece: &mut Piece| piece.objects[0].0 = 9,
            |piece: &mut Piece| piece.pages[0].object = 5,
            |piece: &mut Piece| piece.pages[0].size.width = f32::NAN,
            |piece: &mut Piece| piece.next = 8,
        ] {
            let mut piece = sample();
            spoil(&mut piece);
            // Not a number has no form in JSON: there is no body then, or one that says nothing.
            let read = piece.to_body().and_then(|body| Piece::from_body(&body));
            assert_eq!(read, None);
        }
        assert_eq!(Piece::from_body(b""), None);
        assert_eq!(Piece::from_body(&[255; 40]), None);
    }
}
