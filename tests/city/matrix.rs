//! The biểu tổng hợp of a ward: a row a group, a figure and a claim a criterion, under three rows of headings.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::{
    exact::{Exact, whole},
    paper::{self, Filled, Looks, Place, Places},
    rules::{HOUSEHOLDS, Kind, RULES, Rule, STANDARDS},
    truth::{Group, Numbered, Told, Value, Ward},
};

const SHEET: &str = "Biểu tổng hợp";
const HEAD: u32 = 6;
const FIRST: u16 = 3;

/// Returns the filled-in biểu of a ward; `achieved` tells what follows from a value.
pub(crate) fn fill(
    ward: &Ward,
    numbered: Numbered,
    achieved: fn(&Group, &Rule, Told) -> bool,
) -> Result<Filled, XlsxError> {
    let mut book: Workbook = paper::blank_workbook()?;
    let looks = Looks::new(10.0);
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET)?;
    let last = notes_column();
    let title = "BIỂU TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ TỔ DÂN PHỐ, BẢN TỰ QUẢN, PHÁT TRIỂN TOÀN DIỆN NĂM 2025";
    paper::letterhead(sheet, &looks, ward, title, last)?;
    headings(sheet, &looks, ward)?;
    let mut row = HEAD + 3;
    if numbered == Numbered::Yes {
        for column in 0..=last {
            sheet.write_string_with_format(row, column, format!("({})", column + 1), &looks.centred)?;
        }
        row += 1;
    }
    sheet.set_freeze_panes(row, 2)?;
    let mut places = Places::new();
    for (index, group) in ward.groups.iter().enumerate() {
        group_row(sheet, &looks, row, index, group, achieved)?;
        places.extend(columns().map(|(rule, column)| {
            let claim = if rule.measured() { column + 1 } else { column };
            ((group.code.clone(), rule.id), Place::new(SHEET, row, column, claim))
        }));
        row += 1;
    }
    totals_row(sheet, &looks, row, ward)?;
    paper::signatures(sheet, &looks, row + 2, last, ("NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"))?;
    sheet.set_row_height(row + 2, 34)?;
    page(sheet)?;
    Ok(Filled { bytes: book.save_to_buffer()?, places })
}

/// Returns every criterion with the column where it begins.
fn columns() -> impl Iterator<Item = (&'static Rule, u16)> {
    RULES.iter().scan(FIRST, |next, rule| {
        let column = *next;
        *next += width(rule);
        Some((rule, column))
    })
}

fn width(rule: &Rule) -> u16 {
    if rule.measured() { 2 } else { 1 }
}

fn notes_column() -> u16 {
    FIRST + RULES.iter().map(width).sum::<u16>()
}

fn headings(sheet: &mut Worksheet, looks: &Looks, ward: &Ward) -> Result<(), XlsxError> {
    let head = &looks.head;
    for (column, label) in [(0, "TT"), (1, paper::names_heading(ward)), (2, HOUSEHOLDS), (notes_column(), "Ghi chú")] {
        sheet.merge_range(HEAD, column, HEAD + 2, column, label, head)?;
    }
    for (standard, title) in STANDARDS {
        let of_it: Vec<u16> = columns()
            .filter(|(rule, _)| rule.standard() == standard)
            .map(|(rule, column)| column + width(rule))
            .collect();
        let first = columns().find(|(rule, _)| rule.standard() == standard).map_or(FIRST, |(_, column)| column);
        let end = of_it.last().map_or(first, |next| next - 1);
        sheet.merge_range(HEAD, first, HEAD, end, &format!("Tiêu chuẩn {standard}: {title}"), head)?;
    }
    for (rule, column) in columns() {
        let label = format!("{}. {}", rule.id, rule.title);
        if rule.measured() {
            sheet.merge_range(HEAD + 1, column, HEAD + 1, column + 1, &label, head)?;
            sheet.write_string_with_format(HEAD + 2, column, "Kết quả", head)?;
            sheet.write_string_with_format(HEAD + 2, column + 1, "Tự ĐG", head)?;
        } else {
            sheet.merge_range(HEAD + 1, column, HEAD + 2, column, &label, head)?;
        }
    }
    Ok(())
}

