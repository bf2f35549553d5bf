//! What the keys of one criterion may say beside each other.

use crate::{
    criteria::{
        Against, CaseCondition, Kind, Requirement, Rollup,
        kinds::{self, KindRules},
        parse::{Draft, ROLLUPS},
        requirement::{self, WrittenUnit},
    },
    document::{Choice, Document, Table},
    finding::{Finding, Place, codes},
    model::{Decimal, say},
    text::canonical,
};

use super::contradiction;

/// Keys that say how a figure is judged; indicators take their place.
const JUDGED_BY: [&str; 8] = ["achieved", "case", "part", "whole", "may_exceed", "max", "floor", "accumulate"];

/// Records everything in the criterion that does not go together.
pub(super) fn check(document: &Document<'_>, draft: &Draft<'_>) {
    if draft.indicators > 0 {
        check_beside_indicators(document, draft);
        check_rollup(document, &draft.table, kinds::rules(Kind::YesNo));
        return;
    }
    check_needed(document, draft);
    check_indicator_rule_without_indicators(document, &draft.table);
    check_part_and_whole(document, &draft.table);
    let Some(kind) = draft.kind else { return };
    check_own_keys(document, &draft.table, kind);
    for table in std::iter::once(&draft.table).chain(&draft.cases) {
        check_requirement(document, table, kinds::rules(kind));
    }
    check_cases(document, &draft.cases);
    check_points(document, draft, kind);
    check_rollup(document, &draft.table, kinds::rules(kind));
}

/// A criterion with indicators is judged by them alone; it may call itself yes-no.
fn check_beside_indicators(document: &Document<'_>, draft: &Draft<'_>) {
    let table = &draft.table;
    let says_yes = draft.kind.is_none_or(|kind| kind == Kind::YesNo) && table.text("achieved") == Some("yes");
    let not_yes = |name: &&&str| !(says_yes && **name == "achieved");
    for name in JUDGED_BY.iter().filter(|name| table.has(name)).filter(not_yes) {
        let message = say!(
            "Mục \"{name}\" không đi cùng các chỉ tiêu: tiêu chí này được đánh giá qua chỉ tiêu",
            "Key \"{name}\" does not go with indicators: they decide this criterion"
        );
        contradiction(document, &table.key_span(name), message);
    }
    if draft.kind.is_some_and(|kind| kind != Kind::YesNo) {
        let message = say!(
            "Tiêu chí có chỉ tiêu thì \"kind\" là \"yes-no\" hoặc không ghi",
            "A criterion with indicators has the kind \"yes-no\", or none"
        );
        contradiction(document, &table.value_span("kind"), message);
    }
    if let Some(Choice::Table(rule)) = table.choice("require")
        && let Some(least) = rule.whole("at_least").filter(|least| *least as usize > draft.indicators)
    {
        let count = draft.indicators;
        let message = say!(
            "Mục \"at_least\" ghi {least}, nhưng chỉ có {count} chỉ tiêu",
            "Key \"at_least\" says {least}, but there are only {count} indicators"
        );
        contradiction(document, &rule.value_span("at_least"), message);
    }
}

/// A kind is needed, and for every kind but points the requirement.
fn check_needed(document: &Document<'_>, draft: &Draft<'_>) {
    let needs_requirement = draft.table.text("kind") != Some("points");
    let needed = [Some("kind"), needs_requirement.then_some("achieved")];
    for name in needed.into_iter().flatten().filter(|name| !draft.table.has(name)) {
        report_missing(document, &draft.table, name);
    }
}

fn report_missing(document: &Document<'_>, table: &Table<'_>, name: &'static str) {
    let message = say!("Thiếu mục \"{name}\"", "Key \"{name}\" is missing");
    let place = Place::Definition(document.place(&table.span()));
    let about = table.shape().key(name).map_or("", |key| key.about);
    let help = say!("Thêm mục \"{name}\": {about}", "Add \"{name}\" to this criterion");
    document.record(Finding::new(&codes::MISSING_KEY, place, message).expecting(name).helped_by(help));
}

fn check_indicator_rule_without_indicators(document: &Document<'_>, table: &Table<'_>) {
    if table.shape().key("require").is_some() && table.has("require") && !table.has("indicator") {
        let message = say!(
            "Mục \"require\" nói về các chỉ tiêu, nhưng tiêu chí này không có chỉ tiêu nào",
            "Key \"require\" is about indicators, but this criterion has none"
        );
        contradiction(document, &table.key_span("require"), message);
    }
}

