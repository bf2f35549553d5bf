//! TDP102: a column or row belongs to no criterion.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP102",
    name: "unknown-column",
    severity: Severity::Warning,
    help: (
        "Nếu là của một tiêu chí thì ghi số hiệu tiêu chí ở đầu cột hoặc đầu dòng; nếu là phần ghi thêm thì \
         có thể để nguyên",
        "If it is about a criterion, put the criterion's id in its heading; otherwise it may stay as it is",
    ),
    page: (
        r#"Cột hoặc dòng không thuộc tiêu chí nào

Cột (với phiếu có khi là dòng) này có số liệu, nhưng đầu cột hoặc đầu dòng
không khớp với số hiệu, tên hay tên gọi khác của tiêu chí nào, và cũng không
phải cột quen thuộc như số thứ tự, tên tổ dân phố, kết quả, tự đánh giá,
minh chứng, ghi chú. Cột ghi năm khác với năm của kế hoạch cũng không được
đọc.

Trong phiếu, tiêu chí chỉ có một con số mà số ấy ghi ở cột số đạt thì số đó
được đọc là kết quả và cũng được báo ở đây, để chuyển sang cột kết quả.

Đây là cảnh báo: cột hoặc dòng này không được đọc và không ảnh hưởng đến kết
quả. Nhưng nếu thật ra là của một tiêu chí thì tiêu chí ấy đang thiếu số
liệu.

Cách sửa:
1. Nếu là cột của tiêu chí, ghi số hiệu tiêu chí vào trước tên ở đầu cột, ví
   dụ "3.3 Hộ dùng nước hợp vệ sinh".
2. Nếu là cột kết quả hay thẩm định trong phiếu, đặt tên quen thuộc như "Kết
   quả", "Tự đánh giá", "Phường thẩm định", hoặc khai tên cột trong mục
   [headings] của tdp.toml.
3. Nếu là cột phường, xã ghi thêm để theo dõi thì để nguyên, hoặc đặt tên là
   "Ghi chú".

Ví dụ: ô H6 ghi "Nước sạch (%)". Sửa thành "3.3 Nước sạch (%)" thì cột H
được đọc là tiêu chí 3.3."#,
        r#"A column or row belongs to no criterion

The column (on a card perhaps the row) holds data, but its heading is no
criterion's id, title or alias, nor one of the usual columns such as number,
name of the group, result, self-assessment, evidence or notes. A column that
names another year than the plan's is not read either.

On a card, a criterion of one number may have it in the column of parts: it
is read as the result, and told here too, so that it is moved.

This is a warning: it is not read and has no influence on the results. But
if it is about a criterion after all, that criterion lacks its figures.

How to mend it:
1. If the column is about a criterion, put its id before the heading: "3.3
   Hộ dùng nước hợp vệ sinh".
2. If it holds results or an appraisal on a card, give it a usual heading:
   "Kết quả", "Tự đánh giá", "Phường thẩm định"; or name its heading under
   [headings] in tdp.toml.
3. If the ward keeps it for its own use, leave it, or call it "Ghi chú".

Example: H6 says "Nước sạch (%)". With "3.3 Nước sạch (%)" column H is read
as criterion 3.3."#,
    ),
};
