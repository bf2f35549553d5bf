//! What may stand in `tdp.toml`: every key, its form and what it says.

use chrono::NaiveDate;

use crate::{
    document::{Form, INNER_PATH, Key, NEIGHBOUR_PATH, Pattern, SLUG, Shape},
    plan::SetReference,
};

/// The file as a whole.
pub(super) static FILE: Shape = Shape {
    about: "Thư mục làm việc của một kế hoạch",
    keys: &[
        Key::required("schema", Form::Whole(1, 1), "Phiên bản của cách ghi tệp này, hiện là 1"),
        Key::required("plan", Form::Table(&PLAN), "Kế hoạch"),
        Key::optional("agency", Form::List(&Form::Table(&AGENCY)), "Cơ quan thẩm định và các tiêu chí được giao"),
        Key::optional("report", Form::Table(&REPORT), "Báo cáo mà các phụ lục kèm theo"),
        Key::optional("period", Form::List(&Form::Table(&PERIOD)), "Các kỳ báo cáo, nếu kế hoạch báo cáo nhiều lần"),
        Key::optional("headings", Form::Table(&HEADINGS), "Những từ khác dùng làm tên cột"),
        Key::optional("appendix", Form::List(&Form::Table(&APPENDIX)), "Các phụ lục cần in, theo thứ tự"),
    ],
};

static PLAN: Shape = Shape {
    about: "Kế hoạch",
    keys: &[
        Key::required("number", Form::Text, "Số, ký hiệu của kế hoạch"),
        Key::required("title", Form::Text, "Tên kế hoạch"),
        Key::required("issuer", Form::Text, "Cơ quan ban hành"),
        Key::required("date", Form::Date, "Ngày ban hành"),
        Key::required("period", Form::Table(&SPAN), "Kỳ mà kế hoạch bao trùm"),
        Key::optional("deadline", Form::Date, "Ngày cuối cùng còn đúng hạn"),
        Key::optional("deadline_text", Form::Text, "Thời hạn, ghi như trong kế hoạch"),
        Key::required("criteria", Form::Matching(&REFERENCE), "Bộ tiêu chí và phiên bản"),
        Key::required("units", Form::Matching(&INNER_PATH), "Tệp danh sách đơn vị"),
        Key::optional("units_on", Form::Date, "Danh sách đơn vị tính đến ngày nào, mặc định là ngày ban hành"),
        Key::optional("targets_file", Form::Matching(&INNER_PATH), "Tệp chỉ tiêu của từng đơn vị"),
        Key::optional("targets", Form::Table(&TARGETS), "Số đơn vị mà kế hoạch đề ra"),
        Key::optional("accept", Form::Word(&["all", "clean"]), "Nhận mọi phiếu, hay chỉ phiếu không có lỗi"),
        Key::optional("previous", Form::Matching(&NEIGHBOUR_PATH), "Thư mục làm việc của kỳ trước"),
    ],
};

static SPAN: Shape = Shape {
    about: "Từ ngày đến ngày",
    keys: &[Key::required("from", Form::Date, "Ngày đầu"), Key::required("to", Form::Date, "Ngày cuối")],
};

static TARGETS: Shape = Shape {
    about: "Số đơn vị mà kế hoạch đề ra",
    keys: &[
        Key::optional("maintain", Form::Whole(0, u32::MAX), "Số đơn vị duy trì"),
        Key::optional("new", Form::Whole(0, u32::MAX), "Số đơn vị đạt mới"),
    ],
};

static AGENCY: Shape = Shape {
    about: "Một cơ quan thẩm định",
    keys: &[
        Key::required("id", Form::Matching(&SLUG), "Tên ngắn của cơ quan"),
        Key::required("name", Form::Text, "Tên cơ quan"),
        Key::required("appraises", Form::Several(&Form::Matching(&CRITERIA)), "Các tiêu chí được giao thẩm định"),
    ],
};

