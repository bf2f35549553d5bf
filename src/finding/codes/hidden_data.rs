//! TDP121: hidden rows, columns or sheet with data.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP121",
    name: "hidden-data",
    severity: Severity::Warning,
    help: (
        "Cho hiện các dòng, cột hoặc trang tính đang ẩn để xem lại; phần nào không cần thì xóa hẳn",
        "Show the hidden rows, columns or sheet, look at them, and delete what is not needed",
    ),
    page: (
        r#"Có số liệu trong dòng, cột hoặc trang tính bị ẩn

Biểu có những dòng, cột hoặc trang tính đang bị ẩn mà bên trong có số liệu.
Mỗi nhóm dòng hoặc cột liền nhau báo một lần, tại ô đầu tiên. Giá trị nằm
khuất dưới ô gộp cũng là số liệu bị ẩn: mỗi ô gộp báo một lần. Số hoặc chữ
trong ô có định dạng không cho hiện nội dung (như ";;;") cũng vậy: mỗi trang
tính báo một lần.

Đây là cảnh báo: số liệu bị ẩn vẫn được đọc như số liệu nhìn thấy. Người lập
biểu có thể không biết là chúng còn ở đó, ví dụ số liệu năm trước hoặc dòng
nháp.

Cách sửa:
1. Bôi đen hai dòng ở hai bên chỗ bị ẩn (với cột cũng vậy), bấm chuột phải,
   chọn Bỏ ẩn (Unhide).
2. Với trang tính, bấm chuột phải vào tên một trang tính ở cuối màn hình,
   chọn Bỏ ẩn (Unhide).
3. Với ô gộp, bỏ gộp ô (Merge & Center) để thấy các giá trị bên dưới.
4. Định dạng không cho hiện nội dung: bấm Ctrl+1 rồi chọn Chung (General).
5. Xem lại: số liệu đúng thì để hiện, số liệu cũ hoặc thừa thì xóa hẳn.

Ví dụ: số đầu dòng nhảy từ 11 sang 14, vì dòng 12 và dòng 13 đang ẩn và có
số liệu của "Tổ dân phố số 8". Cho hiện hai dòng để xem còn đúng hay không."#,
        r#"Hidden rows, columns or sheet with data

The table has rows, columns or a sheet that are hidden and hold data. It is
told once for each run of rows or columns, at its first cell. Values that
a merged cell covers are hidden, too: told once for each merged cell. So are
numbers and texts in cells whose format shows none (";;;"): told once for
each sheet.

This is a warning: hidden data are read like any others. Whoever made the
table may not know that they are still there: last year's figures, or a
draft row.

How to mend it:
1. Select the rows on both sides of the gap (columns likewise), right-click,
   and choose Unhide.
2. For a sheet, right-click the name of any sheet at the bottom and choose
   Unhide.
3. Unmerge merged cells (Merge & Center) to see the values below them.
4. Where the format shows nothing, press Ctrl+1 and choose General.
5. Look at the data: leave what is right in view, delete what is old.

Example: the row numbers jump from 11 to 14, because rows 12 and 13 are
hidden; they hold figures of "Tổ dân phố số 8". Show the two rows and see
whether they are still right."#,
    ),
};
