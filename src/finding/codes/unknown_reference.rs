//! TDP506: reference to something that is not defined.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP506",
    name: "unknown-reference",
    severity: Severity::Error,
    help: (
        "Sửa mã được nhắc đến cho đúng, hoặc khai báo thêm nơi có mã đó",
        "Correct the code that is referred to, or define it",
    ),
    page: (
        r#"Nhắc đến một mã chưa được khai báo

Một tệp khai báo nhắc đến mã, số hiệu hoặc bộ tiêu chí mà không nơi nào khai
báo: phường của một tổ dân phố không có trong danh sách đơn vị, cơ quan được
giao tiêu chí không có trong bộ tiêu chí, kế hoạch áp dụng bộ tiêu chí không
tìm thấy.

Nếu bỏ qua, một tổ dân phố có thể bị rơi ra ngoài tổng hợp, hoặc một tiêu
chí không có ai thẩm định. Vì vậy tdp dừng lại để người viết xem.

Cách sửa:
1. So mã ở dòng được nêu với mã gần nhất trong thông báo.
2. Nếu gõ nhầm, sửa lại.
3. Nếu chưa khai báo, bổ sung vào tệp tương ứng.

Ví dụ: dòng 12 của tệp units.csv ghi đơn vị cấp trên là 03398, mà danh sách
đơn vị chỉ có 03389 "Phường Đoàn Kết". Sửa thành 03389."#,
        r#"Reference to something that is not defined

A definition file refers to a code, an id or a criteria set that is defined
nowhere: a group's ward is not in the register, an agency appraises a
criterion that the set does not have, the plan names a set that cannot be
found.

If it were passed over, a group could drop out of the totals, or a criterion
could have nobody to appraise it. So tdp stops and asks.

How to mend it:
1. Compare the code with the nearest one in the message.
2. If it is mistyped, correct it.
3. If it is not defined yet, define it in the file where it belongs.

Example: line 12 of units.csv gives the parent 03398, while the register has
03389, "Phường Đoàn Kết". Make it 03389."#,
    ),
};
