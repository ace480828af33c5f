//! The videos are made by `tests/fixtures/media/film/make.sh`.

use super::*;
use crate::media::PagePart;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fixtures/media/film/", $name)).as_slice()
    };
}

const RED: [u8; 3] = [255, 0, 0];
const GREEN: [u8; 3] = [0, 255, 0];
const BLUE: [u8; 3] = [0, 0, 255];
const WHITE: [u8; 3] = [255, 255, 255];
const BLACK: [u8; 3] = [0, 0, 0];
const YELLOW: [u8; 3] = [255, 255, 0];

const SECONDS: &[u8] = fixture!("seconds.mp4");
const HIGH: &[u8] = fixture!("high.mp4");

/// Of the films that change it every second
fn colour_at(millis: u64) -> [u8; 3] {
    [RED, GREEN, BLUE, WHITE, BLACK][(millis / 1000) as usize % 5]
}

fn open(file: &[u8]) -> OpenFilm<'_> {
    match OpenFilm::open(file) {
        Some(Ok(film)) => film,
        Some(Err(why)) => panic!("{why:?}"),
        None => panic!("no video"),
    }
}

fn refused(file: &[u8]) -> Option<NoFilm> {
    OpenFilm::open(file).and_then(Result::err)
}

fn times(film: &OpenFilm<'_>) -> Vec<u64> {
    match film.outline() {
        Film::Pictures { millis, .. } => millis,
        Film::Absent(why) => panic!("{why:?}"),
    }
}

fn whole(page: u32) -> PageView {
    PageView {
        page,
        width_px: 4096,
        part: None,
    }
}

#[track_caller]
fn assert_colour(image: &PreviewImage, (x, y): (f32, f32), expected: [u8; 3], what: &str) {
    let (x, y) = ((x * image.width as f32) as u32, (y * image.height as f32) as u32);
    let at = ((y * image.width + x) * 4) as usize;
    let pixel = &image.pixels[at..at + 3];
    let is_near = pixel
        .iter()
        .zip(expected)
        .all(|(is, wanted)| is.abs_diff(wanted) < 16);
    assert!(is_near, "{what}: {pixel:?} at {x}, {y}, not {expected:?}");
    assert_eq!(image.pixels[at + 3], 255);
}

/// From the top left, row by row
#[track_caller]
fn assert_quarters(image: &PreviewImage, expected: [[u8; 3]; 4], what: &str) {
    let places = [(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)];
    for (place, colour) in places.into_iter().zip(expected) {
        assert_colour(image, place, colour, what);
    }
}

#[test]
fn twelve_pictures_are_spread_over_the_length_and_each_is_the_one_of_its_time() {
    let film = open(SECONDS);
    let times = times(&film);
    assert_eq!(times.len(), 12);
    assert_eq!((times[0], times[11]), (0, 14_000));
    assert!(
        times
            .windows(2)
            .all(|pair| (1000..=2000).contains(&(pair[1] - pair[0])))
    );
    for (page, millis) in (0..).zip(times) {
        let image = film.draw(whole(page)).unwrap();
        assert_eq!((image.width, image.height), (160, 90));
        assert_colour(&image, (0.7, 0.7), colour_at(millis), "the colour of the second");
        assert_colour(&image, (0.1, 0.2), YELLOW, "the box");
    }
    assert_eq!(
        film.draw(whole(12)),
        Err(PreviewTrouble::NoSuchFrame { count: 12 })
    );
}

#[test]
fn a_film_that_never_begins_anew_has_as_many_pictures() {
    for (file, first, last) in [
        (fixture!("one-start.mp4"), 0, 14_900),
        (fixture!("few-starts.mp4"), 0, 14_900),
    ] {
        let film = open(file);
        let times = times(&film);
        assert_eq!(times.len(), 12);
        assert!(times[0] == first && times[11] + 400 > last, "{times:?}");
        for (page, millis) in (0..).zip(times) {
            let image = film.draw(whole(page)).unwrap();
            assert_colour(&image, (0.7, 0.7), colour_at(millis), "the colour of the second");
            assert_colour(&image, (0.1, 0.2), YELLOW, "the box");
        }
    }
}

