//! TDP504: a value that is not allowed.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP504",
    name: "wrong-value",
    severity: Severity::Error,
    help: (
        "Sửa giá trị theo dạng được phép nêu trong thông báo",
        "Change the value into one of those that the message allows",
    ),
    page: (
        r#"Giá trị khai báo không hợp lệ

Một mục trong tệp khai báo có giá trị không đúng dạng: ngày tháng sai, số
ghi thành chữ, mức yêu cầu viết không đúng cách, hoặc một từ không nằm trong
các từ được dùng. Thông báo nêu giá trị đang ghi và các giá trị được phép.

Giá trị sai ở đây có thể làm sai kết quả của mọi tổ dân phố, bản, nên tdp
dừng lại trước khi đọc biểu của phường, xã.

Cách sửa:
1. Đến dòng và vị trí được nêu.
2. Viết lại theo dạng được phép. Ngày tháng: 2025-10-15. Mức yêu cầu:
   ">= 95%", "<= 3%", "= 0", "2..5", "yes".
3. Lưu tệp rồi chạy lại.

Ví dụ: dòng 31 ghi achieved = "từ 95% trở lên". Viết lại là
achieved = ">= 95%"."#,
        r#"A value that is not allowed

Something in a definition file has a value of the wrong form: an impossible
date, words for a number, a requirement written in another way, a word that
is not among those allowed. The message gives what was found and what is
allowed.

A wrong value here can make every group's result wrong, so tdp stops before
any ward's table is read.

How to mend it:
1. Go to the line and column named.
2. Write it in one of the forms allowed. Dates: 2025-10-15. Requirements:
   ">= 95%", "<= 3%", "= 0", "2..5", "yes".
3. Save the file and run again.

Example: line 31 says achieved = "từ 95% trở lên". Write
achieved = ">= 95%"."#,
    ),
};
