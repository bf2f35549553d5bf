//! TDP505: defined twice.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP505",
    name: "duplicate-definition",
    severity: Severity::Error,
    help: (
        "Giữ lại một chỗ khai báo, xóa hoặc đổi mã ở chỗ còn lại",
        "Keep one of the two definitions; delete the other or give it its own id",
    ),
    page: (
        r#"Khai báo trùng nhau

Một mã hoặc số hiệu được khai báo hai lần: hai tiêu chí cùng số hiệu, hai
đơn vị cùng mã, hai cơ quan cùng tên tắt, hoặc một tổ dân phố, bản có hai
dòng trong tệp chỉ tiêu.

Mỗi mã chỉ được chỉ một nơi hay một tiêu chí. Nếu trùng thì không biết số
liệu thuộc về chỗ nào, nên tdp dừng lại.

Cách sửa:
1. Xem hai dòng nêu trong thông báo.
2. Nếu khai báo thừa, xóa một chỗ.
3. Nếu là hai nơi hoặc hai tiêu chí khác nhau, đổi mã ở một chỗ cho đúng.

Ví dụ: trong tệp units.csv, dòng 5 và dòng 9 đều có mã 03389.003, một dòng
là "Bản Gia Khâu", một dòng là "Tổ dân phố số 7". Sửa mã ở dòng 9 thành
03389.007."#,
        r#"Defined twice

A code or id is defined twice: two criteria with one id, two units with one
code, two agencies with one id, or two rows for one group in the targets.

Each code stands for one place or one criterion. If there are two, nobody
can tell where a figure belongs, so tdp stops.

How to mend it:
1. Look at the two lines named in the message.
2. If one is surplus, delete it.
3. If they are two things, give one of them its own code.

Example: in units.csv, lines 5 and 9 both have the code 03389.003, one for
"Bản Gia Khâu" and one for "Tổ dân phố số 7". Make it 03389.007 on line 9."#,
    ),
};
