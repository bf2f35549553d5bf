//! The phiếu of a group: a sheet of its own, a row a criterion.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::{
    exact::{Exact, whole},
    paper::{self, Filled, Looks, Place, Places},
    rules::{Kind, RULES, Rule, STANDARDS},
    truth::{CardColumns, Group, GroupKind, Told, Value, Ward},
};

const HEAD: u32 = 7;
const ROMAN: [&str; 6] = ["I", "II", "III", "IV", "V", "VI"];

/// Which column of a phiếu holds what.
struct Columns {
    part: Option<u16>,
    figure: u16,
}

impl Columns {
    fn of(columns: CardColumns) -> Columns {
        match columns {
            CardColumns::PartsAndResult => Columns { part: Some(3), figure: 5 },
            CardColumns::Result => Columns { part: None, figure: 3 },
        }
    }

    fn claim(&self) -> u16 {
        self.figure + 1
    }

    fn evidence(&self) -> u16 {
        self.figure + 2
    }

    fn notes(&self) -> u16 {
        self.figure + 3
    }
}

/// Returns the filled-in phiếu of every group of a ward; `achieved` tells what follows from a value.
pub(crate) fn fill(
    ward: &Ward,
    columns: CardColumns,
    achieved: fn(&Group, &Rule, Told) -> bool,
) -> Result<Filled, XlsxError> {
    let mut book = paper::blank_workbook()?;
    let looks = Looks::new(12.0);
    let columns = Columns::of(columns);
    let mut places = Places::new();
    for group in &ward.groups {
        let sheet = book.add_worksheet();
        sheet.set_name(&group.written)?;
        paper::letterhead(sheet, &looks, ward, "PHIẾU TỰ ĐÁNH GIÁ", columns.notes())?;
        let unit = format!("Đơn vị: {}, {}", group.written, ward.name_in_text());
        sheet.merge_range(5, 0, 5, columns.notes(), &unit, &looks.plain)?;
        headings(sheet, &looks, &columns)?;
        let end = rows(sheet, &looks, &columns, group, achieved, &mut places)?;
        let head = match group.kind {
            GroupKind::Street => "TỔ TRƯỞNG",
            GroupKind::Village => "TRƯỞNG BẢN",
        };
        paper::signatures(sheet, &looks, end + 1, columns.notes(), ("NGƯỜI LẬP PHIẾU", head))?;
        page(sheet, &columns)?;
    }
    Ok(Filled { bytes: book.save_to_buffer()?, places })
}

fn headings(sheet: &mut Worksheet, looks: &Looks, columns: &Columns) -> Result<(), XlsxError> {
    let mut labels = vec!["TT", "Tiêu chuẩn, tiêu chí", "Yêu cầu"];
    if columns.part.is_some() {
        labels.extend(["Số đạt", "Tổng số"]);
    }
    labels.extend(["Kết quả thực hiện", "Tự đánh giá", "Minh chứng", "Ghi chú"]);
    for (column, label) in (0..).zip(labels) {
        sheet.write_string_with_format(HEAD, column, label, &looks.head)?;
    }
    Ok(())
}

/// Writes a row a standard and a row a criterion; returns the row below the last.
fn rows(
    sheet: &mut Worksheet,
    looks: &Looks,
    columns: &Columns,
    group: &Group,
    achieved: fn(&Group, &Rule, Told) -> bool,
    places: &mut Places,
) -> Result<u32, XlsxError> {
    let mut row = HEAD + 1;
    for ((standard, title), roman) in STANDARDS.iter().zip(ROMAN) {
        for column in 0..=columns.notes() {
            sheet.write_blank(row, column, &looks.strong)?;
        }
        sheet.write_string_with_format(row, 0, roman, &looks.strong.clone().set_align(CENTRE))?;
        sheet.write_string_with_format(row, 1, format!("Tiêu chuẩn {standard}: {title}"), &looks.strong)?;
        row += 1;
        for (rule, told) in RULES.iter().zip(&group.told).filter(|(rule, _)| rule.standard() == *standard) {
            criterion_row(sheet, looks, columns, row, group, rule, *told, achieved(group, rule, *told))?;
            let figure = if rule.measured() { columns.figure } else { columns.claim() };
            places.insert((group.code.clone(), rule.id), Place::new(&group.written, row, figure, columns.claim()));
            row += 1;
        }
    }
    Ok(row)
}

