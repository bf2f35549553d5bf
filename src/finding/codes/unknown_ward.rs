//! TDP011: the ward cannot be told.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP011",
    name: "unknown-ward",
    severity: Severity::Error,
    help: (
        "Ghi tên phường, xã vào phần đầu biểu, ví dụ ô A1: \"UBND phường Đoàn Kết\"",
        "Write the ward's name above the table, such as A1: \"UBND phường Đoàn Kết\"",
    ),
    page: (
        r#"Không biết biểu của phường, xã nào

tdp tìm tên phường, xã theo thứ tự: nơi được chỉ định khi chạy, thông tin có
sẵn trong biểu mẫu, phần đầu biểu, rồi đến tên các tổ dân phố, bản nếu chúng
chỉ khớp với một phường, xã duy nhất. Với tệp này, cả bốn cách đều không cho
câu trả lời chắc chắn.

Phường, xã nào cũng có thể có "Tổ dân phố số 1". Nếu chưa biết phường, xã
thì không biết số liệu là của tổ dân phố nào, nên số liệu trong tệp chưa
được dùng. Nếu phần đầu biểu ghi tên một phường, xã không có trong danh sách
đơn vị thì thông báo nêu ô đó và các tên gần nhất.

Nếu phần đầu biểu ghi hai phường, xã khác nhau thì thông báo nêu cả hai ô.
Khi tên các tổ dân phố, bản chỉ khớp với một trong hai nơi, biểu được đọc là
của nơi đó và đây chỉ là cảnh báo.

Nếu phần đầu biểu ghi một phường, xã mà chỉ một nơi khác mới có đủ các tổ
dân phố, bản trong tệp, thông báo nêu ô ghi tên đó; tệp vẫn được đọc theo
phần đầu biểu và đây chỉ là cảnh báo. Xem ô này trước khi sửa tên tổ nào.

Nếu khi chạy đã chỉ định mà phần đầu biểu ghi tên phường, xã khác thì đây
chỉ là cảnh báo: số liệu được dùng cho phường, xã được chỉ định.

Cách sửa:
1. Trong Excel, ghi tên cơ quan lập biểu ở phía trên biểu, ví dụ ô A1 ghi
   "UBND phường Đoàn Kết".
2. Lưu và gửi lại tệp.
3. Người tổng hợp ở thành phố cũng có thể chỉ định phường, xã bằng mã khi
   chạy, ví dụ "--ward 03389".

Ví dụ: phần đầu biểu chỉ ghi "BIỂU TỔNG HỢP NĂM 2025", cột B ghi "Tổ 1", "Tổ
2", "Tổ 3", phường nào cũng có. Thêm "UBND phường Đoàn Kết" vào ô A1 thì
biểu được đọc."#,
        r#"The ward cannot be told

tdp looks for the ward in this order: what was said with --ward, the stamp
of the form, the title block, and the groups' names if they fit one ward
only. None of the four gives a certain answer for this file.

Every ward may have a "Tổ dân phố số 1". Without the ward nobody knows whose
figures these are, so none of them has been used. Where the title block
names a ward that the register does not have, the message quotes it with the
nearest names.

Where the title block names two wards, the message names both cells. If the
groups' names fit one of the two only, the table is read as that ward's and
this is a warning.

Where the title names a ward while only another one has all the groups of
the file, the message names the title's cell; the file is read by its title
all the same, and this is a warning. Look there before correcting any name.

Where --ward is given and the title names another ward, this is a warning
only: the figures are used for the ward that was given.

How to mend it:
1. In Excel, write the issuing office above the table: A1 "UBND phường Đoàn
   Kết".
2. Save the file and send it again.
3. The city's officer may also name the ward by its code: "--ward 03389".

Example: the title block says "BIỂU TỔNG HỢP NĂM 2025" and column B "Tổ
1", "Tổ 2", "Tổ 3", which every ward has. With "UBND phường Đoàn Kết" in A1
the table is read."#,
    ),
};
