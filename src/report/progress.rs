//! Section I: who reported, who has not, who appraised, and how far the data can be trusted.

use std::collections::BTreeSet;

use crate::{
    appendix::{
        Received, Report,
        numbers::{number, percent},
        words::{dated_day, dated_text},
    },
    facts::Source,
    finding::codes,
    model::UnitKey,
    plan::Plan,
};

use super::{
    data,
    document::{Block, items},
    words::{named, picked, units},
};

/// What the section says.
pub(super) fn blocks<'a>(report: &Report<'a, '_>) -> Vec<Block<'a>> {
    let mut blocks = vec![Block::subsection("1. Tiến độ báo cáo")];
    blocks.extend(deadline(report.plan()).map(Block::paragraph));
    blocks.push(Block::paragraph(received(report)));
    blocks.extend(items(silent(report).into_iter().chain(late(report)).chain(left_out(report)).collect()));
    let mut number = 1;
    for (title, sentences) in [("Thẩm định", appraisals(report)), ("Chất lượng số liệu", data::sentences(report))]
    {
        if !sentences.is_empty() {
            number += 1;
            blocks.push(Block::subsection(&format!("{number}. {title}")));
            blocks.extend(sentences.into_iter().map(Block::paragraph));
        }
    }
    blocks
}

fn deadline(plan: &Plan) -> Option<String> {
    let day = plan.deadline.map(|day| format!("chậm nhất {}", dated_day(day)));
    plan.deadline_text.as_deref().map(dated_text).or(day).map(|day| format!("Thời hạn báo cáo theo kế hoạch: {day}."))
}

fn received(report: &Report<'_, '_>) -> String {
    let reported = report.parts.totals.reported;
    let (wards, kinds) = (report.ward_kinds(), report.judged_kinds());
    let of_wards = format!("{}/{} {wards}", number(reported.wards), number(reported.wards_expected));
    let of_units = format!("{}/{} {kinds}", number(reported.units), number(reported.units_expected));
    let share = percent(reported.units, reported.units_expected).map(|share| format!(" ({share})")).unwrap_or_default();
    if (reported.wards, reported.units) == (0, 0) {
        format!("Đến nay chưa có số liệu của {wards} nào ({of_wards}; {of_units}).")
    } else {
        format!("Đến nay đã có số liệu của {of_wards}; {of_units}{share}.")
    }
}

/// The wards of which there is nothing, apart from those that sent something.
fn silent(report: &Report<'_, '_>) -> Vec<String> {
    let kinds = report.ward_kinds();
    let told =
        [(Received::Nothing, "chưa gửi số liệu"), (Received::NothingUsable, "đã gửi nhưng chưa có số liệu dùng được")];
    let sentence = |(state, words): (Received, &str)| {
        let wards = report.wards().filter(|ward| report.received(ward.unit) == state);
        let names: Vec<&str> = wards.map(|ward| report.unit(ward.unit).name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{} {kinds} {words}: {}", number(names.len()), names.join(", ")))
    };
    told.into_iter().filter_map(sentence).collect()
}

/// The senders of files that came after the deadline.
fn late(report: &Report<'_, '_>) -> Option<String> {
    let late = report.parts.findings.iter().filter(|finding| *finding.code == codes::RECEIVED_LATE);
    let sources = late.filter_map(|finding| report.parts.sources.get(finding.place.file()?.index()));
    // Wards in the order of the register, then agencies in the plan's.
    let senders: BTreeSet<_> = sources.map(|source| (source.agency, source.ward, unsigned(source))).collect();
    let names = senders.iter().map(|(agency, ward, path)| {
        let agency = agency.and_then(|agency| report.plan().agencies.get(agency)).map(|agency| agency.name.clone());
        let ward = ward.map(|ward| report.unit(ward).name.clone());
        agency.or(ward).unwrap_or_else(|| format!("tệp “{}”", path.unwrap_or_default()))
    });
    let names: Vec<String> = names.collect();
    let (count, names) = (number(names.len()), names.join(", "));
    (!names.is_empty()).then(|| format!("{count} nơi gửi sau thời hạn: {names}"))
}

/// Returns the path of a file of which nobody knows who sent it.
fn unsigned(source: &Source) -> Option<&str> {
    (source.agency.is_none() && source.ward.is_none()).then_some(source.path.as_str())
}

/// The units without data in wards that sent some.
fn left_out(report: &Report<'_, '_>) -> Option<String> {
    let sent = |unit: UnitKey| {
        let ward = report.register().ward_of(unit);
        ward.is_some_and(|ward| ward != unit && report.received(ward) == Received::Data)
    };
    let missing = picked(report, |card| !card.reported && sent(card.unit));
    let count = units(report, missing.len());
    (!missing.is_empty())
        .then(|| format!("Ở những nơi đã gửi, còn {count} chưa có số liệu: {}", named(report, &missing)))
}

/// Which of the agencies that the plan names have sent their appraisal.
fn appraisals(report: &Report<'_, '_>) -> Vec<String> {
    let agencies = &report.plan().agencies;
    if agencies.is_empty() {
        return Vec::new();
    }
    let heard: BTreeSet<usize> =
        report.parts.sources.iter().filter(|source| source.facts > 0).filter_map(|source| source.agency).collect();
    let names = |wanted: bool| {
        let some = agencies.iter().enumerate().filter(|(index, _)| heard.contains(index) == wanted);
        some.map(|(_, agency)| agency.name.as_str()).collect::<Vec<_>>()
    };
    let (sent, silent, all) = (names(true), names(false), number(agencies.len()));
    let mut sentences = vec![if sent.is_empty() {
        format!("Kế hoạch phân công {all} cơ quan thẩm định; chưa có kết quả thẩm định của cơ quan nào.")
    } else {
        let count = number(sent.len());
        format!(
            "Kế hoạch phân công {all} cơ quan thẩm định; đã có kết quả của {count}/{all} cơ quan: {}.",
            sent.join(", ")
        )
    }];
    if !silent.is_empty() && !sent.is_empty() {
        sentences.push(format!("Chưa có kết quả của {} cơ quan: {}.", number(silent.len()), silent.join(", ")));
    }
    sentences
}
