//! TDP301: the claim contradicts the figure.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP301",
    name: "claim-contradicts-figure",
    severity: Severity::Error,
    help: (
        "Đối chiếu số liệu với mức yêu cầu rồi sửa ô tự chấm hoặc sửa số liệu cho khớp nhau",
        "Compare the figure with the requirement and correct whichever of the two is wrong",
    ),
    page: (
        r#"Kết quả tự chấm trái với số liệu

Ô tự chấm ghi "Đạt" nhưng số liệu chưa tới mức yêu cầu, hoặc ghi "Chưa đạt"
nhưng số liệu đã tới mức yêu cầu, hoặc đánh dấu ở cả hai cột Đạt và Chưa
đạt.

Khi có số liệu thì kết quả được xét theo số liệu, không theo ô tự chấm. Hai
ô trái nhau nghĩa là một trong hai ô sai, nên cần xem lại. Nếu đánh dấu cả
Đạt và Chưa đạt thì tiêu chí coi như chưa có số liệu.

Hay gặp nhất là do làm tròn: Excel hiện 95,0% nhưng trong ô là 94,96%, vẫn
thấp hơn 95%. Muốn thấy đủ chữ số, bấm vào ô, bấm Ctrl+1, chọn Phần trăm
(Percentage) và tăng số chữ số thập phân.

Cách sửa:
1. Xem mức yêu cầu của tiêu chí, chú ý "trên 95%" khác với "từ 95% trở lên".
2. Nếu số liệu đúng, sửa ô tự chấm theo số liệu.
3. Nếu số liệu sai, sửa số liệu theo hồ sơ.

Ví dụ: tiêu chí 5.2 yêu cầu từ 95% trở lên, ô M9 là 94,9%, ô N9 ghi "Đạt".
Vì 94,9% thấp hơn 95% nên kết quả là chưa đạt; sửa ô N9 thành "Chưa đạt",
hoặc sửa ô M9 nếu ghi nhầm."#,
        r#"The claim contradicts the figure

The claim says "Đạt" (achieved) while the figure falls short of the
requirement, or "Chưa đạt" (not achieved) while the figure meets it; or both
columns, Đạt and Chưa đạt, are marked.

Where there is a figure, the figure decides. That the two contradict each
other means that one of them is wrong, so somebody should look. Where both
columns are marked the criterion is missing.

Most often it is rounding: Excel shows 95.0% while the cell holds 94.96 %,
which is below 95 %. To see all digits, click the cell, press Ctrl+1, choose
Percentage and raise the number of decimals.

How to mend it:
1. Look at the requirement: "more than 95 %" is not "95 % or more".
2. If the figure is right, correct the claim.
3. If the figure is wrong, correct it by the records.

Example: criterion 5.2 asks for at least 95 %, M9 holds 94,9% and N9 "Đạt".
94.9 % is below 95 %, so it is not achieved: write "Chưa đạt" into N9, or
correct M9 if it was mistyped."#,
    ),
};
