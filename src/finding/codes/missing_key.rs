//! TDP503: a required key is missing.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP503",
    name: "missing-key",
    severity: Severity::Error,
    help: (
        "Bổ sung mục còn thiếu vào chỗ được nêu",
        "Add the missing key at the place named",
    ),
    page: (
        r#"Thiếu mục bắt buộc

Tệp khai báo thiếu một mục bắt buộc, ví dụ kế hoạch chưa có số, tiêu chí
chưa có mức yêu cầu, danh sách đơn vị chưa có cột mã.

Thiếu mục này thì không xét được kết quả hoặc không in được phụ lục đầy đủ,
và tdp không tự điền thay. Chưa có biểu nào của phường, xã được đọc.

Cách sửa:
1. Đến chỗ được nêu trong thông báo.
2. Thêm một dòng gồm tên mục, dấu bằng và nội dung. Với tệp .csv, thêm cột
   có tên đó ở dòng đầu.
3. Lưu tệp rồi chạy lại.

Ví dụ: tiêu chí 5.4 có id, title và kind = "percent" nhưng chưa có mức yêu
cầu. Thêm dòng achieved = "<= 3%"."#,
        r#"A required key is missing

A definition file lacks something that it must have: the plan has no number,
a criterion no requirement, the register no column of codes.

Without it nothing can be judged, or the appendices would not be complete,
and tdp does not fill it in by itself. No ward's table has been read.

How to mend it:
1. Go to the place named in the message.
2. Add a line with the key, an equals sign and its value; in a .csv file, a
   column of that name in the first row.
3. Save the file and run again.

Example: criterion 5.4 has id, title and kind = "percent", but no
requirement. Add the line achieved = "<= 3%"."#,
    ),
};
