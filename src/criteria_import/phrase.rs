//! What a requirement says in words, as far as words alone tell: its comparison, its numbers, and what is not certain.

use std::ops::Range;

use chrono::NaiveDate;

use crate::{
    criteria::{Against, Comparison, comparison_in_words},
    model::{Message, phrase},
};

use super::{
    day::{bare_day_at_end, days},
    grid::is_bullet,
    numbers_in_words,
    relative::relative,
    unit::Unit,
    words,
};

/// A requirement as its words say it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Phrase {
    /// It is so, or it is not.
    Yes,
    /// A task, perhaps by a day.
    Done(Option<NaiveDate>),
    /// One number as written, the comparison with it, and the words behind it.
    Number { comparison: Comparison, number: String, unit: String },
    /// From one number to another.
    Range { low: String, high: String, unit: String },
    /// None of something.
    None(String),
    /// Compared with a figure that is not in the document.
    Relative(Comparison, Against),
}

/// A phrase, and why it is not certain.
pub(super) struct Read {
    pub phrase: Phrase,
    pub doubts: Vec<Message>,
}

/// Words behind a number that belong to its comparison.
const AFTER: &[&str] = &["trở lên", "trở xuống"];

/// Reads a requirement, canonical; `title` is that of its criterion, canonical.
pub(super) fn read(text: &str, title: &str) -> Read {
    let text = &*numbers_in_words::in_digits(without_bullet(text.trim_matches(['.', ';', ',', ':', ' '])));
    if let Some(read) = done(text).or_else(|| relative(text)) {
        return read;
    }
    match numbers(text).as_slice() {
        [] => without_number(text),
        [only] => one_number(text, only, title),
        [low, high] => range(text, low, high).unwrap_or_else(|| several(text, low, title)),
        [first, ..] => several(text, first, title),
    }
}

/// Takes the bullet off a line: "- đạt". What stands before a number may be its sign: "-3%", "- 3%".
fn without_bullet(text: &str) -> &str {
    let bullet = text.chars().next().filter(|first| is_bullet(*first));
    let rest = bullet.and_then(|bullet| text.strip_prefix(bullet)?.strip_prefix(' ')).map(str::trim_start);
    let is_word = |rest: &&str| !rest.starts_with(|next: char| next.is_ascii_digit());
    rest.filter(is_word).unwrap_or(text)
}

fn certain(phrase: Phrase) -> Read {
    Read { phrase, doubts: Vec::new() }
}

/// Returns where numbers stand: digits that are no part of a word, with their separators.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let is_digit = letter.is_ascii_digit();
        let next_is_digit = text.get(at + 1..).is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
        match found.last_mut().filter(|last| last.end == at) {
            Some(last) if is_digit || matches!(letter, '.' | ',') && next_is_digit => last.end = at + 1,
            None if is_digit && !before.is_alphabetic() => found.push(at..at + 1),
            _ => {}
        }
        before = letter;
    }
    found
}

/// Returns the numbers of a canonical text that have a unit behind them, or a sign of comparison before them.
pub(super) fn figures(text: &str) -> Vec<&str> {
    let is_figure = |at: &Range<usize>| {
        let (before, behind) = (slice(text, 0..at.start).trim_end(), slice(text, at.end..text.len()).trim_start());
        before.ends_with(['≥', '≤', '>', '<', '=']) || behind.starts_with('%') || Unit::leading(behind).is_some()
    };
    numbers(text).into_iter().filter(is_figure).map(|at| slice(text, at)).collect()
}

fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

fn without_number(text: &str) -> Read {
    if words::is_yes(text) {
        return certain(Phrase::Yes);
    }
    if let Some(what) = words::none_of(text) {
        let is_certain = words::is_nothing_more(what) || words::is_plain(what);
        let doubts = if is_certain { Vec::new() } else { vec![not_understood(what)] };
        return Read { phrase: Phrase::None(what.to_owned()), doubts };
    }
    if text == "không" {
        let doubt = phrase!("chữ \"không\" hiểu là không có", "\"không\" is taken for none");
        return Read { phrase: Phrase::None(String::new()), doubts: vec![doubt] };
    }
    let why = if joins_conditions(text) { several_conditions() } else { no_threshold() };
    Read { phrase: Phrase::Yes, doubts: vec![why] }
}

fn done(text: &str) -> Option<Read> {
    let rest = words::done(text)?;
    if rest.is_empty() {
        return Some(certain(Phrase::Done(None)));
    }
    let (day, at, word) = match days(rest).as_slice() {
        [] => bare_day_at_end(rest).map(|(day, at)| (day, at, ""))?,
        [(day, at)] if at.end == rest.len() => (*day, at.start, " ngày"),
        _ => return None,
    };
    let doubts = match slice(rest, 0..at).trim() {
        "đến" | "đến hết" | "trong" | "chậm nhất" | "chậm nhất đến" | "xong đến" | "muộn nhất" => {
            Vec::new()
        }
        words => vec![phrase!(
            "\"{words}{word}\" hiểu là chậm nhất ngày đó",
            "\"{words}{word}\" is taken for that day at the latest"
        )],
    };
    Some(Read { phrase: Phrase::Done(Some(day)), doubts })
}

