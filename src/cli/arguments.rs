//! The arguments that several commands share, and how their values are read.

use std::path::{Path, PathBuf};

use anstream::ColorChoice;
use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, ValueHint};
use tdp::{model::Language, text::read_day};

use super::{
    console::{Console, Verbosity},
    language::Pick,
    on_disk,
    outcome::Strictness,
};

/// What the global flags settle for every command.
#[derive(Debug)]
pub(crate) struct Session {
    /// Where and how to print.
    pub(crate) console: Console,
    /// The workspace that `-C` names.
    pub(crate) workspace: Option<PathBuf>,
    /// What stands for today.
    pub(crate) as_of: Option<NaiveDate>,
}

impl Session {
    /// Reads the global flags.
    pub(crate) fn new(matches: &ArgMatches, language: Language) -> Self {
        let verbosity = match (matches.get_flag("quiet"), matches.get_flag("verbose")) {
            (true, _) => Verbosity::Quiet,
            (false, true) => Verbosity::Verbose,
            (false, false) => Verbosity::Normal,
        };
        let color = match matches.get_one::<String>("color").map(String::as_str) {
            Some("always") => ColorChoice::Always,
            Some("never") => ColorChoice::Never,
            _ => ColorChoice::Auto,
        };
        Self {
            console: Console::new(language, verbosity, color),
            workspace: matches.get_one("directory").cloned(),
            as_of: matches.get_one("as-of").copied(),
        }
    }

    /// Returns the folder in which the workspace is looked for.
    pub(crate) fn folder(&self) -> &Path {
        self.workspace.as_deref().unwrap_or(Path::new("."))
    }
}

/// The shape of a result.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// For code review and dashboards; findings alone.
    Sarif,
}

/// Defines the flags that every command takes.
pub(crate) fn global(language: Language) -> Vec<Arg> {
    let heading = language.pick("Cờ chung", "Global flags");
    let flag = |name: &'static str, vi: &'static str, en: &'static str| {
        Arg::new(name).global(true).help_heading(heading).help(language.pick(vi, en)).display_order(100)
    };
    vec![
        flag(
            "directory",
            "Thư mục làm việc có tệp tdp.toml [không nêu: thư mục hiện tại]",
            "Workspace, the folder that holds tdp.toml [unless named: the current folder]",
        )
        .short('C')
        .value_name(language.pick("THƯ_MỤC", "DIR"))
        .value_parser(on_disk::path())
        .value_hint(ValueHint::DirPath),
        flag(
            "as-of",
            "Coi ngày này là hôm nay (2025-10-15 hoặc 15/10/2025)",
            "Take this day for today (2025-10-15 or 15/10/2025)",
        )
        .long("as-of")
        .value_name(language.pick("NGÀY", "DATE"))
        .value_parser(date_parser(language)),
        flag("lang", "Ngôn ngữ: vi hoặc en", "Language: vi or en")
            .long("lang")
            .value_name(language.pick("NGÔN_NGỮ", "LANGUAGE"))
            .value_parser(["vi", "en"])
            .hide_possible_values(true),
        flag("color", "Màu chữ: auto (tùy màn hình), always (luôn có), never (không)", "Colour: auto, always or never")
            .long("color")
            .value_name(language.pick("KHI_NÀO", "WHEN"))
            .value_parser(["auto", "always", "never"])
            .hide_possible_values(true),
        flag("quiet", "Chỉ in kết quả, không in thông báo", "Print results alone, no notices")
            .short('q')
            .long("quiet")
            .action(ArgAction::SetTrue)
            .conflicts_with("verbose"),
        flag("verbose", "In thêm chi tiết, như những tệp bị bỏ qua", "Print details too, such as files passed over")
            .short('v')
            .long("verbose")
            .action(ArgAction::SetTrue),
        flag("help", "In hướng dẫn này", "Print this help").short('h').long("help").action(ArgAction::Help),
    ]
}

/// Defines `PATH...`.
pub(crate) fn inputs(language: Language) -> Arg {
    Arg::new("paths")
        .value_name(language.pick("ĐƯỜNG_DẪN", "PATH"))
        .help_heading(language.pick("Tệp cần đọc", "Files to read"))
        .num_args(0..)
        .value_parser(on_disk::path())
        .value_hint(ValueHint::AnyPath)
}

