//! TDP202: a bound or an estimate, not a figure.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP202",
    name: "bound-not-figure",
    severity: Severity::Error,
    help: (
        "Ghi con số thực tế, ví dụ 95,5%, bỏ các chữ \"trên\", \"dưới\", \"khoảng\", \"≥\"",
        "Write the actual figure, such as 95,5%, without \"over\", \"under\", \"about\" or \"≥\"",
    ),
    page: (
        r#"Ghi khoảng chừng, chưa phải số thực tế

Ô này ghi một mức ước chừng như "trên 95%", "≥ 95%", "khoảng 95", hoặc định
dạng ô tự thêm chữ, dấu như vậy bên cạnh con số, chứ không phải kết quả thực
tế.

"Trên 95%" thường là yêu cầu của tiêu chí được chép lại. Từ đó không biết
kết quả là 95,1% hay 99%, nên không so được với mức yêu cầu và không cộng
được cho cả phường, xã. Tiêu chí coi như chưa có số liệu.

Cách sửa:
1. Ghi kết quả thực tế, ví dụ 97,3%.
2. Tốt nhất là ghi cả số đạt và tổng số, ví dụ 146/150, khi đó không cần tự
   tính tỷ lệ. Nếu Excel đổi thành ngày tháng, gõ dấu nháy đơn ở trước:
   '5/6.
3. Nếu bấm vào ô chỉ thấy con số, đổi định dạng ô thành Chung (Ctrl+1, chọn
   General).

Ví dụ: tiêu chí 3.2 yêu cầu trên 95%, ô J10 ghi "trên 95%". Khối lượng thu
gom là 146 tấn trên 150 tấn phát sinh: ghi 146/150 vào ô J10."#,
        r#"A bound or an estimate, not a figure

The cell holds something like "trên 95%" (over 95 %), "≥ 95%" or "khoảng 95"
(about 95), or its format adds such a word or sign to the number: not what
was measured.

"Over 95 %" is mostly the requirement copied out. It may mean 95.1 % or
99 %, so it can neither be compared with the requirement nor be added up for
the ward. The criterion is missing.

How to mend it:
1. Write what was measured: 97,3%.
2. Better still, write part and whole, such as 146/150; then no percentage
   has to be worked out. Where Excel makes a date of it, type an apostrophe
   first: '5/6.
3. Where the formula bar shows the number alone, set the cell's format to
   General (Ctrl+1).

Example: criterion 3.2 asks for more than 95 % and J10 says "trên 95%". 146
of 150 tonnes were collected: write 146/150 into J10."#,
    ),
};
