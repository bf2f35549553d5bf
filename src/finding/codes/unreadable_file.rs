//! TDP001: the file cannot be read.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP001",
    name: "unreadable-file",
    severity: Severity::Error,
    help: (
        "Mở tệp bằng Excel, lưu lại thành tệp .xlsx mới rồi gửi lại; nếu tệp không mở được thì xin lại bản gốc",
        "Open the file in Excel and save it as a new .xlsx file, or ask its sender for the original if it \
         does not open",
    ),
    page: (
        r#"Không đọc được tệp

Không có tệp nào ở đường dẫn đã ghi, hoặc có tệp nhưng nội dung bị hỏng,
hoặc bên trong không phải là bảng tính (ví dụ tệp văn bản, ảnh chụp, tệp nén
được đổi tên).

Vì không đọc được nên chưa có số liệu nào của tệp này được dùng. Các tệp
khác vẫn được kiểm tra bình thường.

Đọc được tệp .xlsx, .xlsm, .xlsb, .xls, .ods và .csv, nhận ra bằng nội dung
chứ không phải bằng đuôi tên. Tệp .xls thật ra là trang web (HTML) hay XML
thì phải lưu lại thành .xlsx.

Cách sửa:
1. Kiểm tra lại tên tệp và thư mục chứa tệp.
2. Mở tệp bằng Excel. Nếu Excel mở được, bấm F12, chọn kiểu tệp "Excel
   Workbook (*.xlsx)", lưu thành tệp mới rồi gửi tệp mới đó.
3. Nếu Excel báo tệp hỏng, đề nghị nơi lập biểu gửi lại bản gốc; tệp có thể
   bị hỏng khi gửi qua thư điện tử hoặc chép qua thẻ nhớ.

Ví dụ: tệp "phường Tân Phong.xlsx" có dung lượng 0, do chép chưa xong. Sau
khi chép lại, tệp có dung lượng 48 KB và mở được."#,
        r#"The file cannot be read

There is no file at the given path, or the file is damaged, or it is not a
workbook at all (a document, a picture or an archive under another name).

Nothing in the file has been used. The other files are checked all the same.

.xlsx, .xlsm, .xlsb, .xls, .ods and .csv files are read, told by their
content and not by the ending of their name. An .xls that really is a web
page (HTML) or XML must be saved as .xlsx.

How to mend it:
1. Check the name of the file and of its folder.
2. Open the file in Excel. If it opens, press F12, choose "Excel Workbook
   (*.xlsx)", save it as a new file and use that one.
3. If Excel says that it is damaged, ask whoever made it for the original;
   files get damaged in e-mail or on memory sticks.

Example: "phường Tân Phong.xlsx" is 0 bytes long because copying it was cut
short. Copied again it has 48 KB and opens."#,
    ),
};
