//! TDP004: no known table was found.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP004",
    name: "no-table",
    severity: Severity::Error,
    help: (
        "Dùng biểu mẫu của thành phố, hoặc ghi số hiệu tiêu chí (như \"2.1\") ở đầu cột và tên tổ dân phố, \
         bản ở đầu dòng",
        "Use the city's form, or put criterion ids such as \"2.1\" in the headings and the groups' names at \
         the start of the rows",
    ),
    page: (
        r#"Không tìm thấy biểu nào nhận ra được

Tệp mở được nhưng không có biểu nào mà tdp nhận ra. tdp nhận ra biểu tổng
hợp (mỗi dòng một tổ dân phố, bản; mỗi cột một tiêu chí), phiếu của từng tổ
dân phố, bản (mỗi dòng một tiêu chí) và danh sách (mỗi dòng một tổ dân phố,
bản và một tiêu chí).

Chưa có số liệu nào của tệp này được dùng. tdp không đoán một cột là tiêu
chí nào nếu đầu cột không nói rõ.

Phụ lục do chính tdp lập cũng bị từ chối như vậy, kể cả khi đã lưu lại dưới
tên khác: bỏ tệp đó ra khỏi thư mục cần đọc.

Cách sửa:
1. Xem đầu cột (hoặc đầu dòng) có số hiệu tiêu chí, ví dụ "2.1", hoặc tên
   tiêu chí đúng như trong kế hoạch hay không; nếu chưa có thì ghi thêm.
2. Xem có cột tên tổ dân phố, bản hay không; với phiếu thì tên phải ở phần
   đầu phiếu hoặc ở tên trang tính.
3. Nếu biểu là ảnh dán vào Excel thì phải nhập lại thành số liệu trong ô.
4. Cách chắc chắn nhất là chép số liệu sang biểu mẫu do thành phố gửi.

Ví dụ: dòng đầu biểu ghi "Chỉ tiêu A" ở ô C5, "Chỉ tiêu B" ở ô D5 nên không
biết là tiêu chí nào. Sửa C5 thành "2.1 Tỷ lệ lao động thất
nghiệp", D5 thành "2.2 Tỷ lệ lao động có việc làm" thì biểu được nhận ra."#,
        r#"No known table was found

The file opens, but holds no table that tdp knows: neither a matrix (a row
per group, a column per criterion), nor a card (one group, a row per
criterion), nor a list (a row per group and criterion).

Nothing in the file has been used. tdp does not guess which criterion a
column is about.

Appendices that tdp itself made are refused in the same way, under whatever
name they were saved again: take them out of the folder to be read.

How to mend it:
1. See that the headings (or the first cells of the rows) hold the
   criterion's id, such as "2.1", or its title as in the plan.
2. See that there is a column of group names; on a card the name stands in
   the title block or is the sheet's name.
3. A table that is a picture has to be typed into cells.
4. Copying the figures into the city's own form is the surest way.

Example: C5 says "Chỉ tiêu A" and D5 "Chỉ tiêu B", which could be any
criteria. With "2.1 Tỷ lệ lao động thất nghiệp" in C5 and "2.2 Tỷ lệ lao
động có việc làm" in D5 the table is known."#,
    ),
};
