//! TDP501: a definition file is not well formed.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP501",
    name: "definition-syntax",
    severity: Severity::Error,
    help: (
        "Xem lại dòng được nêu: thường thiếu hoặc thừa dấu nháy kép, dấu ngoặc, dấu bằng hay dấu phẩy",
        "Look at the line named: mostly a quote, a bracket, an equals sign or a comma is missing or too many",
    ),
    page: (
        r#"Tệp khai báo viết sai quy cách

Một trong các tệp khai báo (kế hoạch tdp.toml, bộ tiêu chí, danh sách đơn vị
units.csv, chỉ tiêu targets.csv) có chỗ viết không đúng quy cách nên không
đọc tiếp được. Thông báo nêu tệp, dòng và vị trí trong dòng.

Mọi kết quả đều dựa vào các tệp này, nên tdp dừng lại và chưa đọc biểu nào
của phường, xã, cho đến khi tệp được sửa.

Cách sửa:
1. Mở tệp bằng phần mềm Notepad (với tệp .csv có thể mở bằng Excel) và tìm
   đến dòng được nêu.
2. Xem chữ đã được đặt trong hai dấu nháy kép chưa, ngoặc mở đã có ngoặc
   đóng chưa, mỗi dòng có một dấu bằng hay không. Ngày tháng không đặt trong
   dấu nháy: 2025-10-15.
3. Lưu tệp rồi chạy lại.

Ví dụ: dòng 12 của tệp bộ tiêu chí ghi achieved = ">= 95%, thiếu dấu nháy
kép ở cuối. Sửa thành achieved = ">= 95%"."#,
        r#"A definition file is not well formed

One of the files that define the work (the plan tdp.toml, the criteria set,
the register units.csv, the targets targets.csv) breaks the rules of its
format. The message names file, line and column.

Everything rests on these files, so tdp stops before any ward's table is
read, until the file is mended.

How to mend it:
1. Open the file in Notepad (a .csv file also in Excel) and go to the line
   named.
2. See that text stands between double quotes, that every bracket is closed,
   that each line has one equals sign. Dates stand without quotes:
   2025-10-15.
3. Save the file and run again.

Example: line 12 of the criteria set says achieved = ">= 95%, without its
last quote. Make it achieved = ">= 95%"."#,
    ),
};
