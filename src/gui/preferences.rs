//! What the window remembers between two starts, outside the library: size, theme, which library.
//! Losing it loses nothing, so trouble with it is only logged.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::theme::ThemeChoice;

/// The default size of the window, and the smallest, in points.
pub const DEFAULT_SIZE: [f32; 2] = [1280.0, 800.0];
pub const SMALLEST_SIZE: [f32; 2] = [900.0, 600.0];

/// Widths of queue and record of the certification panel, in points: default, least, most.
pub const QUEUE_WIDTH: [f32; 3] = [264.0, 200.0, 320.0];
pub const RECORD_WIDTH: [f32; 3] = [320.0, 300.0, 400.0];

const FILE: &str = "window.json";

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    pub width: f32,
    pub height: f32,
    theme: String,
    /// Widths in the certification panel, in points.
    queue_width: f32,
    record_width: f32,
    /// The library opened last by hand.
    pub library: Option<PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            width: DEFAULT_SIZE[0],
            height: DEFAULT_SIZE[1],
            theme: String::new(),
            queue_width: QUEUE_WIDTH[0],
            record_width: RECORD_WIDTH[0],
            library: None,
        }
    }
}

impl Preferences {
    pub fn theme(&self) -> ThemeChoice {
        match self.theme.as_str() {
            "light" => ThemeChoice::Light,
            "dark" => ThemeChoice::Dark,
            _ => ThemeChoice::System,
        }
    }

    pub fn set_theme(&mut self, choice: ThemeChoice) {
        self.theme = match choice {
            ThemeChoice::System => "system",
            ThemeChoice::Light => "light",
            ThemeChoice::Dark => "dark",
        }
        .to_owned();
    }

    /// The window's size, kept within reason.
    pub fn size(&self) -> [f32; 2] {
        let within = |value: f32, least: f32, default: f32| {
            if value.is_finite() && value >= least && value <= 10_000.0 {
                value
            } else {
                default
            }
        };
        [
            within(self.width, SMALLEST_SIZE[0], DEFAULT_SIZE[0]),
            within(self.height, SMALLEST_SIZE[1], DEFAULT_SIZE[1]),
        ]
    }

    /// Widths of queue and record in the certification panel, kept within reason.
    pub fn panel_widths(&self) -> (f32, f32) {
        let within = |value: f32, [default, least, most]: [f32; 3]| {
            if value.is_finite() {
                value.clamp(least, most)
            } else {
                default
            }
        };
        (
            within(self.queue_width, QUEUE_WIDTH),
            within(self.record_width, RECORD_WIDTH),
        )
    }

    /// Whether somebody moved an edge.
    pub fn panel_widths_are_chosen(&self) -> bool {
        self.panel_widths() != (QUEUE_WIDTH[0], RECORD_WIDTH[0])
    }

    pub fn set_queue_width(&mut self, width: f32) {
        self.queue_width = width;
    }

    pub fn set_record_width(&mut self, width: f32) {
        self.record_width = width;
    }

    /// The platform's folder for settings of this program.
    pub fn folder() -> Option<PathBuf> {
        directories::ProjectDirs::from("", "", "licheng").map(|dirs| dirs.config_dir().to_owned())
    }

    pub fn load(folder: &Path) -> Self {
        let path = folder.join(FILE);
        match std::fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                log::warn!("the window's settings cannot be understood: {error}");
                Self::default()
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::default(),
            Err(error) => {
                log::warn!("the window's settings cannot be read: {error}");
                Self::default()
            }
        }
    }

    pub fn save(&self, folder: &Path) {
        let written = std::fs::create_dir_all(folder).and_then(|()| {
            let bytes = serde_json::to_vec_pretty(self)?;
            let waiting = folder.join("window.json.new");
            std::fs::write(&waiting, bytes)?;
            std::fs::rename(&waiting, folder.join(FILE))
        });
        if let Err(error) = written {
            log::warn!("the window's settings cannot be kept: {error}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_nonsense_does_not_hurt() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Preferences::load(folder.path()), Preferences::default());
        let mut kept = Preferences {
            width: 1024.0,
            height: 700.0,
            ..Preferences::default()
        };
        kept.set_theme(ThemeChoice::Dark);
        kept.set_queue_width(300.0);
        kept.set_record_width(999.0);
        kept.save(folder.path());
        let back = Preferences::load(folder.path());
        assert_eq!(back.theme(), ThemeChoice::Dark);
        assert_eq!(back.size(), [1024.0, 700.0]);
        assert_eq!(back.panel_widths(), (300.0, RECORD_WIDTH[2]));
        std::fs::write(folder.path().join(FILE), "{\"width\": 1, \"theme\"").unwrap();
        assert_eq!(Preferences::load(folder.path()), Preferences::default());
        let tiny = Preferences {
            width: 3.0,
            height: f32::NAN,
            ..Preferences::default()
        };
        assert_eq!(tiny.size(), DEFAULT_SIZE);
    }
}
