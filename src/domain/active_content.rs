//! What a document could do by itself. Nothing of it is ever run here; a viewer names it, because the
//! person who opens the file elsewhere should know.

/// A kind of active content in a PDF, found by walking its objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActiveContent {
    /// A script, in an action or in the tree of names
    JavaScript,
    /// Starts a program or opens a file
    Launch,
    /// Something happens when the document is opened
    OpenAction,
    /// Something happens on events (`AA`): opening a page, leaving a field …
    AdditionalAction,
    /// Files inside the file
    EmbeddedFile,
    /// A form that carries its own program (XFA)
    Xfa,
    /// Sends what was filled in to somewhere (`SubmitForm`, `ImportData`)
    SendsForm,
    /// A link into the web
    RemoteLink,
    /// A link into another file (`GoToR`, `GoToE`)
    OtherDocument,
    /// Sound, film, 3D or a rich-media annotation
    Multimedia,
}

impl ActiveContent {
    pub const ALL: [Self; 10] = [
        Self::JavaScript,
        Self::Launch,
        Self::OpenAction,
        Self::AdditionalAction,
        Self::EmbeddedFile,
        Self::Xfa,
        Self::SendsForm,
        Self::RemoteLink,
        Self::OtherDocument,
        Self::Multimedia,
    ];

    /// Stable code for the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::JavaScript => "javascript",
            Self::Launch => "launch",
            Self::OpenAction => "open-action",
            Self::AdditionalAction => "additional-action",
            Self::EmbeddedFile => "embedded-file",
            Self::Xfa => "xfa",
            Self::SendsForm => "sends-form",
            Self::RemoteLink => "remote-link",
            Self::OtherDocument => "other-document",
            Self::Multimedia => "multimedia",
        }
    }
}

/// How often a kind occurs in one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActiveCount {
    pub content: ActiveContent,
    pub count: u32,
}
