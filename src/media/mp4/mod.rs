//! MP4 (ISO/IEC 14496-12): are all boxes there, how long does it play, how large is the picture.

mod boxes;
mod fragments;
mod movie;
mod samples;
mod tracks;
mod video;

use std::io::Cursor;

use symphonia::core::formats::{FormatOptions, FormatReader};
use symphonia::core::io::MediaSourceStream;
use symphonia::default::formats::IsoMp4Reader;

use self::boxes::TopLevel;
use self::movie::Movie;
pub(super) use self::tracks::Tracks;
pub(super) use self::video::{Coding, Placed, VideoTrack};
use crate::domain::file::{ContentFacts, ContentProblem, FileKind};

const CUT_OFF: ContentProblem = ContentProblem::CutOff(FileKind::Mp4);
const UNPARSEABLE: ContentProblem = ContentProblem::Unparseable(FileKind::Mp4);

pub(super) fn read(bytes: &[u8]) -> Result<ContentFacts, ContentProblem> {
    let top = boxes::walk_top_level(bytes)?;
    // A recorder that is interrupted leaves the samples without their index.
    let movie = match top {
        TopLevel {
            movie: Some(movie),
            has_samples: true,
        } => Movie::parse(movie).ok_or(UNPARSEABLE)?,
        TopLevel {
            movie: None,
            has_samples: false,
        } => return Err(UNPARSEABLE),
        _ => return Err(CUT_OFF),
    };
    let millis = movie.millis.or_else(|| millis_by_packets(bytes)).unwrap_or(0);
    match movie.picture {
        Some((width, height)) => Ok(ContentFacts::Video {
            millis,
            width,
            height,
        }),
        None if movie.has_sound => Ok(ContentFacts::Sound { millis }),
        None => Err(UNPARSEABLE),
    }
}

/// The samples, one after another.
pub(super) fn open(bytes: &[u8]) -> Option<IsoMp4Reader<'_>> {
    // The index may lie behind the samples.
    let stream = MediaSourceStream::new(Box::new(Cursor::new(bytes)), Default::default());
    IsoMp4Reader::try_new(stream, FormatOptions::default()).ok()
}

/// Fragmented files (recorded by browsers) need not state their length anywhere.
fn millis_by_packets(bytes: &[u8]) -> Option<u64> {
    let mut reader = open(bytes)?;
    let mut end = 0;
    while let Ok(Some(packet)) = reader.next_packet() {
        let track = reader.tracks().iter().find(|track| track.id == packet.track_id)?;
        let ends_at = packet.pts.checked_add(packet.dur)?;
        let time = track.time_base?.calc_time(ends_at)?;
        end = end.max(u64::try_from(time.as_millis()).unwrap_or(0));
    }
    Some(end)
}
