//! TDP103: two columns or rows for one criterion.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP103",
    name: "duplicate-criterion",
    severity: Severity::Error,
    help: (
        "Giữ lại một cột (hoặc dòng) cho tiêu chí này, ghi rõ số hiệu và tên ở đầu các cột còn lại",
        "Keep one column or row for this criterion and give the others their own id and title",
    ),
    page: (
        r#"Hai cột hoặc hai dòng cho một tiêu chí

Trong một biểu có hai cột (với phiếu là hai dòng) cùng nhận là một tiêu chí.
Hay gặp nhất là tiêu chí 2.10: khi gõ 2.10 vào ô số, Excel bỏ số 0 cuối và
ghi thành 2.1, nên thành ra có hai cột 2.1. Cũng có khi số hiệu là của tiêu
chí này mà tên là của tiêu chí khác, hoặc nói việc khác ("hộ cận nghèo" bên
cạnh số hiệu của "hộ nghèo").

Nếu hai chỗ ghi khác nhau thì không biết chỗ nào đúng, nên cả hai đều không
được dùng và tiêu chí coi như chưa có số liệu. Nếu hai chỗ ghi giống nhau
thì số liệu được dùng một lần.

Cách sửa:
1. Xem hai cột nêu trong thông báo có phải cùng một tiêu chí hay không.
2. Nếu cùng một tiêu chí, xóa cột thừa: bấm chuột phải vào chữ cái đầu cột,
   chọn Xóa (Delete).
3. Nếu là hai tiêu chí, ghi cả số hiệu và tên. Muốn giữ số 0 cuối thì gõ dấu
   nháy đơn trước: '2.10.

Ví dụ: ô D6 và ô M6 đều ghi 2.1, vì ô M6 vốn là 2.10. Sửa ô M6 thành "2.10
Số hộ tham gia tổ hợp tác" thì hai cột được phân biệt."#,
        r#"Two columns or rows for one criterion

Two columns of one table (on a card: two rows) say that they are the same
criterion. Most often it is 2.10: typed as a number, Excel drops the last
zero and shows 2.1, so that there are two columns 2.1. Or a number is that
of one criterion while the title is that of another, or of another subject
("hộ cận nghèo" beside the number of "hộ nghèo").

Where they differ nobody can tell which one is right: neither is used, and
the criterion is missing. Where they are equal the value is used once.

How to mend it:
1. See whether the columns named in the message are one criterion.
2. If so, delete the surplus one: right-click the column's letter and choose
   Delete.
3. If they are two criteria, write both id and title. To keep the last zero,
   type an apostrophe first: '2.10.

Example: D6 and M6 both say 2.1, because M6 was meant to be 2.10. With "2.10
Số hộ tham gia tổ hợp tác" in M6 the two are told apart."#,
    ),
};
