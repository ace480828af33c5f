//! Pictures out of a video: some of those that stand alone, spread over its length. Each is decoded by
//! itself, when it is asked for, so that a film of hours costs no more than a short one.

mod colour;
mod sequence;
#[cfg(test)]
mod tests;
mod units;

use image::DynamicImage;
use image::metadata::Orientation;
use rusty_h264_decoder::Decoder;

use super::document::{Film, PageSize, PageView};
use super::mp4::{Coding, Placed, VideoTrack};
use super::picture::{decode::lies, scale};
use super::viewer::part_to_draw;
use super::{PreviewImage, PreviewTrouble};
use crate::domain::no_preview::NoFilm;

use colour::Planes;
use sequence::{Refused, Sequence};

/// As many as are seen at one glance.
const MOST_PICTURES: usize = 12;
/// Pixels longer or wider than this are a mistake in the file.
const MOST_STRETCHED: u32 = 4;

/// An open video whose pictures can be drawn.
pub(super) struct OpenFilm<'a> {
    file: &'a [u8],
    length_bytes: usize,
    /// What a decoder has to know beforehand, unit after unit
    parameters: Vec<&'a [u8]>,
    orientation: Orientation,
    sequence: Sequence,
    /// As it is shown: upright, with square pixels
    size: PageSize,
    pictures: Vec<Placed>,
}

impl<'a> OpenFilm<'a> {
    /// `None` of a file without a video.
    ///
    /// # Errors
    /// Why its pictures cannot be drawn.
    pub fn open(file: &'a [u8]) -> Option<Result<Self, NoFilm>> {
        VideoTrack::find(file).map(|track| Self::of_track(file, track))
    }

    fn of_track(file: &'a [u8], track: VideoTrack<'a>) -> Result<Self, NoFilm> {
        let pictures = |length_bytes| track.pictures(|sample| units::stands_alone(sample, length_bytes));
        let (length_bytes, pictures, parameters) = match track.coding {
            Coding::H264 {
                length_bytes,
                ref parameters,
            } => (length_bytes, spread(pictures(length_bytes)), parameters.clone()),
            Coding::Other => return Err(NoFilm::OtherCodec),
        };
        let first = pictures.first().ok_or(NoFilm::NoPictureAlone)?;
        let in_first = units::units(&file[first.at.clone()], length_bytes);
        let mut sequences = parameters.iter().copied().chain(in_first);
        let sequence = sequences.find(|unit| units::is_sequence(unit));
        let sequence =
            sequence
                .map_or(Err(Refused::Broken), Sequence::read)
                .map_err(|refused| match refused {
                    Refused::Variety => NoFilm::Variety,
                    Refused::TooLarge => NoFilm::TooLarge,
                    Refused::Broken => NoFilm::NoPictureAlone,
                })?;
        let aspect = track.pixel_aspect.or(sequence.pixel_aspect);
        Ok(Self {
            file,
            length_bytes,
            parameters,
            orientation: track.orientation,
            sequence,
            size: size(sequence, aspect, track.orientation),
            pictures,
        })
    }

    pub fn outline(&self) -> Film {
        Film::Pictures {
            size: self.size,
            millis: self.pictures.iter().map(|picture| picture.millis).collect(),
        }
    }

    /// Draws a picture, or a part of it, never larger than it is.
    ///
    /// # Errors
    /// No such picture, or why it cannot be drawn.
    pub fn draw(&self, view: PageView) -> Result<PreviewImage, PreviewTrouble> {
        let picture = self.pictures.get(view.page as usize);
        let picture = picture.ok_or(PreviewTrouble::NoSuchPage {
            count: u32::try_from(self.pictures.len()).unwrap_or(u32::MAX),
        })?;
        let width_px = match view.part {
            Some(_) => view.width_px,
            None => view.width_px.min(self.size.width as u32),
        };
        let height_px = self.size.height_px(width_px);
        let part = part_to_draw(width_px, height_px, view.part)?;
        let stored = self.decode(&self.file[picture.at.clone()])?;
        let mut drawn = scale::part(&stored, self.orientation, (width_px, height_px), part);
        drop(stored);
        drawn.apply_orientation(self.orientation);
        let pixels = drawn.into_rgba8();
        Ok(PreviewImage {
            width: pixels.width(),
            height: pixels.height(),
            pixels: pixels.into_raw(),
        })
    }

    fn decode(&self, sample: &[u8]) -> Result<DynamicImage, PreviewTrouble> {
        let own = || units::units(sample, self.length_bytes);
        let all = || self.parameters.iter().copied().chain(own());
        // A sample may bring parameters of its own: what they ask for is looked at before it is allocated.
        for unit in all().filter(|unit| units::is_sequence(unit)) {
            match Sequence::read(unit) {
                Ok(_) => {}
                Err(Refused::TooLarge) => return Err(PreviewTrouble::TooLarge),
                Err(Refused::Variety | Refused::Broken) => return Err(PreviewTrouble::CannotDraw),
            }
        }
        let stream = units::with_starts(all());
        let decoded = Decoder::new().decode(&stream);
        let Ok(Some(frame)) = decoded else {
            return Err(PreviewTrouble::CannotDraw);
        };
        let planes = Planes {
            width: u32::try_from(frame.width).unwrap_or(0),
            height: u32::try_from(frame.height).unwrap_or(0),
            brightness: &frame.y,
            blue: &frame.u,
            red: &frame.v,
        };
        let picture = colour::picture(&planes, self.sequence.colours);
        picture
            .map(DynamicImage::ImageRgb8)
            .ok_or(PreviewTrouble::CannotDraw)
    }
}

fn size(sequence: Sequence, aspect: Option<(u32, u32)>, orientation: Orientation) -> PageSize {
    let (mut width, mut height) = (f64::from(sequence.width), f64::from(sequence.height));
    let is_sane = |(across, down): &(u32, u32)| {
        let most = |pixels: u32| pixels.saturating_mul(MOST_STRETCHED);
        (1..=most(*down)).contains(across) && *down <= most(*across)
    };
    if let Some((across, down)) = aspect.filter(is_sane) {
        // The side that has more pixels stays: nothing is made up.
        if across > down {
            height = (height * f64::from(down) / f64::from(across)).round().max(1.0);
        } else {
            width = (width * f64::from(across) / f64::from(down)).round().max(1.0);
        }
    }
    if lies(orientation) {
        (width, height) = (height, width);
    }
    PageSize {
        width: width as f32,
        height: height as f32,
    }
}

/// At most twelve of them, as evenly spread over time as they allow. They come in order of time.
fn spread(pictures: Vec<Placed>) -> Vec<Placed> {
    let (Some(first), Some(last)) = (pictures.first(), pictures.last()) else {
        return pictures;
    };
    if pictures.len() <= MOST_PICTURES {
        return pictures;
    }
    let (start, length) = (first.millis, u128::from(last.millis - first.millis));
    let steps = MOST_PICTURES as u128 - 1;
    let mut chosen: Vec<usize> = (0..=steps)
        .map(|step| {
            let wanted = start + u64::try_from(length * step / steps).unwrap_or(0);
            let behind = pictures.partition_point(|picture| picture.millis < wanted);
            let distance = |place: usize| pictures.get(place).map(|it| it.millis.abs_diff(wanted));
            match (behind.checked_sub(1).and_then(distance), distance(behind)) {
                (Some(before), Some(after)) if before < after => behind - 1,
                _ => behind,
            }
        })
        .collect();
    chosen.dedup();
    chosen
        .into_iter()
        .filter_map(|place| pictures.get(place).cloned())
        .collect()
}