static REPORT: Shape = Shape {
    about: "Báo cáo mà các phụ lục kèm theo; chỗ để trống được in thành dấu chấm",
    keys: &[
        Key::optional("number", Form::Blank, "Số, ký hiệu của báo cáo"),
        Key::optional("date", Form::Date, "Ngày của báo cáo"),
        Key::optional("place", Form::Blank, "Nơi ký"),
        Key::optional("signer_title", Form::Blank, "Chức danh người ký, các dòng cách nhau bằng |"),
        Key::optional("signer", Form::Blank, "Họ tên người ký"),
        Key::optional("sign_appendices", Form::Truth, "In cơ quan ban hành và phần ký trên từng phụ lục"),
    ],
};

static PERIOD: Shape = Shape {
    about: "Một kỳ báo cáo",
    keys: &[
        Key::required("id", Form::Text, "Tên ngắn của kỳ, như 2025-Q1"),
        Key::required("from", Form::Date, "Ngày đầu"),
        Key::required("to", Form::Date, "Ngày cuối"),
        Key::optional("deadline", Form::Date, "Ngày cuối cùng còn đúng hạn"),
    ],
};

const WORDS: Form = Form::List(&Form::Text);

pub(super) static HEADINGS: Shape = Shape {
    about: "Những từ khác dùng làm tên cột",
    keys: &[
        Key::optional("unit", WORDS, "Cột tên đơn vị"),
        Key::optional("code", WORDS, "Cột mã đơn vị"),
        Key::optional("criterion", WORDS, "Cột nội dung tiêu chí"),
        Key::optional("requirement", WORDS, "Cột yêu cầu"),
        Key::optional("figure", WORDS, "Cột số liệu, kết quả"),
        Key::optional("claim", WORDS, "Cột kết luận đạt hay chưa đạt của nơi gửi tệp"),
        Key::optional("self", WORDS, "Cột tự chấm của tổ, bản"),
        Key::optional("ward", WORDS, "Cột phường, xã thẩm định"),
        Key::optional("agency", WORDS, "Cột cơ quan thẩm định"),
        Key::optional("panel", WORDS, "Cột đoàn thẩm định"),
        Key::optional("part", WORDS, "Cột phần (số đạt)"),
        Key::optional("whole", WORDS, "Cột tổng (tổng số)"),
        Key::optional("evidence", WORDS, "Cột minh chứng"),
        Key::optional("note", WORDS, "Cột ghi chú"),
        Key::optional("ignored", WORDS, "Cột không đọc"),
    ],
};

static APPENDIX: Shape = Shape {
    about: "Một phụ lục cần in",
    keys: &[
        Key::required("name", Form::Matching(&SLUG), "Tên ngắn của phụ lục"),
        Key::optional("number", Form::Text, "Số thứ tự được in"),
        Key::optional("title", Form::Text, "Tên phụ lục được in"),
    ],
};

static REFERENCE: Pattern = Pattern {
    fits: |text| reference(text).is_some(),
    regex: r"^[a-z0-9]+(-[a-z0-9]+)*@\d{4}-\d{2}-\d{2}$",
    about: (
        "tên ngắn và phiên bản của bộ tiêu chí, như \"lai-chau-tdp@2023-08-07\"",
        "id and version of a criteria set, such as \"lai-chau-tdp@2023-08-07\"",
    ),
    meant: |_| None,
};

static CRITERIA: Pattern = Pattern {
    fits: |text| {
        let id = text.strip_suffix('*').unwrap_or(text);
        !text.is_empty() && !id.contains(|letter: char| letter == '*' || letter.is_whitespace() || letter.is_control())
    },
    regex: r"^[^*\s]+\*?$|^\*$",
    about: (
        "số của tiêu chí hoặc phần đầu rồi dấu *, như \"6.*\"",
        "the id of a criterion, or its beginning and *, such as \"6.*\"",
    ),
    meant: |_| None,
};

/// Reads `id@version`.
pub(super) fn reference(text: &str) -> Option<SetReference> {
    let (id, version) = text.split_once('@')?;
    let is_written_out = version.len() == "2025-12-31".len();
    let version: NaiveDate = version.parse().ok().filter(|_| is_written_out)?;
    (SLUG.fits)(id).then(|| SetReference { id: id.to_owned(), version })
}
