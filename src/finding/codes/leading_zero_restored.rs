//! TDP509: a lost leading zero was restored.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP509",
    name: "leading-zero-restored",
    severity: Severity::Warning,
    help: (
        "Mã đã được hiểu đúng; để khỏi bị nhắc, định dạng cột mã là Văn bản (Text) rồi gõ lại mã",
        "The code was understood; to be rid of this, format the column as Text and type the code again",
    ),
    page: (
        r#"Mã bị mất số 0 ở đầu

Mã ở ô này thiếu số 0 ở đầu. Excel coi mã là con số nên tự bỏ số 0, ví dụ
03389 thành 3389.

Đây là cảnh báo: chỉ có đúng một mã phù hợp khi thêm số 0, nên tdp đã hiểu
là mã đó. Nếu có từ hai mã phù hợp trở lên thì tdp không tự thêm.

Cách sửa:
1. Bôi đen cột mã, bấm Ctrl+1, chọn Văn bản (Text), bấm đồng ý.
2. Gõ lại mã đủ số 0, hoặc gõ dấu nháy đơn trước mã: '03389.
3. Với tệp .csv, nên sửa bằng Notepad, vì Excel bỏ số 0 mỗi lần mở.

Ví dụ: dòng 3 của tệp units.csv ghi đơn vị cấp trên là 3389. Danh sách
đơn vị chỉ có 03389 "Phường Đoàn Kết" là phù hợp, nên được hiểu là 03389."#,
        r#"A lost leading zero was restored

The code has lost the zero it begins with. Excel takes codes for numbers and
drops it: 03389 becomes 3389.

This is a warning: exactly one code fits once the zero is put back, so that
one was taken. Where two or more would fit, none is.

How to mend it:
1. Select the column of codes, press Ctrl+1, choose Text and confirm.
2. Type the code again with its zero, or put an apostrophe before it:
   '03389.
3. Edit .csv files in Notepad, as Excel drops the zero each time.

Example: line 3 of units.csv gives the parent 3389. 03389,
"Phường Đoàn Kết", is the only code that fits, so it is taken."#,
    ),
};
