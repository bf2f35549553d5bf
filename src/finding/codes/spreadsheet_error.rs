//! TDP207: a spreadsheet error value.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP207",
    name: "spreadsheet-error",
    severity: Severity::Error,
    help: (
        "Sửa công thức trong ô, hoặc nhập thẳng con số đúng vào ô",
        "Correct the formula in the cell, or type the right number over it",
    ),
    page: (
        r#"Ô đang báo lỗi công thức

Ô này hiện một mã lỗi của Excel thay cho con số, ví dụ #DIV/0! (chia cho số
0 hoặc ô trống), #REF! (ô được dùng đến đã bị xóa), #VALUE! (lấy chữ để
tính), #N/A (không tìm thấy).

Không có con số nào để dùng, nên tiêu chí coi như chưa có số liệu.

Cách sửa:
1. Bấm vào ô và xem công thức ở thanh phía trên bảng.
2. Với #DIV/0!, nhập tổng số còn thiếu. Nếu thật sự không có đối tượng nào,
   ghi "không áp dụng" khi tiêu chí cho phép.
3. Với #REF!, #VALUE!, #N/A, sửa lại công thức hoặc nhập thẳng con số.
4. Bấm Ctrl+S để lưu.

Ví dụ: ô F9 có công thức =D9/E9 và hiện #DIV/0! vì ô E9 "Tổng số hộ" còn
trống. Nhập 125 vào ô E9 thì ô F9 có kết quả."#,
        r#"A spreadsheet error value

The cell shows one of Excel's error values instead of a number: #DIV/0!
(divided by zero or by an empty cell), #REF! (a cell it needs was deleted),
#VALUE! (text where a number is needed), #N/A (not found).

There is no number to use, so the criterion is missing.

How to mend it:
1. Click the cell and look at the formula in the bar above the sheet.
2. For #DIV/0!, fill in the missing whole. If there really is nothing to
   count, write "không áp dụng" where the criterion allows it.
3. For #REF!, #VALUE! and #N/A, correct the formula or type the number.
4. Press Ctrl+S.

Example: F9 holds =D9/E9 and shows #DIV/0! because E9, the number of
households, is empty. With 125 in E9 the result appears in F9."#,
    ),
};
