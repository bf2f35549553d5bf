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

Phiên bản này của tdp chưa kiểm tra điều này.

Số liệu của tiêu chí này thay đổi rất nhiều so với kỳ trước của chính tổ dân
phố, bản đó.

Đây là cảnh báo: số liệu vẫn được dùng như đã ghi. Thay đổi lớn có thể là
thật, nhưng cũng hay do gõ thừa, thiếu chữ số, nhầm dòng hoặc đổi cách tính.

Cách sửa:
1. So con số với biểu năm trước và sổ theo dõi.
2. Nếu gõ nhầm, sửa lại.
3. Nếu đúng, để nguyên và ghi lý do vào cột "Ghi chú" để người thẩm định nắm
   được.

Ví dụ: "Tổng số hộ" của Tổ dân phố số 2 năm trước là 125, năm nay ô
E7 ghi 1250. Đây là gõ thừa một số 0; sửa ô E7 thành 125."#,
        "A figure far from the period before

Not checked by this version of tdp yet.

The criterion's figure has changed very much since the period before, for
the same group.

This is a warning: the figure is used as it is. A great change may be real,
but often a digit was added or lost, a row was mixed up, or it is computed
in another way.

How to mend it:
1. Compare it with last year's table and with the records.
2. If it was mistyped, correct it.
3. If it is right, leave it and give the reason in the notes column.

Example: Tổ dân phố số 2 had 125 households last year, and this year
E7 says 1250. A zero too many: write 125 into E7.",
    ),
};
