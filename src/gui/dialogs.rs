//! The system's own file dialogs. They are built on the window's thread, awaited on another, and answer
//! over a channel, so that no frame waits for them.

use std::future::Future;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use super::action::Picking;
use super::filing::FilingPick;
use crate::text::screen;

const ACCEPTED: [&str; 12] = [
    "pdf", "jpg", "jpeg", "png", "mp3", "mp4", "PDF", "JPG", "JPEG", "PNG", "MP3", "MP4",
];

const TABLES: [&str; 14] = [
    "xlsx", "xls", "ods", "csv", "txt", "xlsm", "htm", "XLSX", "XLS", "ODS", "CSV", "TXT", "XLSM", "html",
];

/// What was asked for and the files that were chosen; none: cancelled.
pub type DialogAnswer = (Picking, Vec<PathBuf>);

/// Says in a box of the system's own why there is no window, or (`came_up`) none any more; returns when it
/// is closed. `detail` are the system's words.
pub fn window_trouble(came_up: bool, detail: &str) {
    let sentence = if came_up {
        screen::WINDOW_LOST
    } else {
        screen::NO_WINDOW
    };
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title(super::TITLE)
        .set_description(format!("{sentence}\n\n{detail}"))
        .show();
}

/// Dialogs that are open, and their answers.
pub struct Dialogs {
    answers: Receiver<DialogAnswer>,
    sender: Sender<DialogAnswer>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Dialogs {
    /// `wake` is called once per answer.
    pub fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let (sender, answers) = channel();
        Self {
            answers,
            sender,
            wake,
        }
    }

    /// Answers since the last call.
    pub fn receive(&self) -> Vec<DialogAnswer> {
        self.answers.try_iter().collect()
    }

    /// Opens a dialog over the window.
    pub fn open(&self, picking: Picking, name: Option<String>, window: &eframe::Frame) {
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_parent(window)
            .set_title(title(&picking));
        if let Some(name) = name {
            dialog = dialog.set_file_name(name);
        }
        match picking {
            Picking::FilesForIntake => {
                let files = with_accepted(dialog).pick_files();
                self.answer(picking, async move { files.await.unwrap_or_default() });
            }
            Picking::FileForItem(..) | Picking::FileForActivity(_) => {
                let file = with_accepted(dialog).pick_file();
                self.answer(picking, async move { file.await.into_iter().collect() });
            }
            Picking::Library => {
                let file = dialog.add_filter("檔案庫", &["redb"]).pick_file();
                self.answer(picking, async move { file.await.into_iter().collect() });
            }
            Picking::NewLibrary => {
                let file = dialog.add_filter("檔案庫", &["redb"]).save_file();
                self.answer(picking, async move { file.await.into_iter().collect() });
            }
            Picking::Roster => {
                let tables = dialog
                    .add_filter("試算表", &TABLES)
                    .add_filter("所有檔案", &["*"]);
                let file = tables.pick_file();
                self.answer(picking, async move { file.await.into_iter().collect() });
            }
            Picking::CopyToImport | Picking::Filing(FilingPick::Transfer(_)) => {
                let file = dialog.add_filter("備份", &["zip", "ZIP"]).pick_file();
                self.answer(picking, async move { file.await.into_iter().collect() });
            }
            Picking::SaveFile(..)
            | Picking::SaveRecoveryCode
            | Picking::SaveCopy(_)
            | Picking::SaveWrongRows
            | Picking::SaveTemplate(_)
            | Picking::SaveSlips
            | Picking::SaveCalendar
            | Picking::SaveProgress
            | Picking::Filing(FilingPick::Rosters(..) | FilingPick::Print(..) | FilingPick::Send(_)) => {
                let file = dialog.save_file();
                self.answer(picking, async move { file.await.into_iter().collect() });
            }
        }
    }

    fn answer(&self, picking: Picking, files: impl Future<Output = Vec<rfd::FileHandle>> + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        let started = thread::Builder::new().name("file dialog".into()).spawn(move || {
            let paths = block_on(files)
                .iter()
                .map(|file| file.path().to_owned())
                .collect();
            // The window may have closed meanwhile; then nobody asks any more.
            if sender.send((picking, paths)).is_ok() {
                wake();
            }
        });
        if let Err(error) = started {
            log::error!("no thread for a file dialog: {error}");
        }
    }
}

fn with_accepted(dialog: rfd::AsyncFileDialog) -> rfd::AsyncFileDialog {
    dialog
        .add_filter("可以上傳的檔案", &ACCEPTED)
        .add_filter("所有檔案", &["*"])
}

fn title(picking: &Picking) -> &'static str {
    match picking {
        Picking::Library => "開啟既有檔案庫",
        Picking::NewLibrary => "新檔案庫的位置",
        Picking::FilesForIntake | Picking::FileForItem(..) | Picking::FileForActivity(_) => "選擇檔案",
        Picking::SaveFile(..) => "另存新檔",
        Picking::Roster => "選擇名冊",
        Picking::SaveWrongRows => "儲存有誤的列",
        Picking::SaveProgress => "匯出進度",
        Picking::SaveTemplate(_) => "儲存空白範本",
        Picking::SaveSlips => "儲存密碼條",
        Picking::SaveRecoveryCode => "儲存復原碼",
        Picking::SaveCopy(_)
        | Picking::Filing(FilingPick::Rosters(..) | FilingPick::Print(..) | FilingPick::Send(_)) => "匯出到",
        Picking::Filing(FilingPick::Transfer(_)) => "選擇轉學資料",
        Picking::SaveCalendar => "儲存行事曆檔",
        Picking::CopyToImport => "選擇備份",
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits on this thread.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return value;
        }
        thread::park();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends_when_another_thread_wakes() {
        let (sender, receiver) = channel::<u8>();
        let mut asked = 0;
        let found = block_on(std::future::poll_fn(|context| {
            asked += 1;
            if let Ok(value) = receiver.try_recv() {
                return Poll::Ready(value);
            }
            let (waker, sender) = (context.waker().clone(), sender.clone());
            thread::spawn(move || {
                sender.send(7).unwrap();
                waker.wake();
            });
            Poll::Pending
        }));
        assert_eq!(found, 7);
        assert!(asked >= 2);
    }
}
