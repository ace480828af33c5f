//! The log file: for whoever helps. It holds ids and errors of the system, no names and no secrets.

use std::path::PathBuf;

use flexi_logger::{Cleanup, Criterion, Duplicate, FileSpec, FlexiLoggerError, Logger, LoggerHandle, Naming};

use crate::engine::data_folder;

/// Names another log file.
const VARIABLE: &str = "LICHENG_LOG";
const FOLDER: &str = "log";
const NAME: &str = "licheng";

const LARGEST_FILE_BYTES: u64 = 1024 * 1024;
const OLD_FILES_KEPT: usize = 3;

/// Ours at `info`; of what others write only what is wrong.
const LEVELS: &str = "warn, licheng=info";

/// Begins to log, as long as the handle lives; where there is no data folder, there is no log.
///
/// # Errors
/// The file cannot be written. The program goes on without it.
pub fn begin(verbose: bool) -> Result<Option<LoggerHandle>, FlexiLoggerError> {
    let Some(file) = place()? else { return Ok(None) };
    Logger::try_with_str(LEVELS)?
        .log_to_file(file)
        .append()
        .rotate(
            Criterion::Size(LARGEST_FILE_BYTES),
            Naming::Numbers,
            Cleanup::KeepLogFiles(OLD_FILES_KEPT),
        )
        .duplicate_to_stderr(if verbose { Duplicate::Warn } else { Duplicate::None })
        .format(flexi_logger::detailed_format)
        .start()
        .map(Some)
}

fn place() -> Result<Option<FileSpec>, FlexiLoggerError> {
    if let Some(path) = std::env::var_os(VARIABLE).filter(|path| !path.is_empty()) {
        return FileSpec::try_from(PathBuf::from(path)).map(Some);
    }
    let state = directories::ProjectDirs::from("", "", "licheng")
        .and_then(|folders| folders.state_dir().map(|folder| folder.to_path_buf()));
    let folder = state.or_else(data_folder);
    Ok(folder.map(|folder| {
        FileSpec::default()
            .directory(folder.join(FOLDER))
            .basename(NAME)
            .suppress_timestamp()
    }))
}
