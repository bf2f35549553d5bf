//! The syntax of TOML: text to a tree of values, with what the parser objects to said in both languages.

use std::{collections::BTreeSet, mem, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    finding::{Finding, Place, codes},
    model::{Message, phrase, say},
};

use super::{
    MOST_MISTAKES, curly, day,
    source::{Source, quoted},
};

/// The values of a document, taken apart without recursion when they are dropped: dotted keys nest without end.
#[derive(Debug, Default)]
pub(super) struct Tree<'t> {
    root: DeTable<'t>,
    /// Lines whose syntax is broken, from 0.
    broken: BTreeSet<usize>,
}

impl<'t> Tree<'t> {
    pub(super) fn root(&self) -> &DeTable<'t> {
        &self.root
    }

    pub(super) fn is_broken(&self) -> bool {
        !self.broken.is_empty()
    }
}

impl Drop for Tree<'_> {
    fn drop(&mut self) {
        let mut rest = vec![Spanned::new(0..0, DeValue::Table(mem::take(&mut self.root)))];
        while let Some(value) = rest.pop() {
            match value.into_inner() {
                DeValue::Table(table) => rest.extend(table.into_iter().map(|(_, value)| value)),
                DeValue::Array(array) => rest.extend(array),
                _ => {}
            }
        }
    }
}

/// Reads the text as far as it can be read, and tells the first mistake of each broken line.
pub(super) fn parse<'t>(source: &Source<'t>) -> (Tree<'t>, Vec<Finding>) {
    let (mut root, mut errors) = DeTable::parse_recoverable(source.text());
    // The parser objects to what goes on behind a text without quotes before it objects to the text.
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    let mut tree = Tree { root: mem::take(root.get_mut()), broken: BTreeSet::new() };
    let mut mistakes = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        if tree.broken.insert(source.line(span.start)) && mistakes.len() < MOST_MISTAKES {
            mistakes.push(mistake(source, &span, error.message()));
        }
    }
    (tree, mistakes)
}

/// Returns whether `mistake` may only follow from broken syntax elsewhere: something seems missing, or it stands in
/// a broken line or under a broken header.
pub(super) fn follows_from_broken_lines(source: &Source<'_>, tree: &Tree<'_>, mistake: &Finding) -> bool {
    if [&codes::DEFINITION_SYNTAX, &codes::DUPLICATE_DEFINITION].contains(&mistake.code) {
        return false;
    }
    let Place::Definition(place) = &mistake.place else { return false };
    let line = source.line(place.start);
    let under_broken_header = source.header_of(line).is_some_and(|header| tree.broken.contains(&header));
    let of_its_own = [&codes::UNKNOWN_KEY, &codes::WRONG_VALUE].contains(&mistake.code) && place.end > 0;
    !of_its_own || under_broken_header || tree.broken.contains(&line)
}

fn mistake(source: &Source<'_>, span: &Range<usize>, objection: &str) -> Finding {
    let place = Place::Definition(source.place(span));
    let found = quoted(source.slice(span));
    if objection.starts_with("duplicate key") {
        let message =
            say!("Mục \"{found}\" được ghi hai lần trong cùng một bảng", "Key \"{found}\" is there twice in one table");
        return Finding::new(&codes::DUPLICATE_DEFINITION, place, message).quoting(found);
    }
    let written = source.run_at(span.start, |letter| letter.is_ascii_digit() || matches!(letter, '/' | '-' | '.'));
    if let Some(day) = day::meant(written) {
        let mistake = Finding::new(&codes::DEFINITION_SYNTAX, place, day::message()).quoting(written);
        return day::helped(mistake, day);
    }
    // Within a text of several lines they are letters like any other.
    let several_lines = objection.contains("multi-line") || objection.contains("escape");
    if let Some(mistake) = curly::mistake(source, span.start).filter(|_| !several_lines) {
        return mistake;
    }
    let Message { vi, en } = translated(objection, &found);
    let message = match found.as_str() {
        "" => say!("Chỗ này viết sai quy cách: {vi}", "Something is not well formed here: {en}"),
        _ => say!("Chỗ ghi {found} sai quy cách: {vi}", "What says {found} is not well formed: {en}"),
    };
    let mistake = Finding::new(&codes::DEFINITION_SYNTAX, place, message).quoting(found);
    if objection.starts_with("invalid date") { mistake.helped_by(real_day()) } else { mistake }
}

