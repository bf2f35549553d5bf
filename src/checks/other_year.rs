//! A title of another year than the plan's: last year's table may have been sent, or only its title was left as it was.

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::Datelike as _;

use crate::{
    facts::titles,
    finding::{Finding, Place, Severity, codes},
    layout::Table,
    model::{CellPlace, CellRef, SheetKey, say},
    text::canonical,
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::OTHER_VERSION, run };

/// A longer text above a table is no title.
const LONGEST_TITLE: usize = 300;

/// What titles of figures begin with, canonical; a remark between two tables may name any year.
const TITLES: &[&str] = &["số liệu", "kết quả", "biểu", "bảng", "phiếu", "tổng hợp", "năm"];

/// What titles say of the time before, canonical.
const BEFORE: &[&str] = &["kết quả năm trước", "kết quả thực hiện năm trước", "số liệu năm trước", "kết quả kỳ trước"];

/// What titles say of targets, canonical, where no word for results stands beside it.
const TARGETS: &[&str] = &["đăng ký chỉ tiêu", "giao chỉ tiêu", "phân bổ chỉ tiêu", "chỉ tiêu kế hoạch"];
const RESULTS: &[&str] = &["kết quả", "thực hiện", "đánh giá"];

/// What lines begin with that say by which papers a table was made, canonical: papers may be of a later year.
const CITING: &[&str] = &["kèm theo", "căn cứ", "ban hành", "theo", "kế hoạch", "quyết định"];

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (from, to) = context.rulebook.plan.period;
    let plan = from.year()..=to.year();
    let found = in_titles(context, &plan).or_else(|| in_sheet_names(context, &plan));
    let not_of_results = titles(context.book, context.tables)
        .find(|(.., text)| text.len() <= LONGEST_TITLE && is_not_of_results(&canonical(text)));
    let tell_title = |(sheet, cell, text): (SheetKey, CellRef, &str)| {
        tell_not_of_results(text, Place::Cell(CellPlace { file: context.file, sheet, cell }))
    };
    findings.extend(not_of_results.map(tell_title));
    findings.extend(found.map(|(place, year)| tell(place, year, &plan)));
}

/// Returns where a title names another year than the plan's: over a table whose titles do not name the plan's, in a
/// file of which no title does, or which begins as titles of figures do. Those are not vouched for by a line that cites
/// papers.
fn in_titles(context: &Context<'_>, plan: &RangeInclusive<i32>) -> Option<(Place, i32)> {
    // Tables stand in the order of sheets and rows.
    let table_below = |sheet: SheetKey, cell: CellRef| {
        let above = |table: &Table| (table.sheet, table.range.0.row) <= (sheet, cell.row);
        let next = context.tables.partition_point(above);
        context.tables.get(next).filter(|table| table.sheet == sheet).map(|_| next)
    };
    // Whether the plan's year is named over a table by more than a line that cites papers.
    let mut of_plan: BTreeMap<Option<usize>, bool> = BTreeMap::new();
    let mut others = Vec::new();
    for (sheet, cell, text) in titles(context.book, context.tables) {
        let (title, words, table) = (canonical(text), words(text), table_below(sheet, cell));
        let of_figures = year_of_figures(&words);
        if years_meant(&words).chain(of_figures).any(|year| plan.contains(&year)) {
            let title = title.trim_start_matches(|letter: char| !letter.is_alphanumeric());
            let cites = of_figures.is_none() && CITING.iter().any(|paper| title.starts_with(paper));
            *of_plan.entry(table).or_default() |= !cites;
        } else if let Some(year) = year_named(&words).or(of_figures) {
            let is_title = TITLES.iter().any(|begun| title.starts_with(begun));
            let place = Place::Cell(CellPlace { file: context.file, sheet, cell });
            others.push((table, is_title, place, year));
        }
    }
    let none_of_plan = of_plan.is_empty();
    let is_told = |table: &Option<usize>, is_title: bool| match of_plan.get(table) {
        Some(by_more_than_papers) => is_title && !by_more_than_papers,
        None => none_of_plan || is_title,
    };
    others.into_iter().find(|(table, is_title, ..)| is_told(table, *is_title)).map(|(.., place, year)| (place, year))
}

/// Returns the sheet with a table that is named like another year than the plan's: "Năm 2024".
fn in_sheet_names(context: &Context<'_>, plan: &RangeInclusive<i32>) -> Option<(Place, i32)> {
    context.tables.iter().find_map(|table| {
        let words = words(&context.book.sheets[table.sheet.index()].name);
        let year = match words.as_slice() {
            [only] => year(only),
            words => year_named(words),
        };
        Some((Place::Sheet(context.file, table.sheet), year.filter(|year| !plan.contains(year))?))
    })
}

/// Returns whether a canonical title says that what stands below is of the time before, or targets.
fn is_not_of_results(title: &str) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| title.contains(word));
    says(BEFORE) || (says(TARGETS) && !says(RESULTS))
}

