//! Hướng dẫn: the page of a form that says how it is filled in, until when and by whom it is wanted.

use crate::{
    criteria::{Kind, Provenance},
    model::CriterionKey,
    plan::Rulebook,
};

use super::{
    fields::is_share,
    page::{Arranging, GuideLine},
    titles,
};

/// Who fills a form in, and how its rows stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reader {
    /// A ward, in one table of all its units, whose rows may be arranged so.
    WardInMatrix(Arranging),
    /// A ward, on a sheet for each unit.
    WardInCards(Part),
    /// An agency that appraises.
    Agency,
}

/// Which of the files of a ward a form is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Part {
    /// Its number, from 1.
    pub(super) number: usize,
    /// How many there are.
    pub(super) of: usize,
}

/// Writes the instructions of a form that was made for `whom` and asks for these criteria.
pub(super) fn guide(rulebook: &Rulebook, whom: &str, reader: Reader, asked: &[CriterionKey]) -> Vec<GuideLine> {
    let (plan, set) = (&rulebook.plan, &rulebook.criteria);
    let heading = |text: &str| GuideLine::Heading(text.to_owned());
    let text = |text: &str| GuideLine::Text(text.to_owned());
    let mut lines = vec![
        GuideLine::Title("HƯỚNG DẪN GHI BIỂU".to_owned()),
        GuideLine::Text(format!("Biểu này lập cho: {whom}.")),
        GuideLine::Text(format!("Kế hoạch số {}: {}.", plan.number, plan.title)),
    ];
    if let Reader::WardInCards(Part { number, of }) = reader
        && of > 1
    {
        let parts = "Có nhiều phiếu nên chia thành nhiều tệp; gửi lại đủ các tệp";
        lines.push(GuideLine::Text(format!("{parts}. Đây là tệp {number} trong {of} tệp.")));
    }
    if set.provenance == Provenance::Modelled {
        lines.push(text("Bộ tiêu chí trong biểu là bản phỏng theo, chưa phải bảng chính thức."));
    }
    lines.push(heading("Gửi về đâu, khi nào"));
    lines.push(GuideLine::Text(format!("Gửi về: {}.", plan.issuer)));
    lines.extend(titles::deadline(plan).map(|deadline| GuideLine::Text(format!("Thời hạn: {deadline}."))));
    lines.push(text(KEPT));
    lines.push(heading("Cách ghi"));
    lines.extend(how(reader).iter().chain(FIGURES).map(|line| text(line)));
    let criteria = || asked.iter().map(|key| set.criterion(*key));
    lines.extend((reader != Reader::Agency && criteria().any(is_share)).then(|| text(SHARES)));
    lines.extend(criteria().any(|criterion| criterion.kind.is_measured()).then(|| text(COLOURS)));
    lines.push(heading("Những chữ được hiểu"));
    lines.push(text(VERDICTS));
    lines.extend(criteria().any(|criterion| criterion.kind == Kind::Task).then(|| text(STATES)));
    lines
}

fn how(reader: Reader) -> &'static [&'static str] {
    match reader {
        Reader::WardInMatrix(arranging) if arranging.may_sort() => &[
            CELLS,
            "Mỗi dòng là một đơn vị; không thêm, không xóa dòng hay cột. Có thể lọc và sắp xếp các dòng.",
            SHARED_WHOLES,
        ],
        Reader::WardInMatrix(_) => &[
            CELLS,
            "Mỗi dòng là một đơn vị; không thêm, không xóa dòng hay cột. Có thể lọc các dòng; không sắp xếp lại.",
            SHARED_WHOLES,
        ],
        Reader::WardInCards(_) => &[
            CELLS,
            "Mỗi trang là phiếu của một đơn vị; không thêm, không xóa dòng, cột hay trang. Cùng một tổng số (ví dụ tổng \
             số hộ) thì ghi như nhau ở mọi tiêu chí của phiếu.",
            "Tiêu chí có số liệu thì phải ghi số; cột Tự đánh giá của tiêu chí đó có thể để trống.",
        ],
        Reader::Agency => &[
            CELLS,
            "Chỉ có những tiêu chí mà kế hoạch giao cho cơ quan thẩm định. Có thể lọc các dòng; không sắp xếp lại.",
            "Tiêu chí có số liệu thì ghi số liệu thẩm định, cột Thẩm định có thể để trống; tiêu chí khác thì chọn kết luận. \
             Dòng chưa thẩm định thì để trống: khi nhận sẽ được nhắc, không phải là lỗi.",
        ],
    }
}

/// Which cells are filled in.
const CELLS: &str =
    "Chỉ ghi vào các ô màu vàng nhạt; ô trắng là chữ in sẵn, ô xám là phần không hỏi. Bấm vào ô sẽ hiện lời nhắc.";

/// How wholes are filled in that several criteria share.
const SHARED_WHOLES: &str = "Cột của số liệu chung chỉ ghi một lần, dùng cho mọi tiêu chí cần số đó.";

/// Why the file itself is to be sent back.
const KEPT: &str = "Gửi lại chính tệp này, không chép sang tệp khác: trong tệp có ghi kế hoạch, bộ tiêu chí và đơn vị, nhờ đó \
                    không bị nhầm biểu.";

/// What holds for figures on every form.
const FIGURES: &[&str] = &[
    "Số liệu: ghi số, không ghi chữ; phần lẻ viết như máy đang dùng (95,5 hoặc 95.5); không ghi \"khoảng\", \"trên\", \
     \"dưới\".",
    "Không có thì ghi 0. Để trống nghĩa là chưa có số liệu, không phải bằng 0.",
];

/// What holds where a part and a whole are asked for.
const SHARES: &str =
    "Ô có số đạt và tổng số: tỷ lệ tự tính, không phải ghi; số đạt lớn hơn tổng số được tô màu đỏ, phải sửa lại.";

/// What holds where figures are asked for.
const COLOURS: &str = "Số liệu chưa đạt yêu cầu được tô màu cam để tự kiểm tra.";

/// Words that are understood in the place of a verdict.
const VERDICTS: &str = "Đạt: \"Đạt\" hoặc \"x\". Chưa đạt: \"Không đạt\" hoặc \"Chưa đạt\". Không thuộc diện đánh giá: \
                        \"Không áp dụng\", chỉ ở tiêu chí có mục này trong danh sách chọn.";

/// Words that are understood in the place of the state of a task.
const STATES: &str = "Công việc: \"Hoàn thành\", \"Đang thực hiện\", \"Chưa thực hiện\".";
