//! From brightness and colour differences to red, green and blue.

use image::{Rgb, RgbImage};

use super::sequence::{Colours, Matrix};

/// One picture with a colour difference for each four pixels.
pub(super) struct Planes<'a> {
    pub width: u32,
    pub height: u32,
    pub brightness: &'a [u8],
    pub blue: &'a [u8],
    pub red: &'a [u8],
}

/// Parts of 65,536
const SHIFT: u32 = 16;
const HALF: i32 = 1 << (SHIFT - 1);

/// What one step of a value adds to a colour.
struct Weights {
    black: i32,
    brightness: i32,
    red: i32,
    green_from_red: i32,
    green_from_blue: i32,
    blue: i32,
}

impl Weights {
    fn of(colours: Colours) -> Self {
        // The shares of red and blue in brightness (ITU-R BT.601, BT.709, BT.2020)
        let (red, blue) = match colours.matrix {
            Matrix::Bt601 => (0.299, 0.114),
            Matrix::Bt709 => (0.2126, 0.0722),
            Matrix::Bt2020 => (0.2627, 0.0593),
        };
        let green = 1.0 - red - blue;
        let (black, bright, coloured) = if colours.is_full_range {
            (0, 1.0, 1.0)
        } else {
            (16, 255.0 / 219.0, 255.0 / 224.0)
        };
        let parts = |share: f64| (share * f64::from(1 << SHIFT)).round() as i32;
        Self {
            black,
            brightness: parts(bright),
            red: parts(2.0 * (1.0 - red) * coloured),
            green_from_red: parts(-2.0 * (1.0 - red) * red / green * coloured),
            green_from_blue: parts(-2.0 * (1.0 - blue) * blue / green * coloured),
            blue: parts(2.0 * (1.0 - blue) * coloured),
        }
    }
}

/// `None` when the planes are smaller than they claim.
pub(super) fn picture(planes: &Planes<'_>, colours: Colours) -> Option<RgbImage> {
    let (width, height) = (planes.width as usize, planes.height as usize);
    let half_width = width.div_ceil(2);
    let is_whole = planes.brightness.len() >= width * height
        && planes.blue.len().min(planes.red.len()) >= half_width * height.div_ceil(2);
    if !is_whole || width == 0 || height == 0 {
        return None;
    }
    let weights = Weights::of(colours);
    let mut picture = RgbImage::new(planes.width, planes.height);
    let rows = picture.chunks_exact_mut(3 * width);
    for (y, row) in rows.enumerate() {
        let brightness = &planes.brightness[y * width..(y + 1) * width];
        let half_row = y / 2 * half_width..(y / 2 + 1) * half_width;
        let (blue, red) = (&planes.blue[half_row.clone()], &planes.red[half_row]);
        for (x, pixel) in row.chunks_exact_mut(3).enumerate() {
            let Rgb(colour) = colour(brightness[x], blue[x / 2], red[x / 2], &weights);
            pixel.copy_from_slice(&colour);
        }
    }
    Some(picture)
}

fn colour(brightness: u8, blue: u8, red: u8, weights: &Weights) -> Rgb<u8> {
    let bright = (i32::from(brightness) - weights.black) * weights.brightness + HALF;
    let (blue, red) = (i32::from(blue) - 128, i32::from(red) - 128);
    let value = |parts: i32| (parts >> SHIFT).clamp(0, 255) as u8;
    Rgb([
        value(bright + red * weights.red),
        value(bright + red * weights.green_from_red + blue * weights.green_from_blue),
        value(bright + blue * weights.blue),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_one(brightness: u8, blue: u8, red: u8, matrix: Matrix, is_full_range: bool) -> [u8; 3] {
        let planes = Planes {
            width: 1,
            height: 1,
            brightness: &[brightness],
            blue: &[blue],
            red: &[red],
        };
        let colours = Colours {
            matrix,
            is_full_range,
        };
        picture(&planes, colours).unwrap().get_pixel(0, 0).0
    }

    #[test]
    fn black_white_and_pure_red_are_what_the_rules_say() {
        for matrix in [Matrix::Bt601, Matrix::Bt709, Matrix::Bt2020] {
            assert_eq!(of_one(16, 128, 128, matrix, false), [0, 0, 0]);
            assert_eq!(of_one(235, 128, 128, matrix, false), [255, 255, 255]);
            assert_eq!(of_one(0, 128, 128, matrix, true), [0, 0, 0]);
            assert_eq!(of_one(255, 128, 128, matrix, true), [255, 255, 255]);
        }
        // Pure red, as the two rules write it.
        assert_eq!(of_one(81, 90, 240, Matrix::Bt601, false), [254, 0, 0]);
        assert_eq!(of_one(63, 102, 240, Matrix::Bt709, false), [255, 1, 0]);
        // The same numbers under the other rule are another colour.
        assert_ne!(of_one(81, 90, 240, Matrix::Bt709, false), [254, 0, 0]);
    }

    #[test]
    fn planes_that_are_too_small_are_no_picture() {
        let planes = Planes {
            width: 3,
            height: 3,
            brightness: &[0; 9],
            blue: &[0; 4],
            red: &[0; 3],
        };
        let colours = Colours {
            matrix: Matrix::Bt601,
            is_full_range: false,
        };
        assert!(picture(&planes, colours).is_none());
    }
}
