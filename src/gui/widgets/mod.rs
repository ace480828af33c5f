//! The widgets of the program. They draw what they are given and answer with what the person did;
//! they know no records, no rules and no sentences of their own.
//!
//! Everything that can be clicked can be reached by Tab, works with Space and Enter, shows its focus, and
//! has a name in the accessibility tree.
mod badge;
mod button;
mod card;
mod cell;
mod dialog;
mod drop_zone;
mod empty_state;
mod field;
mod focus;
mod header;
mod key_value;
mod line;
mod link;
mod list_row;
mod menu;
mod meter;
mod multiline;
mod nav_item;
mod notice;
mod password;
mod progress;
mod select;
mod shape;
mod state_chip;
mod tabs;
mod timeline;
mod toast;

pub use badge::{CounterBadge, WindowBadge};
pub use button::Button;
pub use card::{card_ui, divider_ui, running_text_ui};
pub use cell::{cell_ui, number_cell_ui};
pub use dialog::{Dialog, DialogAnswer};
pub use drop_zone::drop_zone_ui;
pub use empty_state::EmptyState;
pub use field::Field;
pub use header::{PageHeader, section_header_ui};
pub use key_value::{key_text_ui, key_value_ui};
pub use link::link_ui;
pub use list_row::ListRow;
pub use menu::{menu_button_ui, menu_item_ui};
pub use meter::quota_meter_ui;
pub use multiline::MultilineField;
pub use nav_item::NavItem;
pub use notice::{Notice, NoticeKind};
pub use password::PasswordField;
pub use progress::{Progress, waiting_ui};
pub use select::select_ui;
pub use shape::{Phase, State};
pub use state_chip::state_chip_ui;
pub use tabs::tabs_ui;
pub use timeline::{Timeline, TimelineBar};
pub use toast::{Toast, ToastAnswer};
