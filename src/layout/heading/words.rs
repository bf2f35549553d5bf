//! The words that offices write over columns, and what each says.

use crate::model::{EVIDENCE_HEADING, FORMER_HEADING, SELF_HEADING, WARD_HEADING};

use super::{Holds, Speaker};

/// The words known from the sheets of several provinces, canonical; a plan adds its own in `[headings]`.
pub(super) const WORDS: &[(Option<Holds>, Option<Speaker>, &[&str])] = &[
    (Some(Holds::Order), None, &["tt", "stt", "số tt", "số thứ tự", "thứ tự"]),
    (Some(Holds::Number), None, &["mã tiêu chí", "số tiêu chí", "số hiệu", "số hiệu tiêu chí"]),
    (Some(Holds::Unit), None, &["tên đơn vị", "đơn vị", "địa bàn"]),
    (Some(Holds::Ward), None, &["đơn vị hành chính"]),
    (Some(Holds::Code), None, &["mã", "mã đơn vị", "mã số"]),
    (
        Some(Holds::Criterion),
        None,
        &[
            "tiêu chí",
            "tên tiêu chí",
            "nội dung tiêu chí",
            "tiêu chuẩn, tiêu chí",
            "nội dung tiêu chuẩn, tiêu chí",
            "nội dung",
            "nội dung đánh giá",
            "tiêu chí đánh giá",
            "tên tiêu chuẩn, tiêu chí",
            "tiêu chuẩn",
            "tiêu chuẩn/tiêu chí",
        ],
    ),
    (
        Some(Holds::Requirement),
        None,
        &[
            "yêu cầu",
            "mức yêu cầu",
            "quy định",
            "chỉ tiêu",
            "chỉ tiêu chung",
            "chỉ tiêu yêu cầu",
            "điểm chuẩn",
            "điểm tối đa",
            "kế hoạch",
            "kh",
            "kế hoạch năm",
            "kế hoạch giao",
            "chỉ tiêu giao",
            "chỉ tiêu kế hoạch",
            "mục tiêu",
            "đăng ký",
            "chỉ tiêu đăng ký",
            "chỉ tiêu phấn đấu",
            "đơn vị tính",
            "đvt",
        ],
    ),
    (
        Some(Holds::Figure),
        None,
        &[
            "kết quả",
            "kết quả thực hiện",
            "kết quả đạt được",
            "kq",
            "kq thực hiện",
            "đạt được",
            "mức độ đạt được",
            "số liệu",
            "số liệu thực hiện",
            "thực hiện",
            "tỷ lệ",
            "tỷ lệ (%)",
            "tỷ lệ đạt",
            "tỷ lệ đạt (%)",
            "giá trị",
            "tỷ lệ %",
            "tỷ lệ đạt %",
            "tl",
            "tl %",
            "tl (%)",
            "%",
        ],
    ),
    (Some(Holds::Quantity), None, &["số lượng", "sl"]),
    (Some(Holds::Level), None, &["mức đạt"]),
    (Some(Holds::Part), None, &["số đạt", "số lượng đạt", "số thực hiện", "số hộ đạt", "tử số"]),
    (Some(Holds::Whole), None, &["tổng số", "tổng", "mẫu số"]),
    (
        Some(Holds::Claim),
        None,
        &[
            "đánh giá",
            "đg",
            "kết luận",
            "xếp loại",
            "đạt/không đạt",
            "đạt / không đạt",
            "đạt/chưa đạt",
            "đạt / chưa đạt",
            "đạt hay không đạt",
            "đạt hay chưa đạt",
            "đạt, không đạt",
            "kết quả đánh giá",
            "đánh giá kết quả",
        ],
    ),
    (Some(Holds::Claim), Some(Speaker::Appraisal), &["thẩm định", "phúc tra", "đánh giá thẩm định"]),
    (Some(Holds::Achieved), None, &["đạt", "đ"]),
    (Some(Holds::NotAchieved), None, &["không đạt", "chưa đạt", "kđ", "cđ"]),
    (
        Some(Holds::Evidence),
        None,
        &["minh chứng", "tài liệu minh chứng", "hồ sơ minh chứng", "văn bản minh chứng", "tài liệu kiểm chứng"],
    ),
    (
        Some(Holds::Note),
        None,
        &["ghi chú", "giải trình", "lý do", "nguyên nhân", "ý kiến", "nhận xét", "ý kiến thẩm định", "ý kiến khác"],
    ),
];

/// The headings, as forms print them, of what stands there to be compared with; without the remark they would be answers.
pub(super) const COMPARED: [(Holds, &str); 4] = [
    (Holds::Ignored, FORMER_HEADING),
    (Holds::Note, SELF_HEADING),
    (Holds::Note, WARD_HEADING),
    (Holds::Note, EVIDENCE_HEADING),
];

