//! The twenty-three modelled criteria as a plain table, typed in a second time so that the tests judge on their own.

use super::exact::{Exact, tenths, whole};

/// One criterion as the forms print it and the model judges it.
pub(crate) struct Rule {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) kind: Kind,
    /// What a tổ dân phố must reach.
    pub(crate) street: Bound,
    /// What a bản must reach.
    pub(crate) village: Bound,
    /// Headings of part and whole.
    pub(crate) share: Option<(&'static str, &'static str)>,
    pub(crate) not_applicable: NotApplicable,
    pub(crate) knockout: bool,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    YesNo,
    Percent,
    Count,
    Amount,
}

/// What must hold.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Bound {
    Yes,
    AtLeast(Exact),
    Above(Exact),
    AtMost(Exact),
    Zero,
}

/// What "không áp dụng" means.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum NotApplicable {
    Forbidden,
    Excluded,
    CountsAsAchieved,
}

/// Ids and titles of the six standards; a criterion belongs to the one its id begins with.
pub(crate) const STANDARDS: [(&str, &str); 6] = [
    ("1", "Tổ chức, đội ngũ"),
    ("2", "Kinh tế"),
    ("3", "Đô thị, đất đai, môi trường"),
    ("4", "Sáng, xanh, sạch, đẹp và văn hóa"),
    ("5", "Giáo dục, y tế, an sinh"),
    ("6", "Quốc phòng, an ninh"),
];

/// Every criterion in the order of the table.
pub(crate) const RULES: [Rule; 23] = [
    yes("1.1", "Tổ trưởng, trưởng bản hoàn thành tốt nhiệm vụ"),
    yes("1.2", "Quy ước, hương ước được công nhận"),
    share("1.3", "Tỷ lệ hộ dự họp", Bound::AtLeast(whole(80)), "Số hộ dự họp", HOUSEHOLDS),
    Rule {
        village: Bound::AtMost(whole(5)),
        ..share(
            "2.1",
            "Tỷ lệ lao động thất nghiệp",
            Bound::AtMost(whole(2)),
            "Số lao động thất nghiệp",
            "Tổng số lao động",
        )
    },
    share("2.2", "Tỷ lệ lao động có việc làm", Bound::AtLeast(whole(90)), "Lao động có việc làm", "Tổng số lao động"),
    number("2.3", "Mô hình kinh tế hiệu quả", Kind::Count, Bound::AtLeast(whole(1))),
    Rule {
        village: Bound::AtLeast(whole(42)),
        ..number("2.4", "Thu nhập bình quân đầu người (triệu đồng)", Kind::Amount, Bound::AtLeast(whole(55)))
    },
    number("3.1", "Số vụ vi phạm trật tự xây dựng, đất đai", Kind::Count, Bound::Zero),
    share(
        "3.2",
        "Tỷ lệ chất thải rắn sinh hoạt được thu gom",
        Bound::Above(whole(95)),
        "Khối lượng thu gom (tấn)",
        "Khối lượng phát sinh (tấn)",
    ),
    Rule {
        village: Bound::AtLeast(whole(90)),
        ..share(
            "3.3",
            "Tỷ lệ hộ dùng nước hợp vệ sinh",
            Bound::AtLeast(whole(95)),
            "Số hộ dùng nước hợp vệ sinh",
            HOUSEHOLDS,
        )
    },
    number("3.4", "Số điểm tập kết rác tự phát", Kind::Count, Bound::Zero),
    Rule {
        village: Bound::AtLeast(whole(70)),
        ..number("4.1", "Tỷ lệ tuyến đường có chiếu sáng", Kind::Percent, Bound::AtLeast(tenths(900)))
    },
    share("4.2", "Tỷ lệ gia đình văn hóa", Bound::AtLeast(whole(90)), "Số gia đình văn hóa", HOUSEHOLDS),
    Rule { not_applicable: NotApplicable::Excluded, ..yes("4.3", "Nhà văn hóa đạt chuẩn") },
    number("4.4", "Số lượt người tham gia tổng vệ sinh", Kind::Count, Bound::AtLeast(whole(1000))),
    share(
        "5.1",
        "Tỷ lệ trẻ trong độ tuổi đến trường",
        Bound::AtLeast(whole(98)),
        "Số trẻ đến trường",
        "Số trẻ trong độ tuổi",
    ),
    share(
        "5.2",
        "Tỷ lệ người dân tham gia bảo hiểm y tế",
        Bound::AtLeast(whole(95)),
        "Số người tham gia",
        "Tổng số nhân khẩu",
    ),
    number("5.3", "Số trẻ bỏ học", Kind::Count, Bound::Zero),
    Rule {
        village: Bound::AtMost(whole(8)),
        ..share("5.4", "Tỷ lệ hộ nghèo", Bound::AtMost(whole(3)), "Số hộ nghèo", HOUSEHOLDS)
    },
    Rule {
        not_applicable: NotApplicable::CountsAsAchieved,
        ..share("6.1", "Tỷ lệ giao quân", Bound::AtLeast(whole(100)), "Số thanh niên nhập ngũ", "Chỉ tiêu giao quân")
    },
    Rule { knockout: true, ..number("6.2", "Số vụ phạm tội nghiêm trọng", Kind::Count, Bound::Zero) },
    yes("6.3", "Tổ tự quản an ninh trật tự hoạt động"),
    number("6.10", "Số vụ ma túy phát sinh", Kind::Count, Bound::Zero),
];

/// The whole that several criteria share.
pub(crate) const HOUSEHOLDS: &str = "Tổng số hộ";

impl Rule {
    /// Returns the number of its standard.
    pub(crate) fn standard(&self) -> &'static str {
        self.id.split('.').next().unwrap_or(self.id)
    }

    /// Returns whether a value is asked for beside the claim.
    pub(crate) fn measured(&self) -> bool {
        self.kind != Kind::YesNo
    }
}

impl Bound {
    /// Returns the requirement as a form words it.
    pub(crate) fn wording(self, kind: Kind) -> String {
        let percent = if kind == Kind::Percent { "%" } else { "" };
        let number = |exact: Exact| format!("{}{percent}", exact.over / exact.under);
        match self {
            Bound::Yes => "Đạt".to_owned(),
            Bound::AtLeast(bound) => format!("Từ {} trở lên", number(bound)),
            Bound::Above(bound) => format!("Trên {}", number(bound)),
            Bound::AtMost(bound) => format!("Không quá {}", number(bound)),
            Bound::Zero => "Không có".to_owned(),
        }
    }
}

const fn yes(id: &'static str, title: &'static str) -> Rule {
    number(id, title, Kind::YesNo, Bound::Yes)
}

const fn number(id: &'static str, title: &'static str, kind: Kind, bound: Bound) -> Rule {
    Rule {
        id,
        title,
        kind,
        street: bound,
        village: bound,
        share: None,
        not_applicable: NotApplicable::Forbidden,
        knockout: false,
    }
}

const fn share(id: &'static str, title: &'static str, bound: Bound, part: &'static str, whole: &'static str) -> Rule {
    Rule { share: Some((part, whole)), ..number(id, title, Kind::Percent, bound) }
}
