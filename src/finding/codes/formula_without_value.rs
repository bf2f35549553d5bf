//! TDP206: a formula without a stored value.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP206",
    name: "formula-without-value",
    severity: Severity::Error,
    help: (
        "Mở tệp bằng Excel, bấm Ctrl+Alt+F9 để tính lại, bấm Ctrl+S để lưu rồi gửi lại",
        "Open the file in Excel, press Ctrl+Alt+F9 to calculate, Ctrl+S to save, and send it again",
    ),
    page: (
        "Công thức chưa được tính

Ô này chứa công thức, nhưng tệp không kèm kết quả của công thức. Việc này
xảy ra khi biểu do một phần mềm khác xuất ra và chưa từng được mở, lưu bằng
Excel.

tdp chỉ đọc kết quả đã lưu, không tự tính công thức, để con số được dùng
luôn đúng là con số mà phường, xã nhìn thấy. Tiêu chí coi như chưa có số
liệu.

Cách sửa:
1. Mở tệp bằng Excel.
2. Bấm Ctrl+Alt+F9 để Excel tính lại toàn bộ.
3. Xem ô đã có kết quả đúng, bấm Ctrl+S để lưu, rồi gửi lại tệp.

Ví dụ: ô F12 có công thức =D12/E12*100 nhưng tệp không có kết quả. Tính lại
và lưu bằng Excel, ô F12 có kết quả 96.",
        "A formula without a stored value

The cell holds a formula, but the file does not hold its result. That
happens when other software made the table and Excel has never opened and
saved it.

tdp reads stored results and does not calculate, so that the figure used is
the one that the ward sees. The criterion is missing.

How to mend it:
1. Open the file in Excel.
2. Press Ctrl+Alt+F9 to calculate everything.
3. See that the result is right, press Ctrl+S, and send the file again.

Example: F12 holds =D12/E12*100 and no result. Calculated and saved in
Excel, F12 holds 96.",
    ),
};
