//! A row of the register, field by field, before it is held against the other rows.

use chrono::NaiveDate;

use super::{Level, kind::KINDS};
use crate::{
    finding::{Finding, Place, codes},
    model::say,
    plan::table::{Column, Columns, Row},
    text::{canonical, nearest, read_day},
};

/// A unit as its row writes it; what the row got wrong is empty.
pub(super) struct Draft<'a> {
    pub(super) row: &'a Row,
    pub(super) code: String,
    pub(super) name: &'a str,
    pub(super) kind: &'a str,
    pub(super) level: Option<Level>,
    pub(super) parent: &'a str,
    pub(super) area: Option<&'a str>,
    pub(super) aliases: Vec<&'a str>,
    pub(super) valid_from: Option<NaiveDate>,
    pub(super) valid_to: Option<NaiveDate>,
    pub(super) succeeds: Vec<&'a str>,
}

impl<'a> Draft<'a> {
    /// Reads `row`, noting every mistake in it.
    pub(super) fn read(columns: &Columns<'a>, row: &'a Row, findings: &mut Vec<Finding>) -> Self {
        let text = |column| columns.text(row, column);
        for column in [Column::Code, Column::Name, Column::Kind] {
            if text(column).is_empty() {
                findings.push(missing(columns, row, column));
            }
        }
        let kind = text(Column::Kind);
        let level = Level::of_kind(kind);
        if level.is_none() && !kind.is_empty() {
            findings.push(unknown_kind(kind, columns.place(row, Column::Kind)));
        }
        let (valid_from, valid_to) = days(columns, row, findings);
        let area = Some(text(Column::Area)).filter(|area| !area.is_empty());
        Self {
            row,
            code: text(Column::Code).to_owned(),
            name: text(Column::Name),
            kind,
            level,
            parent: text(Column::Parent),
            area,
            aliases: several(text(Column::Aliases)),
            valid_from,
            valid_to,
            succeeds: several(text(Column::Succeeds)),
        }
    }
}

fn several(text: &str) -> Vec<&str> {
    text.split('|').map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn missing(columns: &Columns<'_>, row: &Row, column: Column) -> Finding {
    let word = column.word();
    let message = say!("Đơn vị này chưa có \"{word}\"", "This unit has no \"{word}\"");
    Finding::new(&codes::MISSING_KEY, columns.place(row, column), message).expecting(word)
}

fn unknown_kind(kind: &str, place: Place) -> Finding {
    let message = say!("Không biết loại đơn vị \"{kind}\"", "The kind of unit \"{kind}\" is unknown");
    let finding = Finding::new(&codes::WRONG_VALUE, place, message).quoting(kind);
    let words = || KINDS.iter().map(|kind| kind.words[0]);
    if let Some(near) = nearest(kind, words()).first() {
        return finding.expecting(*near).helped_by(say!("Có phải là \"{near}\"?", "Did you mean \"{near}\"?"));
    }
    let all = words().collect::<Vec<_>>().join(", ");
    finding.helped_by(say!("Các loại đơn vị được dùng là: {all}", "The kinds in use are: {all}"))
}

fn days(columns: &Columns<'_>, row: &Row, findings: &mut Vec<Finding>) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let mut day = |column| {
        let text = columns.text(row, column);
        let day = read_day(&canonical(text));
        if day.is_none() && !text.is_empty() {
            findings.push(no_date(text, columns.place(row, column)));
        }
        day
    };
    let (from, to) = (day(Column::ValidFrom), day(Column::ValidTo));
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let message = say!(
            "Đơn vị hết hiệu lực ({to}) trước khi có hiệu lực ({from})",
            "The unit ends ({to}) before it begins ({from})"
        );
        findings.push(Finding::new(&codes::INCONSISTENT_DEFINITION, columns.place(row, Column::ValidTo), message));
    }
    (from, to)
}

fn no_date(text: &str, place: Place) -> Finding {
    Finding::new(&codes::WRONG_VALUE, place, say!("\"{text}\" không phải là ngày", "\"{text}\" is not a date"))
        .quoting(text)
        .expecting("2025-07-01")
        .helped_by(say!("Ghi ngày như 2025-07-01 hoặc 01/07/2025", "Write the day as 2025-07-01 or 01/07/2025"))
}
