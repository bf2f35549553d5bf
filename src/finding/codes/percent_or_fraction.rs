//! TDP204: percentage or fraction: it cannot be told.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP204",
    name: "percent-or-fraction",
    severity: Severity::Error,
    help: (
        "Gõ lại số liệu kèm dấu phần trăm, ví dụ 0,5% hoặc 50%, hoặc ghi số đạt trên tổng số, ví dụ 1/200",
        "Type the figure with a percent sign, such as 0,5% or 50%, or write part and whole, such as 1/200",
    ),
    page: (
        r#"Không rõ là phần trăm hay số thập phân

Tiêu chí này tính bằng phần trăm, ô có một số lớn hơn 0 và không quá 1,
không có dấu phần trăm. Số 0,5 khi đó có hai cách hiểu: 0,5% (cứ 200 hộ có
1 hộ), hoặc một nửa, tức 50% (cứ 200 hộ có 100 hộ).

Hai cách hiểu cho hai kết quả ngược nhau. Với yêu cầu "hộ nghèo không quá
3%" thì 0,5% là đạt, 50% là chưa đạt. Cả hai đều có thể xảy ra nên tdp không
chọn thay; tiêu chí coi như chưa có số liệu.

Có hai trường hợp. Thứ nhất, mức yêu cầu dưới 10% và mọi số của tiêu chí đều
không quá 1, nên không có gì để đối chiếu. Thứ hai, mức yêu cầu từ 10% trở
lên, và trong cột có cả số lớn (96; 97,5) lẫn số nhỏ (0,98): số 0,98 có thể
là 98% gõ theo kiểu khác, cũng có thể đúng là 0,98%.

Cách sửa:
1. Bấm vào ô, gõ lại cả dấu phần trăm: 0,5% hoặc 50%.
2. Hoặc ghi số đạt trên tổng số: 1/200. Có cột số đạt và cột tổng số bên
   cạnh thì càng rõ.
3. Không bấm nút % khi chưa biết chắc: nút này biến 0,5 thành 50%.

Ví dụ: tiêu chí 5.4 "Tỷ lệ hộ nghèo" yêu cầu không quá 3%, ô R8 ghi 0,5, ô
R9 ghi 0,8. Nếu tổ dân phố ở dòng 8 có 1 hộ nghèo trong 200 hộ thì ghi 0,5%
hoặc 1/200 vào ô R8."#,
        "Percentage or fraction: it cannot be told

The criterion is a percentage, and the cell holds a number above 0 and at
most 1 without a percent sign. 0.5 may then be 0.5 % (1 household in 200) or
one half, which is 50 % (100 households in 200).

The two readings give opposite results. Where at most 3 % may be poor, 0.5 %
is achieved and 50 % is not. Both can happen, so tdp does not choose, and
the criterion is missing.

There are two cases. Either the requirement is below 10 % and all the
criterion's numbers are at most 1, so that there is nothing to compare with.
Or the requirement is 10 % or more and the column mixes large numbers (96;
97.5) with a small one (0.98): that may be 98 % typed another way, or indeed
0.98 %.

How to mend it:
1. Click the cell and type the number with its sign: 0,5% or 50%.
2. Or write part and whole: 1/200. A column of parts and one of wholes
   beside it tell it, too.
3. Do not press the % button unless you are sure: it turns 0.5 into 50%.

Example: criterion 5.4, the share of poor households, allows at most 3 %; R8
holds 0,5 and R9 0,8. If the group of row 8 has 1 poor household among 200,
write 0,5% or 1/200 into R8.",
    ),
};
