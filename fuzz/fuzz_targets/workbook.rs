//! Real files changed inside: read and judged, or refused with a reason; never a panic, never cells out of order.
//!
//! An input names a file and what is changed in which of its parts, so that the parts of a package are changed as they
//! are before they are packed; changes of the packed bytes would hardly ever get past their checksums.
#![no_main]

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use tdp::{
    Input,
    facts::Receiving,
    layout::Lexicon,
    model::{FileKey, Language},
    plan::Rulebook,
    workbook::{Limits, read},
};
use tdp_fuzz::Seed;

static SEEDS: LazyLock<Vec<Seed>> = LazyLock::new(tdp_fuzz::seeds);
static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(tdp_fuzz::rulebook);
static LEXICON: LazyLock<Lexicon<'static>> = LazyLock::new(|| Lexicon::new(&RULEBOOK));

/// What stands in the parts of workbooks, and what would mislead a reader of them.
const TOKENS: &[&[u8]] = &[
    b"<",
    b">",
    b"/>",
    b"\"",
    b"'",
    b"</c>",
    b"<c>",
    b"<c r=\"A1\">",
    b"<f/>",
    b"<v>",
    b"</v>",
    b"</row>",
    b"<row>",
    b"<row r=\"1\" hidden=\"1\">",
    b"<sheetData>",
    b"</sheetData>",
    b"<is><t>",
    b"<!--",
    b"-->",
    b"]]>",
    b"<![CDATA[",
    b"<?",
    b"?>",
    b"<!DOCTYPE a [",
    b"&amp;",
    b"&#0;",
    b"&#xD800;",
    b"&lt",
    b" r=\"ZZZZZZZ99999999999\"",
    b" hidden=\"1\"",
    b" t=\"s\"",
    b" t=\"e\"",
    b" t=\"inlineStr\"",
    b" s=\"65535\"",
    b"<mergeCell ref=\"A1:XFD1048576\"/>",
    b"<table:table-row>",
    b"</table:table-row>",
    b"<table:table-cell>",
    b"</table:table-cell>",
    b" table:number-columns-repeated=\"16384\"",
    b" table:number-rows-repeated=\"1048576\"",
    b" table:number-columns-spanned=\"3\"",
    b" office:value-type=\"float\" office:value=\"1e308\"",
    b"<text:p>",
    b"</text:p>",
    b"<text:s text:c=\"99\"/>",
    b" table:visibility=\"collapse\"",
    b"4294967296",
    b"-1",
    b"1e999",
    b"NaN",
    b"0",
    b"95,5",
    b"100%",
    b"120/125",
    b"\"",
    b";",
    b"\n",
    b"\r\n",
    b"\t",
    b"\0",
    b"\xFF\xFF",
    b"\xFF\xFF\xFF\xFF",
    b"\x3C\0\0\0",
    b"\x09\x08\x10\0",
    b"\x0A\0\0\0",
    b"\xE1\xBB\x91",
    b"\xFE\xFF",
];

/// A file, changed.
#[derive(Arbitrary, Debug)]
struct Changed {
    file: u8,
    changes: Vec<Change>,
}

/// A change in one of the parts.
#[derive(Arbitrary, Debug)]
struct Change {
    part: u8,
    at: u32,
    what: What,
}

/// What becomes of the bytes at a place; lengths and tokens wrap round.
#[derive(Arbitrary, Debug)]
enum What {
    Set(u8),
    Flip(u8),
    Token(u8),
    TokenOver { token: u8, dropped: u8 },
    Drop(u16),
    Repeat { length: u16, times: u8 },
    CopyFrom { from: u32, length: u16 },
    Digits(u32),
    Bytes(Vec<u8>),
    Truncate,
    DropPart,
    Swap(u8),
}

fuzz_target!(|changed: Changed| {
    let mut seed = SEEDS[usize::from(changed.file) % SEEDS.len()].clone();
    for change in changed.changes.iter().take(12) {
        make(&mut seed, change);
    }
    let bytes = seed.bytes();
    let limits = Limits { part_bytes: 4 << 20, ..Limits::default() };
    let Ok(book) = read(&seed.name, &bytes, &limits) else { return };
    for sheet in &book.sheets {
        assert!(sheet.cells().is_sorted_by(|a, b| a.at < b.at), "cells out of order");
        assert!(sheet.cells().iter().all(|cell| sheet.format(cell).is_some()), "a cell without a format");
        assert!(sheet.hidden_rows.is_sorted_by(|a, b| a < b) && sheet.hidden_columns.is_sorted_by(|a, b| a < b));
        assert!(sheet.merges.iter().all(|(first, last)| first.row <= last.row && first.column <= last.column));
    }
    let input = Input { path: &seed.name, bytes: &bytes };
    let submission = tdp::receive(&LEXICON, FileKey::new(0), input, &Receiving::default());
    for finding in &submission.findings {
        assert!(!finding.message.in_language(Language::Vietnamese).is_empty());
    }
    let received = tdp::gather(RULEBOOK.clone(), vec![submission], None);
    let day = NaiveDate::from_ymd_opt(2025, 10, 15).expect("a day");
    let assessment = tdp::assess(received, day, None);
    assert!(!assessment.scorecards.is_empty());
});

fn make(seed: &mut Seed, change: &Change) {
    let which = usize::from(change.part) % seed.parts.len();
    let other = match change.what {
        What::Swap(other) => usize::from(other) % seed.parts.len(),
        _ => which,
    };
    if other != which {
        let content = seed.parts[other].1.clone();
        seed.parts[which].1 = content;
        return;
    }
    if matches!(change.what, What::DropPart) && seed.parts.len() > 1 {
        seed.parts.remove(which);
        return;
    }
    let part = &mut seed.parts[which].1;
    let at = change.at as usize % (part.len() + 1);
    let end = |length: usize| (at + length).min(part.len());
    let token = |token: u8| TOKENS[usize::from(token) % TOKENS.len()];
    match &change.what {
        What::Set(byte) => part.get_mut(at).into_iter().for_each(|place| *place = *byte),
        What::Flip(bit) => part.get_mut(at).into_iter().for_each(|place| *place ^= 1 << (bit % 8)),
        What::Token(which) => put(part, at, at, token(*which)),
        What::TokenOver { token: which, dropped } => put(part, at, end(usize::from(*dropped) % 64), token(*which)),
        What::Drop(length) => put(part, at, end(usize::from(*length)), b""),
        What::Repeat { length, times } => {
            let piece = part[at..end(usize::from(*length) % 2048)].repeat(usize::from(times % 16));
            put(part, at, at, &piece);
        }
        What::CopyFrom { from, length } => {
            let from = *from as usize % (part.len() + 1);
            let piece = part[from..(from + usize::from(*length) % 2048).min(part.len())].to_vec();
            put(part, at, at, &piece);
        }
        What::Digits(number) => {
            // The next number in the part becomes another one.
            let digit = |byte: &u8| byte.is_ascii_digit();
            let Some(start) = part[at..].iter().position(digit).map(|gap| at + gap) else { return };
            let length = part[start..].iter().take_while(|byte| digit(byte)).count();
            put(part, start, start + length, number.to_string().as_bytes());
        }
        What::Bytes(bytes) => put(part, at, end(bytes.len()), bytes),
        What::Truncate => part.truncate(at),
        What::DropPart | What::Swap(_) => {}
    }
}

fn put(part: &mut Vec<u8>, from: usize, to: usize, piece: &[u8]) {
    part.splice(from..to, piece.iter().copied());
}
