//! TDP115: a former name of a unit.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP115",
    name: "former-name",
    severity: Severity::Warning,
    help: (
        "Số liệu đã được tính cho tên mới; lần sau ghi theo tên mới như trong danh sách đơn vị",
        "The figures count for the present unit; use its present name next time",
    ),
    page: (
        r#"Dùng tên cũ của tổ dân phố, bản

Tên ở ô này là tên cũ của một tổ dân phố, bản đã đổi tên, sáp nhập hoặc chia
tách. Danh sách đơn vị cho biết nay là tổ dân phố, bản nào.

Đây là cảnh báo: số liệu được tính cho tổ dân phố, bản hiện nay. Nếu mấy nơi
cũ đã nhập thành một, hãy xem số liệu đã là của toàn bộ nơi mới hay mới là
của một phần.

Cách sửa:
1. Sửa ô cho đúng tên hiện nay nêu trong thông báo.
2. Nếu tổ dân phố, bản mới gồm nhiều nơi cũ, cộng số liệu của các nơi cũ vào
   một dòng.
3. Nếu danh sách đơn vị chưa đúng, báo Phòng Nội vụ.

Ví dụ: ô B8 ghi "Bản Cư Nhà La". Danh sách đơn vị cho biết bản này nay là
"Tổ dân phố số 1", nên số liệu được tính cho Tổ dân phố số 1. Sửa ô B8 thành
"Tổ dân phố số 1"."#,
        r#"A former name of a unit

The name in this cell is a former one, of a group that has been renamed,
merged or split. The register says which group it is now.

This is a warning: the figures count for the present group. If several
groups became one, see whether the figures cover all of the new group or a
part of it.

How to mend it:
1. Write the present name, which the message gives.
2. If the new group is made of several old ones, add their figures up in one
   row.
3. If the register is wrong, tell the Home Affairs office.

Example: B8 says "Bản Cư Nhà La". The register says that it is now
"Tổ dân phố số 1", so the figures count for that group. Write
"Tổ dân phố số 1" into B8."#,
    ),
};
