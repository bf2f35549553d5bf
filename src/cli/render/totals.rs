//! The city in a few lines: who reported, the plan's targets beside what was reached, ward by ward.

use std::fmt::Write as _;

use tdp::{
    Assessment,
    model::Language,
    plan::Level,
    totals::{LevelTotals, TargetTotal, UnitTally},
};

use super::{palette, plain, scores, table};
use crate::cli::language::Pick;

/// Sets the totals of `assessment`.
pub(crate) fn text(assessment: &Assessment, language: Language) -> String {
    let totals = &assessment.totals;
    let mut text = scores::provenance(assessment, language);
    let reported = &totals.reported;
    let (wards, units) = (language.pick("phường, xã", "wards"), language.pick("đơn vị", "units"));
    let label = language.pick("Đã báo cáo", "Reported");
    let _ = writeln!(
        text,
        "{label}: {}/{} {wards}, {}/{} {units}",
        reported.wards, reported.wards_expected, reported.units, reported.units_expected
    );
    let (maintain, new) = (language.pick("duy trì", "maintained"), language.pick("đạt mới", "newly achieved"));
    let label = language.pick("Chỉ tiêu", "Targets");
    let _ =
        writeln!(text, "{label}: {maintain} {}; {new} {}", target(totals.targets.maintain), target(totals.targets.new));
    let _ = writeln!(text, "\n{}", table::figures(&rows(assessment, language)));
    text
}

fn target(target: TargetTotal) -> String {
    target.goal.map_or_else(|| target.reached.to_string(), |goal| format!("{}/{goal}", target.reached))
}

fn rows(assessment: &Assessment, language: Language) -> Vec<Vec<String>> {
    let bold = palette::HEADING;
    let headings = [
        language.pick("", ""),
        language.pick("đơn vị", "units"),
        language.pick("đạt", "achieved"),
        language.pick("chưa đạt", "not achieved"),
        language.pick("chưa đủ số liệu", "incomplete"),
        language.pick("duy trì được", "maintained"),
        language.pick("đạt mới", "newly"),
    ];
    let ward = |level: &&LevelTotals| assessment.received.rulebook.register.unit(level.unit).level == Level::Ward;
    let wards = assessment
        .totals
        .levels
        .iter()
        .filter(ward)
        .map(|level| row(plain(&assessment.received.rulebook.register.unit(level.unit).name), &level.tally));
    let all = row(language.pick("Tổng cộng", "Total").to_owned(), &assessment.totals.summary);
    let embolden = |cells: Vec<String>| cells.into_iter().map(|cell| format!("{bold}{cell}{bold:#}")).collect();
    let headings = embolden(headings.map(ToOwned::to_owned).to_vec());
    [headings].into_iter().chain(wards).chain([embolden(all)]).collect()
}

fn row(name: String, tally: &UnitTally) -> Vec<String> {
    let counts =
        [tally.units, tally.achieved, tally.not_achieved, tally.incomplete, tally.maintained, tally.newly_achieved];
    [name].into_iter().chain(counts.map(|count| count.to_string())).collect()
}
