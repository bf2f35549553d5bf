//! TDP211: not applicable, where that is forbidden.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP211",
    name: "not-applicable-forbidden",
    severity: Severity::Error,
    help: (
        "Nhập kết quả của tiêu chí này, vì tiêu chí áp dụng cho mọi tổ dân phố, bản",
        "Fill in the result, as this criterion applies to every group",
    ),
    page: (
        r#"Ghi "không áp dụng" ở tiêu chí không cho phép

Ô này ghi "không áp dụng", nhưng theo bộ tiêu chí thì tiêu chí này áp dụng
cho mọi tổ dân phố, bản.

Nếu chấp nhận, tổ dân phố, bản sẽ được bớt một tiêu chí mà kế hoạch không
cho bớt. Vì vậy nội dung này không được dùng, và tiêu chí coi như chưa có số
liệu.

Cách sửa:
1. Nhập kết quả thực tế của tiêu chí.
2. Nếu ý là "không có vụ nào", "không có hộ nào" thì ghi số 0.
3. Nếu cho rằng tiêu chí đúng là không áp dụng, báo Phòng Nội vụ xem lại bộ
   tiêu chí.

Ví dụ: tiêu chí 5.3 "Số trẻ bỏ học" yêu cầu bằng 0, ô P10 ghi
"không áp dụng" vì không có trẻ nào bỏ học. Ghi 0 vào ô P10 thì tiêu chí
đạt."#,
        r#"Not applicable, where that is forbidden

The cell says "không áp dụng", but by the criteria set this criterion
applies to every group.

Accepting it would spare the group a criterion that the plan does not spare
it. So it has not been used, and the criterion is missing.

How to mend it:
1. Fill in what was found.
2. If it means "there was none", write 0.
3. If the criterion really does not apply, ask the Home Affairs office to
   look at the criteria set.

Example: criterion 5.3, children who left school, has to be 0, and P10 says
"không áp dụng" because there were none. With 0 in P10 the criterion is
achieved."#,
    ),
};
