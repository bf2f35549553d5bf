//! `--require-complete`: whether every ward and unit of the register reported.

use clap::{Arg, ArgAction, ArgMatches};
use tdp::{model::Language, totals::Reported};

use super::{arguments::Session, language::Pick, outcome::Outcome};

const FLAG: &str = "require-complete";

/// Defines the flag.
pub(crate) fn argument(language: Language) -> Arg {
    Arg::new(FLAG)
        .long(FLAG)
        .action(ArgAction::SetTrue)
        .help(language.pick(
            "Kết thúc với mã thoát 1 khi còn thiếu phường, xã hoặc đơn vị",
            "End with exit code 1 when a ward or unit is missing",
        ))
        .help_heading(language.pick("Kết quả", "Results"))
}

/// Returns what a run amounts to in which so much was `reported`, and tells what is missing, where it was asked.
pub(crate) fn outcome(reported: Reported, matches: &ArgMatches, session: &Session) -> Outcome {
    let wards = reported.wards_expected.saturating_sub(reported.wards);
    let units = reported.units_expected.saturating_sub(reported.units);
    if !matches.get_flag(FLAG) || (wards, units) == (0, 0) {
        return Outcome::Fine;
    }
    session.console.notice(&say!(
        "Chưa đầy đủ: còn thiếu {wards} phường, xã và {units} đơn vị",
        "Not complete: wards missing {wards}, units missing {units}"
    ));
    Outcome::Faulty
}
