//! Open sound or video.

use std::cell::OnceCell;

use super::document::{Film, FoundText, MediaOutline, Outline, PageView};
use super::film::OpenFilm;
use super::mp4::Tracks;
use super::viewer::Viewer;
use super::waveform::Waveform;
use super::{Piece, PreviewImage, PreviewTrouble, inspect, mp4, sound, waveform};
use crate::domain::file::{ContentFacts, FileKind};
use crate::domain::no_preview::NoFilm;

pub(super) struct PlayingViewer<'a> {
    bytes: &'a [u8],
    kind: FileKind,
    /// Looked for once; `None` of sound
    film: OnceCell<Option<Result<OpenFilm<'a>, NoFilm>>>,
}

impl<'a> PlayingViewer<'a> {
    pub fn new(bytes: &'a [u8], kind: FileKind) -> Self {
        Self {
            bytes,
            kind,
            film: OnceCell::new(),
        }
    }

    fn film(&self) -> Option<&Result<OpenFilm<'a>, NoFilm>> {
        let open = || match self.kind {
            FileKind::Mp4 => OpenFilm::open(self.bytes),
            _ => None,
        };
        self.film.get_or_init(open).as_ref()
    }

    fn tracks(&self) -> Tracks {
        if self.kind == FileKind::Mp4 {
            return Tracks::read(self.bytes);
        }
        Tracks {
            audio_codec: Some("MP3".to_owned()),
            ..Tracks::default()
        }
    }

    fn waveform(&self) -> Option<Waveform> {
        if self.kind == FileKind::Mp4 {
            waveform::of(|| Some(Box::new(mp4::open(self.bytes)?)))
        } else {
            waveform::of(|| Some(Box::new(sound::open(self.bytes).ok()?)))
        }
    }
}

impl Viewer for PlayingViewer<'_> {
    fn outline(&mut self) -> Result<Outline, PreviewTrouble> {
        let facts = match inspect::read_structure(self.bytes) {
            Ok(inspection) => inspection.facts,
            Err(_) => return Err(PreviewTrouble::CannotDraw),
        };
        let (millis, video_size) = match facts {
            Some(ContentFacts::Sound { millis }) => (millis, None),
            Some(ContentFacts::Video {
                millis,
                width,
                height,
            }) => (millis, Some((width, height))),
            _ => return Err(PreviewTrouble::CannotDraw),
        };
        let (tracks, waveform) = (self.tracks(), self.waveform());
        let film = self.film().map(|film| match film {
            Ok(film) => film.outline(),
            Err(why) => Film::Absent(*why),
        });
        Ok(Outline::Media(MediaOutline {
            millis,
            video_codec: tracks.video_codec,
            audio_codec: tracks.audio_codec,
            bit_rate: (self.bytes.len() as u64 * 8_000).checked_div(millis).unwrap_or(0),
            sample_rate: waveform.as_ref().map(|it| it.sample_rate).or(tracks.sample_rate),
            channels: waveform.as_ref().map(|it| it.channels).or(tracks.channels),
            video_size,
            waveform: waveform.map(|it| it.peaks).unwrap_or_default(),
            film,
        }))
    }

    fn draw(&mut self, view: PageView) -> Result<PreviewImage, PreviewTrouble> {
        match self.film() {
            Some(Ok(film)) => film.draw(view),
            Some(Err(_)) | None => Err(PreviewTrouble::NothingToDraw(self.kind)),
        }
    }

    fn piece(&mut self, _first: u32) -> Result<Piece, PreviewTrouble> {
        Err(PreviewTrouble::NothingToDraw(self.kind))
    }

    fn find(&mut self, _text: &str) -> Result<FoundText, PreviewTrouble> {
        Ok(FoundText::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(kind: FileKind, bytes: &[u8]) -> MediaOutline {
        match PlayingViewer::new(bytes, kind).outline() {
            Ok(Outline::Media(outline)) => outline,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn sound_tells_codec_rate_channels_and_loudness() {
        let speech = outline(FileKind::Mp3, include_bytes!("../demo/files/english-speech.mp3"));
        assert_eq!(
            (speech.video_codec.as_deref(), speech.audio_codec.as_deref()),
            (None, Some("MP3"))
        );
        assert!(
            speech
                .sample_rate
                .is_some_and(|rate| (8_000..=48_000).contains(&rate))
        );
        assert!(
            speech
                .channels
                .is_some_and(|channels| (1..=2).contains(&channels))
        );
        assert_eq!(speech.bit_rate, 173_662 * 8_000 / speech.millis);
        assert_eq!(speech.waveform.len(), 600);
        assert_eq!(speech.video_size, None);
    }

    #[test]
    fn video_tells_codec_and_size() {
        let film = outline(FileKind::Mp4, include_bytes!("../demo/files/pendulum-wave.mp4"));
        assert_eq!(film.video_codec.as_deref(), Some("H.264"));
        assert!(
            film.video_size
                .is_some_and(|(width, height)| width > 0 && height > 0)
        );
    }

    #[test]
    fn what_does_not_play_has_no_outline_and_nothing_is_drawn() {
        let mut viewer = PlayingViewer::new(b"nothing", FileKind::Mp3);
        assert_eq!(viewer.outline(), Err(PreviewTrouble::CannotDraw));
        let view = PageView {
            page: 0,
            width_px: 100,
            part: None,
        };
        let drawn = viewer.draw(view);
        assert_eq!(drawn, Err(PreviewTrouble::NothingToDraw(FileKind::Mp3)));
    }
}
