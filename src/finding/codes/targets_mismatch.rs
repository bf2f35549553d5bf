//! TDP508: the targets do not fit the plan.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP508",
    name: "targets-mismatch",
    severity: Severity::Warning,
    help: (
        "Đối chiếu danh sách chỉ tiêu với số lượng ghi trong kế hoạch và sửa chỗ chưa khớp",
        "Compare the list of targets with the numbers in the plan and correct what does not fit",
    ),
    page: (
        r#"Danh sách chỉ tiêu không khớp với kế hoạch

Số tổ dân phố, bản duy trì hoặc đạt mới đếm được trong tệp targets.csv khác
với số lượng ghi trong mục chỉ tiêu của kế hoạch.

Đây là cảnh báo: từng tổ dân phố, bản vẫn được xét theo tệp targets.csv, còn
phụ lục so kết quả với số lượng của kế hoạch. Nếu danh sách bị sót, một tổ
dân phố, bản có thể bị coi là ngoài chỉ tiêu.

Cách sửa:
1. So danh sách trong tệp targets.csv với phụ lục danh sách của kế hoạch.
2. Thêm hoặc bớt dòng cho đúng, hoặc sửa số lượng ở mục "targets" của tệp
   tdp.toml.
3. Nếu số lượng thay đổi vì sáp nhập tổ dân phố thì có thể để nguyên.

Ví dụ: kế hoạch ghi duy trì 35, tệp targets.csv chỉ có 34 dòng "maintain",
do sót Bản Gia Khâu. Thêm dòng 03389.003,maintain,2024,."#,
        r#"The targets do not fit the plan

The groups to be maintained or new, counted in targets.csv, are not as many
as the plan says.

This is a warning: each group is judged by targets.csv, and the appendices
compare the results with the plan's numbers. If the list lacks a group, that
group counts as outside the plan.

How to mend it:
1. Compare targets.csv with the list annexed to the plan.
2. Add or remove rows, or correct "targets" in tdp.toml.
3. If the numbers changed because groups were merged, it may stay as it is.

Example: the plan maintains 35, and targets.csv has 34 rows with "maintain"
because Bản Gia Khâu was left out. Add the row 03389.003,maintain,2024,."#,
    ),
};
