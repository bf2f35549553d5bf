//! Hướng dẫn: the page of a form that says how it is filled in, until when and by whom it is wanted.

use crate::{criteria::Provenance, plan::Rulebook};

use super::{page::GuideLine, titles};

/// Who fills a form in, and how its rows stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reader {
    /// A ward, in one table of all its units.
    WardInMatrix,
    /// A ward, on a sheet for each unit.
    WardInCards,
    /// An agency that appraises.
    Agency,
}

/// Writes the instructions of a form that was made for `whom`.
pub(super) fn guide(rulebook: &Rulebook, whom: &str, reader: Reader) -> Vec<GuideLine> {
    let plan = &rulebook.plan;
    let heading = |text: &str| GuideLine::Heading(text.to_owned());
    let mut lines = vec![
        GuideLine::Title("HƯỚNG DẪN GHI BIỂU".to_owned()),
        GuideLine::Text(format!("Biểu này lập cho: {whom}.")),
        GuideLine::Text(format!("Kế hoạch số {}: {}.", plan.number, plan.title)),
    ];
    if rulebook.criteria.provenance == Provenance::Modelled {
        let modelled = "Bộ tiêu chí trong biểu là bản phỏng theo, chưa phải bảng chính thức.";
        lines.push(GuideLine::Text(modelled.to_owned()));
    }
    lines.push(heading("Gửi về đâu, khi nào"));
    lines.push(GuideLine::Text(format!("Gửi về: {}.", plan.issuer)));
    lines.extend(titles::deadline(plan).map(|deadline| GuideLine::Text(format!("Thời hạn: {deadline}."))));
    let kept = "Gửi lại chính tệp này, không chép sang tệp khác: trong tệp có ghi kế hoạch, bộ tiêu chí và đơn vị, \
                nhờ đó không bị nhầm biểu.";
    lines.push(GuideLine::Text(kept.to_owned()));
    lines.push(heading("Cách ghi"));
    lines.extend(how(reader).iter().chain(FIGURES).map(|text| GuideLine::Text((*text).to_owned())));
    lines.push(heading("Những chữ được hiểu"));
    lines.extend(WORDS.iter().map(|text| GuideLine::Text((*text).to_owned())));
    lines
}

fn how(reader: Reader) -> &'static [&'static str] {
    match reader {
        Reader::WardInMatrix => &[
            "Chỉ ghi vào các ô màu vàng nhạt; ô trắng là chữ in sẵn, ô xám là phần không hỏi. Bấm vào ô sẽ hiện lời nhắc.",
            "Mỗi dòng là một đơn vị; không thêm, không xóa dòng hay cột. Có thể lọc và sắp xếp các dòng.",
            "Cột của số liệu chung chỉ ghi một lần, dùng cho mọi tiêu chí cần số đó.",
        ],
        Reader::WardInCards => &[
            "Mỗi trang là phiếu của một đơn vị. Chỉ ghi vào các ô màu vàng nhạt; ô trắng là chữ in sẵn, ô xám là phần \
             không hỏi. Bấm vào ô sẽ hiện lời nhắc.",
            "Không thêm, không xóa dòng, cột hay trang. Cùng một tổng số (ví dụ tổng số hộ) thì ghi như nhau ở mọi \
             tiêu chí của phiếu.",
        ],
        Reader::Agency => &[
            "Chỉ ghi vào các ô màu vàng nhạt; chỉ có những tiêu chí mà kế hoạch giao cho cơ quan thẩm định. Có thể lọc \
             các dòng; không sắp xếp lại.",
            "Ghi số liệu thẩm định nếu có, và chọn kết luận; dòng chưa thẩm định thì để trống.",
        ],
    }
}

/// What holds for figures on every form.
const FIGURES: &[&str] = &[
    "Số liệu: ghi số, không ghi chữ; phần lẻ viết như máy đang dùng (95,5 hoặc 95.5); không ghi \"khoảng\", \"trên\", \
     \"dưới\".",
    "Không có thì ghi 0. Để trống nghĩa là chưa có số liệu, không phải bằng 0.",
    "Ô có số đạt và tổng số: tỷ lệ tự tính, không phải ghi.",
    "Số liệu chưa đạt yêu cầu được tô màu cam để tự kiểm tra; số đạt lớn hơn tổng số được tô màu đỏ, phải sửa lại.",
];

/// Words that are understood in the place of a verdict.
const WORDS: &[&str] = &[
    "Đạt: \"Đạt\" hoặc \"x\". Chưa đạt: \"Không đạt\" hoặc \"Chưa đạt\". Không thuộc diện đánh giá: \"Không áp dụng\", chỉ \
     ở tiêu chí có mục này trong danh sách chọn.",
    "Công việc: \"Hoàn thành\", \"Đang thực hiện\", \"Chưa thực hiện\".",
];
