//! The rows as standards, criteria and indicators, each with its id and what a person has to look at.

use crate::{
    criteria::{Kind, Requirement},
    model::{Message, phrase, say},
    text::canonical,
};

use super::{
    grid::Said,
    ids::{Below, Given, Ids, skipped},
    levels::Level,
    limits,
    number::Number,
    quote::Quote,
    requirement::{self, Required},
    rows::Row,
    words,
};

/// A line of comment above something.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Note {
    /// Where it comes from.
    Source(Message),
    /// What a person has to look at.
    ToCheck(Message),
}

/// A standard as drafted.
#[derive(Debug)]
pub(super) struct Standard {
    pub id: String,
    pub title: String,
    pub notes: Vec<Note>,
    pub criteria: Vec<Criterion>,
}

/// A criterion or indicator as drafted.
#[derive(Debug)]
pub(super) struct Criterion {
    pub id: String,
    pub title: String,
    pub notes: Vec<Note>,
    /// What it requires; where it has indicators, they are judged instead.
    pub required: Required,
    pub lead: Option<String>,
    pub coordinating: Option<String>,
    pub timeline: Option<String>,
    pub indicators: Vec<Criterion>,
}

impl Criterion {
    /// Returns whether nothing about it or its indicators is left to a person.
    pub(super) fn is_sure(&self) -> bool {
        let own = !self.notes.iter().any(|note| matches!(note, Note::ToCheck(_)));
        own && self.indicators.iter().all(Self::is_sure)
    }
}

/// Everything that the table holds.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub standards: Vec<Standard>,
    /// What stands behind the last criterion and is none.
    pub loose: Vec<Note>,
}

/// Builds the outline row by row.
struct Builder<'a> {
    quote: &'a Quote,
    outline: Outline,
    standards: Ids,
    criteria: Ids,
    /// Whether criteria are numbered throughout the table.
    throughout: bool,
    /// The last numbers of standards, of criteria and of indicators, and how many had an id.
    last_standard: Option<u32>,
    last: [(u32, Option<u32>); 2],
    /// Notes for what comes next.
    waiting: Vec<Note>,
}

/// Puts the rows together; `title` names the standard where the table has none.
pub(super) fn outline(rows: &[Row], levels: &[Level], quote: &Quote, title: &str) -> Outline {
    let mut builder = Builder {
        quote,
        outline: Outline::default(),
        standards: Ids::default(),
        criteria: Ids::default(),
        throughout: run_throughout(rows, levels),
        last_standard: None,
        last: [(0, None); 2],
        waiting: Vec::new(),
    };
    for (row, level) in rows.iter().zip(levels) {
        builder.add(row, *level, title);
    }
    builder.finish()
}

/// Returns whether the numbers of criteria go on where a standard begins.
fn run_throughout(rows: &[Row], levels: &[Level]) -> bool {
    let (mut last, mut begins, mut goes_on) = (None, false, false);
    for (row, level) in rows.iter().zip(levels) {
        match (level, &row.number) {
            (Level::Standard, _) => begins = last.is_some(),
            (Level::Criterion, Some(Number::Dotted(parts))) if parts.len() == 1 => {
                let follows = last.is_some_and(|last| parts.first() == Some(&(last + 1)));
                if begins && !follows {
                    return false;
                }
                goes_on |= begins;
                (last, begins) = (parts.first().copied(), false);
            }
            _ => {}
        }
    }
    goes_on
}

