//! Pictures out of a video, spread over its length. Each is decoded when it is asked for, so that a film of
//! hours costs no more than a short one.

mod choice;
mod colour;
mod sequence;
#[cfg(test)]
mod tests;
mod units;

use image::DynamicImage;
use image::metadata::Orientation;
use rusty_h264_decoder::Decoder;

use super::document::{Film, PageSize, PageView};
use super::mp4::{Coding, VideoTrack};
use super::picture::{decode::lies, scale};
use super::viewer::part_to_draw;
use super::{PreviewImage, PreviewTrouble};
use crate::domain::no_preview::NoFilm;

use choice::Chosen;
use colour::Planes;
use sequence::{Refused, Sequence};
use units::Role;

/// What a picture that needs others may cost, all of them together: about a second.
const MOST_DECODED_PIXELS: u64 = 150_000_000;
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
    pictures: Vec<Chosen>,
}

impl<'a> OpenFilm<'a> {
    /// `None` of a file without a video.
    ///
    /// # Errors
    /// Why its pictures cannot be drawn.
    pub fn open(file: &'a [u8]) -> Option<Result<Self, NoFilm>> {
        VideoTrack::find(file).map(|track| Self::of_track(file, track))
    }

    fn of_track(file: &'a [u8], mut track: VideoTrack<'a>) -> Result<Self, NoFilm> {
        let Coding::H264 {
            length_bytes,
            parameters,
        } = std::mem::replace(&mut track.coding, Coding::Other)
        else {
            return Err(NoFilm::OtherCodec);
        };
        let placed = track.pictures();
        let roles: Vec<Role> = placed
            .iter()
            .map(|picture| units::role(&file[picture.at.clone()], length_bytes))
            .collect();
        let start = choice::starts(&placed, &roles)
            .next()
            .ok_or(NoFilm::NoPictureAlone)?;
        // Where the parameters do not stand in front of all, the first picture brings them.
        let in_first = units::units(&file[placed[start].at.clone()], length_bytes);
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
        let longest = MOST_DECODED_PIXELS / (u64::from(sequence.width) * u64::from(sequence.height));
        let pictures = choice::choose(&placed, &roles, usize::try_from(longest).unwrap_or(1));
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
        let picture = picture.ok_or(PreviewTrouble::NoSuchFrame {
            count: u32::try_from(self.pictures.len()).unwrap_or(u32::MAX),
        })?;
        let width_px = match view.part {
            Some(_) => view.width_px,
            None => view.width_px.min(self.size.width as u32),
        };
        let height_px = self.size.height_px(width_px);
        let part = part_to_draw(width_px, height_px, view.part)?;
        let stored = self.decode(picture)?;
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

    fn decode(&self, chosen: &Chosen) -> Result<DynamicImage, PreviewTrouble> {
        let mut decoder = Decoder::new();
        let mut parameters = self.parameters.as_slice();
        let mut frame = None;
        for sample in &chosen.run {
            let own = units::units(&self.file[sample.clone()], self.length_bytes);
            let all: Vec<&[u8]> = parameters.iter().copied().chain(own).collect();
            parameters = &[];
            // A sample may bring parameters of its own: what they ask for is looked at before it is allocated.
            for unit in all.iter().filter(|unit| units::is_sequence(unit)) {
                match Sequence::read(unit) {
                    Ok(_) => {}
                    Err(Refused::TooLarge) => return Err(PreviewTrouble::TooLarge),
                    Err(Refused::Variety | Refused::Broken) => return Err(PreviewTrouble::CannotDraw),
                }
            }
            let decoded = decoder.decode(&units::with_starts(&all));
            frame = decoded.map_err(|_| PreviewTrouble::CannotDraw)?;
        }
        let frame = frame.ok_or(PreviewTrouble::CannotDraw)?;
        drop(decoder);
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
