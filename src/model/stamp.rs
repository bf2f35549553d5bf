//! By what the program knows the workbooks that it made itself.

/// The custom property, name and value, of a workbook of appendices, so that it is never read as if a ward had sent it.
pub const APPENDICES_STAMP: (&str, &str) = ("tdp", "phu-luc");

/// The last line of an appendix in CSV, which has no properties. It tells people what the table is, stays where a
/// spreadsheet saves the file again under any name and format, and holds no separator that could split it.
pub const APPENDICES_LINE: &str = "Phụ lục này do tdp lập từ các tệp đã nhận và không phải là biểu để gửi lại";

/// The custom property of a form that holds the number of the plan that it was made for: "604/KH-UBND".
pub const PLAN_STAMP: &str = "tdp-plan";

/// The custom property of a form that holds the criteria it was made from: "lai-chau-tdp@2023-08-07".
pub const CRITERIA_STAMP: &str = "tdp-criteria";

/// The custom property of a form that holds the code of the ward it was made for: "03389".
pub const WARD_STAMP: &str = "tdp-ward";

/// The custom property of a form that holds the id of the agency that it was made for: "cong-an".
pub const AGENCY_STAMP: &str = "tdp-agency";

/// How the line above the table of a form says by which plan and from which criteria it was made: "Kế hoạch 604/KH-UBND;
/// bộ tiêu chí lai-chau-tdp@2023-08-07". Old programs and formats lose the properties, and the line stays.
pub const MADE_FROM: [&str; 2] = ["Kế hoạch ", "; bộ tiêu chí "];

/// How the line above the table of an agency's form says which agency that is, by its name.
pub const MADE_FOR_AGENCY: &str = "Cơ quan thẩm định: ";

/// The heading of a form over the answers of the period before: no answers of this one, so it is read as free text.
pub const FORMER_HEADING: &str = "Kỳ trước (để so sánh)";

/// The headings of an agency's list over what the units said of themselves, what their wards said having appraised them,
/// and the evidence that either named: read as free text, as none of it is the agency's word.
pub const SELF_HEADING: &str = "Tự đánh giá (để đối chiếu)";
/// See [`SELF_HEADING`].
pub const WARD_HEADING: &str = "Phường, xã thẩm định (để đối chiếu)";
/// See [`SELF_HEADING`].
pub const EVIDENCE_HEADING: &str = "Minh chứng (để đối chiếu)";

/// The custom property, name and value, of a report.
pub const REPORT_STAMP: (&str, &str) = ("tdp", "bao-cao");

/// The custom property, name and value, of a receipt.
pub const RECEIPT_STAMP: (&str, &str) = ("tdp", "bien-nhan");

/// The custom property of a report or receipt that holds the SHA-256 of its text as it was made: people write into
/// reports, and what they wrote must not be lost.
pub const REPORT_DIGEST: &str = "tdp-sha256";

/// A line of the sheet that lists what is to be mended in a copy of a ward's workbook. The ward mends the copy and
/// sends it back, whatever program saved it and in whatever format; the sheet is known by this line and passed over.
pub const LIST_LINE: &str = "Trang này do tdp lập để chỉ những chỗ cần sửa, không phải là số liệu của phường, xã";

/// How the notes begin that this program puts on cells of such a copy.
pub const NOTE_OPENING: &str = "tdp · ";

/// The line above and below what this program says in a note; what stands outside of them is the ward's.
pub const NOTE_RULE: &str = "──────────";
