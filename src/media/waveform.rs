//! How loud a sound is along its length.

use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::{FormatReader, TrackType};
use symphonia::core::packet::Packet;

/// Bars of a drawn waveform.
const BARS: usize = 600;
/// Samples of all channels together that share a peak before the length is known.
const PIECE_FRAMES: usize = 64;
/// More packets than these, about 25 minutes of MP3, are decoded in runs with gaps between them.
const MAX_DECODED_PACKETS: usize = 60_000;
/// Packets lean on those before them: single ones would be silent.
const RUN_PACKETS: usize = 16;

/// What decoding tells.
#[derive(Debug)]
pub(super) struct Waveform {
    /// The loudest sample in each of 600 equally long stretches (fewer for very short sounds), 0 to 255.
    pub peaks: Vec<u8>,
    /// As it is played; what the container says of them need not be true.
    pub sample_rate: u32,
    pub channels: u32,
}

/// `None` when there is no sound, or none that can be decoded here.
pub(super) fn of<'a>(open: impl Fn() -> Option<Box<dyn FormatReader + 'a>>) -> Option<Waveform> {
    let count = packets(open()?.as_mut()).count();
    decoded(open()?.as_mut(), count)
}

fn decoded(reader: &mut dyn FormatReader, count: usize) -> Option<Waveform> {
    let mut decoder = decoder(reader)?;
    let every = count.div_ceil(MAX_DECODED_PACKETS).max(1);
    let mut pieces = Vec::new();
    let mut samples: Vec<f32> = Vec::new();
    let mut layout = None;
    for (number, packet) in packets(reader).enumerate() {
        if !(number / RUN_PACKETS).is_multiple_of(every) {
            continue;
        }
        // Damage in the middle: players go on with the next packet.
        let Ok(sound) = decoder.decode(&packet) else {
            continue;
        };
        let channels = sound.spec().channels().count().max(1);
        layout.get_or_insert((sound.spec().rate(), channels));
        sound.copy_to_vec_interleaved(&mut samples);
        pieces.extend(samples.chunks(PIECE_FRAMES * channels).map(loudest));
    }
    let (sample_rate, channels) = layout?;
    Some(Waveform {
        peaks: in_bars(&pieces),
        sample_rate,
        channels: u32::try_from(channels).ok()?,
    })
}

fn decoder(reader: &dyn FormatReader) -> Option<Box<dyn AudioDecoder>> {
    let track = reader.default_track(TrackType::Audio)?;
    let params = track.codec_params.as_ref()?.audio()?;
    let codecs = symphonia::default::get_codecs();
    codecs
        .make_audio_decoder(params, &AudioDecoderOptions::default())
        .ok()
}

/// The packets of the first sound track.
fn packets(reader: &mut dyn FormatReader) -> impl Iterator<Item = Packet> {
    let track = reader.default_track(TrackType::Audio).map(|track| track.id);
    std::iter::from_fn(move || {
        loop {
            match reader.next_packet() {
                Ok(Some(packet)) if Some(packet.track_id) == track => return Some(packet),
                Ok(Some(_)) | Err(Error::DecodeError(_)) => {}
                Ok(None) | Err(_) => return None,
            }
        }
    })
}

fn loudest(samples: &[f32]) -> u8 {
    let peak = samples
        .iter()
        .fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
    // What is louder than full scale is cut off there, as it is when played.
    (peak * 255.0).round() as u8
}

fn in_bars(pieces: &[u8]) -> Vec<u8> {
    let bars = BARS.min(pieces.len());
    (0..bars)
        .map(|bar| {
            let stretch = pieces.len() * bar / bars..pieces.len() * (bar + 1) / bars;
            pieces[stretch].iter().copied().max().unwrap_or(0)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::{mp4, sound};

    #[test]
    fn a_tone_is_a_band_and_silence_a_line() {
        let tone: &[u8] = include_bytes!("../../tests/fixtures/media/plain.mp3");
        let Waveform { peaks, .. } = of(|| Some(Box::new(sound::open(tone).ok()?))).unwrap();
        // Half a second has less than 600 pieces.
        assert_eq!(peaks.len(), 369);
        let middle = &peaks[100..300];
        let (low, high) = (middle.iter().min().unwrap(), middle.iter().max().unwrap());
        assert!(*low > 20 && high - low < 12, "{low} to {high}");
    }

    #[test]
    fn the_sound_of_a_video_is_decoded() {
        let clip: &[u8] = include_bytes!("../../tests/fixtures/media/clip.mp4");
        let Waveform { peaks, .. } = of(|| Some(Box::new(mp4::open(clip)?))).unwrap();
        assert_eq!(peaks.len(), BARS);
        assert!(peaks.iter().any(|peak| *peak > 20));
    }

    #[test]
    fn one_channel_counts_as_one_whatever_the_container_says() {
        let voice: &[u8] = include_bytes!("../../tests/fixtures/media/sound.mp4");
        let sound = of(|| Some(Box::new(mp4::open(voice)?))).unwrap();
        assert_eq!((sound.sample_rate, sound.channels), (44_100, 1));
    }

    #[test]
    fn what_is_no_sound_has_no_waveform() {
        assert!(of(|| None).is_none());
        let pdf: &[u8] = b"%PDF-1.7";
        assert!(of(|| Some(Box::new(mp4::open(pdf)?))).is_none());
    }

    #[test]
    fn bars_cover_all_pieces() {
        let mut pieces = vec![0; 6001];
        pieces[0] = 1;
        pieces[3000] = 2;
        pieces[6000] = 3;
        let bars = in_bars(&pieces);
        assert_eq!((bars[0], bars[299].max(bars[300]), bars[599]), (1, 2, 3));
        assert_eq!(in_bars(&[7, 8]), [7, 8]);
        assert!(in_bars(&[]).is_empty());
        assert_eq!(loudest(&[0.5, -2.0]), 255);
    }
}
