//! TDP111: the unit is not in the register.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP111",
    name: "unknown-unit",
    severity: Severity::Error,
    help: (
        "Sửa tên tổ dân phố, bản cho đúng với danh sách đơn vị; nếu đơn vị mới lập hoặc đổi tên thì báo thành phố bổ \
         sung danh sách đơn vị",
        "Write the group's name as in the register, or have the city add the new or renamed group to it",
    ),
    page: (
        r#"Tên tổ dân phố, bản không có trong danh sách đơn vị

Tên ghi ở ô này không khớp với tổ dân phố, bản nào của phường, xã trong danh
sách đơn vị của thành phố; hoặc khớp với nhiều nơi cùng lúc, ví dụ "số 1"
khi phường vừa có "Tổ dân phố số 1" vừa có "Bản số 1"; hoặc dòng có số liệu
mà ô tên để trống. Thông báo nêu các tên gần nhất; không có tên nào gần thì
nêu những nơi của phường, xã chưa có trong tệp, nếu chỉ có ít nơi.

Số liệu của dòng này chưa được dùng. tdp không ghép theo kiểu gần giống, vì
"tổ 7" và "tổ 17" chỉ khác một chữ số nhưng là hai nơi khác nhau.

Mã ghi bên cạnh quyết định dòng là của nơi nào. Tên bên cạnh mã mà là của
một nơi khác trong phường, xã thì không biết cái nào đúng, nên dòng chưa
được dùng; tên không là của nơi nào thì dòng vẫn được đọc theo mã và đây chỉ
là cảnh báo.

Viết hoa hay viết thường, "Tổ 1" hay "Tổ dân phố số 01", "Hoà" hay "Hòa" đều
được hiểu như nhau, không cần sửa.

Cách sửa:
1. Đối chiếu với các tên nêu trong thông báo, sửa ô cho đúng tên hoặc ghi mã
   của tổ dân phố, bản.
2. Nếu tổ dân phố, bản mới thành lập, sáp nhập hoặc đổi tên, báo Phòng Nội
   vụ để bổ sung danh sách đơn vị.
3. Nếu dòng này không phải tổ dân phố, bản (ví dụ dòng ghi chú), chuyển nội
   dung xuống dưới biểu.

Ví dụ: ô B14 ghi "Tổ 36 (+ khu A)", danh sách đơn vị chỉ có "Tổ dân phố số
36". Nếu đúng là tổ 36 thì sửa ô B14 thành "Tổ 36"."#,
        r#"The unit is not in the register

The name in this cell fits no group of the ward in the city's register; or
it fits several at once, such as "số 1" where the ward has both "Tổ dân phố
số 1" and "Bản số 1"; or the row holds data and no name. The message lists
the nearest names; where none is near, those groups of the ward that the
file does not name, if they are few.

The figures of this row have not been used. tdp never matches by likeness:
"tổ 7" and "tổ 17" differ in one digit and are two places.

A code beside the name says whose the row is. Where the name is that of
another group of the ward, nobody can tell which of them is right and the
row is not used; where it is no group's, the row is read by its code and
this is a warning.

Capitals, "Tổ 1" for "Tổ dân phố số 01", "Hoà" for "Hòa" are understood as
they are and need no change.

How to mend it:
1. Compare with the names in the message, and write the right name or the
   group's code.
2. If the group is new, merged or renamed, ask the Home Affairs office to
   enter it in the register.
3. If the row is no group (a remark, say), move it below the table.

Example: B14 says "Tổ 36 (+ khu A)", while the register has "Tổ dân phố số
36" only. If it is group 36, write "Tổ 36" into B14."#,
    ),
};
