//! TDP205: decimal or thousands separator: it cannot be told.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP205",
    name: "decimal-or-thousands",
    severity: Severity::Error,
    help: (
        "Gõ lại con số không có dấu ngăn hàng nghìn, ví dụ 1500 hoặc 1,5",
        "Type the number again without a thousands separator, such as 1500 or 1,5",
    ),
    page: (
        r#"Không rõ là dấu thập phân hay dấu ngăn hàng nghìn

Ô đang chứa chữ (không phải số), trong đó có đúng một dấu chấm hoặc dấu phẩy
và sau dấu có đúng ba chữ số, như "1.500". Có người viết như vậy là một
nghìn năm trăm, có người viết là một phẩy năm.

Hai cách hiểu chênh nhau một nghìn lần nên tdp không chọn thay; tiêu chí coi
như chưa có số liệu. Riêng tiêu chí đếm (số vụ, số lượt người) thì dấu này
chắc chắn là dấu ngăn hàng nghìn, và "0,125" chắc chắn là số thập phân, nên
không bị hỏi lại.

Cách sửa:
1. Bấm vào ô, xóa đi và gõ lại số không có dấu ngăn hàng nghìn: 1500 hoặc
   1,5.
2. Xem ô đã thành số chưa: số nằm sát bên phải ô, chữ nằm sát bên trái ô.
3. Nếu vẫn nằm bên trái, bấm Ctrl+1, chọn Chung (General), bấm đồng ý rồi gõ
   lại.

Ví dụ: tiêu chí 3.2, cột khối lượng thu gom (tấn), ô H12 ghi chữ "42,500".
Nếu là bốn mươi hai tấn rưỡi thì gõ 42,5; nếu là bốn mươi hai nghìn năm trăm
tấn thì gõ 42500."#,
        r#"Decimal or thousands separator: it cannot be told

The cell holds text, not a number, with exactly one point or comma and
exactly three digits after it, like "1.500". Some write fifteen hundred that
way, others one and a half.

The two readings differ by a factor of a thousand, so tdp does not choose,
and the criterion is missing. For a criterion that counts things it is
surely a thousands separator, and "0,125" is surely a decimal; these are not
questioned.

How to mend it:
1. Click the cell, clear it, and type the number without a thousands
   separator: 1500 or 1,5.
2. See whether it has become a number: numbers stand at the right of the
   cell, text at the left.
3. If it still stands at the left, press Ctrl+1, choose General, confirm,
   and type it again.

Example: for criterion 3.2, tonnes collected, H12 holds the text "42,500".
Type 42,5 for forty-two and a half tonnes, or 42500 for forty-two thousand
five hundred."#,
    ),
};
