//! `tdp criteria show`: a set, criterion by criterion.

use std::fmt::Write as _;

use clap::{Arg, ArgMatches};
use tdp::{
    criteria::{CriteriaSet, Criterion, IndicatorRule, Kind, OutcomeRule, Provenance, Requirement},
    model::{Language, spelled},
};

use super::named;
use crate::cli::{
    Command,
    arguments::{self, Format, Session},
    console::Console,
    language::Pick,
    outcome::Outcome,
    render::{self, palette, plain, table},
    workspace,
};

pub(super) const COMMAND: Command = Command { name: "show", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    command
        .about(language.pick("Xem một bộ tiêu chí, từng tiêu chí một", "Show a criteria set, criterion by criterion"))
        .override_usage(language.pick("tdp criteria show [CỜ] [BỘ]", "tdp criteria show [FLAGS] [SET]"))
        .arg(
            Arg::new("set")
                .value_name(language.pick("BỘ", "SET"))
                .help(language.pick(
                    "Tệp, tên@ngày hoặc tên (bản mới nhất) [không nêu: bộ mà kế hoạch dùng]",
                    "A file, id@version or id (the latest version) [unless named: the plan's set]",
                ))
                .help_heading(language.pick("Tham số", "Arguments")),
        )
        .arg(arguments::format(language, &["text", "json"]))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let set = match matches.get_one::<String>("set") {
        Some(name) => named(name, session)?,
        None => workspace::load(session.folder())?.rulebook.criteria,
    };
    match arguments::format_of(matches) {
        Format::Json => Console::print_bytes(&render::json(&json(&set))?)?,
        _ => Console::print(&text(&set, session.console.language))?,
    }
    Ok(Outcome::Fine)
}

fn text(set: &CriteriaSet, language: Language) -> String {
    let (bold, warn) = (palette::HEADING, palette::WARNING);
    let mut text = format!("{bold}{}{bold:#}\n{}\n", set.reference(), plain(&set.title));
    if set.provenance == Provenance::Modelled {
        let words = language.pick("mô phỏng, chưa phải bảng chính thức", "modelled, not the official table");
        let _ = writeln!(text, "{warn}{words}{warn:#}");
    }
    let _ = writeln!(text, "{}: {}", language.pick("Đạt khi", "Achieved when"), outcome(&set.outcome, language));
    for standard in &set.standards {
        let _ = writeln!(text, "\n{bold}{}. {}{bold:#}", standard.id, plain(&standard.title));
        let rows: Vec<_> =
            set.criteria[standard.criteria.clone()].iter().map(|criterion| row(criterion, language)).collect();
        for line in table::text(&rows).lines() {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

fn row(criterion: &Criterion, language: Language) -> Vec<String> {
    let indent = if criterion.parent.is_some() { "  " } else { "" };
    let mut remarks = vec![plain(&criterion.title)];
    remarks.extend(criterion.knockout.then(|| language.pick("bắt buộc", "knock-out").to_owned()));
    remarks.extend(criterion.cases.iter().map(|case| {
        let when = [&case.when.unit_kind, &case.when.area, &case.when.ward];
        let when = when.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        format!("{when}: {}", required(&case.requirement, criterion.kind, language))
    }));
    let threshold = match criterion.indicators {
        Some(IndicatorRule::All) => language.pick("mọi chỉ tiêu", "every indicator").to_owned(),
        Some(IndicatorRule::Any) => language.pick("một chỉ tiêu", "any indicator").to_owned(),
        Some(IndicatorRule::AtLeast(least)) => format!("≥ {least} {}", language.pick("chỉ tiêu", "indicators")),
        None => required(&criterion.requirement, criterion.kind, language),
    };
    vec![format!("{indent}{}", criterion.id), kind(criterion.kind, language).to_owned(), threshold, remarks.join("; ")]
}

fn required(requirement: &Requirement, kind: Kind, language: Language) -> String {
    requirement.in_words(kind).in_language(language).to_owned()
}

fn kind(kind: Kind, language: Language) -> &'static str {
    match kind {
        Kind::YesNo => language.pick("đạt/chưa đạt", "yes-no"),
        Kind::Percent => language.pick("tỷ lệ", "percent"),
        Kind::Count => language.pick("số đếm", "count"),
        Kind::Amount => language.pick("số lượng", "amount"),
        Kind::Points => language.pick("điểm", "points"),
        Kind::Task => language.pick("nhiệm vụ", "task"),
    }
}

fn outcome(rule: &OutcomeRule, language: Language) -> String {
    let message = match rule {
        OutcomeRule::All => phrase!("đạt mọi tiêu chí áp dụng", "every applicable criterion is achieved"),
        OutcomeRule::AtLeast(least) => {
            phrase!("đạt từ {least} tiêu chí áp dụng", "at least {least} applicable criteria are achieved")
        }
        OutcomeRule::Percent(least) => {
            let least = spelled(least);
            phrase!(
                "đạt từ {least} % tiêu chí áp dụng",
                "at least {least} % of the applicable criteria are achieved",
                least
            )
        }
        OutcomeRule::Points { points, standard_floor_percent: None } => {
            let points = spelled(points);
            phrase!("đạt từ {points} điểm", "at least {points} points", points)
        }
        OutcomeRule::Points { points, standard_floor_percent: Some(floor) } => {
            let (points, floor) = (spelled(points), spelled(floor));
            phrase!(
                "đạt từ {points} điểm, mỗi tiêu chuẩn từ {floor} % điểm tối đa",
                "at least {points} points, in each standard {floor} % of its maximum",
                points,
                floor
            )
        }
    };
    message.in_language(language).to_owned()
}

fn json(set: &CriteriaSet) -> serde_json::Value {
    let criteria: Vec<_> = set
        .all()
        .map(|(_, criterion)| {
            serde_json::json!({
                "id": criterion.id, "title": criterion.title, "kind": criterion.kind,
                "standard": set.standards[criterion.standard].id,
                "parent": criterion.parent.map(|parent| &set.criterion(parent).id),
                "achieved": criterion.indicators.is_none().then(|| criterion.requirement.to_text(criterion.kind)),
                "part": criterion.part, "whole": criterion.whole, "knockout": criterion.knockout,
                "not_applicable": criterion.not_applicable, "evidence": criterion.evidence,
                "subject": criterion.subject, "replaces": criterion.replaces, "clause": criterion.clause,
            })
        })
        .collect();
    serde_json::json!({
        "schema": "tdp.criteria/1", "id": set.id, "version": set.version.to_string(), "title": set.title,
        "issuer": set.issuer, "basis": set.basis, "provenance": set.provenance, "subject": set.subject,
        "digest": set.digest, "criteria": criteria,
        "standards": set.standards.iter().map(|standard| serde_json::json!({ "id": standard.id, "title": standard.title })).collect::<Vec<_>>(),
    })
}