fn tell(place: Place, year: i32, plan: &RangeInclusive<i32>) -> Finding {
    let (first, last) = (plan.start(), plan.end());
    let years = if first == last { first.to_string() } else { format!("{first}-{last}") };
    let (message, help) = match place {
        Place::Sheet(..) => (
            say!(
                "Tên trang ghi năm {year} nhưng kế hoạch là của năm {years}",
                "The name of the sheet says {year} but the plan is that of {years}"
            ),
            say!(
                "Số liệu vẫn được dùng: nếu đây là biểu của năm khác thì gửi lại biểu đúng năm, nếu không thì đổi tên trang",
                "The figures are used all the same: if the table is another year's, send the right one, if not, rename the sheet"
            ),
        ),
        _ => (
            say!(
                "Phần đầu biểu ghi năm {year} nhưng kế hoạch là của năm {years}",
                "The title says {year} but the plan is that of {years}"
            ),
            say!(
                "Số liệu vẫn được dùng: nếu đây là biểu của năm khác thì gửi lại biểu đúng năm, nếu chỉ sót ở tiêu đề thì sửa năm ở ô này",
                "The figures are used all the same: if the table is another year's, send the right one, if the title alone was left as it was, correct the year in this cell"
            ),
        ),
    };
    let finding = Finding::new(&codes::OTHER_VERSION, place, message).with_severity(Severity::Warning);
    finding.helped_by(help).quoting(year.to_string()).expecting(years)
}

fn tell_not_of_results(title: &str, place: Place) -> Finding {
    let title = title.trim();
    let message = say!(
        "Phần đầu biểu ghi \"{title}\", có thể không phải kết quả của kỳ này",
        "The title says \"{title}\", which may not be the results of this period"
    );
    let help = say!(
        "Số liệu vẫn được dùng: nếu đây là chỉ tiêu hoặc số liệu kỳ trước thì gửi biểu kết quả, nếu không thì sửa tiêu đề",
        "The figures are used all the same: if these are targets or figures of the period before, send those of the results; if not, correct the title"
    );
    let finding = Finding::new(&codes::OTHER_VERSION, place, message).with_severity(Severity::Warning);
    finding.helped_by(help).quoting(title)
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

/// Returns the years that the words name but for those of a day, "ngày 08 tháng 01 năm 2025" or "28/02/2025", and of a
/// paper, "số 12/2025/QĐ-UBND".
fn years_meant(words: &[String]) -> impl Iterator<Item = i32> {
    let is_short = |word: &String| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    words.iter().enumerate().filter_map(move |(at, word)| {
        let year = year(word)?;
        let of_day = match &words[..at] {
            [before @ .., last] if last == "năm" => {
                let month = before.iter().rposition(|word| word == "tháng").filter(|month| month + 2 >= before.len());
                month.is_some_and(|month| before[month.saturating_sub(2)..month].iter().any(|word| word == "ngày"))
            }
            [.., day, month] => is_short(month) && (is_short(day) || day == "số"),
            _ => false,
        };
        (!of_day).then_some(year)
    })
}

/// Returns the year of the day up to which the figures are: "số liệu đến 31/12/2024".
fn year_of_figures(words: &[String]) -> Option<i32> {
    let is_time = |word: &String| {
        matches!(word.as_str(), "ngày" | "tháng" | "năm" | "hết") || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    words.iter().enumerate().filter(|(_, word)| *word == "đến" || *word == "hết").find_map(|(at, _)| {
        let time: Vec<&String> = words[at + 1..].iter().take_while(|word| is_time(word)).collect();
        let numbers = time.iter().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).count();
        time.last().filter(|_| numbers > 1).and_then(|last| year(last))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_up_to_a_day_are_of_its_year() {
        let check = |text: &str, expected: Option<i32>| assert_eq!(year_of_figures(&words(text)), expected, "{text}");
        check("BIỂU TỔNG HỢP (số liệu đến 31/12/2024)", Some(2024));
        check("Tính đến hết ngày 31 tháng 12 năm 2024", Some(2024));
        check("Kế hoạch đến năm 2030", None);
        check("Lai Châu, ngày 12 tháng 3 năm 2024", None);
        check("đến 31/12", None);
    }

    #[test]
    fn the_year_of_a_day_or_of_a_paper_is_not_the_one_that_is_meant() {
        let check = |text: &str, expected: &[i32]| {
            assert_eq!(years_meant(&words(text)).collect::<Vec<_>>(), expected, "{text}");
        };
        check("(Kèm theo Báo cáo số 10/BC-UBND ngày 08 tháng 01 năm 2025)", &[]);
        check("Đoàn Kết, ngày ... tháng ... năm 2025", &[]);
        check("Kế hoạch số 604/KH-UBND ngày 28/02/2025", &[]);
        check("Quyết định số 12/2025/QĐ-UBND", &[]);
        check("28-2-2025", &[]);
        check("BIỂU TỔNG HỢP NĂM 2024 - 2025", &[2024, 2025]);
        check("Biểu tháng 9 năm 2025", &[2025]);
        check("Biểu tháng 9/2025", &[2025]);
        check("Biểu 2: năm 2025", &[2025]);
    }

    #[test]
    fn titles_of_targets_and_of_the_time_before_are_told_from_results() {
        for text in ["biểu đăng ký chỉ tiêu năm 2025", "biểu tổng hợp kết quả năm trước", "bảng giao chỉ tiêu kế hoạch"]
        {
            assert!(is_not_of_results(text), "{text}");
        }
        for text in
            ["kết quả thực hiện chỉ tiêu kế hoạch", "biểu tổng hợp", "so với năm trước", "biểu chỉ tiêu đánh giá"]
        {
            assert!(!is_not_of_results(text), "{text}");
        }
    }

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
