//! What is told of the labels of a table: those that may mean several criteria, those that mean none, and the criteria
//! that have none.

use std::collections::BTreeMap;

use crate::{
    criteria::{CriteriaSet, Criterion},
    finding::{Finding, codes},
    layout::{ColumnRole, Doubt, Layout, Table},
    model::{CellRef, CriterionKey, Message, UnitKey, Voice, phrase, say},
    text::canonical,
    workbook::{Sheet, Value},
};

use super::{
    reader::Reader,
    shifted::HeadingWidth,
    shown::{clipped, shown},
};

/// More criteria or columns are not listed with their titles.
pub(super) const MOST_LISTED: usize = 3;

/// Of a sheet with more merged ranges than any form has, headings are looked at where they stand.
const MOST_MERGES: usize = 10_000;

/// Whether a unit is asked each criterion of the set.
type Asked = Vec<bool>;

impl Reader<'_> {
    /// Tells the labels that do not say for certain which criterion is meant.
    pub(super) fn tell_doubts(&mut self, table: &Table) {
        let set = &self.lexicon.rulebook().criteria;
        for doubt in table.doubtful.iter().take(self.tellable()) {
            let ids: Vec<&str> = doubt.criteria.iter().map(|key| set.criterion(*key).id.as_str()).collect();
            let message = match (ids.as_slice(), doubt.earlier) {
                ([id], Some(earlier)) => {
                    say!("Tiêu chí {id} đã có ở ô {earlier}", "Criterion {id} stands already in cell {earlier}")
                }
                (_, Some(earlier)) => {
                    say!("Cột này trùng với cột ở ô {earlier}", "This column says the same as that of cell {earlier}")
                }
                ([id], None) => {
                    let title = &set.criterion(doubt.criteria[0]).title;
                    say!(
                        "Số hiệu {id} là của \"{title}\" nhưng tên ở đây nói việc khác nên không được đọc",
                        "The number {id} is that of \"{title}\", but the words here speak of another subject; it is not read"
                    )
                }
                (_, None) if is_crossed(set, &doubt.criteria) => {
                    let named = doubt.criteria.iter().map(|key| {
                        let Criterion { id, title, .. } = set.criterion(*key);
                        format!("{id} \"{title}\"")
                    });
                    let named = named.collect::<Vec<_>>().join(", ");
                    say!(
                        "Số hiệu và tên ở đây là của hai tiêu chí khác nhau nên không được đọc: {named}",
                        "The number and the title here are those of two criteria, so neither is read: {named}"
                    )
                }
                (ids, None) => {
                    let ids = ids.join(", ");
                    say!(
                        "Nhãn này có thể là một trong các tiêu chí {ids}",
                        "This label may mean any of the criteria {ids}"
                    )
                }
            };
            let finding = Finding::new(&codes::DUPLICATE_CRITERION, self.place(table.sheet, doubt.at), message);
            let contradicts =
                doubt.earlier.is_none() && (doubt.criteria.len() == 1 || is_crossed(set, &doubt.criteria));
            let finding = if contradicts { finding.helped_by(number_or_title()) } else { finding };
            self.findings.push(match doubt.criteria.as_slice() {
                [key] => finding.of_criterion(*key),
                _ => finding,
            });
        }
    }

    /// Tells what stands under no known heading or beside no known criterion: of a column its heading, of a row the
    /// cell itself.
    pub(super) fn tell_unplaced(&mut self, table: &Table) {
        let sheet = &self.book.sheets[table.sheet.index()];
        let text = |at: CellRef| sheet.cell(at).map(|cell| shown(&cell.value)).unwrap_or_default();
        let width = HeadingWidth::of(table, sheet, &self.lexicon.rulebook().criteria);
        let told_as_shifted = |at: &CellRef| width.as_ref().is_some_and(|width| width.lies_beyond(*at));
        for at in table.unplaced.iter().filter(|at| !told_as_shifted(at)).take(self.tellable()) {
            let place = Unplaced::of(table, sheet, *at);
            let told_at = place.told_at(*at);
            let told = text(told_at);
            let finding = |message| {
                let finding = Finding::new(&codes::UNKNOWN_COLUMN, self.place(table.sheet, told_at), message);
                if told.is_empty() { finding } else { finding.quoting(told.clone()) }
            };
            let finding = match place {
                Unplaced::Column(_) if self.lexicon.is_of_another_year(&told) => finding(say!(
                    "Cột \"{told}\" là của năm khác với năm của kế hoạch nên không được đọc",
                    "The column \"{told}\" is about another year than the plan's and is not read"
                ))
                .helped_by(say!(
                    "Nếu thật ra là số liệu năm nay thì sửa năm ở đầu cột; nếu là số liệu năm khác thì có thể để nguyên",
                    "If the figures are this year's after all, correct the year in the heading; otherwise it may stay"
                )),
                Unplaced::Column(_) if let Some((message, help)) = self.unread_scores(&told) => {
                    finding(message).helped_by(help)
                }
                Unplaced::Column(_) => finding(say!(
                    "Cột \"{told}\" không thuộc tiêu chí nào nên không được đọc",
                    "The column \"{told}\" belongs to no criterion and is not read"
                )),
                Unplaced::Headless(heading) => {
                    let column = CellRef::column_letters(at.column);
                    finding(say!(
                        "Cột {column} có số liệu nhưng đầu cột để trống nên không được đọc",
                        "Column {column} holds data without a heading and is not read"
                    ))
                    .helped_by(say!(
                        "Nếu là của một tiêu chí thì ghi số hiệu và tên tiêu chí vào ô {heading}; nếu là phần ghi thêm \
                         thì ghi tên cột",
                        "If it is about a criterion, write the criterion's id and title into {heading}; otherwise name \
                         the column there"
                    ))
                }
                Unplaced::UnderAnother(heading) => {
                    let heading = text(heading);
                    finding(say!(
                        "\"{told}\" đứng ở cột \"{heading}\", không phải cột của tiêu chí ở dòng này, nên không được đọc",
                        "\"{told}\" stands under \"{heading}\", which is not about this row's criterion, and is not read"
                    ))
                }
                Unplaced::Row(label) => {
                    let row = at.row + 1;
                    let label = label.map(text).map(|label| format!(" (\"{label}\")")).unwrap_or_default();
                    finding(say!(
                        "Dòng {row}{label} có giá trị \"{told}\" nhưng không thuộc tiêu chí nào nên không được đọc",
                        "Row {row}{label} holds \"{told}\" but belongs to no criterion and is not read"
                    ))
                }
            };
            self.findings.push(finding);
        }
    }

    /// Tells the criteria that a table asks of none of its units, unless another table of the file does.
    pub(super) fn tell_missing_criteria(&mut self, tables: &[Table], units: &[Vec<Option<UnitKey>>]) {
        if self.voice == Voice::Agency {
            return;
        }
        let set = &self.lexicon.rulebook().criteria;
        let mut asked: BTreeMap<UnitKey, Asked> = BTreeMap::new();
        for (table, units) in tables.iter().zip(units) {
            for entries in table.entries.chunk_by(|a, b| a.subject == b.subject) {
                let Some(unit) = units[entries[0].subject] else { continue };
                let asked = asked.entry(unit).or_insert_with(|| vec![false; set.criteria.len()]);
                for entry in entries {
                    asked[entry.criterion.index()] = true;
                }
            }
        }
        for (table, units) in tables.iter().zip(units) {
            let missing = self.missing_in(units, &asked);
            let Some(first) = missing.first() else { continue };
            let ids: Vec<&str> = missing.iter().map(|key| set.criterion(*key).id.as_str()).collect();
            let (ids, titled) = (ids.join(", "), titled(set, &missing));
            let message = say!(
                "Biểu không có cột hay dòng nào cho tiêu chí {titled}",
                "The table has no column or row for: {titled}"
            );
            let place = self.place(table.sheet, table.range.0);
            let help = self.where_it_may_be(table, &set.criterion(*first).id, &missing);
            let finding = Finding::new(&codes::CRITERION_WITHOUT_COLUMN, place, message);
            self.findings.push(finding.of_criterion(*first).expecting(ids).helped_by(help));
            self.suggest_for_duplicates(table, &missing);
        }
    }

    /// Says how to add a criterion that has no column or row, or which of those that nobody knows may be its.
    fn where_it_may_be(&self, table: &Table, id: &str, missing: &[CriterionKey]) -> Message {
        let sheet = &self.book.sheets[table.sheet.index()];
        let in_rows = table.layout != Layout::Matrix;
        let add = if in_rows {
            phrase!(
                "thêm dòng cho tiêu chí còn thiếu, ghi số hiệu tiêu chí ở đầu dòng, ví dụ \"{id}\"",
                "add a row for each missing criterion and begin it with its id, such as \"{id}\""
            )
        } else {
            phrase!(
                "thêm cột cho tiêu chí còn thiếu, ghi số hiệu tiêu chí ở đầu cột, ví dụ \"{id}\"",
                "add a column for each missing criterion, headed by its id, such as \"{id}\""
            )
        };
        let may_be_meant = |doubt: &&Doubt| match doubt.earlier {
            Some(_) => doubt.criteria.len() == 1 && missing.len() <= MOST_LISTED,
            None => doubt.criteria.iter().any(|key| missing.contains(key)),
        };
        if let Some(at) = table.doubtful.iter().find(may_be_meant).map(|doubt| doubt.at) {
            return say!(
                "Nếu ô {at} là của tiêu chí này thì sửa số hiệu hoặc tên ở đó; nếu không thì {add}",
                "If {at} is meant for this criterion, correct its id or title; otherwise {add}",
                add
            );
        }
        let mut unknown: Vec<(CellRef, Message)> = Vec::new();
        for at in &table.unplaced {
            if unknown.len() > MOST_LISTED {
                break;
            }
            let found = self.unknown_label(table, sheet, *at);
            unknown.extend(found.filter(|(label, _)| unknown.iter().all(|(known, _)| known != label)));
        }
        match unknown.as_slice() {
            [(at, named)] if missing.len() == 1 => say!(
                "Có thể là {named}: nếu đúng thì ghi \"{id}\" vào đầu ô {at}; nếu không thì {add}",
                "It may be {named}: if so, write \"{id}\" at the beginning of {at}; otherwise {add}",
                named,
                add
            ),
            [] => capitalised(&add),
            several if several.len() <= MOST_LISTED => {
                let vi = several.iter().map(|(_, named)| named.vi.as_str()).collect::<Vec<_>>().join(", ");
                let en = several.iter().map(|(_, named)| named.en.as_str()).collect::<Vec<_>>().join(", ");
                let named = Message { vi, en };
                say!(
                    "Có thể là {named}: nếu đúng thì ghi số hiệu, ví dụ \"{id}\", vào đầu ô tên; nếu không thì {add}",
                    "It may be {named}: if so, write the id, such as \"{id}\", before the title; otherwise {add}",
                    named,
                    add
                )
            }
            _ => capitalised(&add),
        }
    }

    /// Returns the label of a column or row that nobody knows, and its name in a sentence.
    fn unknown_label(&self, table: &Table, sheet: &Sheet, at: CellRef) -> Option<(CellRef, Message)> {
        let text = |at: CellRef| sheet.cell(at).map(|cell| shown(&cell.value)).unwrap_or_default();
        match Unplaced::of(table, sheet, at) {
            Unplaced::Column(heading) => {
                let (column, title) = (CellRef::column_letters(at.column), text(heading));
                let other_year = self.lexicon.is_of_another_year(&title);
                let named = phrase!("cột {column} (\"{title}\")", "column {column} (\"{title}\")");
                (!other_year && !title.is_empty()).then_some((heading, named))
            }
            Unplaced::Headless(heading) => {
                let column = CellRef::column_letters(at.column);
                Some((heading, phrase!("cột {column} (đầu cột để trống)", "column {column} (without a heading)")))
            }
            Unplaced::Row(Some(label)) => {
                let (row, title) = (at.row + 1, text(label));
                Some((label, phrase!("dòng {row} (\"{title}\")", "row {row} (\"{title}\")")))
            }
            Unplaced::Row(None) | Unplaced::UnderAnother(_) => None,
        }
    }

    /// Returns the criteria of the units' level that none of the units is asked.
    fn missing_in(&self, units: &[Option<UnitKey>], asked: &BTreeMap<UnitKey, Asked>) -> Vec<CriterionKey> {
        let set = &self.lexicon.rulebook().criteria;
        let judged: Vec<UnitKey> = units.iter().flatten().copied().collect();
        let has = |key: CriterionKey| judged.iter().any(|unit| asked.get(unit).is_some_and(|asked| asked[key.index()]));
        let subjects: Vec<_> = judged.iter().filter_map(|unit| self.register().unit(*unit).level.subject()).collect();
        let expected = set.top_level().filter(|(_, criterion)| subjects.contains(&criterion.subject));
        expected
            .map(|(key, _)| key)
            .filter(|key| !has(*key) && !set.indicators(*key).any(|(indicator, _)| has(indicator)))
            .collect()
    }
}

