//! TDP116: a criterion was left blank.

use crate::finding::{Code, Severity};

pub(super) const CODE: Code = Code {
    number: "TDP116",
    name: "blank-criterion",
    severity: Severity::Warning,
    help: (
        "Nhập kết quả còn thiếu vào ô của tiêu chí",
        "Enter the missing result into the criterion's cell",
    ),
    page: (
        r#"Tiêu chí để trống

Ô của tiêu chí này đang trống, hoặc chỉ có dấu gạch ngang hay các dấu chấm.

Ô trống nghĩa là chưa có số liệu, không phải là số 0 và cũng không phải là
"chưa đạt". Vì vậy tdp không chấm tiêu chí này, và tổ dân phố, bản có thể ở
tình trạng chưa đủ số liệu để kết luận.

Nếu tỷ lệ đã ghi và chỉ thiếu tổng số bên cạnh số đạt thì tiêu chí vẫn được
xét theo tỷ lệ; cảnh báo cho biết số đạt không đối chiếu được.

Trong biểu do tdp lập, những đơn vị để trống mọi tiêu chí được nêu chung một
lần cho cả tệp.

Đây là cảnh báo, không phải lỗi; số liệu có thể bổ sung sau.

Cách sửa:
1. Tiêu chí có số liệu: nhập số liệu vào ô; tiêu chí yêu cầu bằng 0 mà cả kỳ
   không có thì ghi 0.
2. Tiêu chí chỉ hỏi đạt hay không: ghi "Đạt" hoặc "Chưa đạt".
3. Tiêu chí về một công việc: ghi đã hoàn thành, đang thực hiện hay chưa
   thực hiện.
4. Chỉ khi bộ tiêu chí cho phép: tổ dân phố, bản không thuộc diện đánh giá
   thì ghi "Không áp dụng".
5. Một kết quả gộp ô cho nhiều tổ dân phố, bản chỉ được tính cho dòng đầu:
   bỏ gộp ô rồi ghi kết quả vào từng ô.

Ví dụ: tiêu chí 6.2 "Số vụ phạm tội nghiêm trọng", ô V9 ghi "-". Nếu cả năm
không có vụ nào thì ghi 0 vào ô V9."#,
        r#"A criterion was left blank

The cell of this criterion is empty, or holds nothing but a dash or dots.

Blank means that the value is missing; it is neither zero nor
"not achieved". The criterion is not judged, and the group may stay
incomplete.

Where the percentage is there and only the whole beside its part is not, the
percentage decides; the warning says that the part could not be checked.

In a form made by tdp, the units that leave every criterion blank are told
together, once a file.

This is a warning, not an error; the value may follow later.

How to mend it:
1. A criterion with a figure: enter the figure. Only where cases are counted
   and there were none in the whole period, write 0.
2. A criterion that is met or not: write "Đạt" or "Chưa đạt".
3. A criterion about a task: say whether it is done, under way or not
   started.
4. Only where the criteria set allows it: if the criterion does not apply to
   the group, write "Không áp dụng".
5. One result in a cell merged over several groups counts for the first row
   alone: unmerge it and write the result into each cell.

Example: for criterion 6.2, number of serious crimes, V9 says "-". If there
were none all year, write 0 into V9."#,
    ),
};
