//! TDP203: a fraction read as a percentage.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP203",
    name: "fraction-as-percent",
    severity: Severity::Warning,
    help: (
        "Nếu đọc như vậy là đúng thì bôi đen cột và bấm Ctrl+Shift+% để ô hiện thành phần trăm; nếu không thì \
         sửa số liệu",
        "If it was read rightly, select the column and press Ctrl+Shift+% so that it shows percentages, else \
         correct it",
    ),
    page: (
        "Số thập phân được đọc thành phần trăm

Tiêu chí này tính bằng phần trăm. Trong các tệp đã gửi, mọi số liệu của tiêu
chí (trừ số 0) đều lớn hơn 0 và không quá 1, ô không có dạng phần trăm, còn
mức yêu cầu từ 10% trở lên. Vì vậy 0,955 được đọc là 95,5%.

Đây là cảnh báo: số liệu được dùng theo cách đọc này. Nếu thật ra muốn ghi
0,955% thì kết quả sẽ khác hẳn, nên cần người lập biểu xem lại.

Cách sửa:
1. Bôi đen các ô số liệu của cột này.
2. Bấm Ctrl+Shift+%. Ô đang chứa 0,955 sẽ hiện 96%, giá trị không đổi và từ
   nay rõ ràng là phần trăm.
3. Nếu cách đọc không đúng, gõ lại số liệu kèm dấu phần trăm.

Ví dụ: tiêu chí 5.2 yêu cầu từ 95% trở lên, cột K có 0,955; 0,972; 0,98. Cả
cột được đọc là 95,5%; 97,2%; 98%.",
        "A fraction read as a percentage

The criterion is a percentage. All its numbers in what was sent (zeros
aside) are above 0 and at most 1, the cells have no percent format, and the
requirement is 10 % or more. So 0.955 is read as 95.5 %.

This is a warning: the figures are used as read. If 0.955 % was meant after
all, the result is quite another one; whoever made the table should look.

How to mend it:
1. Select the figures of this column.
2. Press Ctrl+Shift+%. A cell that holds 0.955 then shows 96%; the value
   stays as it is and is plainly a percentage from now on.
3. If it was read wrongly, type the figures again with a percent sign.

Example: criterion 5.2 asks for at least 95 %, and column K holds 0,955;
0,972; 0,98. They are read as 95.5 %, 97.2 % and 98 %.",
    ),
};
