//! TDP101: a criterion has no column or row.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP101",
    name: "criterion-without-column",
    severity: Severity::Error,
    help: (
        "Thêm cột (hoặc dòng) cho tiêu chí còn thiếu, đầu cột ghi đúng số hiệu tiêu chí, ví dụ \"2.1\"",
        "Add a column or row for each missing criterion, headed by its id, such as \"2.1\"",
    ),
    page: (
        r#"Biểu thiếu cột hoặc dòng của tiêu chí

Bộ tiêu chí có tiêu chí này, nhưng trong biểu không có cột nào (với phiếu là
không có dòng nào) dành cho nó, hoặc đầu cột viết theo cách mà tdp không
nhận ra. Mỗi biểu chỉ báo một lần, gồm tất cả các tiêu chí còn thiếu.

Với mọi tổ dân phố, bản trong biểu, tiêu chí đó coi như chưa có số liệu, nên
có thể chưa kết luận được là đạt hay chưa đạt.

Cách sửa:
1. Xem tiêu chí có ở trong biểu dưới một tên khác hay không. Nếu có, sửa đầu
   cột: ghi số hiệu rồi đến tên tiêu chí như trong kế hoạch.
2. Nếu chưa có, bấm chuột phải vào chữ cái đầu cột, chọn Chèn (Insert), ghi
   đầu cột và nhập số liệu.
3. Lưu và gửi lại tệp.

Ví dụ: biểu có cột "5.3 Số trẻ bỏ học" ở ô P6 rồi đến "6.1 Tỷ lệ giao quân"
ở ô Q6, thiếu tiêu chí 5.4. Chèn một cột trước cột Q, ghi vào ô Q6 "5.4 Tỷ
lệ hộ nghèo" và nhập số liệu cho từng tổ dân phố, bản."#,
        r#"A criterion has no column or row

The criteria set has this criterion, but no column of the table (on a card:
no row) is about it, or its heading is written in a way that tdp does not
know. It is told once per table, for all criteria that lack one.

The criterion is missing for every group in the table, so it may not be
possible to tell whether they are achieved.

How to mend it:
1. See whether the criterion is there under another name. If so, change the
   heading: the id, then the title as in the plan.
2. If not, right-click the column's letter, choose Insert, write the heading
   and fill in the figures.
3. Save the file and send it again.

Example: P6 is "5.3 Số trẻ bỏ học" and Q6 "6.1 Tỷ lệ giao quân", so 5.4 is
missing. Insert a column before Q, write "5.4 Tỷ lệ hộ nghèo" into Q6 and
fill in the figures of every group."#,
    ),
};
