//! Holds a document against its shape: unknown keys, missing keys, values of another form.

use std::ops::Range;

use toml::{Spanned, de::DeValue};

use crate::{
    finding::{DefinitionPlace, Finding, Place, codes},
    model::{Message, phrase, say},
    text::nearest,
};

use super::{
    Document, Form, Key, Presence, Shape, Table, day,
    table::{as_date, as_number, as_whole},
};

/// Records everything in the document that is not of its shape.
pub(super) fn check(document: &Document<'_>) {
    check_table(document, &document.root());
}

fn check_table(document: &Document<'_>, table: &Table<'_>) {
    let shape = table.shape();
    for (name, value) in table.entries() {
        match shape.key(name.get_ref()) {
            Some(key) => check_value(document, table, key.name, &key.form, value),
            None => report_unknown_key(document, name, shape),
        }
    }
    for key in shape.keys {
        if key.presence == Presence::Required && !table.has(key.name) {
            report_missing_key(document, &table.span(), key);
        }
    }
}

fn check_value(document: &Document<'_>, table: &Table<'_>, name: &str, form: &Form, value: &Spanned<DeValue<'_>>) {
    if document.is_full() {
        return;
    }
    match (form, value.get_ref()) {
        (Form::Table(_) | Form::WordOr(..), DeValue::Table(_)) => {
            if let Some(inner) = table.inner(name, value) {
                check_table(document, &inner);
            }
        }
        (Form::List(each), DeValue::Array(values)) => {
            values.iter().for_each(|value| check_value(document, table, name, each, value));
        }
        (Form::Several(each), DeValue::Array(values)) if !values.is_empty() => {
            values.iter().for_each(|value| check_value(document, table, name, each, value));
        }
        (form, value_found) if !fits(form, value_found) => report_wrong_value(document, name, form, value),
        _ => {}
    }
}

/// Returns whether a plain value is of `form`; tables and lists of it are walked into before.
fn fits(form: &Form, value: &DeValue<'_>) -> bool {
    match form {
        Form::Text => value.as_str().is_some_and(|text| !text.trim().is_empty() && is_printable(text)),
        Form::Blank => value.as_str().is_some_and(is_printable),
        Form::Matching(pattern) => value.as_str().is_some_and(pattern.fits),
        Form::Word(words) | Form::WordOr(words, _) => value.as_str().is_some_and(|text| words.contains(&text)),
        Form::Date => as_date(value).is_some(),
        Form::Whole(least, most) => as_whole(value).is_some_and(|number| (least..=most).contains(&&number)),
        Form::Number => as_number(value).is_some_and(|number| !number.is_negative()),
        Form::Truth => value.is_bool(),
        Form::List(_) | Form::Several(_) | Form::Table(_) => false,
    }
}

