//! Units about which a form says nothing at all: told once a file, not once a criterion.

use std::collections::BTreeMap;

use crate::{
    finding::{Finding, codes},
    model::{UnitKey, say},
};

use super::{
    answer::{Answer, Blanks, Maker},
    form::Form,
    reader::Reader,
    shown::clipped,
};

/// So many of the units are named.
const MOST_NAMED: usize = 5;

impl Reader<'_> {
    /// Takes out the answers of units that left every cell of a form blank, and tells those units together. In a table
    /// that people made themselves every blank is told where it stands.
    pub(super) fn without_blank_units<'t>(&mut self, answers: Vec<Answer<'t>>) -> Vec<Answer<'t>> {
        if Form::of(self.book).maker() == Maker::People {
            return answers;
        }
        let mut blank: BTreeMap<UnitKey, bool> = BTreeMap::new();
        for answer in answers.iter().filter(|answer| answer.question.blanks == Blanks::Told) {
            *blank.entry(answer.question.unit).or_insert(true) &= answer.says_nothing();
        }
        blank.retain(|_, is_blank| *is_blank);
        let is_blank =
            |answer: &Answer<'_>| answer.question.blanks == Blanks::Told && blank.contains_key(&answer.question.unit);
        let (silent, speaking): (Vec<_>, Vec<_>) = answers.into_iter().partition(is_blank);
        let finding = silent.first().and_then(|first| self.tell_blank(first, &blank, speaking.is_empty()));
        self.findings.extend(finding);
        speaking
    }

    fn tell_blank(&self, first: &Answer<'_>, units: &BTreeMap<UnitKey, bool>, all: bool) -> Option<Finding> {
        let names = units.keys().take(MOST_NAMED).map(|unit| clipped(&self.register().unit(*unit).name));
        let names = names.collect::<Vec<_>>().join(", ");
        let more = if units.len() > MOST_NAMED { ", …" } else { "" };
        let count = units.len();
        let message = if all && count == 1 {
            say!("Biểu chưa được điền: mọi tiêu chí để trống", "The form is not filled in: every criterion is blank")
        } else if all {
            say!(
                "Biểu chưa được điền: cả {count} đơn vị để trống mọi tiêu chí",
                "The form is not filled in: all {count} units leave every criterion blank"
            )
        } else {
            say!(
                "{count} đơn vị để trống mọi tiêu chí: {names}{more}",
                "Units that leave every criterion blank: {count}: {names}{more}"
            )
        };
        let finding = first.finding_at(&codes::BLANK_CRITERION, None, message)?;
        let help = say!(
            "Điền số liệu của các đơn vị này rồi gửi lại biểu",
            "Fill in the figures of these units and send the form again"
        );
        Some(Finding { unit: None, criterion: None, value: None, expected: None, ..finding.helped_by(help) })
    }
}