/// Says how to write a day that there is.
fn real_day() -> Message {
    say!(
        "Ghi một ngày có thật theo thứ tự năm-tháng-ngày, tháng từ 01 đến 12, như 2025-10-15",
        "Write a day that there is as year-month-day, with a month from 01 to 12, such as 2025-10-15"
    )
}

/// Says the parser's objection to what was `found` in both languages.
fn translated(objection: &str, found: &str) -> Message {
    if objection.starts_with("string values must be quoted") && found.is_empty() {
        return phrase!("thiếu giá trị sau dấu bằng", "a value is missing after the equals sign");
    }
    let objection = [", expected nothing", ", expected literal string"]
        .iter()
        .find_map(|idle| objection.strip_suffix(idle))
        .unwrap_or(objection);
    let vietnamese = OBJECTIONS.iter().find(|(start, _)| objection.starts_with(start)).map(|(_, vi)| *vi);
    Message { vi: vietnamese.unwrap_or("không theo cách ghi TOML").to_owned(), en: objection.to_owned() }
}

/// How the parser's objections begin, and what they mean.
const OBJECTIONS: &[(&str, &str)] = &[
    ("string values must be quoted", "chữ phải đặt trong ngoặc kép"),
    ("missing value", "thiếu giá trị sau dấu bằng"),
    ("key with no value", "thiếu dấu bằng và giá trị"),
    ("extra `=`", "thừa dấu bằng"),
    ("extra assignment", "thừa dấu bằng"),
    ("missing assignment", "thiếu dấu bằng"),
    ("unclosed array table", "thiếu dấu ]]"),
    ("unclosed table", "thiếu dấu ]"),
    ("unclosed array", "thiếu dấu ] ở cuối danh sách"),
    ("unclosed inline table", "thiếu dấu } ở cuối bảng"),
    ("invalid inline table element", "phần tử của bảng phải viết tên = giá trị"),
    ("missing comma", "thiếu dấu phẩy"),
    ("extra comma", "thừa dấu phẩy"),
    ("invalid basic string", "chuỗi chưa đóng ngoặc kép hoặc có ký tự không được phép"),
    ("invalid literal string", "chuỗi chưa đóng ngoặc đơn hoặc có ký tự không được phép"),
    ("invalid multi-line", "chuỗi nhiều dòng chưa đóng hoặc có ký tự không được phép"),
    ("missing escaped value", "sau dấu \\ phải là một ký tự điều khiển hợp lệ"),
    ("too few unicode", "mã ký tự Unicode thiếu chữ số"),
    ("invalid unquoted key", "tên mục có ký tự không được phép, hãy đặt trong ngoặc kép"),
    ("unquoted keys cannot be empty", "thiếu tên mục trước dấu bằng"),
    ("invalid date", "không có ngày này, ngày ghi như 2025-10-15"),
    ("invalid boolean", "chỉ ghi true hoặc false, chữ thường"),
    ("redundant numeric sign", "thừa dấu trước số"),
    ("invalid mantissa", "số thập phân phải có chữ số ở cả hai bên dấu chấm"),
    ("invalid key-value pair", "mỗi dòng phải viết tên = giá trị"),
    ("unexpected key or value", "mỗi dòng chỉ ghi một mục"),
    ("unexpected leading zero", "số không được bắt đầu bằng chữ số 0"),
    ("cannot extend value", "mục này đã có giá trị, không thể thêm mục con"),
    ("cannot recurse further", "lồng nhau quá nhiều lớp"),
    ("recursion limit", "lồng nhau quá nhiều lớp"),
    ("carriage return", "dấu xuống dòng không hợp lệ"),
    ("invalid comment character", "ghi chú có ký tự không được phép"),
    ("invalid value", "giá trị không hợp lệ"),
    ("`_` may only", "dấu _ chỉ được đứng giữa các chữ số"),
];