/// Returns whether the text can be printed on one line.
fn is_printable(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

fn report_unknown_key(document: &Document<'_>, name: &Spanned<toml::de::DeString<'_>>, shape: &Shape) {
    if document.is_full() {
        return;
    }
    let found = document.quote(&name.span());
    let allowed = listed(shape.keys.iter().map(|key| key.name));
    let message = match nearest(name.get_ref(), shape.keys.iter().map(|key| key.name)).first() {
        Some(near) => say!(
            "Không có mục \"{found}\" ở đây, có phải \"{near}\" không",
            "There is no key \"{found}\" here, did you mean \"{near}\""
        ),
        None => say!("Không có mục \"{found}\" ở đây", "There is no key \"{found}\" here"),
    };
    let help = say!("Các mục dùng được ở đây: {allowed}", "Keys that may stand here: {allowed}");
    let place = Place::Definition(document.place(&name.span()));
    let mistake = Finding::new(&codes::UNKNOWN_KEY, place, message).quoting(found).expecting(allowed).helped_by(help);
    document.record(mistake);
}

fn report_missing_key(document: &Document<'_>, span: &Range<usize>, key: &Key) {
    let (name, needed) = (key.name, described(&key.form));
    let message = say!("Thiếu mục \"{name}\"", "Key \"{name}\" is missing");
    let (vi, en) = (needed.vi, needed.en);
    let help = say!("Thêm mục \"{name}\": {vi}", "Add \"{name}\": {en}");
    let place = Place::Definition(document.place(span));
    document.record(Finding::new(&codes::MISSING_KEY, place, message).expecting(name).helped_by(help));
}

fn report_wrong_value(document: &Document<'_>, name: &str, form: &Form, value: &Spanned<DeValue<'_>>) {
    let found = document.quote(&value.span());
    if let Some(day) = day::meant(&found).filter(|_| matches!(form, Form::Date)) {
        let place = Place::Definition(document.place(&value.span()));
        let mistake = Finding::new(&codes::WRONG_VALUE, place, day::message()).quoting(found);
        return document.record(day::helped(mistake, day));
    }
    if let Some(right) = meant(form, value.get_ref()) {
        return document.record(written_otherwise(name, &found, &right, document.place(&value.span())));
    }
    let needed = described(form);
    let near = match (form, value.get_ref().as_str()) {
        (Form::Word(words) | Form::WordOr(words, _), Some(text)) => nearest(text, words.iter().copied()),
        _ => Vec::new(),
    };
    let (vi, en) = (&needed.vi, &needed.en);
    let message = match near.first() {
        Some(near) => say!(
            "Mục \"{name}\" ghi {found}, cần {vi}; có phải \"{near}\" không",
            "Key \"{name}\" says {found}, but needs {en}; did you mean \"{near}\""
        ),
        None => say!("Mục \"{name}\" ghi {found}, cần {vi}", "Key \"{name}\" says {found}, but needs {en}"),
    };
    let place = Place::Definition(document.place(&value.span()));
    let mistake = Finding::new(&codes::WRONG_VALUE, place, message).quoting(found).expecting(needed.en);
    document.record(mistake);
}

/// Returns what a value certainly means, as the form wants it written.
fn meant(form: &Form, value: &DeValue<'_>) -> Option<String> {
    match form {
        Form::Matching(pattern) => value.as_str().and_then(pattern.meant),
        _ => None,
    }
}

/// Tells a value that is understood, and how it must be written.
fn written_otherwise(name: &str, found: &str, right: &str, place: DefinitionPlace) -> Finding {
    let message = say!(
        "Mục \"{name}\" ghi {found}, cần viết là \"{right}\"",
        "Key \"{name}\" says {found}, but is to be written \"{right}\""
    );
    let help = say!("Ghi lại là \"{right}\"", "Write it as \"{right}\"");
    Finding::new(&codes::WRONG_VALUE, Place::Definition(place), message).quoting(found).expecting(right).helped_by(help)
}

/// Says what a form allows.
fn described(form: &Form) -> Message {
    match form {
        Form::Text => phrase!("một dòng chữ trong ngoặc kép", "a line of text in quotes"),
        Form::Blank => {
            phrase!("một dòng chữ trong ngoặc kép, có thể để trống", "a line of text in quotes, perhaps empty")
        }
        Form::Matching(pattern) => Message { vi: pattern.about.0.to_owned(), en: pattern.about.1.to_owned() },
        Form::Word(words) => {
            let words = listed(words.iter().copied());
            phrase!("một trong các từ: {words}", "one of the words: {words}")
        }
        Form::Date => {
            phrase!("một ngày có thật, viết như 2025-10-15 không ngoặc kép", "a day such as 2025-10-15 without quotes")
        }
        Form::Whole(least, most) if least == most => phrase!("số {least}", "the number {least}"),
        Form::Whole(least, u32::MAX) => phrase!("số nguyên từ {least} trở lên", "a whole number from {least} up"),
        Form::Whole(least, most) => phrase!("số nguyên từ {least} đến {most}", "a whole number from {least} to {most}"),
        Form::Number => {
            phrase!("một số không âm, phần lẻ viết sau dấu chấm", "a number, zero or more, with a decimal point")
        }
        Form::Truth => phrase!("true hoặc false", "true or false"),
        Form::List(each) | Form::Several(each) => {
            let Message { vi, en } = described(each);
            phrase!("danh sách trong ngoặc vuông, mỗi phần tử là {vi}", "a list in square brackets, each {en}")
        }
        Form::Table(shape) => {
            let keys = listed(shape.keys.iter().map(|key| key.name));
            phrase!("một bảng với các mục: {keys}", "a table with the keys: {keys}")
        }
        Form::WordOr(words, shape) => {
            let (words, keys) = (listed(words.iter().copied()), listed(shape.keys.iter().map(|key| key.name)));
            phrase!(
                "một trong các từ: {words}; hoặc bảng với mục: {keys}",
                "one of the words: {words}; or a table with: {keys}"
            )
        }
    }
}

fn listed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
