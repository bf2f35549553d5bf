//! TDP306: a figure far from the period before.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP306",
    name: "far-from-previous",
    severity: Severity::Warning,
    help: (
        "Xem lại số liệu có gõ nhầm không; nếu đúng thì ghi lý do thay đổi vào cột ghi chú",
        "See whether the figure was mistyped; if it is right, give the reason for the change in the notes",
    ),
    page: (
        r#"Số liệu khác xa kỳ trước

Số liệu của tiêu chí này gấp từ năm lần trở lên, hoặc chỉ bằng một phần năm
trở xuống, so với kỳ trước của chính tổ dân phố, bản đó. Với số đếm, tỷ lệ
phần trăm và tổng số thì còn phải chênh từ 20 trở lên. Kỳ trước là thư mục
ghi ở mục "previous" của tdp.toml; số 0 không được đem ra so.

Đây là cảnh báo: số liệu vẫn được dùng như đã ghi. Thay đổi lớn có thể là
thật, nhưng cũng hay do gõ thừa, thiếu chữ số, nhầm dòng hoặc đổi cách tính.

Cách sửa:
1. So con số với biểu năm trước và sổ theo dõi.
2. Nếu gõ nhầm, sửa lại.
3. Nếu đúng, để nguyên và ghi lý do vào cột "Ghi chú" để người thẩm định nắm
   được.

Ví dụ: "Tổng số hộ" của Tổ dân phố số 2 năm trước là 125, năm nay ô
E7 ghi 1250. Đây là gõ thừa một số 0; sửa ô E7 thành 125."#,
        r#"A figure far from the period before

The criterion's figure is at least five times that of the period before for
the same group, or at most a fifth of it; counts, percentages and wholes
must also differ by 20. The period before is the folder that "previous" in
tdp.toml names; zeros are not compared.

This is a warning: the figure is used as it is. A great change may be real,
but often a digit was added or lost, a row was mixed up, or it is computed
in another way.

How to mend it:
1. Compare it with last year's table and with the records.
2. If it was mistyped, correct it.
3. If it is right, leave it and give the reason in the notes column.

Example: Tổ dân phố số 2 had 125 households last year, and this year
E7 says 1250. A zero too many: write 125 into E7."#,
    ),
};
