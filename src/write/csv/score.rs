//! Verdicts, a line a unit and criterion.

use std::io::Write;

use serde::Serialize;

use crate::{Assessment, model::Language, score::Scorecard};

use super::{
    super::json::{CriterionLine, UnitHead},
    inert, writer,
};

/// Headings, in the order of the fields; the same words as the keys of the JSON.
const HEADINGS: [&str; 20] = [
    "code",
    "name",
    "ward",
    "kind",
    "target",
    "outcome",
    "transition",
    "criterion",
    "verdict",
    "basis",
    "voice",
    "figure",
    "part",
    "whole",
    "claim",
    "reason",
    "shortfall",
    "file",
    "sheet",
    "cell",
];

/// Writes every verdict as CSV without a byte order mark: programs read it, not Excel.
///
/// # Errors
/// When `into` refuses a write.
pub fn score_csv(assessment: &Assessment, language: Language, into: impl Write) -> Result<(), csv::Error> {
    let mut writer = writer(into);
    writer.write_record(HEADINGS)?;
    for card in &assessment.scorecards {
        let head = head_fields(&UnitHead::of(assessment, card));
        for line in lines(assessment, language, card) {
            let fields =
                head.iter().chain(&criterion_fields(&line)).map(|field| inert(field).into_owned()).collect::<Vec<_>>();
            writer.write_record(fields)?;
        }
    }
    Ok(writer.flush()?)
}

/// The criteria of a unit, each followed by its indicators.
fn lines<'a>(assessment: &'a Assessment, language: Language, card: &'a Scorecard) -> Vec<CriterionLine<'a>> {
    fn push<'a>(line: CriterionLine<'a>, into: &mut Vec<CriterionLine<'a>>) {
        let mut line = line;
        let indicators = std::mem::take(&mut line.indicators);
        into.push(line);
        for indicator in indicators {
            push(indicator, into);
        }
    }
    let mut lines = Vec::new();
    for judgement in &card.judgements {
        push(CriterionLine::of(assessment, language, card, judgement), &mut lines);
    }
    lines
}

fn head_fields(head: &UnitHead<'_>) -> [String; 7] {
    [
        head.code.to_owned(),
        head.name.to_owned(),
        head.ward.unwrap_or_default().to_owned(),
        head.kind.to_owned(),
        word(&head.target),
        word(&head.outcome),
        word(&head.transition),
    ]
}

fn criterion_fields(line: &CriterionLine<'_>) -> [String; 13] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let source = line.source.as_ref();
    [
        line.id.to_owned(),
        word(&line.verdict),
        word(&line.basis),
        word(&line.voice),
        text(&line.figure),
        text(&line.part),
        text(&line.whole),
        line.claim.unwrap_or_default().to_owned(),
        line.reason.clone(),
        text(&line.shortfall),
        source.map(|source| source.file.to_owned()).unwrap_or_default(),
        source.and_then(|source| source.sheet).unwrap_or_default().to_owned(),
        source.map(|source| source.cell.clone()).unwrap_or_default(),
    ]
}

/// Returns the word that the JSON has for a value; nothing for `null`.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::score_csv;
    use crate::{appendix::sample, model::Language};

    #[test]
    fn a_line_is_a_verdict_with_its_unit_before_it_and_its_cell_after_it() {
        let mut bytes = Vec::new();
        score_csv(&sample::assessment(), Language::Vietnamese, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert!(lines[0].starts_with("code,name,ward,kind,target,outcome,transition,criterion,verdict,"));
        assert_eq!(
            lines[10],
            "03387.001,'=1+1,03387,tổ dân phố,maintain,not-achieved,lost,1.2,not-achieved,figure,self,79,79,100,,\
             79 % < 80 %,thiếu 1 hộ,tan-phong.csv,,C6"
        );
        assert_eq!(lines.len(), 1 + 5 * 4 + 1);
    }
}
