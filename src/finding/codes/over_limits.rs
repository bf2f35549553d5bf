//! TDP003: the file is over the reading limits.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP003",
    name: "over-limits",
    severity: Severity::Error,
    help: (
        "Chép riêng biểu cần nộp sang một tệp Excel mới, không kèm ảnh và các dòng cột trống, rồi gửi tệp mới",
        "Copy the table alone into a new workbook, without pictures and empty rows or columns, and send that one",
    ),
    page: (
        "Tệp lớn quá mức đọc được

Tệp quá nặng, hoặc có quá nhiều ô, quá nhiều trang tính, hoặc bung ra lớn
hơn nhiều lần so với dung lượng trên máy. Thông báo nêu rõ tệp vượt mức nào.

tdp dừng đọc tệp này để máy không bị treo, nên chưa có số liệu nào của tệp
được dùng. Các tệp khác vẫn được kiểm tra.

Nguyên nhân thường gặp: kẻ khung hoặc tô màu đến tận cuối trang tính, dán
ảnh chụp vào biểu, hoặc để chung sổ theo dõi nhiều năm trong một tệp.

Cách sửa:
1. Bấm Ctrl+End. Nếu con trỏ nhảy xuống rất xa dưới biểu, phần thừa nằm ở
   đó.
2. Bôi đen riêng biểu cần nộp, bấm Ctrl+C.
3. Bấm Ctrl+N để mở tệp mới, bấm Ctrl+V để dán, rồi bấm Ctrl+S để lưu và gửi
   tệp mới này.

Ví dụ: biểu chỉ có 27 dòng, nhưng bấm Ctrl+End thì con trỏ nhảy đến ô
XFD1048576. Chép vùng A1:AR40 sang tệp mới thì tệp đọc được.",
        "The file is over the reading limits

The file is too large, has too many cells or sheets, or unpacks to many
times its size on disk. The message names the limit.

Reading was stopped so that the computer does not run out of memory, and
nothing in the file has been used. The other files are checked all the same.

Usual causes: borders or colours down to the very end of the sheet, pictures
pasted beside the table, registers of many years kept in one workbook.

How to mend it:
1. Press Ctrl+End. If the cursor jumps far below the table, what is too much
   lies there.
2. Select the table alone and press Ctrl+C.
3. Press Ctrl+N for a new workbook, Ctrl+V to paste, Ctrl+S to save, and
   send the new file.

Example: the table has 27 rows, yet Ctrl+End jumps to XFD1048576. With
A1:AR40 copied into a new workbook the file can be read.",
    ),
};
