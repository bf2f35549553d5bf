//! TDP113: a unit stands twice.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP113",
    name: "duplicate-unit",
    severity: Severity::Error,
    help: (
        "Giữ lại một dòng đúng cho tổ dân phố, bản này và xóa dòng còn lại, hoặc sửa tên nếu ghi nhầm",
        "Keep the right row of this group and delete the other, or correct the name if it was mistyped",
    ),
    page: (
        r#"Một tổ dân phố, bản có hai lần trong biểu

Hai dòng của biểu (hoặc hai phiếu trong một tệp) cùng là một tổ dân phố,
bản, kể cả khi viết khác nhau như "Tổ 4" và "Tổ dân phố số 04".

Khi cả một bảng lặp lại bảng khác trong cùng tệp, ví dụ trang "Bản nháp" hay
một trang ẩn, thì chỉ báo một lần ở bảng đứng sau.

Những số liệu khác nhau giữa hai dòng đều không được dùng, vì không biết
dòng nào đúng; tiêu chí đó coi như chưa có số liệu. Số liệu giống nhau ở hai
dòng được tính một lần.

Cách sửa:
1. Xem hai dòng nêu trong thông báo. Nếu một dòng là dòng thừa, bấm chuột
   phải vào số đầu dòng, chọn Xóa (Delete).
2. Nếu một dòng thật ra là tổ dân phố, bản khác, sửa lại tên ở dòng đó.
3. Kiểm tra lại dòng tổng cộng sau khi sửa.

Ví dụ: ô B10 ghi "Tổ 4", ô B13 ghi "Tổ dân phố số 4", trong khi biểu thiếu
Tổ dân phố số 7. Dòng 13 chính là của số 7: sửa ô B13 thành
"Tổ dân phố số 7"."#,
        r#"A unit stands twice

Two rows of the table (or two cards of one file) are the same group, even if
they are written differently, such as "Tổ 4" and "Tổ dân phố số 04".

Where a whole table repeats another of the file (a sheet "Bản nháp", or a
hidden one), it is told once, at the later of the two.

Values that differ between the two are not used, as nobody can tell which
row is right; those criteria are missing. Equal values are counted once.

How to mend it:
1. Look at the two rows named in the message. If one is surplus, right-click
   its number and choose Delete.
2. If one of them is really another group, correct its name.
3. Look at the totals row again afterwards.

Example: B10 says "Tổ 4" and B13 "Tổ dân phố số 4", while Tổ dân phố số 7 is
not in the table. Row 13 is that of number 7: write "Tổ dân phố số 7" into
B13."#,
    ),
};
