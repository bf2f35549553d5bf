//! TDP403: received after the deadline.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP403",
    name: "received-late",
    severity: Severity::Warning,
    help: (
        "Số liệu vẫn được dùng; nếu ngày nhận ghi chưa đúng thì sửa lại ngày nhận",
        "The figures are used all the same; if the date of receipt is wrong, correct it",
    ),
    page: (
        r#"Nhận sau thời hạn của kế hoạch

Ngày nhận tệp này sau ngày cuối cùng còn trong hạn của kế hoạch.

Đây là cảnh báo: số liệu vẫn được dùng đầy đủ. Việc có chấp nhận báo cáo nộp
muộn hay không do thành phố quyết định.

Cách sửa:
1. Nếu ngày nhận chưa đúng, người tổng hợp ở thành phố ghi lại ngày nhận
   đúng khi chạy, ví dụ "--received 2025-10-14".
2. Nếu thành phố gia hạn, sửa mục "deadline" trong tệp tdp.toml.
3. Nếu đúng là nộp muộn thì không cần làm gì thêm.

Ví dụ: hạn cuối là 15/10/2025, biểu của xã San Thàng nhận ngày 17/10/2025,
muộn 2 ngày."#,
        r#"Received after the deadline

The file was received after the last day that is on time.

This is a warning: the figures are used in full. Whether late reports are
accepted is for the city to decide.

How to mend it:
1. If the date of receipt is wrong, the city's officer gives the right one:
   "--received 2025-10-14".
2. If the city has extended the deadline, change "deadline" in tdp.toml.
3. If it is late indeed, nothing need be done.

Example: the last day is 15/10/2025, and the table of xã San Thàng came on
17/10/2025, 2 days late."#,
    ),
};
