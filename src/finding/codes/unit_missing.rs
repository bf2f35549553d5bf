//! TDP114: a unit is missing from what its ward sent.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP114",
    name: "unit-missing",
    severity: Severity::Error,
    help: (
        "Bổ sung dòng (hoặc phiếu) của tổ dân phố, bản này rồi gửi lại biểu",
        "Add this group's row or card and send the table again",
    ),
    page: (
        r#"Thiếu một tổ dân phố, bản của phường, xã

Danh sách đơn vị của thành phố có tổ dân phố, bản này, nhưng trong tất
cả các tệp phường, xã đã gửi không có dòng hay phiếu nào của nơi đó.

Nếu tổ dân phố, bản có trong chỉ tiêu của kế hoạch (duy trì hoặc đạt mới)
thì đây là lỗi, vì chưa thể kết luận kết quả của kế hoạch. Nếu nằm ngoài chỉ
tiêu thì chỉ là cảnh báo. Danh sách của cơ quan thẩm định không bị báo lỗi
này.

Cách sửa:
1. Thêm một dòng cho tổ dân phố, bản này vào biểu tổng hợp, hoặc lập thêm
   một phiếu, rồi nhập số liệu.
2. Nếu đã có dòng nhưng tên viết khác, sửa tên cho đúng danh sách đơn vị.
3. Nếu tổ dân phố, bản đã sáp nhập hoặc giải thể, báo Phòng Nội vụ cập nhật
   danh sách đơn vị.

Ví dụ: phường Đoàn Kết có 6 tổ dân phố, bản trong danh sách đơn vị, biểu có
5 dòng, thiếu "Bản Gia Khâu" thuộc chỉ tiêu duy trì. Thêm một dòng cho Bản
Gia Khâu vào dưới dòng cuối của biểu."#,
        r#"A unit is missing from what its ward sent

The register has this group, but no file that its ward sent holds a row or
card of it.

If the plan has a target for the group (maintain or new), this is an error,
since the plan's result cannot be told. Otherwise it is a warning. Lists of
agencies never raise it.

How to mend it:
1. Add a row for the group to the matrix, or a card of its own, and fill in
   the figures.
2. If its row is there under another name, write the name as in the
   register.
3. If the group was merged or dissolved, ask the Home Affairs office to
   bring the register up to date.

Example: phường Đoàn Kết has 6 groups in the register and 5 rows in its
table; "Bản Gia Khâu", to be maintained, is not among them. Add a row for
Bản Gia Khâu below the last one."#,
    ),
};
