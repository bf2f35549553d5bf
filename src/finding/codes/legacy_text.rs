//! TDP020: text of a legacy encoding that was decoded.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP020",
    name: "legacy-text",
    severity: Severity::Warning,
    help: (
        "Xem vài ô đọc ra có đúng không; lần sau gõ bằng bảng mã Unicode, phông Times New Roman",
        "See whether a few cells were read rightly; next time type in Unicode, with Times New Roman",
    ),
    page: (
        r#"Chữ phông cũ đã được đổi sang Unicode

Trang tính có chữ tiếng Việt không phải Unicode: gõ cho phông TCVN3 (ABC,
các phông ".VnTime", ".VnArial"), gõ cho phông VNI ("VNI-Times"), lưu theo
bảng mã Windows-1258, hoặc là chữ UTF-8 bị chương trình khác đọc nhầm thành
"Tá»•". Mỗi trang tính báo một lần cho mỗi bảng mã, tại ô đầu tiên.

Đây là cảnh báo: chữ đã được đổi sang Unicode rồi đọc như bình thường. Bảng
mã được nhận ra nhờ phông chữ và nhờ chính các từ trong trang tính; ô nào đã
là Unicode, hoặc không đủ chắc chắn, thì để nguyên. Phông .VnTimeH in chữ
thường thành chữ hoa; ở đây vẫn là chữ thường như đã gõ.

Cách sửa:
1. Dùng lệnh "tdp show" với tệp đó, xem vài ô có đọc đúng không.
2. Nếu đúng thì không cần làm gì thêm, số liệu vẫn được tính.
3. Lần sau gõ bằng Unicode (trong UniKey chọn bảng mã Unicode), phông Times
   New Roman. Chữ cũ có thể đổi bằng UniKey Toolkit (Ctrl, Shift và F6).

Ví dụ: ô A1 chứa "Céng hoµ x· héi chñ nghÜa ViÖt Nam" với phông ".VnTime",
được đọc là "Cộng hoà xã hội chủ nghĩa Việt Nam"."#,
        r#"Text of a legacy encoding was decoded

The sheet holds Vietnamese text that is not Unicode: typed for the fonts of
TCVN3 (ABC; ".VnTime", ".VnArial"), typed for those of VNI ("VNI-Times"),
saved in the code page Windows-1258, or UTF-8 that another program took for
something else, so that it says "Tá»•". It is told once for each sheet and
encoding, at the first cell.

This is a warning: the text was decoded and then read like any other. The
encoding is told by the fonts and by the words of the sheet themselves;
cells that are Unicode already, and those of which nothing is certain, stay
as they are. Fonts like .VnTimeH print small letters as capitals; here they
stay the small letters that were typed.

How to mend it:
1. Run "tdp show" on the file and see whether a few cells are read rightly.
2. If they are, nothing needs to be done: the figures count.
3. Next time type in Unicode (in UniKey, choose the encoding Unicode), with
   Times New Roman. UniKey Toolkit (Ctrl, Shift and F6) converts old text.

Example: cell A1 holds "Céng hoµ x· héi chñ nghÜa ViÖt Nam" in the font
".VnTime", which is read as "Cộng hoà xã hội chủ nghĩa Việt Nam"."#,
    ),
};
