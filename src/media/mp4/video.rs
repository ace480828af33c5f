//! The video track: how its pictures are coded, how they are to be shown, where they lie.

use std::ops::Range;

use image::metadata::Orientation;

use super::boxes::{boxes_in, child, u16_at, u32_at, u64_at};
use super::movie::track_size;
use super::samples::Sample;
use super::{fragments, samples};

/// The largest video track of a file.
pub(in crate::media) struct VideoTrack<'a> {
    file: &'a [u8],
    movie: &'a [u8],
    track: &'a [u8],
    media: &'a [u8],
    pub coding: Coding<'a>,
    /// How the stored pictures are turned to be shown.
    pub orientation: Orientation,
    /// Width and height of a stored pixel as it is to be shown, where the file says it.
    pub pixel_aspect: Option<(u32, u32)>,
}

/// With what the pictures are coded.
pub(in crate::media) enum Coding<'a> {
    H264 {
        /// Bytes in front of each unit that tell its length
        length_bytes: usize,
        /// What a decoder has to know beforehand, unit after unit
        parameters: Vec<&'a [u8]>,
    },
    Other,
}

/// A coded picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::media) struct Placed {
    /// Bytes of the file; always within it
    pub at: Range<usize>,
    /// When it is shown, from the start of the film
    pub millis: u64,
    /// It stands alone, as the file says.
    pub is_sync: bool,
}

impl<'a> VideoTrack<'a> {
    /// `None` without one.
    pub fn find(file: &'a [u8]) -> Option<Self> {
        let movie = child(file, b"moov")?;
        let tracks = boxes_in(movie).filter(|found| found.name == *b"trak");
        let videos = tracks.filter_map(|found| {
            let media = child(found.body, b"mdia")?;
            let is_video = child(media, b"hdlr")?.get(8..12)? == b"vide";
            let size = track_size(child(found.body, b"tkhd")?)?;
            is_video.then_some((size, found.body, media))
        });
        let (_, track, media) = videos.max_by_key(|(size, ..)| *size)?;
        let header = child(track, b"tkhd")?;
        // A count stands in front of the entries, which are boxes.
        let entry = boxes_in(child(table(media)?, b"stsd")?.get(8..)?).next()?;
        let inner = entry.body.get(VISUAL_HEADER_BYTES..).unwrap_or_default();
        let coding = match &entry.name {
            b"avc1" | b"avc3" => child(inner, b"avcC").and_then(h264),
            _ => None,
        };
        Some(Self {
            file,
            movie,
            track,
            media,
            coding: coding.unwrap_or(Coding::Other),
            orientation: orientation(header).unwrap_or(Orientation::NoTransforms),
            pixel_aspect: child(inner, b"pasp").and_then(|pair| Some((u32_at(pair, 0)?, u32_at(pair, 4)?))),
        })
    }

    /// All its coded pictures, in the order of decoding.
    pub fn pictures(&self) -> Vec<Placed> {
        let Some((samples, clock)) = self.samples() else {
            return Vec::new();
        };
        let placed = samples.into_iter().map(|Sample { at, ticks, is_sync }| Placed {
            at,
            millis: clock.millis(ticks),
            is_sync,
        });
        placed.collect()
    }

    fn samples(&self) -> Option<(Vec<Sample>, Clock)> {
        let mut samples: Vec<Sample> = samples::of_table(table(self.media)?, self.file.len()).collect();
        let mut clock = Clock::read(self.movie, self.track, self.media)?;
        if samples.is_empty() {
            let header = child(self.track, b"tkhd")?;
            let number_at = if *header.first()? == 1 { 20 } else { 12 };
            samples = fragments::samples(self.file, self.movie, u32_at(header, number_at)?);
            // Recordings of something that goes on begin at any time.
            let first = samples.iter().map(|sample| sample.ticks).min();
            clock.start = first.unwrap_or(0);
        }
        Some((samples, clock))
    }
}

/// In front of the boxes of a visual sample entry (8.5.2 and 12.1.3)
const VISUAL_HEADER_BYTES: usize = 78;

fn table(media: &[u8]) -> Option<&[u8]> {
    child(child(media, b"minf")?, b"stbl")
}