impl Builder<'_> {
    fn add(&mut self, row: &Row, level: Level, title: &str) {
        match level {
            Level::Group => {
                let cells = self.quote.cells(row);
                self.waiting.push(Note::Source(say!(
                    "Nhóm ở trên các tiêu chuẩn, tệp tiêu chí không có cấp này: {cells}",
                    "A field above standards, which a criteria set has no place for: {cells}",
                    cells
                )));
            }
            Level::Standard => self.standard(row, row.standard.as_ref().or(row.content.as_ref())),
            Level::StandardAndCriterion => {
                self.standard(row, row.standard.as_ref());
                self.criterion(row);
            }
            Level::Criterion => {
                self.need_standard(title);
                self.criterion(row);
            }
            Level::Indicator => {
                self.need_standard(title);
                self.indicator(row);
            }
            Level::Further => self.further(row),
            Level::Total => self.unused(row),
            Level::Neither => {
                let cells = self.quote.cells(row);
                self.about_last(Note::ToCheck(say!(
                    "Dòng dưới có thể là phần tiếp theo, chưa được dùng: {cells}",
                    "The row below may be the rest of this one, not used: {cells}",
                    cells
                )));
                self.unused(row);
            }
        }
    }

    fn standard(&mut self, row: &Row, title: Option<&Said>) {
        let number = row.standard_number.as_ref().or(row.number.as_ref().filter(|_| row.standard.is_none()));
        let count = self.outline.standards.len() + 1;
        let mut notes = std::mem::take(&mut self.waiting);
        notes.push(Note::Source(self.quote.source(row)));
        let shown = number.and_then(Number::shown);
        let Given { id, doubts } = self.standards.give(&shown.clone().unwrap_or_else(|| count.to_string()));
        notes.extend(doubts.into_iter().chain(self.doubts_of_number(number)).map(|doubt| self.about(title, &doubt)));
        if shown.is_none() {
            let cells = self.quote.cells(row);
            notes.push(Note::ToCheck(say!(
                "Tiêu chuẩn không có số, tạm ghi \"{id}\": {cells}",
                "The standard has no number, assumed \"{id}\": {cells}",
                cells
            )));
        }
        notes.extend(self.limited(title));
        if row.content.as_ref() == title {
            notes.extend(self.strange(row));
            notes.extend(self.beside_standard(row));
        }
        let title = title.map(|said| said.text.clone()).unwrap_or_default();
        self.outline.standards.push(Standard { id, title: requirement::title(&title), notes, criteria: Vec::new() });
        self.last = [if self.throughout { self.last[0] } else { (0, None) }, (0, None)];
    }

    fn doubts_of_number(&mut self, number: Option<&Number>) -> Option<Message> {
        let ordinal = number.and_then(Number::ordinal);
        let doubt = skipped(self.last_standard, ordinal, false);
        self.last_standard = ordinal.or(self.last_standard);
        doubt
    }

    /// What stands beside a standard says something of its criteria that only a person can take apart.
    fn beside_standard(&self, row: &Row) -> Option<Note> {
        let beside = [row.requirement(), row.measure.as_ref(), row.lead.as_ref(), row.timeline.as_ref()];
        let said: Vec<String> = beside.into_iter().flatten().map(|said| self.quote.cell(said)).collect();
        (!said.is_empty()).then(|| {
            let said = said.join("; ");
            Note::ToCheck(say!(
                "Ghi ở dòng của tiêu chuẩn, chưa được dùng cho tiêu chí nào: {said}",
                "Said in the row of the standard, not used for any criterion: {said}"
            ))
        })
    }

    /// Tells cells that say something else than their letters, once for each reason.
    fn strange(&self, row: &Row) -> Vec<Note> {
        let mut told: Vec<(&Said, &Message)> = Vec::new();
        for (_, said) in &row.cells {
            let why = said.strange.as_ref().filter(|why| !told.iter().any(|(_, other)| other == why));
            told.extend(why.map(|why| (said, why)));
        }
        told.into_iter().map(|(said, why)| self.about(Some(said), why)).collect()
    }

    /// Tells a title that says for whom it is, or for whom not.
    fn limited(&self, title: Option<&Said>) -> Option<Note> {
        let title = title.filter(|said| limits::is_limited(&canonical(&said.text)))?;
        let why = phrase!(
            "tên nói đến nơi áp dụng, ngoại lệ hoặc điều kiện, tạm dùng cho mọi đơn vị",
            "the title speaks of where it applies, of exceptions or conditions, and is assumed for every unit"
        );
        Some(self.about(Some(title), &why))
    }

    fn need_standard(&mut self, title: &str) {
        if !self.outline.standards.is_empty() {
            return;
        }
        let id = self.standards.give("1").id;
        let note = Note::ToCheck(say!(
            "Không thấy tiêu chuẩn ở trên tiêu chí đầu tiên, tạm ghi tiêu chuẩn \"{id}\" theo tên của bảng",
            "No standard stands above the first criterion, assumed: standard \"{id}\" by the title of the table"
        ));
        self.outline.standards.push(Standard { id, title: title.to_owned(), notes: vec![note], criteria: Vec::new() });
    }

    fn criterion(&mut self, row: &Row) {
        let Some(standard) = self.outline.standards.last() else { return };
        let mut below =
            Below { count: self.last[0].0, last: self.last[0].1, ..Below::new(&standard.id, self.throughout) };
        let given = below.next(row.number.as_ref(), &mut self.criteria);
        self.last = [(below.count, below.last), (0, None)];
        let criterion = self.drafted(row, given);
        if let Some(standard) = self.outline.standards.last_mut() {
            standard.criteria.push(criterion);
        }
    }

    fn indicator(&mut self, row: &Row) {
        let Some(above) = self.outline.standards.last().and_then(|standard| standard.criteria.last()) else {
            return self.criterion(row);
        };
        let mut below = Below { count: self.last[1].0, last: self.last[1].1, ..Below::new(&above.id, false) };
        let given = below.next(row.number.as_ref(), &mut self.criteria);
        self.last[1] = (below.count, below.last);
        let indicator = self.drafted(row, given);
        if let Some(above) = self.outline.standards.last_mut().and_then(|standard| standard.criteria.last_mut()) {
            above.indicators.push(indicator);
        }
    }

    fn drafted(&mut self, row: &Row, given: Given) -> Criterion {
        let mut notes = std::mem::take(&mut self.waiting);
        notes.push(Note::Source(self.quote.source(row)));
        let content = row.content.as_ref();
        notes.extend(given.doubts.iter().map(|doubt| self.about(content, doubt)));
        notes.extend(row.odd_number.iter().map(|odd| {
            let odd = self.quote.cell(odd);
            Note::ToCheck(say!("Không đọc được số thứ tự: {odd}", "The number of the row cannot be read: {odd}"))
        }));
        notes.extend(self.strange(row));
        notes.extend(self.limited(content));
        let remarks = row.cells.iter().filter(|(heading, _)| heading.is_remark());
        notes.extend(remarks.map(|(_, said)| {
            let cell = self.quote.cell(said);
            Note::ToCheck(say!(
                "Ô ngoài các cột đã biết, có thể thay đổi yêu cầu, chưa được dùng: {cell}",
                "A cell outside the known columns may change what is required, not used: {cell}"
            ))
        }));
        let printed = [&row.lead, &row.coordinating, &row.timeline, &row.measure].into_iter().flatten();
        let ditto = printed.filter(|said| words::is_ditto(&canonical(&said.text)));
        let as_above =
            phrase!("có thể là \"như trên\", ghi đúng chữ này", "it may mean \"as above\", taken as it stands");
        notes.extend(ditto.map(|said| self.about(Some(said), &as_above)));
        let (required, doubts) = requirement::required(row, self.quote);
        notes.extend(doubts.into_iter().map(Note::ToCheck));
        let text = |said: &Option<Said>| said.as_ref().map(|said| said.text.clone());
        Criterion {
            id: given.id,
            title: requirement::title(content.map_or("", |said| &said.text)),
            notes,
            required,
            lead: text(&row.lead),
            coordinating: text(&row.coordinating),
            timeline: text(&row.timeline),
            indicators: Vec::new(),
        }
    }

    /// A requirement in a row of its own is one more condition of the row before it.
    fn further(&mut self, row: &Row) {
        let cells = self.quote.cells(row);
        let note = Note::ToCheck(say!(
            "Dòng dưới ghi thêm yêu cầu, chưa được dùng: {cells}",
            "The row below requires more, not used: {cells}",
            cells
        ));
        if let Some(note) = self.about_last(note) {
            self.waiting.push(note);
        }
    }

    /// Keeps what is said in a row that is none of the set, for what comes next.
    fn unused(&mut self, row: &Row) {
        let cells = self.quote.cells(row);
        self.waiting.push(Note::ToCheck(say!(
            "Dòng không phải tiêu chuẩn hay tiêu chí, chưa được dùng: {cells}",
            "A row that is neither a standard nor a criterion, not used: {cells}",
            cells
        )));
    }

    /// Adds a note to the last criterion or indicator; gives it back where there is none yet.
    fn about_last(&mut self, note: Note) -> Option<Note> {
        let last = self.outline.standards.last_mut().and_then(|standard| standard.criteria.last_mut());
        let Some(criterion) = last else { return Some(note) };
        match criterion.indicators.last_mut() {
            Some(indicator) => indicator.notes.push(note),
            None => criterion.notes.push(note),
        }
        None
    }

    fn about(&self, said: Option<&Said>, why: &Message) -> Note {
        let cell = said.map(|said| self.quote.cell(said)).unwrap_or_default();
        Note::ToCheck(say!("{cell}: {why}", "{cell}: {why}", why))
    }

    fn finish(mut self) -> Outline {
        for standard in &mut self.outline.standards {
            if standard.criteria.is_empty() {
                let id = self.criteria.give(&format!("{}.1", standard.id)).id;
                standard.criteria.push(own_criterion(id, &standard.title));
            }
            standard.criteria.iter_mut().for_each(judged_by_indicators);
        }
        self.outline.loose = self.waiting;
        self.outline
    }
}

/// A standard without criteria is taken for one itself.
fn own_criterion(id: String, title: &str) -> Criterion {
    let note = say!(
        "Tiêu chuẩn không có tiêu chí nào: tạm coi chính nó là tiêu chí, xét đạt hay chưa đạt",
        "The standard has no criteria: it is taken for one itself, achieved or not"
    );
    Criterion {
        id,
        title: title.to_owned(),
        notes: vec![Note::ToCheck(note)],
        required: Required { kind: Kind::YesNo, requirement: Requirement::Yes, measure: None, cases: Vec::new() },
        lead: None,
        coordinating: None,
        timeline: None,
        indicators: Vec::new(),
    }
}

/// With indicators, what the criterion itself requires is not judged, and that all of them must hold is assumed.
fn judged_by_indicators(criterion: &mut Criterion) {
    if criterion.indicators.is_empty() {
        return;
    }
    criterion.notes.retain(|note| !requirement::is_missing(note));
    criterion.notes.push(Note::ToCheck(say!(
        "Tiêu chí có các ý nhỏ: tạm ghi phải đạt mọi ý, yêu cầu ghi ở chính dòng tiêu chí không được dùng",
        "The criterion has parts: all of them are assumed to be needed, what its own row requires is not used"
    )));
}