#[test]
fn every_way_of_coding_gives_the_same_picture() {
    for (name, file, size) in [
        ("high", HIGH, (96, 64)),
        ("main", fixture!("main.mp4"), (96, 64)),
        ("baseline", fixture!("baseline.mp4"), (96, 64)),
        ("slices", fixture!("slices.mp4"), (96, 64)),
        ("open groups", fixture!("open-gop.mp4"), (96, 64)),
        ("cropped", fixture!("cropped.mp4"), (94, 62)),
        ("full range", fixture!("full-range.mp4"), (96, 64)),
        ("BT.709", fixture!("bt709.mp4"), (96, 64)),
        ("pieces", fixture!("pieces.mp4"), (96, 64)),
        ("index first", fixture!("index-first.mp4"), (96, 64)),
    ] {
        let film = open(file);
        assert_eq!(times(&film), [0, 1000], "{name}");
        for page in 0..2 {
            let image = film.draw(whole(page)).unwrap();
            assert_eq!((image.width, image.height), size, "{name}");
            assert_quarters(&image, [RED, GREEN, BLUE, WHITE], name);
        }
    }
}

#[test]
fn what_was_filmed_upright_stands_upright() {
    for (file, expected) in [
        (fixture!("turned-right.mp4"), [BLUE, RED, WHITE, GREEN]),
        (fixture!("turned-left.mp4"), [GREEN, WHITE, RED, BLUE]),
    ] {
        let image = open(file).draw(whole(0)).unwrap();
        assert_eq!((image.width, image.height), (64, 96));
        assert_quarters(&image, expected, "turned");
    }
}

#[test]
fn every_turn_and_mirror_that_a_track_can_ask_for_is_followed() {
    const ONE: i32 = 1 << 16;
    // Where right and down of the stored picture point to: rightward and downward parts of each.
    for (right, down, expected) in [
        ([1, 0], [0, 1], [RED, GREEN, BLUE, WHITE]),
        ([-1, 0], [0, 1], [GREEN, RED, WHITE, BLUE]),
        ([-1, 0], [0, -1], [WHITE, BLUE, GREEN, RED]),
        ([1, 0], [0, -1], [BLUE, WHITE, RED, GREEN]),
        ([0, 1], [-1, 0], [BLUE, RED, WHITE, GREEN]),
        ([0, -1], [1, 0], [GREEN, WHITE, RED, BLUE]),
        ([0, 1], [1, 0], [RED, BLUE, GREEN, WHITE]),
        ([0, -1], [-1, 0], [WHITE, GREEN, BLUE, RED]),
    ] {
        let mut file = HIGH.to_vec();
        let matrix = place_of(&file, b"tkhd") + 8 + 40;
        for (field, value) in [(0, right[0]), (1, right[1]), (3, down[0]), (4, down[1])] {
            let at = matrix + 4 * field;
            file[at..at + 4].copy_from_slice(&(value * ONE).to_be_bytes());
        }
        let image = open(&file).draw(whole(0)).unwrap();
        assert_quarters(&image, expected, &format!("{right:?} {down:?}"));
    }
}

#[test]
fn wide_pixels_are_shown_wide() {
    let image = open(fixture!("stretched.mp4")).draw(whole(0)).unwrap();
    assert_eq!((image.width, image.height), (96, 43));
    assert_quarters(&image, [RED, GREEN, BLUE, WHITE], "stretched");
}

#[test]
fn pictures_are_drawn_small_and_in_parts() {
    let film = open(HIGH);
    let small = film.draw(PageView {
        width_px: 24,
        ..whole(1)
    });
    let small = small.unwrap();
    assert_eq!((small.width, small.height), (24, 16));
    assert_quarters(&small, [RED, GREEN, BLUE, WHITE], "small");
    let corner = PagePart {
        x: 96,
        y: 64,
        width: 96,
        height: 64,
    };
    let part = film.draw(PageView {
        page: 0,
        width_px: 192,
        part: Some(corner),
    });
    assert_quarters(&part.unwrap(), [WHITE; 4], "the lower right quarter, enlarged");
}

#[test]
fn other_codings_and_varieties_are_told_apart() {
    assert_eq!(refused(fixture!("hevc.mp4")), Some(NoFilm::OtherCodec));
    assert_eq!(refused(crate::media::samples::MP4), Some(NoFilm::OtherCodec));
    assert_eq!(refused(fixture!("ten-bits.mp4")), Some(NoFilm::Variety));
    let sound: &[u8] = include_bytes!("../../../tests/fixtures/media/sound.mp4");
    assert!(OpenFilm::open(sound).is_none());
    assert!(OpenFilm::open(b"").is_none());
}

/// The box of this name, from its length on.
fn place_of(file: &[u8], name: &[u8; 4]) -> usize {
    file.windows(4).position(|bytes| bytes == name).unwrap() - 4
}

