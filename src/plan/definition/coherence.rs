//! What the keys of a plan may say beside each other.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    document::{Document, Table},
    finding::{Finding, Place, codes},
    model::{Message, say},
    plan::AppendixName,
    text::nearest,
};

/// Records everything that does not go together.
pub(super) fn check(document: &Document<'_>) {
    let root = document.root();
    let whole = root.table("plan").and_then(|plan| plan.table("period"));
    let periods = root.tables("period");
    for period in whole.iter().chain(&periods) {
        check_order(document, period);
    }
    if let Some(whole) = &whole {
        for period in &periods {
            check_inside(document, whole, period);
        }
    }
    if let Some(plan) = root.table("plan") {
        check_deadline(document, &plan);
    }
    check_unique(document, &root.tables("agency"), "id");
    check_unique(document, &periods, "id");
    let appendices = root.tables("appendix");
    check_unique(document, &appendices, "name");
    for appendix in &appendices {
        check_appendix(document, appendix);
    }
}

fn check_order(document: &Document<'_>, period: &Table<'_>) {
    if let (Some(from), Some(to)) = (period.date("from"), period.date("to"))
        && to < from
    {
        let message = say!(
            "Kỳ kết thúc ngày {to}, trước khi bắt đầu ngày {from}",
            "The period ends on {to}, before it begins on {from}"
        );
        contradiction(document, &period.value_span("to"), message);
    }
}

fn check_inside(document: &Document<'_>, whole: &Table<'_>, period: &Table<'_>) {
    let (Some(first), Some(last)) = (whole.date("from"), whole.date("to")) else { return };
    for name in ["from", "to"] {
        let Some(day) = period.date(name).filter(|day| *day < first || *day > last) else { continue };
        let message = say!(
            "Ngày {day} nằm ngoài kỳ của kế hoạch, từ {first} đến {last}",
            "The day {day} lies outside the plan's period, from {first} to {last}"
        );
        contradiction(document, &period.value_span(name), message);
    }
}

fn check_deadline(document: &Document<'_>, plan: &Table<'_>) {
    if let (Some(date), Some(deadline)) = (plan.date("date"), plan.date("deadline"))
        && deadline < date
    {
        let message = say!(
            "Thời hạn {deadline} sớm hơn ngày ban hành kế hoạch {date}",
            "The deadline {deadline} is earlier than the plan's date {date}"
        );
        contradiction(document, &plan.value_span("deadline"), message);
    }
}

/// Records every name that an earlier table of the list has.
fn check_unique(document: &Document<'_>, tables: &[Table<'_>], name: &str) {
    let mut first_lines = BTreeMap::new();
    for text in tables.iter().filter_map(|table| table.located_text(name)) {
        let here = document.place(&text.span);
        let Some(line) = first_lines.get(text.value).copied() else {
            first_lines.insert(text.value, here.line);
            continue;
        };
        let found = text.value;
        let message =
            say!("Tên \"{found}\" đã được dùng ở dòng {line}", "The name \"{found}\" is taken at line {line}");
        document.record(Finding::new(&codes::DUPLICATE_DEFINITION, Place::Definition(here), message).quoting(found));
    }
}

/// Records the name of an appendix that there is not.
fn check_appendix(document: &Document<'_>, appendix: &Table<'_>) {
    let Some(name) = appendix.located_text("name").filter(|name| AppendixName::of_word(name.value).is_none()) else {
        return;
    };
    let words = || AppendixName::ALL.iter().map(|name| name.word());
    let (found, all) = (name.value, words().collect::<Vec<_>>().join(", "));
    let message = match nearest(found, words()).first() {
        Some(near) => say!(
            "Không có phụ lục \"{found}\", có phải \"{near}\" không",
            "There is no appendix \"{found}\", did you mean \"{near}\""
        ),
        None => say!("Không có phụ lục \"{found}\"", "There is no appendix \"{found}\""),
    };
    let help = say!("Các phụ lục dùng được: {all}", "The appendices are: {all}");
    let place = Place::Definition(document.place(&name.span));
    let mistake = Finding::new(&codes::UNKNOWN_REFERENCE, place, message);
    document.record(mistake.quoting(found).expecting(all).helped_by(help));
}

fn contradiction(document: &Document<'_>, span: &Range<usize>, message: Message) {
    let place = Place::Definition(document.place(span));
    document.record(Finding::new(&codes::INCONSISTENT_DEFINITION, place, message).quoting(document.quote(span)));
}
