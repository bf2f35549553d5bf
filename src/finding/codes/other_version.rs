//! TDP010: made for another plan or another version of the criteria.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP010",
    name: "other-version",
    severity: Severity::Error,
    help: (
        "Chép số liệu sang biểu mẫu của kế hoạch đang áp dụng rồi gửi lại",
        "Copy the figures into the form of the plan in force and send it again",
    ),
    page: (
        r#"Biểu lập theo kế hoạch hoặc bộ tiêu chí khác

Biểu mẫu điền sẵn của kế hoạch có ghi số kế hoạch và phiên bản bộ tiêu chí
trong thuộc tính của tệp. Tệp này ghi kế hoạch khác, hoặc phiên bản bộ tiêu
chí khác với kế hoạch đang áp dụng, thường do dùng lại biểu năm trước; hoặc
phần đầu biểu hoặc tên trang tính ghi một năm khác với năm của kế hoạch;
hoặc phần đầu biểu nói đến chỉ tiêu, kế hoạch chứ không phải kết quả.

Dòng phía trên bảng trong biểu mẫu cũng ghi kế hoạch và bộ tiêu chí. Trang
tính nào có dòng ấy khác với thuộc tính của tệp, ví dụ chép từ tệp năm trước
sang, thì cả trang không được dùng; thông báo nêu ô đó.

Giữa hai phiên bản, cùng một số hiệu có thể là hai tiêu chí khác nhau, hoặc
mức yêu cầu đã thay đổi. Nếu cứ đọc như thường thì số liệu có thể bị tính
vào nhầm tiêu chí.

Nếu chỉ khác là phiên bản cũ hơn, và mỗi tiêu chí mới thay thế đúng một tiêu
chí cũ, thì đây chỉ là cảnh báo: các tiêu chí được đọc theo số hiệu cũ. Tiêu
đề hoặc tên trang tính ghi năm khác cũng chỉ là cảnh báo, vì thường là quên
sửa. Trường hợp còn lại là lỗi và số liệu của tệp chưa được dùng.

Cách sửa:
1. Lấy biểu mẫu của kế hoạch đang áp dụng; thành phố lập biểu mẫu này bằng
   lệnh "tdp template".
2. Chép số liệu sang từng cột theo tên tiêu chí, không theo vị trí cột.
3. Gửi lại tệp mới.

Ví dụ: biểu ghi bộ tiêu chí ngày 22/3/2021, trong khi kế hoạch áp dụng bộ
tiêu chí ngày 07/8/2023. Tỷ lệ hộ nghèo trước đây là tiêu chí 2.3, nay là
tiêu chí 5.4."#,
        r#"Made for another plan or another version of the criteria

The plan's forms carry its number and the version of the criteria in the
properties of the file. This file carries another plan, or another version
than the plan in force, mostly because last year's form was used again; or
its title or the name of a sheet says another year than the plan's; or the
title speaks of targets or plans and not of results.

A line above the table of a form names plan and criteria as well. A sheet on
which it says something else than the properties of the file, one copied
from last year's file for instance, is not used as a whole; the message
names the cell.

Between two versions one number may stand for two different criteria, or the
requirement may have changed. Read as if nothing had happened, figures could
be counted under the wrong criterion.

If the version is merely older and every new criterion replaces exactly one
of it, this is a warning: the criteria are read by their older numbers. A
title or a sheet's name of another year is a warning, too, as it is often
just left as it was. Everything else is an error and nothing in the file is
used.

How to mend it:
1. Take the form of the plan in force; the city makes it with
   "tdp template".
2. Copy the figures over by the criteria's titles, not by the position of
   the columns.
3. Send the new file.

Example: the form carries the criteria of 22/3/2021 while the plan goes by
those of 07/8/2023. The share of poor households used to be criterion 2.3
and is now 5.4."#,
    ),
};
