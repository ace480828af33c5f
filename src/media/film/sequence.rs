//! What a sequence of pictures says of itself (ISO/IEC 14496-10, 7.3.2.1 and annex E): size, shape of the
//! pixels, meaning of the colours. The decoder reads the same for its own use and stops before the last two.

use rusty_h264_common::BitReader;

use super::units;

/// More pixels than a picture of 4096 x 2304 has are not unpacked: decoding needs about ten bytes for each.
const MOST_PIXELS: u64 = 4096 * 2304;
/// Longer ones say nothing more that is of use here.
const MOST_BYTES: usize = 1024;

/// Of the pictures of one sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sequence {
    /// In stored pixels, without the margin that is cut off
    pub width: u32,
    pub height: u32,
    /// Width and height of a pixel as it is to be shown
    pub pixel_aspect: Option<(u32, u32)>,
    pub colours: Colours,
}

/// How brightness and colour differences become red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colours {
    pub matrix: Matrix,
    /// Black is 0 and white 255, not 16 and 235.
    pub is_full_range: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matrix {
    Bt601,
    Bt709,
    Bt2020,
}

/// Why a sequence is not decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// More than 8 bits, other colour sampling, interlaced
    Variety,
    TooLarge,
    Broken,
}

impl Sequence {
    /// # Errors
    /// What the decoder does not know, or should not be asked to do.
    pub fn read(unit: &[u8]) -> Result<Self, Refused> {
        let content = units::content(unit, MOST_BYTES);
        let mut reading = Reading(BitReader::new(&content));
        reading.sequence()
    }
}

struct Reading<'a>(BitReader<'a>);

impl Reading<'_> {
    fn bits(&mut self, count: u32) -> Result<u32, Refused> {
        self.0.read_bits(count).map_err(|_| Refused::Broken)
    }

    fn flag(&mut self) -> Result<bool, Refused> {
        Ok(self.bits(1)? == 1)
    }

    fn number(&mut self) -> Result<u32, Refused> {
        self.0.read_ue().map_err(|_| Refused::Broken)
    }

    fn signed(&mut self) -> Result<i32, Refused> {
        self.0.read_se().map_err(|_| Refused::Broken)
    }

    fn sequence(&mut self) -> Result<Sequence, Refused> {
        let profile = self.bits(8)?;
        self.bits(16)?;
        self.number()?;
        if matches!(
            profile,
            100 | 110 | 122 | 244 | 44 | 83 | 86 | 118 | 128 | 134 | 135 | 138 | 139
        ) {
            self.high_profile()?;
        }
        self.number()?;
        self.order_of_pictures()?;
        self.number()?;
        self.bits(1)?;
        let (columns, rows) = (self.number()?, self.number()?);
        let is_progressive = self.flag()?;
        if !is_progressive && self.flag()? {
            return Err(Refused::Variety);
        }
        let rows_per_unit = if is_progressive { 1 } else { 2 };
        let stored = (
            (u64::from(columns) + 1) * 16,
            (u64::from(rows) + 1) * 16 * rows_per_unit,
        );
        if stored.0.saturating_mul(stored.1) > MOST_PIXELS {
            return Err(Refused::TooLarge);
        }
        self.bits(1)?;
        let (across, down) = if self.flag()? {
            let [left, right, top, bottom] =
                [self.number()?, self.number()?, self.number()?, self.number()?].map(u64::from);
            (2 * (left + right), 2 * rows_per_unit * (top + bottom))
        } else {
            (0, 0)
        };
        let size = |stored: u64, cut: u64| {
            let left = stored.checked_sub(cut).filter(|left| *left > 0);
            left.and_then(|left| u32::try_from(left).ok())
                .ok_or(Refused::Broken)
        };
        let (width, height) = (size(stored.0, across)?, size(stored.1, down)?);
        let mut sequence = Sequence {
            width,
            height,
            pixel_aspect: None,
            colours: Colours {
                matrix: Matrix::of_size(width, height),
                is_full_range: false,
            },
        };
        if self.flag()? {
            // What ends early has told what it could.
            let _ = self.usage(&mut sequence);
        }
        Ok(sequence)
    }

    fn high_profile(&mut self) -> Result<(), Refused> {
        const HALVED_BOTH_WAYS: u32 = 1;
        let sampling = self.number()?;
        if sampling != HALVED_BOTH_WAYS || self.number()? != 0 || self.number()? != 0 {
            return Err(Refused::Variety);
        }
        self.bits(1)?;
        if self.flag()? {
            for list in 0..8 {
                if self.flag()? {
                    self.scaling_list(if list < 6 { 16 } else { 64 })?;
                }
            }
        }
        Ok(())
    }

    /// Only its length matters here (7.3.2.1.1.1).
    fn scaling_list(&mut self, length: u32) -> Result<(), Refused> {
        let (mut last, mut next) = (8, 8);
        for _ in 0..length {
            if next != 0 {
                next = (last + self.signed()?.rem_euclid(256)).rem_euclid(256);
            }
            last = if next == 0 { last } else { next };
        }
        Ok(())
    }

    fn order_of_pictures(&mut self) -> Result<(), Refused> {
        match self.number()? {
            0 => {
                self.number()?;
            }
            1 => {
                self.bits(1)?;
                self.signed()?;
                self.signed()?;
                for _ in 0..self.number()?.min(255) {
                    self.signed()?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The part of "video usability information" that is of use (E.1.1).
    fn usage(&mut self, sequence: &mut Sequence) -> Result<(), Refused> {
        const IN_FULL: u32 = 255;
        if self.flag()? {
            let aspect = self.bits(8)?;
            sequence.pixel_aspect = match aspect {
                IN_FULL => Some((self.bits(16)?, self.bits(16)?)),
                _ => ASPECTS.get(aspect as usize).copied(),
            };
        }
        if self.flag()? {
            self.bits(1)?;
        }
        if self.flag()? {
            self.bits(3)?;
            sequence.colours.is_full_range = self.flag()?;
            if self.flag()? {
                self.bits(16)?;
                match self.bits(8)? {
                    1 | 7 => sequence.colours.matrix = Matrix::Bt709,
                    4..=6 => sequence.colours.matrix = Matrix::Bt601,
                    9 | 10 => sequence.colours.matrix = Matrix::Bt2020,
                    _ => {}
                }
            }
        }
        Ok(())
    }
}

/// Table E-1; the first one means that nothing is said.
const ASPECTS: [(u32, u32); 17] = [
    (1, 1),
    (1, 1),
    (12, 11),
    (10, 11),
    (16, 11),
    (40, 33),
    (24, 11),
    (20, 11),
    (32, 11),
    (80, 33),
    (18, 11),
    (15, 11),
    (64, 33),
    (160, 99),
    (4, 3),
    (3, 2),
    (2, 1),
];

impl Matrix {
    /// Where nothing is said, large pictures follow the rule of high definition.
    const fn of_size(width: u32, height: u32) -> Self {
        let shorter = if width < height { width } else { height };
        if shorter >= 720 { Self::Bt709 } else { Self::Bt601 }
    }
}
