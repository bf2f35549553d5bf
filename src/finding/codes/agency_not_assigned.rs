//! TDP402: an appraisal by an agency that is not assigned.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP402",
    name: "agency-not-assigned",
    severity: Severity::Error,
    help: (
        "Bỏ tiêu chí này khỏi danh sách của cơ quan, hoặc bổ sung phân công vào kế hoạch nếu kế hoạch có giao",
        "Take the criterion out of the agency's list, or add it to what the plan assigns to the agency",
    ),
    page: (
        r#"Cơ quan thẩm định tiêu chí không được phân công

Danh sách thẩm định của một cơ quan có tiêu chí mà kế hoạch không giao cho
cơ quan đó thẩm định. Cột mang tên cơ quan trong biểu của phường, xã, như
"Công an thẩm định", cũng được xét như vậy; cơ quan không có trong kế hoạch
thì không được giao tiêu chí nào.

Ý kiến này không được dùng, để kết quả không bị thay đổi bởi nơi không có
thẩm quyền. Các tiêu chí khác của danh sách vẫn được dùng bình thường.

Cách sửa:
1. Xem phụ lục phân công của kế hoạch: tiêu chí này giao cho cơ quan nào.
2. Nếu ghi nhầm số hiệu tiêu chí, cơ quan sửa danh sách và gửi lại.
3. Nếu kế hoạch có giao, người tổng hợp ở thành phố bổ sung số hiệu tiêu chí
   vào mục "appraises" của cơ quan trong tệp tdp.toml.

Ví dụ: danh sách của Công an thành phố, dòng 9, thẩm định tiêu chí 5.2 về
bảo hiểm y tế, trong khi kế hoạch chỉ giao các tiêu chí từ 6.1 đến 6.10. Ô
B9 lẽ ra ghi 6.2."#,
        r#"An appraisal by an agency that is not assigned

An agency's list holds a criterion that the plan does not assign to it. So
may a column under an agency's name in a ward's own table; an agency that is
not in the plan is assigned nothing.

The appraisal is ignored, so that no result is changed by somebody without
the say. The other criteria of the list are used as usual.

How to mend it:
1. Look up in the plan's appendix which agency appraises the criterion.
2. If the criterion's number is mistyped, the agency corrects its list and
   sends it again.
3. If the plan does assign it, the city's officer adds the criterion to the
   agency's "appraises" in tdp.toml.

Example: row 9 of the list of the city police appraises criterion 5.2,
health insurance, while the plan assigns 6.1 to 6.10 to them. B9 should say
6.2."#,
    ),
};