fn check_part_and_whole(document: &Document<'_>, table: &Table<'_>) {
    let (there, absent) = match (table.has("part"), table.has("whole")) {
        (true, false) => ("part", "whole"),
        (false, true) => ("whole", "part"),
        _ => return,
    };
    let message =
        say!("Có mục \"{there}\" thì phải có cả mục \"{absent}\"", "Key \"{there}\" needs \"{absent}\" beside it");
    let help = say!(
        "Thêm mục \"{absent}\", hoặc bỏ mục \"{there}\" nếu biểu chỉ hỏi tỷ lệ",
        "Add \"{absent}\", or take \"{there}\" out where the form asks for the percentage alone"
    );
    let span = table.key_span(there);
    let finding = Finding::new(&codes::INCONSISTENT_DEFINITION, Place::Definition(document.place(&span)), message);
    document.record(finding.quoting(document.quote(&span)).expecting(absent).helped_by(help));
}

/// Keys of another kind have no meaning here.
fn check_own_keys(document: &Document<'_>, table: &Table<'_>, kind: Kind) {
    for other in kinds::ALL.iter().filter(|rules| rules.kind != kind) {
        for name in other.own_keys.iter().filter(|name| table.has(name)) {
            let (word, own) = (kinds::rules(kind).word, other.word);
            let message = say!(
                "Mục \"{name}\" chỉ dùng khi kind = \"{own}\", ở đây là \"{word}\"",
                "Key \"{name}\" is for kind = \"{own}\", and this one is \"{word}\""
            );
            contradiction(document, &table.key_span(name), message);
        }
    }
}

/// The requirement at `achieved` must be one that this kind can be judged by.
fn check_requirement(document: &Document<'_>, table: &Table<'_>, rules: &KindRules) {
    let Some(text) = table.located_text("achieved") else { return };
    let Ok(written) = requirement::parse(text.value) else { return };
    let (found, word, allowed) = (text.value, rules.word, rules.allowed);
    if written.unit == WrittenUnit::Percent && rules.kind != Kind::Percent {
        let message = say!(
            "\"{found}\" có dấu %, nhưng kind là \"{word}\" chứ không phải \"percent\"",
            "\"{found}\" has a percent sign, but the kind is \"{word}\", not \"percent\""
        );
        contradiction(document, &text.span, message);
    } else if !(rules.fits)(&written.requirement) {
        let message = say!(
            "Yêu cầu \"{found}\" không hợp với kind = \"{word}\", loại này dùng: {allowed}",
            "The requirement \"{found}\" does not fit kind = \"{word}\", which takes: {allowed}"
        );
        contradiction(document, &text.span, message);
    } else if rules.kind == Kind::Percent
        && written.unit == WrittenUnit::None
        && let Some(hundredfold) = hundredfold(&written.requirement)
    {
        let (as_fraction, as_percent) = (hundredfold.to_text(rules.kind), written.requirement.to_text(rules.kind));
        let message = say!(
            "\"{found}\" không có dấu %, nên có thể hiểu là \"{as_fraction}\" hoặc \"{as_percent}\"",
            "\"{found}\" has no percent sign and may mean \"{as_fraction}\" or \"{as_percent}\""
        );
        let help = say!(
            "Ghi rõ dấu %: \"{as_fraction}\" hoặc \"{as_percent}\"",
            "Write the percent sign: \"{as_fraction}\" or \"{as_percent}\""
        );
        let place = Place::Definition(document.place(&text.span));
        let finding = Finding::new(&codes::INCONSISTENT_DEFINITION, place, message).helped_by(help);
        document.record(finding.quoting(document.quote(&text.span)).expecting(as_fraction));
    } else if let Requirement::Between(low, high) = written.requirement
        && low > high
    {
        let message = say!(
            "\"{found}\" có số đầu lớn hơn số cuối nên không số nào đạt được",
            "\"{found}\" begins above its end, so that no figure can meet it"
        );
        contradiction(document, &text.span, message);
    }
}

/// Returns a requirement with a threshold above 0 and up to 1, which may be a fraction, as the percentage that would be.
fn hundredfold(requirement: &Requirement) -> Option<Requirement> {
    let is_fraction = |value: Decimal| Decimal::ZERO < value && value <= Decimal::from(1);
    match *requirement {
        Requirement::Compare(comparison, Against::Threshold(value)) if is_fraction(value) => {
            Some(Requirement::Compare(comparison, Against::Threshold(value.times_hundred().ok()?)))
        }
        Requirement::Between(low, high) if is_fraction(low) || is_fraction(high) => {
            Some(Requirement::Between(low.times_hundred().ok()?, high.times_hundred().ok()?))
        }
        _ => None,
    }
}

