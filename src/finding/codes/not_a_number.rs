//! TDP201: not a number where one is needed.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP201",
    name: "not-a-number",
    severity: Severity::Error,
    help: (
        "Chỉ ghi một con số trong ô này; lời giải thích chuyển sang cột ghi chú",
        "Leave a number alone in this cell and move any explanation to the notes column",
    ),
    page: (
        r#"Không phải là số ở ô cần ghi số

Ô này cần một con số (kết quả, số đạt hoặc tổng số), nhưng đang ghi chữ mà
không đọc ra được con số nào; hoặc đang là phần trăm ở chỗ cần số lượng;
hoặc là ngày tháng, vì Excel tự đổi 5/6 thành ngày 5 tháng 6; hoặc hiển thị
một số khác với số mà ô chứa; hoặc tệp CSV có dòng nhiều ô hơn dòng tiêu đề,
thường vì số 95,5 không đặt trong ngoặc kép nên bị tách làm hai ô; hoặc có
phần bị gạch ngang, có chữ số chú thích viết nhỏ cạnh con số, có ký tự ẩn
làm chữ số hiển thị ngược; hoặc đầu cột, dòng hay định dạng số ghi đơn vị
tính khác với đơn vị của tiêu chí ("nghìn đồng" thay vì "triệu đồng").

Cũng báo ở đây: số đạt và tổng số ghi theo hai đơn vị tính khác nhau (tấn và
kg), nên chia ra không thành tỷ lệ; và hai con số khác nhau cho một tiêu chí
chỉ cần một con số.

tdp không suy đoán con số. Tiêu chí này của tổ dân phố, bản đó coi như chưa
có số liệu, kể cả khi bên cạnh có ghi "Đạt".

Cách sửa:
1. Xóa phần chữ, chỉ để lại con số, ví dụ 12 hoặc 95,5%.
2. Nếu cần giải thích, ghi sang cột "Ghi chú".
3. Nếu Excel đổi số liệu thành ngày tháng, gõ dấu nháy đơn ở trước: '5/6.
4. Nếu ô hiện dấu % ở chỗ cần số lượng, bấm Ctrl+1, chọn Chung (General),
   bấm đồng ý rồi gõ lại.
5. Nếu ô hiển thị 40 mà bấm vào lại thấy 40000000, định dạng của ô đang chia
   số cho một triệu: gõ lại số theo đơn vị mà tiêu chí hỏi, rồi đổi
   định dạng ô thành Chung (General).
6. Trong tệp CSV, đặt số có dấu phẩy trong ngoặc kép ("95,5"), hoặc lưu tệp
   với dấu chấm phẩy ngăn cách các ô.
7. Nếu đơn vị tính khác với tiêu chí, đổi số liệu ra đơn vị của tiêu chí rồi
   sửa đơn vị ghi ở đầu cột, ở dòng hoặc trong định dạng số.
8. Nếu chưa có số liệu, để trống ô; nếu không phát sinh, ghi 0.

Ví dụ: tiêu chí 2.4 "Thu nhập bình quân đầu người (triệu
đồng)", ô G9 ghi "đang rà soát". Khi có số liệu, ghi 58,5 vào ô G9."#,
        r#"Not a number where one is needed

This cell needs a number (a figure, a part or a whole), but holds words from
which no number can be read; or a percentage where a quantity is needed; or
a date, as Excel turns 5/6 into the fifth of June; or shows another number
than it holds; or a record of a CSV has more fields than its headings,
mostly because 95,5 stands there without quotes and was cut in two; or
something in it is crossed out, a small digit of a footnote stands at the
number, or hidden characters show its digits in another order; or the
heading, the row or the number format says another unit of measurement than
the criterion's ("nghìn đồng" instead of "triệu đồng").

Told here too: a part and a whole in different units of measurement (tonnes
and kg), which make no percentage; and two different numbers for a criterion
that takes one.

tdp does not guess numbers. The criterion is missing for this group, even if
"Đạt" stands beside it.

How to mend it:
1. Take the words out and leave the number: 12, or 95,5%.
2. Put any explanation into the notes column.
3. Where Excel turns the figure into a date, type an apostrophe first: '5/6.
4. Where a % shows in a cell that needs a quantity, press Ctrl+1, choose
   General, confirm, and type it again.
5. Where a cell shows 40 but holds 40000000, its format divides by a
   million: type the number in the unit that the criterion asks for and set
   the format to General.
6. In a CSV, put numbers with a comma in quotes ("95,5"), or save the file
   with semicolons between the fields.
7. Where the unit of measurement is another one, convert the figures to the
   criterion's and correct the unit in the heading, row or number format.
8. If there is no figure yet, leave the cell empty; if there was none of it,
   write 0.

Example: for criterion 2.4, income in million đồng, G9 says "đang rà soát"
(being checked). Once it is known, write 58,5 into G9."#,
    ),
};
