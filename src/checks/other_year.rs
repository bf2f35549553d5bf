//! A title of another year than the plan's: last year's table may have been sent, or only its title was left as it was.

use chrono::Datelike as _;

use crate::{
    facts::titles,
    finding::{Finding, Place, Severity, codes},
    model::{CellPlace, say},
    text::canonical,
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::OTHER_VERSION, run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (from, to) = context.rulebook.plan.period;
    let plan = from.year()..=to.year();
    let mut first = None;
    for (sheet, cell, text) in titles(context.book, context.tables) {
        let words = words(text);
        if words.iter().filter_map(|word| year(word)).any(|year| plan.contains(&year)) {
            return;
        }
        first = first.or_else(|| Some((sheet, cell, year_named(&words)?)));
    }
    let Some((sheet, cell, year)) = first else { return };
    let (first, last) = (plan.start(), plan.end());
    let years = if first == last { first.to_string() } else { format!("{first}-{last}") };
    let message = say!(
        "Phần đầu biểu ghi năm {year} nhưng kế hoạch là của năm {years}",
        "The title says {year} but the plan is that of {years}"
    );
    let help = say!(
        "Số liệu vẫn được dùng: nếu đây là biểu của năm khác thì gửi lại biểu đúng năm, nếu chỉ sót ở tiêu đề thì sửa năm ở ô này",
        "The figures are used all the same: if the table is another year's, send the right one, if the title alone was left as it was, correct the year in this cell"
    );
    let place = Place::Cell(CellPlace { file: context.file, sheet, cell });
    let finding = Finding::new(&codes::OTHER_VERSION, place, message).with_severity(Severity::Warning);
    findings.push(finding.helped_by(help).quoting(year.to_string()).expecting(years));
}

fn words(text: &str) -> Vec<String> {
    let words = canonical(text);
    words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn year(word: &str) -> Option<i32> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| (2000..2100).contains(year))
}

/// Returns the year that the words are about: "năm 2024", but not the one of a day, "ngày 12 tháng 3 năm 2024".
fn year_named(words: &[String]) -> Option<i32> {
    (1..words.len()).find_map(|at| {
        let before = &words[at.saturating_sub(3)..at - 1];
        let is_day = before.iter().any(|word| word == "tháng");
        year(&words[at]).filter(|_| words[at - 1] == "năm" && !is_day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_named_by_its_word_but_not_by_a_day() {
        let check = |text: &str, expected: Option<i32>| assert_eq!(year_named(&words(text)), expected, "{text}");
        check("BIỂU TỔNG HỢP KẾT QUẢ NĂM 2024", Some(2024));
        check("Biểu tự chấm (Năm: 2024)", Some(2024));
        check("Lai Châu, ngày 12 tháng 3 năm 2024", None);
        check("Lai Châu, ngày ... tháng ... năm 2024", None);
        check("Kèm theo Kế hoạch số 12/KH-UBND ngày 20/12/2024", None);
        check("năm học 2024-2025", None);
        check("năm 1945", None);
    }
}
