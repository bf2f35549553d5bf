//! TDP209: the part is greater than the whole, or the whole is zero.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP209",
    name: "part-over-whole",
    severity: Severity::Error,
    help: (
        "Kiểm tra lại số đạt và tổng số: số đạt không được lớn hơn tổng số",
        "Look at both numbers again: the part must not exceed the whole",
    ),
    page: (
        r#"Số đạt lớn hơn tổng số, hoặc tổng số bằng 0

Tiêu chí này tính bằng số đạt chia cho tổng số. Ở đây số đạt lớn hơn tổng
số, hoặc tổng số bằng 0 nên không chia được.

Tỷ lệ tính ra sẽ trên 100% hoặc không có nghĩa, nên tiêu chí coi như chưa có
số liệu. Những tiêu chí được phép vượt tổng số (ví dụ giao quân vượt chỉ
tiêu) không bị báo về số đạt lớn hơn.

Cách sửa:
1. Xem hai số có bị ghi đổi chỗ cho nhau hay không.
2. Đối chiếu từng số với sổ theo dõi, sửa số sai.
3. Nếu tổng số bằng 0 vì không có đối tượng nào, xóa hai số và ghi
   "không áp dụng" khi tiêu chí cho phép.

Ví dụ: tiêu chí 3.3, ô D8 "Số hộ dùng nước hợp vệ sinh" ghi 152, ô E8 "Tổng
số hộ" ghi 125. Số đúng ở ô D8 là 122."#,
        r#"The part is greater than the whole, or the whole is zero

The criterion is a part divided by a whole. Here the part is greater than
the whole, or the whole is zero and cannot divide.

The percentage would be above 100 or mean nothing, so the criterion is
missing. Where the part may exceed the whole (recruits beyond the quota,
say) a greater part is no finding.

How to mend it:
1. See whether the two numbers changed places.
2. Compare each with the records and correct the wrong one.
3. If the whole is zero because there is nobody to count, clear both and
   write "không áp dụng" where the criterion allows it.

Example: for criterion 3.3, D8 (households with clean water) holds 152 and
E8 (all households) 125. The right number in D8 is 122."#,
    ),
};
