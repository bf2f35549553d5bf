//! TDP308: one unit's wholes of the same name differ.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP308",
    name: "wholes-differ",
    severity: Severity::Warning,
    help: (
        "Thống nhất một con số cho cùng một tổng số; nếu khác nhau là đúng thì để nguyên: cảnh báo vẫn còn nhưng không làm \
         thay đổi kết quả",
        "Use one number for this whole; if they really differ, leave them: the warning stays and changes no result",
    ),
    page: (
        r#"Cùng một tổng số nhưng ghi hai con số

Một tổ dân phố, bản có cùng một loại tổng số (ví dụ "Tổng số hộ") ở nhiều
tiêu chí, nhưng các con số ghi không giống nhau.

Đây là cảnh báo: mỗi tiêu chí vẫn được xét theo con số ghi ở tiêu chí đó.
Nhưng một nơi chỉ có một tổng số hộ, nên có thể một con số bị gõ nhầm hoặc
được lấy ở hai thời điểm khác nhau.

Cách sửa:
1. Xác định tổng số đúng tại thời điểm báo cáo.
2. Sửa các ô ghi khác cho thống nhất.
3. Nếu khác nhau là có lý do thì để nguyên và ghi lý do vào cột "Ghi chú"
   cho người thẩm định: cảnh báo vẫn còn nhưng không làm thay đổi kết quả.

Ví dụ: với Tổ dân phố số 5, "Tổng số hộ" ở tiêu chí 1.3 (ô E8) ghi 125, ở
tiêu chí 5.4 (ô E26) ghi 152. Số đúng là 125, ô E26 bị đảo chữ số."#,
        r#"One unit's wholes of the same name differ

A group gives the same whole ("Tổng số hộ", all households) for several
criteria, and the numbers differ.

This is a warning: each criterion is judged with its own number. But a place
has one number of households, so one may be mistyped, or they were taken on
different days.

How to mend it:
1. Find out the right number for the day of the report.
2. Write it everywhere.
3. If there is a reason for the difference, leave it and give the reason in
   the notes for whoever appraises it: the warning stays and changes no
   result.

Example: for Tổ dân phố số 5, "Tổng số hộ" is 125 under criterion 1.3 (E8)
and 152 under 5.4 (E26). 125 is right, the digits of E26 changed places."#,
    ),
};
