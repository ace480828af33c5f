//! How large pages are shown, and how they are turned.

/// The smallest and the largest magnification; 1 is natural size.
pub const LEAST: f32 = 0.1;
pub const MOST: f32 = 8.0;

/// Where the keys + and − stop.
const STEPS: [f32; 19] = [
    0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0,
];

/// How large pages are shown.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Zoom {
    /// Each page as wide as the pane.
    #[default]
    FitWidth,
    /// Each page whole in the pane.
    FitPage,
    /// Times natural size: 96 pixels per inch for pages, one pixel of the screen per pixel for pictures.
    Natural(f32),
}

impl Zoom {
    /// `factor`, kept between `LEAST` and `MOST`.
    pub fn natural(factor: f32) -> Self {
        if factor.is_finite() {
            Self::Natural(factor.clamp(LEAST, MOST))
        } else {
            Self::FitWidth
        }
    }

    pub const fn fits(self) -> bool {
        matches!(self, Self::FitWidth | Self::FitPage)
    }
}

/// The next step above `factor`.
pub fn step_up(factor: f32) -> f32 {
    let above = STEPS.into_iter().find(|step| *step > factor * 1.01);
    above.unwrap_or(MOST)
}

/// The next step below `factor`.
pub fn step_down(factor: f32) -> f32 {
    let below = STEPS.into_iter().rev().find(|step| *step < factor * 0.99);
    below.unwrap_or(LEAST)
}

/// Quarter turns to the right. Only the view turns, never the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turn(u8);

impl Turn {
    pub const UPRIGHT: Self = Self(0);

    /// One more quarter to the right.
    pub const fn next(self) -> Self {
        Self((self.0 + 1) % 4)
    }

    /// Width and height change places.
    pub const fn lies(self) -> bool {
        self.0 % 2 == 1
    }

    pub const fn degrees(self) -> u16 {
        self.0 as u16 * 90
    }

    /// Where a point of the upright page stands on the turned one; both as fractions from the top left.
    pub fn turned(self, [x, y]: [f32; 2]) -> [f32; 2] {
        match self.0 {
            0 => [x, y],
            1 => [1.0 - y, x],
            2 => [1.0 - x, 1.0 - y],
            _ => [y, 1.0 - x],
        }
    }

    /// Which point of the upright page stands there on the turned one.
    pub fn upright(self, point: [f32; 2]) -> [f32; 2] {
        Self((4 - self.0) % 4).turned(point)
    }

    /// A box (left, top, right, bottom) of the upright page on the turned one.
    pub fn turned_box(self, [left, top, right, bottom]: [f32; 4]) -> [f32; 4] {
        ordered(self.turned([left, top]), self.turned([right, bottom]))
    }

    /// A box of the turned page on the upright one.
    pub fn upright_box(self, [left, top, right, bottom]: [f32; 4]) -> [f32; 4] {
        ordered(self.upright([left, top]), self.upright([right, bottom]))
    }
}

fn ordered([ax, ay]: [f32; 2], [bx, by]: [f32; 2]) -> [f32; 4] {
    [ax.min(bx), ay.min(by), ax.max(bx), ay.max(by)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_up_and_down_and_stop() {
        for (from, up, down) in [
            (1.0, 1.1, 0.9),
            (0.6, 0.67, 0.5),
            (0.1, 0.25, 0.1),
            (0.05, 0.1, 0.1),
            (8.0, 8.0, 6.0),
            (1.004, 1.1, 0.9),
        ] {
            assert_eq!(step_up(from), up, "up from {from}");
            assert_eq!(step_down(from), down, "down from {from}");
        }
    }

    #[test]
    fn no_magnification_leaves_the_range() {
        for (wanted, zoom) in [
            (0.0, Zoom::Natural(LEAST)),
            (1e9, Zoom::Natural(MOST)),
            (1.5, Zoom::Natural(1.5)),
            (f32::NAN, Zoom::FitWidth),
        ] {
            assert_eq!(Zoom::natural(wanted), zoom, "{wanted}");
        }
    }

    #[test]
    fn the_top_left_goes_round_clockwise_and_back() {
        let mut turn = Turn::default();
        for corner in [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]] {
            assert_eq!(turn.turned([0.0, 0.0]), corner, "{}", turn.degrees());
            let point = [0.25, 0.75];
            assert_eq!(turn.upright(turn.turned(point)), point, "{}", turn.degrees());
            let part = [0.125, 0.25, 0.5, 0.75];
            assert_eq!(turn.upright_box(turn.turned_box(part)), part);
            turn = turn.next();
        }
        assert_eq!(turn, Turn::default());
    }
}