/// Defines `PATH...` and what is said of the files it names.
pub(crate) fn paths(language: Language) -> Vec<Arg> {
    let heading = language.pick("Tệp cần đọc", "Files to read");
    vec![
        inputs(language).help(language.pick(
            "Tệp hoặc thư mục cần đọc [không nêu: thư mục submissions của thư mục làm việc]",
            "Files or folders to read [unless named: the folder submissions of the workspace]",
        )),
        Arg::new("received")
            .long("received")
            .value_name(language.pick("NGÀY", "DATE"))
            .help(language.pick("Ngày nhận được các tệp này", "The day these files were received"))
            .help_heading(heading)
            .value_parser(date_parser(language)),
        Arg::new("ward")
            .long("ward")
            .value_name(language.pick("MÃ", "CODE"))
            .help(language.pick("Mã phường, xã gửi các tệp này", "Code of the ward that sent these files"))
            .help_heading(heading),
        Arg::new("agency")
            .long("agency")
            .value_name(language.pick("MÃ", "ID"))
            .help(language.pick("Mã cơ quan thẩm định gửi các tệp này", "Id of the agency that sent these files"))
            .help_heading(heading),
    ]
}

/// Defines `--format` with the shapes that a command knows; the first is the usual one.
pub(crate) fn format(language: Language, shapes: &'static [&'static str]) -> Arg {
    let names = shapes.join(", ");
    Arg::new("format")
        .long("format")
        .value_name(language.pick("DẠNG", "FORMAT"))
        .help(match language {
            Language::Vietnamese => format!("Dạng kết quả: {names} [không nêu: {}]", shapes[0]),
            Language::English => format!("Shape of the result: {names} [unless named: {}]", shapes[0]),
        })
        .help_heading(language.pick("Kết quả", "Results"))
        .value_parser(shapes.to_vec())
        .hide_possible_values(true)
}

/// Defines `-o DIR`, the folder that a command writes, with what it says of it in Vietnamese and English.
pub(crate) fn output_folder(language: Language, vi: &'static str, en: &'static str) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name(language.pick("THƯ_MỤC", "DIR"))
        .help(language.pick(vi, en))
        .help_heading(language.pick("Kết quả", "Results"))
        .required(true)
        .value_parser(on_disk::path())
        .value_hint(ValueHint::DirPath)
}

/// Defines `FILE`, the only file that a command reads, with what it says of it in Vietnamese and English.
pub(crate) fn file(language: Language, vi: &'static str, en: &'static str) -> Arg {
    Arg::new("file")
        .value_name(language.pick("TỆP", "FILE"))
        .help(language.pick(vi, en))
        .help_heading(language.pick("Tham số", "Arguments"))
        .required(true)
        .value_parser(on_disk::path())
        .value_hint(ValueHint::FilePath)
}

/// Defines `--sheet`, likewise.
pub(crate) fn sheet(language: Language, vi: &'static str, en: &'static str) -> Arg {
    Arg::new("sheet")
        .long("sheet")
        .value_name(language.pick("TÊN", "NAME"))
        .help(language.pick(vi, en))
        .help_heading(language.pick("Tham số", "Arguments"))
}

/// Defines `-o FILE`, the file that a command writes and how its name ends, likewise.
pub(crate) fn output_file(
    language: Language,
    named: (&'static str, &'static str),
    vi: &'static str,
    en: &'static str,
) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name(language.pick(named.0, named.1))
        .help(language.pick(vi, en))
        .help_heading(language.pick("Kết quả", "Results"))
        .value_parser(on_disk::path())
        .value_hint(ValueHint::FilePath)
}

/// Defines `--force`, which lets [`output_file`] be replaced, likewise.
pub(crate) fn force(language: Language, vi: &'static str, en: &'static str) -> Arg {
    Arg::new("force")
        .long("force")
        .action(ArgAction::SetTrue)
        .help(language.pick(vi, en))
        .help_heading(language.pick("Kết quả", "Results"))
        .requires("output")
}

/// Defines `--strict`.
pub(crate) fn strict(language: Language) -> Arg {
    Arg::new("strict")
        .long("strict")
        .action(ArgAction::SetTrue)
        .help(language.pick(
            "Coi cảnh báo như lỗi khi kết thúc (mã thoát 1)",
            "Let warnings count as errors at the end (exit code 1)",
        ))
        .help_heading(language.pick("Kết quả", "Results"))
}

/// Returns the shape asked for; that for people of a command that knows no other.
pub(crate) fn format_of(matches: &ArgMatches) -> Format {
    match matches.try_get_one::<String>("format").ok().flatten().map(String::as_str) {
        Some("json") => Format::Json,
        Some("csv") => Format::Csv,
        Some("sarif") => Format::Sarif,
        _ => Format::Text,
    }
}

/// Returns which findings make the run faulty.
pub(crate) fn strictness_of(matches: &ArgMatches) -> Strictness {
    if matches.get_flag("strict") { Strictness::Warnings } else { Strictness::Errors }
}

fn date_parser(language: Language) -> impl Fn(&str) -> Result<NaiveDate, String> + Clone + Send + Sync + 'static {
    move |text| {
        read_day(text).ok_or_else(|| {
            language
                .pick("ngày viết như 2025-10-15 hoặc 15/10/2025", "a date is written 2025-10-15 or 15/10/2025")
                .to_owned()
        })
    }
}
