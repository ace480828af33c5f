//! Frames on a pipe: the lengths of head and body (4 bytes each, little-endian), a JSON head, a raw body.

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Heads are small; a longer one means that the other side is out of step.
const MAX_HEAD_BYTES: u32 = 64 * 1024;
/// Above every accepted file and every preview of [`MAX_WIDTH_PX`](crate::media::preview::MAX_WIDTH_PX).
pub(super) const MAX_BODY_BYTES: u32 = 288 * 1024 * 1024;

/// # Errors
/// A closed pipe, or a body too long to be sent.
pub(super) fn write(pipe: &mut impl Write, head: &impl Serialize, body: &[u8]) -> io::Result<()> {
    let head = serde_json::to_vec(head)?;
    pipe.write_all(&length(&head, MAX_HEAD_BYTES)?.to_le_bytes())?;
    pipe.write_all(&length(body, MAX_BODY_BYTES)?.to_le_bytes())?;
    pipe.write_all(&head)?;
    pipe.write_all(body)?;
    pipe.flush()
}

/// The next frame; `None` when the pipe was closed between two frames.
///
/// # Errors
/// A pipe that was closed within a frame, or bytes that are no frame.
pub(super) fn read<Head: DeserializeOwned>(pipe: &mut impl Read) -> io::Result<Option<(Head, Vec<u8>)>> {
    let Some(head_length) = read_first_length(pipe)? else {
        return Ok(None);
    };
    let mut body_length = [0; 4];
    pipe.read_exact(&mut body_length)?;
    let head = read_part(pipe, head_length, MAX_HEAD_BYTES)?;
    let body = read_part(pipe, u32::from_le_bytes(body_length), MAX_BODY_BYTES)?;
    Ok(Some((serde_json::from_slice(&head)?, body)))
}

fn length(part: &[u8], max: u32) -> io::Result<u32> {
    u32::try_from(part.len())
        .ok()
        .filter(|length| *length <= max)
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))
}

fn read_first_length(pipe: &mut impl Read) -> io::Result<Option<u32>> {
    let mut bytes = [0; 4];
    loop {
        match pipe.read(&mut bytes[..1]) {
            Ok(0) => return Ok(None),
            Ok(_) => break,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    pipe.read_exact(&mut bytes[1..])?;
    Ok(Some(u32::from_le_bytes(bytes)))
}

/// Grows with what arrives, so that a lying length allocates nothing.
fn read_part(pipe: &mut impl Read, length: u32, max: u32) -> io::Result<Vec<u8>> {
    if length > max {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut part = Vec::new();
    pipe.take(u64::from(length)).read_to_end(&mut part)?;
    if part.len() as u64 == u64::from(length) {
        Ok(part)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_a_closed_pipe_is_no_error() {
        let mut pipe = Vec::new();
        write(&mut pipe, &"first", b"body").unwrap();
        write(&mut pipe, &"second", b"").unwrap();
        let mut pipe = pipe.as_slice();
        assert_eq!(
            read::<String>(&mut pipe).unwrap(),
            Some(("first".into(), b"body".to_vec()))
        );
        assert_eq!(
            read::<String>(&mut pipe).unwrap(),
            Some(("second".into(), Vec::new()))
        );
        assert_eq!(read::<String>(&mut pipe).unwrap(), None);
    }

    #[test]
    fn half_a_frame_is_an_error_at_every_byte() {
        let mut whole = Vec::new();
        write(&mut whole, &"head", b"body").unwrap();
        for end in 1..whole.len() {
            let error = read::<String>(&mut &whole[..end]).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof, "cut at {end}");
        }
    }

    #[test]
    fn a_lying_length_is_refused_before_anything_is_allocated() {
        let lie = [0xFF_u8; 64];
        assert_eq!(
            read::<String>(&mut lie.as_slice()).unwrap_err().kind(),
            io::ErrorKind::InvalidData
        );
    }
}