/// Each case must name some units, and some that no earlier case has taken.
fn check_cases(document: &Document<'_>, cases: &[Table<'_>]) {
    let conditions: Vec<Option<CaseCondition>> = cases.iter().map(condition).collect();
    for (index, (case, here)) in cases.iter().zip(&conditions).enumerate() {
        let Some(here) = here else { continue };
        let span = case.value_span("when");
        if fields(here).iter().all(|field| field.is_none()) {
            let message = say!(
                "Điều kiện \"when\" không nói gì, hãy ghi unit_kind, area hoặc ward",
                "The condition \"when\" says nothing, give unit_kind, area or ward"
            );
            contradiction(document, &span, message);
        } else if let Some(earlier) = conditions[..index].iter().flatten().position(|earlier| covers(earlier, here)) {
            let earlier = earlier + 1;
            let message = say!(
                "Trường hợp này không bao giờ được dùng: trường hợp thứ {earlier} ở trước đã phù hợp với mọi đơn vị đó",
                "This case is never reached: case {earlier} before it fits all of its units"
            );
            contradiction(document, &span, message);
        }
    }
}

fn condition(case: &Table<'_>) -> Option<CaseCondition> {
    let when = case.table("when")?;
    let named = |name| when.text(name).map(|text| canonical(text).into_owned());
    Some(CaseCondition { unit_kind: named("unit_kind"), area: named("area"), ward: named("ward") })
}

fn fields(condition: &CaseCondition) -> [&Option<String>; 3] {
    [&condition.unit_kind, &condition.area, &condition.ward]
}

/// Returns whether every unit that fits `inner` fits `outer` too.
fn covers(outer: &CaseCondition, inner: &CaseCondition) -> bool {
    let says_something = fields(outer).iter().any(|field| field.is_some());
    says_something && fields(outer).iter().zip(fields(inner)).all(|(outer, inner)| outer.is_none() || *outer == inner)
}

/// Points need a maximum, and a floor that can be reached.
fn check_points(document: &Document<'_>, draft: &Draft<'_>, kind: Kind) {
    if kind != Kind::Points {
        return;
    }
    let table = &draft.table;
    if !table.has("max") {
        report_missing(document, table, "max");
    }
    if table.has("floor") && table.has("achieved") {
        let message = say!(
            "Chỉ ghi một trong hai mục \"floor\" và \"achieved\"",
            "Give either \"floor\" or \"achieved\", not both"
        );
        contradiction(document, &table.key_span("floor"), message);
    }
    let Some(max) = table.number("max") else { return };
    if max == Decimal::ZERO {
        let message = say!("Điểm tối đa \"max\" phải lớn hơn 0", "The maximum \"max\" must be above 0");
        contradiction(document, &table.value_span("max"), message);
    }
    if let Some(Requirement::Compare(_, Against::Threshold(from))) = draft.requirement()
        && from > max
    {
        let name = if table.has("floor") { "floor" } else { "achieved" };
        let message = say!(
            "Mục \"{name}\" ghi {from}, nhiều hơn điểm tối đa {max}",
            "Key \"{name}\" says {from}, more than the maximum {max}"
        );
        contradiction(document, &table.value_span(name), message);
    }
}

/// The figure of the level above must be computable from this kind of value.
fn check_rollup(document: &Document<'_>, table: &Table<'_>, rules: &KindRules) {
    let Some(rollup) = table.word("rollup", &ROLLUPS) else { return };
    let (word, span) = (rules.word, table.value_span("rollup"));
    if !rules.rollups.contains(&rollup) {
        let allowed: Vec<_> =
            ROLLUPS.iter().filter(|(_, rollup)| rules.rollups.contains(rollup)).map(|(w, _)| *w).collect();
        let (found, allowed) = (document.quote(&span), allowed.join(", "));
        let message = say!(
            "Mục \"rollup\" ghi {found} không hợp với kind = \"{word}\", loại này dùng: {allowed}",
            "Key \"rollup\" says {found}, which does not fit kind = \"{word}\", which takes: {allowed}"
        );
        contradiction(document, &span, message);
    } else if rollup == Rollup::Parts && !(table.has("part") && table.has("whole")) {
        let message = say!(
            "Mục \"rollup\" ghi \"parts\" thì cần có mục \"part\" và \"whole\"",
            "Key \"rollup\" says \"parts\", which needs \"part\" and \"whole\""
        );
        contradiction(document, &span, message);
    }
}
