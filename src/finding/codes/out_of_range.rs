//! TDP208: out of range.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP208",
    name: "out-of-range",
    severity: Severity::Error,
    help: (
        "Kiểm tra lại con số: tỷ lệ từ 0% đến 100%, số lượng không âm, điểm không quá điểm tối đa",
        "Look at the number again: percentages lie between 0 and 100, quantities are not negative, points \
         within the maximum",
    ),
    page: (
        r#"Số liệu nằm ngoài khoảng có thể có

Tỷ lệ này lớn hơn 100% hoặc nhỏ hơn 0%, hoặc số lượng là số âm hay số lẻ
(2,5 vụ), hoặc điểm chấm cao hơn điểm tối đa của tiêu chí.

Con số như vậy thường do gõ thiếu dấu phẩy hoặc nhầm cột. Vì không biết con
số đúng là bao nhiêu nên tiêu chí coi như chưa có số liệu. Những tiêu chí
được phép vượt 100% (ví dụ giao quân vượt chỉ tiêu) không bị báo.

Cách sửa:
1. Xem có thiếu dấu phẩy thập phân hay không: 955 có thể là 95,5.
2. Xem có ghi nhầm số lượng vào cột tỷ lệ hay không.
3. Gõ lại con số đúng.

Ví dụ: tiêu chí 5.2 "Tỷ lệ người dân tham gia bảo hiểm y tế", ô M11 ghi
955%. Số đúng là 95,5%."#,
        "Out of range

The percentage is above 100 or below 0, the quantity is negative, a count is
no whole number (2.5 cases), or the points are more than the criterion's
maximum.

Mostly a decimal comma is missing or the wrong column was used. As nobody
can tell the right number, the criterion is missing. Criteria that may
exceed 100 % (recruits beyond the quota, say) are not concerned.

How to mend it:
1. See whether a decimal comma is missing: 955 may be 95,5.
2. See whether a quantity was put into a column of percentages.
3. Type the right number.

Example: for criterion 5.2, the share of people with health insurance, M11
holds 955%. The right number is 95,5%.",
    ),
};