#[test]
fn without_a_table_of_key_frames_they_are_found_by_looking() {
    let mut file = SECONDS.to_vec();
    let at = place_of(&file, b"stss");
    file[at + 4..at + 8].copy_from_slice(b"free");
    assert_eq!(times(&open(&file)), times(&open(SECONDS)));

    // A table that names only pictures that lean on others is as good as none.
    let mut file = SECONDS.to_vec();
    let at = place_of(&file, b"stss");
    for entry in 0..15 {
        let at = at + 16 + entry * 4;
        file[at..at + 4].copy_from_slice(&(entry as u32 * 10 + 5).to_be_bytes());
    }
    assert_eq!(times(&open(&file)), times(&open(SECONDS)));
}

#[test]
fn tables_that_claim_more_than_there_is_are_believed_as_far_as_it_goes() {
    for (name, at, value) in [
        (b"stsz", 16, u32::MAX),
        (b"stss", 12, u32::MAX),
        (b"stts", 12, u32::MAX),
        (b"stts", 16, u32::MAX),
        (b"ctts", 12, u32::MAX),
        (b"stsc", 12, u32::MAX),
        (b"stsc", 20, u32::MAX),
        (b"stco", 12, u32::MAX),
    ] {
        let mut file = SECONDS.to_vec();
        let place = place_of(&file, name) + at;
        file[place..place + 4].copy_from_slice(&value.to_be_bytes());
        let film = open(&file);
        film.draw(whole(0)).unwrap();
    }
    // Four thousand million samples of one byte: the file ends before.
    let mut file = SECONDS.to_vec();
    let place = place_of(&file, b"stsz");
    file[place + 12..place + 16].copy_from_slice(&1_u32.to_be_bytes());
    file[place + 16..place + 20].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(refused(&file), Some(NoFilm::NoPictureAlone));
    // Places outside the file.
    let mut file = SECONDS.to_vec();
    let place = place_of(&file, b"stco");
    file[place + 16..place + 20].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(refused(&file), Some(NoFilm::NoPictureAlone));
}

#[test]
fn no_cut_and_no_damage_brings_it_down() {
    for file in [SECONDS, fixture!("pieces.mp4"), fixture!("slices.mp4")] {
        for end in (0..file.len()).step_by(61) {
            look(&file[..end]);
        }
        let mut state = 0x2545_F491_u32;
        for _ in 0..150 {
            let mut damaged = file.to_vec();
            for _ in 0..8 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let place = state as usize % damaged.len();
                damaged[place] = (state >> 24) as u8;
            }
            look(&damaged);
        }
    }
}

/// Whatever comes of it
fn look(file: &[u8]) {
    if let Some(Ok(film)) = OpenFilm::open(file) {
        for page in 0..2 {
            let _ = film.draw(whole(page));
        }
    }
}

/// Numbers as a sequence has them: each as many bits as it needs (9.1).
fn sequence_of(columns: u32, rows: u32) -> Vec<u8> {
    let mut bits = String::new();
    // Baseline, level 4
    for byte in [66_u8, 0, 40] {
        bits += &format!("{byte:08b}");
    }
    let number = |value: u32| {
        let digits = format!("{:b}", u64::from(value) + 1);
        "0".repeat(digits.len() - 1) + &digits
    };
    // Its own number, two of counting, the order of pictures, frames kept
    for value in [0, 0, 2, 1] {
        bits += &number(value);
    }
    bits += "0";
    bits += &number(columns - 1);
    bits += &number(rows - 1);
    // Progressive, as it should be, nothing cut off, nothing more
    bits += "11001";
    bits.extend(std::iter::repeat_n('0', (8 - bits.len() % 8) % 8));
    let bytes = bits.as_bytes().chunks(8);
    let bytes = bytes.map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap());
    std::iter::once(0x67).chain(bytes).collect()
}

#[test]
fn a_sequence_of_absurd_size_is_refused_before_anything_is_unpacked() {
    let ordinary = Sequence::read(&sequence_of(120, 68)).unwrap();
    assert_eq!((ordinary.width, ordinary.height), (1920, 1088));
    assert!(Sequence::read(&sequence_of(256, 144)).is_ok(), "4096 x 2304");
    for (columns, rows) in [(257, 144), (4096, 4096), (u32::MAX, u32::MAX), (1 << 28, 1)] {
        assert_eq!(
            Sequence::read(&sequence_of(columns, rows)),
            Err(Refused::TooLarge)
        );
    }
    assert_eq!(Sequence::read(&[0x67, 66, 0]), Err(Refused::Broken));

    // In the place of the real one, as it is in the file.
    let mut file = HIGH.to_vec();
    let at = place_of(&file, b"avcC") + 8 + 8;
    let length = usize::from(u16::from_be_bytes([file[at - 2], file[at - 1]]));
    let mut absurd = sequence_of(4096, 4096);
    absurd.resize(length, 0);
    file[at..at + length].copy_from_slice(&absurd);
    assert_eq!(refused(&file), Some(NoFilm::TooLarge));
}
