//! TDP005: the folder holds no workbooks.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP005",
    name: "empty-folder",
    severity: Severity::Warning,
    help: (
        "Kiểm tra lại tên thư mục, hoặc chép các tệp Excel cần kiểm tra vào thư mục này",
        "Check the folder's name, or put the workbooks that are to be checked into it",
    ),
    page: (
        r#"Thư mục không có bảng tính nào

Thư mục đã chọn, kể cả các thư mục con, không có tệp bảng tính nào. Các tệp
tạm mà Excel sinh ra khi đang mở biểu (tên bắt đầu bằng "~$") không được
tính.

Đây là cảnh báo: các thư mục và tệp khác vẫn được kiểm tra. Nếu lẽ ra phải
có tệp trong thư mục này thì kết quả đang thiếu số liệu của các phường, xã
liên quan.

Cách sửa:
1. Mở thư mục, xem đã có các tệp .xlsx, .xls, .ods, .csv của phường, xã hay
   chưa.
2. Nếu các tệp còn nằm trong tệp nén, hãy giải nén ra thư mục này.
3. Nếu chọn nhầm, chạy lại với đúng tên thư mục.

Ví dụ: thư mục "nop-dot-1" chỉ có tệp nén "cac-phuong.zip". Giải nén xong,
thư mục có 7 tệp .xlsx và được đọc đủ."#,
        r#"The folder holds no workbooks

The folder, with all folders in it, holds no workbook. The lock files that
Excel leaves while a workbook is open (their names begin with "~$") do not
count.

This is a warning: other folders and files are checked all the same. If
there should have been files here, the results lack the figures of the wards
concerned.

How to mend it:
1. Open the folder and look for the wards' .xlsx, .xls, .ods or .csv files.
2. If they are still in an archive, unpack them here.
3. If it is the wrong folder, run again with the right one.

Example: "nop-dot-1" holds nothing but "cac-phuong.zip". Once unpacked, it
holds 7 .xlsx files and all are read."#,
    ),
};
