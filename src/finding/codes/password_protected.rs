//! TDP002: the file is protected by a password.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP002",
    name: "password-protected",
    severity: Severity::Error,
    help: (
        "Bỏ mật khẩu mở tệp trong Excel, lưu lại rồi gửi lại tệp",
        "Take the opening password off in Excel, save the file and send it again",
    ),
    page: (
        r#"Tệp có mật khẩu

Tệp được đặt mật khẩu khi mở. Chưa nhập mật khẩu thì không ai đọc được nội
dung bên trong, và tdp không hỏi mật khẩu.

Chưa có số liệu nào của tệp này được dùng. Việc khóa ô hoặc khóa trang tính
để người khác không sửa nhầm thì không sao; chỉ mật khẩu mở tệp mới gây trở
ngại.

Cách sửa:
1. Mở tệp bằng Excel và nhập mật khẩu.
2. Bấm F12. Bên cạnh nút lưu, bấm Công cụ (Tools), chọn Tùy chọn chung
   (General Options).
3. Xóa trắng cả hai ô mật khẩu, bấm đồng ý, rồi lưu tệp.

Ví dụ: tệp "tu danh gia - Quyet Tien.xlsx" khi mở hiện hộp nhập mật khẩu.
Sau khi xóa mật khẩu và lưu lại, mở tệp thấy ngay biểu."#,
        r#"The file is protected by a password

The file asks for a password when it is opened. Without it nobody can read
what is inside, and tdp does not ask for passwords.

Nothing in the file has been used. Locked cells or a protected sheet do no
harm; only a password for opening the file does.

How to mend it:
1. Open the file in Excel with its password.
2. Press F12. Beside the save button choose Tools, then General Options.
3. Clear both password boxes, confirm, and save the file.

Example: "tu danh gia - Quyet Tien.xlsx" shows a password box when it is
opened. With the password cleared and the file saved, it opens with the
table in view."#,
    ),
};
