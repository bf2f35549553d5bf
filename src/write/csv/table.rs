//! A table of an annex: one line of headings, the rows as they are printed, the notes last.

use std::borrow::Cow;

use crate::{
    appendix::{Annex, Column, Value},
    model::APPENDICES_LINE,
};

use super::{inert, writer};

/// Excel opens a file as UTF-8 only with this before it; without, Vietnamese letters come out broken.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Makes the CSV file of an annex. Percentages are in percent, decimals with a point, days as in ISO 8601.
///
/// The remarks and notes stand below the rows, so that the first line is that of the headings and the file still
/// says what the sheet says; the last line tells that the table is an output.
///
/// # Errors
/// Never in fact: bytes in memory take everything.
pub fn table_csv(annex: &Annex<'_>) -> Result<Vec<u8>, csv::Error> {
    let mut bytes = BYTE_ORDER_MARK.as_bytes().to_vec();
    let mut writer = writer(&mut bytes);
    let table = &annex.table;
    writer.write_record(table.columns.iter().map(|column| inert(&heading(column, &table.columns)).into_owned()))?;
    for row in &table.rows {
        for cell in &row.cells {
            writer.write_field(field(&cell.value).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    let lines = annex.remarks.iter().chain(&table.unit).chain(&table.notes).map(String::as_str);
    for line in lines.chain([APPENDICES_LINE]) {
        let rest = std::iter::repeat_n("", table.columns.len().saturating_sub(1));
        writer.write_record(std::iter::once(inert(line).as_ref()).chain(rest))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

/// Returns the heading of a column, with the shared one before it where several columns have the same.
fn heading(column: &Column<'_>, columns: &[Column<'_>]) -> String {
    let namesakes = columns.iter().filter(|other| other.heading == column.heading).count();
    match &column.over {
        Some(over) if namesakes > 1 => format!("{over}: {}", column.heading),
        _ => column.heading.to_string(),
    }
}

fn field<'a>(value: &'a Value<'_>) -> Cow<'a, str> {
    match value {
        Value::Empty => Cow::Borrowed(""),
        Value::Text(text) => inert(text),
        Value::Whole(number) => number.to_string().into(),
        Value::Year(year) => year.to_string().into(),
        Value::Decimal(sum) | Value::Percent(sum) => sum.to_string().into(),
        Value::Date(day) => day.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::table_csv;
    use crate::appendix::sample;

    fn lines(name: &str) -> Vec<String> {
        let assessment = sample::assessment();
        let annexes = sample::annexes(&assessment);
        let bytes = table_csv(annexes.iter().find(|annex| annex.heading.name == name).unwrap()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap();
        text.split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_table_is_headings_rows_and_notes() {
        let lines = lines("matrix");
        assert_eq!(lines[0], "TT,\"Tổ dân phố, bản\",Mã,1.1,1.2,2.1,2.2,Đạt,Áp dụng,Kết quả");
        assert_eq!(lines[1], "I,Phường Đoàn Kết,,,,,,,,");
        assert_eq!(lines[3], "2,Bản <Gia> & Khâu,03389.002,Đ,Đ,Đ,–,3,3,Đạt");
        assert_eq!(lines[5], "1,'=1+1,03387.001,Đ,K,Đ,Đ,3,4,Chưa đạt");
        assert_eq!(lines[9], ",Tổng số đạt,,4,2,4,3,,,");
        assert_eq!(lines[12], "\"Số liệu của 2/3 phường, xã; 4/5 tổ dân phố, bản\",,,,,,,,,");
    }

    #[test]
    fn headings_that_are_alike_carry_the_shared_one() {
        let heading = &lines("wards")[0];
        assert!(heading.contains("Đã báo cáo,Đạt,Chưa đạt"), "{heading}");
        assert!(heading.contains("Duy trì: Chỉ tiêu,Duy trì được"), "{heading}");
        assert!(heading.contains("Công nhận mới: Chỉ tiêu,Đạt mới"), "{heading}");
    }
}
