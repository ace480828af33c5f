//! MP3: does it hold frames, and how long does it play.

use symphonia::core::errors::Error;
use symphonia::core::formats::{FormatOptions, FormatReader};
use symphonia::core::io::{MediaSourceStream, ReadOnlySource};
use symphonia::default::formats::MpaReader;

use super::mpeg_audio;
use crate::domain::file::{ContentFacts, ContentProblem, FileKind};

const CUT_OFF: ContentProblem = ContentProblem::CutOff(FileKind::Mp3);
const UNPARSEABLE: ContentProblem = ContentProblem::Unparseable(FileKind::Mp3);

/// Editors that trim without rewriting the header lose a little; a broken download loses much.
const MIN_PERCENT_OF_DECLARED: u64 = 95;

pub(super) fn read(bytes: &[u8]) -> Result<ContentFacts, ContentProblem> {
    let mut reader = open(bytes)?;
    let track = reader.tracks().first().ok_or(UNPARSEABLE)?;
    let declared = track.num_frames;
    let trimmed = u64::from(track.delay.unwrap_or(0)) + u64::from(track.padding.unwrap_or(0));
    let rate = track
        .codec_params
        .as_ref()
        .and_then(|codec| codec.audio()?.sample_rate)
        .ok_or(UNPARSEABLE)?;

    let played = count_samples(&mut reader)?.saturating_sub(trimmed);
    if declared.is_some_and(|declared| played < declared / 100 * MIN_PERCENT_OF_DECLARED) {
        return Err(CUT_OFF);
    }
    Ok(ContentFacts::Sound {
        millis: played * 1000 / u64::from(rate),
    })
}

/// The frames behind the tags.
pub(super) fn open(bytes: &[u8]) -> Result<MpaReader<'_>, ContentProblem> {
    let tag_end = mpeg_audio::end_of_id3(bytes);
    if tag_end >= bytes.len() {
        return Err(CUT_OFF);
    }
    let start = mpeg_audio::first_frame(bytes, tag_end).ok_or(UNPARSEABLE)?;
    // A source that cannot seek keeps the reader from guessing a length, so a length is a declared one.
    let source = ReadOnlySource::new(&bytes[start..]);
    let stream = MediaSourceStream::new(Box::new(source), Default::default());
    MpaReader::try_new(stream, FormatOptions::default()).map_err(|_| UNPARSEABLE)
}

fn count_samples(reader: &mut MpaReader<'_>) -> Result<u64, ContentProblem> {
    let mut samples = 0;
    loop {
        match reader.next_packet() {
            Ok(Some(packet)) => samples += packet.block_dur().get(),
            Ok(None) => break,
            // Damage in the middle: players go on with the next frame.
            Err(Error::DecodeError(_)) => {}
            Err(_) => break,
        }
    }
    if samples == 0 {
        Err(UNPARSEABLE)
    } else {
        Ok(samples)
    }
}
