//! TDP304: a printed total differs from the sum.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP304",
    name: "printed-total-differs",
    severity: Severity::Warning,
    help: (
        "Tính lại dòng tổng, hoặc xem lại các dòng phía trên có thiếu, thừa hay gõ nhầm không",
        "Recompute the totals row, or look for missing, surplus or mistyped rows above it",
    ),
    page: (
        "Dòng tổng không bằng tổng các dòng

Số ghi ở dòng tổng khác với tổng các dòng tổ dân phố, bản của biểu. Khi
cộng, tdp tính mọi dòng của biểu, kể cả dòng đang ẩn và dòng có tên chưa có
trong danh sách đơn vị.

Đây là cảnh báo: dòng tổng không được dùng để xét kết quả, vì tổng luôn được
tính lại từ từng dòng. Nhưng chênh lệch cho thấy có thể một dòng bị sót, bị
ẩn hoặc gõ nhầm.

Cách sửa:
1. Bấm vào ô tổng, xem có công thức hay là số gõ tay. Nên dùng công thức, ví
   dụ =SUM(C6:C10).
2. Nếu có công thức, xem vùng cộng đã gồm đủ dòng đầu và dòng cuối chưa.
3. Nếu công thức đúng, tìm dòng bị sót hoặc gõ nhầm ở phía trên.

Ví dụ: các ô từ C6 đến C10 ghi 100, 120, 80, 95, 105, cộng lại là 500, nhưng
ô C11 ghi 395. Công thức ở ô C11 là =SUM(C6:C9), thiếu dòng 10; sửa thành
=SUM(C6:C10).",
        "A printed total differs from the sum

The number in the totals row is not the sum of the table's rows. All rows
count here, hidden ones and those whose name is not in the register
included.

This is a warning: totals rows are never used, as sums are always computed
from the rows. But the difference may mean that a row is missing, hidden or
mistyped.

How to mend it:
1. Click the total and see whether it is a formula or was typed. A formula
   is better: =SUM(C6:C10).
2. If it is a formula, see that it covers the first and the last row.
3. If it does, look for a missing or mistyped row above it.

Example: C6 to C10 hold 100, 120, 80, 95 and 105, which is 500, but
C11 says 395. Its formula is =SUM(C6:C9) and leaves row 10 out; make it
=SUM(C6:C10).",
    ),
};