fn group_row(
    sheet: &mut Worksheet,
    looks: &Looks,
    row: u32,
    index: usize,
    group: &Group,
    achieved: fn(&Group, &Rule, Told) -> bool,
) -> Result<(), XlsxError> {
    sheet.set_row_height(row, 18)?;
    sheet.write_number_with_format(row, 0, f64::from(u32::try_from(index + 1).unwrap_or(0)), &looks.centred)?;
    sheet.write_string_with_format(row, 1, &group.written, &looks.text)?;
    sheet.write_number_with_format(row, 2, whole(group.households).cell(), &looks.number)?;
    sheet.write_blank(row, notes_column(), &looks.text)?;
    for ((rule, column), told) in columns().zip(&group.told) {
        let tick = paper::tick(*told, achieved(group, rule, *told));
        if !rule.measured() {
            write_word(sheet, looks, row, column, tick)?;
            continue;
        }
        figure(sheet, looks, row, column, rule, told.value)?;
        let beside = if matches!(told.value, Value::NotApplicable) { None } else { tick };
        write_word(sheet, looks, row, column + 1, beside)?;
    }
    Ok(())
}

fn figure(
    sheet: &mut Worksheet,
    looks: &Looks,
    row: u32,
    column: u16,
    rule: &Rule,
    value: Value,
) -> Result<(), XlsxError> {
    let Some(figure) = value.figure() else {
        let not_applicable = matches!(value, Value::NotApplicable).then_some("Không áp dụng");
        return write_word(sheet, looks, row, column, not_applicable);
    };
    match rule.kind {
        Kind::Percent => {
            let share = Exact { over: figure.over, under: figure.under * 100 };
            sheet.write_number_with_format(row, column, share.cell(), &looks.percent)?
        }
        Kind::Amount => sheet.write_number_with_format(row, column, figure.cell(), &looks.tenths)?,
        Kind::Count | Kind::YesNo => sheet.write_number_with_format(row, column, figure.cell(), &looks.number)?,
    };
    Ok(())
}

fn write_word(
    sheet: &mut Worksheet,
    looks: &Looks,
    row: u32,
    column: u16,
    word: Option<&str>,
) -> Result<(), XlsxError> {
    match word {
        Some(word) => sheet.write_string_with_format(row, column, word, &looks.centred)?,
        None => sheet.write_blank(row, column, &looks.centred)?,
    };
    Ok(())
}

fn totals_row(sheet: &mut Worksheet, looks: &Looks, row: u32, ward: &Ward) -> Result<(), XlsxError> {
    for column in 0..=notes_column() {
        sheet.write_blank(row, column, &looks.strong)?;
    }
    let households: i64 = ward.groups.iter().map(|group| group.households).sum();
    sheet.write_string_with_format(row, 1, "Tổng cộng", &looks.strong)?;
    sheet.write_number_with_format(row, 2, whole(households).cell(), &looks.number.clone().set_bold())?;
    Ok(())
}

fn page(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 4)?;
    sheet.set_column_width(1, 20)?;
    sheet.set_column_width(2, 7)?;
    for (rule, column) in columns() {
        sheet.set_column_width(column, if rule.measured() { 8.0 } else { 10.0 })?;
        if rule.measured() {
            sheet.set_column_width(column + 1, 8.0)?;
        }
    }
    sheet.set_column_width(notes_column(), 12)?;
    sheet.set_row_height(HEAD, 30)?;
    sheet.set_row_height(HEAD + 1, 86)?;
    sheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(2, 0).set_margins(1.2, 0.7, 0.8, 0.8, 0.3, 0.3);
    sheet.set_repeat_rows(HEAD, HEAD + 2)?;
    sheet.set_repeat_columns(0, 1)?;
    Ok(())
}
