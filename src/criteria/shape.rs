//! What may stand in a criteria set: every key, its form and what it says.

use crate::document::{Form, Key, Pattern, SLUG, Shape};

/// The file as a whole.
pub(super) static SET: Shape = Shape {
    about: "Bộ tiêu chí: một phiên bản các tiêu chuẩn, tiêu chí mà kế hoạch dùng để đánh giá",
    keys: &[
        Key::required("schema", Form::Whole(1, 1), "Phiên bản của cách ghi tệp này, hiện là 1"),
        Key::required("id", Form::Matching(&SLUG), "Tên ngắn, kế hoạch dùng để gọi bộ tiêu chí"),
        Key::required("version", Form::Date, "Ngày ban hành; xếp thứ tự các phiên bản cùng tên ngắn"),
        Key::required("title", Form::Text, "Tên đầy đủ, được in trên phụ lục"),
        Key::required("issuer", Form::Text, "Cơ quan ban hành"),
        Key::optional("basis", Form::List(&Form::Text), "Văn bản làm căn cứ, ghi như khi trích dẫn"),
        Key::optional("amends", Form::List(&Form::Date), "Các phiên bản mà phiên bản này điều chỉnh"),
        Key::required(
            "provenance",
            Form::Word(&["official", "modelled"]),
            "official: bảng chính thức; modelled: phỏng theo",
        ),
        Key::optional("subject", Form::Word(SUBJECTS), "Cấp đơn vị được đánh giá, mặc định là group"),
        Key::required("outcome", Form::Table(&OUTCOME), "Khi nào một đơn vị đạt"),
        Key::required("standard", Form::Several(&Form::Table(&STANDARD)), "Các tiêu chuẩn, theo thứ tự in"),
    ],
};

static OUTCOME: Shape = Shape {
    about: "Khi nào một đơn vị đạt",
    keys: &[Key::required(
        "require",
        Form::WordOr(&["all"], &OUTCOME_RULE),
        "all: mọi tiêu chí; hoặc số tiêu chí, tỷ lệ phần trăm, số điểm tối thiểu",
    )],
};

static OUTCOME_RULE: Shape = Shape {
    about: "Đúng một trong at_least, percent, points",
    keys: &[
        Key::optional("at_least", Form::Whole(1, u32::MAX), "Số tiêu chí phải đạt"),
        Key::optional("percent", Form::Number, "Tỷ lệ phần trăm tiêu chí phải đạt"),
        Key::optional("points", Form::Number, "Tổng điểm phải đạt"),
        Key::optional(
            "standard_floor_percent",
            Form::Number,
            "Mỗi tiêu chuẩn phải được từng này phần trăm điểm tối đa",
        ),
    ],
};

static STANDARD: Shape = Shape {
    about: "Một tiêu chuẩn và các tiêu chí của nó",
    keys: &[
        Key::required("id", Form::Matching(&ID), "Số thứ tự của tiêu chuẩn"),
        Key::required("title", Form::Text, "Tên tiêu chuẩn"),
        Key::required("criterion", Form::Several(&Form::Table(&CRITERION)), "Các tiêu chí, theo thứ tự in"),
    ],
};

/// Declares a criterion's keys, and after them those that only some of its kind have.
macro_rules! criterion_keys {
    ($($more:expr),* $(,)?) => {
        &[
            Key::required("id", Form::Matching(&ID), "Số của tiêu chí, như 5.4"),
            Key::required("title", Form::Text, "Tên tiêu chí, như trên biểu mẫu"),
            Key::optional("kind", Form::Word(KINDS), "Loại giá trị của tiêu chí"),
            Key::optional("achieved", Form::Matching(&REQUIREMENT), "Yêu cầu để đạt, là một phép so sánh"),
            Key::optional("part", Form::Text, "Tên cột của phần, khi tỷ lệ bằng phần chia cho tổng"),
            Key::optional("whole", Form::Text, "Tên cột của tổng, khi tỷ lệ bằng phần chia cho tổng"),
            Key::optional("not_applicable", Form::Word(&["forbidden", "counts-as-achieved", "excluded"]), "Ghi không áp dụng thì hiểu thế nào, mặc định là forbidden"),
            Key::optional("knockout", Form::Truth, "true: chỉ cần tiêu chí này không đạt là đơn vị không đạt"),
            Key::optional("evidence", Form::Word(&["none", "optional", "required"]), "Có phải nêu minh chứng không, mặc định là optional"),
            Key::optional("may_exceed", Form::Truth, "true: phần có thể lớn hơn tổng, tỷ lệ có thể quá 100"),
            Key::optional("aliases", Form::List(&Form::Text), "Những tên cột khác của tiêu chí này"),
            Key::optional("case", Form::List(&Form::Table(&CASE)), "Yêu cầu khác cho một số đơn vị; trường hợp đầu tiên phù hợp được dùng"),
            Key::optional("replaces", Form::List(&Form::Matching(&ID)), "Số của tiêu chí này trong phiên bản được điều chỉnh"),
            Key::optional("clause", Form::Text, "Vị trí trong văn bản"),
            Key::optional("measure", Form::Text, "Đơn vị tính"),
            Key::optional("lead", Form::Text, "Cơ quan chủ trì"),
            Key::optional("coordinating", Form::List(&Form::Text), "Các cơ quan phối hợp"),
            Key::optional("timeline", Form::Text, "Thời gian thực hiện, ghi như văn bản"),
            Key::optional("due", Form::Date, "Chưa bị coi là không đạt trước ngày này"),
            Key::optional("rollup", Form::Word(&["sum", "parts", "share-achieving"]), "Cách tính số liệu của cấp trên"),
            Key::optional("accumulate", Form::Word(&["sum", "last"]), "Cách gộp số liệu của nhiều kỳ"),
            Key::optional("max", Form::Number, "Điểm tối đa"),
            Key::optional("floor", Form::Number, "Đạt từ số điểm này, mặc định là điểm tối đa"),
            Key::optional("subject", Form::Word(SUBJECTS), "Cấp đơn vị được đánh giá, nếu khác cả bộ tiêu chí"),
            $($more),*
        ]
    };
}

