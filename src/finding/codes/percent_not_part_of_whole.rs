//! TDP303: the percentage is not part divided by whole.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP303",
    name: "percent-not-part-of-whole",
    severity: Severity::Error,
    help: (
        "Kiểm tra lại số đạt, tổng số và tỷ lệ; nếu hai số đầu đúng thì xóa hoặc tính lại tỷ lệ",
        "Look at part, whole and percentage; if the first two are right, clear or recompute the percentage",
    ),
    page: (
        "Tỷ lệ không khớp với số đạt và tổng số

Biểu ghi cả số đạt, tổng số và tỷ lệ, nhưng lấy số đạt chia cho tổng số thì
ra một tỷ lệ khác.

Chênh lệch do làm tròn thì được chấp nhận (dưới một đơn vị của chữ số cuối
cùng đã ghi), và khi đó kết quả được tính từ số đạt và tổng số. Ở đây chênh
lệch lớn hơn, nghĩa là một trong ba số sai mà không biết số nào, nên tiêu
chí coi như chưa có số liệu.

Cách sửa:
1. Đối chiếu số đạt và tổng số với sổ theo dõi.
2. Nếu hai số này đúng, xóa ô tỷ lệ để tdp tự tính, hoặc ghi lại tỷ lệ đúng.
3. Nếu tỷ lệ đúng, sửa số đạt hoặc tổng số.

Ví dụ: ô D12 ghi 120 hộ, ô E12 ghi 125 hộ, ô F12 ghi 95,5%. Lấy 120 chia 125
được 96%, chênh 0,5 trong khi chỉ cho phép chênh dưới 0,1. Sửa ô F12 thành
96%, hoặc xóa ô F12.",
        "The percentage is not part divided by whole

The table gives part, whole and percentage, but part divided by whole gives
another percentage.

A difference by rounding is accepted (less than one unit of the last digit
shown), and then part and whole decide. Here it is greater, so one of the
three numbers is wrong and nobody can tell which: the criterion is missing.

How to mend it:
1. Compare part and whole with the records.
2. If they are right, clear the percentage so that it is computed, or write
   the right one.
3. If the percentage is right, correct part or whole.

Example: D12 holds 120 households, E12 125, F12 95,5%. 120 of 125 is 96 %,
off by 0.5 where less than 0.1 is allowed. Write 96% into F12, or clear it.",
    ),
};
