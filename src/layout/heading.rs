//! The words that stand over columns: what a column holds and whose voice it is.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::{model::Voice, plan::HeadingRole, text::canonical};

/// What a column holds, as its heading says it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Holds {
    /// Số thứ tự.
    Order,
    /// The name of the unit.
    Unit,
    /// The name of the ward; of the unit itself where no other column names units.
    Ward,
    /// The code of the unit.
    Code,
    /// The criterion, in cards and lists.
    Criterion,
    /// What is asked for; printed, not read.
    Requirement,
    /// The figure.
    Figure,
    /// The part of a percentage.
    Part,
    /// The whole of a percentage.
    Whole,
    /// The verdict of whoever speaks.
    Claim,
    /// A mark here says achieved.
    Achieved,
    /// A mark here says not achieved.
    NotAchieved,
    /// Evidence.
    Evidence,
    /// Free text.
    Note,
    /// What the plan says is not to be read.
    Ignored,
}

impl Holds {
    /// Returns whether the column holds a piece of an answer.
    pub(super) fn is_answer(self) -> bool {
        match self {
            Self::Figure
            | Self::Part
            | Self::Whole
            | Self::Claim
            | Self::Achieved
            | Self::NotAchieved
            | Self::Evidence
            | Self::Note => true,
            Self::Order
            | Self::Unit
            | Self::Ward
            | Self::Code
            | Self::Criterion
            | Self::Requirement
            | Self::Ignored => false,
        }
    }
}

/// Whose voice a heading names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Speaker {
    /// Tự chấm, tự đánh giá.
    Own,
    /// An appraisal, without a word on whose.
    Appraisal,
    /// Thẩm định của phường, xã.
    Ward,
    /// Thẩm định của cơ quan chuyên môn.
    Agency,
    /// Thẩm định của đoàn.
    Panel,
}

impl Speaker {
    /// Returns the voice that speaks, in a file whose own voice is `file`.
    pub(super) fn voice(self, file: Voice) -> Voice {
        match self {
            Self::Own => Voice::Own,
            Self::Ward => Voice::Ward,
            Self::Agency => Voice::Agency,
            Self::Panel => Voice::Panel,
            Self::Appraisal => file.max(Voice::Ward),
        }
    }
}

/// What a heading says.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Heading {
    /// What the column holds.
    pub(super) holds: Option<Holds>,
    /// Whose voice it is.
    pub(super) speaker: Option<Speaker>,
}

/// The words known from the sheets of several provinces, canonical; a plan adds its own in `[headings]`.
const WORDS: &[(Option<Holds>, Option<Speaker>, &[&str])] = &[
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
        &["tự đánh giá", "tự đg", "tự chấm", "tự nhận", "tự xếp loại", "tự nhận xét"],
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
    (
        Some(Holds::Claim),
        Some(Speaker::Own),
        &[
            "tổ tự chấm",
            "tổ tự đánh giá",
            "tự đánh giá của tổ",
            "tổ, bản tự đánh giá",
            "tdp, bản tự đánh giá",
            "tdp tự đánh giá",
        ],
    ),
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

/// The heading words of a run: those known and those of the plan.
#[derive(Debug)]
pub(super) struct Headings {
    words: FxHashMap<String, Heading>,
}

impl Headings {
    /// Takes the known words and those that a plan adds: role → words.
    pub(super) fn new(of_plan: &BTreeMap<String, Vec<String>>) -> Self {
        let known = WORDS.iter().flat_map(|(holds, speaker, words)| {
            words.iter().map(|word| ((*word).to_owned(), Heading { holds: *holds, speaker: *speaker }))
        });
        let added = of_plan
            .iter()
            .filter_map(|(role, words)| Some((heading_of(HeadingRole::named(role)?), words)))
            .flat_map(|(heading, words)| words.iter().map(move |word| (canonical(word).into_owned(), heading)));
        Self { words: known.chain(added).collect() }
    }

    /// Returns what a canonical text over a column says; a remark in brackets at its end does not matter.
    pub(super) fn read(&self, text: &str) -> Heading {
        let bare = || text.split_once('(').map(|(before, _)| before.trim_end());
        self.words.get(text).or_else(|| self.words.get(bare()?)).copied().unwrap_or_default()
    }
}

/// Returns what a column holds whose heading the plan puts under `role`.
fn heading_of(role: HeadingRole) -> Heading {
    let holding = |holds| Heading { holds: Some(holds), speaker: None };
    let claimed_by = |speaker| Heading { holds: Some(Holds::Claim), speaker: Some(speaker) };
    match role {
        HeadingRole::Unit => holding(Holds::Unit),
        HeadingRole::Code => holding(Holds::Code),
        HeadingRole::Criterion => holding(Holds::Criterion),
        HeadingRole::Requirement => holding(Holds::Requirement),
        HeadingRole::Figure => holding(Holds::Figure),
        HeadingRole::Part => holding(Holds::Part),
        HeadingRole::Whole => holding(Holds::Whole),
        HeadingRole::Claim => holding(Holds::Claim),
        HeadingRole::Own => claimed_by(Speaker::Own),
        HeadingRole::Ward => claimed_by(Speaker::Ward),
        HeadingRole::Agency => claimed_by(Speaker::Agency),
        HeadingRole::Panel => claimed_by(Speaker::Panel),
        HeadingRole::Evidence => holding(Holds::Evidence),
        HeadingRole::Note => holding(Holds::Note),
        HeadingRole::Ignored => holding(Holds::Ignored),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_word_is_written_as_it_is_compared() {
        for word in WORDS.iter().flat_map(|(_, _, words)| *words) {
            assert_eq!(canonical(word), *word);
        }
    }

    #[test]
    fn a_plan_adds_its_own_words() {
        let of_plan = BTreeMap::from([("figure".to_owned(), vec!["Đã làm được".to_owned()])]);
        let headings = Headings::new(&of_plan);
        assert_eq!(headings.read("đã làm được").holds, Some(Holds::Figure));
        assert_eq!(headings.read("tự đánh giá").speaker, Some(Speaker::Own));
        assert_eq!(headings.read("tỷ lệ (tính đến 30/9)").holds, Some(Holds::Figure));
        assert_eq!(headings.read("màu sắc"), Heading::default());
    }

    #[test]
    fn every_role_of_a_plan_says_what_its_columns_hold() {
        for (name, role) in HeadingRole::NAMES {
            let of_plan = BTreeMap::from([((*name).to_owned(), vec!["Màu sắc".to_owned()])]);
            let read = Headings::new(&of_plan).read("màu sắc");
            assert_eq!(read, heading_of(*role), "{name}");
            assert_ne!(read, Heading::default(), "{name}");
        }
    }
}
