//! TDP112: the unit belongs to another ward.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP112",
    name: "unit-of-another-ward",
    severity: Severity::Error,
    help: (
        "Bỏ dòng này khỏi biểu nếu thuộc phường, xã khác, hoặc sửa lại tên tổ dân phố, bản cho đúng",
        "Take the row out if the group belongs to another ward, or correct the group's name",
    ),
    page: (
        r#"Tổ dân phố, bản thuộc phường, xã khác

Tên hoặc mã ở ô này có trong danh sách đơn vị, nhưng thuộc một phường, xã
khác với phường, xã lập biểu. Cũng có khi cả một phiếu ghi là của phường, xã
khác, nằm giữa các phiếu của phường, xã được chỉ định khi chạy.

Số liệu của dòng này chưa được dùng, để không ghi đè lên số liệu do đúng
phường, xã của tổ dân phố, bản đó báo cáo.

Cách sửa:
1. Nếu chép nhầm dòng từ biểu khác, xóa dòng: bấm chuột phải vào số đầu
   dòng, chọn Xóa (Delete).
2. Nếu ghi nhầm tên hoặc mã, sửa lại cho đúng.
3. Nếu địa giới đã thay đổi và tổ dân phố, bản nay thuộc phường, xã này, báo
   Phòng Nội vụ cập nhật danh sách đơn vị.

Ví dụ: trong biểu của phường Tân Phong, ô B9 ghi "Bản Gia Khâu", mà danh
sách đơn vị ghi bản này thuộc phường Đoàn Kết. Xóa dòng 9 khỏi biểu của
phường Tân Phong."#,
        r#"The unit belongs to another ward

The name or code in this cell is in the register, but under another ward
than the one that sent the table. Or a whole card says that it is of another
ward, among the cards of the ward given with --ward.

The figures of this row have not been used, so that they do not override
those of the group's own ward.

How to mend it:
1. If the row was copied from elsewhere by mistake, right-click its number
   and choose Delete.
2. If name or code are mistyped, correct them.
3. If boundaries have changed and the group now belongs here, ask the Home
   Affairs office to bring the register up to date.

Example: in the table of phường Tân Phong, B9 says "Bản Gia Khâu", which the
register has under phường Đoàn Kết. Delete row 9 from the table of phường
Tân Phong."#,
    ),
};