/// A criterion.
pub(super) static CRITERION: Shape = Shape {
    about: "Một tiêu chí; có kind và achieved, hoặc có các chỉ tiêu (indicator)",
    keys: criterion_keys![
        Key::optional(
            "require",
            Form::WordOr(&["all", "any"], &INDICATOR_RULE),
            "Các chỉ tiêu quyết định tiêu chí thế nào, mặc định là all"
        ),
        Key::optional("indicator", Form::Several(&Form::Table(&INDICATOR)), "Các chỉ tiêu của tiêu chí"),
    ],
};

static INDICATOR: Shape = Shape { about: "Một chỉ tiêu của tiêu chí", keys: criterion_keys![] };

static INDICATOR_RULE: Shape = Shape {
    about: "Số chỉ tiêu phải đạt",
    keys: &[Key::required("at_least", Form::Whole(1, u32::MAX), "Số chỉ tiêu phải đạt")],
};

static CASE: Shape = Shape {
    about: "Yêu cầu khác cho những đơn vị phù hợp",
    keys: &[
        Key::required("when", Form::Table(&CONDITION), "Những đơn vị nào"),
        Key::required("achieved", Form::Matching(&REQUIREMENT), "Yêu cầu để đạt đối với các đơn vị đó"),
    ],
};

static CONDITION: Shape = Shape {
    about: "Ít nhất một điều kiện; có nhiều điều kiện thì phải thỏa mãn tất cả",
    keys: &[
        Key::optional("unit_kind", Form::Text, "Loại đơn vị, như bản"),
        Key::optional("area", Form::Text, "Khu vực, như ghi trong danh sách đơn vị"),
        Key::optional("ward", Form::Text, "Mã phường, xã"),
    ],
};

const SUBJECTS: &[&str] = &["group", "ward", "city", "agency"];
const KINDS: &[&str] = &["yes-no", "percent", "count", "amount", "points", "task"];

static ID: Pattern = Pattern {
    fits: |text| {
        let inner = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '/');
        text.chars().count() <= 24 && text.chars().all(inner) && text.starts_with(char::is_alphanumeric)
    },
    regex: r"^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,23}$",
    about: ("một số hiệu ngắn không có dấu cách, như \"5.4\"", "a short number without spaces, such as \"5.4\""),
    meant: |_| None,
};

static REQUIREMENT: Pattern = Pattern {
    fits: |text| super::requirement::parse(text).is_ok(),
    regex: r"^\s*(yes|done(\s+by\s+\d{4}-\d{2}-\d{2})?|(>=|<=|>|<|=)\s*(parent|previous|-?\d+(\.\d+)?\s*%?)|-?\d+(\.\d+)?\s*%?\s*\.\.\s*-?\d+(\.\d+)?\s*%?)\s*$",
    about: (
        "một phép so sánh như \">= 95%\", \"= 0\", \"2..5\", \"yes\", \">= parent\", \"< previous\", \"done\", \"done by 2025-12-31\"",
        "one comparison such as \">= 95%\", \"= 0\", \"2..5\", \"yes\", \">= parent\", \"< previous\", \"done\", \"done by 2025-12-31\"",
    ),
    meant: super::meant::meant,
};