const CENTRE: rust_xlsxwriter::FormatAlign = rust_xlsxwriter::FormatAlign::Center;

#[expect(clippy::too_many_arguments, reason = "a row of a form has that many things in it")]
fn criterion_row(
    sheet: &mut Worksheet,
    looks: &Looks,
    columns: &Columns,
    row: u32,
    group: &Group,
    rule: &Rule,
    told: Told,
    achieved: bool,
) -> Result<(), XlsxError> {
    let bound = if group.kind == GroupKind::Village { rule.village } else { rule.street };
    sheet.set_row_height(row, 18)?;
    for column in 0..=columns.notes() {
        sheet.write_blank(row, column, &looks.centred)?;
    }
    sheet.write_string_with_format(row, 0, rule.id, &looks.centred)?;
    sheet.write_string_with_format(row, 1, rule.title, &looks.text)?;
    sheet.write_string_with_format(row, 2, bound.wording(rule.kind), &looks.centred)?;
    if let (Some(column), Value::Share(part, whole)) = (columns.part, told.value) {
        write_number(sheet, row, column, part, plain_number(looks, part))?;
        write_number(sheet, row, column + 1, whole, plain_number(looks, whole))?;
    }
    if let Some(figure) = told.value.figure() {
        match rule.kind {
            Kind::Percent => {
                let share = Exact { over: figure.over, under: figure.under * 100 };
                write_number(sheet, row, columns.figure, share, &looks.percent)?;
            }
            Kind::Amount | Kind::Count | Kind::YesNo => {
                write_number(sheet, row, columns.figure, figure, plain_number(looks, figure))?;
            }
        }
    }
    if let Some(word) = paper::tick(told, achieved) {
        sheet.write_string_with_format(row, columns.claim(), word, &looks.centred)?;
    }
    sheet.write_string_with_format(row, columns.evidence(), evidence(rule), &looks.text)?;
    Ok(())
}

fn write_number(sheet: &mut Worksheet, row: u32, column: u16, number: Exact, format: &Format) -> Result<(), XlsxError> {
    sheet.write_number_with_format(row, column, number.cell(), format)?;
    Ok(())
}

fn plain_number(looks: &Looks, number: Exact) -> &Format {
    if number.under == whole(0).under { &looks.number } else { &looks.tenths }
}

/// Returns the paper that a group would name for a criterion.
fn evidence(rule: &Rule) -> &'static str {
    match rule.standard() {
        "1" => "Biên bản họp tổ, bản",
        "2" => "Sổ theo dõi hộ, lao động",
        "3" => "Biên bản kiểm tra môi trường",
        "4" => "Danh sách bình xét",
        "5" => "Danh sách rà soát năm 2025",
        _ => "Báo cáo tổ tự quản",
    }
}

fn page(sheet: &mut Worksheet, columns: &Columns) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 6)?;
    sheet.set_column_width(1, 44)?;
    sheet.set_column_width(2, 17)?;
    for column in 3..=columns.claim() {
        sheet.set_column_width(column, 13)?;
    }
    sheet.set_column_width(columns.evidence(), 26)?;
    sheet.set_column_width(columns.notes(), 12)?;
    sheet.set_row_height(HEAD, 34)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(1.2, 0.7, 0.8, 0.8, 0.3, 0.3);
    sheet.set_repeat_rows(HEAD, HEAD)?;
    Ok(())
}
