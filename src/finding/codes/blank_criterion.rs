//! TDP116: a criterion was left blank.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP116",
    name: "blank-criterion",
    severity: Severity::Warning,
    help: (
        "Nhập số liệu còn thiếu; nếu không phát sinh thì ghi số 0, nếu không thuộc diện đánh giá thì ghi \
         \"không áp dụng\"",
        "Fill in the value; write 0 if there was none of it, \"không áp dụng\" if it does not apply",
    ),
    page: (
        r#"Tiêu chí để trống

Ô của tiêu chí này đang trống, hoặc chỉ có dấu gạch ngang hay các dấu chấm.

Ô trống nghĩa là chưa có số liệu, không phải là số 0 và cũng không phải là
"chưa đạt". Vì vậy tdp không chấm tiêu chí này, và tổ dân phố, bản có thể ở
tình trạng chưa đủ số liệu để kết luận.

Đây là cảnh báo, không phải lỗi; số liệu có thể bổ sung sau.

Cách sửa:
1. Nếu đã có số liệu, nhập vào ô.
2. Nếu không phát sinh vụ việc nào, ghi số 0.
3. Nếu tổ dân phố, bản không thuộc diện đánh giá tiêu chí này, ghi
   "không áp dụng".

Ví dụ: tiêu chí 6.2 "Số vụ phạm tội nghiêm trọng", ô V9 ghi "-". Nếu cả năm
không có vụ nào thì ghi 0 vào ô V9."#,
        r#"A criterion was left blank

The cell of this criterion is empty, or holds nothing but a dash or dots.

Blank means that the value is missing; it is neither zero nor
"not achieved". The criterion is not judged, and the group may stay
incomplete.

This is a warning, not an error; the value may follow later.

How to mend it:
1. If there is a value, fill it in.
2. If nothing happened that was to be counted, write 0.
3. If the criterion does not apply to the group, write "không áp dụng".

Example: for criterion 6.2, number of serious crimes, V9 says "-". If there
were none all year, write 0 into V9."#,
    ),
};
