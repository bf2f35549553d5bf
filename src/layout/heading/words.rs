//! The words that offices write over columns, and what each says.

use super::{Holds, Speaker};

/// The words known from the sheets of several provinces, canonical; a plan adds its own in `[headings]`.
pub(super) const WORDS: &[(Option<Holds>, Option<Speaker>, &[&str])] = &[
    (Some(Holds::Order), None, &["tt", "stt", "số tt", "số thứ tự", "thứ tự"]),
    (
        Some(Holds::Unit),
        None,
        &[
            "tên tdp, bản",
            "tdp, bản",
            "tên tổ dân phố, bản",
            "tổ dân phố, bản",
            "tên tổ dân phố",
            "tổ dân phố",
            "tên tdp",
            "tdp",
            "tên tổ, bản",
            "tổ, bản",
            "tên tổ",
            "tên bản",
            "bản",
            "tên thôn",
            "thôn",
            "tên thôn, tổ dân phố",
            "thôn, tổ dân phố",
            "tên tổ dân phố, thôn",
            "tổ dân phố, thôn",
            "khu phố",
            "tên khu phố",
            "khu dân cư",
            "tên đơn vị",
            "đơn vị",
            "địa bàn",
        ],
    ),
    (
        Some(Holds::Ward),
        None,
        &[
            "phường",
            "xã",
            "phường, xã",
            "xã, phường",
            "phường/xã",
            "xã/phường",
            "tên phường",
            "tên xã",
            "tên phường, xã",
            "tên xã, phường",
            "thuộc phường",
            "thuộc xã",
            "thuộc phường, xã",
            "thuộc xã, phường",
            "đơn vị hành chính",
        ],
    ),
    (Some(Holds::Code), None, &["mã", "mã đơn vị", "mã số", "mã tổ", "mã tdp", "mã tổ dân phố", "mã tổ dân phố, bản"]),
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
            "mức đạt",
            "quy định",
            "chỉ tiêu",
            "chỉ tiêu chung",
            "chỉ tiêu yêu cầu",
            "điểm chuẩn",
            "điểm tối đa",
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
            "số liệu",
            "số liệu thực hiện",
            "thực hiện",
            "tỷ lệ",
            "tỷ lệ (%)",
            "tỷ lệ đạt",
            "tỷ lệ đạt (%)",
            "giá trị",
            "số lượng",
            "điểm",
            "%",
        ],
    ),
    (Some(Holds::Figure), Some(Speaker::Own), &["điểm tự chấm", "số liệu tự đánh giá", "kết quả tự đánh giá"]),
    (
        Some(Holds::Figure),
        Some(Speaker::Appraisal),
        &["điểm thẩm định", "điểm phúc tra", "số liệu thẩm định", "kết quả thẩm định"],
    ),
    (Some(Holds::Part), None, &["số đạt", "số hộ đạt", "tử số"]),
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
            "đạt, không đạt",
            "kết quả đánh giá",
        ],
    ),
    (
        Some(Holds::Claim),
        Some(Speaker::Own),
        &[
            "tự đánh giá",
            "tự đg",
            "tự chấm",
            "tự nhận",
            "tự xếp loại",
            "tự nhận xét",
            "tổ tự chấm",
            "tổ tự đánh giá",
            "tự đánh giá của tổ",
            "tổ, bản tự đánh giá",
            "tdp, bản tự đánh giá",
            "tdp tự đánh giá",
        ],
    ),
    (Some(Holds::Claim), Some(Speaker::Appraisal), &["thẩm định", "phúc tra", "đánh giá thẩm định"]),
    (
        Some(Holds::Claim),
        Some(Speaker::Ward),
        &[
            "phường thẩm định",
            "xã thẩm định",
            "phường, xã thẩm định",
            "xã, phường thẩm định",
            "ubnd phường thẩm định",
            "ubnd xã thẩm định",
            "phường đánh giá",
            "xã đánh giá",
            "thẩm định của phường",
            "thẩm định của xã",
            "thẩm định của phường, xã",
            "cấp xã thẩm định",
        ],
    ),
    (
        Some(Holds::Claim),
        Some(Speaker::Agency),
        &[
            "cơ quan thẩm định",
            "cơ quan chuyên môn thẩm định",
            "thẩm định của cơ quan",
            "thẩm định của cơ quan chuyên môn",
            "thành phố thẩm định",
            "phòng, ban thẩm định",
        ],
    ),
    (Some(Holds::Claim), Some(Speaker::Panel), &["đoàn thẩm định", "thẩm định của đoàn", "đoàn kiểm tra"]),
    (Some(Holds::Achieved), None, &["đạt"]),
    (Some(Holds::NotAchieved), None, &["không đạt", "chưa đạt"]),
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
    }
}
