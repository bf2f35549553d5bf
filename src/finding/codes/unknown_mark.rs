//! TDP210: an unknown mark or word.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP210",
    name: "unknown-mark",
    severity: Severity::Error,
    help: (
        "Ghi \"Đạt\" hoặc \"Chưa đạt\" vào ô này",
        "Write \"Đạt\" or \"Chưa đạt\" into this cell",
    ),
    page: (
        r#"Không hiểu dấu hoặc chữ ghi kết quả

Ô này dùng để ghi đạt hay chưa đạt, nhưng đang ghi một từ hoặc một dấu mà
tdp không hiểu chắc chắn.

tdp không suy đoán: "cơ bản đạt" có thể được coi là đạt ở nơi này và chưa
đạt ở nơi khác; chữ bị gạch ngang thì không được tính. Nội dung trong ô
chưa được dùng; tiêu chí chỉ xét đạt hay chưa đạt thì coi như chưa có số
liệu.

Cách sửa:
1. Nếu đạt, ghi "Đạt" (hoặc đánh dấu x, v).
2. Nếu chưa đạt, ghi "Chưa đạt" hoặc "Không đạt".
3. Nếu không thuộc diện đánh giá và tiêu chí cho phép, ghi "Không áp dụng".
4. Ở hai cột Đạt, Chưa đạt thì đánh dấu x vào cột đúng, để trống cột kia.
5. Nhận xét thêm thì ghi ở cột "Ghi chú".

Ví dụ: tiêu chí 4.3 "Nhà văn hóa đạt chuẩn", ô N7 ghi "Cơ bản đạt". Sửa ô N7
thành "Chưa đạt" và ghi "đang hoàn thiện sân" vào cột "Ghi chú"."#,
        r#"An unknown mark or word

The cell is there for achieved or not achieved, but holds a word or a mark
that tdp does not understand for certain.

tdp does not guess: "cơ bản đạt" (basically achieved) may pass in one place
and fail in another; what is crossed out does not count. What the cell says
has not been used, and a yes-no criterion is missing.

How to mend it:
1. Achieved: write "Đạt" (or mark it x or v).
2. Not achieved: write "Chưa đạt" or "Không đạt".
3. Not applicable, where the criterion allows it: write "Không áp dụng".
4. In a pair of columns Đạt, Chưa đạt: mark the right one with an x and
   leave the other empty.
5. Remarks go into the notes column.

Example: for criterion 4.3, house of culture, N7 says "Cơ bản đạt". Write
"Chưa đạt" into N7 and the remark into the notes."#,
    ),
};
