//! TDP502: an unknown key.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP502",
    name: "unknown-key",
    severity: Severity::Error,
    help: (
        "Sửa tên mục theo tên gần đúng mà thông báo gợi ý, hoặc xóa dòng đó",
        "Use the nearest name that the message suggests, or delete the line",
    ),
    page: (
        "Tên mục khai báo không có trong quy định

Tệp khai báo có một mục (tên đứng trước dấu bằng, hoặc tên cột của tệp .csv)
mà tdp không biết. Thường là gõ nhầm một chữ.

Nếu bỏ qua mục gõ nhầm, quy định mà người viết muốn đặt ra sẽ không có hiệu
lực mà không ai hay biết. Vì vậy tdp dừng lại để người viết xem.

Cách sửa:
1. Đến đúng dòng được nêu, so với tên gần nhất trong thông báo.
2. Sửa lại tên; nếu mục này không cần thì xóa cả dòng.
3. Muốn ghi chú cho người đọc, đặt dấu # ở đầu dòng.

Ví dụ: dòng 20 của tệp bộ tiêu chí ghi knokout = true. Tên đúng là knockout,
nghĩa là không đạt riêng tiêu chí này thì cả tổ dân phố, bản không đạt.",
        "An unknown key

A definition file has a key (the name before the equals sign, or a column of
a .csv file) that tdp does not know. Mostly it is mistyped.

If it were passed over, a rule that somebody meant to set would not hold,
and nobody would know. So tdp stops and asks.

How to mend it:
1. Go to the line named and compare with the nearest name in the message.
2. Correct the name, or delete the line if it is not needed.
3. Remarks for readers begin with #.

Example: line 20 of the criteria set says knokout = true. The key is
knockout: not achieving this criterion alone fails the unit.",
    ),
};