/// Where something stands that belongs to no criterion.
#[derive(Clone, Copy, Debug)]
enum Unplaced {
    /// In a column with this heading.
    Column(CellRef),
    /// In a column under a merged heading that is not its own: its own is this blank cell.
    Headless(CellRef),
    /// Under the heading of another criterion's part or whole.
    UnderAnother(CellRef),
    /// In a row with this label.
    Row(Option<CellRef>),
}

impl Unplaced {
    fn of(table: &Table, sheet: &Sheet, at: CellRef) -> Self {
        let column = table.columns.iter().find(|column| column.column == at.column);
        let heading = column.and_then(|column| column.heading);
        if column.is_none_or(|column| column.role == ColumnRole::Unknown) {
            let heading = heading.unwrap_or(at);
            return merged_beyond(sheet, heading, at.column).map_or(Self::Column(heading), Self::Headless);
        }
        let answered = table.entries.binary_search_by_key(&at.row, |entry| entry.row).is_ok();
        match heading.filter(|_| answered) {
            Some(heading) => Self::UnderAnother(heading),
            None => Self::Row(label_before(sheet, at)),
        }
    }

    /// Returns the cell at which it is told, where it stands at `at`.
    fn told_at(self, at: CellRef) -> CellRef {
        match self {
            Self::Column(heading) | Self::Headless(heading) => heading,
            Self::UnderAnother(_) | Self::Row(_) => at,
        }
    }
}

