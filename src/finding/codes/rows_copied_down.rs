//! TDP307: rows alike beyond chance.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP307",
    name: "rows-copied-down",
    severity: Severity::Warning,
    help: (
        "Kiểm tra lại các dòng giống hệt nhau, nhập đúng số liệu của từng tổ dân phố, bản",
        "Look at the rows that are alike and fill in the figures of each group",
    ),
    page: (
        r#"Nhiều dòng giống hệt nhau

Hai hay nhiều tổ dân phố, bản có số liệu giống hệt nhau ở nhiều tiêu chí đến
mức khó là ngẫu nhiên. Thường là do kéo chuột sao chép xuống các dòng dưới,
hoặc chép dòng mẫu mà chưa sửa.

Đây là cảnh báo: số liệu vẫn được dùng như đã ghi. Nhưng nếu là số chép nhầm
thì kết quả của những tổ dân phố, bản đó không đúng thực tế.

Cách sửa:
1. So các dòng nêu trong thông báo với phiếu của từng tổ dân phố, bản.
2. Nhập lại số liệu đúng cho từng dòng.
3. Nếu số liệu thật sự giống nhau, để nguyên và ghi vào cột "Ghi chú".

Ví dụ: dòng 8 và dòng 9 đều ghi 125 hộ, 122 hộ dùng nước hợp vệ sinh, 118
gia đình văn hóa, 57,5 triệu đồng. Dòng 9 là bản chép của dòng 8, cần nhập
lại số liệu của dòng 9."#,
        "Rows alike beyond chance

Two or more groups have the same figures for so many criteria that it can
hardly be chance. Mostly a row was dragged down, or a sample row was copied
and not changed.

This is a warning: the figures are used as they are. But if they were copied
by mistake, the results of those groups are not real.

How to mend it:
1. Compare the rows named in the message with the groups' own cards.
2. Fill in the right figures of each row.
3. If they really are the same, leave them and say so in the notes.

Example: rows 8 and 9 both say 125 households, 122 with clean water, 118
families of culture, 57,5 million đồng. Row 9 is a copy of row 8 and needs
figures of its own.",
    ),
};
