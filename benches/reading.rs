//! Reading one ward's workbook: ours beside bare calamine, and the stages that ours adds.
#![expect(clippy::expect_used, reason = "a benchmark that cannot go on stops")]

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use divan::{Bencher, black_box};
use rust_xlsxwriter::{Format, Workbook};
use tdp::workbook::{Limits, read};

fn main() {
    divan::main();
}

/// A matrix of 27 groups and 45 columns as a ward sends it: titles, headings, names, percents, marks.
fn ward_workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Biểu 1").expect("a short name");
    let bordered = Format::new().set_border(rust_xlsxwriter::FormatBorder::Thin).set_font_name("Times New Roman");
    let percent = bordered.clone().set_num_format("0.0%");
    let mut fill = || -> Result<(), rust_xlsxwriter::XlsxError> {
        sheet.write(0, 0, "BIỂU TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ")?;
        for column in 0..45_u16 {
            sheet.write_with_format(4, column, format!("Tiêu chí {column}: tỷ lệ hộ gia đình đạt chuẩn"), &bordered)?;
        }
        for row in 5..32_u32 {
            sheet.write_with_format(row, 0, row - 4, &bordered)?;
            sheet.write_with_format(row, 1, format!("Tổ dân phố số {}", row - 4), &bordered)?;
            for column in 2..45_u16 {
                match column % 3 {
                    0 => sheet.write_with_format(row, column, 0.9 + f64::from(row) / 1000.0, &percent)?,
                    1 => sheet.write_with_format(row, column, f64::from(row) * 4.0, &bordered)?,
                    _ => sheet.write_with_format(row, column, "Đạt", &bordered)?,
                };
            }
        }
        Ok(())
    };
    fill().expect("places are in the grid");
    workbook.save_to_buffer().expect("written in memory")
}

#[divan::bench]
fn bare_calamine(bencher: Bencher<'_, '_>) {
    let bytes = ward_workbook();
    bencher.bench_local(|| {
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&bytes)).expect("a sound workbook");
        let names = book.sheet_names();
        let ranges: Vec<_> = names.iter().map(|name| book.worksheet_range(name).expect("a sound sheet")).collect();
        black_box(ranges)
    });
}

#[divan::bench]
fn ours(bencher: Bencher<'_, '_>) {
    let bytes = ward_workbook();
    let limits = Limits::default();
    bencher.bench_local(|| black_box(read("biểu.xlsx", &bytes, &limits).expect("a sound workbook")));
}
