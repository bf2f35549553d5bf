//! TDP013: the same file twice.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP013",
    name: "same-file-twice",
    severity: Severity::Warning,
    help: (
        "Nếu hai tệp là một thì xóa bớt một bản; nếu lẽ ra phải khác nhau thì gửi lại tệp đúng",
        "Delete one of the two copies, or, if they should differ, send the right file",
    ),
    page: (
        r#"Một tệp được nộp hai lần

Hai tệp có nội dung giống hệt nhau, dù tên tệp có thể khác nhau.

Đây là cảnh báo: số liệu chỉ được tính một lần, nên kết quả không bị sai.
Nhưng có thể ai đó đã gửi nhầm tệp, ví dụ định gửi biểu của phường khác hoặc
bản đã sửa.

Cách sửa:
1. Mở hai tệp để xem có đúng là một biểu hay không.
2. Nếu đúng, xóa bớt một bản.
3. Nếu lẽ ra là hai biểu khác nhau, tìm tệp đúng và nộp thay.

Ví dụ: "phường Đông Phong.xlsx" và "phường Đông Phong (1).xlsx" giống hệt
nhau do tải về hai lần. Giữ lại tệp thứ nhất là đủ."#,
        r#"The same file twice

Two files have exactly the same content, whatever their names.

This is a warning: the figures are counted once, so no result is wrong. But
somebody may have sent the wrong file: that of another ward, or the version
before the corrections.

How to mend it:
1. Open both files and see whether they are one table.
2. If so, delete one of them.
3. If they should differ, find the right file and hand it in instead.

Example: "phường Đông Phong.xlsx" and "phường Đông Phong (1).xlsx" are the
same because the file was downloaded twice. Keeping the first is enough."#,
    ),
};
