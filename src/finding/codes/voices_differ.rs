//! TDP401: two voices differ.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP401",
    name: "voices-differ",
    severity: Severity::Warning,
    help: (
        "Xem lại căn cứ của hai bên; kết quả đang lấy theo bên thẩm định sau",
        "Look at what both rest on; the result follows the later voice",
    ),
    page: (
        r#"Hai bên đánh giá khác nhau

Về cùng một tiêu chí của một tổ dân phố, bản, kết quả tự đánh giá và kết quả
thẩm định (hoặc kết quả của hai cấp thẩm định) khác nhau.

Đây là cảnh báo: kết quả lấy theo bên đứng sau trong thứ tự tự đánh giá,
phường hoặc xã, cơ quan chuyên môn, đoàn thẩm định, kể cả khi bên sau chỉ
ghi "Đạt" hoặc "Chưa đạt". Ý kiến của bên trước vẫn được giữ lại để đối
chiếu, không bị ghi đè.

Cách sửa:
1. Xem hai ô nêu trong thông báo và minh chứng của mỗi bên.
2. Nếu một bên ghi nhầm, bên đó sửa biểu của mình và gửi lại.
3. Nếu đúng là có ý kiến khác nhau, để nguyên; kết quả lấy theo bên thẩm
   định.

Ví dụ: tiêu chí 6.3 của Tổ dân phố số 1: tự đánh giá "Đạt" (ô W6), Công an
thành phố thẩm định "Chưa đạt" (ô D14 của danh sách). Kết quả là chưa đạt."#,
        r#"Two voices differ

On one criterion of one group, the self-assessment and the appraisal (or two
appraisals) give different results.

This is a warning: the later in the order self, ward, agency, panel
prevails, even as a bare "Đạt" or "Chưa đạt". What the earlier one said is
kept and never overwritten.

How to mend it:
1. Look at the two cells named in the message and at the evidence of both.
2. If one of them made a mistake, they correct their table and send it
   again.
3. If they really are of two minds, leave it; the appraisal decides.

Example: on criterion 6.3 of Tổ dân phố số 1, the self-assessment says "Đạt"
(W6) and the city police "Chưa đạt" (D14 of their list). The result is not
achieved."#,
    ),
};
