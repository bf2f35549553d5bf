//! TDP510: a definition file cannot be read.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP510",
    name: "definition-unreadable",
    severity: Severity::Error,
    help: (
        "Kiểm tra tên tệp và thư mục; mở tệp bằng Notepad và lưu lại với bảng mã UTF-8",
        "Check the file's name and folder; open it in Notepad and save it with the encoding UTF-8",
    ),
    page: (
        r#"Không đọc được tệp khai báo

Tệp kế hoạch, bộ tiêu chí, danh sách đơn vị hoặc chỉ tiêu không có ở nơi cần
có, không được phép mở, hoặc chữ trong tệp không lưu theo bảng mã UTF-8.

Thiếu tệp này thì không có căn cứ để xét, nên tdp dừng lại và chưa đọc biểu
nào của phường, xã.

Cách sửa:
1. Xem tên tệp ghi trong tdp.toml (mục "units", "targets_file", "criteria")
   có đúng với tên tệp trong thư mục hay không.
2. Với tệp .csv lập bằng Excel: bấm F12, chọn kiểu tệp "CSV UTF-8 (Comma
   delimited) (*.csv)", rồi lưu.
3. Với tệp .toml: mở bằng Notepad, chọn Lưu thành (Save as), ở ô Mã hóa
   (Encoding) chọn UTF-8, rồi lưu.

Ví dụ: tdp.toml ghi units = "units.csv", nhưng trong thư mục chỉ có
"units (1).csv". Đổi tên tệp thành "units.csv"."#,
        r#"A definition file cannot be read

The plan, criteria set, register or targets file is not where it should be,
may not be opened, or is not in the encoding UTF-8.

Without it there is nothing to judge by, so tdp stops before any ward's
table is read.

How to mend it:
1. See that the names in tdp.toml ("units", "targets_file", "criteria") are
   those of the files in the folder.
2. For a .csv file made in Excel: press F12, choose "CSV UTF-8 (Comma
   delimited) (*.csv)" and save.
3. For a .toml file: open it in Notepad, choose Save as, set Encoding to
   UTF-8, and save.

Example: tdp.toml says units = "units.csv", but the folder holds
"units (1).csv". Rename the file to "units.csv"."#,
    ),
};
