//! Sound workbooks with bytes changed at random: read or refused, never a panic, never cells out of order.

use std::{
    io::{Cursor, Read},
    sync::LazyLock,
};

use proptest::{collection::vec, prelude::*};
use rust_xlsxwriter::{DocProperties, Format, Formula, Workbook as Written};
use tdp::workbook::{Cell, Limits, read};
use zip::ZipArchive;

use crate::{one_table, packages::package};

/// The parts of a package: path, content.
type Parts = Vec<(String, Vec<u8>)>;

static SEED: LazyLock<Vec<u8>> = LazyLock::new(seed);
static PARTS: LazyLock<Parts> = LazyLock::new(|| parts(&SEED));

/// Files of the other formats: a package each, but for the one that is none.
static OTHERS: LazyLock<[Parts; 2]> = LazyLock::new(|| [one_table::ODS, one_table::XLSB].map(parts));

/// A workbook that has a little of everything.
fn seed() -> Vec<u8> {
    let mut written = Written::new();
    let sheet = written.add_worksheet().set_name("Biểu 1").unwrap();
    let percent = Format::new().set_num_format("0.0%").set_font_name(".VnTime");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.merge_range(0, 0, 0, 3, "BIỂU TỔNG HỢP", &Format::new()).unwrap();
    sheet.write(1, 0, "Tổ 1").unwrap().write(1, 1, "Tổ 2").unwrap().write(1, 2, true).unwrap();
    sheet.write_with_format(2, 0, 0.955, &percent).unwrap().write_with_format(2, 1, 45945, &day).unwrap();
    sheet.write_formula(2, 2, Formula::new("=A3/B3").set_result("#DIV/0!")).unwrap();
    sheet.set_row_hidden(2).unwrap().set_column_hidden(1).unwrap();
    written.add_worksheet().set_hidden(true).write(4, 4, 5).unwrap();
    written.set_properties(&DocProperties::new().set_custom_property("tdp-plan", "604"));
    written.save_to_buffer().unwrap()
}

/// The parts of `bytes`: path, content.
fn parts(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let parts = 0..archive.len();
    let read = |index| {
        let mut part = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        (part.name().unwrap().into_owned(), content)
    };
    parts.map(read).collect()
}

/// A change: where, in 65,536ths of the length, what to put there, and how many bytes to drop for it.
fn changes() -> impl Strategy<Value = Vec<(u16, Vec<u8>, usize)>> {
    let token = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        prop::sample::select(vec![
            "<",
            ">",
            "\"",
            "/>",
            "</c>",
            "<c>",
            "<c r='A1'>",
            "<f/>",
            "<v>",
            "</row>",
            "<sheetData>",
            "<!--",
            "-->",
            "]]>",
            "<![CDATA[",
            "<?",
            "&amp;",
            "&#0;",
            " r=\"ZZZZZZZZ99999999999\"",
            " hidden='1'",
            "4294967296",
            "-1",
            "1e999",
            "NaN",
        ])
        .prop_map(|token| token.as_bytes().to_vec()),
    ];
    vec((any::<u16>(), token, 0..4_usize), 1..4)
}

fn change(content: &mut Vec<u8>, changes: &[(u16, Vec<u8>, usize)]) {
    for (place, token, dropped) in changes {
        let at = content.len() * usize::from(*place) / 65_536;
        let end = (at + dropped).min(content.len());
        content.splice(at..end, token.iter().copied());
    }
}

fn holds(bytes: &[u8]) {
    let limits = Limits { part_bytes: 1 << 20, ..Limits::default() };
    if let Ok(workbook) = read("biểu.xlsx", bytes, &limits) {
        for sheet in &workbook.sheets {
            assert!(sheet.cells().is_sorted_by(|a, b| a.at < b.at));
            assert!(sheet.cells().iter().all(|cell| sheet.format(cell).is_some()));
        }
    }
}

/// Where no cell has the shape that every program writes, calamine reads them all: what it finds must be found where
/// they have it. Damage that touches no cell is its affair alone.
fn holds_either_way(parts: &[(&str, &[u8])]) {
    let spread = |content: &[u8]| String::from_utf8_lossy(content).replace("<c r=\"", "<c  r=\"").into_bytes();
    let unusual: Vec<(&str, Vec<u8>)> = parts.iter().map(|(path, content)| (*path, spread(content))).collect();
    let unusual: Vec<(&str, &[u8])> = unusual.iter().map(|(path, content)| (*path, content.as_slice())).collect();
    let cells = |parts: &[(&str, &[u8])]| {
        let workbook = read("biểu.xlsx", &package(parts), &Limits::default()).ok()?;
        let cell = |cell: &Cell| (cell.at, cell.value.clone(), cell.formula, cell.format);
        Some(workbook.sheets.iter().map(|sheet| sheet.cells().iter().map(cell).collect()).collect::<Vec<Vec<_>>>())
    };
    if let Some(found) = cells(&unusual) {
        assert_eq!(cells(parts), Some(found));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_package_is_read_or_refused(changes in changes()) {
        let mut bytes = SEED.clone();
        change(&mut bytes, &changes);
        holds(&bytes);
    }

    #[test]
    fn a_changed_part_is_read_or_refused(which in any::<prop::sample::Index>(), changes in changes()) {
        let mut parts = PARTS.clone();
        let which = which.index(parts.len());
        change(&mut parts[which].1, &changes);
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(path, content)| (path.as_str(), content.as_slice())).collect();
        holds(&package(&parts));
    }

    #[test]
    fn cells_of_the_usual_shape_say_what_calamine_would(which in any::<prop::sample::Index>(), changes in changes()) {
        let mut parts = PARTS.clone();
        let sheets: Vec<usize> = (0..parts.len()).filter(|index| parts[*index].0.contains("sheets/")).collect();
        change(&mut parts[*which.get(&sheets)].1, &changes);
        // Letters that are no tags, and bytes that are no letters, would not be the same with more spaces.
        let is_text = |content: &[u8]| std::str::from_utf8(content).is_ok_and(|content| !content.contains("CDATA"));
        if parts.iter().all(|(_, content)| is_text(content)) {
            let parts: Vec<(&str, &[u8])> = parts.iter().map(|(path, content)| (path.as_str(), content.as_slice())).collect();
            holds_either_way(&parts);
        }
    }

    #[test]
    fn a_changed_file_of_another_format_is_read_or_refused(
        changes in changes(),
        file in prop::sample::select(vec![one_table::XLS, one_table::ODS, one_table::XLSB]),
    ) {
        let mut bytes = file.to_vec();
        change(&mut bytes, &changes);
        holds(&bytes);
    }

    #[test]
    fn a_byte_changed_in_an_old_workbook_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = one_table::XLS.to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        holds(&bytes);
    }

    #[test]
    fn a_changed_part_of_another_format_is_read_or_refused(
        file in 0..2_usize,
        which in any::<prop::sample::Index>(),
        changes in changes(),
    ) {
        let mut parts = OTHERS[file].clone();
        let which = which.index(parts.len());
        change(&mut parts[which].1, &changes);
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(path, content)| (path.as_str(), content.as_slice())).collect();
        holds(&package(&parts));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..2000), magic in prop::sample::select(vec!["", "PK\u{3}\u{4}", "<?xml", "a;b\n"])) {
        holds(&[magic.as_bytes(), &bytes].concat());
    }
}
