//! TDP404: nothing received from a ward.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP404",
    name: "nothing-from-ward",
    severity: Severity::Warning,
    help: (
        "Nhắc phường, xã gửi biểu, hoặc xem tệp của phường, xã đó có bị bỏ sót không",
        "Remind the ward to send its table, or see whether its file was left out",
    ),
    page: (
        r#"Chưa nhận được gì từ một phường, xã

Phường, xã này có trong danh sách đơn vị của kế hoạch, nhưng trong số các
tệp được đọc không có tệp nào của nơi đó, hoặc có tệp mà không lấy được số
liệu nào.

Đây là cảnh báo. Các tổ dân phố, bản của phường, xã này chưa có số liệu nên
chưa kết luận được; các bảng tổng hợp luôn ghi rõ đã nhận bao nhiêu trên
tổng số phường, xã.

Khi chỉ nêu tên tệp của một phường, xã (không nêu thư mục) thì các phường,
xã khác không bị nêu ở đây.

Cách sửa:
1. Xem tệp đã có trong thư mục chưa, và có bị báo không đọc được hoặc không
   biết của phường, xã nào hay không.
2. Nếu chưa có, nhắc phường, xã gửi biểu.
3. Có tệp rồi thì kiểm tra lại.

Ví dụ: kế hoạch có 7 phường, xã, đã nhận 6, còn thiếu xã Sùng Phài. Bảng
tổng hợp ghi "6/7 phường, xã" cho đến khi có biểu của xã Sùng Phài."#,
        r#"Nothing received from a ward

The ward is in the register of the plan, but none of the files read is from
it, or its file gave no data.

This is a warning. The ward's groups have no figures and stay incomplete;
the totals always say how many wards out of how many reported.

Where only files of one ward are named, and no folder, nothing is told here
of the others.

How to mend it:
1. See whether its file is in the folder, and whether it was told to be
   unreadable or of an unknown ward.
2. If there is none, remind the ward.
3. Once it is there, check again.

Example: of the plan's 7 wards 6 have reported, and xã Sùng Phài has not.
The totals say "6/7" until its table is there."#,
    ),
};
