//! A biểu of some units and every kind of criterion, filled in by clerks of some habits, and what may be read of it.

use proptest::prelude::*;
use tdp::{
    facts::{Claim, Fact, Submission},
    finding::codes,
    layout::Lexicon,
    model::{CellRef, CriterionKey},
    plan::Rulebook,
};

use crate::{
    asked::{ASKED, Asked, Said, Truth, truth},
    exact::Exact,
    files::Paper,
    form::{FIRST, UNITS, grid, rulebook},
    habit::Habit,
    meant::{meant, numbers, visible},
    spelt::{Spelt, Written, share, spelt},
};

/// A slip of the pen: in which of the cells of the answer, what, where and with which letter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slip {
    cell: u8,
    what: u8,
    place: u16,
    letter: u8,
}

/// What is drawn for one cell.
type Drawn = (u64, Habit, Option<Slip>);

/// A table as it was drawn.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// For each criterion the clerk's habit, and whether every unit has a clerk of its own.
    columns: Vec<(Habit, bool)>,
    rows: Vec<Vec<Drawn>>,
}

impl Table {
    pub(crate) fn any() -> impl Strategy<Value = Self> {
        let slip = (any::<u8>(), 0..3_u8, any::<u16>(), any::<u8>()).prop_map(|(cell, what, place, letter)| Slip {
            cell,
            what,
            place,
            letter,
        });
        let cell = (any::<u64>(), Habit::any(), prop::option::weighted(0.12, slip));
        let row = prop::collection::vec(cell, ASKED.len());
        let columns = prop::collection::vec((Habit::any(), prop::bool::weighted(0.4)), ASKED.len());
        (columns, prop::collection::vec(row, 1..=UNITS)).prop_map(|(columns, rows)| Self { columns, rows })
    }

    fn answer(&self, row: usize, column: usize) -> Answer {
        let (seed, own, slip) = self.rows[row][column];
        let (habit, mixed) = self.columns[column];
        let asked = ASKED[column];
        let habit = if mixed { own } else { habit };
        let answer = Answer::of(asked, truth(asked, seed), habit);
        match slip {
            Some(slip) if asked != Asked::Pair => answer.slipped(asked, truth(asked, seed), slip),
            _ => answer,
        }
    }

    /// Returns what was written and what was read wherever these differ without a word.
    pub(crate) fn violations(&self, paper: Paper) -> Vec<String> {
        let rulebook = rulebook();
        let lexicon = Lexicon::new(&rulebook);
        let answers: Vec<Vec<Answer>> =
            (0..self.rows.len()).map(|row| (0..ASKED.len()).map(|column| self.answer(row, column)).collect()).collect();
        let cells = |answers: &Vec<Answer>| {
            answers.iter().flat_map(|answer| &answer.cells).map(|cell| Some(cell.as_ref()?.written.clone())).collect()
        };
        let submission = paper.submit(&lexicon, &grid(&answers.iter().map(cells).collect::<Vec<_>>()));
        let seen = Seen { rulebook: &rulebook, submission: &submission, answers: &answers };
        let mut violations = Vec::new();
        for (row, answers) in answers.iter().enumerate() {
            let mut column = 2;
            for (index, answer) in answers.iter().enumerate() {
                violations.extend(seen.violation(row, index, column, answer));
                column += u16::try_from(answer.cells.len()).unwrap();
            }
        }
        violations
    }
}

/// What a clerk says of one criterion for one unit: one cell or more, and what they may be read as together.
#[derive(Clone, Debug)]
struct Answer {
    cells: Vec<Option<Spelt>>,
    allowed: Vec<Said>,
    /// It is written as the contract says that such a value is read, so that it must not be refused.
    plain: bool,
}

impl Answer {
    fn of(asked: Asked, truth: Truth, habit: Habit) -> Self {
        match (asked, truth) {
            (Asked::Share, Truth::Ratio(part, whole)) => {
                let (cells, allowed) = share(part, whole, habit);
                Self { cells: cells.into(), allowed, plain: false }
            }
            (Asked::Pair, Truth::Claim(claim)) => pair(claim, habit),
            _ => {
                let spelt = spelt(asked, truth, habit);
                Self { allowed: spelt.allowed.clone(), plain: spelt.plain, cells: vec![Some(spelt)] }
            }
        }
    }

