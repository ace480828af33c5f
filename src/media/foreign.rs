//! Which name an unaccepted content gets, so that its refusal can name a cure.

use file_format::{FileFormat, Kind};

use crate::domain::file::ForeignKind;

/// Sorts a format that is none of the five accepted ones.
pub(super) fn foreign_kind(format: FileFormat) -> ForeignKind {
    named(format).unwrap_or_else(|| by_family(format.kind()))
}

fn named(format: FileFormat) -> Option<ForeignKind> {
    use FileFormat as F;
    Some(match format {
        F::MicrosoftWordDocument
        | F::OfficeOpenXmlDocument
        | F::RichTextFormat
        | F::WordperfectDocument
        | F::MicrosoftWorksWordProcessor => ForeignKind::Word,
        F::MicrosoftPowerpointPresentation | F::OfficeOpenXmlPresentation => ForeignKind::Slides,
        F::MicrosoftExcelSpreadsheet | F::OfficeOpenXmlSpreadsheet | F::OpendocumentSpreadsheet => {
            ForeignKind::Sheet
        }
        F::OpendocumentText
        | F::OpendocumentTextMaster
        | F::OpendocumentTextTemplate
        | F::OpendocumentPresentation
        | F::OpendocumentPresentationTemplate
        | F::OpendocumentGraphics => ForeignKind::OpenDocument,
        F::HighEfficiencyImageCoding
        | F::HighEfficiencyImageCodingSequence
        | F::HighEfficiencyImageFileFormat
        | F::HighEfficiencyImageFileFormatSequence
        | F::Av1ImageFileFormat
        | F::Av1ImageFileFormatSequence => ForeignKind::Heic,
        F::Webp => ForeignKind::Webp,
        F::ScalableVectorGraphics => ForeignKind::OtherPicture,
        F::AppleQuicktime | F::SonyMovie => ForeignKind::Mov,
        F::AppleItunesAudio
        | F::AppleItunesAudiobook
        | F::AppleItunesProtectedAudio
        | F::FlashMp4Audio
        | F::FlashMp4Audiobook => ForeignKind::M4a,
        // Which of sound and picture these containers hold is not looked at: both need converting.
        F::AdvancedSystemsFormat | F::ExtensibleBinaryMetaLanguage | F::OggMultiplexedMedia => {
            ForeignKind::OtherVideo
        }
        F::CompoundFileBinary => ForeignKind::Unknown,
        F::MicrosoftSoftwareInstaller | F::ShellScript | F::PythonScript => ForeignKind::Program,
        F::PlainText | F::ExtensibleMarkupLanguage | F::HypertextMarkupLanguage => ForeignKind::Text,
        _ => return None,
    })
}

fn by_family(family: Kind) -> ForeignKind {
    match family {
        Kind::Archive | Kind::Compressed | Kind::Package | Kind::Disk => ForeignKind::Archive,
        Kind::Audio => ForeignKind::OtherSound,
        Kind::Video => ForeignKind::OtherVideo,
        Kind::Image => ForeignKind::OtherPicture,
        Kind::Presentation => ForeignKind::Slides,
        Kind::Spreadsheet => ForeignKind::Sheet,
        Kind::Executable => ForeignKind::Program,
        Kind::Subtitle | Kind::Playlist => ForeignKind::Text,
        _ => ForeignKind::Unknown,
    }
}