/// "đạt từ 95 % trở lên", "có ít nhất 1 mô hình", "10 hộ trở lên".
fn one_number(text: &str, at: &Range<usize>, title: &str) -> Read {
    let (before, number) = (slice(text, 0..at.start).trim(), slice(text, at.clone()));
    let (after, unit) = behind(slice(text, at.end..text.len()).trim());
    let (lead, comparison) = compared(before, after);
    let mut doubts = Vec::new();
    let says_nothing = words::is_filler(lead) || words::names_title(lead, title);
    if joins_conditions(text) && !says_nothing || joins_conditions(&unit) {
        doubts.push(several_conditions());
    } else if !says_nothing {
        doubts.push(not_understood(lead));
    }
    let is_all = number == "100" && unit.starts_with('%') && after.is_empty();
    let is_zero = number.chars().all(|letter| matches!(letter, '0' | ',' | '.')) && after.is_empty();
    let comparison = comparison.unwrap_or_else(|| {
        if is_zero {
            return Comparison::Equal;
        }
        if !is_all {
            doubts.push(no_comparison());
        }
        Comparison::AtLeast
    });
    Read { phrase: Phrase::Number { comparison, number: number.to_owned(), unit }, doubts }
}

/// Returns the words of the comparison behind a number, and what else stands there.
fn behind(text: &str) -> (&str, String) {
    for words in AFTER {
        // "95 % trở lên", "10 hộ trở lên", "95 % trở lên số hộ".
        if let Some((before, after)) = text.split_once(words) {
            let unit = format!("{} {}", before.trim(), after.trim());
            return (words, unit.trim().to_owned());
        }
    }
    ("", text.to_owned())
}

/// Returns the comparison that the last words before a number are, the longest first, and what stands before those.
fn compared<'t>(before: &'t str, after: &str) -> (&'t str, Option<Comparison>) {
    // "Tối thiểu đạt 95 %".
    let before = before.strip_suffix(" đạt").unwrap_or(before);
    let starts = std::iter::once(0).chain(before.match_indices(' ').map(|(at, _)| at + 1)).chain([before.len()]);
    let split = starts.map(|at| before.split_at(at));
    let mut found = split.filter_map(|(lead, words)| Some((lead.trim(), comparison_in_words(words, after)?)));
    found.next().map_or((before, None), |(lead, comparison)| (lead, Some(comparison)))
}

/// "từ 2 đến 5 mô hình".
fn range(text: &str, low: &Range<usize>, high: &Range<usize>) -> Option<Read> {
    let lead = slice(text, 0..low.start).trim().strip_suffix("từ")?.trim();
    let between = slice(text, low.end..high.start).trim();
    let percent = between.strip_prefix('%').map(str::trim);
    let unit = slice(text, high.end..text.len()).trim();
    let fits =
        words::is_filler(lead) && percent.unwrap_or(between) == "đến" && (percent.is_none() || unit.starts_with('%'));
    let number = |at: &Range<usize>| slice(text, at.clone()).to_owned();
    fits.then(|| certain(Phrase::Range { low: number(low), high: number(high), unit: unit.to_owned() }))
}

/// More numbers than one: the first is taken, and that is told.
fn several(text: &str, first: &Range<usize>, title: &str) -> Read {
    let second = numbers(text).get(1).map_or(text.len(), |second| second.start);
    let alone = slice(text, 0..second).trim_end_matches(['-', '/', '(', ' ']);
    let mut read = one_number(alone, first, title);
    let why = if joins_conditions(text) { several_conditions() } else { several_numbers() };
    read.doubts = vec![why];
    read
}

/// Signs and words that join conditions, or set some units apart.
const JOINS: &[&str] = &[
    ";",
    " và ",
    " hoặc ",
    " hay ",
    " đồng thời ",
    "trong đó",
    "riêng ",
    "đối với",
    "trừ ",
    "nếu ",
    " ở ",
    " tại ",
    ", ",
];

fn joins_conditions(text: &str) -> bool {
    let text = format!("{text} ");
    JOINS.iter().any(|join| text.contains(join))
}

/// Why words behind or before a number leave it uncertain.
pub(super) fn not_understood(words: &str) -> Message {
    phrase!("chưa hiểu các chữ \"{words}\"", "the words \"{words}\" are not understood")
}

fn no_comparison() -> Message {
    phrase!(
        "không có chữ nào cho biết phải từ mức đó trở lên hay trở xuống",
        "no word says whether at least or at most so much is needed"
    )
}

fn no_threshold() -> Message {
    phrase!("không thấy ngưỡng", "no threshold is seen")
}

/// Why a requirement that may be several ones is uncertain.
pub(super) fn several_conditions() -> Message {
    phrase!(
        "có vẻ gồm nhiều điều kiện, hoặc mức khác nhau cho từng nơi",
        "it seems to hold several conditions, or other thresholds for some places"
    )
}

fn several_numbers() -> Message {
    phrase!("có hơn một số, chỉ số đầu được dùng", "there is more than one number, and the first is used")
}