    /// The same with a letter put in, left out or exchanged in one of its texts.
    fn slipped(mut self, asked: Asked, truth: Truth, slip: Slip) -> Self {
        let at = usize::from(slip.cell) % self.cells.len();
        let Some(Spelt { written: Written::Text(text), .. }) = &self.cells[at] else { return self };
        let slipped = slip.into(text);
        if let Truth::Ratio(part, whole) = truth
            && asked == Asked::Share
        {
            self.allowed = share_allowed([part, whole], &self.allowed, at, &slipped);
            if let Some(cell) = &mut self.cells[at] {
                cell.bare = if at == 2 { meant(asked, &slipped).1 } else { Vec::new() };
                cell.written = Written::Text(slipped);
            }
            return self;
        }
        let (allowed, bare) = meant(asked, &slipped);
        let spelt = Spelt { written: Written::Text(slipped), allowed: allowed.clone(), bare, plain: false };
        Self { cells: vec![Some(spelt)], allowed, plain: false }
    }
}

/// What a part, its whole and the percentage may say together when the text of the cell `at` is another.
fn share_allowed(truth: [Exact; 2], before: &[Said], at: usize, text: &str) -> Vec<Said> {
    let [mut parts, mut wholes] = truth.map(|number| vec![Some(number.plain())]);
    let mut figures: Vec<Option<String>> = before.iter().map(|said| said.figure.clone()).collect();
    let mut claims = vec![None];
    if at == 2 {
        let (said, bare) = meant(Asked::Share, text);
        // Part and whole tell a fraction from a percentage; a claim in the place of the percentage, or nothing, leaves
        // them as they are.
        let fractions = bare.iter().filter(|number| number.is_within_one()).map(|number| number.hundredfold().plain());
        figures = said.iter().map(|said| said.figure.clone()).chain(fractions.map(Some)).chain([None]).collect();
        claims.extend(said.iter().map(|said| said.claim));
    } else {
        let amounts = if at == 0 { &mut parts } else { &mut wholes };
        *amounts = numbers(&visible(text)).into_iter().map(|number| Some(number.plain())).collect();
        if text.trim().chars().all(|letter| "-–.…".contains(letter)) {
            parts.push(None);
            wholes.push(None);
        }
    }
    let mut allowed = Vec::new();
    for (part, whole) in parts.iter().flat_map(|part| wholes.iter().map(move |whole| (part, whole))) {
        for (figure, claim) in figures.iter().flat_map(|figure| claims.iter().map(move |claim| (figure, *claim))) {
            let (figure, part, whole) = (figure.clone(), part.clone(), whole.clone());
            allowed.push(Said { figure, part, whole, claim, task: None });
        }
    }
    allowed
}

/// Marks one of the columns Đạt | Chưa đạt, or writes a word into the wrong one.
fn pair(claim: Claim, habit: Habit) -> Answer {
    let said = |claim: Claim| vec![Said::claim(claim)];
    let cell = |text: &str| {
        Some(Spelt { written: Written::Text(text.to_owned()), allowed: Vec::new(), bare: Vec::new(), plain: false })
    };
    let mark = Habit::pick(habit.word, &["x", "X", "v", "✓", "+", "1", "có", "TRUE", "☑", "√", "•", "*"]);
    let (cells, allowed) = match (claim, habit.form % 5) {
        (Claim::Achieved, 1) => (vec![cell(Habit::pick(habit.word, &["Đạt", "đ"])), None], said(claim)),
        (Claim::Achieved, 2) => (vec![None, cell(Habit::pick(habit.word, &["Đạt", "đ", "Đ"]))], Vec::new()),
        (Claim::Achieved, _) => (vec![cell(mark), None], said(claim)),
        (Claim::NotAchieved, 1) => {
            (vec![None, cell(Habit::pick(habit.word, &["Chưa đạt", "CĐ", "KĐ", "Không"]))], said(claim))
        }
        (Claim::NotAchieved, 2) => {
            (vec![cell(Habit::pick(habit.word, &["Không", "CĐ", "FALSE", "0"])), None], said(claim))
        }
        (Claim::NotAchieved, _) => (vec![None, cell(mark)], said(claim)),
        (Claim::NotApplicable, 0..3) => (vec![cell("Không áp dụng"), None], said(claim)),
        (Claim::NotApplicable, _) => (vec![None, cell("KAD")], said(claim)),
    };
    Answer { cells, allowed, plain: false }
}

