//! TDP302: a claim without its figure.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP302",
    name: "claim-without-figure",
    severity: Severity::Warning,
    help: (
        "Bổ sung số liệu của tiêu chí này bên cạnh kết quả tự chấm",
        "Add the criterion's figure beside the claim",
    ),
    page: (
        r#"Tự chấm nhưng không có số liệu

Tiêu chí này được xét bằng số liệu, nhưng biểu chỉ ghi "Đạt" hoặc "Chưa đạt"
mà không ghi con số.

Đây là cảnh báo: kết quả tự chấm tạm được dùng, và trong phụ lục có dấu cho
biết kết quả này chỉ dựa vào tự chấm. Không có số liệu thì không kiểm tra
được với mức yêu cầu và không tính được tỷ lệ chung của phường, xã, thành
phố.

Cách sửa:
1. Ghi số liệu vào cột kết quả, ví dụ 97,3%.
2. Nếu biểu có cột số đạt và cột tổng số, ghi cả hai.
3. Giữ nguyên ô tự chấm, trừ khi số liệu cho thấy ngược lại.

Ví dụ: tiêu chí 3.3 yêu cầu từ 95% trở lên, ô H8 chỉ ghi "Đạt". Có 122 hộ
trên 125 hộ dùng nước hợp vệ sinh: ghi 122/125 vào ô kết quả."#,
        r#"A claim without its figure

The criterion goes by a figure, but the table says only "Đạt" or "Chưa đạt"
and gives no number.

This is a warning: the claim stands for now, and the appendices mark the
result as resting on a bare claim. Without the figure it cannot be checked
against the requirement, nor enter the rates of ward and city.

How to mend it:
1. Write the figure into the result column: 97,3%.
2. If there are columns for part and whole, fill in both.
3. Leave the claim, unless the figure shows the opposite.

Example: criterion 3.3 asks for at least 95 %, and H8 says "Đạt" alone. 122
of 125 households have clean water: write 122/125 as the result."#,
    ),
};