/// What the groups of a ward are called, by themselves or several side by side: "tổ dân phố/bản".
pub(in crate::layout) const GROUPS: &[&str] =
    &["tổ dân phố", "tdp", "tổ", "bản", "thôn", "khu phố", "khu dân cư", "xóm", "làng", "ấp", "buôn"];

/// What wards are called.
pub(super) const WARDS: &[&str] = &["phường", "xã", "thị trấn"];

/// What the places above the wards are called.
pub(super) const CITIES: &[&str] = &["thành phố", "thị xã", "huyện", "quận", "tỉnh"];

/// What stands before the words of a voice and says what it gives: "điểm phường thẩm định".
pub(super) const KINDS: &[(&str, Holds)] = &[
    ("kết quả", Holds::Figure),
    ("kq", Holds::Figure),
    ("số liệu", Holds::Figure),
    ("điểm", Holds::Points),
    ("ý kiến", Holds::Opinion),
];

/// What those do who are judged.
pub(super) const OWN_ACTS: &[&str] =
    &["tự đánh giá", "tự đg", "tự chấm điểm", "tự chấm", "tự nhận xét", "tự nhận", "tự xếp loại"];

/// What anybody does who judges.
pub(super) const JUDGING_ACTS: &[&str] = &["đánh giá", "đg", "chấm điểm", "chấm", "xếp loại"];

/// What those do who judge after others.
pub(super) const APPRAISING_ACTS: &[&str] = &["thẩm định", "thẩm tra", "phúc tra", "kiểm tra", "xác nhận"];

/// Bodies that judge; those of a ward speak for it. The longest first.
pub(super) const BODIES: &[(&str, Speaker)] = &[
    ("đoàn thẩm định", Speaker::Panel),
    ("đoàn kiểm tra", Speaker::Panel),
    ("đoàn phúc tra", Speaker::Panel),
    ("đoàn đánh giá", Speaker::Panel),
    ("đoàn liên ngành", Speaker::Panel),
    ("đoàn công tác", Speaker::Panel),
    ("đoàn", Speaker::Panel),
    ("hđ thẩm định", Speaker::Appraisal),
    ("hđ đánh giá", Speaker::Appraisal),
    ("hđ", Speaker::Appraisal),
    ("hội đồng thẩm định", Speaker::Appraisal),
    ("hội đồng đánh giá", Speaker::Appraisal),
    ("hội đồng", Speaker::Appraisal),
    ("tổ thẩm định", Speaker::Appraisal),
    ("tổ công tác", Speaker::Appraisal),
    ("ban chỉ đạo", Speaker::Appraisal),
];

/// Whose word counts as that of the place they govern.
pub(super) const GOVERNMENTS: &[&str] = &["ubnd", "ủy ban nhân dân", "ủy ban", "cấp"];

/// What the names of agencies begin with, also of those that the plan does not name.
pub(super) const AGENCIES: &[&str] = &[
    "cơ quan",
    "phòng",
    "công an",
    "sở",
    "ban",
    "chi cục",
    "hạt",
    "trung tâm",
    "trạm",
    "mttq",
    "mặt trận",
    "hội",
    "đoàn thanh niên",
];

/// Of these, a place must follow, unless the plan names them: every group has a board and a society of its own.
pub(super) const AGENCIES_OF_PLACES: &[&str] =
    &["công an", "sở", "ban", "hạt", "trạm", "mttq", "mặt trận", "hội", "đoàn thanh niên"];

/// What may stand before and between the days, months and years at the end of a heading.
pub(super) const TIME_WORDS: &[&str] = &[
    "năm", "ngày", "tháng", "quý", "đến", "tới", "hết", "tính", "trong", "của", "kỳ", "từ", "đầu", "cuối", "cả", "tại",
];

/// What says, at the end of a heading, that the column is about the time before.
pub(super) const BEFORE: &[&str] =
    &["cùng kỳ năm trước", "cùng kỳ năm ngoái", "năm trước", "kỳ trước", "năm ngoái", "cùng kỳ"];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::text::canonical;

    use super::*;

    #[test]
    fn every_known_word_is_written_as_it_is_compared_and_says_one_thing() {
        let mut seen = BTreeSet::new();
        for word in WORDS.iter().flat_map(|(_, _, words)| *words) {
            assert_eq!(canonical(word), *word);
            assert!(seen.insert(*word), "{word} stands twice");
        }
        let kinds = KINDS.iter().map(|(word, _)| *word).chain(BODIES.iter().map(|(word, _)| *word));
        let lists =
            [GROUPS, WARDS, CITIES, OWN_ACTS, JUDGING_ACTS, APPRAISING_ACTS, GOVERNMENTS, AGENCIES, TIME_WORDS, BEFORE];
        for word in kinds.chain(lists.into_iter().flatten().copied()) {
            assert_eq!(canonical(word), word);
        }
    }
}