/// Returns the blank cell of `column` below a heading that is merged over several columns.
fn merged_beyond(sheet: &Sheet, heading: CellRef, column: u16) -> Option<CellRef> {
    let merges = Some(&sheet.merges).filter(|merges| merges.len() <= MOST_MERGES)?;
    let (first, last) = merges.iter().find(|(first, _)| *first == heading)?;
    let below = CellRef::new(last.row.checked_add(1)?, column);
    (first.column < last.column && sheet.cell(below).is_none()).then_some(below)
}

/// Returns the first text before a cell in its row that may be a title: a number of an order, Roman or not, is none.
fn label_before(sheet: &Sheet, at: CellRef) -> Option<CellRef> {
    let mut before = sheet.row(at.row).iter().take_while(|cell| cell.at.column < at.column);
    let counts = |letter: &char| letter.is_alphabetic() && !matches!(letter, 'I' | 'V' | 'X');
    let is_title = |text: &str| text.chars().filter(counts).count() > 2;
    before.find(|cell| matches!(&cell.value, Value::Text(text) if is_title(text))).map(|cell| cell.at)
}

/// Lists criteria: a few with their titles.
pub(super) fn titled(set: &CriteriaSet, criteria: &[CriterionKey]) -> String {
    let listed = criteria.iter().map(|key| {
        let Criterion { id, title, .. } = set.criterion(*key);
        if criteria.len() <= MOST_LISTED { format!("{id} \"{}\"", clipped(title)) } else { id.clone() }
    });
    listed.collect::<Vec<_>>().join(", ")
}

/// Begins a piece of a sentence as a sentence.
fn capitalised(piece: &Message) -> Message {
    let capital = |text: &str| {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    Message { vi: capital(&piece.vi), en: capital(&piece.en) }
}

/// Returns whether criteria are those of a number and of a title that contradict each other, rather than such as bear
/// one title or one number without its last zeros.
fn is_crossed(set: &CriteriaSet, criteria: &[CriterionKey]) -> bool {
    let [first, others @ ..] = criteria else { return false };
    let first = set.criterion(*first);
    let bare = |id: &str| id.trim_end_matches('0').to_owned();
    others
        .iter()
        .map(|key| set.criterion(*key))
        .any(|other| canonical(&other.title) != canonical(&first.title) && bare(&other.id) != bare(&first.id))
}

fn number_or_title() -> Message {
    say!(
        "Sửa số hiệu hoặc tên cho khớp với bộ tiêu chí; nếu là phần ghi thêm, ngoài bộ tiêu chí, thì bỏ số hiệu",
        "Correct the number or the title as the criteria have them; if it is something else, remove the number"
    )
}
