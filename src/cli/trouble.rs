//! Why a command could not run, with every cause, in both languages: exit code 2.

use std::{
    error::Error,
    fmt::{self, Write as _},
    io,
    process::ExitCode,
};

use tdp::{
    finding::Finding,
    model::{Language, Message},
    write::WriteError,
};

use super::{
    console::Console,
    inputs::TooDeep,
    language::Pick,
    render::{definitions, palette},
};

/// The world does not let the command run: a file, a folder, an argument.
#[derive(Debug)]
pub(crate) struct Trouble {
    message: Message,
    help: Option<Message>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl Trouble {
    /// Makes the trouble that `message` tells.
    pub(crate) fn new(message: Message) -> Self {
        Self { message, help: None, source: None }
    }

    /// Keeps its cause.
    pub(crate) fn because(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Says what to do about it.
    pub(crate) fn helped_by(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.en)
    }
}

impl Error for Trouble {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

/// Files that people write are wrong: every mistake, and the texts to show them in.
#[derive(Debug)]
pub(crate) struct WrongDefinitions {
    /// The mistakes, in the order of telling.
    pub(crate) findings: Vec<Finding>,
    /// File names as the mistakes have them, and what stands in the files.
    pub(crate) texts: Vec<(String, String)>,
}

impl fmt::Display for WrongDefinitions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} mistakes", self.findings.len())
    }
}

impl Error for WrongDefinitions {}

/// Prints `error` with its causes and what helps, and returns exit code 2.
pub(crate) fn could_not_run(error: &anyhow::Error, console: Console) -> ExitCode {
    if let Some(wrong) = error.downcast_ref::<WrongDefinitions>() {
        Console::complain(&definitions::text(&wrong.findings, &wrong.texts, console.language));
        Console::complain(&format!("{}\n", definitions::verdict(wrong.texts.len(), &wrong.findings, console.language)));
    } else {
        Console::complain(&told(error, console.language));
    }
    ExitCode::from(2)
}

fn told(error: &anyhow::Error, language: Language) -> String {
    let (bad, hint) = (palette::ERROR, palette::HELP);
    let mut text = String::new();
    let mut helps = Vec::new();
    for (depth, cause) in error.chain().enumerate() {
        let label = if depth == 0 { language.pick("lỗi", "error") } else { language.pick("  vì", "  because") };
        let _ = writeln!(text, "{bad}{label}:{bad:#} {}", words(cause, language));
        helps.extend(cause.downcast_ref::<Trouble>().and_then(|trouble| trouble.help.as_ref()));
    }
    for help in helps {
        let label = language.pick("cách làm", "help");
        let _ = writeln!(text, "{hint}{label}:{hint:#} {}", help.in_language(language));
    }
    text
}

fn words(cause: &(dyn Error + 'static), language: Language) -> String {
    if let Some(trouble) = cause.downcast_ref::<Trouble>() {
        return trouble.message.in_language(language).to_owned();
    }
    if let Some(error) = cause.downcast_ref::<WriteError>() {
        return error.told().in_language(language).to_owned();
    }
    cause
        .downcast_ref::<io::Error>()
        .map_or_else(|| cause.to_string(), |error| io_reason(error).in_language(language).to_owned())
}

/// Says in both languages why the operating system refused; its number is kept for whoever looks after the machine.
pub(crate) fn io_reason(error: &io::Error) -> Message {
    use io::ErrorKind as Kind;
    if let Some(cause) = error.get_ref()
        && cause.is::<TooDeep>()
    {
        return TooDeep::told();
    }
    let number = error.raw_os_error().map(|number| format!(" ({number})")).unwrap_or_default();
    match error.kind() {
        Kind::NotFound => say!("Không có tệp hoặc thư mục này", "There is no such file or folder"),
        Kind::PermissionDenied => say!("Không được phép{number}", "Permission denied{number}"),
        Kind::NotADirectory => {
            say!("Một phần của đường dẫn là tệp, không phải thư mục", "Part of the path is a file, not a folder")
        }
        Kind::IsADirectory => say!("Đây là thư mục, không phải tệp", "It is a folder, not a file"),
        Kind::AlreadyExists => {
            say!("Đã có tệp hoặc thư mục cùng tên", "A file or folder of that name is there already")
        }
        Kind::StorageFull => say!("Ổ đĩa đã đầy", "The disk is full"),
        Kind::ReadOnlyFilesystem => say!("Ổ đĩa chỉ cho đọc", "The disk is read-only"),
        Kind::InvalidFilename => say!("Tên không dùng được trên máy này", "The name cannot be used on this machine"),
        Kind::ResourceBusy => say!("Đang được chương trình khác dùng", "Another program is using it"),
        _ => say!("Máy không cho phép{number}", "The machine refused: {error}"),
    }
}
