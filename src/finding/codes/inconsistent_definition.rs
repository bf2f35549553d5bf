//! TDP507: definitions that contradict each other.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP507",
    name: "inconsistent-definition",
    severity: Severity::Error,
    help: (
        "Sửa một trong hai mục nêu trong thông báo để chúng không trái nhau",
        "Change one of the two things named in the message so that they agree",
    ),
    page: (
        r#"Các mục khai báo trái nhau

Từng mục viết đúng, nhưng đặt cạnh nhau thì không thể cùng đúng: kỳ báo cáo
kết thúc trước khi bắt đầu, tiêu chí đếm số vụ mà mức yêu cầu lại là phần
trăm, có số đạt mà không có tổng số, hai đơn vị là cấp trên của nhau.

Không có cách hiểu nào chắc chắn nên tdp dừng lại trước khi đọc biểu của
phường, xã.

Cách sửa:
1. Đọc thông báo để biết hai mục nào trái nhau.
2. Đối chiếu với văn bản của kế hoạch, sửa mục sai.
3. Lưu tệp rồi chạy lại.

Bản nháp do tdp criteria import lập có dòng "CẦN KIỂM TRA: …" ở chỗ chưa
chắc. Đối chiếu từng chỗ với văn bản, sửa giá trị ở dưới nếu chưa đúng, rồi
xóa dòng đó; còn dòng nào thì bộ tiêu chí chưa được ghi "official".

Ví dụ: tiêu chí 2.3 có kind = "count" (đếm số mô hình) nhưng ghi
achieved = ">= 1%". Theo kế hoạch cần ít nhất một mô hình, sửa thành
achieved = ">= 1"."#,
        r#"Definitions that contradict each other

Each entry is well written, but they cannot all hold: a period ends before
it begins, a criterion counts things while its requirement is a percentage,
there is a part without a whole, two units are each other's parent.

There is no certain reading, so tdp stops before any ward's table is read.

How to mend it:
1. See in the message which entries contradict each other.
2. Compare with the text of the plan and correct the wrong one.
3. Save the file and run again.

A draft made by tdp criteria import has lines "CẦN KIỂM TRA: …" ("to be
checked") where it is not certain. Compare each place with the document,
correct the value below where it is wrong, then delete the line; while one
is left, the set may not be called "official".

Example: criterion 2.3 has kind = "count" (number of models) and
achieved = ">= 1%". The plan asks for at least one: make it
achieved = ">= 1"."#,
    ),
};
