//! What the tracks are packed with (ISO/IEC 14496-12, 8.5.2 "Sample Description Box").

use super::boxes::{boxes_in, child, u16_at};

/// The first track of each sort.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::media) struct Tracks {
    pub video_codec: Option<String>,
    pub audio_codec: Option<String>,
    pub sample_rate: Option<u32>,
    pub channels: Option<u32>,
}

impl Tracks {
    /// Of a whole file; what it does not say stays empty.
    pub fn read(bytes: &[u8]) -> Self {
        let mut tracks = Self::default();
        let movie = child(bytes, b"moov").unwrap_or_default();
        for track in boxes_in(movie).filter(|found| found.name == *b"trak") {
            tracks.add(track.body);
        }
        tracks
    }

    fn add(&mut self, track: &[u8]) -> Option<()> {
        let media = child(track, b"mdia")?;
        let kind = child(media, b"hdlr")?.get(8..12)?;
        let table = child(child(media, b"minf")?, b"stbl")?;
        // A count stands in front of the entries, which are boxes.
        let entry = boxes_in(child(table, b"stsd")?.get(8..)?).next()?;
        match kind {
            b"vide" if self.video_codec.is_none() => self.video_codec = Some(video_name(entry.name)),
            b"soun" if self.audio_codec.is_none() => {
                self.audio_codec = Some(audio_name(entry.name, entry.body));
                self.channels = u16_at(entry.body, 16).map(u32::from).filter(|count| *count > 0);
                self.sample_rate = u16_at(entry.body, 24).map(u32::from).filter(|rate| *rate > 0);
            }
            _ => {}
        }
        Some(())
    }
}

fn video_name(code: [u8; 4]) -> String {
    match &code {
        b"avc1" | b"avc3" => "H.264".to_owned(),
        b"hvc1" | b"hev1" => "H.265".to_owned(),
        b"vvc1" | b"vvi1" => "H.266".to_owned(),
        b"av01" => "AV1".to_owned(),
        b"vp08" => "VP8".to_owned(),
        b"vp09" => "VP9".to_owned(),
        b"mp4v" => "MPEG-4".to_owned(),
        b"s263" | b"h263" => "H.263".to_owned(),
        b"jpeg" | b"mjpg" => "Motion JPEG".to_owned(),
        _ => spelled(code),
    }
}

fn audio_name(code: [u8; 4], entry: &[u8]) -> String {
    match &code {
        b"mp4a" => mpeg4_audio_name(entry),
        b".mp3" => "MP3".to_owned(),
        b"ac-3" => "AC-3".to_owned(),
        b"ec-3" => "E-AC-3".to_owned(),
        b"Opus" => "Opus".to_owned(),
        b"alac" => "ALAC".to_owned(),
        b"fLaC" => "FLAC".to_owned(),
        b"samr" | b"sawb" => "AMR".to_owned(),
        _ => spelled(code),
    }
}

/// `mp4a` holds several codecs; an inner description says which.
fn mpeg4_audio_name(entry: &[u8]) -> String {
    const HEADER_BYTES: usize = 28;
    let inner = entry.get(HEADER_BYTES..).and_then(|boxes| child(boxes, b"esds"));
    let name = match inner.and_then(object_type) {
        Some(0x69 | 0x6B) => "MP3",
        Some(0xA5) => "AC-3",
        Some(0xDD) => "Vorbis",
        _ => "AAC",
    };
    name.to_owned()
}

/// The object type of an elementary stream (ISO/IEC 14496-1, 7.2.6.5 and 7.2.6.6).
fn object_type(stream: &[u8]) -> Option<u8> {
    const STREAM: u8 = 3;
    const DECODER: u8 = 4;
    let inside = descriptor(stream.get(4..)?, STREAM)?;
    let flags = *inside.get(2)?;
    let mut at = 3;
    if flags & 0x80 != 0 {
        at += 2;
    }
    if flags & 0x40 != 0 {
        at += 1 + usize::from(*inside.get(at)?);
    }
    if flags & 0x20 != 0 {
        at += 2;
    }
    descriptor(inside.get(at..)?, DECODER)?.first().copied()
}

/// Behind the tag stands a length of up to four bytes, seven bits each.
fn descriptor(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let (found, rest) = bytes.split_first()?;
    let length_bytes = 1 + rest.iter().take(3).take_while(|byte| **byte & 0x80 != 0).count();
    (*found == tag).then(|| rest.get(length_bytes..)).flatten()
}

/// What we have no name for goes by its own.
fn spelled(code: [u8; 4]) -> String {
    let letters = code.iter().filter(|byte| byte.is_ascii_graphic());
    letters.map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codecs_are_named_as_people_know_them() {
        let clip = Tracks::read(include_bytes!("../../../tests/fixtures/media/clip.mp4"));
        assert_eq!(clip.video_codec.as_deref(), Some("MPEG-4"));
        assert_eq!(clip.audio_codec.as_deref(), Some("AAC"));
        let film = Tracks::read(include_bytes!("../../demo/files/insertion-sort.mp4"));
        assert_eq!(film.video_codec.as_deref(), Some("H.264"));
        let sound = Tracks::read(include_bytes!("../../../tests/fixtures/media/sound.mp4"));
        assert_eq!(
            (sound.video_codec.as_deref(), sound.audio_codec.as_deref()),
            (None, Some("AAC"))
        );
        assert_eq!((sound.sample_rate, sound.channels), (Some(44_100), Some(2)));
    }

    #[test]
    fn an_inner_description_tells_mp3_from_aac() {
        let stream = |object| [0, 0, 0, 0, 3, 0x80, 0x80, 0x80, 20, 0, 0, 0, 4, 15, object, 0];
        assert_eq!(object_type(&stream(0x6B)), Some(0x6B));
        assert_eq!(object_type(&stream(0x40)), Some(0x40));
        assert_eq!(object_type(&stream(0x40)[..10]), None);
    }

    #[test]
    fn half_a_file_and_nothing_say_nothing() {
        assert_eq!(Tracks::read(b""), Tracks::default());
        let clip: &[u8] = include_bytes!("../../../tests/fixtures/media/clip.mp4");
        for end in (0..clip.len()).step_by(97) {
            Tracks::read(&clip[..end]);
        }
        assert_eq!(spelled(*b"ab\0\xFF"), "ab");
    }
}