/// The decoder configuration of H.264 (ISO/IEC 14496-15, 5.3.3.1).
fn h264(configuration: &[u8]) -> Option<Coding<'_>> {
    let length_bytes = usize::from(configuration.get(4)? & 3) + 1;
    let sequences = configuration.get(5)? & 0x1F;
    let mut parameters = Vec::new();
    let mut rest = take_units(configuration.get(6..)?, sequences, &mut parameters)?;
    let pictures = *rest.split_off_first()?;
    take_units(rest, pictures, &mut parameters)?;
    Some(Coding::H264 {
        length_bytes,
        parameters,
    })
}

fn take_units<'a>(mut bytes: &'a [u8], count: u8, units: &mut Vec<&'a [u8]>) -> Option<&'a [u8]> {
    for _ in 0..count {
        let length = usize::from(u16_at(bytes, 0)?);
        let (unit, rest) = bytes.get(2..)?.split_at_checked(length)?;
        units.push(unit);
        bytes = rest;
    }
    Some(bytes)
}

/// The matrix of a track, as far as it turns and mirrors (8.3.2): where the right and the bottom of the
/// stored picture point to.
fn orientation(header: &[u8]) -> Option<Orientation> {
    let matrix_at = if *header.first()? == 1 { 52 } else { 40 };
    let number = |index: usize| Some(u32_at(header, matrix_at + 4 * index)?.cast_signed());
    let (a, b, c, d) = (number(0)?, number(1)?, number(3)?, number(4)?);
    let is_turned = b.unsigned_abs() > a.unsigned_abs();
    Some(match (is_turned, a < 0, b < 0, c < 0, d < 0) {
        (false, false, _, _, false) => Orientation::NoTransforms,
        (false, true, _, _, false) => Orientation::FlipHorizontal,
        (false, true, _, _, true) => Orientation::Rotate180,
        (false, false, _, _, true) => Orientation::FlipVertical,
        (true, _, false, true, _) => Orientation::Rotate90,
        (true, _, true, false, _) => Orientation::Rotate270,
        (true, _, false, false, _) => Orientation::Rotate90FlipH,
        (true, _, true, true, _) => Orientation::Rotate270FlipH,
    })
}

/// From the ticks of a track to the time of the film.
struct Clock {
    ticks_per_second: u32,
    /// The tick that is shown first
    start: i64,
    /// What passes before it
    delay_millis: i64,
}

impl Clock {
    fn read(movie: &[u8], track: &[u8], media: &[u8]) -> Option<Self> {
        let ticks_per_second = timescale(child(media, b"mdhd")?)?;
        let mut clock = Self {
            ticks_per_second,
            start: 0,
            delay_millis: 0,
        };
        let edits = child(track, b"edts").and_then(|edits| child(edits, b"elst"));
        let film_ticks = child(movie, b"mvhd").and_then(timescale);
        if let (Some(edits), Some(film_ticks)) = (edits, film_ticks) {
            clock.edit(edits, film_ticks);
        }
        Some(clock)
    }

    /// What stands in front of the first edit that shows something, and where in the track that begins.
    fn edit(&mut self, edits: &[u8], film_ticks: u32) -> Option<()> {
        let is_long = *edits.first()? == 1;
        let entry_bytes = if is_long { 20 } else { 12 };
        for entry in edits.get(8..)?.chunks_exact(entry_bytes) {
            let (length, start) = if is_long {
                (u64_at(entry, 0)?, u64_at(entry, 8)?.cast_signed())
            } else {
                (
                    u64::from(u32_at(entry, 0)?),
                    i64::from(u32_at(entry, 4)?.cast_signed()),
                )
            };
            if start >= 0 {
                self.start = start;
                break;
            }
            let millis = millis(i64::try_from(length).ok()?, film_ticks);
            self.delay_millis = self.delay_millis.saturating_add(millis);
        }
        Some(())
    }

    fn millis(&self, ticks: i64) -> u64 {
        let millis = millis(ticks.saturating_sub(self.start), self.ticks_per_second);
        u64::try_from(millis.saturating_add(self.delay_millis)).unwrap_or(0)
    }
}

/// In a header of a movie or of a media: behind two times.
fn timescale(header: &[u8]) -> Option<u32> {
    let at = if *header.first()? == 1 { 20 } else { 12 };
    u32_at(header, at).filter(|ticks| *ticks > 0)
}

/// Rounded
fn millis(ticks: i64, per_second: u32) -> i64 {
    let (ticks, per_second) = (i128::from(ticks), i128::from(per_second));
    let millis = (ticks * 1000 + per_second / 2).div_euclid(per_second);
    i64::try_from(millis).unwrap_or(i64::MAX)
}