impl Slip {
    fn into(self, text: &str) -> String {
        const LETTERS: &[char] = &[
            '0', '1', '2', '5', '9', '.', ',', '/', '%', '(', ')', '-', '+', ' ', '\n', 'o', 'O', 'l', 'I', 's', 'S',
            'x', 'v', 'đ', 'k', 'c', 'K', 'ộ', 'ạ', '\u{301}', '\'', '\u{a0}', '–', '>', 'e', ':',
        ];
        let mut letters: Vec<char> = text.chars().collect();
        let letter = Habit::pick(self.letter, LETTERS);
        let at = usize::from(self.place) % (letters.len() + 1);
        match self.what {
            0 => letters.insert(at, letter),
            1 if at < letters.len() => drop(letters.remove(at)),
            _ if at < letters.len() => letters[at] = letter,
            _ => letters.push(letter),
        }
        letters.into_iter().collect()
    }
}

/// What was read, beside what was written.
struct Seen<'a> {
    rulebook: &'a Rulebook,
    submission: &'a Submission,
    answers: &'a [Vec<Answer>],
}

impl Seen<'_> {
    fn violation(&self, row: usize, index: usize, column: u16, answer: &Answer) -> Option<String> {
        let at = CellRef::new(FIRST + u32::try_from(row).unwrap(), column);
        let columns = column..column + u16::try_from(answer.cells.len()).unwrap();
        let told = self.submission.findings.iter().filter(|finding| {
            // Where the name of the unit is not known, this is told and nothing of the row is used.
            let of_the_answer = |column: u16| column == 1 || columns.contains(&column);
            finding.place.cell().is_some_and(|place| place.row == at.row && of_the_answer(place.column))
        });
        let codes: Vec<&str> = told.map(|finding| finding.code.number).collect();
        let fact = self.fact(row, index);
        let read = fact.filter(|fact| !fact.refused).map(Said::of);
        let allowed = self.allowed(row, index, answer);
        let right = match &read {
            Some(said) => allowed.iter().any(|meant| meant.counts_as(said)),
            None => codes.contains(&"TDP111") || !codes.is_empty() && !answer.plain,
        };
        let asked = ASKED[index];
        let written: Vec<&Written> = answer.cells.iter().flatten().map(|cell| &cell.written).collect();
        let told =
            || format!("{asked:?} at {at}: {written:?} was read as {read:?}, not as {allowed:?}; told: {codes:?}");
        (!right).then(told)
    }

    fn fact(&self, row: usize, index: usize) -> Option<&Fact> {
        let (code, id) = (format!("01.{}", row + 1), format!("1.{}", index + 1));
        self.submission.facts.iter().find(|fact| {
            self.rulebook.register.unit(fact.unit).code == code
                && self.rulebook.criteria.criterion(fact.criterion).id == id
        })
    }

    /// What an answer may be read as, and what the contract says besides of numbers of at most one without a percent
    /// sign: fractions, told once, where the threshold is at least 10 %; beside a larger one as they stand where it
    /// is below.
    fn allowed(&self, row: usize, index: usize, answer: &Answer) -> Vec<Said> {
        let mut allowed = answer.allowed.clone();
        let bare = |answer: &Answer| -> Vec<Exact> {
            answer.cells.iter().flatten().flat_map(|cell| cell.bare.iter().copied()).collect()
        };
        let others = self.answers.iter().enumerate().filter(|(other, _)| *other != row);
        let larger = others.flat_map(|(_, answers)| bare(&answers[index])).any(Exact::is_above_one);
        let key =
            self.rulebook.criteria.criteria.iter().position(|criterion| criterion.id == format!("1.{}", index + 1));
        let told = self.submission.findings.iter().any(|finding| {
            *finding.code == codes::FRACTION_AS_PERCENT && finding.criterion.map(CriterionKey::index) == key
        });
        for number in bare(answer).into_iter().filter(|number| number.is_within_one()) {
            match ASKED[index] {
                Asked::HighPercent if told => allowed.push(Said::figure(number.hundredfold())),
                Asked::LowPercent if larger => allowed.push(Said::figure(number)),
                _ => {}
            }
        }
        allowed
    }
}
