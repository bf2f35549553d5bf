//! What `[outcome]` may ask for, given the criteria that are there.

use crate::{
    criteria::{
        Kind,
        parse::{Draft, Drafts},
    },
    document::{Choice, Document, Table},
    model::{Decimal, Sum, say},
};

use super::contradiction;

/// The ways of deciding a unit, of which one is given.
const WAYS: [&str; 3] = ["at_least", "percent", "points"];

/// Records what the outcome asks for and the criteria cannot give.
pub(super) fn check(document: &Document<'_>, drafts: &Drafts<'_>) {
    let Some(Choice::Table(rule)) = drafts.set.table("outcome").and_then(|outcome| outcome.choice("require")) else {
        return;
    };
    check_one_way(document, &rule);
    check_count(document, &rule, drafts);
    check_percents(document, &rule);
    check_points(document, &rule, drafts);
}

fn check_one_way(document: &Document<'_>, rule: &Table<'_>) {
    let given: Vec<_> = WAYS.into_iter().filter(|name| rule.has(name)).map(|name| rule.key_span(name)).collect();
    let span = match given.as_slice() {
        [] => rule.span(),
        [_] => return,
        [first, rest @ ..] => {
            rest.iter().fold(first, |last, span| if span.start > last.start { span } else { last }).clone()
        }
    };
    let message = say!(
        "Mục \"require\" cần đúng một trong at_least, percent, points",
        "Key \"require\" needs exactly one of at_least, percent, points"
    );
    contradiction(document, &span, message);
}

fn check_count(document: &Document<'_>, rule: &Table<'_>, drafts: &Drafts<'_>) {
    let count = top_level(drafts).count();
    if let Some(least) = rule.whole("at_least").filter(|least| *least as usize > count) {
        let message = say!(
            "Mục \"at_least\" ghi {least}, nhưng chỉ có {count} tiêu chí",
            "Key \"at_least\" says {least}, but there are only {count} criteria"
        );
        contradiction(document, &rule.value_span("at_least"), message);
    }
}

fn check_percents(document: &Document<'_>, rule: &Table<'_>) {
    for name in ["percent", "standard_floor_percent"] {
        let Some(percent) = rule.number(name) else { continue };
        if percent == Decimal::ZERO || percent > Decimal::HUNDRED {
            let message = say!(
                "Mục \"{name}\" ghi {percent}, cần lớn hơn 0 và không quá 100",
                "Key \"{name}\" says {percent}, but needs more than 0 and at most 100"
            );
            contradiction(document, &rule.value_span(name), message);
        }
    }
}

fn check_points(document: &Document<'_>, rule: &Table<'_>, drafts: &Drafts<'_>) {
    if rule.has("standard_floor_percent") && !rule.has("points") {
        let message = say!(
            "Mục \"standard_floor_percent\" chỉ dùng cùng mục \"points\"",
            "Key \"standard_floor_percent\" goes with \"points\" only"
        );
        contradiction(document, &rule.key_span("standard_floor_percent"), message);
    }
    let Some(points) = rule.number("points") else { return };
    let most: Sum = drafts.criteria.iter().filter(|draft| draft.kind == Some(Kind::Points)).filter_map(maximum).sum();
    let span = rule.value_span("points");
    if points == Decimal::ZERO {
        let message = say!("Mục \"points\" phải lớn hơn 0", "Key \"points\" must be above 0");
        contradiction(document, &span, message);
    } else if Sum::from(points) > most {
        let message = say!(
            "Mục \"points\" ghi {points}, nhưng các tiêu chí chấm điểm cộng lại chỉ được {most}",
            "Key \"points\" says {points}, but the criteria with points give {most} at most"
        );
        contradiction(document, &span, message);
    }
}

fn maximum(draft: &Draft<'_>) -> Option<Sum> {
    draft.table.number("max").map(Sum::from)
}

fn top_level<'a, 'd>(drafts: &'a Drafts<'d>) -> impl Iterator<Item = &'a Draft<'d>> {
    drafts.criteria.iter().filter(|draft| draft.parent.is_none())
}
