//! TDP012: two files of one ward give different values.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP012",
    name: "conflicting-values",
    severity: Severity::Error,
    help: (
        "Xác định số liệu đúng, sửa cho các tệp thống nhất hoặc bỏ tệp cũ, rồi kiểm tra lại",
        "Find out which value is right, make the files agree or take the old one away, and check again",
    ),
    page: (
        r#"Hai tệp của một phường, xã ghi số liệu khác nhau

Cùng một tổ dân phố, bản, cùng một tiêu chí, cùng một bên đánh giá, nhưng
hai tệp của phường, xã ghi hai số liệu khác nhau, và không có gì cho biết
tệp nào thay cho tệp nào.

tdp không tự chọn một trong hai. Cả hai số liệu đều không được dùng, tiêu
chí đó coi như chưa có số liệu. Những ô ghi giống nhau ở hai tệp thì được
dùng một lần. Số liệu ở tệp này và kết luận "Đạt" ở tệp kia được ghép với
nhau; trái nhau thì là TDP301.

Cách sửa:
1. Mở hai tệp, xem hai ô nêu trong thông báo và đối chiếu với hồ sơ gốc.
2. Sửa ô sai cho đúng, hoặc nếu một tệp là bản cũ thì chuyển tệp đó ra khỏi
   thư mục.
3. Kiểm tra lại.

Ví dụ: Tổ dân phố số 4, tiêu chí 5.4: tệp "lần 1.xlsx" ô F12 ghi 3,2%, tệp
"lần 2.xlsx" ô F12 ghi 2,8%. Bản cuối là "lần 2.xlsx", nên bỏ "lần 1.xlsx"
ra khỏi thư mục."#,
        r#"Two files of one ward give different values

For one group, one criterion and one voice, two files of the ward give
different values, and nothing tells which file takes the place of the other.

tdp does not choose. Neither value is used, and the criterion counts as
missing. Values that are equal in both files are used once. A figure in one
file and the claim "Đạt" in the other add up; a contradiction is TDP301.

How to mend it:
1. Open both files, look at the two cells named in the message, and compare
   them with the records.
2. Correct the wrong cell; or, if one file is an old version, move it out of
   the folder.
3. Check again.

Example: for Tổ dân phố số 4, criterion 5.4, F12 is 3,2% in "lần 1.xlsx" and
2,8% in "lần 2.xlsx". The latter is final, so "lần 1.xlsx" is taken out of
the folder."#,
    ),
};
