//! TDP305: required evidence is not named.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP305",
    name: "evidence-not-named",
    severity: Severity::Warning,
    help: (
        "Ghi tên, số, ngày của văn bản hoặc tài liệu minh chứng vào cột \"Minh chứng\"",
        "Name the document that proves it, with number and date, in the evidence column",
    ),
    page: (
        r#"Chưa ghi minh chứng bắt buộc

Bộ tiêu chí yêu cầu tiêu chí này phải có minh chứng, nhưng ô minh chứng đang
trống.

Đây là cảnh báo: kết quả vẫn được xét theo số liệu hoặc tự chấm. Nhưng khi
thẩm định, cơ quan chuyên môn sẽ cần biết căn cứ ở đâu.

Cách sửa:
1. Ghi vào cột "Minh chứng" tên, số và ngày của văn bản, biên bản, danh sách
   liên quan.
2. Nếu tài liệu đang hoàn thiện, ghi vào sau rồi gửi lại biểu.
3. Không cần dán ảnh hay tệp vào biểu.

Ví dụ: tiêu chí 1.2 "Quy ước, hương ước được công
nhận", ô D9 ghi "Đạt", ô E9 "Minh chứng" trống. Ghi vào ô E9: "Quyết định số
45/QĐ-UBND ngày 12/3/2025"."#,
        r#"Required evidence is not named

The criteria set asks for evidence for this criterion, but the evidence cell
is empty.

This is a warning: figure or claim are judged all the same. But whoever
appraises it will want to know what it rests on.

How to mend it:
1. Write name, number and date of the document, minutes or list into the
   evidence column ("Minh chứng").
2. If the document is still being made, fill it in later and send the table
   again.
3. Pictures or files need not be pasted into the table.

Example: for criterion 1.2, recognised village rules, D9 says "Đạt" and E9
(evidence) is empty. Write into E9: "Quyết định số 45/QĐ-UBND ngày
12/3/2025"."#,
    ),
};
