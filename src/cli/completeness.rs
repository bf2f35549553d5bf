//! `--require-complete`: whether every ward and unit of the register reported, and the register itself is whole.

use clap::{Arg, ArgAction, ArgMatches};
use tdp::{
    Assessment,
    model::{Language, Message},
    plan::Level,
};

use super::{arguments::Session, language::Pick, outcome::Outcome};

const FLAG: &str = "require-complete";

/// Defines the flag.
pub(crate) fn argument(language: Language) -> Arg {
    Arg::new(FLAG)
        .long(FLAG)
        .action(ArgAction::SetTrue)
        .help(language.pick(
            "Kết thúc với mã thoát 1 khi còn thiếu phường, xã hoặc đơn vị, hay danh sách đơn vị còn thiếu",
            "End with exit code 1 when a ward or unit is missing, or the register lacks some",
        ))
        .help_heading(language.pick("Kết quả", "Results"))
}

/// What a city lacks.
pub(crate) struct Lacking {
    /// Everything that is lacking, said one by one.
    told: Vec<Message>,
}

impl Lacking {
    /// Looks at who reported, and at the register: nobody reports for units that are not in it.
    pub(crate) fn of(assessment: &Assessment) -> Self {
        let (rulebook, reported) = (&assessment.received.rulebook, assessment.totals.reported);
        let judged = rulebook.judged_by_ward();
        let wards = rulebook.register.valid().filter(|(_, unit)| unit.level == Level::Ward);
        let bare: Vec<&str> =
            wards.filter(|(ward, _)| !judged.contains_key(ward)).map(|(_, unit)| unit.name.as_str()).collect();
        let goals = rulebook.plan.targets;
        let goal = u64::from(goals.maintain.unwrap_or(0)) + u64::from(goals.new.unwrap_or(0));
        let expected = reported.units_expected;
        let mut told = Vec::new();
        let wards = reported.wards_expected.saturating_sub(reported.wards);
        let units = expected.saturating_sub(reported.units);
        if (wards, units) != (0, 0) {
            told.push(phrase!(
                "còn thiếu {wards} phường, xã và {units} đơn vị",
                "wards missing {wards}, units missing {units}"
            ));
        }
        if expected == 0 {
            told.push(phrase!(
                "danh sách đơn vị chưa có đơn vị nào để đánh giá",
                "the register holds no unit that is judged"
            ));
        } else if !bare.is_empty() {
            let names = bare.join(", ");
            told.push(phrase!(
                "danh sách đơn vị chưa có đơn vị nào được đánh giá ở {names}",
                "the register holds no judged unit in {names}"
            ));
        }
        if u64::from(expected) < goal {
            told.push(phrase!(
                "kế hoạch giao chỉ tiêu cho {goal} đơn vị mà danh sách chỉ có {expected}",
                "the plan has targets for {goal} units, and the register holds {expected}"
            ));
        }
        Self { told }
    }

    /// Returns what a run amounts to, and tells what is lacking however quiet it is, where completeness was asked for.
    pub(crate) fn outcome(&self, matches: &ArgMatches, session: &Session) -> Outcome {
        if !matches.get_flag(FLAG) || self.told.is_empty() {
            return Outcome::Fine;
        }
        let join = |of: fn(&Message) -> &str| self.told.iter().map(of).collect::<Vec<_>>().join("; ");
        let (vi, en) = (join(|told| &told.vi), join(|told| &told.en));
        session.console.insist(&say!("Chưa đầy đủ: {vi}", "Not complete: {en}"));
        Outcome::Faulty
    }
}
