//! The command tree with its help, and what is said when the arguments are wrong, all in one language.

use std::{error::Error as _, process::ExitCode};

use clap::{
    Arg, ArgAction, Error,
    builder::Styles,
    error::{ContextKind, ContextValue, ErrorKind},
};
use tdp::model::{Language, Message};

use super::{COMMANDS, arguments, console::Console, language::Pick, render::palette};

/// Builds the whole command tree in `language`.
pub(crate) fn root(language: Language) -> clap::Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(language.pick("In số phiên bản", "Print the version"))
        .help_heading(language.pick("Cờ chung", "Global flags"))
        .display_order(101);
    let root = clap::Command::new("tdp")
        .version(env!("CARGO_PKG_VERSION"))
        .about(language.pick(
            "Từ bảng tính của phường, xã đến kết quả, số liệu tổng hợp và phụ lục",
            "From the wards' workbooks to verdicts, totals and appendices",
        ))
        .styles(styles())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(language.pick("Lệnh", "Commands"))
        .subcommand_value_name(language.pick("LỆNH", "COMMAND"))
        .override_usage(language.pick("tdp [CỜ] <LỆNH>", "tdp [FLAGS] <COMMAND>"))
        .help_template(template(language))
        .after_help(language.pick(
            "Mã thoát: 0 không có gì sai; 1 chạy xong và thấy lỗi; 2 không chạy được.\nXem hướng dẫn từng lệnh: tdp LỆNH --help",
            "Exit codes: 0 nothing wrong; 1 ran to the end and found errors; 2 could not run.\nHelp on a command: tdp COMMAND --help",
        ))
        .args(arguments::global(language))
        .arg(version);
    COMMANDS.iter().fold(root, |root, command| root.subcommand(defined(command, language, "tdp")))
}

/// Builds the command, which stands below `above`.
pub(crate) fn defined(command: &super::Command, language: Language, above: &str) -> clap::Command {
    let bare = clap::Command::new(command.name)
        .help_template(template(language))
        .override_usage(format!("{above} {} {}", command.name, language.pick("[CỜ]", "[FLAGS]")))
        .subcommand_help_heading(language.pick("Lệnh", "Commands"));
    (command.define)(language, bare)
}

/// Returns the help template with its words in `language`.
pub(crate) fn template(language: Language) -> &'static str {
    language.pick(
        "{about-section}\nCách dùng: {usage}\n\n{all-args}{after-help}",
        "{about-section}\nUsage: {usage}\n\n{all-args}{after-help}",
    )
}

fn styles() -> Styles {
    Styles::styled().header(palette::HEADING).usage(palette::HEADING).literal(palette::GOOD).placeholder(palette::HELP)
}

/// Prints the help when no command was named: exit code 2.
pub(crate) fn without_command(language: Language) -> ExitCode {
    Console::complain(&root(language).render_help().ansi().to_string());
    ExitCode::from(2)
}

/// Prints the help or version asked for, or says what is wrong with the arguments.
pub(crate) fn refused(error: &Error, language: Language) -> ExitCode {
    if !error.use_stderr() {
        return match Console::print(&error.render().ansi().to_string()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(2),
        };
    }
    let (bad, hint) = (palette::ERROR, palette::HELP);
    let label = language.pick("lỗi", "error");
    Console::complain(&format!("{bad}{label}:{bad:#} {}\n", wrong(error).in_language(language)));
    for tip in tips(error) {
        let label = language.pick("gợi ý", "hint");
        Console::complain(&format!("{hint}{label}:{hint:#} {}\n", tip.in_language(language)));
    }
    ExitCode::from(2)
}

/// Says what is wrong with the arguments.
fn wrong(error: &Error) -> Message {
    let argument = listed(error, ContextKind::InvalidArg);
    let value = listed(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            say!("Không có cờ hoặc tham số \"{argument}\"", "There is no flag or argument \"{argument}\"")
        }
        ErrorKind::InvalidSubcommand => {
            let name = listed(error, ContextKind::InvalidSubcommand);
            say!("Không có lệnh \"{name}\"", "There is no command \"{name}\"")
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say!("Chưa nêu lệnh", "No command is named")
        }
        ErrorKind::MissingRequiredArgument => say!("Còn thiếu: {argument}", "Missing: {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => say!("{argument} cần có giá trị", "{argument} needs a value"),
        ErrorKind::InvalidValue => {
            say!("{argument} không nhận giá trị \"{value}\"", "{argument} does not take \"{value}\"")
        }
        ErrorKind::ValueValidation => invalid(error, &argument, &value),
        ErrorKind::TooManyValues => {
            say!("{argument} thừa giá trị \"{value}\"", "{argument} has one value too many: \"{value}\"")
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say!("{argument} cần thêm giá trị", "{argument} needs more values")
        }
        ErrorKind::NoEquals => say!("{argument} cần dấu = trước giá trị", "{argument} needs = before its value"),
        ErrorKind::ArgumentConflict => conflict(error, &argument),
        ErrorKind::InvalidUtf8 => say!("Có tham số không phải chữ Unicode", "An argument is not Unicode text"),
        _ => say!("Tham số không đúng", "The arguments are wrong"),
    }
}

fn invalid(error: &Error, argument: &str, value: &str) -> Message {
    match error.source() {
        Some(reason) => say!(
            "{argument} không nhận giá trị \"{value}\": {reason}",
            "{argument} does not take \"{value}\": {reason}"
        ),
        None => say!("{argument} không nhận giá trị \"{value}\"", "{argument} does not take \"{value}\""),
    }
}

fn conflict(error: &Error, argument: &str) -> Message {
    let other = listed(error, ContextKind::PriorArg);
    if other.is_empty() || other == argument {
        say!("{argument} chỉ được nêu một lần", "{argument} may be given once only")
    } else {
        say!("{argument} không đi cùng {other}", "{argument} does not go with {other}")
    }
}

/// Says what may have been meant, and where to read on.
fn tips(error: &Error) -> Vec<Message> {
    let mut tips = Vec::new();
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue] {
        let near = listed(error, kind);
        if !near.is_empty() {
            tips.push(say!("Có phải là {near}", "Perhaps {near}"));
        }
    }
    let values = listed(error, ContextKind::ValidValue);
    if !values.is_empty() {
        tips.push(say!("Nhận một trong: {values}", "Takes one of: {values}"));
    }
    if error.kind() == ErrorKind::MissingRequiredArgument && listed(error, ContextKind::InvalidArg).contains("--output")
    {
        tips.push(if listed(error, ContextKind::InvalidArg).contains(".docx") {
            say!(
                "Thêm -o bao-cao.docx để ghi báo cáo vào tệp ấy",
                "Add -o report.docx to write the report to that file"
            )
        } else {
            say!(
                "Thêm -o ket-qua để ghi kết quả vào thư mục ket-qua",
                "Add -o results to write into the folder results"
            )
        });
    }
    tips.push(say!("Xem tdp --help hoặc tdp LỆNH --help", "See tdp --help or tdp COMMAND --help"));
    tips
}

/// Returns the texts that clap keeps of the error, with commas.
fn listed(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
